"""How two dates lie to each other: days, months and years with their precision, never a date that nobody gave."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal

Relation = Literal["same day", "same month", "same year", "close", "apart", "unknown"]
CLOSE = 3  # days between two dates that may still be one: time zones, the day of the news for the day of the event


def relation(first: str | None, last: str | None, other_first: str | None, other_last: str | None) -> Relation:
    """How two periods lie to each other, each given by the first and last day (YYYY-MM-DD) that it may mean.

    'same day', 'same month', 'same year': they overlap, and the longer of them is not longer than that.

    >>> relation("2025-05-08", "2025-05-08", "2025-05-01", "2025-05-31")
    'same month'
    >>> relation("2025-05-08", "2025-05-08", "2025-05-10", "2025-05-10"), relation(None, None, "2025-05-10", None)
    ('close', 'unknown')
    """
    if first is None or last is None or other_first is None or other_last is None:
        return "unknown"
    if first <= other_last and other_first <= last:
        longest = max(length(first, last), length(other_first, other_last))
        return "same day" if longest <= 15 else "same month" if longest <= 31 else "same year"
    gap = day_number(max(first, other_first)) - day_number(min(last, other_last))
    both_short = max(length(first, last), length(other_first, other_last)) <= 15
    return "close" if both_short and gap <= CLOSE else "apart"


def gap_in_years(first: str | None, last: str | None, other_first: str | None, other_last: str | None) -> float:
    """Years between two periods; 0 where they overlap, infinite where one is not known."""
    if first is None or last is None or other_first is None or other_last is None:
        return float("inf")
    days = day_number(max(first, other_first)) - day_number(min(last, other_last))
    return max(0, days) / 365.25


def length(first: str, last: str) -> int:
    """How many days a period has, both ends included."""
    return day_number(last) - day_number(first) + 1


@lru_cache(maxsize=16384)
def day_number(day: str) -> int:
    """The day as a number to count with."""
    return date(int(day[:4]), int(day[5:7]), int(day[8:10])).toordinal()
