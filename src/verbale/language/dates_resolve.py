"""From words to dates: what the date line, the tense and the document's other dates settle.

Nothing is invented: without a date line or other evidence a year stays unknown, and 'yesterday' has no value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from verbale.language.dates_calendar import partial
from verbale.language.dates_tense import AHEAD, BACK, LEANING
from verbale.language.dates_values import Form, Period, RawDate
from verbale.language.marks import DateMark
from verbale.model.dates import AnyDate, DateInterval, PartialDate, Precision

_UNIT_PRECISION = {
    "day": Precision.DAY,
    "week": Precision.DAY,
    "month": Precision.MONTH,
    "quarter": Precision.MONTH,
    "year": Precision.YEAR,
}
_WEEK = 7
_SATURDAY = 5
# How much farther a day against the tense seems than one that goes with it.
_AGAINST, _LEANS, _UNSAID = 12.0, 2.0, 1.5


@dataclass(frozen=True, slots=True)
class Ground:
    """What a document gives for resolving.

    `anchor` is the day (or month, or year) it speaks from, `reason` says why; `dated` is set where that is its own
    date, so that 'today' means it; `day_first` tells whether its numeric dates put the day first; `known` holds the
    years of the days that it names in full; `opening` is the day of a dateline that does not tell its year.
    """

    anchor: PartialDate | None = None
    reason: str = ""
    dated: bool = False
    day_first: bool | None = None
    known: Mapping[tuple[int | None, int | None], int] = field(default_factory=dict)
    opening: PartialDate | None = None


def resolve(raw: RawDate, ground: Ground, tense: int, before: Before) -> DateMark:
    """The mark of an expression; `before` holds the dates named last before it."""
    start, end, reason = _values(raw, ground, tense, before)
    anchor = ground.anchor
    future = tense > 0 and raw.form is not Form.AGO
    opening = start.earliest() if start else None
    closing = anchor.latest() if anchor else None
    if opening and closing and anchor and anchor.month:
        latest = start.latest() if start else None
        if ground.dated:
            future = opening > closing or (future and latest is not None and latest >= closing)
        else:
            future = future or (tense == 0 and opening > closing)
    return DateMark(raw.first, raw.last, start, end, reason, raw.since, raw.deadline, future)


Before = Mapping[Precision, PartialDate]  # the date named last, of each precision or finer
Values = tuple[AnyDate | None, PartialDate | None, str]


def _values(raw: RawDate, ground: Ground, tense: int, before: Before) -> Values:
    if raw.form is Form.NUMERIC:
        return _numeric(raw, ground)
    if raw.form is Form.CALENDAR:
        return _calendar(raw, ground, tense)
    if raw.form is Form.SAME:
        named = before.get(_UNIT_PRECISION[raw.unit])
        start = _shift(named, raw.unit, raw.amount) if named else None
        return start, None, "from the date named before" if start else ""
    anchor = ground.anchor
    if anchor is None:
        return (
            (_yearless(raw, ground.opening, tense), None, "the dateline, which tells no year")
            if ground.opening
            else _NONE
        )
    if raw.unit == "weekend":
        return _weekend(anchor, tense), None, ground.reason
    if raw.form is Form.UNIT:
        return _unit(raw, anchor), None, ground.reason
    if raw.form is Form.AGO:
        return _shift(anchor, raw.unit, -raw.amount), None, ground.reason
    if raw.form is Form.AHEAD:
        start = _shift(anchor, raw.unit, raw.amount) if tense == AHEAD else None
        return start, None, ground.reason if start else ""
    if raw.form is Form.SPAN:
        start, end = _span(raw, anchor)
        return start, end, ground.reason
    day = anchor.earliest() if anchor.precision is Precision.DAY else None
    if day is None or not ground.dated:
        return None, None, ""
    if raw.form is Form.DAY:
        return _day(day + timedelta(days=raw.amount)), None, ground.reason
    return _day(_weekday(day, raw, tense)), None, ground.reason


_NONE: Values = (None, None, "")


def _yearless(raw: RawDate, opening: PartialDate, tense: int) -> PartialDate | None:
    """'today' and 'yesterday' by a dateline without a year: XXXX-03-06; a weekday before it only gives the month."""
    if opening.day is None:
        return None
    if raw.form is Form.DAY and raw.amount in (0, -1) and opening.day + raw.amount >= 1:
        return PartialDate(None, opening.month, opening.day + raw.amount)
    week = raw.form not in (Form.DAY, Form.UNIT, Form.AGO, Form.SPAN) and raw.direction is None and tense != AHEAD
    return PartialDate(None, opening.month) if week and opening.day > _WEEK else None


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)


def _numeric(raw: RawDate, ground: Ground) -> Values:
    one, two, year = raw.numbers or (0, 0, 0)
    if one > 12 or ground.day_first or one == two:
        return partial(year, two, one), None, "day first"
    if two > 12 or ground.day_first is False:
        return partial(year, one, two), None, "month first"
    return PartialDate(year), None, "day and month cannot be told apart"


def _calendar(raw: RawDate, ground: Ground, tense: int) -> Values:
    start = raw.start
    if start is not None and start.year is not None:
        return _part(raw, start), raw.end, "as written" if raw.period is None else "part of the year"
    if start is None:  # a season without its year
        if ground.anchor is None or raw.period is None:
            return None, None, ""
        season = PartialDate(None, raw.period.first)
        year = _year(season, raw, ground, tense)
        return (_interval(year, raw.period), None, ground.reason) if year else (None, None, "")
    known = ground.known.get((start.month, start.day))
    if ground.anchor is None and raw.shift is None and known is not None:
        return (*_with_years(raw, start, known), "year named elsewhere in the document")
    year = _year(start, raw, ground, tense)
    if year is None:
        return start, raw.end, "year unknown"
    return (*_with_years(raw, start, year), f"year from {ground.reason}")


def _with_years(raw: RawDate, start: PartialDate, year: int) -> tuple[PartialDate | None, PartialDate | None]:
    end = raw.end
    if end is not None:
        later = end.month is not None and start.month is not None and end.month < start.month
        end = partial(year + later, end.month, end.day)
    return partial(year, start.month, start.day) or start, end


def _year(start: PartialDate, raw: RawDate, ground: Ground, tense: int) -> int | None:
    """The year of a day or month named without one."""
    anchor = ground.anchor
    if anchor is None or anchor.year is None:
        return None
    if raw.shift is not None:
        return anchor.year + raw.shift
    if anchor.month is None or raw.direction == 0:
        return anchor.year
    month = start.month or 1
    if raw.direction == -1 and raw.period is not None:
        month = max(month, raw.period.last)  # 'last summer', said in summer
    if raw.direction is not None:
        beyond = month >= anchor.month if raw.direction < 0 else month <= anchor.month
        return anchor.year + raw.direction * beyond
    return _nearest(start, anchor, tense)


def _nearest(start: PartialDate, anchor: PartialDate, tense: int) -> int | None:
    """The year that puts the day nearest to the anchor, on the side that the tense shows."""
    ahead = {BACK: _AGAINST, 0: _UNSAID}.get(tense, 1.0)
    behind = {AHEAD: _AGAINST, LEANING: _LEANS}.get(tense, 1.0)
    best: tuple[float, int] | None = None
    opening, closing = anchor.earliest(), anchor.latest()
    if anchor.year is None or opening is None or closing is None:
        return None
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        candidate = partial(year, start.month, start.day)
        first = candidate.earliest() if candidate else None
        last = candidate.latest() if candidate else None
        if first is None or last is None:
            continue
        distance = max((first - closing).days * ahead, (opening - last).days * behind, 0.0)
        if best is None or distance < best[0]:
            best = distance, year
    return best[1] if best else None


def _part(raw: RawDate, start: PartialDate) -> AnyDate:
    if raw.period is None or start.year is None or raw.period.rest:
        return start
    return _interval(start.year, raw.period)


def _interval(year: int, period: Period) -> AnyDate:
    first = PartialDate(year, period.first, approximate=period.vague)
    last = PartialDate(year + (period.last < period.first), period.last, approximate=period.vague)
    return first if first == last else DateInterval(first, last)


def _weekend(anchor: PartialDate, tense: int) -> AnyDate | None:
    """The weekend that is to come where the verb looks ahead, else the last one, or that of the date line itself."""
    day = anchor.earliest() if anchor.day else None
    if day is None:
        return None
    past, ahead = (day.weekday() - _SATURDAY) % _WEEK, (_SATURDAY - day.weekday()) % _WEEK
    saturday = day + timedelta(days=ahead) if tense == AHEAD else day - timedelta(days=past)
    return DateInterval(_day(saturday), _day(saturday + timedelta(days=1)))


def _unit(raw: RawDate, anchor: PartialDate) -> AnyDate | None:
    if anchor.year is None:
        return None
    if raw.unit == "year":
        year = anchor.year + raw.amount
        if raw.period is None:
            return PartialDate(year)
        if raw.period.rest == 0:
            return _interval(year, raw.period)
        if anchor.month is None:
            return PartialDate(year)
        here = PartialDate(year, anchor.month)
        start, end = (here, PartialDate(year, 12)) if raw.period.rest > 0 else (PartialDate(year, 1), here)
        return here if start == end else DateInterval(start, end)
    if raw.unit == "month":
        month = _shift(PartialDate(anchor.year, anchor.month), "month", raw.amount)
        return partial(month.year, month.month, raw.day) if month is not None and raw.day else month
    if raw.unit == "quarter" and anchor.month:
        quarter = anchor.year * 4 + (anchor.month - 1) // 3 + raw.amount
        year, number = divmod(quarter, 4)
        return _interval(year, Period(number * 3 + 1, number * 3 + 3))
    day = anchor.earliest() if raw.unit == "week" and anchor.day else None
    if day is None:
        return None
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=raw.amount)
    return DateInterval(_day(monday), _day(monday + timedelta(days=6)))


def _shift(anchor: PartialDate, unit: str, amount: int) -> PartialDate | None:
    """`amount` units from the anchor, at the precision of the unit."""
    if anchor.year is None or abs(amount) > 2000:
        return None
    if unit in ("year", "decade"):
        moved = partial(anchor.year + amount * (10 if unit == "decade" else 1))
        return replace(moved, approximate=unit == "decade") if moved else None
    if unit in ("month", "quarter") and anchor.month is not None:
        months = anchor.year * 12 + anchor.month - 1 + amount * (3 if unit == "quarter" else 1)
        return partial(months // 12, months % 12 + 1)
    day = anchor.earliest() if unit in ("day", "week") and anchor.day else None
    if day is None:
        return None
    moved_day = _day(day + timedelta(days=amount * (7 if unit == "week" else 1)))
    return moved_day if unit == "day" else PartialDate(moved_day.year, moved_day.month)


def _span(raw: RawDate, anchor: PartialDate) -> tuple[PartialDate | None, PartialDate | None]:
    """'over the past three months': from then until the date line, to the precision that the words have."""
    short = raw.unit in ("day", "week", "month") or abs(raw.amount) == 1
    here = anchor if raw.unit == "day" else PartialDate(anchor.year, anchor.month if short else None)
    if raw.unit == "week":
        there = _shift(anchor, "week", raw.amount)
    elif raw.unit == "year" and short and here.month:
        there = _shift(here, "month", 12 * raw.amount)
    else:
        there = _shift(here, raw.unit, raw.amount)
    if there is None:
        return None, None
    return (there, here) if raw.amount < 0 else (here, there)


def _weekday(day: date, raw: RawDate, tense: int) -> date:
    """The weekday nearest to the date line: on or before it, or after it for what is to come."""
    behind = (day.weekday() - raw.amount) % 7
    if raw.direction == 0:
        return day - timedelta(days=day.weekday()) + timedelta(days=raw.amount)
    if raw.direction == -1:
        return day - timedelta(days=behind or 7)
    if raw.direction == 1:
        return day + timedelta(days=7 - behind)
    return day + timedelta(days=(7 - behind) % 7) if tense == AHEAD else day - timedelta(days=behind)
