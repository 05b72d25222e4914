"""What documents contradict each other on, each value with its words; nothing is settled but by a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.ledger.view import View
from verbale.model.figure_series import FigurePoint, FigureSeries
from verbale.model.merged import Field, Merged
from verbale.views.amounts import amount_of, counted
from verbale.views.asking import Request, filters_of
from verbale.views.figure_series import series_with
from verbale.views.listing import Listing
from verbale.views.naming import occasion
from verbale.views.series import series


@dataclass(frozen=True, slots=True)
class Claim:
    """One of the values in conflict: in words, how many independent sources give it, and the words of each report."""

    value: str
    sources: int
    quotes: tuple[tuple[str, str, str], ...]  # fact, source, words

    @property
    def support(self) -> str:
        """How many sources give it: '1 source', '3 sources'."""
        return f"{self.sources} {counted('source', self.sources)}"

    def to_json(self) -> dict[str, Any]:
        return {
            "value": self.value, "sources": self.sources,
            "quotes": [{"id": fact, "source": source, "words": words} for fact, source, words in self.quotes],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of a record on which documents do not agree; for a series, a sentence and no claims."""

    id: str
    kind: str
    name: str
    field: str
    status: str
    claims: tuple[Claim, ...]

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "kind": self.kind, "name": self.name, "field": self.field, "status": self.status,
                "claims": [claim.to_json() for claim in self.claims]}  # fmt: skip


def list_conflicts(view: View, request: Request, differences: bool = False) -> Listing[Conflict]:
    """The conflicts that are open or ruled on; with `differences` also what is only said in other words.

    Raises UsageError for a filter that makes no sense.
    """
    found = tuple(_conflicts(view, request, differences))
    limit = request.limit or len(found)
    return Listing("conflicts", found[:limit], len(found) > limit, "" if found else _WHY_NONE)


_WHY_NONE = (
    "No two documents contradict each other on a meeting, an instrument or a sum. "
    "'verbale conflicts --differences' shows what they say in other words or less precisely."
)


def _conflicts(view: View, request: Request, differences: bool) -> Iterator[Conflict]:
    filters = filters_of(Request(request.parties, request.mechanism, request.topic, request.after, request.before))
    wanted = ("conflict", "ruled", "differs") if differences else ("conflict", "ruled")
    for layer in ("engagement", "instrument"):
        for record in view.told_several_times(layer, filters):
            for field in record.fields:
                if field.status in wanted:
                    yield conflict_of(record, field)
    yield from figure_conflicts(series_with(view, filters), differences)
    for mechanism in view.mechanisms(filters):
        for problem in series(mechanism).problems:
            yield Conflict(mechanism.id, "mechanism", mechanism.name, problem, "conflict", ())


def figure_conflicts(found: Sequence[FigureSeries], differences: bool) -> Iterator[Conflict]:
    """Totals that do not add up or contradict each other; with `differences` also numbers told in two units."""
    by_id = {one.id: one for one in found}
    for one in found:
        for checked in one.sums:
            if checked.status == "mismatch" or (differences and checked.status == "gap"):
                points = (checked.before, *checked.added, checked.total)
                status = "conflict" if checked.status == "mismatch" else "differs"
                yield Conflict(one.id, "figure", one.name, "sum", status, tuple(map(_claim, points)))
        for a, b in one.rivals:
            yield Conflict(one.id, "figure", one.name, "total", "conflict", (_claim(a), _claim(b)))
        for other in (by_id[name] for name in one.told_as if differences and one.id < name in by_id):
            shared = [(a, b) for a in one.points for b in other.points if (a.value, a.kind) == (b.value, b.kind)]
            for a, b in shared[:1]:
                yield Conflict(one.id, "figure", one.name, "unit", "differs", (_claim(a), _claim(b)))


def _claim(point: FigurePoint) -> Claim:
    said_so = " ".join(filter(None, (point.kind, point.bound, amount_of(point.value, point.unit, point.of))))
    dated = said_so if point.first is None else f"{said_so}, {'before ' if point.before else ''}{point.first}"
    return Claim(dated, point.sources, tuple((fact.id, fact.source, fact.words) for fact in point.reports))


def conflict_of(record: Merged[Any], field: Field) -> Conflict:
    """A field of a record with the words that each value rests on."""
    by_id = {fact.id: fact for fact in record.reports}
    claims = tuple(
        Claim(said(field.name, value.value), value.sources,
              tuple((one, by_id[one].source, by_id[one].words) for one in value.reports if one in by_id))
        for value in field.values
    )  # fmt: skip
    name = occasion(record.entry) if record.layer == "engagement" else record.entry.title
    return Conflict(record.id, record.layer, name, field.name, field.status, claims)


def said(field: str, value: Any) -> str:
    """A field's value in words: a period by its start and end, a list with commas."""
    if field == "period":
        return f"{value[0]} to {value[1]}" if value[1] else str(value[0])
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
