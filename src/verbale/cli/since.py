"""`verbale since`: what changed since the last round or since a day."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from verbale.cli import cells
from verbale.cli.console import console
from verbale.cli.formats import write_csv, write_json
from verbale.cli.ledgers import reading
from verbale.cli.listing import form_of
from verbale.cli.options import CsvOption, JsonOption, LedgerOption
from verbale.cli.streams import clean
from verbale.cli.tables import shortened
from verbale.model.reading import Entry
from verbale.model.records import Fact
from verbale.views.amounts import counted
from verbale.views.since import since
from verbale.views.since_parts import SECTIONS, Line, Since

WORDS = 220
DEFAULT_LINES = 12
SENTENCES = 2  # of one line in the terminal; --json has all
FIELDS = ("section", "words", "id", "before", "before_document", "now", "now_document")


def command(
    context: typer.Context,
    subject: Annotated[
        str, typer.Argument(metavar="MECHANISM|DATE", help="Words of a mechanism's name, or a year, month or day.")
    ],
    parties: Annotated[
        str | None, typer.Option("--for", metavar="PARTIES", help="Only these parties, by code or name: 'US,VN'.")
    ] = None,
    now: Annotated[
        bool, typer.Option("--now", help="Of a mechanism: from its newest round to the newest document.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=0, metavar="N", help="Lines in a section; 0 for all.")
    ] = DEFAULT_LINES,
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Tell what changed: new topics and acts, reaffirmed, delivered, still open, reworded, not raised, people, figures.

    Of a mechanism its two newest rounds are compared; since a day, what came after it with the two years before.
    Every line has its sentences. Between parties 'delivered' and 'still open' follow the commitments; what is in none
    goes by topic and words: read the sentences.
    """
    form = form_of(as_json, as_csv)
    with reading(context, ledger) as view:
        found = since(view, subject, (parties,) if parties else (), now)
    if form == "json":
        write_json(found.to_json())
    elif form == "csv":
        write_csv((_row(name, line) for name, lines in found.sections for line in lines), FIELDS)
    else:
        _print(console(), found, limit)


def _row(section: str, line: Line) -> dict[str, Any]:
    return {
        "section": section, "words": line.words, "id": line.to_json()["id"],
        "before": [fact.words for fact in line.before], "before_document": [fact.document for fact in line.before],
        "now": [fact.words for fact in line.now], "now_document": [fact.document for fact in line.now],
    }  # fmt: skip


def _print(terminal: Console, found: Since, limit: int) -> None:
    terminal.print(Text(clean(found.title), style="head"))
    before, now = (f"{len(side)} {counted('document', len(side))}" for side in (found.before, found.now))
    told = f"Compared: {before} before, {now} now."
    terminal.print(Text(told, style="dim"))
    terminal.print()
    for name, lines in found.sections:
        if not lines:
            continue
        terminal.print(Text(f"{SECTIONS[name]} ({len(lines)})", style="head"))
        shown = lines[:limit] if limit else lines
        for line in shown:
            _print_line(terminal, line)
        if len(shown) < len(lines):
            terminal.print(Text(f"  {len(lines) - len(shown)} more: --limit 0 shows all.", style="dim"))
        if name == "not-raised":
            searched = ", ".join(one.source for one in found.searched)
            terminal.print(Padding(Text(f"Searched: {clean(searched) or 'no document'}", style="dim"), (0, 0, 0, 2)))
        terminal.print()
    empty = [SECTIONS[name].lower() for name, lines in found.sections if not lines]
    if empty:
        terminal.print(Text(f"Nothing found: {', '.join(empty)}.", style="dim"))


def _print_line(terminal: Console, line: Line) -> None:
    """A line with its sentences; one that rests on a single sentence takes it beside its words."""
    words = Text(clean(line.words), style="party")
    if len(line.facts) == 1:
        mark = "<" if line.before else ">"
        terminal.print(Padding(Text("  ").join((words, _sentence(mark, line.facts[0], False))), (0, 0, 0, 2)))
        return
    terminal.print(Padding(words, (0, 0, 0, 2)))
    if line.changes:
        terminal.print(Padding(changed(line), (0, 0, 0, 4)))
    for mark, facts in (("<", line.before), (">", line.now)):
        for fact in facts[: 1 if line.changes else SENTENCES]:
            terminal.print(Padding(_sentence(mark, fact, bool(line.changes)), (0, 0, 0, 4)))
        if len(facts) > SENTENCES:
            terminal.print(Padding(Text(f"{mark} and {len(facts) - SENTENCES} more", style="dim"), (0, 0, 0, 4)))


def changed(line: Line) -> Text:
    """The new wording with what was dropped in brackets and what was added marked."""
    text = Text()
    for piece in line.changes:
        words = clean(piece.words)
        if piece.kind == "kept":
            text.append(f"{words} ")
        elif piece.kind == "dropped":
            text.append(f"[−{words}] ", style="bad")
        else:
            text.append(f"[+{words}] ", style="good")
    return text


def _sentence(mark: str, fact: Fact[Entry], short: bool) -> Text:
    words = "" if short else f"{clean(shortened(fact.words, WORDS))}  "
    day = f"{fact.first}  " if fact.first else ""
    return Text.assemble(
        (f"{mark} ", "dim"), (f"{fact.id[: cells.SHORT_ID]} ", "id"), (day, "date"), words, (clean(fact.source), "dim")
    )
