"""What a comparison of two times is made of: lines with the facts that they rest on, in sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from verbale.model.planned import quoted
from verbale.model.reading import Act, Entry
from verbale.model.records import DocumentRecord, Fact
from verbale.threads.word_changes import Piece
from verbale.views.naming import party_names

SECTIONS = {
    "new-topics": "New topics", "new": "New acts", "reaffirmed": "Reaffirmed", "delivered": "Delivered",
    "open": "Still open", "reworded": "Changed in wording", "not-raised": "Not raised this time",
    "people": "New people and posts", "instruments": "New instruments", "figures": "Figures moved",
}  # fmt: skip
DOING = {
    "agree": "agreed", "commit": "committed", "request": "asked", "offer": "offered", "plan": "planned",
    "affirm": "affirmed", "object": "objected", "deliver": "delivered", "sign": "signed", "report": "reported",
    "appreciate": "appreciated", "discuss": "discussed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the answer with the facts that it rests on: before, and now.

    `id`: the thing that the line is of, where that is not a fact; `changes`: the new wording against the old.
    """

    words: str
    before: tuple[Fact[Entry], ...] = ()
    now: tuple[Fact[Entry], ...] = ()
    id: str | None = None
    changes: tuple[Piece, ...] = ()

    @property
    def facts(self) -> tuple[Fact[Entry], ...]:
        return (*self.before, *self.now)

    def to_json(self) -> dict[str, Any]:
        return {
            "words": self.words, "id": self.id or (self.facts[0].id if self.facts else None),
            "before": [quoted(fact) for fact in self.before], "now": [quoted(fact) for fact in self.now],
            "changes": [piece.to_json() for piece in self.changes],
        }  # fmt: skip


def who(act: Fact[Act]) -> str:
    """Who does it: 'Morocco and Portugal'."""
    return party_names(act.entry.actors)


@dataclass(frozen=True, slots=True)
class Since:
    """What changed between two times. `before` and `now` are the documents compared, `searched` those in which what
    was not raised again was looked for; `sections` in the order of `SECTIONS`, the empty ones too."""

    title: str
    first: str | None
    last: str | None
    before: tuple[DocumentRecord, ...]
    now: tuple[DocumentRecord, ...]
    searched: tuple[DocumentRecord, ...]
    sections: tuple[tuple[str, tuple[Line, ...]], ...]

    def section(self, name: str) -> tuple[Line, ...]:
        """The lines of one section, by its key."""
        return dict(self.sections)[name]

    def to_json(self) -> dict[str, Any]:
        return {
            "title": self.title, "from": self.first, "to": self.last,
            "before": [one.id for one in self.before], "now": [one.id for one in self.now],
            "searched": [{"id": one.id, "title": one.title, "source": one.source} for one in self.searched],
            "sections": [{"section": name, "label": SECTIONS[name], "lines": [line.to_json() for line in lines]}
                         for name, lines in self.sections],
        }  # fmt: skip
