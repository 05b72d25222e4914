"""Parquet: one list in typed columns, lists as lists and records as records.

An extra: pip install 'verbale[parquet]'. A 'date' is EDTF and stays a text; `first` and `last` are dates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from verbale.ledger.view import View
from verbale.views.exports.tables import Column, Table

_TYPES: Mapping[str, pa.DataType] = {
    "text": pa.string(), "date": pa.string(), "day": pa.date32(), "integer": pa.int64(), "number": pa.float64(),
    "yes/no": pa.bool_(), "texts": pa.list_(pa.string()), "integers": pa.list_(pa.int64()),
}  # fmt: skip


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the list."""
    (only,) = tables
    values = list(zip(*only.values(), strict=True)) or [()] * len(only.columns)
    fields = [pa.field(column.name, _type(column)) for column in only.columns]
    arrays = [
        pa.array([_typed(column, value) for value in given], field.type)
        for column, field, given in zip(only.columns, fields, values, strict=True)
    ]
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), stream, compression="zstd")
    return ()


def _type(column: Column) -> pa.DataType:
    if column.type == "records":
        return pa.list_(pa.struct([pa.field(part, pa.string()) for part in column.parts]))
    return _TYPES[column.type]


def _typed(column: Column, value: Any) -> Any:
    make = _MAKE.get(column.type)
    return make(value) if make and value is not None else value


def _sound(value: Any) -> Any:
    """Texts without lone surrogates, which UTF-8 cannot hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_sound(one) for one in value]
    return {key: _sound(one) for key, one in value.items()} if isinstance(value, dict) else value


_MAKE: Mapping[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat, "number": float, "text": _sound, "date": _sound, "texts": _sound, "records": _sound,
}  # fmt: skip
