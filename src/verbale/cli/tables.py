"""Lists for people: a table that fits its terminal, with what to do next below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verbale.cli.streams import clean
from verbale.views.naming import shortened as shortened

NARROW = 64  # below it a table's columns are too thin to read

Show = Callable[[Any], Text | str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how it shows a row, and how it takes part in sharing the width.

    `keep` columns (ids, dates) are never wrapped; the others share what is left. A column with `wide` set stands only
    where the terminal has at least that many columns, one with `thin` only where it has fewer.
    """

    heading: str
    show: Show
    style: str = ""
    keep: bool = False
    align: Literal["left", "right"] = "left"
    wide: int = 0
    thin: int = 0


def table(rows: Iterable[Any], columns: Sequence[Column], width: int) -> Table | Group:
    """The rows under the headings that a terminal of this width has room for; very narrow ones get a block a row."""
    shown = [c for c in columns if width >= c.wide and not (c.thin and width >= c.thin)]
    if width < NARROW:
        return Group(*(_block(row, shown) for row in rows))
    grid = plain_grid()
    for column in shown:
        grid.add_column(
            column.heading,
            style=column.style,
            no_wrap=column.keep,
            justify=column.align,
            overflow="ellipsis" if column.keep else "fold",
        )
    for row in rows:
        grid.add_row(*(_cell(column.show(row)) for column in shown))
    return grid


def plain_grid() -> Table:
    """A table with a line below its headings and none elsewhere."""
    return Table(box=box.SIMPLE_HEAD, header_style="head", show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))


def _block(row: Any, columns: Sequence[Column]) -> Padding:
    """A row as lines: its short cells on the first, every long one on a line of its own."""
    first = Text("  ").join(_styled(row, column) for column in columns if column.keep)
    others = [_styled(row, column) for column in columns if not column.keep]
    return Padding(Group(first, *(Padding(line, (0, 0, 0, 2)) for line in others if line.plain != "–")), (0, 0, 1, 0))


def _styled(row: Any, column: Column) -> Text:
    cell = _cell(column.show(row))
    cell.stylize(column.style)
    return Text(" ").join(cell.split("\n")) if column.keep else cell


def print_table(console: Console, rows: Sequence[Any], columns: Sequence[Column], closing: str) -> None:
    """Print the rows and the line that closes them."""
    console.print(table(rows, columns, console.width))
    console.print()
    console.print(Text(closing, style="dim"))


def _cell(value: Text | str) -> Text:
    return value if isinstance(value, Text) else Text(clean(value))
