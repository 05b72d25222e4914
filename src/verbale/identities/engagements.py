"""Engagements: one meeting from many reports.

Certain is: the same parties, and the same round of the same series, or the same kind of meeting on the same day with
the same people. Two meetings of one day stay two, as do two rounds with one number in different years, and a trip and
the talks on one of its days. What fits by month or year alone is a suggestion; only a series with a name of its own
is taken to meet once in a year of which no more is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from verbale.identities import attendance
from verbale.identities.nodes import Comparison, Features, apart, different, perhaps, same
from verbale.identities.record_names import bodies, is_distinct, ranks, series_key
from verbale.identities.times import Relation, length, relation

NAME = "engagement"

# Kinds that two reports of one meeting may give it.
_KIN = {
    "dialogue": {"talks", "other", "summit"}, "talks": {"dialogue", "other", "summit"},
    "summit": {"talks", "dialogue", "other"}, "other": {"talks", "dialogue", "summit", "exhibition"},
    "exhibition": {"other"},
}  # fmt: skip
_DAYS = 15  # a period no longer than this is as good as a day
_MONTH = 31
_YEAR = 366
_SEASON = 123  # a third of a year, as in 'early 2022': a series seldom meets twice in it


def features(
    document: str, kind: str, parties: Sequence[str], mechanism: str | None, number: int | None, first: str | None,
    last: str | None, country: str | None, people: Sequence[tuple[str, str | None]], main: bool, status: str,
    words: str = "",
) -> dict[str, Any]:  # fmt: skip
    """What is compared. `first`, `last`: the days that its own date may mean; `people`: names with parties; `words`:
    what the document says of it, and the posts of the people: the ranks in them tell of whom it is."""
    return {
        "document": document, "kind": kind, "parties": list(parties), "mechanism": mechanism, "round": number,
        "first": first, "last": last, "country": country, "people": [list(one) for one in people], "main": main,
        "status": status, "ranks": ranks(words),
    }  # fmt: skip


def keys(features: Features) -> Sequence[str]:
    """The parties in its months; its series with each party in its year, or with its round."""
    parties, series = features["parties"], _series(features)
    first, last = features["first"], features["last"]
    found = set()
    if first and last and length(first, last) <= _MONTH:
        months = {first[:7], last[:7], *_month_before(first, last)}
        found |= {f"{','.join(parties)} {month}" for month in months}
    if series and features["round"]:
        found |= {f"{party} {series} {features['round']}" for party in parties}
    if series and first and last:
        years = {first[:4], last[:4]}
        found |= {f"{party} {series} {year}" for party in parties for year in years}
        found |= {f"{series} {year}" for year in years if _of_many(features)}
    return sorted(found)


sought = keys


def weak(features: Features) -> bool:
    """Without a day: it may be one of several of its month or series."""
    first, last = features["first"], features["last"]
    return not (first and last and length(first, last) <= _DAYS)


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two reports tell of one engagement."""
    when = relation(a["first"], a["last"], b["first"], b["last"])
    fit = _parties(a, b)
    if _series(a) and _series(a) == _series(b) and fit != "none":
        return _of_one_series(a, b, when) if fit != "other" else _of_many_parties(a, b, when)
    if a["document"] == b["document"]:
        if _one_trip(a, b, when):
            return same(0.86, "one visitor at one place", "days that overlap")
        return different("told apart by one document") if when != "unknown" else None
    if fit != "equal" or when in ("apart", "unknown"):
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
            reasons = (name, f"one number: {a['round']}", "other dates")
            return apart(0.5, *reasons) if _near(a, b) else different(*reasons)
        return same(0.98, name, f"one round: {a['round']}")
    if when in ("same day", "close"):
        return same(0.95 if when == "same day" else 0.85, name, "one day")
    if when == "apart":
        return different("one series, two dates")
    if when == "same month":
        return same(0.82, name, "one month")
    if when != "same year":
        return None
    longest = max(length(one["first"], one["last"]) for one in (a, b))
    if longest <= _SEASON:
        return same(0.8, name, "one season")
    return _in_one_year(a, b, name) if longest <= _YEAR else perhaps(0.6, name, "one year")


def _in_one_year(a: Features, b: Features, name: str) -> Comparison:
    """The meeting of a series in a year, where it has a name of its own; a document that tells of two means two."""
    if a["document"] == b["document"]:
        two = a["status"] != b["status"]
        return apart(0.6, name, "one year", "two in one document") if two else perhaps(0.6, name, "one year")
    yearly = a["kind"] == b["kind"] and _parties(a, b) == "equal" and is_distinct(_series(a)) and _one_place(a, b)
    return same(0.79, name, "one year") if yearly else perhaps(0.6, name, "one year")


def _of_many_parties(a: Features, b: Features, when: Relation) -> Comparison | None:
    """A meeting of many states of which each report names some."""
    if when in ("apart", "unknown") or (a["round"] and b["round"] and a["round"] != b["round"]) or not _one_place(a, b):
        return None
    score = {"same year": 0.45, "same month": 0.55}.get(when, 0.6)
    return perhaps(score, f"one series: {a['mechanism']}", f"one time: {when}", "of the parties each names others")


def _under_two_names(a: Features, b: Features, when: Relation) -> Comparison | None:
    """One meeting whose series goes by two names: the day, the number and the people must all fit."""
    if when != "same day" or not _kin(a, b) or (a["round"] and b["round"] and a["round"] != b["round"]):
        return None
    people, main = attendance.shared(a, b), a["main"] and b["main"]
    if main and people >= 2 and a["round"] and a["round"] == b["round"]:
        return same(0.86, "one day", f"one number: {a['round']}", f"{people} people in common")
    if people or main:
        return perhaps(0.7 if main and people >= 2 else 0.6, "one day", "two names", f"{people} people in common")
    return None


def _by_day_and_people(a: Features, b: Features, when: Relation) -> Comparison | None:
    if not _kin(a, b) or attendance.strangers(a, b) or not (_one_place(a, b) or a["kind"] == "call"):
        return None
    people, alike = attendance.shared(a, b), a["kind"] == b["kind"]
    named_by_one = bool(a["mechanism"]) != bool(b["mechanism"])
    if when == "same day":
        return _on_one_day(a, b, people, alike and not named_by_one)
    if not alike or named_by_one:
        return None
    if when == "close":
        return perhaps(0.55, "days apart", f"{people} people in common") if people else None
    return _in_one_month(a, b, people) if when == "same month" else None


def _on_one_day(a: Features, b: Features, people: int, alike: bool) -> Comparison | None:
    """`alike`: of one kind, and both or neither a round of a series; else both documents must be about it."""
    main = a["main"] and b["main"]
    if people and (alike or main):
        return same(0.9 if alike else 0.84, "one day", f"{people} people in common")
    if main:
        return same(0.84, "one day", "what both documents are about")
    return perhaps(0.6 if alike or people else 0.45, "one day", "one set of parties")


def _in_one_month(a: Features, b: Features, people: int) -> Comparison | None:
    if people and a["kind"] != "other":
        return same(0.81, "one month", f"{people} people in common")
    ranks = sorted(set(a["ranks"]) & set(b["ranks"]))
    if a["kind"] == "call" and len(ranks) > 1:
        return same(0.8, "one month", f"calls between ranks in common: {', '.join(ranks)}")
    return perhaps(0.5, "one month", "one kind of meeting")


def _one_trip(a: Features, b: Features, when: Relation) -> bool:
    """Nobody is at one place twice at a time: of two overlapping visits, one is told with less precision."""
    there = a["kind"] == b["kind"] == "visit" and a["country"] and a["country"] == b["country"]
    return bool(there and when in ("same day", "same month") and attendance.shared(a, b))


def _series(features: Features) -> str:
    return series_key(features["mechanism"], tuple(features["parties"])) if features["mechanism"] else ""


def _parties(a: Features, b: Features) -> Literal["equal", "nested", "other", "none"]:
    """How the parties fit: 'nested' and 'other' are of a larger meeting that a report names in part."""
    first, second = set(a["parties"]), set(b["parties"])
    if first == second:
        return "equal" if first else "none"
    if not first or not second or len(_series(a).split()) < 2:
        return "none"
    if first < second or second < first or bodies(_series(a)) & first & second:
        return "nested"
    return "other" if _of_many(a) and _of_many(b) else "none"


def _of_many(features: Features) -> bool:
    """Whether its series has a name of its own that many states share ('East Asia Summit')."""
    return features["kind"] in ("summit", "other") and is_distinct(_series(features))


def _one_place(a: Features, b: Features) -> bool:
    return not (a["country"] and b["country"]) or bool(a["country"] == b["country"])


def _kin(a: Features, b: Features) -> bool:
    return a["kind"] == b["kind"] or b["kind"] in _KIN.get(a["kind"], ())


def _near(a: Features, b: Features) -> bool:
    """Whether two dates of one round are near enough to be a slip."""
    return bool(a["first"] and b["first"]) and abs(int(a["first"][:4]) - int(b["first"][:4])) <= 1


def _month_before(first: str, last: str) -> set[str]:
    """The month before where the period touches its end, so that a day's difference is still found."""
    if not first.endswith(("-01", "-02", "-03")) or length(first, last) > _DAYS:
        return set()
    year, month = int(first[:4]), int(first[5:7])
    return {f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02d}"}
