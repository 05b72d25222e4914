"""A briefing as Markdown: a bullet a line, its sources as numbered footnotes."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from verbale.model.records import DocumentRecord
from verbale.views.brief import Brief
from verbale.views.brief_material import Note
from verbale.views.brief_sections import Line, Section

SHORT_ID = 10  # characters of an id: enough for 'verbale show'
LONGEST_QUOTE = 260  # in a line; the footnote has all the words
_SPECIAL = re.compile(r"([\\`*\[\]<>|~])|(?<!\w)(_)|(_)(?!\w)")


class Footnote(NamedTuple):
    """A numbered source."""

    number: int
    note: Note[Any]


Footnotes = dict[str, Footnote]  # by the id of the fact, in the order of first use


def markdown(brief: Brief) -> str:
    """The whole briefing; where there is nothing to tell, the reason."""
    if brief.reason:
        return f"# Briefing\n\n{escape(brief.reason)}\n"
    footnotes: Footnotes = {}
    parts = [f"# {escape(brief.subject.name)}: briefing", _scope(brief)]
    parts += [_section(section, footnotes) for section in brief.sections]
    parts.append("## Not in the record\n\n" + _bullets(brief.gaps or ("Nothing that this briefing looks for.",)))
    parts.append("## Sources\n\n" + "\n".join(map(_footnote, footnotes.values())))
    return "\n\n".join(parts) + "\n"


def escape(words: str) -> str:
    """The words on one line, with nothing in them that Markdown or HTML would act on."""
    flat = " ".join(words.split())
    flat = _SPECIAL.sub(lambda found: "\\" + found[0], flat)
    return flat.replace("&", "&amp;")


def _scope(brief: Brief) -> str:
    documents = brief.documents
    days = sorted(day for document in documents for day in (document.first, document.last) if day)
    period = (
        f", dated {days[0]} to {days[-1]}" if days and days[0] != days[-1] else f", dated {days[0]}" if days else ""
    )
    lines = [f"From {len(documents)} document{'s' * (len(documents) != 1)} of the ledger{period}. "
             "Each line is what its source says; nothing is added."]  # fmt: skip
    if brief.subject.chosen:
        lines.append("Nobody named a subject: no other parties have more documents in this ledger.")
    if brief.others:
        lines.append(f"Other briefings in this ledger: {', '.join(f'`--for {other}`' for other in brief.others)}.")
    return "\n".join(lines)


def _section(section: Section, footnotes: Footnotes) -> str:
    lines = [_line(line, footnotes) for line in section.lines]
    if section.more:
        lines.append(f"- … and {section.more} more; `--limit 0` shows all.")
    return f"## {section.heading}\n\n" + "\n".join(lines)


def _line(line: Line, footnotes: Footnotes) -> str:
    text = f"- {line.date} **{escape(line.lead)}**"
    if line.quote:
        text += f": “{escape(_cut(line.quote))}”"
    if line.text:
        text += f": {escape(line.text)}"
    if line.detail:
        text += f" *({escape(line.detail)})*"
    return text + "".join(_reference(note, footnotes) for note in line.notes)


def _reference(note: Note[Any], footnotes: Footnotes) -> str:
    """The mark of the footnote, which is written on its first use."""
    if note.fact.id not in footnotes:
        footnotes[note.fact.id] = Footnote(len(footnotes) + 1, note)
    return f"[^{footnotes[note.fact.id].number}]"


def _footnote(footnote: Footnote) -> str:
    number, note = footnote
    document = note.document
    return (
        f"[^{number}]: {cited(document)}: “{escape(note.fact.words)}” "
        f"(fact `{note.fact.id[:SHORT_ID]}`, document `{document.id[:SHORT_ID]}`)"
    )


def cited(document: DocumentRecord) -> str:
    """The document as a source: title, outlet, date; the file's name where it has no title."""
    title = f"*{escape(document.title)}*" if document.title else escape(document.source)
    outlet = escape(document.outlet) if document.outlet else "outlet not named"
    return f"{title}, {outlet}, {(document.published or 'undated')[:10]}"


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)


def _cut(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST_QUOTE else flat[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
