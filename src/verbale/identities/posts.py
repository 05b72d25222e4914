"""How two names of an office lie to each other: 'Deputy Minister of National Defence' and 'Vice Defence Minister'.

An office is a rank and what it is over. Ranks count: an acting or deputy minister holds another office than the
minister. What a renamed ministry is over has one name here, so that its head before and after is one office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from verbale.model.spelling import comparable
from verbale.model.vocabulary import load

Nearness = Literal["same", "near", "none"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office taken apart: what qualifies the rank ('deputy'), and the words of rank and field."""

    level: frozenset[str]
    words: frozenset[str]

    @property
    def key(self) -> str:
        """One word for the office: offices with one key are one."""
        return " ".join((*sorted(self.level), *sorted(self.words)))


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of an institution, with the first and last day on which it bore it; None where that is not known."""

    name: str
    since: str | None
    until: str | None


@lru_cache(maxsize=16384)
def office(post: str, party: str | None = None) -> Office:
    """The office that the words name, for a party.

    >>> office("Vice Minister of National Defence", "VN") == office("Deputy Defense Minister", "VN")
    True
    >>> office("Secretary of War", "US") == office("Secretary of Defense", "US")
    True
    """
    table = _vocabulary()
    text = f" {comparable(post)} "
    for long, short in table.phrases:
        if long in text:
            text = text.replace(long, short)
    own = table.fields.get(party or "", {})
    found = [own.get(word, word) for word in text.split() if word not in table.left_out]
    level = frozenset(word for word in found if word in table.levels)
    return Office(level, frozenset(found) - level)


@lru_cache(maxsize=4096)
def institution(post: str, party: str | None) -> tuple[Naming, ...]:
    """The names over time of a renamed institution that the office belongs to; empty for any other.

    >>> [one.name for one in institution("Under Secretary of War for Policy", "US")]
    ['Department of Defense', 'Department of War']
    >>> institution("Foreign Minister", "VN")
    ()
    """
    held = office(post, party).words
    return next((names for field, names in _vocabulary().renamed.get(party or "", ()) if field <= held), ())


@lru_cache(maxsize=65536)
def nearness(a: str, b: str, party: str | None = None) -> Nearness:
    """'same' office, 'near' where one name says less or is acting, 'none' otherwise.

    >>> nearness("Foreign Minister", "Minister of Foreign Affairs"), nearness("Deputy Minister", "Minister")
    ('same', 'none')
    >>> nearness("Secretary", "Secretary of State"), nearness("Acting Secretary of State", "Secretary of State")
    ('near', 'near')
    """
    first, second = office(a, party), office(b, party)
    if first == second:
        return "same"
    table = _vocabulary()
    levels = first.level - table.passing, second.level - table.passing
    if levels[0] != levels[1] or not first.words or not second.words:
        return "none"
    return "near" if first.words <= second.words or second.words <= first.words else "none"


def field(post: str, party: str | None = None) -> frozenset[str]:
    """The words of an office that say what it is over.

    >>> sorted(field("Head of the Unit for North America"))
    ['america', 'north']
    """
    return office(post, party).words - _vocabulary().ranks


@lru_cache(maxsize=4096)
def is_single(post: str) -> bool:
    """Whether only one person of a party can hold the office at a time: heads of state, government and ministries.

    >>> is_single("President"), is_single("Minister of Defence"), is_single("Ambassador"), is_single("Minister")
    (True, True, False, False)
    """
    found = office(post)
    return not found.level and any(head <= found.words and len(found.words) >= least for head, least in _SINGLE)


@lru_cache(maxsize=4096)
def is_head(post: str) -> bool:
    """Whether the office is that of the head of a state or its government.

    >>> is_head("Prime Minister"), is_head("President"), is_head("Vice President"), is_head("President of the Senate")
    (True, True, False, False)
    """
    found = office(post)
    return not found.level and found.words in _HEADS


_HEADS = frozenset(map(frozenset, ({"president"}, {"prime", "minister"}, {"chancellor"}, {"king"}, {"queen"})))
_SINGLE = (
    (frozenset({"president"}), 1), (frozenset({"prime", "minister"}), 2), (frozenset({"chancellor"}), 1),
    (frozenset({"king"}), 1), (frozenset({"queen"}), 1), (frozenset({"minister"}), 2), (frozenset({"secretary"}), 2),
    (frozenset({"national", "security", "advisor"}), 3), (frozenset({"attorney", "general"}), 2),
)  # fmt: skip


class _Vocabulary:
    def __init__(self) -> None:
        table: dict[str, Any] = load("offices")
        self.left_out = frozenset(table["left_out"])
        self.levels = frozenset(table["levels"])
        self.ranks = frozenset(table["ranks"])
        self.passing = frozenset(table["passing"])
        pairs = [(f" {comparable(a)} ", f" {comparable(b)} ") for a, b in table["phrases"].items()]
        self.phrases = sorted(pairs, key=lambda item: -len(item[0]))
        self.fields: dict[str, dict[str, str]] = {}
        self.renamed: dict[str, list[tuple[frozenset[str], tuple[Naming, ...]]]] = {}
        for party, institutions in table["institutions"].items():
            words = {name["field"]: entry["field"] for entry in institutions for name in entry["names"]}
            self.renamed[party] = [
                (frozenset(entry["field"].split()), tuple(_naming(name) for name in entry["names"]))
                for entry in institutions
            ]
            self.fields[party] = {word: key for word, key in words.items() if re.fullmatch(r"\w+", word)}


def _naming(name: dict[str, str]) -> Naming:
    return Naming(name["name"], name.get("since"), name.get("until"))


@cache
def _vocabulary() -> _Vocabulary:
    return _Vocabulary()
