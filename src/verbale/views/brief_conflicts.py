"""Where the documents of a briefing contradict each other, each value with its sources; nothing is settled here."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ledger.view import View
from verbale.model.records import Filters
from verbale.views.brief_basis import Basis
from verbale.views.brief_sections import Line
from verbale.views.conflicts import Conflict, conflict_of, figure_conflicts


def disagreements(view: View, basis: Basis) -> list[Line]:
    """The conflicts of meetings, instruments and sums, and what does not fit in the rounds of a mechanism."""
    found = [line for conflict in _conflicts(view, basis) for line in _line(view, basis, conflict)]
    problems = [
        Line(one.name, "", problem, "", "", tuple(note for held in one.held for note in basis.notes(held.reports, 1)))
        for one in basis.mechanisms for problem in one.problems
    ]  # fmt: skip
    return found + [line for line in problems if line.notes]


def _conflicts(view: View, basis: Basis) -> Iterator[tuple[Conflict, str]]:
    """Each conflict, with the date of its meeting."""
    for layer in ("engagement", "instrument"):
        for record in view.told_several_times(layer, Filters(parties=basis.parties)):
            for field in record.with_status("conflict"):
                yield conflict_of(record, field), record.entry.start or "" if layer == "engagement" else ""
    yield from ((one, "") for one in figure_conflicts(basis.figures, differences=False))


def _line(view: View, basis: Basis, found: tuple[Conflict, str]) -> Iterator[Line]:
    """The line of a conflict that documents of the briefing tell of."""
    conflict, date = found
    told = "; ".join(f"{one.value} ({one.support})" for one in conflict.claims)
    facts = [view.fact(fact) for claim in conflict.claims for fact, _, _ in claim.quotes]
    notes = tuple(basis.note(fact) for fact in facts if fact.document in basis.documents)
    if notes:
        yield Line(f"{' '.join(conflict.name.split())}: {conflict.field}", date, told, "", "", notes)
