"""Dates with their precision, in EDTF (ISO 8601-2): 2025-05-08, 2025-05, XXXX-03-30, 2026-09~/2026-12~.

A date never says more than was read: an unknown year stays unknown and compares as compatible with any.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?(?:T[\d:.,]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$")
# Level 1 seasons, northern hemisphere: spring, summer, autumn, winter of the year it begins in.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


class Precision(IntEnum):
    """How much of a date is given."""

    NONE = 0
    YEAR = 1
    MONTH = 2
    DAY = 3


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day; an unknown year is None and written XXXX; `approximate` is EDTF's `~`.

    >>> PartialDate(2025, 5).edtf, PartialDate(None, 3, 30).edtf
    ('2025-05', 'XXXX-03-30')

    Raises ValueError for a day without a month, and for a month or day that no calendar has.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if self.year is not None and not 1 <= self.year <= 9999:
            raise ValueError(f"no year of four digits: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day without its month")
        elif not 1 <= self.month <= 12:
            raise ValueError(f"no month: {self.month}")
        elif self.day is not None and not 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]:
            raise ValueError(f"no day {self.day} in month {self.month} of {self.year}")

    @property
    def edtf(self) -> str:
        """The date as EDTF writes it."""
        parts = [f"{self.year:04d}" if self.year is not None else "XXXX"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + ("~" if self.approximate else "")

    @property
    def precision(self) -> Precision:
        """The finest part that is given."""
        if self.day is not None:
            return Precision.DAY
        if self.month is not None:
            return Precision.MONTH
        return Precision.YEAR if self.year is not None else Precision.NONE

    def earliest(self) -> date | None:
        """The first day it may mean, None where the year is unknown."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date | None:
        """The last day it may mean, None where the year is unknown."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return self.edtf


@dataclass(frozen=True, slots=True)
class DateInterval:
    """A stretch of time within which something falls; an open side is None and written `..`.

    >>> DateInterval(PartialDate(2024, 4), PartialDate(2024, 12)).edtf
    '2024-04/2024-12'

    Raises ValueError where both sides are open.
    """

    start: PartialDate | None
    end: PartialDate | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval needs one side at least")

    @property
    def edtf(self) -> str:
        """The interval as EDTF writes it."""
        return "/".join(side.edtf if side else ".." for side in (self.start, self.end))

    @property
    def precision(self) -> Precision:
        """The coarser precision of its two sides."""
        return min(side.precision for side in (self.start, self.end) if side)

    def earliest(self) -> date | None:
        """The first day it may mean, None where it is open or of an unknown year."""
        return self.start.earliest() if self.start else None

    def latest(self) -> date | None:
        """The last day it may mean, None where it is open or of an unknown year."""
        return self.end.latest() if self.end else None

    def __str__(self) -> str:
        return self.edtf


AnyDate = PartialDate | DateInterval


@lru_cache(maxsize=4096)
def parse(text: str) -> AnyDate:
    """The date that an EDTF string of level 0 or 1 writes; the time of a timestamp is dropped.

    >>> parse("2025-05-08T19:29+07:00"), parse("2026-09~/2026-12~").precision
    (PartialDate(year=2025, month=5, day=8, approximate=False), <Precision.MONTH: 2>)

    Raises ValueError for anything else, single unspecified digits (`202X`) among it.
    """
    if "/" in text:
        start, _, end = text.partition("/")
        return DateInterval(_side(start), _side(end))
    return _parse_one(text)


def _side(text: str) -> PartialDate | None:
    if text in ("..", ""):
        return None
    found = _parse_one(text)
    if isinstance(found, DateInterval):
        raise ValueError(f"a season cannot bound an interval: {text!r}")
    return found


def _parse_one(text: str) -> AnyDate:
    match = _DATE.match(text)
    if match is None:
        raise ValueError(f"not an EDTF date: {text!r}")
    year, month, day = (None if part is None or "X" in part else int(part) for part in match.groups()[:3])
    if month in _SEASONS and day is None and year is not None:
        first, last = _SEASONS[month]
        return DateInterval(PartialDate(year, first), PartialDate(year + (last < first), last))
    return PartialDate(year, month, day if month is not None else None, match[4] is not None)


def compatible(one: AnyDate, other: AnyDate) -> bool:
    """Whether both may mean the same time: equal at the coarser precision, an unknown year agrees with any.

    >>> compatible(parse("2025-05"), parse("2025-05-08")), compatible(parse("XXXX-05"), parse("2024-06"))
    (True, False)
    """
    if isinstance(one, PartialDate) and isinstance(other, PartialDate):
        pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
        return all(a is None or b is None or a == b for a, b in pairs)
    return _before(one.earliest(), other.latest()) and _before(other.earliest(), one.latest())


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start <= end


def sort_key(value: AnyDate | None) -> tuple[date, date]:
    """A key that lists dates in order of time, a bare year after its months; unknown times come last.

    >>> [d.edtf for d in sorted([PartialDate(2025), PartialDate(2025, 1, 2)], key=sort_key)]
    ['2025-01-02', '2025']
    """
    if value is None:
        return date.max, date.max
    earliest, latest = value.earliest(), value.latest()
    if isinstance(value, PartialDate) and value.precision is Precision.YEAR and latest:
        return latest, latest
    return earliest or latest or date.max, latest or date.max
