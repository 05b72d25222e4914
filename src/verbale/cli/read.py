"""`verbale read`: documents into the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from verbale.app import App
from verbale.cli.console import console
from verbale.cli.formats import write_json
from verbale.cli.ledgers import named
from verbale.cli.options import JsonOption, LedgerOption, PathsArgument
from verbale.cli.outcomes import print_summary, summary_json
from verbale.cli.progress import bar
from verbale.cli.stopping import stoppable
from verbale.pipeline import Outcome


def command(
    context: typer.Context,
    paths: PathsArgument,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            max=64,
            metavar="N",
            help="Documents to read at once. Default: $VERBALE_JOBS, else 1.",
        ),
    ] = None,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Read documents into the ledger: text, HTML, PDF, DOCX and e-mail.

    Reading a document again changes nothing. One that cannot be read is named with the reason and stops no other.
    """
    with App.start(named(context, ledger), jobs) as app:
        with stoppable() as check, bar("Reading") as show:

            def report(outcome: Outcome, done: int, total: int) -> None:
                show(done, total, outcome.path)
                check()

            def weaving(done: int, total: int) -> None:
                show(done, total, "weaving commitments")
                check()

            summary = app.read(paths, report, weaving)
        if as_json:
            write_json(summary_json(summary, app.view()))
        else:
            print_summary(summary, app.ledger)
            if len(summary.failed) < len(summary.outcomes):
                console().print(f"In {app.ledger.address}. Now ask: verbale brief, verbale engagements.", style="dim")
    if summary.exit_code:
        raise typer.Exit(summary.exit_code)
