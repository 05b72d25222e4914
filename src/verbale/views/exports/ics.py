"""iCalendar (RFC 5545): engagements on the days that documents give; what is announced is tentative.

An event's UID is the id of the engagement, so that a later file updates it. A date less precise than a day covers all
days that it may mean, says so in its summary, and keeps nobody busy. What has no date cannot be in a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, BinaryIO

from verbale.ledger.view import View
from verbale.views.exports.parts import documents_of
from verbale.views.exports.tables import Table
from verbale.views.naming import occasion, party_names, when, where, who

_WIDTH = 75  # octets in a line


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
    after = date.fromordinal(min(date.fromisoformat(one.last).toordinal() + 1, date.max.toordinal())).isoformat()
    exact = len(entry.start or "") == len("2024-05-14") and (entry.end is None or len(entry.end) == len(entry.start))
    yield "BEGIN:VEVENT"
    yield f"UID:{one.id}@verbale"
    yield f"DTSTAMP:{stamp.replace('-', '')}T000000Z"  # of the newest document: the same ledger gives the same bytes
    yield f"DTSTART;VALUE=DATE:{first}"
    yield f"DTEND;VALUE=DATE:{after.replace('-', '')}"
    vague = "" if exact else f" ({when(entry.start, entry.end)})"
    yield f"SUMMARY:{_text(f'{occasion(entry)}: {party_names(entry.parties)}{vague}')}"
    yield f"STATUS:{'TENTATIVE' if entry.status == 'planned' else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if exact else 'TRANSPARENT'}"
    if place := where(entry):
        yield f"LOCATION:{_text(place)}"
    if entry.parties:
        yield f"CATEGORIES:{','.join(_text(party) for party in entry.parties)}"
    sources = f"Source: {one.source}" + (f" and {number} more" if (number := len(documents_of(one)) - 1) > 0 else "")
    yield f"DESCRIPTION:{_text(chr(10).join([*map(who, entry.participants), one.words, sources]))}"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """A value of type TEXT: what has a meaning of its own is written out, controls are left out."""
    kept = "".join(one for one in words.replace("\r\n", "\n") if one == "\n" or ord(one) >= 32)
    for special in ("\\", ";", ","):
        kept = kept.replace(special, f"\\{special}")
    return kept.replace("\n", "\\n")


def fold_line(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which ends inside a letter."""
    pieces: list[bytes] = []
    piece = b""
    for letter in line:
        encoded = letter.encode("utf-8", "replace")
        if len(piece) + len(encoded) > (_WIDTH if not pieces else _WIDTH - 1):
            pieces.append(piece)
            piece = b""
        piece += encoded
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
