"""A briefing as a PDF, set by Typst, which needs nothing of the system; an extra: pip install 'verbale[pdf]'."""

from __future__ import annotations

import importlib
import json
from typing import Any

from verbale.errors import UsageError
from verbale.views.brief import Brief
from verbale.views.brief_contents import PAGE
from verbale.views.brief_notes import Footnotes, cut, gap_lines, scope, source_parts, writable

# Words come in as data, never as markup: nothing in a document can set type.
_TEMPLATE = """
#let book = json(bytes(sys.inputs.book))
#set document(title: book.title, author: ())
#let short = book.short
#set page(paper: "a4", margin: if short { (x: 1.9cm, y: 1.6cm) } else { (x: 2.2cm, y: 2.4cm) }, numbering: "1")
#set text(font: ("Libertinus Serif", "New Computer Modern"), size: if short { 9.5pt } else { 10.5pt },
  lang: "en", hyphenate: false)
#set par(justify: false, leading: 0.6em)
#show heading: set text(font: ("DejaVu Sans", "Libertinus Serif"), weight: "bold")
#show heading.where(level: 1): set text(size: 17pt)
#let above = if short { 0.9em } else { 1.3em }
#show heading.where(level: 2): it => block(above: above, below: 0.6em, sticky: true)[
  #set text(size: 11.5pt)
  #it.body
  #v(-0.55em)
  #line(length: 100%, stroke: 0.4pt + luma(190))]
#show footnote.entry: set text(size: if short { 6.5pt } else { 8pt })
#set footnote.entry(gap: if short { 0.25em } else { 0.5em })
#let soft = rgb("#5b6470")
#heading(level: 1, book.title)
#text(fill: soft, book.scope)
#for section in book.sections [
  #heading(level: 2, section.heading)
  #for item in section.lines [
    #par(hanging-indent: 1em)[
      #if item.date != "" { text(size: 8.5pt, fill: soft, item.date + "  ") }#strong(item.lead)#{
        if item.quote != "" { ": “" + item.quote + "”" }
        if item.text != "" { ": " + item.text }
        if item.detail != "" { text(fill: soft, style: "italic", " (" + item.detail + ")") }
      }#for (number, note) in item.notes.enumerate() {
        if number > 0 { super[,] }
        if note.first [#footnote[#emph(note.title)#note.rest]#label(note.label)] else [#footnote(label(note.label))]
      }
    ]
  ]
]
"""


def pdf_bytes(brief: Brief) -> bytes:
    """The whole briefing as the bytes of a PDF file (PDF/UA-1, where the fonts at hand have every letter).

    Raises UsageError where Typst is not installed.
    """
    try:
        typst: Any = importlib.import_module("typst")
    except ImportError as error:
        raise UsageError("PDF needs an extra.", "pip install 'verbale[pdf]', or write .docx or .html.") from error
    inputs = {"book": json.dumps(_writable(_book(brief)), ensure_ascii=False)}
    try:
        made: bytes = typst.compile(_TEMPLATE.encode(), sys_inputs=inputs, pdf_standards=["ua-1"])
    except typst.TypstError:  # a script for which no font is at hand: the standard forbids it, a reader may still cope
        made = typst.compile(_TEMPLATE.encode(), sys_inputs=inputs)
    return made


def _book(brief: Brief) -> dict[str, Any]:
    if brief.reason:
        return {"title": "Briefing", "scope": brief.reason, "sections": [], "short": False}
    footnotes = Footnotes(brief)
    sections = [
        {"heading": section.heading, "lines": [_line(brief, line, footnotes) for line in section.lines]
         + ([_plain(f"… and {section.more} more.")] if section.more else [])}
        for section in brief.sections
    ]  # fmt: skip
    if gaps := gap_lines(brief):
        sections.append({"heading": "Not in the record", "lines": [_plain(gap) for gap in gaps]})
    return {"title": brief.subject.name, "scope": scope(brief), "sections": sections, "short": brief.form == PAGE}


def _line(brief: Brief, line: Any, footnotes: Footnotes) -> dict[str, Any]:
    notes = []
    for footnote, first in footnotes.of(line):
        title, _, _ = source_parts(footnote.note.document)
        notes.append({"first": first, "label": f"note-{footnote.number}", "title": title, "rest": footnote.told})
    quote = cut(brief, line.quote)
    return {"date": line.date, "lead": line.lead, "quote": quote, "text": line.text, "detail": line.detail,
            "notes": notes}  # fmt: skip


def _plain(words: str) -> dict[str, Any]:
    return {"date": "", "lead": "", "quote": "", "text": "", "detail": "", "notes": []} | {"lead": words}


def _writable(value: Any) -> Any:
    """The value with every word of it writable."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_writable(one) for one in value]
    if isinstance(value, dict):
        return {name: _writable(one) for name, one in value.items()}
    return value
