"""`verbale review`: what waits for a person, one thing at a time, with its words and the keys on the screen."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from verbale.cli.cells import SHORT_ID
from verbale.cli.console import console
from verbale.cli.deciding import ByOption, who
from verbale.cli.formats import write_json
from verbale.cli.guard import INTERRUPTED
from verbale.cli.keys import END, read_key, single_keys
from verbale.cli.ledgers import opened, reading
from verbale.cli.options import JsonOption, LedgerOption
from verbale.cli.pages import quoted
from verbale.cli.streams import clean
from verbale.errors import StaleError
from verbale.ledger import Ledger
from verbale.model.decisions import Draft
from verbale.views.amounts import counted
from verbale.views.review import Open, Side, Waiting, look, queue

PAIR_KEYS = "y same  n never  s skip  u undo  q quit  ? help"
FACT_KEYS = "a accept  r reject  s skip  u undo  q quit  ? help"
ACTIONS = {"y": "merge", "n": "never-merge", "a": "accept", "r": "reject"}
HELP = (
    "y  the two are one thing, for good",
    "n  the two are never one thing",
    "a  the fact holds as it stands, in every later reading too",
    "r  the fact is wrong: it leaves all lists",
    "s  leave it open and go on",
    "u  take back the last decision of this review and return to it",
    "q  stop; everything decided so far is kept",
    "To set a field right: verbale decide correct ID --field F --value V --why WORDS",
)


class Kind(StrEnum):
    """What can be reviewed."""

    PERSON = "person"
    POST = "post"
    MECHANISM = "mechanism"
    ENGAGEMENT = "engagement"
    INSTRUMENT = "instrument"
    TEXT = "text"
    FACT = "fact"


def command(
    context: typer.Context,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="Only person, post, mechanism, engagement, instrument, text or fact; repeat it for several.",
        ),
    ] = None,
    why: Annotated[
        str | None, typer.Option("--why", metavar="WORDS", help="The reason to keep. Default: that of the suggestion.")
    ] = None,
    by: ByOption = None,
    as_json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Go through what is open, one thing at a time.

    Things that may be one, the likeliest first, then facts that lack something, each with its words. A key decides, u
    takes back. From a pipe, each line is a key. --json lists all that is open.
    """
    kinds = [str(one) for one in kind or ()]
    if as_json:
        with reading(context, ledger) as view:
            write_json([found.to_json() for waiting in queue(view, kinds) if (found := look(view, waiting))])
        return
    with opened(context, ledger) as store:
        review = _Review(store, console(), who(by), why, queue(store.view(), kinds))
        try:
            with single_keys():
                review.run()
        except KeyboardInterrupt:
            review.close("Stopped.")
            raise typer.Exit(INTERRUPTED) from None


class _Review:
    """One sitting."""

    def __init__(self, ledger: Ledger, terminal: Console, by: str, why: str | None, waiting: list[Waiting]) -> None:
        self.view, self.decider = ledger.view(), ledger.decider()
        self.terminal = terminal
        self.by, self.why = by, why
        self.waiting = waiting
        self.place = 0
        self.done: list[tuple[int, str]] = []  # where in the queue, and the decision

    def run(self) -> None:
        while self.place < len(self.waiting):
            found = look(self.view, self.waiting[self.place])
            if found is None:
                self.place += 1
            elif not self.ask(found):
                self.close("Stopped.")
                return
        self.close("Nothing more is open." if self.waiting else "Nothing is open: no suggestion, no doubtful fact.")

    def close(self, how: str) -> None:
        number = len(self.done)
        kept = f" {number} {counted('decision', number)} kept; 'verbale decisions' lists them." if number else ""
        self.say(f"{how}{kept}")

    def ask(self, found: Open) -> bool:
        """Show what is open and do what a key says; False to stop."""
        self.show(found)
        while True:
            key = read_key()
            if key in ("q", END):
                return False
            if key == "s":
                self.place += 1
                return True
            if key == "u":
                if self.undo():
                    return True
            elif key in ACTIONS and (key in "yn") == (len(found.sides) == 2):
                self.decide(found, ACTIONS[key])
                return True
            else:
                self.say("\n".join(HELP) if key == "?" else f"Keys: {_keys(found)}")

    def decide(self, found: Open, action: str) -> None:
        why = self.why or f"reviewed: {'; '.join(found.reasons)}"
        try:
            decided = self.decider.decide(Draft(action, found.targets, self.by, why, based_on=found.state))
        except StaleError as error:
            self.say(str(error))
            return
        self.done.append((self.place, decided.decision.id))
        self.say(f"{action}: {decided.decision.id}")
        self.place += 1

    def undo(self) -> bool:
        """Take back the last decision and return to what it was about."""
        if not self.done:
            self.say("Nothing to take back yet.")
            return False
        self.place, decision = self.done.pop()
        self.decider.undo(decision, self.by, "taken back in review")
        self.say(f"Taken back: {decision}")
        return True

    def show(self, found: Open) -> None:
        head = Text(f"{self.place + 1} of {len(self.waiting)}", style="dim")
        head.append(f"  {found.kind}", style="head")
        if found.score is not None:
            head.append(f"  {found.score:.0%} certain", style="dim")
        self.terminal.print()
        self.terminal.print(head)
        self.terminal.print(Padding(Text(clean("; ".join(found.reasons))), (0, 0, 1, 2)))
        for side in found.sides:
            self.show_side(side)
        self.terminal.print(Text(_keys(found), style="head"))

    def show_side(self, side: Side) -> None:
        head = Text(side.id[:SHORT_ID], style="id")
        head.append(f"  {clean(side.name)}", style="party")
        self.terminal.print(head)
        for name, words in side.fields.items():
            line = Text(f"{name.replace('_', ' ')}: ", style="dim")
            line.append(clean(words), style="none")
            self.terminal.print(Padding(line, (0, 0, 0, 2)))
        for one in side.quotations:
            self.terminal.print(Padding(quoted(one.excerpt), (0, 0, 0, 4)))
            self.terminal.print(Padding(Text(clean(one.source), style="dim"), (0, 0, 1, 4)))

    def say(self, words: str) -> None:
        self.terminal.print(Text(clean(words)), soft_wrap=False)


def _keys(found: Open) -> str:
    return PAIR_KEYS if len(found.sides) == 2 else FACT_KEYS
