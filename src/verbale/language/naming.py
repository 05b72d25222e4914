"""How names are put together from tokens: headline capitals, spacing, title case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.language.sentences import Sentence
from verbale.language.tokens import Token
from verbale.model.document import Role

_MARKUP = frozenset({"*", "_", "“", "”", '"'})
_NO_SPACE_BEFORE = frozenset({",", "'", "’", "'s", "’s", ")", ";"})


class Named(NamedTuple):
    """What is known of a name before it is judged: its head, whether it is capitalised, modifiers and parties."""

    head: str
    proper: bool
    modifiers: frozenset[str]
    parties: tuple[str, ...]
    counted: bool = False


def is_titled(sentence: Sentence) -> bool:
    """Whether the line is set in headline capitals, so that a capital tells nothing.

    'Leaders Hold Talks in Rabat' is, 'Leaders hold talks in Rabat' is not.
    """
    if not (sentence.heading or sentence.role in (Role.HEADLINE, Role.CAPTION)):
        return False
    long = [t for t in sentence.tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) > 2 and sum(t.capital for t in long) >= 0.8 * len(long)


def join_name(words: Sequence[Token], indices: Sequence[int]) -> str:
    """The words at `indices` as one name, spaced as they stand; a gap left by a cut-out is one space."""
    parts: list[str] = []
    previous: int | None = None
    for i in indices:
        word = words[i]
        if word.text in _MARKUP:
            continue
        if previous is not None:
            touching = word.start == words[previous].end
            if not touching and word.text not in _NO_SPACE_BEFORE:
                parts.append(" ")
        parts.append(word.text)
        previous = i
    return "".join(parts).strip(" -–—,/")


def title_name(text: str, small: frozenset[str]) -> str:
    """A lower-case or all-capital name in title case: 'defence policy dialogue' → 'Defence Policy Dialogue'."""
    words = text.split(" ")
    return " ".join(_title(word, small, i == 0) for i, word in enumerate(words))


def _title(word: str, small: frozenset[str], first: bool) -> str:
    if word.isupper() and len(word) > 4:
        word = word.lower()
    if not word[:1].islower() or (word in small and not first):
        return word
    return "-".join(p if p in small else p[:1].upper() + p[1:] for p in word.split("-"))
