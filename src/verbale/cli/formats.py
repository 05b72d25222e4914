"""Lists for programs: JSON and CSV, in the same order and with the same ids as the table."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from verbale.views.exports.cells import cell


def to_json(value: Any) -> str:
    """The value as indented JSON with a closing newline, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def write_json(value: Any, stream: TextIO | None = None) -> None:
    """Write the value as JSON to the stream, or to standard output."""
    (stream or sys.stdout).write(to_json(value))


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: TextIO | None = None) -> None:
    """Write the rows under a line of column names; a list becomes 'a; b', None an empty cell."""
    writer = csv.writer(stream or sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row.get(name)) for name in columns])
