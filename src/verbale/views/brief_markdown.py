"""A briefing as Markdown: a bullet a line, its sources as numbered footnotes."""

from __future__ import annotations

import re

from verbale.model.records import DocumentRecord
from verbale.views.brief import Brief
from verbale.views.brief_notes import SHORT_ID, Footnote, Footnotes, cut, gap_lines, scope, source_parts
from verbale.views.brief_sections import Line, Section

_SPECIAL = re.compile(r"([\\`*\[\]<>|~])|(?<!\w)(_)|(_)(?!\w)")


def markdown(brief: Brief) -> str:
    """The whole briefing; where there is nothing to tell, the reason."""
    if brief.reason:
        return f"# Briefing\n\n{escape(brief.reason)}\n"
    footnotes = Footnotes(brief)
    parts = [f"# {escape(brief.subject.name)}: briefing", _scope(brief)]
    parts += [_section(brief, section, footnotes) for section in brief.sections]
    if gaps := gap_lines(brief):
        parts.append("## Not in the record\n\n" + _bullets(gaps))
    parts.append("## Sources\n\n" + "\n".join(map(_footnote, footnotes.all())))
    return "\n\n".join(parts) + "\n"


def escape(words: str) -> str:
    """The words on one line, with nothing in them that Markdown or HTML would act on."""
    flat = " ".join(words.split())
    flat = _SPECIAL.sub(lambda found: "\\" + found[0], flat)
    return flat.replace("&", "&amp;")


def _scope(brief: Brief) -> str:
    lines = [scope(brief)]
    if brief.subject.chosen:
        lines.append("Nobody named a subject: no other parties have more documents in this ledger.")
    if brief.others:
        lines.append(f"Other briefings in this ledger: {', '.join(f'`--for {other}`' for other in brief.others)}.")
    return "\n".join(lines)


def _section(brief: Brief, section: Section, footnotes: Footnotes) -> str:
    lines = [_line(brief, line, footnotes) for line in section.lines]
    if section.more:
        lines.append(f"- … and {section.more} more; `--limit 0` shows all.")
    return f"## {section.heading}\n\n" + "\n".join(lines)


def _line(brief: Brief, line: Line, footnotes: Footnotes) -> str:
    text = f"- {line.date} **{escape(line.lead)}**" if line.date else f"- **{escape(line.lead)}**"
    if line.quote:
        text += f": “{escape(cut(brief, line.quote))}”"
    if line.text:
        text += f": {escape(line.text)}"
    if line.detail:
        text += f" *({escape(line.detail)})*"
    return text + "".join(f"[^{note.number}]" for note, _ in footnotes.of(line))


def _footnote(footnote: Footnote) -> str:
    note, document = footnote.note, footnote.note.document
    words = f": “{escape(footnote.words)}”" if footnote.words else ""
    return (
        f"[^{footnote.number}]: {cited(document)}{words} "
        f"(fact `{note.fact.id[:SHORT_ID]}`, document `{document.id[:SHORT_ID]}`)"
    )


def cited(document: DocumentRecord) -> str:
    """The document as a source: title, outlet, date; the file's name where it has no title."""
    name, outlet, date = source_parts(document)
    title = f"*{escape(name)}*" if document.title else escape(name)
    return f"{title}, {escape(outlet)}, {date}"


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)
