"""The root of the command line: the options that stand before any command."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale import __version__
from verbale.cli.group import CONTEXT_SETTINGS, LazyGroup
from verbale.cli.root import Root
from verbale.cli.streams import tolerant_streams

app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=CONTEXT_SETTINGS,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"verbale {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    ledger: Annotated[
        str | None,
        typer.Option(
            "--ledger",
            metavar="PATH",
            help="The ledger to use, a file or postgresql://user@host/database; may also stand after the command."
            " Default: $VERBALE_LEDGER, else verbale.db here.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DAY",
            help="Ask the ledger as it was recorded at the end of this day (UTC): read and decided by then.",
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Verbale reads the public record of a relationship between states and keeps its ledger.

    'verbale demo' shows it at work; 'verbale read FILES' and then 'verbale brief' do the same with your documents.
    """
    context.obj = Root(ledger, as_of)


def run() -> None:
    """Run the command line on the arguments of this process."""
    tolerant_streams()
    app(prog_name="verbale")
