"""The lists that can be exported, with the type of each of their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from verbale.ledger.view import View
from verbale.views.asking import Request
from verbale.views.conflicts import list_conflicts
from verbale.views.listing import Listing, list_records, row_of
from verbale.views.series import list_series

Type = Literal["text", "integer", "number", "yes/no", "day", "date", "texts", "integers", "records"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. A 'day' is YYYY-MM-DD, a 'date' EDTF, which may be a day; 'records' are lists of `parts`.

    `get` takes the value from a row's JSON form where it is not the field of the column's name.
    """

    name: str
    type: Type = "text"
    parts: tuple[str, ...] = ()
    get: Callable[[Mapping[str, Any]], Any] | None = None

    def of(self, row: Mapping[str, Any]) -> Any:
        """The value of this column, of the column's type or None."""
        value = self.get(row) if self.get else row.get(self.name)
        if self.type == "records":
            return [{part: one.get(part) for part in self.parts} for one in value or ()]
        return list(value or ()) if self.type in ("texts", "integers") else value


@dataclass(frozen=True, slots=True)
class Table:
    """A list: what it is a list of, and its records."""

    kind: str
    records: tuple[Any, ...]

    @property
    def columns(self) -> Sequence[Column]:
        return COLUMNS[self.kind]

    def rows(self) -> Iterator[Mapping[str, Any]]:
        """Each record by the fields of its JSON form."""
        for record in self.records:
            days = {"first": getattr(record, "first", None), "last": getattr(record, "last", None)}
            yield {**days, **row_of(record)}

    def values(self) -> Iterator[list[Any]]:
        """The values of each row in the order of the columns."""
        for row in self.rows():
            yield [column.of(row) for column in self.columns]


def table(view: View, kind: str, request: Request) -> Table:
    """The list of this kind that the request asks for; raises UsageError for a filter that makes no sense."""
    listing: Listing[Any] = _ASK[kind](view, request) if kind in _ASK else list_records(view, kind, request)
    return Table(kind, listing.rows)


_ASK: Mapping[str, Callable[[View, Request], Listing[Any]]] = {"mechanisms": list_series, "conflicts": list_conflicts}


def _conflicting(row: Mapping[str, Any]) -> list[str]:
    return [one["field"] for one in row.get("conflicts", ())]


def _claims(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"value": claim["value"], "sources": str(claim["sources"]),
         "words": " … ".join(quoted["words"] for quoted in claim["quotes"])}
        for claim in row["claims"]
    ]  # fmt: skip


def _numbered(name: str) -> Column:
    """Rounds of a mechanism: every part is a text, so that one type does for all."""

    def rounds(row: Mapping[str, Any]) -> list[dict[str, Any]]:
        return [{key: None if value is None else str(value) for key, value in one.items()} for one in row[name]]

    return Column(name, "records", ("id", "round", "start", "end", "place", "country"), rounds)


_ID, _PARTIES = Column("id"), Column("parties", "texts")
_DAYS = (Column("first", "day"), Column("last", "day"))
_REPORTED = (
    Column("documents", "integer"), Column("sources", "integer"), Column("conflicts", "texts", get=_conflicting),
)  # fmt: skip
_SAID = (Column("document"), Column("source"), Column("words"))

COLUMNS: Mapping[str, Sequence[Column]] = {
    "engagements": (
        _ID, Column("start", "date"), Column("end", "date"), *_DAYS, Column("status"), Column("kind"),
        Column("mechanism"), Column("round", "integer"), _PARTIES, Column("place"), Column("country"),
        Column("participants", "records", ("name", "party", "post", "rank", "role")), Column("main", "yes/no"),
        *_REPORTED, *_SAID,
    ),
    "people": (
        _ID, Column("name"), Column("names", "texts"), Column("party"),
        Column("posts", "records", ("post", "rank", "first", "last")), *_DAYS, Column("engagements", "texts"),
        Column("documents", "texts"),
    ),
    "posts": (
        _ID, Column("name", get=lambda row: row["names"][-1]["name"]), Column("party"),
        Column("names", "records", ("name", "first", "last")),
        Column("holders", "records", ("id", "name", "first", "last")), Column("documents", "texts"),
    ),
    "instruments": (
        _ID, Column("date", "date"), *_DAYS, Column("status"), Column("type"), Column("title"), _PARTIES, *_REPORTED,
        *_SAID,
    ),
    "mechanisms": (
        _ID, Column("name"), Column("names", "texts"), _PARTIES, _numbered("rounds"), _numbered("planned"),
        Column("missing", "integers"), Column("problems", "texts"), Column("interval_months", "number"),
        Column("due", "date"), *_DAYS,
    ),
    "acts": (
        _ID, *_DAYS, Column("actors", "texts"), Column("speaker"), Column("type"), Column("topics", "texts"), *_SAID,
    ),
    "figures": (
        _ID, Column("value", "number"), Column("unit"), Column("kind"), Column("of", "number"), Column("label"),
        Column("topic"), Column("since", "date"), Column("as_of", "date"), *_DAYS, *_SAID,
    ),
    "documents": (
        _ID, Column("published", "date"), *_DAYS, Column("title"), Column("outlet"), Column("language"), _PARTIES,
        Column("sources", "texts", get=lambda row: [one["name"] for one in row["sources"]]), Column("reader"),
        Column("hash"),
    ),
    "conflicts": (
        _ID, Column("kind"), Column("name"), Column("field"), Column("status"),
        Column("claims", "records", ("value", "sources", "words"), _claims),
    ),
}  # fmt: skip
