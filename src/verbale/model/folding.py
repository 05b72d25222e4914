"""Lower case without diacritics: the form under which names and words are compared and searched."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss",
                        "’": "'", "‘": "'", "ʼ": "'", "æ": "ae", "œ": "oe"})  # fmt: skip


def fold_text(text: str) -> str:
    """`fold` for long texts: the same result, without keeping it in memory."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without diacritics, with straight apostrophes: 'Đà Nẵng' and 'da nang' are one.

    >>> fold("Đà Nẵng’s")
    "da nang's"
    """
    return fold_text(text)
