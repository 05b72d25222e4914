"""A progress bar on a terminal; silence in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from verbale.cli.console import console
from verbale.cli.streams import clean
from verbale.pipeline import Outcome
from verbale.pipeline import Progress as Report

Show = Callable[[int, int, str], None]  # how many are done, how many there are, and the name of what is in hand


@contextmanager
def progress_bar() -> Iterator[Report]:
    """What `read_paths` reports to; it does nothing where nobody watches."""
    with bar("Reading") as show:

        def report(outcome: Outcome, done: int, total: int) -> None:
            show(done, total, outcome.path)

        yield report


@contextmanager
def bar(doing: str) -> Iterator[Show]:
    """A bar under the word for what is being done; it does nothing where nobody watches."""
    terminal = console(stderr=True)
    if not terminal.is_terminal:
        yield _unseen
        return
    columns = (
        TextColumn(doing),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=terminal, transient=True) as progress:
        task = progress.add_task("", total=None)

        def show(done: int, total: int, name: str) -> None:
            progress.update(task, completed=done, total=total, description=_name(name))

        yield show


def _unseen(done: int, total: int, name: str) -> None:
    """Progress in a pipe."""


def _name(path: str, width: int = 24) -> str:
    """The file's name in a fixed width, so that the bar stands still."""
    name = clean(PurePath(path).name)
    return (name if len(name) <= width else f"{name[: width - 1]}…").ljust(width)
