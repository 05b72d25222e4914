"""Commitments: what a side promised, or was asked for, as a story of steps with their words, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from verbale.model.reading import Act
from verbale.model.records import Fact

Owner = tuple[str, ...]
Role = Literal[
    "asked", "promised", "reaffirmed", "scheduled", "affirmed", "cited", "appreciated", "part delivered", "delivered",
    "withdrawn",
]  # fmt: skip
ROLES: tuple[Role, ...] = (
    "asked", "promised", "reaffirmed", "scheduled", "affirmed", "cited", "appreciated", "part delivered", "delivered",
    "withdrawn",
)  # fmt: skip
Status = Literal[
    "announced", "reaffirmed", "asked for", "scheduled", "partly delivered", "delivered", "overdue", "lapsed",
    "withdrawn", "kept up",
]  # fmt: skip
STATUSES: tuple[Status, ...] = (
    "announced", "reaffirmed", "asked for", "scheduled", "partly delivered", "delivered", "overdue", "lapsed",
    "withdrawn", "kept up",
)  # fmt: skip
OPEN: tuple[Status, ...] = ("announced", "reaffirmed", "asked for", "scheduled", "partly delivered", "overdue")
Outcome = Literal["seen", "no evidence", "not done"]


@dataclass(frozen=True, slots=True)
class Held:
    """A document's word that an announced event was held: the engagement that tells it, its day and its words."""

    id: str
    document: str
    source: str
    day: str | None
    words: str

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "document": self.document, "source": self.source, "date": self.day, "words": self.words}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Held:
        """What `to_json` gave."""
        return cls(value["id"], value["document"], value["source"], value["date"], value["words"])


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its role, its day, and the acts that tell of it, the fullest first; or the engagement that was held.

    `sources`: how many independent texts tell of it: copies count once. `among_others`: whether its acts speak of
    several promises, of which this is one.
    """

    role: Role
    day: str | None
    acts: tuple[Fact[Act], ...]
    sources: int = 1
    held: Held | None = None
    among_others: bool = False

    @property
    def id(self) -> str:
        """The id of the fact that the step rests on."""
        return self.held.id if self.held else self.acts[0].id

    @property
    def document(self) -> str:
        """The document of that fact."""
        return self.held.document if self.held else self.acts[0].document

    @property
    def source(self) -> str:
        """The name of that document."""
        return self.held.source if self.held else self.acts[0].source

    @property
    def words(self) -> str:
        """The words of that fact on one line."""
        return self.held.words if self.held else on_a_line(self.acts[0])

    def to_json(self) -> dict[str, Any]:
        return {
            "role": self.role, "date": self.day, "id": self.id, "document": self.document, "source": self.source,
            "words": self.words, "sources": self.sources, "among_others": self.among_others,
            "acts": [_act(fact) for fact in self.acts],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ruling:
    """A status, the rule that gave it, the id of the fact it rests on, and what is known of a delivery."""

    status: Status
    rule: str
    rests_on: str
    outcome: Outcome

    def to_json(self) -> dict[str, Any]:
        return {"status": self.status, "rule": self.rule, "rests_on": self.rests_on, "outcome": self.outcome}


@dataclass(frozen=True, slots=True)
class Thread:
    """A promise with its story.

    `owner`: whose it is; `beneficiary`: for whom; `object`: what, in the words of the fullest act; `due`: EDTF, only
    where a document gives it; `steps` by day; `ruling`: how it stands and by which rule; `searched`: how many
    documents of the relationship are newer than the newest step.
    """

    id: str
    relationship: tuple[str, ...]
    owner: Owner
    beneficiary: Owner
    object: str
    topics: tuple[str, ...]
    due: str | None
    steps: tuple[Step, ...]
    ruling: Ruling
    searched: int = 0

    @property
    def status(self) -> Status:
        """How it stands."""
        return self.ruling.status

    @property
    def first(self) -> str | None:
        """The day of the first step."""
        return min((step.day for step in self.steps if step.day), default=None)

    @property
    def last(self) -> str | None:
        """The day of the newest step."""
        return max((step.day for step in self.steps if step.day), default=None)

    @property
    def acts(self) -> tuple[Fact[Act], ...]:
        """All acts of all steps."""
        return tuple(fact for step in self.steps for fact in step.acts)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "parties": list(self.relationship), "owner": list(self.owner),
            "beneficiary": list(self.beneficiary), "object": self.object, "topics": list(self.topics),
            "due": self.due, **self.ruling.to_json(), "first": self.first, "last": self.last,
            "documents_since": self.searched, "steps": [step.to_json() for step in self.steps],
        }  # fmt: skip


def newest_first(one: Thread) -> tuple[str, str]:
    """The key by which threads are listed, to be sorted in reverse."""
    return one.last or "", one.id


def on_a_line(fact: Fact[Act]) -> str:
    """The words of an act on one line."""
    return " ".join(fact.words.split())


def _act(fact: Fact[Act]) -> dict[str, Any]:
    entry = fact.entry
    evidence = [{**one.to_json(), "exact": one.exact} for one in entry.evidence]
    return {"id": fact.id, "type": entry.type, "actors": list(entry.actors), "speaker": entry.speaker,
            "document": fact.document, "source": fact.source, "evidence": evidence}  # fmt: skip
