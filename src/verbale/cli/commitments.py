"""`verbale commitments`: what each side promised, asked and offered, followed from document to document."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.cli import cells
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
from verbale.model.commitments import Step, Thread
from verbale.views.asking import Request
from verbale.views.commitments import list_commitments

WORDS = 160  # characters of the object in the table; 'verbale show' has all
STEPS = 4  # steps in the table, the newest


def whose(one: Thread) -> str:
    """Whose promise, and for whom: 'US → VN'; both where they owe it to each other."""
    owner = cells.codes(one.owner)
    return owner if one.owner == one.beneficiary else f"{owner} → {cells.codes(one.beneficiary)}"


def standing(one: Thread) -> str:
    """The status, with the due date, and whether a document tells that it is not done."""
    due = one.due.replace("/", "/\n") if one.due else None
    told = one.ruling.outcome if one.ruling.outcome == "not done" else None
    return "\n".join(filter(None, (one.status, due and f"due {due}", told)))


def step_line(step: Step) -> str:
    """A step on a line: its day and role, and how many sources tell it where they are several."""
    several = f" ({step.sources} sources)" if step.sources > 1 else ""
    return f"{step.day or 'undated'}  {step.role}{', among others' if step.among_others else ''}{several}"


def delivery(one: Thread) -> str:
    """What is known of a delivery: told, told not to be, or nothing, with how many newer documents were searched."""
    if one.ruling.outcome == "seen":
        return "a document tells of it"
    if one.ruling.outcome == "not done":
        return "a document tells that it is not done"
    newer = "1 newer document" if one.searched == 1 else f"{one.searched} newer documents"
    return f"no evidence: {newer} of these parties tell nothing of it, which does not mean that it was not done"


def _steps(one: Thread) -> str:
    lines = [step_line(step) for step in one.steps[-STEPS:]]
    earlier = len(one.steps) - len(lines)
    return "\n".join([f"{earlier} earlier", *lines] if earlier else lines)


SHAPE = Shape(
    kind="commitments",
    one="commitment",
    columns=(
        Column("Id", cells.short_id, style="id", keep=True),
        Column("Whose", whose, style="party"),
        Column("Status", standing, keep=True),
        Column("What", lambda one: shortened(one.object, WORDS)),
        Column("Steps", _steps, wide=90),
        Column("Topics", lambda one: ", ".join(one.topics) or cells.NOTHING, wide=140),
    ),
    fields=("id", "parties", "owner", "beneficiary", "object", "topics", "due", "status", "rule", "rests_on", "outcome",
            "first", "last", "documents_since", "steps"),
)  # fmt: skip


def command(
    context: typer.Context,
    party: PartyOption = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="CODE|NAME", help="Only promises of this party.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="Only those that stand so, such as 'overdue'."),
    ] = None,
    mechanism: MechanismOption = None,
    topic: TopicOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    limit: LimitOption = DEFAULT_LIMIT,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List what each side promised, asked and offered, followed from document to document, the newest first.

    A promise repeated is one promise, reaffirmed. How it stands follows from stated rules; that no document tells of a
    delivery does not mean that there was none.
    """
    form = form_of(as_json, as_csv)
    request = Request(party or (), mechanism, topic, after, before, limit)
    with reading(context, ledger) as view:
        write(list_commitments(view, request, owner, status), SHAPE, form)
