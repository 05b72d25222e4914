"""A briefing as Markdown: a bullet a line, its sources as numbered footnotes."""

from __future__ import annotations

import re

from verbale.views.brief import Brief
from verbale.views.brief_notes import Footnote, Footnotes, gap_lines, quoted, scope
from verbale.views.brief_sections import Line, Section
from verbale.views.charts import MOST, bars, series_sparkline

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
    parts.append("## Notes\n\n" + "\n".join(map(_footnote, footnotes.all())))
    if sources := footnotes.sources():
        parts.append("## Sources\n\n" + "\n".join(f"- {name}: {escape(told)}" for name, told in sources))
    return "\n\n".join(parts) + "\n"


def escape(words: str) -> str:
    """The words on one line, with nothing in them that Markdown or HTML would act on."""
    flat = " ".join(words.split())
    flat = _SPECIAL.sub(lambda found: "\\" + found[0], flat)
    return flat.replace("&", "&amp;")


def _scope(brief: Brief) -> str:
    lines = [scope(brief), *([escape(brief.cover)] if brief.cover else [])]
    if brief.subject.chosen:
        lines.append("Nobody named a subject: no other parties have more documents in this ledger.")
    if brief.others:
        lines.append(f"Other briefings in this ledger: {', '.join(f'`--for {other}`' for other in brief.others)}.")
    return "\n".join(lines)


def _section(brief: Brief, section: Section, footnotes: Footnotes) -> str:
    parts = [f"## {section.heading}", *([escape(section.intro)] if section.intro else [])]
    lines: list[str] = []
    for place, line in enumerate(section.lines):
        if group := section.begins(place):
            parts += ["\n".join(lines)] if lines else []
            parts.append(f"### {escape(group)}")
            lines = []
        lines.append(_line(brief, line, footnotes))
        lines += _chart(line)
    if section.more:
        lines.append(f"- … and {section.more} more; `--limit 0` shows all.")
    return "\n\n".join([*parts, "\n".join(lines)])


def _chart(line: Line) -> list[str]:
    """The numbers of a series in time, under its line."""
    if line.chart is None:
        return []
    told = " · ".join(f"{bar.when}: {bar.value} ({bar.kind})" for bar in bars(line.chart.points[-MOST:]))
    drawn = series_sparkline(line.chart)
    return [f"  - {f'`{drawn}` ' if drawn else ''}{escape(told)}"]


def _line(brief: Brief, line: Line, footnotes: Footnotes) -> str:
    text = f"- {line.date} **{escape(line.lead)}**" if line.date else f"- **{escape(line.lead)}**"
    if line.quote:
        text += f": “{escape(quoted(brief, line.quote))}”"
    if line.text:
        text += f": {escape(line.text)}"
    if line.detail:
        text += f" *({escape(line.detail)})*"
    return text + "".join(f"[^{note.number}]" for note, _ in footnotes.of(line))


def _footnote(footnote: Footnote) -> str:
    return f"[^{footnote.number}]: {escape(footnote.text)}"


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)
