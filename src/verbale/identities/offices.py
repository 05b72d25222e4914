"""Offices: one post under several names, for one party."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbale.identities.nodes import Comparison, Features, perhaps, same
from verbale.identities.posts import nearness, office

NAME = "post"


def features(post: str, party: str | None) -> dict[str, Any]:
    """What is compared: the words of the post and the party."""
    return {"name": post, "party": party}


def keys(features: Features) -> Sequence[str]:
    """The party with each word of the office."""
    party = features["party"] or ""
    return sorted(f"{party} {word}" for word in office(features["name"], features["party"]).words)


sought = keys


def weak(features: Features) -> bool:
    return False


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two names are of one office."""
    if a["party"] != b["party"]:
        return None
    found = nearness(a["name"], b["name"], a["party"])
    if found == "same":
        return same(0.95, "one rank and field")
    few = min(len(office(one["name"], one["party"]).words) for one in (a, b))
    return perhaps(0.5, "one name says more than the other") if found == "near" and few > 1 else None
