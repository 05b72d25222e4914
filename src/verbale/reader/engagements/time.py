"""When: the date that belongs to an event, and whether the event is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from verbale.language.marks import DateMark, Marked
from verbale.language.tokens import Token
from verbale.language.verbs import PAST, S, verb
from verbale.model.dates import DateInterval, PartialDate, Precision
from verbale.reader.engagements.pictured import pictured
from verbale.reader.engagements.segments import Segment
from verbale.reader.engagements.words import engagement_words, lemma
from verbale.reader.scene import Scene

_SAYING = frozenset({"say", "stress", "note", "add", "recall", "affirm", "emphasize", "underline"})
_DECIDED = frozenset({"agreed", "agree", "decided", "resolved", "undertook"})
_TEXTS = frozenset("agreement treaty convention protocol accord accords memorandum deal pact declaration law".split())
_BESIDE = {("as", "well", "as"), ("in", "addition"), ("besides",), ("alongside",), ("apart", "from")}
_FOUNDED = frozenset("initiated launched established begun founded created inaugurated instituted".split())
_DATELINE = 6  # tokens before the date of a dateline, and before the dash behind it
_DASHES = frozenset({"-", "–", "—"})
_MEANWHILE = frozenset({"as", "while"})  # 'Peru and Chile plan a port as President A visits'
_SUBJECT = 6  # tokens behind the comma among which 'will' stands
_REACH = 10  # tokens before an event in which 'will', 'plans to' speak of it


def nearest_date(marked: Marked, segment: Segment) -> DateMark | None:
    """The date in an event's words: a day before a month before a year, then the nearest; no deadlines."""
    trigger = segment.trigger
    found: list[tuple[int, int, DateMark]] = []
    for mark in marked.dates:
        last = mark.since and trigger.again and mark.first - trigger.last == 1  # 'had not met since May'
        if (mark.since and not last) or mark.deadline or mark.start is None or _bracketed(marked, mark):
            continue
        leads = mark.first <= 1 and segment.start > 0 and segment.trigger.verbal
        inside_segment = segment.start <= mark.first and mark.last <= segment.end
        inside_segment = inside_segment or _opens_time(marked, segment, mark)
        if (
            not (inside_segment or leads)
            or (belongs_elsewhere(marked, mark) and not _of_noun(marked, segment, mark))
            or (of_another_matter(marked, segment.trigger.last, mark.first) and not last)
            or _in_aside(marked, segment, mark)
            or _of_speaking(marked, segment, mark)
            or _of_dateline(marked.sentence.tokens, mark)
            or _of_founding(marked.sentence.tokens, segment, mark)
        ):
            continue
        distance = mark.first - trigger.last if mark.first >= trigger.last else trigger.first - mark.last
        inside = trigger.first <= mark.first < trigger.last
        found.append((-int(mark.start.precision), 0 if inside else abs(distance), mark))
    return min(found, key=lambda item: item[:2])[2] if found else None


def _of_dateline(words: Sequence[Token], mark: DateMark) -> bool:
    """'LIMA, Nov 26 (Agency) - …': when the story was written."""
    opens = words[0].text.isupper() and len(words[0].text) > 2 and 0 < mark.first < _DATELINE
    return opens and any(word.text in _DASHES for word in words[mark.last : mark.last + _DATELINE])


def _of_founding(words: Sequence[Token], segment: Segment, mark: DateMark) -> bool:
    """'co-chaired the final session of the Dialogue, launched on 11 June 2020': when the series began."""
    last = segment.trigger.last
    if mark.first < last + 2 or not 0 <= segment.verb_at < segment.trigger.first:
        return False
    return words[last].text == "," and words[last + 1].key in _FOUNDED


def _opens_time(marked: Marked, segment: Segment, mark: DateMark) -> bool:
    """'in March, when President A visits Lima': the date that 'when' takes up."""
    words, opens = marked.sentence.tokens, segment.start
    when = next((i for i in range(opens, min(opens + 2, segment.trigger.first)) if words[i].key == "when"), None)
    return when is not None and 0 <= when - mark.last <= 1


def _of_noun(marked: Marked, segment: Segment, mark: DateMark) -> bool:
    """'the communiqué of the fifth Ministers' Meeting of 24 July 2016': the date stands with the meeting itself."""
    words, last = marked.sentence.tokens, segment.trigger.last
    return mark.first == last + 1 and words[last].key in {"of", "on"} and not segment.trigger.verbal


def by_deadline(scene: Scene, marked: Marked, segment: Segment) -> DateMark | None:
    """'will hold the next round by the end of the year': from the date line to then."""
    published = scene.published
    if published is None or published.year is None or published.month is None:
        return None
    for mark in marked.dates:
        end = mark.start.latest() if mark.start is not None else None
        near = segment.trigger.last <= mark.first < segment.end and mark.first - segment.trigger.last < _REACH
        near = near or _opens_time(marked, segment, mark)
        if not (mark.deadline and near and end is not None) or belongs_elsewhere(marked, mark):
            continue
        last = PartialDate(end.year, end.month)
        first = PartialDate(published.year, published.month)
        if first.edtf < last.edtf:
            return replace(mark, start=DateInterval(first, last), end=None, future=True)
    return None


def this_year(scene: Scene, marked: Marked, segment: Segment) -> DateMark | None:
    """'my visit to Lima earlier this year': the year of the date line."""
    words = marked.sentence.tokens
    for i in range(segment.trigger.last, min(segment.end, segment.trigger.last + _REACH) - 2):
        if [w.key for w in words[i : i + 3]] == ["earlier", "this", "year"] and scene.published is not None:
            return DateMark(i, i + 3, PartialDate(scene.published.year), reason="year from the date line")
    return None


def of_another_matter(marked: Marked, last: int, first: int) -> bool:
    """'the first talks since ties were restored in 1995', 'after …': what stands there is of another matter."""
    between = marked.sentence.tokens[last:first]
    return any(w.key in {"since", "after", "following", "until", "before"} for w in between)


def _in_aside(marked: Marked, segment: Segment, mark: DateMark) -> bool:
    """'Peru, which joined the pact in 2019, will hold talks', 'signed a memorandum, under which work begins in May':
    a date in a relative clause about something else."""
    words, trigger = marked.sentence.tokens, segment.trigger
    if mark.first >= trigger.last:
        if any(lemma(word) in _SAYING for word in words[trigger.last : mark.first]):
            return True
        opens = next((i for i in range(mark.first - 1, trigger.last, -1) if _relative(words, i)), None)
        if opens is None or trigger.last > opens - 3:
            return False
        return words[opens - 1].key == "under" or not _tells_of_event(words, opens, mark.first)
    for i in range(mark.first - 1, max(segment.start, 1) - 1, -1):
        if words[i].key in {"which", "who", "that"} and words[i - 1].text == ",":
            closes = any(word.text == "," for word in words[mark.last : trigger.first])
            return closes and trigger.first - mark.last > 1 and not _tells_of_event(words, i, mark.first)
    return False


def _relative(words: Sequence[Token], i: int) -> bool:
    """'which', and 'that' before a verb of being: 'a committee that was set up in April'."""
    return words[i].key == "which" or (words[i].key == "that" and words[i + 1].key in {"was", "were", "has", "had"})


def _of_speaking(marked: Marked, segment: Segment, mark: DateMark) -> bool:
    """'The ministry on Tuesday said the ships came home after the talks', 'According to the communique of the
    session, patrols begin on 1 May': the day of what is said, or of what is told behind the source."""
    words, trigger = marked.sentence.tokens, segment.trigger
    if mark.last <= trigger.first:
        if _of_deciding(words, mark.first, mark.last, trigger.first):
            return True
        said = mark.last < len(words) and lemma(words[mark.last]) in {"say", "announce"}
        between = {word.key for word in words[mark.last : trigger.first]}
        return said and not trigger.verbal and bool(between & {"following", "after", "during"})
    source = words[0].key == "according" and not trigger.verbal
    comma = next((i for i in range(mark.first) if words[i].text == ","), 0) if source else 0
    return comma >= trigger.last


def _of_deciding(words: Sequence[Token], first: int, last: int, trigger: int) -> bool:
    """'agreed on Sunday to prepare for a summit', 'pledged Monday that they would meet': the day of the decision."""
    decided = any(
        word.key in _DECIDED or word.key in {"pledged", "vowed", "promised"}
        for word in words[max(0, first - 3) : first]
    )
    apart = {",", "at", "during", "after", "following", "as"} & {word.key for word in words[last:trigger]}
    return decided and last < trigger and words[last].key in {"to", "that"} and not apart


def _tells_of_event(words: Sequence[Token], first: int, last: int) -> bool:
    vocabulary = engagement_words()
    stems = {lemma(word) for word in words[first:last]} - {"", "be", "have"}
    return not stems or bool(stems & (vocabulary.holding | vocabulary.verbs.keys()))


def _bracketed(marked: Marked, mark: DateMark) -> bool:
    """A span of years in brackets tells of an anniversary."""
    words = marked.sentence.tokens
    year_only = mark.start is not None and mark.start.precision is Precision.YEAR
    return year_only and mark.first > 0 and words[mark.first - 1].text == "("


def belongs_elsewhere(marked: Marked, mark: DateMark) -> bool:
    """A date of an instrument ('the 2015 Joint Vision Statement, signed in …'), or of an anniversary."""
    words = marked.sentence.tokens
    if mark.first > 1 and words[mark.first - 1].key in {"years", "period"}:
        return True
    if mark.last < len(words) and words[mark.last].key in {"when", "during", "as", "while"}:
        return False
    for instrument in marked.instruments:
        between = range(mark.last, instrument.first)
        named = 0 < len(between) <= 5 and all(
            words[i].text in {"-", "–", "the"} or any(m.first <= i < m.last for m in marked.parties) for i in between
        )
        if named or mark.last == instrument.first or instrument.first <= mark.first < instrument.last:
            return True
        if 0 <= mark.first - instrument.last <= 3 and any(
            w.key in {"signed", "of", "inked", "adopted", "reached", "("} for w in words[instrument.last : mark.first]
        ):
            return True
    if mark.first > 1 and words[mark.first - 1].key == "of" and words[mark.first - 2].key in _TEXTS:
        return True  # 'under the bilateral agreement of 1987'
    return mark.last < len(words) and words[mark.last].key in {"anniversary", "founding", "period"}


def is_planned(scene: Scene, marked: Marked, segment: Segment, when: DateMark | None, turn: str) -> bool:
    """Whether the text speaks of the event as still to come; a date clearly before or after the date line decides."""
    if when is not None and when.start is not None and scene.published is not None:
        side = _side(when, scene)
        if side:
            return side > 0
    if turn == "next":
        return True
    return told_ahead(marked, segment) and turn != "previous"


def _side(when: DateMark, scene: Scene) -> int:
    """-1 where the date lies before the date line, 1 where after, 0 where it may be either."""
    published, start = scene.published, when.start
    if when.future and isinstance(start, DateInterval):
        return 1
    if published is None or start is None or published.precision < Precision.MONTH:
        return 0
    first: date | None = start.earliest()
    last: date | None = start.latest()
    opens, closes = published.earliest(), published.latest()
    if first and closes and first > closes:
        return 1
    if last and opens and last < opens:
        return -1
    return 0


def _beside_what_is_ahead(words: Sequence[Token], first: int) -> bool:
    """'As well as talks with the Prime Minister, I will open …': the clause behind the comma says when."""
    opening = tuple(word.key for word in words[:3])
    if opening[:1] not in _BESIDE and opening[:2] not in _BESIDE and opening not in _BESIDE:
        return False
    comma = next((i for i, word in enumerate(words) if word.text == ","), len(words))
    return first < comma and any(word.key in {"will", "shall"} for word in words[comma + 1 : comma + 1 + _SUBJECT])


def told_ahead(marked: Marked, segment: Segment) -> bool:
    """Whether the words speak of an event as to come: 'will', 'is due to', 'ahead of'."""
    words, vocabulary = marked.sentence.tokens, engagement_words()
    trigger = segment.trigger
    if pictured(marked):
        return False  # 'A and B ahead of the talks': the picture came before them, the story after
    if trigger.verbal and _is_past(words, trigger.first):
        return False  # 'to keep that commitment, A welcomed B'
    if not trigger.verbal and {w.key for w in words[max(0, trigger.first - 3) : trigger.first]} & {
        "after",
        "following",
    }:
        return False  # 'after the fifth meeting, they pledged more'
    if not trigger.verbal and _beside_what_is_ahead(words, trigger.first):
        return True
    if trigger.verbal and (_listed_ahead(words, segment.start, trigger.first) or _when_ahead(words, trigger.first)):
        return True
    anchor = min(trigger.first, segment.verb_at) if segment.verb_at >= 0 else trigger.first
    first = max(segment.start, anchor - _REACH)
    if trigger.verbal:
        first = next((i for i in range(trigger.first - 1, first, -1) if words[i].key in _MEANWHILE), first)
    last = min(segment.end, max(trigger.last + 4, segment.verb_at if segment.verb_at - trigger.last < 12 else 0))
    near = (*range(first, trigger.first), *range(trigger.last, last))
    if any(words[i].key in vocabulary.future and not _is_plan(words, i) for i in near):
        return True
    if any(_agreed_to(words, i) for i in range(max(segment.start, trigger.first - _REACH), trigger.first)):
        return True
    if trigger.kind == "visit" and _invited(words, segment.start, trigger.first):
        return True
    if segment.start >= 2 and any(w.key in {"ahead"} for w in words[segment.start : segment.start + 2]):
        return True
    if any(hit.first >= first for hit in vocabulary.future_phrases.find(words, first, min(len(words), last + 4))):
        return True
    at = segment.verb_at
    return marked.sentence.heading and at > 0 and words[at - 1].key == "to"


def _listed_ahead(words: Sequence[Token], start: int, index: int) -> bool:
    """'A will address parliament, meet students and sign the pact': 'will' governs each plain verb of the row."""
    found = verb(words[index].key)
    row = (
        found is not None and words[index].key == found.lemma and index > start and words[index - 1].key in {",", "and"}
    )
    return row and any(word.key in {"will", "shall"} for word in words[start:index])


def _when_ahead(words: Sequence[Token], index: int) -> bool:
    """'is expected to raise the border when he visits Lima in May': the present of a time that is to come."""
    found = verb(words[index].key)
    when = next((i for i in range(index - 1, max(0, index - _SUBJECT), -1) if words[i].key == "when"), 0)
    present = found is not None and S in found.forms and words[index].key != found.lemma
    return bool(when) and present and any(word.key in engagement_words().future for word in words[:when])


def _is_plan(words: Sequence[Token], index: int) -> bool:
    """'criticised it as a military plan', 'under the action plan': a thing, and nothing to come."""
    following = words[index + 1].key if index + 1 < len(words) else ""
    return words[index].key == "plan" and following not in {"to", "for"} and words[index - 1].text != ","


def _agreed_to(words: Sequence[Token], index: int) -> bool:
    """'agreed to have further talks', 'decided to meet again'."""
    if words[index].key not in _DECIDED or index + 2 >= len(words) or words[index + 1].key != "to":
        return False
    stem = lemma(words[index + 2])
    return stem in engagement_words().verbs or stem in {"have", "hold", "convene", "launch", "begin", "start"}


def _is_past(words: Sequence[Token], index: int) -> bool:
    """'met', 'welcomed', not 'will be received', 'to be welcomed', 'if invited'."""
    found = verb(words[index].key)
    past = found is not None and PAST in found.forms and words[index].key != found.lemma
    return past and not (index and words[index - 1].key in {"be", "been", "being", "get", "if", "when", "as"})


def _invited(words: Sequence[Token], first: int, last: int) -> bool:
    """'took up an invitation by A to visit Lima', not 'at the invitation of A, B visited Lima'."""
    for i in range(first, last):
        if words[i].key in {"invitation", "invite", "invited", "invites"}:
            return not any(word.key in {"at", "upon", "on"} for word in words[max(0, i - 2) : i])
    return False
