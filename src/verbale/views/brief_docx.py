"""A briefing as a Word document, with real footnotes."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from verbale.views.brief import Brief
from verbale.views.brief_notes import Footnote, Footnotes, cut, gap_lines, scope, source_parts, writable
from verbale.views.brief_sections import Line, Section
from verbale.views.docx_footnotes import Run, WordFootnotes

_SOFT = RGBColor(0x5B, 0x64, 0x70)


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
    document.add_paragraph(writable(scope(brief)), style="Subtitle")
    numbers, footnotes = Footnotes(brief), WordFootnotes(document)
    for section in brief.sections:
        _add_section(brief, document, section, numbers, footnotes)
    if gaps := gap_lines(brief):
        document.add_heading("Not in the record", level=1)
    for gap in gaps:
        document.add_paragraph(writable(gap), style="List Bullet")
    footnotes.attach()
    return _bytes(document)


def _add_section(brief: Brief, document: Any, section: Section, numbers: Footnotes, footnotes: WordFootnotes) -> None:
    document.add_heading(writable(section.heading), level=1)
    for line in section.lines:
        paragraph = document.add_paragraph(style="List Bullet")
        _add_line(brief, paragraph, line)
        for number, (note, first) in enumerate(numbers.of(line)):
            if number:
                paragraph.add_run(", ").font.superscript = True
            if first:
                footnotes.add(paragraph, note.number, _runs(note))
            else:
                footnotes.again(paragraph, note.number)
    if section.more:
        document.add_paragraph(f"… and {section.more} more.", style="List Bullet")


def _add_line(brief: Brief, paragraph: Any, line: Line) -> None:
    if line.date:
        date = paragraph.add_run(f"{writable(line.date)}  ")
        date.font.color.rgb, date.font.size = _SOFT, Pt(9)
    paragraph.add_run(writable(line.lead)).bold = True
    if line.quote:
        paragraph.add_run(f": “{writable(cut(brief, line.quote))}”")
    if line.text:
        paragraph.add_run(f": {writable(line.text)}")
    if line.detail:
        detail = paragraph.add_run(f" ({writable(line.detail)})")
        detail.italic, detail.font.color.rgb = True, _SOFT


def _runs(note: Footnote) -> list[Run]:
    title, _, _ = source_parts(note.note.document)
    return [(writable(title), "italic"), (writable(note.told), "")]


def _set_styles(document: Any) -> None:
    styles = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10.5)
    styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Calibri")
    styles["Subtitle"].font.size, styles["Subtitle"].font.color.rgb = Pt(10.5), _SOFT
    text = styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH)
    text.name, text.base_style, text.font.size = "footnote text", styles["Normal"], Pt(8.5)
    text.paragraph_format.space_after = Pt(2)
    reference = styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER)
    reference.name, reference.font.superscript = "footnote reference", True


def _bytes(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
