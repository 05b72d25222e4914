"""The lines of a briefing, and the sections that they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from verbale.model.figure_series import FigureSeries
from verbale.views.brief_material import Note


@dataclass(frozen=True, slots=True)
class Line:
    """One line: when, who or what (`lead`), what is said of it in plain words or as a quote, and its sources.

    `group`: the heading inside its section under which it stands; `chart`: the figures that it tells of.
    """

    lead: str
    date: str
    text: str
    quote: str
    detail: str
    notes: tuple[Note[Any], ...]
    group: str = ""
    chart: FigureSeries | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `more` is the number of lines that the limit left out, `intro` how to read them."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0
    intro: str = ""

    def begins(self, place: int) -> str:
        """The heading of the group that begins with this line; empty where none does."""
        group = self.lines[place].group
        return group if not place or self.lines[place - 1].group != group else ""


def cut_to(heading: str, lines: Sequence[Line], limit: int, intro: str = "") -> Section:
    """The section with as many lines of each group as the limit lets through, 0 for all."""
    counts: Counter[str] = Counter()
    shown = []
    for line in lines:
        counts[line.group] += 1
        if not limit or counts[line.group] <= limit:
            shown.append(line)
    return Section(heading, tuple(shown), len(lines) - len(shown), intro)
