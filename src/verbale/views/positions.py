"""Positions and formulas of the ledger, for the filters that a person gives."""

from __future__ import annotations

from dataclasses import replace

from verbale.ledger.view import View
from verbale.model.positions import Formula, Position
from verbale.model.records import Filters
from verbale.threads.formulas import formulas
from verbale.threads.positions import positions
from verbale.views.asking import Request, filters_of
from verbale.views.listing import Listing, why_nothing


def list_positions(view: View, request: Request) -> Listing[Position]:
    """What each side, and both, hold on the topics that the request names, by topic and holder.

    Raises UsageError for a filter that makes no sense.
    """
    filters = filters_of(request)
    acts = view.acts(replace(filters, limit=None))
    found = positions(acts, (filters.topic,) if filters.topic else ())
    shown = tuple(found[: filters.limit])
    return Listing(
        "positions", shown, len(found) > len(shown), "" if found else why_nothing(view, "positions", request)
    )


def list_formulas(view: View, request: Request) -> Listing[Formula]:
    """The formulas with a use that the request lets through, each whole, the most used first.

    Raises UsageError as `list_positions` does.
    """
    filters = filters_of(request)
    wanted = {act.id for act in view.acts(replace(filters, limit=None))}
    acts = view.acts(Filters(parties=filters.parties))
    origins = view.record_ids(sorted({act.document for act in acts}))
    found = [one for one in formulas(acts, origins) if any(use.fact.id in wanted for use in one.uses)]
    shown = tuple(found[: filters.limit])
    reason = "" if found else why_nothing(view, "formulas", request, "positions --formulas")
    return Listing("formulas", shown, len(found) > len(shown), reason)
