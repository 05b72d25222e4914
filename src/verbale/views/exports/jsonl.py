"""JSON Lines: each record as `--json` lists it, on a line of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import BinaryIO

from verbale.ledger.view import View
from verbale.views.exports.tables import Table
from verbale.views.listing import row_of


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the list in UTF-8."""
    (only,) = tables
    stream.writelines(line(row_of(record)) for record in only.records)
    return ()


def line(value: object) -> bytes:
    """A value as one line of canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (text + "\n").encode("utf-8", "backslashreplace")
