"""Bare numbers whose unit another number or noun gives: 'the number of flights from 14 to 20', 'down from 650'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.marks import Marked, QuantityMark
from verbale.language.numbers import Words, key_at
from verbale.language.quantities_units import counted, singular
from verbale.reader.figure_words import NEAR, POINTING, Measure, figure_words, governor, is_known, near

_OFTEN = frozenset({"daily", "weekly", "monthly", "annual", "yearly"})
_THEM = frozenset({"these", "them", "those", "which", "whom"})
_BASES = frozenset({"from", "with", "to", "against", "than"})
_COMPARED = frozenset({"compared", "comparison", "against", "versus", "doubling", "double", "twice"})


def compared_unit(marked: Marked, mark: QuantityMark, counts: Sequence[Measure], carried: int) -> str:
    """The unit of a bare number: 'the number of flights from 14 to 20', 'down from 650', '18 of its soldiers'."""
    words = marked.sentence.tokens
    if carried and _of_them(words, mark) and counts[carried - 1].mark.value > mark.value and not is_known(mark.unit):
        return counts[carried - 1].unit
    if mark.value == 1 or mark.unit:
        return ""  # 'is one of the'
    if key_at(words, mark.first + 1) == "of" and key_at(words, mark.first + 2) in ("his", "her", "its", "their", "our"):
        owner = mark.first + 4
        start = owner + 1 if key_at(words, owner) in ("'s", "’s", "'") else mark.first + 3
        unit, _ = counted(words, start, 2, marked)
        return unit if unit and is_known(unit) else ""
    before = governor(words, mark)
    if before in ("from", "to", "at", "was", "is", "reached", "exceeds", "exceeded", "than"):
        unit = _numbered(marked, mark.first)
        if unit:
            return unit
    if before in ("number", "numbers", "numbering", "numbered"):
        return counts[-1].unit if counts[carried:] else "person"
    if before in _BASES and counts and changed(words, mark.first):
        return counts[-1].unit
    if before == "to" and counts[carried:] and near(words, mark.first, figure_words()["total_verbs"], 3):
        return counts[-1].unit
    return ""


def _of_them(words: Words, mark: QuantityMark) -> bool:
    """Whether the number opens its sentence after 'Of these' or 'Among them'."""
    return mark.first <= 4 and key_at(words, 0) in ("of", "among") and key_at(words, 1) in _THEM


def _numbered(marked: Marked, index: int) -> str:
    """The noun of 'the number of …' or 'the quota for …' that stands before."""
    words = marked.sentence.tokens
    for place in range(index - 1, max(0, index - 22), -1):
        if words[place].text in (";", ":"):
            return ""
        if words[place].key == "quota":
            return "place"
        if words[place].key in ("number", "numbers") and key_at(words, place - 1) == "whose" and place > 2:
            noun = singular(words[place - 2 - (words[place - 2].text == ",")].text)
            return noun if is_known(noun) else ""
        if words[place].key == "of" and words[place - 1].key in ("number", "numbers"):
            possessive = key_at(words, place + 1) in POINTING | {"its", "his", "her", "of"}
            start = place + 1 + possessive
            return counted(words, start + (key_at(words, start) in _OFTEN), 2, marked)[0]
    return ""


def changed(words: Words, index: int) -> bool:
    """Whether a word of change or comparison stands shortly before: 'up', 'down', 'compared'."""
    return near(words, index, figure_words()["growth"] | _COMPARED, NEAR)
