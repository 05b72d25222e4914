"""iCalendar files (RFC 5545): all-day events for what is announced, the same bytes for the same plans.

Lines are folded at 75 octets, texts are escaped, and an event's UID is the id of its record: a calendar that imports
the file again changes its events and adds none.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from verbale.model.planned import Planned
from verbale.views.naming import when
from verbale.views.parties import party_name

OCTETS = 75
_STATUS = {"held": "CONFIRMED", "cancelled": "CANCELLED"}
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Verbale//planned//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")


def calendar(plans: Iterable[Planned]) -> str:
    """The plans as a calendar; those without a date are left out. An event of a vague date covers all of its days."""
    lines = [*_HEAD]
    for plan in plans:
        if plan.first and plan.last:
            lines += _event(plan, plan.first, plan.last)
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(plan: Planned, first: str, last: str) -> Iterable[str]:
    where = ", ".join(filter(None, (plan.place, party_name(plan.country) if plan.country else None)))
    yield "BEGIN:VEVENT"
    yield f"UID:{plan.id}@verbale"
    yield f"DTSTAMP:{_basic(plan.told or first)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(first)}"
    yield f"DTEND;VALUE=DATE:{day_after(last)}"
    yield f"SUMMARY:{escaped(_summary(plan))}"
    if where:
        yield f"LOCATION:{escaped(where)}"
    yield f"DESCRIPTION:{escaped(_description(plan))}"
    yield f"STATUS:{_STATUS.get(plan.outcome, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(plan: Planned) -> str:
    parties = ", ".join(map(party_name, plan.parties))
    return f"{plan.what} ({parties})" if parties else plan.what


def _description(plan: Planned) -> str:
    lines = [f"Announced for {when(plan.start, plan.end)}. {plan.outcome.capitalize()}: {plan.why}"]
    lines += [f"“{' '.join(fact.words.split())}” ({fact.source}, {fact.id})" for fact in (*plan.announced, *plan.later)]
    return "\n".join(lines)


def day_after(day: str) -> str:
    """The next day as a calendar writes it: the end of an event is the first day that is no part of it.

    >>> day_after("2025-12-31")
    '20260101'
    """
    return _basic(date.fromordinal(min(date.fromisoformat(day).toordinal() + 1, date.max.toordinal())).isoformat())


def escaped(text: str) -> str:
    r"""A text as a property may hold it.

    >>> escaped("Hanoi, Vietnam; 2\n")
    'Hanoi\\, Vietnam\\; 2\\n'
    """
    found = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "".join(c for c in found.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n") if c >= " ")


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets, no letter cut in two; all pieces but the first begin with a space."""
    pieces: list[str] = []
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += letter
        size += octets
    return "\r\n".join((*pieces, piece))


def _basic(day: str) -> str:
    return day.replace("-", "")
