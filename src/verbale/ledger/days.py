"""Days that a person typed, as bounds of a period."""

from __future__ import annotations

from verbale.errors import UsageError
from verbale.model.days import single


def day_after_which(date: str) -> str:
    """The first day of a year, month or day that a person typed; raises UsageError for anything else."""
    return _bound(date)[0]


def day_until_which(date: str) -> str:
    """The last day of a year, month or day that a person typed; raises UsageError for anything else."""
    return _bound(date)[1]


def _bound(date: str) -> tuple[str, str]:
    first, last = single(date)
    if first is None or last is None:
        raise UsageError(f"{date!r} is not a date.", "Give a year, a month or a day: 2025, 2025-05, 2025-05-08.")
    return first, last
