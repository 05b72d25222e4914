"""Lists of records: what the filters leave, whether there is more, and why there may be nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from verbale.ledger.view import View
from verbale.model.merged import Merged
from verbale.model.reading import Entry
from verbale.model.records import DocumentRecord, Fact, Filters, PersonRecord, PostHistory
from verbale.views.asking import Request, filters_of

Row = TypeVar("Row")
Record = Fact[Entry] | PersonRecord | PostHistory | DocumentRecord | Merged[Any]
MERGED = ("engagements", "instruments")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """Some rows of one kind. `more` says that the limit cut the list; `reason` why there are no rows."""

    kind: str
    rows: tuple[Row, ...]
    more: bool = False
    reason: str = ""


def list_records(view: View, kind: str, request: Request, reports: bool = False) -> Listing[Any]:
    """The records of a kind ('engagements', 'people', 'documents' …) that the request asks for.

    What several documents tell of is one row, unless `reports` asks for a row for each of them.
    Raises UsageError for a filter that makes no sense.
    """
    filters = filters_of(request)
    reach = replace(filters, limit=filters.limit + 1) if filters.limit else filters
    merged = kind in MERGED and not reports
    ask: Callable[[Filters], Sequence[Any]] = getattr(view, f"merged_{kind}" if merged else kind)
    rows = tuple(ask(reach))
    shown = rows[: filters.limit] if filters.limit else rows
    return Listing(kind, shown, len(rows) > len(shown), "" if rows else why_nothing(view, kind, request))


def why_nothing(view: View, kind: str, request: Request, command: str | None = None) -> str:
    """Why a list is empty, and what to do next; `command`: the one that lists it, where it has another name."""
    documents = view.counts().get("documents", 0)
    if not documents:
        return "The ledger holds no documents yet. Fill it with 'verbale read FILES', or try 'verbale demo'."
    if request.narrow:
        return f"None of the {kind} in the ledger match. 'verbale {command or kind}' without filters lists them all."
    noun = "document" if documents == 1 else "documents"
    return f"No {kind} were recognised in the {documents} {noun} of the ledger. 'verbale documents' lists them."


def row_of(record: Record) -> dict[str, Any]:
    """The record as JSON and CSV show it: the export's fields; a fact also with its source, days and words."""
    data = record.to_json()
    if not isinstance(record, Fact | Merged):
        return data
    where = {"document": record.document, "source": record.source}
    return {**data, **where, "first": record.first, "last": record.last, "words": record.words}
