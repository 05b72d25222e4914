"""RIS: the documents as references, for reference managers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from verbale.ledger.view import View
from verbale.model.records import DocumentRecord
from verbale.views.exports.parts import iso
from verbale.views.exports.tables import Table


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write a reference for each document, in UTF-8, with the line ends that the format asks for."""
    (only,) = tables
    for document in only.records:
        lines = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in _lines(document))
        stream.write(f"{lines}ER  - \r\n\r\n".encode("utf-8", "replace"))
    return ()


def _lines(document: DocumentRecord) -> Iterator[tuple[str, str]]:
    yield "TY", "GEN"
    yield "ID", document.id
    yield "TI", document.title or document.source
    if document.outlet:
        yield "PB", document.outlet
    if day := iso(document.published):
        yield "PY", day[:4]
        yield "DA", "/".join([*day[:10].split("-"), "", "", ""][:4])
    if document.language:
        yield "LA", document.language
    for source in document.sources:
        if "://" in source.name:
            yield "UR", source.name
    yield "N1", f"{document.source}, SHA-256 {document.hash}"
