"""PostgreSQL's search index with the neighbours of words; SQLite's knows their order as it is."""

from __future__ import annotations

from alembic import context, op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        context.config.attributes["dialect"].settle(op.get_bind())
