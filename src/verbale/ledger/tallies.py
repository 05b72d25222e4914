"""What documents say of people, posts and mechanisms, counted, so that nobody has to read all mentions again.

A tally is one way in which documents name a node: so often, with the first and last day of its mentions. The features
of a node follow from its tallies alone. They are kept by addition and subtraction; where the first or the last mention
of several goes, the days are looked up anew. So a change costs what changes, not what there is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import sqlalchemy as sa

from verbale.ledger import ids, schema
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.loading import chunks

Row = Mapping[str, Any]
Rows = Mapping[sa.Table, Collection[Row]]
_TALLIES, _PEOPLE, _TOLD = schema.tallies.c, schema.people.c, schema.engagements.c


class Form(NamedTuple):
    """One way in which documents name a node: a person with a post, a post, a mechanism with a round and its date."""

    node: str
    parties: tuple[str, ...]
    name: str
    post: str | None = None
    round: int | None = None
    start: str | None = None


@dataclass(slots=True)
class Tally:
    """How often, and from when to when."""

    count: int = 0
    first: str | None = None
    last: str | None = None


Mention = tuple[Form, str | None, str | None]  # with its first and last day


def change(dialect: Dialect, connection: sa.Connection, before: Rows, new: Rows) -> None:
    """Count the mentions in `new` rows of a document and no longer those in the rows `before`, which are gone."""
    taken, given = Counter(_mentions(before)), Counter(_mentions(new))
    come, gone = given - taken, taken - given
    touched = {form for form, _, _ in (*come, *gone)}
    if not touched:
        return
    known = of_nodes(connection, {form.node for form in touched})
    stored = touched & known.keys()
    for (form, first, last), count in come.items():
        tally = known.setdefault(form, Tally())
        tally.count += count
        tally.first, tally.last = least(tally.first, first), most(tally.last, last)
    for form in _subtract(known, gone):
        known[form].first, known[form].last = _days(connection, form)
    _remove(connection, stored)
    if rows := [_row(form, known[form]) for form in sorted(touched, key=lambda form: form.node) if known[form].count]:
        dialect.insert(connection, schema.tallies, rows)


def _subtract(known: Mapping[Form, Tally], gone: Mapping[Mention, int]) -> set[Form]:
    """Count these no longer; returns the forms whose first or last day may have gone with them."""
    doubtful: set[Form] = set()
    for (form, first, last), count in gone.items():
        tally = known[form]
        tally.count -= count
        if tally.count and (first or last) and (first == tally.first or last == tally.last):
            doubtful.add(form)
    return doubtful


def of_nodes(connection: sa.Connection, nodes: Iterable[str]) -> dict[Form, Tally]:
    """The tallies of these nodes."""
    found: dict[Form, Tally] = {}
    for piece in chunks(sorted(nodes)):
        query = sa.select(schema.tallies).where(_TALLIES.node.in_(piece))
        for node, _, parties, name, post, number, start, count, first, last in connection.execute(query):
            form = Form(node, tuple(parties.split(",")) if parties else (), name, post, number, start)
            found[form] = Tally(count, first, last)
    return found


def refill(connection: sa.Connection) -> None:
    """Count everything anew."""
    connection.execute(sa.delete(schema.tallies))
    for counted in (_of_people(connection), _of_posts(connection), _of_mechanisms(connection)):
        for piece in chunks([_row(form, tally) for form, tally in counted]):
            connection.execute(sa.insert(schema.tallies), piece)


def _of_people(connection: sa.Connection) -> Iterator[tuple[Form, Tally]]:
    form = (_PEOPLE.person, _PEOPLE.party, _PEOPLE.name, _PEOPLE.post)
    query = sa.select(*form, sa.func.count(), sa.func.min(_PEOPLE.first), sa.func.max(_PEOPLE.last)).group_by(*form)
    for person, party, name, post, count, first, last in connection.execute(query).all():
        yield Form(person, _side(party), name, post), Tally(count, first, last)


def _of_posts(connection: sa.Connection) -> Iterator[tuple[Form, Tally]]:
    form = (_PEOPLE.office, _PEOPLE.party, _PEOPLE.post)
    query = sa.select(*form, sa.func.count()).where(_PEOPLE.office.is_not(None)).group_by(*form)
    for office, party, post, count in connection.execute(query).all():
        yield Form(office, _side(party), post), Tally(count)


def _of_mechanisms(connection: sa.Connection) -> Iterator[tuple[Form, Tally]]:
    form = (_TOLD.series, _TOLD.mechanism, _TOLD.round, _TOLD.start)
    query = sa.select(*form, sa.func.count(), sa.func.min(_TOLD.id)).where(_TOLD.series.is_not(None)).group_by(*form)
    for piece in chunks(connection.execute(query).all()):
        parties: dict[str, list[str]] = defaultdict(list)
        table = schema.fact_parties.c
        for fact, party in connection.execute(
            sa.select(table.fact, table.party).where(table.fact.in_([row[-1] for row in piece]))
        ):
            parties[fact].append(party)
        for series, name, number, start, count, fact in piece:
            yield Form(series, tuple(sorted(parties[fact])), name, None, number, start), Tally(count)


def _mentions(rows: Rows) -> Iterator[Mention]:
    """What a document's rows say of nodes that other documents name too."""
    parties: dict[str, list[str]] = defaultdict(list)
    for row in rows[schema.fact_parties]:
        parties[row["fact"]].append(row["party"])
    for row in rows[schema.people]:
        side = _side(row["party"])
        yield Form(row["person"], side, row["name"], row["post"]), row["first"], row["last"]
        if row["office"]:
            yield Form(row["office"], side, row["post"]), None, None
    for row in rows[schema.engagements]:
        if row["series"]:
            told = Form(row["series"], tuple(sorted(parties[row["id"]])), row["mechanism"], None, row["round"],
                        row["start"])  # fmt: skip
            yield told, None, None


def _days(connection: sa.Connection, form: Form) -> tuple[str | None, str | None]:
    """The first and the last day of the mentions of a person that the tables still hold."""
    same = (_PEOPLE.person == form.node) & (_PEOPLE.name == form.name) & (_PEOPLE.post.is_not_distinct_from(form.post))
    found = connection.execute(sa.select(sa.func.min(_PEOPLE.first), sa.func.max(_PEOPLE.last)).where(same)).one()
    return found[0], found[1]


def _remove(connection: sa.Connection, forms: Iterable[Form]) -> None:
    for piece in chunks(sorted(forms, key=lambda form: form.node)):
        ours = _TALLIES.node.in_({form.node for form in piece}) & _TALLIES.form.in_(list(map(_form_id, piece)))
        connection.execute(sa.delete(schema.tallies).where(ours))


def _row(form: Form, tally: Tally) -> dict[str, Any]:
    return {
        "node": form.node, "form": _form_id(form), "parties": ",".join(form.parties), "name": form.name,
        "post": form.post, "round": form.round, "start": form.start,
        "count": tally.count, "first": tally.first, "last": tally.last,
    }  # fmt: skip


def _form_id(form: Form) -> str:
    """Short, whatever the names: a database can only keep short keys in order."""
    return ids.state_of(form)


def _side(party: str | None) -> tuple[str, ...]:
    return (party,) if party else ()


def least(*given: str | None) -> str | None:
    """The earliest of some days that may not be known."""
    return min((one for one in given if one), default=None)


def most(*given: str | None) -> str | None:
    """The latest of some days that may not be known."""
    return max((one for one in given if one), default=None)
