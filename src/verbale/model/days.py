"""EDTF dates as ranges of days, so that facts can be ordered, filtered and compared by date.

A date whose year is unknown (XXXX-03-30) has no place in time: both ends are None.
"""

from __future__ import annotations

import calendar
import re

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
        return single(end)
    opening, _, closing = start.partition("/")
    first, last = single(opening)
    if closing:
        last = single(closing)[1] or last
    if end is not None:
        last = max(last or "", single(end)[1] or "") or None
    return (first, last) if first is not None else single(end)


def single(date: str | None) -> Days:
    """The first and last day that one EDTF date may mean."""
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
