"""What each kind of mark was taken for, as plain values by name."""

from __future__ import annotations

from typing import Any

from verbale.language.marks import (
    DateMark,
    InstrumentMark,
    Mark,
    MechanismMark,
    PartyMark,
    PersonMark,
    PlaceMark,
    PostMark,
    QuantityMark,
)
from verbale.language.people import Cast


def value_of(cast: Cast, mark: Mark) -> dict[str, Any]:
    """The fields of a mark that are known, a person with party, office and the reason for the party.

    >>> value_of(Cast(), PlaceMark(0, 1, "Hanoi", "VN"))
    {'name': 'Hanoi', 'country': 'VN'}
    """
    return {name: value for name, value in _fields(cast, mark).items() if value not in (None, "", (), [], False)}


def _fields(cast: Cast, mark: Mark) -> dict[str, Any]:
    match mark:
        case PartyMark():
            return {"code": mark.code, "form": str(mark.form)}
        case PersonMark():
            person = cast.people[mark.person]
            return {
                "name": person.name, "party": person.party, "rank": person.rank, "post": person.post,
                "reason": person.side_reason,
            }  # fmt: skip
        case PostMark():
            return {"title": mark.title, "party": mark.party, "plural": mark.plural}
        case PlaceMark():
            return {"name": mark.name, "country": mark.country}
        case DateMark():
            return _date(mark)
        case QuantityMark():
            return {"value": mark.value, "unit": mark.unit, "approximate": mark.approximate}
        case MechanismMark():
            return {"name": mark.name, "round": mark.round, "parties": list(mark.parties), "event": mark.event}
        case InstrumentMark():
            return {"type": mark.type, "title": mark.title, "parties": list(mark.parties)}


def _date(mark: DateMark) -> dict[str, Any]:
    return {
        "start": str(mark.start) if mark.start is not None else None,
        "end": str(mark.end) if mark.end is not None else None,
        "since": mark.since, "deadline": mark.deadline, "future": mark.future, "reason": mark.reason,
    }  # fmt: skip
