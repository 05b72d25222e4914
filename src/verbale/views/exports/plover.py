"""Events for researchers: a CSV table with PLOVER event types, modes and contexts, and CAMEO codes.

A row is an event between two parties in one direction: an act of several has a row for each ordered pair, under one
id. The target of an act of one party is the other party of its document; where there are several, it is empty. An
event without codes of one system has none there: `plover.yaml` says which code rests on which published table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Any, BinaryIO

from verbale.ledger.view import View
from verbale.model.merged import Merged
from verbale.model.reading import Engagement
from verbale.model.records import Fact
from verbale.model.vocabulary import load
from verbale.views.exports.cells import cell
from verbale.views.exports.tables import Table

FIELDS = ("event_id", "date", "date_end", "source", "target", "joint", "event_type", "event_mode", "context", "cameo",
          "kind", "topics", "place", "country", "documents", "document", "text")  # fmt: skip
_TALKS = ("talks", "dialogue", "summit")

Codes = Mapping[str, Any]


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the events of the lists; tells how many have no code of either system."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    parties = {one.id: one.parties for one in view.documents()}
    bare = 0
    for each in tables:
        for record in each.records:
            event = _act(record) if each.kind == "acts" else _engagement(record)
            bare += not event["event_type"] and not event["cameo"]
            for source, target in _ends(record, parties.get(record.document, ())):
                ends = {"source": state(source), "target": state(target)}
                writer.writerow({name: cell(value) for name, value in {**event, **ends}.items()})
    text.detach()
    return [f"{bare} events have no code: neither PLOVER nor CAMEO has one that fits."] if bare else ()


def state(party: str) -> str:
    """The alpha-3 code of a state; of a body its short name."""
    return str(load("plover")["alpha3"].get(party, party))


def act_codes(kind: str, topics: Sequence[str], joint: bool = False) -> Codes:
    """The codes of an act: `plover`, `mode`, `context` and `cameo`, each absent where none fits.

    >>> act_codes("request", ["defence"])["cameo"], act_codes("report", ["trade"]).get("plover")
    ('0212', None)
    """
    table = load("plover")
    key = next((key for topic in topics for key, members in table["topics"].items() if topic in members), "")
    entry = table["acts"][kind]
    context = table["contexts"].get(key, key)
    if key in entry.get("instead", {}):
        return {**entry["instead"][key], "context": context}
    cameo = entry["joint"] if joint and "joint" in entry else entry["cameo"].get(key, entry["cameo"][""])
    mode = entry.get("mode") or entry.get("modes", {}).get(key)
    return {"plover": entry.get("plover"), "mode": mode, "context": context, "cameo": cameo}


def engagement_codes(entry: Engagement) -> Codes:
    """The codes of an engagement, as of an act."""
    table = load("plover")
    if entry.status == "held" and entry.kind in _TALKS:
        if len(entry.parties) > 2:
            return table["multilateral"]  # type: ignore[no-any-return]
        if entry.parties and entry.country and entry.country not in entry.parties:
            return table["third-party"]  # type: ignore[no-any-return]
    return table["engagements"][entry.status].get(entry.kind, {})  # type: ignore[no-any-return]


def _act(record: Fact[Any]) -> dict[str, Any]:
    entry = record.entry
    codes = act_codes(entry.type, entry.topics, len(entry.actors) > 1)
    return {**_event(record, codes, len(entry.actors) > 1), "kind": entry.type, "topics": entry.topics}


def _engagement(record: Fact[Any] | Merged[Any]) -> dict[str, Any]:
    entry = record.entry
    event = _event(record, engagement_codes(entry), _visitors(record) is None and len(entry.parties) > 1)
    return {**event, "kind": entry.kind, "place": entry.place, "country": entry.country}


def _event(record: Any, codes: Codes, joint: bool) -> dict[str, Any]:
    return {
        "event_id": record.id, "date": record.first, "date_end": record.last, "joint": joint,
        "event_type": codes.get("plover"), "event_mode": codes.get("mode"),
        "context": codes.get("context") if codes.get("plover") else None, "cameo": codes.get("cameo"),
        "documents": getattr(record, "documents", 1), "document": record.document, "text": record.words,
    }  # fmt: skip


def _ends(record: Any, about: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Who acts on whom."""
    entry = record.entry
    visitors = _visitors(record)
    parties = entry.parties if isinstance(entry, Engagement) else entry.actors
    if visitors is not None:
        yield from ((visitor, entry.country) for visitor in visitors)
    elif len(parties) > 1:
        yield from permutations(parties, 2)
    else:
        others = [party for party in about if party not in parties]
        yield "".join(parties), others[0] if len(others) == 1 and parties else ""


def _visitors(record: Any) -> Sequence[str] | None:
    """Of a visit to one of its parties, the others; None for whatever else."""
    entry = record.entry
    if not isinstance(entry, Engagement) or entry.kind != "visit" or entry.country not in entry.parties:
        return None
    return [party for party in entry.parties if party != entry.country] or None
