"""Acts written for the tests of commitments: no document stands behind them but their own words."""

from __future__ import annotations

import hashlib
from typing import Any

from verbale.model.evidence import quote
from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.threads.said import Said

PAIR = ("MA", "PT")


def said(day: str, type: str, actors: str, words: str, topics: str = "fisheries-port", **fields: Any) -> Said:
    """An act of one day: 'MA' or 'MA PT' as actors. Each day is an occasion and a document of its own, unless named."""
    document = fields.pop("document", f"d{day}")
    digest = hashlib.sha256(document.encode()).hexdigest()
    start = fields.pop("start", 0)
    text = " " * start + words
    entry = Act(type, tuple(actors.split()), (quote(text, digest, start, len(text)),), topics=tuple(topics.split()))
    name = hashlib.sha256(f"{document}{type}{actors}{words}".encode()).hexdigest()[:16]
    fact = Fact(f"a{name}", "act", document, f"{document}.txt", 0, entry, day, day)
    given = {"relationship": PAIR, "occasion": document, "origin": document, "day": day, **fields}
    return Said(fact, **given)
