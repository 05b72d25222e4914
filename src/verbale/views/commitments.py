"""Commitments as people ask for them.

Threads are woven from all that the documents of a relationship say and filtered afterwards, so that a filter never
changes what a thread is, or how it stands. What the ledger keeps of them is used where nothing has changed since.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from verbale.errors import NotFoundError, UsageError
from verbale.ledger.ids import first_act, thread_id
from verbale.ledger.view import View
from verbale.model.commitments import STATUSES, Thread, newest_first
from verbale.model.days import days
from verbale.model.records import Filters
from verbale.threads.commitments import VERSION
from verbale.views.asking import Request, filters_of
from verbale.views.commitment_material import relationships_in
from verbale.views.listing import Listing, why_nothing
from verbale.views.parties import party_code
from verbale.views.weaving import touched, woven


def list_commitments(
    view: View, request: Request, owner: str | None = None, status: str | None = None
) -> Listing[Thread]:
    """The threads that the request leaves, those with the newest step first.

    `owner`: a party as typed, whose promises alone are wanted; `status`: one of `STATUSES`. Raises UsageError for a
    filter that makes no sense.
    """
    filters = filters_of(request)
    one_more = replace(filters, limit=filters.limit + 1 if filters.limit else None)
    found = _found(view, one_more, party_code(owner) if owner else None, _status(status))
    shown = tuple(found[: filters.limit] if filters.limit else found)
    narrowed = replace(request, topic=request.topic or owner or status)
    return Listing("commitments", shown, len(found) > len(shown),
                   "" if found else why_nothing(view, "commitments", narrowed))  # fmt: skip


def commitment(view: View, identifier: str) -> Thread:
    """The thread with this id or its beginning; any act of a thread names it too. Raises as `View.fact` does."""
    act = view.fact(first_act(identifier))
    changed = view.unwoven(VERSION)
    found = view.threads_of_act(act.id)
    if changed:
        stale = touched(view, changed)
        between = relationships_in(view, [view.document(act.document)])[act.id]
        found = [one for one in found if one.relationship not in stale]
        found += woven(view, between)[1] if between in stale else []
    named = thread_id(act.id)
    told = [(thread.id != named, step.among_others, thread.id, thread) for thread in found for step in thread.steps
            if any(fact.id == act.id for fact in step.acts)]  # fmt: skip
    if told:
        return min(told, key=lambda one: one[:3])[3]  # of several that a list speaks of, the one that it is part of
    raise NotFoundError(f"{act.id} belongs to no commitment.", f"'verbale show {act.id}' shows the act itself.")


def threads_of(view: View, parties: Sequence[str]) -> list[Thread]:
    """All threads of relationships that these parties have with each other; of all where none is named."""
    return _found(view, Filters(parties=tuple(parties)), None, None)


def _found(view: View, filters: Filters, owner: str | None, status: str | None) -> list[Thread]:
    """The threads that are kept, and those of relationships that have changed since, woven now; the newest first."""
    changed = view.unwoven(VERSION)
    if not changed:
        return view.threads(filters, owner, status)
    stale = touched(view, changed)
    named = {*filters.parties, *((owner,) if owner else ())}
    now = [thread for one in sorted(stale) if named <= set(one) for thread in woven(view, one)[1]]
    among = None
    if filters.mechanism is not None:
        among = {one.id for one in view.documents(Filters(mechanism=filters.mechanism))}
    now = [
        one for one in now
        if (owner is None or owner in one.owner) and status in (None, one.status) and _within(one, filters, among)
    ]  # fmt: skip
    found = sorted([*view.threads(filters, owner, status, stale), *now], key=newest_first, reverse=True)
    return found[: filters.limit]


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
        and (documents is None or any(fact.document in documents for fact in step.acts))
        for step in thread.steps
    )  # fmt: skip
