"""Charts as SVG, drawn by hand: pure functions from values to a text that any browser or word processor shows.

Every value stands in the drawing as text, and title and description tell the same to those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from verbale.model.figure_series import FigurePoint, FigureSeries
from verbale.views.amounts import amount_of, number

WIDTH, ROW, TOP, LEFT, BAR = 780, 30, 46, 210, 230
MARGIN = 10  # above and below the bars
MOST = 24  # points in one chart; the newest are kept
_BLOCKS = "▁▂▃▄▅▆▇█"
_STYLE = {"total": "#1f4e79", "baseline": "#7f9db9", "increment": "#c55a11", "part": "#548235"}
_OPEN = ("more than", "up to")  # numbers with a bound on one side only draw no line
_LONGEST_TITLE = 84


def sparkline(values: Sequence[float]) -> str:
    """The values as a line of blocks, the lowest of them on the ground only where it is nothing.

    >>> sparkline([0, 50, 100]), sparkline([3]), sparkline([])
    ('▁▅█', '█', '')
    """
    most = max(values, default=0)
    if most <= 0:
        return _BLOCKS[0] * len(values)
    return "".join(_BLOCKS[round(max(0.0, value) / most * (len(_BLOCKS) - 1))] for value in values)


def series_sparkline(series: FigureSeries) -> str:
    """The totals of a series in time, or its increments where it has no two totals; empty below two values."""
    totals = [point for point in series.of_kind("baseline", "total") if point.bound not in _OPEN]
    shown = totals if len(totals) > 1 else series.of_kind("increment")
    return sparkline([point.value for point in shown]) if len(shown) > 1 else ""


def series_chart(series: FigureSeries, titled: bool = True) -> str:
    """The series as SVG: a bar for each value with its date, its kind and the value as text.

    Widths go by value; an increment never stands on top of a total. The newest 24 points are drawn. Without `titled`
    the title is told but not drawn, for a drawing under words that say the same.
    """
    drawn = bars(series.points[-MOST:])
    top = TOP if titled else MARGIN
    height = top + ROW * len(drawn) + MARGIN
    told = "; ".join(f"{bar.when}: {bar.value} ({bar.kind})" for bar in drawn)
    rows = "".join(_bar(bar, top + ROW * place) for place, bar in enumerate(drawn))
    title = escape(_cut(series.name or "Figures"))
    heading = f'<text x="8" y="22" font-size="14" font-weight="bold">{title}</text>' if titled else ""
    labels = quoteattr(f"t{series.id} d{series.id}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" font-family="sans-serif" font-size="12" aria-labelledby={labels}>'
        f"<title id={quoteattr('t' + series.id)}>{escape(series.name or 'Figures')}</title>"
        f"<desc id={quoteattr('d' + series.id)}>{escape(told)}</desc>{heading}{rows}</svg>\n"
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """A value as a bar: when, of which kind, the value as text; `share` and `whole` are lengths from 0 to 1."""

    when: str
    kind: str
    value: str
    share: float
    whole: float

    @property
    def color(self) -> str:
        """The colour of its kind, as in '#1f4e79'."""
        return _STYLE[self.kind]


def bars(points: Sequence[FigurePoint]) -> list[Bar]:
    """The values as bars, whatever draws them; the longest has the length 1."""
    most = max((abs(point.of or point.value) for point in points), default=0) or 1
    return [
        Bar(_when(point), point.kind, _value(point), abs(point.value) / most, (point.of or 0) / most)
        for point in points
    ]  # fmt: skip


def _bar(bar: Bar, y: int) -> str:
    width, reach = max(1.0, round(BAR * bar.share, 1)), round(BAR * bar.whole, 1)
    whole = f'<rect x="{LEFT}" y="{y}" width="{reach}" height="16" fill="#dddddd"/>' if bar.whole else ""
    beside = LEFT + max(width, reach) + 8
    return (
        f'<text x="8" y="{y + 13}">{escape(f"{bar.when} {bar.kind}")}</text>{whole}'
        f'<rect x="{LEFT}" y="{y}" width="{width}" height="16" fill="{bar.color}"/>'
        f'<text x="{round(beside, 1)}" y="{y + 13}">{escape(bar.value)}</text>'
    )  # fmt: skip


def _value(point: FigurePoint) -> str:
    sign = "+" if point.kind == "increment" else ""
    share = f" ({number(point.share)} %)" if point.share is not None else ""
    return " ".join(filter(None, (point.bound, f"{sign}{amount_of(point.value, point.unit, point.of)}{share}")))


def _when(point: FigurePoint) -> str:
    day = point.as_of or point.first or "undated"
    return f"before {day}" if point.before else day


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0]}…"
