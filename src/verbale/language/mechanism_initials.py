"""Series that a document calls by the initials it has explained: 'the initiative on … (IDAS)', 'the next IDAS meeting'.

An abbreviation stands for the words before its brackets whose first letters it is made of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, MechanismMark
from verbale.language.mechanism_rounds import round_of
from verbale.language.tokens import Token

_MEETINGS = frozenset("meeting dialogue round session talks consultations".split())
_SMALL = frozenset("on for of and the in to".split())
_LONGEST = 12  # words that an abbreviation may stand for
_SHORTEST = 3  # letters


def name_by_initials(told: Sequence[Marked]) -> None:
    """Let the abbreviations that a document explains name its series, whole or as the first word of a name."""
    known = _explained(told)
    if not known:
        return
    for marked in told:
        marked.mechanisms = [_spelt_out(mark, known) for mark in marked.mechanisms]
        taken = covered(marked.mechanisms)
        for i, word in enumerate(marked.sentence.tokens):
            if word.text in known and i not in taken and _meets(marked.sentence.tokens, i):
                marked.mechanisms.append(_mark(marked.sentence.tokens, i, known[word.text]))
        marked.mechanisms.sort(key=lambda mark: mark.first)


def _explained(told: Sequence[Marked]) -> dict[str, str]:
    """The abbreviations in brackets and the words that they stand for."""
    found: dict[str, str] = {}
    for marked in told:
        words = marked.sentence.tokens
        for i in range(1, len(words) - 2):
            text = words[i + 1].text
            if words[i].text == "(" and words[i + 2].text == ")" and _is_short(text):
                first = _begins(words, i, text)
                if first is not None:
                    found.setdefault(text, " ".join(word.text for word in words[first:i]))
    return found


def _is_short(text: str) -> bool:
    return len(text) >= _SHORTEST and text.isalpha() and sum(letter.isupper() for letter in text) >= _SHORTEST


def _begins(words: Sequence[Token], last: int, text: str) -> int | None:
    """Where the words begin whose initials, small words left out, are the abbreviation."""
    letters = list(text.casefold())
    for i in range(last - 1, max(-1, last - 1 - _LONGEST), -1):
        if words[i].key in _SMALL or not words[i].text.isalpha():
            continue
        if words[i].key[:1] != letters.pop():
            return None
        if not letters:
            return i
    return None


def _spelt_out(mark: MechanismMark, known: Mapping[str, str]) -> MechanismMark:
    """'OSD Dialogue' as 'Ocean Science and Data Dialogue'."""
    head, _, rest = mark.name.partition(" ")
    return replace(mark, name=f"{known[head]} {rest}") if rest and head in known else mark


def _meets(words: Sequence[Token], index: int) -> bool:
    """'the next IDAS meeting', 'the first meeting of the IDAS'."""
    if index + 1 < len(words) and words[index + 1].key in _MEETINGS:
        return True
    before = [word.key for word in words[max(0, index - 3) : index]]
    return before[-2:] == ["of", "the"] and before[0] in _MEETINGS


def _mark(words: Sequence[Token], index: int, name: str) -> MechanismMark:
    last = index + 1 + (index + 1 < len(words) and words[index + 1].key in _MEETINGS)
    first, value = round_of(words, index, last)
    return MechanismMark(first, last, name, value, (), "dialogue")
