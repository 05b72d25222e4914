"""Parts of a year: late 2026, the end of this year, the first half of 2026, Q3 2025, FY2025, summer 2025."""

from __future__ import annotations

from dataclasses import replace

from verbale.language.dates_absolute import as_year, month_first, years
from verbale.language.dates_calendar import DASHES, calendar, small_number, year_at
from verbale.language.dates_relative import ago, directed
from verbale.language.dates_values import Form, Period, RawDate
from verbale.language.numbers import Words, key_at

_JOINED_BY_OF = frozenset("end close beginning start outset middle".split())
_SPANS = {"half": 6, "quarter": 3}
_RUNS_OUT = frozenset({"is", "ends", "closes"})
_OUT = frozenset({"out", "over"})
APOSTROPHES = frozenset({"'s", "’s"})
_DURING = frozenset({"in", "by", "during"})


def part_of_year(words: Words, index: int) -> RawDate | None:
    """'early 2026', 'mid-2025', 'the end of next year', 'Q3 2025'."""
    word = words[index].key
    period = calendar().parts[word]
    place = index + 1
    if word in _JOINED_BY_OF:
        if key_at(words, place) not in ("of", "in") and key_at(words, place) not in DASHES:
            return None
        if key_at(words, place) == "in" and word != "middle":
            return None
    return _within(words, index, place, period)


def ordinal_part(words: Words, index: int) -> RawDate | None:
    """'the first half of 2026', 'the third quarter of this year', 'the first nine months of 2025'."""
    number, following = calendar().maps["ordinals"].get(words[index].key), key_at(words, index + 1)
    if number is None:
        return None
    length = _SPANS.get(following)
    if length is not None and number * length <= 12:
        period = Period((number - 1) * length + 1, number * length)
        plain = following == "quarter" and key_at(words, index + 2) != "of" and key_at(words, index - 2) in _DURING
        yearless = RawDate(index, index + 2, period=period) if plain and key_at(words, index - 1) == "the" else None
        return _within(words, index, index + 2, period) or yearless
    count = small_number(words, index + 1)
    if number == 1 and count and 1 <= count <= 12 and key_at(words, index + 2) == "months":
        return _within(words, index, index + 3, Period(1, count))
    return None


def last_part(words: Words, index: int) -> RawDate | None:
    """'the last quarter of the year', 'the last half of 2025'."""
    length = _SPANS.get(key_at(words, index + 1))
    if length is None or key_at(words, index - 1) != "the" or key_at(words, index + 2) not in ("of", "in"):
        return None
    return _within(words, index, index + 2, Period(13 - length, 12))


def season(words: Words, index: int) -> RawDate | None:
    """'summer 2025', 'the spring of next year', 'in the autumn'."""
    period = calendar().seasons[words[index].key]
    raw = _within(words, index, index + 1, period)
    if raw is not None:
        return raw
    if key_at(words, index - 1) == "the" and key_at(words, index - 2) in ("in", "during", "by", "until", "since"):
        return RawDate(index, index + 1, period=period)
    return None


def _within(words: Words, first: int, place: int, period: Period) -> RawDate | None:
    """The year that follows, of which `period` is a part; a month that follows stays as it is."""
    if key_at(words, place) in DASHES or key_at(words, place) in ("of", "in", ","):
        place += 1
    whole = _whole_year(words, place)
    if whole is not None:
        return replace(whole, first=first, period=period)
    if place < len(words):
        raw = month_first(words, place) or (_season_after(words, place, period))
        return replace(raw, first=first) if raw else None
    return None


def _season_after(words: Words, place: int, period: Period) -> RawDate | None:
    """'late spring 2025', 'early next month'."""
    if key_at(words, place) in calendar().seasons and period.vague:
        return season(words, place)
    if key_at(words, place) == "the" and key_at(words, place + 1) == "month":
        return RawDate(place, place + 2, Form.UNIT, unit="month")
    if key_at(words, place) in ("last", "this", "next") and key_at(words, place + 1) in (
        "month",
        "week",
        *calendar().months,
    ):
        return directed(words, place)
    return None


def _whole_year(words: Words, place: int) -> RawDate | None:
    if key_at(words, place) == "the" and key_at(words, place + 1) in ("year", "current", "calendar"):
        last = place + (3 if key_at(words, place + 2) == "year" else 2)
        return RawDate(place, last, Form.UNIT, unit="year")
    if key_at(words, place) in ("this", "last", "next") and place + 1 < len(words):
        raw = directed(words, place)
        return raw if raw and raw.form is Form.UNIT and raw.unit == "year" else None
    place += key_at(words, place) == "the" and year_at(words, place + 1) is not None
    raw = years(words, place) if year_at(words, place, 1900) else None
    return raw if raw and raw.end is None else None


def year_end(words: Words, index: int) -> RawDate | None:
    """'by year-end', "before the year's end", 'before the year is out', 'within the year'."""
    following, before = key_at(words, index + 1), key_at(words, index - 2)
    if (following in DASHES or following in APOSTROPHES) and key_at(words, index + 2) == "end":
        return RawDate(index, index + 3, Form.UNIT, unit="year", period=Period(12, 12))
    if key_at(words, index - 1) != "the":
        return None
    if before == "before" and following in _RUNS_OUT:
        last = index + (3 if key_at(words, index + 2) in _OUT else 2)
        return RawDate(index, last, Form.UNIT, unit="year", period=Period(12, 12))
    return RawDate(index, index + 1, Form.UNIT, unit="year", period=Period(12, 12)) if before == "within" else None


def earlier_later(words: Words, index: int) -> RawDate | None:
    """'earlier this year', 'later in the year', 'later in 2026', 'earlier this month'; also 'a year earlier'."""
    rest = 1 if words[index].key == "later" else -1
    place = index + 1 + (key_at(words, index + 1) == "in")
    whole = _whole_year(words, place)
    if whole is not None:
        told = whole.form is Form.UNIT and whole.amount == 0
        return replace(whole, first=index, period=Period(rest=rest) if told else None)
    if key_at(words, place) in ("this", "last", "next") and key_at(words, place + 1) in ("month", "week"):
        raw = directed(words, place)
        return replace(raw, first=index) if raw else None
    unit = key_at(words, place + 1)
    if place > index + 1 and key_at(words, place) == "the" and unit in ("month", "week"):
        return RawDate(index, place + 2, Form.UNIT, unit=unit)  # 'earlier in the week'
    return ago(words, index)


def fiscal(words: Words, index: int) -> RawDate | None:
    """'fiscal year 2025', 'fiscal years 2022-2024', 'FY 2025', 'FY2025', 'FY25'."""
    word = words[index].key
    if word[:2] == "fy":
        digits = word[2:] or key_at(words, index + 1)
        last = index + (1 if word[2:] else 2)
        if digits.isdecimal() and len(digits) in (2, 4):
            year = int(digits) if len(digits) == 4 else 2000 + int(digits)
            return as_year(year, index, last) if 1900 <= year <= 2100 else None
        return None
    place = index + 1 + (key_at(words, index + 1) in ("year", "years"))
    raw = years(words, place) if place < len(words) else None
    return replace(raw, first=index) if raw else None
