"""Texts: near-copies of one text under several names, so that a report printed six times is one source.

The text of the story is cut into runs of five words; of their hashes the smallest are kept (Broder, 'On the
resemblance and containment of documents', 1997). Two texts that share most of their smallest hashes share most of
their runs. Papers edit what an agency sends them: two texts that credit one agency are one source with less in common.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from zlib import crc32

from verbale.identities.agencies import credited
from verbale.identities.nodes import Comparison, Features, apart, perhaps, same
from verbale.model.folding import fold_text

NAME = "text"
RUN = 5  # words in a run
KEPT = 96  # hashes kept of a text
KEYS = 12  # of these, so many are looked up: two texts with half of their runs in common share one almost surely
AGENCY_KEYS = 48  # of a text with an agency: with a third of their runs in common two share one almost surely
WHOLE, COPY, LIKE = 0.9, 0.6, 0.3  # shares of hashes in common
LEAST = 20  # runs: below that a text is too short to be a copy of anything

_WORD = re.compile(r"\w+")


def features(text: str, outlet: str | None = None) -> dict[str, Any]:
    """The smallest hashes of the runs of words of a text, in order, and the agencies that it or its outlet credits."""
    words = _WORD.findall(fold_text(text))
    runs = {crc32(" ".join(words[start : start + RUN]).encode()) for start in range(len(words) - RUN + 1)}
    hashes = sorted(runs)[:KEPT] if len(runs) >= LEAST else []
    return {"hashes": hashes, "runs": len(runs), "agencies": credited(text, outlet)}


def keys(features: Features) -> Sequence[str]:
    found = [format(number, "08x") for number in features["hashes"][:KEYS]]
    return found + [
        f"{agency} {number:08x}" for agency in features["agencies"] for number in features["hashes"][:AGENCY_KEYS]
    ]


sought = keys


def weak(features: Features) -> bool:
    return False


def compare(a: Features, b: Features) -> Comparison | None:
    """The share of runs that the shorter text has in common with the longer."""
    share = _containment(a, b)
    if share < LIKE:
        return None
    reason = f"{share:.0%} of the runs of words in common"
    of_both = sorted(set(a["agencies"]) & set(b["agencies"]))
    if of_both:
        return same(share, reason, f"one agency credited: {', '.join(of_both)}")
    if a["agencies"] and b["agencies"] and share < WHOLE:
        return apart(share, reason, "two agencies credited")  # both quote the same words
    return same(share, reason) if share >= COPY else perhaps(share, reason)


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
