"""One field of an entry set right, as a pure function. A value that the field cannot have is refused."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from verbale.model.dates import parse
from verbale.model.reading import Engagement, Entry, Instrument, Participant
from verbale.model.spelling import is_storable

DECIDED = "decided"  # the rule of an entry that a person has set right
LARGEST = 2**31 - 1


def corrected(entry: Entry, name: str, value: Any) -> Entry:
    """The entry with another value in one field; the words that this field was read from no longer bear it.

    Raises ValueError for a field that such an entry has not, and for a value that the field cannot have.
    """
    given = checked(entry, name, value)
    spans = {field: span for field, span in entry.spans.items() if field != name}
    return replace(entry, **{name: given}, spans=spans, rule=DECIDED)


def checked_ruling(entry: Entry, name: str, value: Any) -> Any:
    """A value chosen for a field of a record, of which the entry is one report; raises as `corrected` does.

    Records have the fields of their reports, but `period` (start, end, and the first and last day that these allow)
    for dates, and `post of NAME` for the post of a participant.
    """
    if name == "period" and isinstance(entry, Engagement | Instrument):
        return _period(value)
    if name.startswith("post of ") and isinstance(entry, Engagement):
        return _line(value)
    if not isinstance(entry, Engagement | Instrument) or name in _NOT_OF_RECORDS:
        raise ValueError(f"no field {name!r} of a record")
    return checked(entry, name, value)


def checked(entry: Entry, name: str, value: Any) -> Any:
    """The value as the field holds it; raises as `corrected` does."""
    if name not in entry.fields():
        raise ValueError(f"no field {name!r}; there are: {', '.join(entry.fields())}")
    check: Callable[[Any], Any] = _CHECKS.get(name, _line)
    if value is None and name in _OPTIONAL:
        return None
    try:
        given = check(value)
        replace(entry, **{name: given})
    except (TypeError, KeyError) as error:
        raise ValueError(f"{name} cannot be {value!r}") from error
    return given


def _line(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or not is_storable(value):
        raise ValueError(f"{value!r} is no text")
    return value


def _date(value: Any) -> str:
    parse(_line(value))
    return str(value)


def _period(value: Any) -> list[str | None]:
    if not isinstance(value, list | tuple) or len(value) != 4 or (value[0] is None and value[1] is None):
        raise ValueError(f"{value!r} is no period")
    return [None if one is None else _date(one) for one in value]


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= LARGEST:
        raise ValueError(f"{value!r} is no number of a round")
    return value


def _amount(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(float(value)):
        raise ValueError(f"{value!r} is no number")
    return value


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(_line, _list(value)))


def _codes(value: Any) -> tuple[str, ...]:
    return tuple(sorted(set(_names(value))))


def _people(value: Any) -> tuple[Participant, ...]:
    return tuple(_person(one) for one in _list(value))


def _person(given: Any) -> Participant:
    if not isinstance(given, Mapping) or not given.keys() <= {"name", "party", "post", "rank", "role"}:
        raise ValueError(f"{given!r} is no participant")
    fields = {name: _line(one) for name, one in given.items() if one is not None}
    return Participant(fields.pop("name"), **fields)


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{value!r} is no list")
    return list(value)


_CHECKS: Mapping[str, Callable[[Any], Any]] = {
    "main": _flag, "round": _count, "parties": _codes, "actors": _codes, "topics": _names, "participants": _people,
    "start": _date, "end": _date, "date": _date, "since": _date, "as_of": _date, "value": _amount, "of": _amount,
}  # fmt: skip
_OPTIONAL = frozenset(
    ("mechanism", "round", "start", "end", "place", "country", "date", "speaker", "of", "topic", "since", "as_of")
)
_NOT_OF_RECORDS = frozenset(("main", "start", "end", "date", "participants"))
