"""GraphML: parties, people, engagements and instruments as nodes; who took part, for whom, and in what, as edges.

An edge joins nodes of the file only, and each party that an edge needs is a node of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from verbale.ledger.view import View
from verbale.model.folding import fold
from verbale.model.records import PersonRecord
from verbale.views.brief_notes import writable
from verbale.views.exports.parts import full_name, is_state, parties_of
from verbale.views.exports.tables import Table
from verbale.views.naming import occasion

Values = Mapping[str, str | int | None]

_KEYS = {
    "node": {"kind": "string", "name": "string", "type": "string", "first": "string", "last": "string",
             "status": "string", "place": "string", "country": "string", "documents": "int"},
    "edge": {"relation": "string", "role": "string", "post": "string"},
}  # fmt: skip


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the graph of the lists."""
    given = {each.kind: each.records for each in tables}
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for owner, keys in _KEYS.items():
        for name, kind in keys.items():
            stream.write(f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'.encode())
    stream.write(b'<graph id="ledger" edgedefault="undirected">\n')
    for identifier, values in _nodes(given):
        stream.write(f"<node id={quoteattr(identifier)}>{_data('node', values)}</node>\n".encode())
    for source, target, values in _edges(given):
        ends = f"source={quoteattr(source)} target={quoteattr(target)}"
        stream.write(f"<edge {ends}>{_data('edge', values)}</edge>\n".encode())
    stream.write(b"</graph>\n</graphml>\n")
    return ()


def _nodes(given: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, Values]]:
    for party in parties_of(record for records in given.values() for record in records):
        yield _party(party), {"kind": "party", "name": full_name(party), "type": "state" if is_state(party) else "body"}
    for one in given.get("people", ()):
        yield one.id, {"kind": "person", "name": one.name, **_shared(one), "documents": len(one.documents)}
    for one in given.get("engagements", ()):
        yield one.id, {"kind": "engagement", "name": occasion(one.entry), "type": one.entry.kind,
                       "status": one.entry.status, "place": one.entry.place, "country": one.entry.country,
                       **_shared(one), "documents": getattr(one, "documents", 1)}  # fmt: skip
    for one in given.get("instruments", ()):
        yield one.id, {"kind": "instrument", "name": one.entry.title, "type": one.entry.type,
                       "status": one.entry.status, **_shared(one),
                       "documents": getattr(one, "documents", 1)}  # fmt: skip


def _edges(given: Mapping[str, Sequence[Any]]) -> Iterator[tuple[str, str, Values]]:
    engagements = {one.id: one for one in given.get("engagements", ())}
    for one in engagements.values():
        for party in one.entry.parties:
            yield _party(party), one.id, {"relation": "took part"}
    for one in given.get("instruments", ()):
        for party in one.entry.parties:
            yield _party(party), one.id, {"relation": "party to"}
    for person in given.get("people", ()):
        if person.party:
            yield person.id, _party(person.party), {"relation": "for"}
        for engagement in person.engagements:
            if engagement in engagements:
                yield person.id, engagement, {"relation": "attended", **_part(person, engagements[engagement])}


def _part(person: PersonRecord, engagement: Any) -> Values:
    """The role and post in which the person took part."""
    names = {fold(name) for name in (person.name, *person.names)}
    found = next((p for p in engagement.entry.participants if fold(p.name) in names), None)
    return {"role": found.role, "post": found.post} if found else {}


def _shared(one: Any) -> Values:
    return {"first": one.first, "last": one.last}


def _party(code: str) -> str:
    return f"party:{code}"


def _data(owner: str, values: Values) -> str:
    return "".join(
        f'<data key="{owner}-{name}">{escape(writable(str(value)))}</data>'
        for name, value in values.items() if value is not None
    )  # fmt: skip
