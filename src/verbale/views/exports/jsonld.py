"""JSON-LD: schema.org for what the ledger tells of, Web Annotation for its words, PROV for its sources.

The context is in the file, so that reading it fetches nothing. A date that is no day, month or year of ISO 8601 is
left out of schema.org's fields and kept as EDTF in `verbale:edtf`. A party is both a country and an organization.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from verbale.ledger.view import View
from verbale.model.evidence import Evidence
from verbale.model.merged import Merged
from verbale.model.records import DocumentRecord, Fact, PersonRecord, PostHistory
from verbale.views.exports.parts import documents_of, full_name, is_state, iso, parties_of, reports_of
from verbale.views.exports.tables import Table
from verbale.views.naming import occasion, topic_label
from verbale.views.series import Series

Node = dict[str, Any]

BASE = "urn:verbale:"
_ADDRESS = {"@type": "@id"}
_LINKS = ("organizer", "agent", "affiliation", "subEvent", "memberOf")
_COUNT = {"@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
CONTEXT: Node = {
    "@vocab": "https://schema.org/",
    "verbale": BASE,
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", **_ADDRESS},
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "body": {"@id": "oa:hasBody", **_ADDRESS},
    "target": {"@id": "oa:hasTarget", **_ADDRESS},
    "source": {"@id": "oa:hasSource", **_ADDRESS},
    "selector": {"@id": "oa:hasSelector", **_ADDRESS},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": {"@id": "oa:start", **_COUNT},
    "end": {"@id": "oa:end", **_COUNT},
    **{name: {"@id": f"https://schema.org/{name}", **_ADDRESS} for name in _LINKS},
}


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write one graph of all the records, their parties and the words that they rest on."""
    texts = _Texts(view)
    stream.write(b'{"@context":' + _bytes(CONTEXT) + b',"@graph":[')
    records = [record for each in tables for record in each.records]
    separator = b"\n"
    for node in _nodes(tables, records, texts):
        stream.write(separator + _bytes(node))
        separator = b",\n"
    stream.write(b"\n]}\n")
    return ()


def _nodes(tables: Sequence[Table], records: Sequence[Any], texts: _Texts) -> Iterator[Node]:
    for party in parties_of(records):
        kinds = ["Country", "Organization"] if is_state(party) else "Organization"
        yield {"@id": _party(party), "@type": kinds, "name": full_name(party), "identifier": party}
    for each in tables:
        make = _MAKE[each.kind]
        for record in each.records:
            derived = [BASE + document for document in documents_of(record)]
            yield _full({"@id": BASE + record.id, **make(record), "wasDerivedFrom": derived})
            if isinstance(record, Fact | Merged):
                for fact in reports_of(record):
                    yield _annotation(BASE + record.id, fact, texts)


def _annotation(about: str, fact: Fact[Any], texts: _Texts) -> Node:
    """What a document says of the record, word for word and by place."""
    targets = [
        {"@type": "SpecificResource", "source": BASE + fact.document, "selector": texts.selectors(fact.document, one)}
        for one in fact.entry.evidence
    ]
    return {"@id": f"{BASE}{fact.id}#words", "@type": "Annotation", "body": about, "target": targets}


class _Texts:
    """The texts of documents, one kept at a time: reports come document by document more often than not."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.last: tuple[str, str] = ("", "")

    def selectors(self, document: str, evidence: Evidence) -> list[Node]:
        if self.last[0] != document:
            self.last = (document, self.view.text(document))
        return [{"@type": one.pop("type"), **one} for one in evidence.selectors(self.last[1])]


def _document(one: DocumentRecord) -> Node:
    outlet = {"@type": "Organization", "name": one.outlet} if one.outlet else None
    return {"@type": "CreativeWork", "name": one.title or one.source, "datePublished": iso(one.published),
            "publisher": outlet, "inLanguage": one.language, "identifier": f"sha256:{one.hash}",
            "verbale:file": [source.name for source in one.sources]}  # fmt: skip


def _engagement(one: Fact[Any] | Merged[Any]) -> Node:
    entry = one.entry
    place = {"@type": "Place", "name": entry.place, "addressCountry": entry.country}
    roles = [
        _full({"@type": "Role", "roleName": p.role,
               "attendee": _full({"@type": "Person", "name": p.name, "honorificPrefix": p.rank, "jobTitle": p.post,
                                  "affiliation": _party(p.party) if p.party else None})})
        for p in entry.participants
    ]  # fmt: skip
    return {"@type": "Event", "name": occasion(entry), "startDate": iso(entry.start), "endDate": iso(entry.end),
            "verbale:edtf": _edtf(entry.start, entry.end), "verbale:status": entry.status, "verbale:kind": entry.kind,
            "verbale:round": entry.round, "location": _full(place) if len(_full(place)) > 1 else None,
            "organizer": [_party(party) for party in entry.parties], "attendee": roles}  # fmt: skip


def _person(one: PersonRecord) -> Node:
    held = [
        _full({"@type": "Role", "roleName": post.post or post.rank, "startDate": post.first, "endDate": post.last})
        for post in one.posts if post.post or post.rank
    ]  # fmt: skip
    return {"@type": "Person", "name": one.name, "alternateName": list(one.names),
            "affiliation": _party(one.party) if one.party else None, "hasOccupation": held}  # fmt: skip


def _post(one: PostHistory) -> Node:
    return {"@type": "Occupation", "name": one.name, "alternateName": [name.name for name in one.names[:-1]],
            "memberOf": _party(one.party) if one.party else None,
            "verbale:holder": [{"@id": BASE + holder.id} for holder in one.holders]}  # fmt: skip


def _instrument(one: Fact[Any] | Merged[Any]) -> Node:
    entry = one.entry
    return {"@type": "CreativeWork", "name": entry.title, "additionalType": f"{BASE}instrument/{entry.type}",
            "dateCreated": iso(entry.date), "verbale:edtf": _edtf(entry.date), "verbale:status": entry.status,
            "agent": [_party(party) for party in entry.parties]}  # fmt: skip


def _mechanism(one: Series) -> Node:
    return {"@type": "EventSeries", "name": one.name, "alternateName": [name for name, _ in one.record.names[1:]],
            "organizer": [_party(party) for party in one.record.parties],
            "subEvent": [BASE + each.id for each in one.record.rounds]}  # fmt: skip


def _act(one: Fact[Any]) -> Node:
    entry = one.entry
    said = {"@type": "Person", "name": entry.speaker} if entry.speaker else None
    return {"@type": "Action", "additionalType": f"{BASE}act/{entry.type}", "description": one.words,
            "agent": [_party(party) for party in entry.actors], "participant": said,
            "about": [{"@id": f"{BASE}topic/{topic}", "name": topic_label(topic)} for topic in entry.topics],
            "startTime": one.first if one.first == one.last else None}  # fmt: skip


def _figure(one: Fact[Any]) -> Node:
    entry = one.entry
    money = len(entry.unit) == 3 and entry.unit.isupper()
    unit = {"currency": entry.unit} if money else {"unitText": entry.unit}
    about = {"@id": f"{BASE}topic/{entry.topic}", "name": topic_label(entry.topic)} if entry.topic else None
    return {"@type": "MonetaryAmount" if money else "QuantitativeValue", "name": entry.label, "value": entry.value,
            **unit, "verbale:kind": entry.kind, "verbale:of": entry.of, "verbale:since": entry.since,
            "verbale:asOf": entry.as_of, "about": about}  # fmt: skip


_MAKE: Mapping[str, Callable[[Any], Node]] = {
    "documents": _document, "engagements": _engagement, "people": _person, "posts": _post, "instruments": _instrument,
    "mechanisms": _mechanism, "acts": _act, "figures": _figure,
}  # fmt: skip


def _edtf(start: str | None, end: str | None = None) -> str | None:
    """The period as EDTF, where ISO 8601 could not say it."""
    if (start is None or iso(start)) and (end is None or iso(end)):
        return None
    return f"{start}/{end}" if start and end else start or end


def _party(code: str) -> str:
    return f"{BASE}party/{code.replace(' ', '_')}"


def _full(node: Node) -> Node:
    """The node without what is not known."""
    return {key: value for key, value in node.items() if value is not None and value != []}


def _bytes(value: Any) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")
