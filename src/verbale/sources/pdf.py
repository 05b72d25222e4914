"""A PDF → its paragraphs: lines joined by their distance, words divided at line ends mended, page furniture dropped.

The text of a PDF is only ink on pages: paragraphs show in gaps and indents, headers and footers in their coming back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium

from verbale.errors import SourceError
from verbale.sources.parsed import Block, Parsed

_MOST_PAGES = 2000
_DIVISIONS = ("\ufffe", "\x02")  # what PDFium puts for a hyphen at a line end, and for the line end with it
_INK = re.compile(r"[^\r\n\ufffe\x02]+")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|trang)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|von)\s*\d{1,4})?\W*", re.I
)
_BULLET = re.compile(r"(?:[•●▪■◦‣·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_ENDS = (".", "!", "?", ":", ";", "”", '"')
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and where it stands, in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float


def parse(name: str, content: bytes) -> Parsed:
    """The paragraphs of a PDF; raises SourceError where it is damaged or locked."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise SourceError(
            f"{name} is {'locked by a password' if locked else 'a damaged PDF'}.",
            "Save it again without the password." if locked else "Fetch it again; the file may be cut off.",
        ) from None
    try:
        pages = [list(_lines(document[i])) for i in range(min(len(document), _MOST_PAGES))]
        title = document.get_metadata_dict().get("Title", "").strip()
    except pdfium.PdfiumError:
        raise SourceError(f"{name} is a damaged PDF.", "Fetch it again; the file may be cut off.") from None
    finally:
        document.close()
    paragraphs = tuple(Block(text) for text in join_paragraphs(drop_furniture(pages)))
    return Parsed(paragraphs, marked=False, title=title if len(title.split()) > 2 else None)


def _lines(page: pdfium.PdfPage) -> Iterator[Line]:
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    count = text_page.count_chars()
    for match in _INK.finditer(text):
        words = match.group().strip()
        first = match.start() + match.group().index(words)
        if not words or first + len(words) > count:
            continue
        left, base, _, _ = text_page.get_charbox(first, loose=True)
        right = text_page.get_charbox(first + len(words) - 1, loose=True)[2]
        divided = text[match.end() : match.end() + 1] in _DIVISIONS
        yield Line(words + "-" if divided else words, left, right, base)
    text_page.close()
    page.close()


def drop_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without page numbers and without headers and footers: lines at an edge that come back."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_shape(line) for line in (*page[:2], *page[-2:])})
    often = {shape for shape, count in edges.items() if count > 1 and count >= 0.5 * len(pages)}
    kept: list[list[Line]] = []
    for page in pages:
        inner = range(2, len(page) - 2)
        kept.append(
            [
                line
                for i, line in enumerate(page)
                if i in inner or not (_PAGE_NUMBER.fullmatch(line.text) or _shape(line) in often)
            ]
        )
    return kept


def _shape(line: Line) -> str:
    return _NUMBER.sub("0", line.text)


def join_paragraphs(pages: list[list[Line]]) -> Iterator[str]:
    """The paragraphs that the lines make, over page ends too."""
    known = Counter(word for page in pages for line in page for word in _WORD.findall(line.text.lower()))
    paragraph: list[str] = []
    for page in pages:
        gap, right = _measure(page)
        previous: Line | None = None
        for line in page:
            if previous is None:
                starts = not paragraph or paragraph[-1].endswith(_ENDS) or not line.text[0].islower()
            else:
                starts = _starts(previous, line, gap, right)
            if starts and paragraph:
                yield _joined(paragraph, known)
                paragraph = []
            paragraph.append(line.text)
            previous = line
    if paragraph:
        yield _joined(paragraph, known)


def _measure(page: list[Line]) -> tuple[float, float]:
    """The usual distance of lines and the right edge of the text."""
    gaps = [a.base - b.base for a, b in pairwise(page) if a.base - b.base > 1]
    rights = sorted(line.right for line in page)
    return (median(gaps) if gaps else 0.0), (rights[int(0.8 * len(rights))] if rights else 0.0)


def _starts(previous: Line, line: Line, gap: float, right: float) -> bool:
    """Whether a line begins a new paragraph."""
    distance = previous.base - line.base
    if _BULLET.match(line.text) or distance > 1.35 * gap or distance < -1:
        return True
    if previous.text.endswith(_ENDS):
        return previous.right < 0.9 * right or line.left > previous.left + 8
    return previous.right < 0.6 * right and not line.text[0].islower()


def _joined(lines: Iterable[str], known: Counter[str]) -> str:
    text = ""
    for line in lines:
        divided = text.endswith("-") and line[:1].islower() and text[-2:-1].isalpha()
        text = _mended(text, line, known) if divided else f"{text} {line}".lstrip()
    return text.replace("\xad", "")


def _mended(text: str, line: str, known: Counter[str]) -> str:
    """A word divided at a line end: one word, unless the document has it with its hyphen elsewhere."""
    head, tail = _WORD.findall(text[:-1].lower())[-1:], _WORD.findall(line.lower())[:1]
    if head and tail and known[f"{head[0]}-{tail[0]}"] > known[head[0] + tail[0]]:
        return text + line
    return text[:-1] + line
