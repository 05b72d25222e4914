"""Names of mechanisms and instruments in one form: without the parties, articles and what only says what it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from verbale.model.spelling import comparable, name_key
from verbale.model.states import names_of
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
    >>> series_key("Vice-Ministerial 2+2"), series_key("Leaders’ Summit"), series_key("Technologies Consultations")
    ('vice ministerial twoplustwo', 'leader', 'technology consultation')
    """
    text = f" {' '.join(_bare(name, parties))} "
    for long, short in _phrases():
        text = text.replace(long, short)
    words = text.split()
    kept = [word for word in words if word not in _said_anyway()]
    return " ".join(map(_singular, kept or words))


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


@lru_cache(maxsize=16384)
def bodies(series: str) -> frozenset[str]:
    """The bodies whose meeting a series is, by its key.

    >>> bodies(series_key("G20 Summit", ("G20", "US"))), bodies(series_key("East Asia Summit"))
    (frozenset({'G20'}), frozenset({'EAS'}))
    """
    return frozenset(code for name, code in _body_names().items() if f" {name} " in f" {series} ")


@lru_cache(maxsize=16384)
def is_distinct(series: str) -> bool:
    """Whether the key of a series has words beyond those that any two states give their meetings.

    >>> is_distinct("leader summit"), is_distinct("summit democracy")
    (False, True)
    """
    return not _common_words().issuperset(series.split())


def ranks(words: str) -> list[str]:
    """The words for ranks and what they are over, in the singular, in order.

    >>> ranks("a call between the two defence ministers and the Secretary of Defense")
    ['defense', 'minister']
    """
    known = _rank_words()
    return sorted({known[word] for word in comparable(words).split() if word in known})


def _singular(word: str) -> str:
    """The word without its plural, as far as spelling tells: enough for two forms of one name to meet."""
    if len(word) < 5 or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _bare(name: str, parties: tuple[str, ...]) -> list[str]:
    plain = _PLUS.sub(lambda found: _PLUSSED[found[1].lower()], _BRACKET.sub("", name).replace("’", "'"))
    text = name_key(plain).replace("united nations", "un").replace("u.n.", "un")
    words = text.replace("'s", "").replace("'", "").split()
    states = frozenset[str]().union(*map(_state_words, parties))
    kept = [word for word in words if word not in states]
    if len(kept) < len(words):  # 'U.S.-EU Council'; but 'G20 Summit' and 'ASEAN Forum' are names
        kept = [word for word in kept if word not in {party.lower() for party in parties}]
    return kept or words


@cache
def _said_anyway() -> frozenset[str]:
    return frozenset(load("record-names")["said_anyway"].split())


@cache
def _phrases() -> list[tuple[str, str]]:
    return [(f" {name_key(long)} ", f" {name_key(short)} ") for long, short in load("record-names")["phrases"].items()]


@cache
def _type_words() -> frozenset[str]:
    return frozenset(load("record-names")["type_words"].split())


@cache
def _common_words() -> frozenset[str]:
    return frozenset(map(_singular, load("record-names")["common_words"].split()))


@cache
def _rank_words() -> dict[str, str]:
    """Each word and its plural, with the word that stands for it."""
    table = {word: stem for stem, words in load("record-names")["ranks"].items() for word in (stem, *words.split())}
    return table | {f"{word}s": stem for word, stem in table.items()}


@cache
def _body_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, body in load("bodies").items():
        for name in (code, body["name"], *body.get("short", ())):
            found[series_key(name)] = code
    return found


@cache
def _state_words(code: str) -> frozenset[str]:
    """Single words that name a state or its people; none for a body."""
    state = load("countries")["states"].get(code)
    found = {code.lower()} if state else set()
    for words in names_of(state or {}, "name", "official", "also", "short", "adjective", "people"):
        found.update(name_key(words).replace("'s", "").split())
    return frozenset(found)
