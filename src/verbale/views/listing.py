"""Lists of records: what the filters leave, whether there is more, and why there may be nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from verbale.ledger.view import View
from verbale.model.reading import Entry
from verbale.model.records import DocumentRecord, Fact, Filters, PersonRecord
from verbale.views.asking import Request, filters_of

Row = TypeVar("Row")
Record = Fact[Entry] | PersonRecord | DocumentRecord


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """Some rows of one kind. `more` says that the limit cut the list; `reason` why there are no rows."""

    kind: str
    rows: tuple[Row, ...]
    more: bool = False
    reason: str = ""


def list_records(view: View, kind: str, request: Request) -> Listing[Any]:
    """The records of a kind ('engagements', 'people', 'documents' …) that the request asks for.

    Raises UsageError for a filter that makes no sense.
    """
    filters = filters_of(request)
    reach = replace(filters, limit=filters.limit + 1) if filters.limit else filters
    ask: Callable[[Filters], Sequence[Any]] = getattr(view, kind)
    rows = tuple(ask(reach))
    shown = rows[: filters.limit] if filters.limit else rows
    return Listing(kind, shown, len(rows) > len(shown), "" if rows else why_nothing(view, kind, request))


def why_nothing(view: View, kind: str, request: Request) -> str:
    """Why a list is empty, and what to do next."""
    documents = view.counts().get("documents", 0)
    if not documents:
        return "The ledger holds no documents yet. Fill it with 'verbale read FILES', or try 'verbale demo'."
    if request.narrow:
        return f"None of the {kind} in the ledger match. 'verbale {kind}' without filters lists them all."
    noun = "document" if documents == 1 else "documents"
    return f"No {kind} were recognised in the {documents} {noun} of the ledger. 'verbale documents' lists them."


def row_of(record: Record) -> dict[str, Any]:
    """The record as JSON and CSV show it: the export's fields; a fact also with its source, days and words."""
    data = record.to_json()
    if isinstance(record, PersonRecord | DocumentRecord):
        return data
    return {**data, "source": record.source, "first": record.first, "last": record.last, "words": record.words}
