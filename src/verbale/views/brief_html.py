"""A briefing as one HTML page that needs nothing else: no script, no font, no address; it prints well."""

from __future__ import annotations

from html import escape

from verbale.views.brief import Brief
from verbale.views.brief_notes import Footnote, Footnotes, gap_lines, quoted, scope
from verbale.views.brief_sections import Line, Section
from verbale.views.charts import series_chart

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1f24; --soft: #5b6470; --line: #d6dae0; --mark: #174ea6; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e7eaee; --soft: #a4adb8; --line: #3a414b; --mark: #8ab4f8; --paper: #16191d; } }
body { font: 16px/1.5 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper);
  max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.2; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; padding-bottom: .25rem;
  border-bottom: 1px solid var(--line); }
h3 { font-size: .95rem; margin: 1.1rem 0 .3rem; color: var(--soft); }
ul { padding-left: 0; list-style: none; } li { margin: .5rem 0; }
.date { font-family: system-ui, sans-serif; font-size: .85rem; color: var(--soft); margin-right: .5rem; }
.detail { color: var(--soft); font-style: italic; } q { quotes: "\\201C" "\\201D"; }
sup a { text-decoration: none; color: var(--mark); padding: 0 .1rem; }
a:focus-visible { outline: 2px solid var(--mark); }
ol.notes { font-size: .85rem; padding-left: 1.5rem; }
ol.notes li:target { background: color-mix(in srgb, var(--mark) 15%, transparent); }
.scope { color: var(--soft); } figure { margin: .5rem 0 1rem; }
figure svg { max-width: 100%; height: auto; } figure svg text { fill: currentColor; }
@media print { body { max-width: none; margin: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } li { break-inside: avoid; } }
""".strip()


def html(brief: Brief) -> str:
    """The whole briefing as a page; where there is nothing to tell, the reason."""
    if brief.reason:
        return _page("Briefing", f"<h1>Briefing</h1>\n<p>{escape(brief.reason)}</p>")
    footnotes = Footnotes(brief)
    name = escape(brief.subject.name)
    parts = [f"<h1>{name}</h1>", f'<p class="scope">{escape(f"{scope(brief)} {brief.cover}".strip())}</p>']
    parts += [_section(brief, section, footnotes) for section in brief.sections]
    if gaps := gap_lines(brief):
        items = "".join(f"<li>{escape(gap)}</li>" for gap in gaps)
        parts.append(_headed("Not in the record", f"<ul>{items}</ul>"))
    notes = "\n".join(map(_footnote, footnotes.all()))
    parts.append(_headed("Notes", f'<ol class="notes">\n{notes}\n</ol>'))
    if sources := _sources(footnotes):
        parts.append(_headed("Sources", f'<ul class="notes">\n{sources}\n</ul>'))
    return _page(f"{brief.subject.name}: briefing", "\n".join(parts))


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _headed(heading: str, body: str) -> str:
    identifier = "-".join(heading.lower().split())
    return f'<section aria-labelledby="{identifier}">\n<h2 id="{identifier}">{escape(heading)}</h2>\n{body}\n</section>'


def _section(brief: Brief, section: Section, footnotes: Footnotes) -> str:
    parts = [f'<p class="scope">{escape(section.intro)}</p>'] if section.intro else []
    items: list[str] = []
    for place, line in enumerate(section.lines):
        if group := section.begins(place):
            parts += _listed(items)
            parts.append(f"<h3>{escape(group)}</h3>")
            items = []
        items.append(f"<li>{_line(brief, line, footnotes)}{_chart(line)}</li>")
    if section.more:
        items.append(f'<li class="detail">… and {section.more} more.</li>')
    return _headed(section.heading, "\n".join([*parts, *_listed(items)]))


def _listed(items: list[str]) -> list[str]:
    return ["<ul>\n" + "\n".join(items) + "\n</ul>"] if items else []


def _chart(line: Line) -> str:
    return f"<figure>{series_chart(line.chart, titled=False)}</figure>" if line.chart else ""


def _line(brief: Brief, line: Line, footnotes: Footnotes) -> str:
    text = f'<span class="date">{escape(line.date)}</span>' if line.date else ""
    text += f"<strong>{escape(line.lead)}</strong>"
    text += f": <q>{escape(quoted(brief, line.quote))}</q>" if line.quote else ""
    text += f": {escape(line.text)}" if line.text else ""
    text += f' <span class="detail">({escape(line.detail)})</span>' if line.detail else ""
    return text + "".join(_reference(note, first) for note, first in footnotes.of(line))


def _reference(footnote: Footnote, first: bool) -> str:
    back = f' id="used-{footnote.number}"' if first else ""
    return f'<sup><a href="#note-{footnote.number}"{back}>{footnote.number}</a></sup>'


def _footnote(footnote: Footnote) -> str:
    number, source = footnote.number, footnote.source
    linked = f'<a href="#source-{source}">{footnote.mark}</a>, ' if source else ""
    return (
        f'<li id="note-{number}">{linked}{escape(footnote.told)} '
        f'<a href="#used-{number}" aria-label="Back to the text of note {number}">↩</a></li>'
    )


def _sources(footnotes: Footnotes) -> str:
    return "\n".join(
        f'<li id="source-{name[1:]}"><strong>{name}</strong> {escape(told)}</li>' for name, told in footnotes.sources()
    )
