"""How the tables of the ledger are made in PostgreSQL.

Texts are compared by their code points (the collation "C"), whatever the language of the database: lists and exports
then have the order that they have in SQLite. Whole numbers have 64 bits, as there.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.base import PGDDLCompiler

from verbale.ledger.schema import metadata


class Tables(PGDDLCompiler):
    """CREATE TABLE and ALTER TABLE ADD COLUMN."""

    def get_column_specification(self, column: sa.Column[Any], **named: Any) -> str:
        written: str = super().get_column_specification(column, **named)  # type: ignore[no-untyped-call]
        name, kind, *rest = written.split(" ", 2)
        if kind == "INTEGER":
            kind = "BIGINT"
        elif isinstance(column.type, sa.String):
            kind += ' COLLATE "C"'
        return " ".join([name, kind, *rest])


def shape(engine: sa.Engine) -> None:
    """Let an engine make tables so."""
    engine.dialect.ddl_compiler = Tables


def advance(connection: sa.Connection) -> None:
    """Let new ids come after those that are there, wherever the database gives them out."""
    for table in metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            name = f'"{table.name}"'
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{name}', '{column.name}'),"
                f' (SELECT coalesce(max("{column.name}"), 0) + 1 FROM {name}), false)'
            )
