"""Stories over documents, as the ledger's facts tell them: series of figures, positions and their wordings.

Each part keeps the facts that it rests on; nothing stands here that no document says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from verbale.model.reading import Act, Figure
from verbale.model.records import Fact

SumStatus = Literal["reconciled", "mismatch", "gap"]


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """One value of a series, however many documents give it.

    `kind`: as of a figure; a total that another document gives as a baseline is a total. `bound`: 'more than',
    'about', 'up to', 'nearly' or empty. `sources` counts independent documents: a copy confirms nothing. `first` and
    `last` are the days for which it holds as far as documents tell; `before` says that it held before that.
    """

    value: float
    unit: str
    kind: str
    of: float | None
    bound: str
    since: str | None
    as_of: str | None
    first: str | None
    last: str | None
    before: bool
    reports: tuple[Fact[Figure], ...]
    sources: int

    @property
    def id(self) -> str:
        """The smallest id of its reports."""
        return min(fact.id for fact in self.reports)

    @property
    def share(self) -> float | None:
        """Of a part its share of the whole, in percent; None where no whole is told."""
        return round(100 * self.value / self.of, 1) if self.of else None

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "value": self.value, "unit": self.unit, "kind": self.kind, "of": self.of,
            "share_percent": self.share, "bound": self.bound or None, "since": self.since, "as_of": self.as_of,
            "first": self.first, "last": self.last, "before": self.before, "sources": self.sources,
            "reports": [_report(fact) for fact in self.reports],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureSum:
    """A total checked: what stood before, what was added, and what stands now.

    'reconciled': they add up; 'mismatch': they cannot all be true; 'gap': more was added than documents tell.
    `difference` is the new total less the other two, in the unit of the series.
    """

    before: FigurePoint
    added: tuple[FigurePoint, ...]
    total: FigurePoint
    status: SumStatus

    @property
    def difference(self) -> float:
        return self.total.value - self.before.value - sum(point.value for point in self.added)

    def to_json(self) -> dict[str, Any]:
        return {"before": self.before.id, "added": [point.id for point in self.added], "total": self.total.id,
                "status": self.status, "difference": self.difference}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """One programme or measure of the same parties in one unit: its points, oldest first, and the checked totals.

    `told_as`: ids of series that give the same numbers in another unit ('43 sets', '43 files').
    `rivals`: pairs of totals for the same day that are not the same number.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    topic: str | None
    unit: str
    points: tuple[FigurePoint, ...]
    sums: tuple[FigureSum, ...] = ()
    rivals: tuple[tuple[FigurePoint, FigurePoint], ...] = ()
    told_as: tuple[str, ...] = field(default=())

    def of_kind(self, *kinds: str) -> tuple[FigurePoint, ...]:
        """The points of these kinds, oldest first."""
        return tuple(point for point in self.points if point.kind in kinds)

    @property
    def first(self) -> str | None:
        return min((point.first for point in self.points if point.first), default=None)

    @property
    def last(self) -> str | None:
        return max((point.last for point in self.points if point.last), default=None)

    @property
    def latest(self) -> FigurePoint:
        """The newest total; without one the newest point."""
        return (self.of_kind("total", "baseline") or self.points)[-1]

    @property
    def documents(self) -> int:
        return len({fact.document for point in self.points for fact in point.reports})

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "name": self.name, "parties": list(self.parties), "topic": self.topic, "unit": self.unit,
            "latest": self.latest.value, "kind": self.latest.kind, "first": self.first, "last": self.last,
            "documents": self.documents, "points": [point.to_json() for point in self.points],
            "sums": [one.to_json() for one in self.sums],
            "rivals": [[one.id, other.id] for one, other in self.rivals], "told_as": list(self.told_as),
        }  # fmt: skip


def _report(fact: Fact[Figure] | Fact[Act]) -> dict[str, Any]:
    evidence = [{**one.to_json(), "exact": one.exact} for one in fact.entry.evidence]
    return {"id": fact.id, "document": fact.document, "source": fact.source, "first": fact.first, "words": fact.words,
            "evidence": evidence}  # fmt: skip
