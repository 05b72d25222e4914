"""Engagements: one meeting from many reports.

Certain is: the same parties, and the same round of the same series, or the same kind of meeting on the same day with
the same people. Two meetings of one day stay two, as do two rounds with one number in different years. What fits by
month or year alone is a suggestion.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

from verbale.identities.nodes import Comparison, Features, different, perhaps, same
from verbale.identities.person_names import likeness
from verbale.identities.record_names import series_key
from verbale.identities.times import Relation, length, relation

NAME = "engagement"

# Kinds that two reports of one meeting may give it.
_KIN = {
    "dialogue": {"talks", "other", "summit"}, "talks": {"dialogue", "other", "summit", "visit"},
    "summit": {"talks", "dialogue", "other"}, "visit": {"talks"},
    "other": {"talks", "dialogue", "summit", "exhibition"}, "exhibition": {"other"},
}  # fmt: skip
_DAYS = 15  # a period no longer than this is as good as a day


def features(
    document: str, kind: str, parties: Sequence[str], mechanism: str | None, number: int | None, first: str | None,
    last: str | None, country: str | None, people: Sequence[tuple[str, str | None]], main: bool, status: str,
) -> dict[str, Any]:  # fmt: skip
    """What is compared. `first`, `last`: the days that its own date may mean; `people`: names with parties."""
    return {
        "document": document, "kind": kind, "parties": list(parties), "mechanism": mechanism, "round": number,
        "first": first, "last": last, "country": country, "people": [list(one) for one in people], "main": main,
        "status": status,
    }  # fmt: skip


def keys(features: Features) -> Sequence[str]:
    """Its months, and its round or year in its series."""
    parties, series = ",".join(features["parties"]), _series(features)
    first, last = features["first"], features["last"]
    found = set()
    if first and last and length(first, last) <= 31:
        found |= {f"{parties} {day[:7]}" for day in (first, last)}
        found |= {f"{parties} {day}" for day in _neighbouring_months(first, last)}
        if series and len(series.split()) > 1:
            found.add(f"{series} {first[:7]}")
    if series and features["round"]:
        found.add(f"{parties} {series} {features['round']}")
    if series and first:
        found.add(f"{parties} {series} {first[:4]}")
    return sorted(found)


def weak(features: Features) -> bool:
    """Without a day, and without a round of a series."""
    first, last = features["first"], features["last"]
    dated = bool(first and last and length(first, last) <= _DAYS)
    return not dated and not (features["round"] and features["mechanism"])


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two reports tell of one engagement."""
    when = relation(a["first"], a["last"], b["first"], b["last"])
    if not _parties_fit(a, b):
        return None
    if _series(a) and _series(a) == _series(b):
        return _of_one_series(a, b, when)
    if a["document"] == b["document"]:
        return different("told apart by one document") if when != "unknown" else None
    if a["parties"] != b["parties"] or when in ("apart", "unknown"):
        return None
    if a["mechanism"] and b["mechanism"]:
        return _under_two_names(a, b, when)
    return _by_day_and_people(a, b, when)


def _of_one_series(a: Features, b: Features, when: Relation) -> Comparison | None:
    name = f"one series: {a['mechanism']}"
    if a["round"] and b["round"]:
        if a["round"] != b["round"]:
            return different("two rounds")
        if when == "apart":
            return perhaps(0.5, name, f"one number: {a['round']}", "other dates") if _near(a, b) else None
        return same(0.98, name, f"one round: {a['round']}")
    if when in ("same day", "close"):
        return same(0.95 if when == "same day" else 0.85, name, "one day")
    if when == "apart":
        return different("one series, two dates")
    if when == "same month":
        return same(0.82, name, "one month")
    return perhaps(0.6, name, "one year") if when == "same year" else None


def _under_two_names(a: Features, b: Features, when: Relation) -> Comparison | None:
    """One meeting whose series goes by two names: the day, the number and the people must all fit."""
    if not _kin(a, b) or (a["round"] and b["round"] and a["round"] != b["round"]):
        return None
    shared = _shared_people(a, b)
    if when == "same day" and shared >= 2 and (a["round"] == b["round"] or (a["main"] and b["main"])):
        return same(0.86, "one day", f"{shared} people in common")
    if when == "same day" and (shared or (a["main"] and b["main"])):
        return perhaps(0.6, "one day", "two names")
    return None


def _by_day_and_people(a: Features, b: Features, when: Relation) -> Comparison | None:
    if not _kin(a, b) or (a["country"] and b["country"] and a["country"] != b["country"] and a["kind"] != "call"):
        return None
    shared, strangers = _shared_people(a, b), _strangers(a, b)
    alike = a["kind"] == b["kind"]
    if when == "same day":
        if shared and not strangers:
            return same(0.9 if alike else 0.84, "one day", f"{shared} people in common")
        if a["main"] and b["main"] and not strangers:
            return same(0.84, "one day", "what both documents are about")
        return None if strangers else perhaps(0.6 if alike else 0.45, "one day", "one set of parties")
    if when == "close":
        return perhaps(0.55, "days apart", f"{shared} people in common") if shared and alike and not strangers else None
    if when == "same month" and alike:
        if shared and not strangers and a["kind"] != "other":
            return same(0.81, "one month", f"{shared} people in common")
        return perhaps(0.5, "one month", "one kind of meeting") if not strangers else None
    return None


def _series(features: Features) -> str:
    return series_key(features["mechanism"], tuple(features["parties"])) if features["mechanism"] else ""


def _parties_fit(a: Features, b: Features) -> bool:
    """The same parties, or those of a larger meeting that one report names in part."""
    first, second = set(a["parties"]), set(b["parties"])
    if first == second:
        return bool(first)
    return bool(_series(a)) and _series(a) == _series(b) and bool(first) and bool(second) and (
        (first < second or second < first) and len(_series(a).split()) > 1
    )  # fmt: skip


def _kin(a: Features, b: Features) -> bool:
    return a["kind"] == b["kind"] or b["kind"] in _KIN.get(a["kind"], ())


def _near(a: Features, b: Features) -> bool:
    """Whether two dates of one round are near enough to be a slip."""
    return bool(a["first"] and b["first"]) and abs(int(a["first"][:4]) - int(b["first"][:4])) <= 1


def _shared_people(a: Features, b: Features) -> int:
    return sum(any(_one_person(one, other) for other in b["people"]) for one in a["people"])


def _strangers(a: Features, b: Features) -> bool:
    """Whether a side is led by different people in the two reports."""
    for party in {one[1] for one in a["people"]} & {one[1] for one in b["people"]}:
        left = [one for one in a["people"] if one[1] == party]
        right = [one for one in b["people"] if one[1] == party]
        if party and not any(_one_person(one, other) for one, other in product(left, right)):
            return True
    return False


def _one_person(one: Sequence[Any], other: Sequence[Any]) -> bool:
    if one[1] and other[1] and one[1] != other[1]:
        return False
    return likeness(one[0], other[0]) != "none"


def _neighbouring_months(first: str, last: str) -> set[str]:
    """The month before or after where the period touches its end, so that a day's difference is still found."""
    found = set()
    if first.endswith(("-01", "-02", "-03")) and length(first, last) <= _DAYS:
        year, month = int(first[:4]), int(first[5:7])
        found.add(f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02d}")
    return found
