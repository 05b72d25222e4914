"""Which facts are one thing: nodes, their keys, suggestions, rulings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("engagements", sa.Column("series", sa.String(17)))
    op.create_index("ix_engagements_series", "engagements", ["series"])
    op.add_column("people", sa.Column("office", sa.String(17)))
    op.create_index("ix_people_office", "people", ["office"])
    _nodes()
    _pairs()
    value = sa.Column("value", sa.Text, nullable=False)
    op.create_table("settled", sa.Column("name", sa.Text, primary_key=True), value)


def _nodes() -> None:
    op.create_table(
        "nodes",
        sa.Column("id", sa.String(17), primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("features", sa.Text, nullable=False),
        sa.Column("component", sa.String(17), nullable=False),
        sa.Column("record", sa.String(17), nullable=False),
        sa.Column("document", sa.String(17)),
    )
    for column in ("component", "record", "document"):
        op.create_index(f"ix_nodes_{column}", "nodes", [column])
    op.create_table(
        "node_keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("node", sa.String(17), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_node_keys_node", "node_keys", ["node"])


def _pairs() -> None:
    for name, columns in (
        ("suggestions", (("kind", sa.Text), ("score", sa.Double), ("reasons", sa.Text))),
        ("rulings", (("same", sa.Boolean),)),
    ):
        op.create_table(
            name,
            sa.Column("left", sa.String(17), primary_key=True),
            sa.Column("right", sa.String(17), primary_key=True),
            *(sa.Column(column, kind, nullable=False) for column, kind in columns),
            sqlite_with_rowid=False,
        )
        op.create_index(f"ix_{name}_right", name, ["right"])
