"""When two forms of a name can be one person's: 'S. Jaishankar', 'Blinken', 'Phil Gordon', 'Jaishankar'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.language.name_words import name_words
from verbale.language.spelling import fold

_STYLES = frozenset({"sheikh", "sheikha", "shaikh"})  # part of some names, a title before others
_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|at|az|ash|ul)-(?=\w{3})")


def plain(parts: Sequence[str]) -> tuple[str, ...]:
    """The parts folded, without stops and hyphens and without suffixes: 'Marcos', 'Jr.' → 'marcos'.

    >>> plain(("Ferdinand", "R.", "Marcos", "Jr."))
    ('ferdinand', 'r', 'marcos')
    """
    suffixes = name_words().suffixes
    folded = (_ARTICLE.sub("", fold(part).strip(".,'")).replace("-", "") for part in parts)
    apart = (piece for part in folded for piece in part.split("."))  # 'P.J.' is 'P. J.'
    kept = tuple(part for part in apart if part and part not in suffixes)
    return kept[1:] if len(kept) > 1 and kept[0] in _STYLES else kept


def full_parts(parts: Sequence[str]) -> int:
    """How many parts say more than an initial or a particle does."""
    particles = name_words().particles
    return sum(len(part) > 1 and part not in particles for part in parts)


def covers(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether every part of `shorter` has its own part in `longer`, at least one of them in full.

    Both are as `plain` gives them; order does not matter ('Akiba Takeo', 'Takeo Akiba'). An initial stands for a
    part that begins with it, and a short given name of three letters or more for a longer one ('Phil', 'Philip').
    """
    left = list(longer)
    in_full = 0
    for part in sorted(shorter, key=len, reverse=True):
        match = part if part in left else next((other for other in left if _stands_for(part, other)), None)
        if match is None:
            return False
        left.remove(match)
        in_full += match == part and len(part) > 1
    return in_full > 0


def _stands_for(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (len(short) == 1 or len(short) >= 3) and long.startswith(short)


def shown(parts: Sequence[str], shouting: bool) -> str:
    """The name as a reader wants it: capitals of headlines and of Asian surnames ('HAYASHI Yoshimasa') restored.

    >>> shown(("P", "J", "KEATING"), True), shown(("HAYASHI", "Yoshimasa"), False)
    ('P J Keating', 'Hayashi Yoshimasa')
    """
    initials = [part for part in parts if len(part.rstrip(".")) == 1]
    if len({part.endswith(".") for part in initials}) > 1:
        parts = [part.rstrip(".") if part in initials else part for part in parts]  # 'P. J Carr' is badly scanned
    mixed = any(not part.isupper() for part in parts)
    restored = [
        _capitalised(part) if part.isupper() and len(part) > 3 and (mixed or shouting) else part for part in parts
    ]
    if shouting and not mixed:
        restored = [_capitalised(part) if part.isupper() and len(part.strip(".")) > 1 else part for part in parts]
    return " ".join(restored).rstrip(",")


def _capitalised(part: str) -> str:
    if "." in part[:-1]:
        return part  # 'D.N.'
    return "-".join(piece.capitalize() for piece in part.split("-"))
