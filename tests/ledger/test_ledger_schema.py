"""The steps of the schema's history lead to the tables that the code uses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from verbale.ledger import Ledger, schema
from verbale.ledger.migrate import configuration


def test_migrations_make_the_tables_of_the_schema(ledger: Ledger) -> None:
    with ledger.dialect.reading().connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours, "compare_type": _differs})
        assert compare_metadata(context, schema.metadata) == []
        directory = ScriptDirectory.from_config(configuration(ledger.dialect, connection))
    revisions = [script.revision for script in directory.walk_revisions()]
    assert tuple(reversed(revisions)) == schema.REVISIONS


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or not str(name).startswith("search_index")


def _differs(context: object, inspected: object, column: object, there: object, meant: object) -> bool | None:
    """Whole numbers are whole numbers, however many bits a database gives them; else as Alembic compares."""
    return False if isinstance(there, sa.Integer) and isinstance(meant, sa.Integer) else None
