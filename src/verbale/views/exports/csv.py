"""CSV: one list, safe against formulas; numbers stay numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

from verbale.ledger.view import View
from verbale.views.exports.cells import cell
from verbale.views.exports.tables import Table


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the list under a line of column names, in UTF-8."""
    (only,) = tables
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in only.columns)
    writer.writerows([cell(value) for value in values] for values in only.values())
    text.detach()
    return ()
