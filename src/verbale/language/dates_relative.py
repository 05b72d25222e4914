"""Dates told from another date: last year, on Monday, three months ago, the following day."""

from __future__ import annotations

from dataclasses import replace

from verbale.language.dates_absolute import month_first, weekday
from verbale.language.dates_calendar import DASHES, calendar, small_number
from verbale.language.dates_values import Form, RawDate
from verbale.language.numbers import Words, key_at

_SPAN_BEFORE = frozenset("over in during for within throughout across".split())
_AT_WEEKEND = frozenset("over at on during".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening".split())
_NAMED_YEARS = frozenset("fiscal financial academic school calendar".split())


def days(words: Words, index: int) -> RawDate | None:
    """'today', 'yesterday', 'tomorrow'."""
    amount = calendar().maps["days"][words[index].key]
    return RawDate(index, index + 1, Form.DAY, amount=amount)


def directed(words: Words, index: int) -> RawDate | None:
    """'last year', 'this April', 'next Monday', 'this summer', 'the past three months', 'this morning', 'next day'."""
    word, following = words[index].key, key_at(words, index + 1)
    direction = calendar().maps["directions"][word]
    unit = calendar().maps["units"].get(following)
    if unit is None:
        number = small_number(words, index + 1)
        unit = calendar().maps["units"].get(key_at(words, index + 2)) if number else None
        if unit is not None and number and direction:
            return RawDate(index, index + 3, Form.SPAN, unit=unit, amount=direction * number)
        return _named(words, index, direction)
    if word == "past" or (
        word == "last" and key_at(words, index - 1) == "the" and key_at(words, index - 2) in _SPAN_BEFORE
    ):
        return RawDate(index, index + 2, Form.SPAN, unit=unit, amount=-1) if following == unit else None
    if following not in (unit, "weekend") or word in ("coming", "past") or unit == "decade":
        return None
    if word == "previous" or unit == "day":
        return RawDate(index, index + 2, Form.SAME, unit=unit, amount=direction) if direction else None
    return RawDate(index, index + 2, Form.UNIT, unit=unit, amount=direction)


def _named(words: Words, index: int, direction: int) -> RawDate | None:
    """What stands after 'last', 'this', 'next' with a name of its own: a month, a weekday, a season."""
    word, following = words[index].key, key_at(words, index + 1)
    if word not in ("last", "this", "next"):
        return None
    if following in calendar().months:
        raw = month_first(words, index + 1)
        plain = raw is not None and raw.start is not None and raw.start.year is None and raw.shift is None
        return replace(raw, first=index, direction=direction) if raw is not None and plain else None
    if following in calendar().weekdays:
        raw = weekday(words, index + 1)
        return replace(raw, first=index, direction=direction) if raw and raw.form is Form.WEEKDAY else None
    if following in calendar().seasons:
        return RawDate(index, index + 2, period=calendar().seasons[following], direction=direction)
    if following in _PARTS_OF_DAY and direction == 0:
        return RawDate(index, index + 2, Form.DAY)
    if following == "night" and direction < 0:
        return RawDate(index, index + 2, Form.DAY, amount=-1)
    if following in _NAMED_YEARS and key_at(words, index + 2) == "year":
        return RawDate(index, index + 3, Form.UNIT, unit="year", amount=direction)
    return None


def same(words: Words, index: int) -> RawDate | None:
    """'the same day', 'the following month', 'that year'."""
    unit = key_at(words, index + 1)
    if unit not in ("day", "week", "month", "year"):
        return None
    amount = 1 if words[index].key == "following" else 0
    return RawDate(index, index + 2, Form.SAME, unit=unit, amount=amount)


def weekend(words: Words, index: int) -> RawDate | None:
    """'over the weekend', 'at the weekend': the one nearest to the date line."""
    told = key_at(words, index - 1) == "the" and key_at(words, index - 2) in _AT_WEEKEND
    return RawDate(index, index + 1, Form.UNIT, unit="weekend") if told else None


def ahead(words: Words, index: int) -> RawDate | None:
    """'in two weeks' time', 'in six months', 'within ten days', 'in a fortnight': counted from the date line."""
    number = small_number(words, index + 1)
    unit = calendar().maps["units"].get(key_at(words, index + 2)) if number else None
    if key_at(words, index + 2) == "fortnight":
        number, unit = 2 * (number or 1), "week"
    if not number or unit not in ("day", "week", "month"):
        return None
    last = index + 3
    last += key_at(words, last) in ("'", "’", "'s", "’s") and key_at(words, last + 1) == "time"
    last += key_at(words, last) == "time"
    within = words[index].key == "within"
    return RawDate(index, last, Form.AHEAD, unit=unit, amount=number, deadline=within)


def ago(words: Words, index: int) -> RawDate | None:
    """'three years ago', told from its last word; 'a day later', 'two months earlier'."""
    unit = calendar().maps["units"].get(key_at(words, index - 1))
    number = small_number(words, index - 2) if unit else None
    if unit is None or number is None:
        return None
    word = words[index].key
    first = index - (4 if key_at(words, index - 3) in DASHES and number > 20 else 2)
    if word == "ago":
        return RawDate(first, index + 1, Form.AGO, unit=unit, amount=number)
    if unit == "decade":
        return None
    return RawDate(first, index + 1, Form.SAME, unit=unit, amount=number if word == "later" else -number)
