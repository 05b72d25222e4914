"""Expressions of time as they are worded, before anything about the document is known.

`scan` finds them over tokens, from left to right, each with the parts that its words give; `dates_resolve` turns
them into dates. A number of a round ('the 13th dialogue'), a verb ('may', 'march') and a decade ('the 1990s') are none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, lru_cache

from verbale.language.dates_absolute import day_first, month_first, weekday, years
from verbale.language.dates_calendar import calendar, partial
from verbale.language.dates_numeric import numeric_date
from verbale.language.dates_periods import (
    earlier_later,
    fiscal,
    last_part,
    ordinal_part,
    part_of_year,
    season,
    year_end,
)
from verbale.language.dates_relative import ago, ahead, days, directed, same, weekend
from verbale.language.dates_values import Form, RawDate
from verbale.language.numbers import Words, key_at

Handler = Callable[[Words, int], RawDate | None]


def scan(words: Words) -> list[RawDate]:
    """All expressions of time among the tokens of one sentence, in order, not overlapping."""
    found: list[RawDate] = []
    free = 0
    for index, handler in [(i, opened) for i, word in enumerate(words) if (opened := _handler(word.key)) is not None]:
        raw = handler(words, index) if index >= free else None
        if raw is None or raw.first < free:
            continue
        if found:
            found[-1] = _with_shared_year(words, found[-1], raw)
        found.append(_with_preposition(words, raw))
        free = raw.last
    return found


@lru_cache(maxsize=16384)
def _handler(key: str) -> Handler | None:
    """The grammar that a word or number opens: most open none, and are passed over at once."""
    return _handlers().get(key) or (_digits if key[:1].isdecimal() else fiscal if key[:2] == "fy" else None)


def _with_shared_year(words: Words, raw: RawDate, following: RawDate) -> RawDate:
    """'in May and September 2022': the year holds for both."""
    start, other = raw.start, following.start
    if start is None or other is None or start.year or raw.shift is not None or raw.direction is not None:
        return raw
    if other.year is None or other.month is None or start.month is None:
        return raw
    if following.first - raw.last > 2 or key_at(words, raw.last) not in (
        "and",
        ",",
        "&",
        "or",
        "to",
        "through",
        "until",
    ):
        return raw
    year = other.year - (start.month > other.month)
    begin = partial(year, start.month, start.day)
    end = partial(year, raw.end.month, raw.end.day) if raw.end else None
    return replace(raw, start=begin, end=end) if begin else raw


@cache
def _handlers() -> dict[str, Handler]:
    """The grammar that each word opens."""
    tables = calendar()
    handlers: dict[str, Handler] = {}
    handlers |= dict.fromkeys(tables.months, month_first)
    handlers |= dict.fromkeys(tables.weekdays, weekday)
    handlers |= dict.fromkeys(tables.seasons, season)
    handlers |= dict.fromkeys(tables.parts, part_of_year)
    handlers |= dict.fromkeys(tables.maps["ordinals"], _ordinal)
    handlers |= dict.fromkeys(tables.maps["days"], days)
    handlers |= dict.fromkeys(tables.maps["directions"], directed)
    handlers |= {"last": _last, "ago": ago, "same": same, "following": same, "that": same}
    handlers |= {"earlier": earlier_later, "later": earlier_later, "year": year_end}
    handlers |= {"weekend": weekend, "in": ahead, "within": ahead}
    handlers |= dict.fromkeys(("fiscal", "financial", "academic"), fiscal)
    return handlers


def _digits(words: Words, index: int) -> RawDate | None:
    return numeric_date(words, index) or day_first(words, index) or years(words, index)


def _ordinal(words: Words, index: int) -> RawDate | None:
    return ordinal_part(words, index) or day_first(words, index)


def _last(words: Words, index: int) -> RawDate | None:
    found = ordinal_part(words, index) or last_part(words, index)
    if found is not None or (key_at(words, index - 1) == "the" and key_at(words, index + 2) == "of"):
        return found  # 'the last week of April' is no week before the date line
    return directed(words, index)


def _with_preposition(words: Words, raw: RawDate) -> RawDate:
    """The expression with what the word before it adds: 'since', 'by'."""
    place = raw.first - 1
    part = raw.period is not None or raw.form is Form.UNIT
    place -= key_at(words, place) == "the" and part
    before = key_at(words, place)
    if before == "than" and key_at(words, place - 1) in ("later", "longer"):
        return replace(raw, deadline=True)
    if before in calendar().lists["deadlines"]:
        return replace(raw, deadline=True)
    if before == "since" or (before == "from" and raw.end is None and raw.form is not Form.SPAN):
        return replace(raw, since=True)
    if before in ("in", "from", "on") and key_at(words, place - 1) in ("starting", "beginning", "effective"):
        return replace(raw, since=True)
    return raw
