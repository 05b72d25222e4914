"""Readings as another version of a reader might give them: facts dropped, types and names shifted, words cut."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from verbale.model.document import Document
from verbale.model.evidence import Evidence, quote
from verbale.model.reading import ACT_TYPES, ENGAGEMENT_KINDS, INSTRUMENT_TYPES, Act, Engagement, Entry, Reading


def changed(document: Document, reading: Reading, number: int, keep: float = 0.75) -> Reading:
    """The reading by version `number` of a reader; 0 leaves it as it is, any number always changes it the same way."""
    chance = Random(f"{number} {document.hash}")
    version = f"changed-{number}"
    if number == 0:
        return replace(reading, reader=version)
    layers: dict[str, Any] = {}
    for layer in ("engagements", "instruments", "acts", "figures"):
        kept = [entry for entry in getattr(reading, layer) if chance.random() < keep]
        layers[layer] = tuple(shifted(document, entry, chance) for entry in kept)
    return replace(reading, reader=version, **layers)


def shifted(document: Document, entry: Entry, chance: Random) -> Entry:
    """The entry with something else in it, more often than not."""
    entry = replace(entry, evidence=tuple(_cut(document, one, chance) for one in entry.evidence))
    if chance.random() < 0.4:
        return entry
    if isinstance(entry, Engagement):
        people = tuple(
            replace(p, name=p.name.upper(), post=p.post and f"{p.post} of State") for p in entry.participants
        )
        mechanism = entry.mechanism and f"{entry.mechanism} Meeting"
        return replace(entry, kind=chance.choice(ENGAGEMENT_KINDS), mechanism=mechanism, participants=people)
    if isinstance(entry, Act):
        return replace(entry, type=chance.choice(ACT_TYPES), topics=entry.topics[1:])
    if hasattr(entry, "title"):
        return replace(entry, type=chance.choice(INSTRUMENT_TYPES), title=f"{entry.title} of the parties")
    return replace(entry, label=f"{entry.label} in all", value=entry.value + chance.randrange(3))


def _cut(document: Document, evidence: Evidence, chance: Random) -> Evidence:
    """The words, now and then a few less."""
    less = chance.choice((0, 0, min(6, (evidence.end - evidence.start) // 4)))
    return quote(document.text, document.hash, evidence.start, evidence.end - less)
