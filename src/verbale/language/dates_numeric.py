"""Dates in numbers: 2025-05-08, 08/05/2025, 11.11.2025, 2023-24."""

from __future__ import annotations

from verbale.language.dates_calendar import DASHES, partial, year_at
from verbale.language.dates_values import Form, RawDate
from verbale.language.numbers import Words, key_at, touches


def numeric_date(words: Words, index: int) -> RawDate | None:
    """A date written in numbers at token `index`."""
    return _dotted(words, index) or _year_first(words, index) or _year_last(words, index)


def _number(words: Words, index: int, longest: int = 2) -> int | None:
    word = key_at(words, index)
    return int(word) if word.isdecimal() and len(word) <= longest else None


def _dotted(words: Words, index: int) -> RawDate | None:
    """11.11.2025: no outlet that writes dots puts the month first."""
    pieces = words[index].text.split(".")
    if len(pieces) != 3 or not all(piece.isdecimal() and len(piece) <= 4 for piece in pieces):
        return None
    day, month, year = (int(piece) for piece in pieces)
    if len(pieces[0]) == 4:
        day, year = year, day
    start = partial(year, month, day) if 1900 <= year <= 2100 else None
    return RawDate(index, index + 1, start=start) if start else None


def _separated(words: Words, index: int) -> bool:
    """Whether tokens `index` + 1 and + 2 are a sign and a number written together with it."""
    return key_at(words, index + 1) in DASHES | {"/"} and touches(words, index + 1) and touches(words, index + 2)


def _year_first(words: Words, index: int) -> RawDate | None:
    year = year_at(words, index, 1900)
    if year is None or not _separated(words, index):
        return None
    month = _number(words, index + 2)
    if month is None or len(words[index + 2].text) != 2:
        return None
    if key_at(words, index + 3) == key_at(words, index + 1) and _separated(words, index + 2):
        day = _number(words, index + 4)
        start = partial(year, month, day) if day else None
        return RawDate(index, index + 5, start=start) if start else None
    if month == (year + 1) % 100 or not 1 <= month <= 12:
        return None  # 2023-24 is a span of years
    return RawDate(index, index + 3, start=partial(year, month))


def _year_last(words: Words, index: int) -> RawDate | None:
    """08/05/2025: the numbers are kept until the document shows which of them is the month."""
    one = _number(words, index)
    if one is None or not _separated(words, index) or key_at(words, index + 1) not in ("/", "-"):
        return None
    two = _number(words, index + 2)
    if two is None or key_at(words, index + 3) != key_at(words, index + 1) or not _separated(words, index + 2):
        return None
    year = year_at(words, index + 4, 1900)
    if year is None and key_at(words, index + 1) == "/":
        short = _number(words, index + 4)
        year = 2000 + short if short is not None and len(words[index + 4].text) == 2 and short < 70 else None
    if year is None or not (1 <= min(one, two) <= 12 and max(one, two) <= 31):
        return None
    return RawDate(index, index + 5, Form.NUMERIC, numbers=(one, two, year))
