"""Threads woven from what a ledger holds, and kept there, so that asking for them weaves nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection

from verbale.ledger import Ledger
from verbale.ledger.view import View
from verbale.model.commitments import Thread
from verbale.model.records import Filters
from verbale.threads.commitments import VERSION, weave
from verbale.views.commitment_material import relationships_in, said_in

BATCH = 500  # threads that are kept in one transaction

Progress = Callable[[int, int], None]  # how many relationships are done, and how many there are


def weave_in(ledger: Ledger, progress: Progress | None = None) -> None:
    """Weave the relationships whose documents have changed, and keep the threads.

    What another process changes meanwhile stays to be woven. Raises LedgerError where the ledger cannot be written.
    """
    view, loom = ledger.view(), ledger.loom()
    changed = view.unwoven(VERSION)
    if not changed:
        return
    stale = sorted(touched(view, changed))
    documents: dict[tuple[str, ...], list[str]] = {}
    threads: list[Thread] = []
    for done, relationship in enumerate(stale, 1):
        documents[relationship], found = woven(view, relationship)
        threads += found
        if len(threads) > BATCH or done == len(stale):
            loom.keep(documents, threads)
            documents, threads = {}, []
        if progress is not None:
            progress(done, len(stale))
    loom.settle(changed, VERSION)


def touched(view: View, changed: Collection[str]) -> set[tuple[str, ...]]:
    """The relationships that these documents tell of, or told of when they were woven."""
    there = [one for one in view.documents() if one.id in changed]
    now = set(relationships_in(view, there).values())
    return {one for one in now | view.relationships_woven(changed) if len(one) > 1}


def woven(view: View, relationship: tuple[str, ...]) -> tuple[list[str], list[Thread]]:
    """The documents that tell something of a relationship, and its threads as they are woven now."""
    acts = said_in(view, view.documents(Filters(parties=relationship)), relationship)
    return sorted({said.fact.document for said in acts}), weave(acts)
