"""Charts as SVG, drawn by hand: pure functions from values to a text that any browser or word processor shows.

Every value stands in the drawing as text, and title and description tell the same to those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from verbale.model.figure_series import FigurePoint, FigureSeries
from verbale.views.amounts import amount_of, number

WIDTH, ROW, TOP, LEFT, BAR = 780, 30, 46, 210, 230
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


def series_chart(series: FigureSeries) -> str:
    """The series as SVG: a bar for each value with its date, its kind and the value as text.

    Widths go by value; an increment never stands on top of a total. The newest 24 points are drawn.
    """
    points = series.points[-MOST:]
    most = max((abs(point.of or point.value) for point in points), default=0) or 1
    height = TOP + ROW * len(points) + 10
    title = _cut(series.name or "Figures")
    told = "; ".join(_told(point) for point in points)
    rows = "".join(_bar(point, place, most) for place, point in enumerate(points))
    labels = quoteattr(f"t{series.id} d{series.id}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" font-family="sans-serif" font-size="12" aria-labelledby={labels}>'
        f"<title id={quoteattr('t' + series.id)}>{escape(series.name or 'Figures')}</title>"
        f"<desc id={quoteattr('d' + series.id)}>{escape(told)}</desc>"
        f'<text x="8" y="22" font-size="14" font-weight="bold">{escape(title)}</text>{rows}</svg>\n'
    )  # fmt: skip


def _bar(point: FigurePoint, place: int, most: float) -> str:
    y = TOP + ROW * place
    width = max(1.0, round(BAR * abs(point.value) / most, 1))
    label = f"{_when(point)} {point.kind}"
    reach = round(BAR * (point.of or 0) / most, 1)
    whole = f'<rect x="{LEFT}" y="{y}" width="{reach}" height="16" fill="#dddddd"/>' if point.of else ""
    beside = LEFT + max(width, reach) + 8
    return (
        f'<text x="8" y="{y + 13}">{escape(label)}</text>{whole}'
        f'<rect x="{LEFT}" y="{y}" width="{width}" height="16" fill="{_STYLE[point.kind]}"/>'
        f'<text x="{round(beside, 1)}" y="{y + 13}">{escape(_value(point))}</text>'
    )  # fmt: skip


def _told(point: FigurePoint) -> str:
    return f"{_when(point)}: {_value(point)} ({point.kind})"


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
