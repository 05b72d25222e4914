"""Values on their way into PostgreSQL and out of it.

PostgreSQL stores no NUL character, which a text may hold. It is written as two characters that keep the order of
texts: U+0001 U+0001, and U+0001 itself as U+0001 U+0002. Both are turned back where a value comes out, so that nobody
else need know. Rows go in by COPY: one message a table instead of three a row.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from verbale.ledger.dialects.base import Rows

_TEXT_KINDS = (25, 1043)  # text, varchar
_ESCAPES = {0: "\x01\x01", 1: "\x01\x02"}
_ESCAPED = re.compile("[\0\x01]")
_STORED = re.compile("\x01([\x01\x02])")
_SPECIAL = re.compile("[\0\x01\t\n\r\\\\]")
_COPIED = str.maketrans({**_ESCAPES, 9: "\\t", 10: "\\n", 13: "\\r", 92: "\\\\"})
_LARGEST = 2**63


def stored(text: str) -> str:
    """The text as PostgreSQL can keep it.

    >>> stored("a\\0b"), loaded(stored("a\\0b"))
    ('a\\x01\\x01b', 'a\\x00b')
    """
    return text.translate(_ESCAPES) if _ESCAPED.search(text) else text


def loaded(text: str) -> str:
    """The inverse of `stored`."""
    return _STORED.sub(lambda found: "\0" if found[1] == "\x01" else "\x01", text) if "\x01" in text else text


def whole(number: int) -> str:
    """The number in digits; raises OverflowError, as SQLite does, for one that no column can hold."""
    if not -_LARGEST <= number < _LARGEST:
        raise OverflowError(f"a number of {number.bit_length()} bits is too large for the ledger")
    return str(number)


def adapt(connection: Any) -> None:
    """Let a connection of the driver store and load every text as above."""
    connection.register_out_adapter(str, stored)
    connection.register_out_adapter(int, whole)
    for kind in _TEXT_KINDS:
        connection.register_in_adapter(kind, loaded)


def insert(connection: sa.Connection, table: sa.Table, rows: Rows) -> None:
    """Insert rows that all have the same columns."""
    names = tuple(rows[0])
    columns = ", ".join(f'"{name}"' for name in names)
    values = map(itemgetter(*names), rows)  # every table has at least two columns
    lines = "".join("\t".join([_COPY[type(value)](value) for value in row]) + "\n" for row in values)
    cursor = connection.connection.cursor()
    try:
        cursor.execute(f'COPY "{table.name}" ({columns}) FROM STDIN', stream=[lines.encode()])  # type: ignore[call-arg]
    finally:
        cursor.close()


def _copied(text: str) -> str:
    return text.translate(_COPIED) if _SPECIAL.search(text) else text


_COPY: dict[type, Callable[[Any], str]] = {
    str: _copied,
    int: whole,
    type(None): lambda value: "\\N",
    bool: lambda value: "t" if value else "f",
    float: repr,
    bytes: lambda value: "\\\\x" + value.hex(),
}
