"""Work out all records anew, where the rules by which they were worked out have changed."""

from __future__ import annotations

import sqlalchemy as sa

from verbale.identities import VERSION
from verbale.ledger import ids, schema
from verbale.ledger.identity import settle
from verbale.ledger.loading import text_of
from verbale.ledger.node_rows import named, own_nodes, stored_rows, text_node
from verbale.ledger.tallies import refill

_NAME = "identities"


def rework_if_outdated(connection: sa.Connection) -> bool:
    """Work out every record anew unless this version of the rules did; whether anything had to be done.

    To be called inside a transaction that writes.
    """
    table = schema.settled.c
    if connection.scalar(sa.select(table.value).where(table.name == _NAME)) == VERSION:
        return False
    for emptied in (schema.nodes, schema.node_keys, schema.suggestions):
        connection.execute(sa.delete(emptied))
    _name_what_older_ledgers_left_out(connection)
    refill(connection)
    documents = schema.documents.c
    for document, outlet in connection.execute(sa.select(documents.id, documents.outlet).order_by(documents.id)).all():
        rows = stored_rows(connection, document)
        own = [*own_nodes(rows), text_node(document, text_of(connection, document), outlet)]
        settle(connection, own, (), named(rows), {node.id: document for node in own})
    connection.execute(sa.delete(schema.settled).where(table.name == _NAME))
    connection.execute(sa.insert(schema.settled).values(name=_NAME, value=VERSION))
    return True


def _name_what_older_ledgers_left_out(connection: sa.Connection) -> None:
    """The nodes of mechanisms and posts, for rows that were written before there were any."""
    people, engagements, parties = schema.people.c, schema.engagements.c, schema.fact_parties.c
    lacking = sa.select(people.post, people.party).where(people.post.is_not(None), people.office.is_(None)).distinct()
    for post, party in connection.execute(lacking).all():
        same = (people.post == post) & (people.party == party if party else people.party.is_(None))
        office = ids.post_id(post, party)
        connection.execute(sa.update(schema.people).where(same).values(office=office))
    unnamed = sa.select(engagements.id, engagements.mechanism).where(
        engagements.mechanism.is_not(None), engagements.series.is_(None)
    )
    for fact, mechanism in connection.execute(unnamed).all():
        query = sa.select(parties.party).where(parties.fact == fact).order_by(parties.ordinal)
        series = ids.mechanism_id(mechanism, tuple(connection.scalars(query)))
        connection.execute(sa.update(schema.engagements).where(engagements.id == fact).values(series=series))
