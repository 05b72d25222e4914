"""Quantities in a sentence: money, percentages and counts, each with its unit.

A number that only names something ('Resolution 2231', 'F-16', 'the 13th round', 'a five-year plan') is none; nor is
one inside a date.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, QuantityMark
from verbale.language.numbers import Number, Words, key_at, number_at, number_words, touches
from verbale.language.quantities_money import Users, currency_after, currency_before
from verbale.language.quantities_units import counted, designated
from verbale.model.vocabulary import load

_ANYONE = Users()
_MILLION = 1e6
_DASHES = frozenset("-–—")
_MOST_NUMBERS = 100  # in one sentence: beyond them it is a table


def quantity_marks(sentence: Marked, users: Users = _ANYONE) -> list[QuantityMark]:
    """The quantities of a sentence, in order; its dates are left out, so they must have been found before.

    `users` are those whose '$' or 'peso' a bare sign means.
    """
    words = sentence.sentence.tokens
    if len(words) > _MOST_NUMBERS and sum(token.key[:1].isdecimal() for token in words) > _MOST_NUMBERS:
        return []
    dated = covered(sentence.dates)
    found: list[QuantityMark] = []
    free = 0
    for index in [i for i, word in enumerate(words) if _may_open(word.key)]:
        mark = _mark(words, index, users, sentence) if index >= free and index not in dated else None
        if mark is not None:
            found.append(mark)
            free = mark.last
    return found


@lru_cache(maxsize=16384)
def _may_open(key: str) -> bool:
    """Whether a number may begin with this word: most words begin none, and are passed over at once."""
    return key[:1].isdecimal() or key in _openers()


@cache
def _openers() -> frozenset[str]:
    tables = number_words()
    return frozenset({"a", "an", "half"} | set(tables["units"]) | set(tables["tens"]))


@cache
def _lists() -> dict[str, frozenset[str]]:
    table: dict[str, Any] = load("number-words")
    return {name: frozenset(words) for name, words in table.items() if isinstance(words, list)}


def _mark(words: Words, index: int, users: Users, sentence: Marked) -> QuantityMark | None:
    """The quantity whose number begins at `index`."""
    before = currency_before(words, index, users)
    number = number_at(words, index, money=before is not None)
    if number is None or _is_name(words, index, number, before is not None):
        return None
    number = _range(words, number, before is not None)
    first = before.first if before else index
    approximate = _approximate(words, first)
    if before is not None:
        return QuantityMark(first, number.last, number.value, before.code, approximate)
    after = currency_after(words, number.last, users)
    if after is not None:
        return QuantityMark(first, after.last, number.value, after.code, approximate)
    if _nameless_sign(words, index) and number.value >= _MILLION:
        return QuantityMark(index - 1, number.last, number.value, "XXX", approximate)
    percent = _percent(words, number.last)
    if percent:
        return QuantityMark(first, percent, number.value, "percent", approximate)
    glued = touches(words, number.last) and key_at(words, number.last)[:1].isalpha()
    if glued and key_at(words, number.last) not in load("units")["glued"]:
        return None
    if key_at(words, number.last) in _DASHES and touches(words, number.last) and touches(words, number.last + 1):
        if key_at(words, number.last + 1) == "strong":
            return QuantityMark(first, number.last + 2, number.value, "person", approximate)  # '300,000-strong'
        return None  # 'five-year', '13-point'
    unit, last = counted(words, number.last, number.value, sentence)
    named = designated(words, number.last) if number.value != 1 else None
    if named is not None and last <= named.last:
        unit, last = named
    return QuantityMark(first, last, number.value, unit, approximate)


def _nameless_sign(words: Words, index: int) -> bool:
    """'Q9.4 billion': letters that touch the number stand for money of some kind."""
    return index > 0 and touches(words, index) and words[index - 1].text.isalpha() and len(words[index - 1].text) < 4


def _percent(words: Words, last: int) -> int:
    """The index after '%', 'percent' or 'per cent', 0 where none stands."""
    word = key_at(words, last)
    if word in ("%", "percent", "pct", "pc"):
        return last + 1
    if word == "per" and key_at(words, last + 1) == "cent":
        return last + 2
    if word == "percentage" and key_at(words, last + 1) in ("point", "points"):
        return last + 2
    return 0


def _is_name(words: Words, index: int, number: Number, money: bool) -> bool:
    if money:
        return False
    before = key_at(words, index - 1)
    if (
        before in _DASHES
        and touches(words, index)
        and touches(words, index - 1)
        and key_at(words, index - 2)[:1].isalpha()
    ):
        return True  # F-16, COVID-19
    if before == "." and key_at(words, index - 2) in ("no", "nos", "art", "para"):
        return True
    if number.digits and before in _lists()["names"]:
        return True
    if before in ("/", ":", "+") and touches(words, index):
        return True
    return number.digits and key_at(words, number.last) in ("am", "pm", "a.m.", "p.m.", "o'clock", "/", "+")


def _range(words: Words, number: Number, money: bool) -> Number:
    """'200-300' is read as one quantity, from its lower end; the multiplier of the upper end holds for both."""
    place = number.last
    if key_at(words, place) not in _DASHES or not number.digits:
        return number
    place += 1 + (money and words[place + 1].text in ("$", "US$", "€", "£") if place + 1 < len(words) else 1)
    upper = number_at(words, place, money) if place < len(words) else None
    if upper is None or not upper.digits or upper.value <= number.value:
        return number
    base = number_at(words[place : place + 1], 0)
    factor = upper.value / base.value if base and base.value else 1.0
    value = number.value * factor if number.value < upper.value / factor else number.value
    return Number(value, upper.last, True)


def _approximate(words: Words, first: int) -> bool:
    """Whether 'about', 'more than', 'at least', 'up to' stands before."""
    tables, before = _lists(), key_at(words, first - 1)
    if before in tables["approximations"]:
        return True
    if before in ("than", "least", "most", "to"):
        return key_at(words, first - 2) in tables["comparisons"] | {"up", "close"}
    return False
