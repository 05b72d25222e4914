"""Currencies before and after a number: 'US$', 'RM', 'Australian dollars', 'yen'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from verbale.language.numbers import Words, key_at, touches
from verbale.language.phrases import PhraseTable
from verbale.model.vocabulary import load


class Money(NamedTuple):
    """A currency over tokens `first` up to, not including, `last`."""

    first: int
    last: int
    code: str


class _Shared(NamedTuple):
    """A sign or name that several states use: what it means for each, and where nothing tells; see the vocabulary."""

    default: str
    local: bool
    homes: Mapping[str, str]


class Users(NamedTuple):
    """Whose money a text may mean: the government that issued it, the main parties, the newspaper's country.

    All are ISO 3166-1 codes.
    """

    issuer: str | None = None
    sides: Sequence[str] = ()
    paper: str | None = None


class _Tables(NamedTuple):
    signs: Mapping[str, str]
    names: PhraseTable[str]
    shared: Mapping[str, _Shared]


@cache
def _tables() -> _Tables:
    """Signs and names to codes; a shared one to '=' and its first spelling, under which `shared` has its meanings."""
    table = load("currencies")
    signs: dict[str, str] = {}
    names: dict[str, str] = {}
    shared: dict[str, _Shared] = {}
    for code, entry in table.items():
        if code != "shared":
            signs |= dict.fromkeys(entry["signs"], code)
            names |= {form: code for name in entry["names"] for form in (name, f"{name}s")}
    for entry in table["shared"]:
        code = "=" + (entry["signs"] + entry["names"])[0]
        shared[code] = _Shared(entry["default"], entry["local"], entry["home"])
        signs |= dict.fromkeys(entry["signs"], code)
        names |= {form: code for name in entry["names"] for form in (name, f"{name}s")}
    return _Tables(signs, PhraseTable(names.items()), shared)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency."""
    return len(unit) == 3 and unit.isupper()


def _resolved(code: str, users: Users) -> str:
    """The ISO code; of a shared sign that of the issuer, else, of a local one, that of the one side which uses it.

    Where both sides have such money, a newspaper means its own country's.
    """
    if not code.startswith("="):
        return code
    shared = _tables().shared[code]
    if users.issuer is not None and users.issuer in shared.homes:
        return shared.homes[users.issuer]
    meant = {shared.homes[side] for side in users.sides if side in shared.homes} if shared.local else set()
    if len(meant) > 1:
        return shared.homes.get(users.paper or "", "XXX") if users.paper in users.sides else "XXX"
    return meant.pop() if meant else shared.default


def currency_before(words: Words, index: int, users: Users) -> Money | None:
    """The sign or code that stands before a number in figures at `index`."""
    if index == 0 or not words[index].text[:1].isdecimal():
        return None
    signs, before, first = _tables().signs, words[index - 1].text, index - 1
    if first and words[first - 1].text == "$" and before + "$" in signs and touches(words, first):
        first, before = first - 1, before + "$"  # $A5
    if before == "." and first and words[first - 1].text == "Rs":
        first, before = first - 1, "Rs"
    if before == "$" and first and (touches(words, first) or words[first - 1].text in ("US", "U.S.")):
        letters = words[first - 1].text.replace(".", "")
        if letters + "$" in signs:
            first, before = first - 1, letters + "$"
    code = signs.get(before)
    if code is None or (len(before) == 1 and before.isalpha() and not touches(words, index)):
        return None
    return Money(first, index, _resolved(code, users))


def currency_after(words: Words, index: int, users: Users) -> Money | None:
    """The currency named after a number: 'yen', 'US dollars', 'USD', '€'."""
    if index >= len(words):
        return None
    hit = _tables().names.at(words, index)
    if hit is not None and words[index].key in ("pound", "pounds") and key_at(words, hit.last) == "of":
        return None  # '800 pounds of powder'
    if hit is not None:
        return Money(index, hit.last, _resolved(hit.value, users))
    text = words[index].text
    code = _tables().signs.get(text)
    if code is None or (text.isalpha() and len(text) < 3):
        return None
    following = index + 1 < len(words) and words[index + 1].text[:1].isdecimal()
    return None if following else Money(index, index + 1, _resolved(code, users))
