"""One thing as several documents tell it: each field with every value that a document gives, and who gives it.

A merged record is worked out from its reports each time it is asked for; nothing of a report is lost in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from verbale.model.reading import Engagement, Entry
from verbale.model.records import Fact

E = TypeVar("E", bound=Entry, covariant=True)

FieldStatus = Literal["agreed", "differs", "conflict", "ruled"]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field: the reports (ids of facts) that give it, and how many independent sources these are."""

    value: Any
    reports: tuple[str, ...]
    sources: int

    def to_json(self) -> dict[str, Any]:
        return {"value": self.value, "reports": list(self.reports), "sources": self.sources}


@dataclass(frozen=True, slots=True)
class Field:
    """What the reports say of one field, the value that is shown first.

    'agreed': one value; 'differs': one thing said with more or less precision or in other words; 'conflict': values
    that cannot all be true; 'ruled': a conflict in which a person has chosen.
    """

    name: str
    values: tuple[Value, ...]
    status: FieldStatus

    def to_json(self) -> dict[str, Any]:
        return {"field": self.name, "status": self.status, "values": [value.to_json() for value in self.values]}


@dataclass(frozen=True, slots=True)
class Merged(Generic[E]):
    """A thing that one document tells of, or several.

    `entry` holds the best value of each field and the evidence of all reports; `fields` all values. `documents`
    counts the documents, `sources` those that are independent: copies of one text count once. `standings`: of each
    document whose account it is; `notes`: what must be told with it, such as who attended for whom.
    """

    id: str
    layer: str
    entry: E
    reports: tuple[Fact[E], ...]
    fields: tuple[Field, ...]
    documents: int
    sources: int
    first: str | None = None
    last: str | None = None
    standings: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        """The document of the fullest report."""
        return self.reports[0].document

    @property
    def source(self) -> str:
        """The name of that document."""
        return self.reports[0].source

    @property
    def words(self) -> str:
        """The words of the fullest report."""
        return self.reports[0].words

    def with_status(self, *statuses: FieldStatus) -> tuple[Field, ...]:
        """The fields whose values stand so to each other."""
        return tuple(one for one in self.fields if one.status in statuses)

    def to_json(self) -> dict[str, Any]:
        """The record as lists write it: the best values, then what each document says."""
        return {
            "id": self.id, "layer": self.layer, **self.entry.fields(),
            "documents": self.documents, "sources": self.sources, "notes": list(self.notes),
            "conflicts": [one.to_json() for one in self.with_status("conflict", "ruled")],
            "differs": [one.to_json() for one in self.with_status("differs")],
            "reports": [_report(fact, self.standings.get(fact.document)) for fact in self.reports],
        }  # fmt: skip


def _report(fact: Fact[Entry], standing: str | None) -> dict[str, Any]:
    evidence = [{**one.to_json(), "exact": one.exact} for one in fact.entry.evidence]
    return {"id": fact.id, "document": fact.document, "source": fact.source, "standing": standing,
            "words": fact.words, "evidence": evidence}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    """A mechanism: its names with how often documents use each, its parties, and its rounds, oldest first."""

    id: str
    names: tuple[tuple[str, int], ...]
    parties: tuple[str, ...]
    rounds: tuple[Merged[Engagement], ...]

    @property
    def name(self) -> str:
        """The name most in use."""
        return self.names[0][0]

    @property
    def first(self) -> str | None:
        """The first day of the oldest round."""
        return min((one.first for one in self.rounds if one.first), default=None)

    @property
    def last(self) -> str | None:
        """The last day of the newest round."""
        return max((one.last for one in self.rounds if one.last), default=None)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two things that may be one: the nodes, their records and names, how likely it is, and why."""

    kind: str
    left: str
    right: str
    records: tuple[str, str]
    features: tuple[Mapping[str, Any], Mapping[str, Any]]
    score: float
    reasons: tuple[str, ...]
