"""How every list command works: the same filters, a table for people, JSON and CSV for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import typer

from verbale.cli.console import console
from verbale.cli.formats import write_csv, write_json
from verbale.cli.ledgers import reading
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
from verbale.cli.tables import Column, print_table
from verbale.errors import UsageError
from verbale.ledger import View
from verbale.views.asking import Request
from verbale.views.listing import Listing, list_records, row_of

DEFAULT_LIMIT = 50
Form = Literal["table", "json", "csv"]


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of record is listed: the columns of its table and of its CSV, and how one row is called."""

    kind: str
    one: str
    columns: Sequence[Column]
    fields: Sequence[str]


Ask = Callable[[View, Request], Listing[Any]]
Switched = Callable[[View, Request, bool], tuple[Listing[Any], Shape]]


def list_command(shape: Shape, help_text: str, ask: Ask | None = None) -> Callable[..., None]:
    """The command that lists this kind of record; `ask` where a view of its own makes the list."""

    def command(
        context: typer.Context,
        party: PartyOption = None,
        mechanism: MechanismOption = None,
        topic: TopicOption = None,
        after: AfterOption = None,
        before: BeforeOption = None,
        limit: LimitOption = DEFAULT_LIMIT,
        as_json: JsonOption = False,
        as_csv: CsvOption = False,
        ledger: LedgerOption = None,
    ) -> None:
        form = form_of(as_json, as_csv)
        request = Request(party or (), mechanism, topic, after, before, limit)
        with reading(context, ledger) as view:
            write(ask(view, request) if ask else list_records(view, shape.kind, request), shape, form)

    command.__doc__ = help_text
    return command


def switched_list_command(help_text: str, switch: str, switch_help: str, ask: Switched) -> Callable[..., None]:
    """The command of a list that a switch of its own ('--reports') makes another list, perhaps of another shape."""

    def command(
        context: typer.Context,
        party: PartyOption = None,
        mechanism: MechanismOption = None,
        topic: TopicOption = None,
        after: AfterOption = None,
        before: BeforeOption = None,
        switched: bool = False,
        limit: LimitOption = DEFAULT_LIMIT,
        as_json: JsonOption = False,
        as_csv: CsvOption = False,
        ledger: LedgerOption = None,
    ) -> None:
        form = form_of(as_json, as_csv)
        request = Request(party or (), mechanism, topic, after, before, limit)
        with reading(context, ledger) as view:
            listing, shape = ask(view, request, switched)
            write(listing, shape, form)

    command.__annotations__["switched"] = Annotated[bool, typer.Option(switch, help=switch_help)]
    command.__doc__ = help_text
    return command


def merged_list_command(shape: Shape, help_text: str) -> Callable[..., None]:
    """The command that lists what several documents may tell of, each thing once."""
    return switched_list_command(
        help_text, "--reports", "A row for each document that tells of it, instead of one for the thing itself.",
        lambda view, request, reports: (list_records(view, shape.kind, request, reports), shape),
    )  # fmt: skip


def form_of(as_json: bool, as_csv: bool) -> Form:
    """The form that was asked for; raises UsageError for two."""
    if as_json and as_csv:
        raise UsageError("--json and --csv exclude each other.", "Give one of them.")
    return "json" if as_json else "csv" if as_csv else "table"


def write(listing: Listing[Any], shape: Shape, form: Form, closing_line: str | None = None) -> None:
    """Write the list in the form that was asked for. An empty one says why, on stderr where programs read stdout.

    `closing_line` stands below a table in the place of the usual one.
    """
    if form == "json":
        write_json([row_of(row) for row in listing.rows])
    elif form == "csv":
        write_csv(map(row_of, listing.rows), shape.fields)
    if not listing.rows:
        write_reason(listing, form)
    elif form == "table":
        print_table(console(), listing.rows, shape.columns, closing_line or closing(listing, shape))


def write_reason(listing: Listing[Any], form: Form) -> None:
    """Say why a list is empty."""
    console(stderr=form != "table").print(listing.reason, soft_wrap=True)


def closing(listing: Listing[Any], shape: Shape) -> str:
    """The line below a table: how many, whether there are more, and how to see one with its words."""
    number = len(listing.rows)
    count = f"{number} {shape.one if number == 1 else shape.kind}"
    if listing.more:
        count = f"The first {count}; there are more: --limit 0 shows all"
    return f"{count}. 'verbale show ID' shows one with its words."
