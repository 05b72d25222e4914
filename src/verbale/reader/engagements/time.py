"""When: the date that belongs to an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verbale.language.marks import DateMark, Marked
from verbale.language.tokens import Token
from verbale.language.verbs import verb
from verbale.model.dates import DateInterval, PartialDate, Precision
from verbale.reader.engagements.segments import Segment
from verbale.reader.engagements.words import engagement_words, lemma
from verbale.reader.scene import Scene

_SAYING = frozenset({"say", "stress", "note", "add", "recall", "affirm", "emphasize", "underline"})
DECIDED = frozenset({"agreed", "agree", "decided", "resolved", "undertook"})
_TEXTS = frozenset("agreement treaty convention protocol accord accords memorandum deal pact declaration law".split())
_FOUNDED = frozenset("initiated launched established begun founded created inaugurated instituted".split())
DATELINE = 6  # tokens before the date of a dateline, and before the dash behind it
_DASHES = frozenset({"-", "–", "—"})
_SAID_BY = frozenset({"he", "she", "it", "they"})  # 'the apology that he made in July'
_OF_THAT = frozenset({"was", "were", "has", "had"}) | _SAID_BY
_WEEK = 7
REACH = 10  # tokens before an event in which 'will', 'plans to' speak of it


def nearest_date(marked: Marked, segment: Segment) -> DateMark | None:
    """The date in an event's words: a day before a month before a year, then the nearest; no deadlines."""
    trigger = segment.trigger
    found: list[tuple[int, int, DateMark]] = []
    for mark in marked.dates:
        recalls = trigger.again or trigger.back
        last = mark.since and recalls and mark.first - trigger.last == 1  # 'had not met since May'
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


def day_told(scene: Scene, marked: Marked, dateline: int) -> PartialDate | None:
    """The day of a sentence that lies in the week before the date line and belongs to what it tells.

    Where the document has no date, a day without its year among the first `dateline` tokens is that of a dateline.
    """
    last = scene.published.latest() if scene.published is not None else None
    for mark in marked.dates:
        start = mark.start
        if not isinstance(start, PartialDate) or start.precision is not Precision.DAY or mark.end is not None:
            continue
        if scene.published is None and start.year is None and mark.first < dateline:
            return start  # 'LIMA, Nov 26 (Agency) --': the day is told, the year is not
        first = start.earliest()
        if first and last and 0 <= (last - first).days <= _WEEK and not belongs_elsewhere(marked, mark):
            return start
    return None


def _of_dateline(words: Sequence[Token], mark: DateMark) -> bool:
    """'LIMA, Nov 26 (Agency) - …', 'Lima, 26 November 2024 –': when the story was written."""
    town = words[0].text.isupper() or (words[mark.first - 1].text == "," and _capitals(words[: mark.first]))
    opens = town and len(words[0].text) > 2 and 0 < mark.first < DATELINE
    return opens and any(word.text in _DASHES for word in words[mark.last : mark.last + DATELINE])


def _capitals(words: Sequence[Token]) -> bool:
    """Whether all words of a name have a capital: 'Port Moresby,'."""
    return all(word.capital for word in words if word.text.isalpha())


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
        near = segment.trigger.last <= mark.first < segment.end and mark.first - segment.trigger.last < REACH
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
    for i in range(segment.trigger.last, min(segment.end, segment.trigger.last + REACH) - 2):
        if [w.key for w in words[i : i + 3]] == ["earlier", "this", "year"] and scene.published is not None:
            return DateMark(i, i + 3, PartialDate(scene.published.year), reason="year from the date line")
    return None


def in_this_year(scene: Scene, marked: Marked, segment: Segment, when: DateMark) -> DateMark:
    """'this year's Leaders' Summit on April 22': the year of the date line, whichever way the clause looks."""
    start, published, first = when.start, scene.published, segment.trigger.first
    words = [word.key for word in marked.sentence.tokens[max(0, first - 3) : first + 1]]
    told = ("this", "year") in pairwise(words) and isinstance(start, PartialDate) and published is not None
    if not told or when.end is not None or not isinstance(start, PartialDate) or start.month is None:
        return when
    return replace(when, start=replace(start, year=published.year)) if published is not None else when


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
        if words[opens].key == "that" and words[opens + 1].key in _SAID_BY:
            return True
        return words[opens - 1].key == "under" or not _tells_of_event(words, opens, mark.first)
    for i in range(mark.first - 1, max(segment.start, 1) - 1, -1):
        if words[i].key in {"which", "who", "that"} and words[i - 1].text == ",":
            closes = any(word.text == "," for word in words[mark.last : trigger.first])
            return closes and trigger.first - mark.last > 1 and not _tells_of_event(words, i, mark.first)
    return False


def _relative(words: Sequence[Token], i: int) -> bool:
    """'which', and 'that' before a verb of being: 'a committee that was set up in April'."""
    return words[i].key == "which" or (words[i].key == "that" and words[i + 1].key in _OF_THAT)


def _of_speaking(marked: Marked, segment: Segment, mark: DateMark) -> bool:
    """'The ministry on Tuesday said the ships came home after the talks', 'According to the communique of the
    session, patrols begin on 1 May': the day of what is said, or of what is told behind the source."""
    words, trigger = marked.sentence.tokens, segment.trigger
    if mark.last <= trigger.first:
        if _of_deciding(words, mark.first, mark.last, trigger.first) or _of_time_clause(words, segment, mark):
            return True
        said = mark.last < len(words) and lemma(words[mark.last]) in {"say", "announce"}
        between = {word.key for word in words[mark.last : trigger.first]}
        return said and not trigger.verbal and bool(between & {"following", "after", "during"})
    source = words[0].key == "according" and not trigger.verbal
    comma = next((i for i in range(mark.first) if words[i].text == ","), 0) if source else 0
    return comma >= trigger.last


def _of_time_clause(words: Sequence[Token], segment: Segment, mark: DateMark) -> bool:
    """'To walk the border before the rains come in December, …': the day of what is told in that clause."""
    opens = range(max(segment.start, mark.first - REACH), mark.first)
    first = next((i for i in opens if words[i].key in {"before", "until", "unless"}), None)
    clause = first is not None and any(verb(word.key) is not None for word in words[first + 1 : mark.first])
    return clause and words[mark.last].text == ","


def _of_deciding(words: Sequence[Token], first: int, last: int, trigger: int) -> bool:
    """'agreed on Sunday to prepare for a summit', 'pledged Monday that they would meet': the day of the decision."""
    decided = any(
        word.key in DECIDED or word.key in {"pledged", "vowed", "promised"} for word in words[max(0, first - 3) : first]
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
