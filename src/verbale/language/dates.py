"""Dates in the sentences of one document, resolved against its date line or its own evidence.

The grammar (`dates_grammar`) knows only words, the resolution (`dates_resolve`) only parts of dates; this file joins
them over a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.language.dates_grammar import scan
from verbale.language.dates_resolve import Ground, resolve
from verbale.language.dates_tense import Tenses
from verbale.language.dates_values import Form, RawDate
from verbale.language.dates_year import Scanned, year_told
from verbale.language.marks import DateMark, Marked
from verbale.language.tokens import Token
from verbale.model.dates import PartialDate, Precision
from verbale.model.document import Role

DATE_LINE = "the date line"
_OPENING, _DATELINE = 2, 6  # sentences of the body, and tokens in them, where a dateline's day stands
_THAT = frozenset({"that", "the"})  # 'of that year', 'of the same year'
_MOST_NUMBERS = 100  # in one sentence: beyond them it is a table


def date_marks(sentences: Sequence[Marked], published: PartialDate | None) -> list[list[DateMark]]:
    """The dates of each sentence, in order; `published` is the document's own date, if it has one.

    Every mark has a value only as far as the document settles it: 'March 30' without a date line or other evidence is
    XXXX-03-30, 'yesterday' None.
    """
    scanned = _scanned(sentences)
    ground = _ground(scanned, published)
    before: dict[Precision, PartialDate] = {}
    earlier: dict[Precision, PartialDate] = {}  # as it was before the mark read last
    found: list[list[DateMark]] = []
    for marked, raws in scanned:
        marks: list[DateMark] = []
        tenses = Tenses(marked.sentence.tokens if raws else ())
        for raw in raws:
            joins = bool(marks) and _of_that_year(marked.sentence.tokens, marks[-1], raw)
            mark = resolve(raw, ground, tenses.direction(raw.first, raw.last), earlier if joins else before)
            if raw.form is Form.AHEAD and mark.start is None:
                continue  # 'trade doubled in two months': how long it took
            earlier = dict(before)
            if joins:
                mark = _in_year(marks.pop(), mark)
            marks.append(mark)
            _remember(before, mark)
        found.append(marks)
    return found


def _of_that_year(words: Sequence[Token], month: DateMark, year: RawDate) -> bool:
    """'in December of that year', 'on 3 May of the same year': a day in the year named before."""
    beside = month.last + 1 == year.first and words[month.last].key == "of" and words[year.first].key in _THAT
    return beside and year.form is Form.SAME and isinstance(month.start, PartialDate) and month.end is None


def _in_year(month: DateMark, year: DateMark) -> DateMark:
    """The day that a month and 'that year' tell together; the month alone where nobody named one."""
    if not isinstance(month.start, PartialDate) or not isinstance(year.start, PartialDate):
        return month
    start = replace(month.start, year=year.start.year)
    return replace(month, last=year.last, start=start, reason=year.reason, future=year.future)


def _remember(before: dict[Precision, PartialDate], mark: DateMark) -> None:
    """Keep the date for 'the same day', 'the following month'; what is only announced is not meant by them."""
    named = mark.end or mark.start
    if isinstance(named, PartialDate) and not mark.future:
        for precision in (Precision.YEAR, Precision.MONTH, Precision.DAY):
            if named.precision >= precision and not (mark.end and precision is Precision.DAY):
                before[precision] = named


def document_year(sentences: Sequence[Marked], published: PartialDate | None) -> tuple[int, str] | None:
    """The year that a document speaks from and what shows it; None where nothing does."""
    ground = _ground(_scanned(sentences), published)
    if ground.anchor is None or ground.anchor.year is None:
        return None
    return ground.anchor.year, ground.reason


def _scanned(sentences: Sequence[Marked]) -> Scanned:
    """The dates of each sentence as parts; a table of numbers is not read as prose and has none."""
    return [(marked, [] if _is_table(marked.sentence.tokens) else scan(marked.sentence.tokens)) for marked in sentences]


def _is_table(words: Sequence[Token]) -> bool:
    return len(words) > _MOST_NUMBERS and sum(token.key[:1].isdecimal() for token in words) > _MOST_NUMBERS


def _ground(scanned: Scanned, published: PartialDate | None) -> Ground:
    raws = [raw for _, found in scanned for raw in found]
    anchor, reason = published, DATE_LINE
    if published is None:
        told = year_told(scanned)
        if told is not None:
            anchor, reason = told
    opening = _dateline_day(scanned) if published is None else None
    dated = published is not None or (opening is not None and anchor is not None)
    return Ground(anchor, reason, dated, _day_first(raws, published), _known(raws), opening)


def _dateline_day(scanned: Scanned) -> PartialDate | None:
    """The day, without its year, of a dateline that opens the body: 'LIMA, March 6 (AGENCY) - Peru on Thursday …'."""
    opening = [(marked, raws) for marked, raws in scanned if marked.sentence.role is Role.BODY][:_OPENING]
    for marked, raws in opening:
        for raw in raws[:1]:
            told = raw.form is Form.CALENDAR and raw.start is not None and raw.start.day and raw.start.year is None
            if told and raw.first <= _DATELINE and _closes_dateline(marked.sentence.tokens, raw.last):
                return raw.start
    return None


def _closes_dateline(words: Sequence[Token], last: int) -> bool:
    """Whether an agency's name, a dash or the end of a short line stands behind a date."""
    return last >= len(words) or words[last].text in {"(", "-", "–", "—", "/", ":", "--", ",", "."}


def _day_first(raws: Sequence[RawDate], published: PartialDate | None) -> bool | None:
    """Whether numeric dates put the day first, by one that can be read in one way only; None where they disagree."""
    votes: set[bool] = set()
    for one, two, year in (raw.numbers for raw in raws if raw.form is Form.NUMERIC and raw.numbers):
        if one == two:
            continue
        if max(one, two) > 12:
            votes.add(one > 12)
        elif published is not None and published.day and published.year == year:
            if (published.day, published.month) == (one, two):
                votes.add(True)
            elif (published.month, published.day) == (one, two):
                votes.add(False)
    return votes.pop() if len(votes) == 1 else None


def _known(raws: Sequence[RawDate]) -> dict[tuple[int | None, int | None], int]:
    """Years of the days and months that the document names in full once, and never with another year."""
    years: dict[tuple[int | None, int | None], set[int]] = {}
    for raw in raws:
        if raw.form is Form.CALENDAR and raw.start and raw.start.year and raw.start.day:
            years.setdefault((raw.start.month, raw.start.day), set()).add(raw.start.year)
    return {key: values.pop() for key, values in years.items() if len(values) == 1}
