"""Commitments as people ask for them.

Threads are woven from all that the documents of a relationship say and filtered afterwards, so that a filter never
changes what a thread is, or how it stands.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from verbale.errors import NotFoundError, UsageError
from verbale.ledger.ids import first_act
from verbale.ledger.view import View
from verbale.model.days import days
from verbale.model.records import Filters
from verbale.threads.commitments import Thread, weave
from verbale.threads.status import STATUSES
from verbale.views.asking import Request, filters_of
from verbale.views.commitment_material import said_in
from verbale.views.listing import Listing, why_nothing
from verbale.views.parties import party_code


def list_commitments(
    view: View, request: Request, owner: str | None = None, status: str | None = None
) -> Listing[Thread]:
    """The threads that the request leaves, those with the newest step first.

    `owner`: a party as typed, whose promises alone are wanted; `status`: one of `STATUSES`. Raises UsageError for a
    filter that makes no sense.
    """
    filters = filters_of(request)
    owned = party_code(owner) if owner else None
    wanted_status = _status(status)
    among = None
    if filters.mechanism is not None:
        among = {one.id for one in view.documents(Filters(mechanism=filters.mechanism))}
    wanted = tuple(
        one for one in threads_of(view, sorted({*filters.parties, *((owned,) if owned else ())}))
        if (owned is None or owned in one.owner) and wanted_status in (None, one.status)
        and _within(one, filters, among)
    )  # fmt: skip
    shown = wanted[: filters.limit] if filters.limit else wanted
    narrowed = replace(request, topic=request.topic or owner or status)
    return Listing("commitments", shown, len(wanted) > len(shown),
                   "" if wanted else why_nothing(view, "commitments", narrowed))  # fmt: skip


def commitment(view: View, identifier: str) -> Thread:
    """The thread with this id or its beginning; any act of a thread names it too. Raises as `View.fact` does."""
    act = view.fact(first_act(identifier))
    relationship = next(
        (one.relationship for one in said_in(view, [view.document(act.document)]) if one.id == act.id), ()
    )
    for thread in threads_of(view, relationship):
        if any(said.id == act.id for said in thread.acts):
            return thread
    raise NotFoundError(f"{act.id} belongs to no commitment.", f"'verbale show {act.id}' shows the act itself.")


def threads_of(view: View, parties: Sequence[str]) -> list[Thread]:
    """All threads of relationships that these parties have with each other; of all where none is named."""
    documents = view.documents(Filters(parties=tuple(parties)))
    acts = [one for one in said_in(view, documents) if set(parties) <= set(one.relationship)]
    return weave(acts, {one.fact.entry.speaker for one in acts if one.fact.entry.speaker})


def _status(typed: str | None) -> str | None:
    """The status that was typed, with hyphens or spaces; raises UsageError for none of them."""
    status = typed.lower().replace("-", " ").strip() if typed else None
    if status is not None and status not in STATUSES:
        raise UsageError(f"'{typed}' is no status of a commitment.", f"Give one of: {', '.join(STATUSES)}.")
    return status


def _within(thread: Thread, filters: Filters, documents: Collection[str] | None) -> bool:
    """Whether the thread is on the topic, and one of its steps in the period and in the documents."""
    if filters.topic is not None and filters.topic not in thread.topics:
        return False
    after, before = days(filters.after)[0], days(filters.before)[1]
    return any(
        (after is None or (step.day or "") >= after) and (before is None or (step.day or "9") <= before)
        and (documents is None or any(said.fact.document in documents for said in step.acts))
        for step in thread.steps
    )  # fmt: skip
