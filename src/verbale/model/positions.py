"""What a side, or both, hold on a topic over time, and the formulas that recur in what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from verbale.model.planned import quoted
from verbale.model.reading import Act
from verbale.model.records import Fact


@dataclass(frozen=True, slots=True)
class Statement:
    """One act of taking a position, and the earlier one whose wording is nearest; None where it is new.

    `dropped` and `added` are the telling words by which it differs from that one, party names and small words aside.
    """

    fact: Fact[Act]
    against: Fact[Act] | None = None
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def day(self) -> str | None:
        return self.fact.first

    def to_json(self) -> dict[str, Any]:
        return {
            **quoted(self.fact), "type": self.fact.entry.type, "speaker": self.fact.entry.speaker,
            "against": self.against.id if self.against else None, "dropped": list(self.dropped),
            "added": list(self.added),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Use:
    """A formula as one act words it; `dropped` and `added` against the use before it."""

    fact: Fact[Act]
    form: str
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {**quoted(self.fact), "actors": list(self.fact.entry.actors), "speaker": self.fact.entry.speaker,
                "form": self.form, "dropped": list(self.dropped), "added": list(self.added)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Formula:
    """Words that recur in what different documents tell, with every form that they take, oldest first."""

    id: str
    words: str
    uses: tuple[Use, ...]

    @property
    def first(self) -> str | None:
        return min((use.fact.first for use in self.uses if use.fact.first), default=None)

    @property
    def last(self) -> str | None:
        return max((use.fact.first for use in self.uses if use.fact.first), default=None)

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "words": self.words, "first": self.first, "last": self.last,
                "uses": [use.to_json() for use in self.uses]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """What one holder (a party, or parties together) says on one topic, oldest first."""

    topic: str
    holder: tuple[str, ...]
    statements: tuple[Statement, ...]

    @property
    def id(self) -> str:
        """The smallest id of its acts."""
        return min(one.fact.id for one in self.statements)

    @property
    def first(self) -> str | None:
        return min((one.day for one in self.statements if one.day), default=None)

    @property
    def last(self) -> str | None:
        return max((one.day for one in self.statements if one.day), default=None)

    @property
    def documents(self) -> int:
        return len({one.fact.document for one in self.statements})

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "topic": self.topic, "holder": list(self.holder), "first": self.first, "last": self.last,
            "documents": self.documents, "statements": [one.to_json() for one in self.statements],
        }  # fmt: skip
