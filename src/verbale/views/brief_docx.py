"""A briefing as a Word document, with real footnotes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from verbale.model.figure_series import FigureSeries
from verbale.views.brief import Brief
from verbale.views.brief_notes import Footnote, Footnotes, gap_lines, quoted, scope, writable
from verbale.views.brief_sections import Line, Section
from verbale.views.charts import MOST, bars
from verbale.views.docx_footnotes import Run, WordFootnotes

_SOFT = RGBColor(0x5B, 0x64, 0x70)
_WIDTHS = (Cm(4), Cm(6.5), Cm(6))  # of the columns of a chart
BAR_LETTERS = 22  # of the longest bar


def docx_bytes(brief: Brief) -> bytes:
    """The whole briefing as the bytes of a .docx file; where there is nothing to tell, the reason."""
    document = docx.Document()
    _set_styles(document)
    document.core_properties.title = writable(brief.subject.name or "Briefing")
    document.core_properties.author = ""
    document.add_heading(writable(brief.subject.name or "Briefing"), level=0)
    if brief.reason:
        document.add_paragraph(writable(brief.reason))
        return _bytes(document)
    _add_soft(document, f"{scope(brief)} {brief.cover}".strip())
    numbers, footnotes = Footnotes(brief), WordFootnotes(document)
    for section in brief.sections:
        _add_section(brief, document, section, numbers, footnotes)
    _add_list(document, "Not in the record", gap_lines(brief))
    _add_list(document, "Sources", [f"{name}  {told}" for name, told in numbers.sources()])
    footnotes.attach()
    return _bytes(document)


def _add_section(brief: Brief, document: Any, section: Section, numbers: Footnotes, footnotes: WordFootnotes) -> None:
    document.add_heading(writable(section.heading), level=1)
    if section.intro:
        _add_soft(document, section.intro)
    for place, line in enumerate(section.lines):
        if group := section.begins(place):
            document.add_heading(writable(group), level=2)
        paragraph = document.add_paragraph(style="List Bullet")
        _add_line(brief, paragraph, line)
        _add_notes(paragraph, numbers.of(line), footnotes)
        if line.chart:
            _add_chart(document, line.chart)
    if section.more:
        document.add_paragraph(f"… and {section.more} more.", style="List Bullet")


def _add_notes(paragraph: Any, notes: Sequence[tuple[Footnote, bool]], footnotes: WordFootnotes) -> None:
    for number, (note, first) in enumerate(notes):
        if number:
            paragraph.add_run(", ").font.superscript = True
        if first:
            footnotes.add(paragraph, note.number, _runs(note))
        else:
            footnotes.again(paragraph, note.number)


def _add_soft(document: Any, words: str) -> None:
    document.add_paragraph().add_run(writable(words)).font.color.rgb = _SOFT


def _add_list(document: Any, heading: str, lines: Sequence[str]) -> None:
    if lines:
        document.add_heading(heading, level=1)
    for line in lines:
        document.add_paragraph(writable(line), style="List Bullet")


def _add_chart(document: Any, series: FigureSeries) -> None:
    """The numbers as a table whose bars are letters: it can be edited, and read aloud."""
    drawn = bars(series.points[-MOST:])
    table = document.add_table(rows=len(drawn), cols=len(_WIDTHS))
    table.autofit = False
    for row, bar in zip(table.rows, drawn, strict=True):
        told = (f"{bar.when} {bar.kind}", "█" * max(1, round(bar.share * BAR_LETTERS)), bar.value)
        for place, (cell, words, width) in enumerate(zip(row.cells, told, _WIDTHS, strict=True)):
            cell.width = width
            run = cell.paragraphs[0].add_run(writable(words))
            run.font.size = Pt(8.5)
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            if place == 1:
                run.font.color.rgb = RGBColor.from_string(bar.color.lstrip("#"))
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _add_line(brief: Brief, paragraph: Any, line: Line) -> None:
    if line.date:
        date = paragraph.add_run(f"{writable(line.date)}  ")
        date.font.color.rgb, date.font.size = _SOFT, Pt(9)
    paragraph.add_run(writable(line.lead)).bold = True
    if line.quote:
        paragraph.add_run(f": “{writable(quoted(brief, line.quote))}”")
    if line.text:
        paragraph.add_run(f": {writable(line.text)}")
    if line.detail:
        detail = paragraph.add_run(f" ({writable(line.detail)})")
        detail.italic, detail.font.color.rgb = True, _SOFT


def _runs(note: Footnote) -> list[Run]:
    return [(writable(note.text), "")]


def _set_styles(document: Any) -> None:
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10)
    styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Calibri")
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)
    styles["List Bullet"].paragraph_format.space_after = Pt(3)
    for number, space in ((1, 12), (2, 6)):
        styles[f"Heading {number}"].paragraph_format.space_before = Pt(space)
        styles[f"Heading {number}"].paragraph_format.space_after = Pt(3)
        styles[f"Heading {number}"].font.size = Pt(14 - 3 * (number - 1))
    text = styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH)
    text.name, text.base_style, text.font.size = "footnote text", styles["Normal"], Pt(8)
    text.paragraph_format.space_after = Pt(1)
    reference = styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER)
    reference.name, reference.font.superscript = "footnote reference", True


def _bytes(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
