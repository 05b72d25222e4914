"""A group of commands that imports a command only when it is run or asked for its own help."""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from verbale.cli.commands import BY_NAME, ENTRIES
from verbale.cli.guard import guarded

CONTEXT_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def load(name: str) -> Any:
    """The command of that name, ready to run: the function `command` of its module, guarded against errors."""
    entry = BY_NAME[name]
    module = importlib.import_module(entry.module)
    holder = typer.Typer(add_completion=False, rich_markup_mode=None)
    holder.command(name=name, short_help=entry.summary, context_settings=CONTEXT_SETTINGS)(guarded(module.command))
    return typer.main.get_command(holder)


class LazyGroup(TyperGroup):
    """The commands of `commands.ENTRIES`, each imported when it is needed."""

    naming = False  # True while only names and summaries are asked for

    def list_commands(self, ctx: Any) -> list[str]:
        return list(BY_NAME)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in BY_NAME:
            return None
        if self.naming:
            return TyperCommand(cmd_name, short_help=BY_NAME[cmd_name].summary)
        return load(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands under their headings, in the order of the list, with nothing imported."""
        width = max(map(len, BY_NAME))
        for heading in dict.fromkeys(entry.heading for entry in ENTRIES):
            rows = [(e.name.ljust(width), e.summary) for e in ENTRIES if e.heading == heading]
            with formatter.section(heading):
                formatter.write_dl(rows)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in BY_NAME and not name.startswith("-"):
            near = get_close_matches(name, BY_NAME, n=1, cutoff=0.5)
            hint = f"Did you mean '{near[0]}'?" if near else "'verbale --help' lists them all."
            ctx.fail(f"there is no command '{name}'. {hint}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Names and summaries from the list, so that pressing Tab imports no command."""
        self.naming = True
        try:
            return super().shell_complete(ctx, incomplete)
        finally:
            self.naming = False
