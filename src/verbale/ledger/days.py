"""EDTF dates as ranges of days, so that facts can be ordered and filtered by date.

A date whose year is unknown (XXXX-03-30) has no place in time: both ends are None.
"""

from __future__ import annotations

import calendar
import re

from verbale.errors import UsageError

Days = tuple[str | None, str | None]

_DATE = re.compile(r"(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?[~?%]?(?:T.*)?$")
NO_DAYS: Days = (None, None)


def days(start: str | None, end: str | None = None) -> Days:
    """The first and last day that an EDTF date, an interval, or a start and an end may cover.

    >>> days("2024-02")
    ('2024-02-01', '2024-02-29')
    >>> days("2026-09~/2026-12~"), days("XXXX-03-30")
    (('2026-09-01', '2026-12-31'), (None, None))
    """
    if start is None:
        return _single(end)
    opening, _, closing = start.partition("/")
    first, last = _single(opening)
    if closing:
        last = _single(closing)[1] or last
    if end is not None:
        last = max(last or "", _single(end)[1] or "") or None
    return (first, last) if first is not None else _single(end)


def day_after_which(date: str) -> str:
    """The first day of a year, month or day that a person typed; raises UsageError for anything else."""
    return _bound(date)[0]


def day_until_which(date: str) -> str:
    """The last day of a year, month or day that a person typed; raises UsageError for anything else."""
    return _bound(date)[1]


def _bound(date: str) -> tuple[str, str]:
    first, last = _single(date)
    if first is None or last is None:
        raise UsageError(f"{date!r} is not a date.", "Give a year, a month or a day: 2025, 2025-05, 2025-05-08.")
    return first, last


def _single(date: str | None) -> Days:
    match = _DATE.match(date or "")
    if match is None:
        return NO_DAYS
    year, month, day = match.groups()
    if month is None or month == "XX":
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12 or int(year) < 1:
        return NO_DAYS
    length = calendar.monthrange(int(year), int(month))[1]
    if day is None or day == "XX":
        return f"{year}-{month}-01", f"{year}-{month}-{length:02d}"
    return (f"{year}-{month}-{day}", f"{year}-{month}-{day}") if 1 <= int(day) <= length else NO_DAYS
