"""A briefing as a PDF, set by Typst, which needs nothing of the system; an extra: pip install 'verbale[pdf]'."""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from typing import Any

from verbale.errors import UsageError
from verbale.views.brief import Brief
from verbale.views.brief_contents import PAGE
from verbale.views.brief_notes import Footnotes, gap_lines, quoted, scope, writable
from verbale.views.brief_sections import Line, Section
from verbale.views.charts import MOST, bars

# Words come in as data, never as markup: nothing in a document can set type.
_TEMPLATE = """
#let book = json(bytes(sys.inputs.book))
#set document(title: book.title, author: ())
#let short = book.short
#set page(paper: "a4", margin: if short { (x: 1.7cm, y: 1.2cm) } else { (x: 2.2cm, y: 2.2cm) }, numbering: "1")
#set text(font: ("Libertinus Serif", "New Computer Modern"), size: if short { 9pt } else { 10pt },
  lang: "en", hyphenate: false)
#set par(justify: false, leading: if short { 0.5em } else { 0.58em }, spacing: if short { 0.62em } else { 0.8em })
#let soft = rgb("#5b6470")
#show heading: set text(font: ("DejaVu Sans", "Libertinus Serif"), weight: "bold")
#show heading.where(level: 1): set text(size: 17pt)
#let above = if short { 0.8em } else { 1.3em }
#show heading.where(level: 2): it => block(above: above, below: 0.6em, sticky: true)[
  #set text(size: 11.5pt)
  #it.body
  #v(-0.55em)
  #line(length: 100%, stroke: 0.4pt + luma(190))]
#show footnote.entry: set text(size: if short { 6.5pt } else { 8pt })
#set footnote.entry(gap: if short { 0.25em } else { 0.5em })
#show heading.where(level: 3): it => block(above: 1em, below: 0.6em, sticky: true,
  text(size: 9.5pt, fill: soft, it.body))
#let chart(rows) = block(inset: (left: 1em, bottom: 0.4em), grid(
  columns: (4.6cm, 5.5cm, 1fr), row-gutter: 0.45em, align: horizon,
  ..rows.map(row => (
    text(size: 8pt, row.label),
    stack(dir: ltr, rect(width: calc.max(row.share, 0.005) * 100%, height: 0.65em, fill: rgb(row.color)),
      rect(width: calc.max(row.whole - row.share, 0) * 100%, height: 0.65em, fill: luma(215))),
    text(size: 8pt, row.value))).flatten()))
#heading(level: 1, book.title)
#text(fill: soft, book.scope)
#for section in book.sections [
  #heading(level: 2, section.heading)
  #if section.intro != "" { text(size: 0.9em, fill: soft, section.intro) }
  #for item in section.lines [
    #if item.group != "" { heading(level: 3, item.group) }
    #par(hanging-indent: 1em)[
      #if item.date != "" { text(size: 8.5pt, fill: soft, item.date + "  ") }#strong(item.lead)#{
        if item.quote != "" { ": “" + item.quote + "”" }
        if item.text != "" { (if item.lead != "" { ": " }) + item.text }
        if item.detail != "" { text(fill: soft, style: "italic", " (" + item.detail + ")") }
      }#for (number, note) in item.notes.enumerate() {
        if number > 0 { super[,] }
        if note.first [#footnote[#note.told]#label(note.label)] else [#footnote(label(note.label))]
      }
    ]
    #if item.chart.len() > 0 { chart(item.chart) }
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
    sections = [_section(brief, section, footnotes) for section in brief.sections]
    if gaps := gap_lines(brief):
        sections.append(_list("Not in the record", gaps))
    if sources := footnotes.sources():
        sections.append(_list("Sources", [f"{name}  {told}" for name, told in sources]))
    return {"title": brief.subject.name, "scope": f"{scope(brief)} {brief.cover}".strip(), "sections": sections,
            "short": brief.form == PAGE}  # fmt: skip


def _section(brief: Brief, section: Section, footnotes: Footnotes) -> dict[str, Any]:
    lines = [_line(brief, line, section.begins(place), footnotes) for place, line in enumerate(section.lines)]
    if section.more:
        lines.append(_plain(f"… and {section.more} more."))
    return {"heading": section.heading, "intro": section.intro, "lines": lines}


def _line(brief: Brief, line: Line, group: str, footnotes: Footnotes) -> dict[str, Any]:
    notes = [
        {"first": first, "label": f"note-{one.number}", "told": one.text}
        for one, first in footnotes.of(line)
    ]  # fmt: skip
    drawn = bars(line.chart.points[-MOST:]) if line.chart else []
    chart = [{"label": f"{bar.when} {bar.kind}", "share": bar.share, "whole": bar.whole, "color": bar.color,
              "value": bar.value} for bar in drawn]  # fmt: skip
    return {"date": line.date, "lead": line.lead, "quote": quoted(brief, line.quote), "text": line.text,
            "detail": line.detail, "notes": notes, "group": group, "chart": chart}  # fmt: skip


def _list(heading: str, lines: Sequence[str]) -> dict[str, Any]:
    return {"heading": heading, "intro": "", "lines": [_plain(line) for line in lines]}


def _plain(words: str) -> dict[str, Any]:
    """A line that is neither dated nor cited; its words are set as text."""
    return {"date": "", "lead": "", "quote": "", "text": words, "detail": "", "notes": [], "group": "", "chart": []}


def _writable(value: Any) -> Any:
    """The value with every word of it writable."""
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_writable(one) for one in value]
    if isinstance(value, dict):
        return {name: _writable(one) for name, one in value.items()}
    return value
