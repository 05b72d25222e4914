"""Mechanisms: one series of rounds under several names.

Two series of the same parties with like names stay apart: 'Defense Policy Dialogue' is not 'Political, Security and
Defense Dialogue'. The words of the name decide; what only says who meets, or that it is a meeting, does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.identities.nodes import Comparison, Features, perhaps, same
from verbale.identities.record_names import initials, series_key

NAME = "mechanism"


def features(name: str, parties: Sequence[str], rounds: Sequence[tuple[int, str | None]]) -> dict[str, Any]:
    """What is compared: the name, the parties, and the rounds with the first day that each is given."""
    return {"name": name, "parties": list(parties), "rounds": [list(one) for one in rounds]}


def keys(features: Features) -> Sequence[str]:
    """The parties; of a body's meeting that names one or none, also the name."""
    parties = ",".join(features["parties"])
    return [f"of {parties}"] if len(features["parties"]) > 1 else [f"of {parties}", f"called {_key(features)}"]


def weak(features: Features) -> bool:
    return False


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two names are of one series."""
    first, second = set(_key(a).split()), set(_key(b).split())
    if a["parties"] != b["parties"]:
        return perhaps(0.6, "one name", "other parties") if first == second else None
    if first == second:
        return same(0.97, "one name", "one set of parties")
    if initials(a["name"]) and initials(a["name"]) == initials(b["name"]):
        return perhaps(0.75, "one set of parties", f"the same initials: {initials(a['name'])}")
    if min(len(first), len(second)) >= 2 and (first < second or second < first):
        return perhaps(0.6, "one set of parties", "one name says more than the other")
    if shared := _shared_rounds(a, b):
        return perhaps(0.65, "one set of parties", f"the same round on the same day: {shared}")
    return None


def _key(features: Features) -> str:
    return series_key(features["name"], tuple(features["parties"]))


def _shared_rounds(a: Features, b: Features) -> str:
    rounds = {tuple(one) for one in a["rounds"] if one[1]} & {tuple(one) for one in b["rounds"] if one[1]}
    return ", ".join(f"{number} on {day}" for number, day in sorted(rounds))
