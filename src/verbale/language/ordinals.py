"""Ordinals of rounds and editions: '13th', 'thirteenth', 'inaugural', 'XXIV', and compounds such as 'twenty-first'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from verbale.language.tokens import Token

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = {word: 10 * i for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
WORDS = {word: i for i, word in enumerate(_UNITS + _TEENS, 1)} | {
    word[:-1] + "ieth": value for word, value in _TENS.items()
} | {"inaugural": 1, "maiden": 1}  # fmt: skip
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_ROMAN = re.compile(r"(?=[XVI]{2})(X{0,3})(IX|IV|V?I{0,3})$")
_ROMAN_UNITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}


class Ordinal(NamedTuple):
    """An ordinal that begins at token `first` and ends before `last`."""

    first: int
    last: int
    value: int


def ordinal_value(token: Token) -> int | None:
    """The number that one token names as an ordinal, or None.

    >>> from verbale.language.tokens import tokens
    >>> [ordinal_value(t) for t in tokens("13th thirteenth inaugural XXIV dialogue")]
    [13, 13, 1, 24, None]
    """
    value = WORDS.get(token.key)
    if value is not None:
        return value
    if token.text[:1].isdigit():
        match = _FIGURES.match(token.key)
        return int(match[1]) if match else None
    roman = _ROMAN.match(token.text) if token.text[:1] in "XVI" else None
    return 10 * len(roman[1]) + _ROMAN_UNITS[roman[2]] if roman else None


def ordinal_before(words: Sequence[Token], end: int) -> Ordinal | None:
    """The ordinal whose last token is `words[end - 1]`; 'twenty-first' and 'twenty first' are read as one."""
    if end <= 0:
        return None
    value = ordinal_value(words[end - 1])
    if value is None:
        return None
    if value < 10 and words[end - 1].key in WORDS:
        tens = end - 3 if end >= 3 and words[end - 2].text == "-" else end - 2
        if tens >= 0 and words[tens].key in _TENS:
            return Ordinal(tens, end, _TENS[words[tens].key] + value)
    return Ordinal(end - 1, end, value)
