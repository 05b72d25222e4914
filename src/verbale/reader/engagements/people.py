"""Who took part: the people in an event's words, and in which role."""

from __future__ import annotations

from verbale.language.cast import resolve_description
from verbale.language.lacking import lacks
from verbale.language.mark_spans import covered, marks_of
from verbale.language.marks import Marked, PersonMark, PostMark
from verbale.language.post_words import singular
from verbale.language.tokens import POSSESSIVES, Token
from verbale.language.verbs import PAST, S, verb
from verbale.reader.engagements.segments import Segment
from verbale.reader.engagements.words import engagement_words, lemma
from verbale.reader.scene import Scene

_OFFICES = frozenset({"presidents", "ministers", "leaders", "secretaries", "premiers"})
# Verbs that only say that another deed is to come: 'is expected to travel', 'agreed to meet'.
_HELPERS = frozenset("be have do expect schedule slate set accept agree decide plan intend arrange".split())
_WITH = frozenset({"accompanied", "flanked", "joined", "represented"})
_AUTHORS = 8  # tokens between an instrument and the second of its authors
_COMPANY = frozenset(
    {"with", "between", "by", "and", ",", "of", "among", "to", "including", "from", "which", "where", "when", "whom"}
)


def mention_people(scene: Scene, marked: Marked, segment: Segment) -> dict[int, str]:
    """The cast's indices of the people who take part in the event of a segment, with their roles."""
    found: dict[int, str] = {}
    named = [*marked.people, *office_holders(scene, marked)] if marked.posts else marked.people
    inside = [m for m in named if segment.start <= m.first and m.last <= segment.end]
    for mark in inside:
        speaks = "spokes" in (scene.cast.people[mark.person].post or "").lower()
        if not speaks and takes_part(marked, segment, mark):
            found.setdefault(mark.person, _role(marked, segment, mark))
    for person in _described(scene, marked, segment):
        found.setdefault(person, "guest" if segment.verb in engagement_words().hosting else "participant")
    for person in _by_office(scene, marked, segment):
        found.setdefault(person, "participant")
    if (speaker := _speaks_after(marked, segment)) is not None and found:
        found.setdefault(speaker, "participant")
    chairs = [p for p, role in found.items() if role == "co-chair"]
    if len(chairs) == 1 and segment.verb in {"lead", "head"}:
        found[chairs[0]] = "head"
    return found


def _speaks_after(marked: Marked, segment: Segment) -> int | None:
    """'A said after a call with B': who speaks took part."""
    words, trigger = marked.sentence.tokens, segment.trigger
    with_ = trigger.last < segment.end and words[trigger.last].key == "with" and not trigger.verbal
    before = {word.key for word in words[max(0, trigger.first - 4) : trigger.first]}
    if not with_ or not before & {"after", "following"} or "his" in before or not marked.people:
        return None
    first = marked.people[0]
    owns = first.last < len(words) and words[first.last].text in POSSESSIVES
    return first.person if phrase_start(marked, first) <= 1 and first.last < trigger.first and not owns else None


def office_holders(scene: Scene, marked: Marked) -> list[PersonMark]:
    """Offices that stand for the one person who holds them: 'the Prime Minister left', 'the Minister's visit'."""
    starts = {mark.first for mark in marked.people}
    ends = {mark.last for mark in marked.people}
    words, found = marked.sentence.tokens, []
    for post in marked.posts:
        if post.plural or words[max(0, post.first - 1)].key != "the":
            continue
        apposed = post.first - 2 in ends or any(post.last + gap in starts for gap in (0, 1, 2, 3))
        holder = scene.cast.by_post(post.title, post.party) if not apposed else None
        if holder is not None and _own_office(scene, holder, post):
            found.append(PersonMark(post.first, post.last, holder))
    return found


def _own_office(scene: Scene, holder: int, post: PostMark) -> bool:
    """Whether 'the Prime Minister' is this one: on a government's own page it is that government's, if it has one."""
    person = scene.cast.people[holder]
    return post.party is not None or scene.home in (None, person.party) or lacks(person, str(scene.home))


def _described(scene: Scene, marked: Marked, segment: Segment) -> list[int]:
    """People meant by office and country: 'received the Indian guest', 'met the two Turkish ministers'."""
    trigger = segment.trigger
    if not trigger.verbal or trigger.kind not in {"talks", "call"}:
        return []
    words, described = marked.sentence.tokens, engagement_words().described
    for party in marked.parties:
        if not trigger.last <= party.first <= trigger.last + 5 or party.last >= segment.end:
            continue
        last = party.last
        while last < segment.end and singular(words[last].key) in described:
            last += 1
        if last == party.last or any(m.first <= last < m.last for m in marks_of(marked.people, marked.posts)):
            continue
        noun = singular(words[last - 1].key)
        if noun != words[last - 1].key:
            return scene.cast.with_post(noun, party.code)[:3]
        one = resolve_description(scene.cast, marked, party.first, last)
        return [one] if one is not None else []
    return []


def _by_office(scene: Scene, marked: Marked, segment: Segment) -> list[int]:
    """'the presidents held talks', 'the two ministers met': the two people who hold that office."""
    words, trigger = marked.sentence.tokens, segment.trigger
    stop = segment.verb_at if 0 <= segment.verb_at < trigger.first else trigger.first
    noun = words[stop - 1].key if stop > segment.start + 1 else ""
    if noun not in _OFFICES or words[stop - 2].key not in {"the", "two", "both", "foreign", "defense", "prime"}:
        return []
    office = (
        singular(noun) if words[stop - 2].key in {"the", "two", "both"} else f"{words[stop - 2].key} {singular(noun)}"
    )
    people = scene.cast.with_post(office)
    return people if len(people) == 2 and len({scene.cast.people[p].party for p in people}) == 2 else []


def takes_part(marked: Marked, segment: Segment, mark: PersonMark) -> bool:
    """Whether the words make a person part of the event rather than one who speaks of it or is spoken of."""
    words, trigger = marked.sentence.tokens, segment.trigger
    first = phrase_start(marked, mark)
    if _is_source(words, first, mark.last):
        return False
    absent = {w.key for w in words[max(segment.start, first - 2) : first]} & engagement_words().absent
    if absent == {"since"} and trigger.verbal and mark.first < trigger.first:
        absent = set()  # 'since A and B met in Lima'
    if absent and segment.trigger.kind == "visit" and absent == {"invitation"}:
        return _is_invited(words, first, mark.last) or _invites(marked, mark)
    if absent:
        return False
    if mark.last < len(words) and words[mark.last].text in POSSESSIVES:
        named = any(mark.last < m.first < trigger.first for m in marks_of(marked.people, marked.posts))
        return 0 < trigger.first - mark.last <= 6 and not named
    if mark.first < trigger.first:
        return _subject_of(marked, segment, mark)
    return _object_of(marked, segment, first)


def _is_source(words: tuple[Token, ...], first: int, last: int) -> bool:
    """'according to Minister A', '…, Minister A said.': whoever tells of it, and may not have been there."""
    if first > 1 and words[first - 1].key == "to" and words[first - 2].key == "according":
        return True
    closes = (
        last + 1 < len(words) and words[last].key in {"said", "says", "added"} and not words[last + 1].text.isalnum()
    )
    return closes and first > 1 and words[first - 1].text == ","


def is_named_in_passing(scene: Scene, marked: Marked, mark: PersonMark) -> bool:
    """Whether a person is only spoken of: 'President X's vision', 'on behalf of X', or a spokesperson."""
    words = marked.sentence.tokens
    first = phrase_start(marked, mark)
    if any(w.key in engagement_words().absent for w in words[max(0, first - 2) : first]):
        return True
    if _of_instrument(marked, first):
        return True
    if mark.last < len(words) and words[mark.last].text in POSSESSIVES:
        return True
    return "spokes" in (scene.cast.people[mark.person].post or "").lower()


def phrase_start(marked: Marked, mark: PersonMark) -> int:
    """Where the person's phrase begins: at the office and country before the name."""
    first = mark.first
    words = marked.sentence.tokens
    changed = True
    while changed and first > 0:
        changed = False
        for other in marks_of(marked.posts, marked.parties):
            if other.last in (first, first - 1) and other.first < first and words[first - 1].text != ",":
                first, changed = other.first, True
        while first > 0 and words[first - 1].key in {"the", "mr", "mr.", "ms", "dr", "h.e.", "former", "his", "her"}:
            first, changed = first - 1, True
    return first


def _acts(words: tuple[Token, ...], i: int, masked: set[int]) -> bool:
    """Whether the token is a finite verb that does something other than hold events."""
    if i in masked:
        return False
    found = verb(words[i].key)
    if found is None or found.nounlike or not ({PAST, S} & set(found.forms)):
        return False
    stem = lemma(words[i])
    vocabulary = engagement_words()
    return stem not in vocabulary.holding and stem not in vocabulary.verbs and stem not in _HELPERS


def acts(marked: Marked, index: int) -> bool:
    """Whether the token is a finite verb that does something other than hold events."""
    return _acts(marked.sentence.tokens, index, _masked(marked))


def _masked(marked: Marked) -> set[int]:
    return covered(marked.posts, marked.people, marked.mechanisms, marked.instruments, marked.parties)


def _subject_of(marked: Marked, segment: Segment, mark: PersonMark) -> bool:
    """A person before the event's noun or verb, with no other deed between."""
    return not other_deed(marked, mark.last, segment.trigger.first)


def other_deed(marked: Marked, first: int, last: int) -> bool:
    """Whether a finite verb stands between, other than one of holding events."""
    words, masked = marked.sentence.tokens, _masked(marked)
    return any(_acts(words, i, masked) for i in _outside_asides(words, first, last))


def _outside_asides(words: tuple[Token, ...], first: int, last: int) -> list[int]:
    """The tokens between, without 'Peru, which joined the pact in 2019, …'."""
    kept: list[int] = []
    aside = False
    for i in range(first, last):
        if words[i].text == "," and not aside and i + 1 < last and words[i + 1].key in {"which", "who", "whose"}:
            aside = any(words[k].text == "," for k in range(i + 1, last))
        elif (
            words[i].text == ","
            and not aside
            and i + 2 < last
            and words[i + 1].key in _WITH
            and words[i + 2].key == "by"
        ):
            closing = max((k for k in range(i + 3, last) if words[k].text == ","), default=0)
            if closing:
                return [*kept, *range(closing + 1, last)]  # 'A, accompanied by B, C and D, arrived'
        elif words[i].text == "," and aside:
            aside = False
        elif not aside:
            kept.append(i)
    return kept


def _object_of(marked: Marked, segment: Segment, first: int) -> bool:
    """A person after it: 'with X', 'between X and Y', 'was co-chaired by X', or 'At the meeting, X said'."""
    words, masked = marked.sentence.tokens, _masked(marked)
    trigger = segment.trigger
    if _of_instrument(marked, first):
        return False
    if any(_acts(words, i, masked) for i in range(trigger.last, first)):
        attending = engagement_words().attending
        return any(words[i].key in attending for i in range(trigger.last, first))
    if trigger.verbal or trigger.lemma in {"call", "cochair"}:
        return True
    return any(words[i].key in _COMPANY for i in range(trigger.last, first)) or first == trigger.last


def _of_instrument(marked: Marked, first: int) -> bool:
    """'the Joint Statement by Presidents A and B': whose text it is."""
    words = marked.sentence.tokens
    for instrument in marked.instruments:
        if 0 < first - instrument.last < _AUTHORS and words[instrument.last].key in {"by", "of"}:
            return True
    return False


def _is_invited(words: tuple[Token, ...], first: int, last: int) -> bool:
    """'extended an invitation to President A to visit Lima'."""
    return words[first - 1].key in {"to", "for"} and last < len(words) and words[last].key == "to"


def _invites(marked: Marked, mark: PersonMark) -> bool:
    """'At the invitation of Prime Minister X, Y will visit …', 'an invitation extended by X to visit …'."""
    words = marked.sentence.tokens
    first = next((i for i in range(mark.first - 1, max(-1, mark.first - 14), -1) if words[i].key == "invitation"), None)
    if first is None or any(first < other.first < mark.first for other in marked.people):
        return False
    opens = first + 2 if words[first + 1].key in {"extended", "issued", "made"} else first + 1
    return words[opens].key in {"of", "from", "by"}


def _role(marked: Marked, segment: Segment, mark: PersonMark) -> str:
    vocabulary = engagement_words()
    words = marked.sentence.tokens
    before = mark.first < segment.verb_at or segment.verb_at < 0
    if 0 <= segment.verb_at + 1 < len(words) and words[segment.verb_at + 1].key == "by":
        before = not before
    if segment.trigger.kind == "signing":
        return "signatory"
    if segment.verb in vocabulary.chairing:
        return "co-chair"
    if segment.verb in vocabulary.hosting:
        return "host" if before else "guest"
    if segment.trigger.kind == "visit" and _invites(marked, mark):
        return "host"
    if segment.trigger.kind == "visit":
        return "guest" if mark.first < segment.trigger.last + 2 else "participant"
    return "participant"
