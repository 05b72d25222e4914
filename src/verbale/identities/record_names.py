"""Names of mechanisms and instruments in one form: without the parties, articles and what only says what it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from verbale.model.spelling import name_key
from verbale.model.vocabulary import load

_BRACKET = re.compile(r"\s*\([^)]*\)")
_INITIALS = re.compile(r"\(([A-Z][A-Za-z-]*[A-Z])\)")
_PLUS = re.compile(r"\b(two|2|three|3)[ -]?(?:\+|plus)[ -]?(?:two|2|three|3)\b", re.IGNORECASE)
_PLUSSED = {"2": "twoplustwo", "two": "twoplustwo", "3": "threeplusthree", "three": "threeplusthree"}


@lru_cache(maxsize=16384)
def series_key(name: str, parties: tuple[str, ...] = ()) -> str:
    """The name of a mechanism without these parties and its spelling.

    >>> series_key("U.S.-Vietnam Defense Policy Dialogue", ("US", "VN")) == series_key("Defence Policy Dialogue")
    True
    >>> series_key("Dialogue on China", ("EU", "US"))
    'dialogue china'
    >>> series_key("Political, Security and Defence Dialogue") == series_key("Political-Security-Defense Dialogue")
    True
    >>> series_key("Vice-Ministerial 2+2"), series_key("Leaders’ Summit")
    ('vice ministerial twoplustwo', 'leaders summit')
    """
    words = _bare(name, parties)
    kept = [word for word in words if word not in _said_anyway()]
    return " ".join(kept or words)


@lru_cache(maxsize=16384)
def title_words(title: str, parties: tuple[str, ...] = ()) -> frozenset[str]:
    """The words that tell an instrument of these parties from others of its type.

    >>> sorted(title_words("Updated joint vision statement on maritime and defence cooperation"))
    ['defense', 'maritime']
    """
    return frozenset(word for word in _bare(title, parties) if word not in _said_anyway() | _type_words())


@lru_cache(maxsize=16384)
def title_key(title: str, parties: tuple[str, ...] = ()) -> str:
    """A title without these parties, its spelling and the words that only say that it is new.

    >>> title_key("the United Nations Convention on the Law of the Sea (UNCLOS)")
    'un convention law sea'
    """
    return " ".join(word for word in _bare(title, parties) if word not in _said_anyway())


@lru_cache(maxsize=16384)
def initials(name: str) -> str | None:
    """The initials that a name gives in brackets.

    >>> initials("Declaration on the Conduct of Parties (DOC)"), initials("Paris Agreement")
    ('doc', None)
    """
    found = _INITIALS.search(name)
    return found[1].casefold() if found else None


def _bare(name: str, parties: tuple[str, ...]) -> list[str]:
    plain = _PLUS.sub(lambda found: _PLUSSED[found[1].lower()], _BRACKET.sub("", name).replace("’", "'"))
    text = name_key(plain).replace("united nations", "un").replace("u.n.", "un")
    words = text.replace("'s", "").replace("'", "").split()
    named = frozenset[str]().union(*map(_party_words, parties))
    kept = [word for word in words if word not in named]
    return kept or words


@cache
def _said_anyway() -> frozenset[str]:
    return frozenset(load("record-names")["said_anyway"].split())


@cache
def _type_words() -> frozenset[str]:
    return frozenset(load("record-names")["type_words"].split())


@cache
def _party_words(code: str) -> frozenset[str]:
    """Single words that name a state or its people; a body is part of a name ('ASEAN Regional Forum')."""
    state = load("countries")["states"].get(code, {})
    found = {code.lower()}
    for field in ("name", "official", "also", "short", "adjective", "people"):
        value = state.get(field, ())
        for words in (value,) if isinstance(value, str) else value:
            found.update(name_key(words).replace("'s", "").split())
    return frozenset(found)
