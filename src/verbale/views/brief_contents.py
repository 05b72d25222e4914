"""What a briefing holds and in which order: in full, or on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.ledger.view import View
from verbale.views.brief_acts import ACT_SECTIONS, loose_lines
from verbale.views.brief_agenda import ONLY_PROMISED, agenda
from verbale.views.brief_basis import Basis
from verbale.views.brief_commitments import COMMITMENTS, closed_lines, commitments, numbers
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
AGENDA = "Agenda by topic"
SUMMARY = "The relationship on a page"
MECHANISMS, MECHANISMS_ON_A_PAGE = 4, 2  # whose last round is told there

CLOSED = "Delivered, kept up or fallen silent"

_FULL = (SUMMARY, "Last rounds", "Other meetings", "Counterparts", AGENDA, COMMITMENTS, CLOSED,
         *(heading for heading, _ in ACT_SECTIONS), "Figures", "Instruments", "What to expect",
         "Where documents disagree")  # fmt: skip
SIDES = 6  # times the limit: how many open commitments a briefing has at most
OF_A_SIDE = 2  # open commitments of each side that a page has room for
# Of each, how many lines a page has room for.
_PAGE = {SUMMARY: 7, "Counterparts": 4, AGENDA: 3, COMMITMENTS: 6, "Figures": 1,
         "Where documents disagree": 1}  # fmt: skip


def contents(view: View, basis: Basis, topics: Sequence[str], form: str, limit: int) -> tuple[Section, ...]:
    """Every section that has a line, in the order in which a reader needs them."""
    on_page = form == PAGE
    numbered = numbers(basis, OF_A_SIDE, _PAGE[COMMITMENTS]) if on_page else numbers(basis, limit, limit * SIDES)
    spoken, owed = _agenda(basis, numbered, topics, form, limit), commitments(basis, numbered)
    found: dict[str, list[Line]] = {
        SUMMARY: summary(basis, numbered, MECHANISMS_ON_A_PAGE if on_page else MECHANISMS),
        "Last rounds": round_lines(basis),
        "Other meetings": other_lines(basis),
        "Counterparts": counterparts(basis),
        CLOSED: closed_lines(basis),
        **loose_lines(basis, {note.fact.id for line in spoken.lines for note in line.notes}),
        "Figures": figure_lines(basis),
        "Instruments": instrument_lines(basis),
        "What to expect": expectations(basis, numbered),
        "Where documents disagree": disagreements(view, basis),
    }
    limits = {**dict.fromkeys(found, limit), SUMMARY: 0}
    cut = {heading: cut_to(heading, lines, limits[heading]) for heading, lines in found.items()}
    whole = {**cut, AGENDA: spoken, COMMITMENTS: owed}
    chosen = map(_on_a_page, (whole[heading] for heading in _PAGE)) if on_page else (whole[one] for one in _FULL)
    quotes = Quotes(view)
    return tuple(quotes.whole(section) for section in chosen if section.lines)


def _on_a_page(section: Section) -> Section:
    """A page says what matters, not how much it leaves out; it has no charts, and no headings inside a section."""
    lines = tuple(map(_inline, section.lines[: _PAGE[section.heading]]))
    return Section(section.heading, lines)


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
