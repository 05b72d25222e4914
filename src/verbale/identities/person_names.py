"""How two names of people lie to each other: word order, diacritics, initials, short forms; never mere likeness.

'Nguyen Van Thang' and 'Nguyen Van Thanh' are as near as two spellings of one name, and are two people: a word is
another only where it is equal, its initial, or a short form or spelling that the vocabulary knows.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from verbale.model.folding import fold
from verbale.model.vocabulary import load

Likeness = Literal["equal", "variant", "short", "none"]

_NUMERAL = re.compile(r"(?:i|ii|iii|iv|vi{0,3}|ix|xi{0,3}|xiv|xvi{0,3}|xix|xxi{0,3})")
_QUOTES = re.compile(r"['’‘`ʿʾ]")
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")


@lru_cache(maxsize=16384)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling, without what follows it ('Jr.', 'III') or joins it ('bin', 'al-').

    >>> words("Mohammed bin Salman Al Saud"), words("Yoon Suk-yeol"), words("Joseph R. Biden, Jr.")
    (('muhammad', 'salman', 'saud'), ('yoon', 'suk', 'yeol'), ('joseph', 'r', 'biden'))

    The number of a king or pope is part of the name; 'Shia' and 'Shia’a' are one spelling.

    >>> words("Abdullah II bin Al-Hussein"), words("Lloyd J. Austin III")
    (('abdullah', 'ii', 'hussein'), ('lloyd', 'j', 'austin'))
    """
    table = _vocabulary()
    found = [_QUOTES.sub("", word).replace("aa", "a") for word in _WORD.findall(fold(name))]
    numbered = len(found) > 1 and _NUMERAL.fullmatch(found[1]) is not None
    if len(found) > 2 and len(found[-1]) == 1 and found[-2] in table.left_out:  # 'Ramos de la O': part of a surname
        found = found[:-1]
    kept = [
        table.spellings.get(word, word) for place, word in enumerate(found)
        if word not in table.left_out or (numbered and place == 1)
    ]  # fmt: skip
    return tuple(kept or found)


@lru_cache(maxsize=65536)
def likeness(a: str, b: str) -> Likeness:
    """'equal' in any order, 'variant' with initials, short forms or words left out, 'short' for one word of it.

    >>> likeness("Koizumi Shinjiro", "Shinjiro Koizumi"), likeness("Joe Biden", "Joseph R. Biden, Jr.")
    ('equal', 'variant')
    >>> likeness("Chính", "Pham Minh Chinh"), likeness("Nguyen Van Thang", "Nguyen Van Thanh")
    ('short', 'none')
    """
    left, right = words(a), words(b)
    if sorted(left) == sorted(right) or "".join(left) == "".join(right):
        return "equal"
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return "short" if len(short[0]) > 1 and short[0] in long else "none"
    return "variant" if _covered(short, long) else "none"


def is_short(name: str) -> bool:
    """Whether the name is a single word, which many people may share.

    >>> is_short("Biden"), is_short("Tô Lâm"), is_short("Marcos Jr."), is_short("P J Keating")
    (True, False, True, False)
    """
    return len(words(name)) < 2


def is_common(word: str) -> bool:
    """Whether a word of a name is one that several holders of one office are likely to bear within a few years.

    >>> is_common("kim"), is_common("chinh")
    (True, False)
    """
    return word in _vocabulary().common


def _covered(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of the shorter is one of the longer, the family name and another word among them."""
    left, exact = list(long), 0
    for word in short:
        if word in left:
            left.remove(word)
            exact += len(word) > 2
    unmatched = [word for word in short if word not in long]
    for word in unmatched:
        match = next((other for other in left if _is_form_of(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return exact >= 1 and (len(short) > len(unmatched) + 1 or bool(unmatched))


def _is_form_of(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    given = _vocabulary().given
    return not given.get(word, frozenset()).isdisjoint(given.get(other, ()))


class _Vocabulary:
    def __init__(self) -> None:
        table = load("person-names")
        self.left_out = frozenset(table["left_out"])
        self.common = frozenset(table["common"])
        self.spellings = {word: forms.split()[0] for forms in table["spellings"] for word in forms.split()}
        given: dict[str, set[str]] = {}
        for forms in table["given"]:
            for word in (members := forms.split()):
                given.setdefault(word, set()).add(members[0])
        self.given = {word: frozenset(roots) for word, roots in given.items()}


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()
