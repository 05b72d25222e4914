"""Real footnotes in a Word document: python-docx has no part for them, so it is written here.

The part holds the two separators that Word expects (ids -1 and 0) and one footnote for each source. A source that is
cited again refers to the first footnote through a NOTEREF field, as Word itself does it.
Source: ECMA-376 Part 1, 17.11 (footnotes and endnotes) and 17.16.5.39 (NOTEREF).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SEPARATORS = (("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator"))

Run = tuple[str, str]  # text and style: '' or 'italic'


class WordFootnotes:
    """The footnotes of one document; `attach` writes them when all are known."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for identifier, kind, element in _SEPARATORS:
            self.root.append(parse_xml(
                f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{identifier}"><w:p><w:pPr><w:spacing w:after="0" '
                f'w:line="240" w:lineRule="auto"/></w:pPr><w:r><{element}/></w:r></w:p></w:footnote>'
            ))  # fmt: skip

    def add(self, paragraph: Any, number: int, runs: Sequence[Run]) -> None:
        """A reference at the end of the paragraph, and the footnote with these runs."""
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(number))
        start.set(qn("w:name"), f"_Note{number}")
        run = _reference_run()
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run.append(reference)
        for element in (start, run, end):
            paragraph._p.append(element)
        self.root.append(_footnote(number, runs))

    def again(self, paragraph: Any, number: int) -> None:
        """A reference to a footnote that is there already."""
        for name, kind, text in (
            ("w:fldChar", "begin", ""),
            ("w:instrText", "", f" NOTEREF _Note{number} \\f \\h "),
            ("w:fldChar", "separate", ""),
            ("w:t", "", str(number)),
            ("w:fldChar", "end", ""),
        ):
            run, part = _reference_run(), OxmlElement(name)
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = text
                part.set(_SPACE, "preserve")
            run.append(part)
            paragraph._p.append(run)

    def attach(self) -> None:
        """Write the part into the package."""
        part = self.document.part
        footnotes = XmlPart(PackURI("/word/footnotes.xml"), _CONTENT_TYPE, self.root, part.package)
        part.relate_to(footnotes, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self.document.settings.element
        declared = OxmlElement("w:footnotePr")
        for identifier, *_ in _SEPARATORS:
            one = OxmlElement("w:footnote")
            one.set(qn("w:id"), identifier)
            declared.append(one)
        # The schema fixes the order of settings; 'compat' is the next one that python-docx's template has.
        later = settings.find(qn("w:compat"))
        settings.append(declared) if later is None else later.addprevious(declared)


def _footnote(number: int, runs: Sequence[Run]) -> Any:
    footnote = OxmlElement("w:footnote")
    footnote.set(qn("w:id"), str(number))
    paragraph = OxmlElement("w:p")
    properties, style = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    style.set(qn("w:val"), "FootnoteText")
    properties.append(style)
    paragraph.append(properties)
    mark = _reference_run()
    mark.append(OxmlElement("w:footnoteRef"))
    paragraph.append(mark)
    for text, kind in ((" ", ""), *runs):
        paragraph.append(_run(text, kind))
    footnote.append(paragraph)
    return footnote


def _reference_run() -> Any:
    run, properties, style = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:rStyle")
    style.set(qn("w:val"), "FootnoteReference")
    properties.append(style)
    run.append(properties)
    return run


def _run(text: str, kind: str) -> Any:
    run = OxmlElement("w:r")
    if kind == "italic":
        properties = OxmlElement("w:rPr")
        properties.append(OxmlElement("w:i"))
        run.append(properties)
    words = OxmlElement("w:t")
    words.text = text
    words.set(_SPACE, "preserve")
    run.append(words)
    return run
