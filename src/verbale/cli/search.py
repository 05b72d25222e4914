"""`verbale search`: words in facts and in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from verbale.cli.cells import SHORT_ID
from verbale.cli.console import console
from verbale.cli.ledgers import only_now, opened, reading
from verbale.cli.listing import Form, Shape, form_of, write
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
from verbale.cli.streams import clean
from verbale.cli.tables import Column
from verbale.errors import UsageError
from verbale.model.searching import SavedSearch
from verbale.views.asking import Request
from verbale.views.listing import Listing
from verbale.views.search import Found, Query, run_saved, save_search, search

HITS = Shape("hits", "hit", (), ("id", "layer", "document", "source", "start", "end", "words"))
NONE = "No searches are kept. 'verbale search WORDS --save NAME' keeps one."
SAVED = Shape(
    kind="searches",
    one="search",
    columns=(
        Column("Name", lambda one: one.name, style="id", keep=True),
        Column("Asks for", lambda one: _asked(one.asked)),
        Column("Documents seen", lambda one: str(one.seen), align="right"),
    ),
    fields=("name", "asked", "seen"),
)

PersonOption = Annotated[
    str | None,
    typer.Option("--person", metavar="ID|WORDS", help="Only where this person takes part, speaks or is named."),
]
ActOption = Annotated[
    str | None, typer.Option("--act", metavar="TYPE", help="Only acts of this type: agree, commit, request …")
]
LayerOption = Annotated[
    str | None,
    typer.Option("--layer", metavar="LAYER", help="Only engagement, instrument, act, figure or sentence."),
]
SaveOption = Annotated[str | None, typer.Option("--save", metavar="NAME", help="Also keep this search under a name.")]
SavedOption = Annotated[str | None, typer.Option("--saved", metavar="NAME", help="Run the search kept under a name.")]
NewOption = Annotated[bool, typer.Option("--new", help="With --saved: only what came since it was last run.")]
ListOption = Annotated[bool, typer.Option("--list", help="List the searches that are kept.")]
RemoveOption = Annotated[str | None, typer.Option("--remove", metavar="NAME", help="Keep this search no longer.")]


def _asked(asked: Mapping[str, Any]) -> str:
    """A search as one would type it."""
    words = [str(asked["words"])] if asked.get("words") else []
    given = {name: [value] if isinstance(value, str) else value for name, value in asked.items() if name != "words"}
    options = [f"--{'party' if name == 'parties' else name} {one}" for name, ones in given.items() for one in ones]
    return " ".join([*words, *options])


def command(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS...]", help="All must be there; quote a phrase: '\"peace process\"'."),
    ] = None,
    party: PartyOption = None,
    person: PersonOption = None,
    mechanism: MechanismOption = None,
    topic: TopicOption = None,
    act: ActOption = None,
    layer: LayerOption = None,
    after: AfterOption = None,
    before: BeforeOption = None,
    limit: LimitOption = 20,
    save: SaveOption = None,
    saved: SavedOption = None,
    new: NewOption = False,
    as_list: ListOption = False,
    remove: RemoveOption = None,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Find words in facts and in sentences, best first.

    Case and diacritics do not matter: 'da nang' finds 'Đà Nẵng'. Filters narrow the search; alone, they list what
    they let through, the newest first.
    """
    form = form_of(as_json, as_csv)
    request = Request(party or (), mechanism, topic, after, before, limit)
    query = Query(" ".join(words or ()), request, person, act, layer)
    _one_of(query, save, saved, as_list, remove)
    if new and not saved:
        raise UsageError("--new goes with --saved NAME.", "It shows what came since that search was last run.")
    if not (save or saved or as_list or remove):
        with reading(context, ledger) as view:
            _show(search(view, query), form)
        return
    only_now(context, "Searches that are kept belong to the ledger as it is now.")
    with opened(context, ledger) as store:
        if as_list:
            _list(store.view().saved_searches(), form)
        elif remove:
            store.saved_searches().remove(remove)
            console().print(Text(f"Removed '{remove}'.", style="dim"))
        elif saved:
            _show(run_saved(store, saved, limit, new), form)
        elif save:
            _show(save_search(store, save, query), form)


def _one_of(query: Query, save: str | None, saved: str | None, as_list: bool, remove: str | None) -> None:
    """Raises UsageError where more than one thing is asked for."""
    asked = [one for one, given in (("--save", save), ("--saved", saved), ("--list", as_list), ("--remove", remove))
             if given]  # fmt: skip
    if len(asked) > 1:
        raise UsageError(f"{asked[0]} and {asked[1]} exclude each other.", "Give one of them.")
    if asked and asked[0] != "--save" and (query.words or query.narrow):
        raise UsageError(f"{asked[0]} takes neither words nor filters.", "The saved search has its own.")


def _list(kept: Sequence[SavedSearch], form: Form) -> None:
    closing_line = "'verbale search --saved NAME' runs one; --new shows what came since."
    write(Listing("searches", tuple(kept), False, NONE), SAVED, form, closing_line)


def _show(listing: Listing[Found], form: Form) -> None:
    if listing.rows and form == "table":
        print_found(console(), listing)
    else:
        write(listing, HITS, form)


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
