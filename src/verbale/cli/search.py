"""`verbale search`: words in facts and in sentences."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from verbale.cli.cells import SHORT_ID
from verbale.cli.console import console
from verbale.cli.formats import write_csv, write_json
from verbale.cli.ledgers import reading
from verbale.cli.options import CsvOption, JsonOption, LedgerOption, LimitOption
from verbale.cli.streams import clean
from verbale.errors import UsageError
from verbale.views.listing import Listing
from verbale.views.search import Found, search

FIELDS = ("id", "layer", "document", "source", "start", "end", "words")


def command(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="All must be there; quote a phrase: '\"peace process\"'.")
    ],
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Find words in facts and in sentences, best first.

    Case and diacritics do not matter: 'da nang' finds 'Đà Nẵng'.
    """
    if as_json and as_csv:
        raise UsageError("--json and --csv exclude each other.", "Give one of them.")
    with reading(context, ledger) as view:
        listing = search(view, " ".join(words), limit)
    if as_json:
        write_json([found.to_json() for found in listing.rows])
    elif as_csv:
        write_csv((found.hit.to_json() for found in listing.rows), FIELDS)
    if not listing.rows:
        console(stderr=as_json or as_csv).print(listing.reason, soft_wrap=True)
    elif not (as_json or as_csv):
        print_found(console(), listing)


def print_found(terminal: Console, listing: Listing[Found]) -> None:
    """Every hit with its id, what it is and where it stands, and its words with the query marked."""
    for found in listing.rows:
        hit = found.hit
        head = Text(hit.id[:SHORT_ID], style="id")
        head.append(f"  {hit.layer}", style="head")
        head.append(f"  {clean(hit.source)}", style="dim")
        words = Text(clean(hit.words))  # 'clean' keeps the length, so that the marks still fit
        for start, end in found.marks:
            words.stylize("found", start, end)
        terminal.print(head)
        terminal.print(Padding(words, (0, 2, 1, 2)))
    count = len(listing.rows)
    more = "; there are more: --limit 0 shows all" if listing.more else ""
    terminal.print(Text(f"{count} found{more}. 'verbale show ID' shows one in its context.", style="dim"))
