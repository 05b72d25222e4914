"""`verbale export`: the whole ledger as JSON Lines."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from verbale.cli.files import replacing
from verbale.cli.ledgers import reading
from verbale.cli.options import LedgerOption, OutputOption


def command(
    context: typer.Context,
    contents: Annotated[
        bool, typer.Option("--contents", help="Also write the original bytes of the documents, in base64.")
    ] = False,
    output: OutputOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Write the whole ledger as JSON Lines, in a stable order.

    The same documents give the same bytes, in whatever order they were read.
    """
    with reading(context, ledger) as view:
        if output is None:
            view.export(sys.stdout, contents)
        else:
            with replacing(output) as stream:
                view.export(stream, contents)
