"""Commitments, kept as they were woven. None is yet: a ledger tells by the version of the rules."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "threads",
        sa.Column("id", sa.String(17), primary_key=True),
        *(_words(name) for name in ("relationship", "owner", "beneficiary", "object", "topics")),
        sa.Column("due", sa.Text),
        *(_words(name) for name in ("status", "rule", "rests_on", "outcome")),
        sa.Column("searched", sa.Integer, nullable=False),
        sa.Column("last", sa.String(10), nullable=False),
    )
    for column in ("relationship", "last"):
        op.create_index(f"ix_threads_{column}", "threads", [column])
    _parts()
    _pairs()


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _of_thread(name: str, *columns: sa.Column[Any], indexed: tuple[str, ...] = ()) -> None:
    owner = sa.ForeignKey("threads.id", ondelete="CASCADE")
    op.create_table(
        name, sa.Column("thread", sa.String(17), owner, primary_key=True), *columns, sqlite_with_rowid=False
    )
    for column in indexed:
        op.create_index(f"ix_{name}_{column}", name, [column])


def _parts() -> None:
    owns = sa.Column("owns", sa.Boolean, nullable=False)
    _of_thread("thread_parties", sa.Column("party", sa.Text, primary_key=True), owns, indexed=("party",))
    _of_thread("thread_topics", sa.Column("topic", sa.Text, primary_key=True), indexed=("topic",))
    _of_thread(
        "thread_steps",
        sa.Column("ordinal", sa.Integer, primary_key=True),
        _words("role"),
        sa.Column("day", sa.String(10)),
        sa.Column("sources", sa.Integer, nullable=False),
        sa.Column("among_others", sa.Boolean, nullable=False),
        sa.Column("held", sa.Text),
    )
    _of_thread(
        "thread_acts",
        sa.Column("step", sa.Integer, primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("act", sa.String(17), nullable=False),
        sa.Column("document", sa.String(17), nullable=False),
        indexed=("act", "document"),
    )


def _pairs() -> None:
    key = sa.Column("document", sa.String(17), primary_key=True)
    op.create_table("woven", key, sa.Column("relationship", sa.Text, primary_key=True), sqlite_with_rowid=False)
    op.create_index("ix_woven_relationship", "woven", ["relationship"])
    key = sa.Column("document", sa.String(17), primary_key=True)
    op.create_table("unwoven", key, sa.Column("change", sa.String(16), nullable=False), sqlite_with_rowid=False)
