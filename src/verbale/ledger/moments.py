"""Moments at which something was recorded: UTC to the microsecond, as text that sorts by time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


def now() -> str:
    """This moment."""
    return datetime.now(UTC).strftime(_FORM)


def next_after(last: str | None) -> str:
    """This moment, or where the clock is behind the last one, a microsecond after that.

    >>> next_after("9000-01-01T00:00:00.000000Z")
    '9000-01-01T00:00:00.000001Z'
    """
    current = now()
    if last is None or current > last:
        return current
    return (datetime.strptime(last, _FORM) + timedelta(microseconds=1)).strftime(_FORM)


def is_moment(text: str) -> bool:
    """Whether the text is written as moments are."""
    try:
        return datetime.strptime(text, _FORM).strftime(_FORM) == text
    except ValueError:
        return False


def end_of(day: str) -> str:
    """The midnight that ends a day (YYYY-MM-DD), by its 24th hour: the last day of all has no next one.

    >>> end_of("9999-12-31") > "9999-12-31T23:59:59.999999Z"
    True
    """
    return f"{day}T24:00:00.000000Z"
