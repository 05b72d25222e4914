"""iCalendar (RFC 5545): engagements on the days that documents give; what is announced is tentative.

An event's UID is the id of the engagement, so that a later file updates it. A date less precise than a day covers all
days that it may mean, says so in its summary, and keeps nobody busy. What has no date cannot be in a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from verbale.ledger.view import View
from verbale.views.exports.parts import documents_of
from verbale.views.exports.tables import Table
from verbale.views.icalendar import day_after, escaped, folded
from verbale.views.naming import occasion, party_names, when, where, who


def write(tables: Sequence[Table], view: View, stream: BinaryIO) -> Sequence[str]:
    """Write the calendar; tells how many engagements it could not hold."""
    (only,) = tables
    dated = [one for one in only.records if one.first and one.last]
    stamp = max((one.last for one in view.documents() if one.last), default="1970-01-01")
    stream.writelines(fold_line(line) for line in ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbale//Ledger//EN"))
    for one in dated:
        stream.writelines(fold_line(line) for line in _event(one, stamp))
    stream.write(fold_line("END:VCALENDAR"))
    left = len(only.records) - len(dated)
    return [f"{left} of {len(only.records)} engagements have no date and are not in the calendar."] if left else ()


def _event(one: Any, stamp: str) -> Iterator[str]:
    entry, first = one.entry, one.first.replace("-", "")
    exact = len(entry.start or "") == len("2024-05-14") and (entry.end is None or len(entry.end) == len(entry.start))
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}@verbale"
    yield f"DTSTAMP:{stamp.replace('-', '')}T000000Z"  # of the newest document: the same ledger gives the same bytes
    yield f"DTSTART;VALUE=DATE:{first}"
    yield f"DTEND;VALUE=DATE:{day_after(one.last)}"
    vague = "" if exact else f" ({when(entry.start, entry.end)})"
    yield f"SUMMARY:{escaped(f'{occasion(entry)}: {party_names(entry.parties)}{vague}')}"
    yield f"STATUS:{'TENTATIVE' if entry.status == 'planned' else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if exact else 'TRANSPARENT'}"
    if place := where(entry):
        yield f"LOCATION:{escaped(place)}"
    if entry.parties:
        yield f"CATEGORIES:{','.join(escaped(party) for party in entry.parties)}"
    sources = f"Source: {one.source}" + (f" and {number} more" if (number := len(documents_of(one)) - 1) > 0 else "")
    yield f"DESCRIPTION:{escaped(chr(10).join([*map(who, entry.participants), one.words, sources]))}"
    yield "END:VEVENT"


def fold_line(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which ends inside a letter."""
    return f"{folded(line)}\r\n".encode("utf-8", "replace")
