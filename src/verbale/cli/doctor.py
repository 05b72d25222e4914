"""`verbale doctor`: is the installation whole, and the ledger sound."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.cli.console import console
from verbale.cli.formats import write_json
from verbale.cli.ledgers import named
from verbale.cli.options import JsonOption, LedgerOption
from verbale.cli.streams import clean
from verbale.errors import LedgerError
from verbale.settings import from_environment
from verbale.views.checkup import Checkup, check_up


def command(context: typer.Context, as_json: JsonOption = False, ledger: LedgerOption = None) -> None:
    """Check the installation and the ledger: versions, SQLite and its journal, damage, optional extras.

    Ends with exit code 4 where the ledger cannot be used or is damaged. A ledger that is not there yet is no fault.
    """
    settings = from_environment()
    found = check_up(named(context, ledger) or settings.ledger, settings.busy_seconds)
    if as_json:
        write_json(found.to_json())
    else:
        print_checkup(console(), found)
    if found.problems:
        raise typer.Exit(LedgerError.exit_code)


def print_checkup(terminal: Console, found: Checkup) -> None:
    """Print what was found, group by group, and last what is wrong."""
    for heading, values in found.groups():
        terminal.print(Text(heading, style="head"))
        grid = Table.grid(padding=(0, 2))
        grid.add_column(style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, value in values.items():
            grid.add_row(f"  {name}", Text(clean(value)))
        terminal.print(grid)
        terminal.print()
    for problem in found.problems:
        terminal.print(Text(f"Problem: {clean(problem)}", style="bad"))
    if not found.problems:
        terminal.print(Text("All is well.", style="good"))
