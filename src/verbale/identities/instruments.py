"""Instruments: one text from many citations.

A title with words of its own names one text, unless dates forbid it. A bare one ('Memorandum of understanding') is
known by its parties and date alone, and where it fits two texts it is neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.identities.nodes import Comparison, Features, different, perhaps, same
from verbale.identities.record_names import initials, title_key, title_words
from verbale.identities.times import Relation, relation

NAME = "instrument"

# Types that one text may be given by two writers.
_KIN = (
    frozenset({"agreement", "convention"}), frozenset({"joint-statement", "declaration", "joint-vision"}),
    frozenset({"agreement", "mou"}), frozenset({"mou", "letter-of-intent"}), frozenset({"convention", "law"}),
    frozenset({"code", "declaration"}), frozenset({"agreement", "plan"}),
)  # fmt: skip
_LASTING = frozenset({"convention", "agreement", "code", "declaration", "law"})


def features(
    document: str, kind: str, title: str, parties: Sequence[str], first: str | None, last: str | None, status: str
) -> dict[str, Any]:
    """What is compared: type, title, parties, and the days that its date may mean."""
    return {"document": document, "type": kind, "title": title, "parties": list(parties), "first": first,
            "last": last, "status": status}  # fmt: skip


def keys(features: Features) -> Sequence[str]:
    """Title, initials, and type with parties and year."""
    found = {f"called {_key(features)}"} if _own_words(features) else set()
    if short := initials(features["title"]):
        found.add(f"called {short}")
    if len(_key(features).split()) == 1:
        found.add(f"called {_key(features)}")
    parties = ",".join(features["parties"])
    year = features["first"][:4] if features["first"] else ""
    if parties:
        found.add(f"{features['type']} {parties} {year}")
        found.add(f"{features['type']} {parties} titled {' '.join(sorted(_own_words(features)))}")
    return sorted(found)


def weak(features: Features) -> bool:
    return len(_own_words(features)) < (1 if features["first"] else 2)


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two citations are of one text."""
    if a["type"] != b["type"] and frozenset((a["type"], b["type"])) not in _KIN:
        return None
    when = relation(a["first"], a["last"], b["first"], b["last"])
    parties = _parties(a, b)
    if parties == "other":
        return None
    one_title = _one_title(a, b)
    if when in ("apart", "close") and a["type"] not in ("convention", "code"):
        return different("two dates") if one_title or not (_own_words(a) and _own_words(b)) else None
    if one_title:
        return _titled_alike(a, b, when, parties)
    return _of_one_day(a, b, when, parties)


def _titled_alike(a: Features, b: Features, when: Relation, parties: str) -> Comparison | None:
    words = len(_own_words(a) & _own_words(b))
    lasting = a["type"] in _LASTING and words >= 1
    if words >= 2 or lasting:
        if parties == "equal" or (parties == "global" and lasting) or (parties == "open" and words >= 3):
            return same(0.9 if when == "unknown" else 0.95, "one title")
        return perhaps(0.6, "one title", "parties of one are not known, or others")
    if parties == "equal" and when in ("same day", "same month", "same year"):
        return same(0.8 if when == "same year" else 0.88, f"one type, {when}", "one set of parties")
    return perhaps(0.4, "one type", "one set of parties") if parties == "equal" and when == "unknown" else None


def _of_one_day(a: Features, b: Features, when: Relation, parties: str) -> Comparison | None:
    """Two titles that are not one, of one day: one says more than the other, or nothing that tells it apart."""
    if parties != "equal" or when not in ("same day", "same month", "same year"):
        return None
    if a["document"] == b["document"]:
        return different("told apart by one document")
    first, second = _own_words(a), _own_words(b)
    nested = first <= second or second <= first
    if when == "same day" and a["type"] == b["type"] and a["type"] in ("minutes", "letter"):
        return same(0.85, f"{a['type']} of one day", "one set of parties")
    if nested or len(first & second) * 2 >= min(len(first), len(second)):
        score = {"same day": 0.86, "same month": 0.84, "same year": 0.8}[when]
        return same(score, "one date", "one title says more than the other") if nested else perhaps(0.6, "one date")
    return None


def _one_title(a: Features, b: Features) -> bool:
    if _key(a) == _key(b):
        return True
    first, second = initials(a["title"]), initials(b["title"])
    return bool((first and first in (second, _key(b))) or (second and second == _key(a)))


def _parties(a: Features, b: Features) -> str:
    """'equal', 'global' where neither names any or the text is one of many states, 'open' where one names fewer."""
    first, second = set(a["parties"]), set(b["parties"])
    if first == second:
        return "equal" if first else "global"
    if a["type"] == b["type"] and a["type"] in ("convention", "code", "declaration"):
        return "global"
    return "open" if first < second or second < first else "other"


def _key(features: Features) -> str:
    return title_key(features["title"], tuple(features["parties"]))


def _own_words(features: Features) -> frozenset[str]:
    return title_words(features["title"], tuple(features["parties"]))
