"""What several forms ask of a record: its reports, its parties, and dates as other standards write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from verbale.model.merged import Merged
from verbale.model.reading import Entry
from verbale.model.records import Fact
from verbale.model.vocabulary import load

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$")


def reports_of(record: Fact[Entry] | Merged[Any]) -> Sequence[Fact[Entry]]:
    """What each document says of the record."""
    return record.reports if isinstance(record, Merged) else (record,)


def documents_of(record: Any) -> Sequence[str]:
    """The ids of the documents that tell of a record of any kind, each once."""
    if isinstance(record, Fact | Merged):
        return sorted({fact.document for fact in reports_of(record)})
    return tuple(getattr(record, "documents", ()))


def is_state(party: str) -> bool:
    """Whether a party is a state; otherwise it is a body."""
    return party in load("countries")["states"]


def full_name(party: str) -> str:
    """The full name of a party: 'European Union' for 'EU'; the code itself for one that no table has."""
    table: Mapping[str, Any] = load("countries")["states"] if is_state(party) else load("bodies")
    entry = table.get(party)
    return str(entry["name"]) if entry else party


def iso(date: str | None) -> str | None:
    """The date where ISO 8601 can say it: a year, a month or a day, neither vague nor of an unknown year.

    >>> iso("2024-09"), iso("2024~"), iso("XXXX-03-30")
    ('2024-09', None, None)
    """
    return date if date and _ISO.match(date) and "XX" not in date else None


def parties_of(records: Iterable[Any]) -> Sequence[str]:
    """Every party that the records name, each once, in order."""
    found: set[str] = set()
    for record in records:
        entry = getattr(record, "entry", record)
        for field in ("parties", "actors"):
            found.update(getattr(entry, field, ()))
        found.update(p.party for p in getattr(entry, "participants", ()) if p.party)
        found.update(filter(None, (getattr(entry, "party", None),)))
        found.update(getattr(getattr(record, "record", None), "parties", ()))
    return sorted(found)
