"""Lists for programs: JSON and CSV, in the same order and with the same ids as the table."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

# A spreadsheet runs a cell that begins with one of these as a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


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


def cell(value: Any) -> str | int | float:
    """One value as a spreadsheet may safely hold it: text that would be run as a formula gets an apostrophe.

    >>> cell("=HYPERLINK(1)"), cell(["US", "VN"]), cell(None), cell(-3)
    ("'=HYPERLINK(1)", 'US; VN', '', -3)
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = "" if value is None else _flat(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def _flat(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_flat(item)}" for name, item in value.items() if item not in (None, "", []))
    if isinstance(value, Iterable):
        return "; ".join(map(_flat, value))
    return str(value)
