"""What people decide, what the machine read before they did, and when each was recorded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("documents", sa.Column("recorded", sa.String(27)))
    op.add_column("sources", sa.Column("recorded", sa.String(27)))
    _readings()
    _decisions()
    _targets()


def _readings() -> None:
    reference = sa.ForeignKey("documents.id", ondelete="CASCADE")
    op.create_table(
        "readings",
        sa.Column("document", sa.String(17), reference, primary_key=True, nullable=False),
        sa.Column("recorded", sa.String(27), primary_key=True),
        sa.Column("closed", sa.String(27)),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("read_from", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(17), primary_key=True),
        sa.Column("at", sa.String(27), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("by", "why", "action", "kind", "targets", "value")),
        sa.Column("based_on", sa.Text),
        sa.Column("undoes", sa.String(17)),
    )
    for column in ("at", "undoes"):
        op.create_index(f"ix_decisions_{column}", "decisions", [column])


def _targets() -> None:
    op.create_table(
        "decision_targets",
        sa.Column("decision", sa.String(17), sa.ForeignKey("decisions.id"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("node", sa.String(17), nullable=False),
        sa.Column("document", sa.String(17)),
        sa.Column("name", sa.Text),
        sqlite_with_rowid=False,
    )
    for column in ("node", "document", "name"):
        op.create_index(f"ix_decision_targets_{column}", "decision_targets", [column])
