"""FollowTheMoney entities (followthemoney.tech), one a line, sorted within each list.

A state is a PublicBody, a body an Organization; a person's post is a Position held by an Occupancy, whose `date` names
the first and last day that documents give it: nobody says when it began. People as documents name them are Mentions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from verbale.ledger.view import View
from verbale.model.records import DocumentRecord, Filters, PersonRecord, PostHistory
from verbale.views.exports.jsonl import line
from verbale.views.exports.parts import documents_of, full_name, is_state, iso, parties_of
from verbale.views.exports.tables import Table
from verbale.views.naming import occasion

Entity = dict[str, Any]


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the records, their parties, and whatever they refer to, so that no reference leads nowhere."""
    given = {each.kind: each.records for each in tables}
    shown = {record.id for records in given.values() for record in records}
    people = _people_at(view, given)
    referred = [one for one in people if one.id not in shown]
    records = [record for each in tables for record in each.records]
    stream.writelines(map(line, map(_party, parties_of([*records, *referred]))))
    documents = {one for record in (*records, *referred) for one in documents_of(record)} - shown
    for each in tables:
        for record in each.records:
            stream.writelines(map(line, _made(each.kind, record, people)))
    for person in referred:
        stream.write(line(_person(person)))
    for one in view.documents() if documents else ():
        if one.id in documents:
            stream.write(line(_document(one)))
    return ()


def _people_at(view: View, given: Mapping[str, Sequence[Any]]) -> Sequence[PersonRecord]:
    """Everyone who took part in the engagements or held the posts."""
    wanted = {one.id for one in given.get("engagements", ())}
    holders = {holder.id for post in given.get("posts", ()) for holder in post.holders}
    if not wanted and not holders:
        return ()
    return [one for one in view.people(Filters()) if one.id in holders or wanted & set(one.engagements)]


def _made(kind: str, record: Any, people: Sequence[PersonRecord]) -> Iterator[Entity]:
    if kind == "engagements":
        yield _engagement(record, [one.id for one in people if record.id in one.engagements])
    elif kind == "posts":
        yield from _post(record)
    elif kind == "people":
        yield _person(record)
        yield from _mentions(record)
    else:
        yield _document(record)


def _party(code: str) -> Entity:
    schema = "PublicBody" if is_state(code) else "Organization"
    country = [code.lower()] if is_state(code) else []
    return _entity(_party_id(code), schema, name=[full_name(code)], country=country)


def _engagement(record: Any, people: Sequence[str]) -> Entity:
    entry = record.entry
    start, end = iso(entry.start), iso(entry.end)
    return _entity(
        record.id, "Event", name=[occasion(entry)], startDate=[start] if end else [], endDate=[end] if start else [],
        date=[] if start and end else [start or end], location=[entry.place], country=_country(entry.country),
        involved=[*map(_party_id, entry.parties), *people], summary=[record.words], proof=documents_of(record),
    )  # fmt: skip


def _person(one: PersonRecord) -> Entity:
    held = list(dict.fromkeys(post.post for post in one.posts if post.post))
    return _entity(one.id, "Person", name=[one.name], alias=one.names, position=held, proof=one.documents,
                   country=_country(one.party))  # fmt: skip


def _mentions(one: PersonRecord) -> Iterator[Entity]:
    for document in one.documents:
        yield _entity(f"{one.id}-{document}", "Mention", document=[document], name=[one.name], resolved=[one.id],
                      detectedSchema=["Person"])  # fmt: skip


def _post(one: PostHistory) -> Iterator[Entity]:
    yield _entity(one.id, "Position", name=[one.name], previousName=[name.name for name in one.names[:-1]],
                  organization=[_party_id(one.party)] if one.party else [], country=_country(one.party),
                  proof=one.documents)  # fmt: skip
    for holder in one.holders:
        days = sorted({day for day in (holder.first, holder.last) if day})
        yield _entity(f"{one.id}-{holder.id}", "Occupancy", holder=[holder.id], post=[one.id], date=days,
                      proof=one.documents)  # fmt: skip


def _document(one: DocumentRecord) -> Entity:
    return _entity(
        one.id, "Document", title=[one.title], fileName=[source.name for source in one.sources],
        mimeType=sorted({source.media_type for source in one.sources}), publishedAt=[iso(one.published)],
        publisher=[one.outlet],
    )  # fmt: skip


def _country(code: str | None) -> list[str]:
    return [code.lower()] if code and is_state(code) else []


def _party_id(code: str) -> str:
    return f"party-{code.replace(' ', '-')}"


def _entity(identifier: str, schema: str, **properties: Sequence[str | None]) -> Entity:
    known = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": identifier, "schema": schema, "properties": {name: v for name, v in known.items() if v}}
