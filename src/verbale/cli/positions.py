"""`verbale positions`: what each side holds on a topic, how its wording changed, and the formulas that recur."""

from __future__ import annotations

from typing import Any

from rich.text import Text

from verbale.cli import cells
from verbale.cli.listing import Shape, switched_list_command
from verbale.cli.streams import clean
from verbale.cli.tables import Column, shortened
from verbale.ledger import View
from verbale.model.positions import Formula, Position
from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.model.spelling import comparable
from verbale.views.asking import Request
from verbale.views.listing import Listing
from verbale.views.positions import list_formulas, list_positions

WORDS = 420
MOST = 8  # words dropped or added that a line shows


def _statements(one: Position) -> Text:
    """Each statement with its day, words and source; below it what came and went against the wording before it."""
    text = Text()
    for number, statement in enumerate(one.statements):
        text.append("\n" if number else "")
        _said(text, statement.fact, shortened(statement.fact.words, WORDS))
        _changed(text, statement.dropped, statement.added)
    return text


def _uses(one: Formula) -> Text:
    """The first use, every other form, and the last use; uses of a form that was shown are counted."""
    text, alike = Text(), 0
    for number, use in enumerate(one.uses):
        if 0 < number < len(one.uses) - 1 and comparable(use.form) == comparable(one.uses[number - 1].form):
            alike += 1
            continue
        text.append("\n" if number else "")
        alike = _skipped(text, alike)
        _said(text, use.fact, f"{cells.codes(use.fact.entry.actors)}  {use.form}")
        _changed(text, use.dropped, use.added)
    return text


def _skipped(text: Text, number: int) -> int:
    if number:
        text.append(f"  {number} more in these words\n", "dim")
    return 0


def _said(text: Text, fact: Fact[Act], words: str) -> None:
    text.append(f"{fact.first or 'undated'}  ", "date")
    text.append(f"{clean(' '.join(words.split()))}  ")
    text.append(f"{fact.id[: cells.SHORT_ID]} {clean(fact.source)}", "dim")


def _changed(text: Text, dropped: tuple[str, ...], added: tuple[str, ...]) -> None:
    for sign, words, style in (("−", dropped, "bad"), ("+", added, "good")):
        if words:
            more = f" and {len(words) - MOST} more" if len(words) > MOST else ""
            text.append(f"\n  {sign} {clean(', '.join(words[:MOST]))}{more}", style)


SHAPE = Shape(
    kind="positions",
    one="position",
    columns=(
        Column("Topic", lambda one: one.topic),
        Column("Who", lambda one: cells.codes(one.holder), style="party", keep=True),
        Column("What is held, oldest first", _statements),
    ),
    fields=("id", "topic", "holder", "first", "last", "documents", "statements"),
)
FORMULAS = Shape(
    kind="formulas",
    one="formula",
    columns=(
        Column("Formula", lambda one: one.words, style="party"),
        Column("First use", lambda one: one.first or cells.NOTHING, style="date", keep=True, wide=80),
        Column("Last use", lambda one: one.last or cells.NOTHING, style="date", keep=True, wide=80),
        Column("Uses", _uses),
    ),
    fields=("id", "words", "first", "last", "uses"),
)


def _ask(view: View, request: Request, recurring: bool) -> tuple[Listing[Any], Shape]:
    return (list_formulas(view, request), FORMULAS) if recurring else (list_positions(view, request), SHAPE)


command = switched_list_command(
    """List what each side holds on a topic, or both together, and how the wording changed.

    Each statement stands beside the earlier one that is most like it: '−' words that were dropped, '+' words that
    were added. --party asks for what this party says, two parties for what they say together.
    """,
    "--formulas",
    "The formulas that recur, with every form, first and last use.",
    _ask,
)
