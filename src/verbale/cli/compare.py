"""`verbale compare`: two readouts of one meeting side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.cli import cells
from verbale.cli.console import console
from verbale.cli.formats import write_csv, write_json
from verbale.cli.ledgers import reading
from verbale.cli.listing import form_of
from verbale.cli.options import CsvOption, JsonOption, LedgerOption
from verbale.cli.streams import clean
from verbale.cli.tables import NARROW, plain_grid
from verbale.model.reading import Act
from verbale.model.records import DocumentRecord, Fact
from verbale.views.compare import Comparison, Pairing, compare
from verbale.views.naming import topic_label
from verbale.views.parties import party_name

MARKS = {"both": "=", "worded": "≈", "left": "<", "right": ">"}
FIELDS = ("topic", "kind", "left_id", "left", "right_id", "right")


def command(
    context: typer.Context,
    identifier: Annotated[
        str, typer.Argument(metavar="ID", help="An engagement that several documents report, or a document.")
    ],
    other: Annotated[
        str | None, typer.Argument(metavar="[DOCUMENT]", help="A second document, to compare with the first.")
    ] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Lay two readouts of one meeting side by side: what both say, what only one says, what is worded differently.

    Of more than two documents the two sides' own accounts are taken first. '=' both say it, '≈' in other words,
    '<' only the left, '>' only the right.
    """
    form = form_of(as_json, as_csv)
    with reading(context, ledger) as view:
        found = compare(view, identifier, other)
    if form == "json":
        write_json(found.to_json())
    elif form == "csv":
        write_csv(_rows(found), FIELDS)
    else:
        _print(console(), found)


def _rows(found: Comparison) -> Iterator[dict[str, str]]:
    """A row for each pair under each topic."""
    for topic, group in found.topics:
        for one in group:
            left = {"left_id": one.left.id, "left": one.left.words} if one.left else {}
            right = {"right_id": one.right.id, "right": one.right.words} if one.right else {}
            yield {"topic": topic, "kind": one.kind, **left, **right}


def _print(terminal: Console, found: Comparison) -> None:
    for mark, document, standing in (
        ("<", found.left, found.standings[0]), (">", found.right, found.standings[1])
    ):  # fmt: skip
        terminal.print(Text(f"{mark} {clean(_named(document, standing))}", style="head"))
    terminal.print()
    for topic, group in found.topics:
        terminal.print(Text(topic_label(topic) if topic else "No topic", style="party"))
        terminal.print(_grid(terminal, group))
        terminal.print()
    counts = found.counts()
    said = (f"{counts['both']} said by both, {counts['worded']} in other words, "
            f"{counts['left']} by the left alone, {counts['right']} by the right alone.")  # fmt: skip
    terminal.print(Text(said, style="dim"))
    if found.others:
        terminal.print(Text(f"Also reported in {', '.join(found.others)}: verbale compare DOCUMENT DOCUMENT.",
                            style="dim"))  # fmt: skip


def _grid(terminal: Console, group: tuple[Pairing, ...]) -> Table:
    grid = plain_grid()
    grid.show_header = False
    grid.box = None
    grid.add_column(no_wrap=True, style="dim")
    if terminal.width < NARROW:
        grid.add_column(overflow="fold")
        for one in group:
            for fact in (one.left, one.right):
                if fact is not None:
                    grid.add_row("<" if fact is one.left else ">", _words(fact))
        return grid
    grid.add_column(overflow="fold", ratio=1)
    grid.add_column(overflow="fold", ratio=1)
    grid.expand = True
    for one in group:
        grid.add_row(MARKS[one.kind], _words(one.left), _words(one.right))
    return grid


def _words(fact: Fact[Act] | None) -> Text:
    if fact is None:
        return Text(cells.NOTHING, style="dim")
    return Text.assemble(
        (f"{fact.id[: cells.SHORT_ID]} ", "id"), (f"{cells.codes(fact.entry.actors)} {fact.entry.type}  ", "dim"),
        clean(" ".join(fact.words.split())),
    )  # fmt: skip


def _named(document: DocumentRecord, standing: str) -> str:
    who = {"": "", "joint": "joint text", "third": "third party", "unknown": "source not known"}
    told = who[standing] if standing in who else f"{party_name(standing)}'s own account"
    parts = (document.title or document.source, document.outlet, document.published, told)
    return " · ".join(part for part in parts if part)
