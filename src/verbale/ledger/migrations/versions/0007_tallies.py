"""What documents say of people, posts and mechanisms, counted; the next to write fills it, with all records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "tallies",
        sa.Column("node", sa.String(17), primary_key=True),
        sa.Column("form", sa.String(16), primary_key=True),
        sa.Column("parties", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("post", sa.Text),
        sa.Column("round", sa.Integer),
        sa.Column("start", sa.Text),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM settled")
