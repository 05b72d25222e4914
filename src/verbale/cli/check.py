"""`verbale check`: a draft of one's own, held against the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from verbale.cli.cells import SHORT_ID
from verbale.cli.console import console
from verbale.cli.formats import write_csv, write_json
from verbale.cli.ledgers import reading
from verbale.cli.listing import form_of
from verbale.cli.options import CsvOption, JsonOption, LedgerOption
from verbale.cli.streams import clean
from verbale.cli.tables import shortened
from verbale.sources import load
from verbale.views.checking import ABSENT, CONTRADICTED, NOTHING, SUPPORTED, Checked, check, draft_of

STYLES = {SUPPORTED: "good", CONTRADICTED: "bad", ABSENT: "party", NOTHING: "dim"}
WORDS = 220  # characters of a quotation
FIELDS = ("verdict", "words", "reason", "id", "source", "quote")


def command(
    context: typer.Context,
    draft: Annotated[Path, typer.Argument(metavar="DRAFT", help="A memo or note: text, Word, HTML, PDF or e-mail.")],
    everything: Annotated[bool, typer.Option("--all", help="Also the sentences that claim nothing.")] = False,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Hold a draft of your own against the ledger, sentence by sentence.

    Each sentence is supported, contradicted, or not in the record, with the words of the documents. The exit code is 1
    where something is contradicted, so that it can stand in a pipeline.
    """
    form = form_of(as_json, as_csv)
    read = draft_of(load(draft).document)
    with reading(context, ledger) as view:
        found = check(view, read)
    shown = [one for one in found if everything or one.verdict != NOTHING]
    if form == "json":
        write_json([one.to_json() for one in shown])
    elif form == "csv":
        write_csv(_rows(shown), FIELDS)
    else:
        _print(console(), shown)
    if any(one.verdict == CONTRADICTED for one in found):
        raise typer.Exit(1)


def _rows(found: Iterable[Checked]) -> Iterator[dict[str, str]]:
    """A row for each quote; a finding without one has its own."""
    for one in found:
        for finding in one.findings:
            for quote in finding.quotes or (None,):
                told = {"id": quote.fact, "source": quote.source, "quote": quote.words} if quote else {}
                yield {"verdict": one.verdict, "words": one.words, "reason": finding.reason, **told}


def _print(terminal: Console, found: Sequence[Checked]) -> None:
    for one in found:
        terminal.print(Text.assemble((f"{one.verdict.capitalize()}: ", STYLES[one.verdict]), clean(one.words)))
        for finding in one.findings:
            terminal.print(Padding(Text(clean(finding.reason), style="dim"), (0, 0, 0, 2)))
            for quote in finding.quotes:
                words = f"{quote.fact[:SHORT_ID]} {quote.source}: “{shortened(quote.words, WORDS)}”"
                terminal.print(Padding(Text(clean(words), style="dim"), (0, 0, 0, 4)))
        terminal.print()
    counts = [
        f"{sum(one.verdict == verdict for one in found)} {verdict}" for verdict in (SUPPORTED, CONTRADICTED, ABSENT)
    ]
    terminal.print(Text(f"{', '.join(counts)}.", style="dim"))
