"""A progress bar on a terminal; silence in a pipe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from verbale.cli.console import console
from verbale.cli.streams import clean
from verbale.pipeline import Outcome
from verbale.pipeline import Progress as Report


@contextmanager
def progress_bar() -> Iterator[Report]:
    """What `read_paths` reports to; it does nothing where nobody watches."""
    terminal = console(stderr=True)
    if not terminal.is_terminal:
        yield _unseen
        return
    columns = (
        TextColumn("Reading"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=terminal, transient=True) as bar:
        task = bar.add_task("", total=None)

        def report(outcome: Outcome, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, description=_name(outcome.path))

        yield report


def _unseen(outcome: Outcome, done: int, total: int) -> None:
    """Progress in a pipe."""


def _name(path: str, width: int = 24) -> str:
    """The file's name in a fixed width, so that the bar stands still."""
    name = clean(PurePath(path).name)
    return (name if len(name) <= width else f"{name[: width - 1]}…").ljust(width)
