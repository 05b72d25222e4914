"""Texts: near-copies of one text under several names, so that a report printed six times is one source.

The text of the story is cut into runs of five words; of their hashes the smallest are kept (Broder, 'On the
resemblance and containment of documents', 1997). Two texts that share most of their smallest hashes share most of
their runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from zlib import crc32

from verbale.identities.nodes import Comparison, Features, perhaps, same
from verbale.model.folding import fold_text

NAME = "text"
RUN = 5  # words in a run
KEPT = 96  # hashes kept of a text
KEYS = 12  # of these, so many are looked up: two texts with half of their runs in common share one almost surely
COPY, LIKE = 0.6, 0.3  # shares of hashes in common
LEAST = 20  # runs: below that a text is too short to be a copy of anything

_WORD = re.compile(r"\w+")


def features(text: str) -> dict[str, Any]:
    """The smallest hashes of the runs of words of a text, in order."""
    words = _WORD.findall(fold_text(text))
    runs = {crc32(" ".join(words[start : start + RUN]).encode()) for start in range(len(words) - RUN + 1)}
    return {"hashes": sorted(runs)[:KEPT] if len(runs) >= LEAST else [], "runs": len(runs)}


def keys(features: Features) -> Sequence[str]:
    return [format(number, "08x") for number in features["hashes"][:KEYS]]


def weak(features: Features) -> bool:
    return False


def compare(a: Features, b: Features) -> Comparison | None:
    """The share of runs that the shorter text has in common with the longer."""
    share = _containment(a, b)
    if share >= COPY:
        return same(share, f"{share:.0%} of the runs of words in common")
    return perhaps(share, f"{share:.0%} of the runs of words in common") if share >= LIKE else None


def _containment(a: Features, b: Features) -> float:
    """How much of the shorter text stands in the longer, estimated from the smallest hashes."""
    first, second = a["hashes"], b["hashes"]
    if not first or not second:
        return 0.0
    merged = sorted({*first, *second})[: min(len(first), len(second))]
    both = set(first) & set(second)
    alike = sum(number in both for number in merged) / len(merged)  # of the union
    shorter, longer = sorted((int(a["runs"]), int(b["runs"])))
    return min(1.0, alike * (shorter + longer) / ((1 + alike) * shorter))
