"""One table of the names of states, bodies, cities and halls, from the vocabularies, longest name first.

A phrase that holds a state's name and is neither party nor place ('South China Sea') is in the table too, as `NEITHER`,
so that the longest match masks the shorter name inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from verbale.language.naming import is_titled
from verbale.language.phrases import Hit, PhraseTable
from verbale.language.sentences import Sentence
from verbale.language.spelling import key
from verbale.language.tokens import Token, tokens
from verbale.model.vocabulary import load


class Role(Enum):
    """What a geographic name is, before its sentence is looked at."""

    STATE = 1  # Vietnam, the United States
    SHORT = 2  # U.S., ROK: a name and an adjective
    ADJECTIVE = 3
    PREFIX = 4  # Sino-
    PEOPLE = 5  # Australians, Briton
    BODY = 6
    CAPITAL = 7  # a city that may stand for its government
    HOUSE = 8  # a building that may stand for its government
    HALL = 9  # a building that does not
    CITY = 10
    REGION = 11
    NEITHER = 12
    INSTITUTION = 13  # a parliament, force or agency that acts for its state


BUILDINGS = frozenset({Role.HOUSE, Role.HALL})
DASHES = frozenset({"-", "–", "—", "―"})
AUXILIARIES = frozenset(
    "is are was were has have had will would shall should can could may might must do does did also not now".split()
)


class Sense(Enum):
    """What a city's or house's name stands for in its sentence."""

    PARTY = 1
    PLACE = 2
    NEITHER = 3


class Geo(NamedTuple):
    """A name: its role, the party it can stand for, its English form as a place and the countries it can lie in.

    `personal` is set for names that people bear too ('Jordan', 'Sydney').
    """

    role: Role
    code: str
    name: str
    countries: tuple[str, ...] = ()
    personal: bool = False


class _Name(NamedTuple):
    phrase: str
    geo: Geo
    exact: bool = False


@cache
def states() -> dict[str, dict[str, Any]]:
    """The table of states by code."""
    found: dict[str, dict[str, Any]] = load("countries")["states"]
    return found


@cache
def bodies() -> dict[str, dict[str, Any]]:
    """The table of international bodies by short name."""
    found: dict[str, dict[str, Any]] = load("bodies")
    return found


@cache
def words(name: str) -> frozenset[str]:
    """Keys of one word list of geographic-words.yaml."""
    return frozenset(key(word) for word in load("geographic-words")[name])


@cache
def _table() -> tuple[PhraseTable[Geo], frozenset[str]]:
    """The table, and the keys of the words that some name begins with."""
    merged: dict[tuple[str, ...], _Name] = {}
    exact: list[_Name] = []
    first_words = set()
    for name in _all_names():
        keys = tuple(token.key for token in tokens(name.phrase))
        first_words.add(keys[0])
        if name.exact:
            exact.append(name)
        else:
            known = merged.get(keys)
            merged[keys] = name if known is None else _merge(known, name)
    chosen = [*merged.values(), *exact]
    table = PhraseTable(((n.phrase, n.geo) for n in chosen), exact_case=(n.phrase for n in exact))
    return table, frozenset(first_words)


def _merge(first: _Name, second: _Name) -> _Name:
    """Two places of one name: the first's role, the countries of both."""
    if first.geo.role.value < Role.CAPITAL.value or second.geo.role is Role.NEITHER:
        return first
    countries = tuple(dict.fromkeys((*first.geo.countries, *second.geo.countries)))
    return first._replace(geo=first.geo._replace(countries=countries))


def find(sentence_tokens: Sequence[Token]) -> list[Hit[Geo]]:
    """All geographic names of a sentence that are written with a capital, from the left, longest first.

    'male', 'split', 'polish' and 'turkey' in small letters are words.
    """
    table, first_words = _table()
    hits: list[Hit[Geo]] = []
    end = 0
    for index in [i for i, token in enumerate(sentence_tokens) if token.key in first_words]:
        token = sentence_tokens[index]
        if index < end:
            continue
        if token.text[0].islower() and not token.text[1:2].isupper():
            continue
        hit = table.at(sentence_tokens, index)
        if hit is not None:
            hits.append(hit)
            end = hit.last
    return hits


def at(sentence_tokens: Sequence[Token], index: int) -> Geo | None:
    """The longest name that begins at a token, or None."""
    if index >= len(sentence_tokens) or sentence_tokens[index].text[0].islower():
        return None
    hit = _table()[0].at(sentence_tokens, index)
    return hit.value if hit is not None else None


def titled(sentence: Sentence) -> bool:
    """Whether the sentence is a line in headline capitals, which tell nothing; no line that long is."""
    return len(sentence.tokens) <= 60 and is_titled(sentence)


def lookup(text: str) -> Geo | None:
    """The name that `text` is as a whole, in any case."""
    parts = tokens(text)
    hit = _table()[0].at(parts, 0) if parts else None
    return hit.value if hit is not None and hit.last == len(parts) else None


def _all_names() -> Iterator[_Name]:
    """Names in order of precedence: of two alike the earlier wins."""
    yield from _state_names()
    yield from _body_names()
    yield from _institution_names()
    for phrase in load("geographic-words")["neither"]:
        yield _Name(phrase, Geo(Role.NEITHER, "", phrase))
    yield from _capital_names()
    yield from _venue_names()
    table = load("cities")
    personal = frozenset(key(name) for name in table["people"])
    for role, part in ((Role.CITY, "cities"), (Role.REGION, "regions")):
        for code, lines in table[part].items():
            for name, spellings in _spellings(lines):
                for spelling in spellings:
                    yield _Name(spelling, Geo(role, "", name, (code,), key(name) in personal))


def _spellings(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """'Yangon / Rangoon' as its English name and all spellings."""
    for line in lines:
        spellings = [part.strip() for part in line.split(" / ")]
        yield spellings[0], spellings


def _state_names() -> Iterator[_Name]:
    surnames = frozenset(load("countries")["surnames"])
    for code, state in states().items():
        name, personal = state["name"], state.get("forename", False)
        for phrase in (name, *state.get("official", ()), *state.get("also", ())):
            geo = Geo(Role.STATE, code, name, (code,), (personal and phrase == name) or phrase in surnames)
            yield _Name(phrase, geo)
        for phrase in state.get("short", ()):
            yield _Name(phrase, Geo(Role.SHORT, code, name, (code,)), exact=True)
    for code, state in states().items():
        name = state["name"]
        for phrase in state.get("adjective", ()):
            yield _Name(phrase, Geo(Role.ADJECTIVE, code, name, (code,), phrase in surnames))
        for phrase in state.get("prefix", ()):
            yield _Name(phrase, Geo(Role.PREFIX, code, name, (code,)))
        for phrase in _people(state):
            yield _Name(phrase, Geo(Role.PEOPLE, code, name, (code,), phrase in surnames))


_SHORTEST = 4  # letters
_NO_PLURAL = ("s", "ese", "ish", "sh", "ch", "x", "z")


def _people(state: dict[str, Any]) -> Iterator[str]:
    """'Australian' → 'Australians'; 'Briton' → 'Briton', 'Britons'; none from 'Chinese', 'Dutch', 'Swiss'."""
    for phrase in state.get("adjective", ()):
        if not phrase.endswith(_NO_PLURAL) or phrase.endswith("zech"):
            yield phrase + "s"
    for phrase in state.get("people", ()):
        yield phrase
        if not phrase.endswith(("man", "men")):
            yield phrase + "s"


def _body_names() -> Iterator[_Name]:
    for code, body in bodies().items():
        geo = Geo(Role.BODY, code, body["name"])
        for phrase in (body["name"], *body.get("also", ()), *body.get("organs", ())):
            yield _Name(phrase, geo)
        for phrase in body.get("short", ()):
            yield _Name(phrase, geo, exact=True)


def _institution_names() -> Iterator[_Name]:
    for code, lines in load("institutions")["names"].items():
        for name, spellings in _spellings(lines):
            for phrase in spellings:
                if not is_short(phrase):
                    yield _Name(phrase, Geo(Role.INSTITUTION, code, name), exact=phrase.isupper())


def is_short(phrase: str) -> bool:
    """Whether a name is so short a row of capitals that others far away bear it too: 'PLA', 'SBU'."""
    return phrase.isupper() and len(phrase) <= _SHORTEST


def _capital_names() -> Iterator[_Name]:
    personal = frozenset(key(name) for name in load("cities")["people"])
    for code, state in states().items():
        spellings = state.get("capital", ())
        for phrase in spellings:
            geo = Geo(Role.CAPITAL, code, spellings[0], (code,), key(phrase) in personal)
            yield _Name(phrase.removeprefix("The "), geo)
    for code, body in bodies().items():
        for country, spellings in body.get("seat", {}).items():
            for phrase in spellings:
                yield _Name(phrase, Geo(Role.CAPITAL, code, spellings[0], (country,)))


def _venue_names() -> Iterator[_Name]:
    table = load("venues")
    for role, part in ((Role.HOUSE, "government"), (Role.HALL, "halls")):
        for code, lines in table[part].items():
            for name, spellings in _spellings(lines):
                country = ("BE",) if code == "EU" else (code,)
                for spelling in spellings:
                    yield _Name(spelling, Geo(role, code if role is Role.HOUSE else "", name, country))
    for phrase in table["common"]:
        yield _Name(phrase, Geo(Role.HALL, "", phrase, ("", "*")))
