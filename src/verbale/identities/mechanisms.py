"""Mechanisms: one series of rounds under several names.

Two series of the same parties with like names stay apart: 'Defense Policy Dialogue' is not 'Political, Security and
Defense Dialogue'. The words of the name decide; what only says who meets, or that it is a meeting, does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.identities.nodes import Comparison, Features, perhaps, same
from verbale.identities.record_names import bodies, initials, is_distinct, series_key

NAME = "mechanism"


def features(
    name: str, parties: Sequence[str], rounds: Sequence[tuple[int, str | None]], first: str | None = None,
    last: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """What is compared: the name, the parties, the rounds with the date (EDTF) that each is given, and the days of
    the first and the last meeting."""
    return {"name": name, "parties": list(parties), "rounds": [list(one) for one in rounds], "first": first,
            "last": last}  # fmt: skip


def keys(features: Features) -> Sequence[str]:
    """The parties; the name with each party, since one may be left out; the name alone where it is its own."""
    name, parties = _key(features), features["parties"]
    found = {f"of {','.join(parties)}", *(f"called {name} {party}" for party in parties)}
    if bodies(name) or (len(parties) < 2 and is_distinct(name)):
        found.add(f"called {name}")
    return sorted(found)


sought = keys


def weak(features: Features) -> bool:
    return False


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two names are of one series."""
    first, second = set(_key(a).split()), set(_key(b).split())
    if a["parties"] != b["parties"]:
        return _of_other_parties(a, b) if first == second else None
    if first == second:
        return same(0.97, "one name", "one set of parties")
    if initials(a["name"]) and initials(a["name"]) == initials(b["name"]):
        return perhaps(0.75, "one set of parties", f"the same initials: {initials(a['name'])}")
    if min(len(first), len(second)) >= 2 and (first < second or second < first):
        return perhaps(0.6, "one set of parties", "one name says more than the other")
    if shared := _shared_rounds(a, b):
        return perhaps(0.65, "one set of parties", f"the same round on the same day: {shared}")
    return _goes_on(a, b) or _goes_on(b, a)


def _goes_on(old: Features, new: Features) -> Comparison | None:
    """A series that took another name: it goes on counting, and the two are never held at one time."""
    last = max((number for number, _ in old["rounds"]), default=None)
    next_one = min((number for number, _ in new["rounds"]), default=None)
    if last is None or next_one != last + 1 or len(old["parties"]) < 2 or not _alike(old, new):
        return None
    if not old["last"] or not new["first"] or old["last"] >= new["first"]:
        return None
    return perhaps(0.55, "one set of parties", f"goes on counting: {last}, {next_one}", "never both at one time")


def _of_other_parties(a: Features, b: Features) -> Comparison | None:
    """One name: of a body's own meeting, whoever else a report names; or of a meeting that one names in part."""
    first, second = set(a["parties"]), set(b["parties"])
    body = bodies(_key(a))
    if body and (first <= body or second <= body):
        return same(0.9, "one name", f"the meeting of {', '.join(sorted(body))}")
    if first < second or second < first or body:
        return perhaps(0.6, "one name", "other parties")
    return None


def _alike(a: Features, b: Features) -> bool:
    """Whether the names have a word of their own in common."""
    return is_distinct(" ".join({*_key(a).split()} & {*_key(b).split()}))


def _key(features: Features) -> str:
    return series_key(features["name"], tuple(features["parties"]))


def _shared_rounds(a: Features, b: Features) -> str:
    rounds = {tuple(one) for one in a["rounds"] if one[1]} & {tuple(one) for one in b["rounds"] if one[1]}
    return ", ".join(f"{number} on {day}" for number, day in sorted(rounds))
