"""The year a document speaks from, where it has no date line: told by what it says itself, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verbale.language.dates_calendar import partial
from verbale.language.dates_tense import Tenses
from verbale.language.dates_values import Form, RawDate
from verbale.language.marks import Marked
from verbale.language.numbers import Words, key_at
from verbale.model.dates import PartialDate
from verbale.model.document import Role

Scanned = Sequence[tuple[Marked, list[RawDate]]]
_AHEAD = frozenset("towards toward upcoming approaching until next".split())


def year_told(scanned: Scanned) -> tuple[PartialDate, str] | None:
    """The day, or the year, from which a document without a date line speaks; None where it does not settle that."""
    anniversary = _anniversary(scanned)
    day = _first_day(scanned)
    if anniversary is not None:
        return _joined(anniversary, day), "the anniversary that the document marks"
    if day is not None:
        year = _only_year(scanned, day)
        if year is not None:
            return _joined(year, day), "the dates before and after it in the document"
    named = {
        raw.start.year
        for marked, raws in scanned
        if marked.sentence.role is Role.HEADLINE
        for raw in raws
        if raw.start and raw.start.year and raw.end is None and not raw.deadline
    }
    return (_joined(named.pop(), day), "the headline") if len(named) == 1 else None


def _joined(year: int | None, day: PartialDate | None) -> PartialDate:
    return (partial(year, day.month, day.day) if day else None) or PartialDate(year)


def _anniversary(scanned: Scanned) -> int | None:
    """'celebrating the 10th anniversary of their partnership (2013-2023)' was written in 2023, '… this year'."""
    found: set[int] = set()
    for marked, raws in scanned:
        words = marked.sentence.tokens
        places = [i for i, token in enumerate(words) if token.key in ("anniversary", "anniversaries")]
        if not places:
            continue
        now = any(raw.form is Form.UNIT and raw.unit == "year" and raw.amount == 0 for raw in raws)
        celebrated = any(t.key[:9] in ("celebrate", "celebrati", "marks", "marking", "marked") for t in words)
        if not (now or celebrated) or _looks_ahead(words, places[0]):
            continue
        found |= {
            raw.end.year
            for raw in raws
            if raw.start and raw.start.year and raw.end and raw.end.year and raw.start.month is None
            and (raw.end.year - raw.start.year) in _ordinals_before(words, places[0])
        }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def _ordinals_before(words: Words, index: int) -> set[int]:
    near = (words[i].key for i in range(max(0, index - 5), index))
    return {int(key[:-2]) for key in near if key[:-2].isdecimal() and len(key) <= 5}


def _near_anniversary(words: Words, index: int) -> bool:
    return any(words[i].key == "anniversary" for i in range(max(0, index - 20), index))


def _looks_ahead(words: Words, index: int) -> bool:
    near = range(max(0, index - 6), index)
    return any(words[i].key in _AHEAD or (words[i].key == "up" and key_at(words, i - 1) == "leading") for i in near)


def _first_day(scanned: Scanned) -> PartialDate | None:
    """The first day named without a year in the body: in this genre the day of the story."""
    for marked, raws in scanned:
        if marked.sentence.role is not Role.BODY:
            continue
        for raw in raws:
            if raw.form is Form.CALENDAR and raw.start and raw.start.day and raw.start.year is None:
                return raw.start
    return None


def _only_year(scanned: Scanned, day: PartialDate) -> int | None:
    """The one year in which the day lies after all that the document recalls and before all that it announces.

    A month and year that are announced lie within a year of the story, which else would not be told so exactly.
    """
    recalled, announced = [date.min], [(date.max, False)]
    for marked, raws in scanned:
        words = marked.sentence.tokens
        tenses = Tenses(words if raws else ())
        for raw in raws:
            if raw.form is not Form.CALENDAR or raw.start is None or raw.start.year is None or raw.period:
                continue
            bound = _bound(words, raw, tenses)
            if bound is None:
                recalled.append((raw.start.latest() if raw.start.month else raw.start.earliest()) or date.min)
            else:
                announced.append((bound, raw.start.month is not None))
    lower = max(recalled)
    upper, exact = min((pair for pair in announced if pair[0] >= lower), default=(date.max, False))
    if lower == date.min or upper == date.max:
        return None
    fits = []
    for year in range(lower.year, min(upper.year, lower.year + 3) + 1):
        candidate = partial(year, day.month, day.day)
        first = candidate.earliest() if candidate else None
        if first is not None and lower <= first <= upper and not (exact and (upper - first).days > 366):
            fits.append(year)
    return fits[0] if len(fits) == 1 else None


def _bound(words: Words, raw: RawDate, tenses: Tenses) -> date | None:
    """The last day by which the story was written, where the expression announces something; None where it recalls."""
    last = raw.end or raw.start
    if last is None or last.year is None:
        return None
    if _looks_ahead(words, raw.first) or (raw.end and _near_anniversary(words, raw.first)):
        return date(last.year - 1, 12, 31)
    placed = raw.start is not None and (
        raw.start.month is not None or key_at(words, raw.first - 1) in ("in", "by", "until")
    )
    if placed and (raw.deadline or tenses.direction(raw.first, raw.last) > 0):
        return last.latest()
    return None
