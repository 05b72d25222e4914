"""One mention of an event: what its own words say of kind, time, place, parties and people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from verbale.language.marks import DateMark, Marked, MechanismMark
from verbale.language.mechanism_rounds import counted
from verbale.language.ordinals import ordinal_before, ordinal_value
from verbale.language.tokens import Token
from verbale.model.document import Role
from verbale.reader.engagements.ahead import is_planned, told_ahead
from verbale.reader.engagements.beside import hangs
from verbale.reader.engagements.going import is_present, to_come
from verbale.reader.engagements.mention import Mention
from verbale.reader.engagements.parties import country_at, mention_parties, stands_for_both
from verbale.reader.engagements.people import mention_people
from verbale.reader.engagements.pictured import gone_by, pictured
from verbale.reader.engagements.placing import place_of
from verbale.reader.engagements.pronouns import add_meant
from verbale.reader.engagements.segments import Segment, segments
from verbale.reader.engagements.sharing import guest_before, share
from verbale.reader.engagements.shells import Trigger
from verbale.reader.engagements.since import visit_before
from verbale.reader.engagements.time import by_deadline, in_this_year, nearest_date, this_year
from verbale.reader.engagements.triggers import LONGEST_SENTENCE, triggers
from verbale.reader.engagements.visits import of_several, told_by_guest, told_of_guest
from verbale.reader.engagements.words import engagement_words, lemma
from verbale.reader.scene import Scene

_COUNTED = frozenset(
    "session meeting round edition dialogue one talks consultation consultations negotiations discussions".split()
)
_FOUNDING = 14  # tokens before a series in which it is said to be set up
_BEHIND = frozenset("in of to such this since between under and held after at within so".split()) | _COUNTED
_LEAVING = frozenset({"leave", "depart", "fly", "go", "head"})
_FOUNDED = frozenset({"establishment", "creation", "formation", "founding"})
_OWN = 8  # tokens between a series and 'its sixth session'
_SUBJECTS = frozenset({"he", "she", "it", "who"})
_OPENING = frozenset({"begin", "start", "open", "launch", "resume"})
_BETWEEN = frozenset({"trilateral", "bilateral", "joint", "regular", "plenary", "annual"})
_OVER = frozenset("after following at in during close end conclusion from".split())
_HELD = frozenset({"hold", "convene", "cochair", "host", "chair", "conclude", "meet"})


def mentions(scene: Scene, marked: Marked, aliases: Mapping[str, MechanismMark]) -> list[Mention]:
    """The events that a sentence speaks of, in order."""
    if len(marked.sentence.tokens) > LONGEST_SENTENCE:
        return []
    found = triggers(marked, aliases)
    if not found:
        return []
    told = [_mention(scene, marked, segment) for segment in segments(marked.sentence.tokens, found)]
    guest_before(marked, told[0])
    for before, mention in pairwise(told):
        share(scene, marked, before, mention)
        first = mention.segment.trigger.first
        at = any(word.key == "at" for word in marked.sentence.tokens[max(0, first - 3) : first])
        mention.at = at and before.kind == "signing" and before.event
        mention.event = mention.event or (mention.at and mention.mechanism is not None) or hangs(mention)
    told = [m for m in told if (m.planned and _dated_behind(m)) or not _only_opens(marked, m.segment)]
    since = next((earlier for m in told if (earlier := visit_before(scene, marked, m)) is not None), None)
    return told if since is None else [*told, since]


def _mention(scene: Scene, marked: Marked, segment: Segment) -> Mention:
    trigger = segment.trigger
    mark = trigger.mechanism
    people = mention_people(scene, marked, segment)
    own: frozenset[str] = frozenset()
    if (scene.speaker is not None or scene.home is not None) and _in_first_person(marked, segment):
        if scene.speaker is not None:
            people.setdefault(scene.speaker, "participant")
        elif segment.verb:
            own = frozenset({str(scene.home)})  # 'Today I hosted my counterparts'
    when = nearest_date(marked, segment)
    going = trigger.verbal and trigger.kind == "visit"
    now = (going and is_present(marked.sentence.tokens[trigger.first])) or _meets_soon(marked, segment)
    if when is not None and (now or (trigger.verbal and _on_weekday(marked, when) and told_ahead(marked, segment))):
        when = to_come(scene, when)
    if when is not None and _on_weekday(marked, when) and pictured(marked):
        when = gone_by(scene, when)
    when = this_year(scene, marked, segment) if when is None else in_this_year(scene, marked, segment, when)
    place = place_of(marked, segment)
    country = (place.country if place else None) or country_at(marked, segment)
    meant = add_meant(scene, marked, segment, people, country)
    determiner, turn = _determiner(marked, segment)
    planned = is_planned(scene, marked, segment, when, turn)
    if turn == "next" and not planned:
        when, planned = None, True  # a past date beside 'the next round' is another matter's
    if when is None and planned:
        when = by_deadline(scene, marked, segment)
    home = going and trigger.lemma in _LEAVING and {scene.cast.people[p].party for p in people} == {country}
    parties = mention_parties(scene, marked, segment, people, country) | meant | own
    return Mention(
        marked, segment, trigger.kind,
        mechanism=mark.name if mark else None,
        series=trigger.series,
        round=_round(marked, segment),
        parties=parties,
        people=people,
        when=when,
        place=place,
        country=country,
        planned=planned,
        open=_is_infinitive(marked, segment) and when is None and not planned,
        both=stands_for_both(marked, segment),
        definite=determiner and (not trigger.verbal or bool(trigger.series)),
        turn=turn,
        event=not home
        and not (when is None and of_several(marked, segment))
        and _is_event(marked, segment, when is not None, bool(people or meant), len(parties) > 1, place is not None),
    )  # fmt: skip


def _meets_soon(marked: Marked, segment: Segment) -> bool:
    """'On Monday A meets B in Lima': the present, in running text, of what is to come."""
    sentence, trigger = marked.sentence, segment.trigger
    present = trigger.verbal and sentence.tokens[trigger.first].key in {"meets", "hosts", "receives"}
    return present and sentence.role is Role.BODY and not sentence.heading and not pictured(marked)


def _on_weekday(marked: Marked, when: DateMark) -> bool:
    """Whether a date is told by its weekday alone: 'on Monday'."""
    return when.last - when.first == 1 and marked.sentence.tokens[when.first].key.endswith("day")


def _is_infinitive(marked: Marked, segment: Segment) -> bool:
    """'the opportunity to meet X': the words leave open whether it is past or to come."""
    first = segment.trigger.first
    return (
        segment.trigger.verbal and first > 0 and marked.sentence.tokens[first - 1].key in {"to", "should", "may", "can"}
    )


def _in_first_person(marked: Marked, segment: Segment) -> bool:
    """'Tomorrow I will meet …', 'our discussions today': who speaks takes part."""
    words = marked.sentence.tokens
    stop = segment.trigger.first
    visit = segment.trigger.kind == "visit" and not segment.trigger.verbal
    if visit and (words[stop - 1].key == "my" or any(w.key == "my" for w in words[max(0, stop - 3) : stop])):
        return True
    before = words[max(segment.start, stop - (16 if visit else 6)) : stop]
    if 0 < segment.verb_at < stop and any(w.text == "I" for w in words[max(0, segment.verb_at - 3) : segment.verb_at]):
        return True  # 'Today I hosted my counterparts from Fiji and Tonga for the …'
    if visit and any(w.text == "I" for w in before):
        return True
    return any(w.text == "I" or w.key in {"we", "our", "my"} for w in before) and bool(
        segment.verb or segment.trigger.verbal
    )


def _round(marked: Marked, segment: Segment) -> int | None:
    """The round that the name gives, or the words after it: 'the talks, their second in the format'."""
    words, trigger = marked.sentence.tokens, segment.trigger
    if trigger.mechanism is not None and trigger.mechanism.round is not None:
        return trigger.mechanism.round
    i = trigger.last
    if trigger.mechanism is None and not trigger.verbal:
        value = _ordinal(words, trigger)
        if value is not None:
            return value
    if i + 2 < len(words) and words[i].text == "," and words[i + 1].key in {"their", "its", "the"}:
        return ordinal_value(words[i + 2]) if _ends(words, i + 3) else None
    if trigger.mechanism is not None:
        value = _own_round(words, trigger.mechanism.last, segment.end)
        if value is not None:
            return value
    told = trigger.lemma == "meet" and (trigger.mechanism is not None or trigger.again)
    return _times(words, i, segment.end) if told else None


def _times(words: Sequence[Token], first: int, last: int) -> int | None:
    """'the Commission, set up in May, met for the third time in Lima', not 'for the first time since 2019'."""
    for i in range(first, min(last, len(words)) - 2):
        if words[i].key == "the" and words[i - 1].key == "for" and words[i + 2].key == "time":
            value = ordinal_value(words[i + 1])
            ahead = {word.key for word in words[i + 3 : i + 7]}
            return None if value == 1 and ahead & {"since", "years", "decades", "months", "decade"} else value
    return None


def _ends(words: Sequence[Token], index: int) -> bool:
    """'the talks, their second in the format', not 'at the session, the first patrols begin'."""
    return index >= len(words) or not words[index].text.isalpha() or words[index].key in _BEHIND


def _own_round(words: Sequence[Token], first: int, last: int) -> int | None:
    """'the Joint Trade Committee held its sixth session'."""
    for i in range(first, min(last, first + _OWN) - 2):
        if words[i].key == "its" and (value := ordinal_value(words[i + 1])) is not None:
            return value if any(word.key in _COUNTED for word in words[i + 2 : i + 5]) else None
    return None


def _ordinal(words: Sequence[Token], trigger: Trigger) -> int | None:
    """The number of 'the sixth edition', 'the next, 12th meeting', 'the fourth'; 'the first talks since' has none."""
    own = ordinal_value(words[trigger.first])
    if own is not None:
        return own
    named = trigger.lemma in _COUNTED or trigger.series
    first = trigger.first
    while named and first > 0 and words[first - 1].key in _BETWEEN:
        first -= 1
    ordinal = ordinal_before(words, first) if named else None
    return counted(words, ordinal, trigger.last) if ordinal else None


def _has_office(marked: Marked, segment: Segment) -> bool:
    return any(segment.start - 2 <= mark.last and mark.first < segment.end for mark in marked.posts)


def _only_opens(marked: Marked, segment: Segment) -> bool:
    """'decided to begin talks on visas', 'called for opening negotiations': what is wished for, not what took place."""
    words, at = marked.sentence.tokens, segment.verb_at
    plain = segment.trigger.kind == "talks" and segment.trigger.mechanism is None and not segment.trigger.verbal
    if not plain or segment.verb not in _OPENING or at < 1:
        return False
    return words[at - 1].key == "to" or words[at].key.endswith("ing")


def _dated_behind(mention: Mention) -> bool:
    """'decided to begin talks in May', not 'decided on Friday to begin talks'."""
    return mention.when is not None and mention.when.first > mention.segment.verb_at


def _is_event(marked: Marked, segment: Segment, when: bool, people: bool, pair: bool, place: bool) -> bool:
    """Whether the words tell of an event rather than of a kind of thing, or of a series being set up."""
    trigger = segment.trigger
    series = trigger.mechanism if trigger.kind != "summit" else None  # a summit of a body is not set up by two states
    if series is not None and series.round is None and segment.verb not in _HELD:
        words, founding = marked.sentence.tokens, engagement_words().founding
        near = range(max(segment.start, trigger.first - _FOUNDING), min(segment.end, trigger.last + 6))
        found = any(lemma(words[i]) in founding or words[i].key in _FOUNDED for i in near)
        held = segment.verb == "take" and marked.sentence.tokens[segment.verb_at + 1 :][:1]
        if held and held[0].key == "place":
            found = False  # 'agreed that the next consultations would take place in May'
        if found and not (when and _is_over(marked, trigger.first)):
            return False
    if trigger.kind == "visit" and not (
        people
        or pair
        or _has_office(marked, segment)
        or told_by_guest(marked, segment)
        or told_of_guest(marked, segment)
    ):
        return False
    course = [word.key for word in marked.sentence.tokens[trigger.last : trigger.last + 2]]
    if trigger.lemma == "negotiations" and course in (["that", "began"], ["which", "began"], ["begun", "in"]):
        return False  # a course of years, not a meeting
    plain = trigger.lemma == "dialogue" and not marked.sentence.tokens[trigger.first].capital
    if plain and trigger.mechanism is None and not (segment.verb or people or pair):
        return False  # 'to broaden their dialogue in the years to 2024'
    behind = marked.sentence.tokens[trigger.last : trigger.last + 2]
    if trigger.lemma == "round" and any(word.key in {"due", "scheduled", "expected", "planned"} for word in behind):
        return True  # 'The next is due in Lima'
    if trigger.verbal or segment.verb or when or people or (pair and trigger.kind == "summit"):
        return True
    if trigger.mechanism is not None and trigger.mechanism.round is not None:
        before = marked.sentence.tokens[max(segment.start, trigger.first - 3) : trigger.first]
        return not any(word.key in _FOUNDED for word in before)
    if not _is_over(marked, trigger.first):
        return False
    if trigger.mechanism is None:
        return trigger.kind == "talks" and (place or _ordinal(marked.sentence.tokens, trigger) is not None)
    return place


def _is_over(marked: Marked, first: int) -> bool:
    """'in a statement after the fifth … Committee meeting', 'at the close of the second Dialogue'."""
    near = marked.sentence.tokens[max(0, first - 3) : first]
    return any(word.key in _OVER for word in near)


def _last_held(words: Sequence[Token], segment: Segment) -> bool:
    """'The exercise was last held in May', 'which last took place in Lima'."""
    return words[segment.verb_at - 1].key in {"last", "previously"} and segment.trigger.last < segment.verb_at


def _determiner(marked: Marked, segment: Segment) -> tuple[bool, str]:
    """Whether the noun points back, and whether to the next or a previous one."""
    words, vocabulary = marked.sentence.tokens, engagement_words()
    first, both = segment.trigger.first, stands_for_both(marked, segment)
    definite, turn = False, ""
    for i in range(first - 1, max(segment.start, first - 5) - 1, -1):
        key = words[i].key
        if (i == segment.verb_at and not both) or key in _SUBJECTS:
            break  # 'Earlier in the day he held talks'
        timed = any(date.first <= i < date.last for date in marked.dates)
        if timed and key in vocabulary.next | vocabulary.previous:
            continue  # 'next week I go to Lima'
        if key in vocabulary.next:
            turn = turn or "next"
        elif key in vocabulary.previous:
            turn = turn or "previous"
        elif key in vocabulary.definite:
            definite = True
            break
        elif key in {"a", "an", ",", "and"}:
            break
    behind = words[segment.trigger.last : segment.trigger.last + 1]
    if segment.trigger.verbal and behind and behind[0].key == "previously":
        turn = turn or "previous"  # 'The Commission met previously in Lima'
    if (
        segment.trigger.again
        or segment.trigger.back
        or (not segment.trigger.verbal and segment.verb_at > first and _last_held(words, segment))
    ):
        turn = "previous"
    inside = {word.key for word in words[first : segment.trigger.last]}
    if "next" in inside:
        turn = "next"
    if segment.trigger.series:
        turn = "previous" if words[first - 1].key == "last" else turn
    definite = definite or segment.trigger.lemma in {"cochair", "chair", "head", "lead", "colead", "preside"}
    return definite, turn
