"""XLSX: a sheet for each list, with typed cells; no cell is a formula or a link, whatever it begins with.

An extra: pip install 'verbale[xlsx]'. The same lists give the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import Any, BinaryIO

import xlsxwriter

from verbale.ledger.view import View
from verbale.views.exports.cells import flat
from verbale.views.exports.tables import Column, Table

LONGEST = 32_767  # characters that a cell can hold
MOST = 1_048_575  # rows below the header
_MADE = datetime(1980, 1, 1)  # the time of writing would make every file another
_WIDTHS = {"integer": 9, "number": 14, "yes/no": 7, "day": 12, "date": 12, "records": 40, "texts": 18}


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the workbook; tells of words that a cell could not hold whole, and of rows beyond the last."""
    book = xlsxwriter.Workbook(stream, {"constant_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _MADE, "title": "Verbale"})
    formats = {"header": book.add_format({"bold": True}), "day": book.add_format({"num_format": "yyyy-mm-dd"})}
    cut, lost = 0, 0
    for each in tables:
        sheet = book.add_worksheet(each.kind)
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(each.columns):
            sheet.set_column(number, number, _WIDTHS.get(column.type, 20))
            sheet.write_string(0, number, column.name, formats["header"])
        lost += max(0, len(each.records) - MOST)
        for row, values in zip(range(1, MOST + 1), each.values(), strict=False):
            for number, (column, value) in enumerate(zip(each.columns, values, strict=True)):
                cut += _write(sheet, row, number, column, value, formats["day"])
    book.close()
    notes = [f"{cut} cells were cut at {LONGEST:,} characters, which is all that XLSX can hold."] if cut else []
    return [*notes, *([f"{lost} rows are not there: a sheet ends at row {MOST + 1:,}."] if lost else [])]


def _write(sheet: Any, row: int, number: int, column: Column, value: Any, day_format: Any) -> bool:
    """Write one cell by its type; whether it had to be cut."""
    if value is None or value == []:
        return False
    if column.type == "yes/no":
        sheet.write_boolean(row, number, value)
    elif column.type in ("integer", "number") and math.isfinite(value):
        sheet.write_number(row, number, value)
    elif column.type in ("day", "date") and (when := _day(value)):
        sheet.write_datetime(row, number, when, day_format)
    else:
        text = flat(value).encode("utf-8", "replace").decode()
        sheet.write_string(row, number, text[:LONGEST])
        return len(text) > LONGEST
    return False


def _day(value: str) -> datetime | None:
    """A day as a spreadsheet counts it, from 1900 on; None for what is less precise."""
    try:
        when = datetime.strptime(value, "%Y-%m-%d")
    except ValueError:
        return None
    return when if when.year >= 1900 else None
