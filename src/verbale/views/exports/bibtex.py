"""BibTeX: the documents as entries to cite; the key is the document's id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from verbale.ledger.view import View
from verbale.model.records import DocumentRecord
from verbale.views.exports.parts import iso
from verbale.views.exports.tables import Table

_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_ONE = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write an entry for each document, in UTF-8."""
    (only,) = tables
    for document in only.records:
        fields = ",\n".join(f"  {name} = {value}" for name, value in _fields(document))
        stream.write(f"@misc{{{document.id},\n{fields}\n}}\n\n".encode("utf-8", "replace"))
    return ()


def _fields(document: DocumentRecord) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{escape(document.title or document.source)}}}}}"  # two pairs of braces keep the capitals
    if document.outlet:
        yield "publisher", _braced(document.outlet)
    if day := iso(document.published):
        yield "year", day[:4]
        if len(day) >= len("2024-05"):
            yield "month", _MONTHS[int(day[5:7]) - 1]
        if len(day) >= len("2024-05-14"):
            yield "day", str(int(day[8:10]))
        yield "date", _braced(day[:10])
    if document.language:
        yield "langid", _braced(document.language)
    addresses = [source.name for source in document.sources if "://" in source.name]
    if addresses:
        yield "url", _braced(addresses[0])
    yield "note", _braced(f"{document.source}, SHA-256 {document.hash}")


def escape(words: str) -> str:
    """The words on one line, with what TeX would obey written out.

    >>> escape("R&D at 5 % {sic}")
    'R\\\\&D at 5 \\\\% \\\\{sic\\\\}'
    """
    return _ONE.sub(lambda found: _SPECIAL[found.group()], " ".join(words.split()))


def _braced(words: str) -> str:
    return f"{{{escape(words)}}}"
