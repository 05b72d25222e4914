"""`verbale figures`: the numbers that measure a relationship."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli import cells
from verbale.cli.figure_series import SHAPE as SERIES
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
from verbale.cli.tables import Column
from verbale.views.asking import Request
from verbale.views.figure_series import list_figure_series
from verbale.views.listing import list_records

SHAPE = Shape(
    kind="figures",
    one="figure",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("As of", cells.figure_date, style="date", keep=True),
        Column("Amount", cells.figure_amount, style="party", align="right"),
        Column("Kind", lambda fact: fact.entry.kind, keep=True),
        Column("Of what", lambda fact: fact.entry.label),
        Column("Topic", lambda fact: fact.entry.topic or cells.NOTHING, wide=100),
    ),
    fields=("id", "as_of", "since", "value", "unit", "kind", "of", "label", "topic", "document", "source", "words"),
)


def command(
    context: typer.Context,
    party: PartyOption = None,
    mechanism: MechanismOption = None,
    topic: TopicOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    as_series: Annotated[
        bool, typer.Option("--series", help="A row for each programme or measure, with all its numbers in time.")
    ] = False,
    limit: LimitOption = DEFAULT_LIMIT,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List the numbers that measure a relationship: money, missions, remains, trade.

    'increment': an addition; 'total': what stands; 'part': some of a number; 'baseline': a total before a change.
    With --series numbers of one programme stand together, each once however many documents give it, and totals are
    checked against what was added.
    """
    form = form_of(as_json, as_csv)
    request = Request(party or (), mechanism, topic, after, before, limit)
    with reading(context, ledger) as view:
        if as_series:
            write(list_figure_series(view, request), SERIES, form)
        else:
            write(list_records(view, SHAPE.kind, request), SHAPE, form)
