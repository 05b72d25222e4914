"""When two names are one name in two spellings. Whether two things are one thing is for `identities` to say."""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.language.spelling import key

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SMALL = frozenset(("and", "the", "of", "on", "a", "an", "for"))


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The name without its spelling: case, diacritics, commas, hyphens, small words, British and American forms.

    >>> name_key("Political, Security, and Defence Dialogue") == name_key("Political-Security-Defense dialogue")
    True
    """
    words = " ".join(map(key, _WORD.findall(name))).replace("-", " ").split()
    return " ".join(word for word in words if word not in _SMALL)
