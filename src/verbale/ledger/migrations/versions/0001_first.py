"""The first schema: documents with their sources, readings and search entries."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _documents()
    _fact_tables()
    _parts()
    dialect = context.config.attributes["dialect"]
    dialect.create_search(op.get_bind())
    dialect.mark(op.get_bind())


def _text(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text) for name in names]


def _document(primary: bool = False) -> sa.Column[str]:
    reference = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column("document", sa.String(17), reference, primary_key=primary, nullable=False)


def _key(name: str, kind: sa.types.TypeEngine[Any], *reference: sa.ForeignKey) -> sa.Column[Any]:
    return sa.Column(name, kind, *reference, primary_key=True)


def _days() -> list[sa.Column[Any]]:
    return [sa.Column("first", sa.String(10)), sa.Column("last", sa.String(10))]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _required(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _documents() -> None:
    op.create_table(
        "contents", _key("hash", sa.String(64)), _required("size", sa.Integer()), _required("body", sa.LargeBinary())
    )
    op.create_table(
        "documents",
        _key("id", sa.String(17)),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        *_text("title", "outlet", "published", "language"),
        _required("passages", sa.Text()),
        _required("reader", sa.Text()),
        _required("read_from", sa.Text()),
        *_days(),
    )
    op.create_table("texts", _document(primary=True), _required("body", sa.LargeBinary()))
    op.create_table(
        "sources",
        _document(primary=True),
        _key("name", sa.Text()),
        _key("content", sa.String(64), sa.ForeignKey("contents.hash")),
        _key("media_type", sa.Text()),
        _required("declared", sa.Text()),
    )
    _index("sources", "content")
    op.create_table("document_parties", _document(primary=True), _key("party", sa.Text()), sqlite_with_rowid=False)
    _index("document_parties", "party")


def _fact_table(name: str, *own: sa.Column[Any]) -> None:
    op.create_table(
        name,
        _key("id", sa.String(17)),
        _document(),
        _required("ordinal", sa.Integer()),
        *_days(),
        _required("spans", sa.Text()),
        _required("rule", sa.Text()),
        *own,
    )
    _index(name, "document")


def _fact_tables() -> None:
    _fact_table(
        "engagements",
        _required("main", sa.Boolean()),
        *_text("kind", "status", "mechanism", "folded"),
        sa.Column("round", sa.Integer),
        *_text("start", "end", "place", "country"),
    )
    _fact_table("instruments", *_text("type", "title", "date", "status"))
    _fact_table("acts", *_text("type", "speaker"))
    _fact_table(
        "figures",
        _required("value", sa.Double()),
        *_text("unit", "kind"),
        sa.Column("of", sa.Double),
        *_text("topic", "label", "since", "as_of"),
    )


def _part_table(name: str, owner: str, *own: sa.Column[Any]) -> None:
    op.create_table(
        name,
        _document(primary=True),
        _key(owner, sa.String(17)),
        _key("ordinal", sa.Integer()),
        *own,
        sqlite_with_rowid=False,
    )


def _parts() -> None:
    person = _required("person", sa.String(17))
    _part_table("participants", "engagement", person, *_text("name", "party", "post", "rank", "role"))
    op.create_table(
        "people",
        _document(primary=True),
        _key("ordinal", sa.Integer()),
        _required("person", sa.String(17)),
        *_text("name", "folded", "party", "post", "rank"),
        *_days(),
    )
    place = (_required("start", sa.Integer()), _required("end", sa.Integer()))
    _part_table("evidence", "fact", *place, _required("exact", sa.Text()))
    _part_table("act_topics", "act", _required("topic", sa.Text()))
    _part_table("fact_parties", "fact", _required("party", sa.Text()))
    op.create_table(
        "search_entries",
        _key("id", sa.Integer()),
        _document(),
        _required("layer", sa.Text()),
        sa.Column("fact", sa.String(17)),
        _required("start", sa.Integer()),
        _required("end", sa.Integer()),
        _required("folded", sa.Text()),
    )
    for table, column in (
        ("participants", "person"),
        ("people", "person"),
        ("act_topics", "topic"),
        ("fact_parties", "party"),
        ("search_entries", "document"),
    ):
        _index(table, column)
