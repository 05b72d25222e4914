"""Months, weekdays, days of a month and years among tokens."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from verbale.language.dates_values import Period
from verbale.language.numbers import Words, key_at, touches
from verbale.model.dates import PartialDate
from verbale.model.vocabulary import load

DASHES = frozenset("-–—−")
RANGE = DASHES | {"to", "through", "until", "till", "thru"}


class Calendar(NamedTuple):
    """The vocabulary of the calendar, turned so that a token's key finds its meaning."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, Period]
    parts: dict[str, Period]
    lists: dict[str, frozenset[str]]
    maps: dict[str, dict[str, Any]]


@cache
def calendar() -> Calendar:
    """The tables of `calendar.yaml`."""
    table = load("calendar")
    parts = {word: Period(a, b, True) for word, (a, b) in table["vague_parts"].items()}
    parts |= {word: Period(a, b) for word, (a, b) in table["parts"].items()}
    return Calendar(
        {word: number for number, names in table["months"].items() for word in names},
        {word: number for number, names in table["weekdays"].items() for word in names},
        {word: Period(a, b, True) for word, (a, b) in table["seasons"].items()},
        parts,
        {name: frozenset(map(str, words)) for name, words in table.items() if isinstance(words, list)},
        {name: words for name, words in table.items() if isinstance(words, dict)},
    )


def month_at(words: Words, index: int) -> tuple[int, int] | None:
    """A month's name with a capital, and the index after it: after 'Nov.' with its stop."""
    number = calendar().months.get(key_at(words, index))
    if number is None or not words[index].capital:
        return None
    short = len(words[index].key) <= 4 and words[index].key not in ("may", "june", "july")
    if short and key_at(words, index + 1) == "." and touches(words, index + 1):
        return number, index + 2
    return number, index + 1


def day_number(words: Words, index: int) -> int | None:
    """A day of the month: '8', '08', '8th'."""
    word = key_at(words, index)
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    if not digits.isdecimal() or len(digits) > 2 or key_at(words, index + 1) in ("%", "percent"):
        return None
    number = int(digits)
    return number if 1 <= number <= 31 else None


def year_at(words: Words, index: int, low: int = 1700) -> int | None:
    """A year of four digits, not a decade ('1990s')."""
    word = key_at(words, index)
    if len(word) != 4 or not word.isdecimal():
        return None
    if key_at(words, index + 1) == "s" and touches(words, index + 1):
        return None
    number = int(word)
    return number if low <= number <= 2100 else None


def shifted_year(words: Words, index: int) -> tuple[int, int] | None:
    """'this year', 'of last year': years from the date line's, and the index after it."""
    start = index + (key_at(words, index) == "of")
    start += key_at(words, start) == "the"
    shift = {"this": 0, "current": 0, "last": -1, "next": 1}.get(key_at(words, start))
    return (shift, start + 2) if shift is not None and key_at(words, start + 1) == "year" else None


def small_number(words: Words, index: int) -> int | None:
    """'three', '12', 'a': a count of days, months or years."""
    word = key_at(words, index)
    if word.isdecimal() and len(word) <= 4:
        return int(word)
    number: int | None = calendar().maps["number_words"].get(word)
    if number is not None and number < 10 and key_at(words, index - 1) in DASHES:
        tens = calendar().maps["number_words"].get(key_at(words, index - 2), 0)
        return number + tens if tens >= 20 else None
    return number


def partial(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """A date, or None where no calendar has it."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None
