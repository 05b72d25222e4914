"""`verbale planned`: what is announced, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verbale.cli import cells
from verbale.cli.console import console
from verbale.cli.files import write_bytes
from verbale.cli.ledgers import reading
from verbale.cli.listing import DEFAULT_LIMIT, Shape, form_of, write
from verbale.cli.options import (
    AfterOption,
    BeforeOption,
    CsvOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    MechanismOption,
    PartyOption,
    TopicOption,
)
from verbale.cli.tables import Column, shortened
from verbale.model.planned import Planned
from verbale.views.amounts import counted
from verbale.views.asking import Request
from verbale.views.icalendar import calendar
from verbale.views.planned import calendar_rows, list_planned

WORDS = 140


def _outcome(one: Planned) -> str:
    return f"{one.outcome}?" if one.suggested else one.outcome


def _words(one: Planned) -> str:
    """The announcement, unless it is the plan's own name, what is said later, and each document."""
    first = one.announced[0]
    words = shortened(first.words, WORDS)
    lines = [first.source if words.startswith(one.what.rstrip("…")) else f"{words}  {first.source}"]
    if one.later:
        lines += [one.why, *(f"{shortened(fact.words, WORDS)}  {fact.source}" for fact in one.later[:1])]
    return "\n".join(lines)


SHAPE = Shape(
    kind="plans",
    one="plan",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("When", lambda one: cells.dates(one.start, one.end), style="date", keep=True),
        Column("Outcome", _outcome, keep=True),
        Column("Parties", lambda one: cells.codes(one.parties), style="party"),
        Column("What", lambda one: shortened(one.what, 100)),
        Column("Where", lambda one: cells.place(one.place, one.country), wide=120),
        Column("Words", _words, wide=90),
        Column("Words", _words, thin=64),
    ),
    fields=("id", "start", "end", "first", "last", "what", "parties", "place", "country", "outcome", "suggested", "why",
            "told", "announced", "later"),
)  # fmt: skip


def command(
    context: typer.Context,
    party: PartyOption = None,
    mechanism: MechanismOption = None,
    topic: TopicOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day from which to look. Default: today.")
    ] = None,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", readable=False, help="Also write them as an iCalendar file."),
    ] = None,
    limit: LimitOption = DEFAULT_LIMIT,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List what is announced, and what became of it: each with its date as precise as documents give it.

    'ahead': its time has not passed; 'held', 'slipped', 'cancelled': later documents say so; 'unknown': its time has
    passed and no document tells. '?' marks an outcome whose words may be about something else.
    """
    form = form_of(as_json, as_csv)
    request = Request(party or (), mechanism, topic, after, before, limit)
    with reading(context, ledger) as view:
        listing = list_planned(view, request, on)
    write(listing, SHAPE, form)
    if ics is not None:
        dated, undated = calendar_rows(listing)
        write_bytes(ics, calendar(dated).encode("utf-8", "replace"))
        without = f" {undated} without a date are left out." if undated else ""
        console(stderr=True).print(
            f"Wrote {len(dated)} {counted('event', len(dated))} to {ics}.{without}", soft_wrap=True
        )
