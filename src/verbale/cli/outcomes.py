"""What became of the documents that were read: the closing table, and the same as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.cli.console import console
from verbale.cli.streams import clean
from verbale.cli.tables import plain_grid
from verbale.ledger import Ledger, View
from verbale.pipeline import Outcome, Summary
from verbale.views.emptiness import tells_nothing, why_no_facts
from verbale.views.record import facts_of

STATUSES = (("read", "Read", "good"), ("known", "Already known", ""), ("failed", "Failed", "bad"))


def summary_json(summary: Summary, view: View) -> dict[str, Any]:
    """The summary for programs: a count for each outcome, and every document with its own."""
    return {
        **{status: len(summary.with_status(status)) for status in ("read", "known", "failed")},
        "facts": sum(outcome.facts for outcome in summary.outcomes),
        "documents": [_outcome_json(outcome, view) for outcome in summary.outcomes],
    }


def print_summary(summary: Summary, ledger: Ledger) -> None:
    """The closing table, then what failed and what gave nothing, each with its reason."""
    terminal = console()
    terminal.print(_counts(summary))
    terminal.print()
    _print_reasons(terminal, "Failed", [(o.path, f"{o.reason} {o.hint}".strip()) for o in summary.failed])
    _print_reasons(terminal, "Nothing recognised", _empty(summary, ledger.view()))


def _counts(summary: Summary) -> Table:
    grid = plain_grid()
    grid.add_column("Documents")
    grid.add_column("", justify="right")
    grid.add_column("Facts", justify="right")
    for status, heading, style in STATUSES:
        outcomes = summary.with_status(status)  # type: ignore[arg-type]
        facts = str(sum(o.facts for o in outcomes)) if status == "read" else ""
        grid.add_row(Text(heading), Text(f"{len(outcomes)}", style=style if outcomes else "dim"), facts)
    return grid


def _print_reasons(terminal: Console, heading: str, reasons: Sequence[tuple[str, str]]) -> None:
    if not reasons:
        return
    grid = plain_grid()
    grid.add_column(heading, overflow="fold", max_width=40)
    grid.add_column("Why, and what to do", overflow="fold")
    for path, reason in reasons:
        grid.add_row(Text(clean(path)), Text(clean(reason)))
    terminal.print(grid)
    terminal.print()


def _empty(summary: Summary, view: View) -> Sequence[tuple[str, str]]:
    reasons = ((outcome.path, _why_empty(outcome, view)) for outcome in summary.with_status("read"))
    return [(path, reason) for path, reason in reasons if reason]


def _why_empty(outcome: Outcome, view: View) -> str:
    """Why a document that was read says nothing; empty where it says something."""
    if outcome.facts > 1 or not tells_nothing([fact.entry for fact in facts_of(view, outcome.document)]):
        return ""
    return why_no_facts(view.document(outcome.document))


def _outcome_json(outcome: Outcome, view: View) -> dict[str, Any]:
    reason = outcome.reason
    if outcome.status == "read":
        reason = _why_empty(outcome, view)
    return {
        "path": outcome.path,
        "status": outcome.status,
        "document": outcome.document or None,
        "facts": outcome.facts,
        "reason": reason or None,
        "hint": outcome.hint or None,
    }
