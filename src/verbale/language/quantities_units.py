"""What a number counts: the singular head noun of the phrase after it."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from verbale.language.marks import Marked, PartyForm
from verbale.language.numbers import Words, key_at, number_words, touches
from verbale.model.vocabulary import load

_LENGTHS = frozenset({"metre", "kilometre", "mile", "foot"})
_SPACES = {"square": "square ", "sq": "square ", "cubic": "cubic ", "cu": "cubic "}
_MAKE = re.compile(r"([A-Z][A-Za-z]{0,3})(?:/[A-Z])?[-–‑]?\d{1,4}[A-Z]{0,3}s?")
_LONGEST_MAKE = 6  # tokens
_LONGEST_PHRASE = 9  # words between a number and its noun


@cache
def _table() -> dict[str, Any]:
    table = load("units")
    return {name: frozenset(words) if isinstance(words, list) else words for name, words in table.items()}


def counted(words: Words, index: int, value: float, sentence: Marked) -> tuple[str, int]:
    """The unit counted by a number that ends before `index`, and the index after its noun; '' where none is named.

    'four joint and unilateral excavation missions' counts missions, 'eight sets of remains' remains.
    """
    head = _head(words, index, value)
    if head is None:
        return "", index
    if any(mark.first <= head < mark.last and mark.form is PartyForm.DEMONYM for mark in sentence.parties):
        return "person", head + 1
    unit = singular(words[head].text)
    if unit in _LENGTHS:
        unit = _of_space(words, head, index) + unit
    if unit == "hour":
        watts = key_at(words, head - 1 - (key_at(words, head - 1) == "-"))
        unit = f"{watts}-{unit}" if watts.endswith("watt") else unit
    if unit in _table()["wrappers"] and key_at(words, head + 1) == "of":
        inner = _head(words, head + 2, 2)
        if inner is not None and words[inner].key in _table()["wrapped"]:
            return words[inner].key, inner + 1
    return unit, head + 1


def _of_space(words: Words, head: int, first: int) -> str:
    """'square ' or 'cubic ' of a length: 'sq. km', 'cubic metres'."""
    place = head - 1 - (key_at(words, head - 1) == ".")
    return _SPACES.get(key_at(words, place), "") if place >= first else ""


def _joined(words: Words, place: int) -> bool:
    """Whether a token goes on with a designation."""
    return touches(words, place) and (words[place].text[0].isalnum() or words[place].text in "-–‑/")


class Designated(NamedTuple):
    """What a designation counts, and the index after it."""

    unit: str
    last: int


def designated(words: Words, index: int) -> Designated | None:
    """The make that a number counts: '24 F-35As', '62 F/A-18 Hornets', '246 CV90s'; None where no designation stands.

    A make in the singular names something else ('two AP1000 units', 'the 205 Corps').
    """
    place, text = index, ""
    while place < min(len(words), index + _LONGEST_MAKE) and (place == index or _joined(words, place)):
        text, place = text + words[place].text, place + 1
    match = _MAKE.fullmatch(text)
    if match is None:
        return None
    plural = text.endswith("s")
    if not plural and place < len(words) and words[place].capital and _is_plural(words, place):
        plural, place = True, place + 1
    unit = _table()["makes"].get(match.group(1).lower(), "vehicle")
    return Designated(unit, place) if plural else None


def _head(words: Words, index: int, value: float) -> int | None:
    """The noun: the first plural, or else the last word of the phrase that can be one (one file, 600,000 Vietnamese).

    In 'the two agreed' and '60,500 according to' no noun stands.
    """
    last = None
    for place in range(index, min(len(words), index + _LONGEST_PHRASE)):
        token = words[place]
        if place == index and token.key in _table()["adjectival"] and not _closes(words, place + 1):
            continue  # 'three more cadets', 'fourteen weekly flights'
        if token.text == "." and words[place - 1].key in _SPACES:
            continue
        if token.key in _table()["closing"] or not (token.text[0].isalnum() or token.text in ("-", "–", "&")):
            if token.key == "of" or last is None or token.text not in (",",) or not _goes_on(words, place):
                break
            continue
        if token.key == "and":
            if last is not None and _is_plural(words, last):
                break
            continue
        if place == index and (token.text[0].isdigit() or token.key in number_words()["units"]):
            return None  # numbers in a row count nothing
        if token.text in ("-", "–", "&") or token.text[0].isdigit():
            continue
        last = place
        if value != 1 and _is_plural(words, place) and not _modifies(words, place):
            return place
    if value == 1 or last is None:
        return last
    if words[index].capital:
        return _capitals(words, index, last)
    return last if words[last].capital or words[last].key in _table()["unvarying"] else None


def _closes(words: Words, place: int) -> bool:
    """Whether a noun phrase ends before a token: at the sentence's end, a sign or a word such as 'than'."""
    key = key_at(words, place)
    return not key[:1].isalpha() or key in _table()["closing"]


def _capitals(words: Words, index: int, last: int) -> int:
    """The last of the capitals that open a phrase without a plural: '600,000 Vietnamese live there'."""
    place = index
    while place < last and words[place + 1].capital:
        place += 1
    return place


def _goes_on(words: Words, comma: int) -> bool:
    """'four modern, fast boats': a comma between adjectives."""
    return any(_is_plural(words, place) for place in range(comma + 1, min(len(words), comma + 3)))


def _is_plural(words: Words, index: int) -> bool:
    key = words[index].key
    table = _table()
    if key in table["plurals"] or key in table["measures"]:
        return True
    return (len(key) > 4 and key.endswith("men")) or (
        len(key) > 2 and key.endswith("s") and not key.endswith(("ss", "us", "is")) and key not in table["not_plural"]
    )


def _modifies(words: Words, index: int) -> bool:
    """'arms sales contracts': a plural before another."""
    return words[index].key in _table()["attributive"] and index + 1 < len(words) and _is_plural(words, index + 1)


def singular(word: str) -> str:
    """The singular of a counted noun, in small letters.

    >>> singular("missions"), singular("countries"), singular("people"), singular("boxes")
    ('mission', 'country', 'person', 'box')
    """
    low = word.lower()
    table = _table()
    if len(word) > 2 and word.endswith("s") and word[-2].isupper():
        return low[:-1]  # MoUs
    for known in (table["plurals"], table["measures"]):
        if low in known:
            return str(known[low])
    if len(low) > 4 and low.endswith("men"):
        return low[:-2] + "an"  # crewmen, countrywomen
    if low in table["not_plural"] or not low.endswith("s") or low.endswith(("ss", "us", "is")) or len(low) < 3:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes")):
        return low[:-2]
    return low[:-1]
