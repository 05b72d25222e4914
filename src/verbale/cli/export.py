"""`verbale export`: the whole ledger as JSON Lines, or a list in the form of another program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from verbale.cli.files import replacing
from verbale.cli.ledgers import reading
from verbale.cli.options import (
    AfterOption,
    BeforeOption,
    LedgerOption,
    LimitOption,
    MechanismOption,
    OutputOption,
    PartyOption,
    TopicOption,
)
from verbale.errors import UsageError
from verbale.ledger import View
from verbale.views.asking import Request
from verbale.views.exports.formats import BY_NAME, EVERY, Format, export, format_named, format_of

BINARY = ("xlsx", "parquet")  # forms that a terminal cannot show
ListsOption = Annotated[
    list[str] | None,
    typer.Option("--list", metavar="LIST", help=f"Repeat it where the form takes several: {', '.join(EVERY)}."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--to", metavar="FORMAT", help=f"{', '.join(BY_NAME)}. Default: by the ending of the file."),
]
ContentsOption = Annotated[
    bool, typer.Option("--contents", help="Of the whole ledger, also the original bytes of the documents, in base64.")
]


def command(
    context: typer.Context,
    lists: ListsOption = None,
    to: FormatOption = None,
    output: OutputOption = None,
    party: PartyOption = None,
    mechanism: MechanismOption = None,
    topic: TopicOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    limit: LimitOption = 0,
    contents: ContentsOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Write the whole ledger, or a list for another program.

    Without a list and a form, the whole ledger: the same documents give the same bytes, in whatever order they were
    read.
    """
    wanted = [name for words in lists or () for name in words.split(",") if name]
    request = Request(party or (), mechanism, topic, after, before, limit)
    form = _form(wanted, to, output)
    if form is None and (request.narrow or limit):
        raise UsageError("The whole ledger is written without filters.", f"Say which list: --list {EVERY[0]}")
    if form is not None and contents:
        raise UsageError("--contents goes with the whole ledger.", "Leave out --list and --to.")
    with reading(context, ledger) as view:
        if form is None:
            _whole(view, contents, output)
        else:
            _list(view, form, wanted, request, output)


def _form(lists: list[str], to: str | None, output: Path | None) -> Format | None:
    """The form that is asked for; None stands for the whole ledger."""
    if to:
        form = format_named(to)
    else:
        found = format_of(output.name) if output else None
        if found is None and lists:
            known = ", ".join(end for each in BY_NAME.values() for end in each.endings)
            raise UsageError("No form was named.", f"Give --to {'|'.join(BY_NAME)}, or a file with one of {known}.")
        if found is None:
            return None
        form = found
    return None if form.name == "jsonl" and not lists else form


def _whole(view: View, contents: bool, output: Path | None) -> None:
    if output is None:
        view.export(sys.stdout, contents)
    else:
        with replacing(output) as stream:
            view.export(stream, contents)


def _list(view: View, form: Format, lists: list[str], request: Request, output: Path | None) -> None:
    if output is not None:
        with replacing(output) as stream:
            notes = export(view, form, lists, request, stream.buffer)
    elif form.name in BINARY and sys.stdout.isatty():
        raise UsageError(f"A terminal cannot show {form.name}.", f"Name a file: --output list{form.endings[0]}")
    else:
        notes = export(view, form, lists, request, sys.stdout.buffer)
    for note in notes:
        typer.echo(f"verbale: {note}", err=True)
