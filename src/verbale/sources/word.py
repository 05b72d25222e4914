"""A DOCX → its blocks: title, headings, paragraphs, the rows of tables, and footnotes at the end."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

from verbale.errors import SourceError
from verbale.sources.parsed import Block, Parsed

_UNFOLDED = 300_000_000  # bytes that the parts of an archive may unfold to
_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_NO_BREAK_HYPHEN, _PARAGRAPH = qn("w:noBreakHyphen"), qn("w:p")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = "/word/footnotes.xml"


def parse(name: str, content: bytes) -> Parsed:
    """The blocks of a DOCX; raises SourceError where it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _UNFOLDED:
                raise SourceError(f"{name} unfolds to more than a document holds.", "Save it as plain text.")
        document = docx.Document(io.BytesIO(content))
        blocks = (*_blocks(document), *_footnotes(document))
        title = (document.core_properties.title or "").strip()
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, AttributeError, EOFError, OSError):
        raise SourceError(f"{name} is a damaged DOCX.", "Open and save it again, or save it as plain text.") from None
    return Parsed(blocks, marked=False, title=title if len(title.split()) > 2 else None)


def _blocks(document: WordDocument) -> Iterator[Block]:
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                yield from _lines(" | ".join(_unique(cell.text.replace("\n", " ").strip() for cell in row.cells)))
        else:
            yield from _lines(_text(item._p))


def _unique(cells: Iterator[str]) -> Iterator[str]:
    """Cells of a row, a merged one only once."""
    last = None
    for cell in cells:
        if cell and cell != last:
            yield cell
        last = cell


def _lines(text: str) -> Iterator[Block]:
    for line in text.split("\n"):
        words = " ".join(line.split())
        if words:
            yield Block(words)


def _text(paragraph: etree._Element) -> str:
    """The words of a paragraph, inserted ones too (deleted ones are of another kind), its line breaks kept."""
    pieces: list[str] = []
    for element in paragraph.iter(_TEXT, _TAB, *_BREAKS, _NO_BREAK_HYPHEN):
        if next(element.iterancestors(_FALLBACK), None) is not None:
            continue
        if element.tag == _TEXT:
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append("\n")
        else:
            pieces.append("-" if element.tag == _NO_BREAK_HYPHEN else " ")
    return "".join(pieces)


def _footnotes(document: WordDocument) -> Iterator[Block]:
    for part in document.part.package.iter_parts():
        if str(part.partname) == _NOTES:
            root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
            for paragraph in root.iter(_PARAGRAPH):
                yield from _lines(_text(paragraph))
