"""`verbale parse`: what documents say, as JSON, without a ledger."""

from __future__ import annotations

import json
import sys
from pathlib import Path, PurePath
from typing import Annotated, Any

import typer

from verbale.cli.console import console
from verbale.cli.explaining import print_explanation
from verbale.cli.files import write_text
from verbale.cli.formats import to_json
from verbale.cli.guard import failure
from verbale.cli.ledgers import only_now
from verbale.cli.options import PathsArgument
from verbale.errors import SourceError, UsageError
from verbale.model.document import Document
from verbale.model.reading import Reading
from verbale.reader import rules
from verbale.reader.explain import Explanation, account
from verbale.sources import load
from verbale.sources.paths import Unreadable, expand
from verbale.views.emptiness import tells_nothing, why_no_facts


def command(
    context: typer.Context,
    paths: PathsArgument,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            readable=False,
            help="Write DIR/NAME.json for each document instead of to the terminal.",
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print, sentence by sentence, what was recognised and by which rule.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write the explanation as JSON; a reading is JSON in any case.")
    ] = False,
) -> None:
    """Write what documents say as JSON, without a ledger.

    One document is written as indented JSON, several one a line; with --out each goes to a file of its own.
    """
    only_now(context, "'parse' asks no ledger.")
    if out is not None:
        _make_folder(out)
    found = list(expand(paths))
    names = _Names()
    failed = 0
    for path in found:
        try:
            document = _load(path)
            told = account(document) if explain else None
            reading = told.reading if told else rules.read(document)
            if told is not None:
                _explain(told, as_json, several=len(found) > 1)
            _deliver(reading, out, names, silent=explain, several=len(found) > 1)
        except SourceError as error:
            failed += 1
            failure(str(error), error.exit_code)
    if failed:
        raise typer.Exit(SourceError.exit_code if failed == len(found) else 1)


def _load(path: Path | Unreadable) -> Document:
    if isinstance(path, Unreadable):
        raise SourceError(path.reason, path.hint)
    return load(path).document


def _explain(told: Explanation, as_json: bool, several: bool) -> None:
    """Print an explanation, or write it as JSON."""
    if as_json:
        _write(told.to_json(), several)
    else:
        print_explanation(console(), told)


def _deliver(reading: Reading, out: Path | None, names: _Names, silent: bool, several: bool) -> None:
    """Put one reading where it was asked for."""
    if out is not None:
        write_text(out / names.of(reading.source), to_json(reading.to_json()))
    elif not silent:
        _write(reading.to_json(), several)
    if tells_nothing([*reading.engagements, *reading.instruments, *reading.acts, *reading.figures]):
        console(stderr=True).print(
            f"{reading.source}: read, but nothing was recognised. {why_no_facts(reading)}", soft_wrap=True
        )


def _write(value: dict[str, Any], several: bool) -> None:
    """One document indented, several one a line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n" if several else to_json(value))


def _make_folder(out: Path) -> None:
    """Make the last folder of the path; a missing one above it is likelier a slip than a wish."""
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file.", "Give a folder with --out.")
    if not out.parent.exists():
        raise UsageError(f"There is no folder {out.parent}.", f"Create it first: mkdir -p {out}")
    out.mkdir(exist_ok=True)


class _Names:
    """A file name for each document: its stem, or its whole name where the stem is taken."""

    def __init__(self) -> None:
        self.taken: set[str] = set()

    def of(self, source: str) -> str:
        name = PurePath(source).name
        choices = [PurePath(name).stem, name, *(f"{name}-{number}" for number in range(2, len(self.taken) + 3))]
        choice = next(choice for choice in choices if choice not in self.taken)
        self.taken.add(choice)
        return f"{choice}.json"
