"""All rows of a table in the order of its key, a page at a time, so that no program holds them all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

_ROWS, _LARGE_ROWS = 2000, 16  # in a page; a row with bytes may hold a whole document
Page = Sequence[sa.Row[Any]]


def pages(connection: sa.Connection, table: sa.Table) -> Iterator[Page]:
    """The rows of a table by its primary key; texts go by their code points, so that every database agrees."""
    key = list(table.primary_key.columns)
    size = _LARGE_ROWS if any(isinstance(column.type, sa.LargeBinary) for column in table.columns) else _ROWS
    query = sa.select(table).order_by(*key).limit(size)
    page: Page = connection.execute(query).all()
    while page:
        yield page
        if len(page) < size:
            return
        page = connection.execute(query.where(_after(key, page[-1]))).all()


def _after(key: list[sa.Column[Any]], row: sa.Row[Any]) -> sa.ColumnElement[bool]:
    last = (sa.literal(getattr(row, column.name), column.type) for column in key)
    return sa.tuple_(*key) > sa.tuple_(*last)
