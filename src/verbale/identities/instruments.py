"""Instruments: one text from many citations.

A title with words of its own names one text, unless dates forbid it. A bare one ('Memorandum of understanding') is
known by its parties and date alone, and where it fits two texts it is neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.identities.nodes import Comparison, Features, different, perhaps, same
from verbale.identities.record_names import initials, title_key, title_words
from verbale.identities.times import Relation, gap_in_years, relation

NAME = "instrument"

# Types that one text may be given by two writers.
_KIN = (
    frozenset({"agreement", "convention"}), frozenset({"joint-statement", "declaration", "joint-vision"}),
    frozenset({"agreement", "mou"}), frozenset({"mou", "letter-of-intent"}), frozenset({"convention", "law"}),
    frozenset({"code", "declaration"}), frozenset({"agreement", "plan"}),
)  # fmt: skip
_OF_MANY = frozenset({"convention", "code", "declaration"})
_TELLING = 3  # so many words in common tell one text of a month or year
_LAW = 2  # the same of a law, which is one state's own
_IN_FORCE = 3.0  # years that may lie between signature and entry into force
_LASTING = frozenset({"convention", "agreement", "code", "declaration", "law"})


def features(
    document: str, kind: str, title: str, parties: Sequence[str], first: str | None, last: str | None, status: str
) -> dict[str, Any]:
    """What is compared: type, title, parties, and the days that its date may mean."""
    return {"document": document, "type": kind, "title": title, "parties": list(parties), "first": first,
            "last": last, "status": status}  # fmt: skip


def keys(features: Features) -> Sequence[str]:
    """Title and its beginning, initials, and parties with type and year, or with words.

    Titles that any two states may choose ('Agreement on ports') are looked for among those of the same parties.
    """
    title, words = _key(features), _own_words(features)
    found: set[str] = set()
    if len(title.split()) == 1 or _is_telling(features, words):
        found.add(f"called {' '.join(sorted(title.split()))}")
    if short := initials(features["title"]):
        found.add(f"called {short}")
    if features["type"] in _OF_MANY:
        found.add(f"begins {' '.join(title.split()[:2])}")
    parties = ",".join(features["parties"])
    year = features["first"][:4] if features["first"] else ""
    if parties:
        found.add(f"{features['type']} {parties} {year}")
        found.add(f"{parties} titled {' '.join(sorted(words))}")
    return sorted(found)


sought = keys


def _is_telling(features: Features, words: frozenset[str]) -> bool:
    """Whether its title is looked for among texts of all parties, not of the same ones only."""
    if len(features["parties"]) < 2 or features["type"] in _OF_MANY:
        return bool(words)
    return len(words) >= (_LAW if features["type"] == "law" else _TELLING)


def weak(features: Features) -> bool:
    return len(_own_words(features)) < (1 if features["first"] else 2)


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two citations are of one text."""
    if a["type"] != b["type"] and frozenset((a["type"], b["type"])) not in _KIN:
        return None
    when, parties, one_title = _when(a, b), _parties(a, b), _one_title(a, b)
    if parties == "other":
        return different("one title, other parties") if one_title else None
    if when in ("apart", "close") and not {a["type"], b["type"]} & {"convention", "code"}:
        return _of_two_dates(a, b, parties, one_title)
    if one_title:
        return _titled_alike(a, b, when, parties)
    if a["type"] == b["type"] and a["type"] in _OF_MANY and parties in ("equal", "global"):
        return _longer_title(a, b)
    return _of_one_day(a, b, when, parties)


def _when(a: Features, b: Features) -> Relation:
    """How the dates lie; what is sought has a date to aim at, which contradicts nothing."""
    found = relation(a["first"], a["last"], b["first"], b["last"])
    return "unknown" if found in ("apart", "close") and "sought" in (a["status"], b["status"]) else found


def _of_two_dates(a: Features, b: Features, parties: str, one_title: bool) -> Comparison | None:
    if not one_title and _own_words(a) and _own_words(b):
        return None
    years = gap_in_years(a["first"], a["last"], b["first"], b["last"])
    lasting = {a["type"], b["type"]} <= _LASTING and len(_own_words(a) & _own_words(b)) >= 2
    if one_title and lasting and parties == "equal" and years <= _IN_FORCE:
        return perhaps(0.6, "one title", "two dates, perhaps of signature and entry into force")
    return different("two dates")


def _titled_alike(a: Features, b: Features, when: Relation, parties: str) -> Comparison | None:
    words = len(_own_words(a) & _own_words(b))
    lasting = {a["type"], b["type"]} <= _LASTING and words >= 1
    if words >= 2 or lasting:
        of_one_state = a["type"] == b["type"] == "law" and words >= _LAW
        open_enough = parties == "open" and (words >= 3 or of_one_state)
        if parties == "equal" or (parties == "global" and lasting) or open_enough:
            return same(0.9 if when == "unknown" else 0.95, "one title")
        return perhaps(0.6, "one title", "parties of one are not known, or others")
    if parties == "equal" and when in ("same day", "same month", "same year"):
        return same(0.8 if when == "same year" else 0.88, f"one type, {when}", "one set of parties")
    return perhaps(0.4, "one type", "one set of parties") if parties == "equal" and when == "unknown" else None


def _longer_title(a: Features, b: Features) -> Comparison | None:
    """A text of many states is often cited by the beginning of its title."""
    short, long = sorted((_key(a), _key(b)), key=len)
    if not f"{long} ".startswith(f"{short} "):
        return None
    if min(len(_own_words(a)), len(_own_words(b))) >= 2:
        return same(0.85, "one title goes on where the other ends")
    return perhaps(0.5, "one title goes on where the other ends")


def _of_one_day(a: Features, b: Features, when: Relation, parties: str) -> Comparison | None:
    """Two titles that are not one, of one day: one says more than the other, or nothing that tells it apart."""
    if parties != "equal" or when not in ("same day", "same month", "same year"):
        return None
    if a["document"] == b["document"]:
        return different("told apart by one document")
    first, second = _own_words(a), _own_words(b)
    if when == "same day" and a["type"] == b["type"] and a["type"] in ("minutes", "letter"):
        return same(0.85, f"{a['type']} of one day", "one set of parties")
    nested = first <= second or second <= first
    if nested and (first == second or not 0 < len(first & second) < _TELLING or when == "same day"):
        score = {"same day": 0.86, "same month": 0.84, "same year": 0.8}[when]
        return same(score, "one date", "one title says more than the other")
    return perhaps(0.6, "one date") if len(first & second) * 2 >= min(len(first), len(second)) else None


def _one_title(a: Features, b: Features) -> bool:
    if sorted(_key(a).split()) == sorted(_key(b).split()):  # 'Ports Agreement', 'Agreement on ports'
        return True
    first, second = initials(a["title"]), initials(b["title"])
    return bool((first and first in (second, _key(b))) or (second and second == _key(a)))


def _parties(a: Features, b: Features) -> str:
    """'equal', 'global' where neither names any or the text is one of many states, 'open' where one names fewer."""
    first, second = set(a["parties"]), set(b["parties"])
    if first == second:
        return "equal" if first else "global"
    if a["type"] == b["type"] and a["type"] in _OF_MANY:
        return "global"
    return "open" if first < second or second < first else "other"


def _key(features: Features) -> str:
    return title_key(features["title"], tuple(features["parties"]))


def _own_words(features: Features) -> frozenset[str]:
    """The words that tell it from others of its type; the year of its date is none."""
    found = title_words(features["title"], tuple(features["parties"]))
    return found - {features["first"][:4]} if features["first"] else found
