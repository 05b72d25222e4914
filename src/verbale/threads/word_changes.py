"""Two wordings aligned word by word: what stayed, what was dropped, what came in its place.

Words are compared under their keys, so that spelling, case and diacritics change nothing; they are shown as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from verbale.model.spelling import key

Kind = Literal["kept", "dropped", "added"]
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
MOST = 400  # words that are aligned; a longer text is cut
_SMALL = frozenset("the a an and or of to in on for with by at from as that its their his her this".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that stayed, were dropped or were added."""

    kind: Kind
    words: str

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "words": self.words}


def words_of(text: str) -> list[str]:
    """The words of a text as they stand, without punctuation."""
    return _WORD.findall(text)[:MOST]


def changes(before: str, after: str) -> tuple[Piece, ...]:
    """The second wording against the first.

    >>> [(piece.kind, piece.words) for piece in changes("freedom of navigation and aviation",
    ...                                                 "freedom of navigation and overflight")]
    [('kept', 'freedom of navigation and'), ('dropped', 'aviation'), ('added', 'overflight')]
    """
    old, new = words_of(before), words_of(after)
    matcher = SequenceMatcher(None, list(map(key, old)), list(map(key, new)), autojunk=False)
    found: list[Piece] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("kept", " ".join(new[k:m])))
            continue
        if i < j:
            found.append(Piece("dropped", " ".join(old[i:j])))
        if k < m:
            found.append(Piece("added", " ".join(new[k:m])))
    return tuple(found)


def differing(before: Sequence[str], after: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of the first that are not in the second, and the other way round; small words aside, in their order.

    >>> differing(["strong", "and", "prosperous"], ["strong", "and", "independent"])
    (('prosperous',), ('independent',))
    """
    first, second = {key(word) for word in before}, {key(word) for word in after}
    dropped = [word for word in before if key(word) not in second and key(word) not in _SMALL]
    added = [word for word in after if key(word) not in first and key(word) not in _SMALL]
    return tuple(dict.fromkeys(dropped)), tuple(dict.fromkeys(added))
