"""`verbale demo`: the shipped samples, read into a new ledger."""

from __future__ import annotations

from contextlib import ExitStack
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from verbale.app import App
from verbale.cli import engagements, figures
from verbale.cli.console import console
from verbale.cli.ledgers import named
from verbale.cli.options import LedgerOption
from verbale.cli.outcomes import print_summary
from verbale.cli.progress import progress_bar
from verbale.cli.tables import table
from verbale.errors import SourceError, UsageError
from verbale.ledger import View

SUFFIXES = (".txt", ".html", ".pdf", ".docx", ".eml")
DEFAULT_LEDGER = "verbale-demo.db"
SHOWN = 12


def command(
    context: typer.Context,
    keep: Annotated[
        bool, typer.Option("--keep", help="Use the demo ledger that is there already instead of refusing to touch it.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Read the shipped samples and show what they say.

    The ledger is a new one, verbale-demo.db in the working folder unless --ledger names another.
    """
    address = named(context, ledger) or DEFAULT_LEDGER
    if Path(address).exists() and not keep:
        raise UsageError(f"{address} is there already.", "Look into it, give --keep, or name a new one with --ledger.")
    with ExitStack() as stack:
        samples = [stack.enter_context(as_file(sample)) for sample in sample_files()]
        app = stack.enter_context(App.start(address))
        with progress_bar() as progress:
            summary = app.read(samples, progress)
        print_summary(summary, app.ledger)
        print_findings(app.view(), address)
    if summary.exit_code:
        raise typer.Exit(summary.exit_code)


def sample_files() -> list[Traversable]:
    """The samples that are shipped; raises SourceError for an installation without them."""
    folder = files("verbale").joinpath("samples")
    items = folder.iterdir() if folder.is_dir() else ()
    found = sorted((item for item in items if item.name.endswith(SUFFIXES)), key=lambda item: item.name)
    if not found:
        raise SourceError(
            "This installation ships no samples.", "Install Verbale again: pip install --force-reinstall verbale"
        )
    return found


def print_findings(view: View, address: str) -> None:
    """The newest meetings and figures that were found, and what to type next."""
    terminal = console()
    for heading, shape, rows in (
        ("Meetings, the newest last", engagements.SHAPE, view.engagements()),
        ("Figures, the newest last", figures.SHAPE, view.figures()),
    ):
        if rows:
            terminal.print(Text(heading, style="head"))
            terminal.print(table(rows[-SHOWN:], shape.columns, terminal.width))
    terminal.print(Text("Go on with", style="head"))
    for line in next_steps(view, address):
        terminal.print(Text(f"  {line}"), soft_wrap=True)


def next_steps(view: View, address: str) -> list[str]:
    """Commands that answer from this ledger."""
    option = f"--ledger {address}"
    facts = view.engagements()
    example = facts[-1].id[:9] if facts else "ID"
    return [
        f"verbale brief {option}",
        f"verbale acts {option} --limit 10",
        f"verbale show {example} {option}",
        f"verbale search dialogue {option}",
        "verbale read YOUR-DOCUMENTS",
    ]
