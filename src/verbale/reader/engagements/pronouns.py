"""Who goes and who meets where only a pronoun says so: 'his visit to Oslo in May', 'she will meet'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.language.marks import Marked
from verbale.language.tokens import POSSESSIVES, Token
from verbale.reader.engagements.people import phrase_start
from verbale.reader.engagements.segments import Segment
from verbale.reader.scene import Scene

_OWNERS = frozenset({"his", "her"})
_SINGLE = frozenset({"he", "she"})
_OPENERS = frozenset({"during", "as", "on", "in", "at", "after", "before"})
_BACK = 2  # sentences before, in which the person is looked for
_NOUN_REACH = 5  # tokens between 'his' and 'visit'
_VERB_REACH = 8  # tokens between 'he' and 'met'


def add_meant(
    scene: Scene, marked: Marked, segment: Segment, people: dict[int, str], country: str | None
) -> frozenset[str]:
    """Add the person whom a pronoun means to the people of an event; give the parties that it stands for.

    'his visit to Oslo' is not that of a Norwegian, so `country`, where a visit leads, rules people out; where nobody
    is left, it is a visit of the other of two sides. 'My visit' is the speaker's.
    """
    visit, words = segment.trigger.kind == "visit", marked.sentence.tokens
    if visit and country is not None and _in_own_words(words, segment):
        return frozenset({scene.home, country}) if scene.home not in (None, country) else frozenset()
    if visit and not people and (guest := _invited(scene, marked, segment, country)) is not None:
        people[guest] = "guest"
        return frozenset()
    at = _pronoun(words, segment)
    if at is None:
        return frozenset()
    for person in _before(scene, marked, at):
        party = scene.cast.people[person].party
        if visit and party is not None and party == country:
            continue
        if segment.trigger.verbal:
            _leave_out(marked, at, people, person)
        people.setdefault(person, "guest" if visit else "participant")
        return frozenset()
    known = visit and len(scene.sides) == 2 and country in scene.sides
    return frozenset(scene.sides) if known else frozenset()


def _invited(scene: Scene, marked: Marked, segment: Segment, country: str | None) -> int | None:
    """'A expressed thanks for the invitation to visit Lima': A, unless A is at home there."""
    words, first = marked.sentence.tokens, segment.trigger.first
    if words[max(0, first - 1)].key != "to" or not any(w.key == "invitation" for w in words[max(0, first - 3) : first]):
        return None
    subject = next((mark for mark in marked.people if mark.last <= first), None)
    own = subject is not None and scene.cast.people[subject.person].party in (None, country)
    return None if subject is None or own else subject.person


def _leave_out(marked: Marked, at: int, people: dict[int, str], meant: int) -> None:
    """'A looks forward to seeing B when he visits Lima': of those before the pronoun only the one meant goes."""
    for mark in marked.people:
        if mark.last <= at and mark.person != meant:
            people.pop(mark.person, None)


def _in_own_words(words: Sequence[Token], segment: Segment) -> bool:
    """'my visit to Japan earlier this year', 'next week I go to Japan'."""
    first = segment.trigger.first
    before = words[max(segment.start, first - _NOUN_REACH) : first]
    if segment.trigger.verbal:
        return any(word.text == "I" for word in before)
    return any(word.key == "my" for word in words[max(0, first - _NOUN_REACH) : first])


def _pronoun(words: Sequence[Token], segment: Segment) -> int | None:
    """Where the pronoun stands: before the noun as its owner, before the verb as its subject."""
    first = segment.trigger.first
    reach, keys = (_VERB_REACH, _SINGLE) if segment.trigger.verbal else (_NOUN_REACH, _OWNERS)
    for i in range(first - 1, max(segment.start, first - reach) - 1, -1):
        if words[i].key in keys:
            return i
        if words[i].text in POSSESSIVES:
            return None
    if segment.trigger.verbal or segment.verb_at < 0 or segment.verb_at > first:
        return None
    subject = range(segment.verb_at - 1, max(segment.start, segment.verb_at - _VERB_REACH) - 1, -1)
    return next((i for i in subject if words[i].key in _SINGLE), None)


def _before(scene: Scene, marked: Marked, at: int) -> Iterator[int]:
    """The people named before token `at`: in its clause the first, then those of the sentences before, the first
    named (the subject, as a rule) before the others."""
    yield from dict.fromkeys(m.person for m in marked.people if m.last <= at and not _owns(marked, m.last))
    if marked.sentence.tokens[0].key in _OPENERS and (subject := _subject_behind(marked, at)) is not None:
        yield subject
    index = marked.sentence.index
    for earlier in reversed(scene.marked[max(0, index - _BACK) : index]):
        if earlier.sentence.role is not marked.sentence.role or not earlier.people:
            continue
        yield from dict.fromkeys(m.person for m in earlier.people)
        return


def _subject_behind(marked: Marked, at: int) -> int | None:
    """A in 'During his visit to Lima, which began on Monday, President A met B': named only behind the comma."""
    words = marked.sentence.tokens
    starts = {i for i in range(at, len(words)) if words[i - 1].text == "," and words[i].key not in {"which", "where"}}
    for mark in marked.people:
        if mark.first > at:
            opens = phrase_start(marked, mark)
            while opens > at and words[opens - 1].capital:
                opens -= 1
            return mark.person if opens in starts else None
    return None


def _owns(marked: Marked, last: int) -> bool:
    words = marked.sentence.tokens
    return last < len(words) and words[last].text in POSSESSIVES
