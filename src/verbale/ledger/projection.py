"""The machine's reading and what people have decided of it → the facts that hold. A pure function.

A fact that a decision names keeps the id under which it was decided, in whatever form a later reading has it. What
was accepted or corrected and is no longer read at all is put back from the decision; what was rejected stays out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from verbale.ledger import ids
from verbale.ledger.matching import Item, match
from verbale.model.corrections import DECIDED, corrected
from verbale.model.decisions import LAYERS, Anchor, Decision
from verbale.model.document import Document
from verbale.model.reading import Entry, Reading, entry_to_json, reading_from_json

Ids = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Projected:
    """The reading that holds, the ids of its facts by layer and place, and every item with what is gone."""

    reading: Reading
    ids: Ids
    items: tuple[Item, ...]


def project(document: Document, reading: Reading, decisions: Sequence[Decision]) -> Projected:
    """Lay the decisions, which are effective and in order, over the reading of a document."""
    items = _items(document, reading)
    anchors = _anchors(document, decisions)
    found = match(items, anchors)
    for name, item in found.items():
        item.id = name
    for decision in decisions:
        for anchor in decision.targets:
            if anchor.id in anchors:
                _apply(decision, anchor, anchors[anchor.id][1], found, items, document)
    return _projected(reading, items)


def entry_of(layer: str, data: Mapping[str, Any], document: Document) -> Entry:
    """An entry from its JSON; raises ValueError where it is none, or its words are not in the document."""
    empty: dict[str, Any] = {f"{name}s": [] for name in LAYERS}
    head = dict.fromkeys(("title", "outlet", "published", "language"))
    try:
        reading = reading_from_json(
            {"source": "", "document": head, "passages": [], **empty, f"{layer}s": [data]}, document
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no {layer}: {error}") from error
    entries: tuple[Entry, ...] = (*reading.engagements, *reading.instruments, *reading.acts, *reading.figures)
    return entries[0]


def said(entry: Entry) -> dict[str, Any]:
    """What an entry says and where, without how it was found."""
    return {name: value for name, value in entry_to_json(entry).items() if name not in ("rule", "spans")}


def _items(document: Document, reading: Reading) -> list[Item]:
    items: dict[str, Item] = {}
    for layer in LAYERS:
        for entry in getattr(reading, f"{layer}s"):
            fact = ids.fact_id(layer, document.hash, entry)
            items.setdefault(fact, Item(layer, fact, entry, entry))
    return list(items.values())


def _anchors(document: Document, decisions: Sequence[Decision]) -> dict[str, tuple[Anchor, Entry]]:
    """The facts of this document that decisions name, each as the first decision knew it."""
    found: dict[str, tuple[Anchor, Entry]] = {}
    for decision in decisions:
        for anchor in decision.targets:
            if anchor.entry is not None and anchor.document == document.hash and anchor.id not in found:
                try:
                    found[anchor.id] = anchor, entry_of(anchor.kind, anchor.entry, document)
                except ValueError:
                    continue  # of a log that was not written by Verbale: it decides nothing here
    return found


def _apply(
    decision: Decision, anchor: Anchor, snapshot: Entry, found: dict[str, Item], items: list[Item], document: Document
) -> None:
    item = found.get(anchor.id)
    if decision.action == "reject" and item is not None:
        item.gone = True
    if decision.action not in ("accept", "correct"):
        return
    if item is None:
        item = found[anchor.id] = Item(anchor.kind, anchor.id, snapshot, replace(snapshot, rule=DECIDED))
        items.append(item)
    item.gone = False
    try:
        if decision.action == "correct":
            item.entry = corrected(item.entry, decision.value["field"], decision.value["value"])
        else:
            _pin(item, decision.value.get("entries", {}).get(anchor.id), document)
    except (ValueError, KeyError):
        return  # as above


def _pin(item: Item, seen: Mapping[str, Any] | None, document: Document) -> None:
    """What was accepted stays as it was seen, even where the machine now reads something else."""
    if seen is not None:
        entry = entry_of(item.layer, seen, document)
        if said(entry) != said(item.entry):
            item.entry = replace(entry, rule=DECIDED)


def _projected(reading: Reading, items: list[Item]) -> Projected:
    layers: dict[str, Any] = {}
    named: dict[tuple[str, int], str] = {}
    for layer in LAYERS:
        here = [item for item in items if item.layer == layer and not item.gone]
        layers[f"{layer}s"] = tuple(item.entry for item in here)
        named |= {(layer, place): item.id for place, item in enumerate(here)}
    return Projected(replace(reading, **layers), named, tuple(items))
