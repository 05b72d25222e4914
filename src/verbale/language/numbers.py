"""Numbers among tokens: '1,500', '130 million', 'forty-three', 'half a million', '2,000 crore', 'a dozen', '1.5bn'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from verbale.language.tokens import Token
from verbale.model.vocabulary import load

Words = Sequence[Token]
_HYPHENS = frozenset("-–‑")
_LONGEST = 18  # digits: beyond them a number is a telephone, an account or noise


class Number(NamedTuple):
    """A number over the tokens up to, not including, `last`; `digits` is set where it is written in figures."""

    value: float
    last: int
    digits: bool


@cache
def number_words() -> dict[str, dict[str, int]]:
    """The tables of `number-words.yaml` that map words to numbers."""
    return {name: table for name, table in load("number-words").items() if isinstance(table, dict)}


def key_at(words: Words, index: int) -> str:
    """The key of the token at `index`, empty outside the sentence."""
    return words[index].key if 0 <= index < len(words) else ""


def touches(words: Words, index: int) -> bool:
    """Whether token `index` follows the one before without a space."""
    return 0 < index < len(words) and words[index].start == words[index - 1].end


def number_at(words: Words, index: int, money: bool = False) -> Number | None:
    """The number that begins at token `index`; `money` also admits '$5 m', which elsewhere means metres."""
    base = _digits(words, index) or _words(words, index) or _article(words, index)
    if base is None:
        return None
    value, last, digits = base
    last, value = _multiplied(words, last, value, digits, money)
    if key_at(words, last) == "and" and not digits and value >= 100 and value % 100 == 0:
        rest = _words(words, last + 1)
        if rest is not None and rest.value < 100:
            value, last = value + rest.value, rest.last
    return Number(value, last, digits)


def _digits(words: Words, index: int) -> Number | None:
    text = key_at(words, index)
    if not text[:1].isdecimal():
        return None
    pieces = text.replace(",", "").split(".")
    if not all(piece.isdecimal() for piece in pieces) or sum(map(len, pieces)) > _LONGEST:
        return None
    if len(pieces) > 2:  # 1.500.000
        if not all(len(piece) == 3 for piece in pieces[1:]):
            return None
        return Number(float("".join(pieces)), index + 1, True)
    if _decimal_comma(words, index):
        return Number(float(f"{text}.{words[index + 2].text}"), index + 3, True)
    value, last = float(".".join(pieces)), index + 1
    while (
        len(pieces) == 1 and len(text) <= 3 and last < len(words) and len(words[last].text) == 3
        and words[last].text.isdecimal() and words[last].start == words[last - 1].end + 1 and value < 10**12
    ):  # fmt: skip
        value, last = value * 1000 + int(words[last].text), last + 1  # 15 000
    return Number(value, last, True)


def _decimal_comma(words: Words, index: int) -> bool:
    """'3,4 billion'."""
    joined = key_at(words, index + 1) == "," and touches(words, index + 1) and touches(words, index + 2)
    fraction = key_at(words, index + 2)
    return joined and fraction.isdecimal() and len(fraction) < 3 and key_at(words, index + 3) in _multipliers()


@cache
def _multipliers() -> frozenset[str]:
    return frozenset(number_words()["multipliers"]) | frozenset(number_words()["short_multipliers"])


def _words(words: Words, index: int) -> Number | None:
    """'four', 'forty-three', 'twenty one'."""
    tables, word = number_words(), key_at(words, index)
    if word in tables["units"]:
        return Number(float(tables["units"][word]), index + 1, False)
    tens = tables["tens"].get(word)
    if tens is None:
        return None
    place = index + 1 + (key_at(words, index + 1) in _HYPHENS and touches(words, index + 1))
    unit = tables["units"].get(key_at(words, place), 0)
    if 1 <= unit <= 9:
        return Number(float(tens + unit), place + 1, False)
    return Number(float(tens), index + 1, False)


def _article(words: Words, index: int) -> Number | None:
    """'a million', 'a dozen', 'half a million'."""
    multipliers, word = number_words()["multipliers"], key_at(words, index)
    if word in ("a", "an") and key_at(words, index + 1) in multipliers:
        return Number(1.0, index + 1, False)
    if word == "half" and key_at(words, index + 1) == "a" and key_at(words, index + 2) in multipliers:
        return Number(0.5, index + 2, False)
    return None


def _multiplied(words: Words, last: int, value: float, digits: bool, money: bool) -> tuple[int, float]:
    """'million', 'hundred thousand', 'lakh crore', 'and a half million', 'bn' after the number."""
    tables = number_words()
    half = _and_a_half(words, last)
    if half:
        value, last = value + 0.5, half
    for _ in range(3):
        word = key_at(words, last)
        hyphen = word in _HYPHENS and key_at(words, last + 1) in tables["multipliers"] and touches(words, last)
        factor = tables["multipliers"].get(key_at(words, last + 1) if hyphen else word)
        if factor is None:
            break
        value, last = round(value * factor, 3), last + 1 + hyphen  # 2.07 billion is 2,070,000,000 and no less
    else:
        return last, value
    factor = tables["short_multipliers"].get(key_at(words, last))
    if factor is not None and digits and (money or (touches(words, last) and len(key_at(words, last)) > 1)):
        return last + 1, round(value * factor, 3)
    return last, value


def _and_a_half(words: Words, last: int) -> int:
    """The index after 'and a half', hyphens or none between, 0 where it does not stand there."""
    wanted = iter(("and", "a", "half"))
    place = last
    for word in wanted:
        place += key_at(words, place) in _HYPHENS and touches(words, place)
        if key_at(words, place) != word:
            return 0
        place += 1
    return place
