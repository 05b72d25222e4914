"""The terminal as we write to it: its width, whether it is one at all, and how a closed pipe ends the command."""

from __future__ import annotations

import os
import sys

from rich.console import Console
from rich.theme import Theme

THEME = Theme(
    {
        "id": "cyan",
        "head": "bold",
        "dim": "dim",
        "date": "green",
        "party": "bold",
        "words": "italic",
        "found": "bold yellow",
        "good": "green",
        "bad": "bold red",
        "repr.number": "none",
    }
)
PIPE_WIDTH = 120  # for a pipe or a file, which has no width of its own


class Terminal(Console):
    """A Rich console that leaves a closed pipe to the guard around every command."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(stderr: bool = False) -> Terminal:
    """The console for results, or for what accompanies them (progress, closing tables) on stderr."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return Terminal(
        stderr=stderr, theme=THEME, highlight=False, markup=False, emoji=False, width=width, soft_wrap=False
    )
