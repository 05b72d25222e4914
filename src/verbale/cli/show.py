"""`verbale show`: one fact, person or document with the words that support it."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli.console import console
from verbale.cli.formats import write_json
from verbale.cli.ledgers import reading
from verbale.cli.options import JsonOption, LedgerOption
from verbale.cli.pages import print_page
from verbale.views.record import show


def command(
    context: typer.Context,
    identifier: Annotated[
        str,
        typer.Argument(metavar="ID", help="An id from a list or its beginning, or the file name of a document."),
    ],
    report: Annotated[bool, typer.Option("--report", help="Only what the one document says that has this id.")] = False,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Show one fact, person or document with its words.

    A fact is shown with its fields, and with its words where they stand in the document; what several documents tell
    of with every value and who gives it; a mechanism with its rounds.
    """
    with reading(context, ledger) as view:
        page = show(view, identifier, report)
    if as_json:
        write_json(page.to_json())
    else:
        print_page(console(), page)
