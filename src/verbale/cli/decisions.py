"""`verbale decisions`: the log of what people decided, to read, to export and to replay."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from verbale.cli.cells import NOTHING, SHORT_ID
from verbale.cli.console import console
from verbale.cli.files import replacing
from verbale.cli.ledgers import named, reading
from verbale.cli.listing import DEFAULT_LIMIT, Form, Shape, form_of, write
from verbale.cli.options import CsvOption, JsonOption, LedgerOption, LimitOption
from verbale.cli.tables import Column, shortened
from verbale.errors import UsageError
from verbale.ledger import Ledger, View
from verbale.model.decisions import DecisionFilters
from verbale.settings import from_environment
from verbale.views.amounts import counted
from verbale.views.decisions import Told, decisions, log_lines

SHAPE = Shape(
    kind="decisions",
    one="decision",
    columns=(
        Column("Id", lambda told: told.logged.decision.id[:SHORT_ID], style="id", keep=True),
        Column("When (UTC)", lambda told: told.logged.decision.at[:16].replace("T", " "), style="date", keep=True),
        Column("Who", lambda told: told.logged.decision.by),
        Column("What", lambda told: _what(told)),
        Column("Why", lambda told: shortened(told.logged.decision.why, 200) or NOTHING),
    ),
    fields=("id", "at", "by", "action", "kind", "targets", "names", "field", "value", "why", "effective", "undone_by",
            "undoes"),
)  # fmt: skip
_GIVE_A_LOG = "Give one that 'verbale decisions --export' wrote."


def _what(told: Told) -> Text:
    words = Text(told.words)
    if not told.logged.effective:
        words.stylize("dim")
        words.append(f"\ntaken back by {(told.logged.undone_by or '')[:SHORT_ID]}")
    return words


def command(
    context: typer.Context,
    of: Annotated[str | None, typer.Option("--of", metavar="ID", help="Only those about this fact or node.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="NAME", help="Only those of this person.")] = None,
    action: Annotated[
        str | None, typer.Option("--action", metavar="ACTION", help="Only merge, correct, undo and so on.")
    ] = None,
    effective: Annotated[bool, typer.Option("--effective", help="Only those that hold.")] = False,
    limit: LimitOption = DEFAULT_LIMIT,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", readable=False, help="Write the whole log to this file.")
    ] = None,
    replay: Annotated[
        Path | None, typer.Option("--replay", metavar="FILE", help="Take in a log that --export wrote.")
    ] = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List what people decided: who, when, what and why.

    Or write the log to a file, or take one in: on another ledger, before or after its documents are read there. Twice
    changes nothing.
    """
    form = form_of(as_json, as_csv)
    if replay is not None:
        _take_in(named(context, ledger), replay)
    elif export is not None:
        with reading(context, ledger) as view, replacing(export) as stream:
            stream.writelines(log_lines(view))
    else:
        with reading(context, ledger) as view:
            _write(view, DecisionFilters(by, action, of, effective, limit or None), form)


def _take_in(ledger: str | None, file: Path) -> None:
    """Replay a log on a ledger, which is made where there is none."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise UsageError(f"{file} is no log of decisions.", _GIVE_A_LOG) from None
    settings = from_environment()
    with Ledger.open(ledger or settings.ledger, busy_seconds=settings.busy_seconds) as opened:
        new = opened.decider().replay(lines)
    total = sum(1 for line in lines if line.strip())
    console().print(f"Took in {new} new of {total} decisions.", soft_wrap=True)


def _write(view: View, filters: DecisionFilters, form: Form) -> None:
    listing = decisions(view, filters)
    number = len(listing.rows)
    count = f"{number} {counted('decision', number)}"
    count = f"The last {count}; there are more: --limit 0 shows all" if listing.more else count
    write(listing, SHAPE, form, f"{count}. 'verbale undo ID' takes one back.")
