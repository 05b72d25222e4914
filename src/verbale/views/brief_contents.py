"""What a briefing holds and in which order: in full, or on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.ledger.view import View
from verbale.views import brief_commitments as commitments
from verbale.views.brief_acts import ACT_SECTIONS, loose_lines
from verbale.views.brief_agenda import ONLY_PROMISED, agenda
from verbale.views.brief_basis import Basis
from verbale.views.brief_conflicts import disagreements
from verbale.views.brief_expect import expectations
from verbale.views.brief_figures import figure_lines
from verbale.views.brief_instruments import instrument_lines
from verbale.views.brief_meetings import other_lines, round_lines
from verbale.views.brief_people import counterparts
from verbale.views.brief_quotes import Quotes
from verbale.views.brief_sections import Line, Section, cut_to
from verbale.views.brief_summary import summary

FULL, PAGE = "full", "page"
AGENDA, COMMITMENTS = "Agenda by topic", "Open commitments"
SUMMARY = "The relationship on a page"
MECHANISMS, MECHANISMS_ON_A_PAGE = 4, 2  # whose last round is told there

CLOSED = "Delivered, kept up or fallen silent"

_FULL = (SUMMARY, "Last rounds", "Other meetings", "Counterparts", AGENDA, COMMITMENTS, CLOSED,
         *(heading for heading, _ in ACT_SECTIONS), "Figures", "Instruments", "What to expect",
         "Where documents disagree")  # fmt: skip
# Of each, how many lines a page has room for; of open commitments so many of each side.
_PAGE = {SUMMARY: 7, "Counterparts": 4, AGENDA: 3, COMMITMENTS: 2, "Figures": 1,
         "Where documents disagree": 1}  # fmt: skip


def contents(view: View, basis: Basis, topics: Sequence[str], form: str, limit: int) -> tuple[Section, ...]:
    """Every section that has a line, in the order in which a reader needs them."""
    numbered = commitments.numbers(basis, _PAGE[COMMITMENTS] if form == PAGE else limit)
    spoken = _agenda(basis, numbered, topics, form, limit)
    shown = {note.fact.id for line in spoken.lines for note in line.notes}
    found: dict[str, list[Line]] = {
        SUMMARY: summary(basis, numbered, MECHANISMS_ON_A_PAGE if form == PAGE else MECHANISMS),
        "Last rounds": round_lines(basis),
        "Other meetings": other_lines(basis),
        "Counterparts": counterparts(basis),
        COMMITMENTS: commitments.commitment_lines(basis, numbered),
        CLOSED: commitments.closed_lines(basis),
        **loose_lines(basis, shown),
        "Figures": figure_lines(basis),
        "Instruments": instrument_lines(basis),
        "What to expect": expectations(basis, numbered),
        "Where documents disagree": disagreements(view, basis),
    }
    sections = _on_a_page(found, spoken) if form == PAGE else _in_full(found, spoken, limit)
    quotes = Quotes(view)
    return tuple(map(quotes.whole, sections))


def _in_full(found: Mapping[str, Sequence[Line]], spoken: Section, limit: int) -> tuple[Section, ...]:
    intros = {COMMITMENTS: commitments.INTRO}
    sections = (
        spoken if heading == AGENDA
        else cut_to(heading, found[heading], 0 if heading == SUMMARY else limit, intros.get(heading, ""))
        for heading in _FULL
    )  # fmt: skip
    return tuple(section for section in sections if section.lines)


def _on_a_page(found: Mapping[str, Sequence[Line]], spoken: Section) -> tuple[Section, ...]:
    """A page says what matters, not how much it leaves out; it has no charts, and no headings inside a section."""
    owed = cut_to(COMMITMENTS, found[COMMITMENTS], _PAGE[COMMITMENTS])
    lines = {**found, AGENDA: spoken.lines, COMMITMENTS: owed.lines}
    most = {**_PAGE, COMMITMENTS: len(owed.lines)}
    sections = (cut_to(heading, list(map(_inline, lines[heading])), most[heading]) for heading in _PAGE)
    return tuple(replace(section, more=0) for section in sections if section.lines)


def _inline(line: Line) -> Line:
    """A line that says by itself what its group is."""
    return replace(line, group="", chart=None, lead=f"{line.group} – {line.lead}" if line.group else line.lead)


def _agenda(basis: Basis, numbered: Mapping[str, int], topics: Sequence[str], form: str, limit: int) -> Section:
    """The first topics, with all their lines; on a page a line each."""
    lines = agenda(basis, numbered, topics)
    groups = list(dict.fromkeys(line.group for line in lines))
    most = _PAGE[AGENDA] if form == PAGE else limit
    kept = {*groups[:most], ONLY_PROMISED} if most and form != PAGE else set(groups[: most or None])
    shown = [line for line in lines if line.group in kept]
    if form == PAGE:
        shown = [next(line for line in shown if line.group == group) for group in groups[:most]]
    return Section(AGENDA, tuple(shown), len(lines) - len(shown))
