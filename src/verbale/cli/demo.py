"""`verbale demo`: the shipped samples, read into a new ledger."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Annotated, Any

import typer
from rich.text import Text

from verbale.app import App
from verbale.cli import acts, engagements, figures
from verbale.cli.cells import SHORT_ID
from verbale.cli.console import console
from verbale.cli.ledgers import named
from verbale.cli.listing import Shape
from verbale.cli.options import LedgerOption
from verbale.cli.outcomes import print_summary
from verbale.cli.progress import progress_bar
from verbale.cli.tables import table
from verbale.errors import SourceError, UsageError
from verbale.ledger import View
from verbale.ledger.addresses import dialect_at
from verbale.ledger.failures import explained

SUFFIXES = (".txt", ".html", ".pdf", ".docx", ".eml")
DEFAULT_LEDGER = "verbale-demo.db"
SHOWN = 8
TELLING = ("agree", "commit", "request", "offer")  # the acts that show best what a ledger is for


def command(
    context: typer.Context,
    add: Annotated[
        bool, typer.Option("--add", help="With --ledger: add the samples to a ledger that is there already.")
    ] = False,
    ledger: LedgerOption = None,
) -> None:
    """Read the shipped samples and show what they say.

    The ledger is a new one, verbale-demo.db in the working folder unless --ledger names another.
    """
    chosen = named(context, ledger)
    if chosen and not add:
        _refuse_what_is_there(chosen)
    with ExitStack() as stack:
        samples = [stack.enter_context(as_file(sample)) for sample in sample_files()]
        app = stack.enter_context(App.start(chosen or DEFAULT_LEDGER))
        with progress_bar() as progress:
            summary = app.read(samples, progress)
        print_summary(summary, app.ledger)
        print_findings(app.view(), app.ledger.address)
    if summary.exit_code:
        raise typer.Exit(summary.exit_code)


def _refuse_what_is_there(address: str) -> None:
    there = dialect_at(address)
    with closing(there), explained(there):
        if there.exists():
            raise UsageError(
                f"{there.address} is there already.", "Name a new ledger, or give --add to put the samples into it."
            )


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
    """Some of the newest of what was found, and what to type next."""
    terminal = console()
    asked = [fact for fact in view.acts() if fact.entry.type in TELLING]
    found: tuple[tuple[str, Shape, Sequence[Any]], ...] = (
        ("Meetings", engagements.SHAPE, view.engagements()),
        ("Agreed, committed, asked, offered", acts.SHAPE, asked),
        ("Figures", figures.SHAPE, view.figures()),
    )
    for heading, shape, rows in found:
        if rows:
            some = f"the newest {SHOWN} of {len(rows)}" if len(rows) > SHOWN else f"{len(rows)}"
            terminal.print(Text.assemble((heading, "head"), (f"  {some}", "dim")))
            terminal.print(table(rows[-SHOWN:], shape.columns, terminal.width))
            terminal.print()
    terminal.print(Text("Go on with", style="head"))
    for line in next_steps(view, address):
        terminal.print(Text(f"  {line}"), soft_wrap=True)


def next_steps(view: View, address: str) -> list[str]:
    """Commands that answer from this ledger."""
    option = f"--ledger {address}"
    known = [fact.id for fact in view.engagements()] or [fact.id for fact in view.acts()]
    example = known[-1][:SHORT_ID] if known else "ID"
    return [
        f"verbale brief {option}",
        f"verbale acts {option} --limit 10",
        f"verbale show {example} {option}",
        f"verbale search dialogue {option}",
        "verbale read YOUR-DOCUMENTS",
    ]
