"""`verbale brief`: a cited briefing in Markdown."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from verbale.cli.files import write_text
from verbale.cli.ledgers import reading
from verbale.cli.options import LedgerOption, OutputOption
from verbale.cli.streams import clean
from verbale.views.brief import write_brief
from verbale.views.brief_markdown import markdown

DEFAULT_LINES = 8


def command(
    context: typer.Context,
    subject: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="PARTIES|MECHANISM",
            help="Parties by code or name ('US,VN', 'Japan'), or words of a mechanism's name. "
            "Default: the parties that most documents are about.",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=0, metavar="N", help="Lines in a section, newest first; 0 for all.")
    ] = DEFAULT_LINES,
    output: OutputOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Write a cited briefing on a relationship or a mechanism, in Markdown.

    Last rounds, what was agreed, committed, asked, offered and signed, figures, what is planned and what was raised;
    each line with its document, date, words and fact id. What the record does not say stands in a section of its own.
    """
    with reading(context, ledger) as view:
        text = markdown(write_brief(view, subject, limit))
    if output:
        write_text(output, clean(text))
    else:
        sys.stdout.write(clean(text))
