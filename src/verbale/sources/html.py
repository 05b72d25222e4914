"""An HTML page → its article, by trafilatura; where that finds nothing or would take too long, all visible text.

trafilatura (fast) is the best of the extractors that we measured, but gives nothing for a thousand nested elements and
needs minutes for 20 MB of paragraphs: such pages are laid out as plain lines, in which the reader looks for the story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from verbale.errors import SourceError
from verbale.model.document import Role
from verbale.sources.decoding import decode
from verbale.sources.html_lines import visible_lines
from verbale.sources.html_meta import Meta, read_meta
from verbale.sources.kinds import WIDE_MARKS
from verbale.sources.parsed import Block, Parsed

_SPACES = re.compile(r"\s+")
_MOST_ELEMENTS = 15_000  # trafilatura's time grows faster than the page
_LEAST_ARTICLE = 120  # characters; less is a menu, not an article


def parse(name: str, content: bytes) -> Parsed:
    """The article of a page, with the title, outlet, date and language that the page declares.

    Raises SourceError where the bytes hold no element at all.
    """
    wide = content.startswith(WIDE_MARKS)
    tree = trafilatura.load_html(decode(name, content).text if wide else content)
    if tree is None or not isinstance(tree, HtmlElement):
        raise SourceError(f"{name} holds no HTML.", "Save the page again, or as plain text.")
    meta = read_meta(tree)
    body = _article(tree)
    marked = sum(len(block.text) for block in body) >= _LEAST_ARTICLE
    if marked:
        blocks = (*_top(meta), *(block for i, block in enumerate(body) if i > 2 or block.text not in meta.shown))
    else:
        blocks = tuple(Block(line) for line in visible_lines(decode(name, content).text))
    return Parsed(blocks, marked, meta.title, meta.outlet, meta.published, meta.language)


def _top(meta: Meta) -> Iterator[Block]:
    if meta.title:
        yield Block(meta.title, Role.HEADLINE)
    for byline in meta.bylines:
        yield Block(byline, Role.BYLINE)


def _article(tree: HtmlElement) -> list[Block]:
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return []
    try:
        found = trafilatura.bare_extraction(tree, fast=True, with_metadata=False, include_comments=False)
    except RecursionError:  # a page nested deeper than any browser would show
        return []
    body = getattr(found, "body", None)
    return list(_blocks(body)) if body is not None else []


def _blocks(body: etree._Element) -> Iterator[Block]:
    """The paragraphs, headings, items and rows that trafilatura kept."""
    for part in body:
        if part.tag in ("list", "table"):
            rows = part.iter("item") if part.tag == "list" else part.iter("row")
            for row in rows:
                yield from _text_blocks(row, cells=part.tag == "table")
        else:
            yield from _text_blocks(part)


def _text_blocks(part: etree._Element, cells: bool = False) -> Iterator[Block]:
    pieces: list[str] = []
    for event, element in etree.iterwalk(part, events=("start", "end")):
        if event == "start":
            if element.tag == "lb" or (element.tag in ("p", "item", "head", "quote") and element is not part):
                pieces.append("\n")
            elif cells and element.tag == "cell" and pieces:
                pieces.append(" | ")
            pieces.append(_SPACES.sub(" ", element.text or ""))
        elif element is not part:
            pieces.append(_SPACES.sub(" ", element.tail or ""))
    for line in "".join(pieces).split("\n"):
        words = _SPACES.sub(" ", line).strip(" |")
        if words:
            yield Block(words)
