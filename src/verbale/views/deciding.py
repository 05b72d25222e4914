"""From what a person types to a decision: values in the form that a field has, with names for codes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from verbale.errors import UsageError
from verbale.ledger.view import View
from verbale.model.dates import parse
from verbale.model.days import days
from verbale.model.decisions import Draft
from verbale.model.merged import Field
from verbale.views.asking import topic_of
from verbale.views.conflicts import said
from verbale.views.parties import party_code

_NOTHING = frozenset(("", "none", "-", "–"))
_YES, _NO = frozenset(("yes", "true")), frozenset(("no", "false"))


def draft_of(
    view: View, action: str, targets: Sequence[str], by: str, why: str, field: str | None = None,
    words: str | None = None, based_on: str | None = None,
) -> Draft:  # fmt: skip
    """The decision that was typed; raises UsageError for words that the field cannot take."""
    value: dict[str, Any] = {}
    if action in ("correct", "rule"):
        if field is None or words is None:
            raise UsageError(f"{action} needs a field and a value.", "Give --field FIELD and --value VALUE.")
        name = field.replace("-", "_") if action == "correct" else field
        given = typed(name, words) if action == "correct" else _ruled(view, targets, name, words)
        value = {"field": name, "value": given}
    elif field is not None or words is not None:
        raise UsageError(f"{action} takes no field and no value.", "Leave out --field and --value, or use correct.")
    return Draft(action, tuple(targets), by, why, value, based_on)


def typed(field: str, words: str) -> Any:
    """The value that the words mean in a field: 'Vietnam, US' as codes, 'yes' as true, 'none' as nothing.

    >>> typed("parties", "Vietnam, us"), typed("round", "13"), typed("place", "none")
    (['US', 'VN'], 13, None)
    """
    line = words.strip()
    if field in ("parties", "actors"):
        return sorted({party_code(part) for part in line.split(",") if part.strip()})
    if field == "topics":
        return [topic_of(part) for part in line.split(",") if part.strip()]
    if line.casefold() in _NOTHING:
        return None
    return _READ[field](field, line) if field in _READ else line


def _ruled(view: View, targets: Sequence[str], name: str, words: str) -> Any:
    """One of the values that the record has, as it is shown; or another, as typed."""
    (target,) = targets[:1] or ("",)
    fields = {field.name: field for field in view.record_of(target).fields}
    if name not in fields:
        raise UsageError(f"The record has no field {name!r}.", f"Its fields: {', '.join(fields)}.")
    known = _shown(fields[name])
    if words.strip() in known:
        return known[words.strip()]
    if name == "period":
        start, _, end = words.strip().partition(" to ")
        return [start, end or None, *days(start, end or None)]
    return typed(name, words)


def _shown(field: Field) -> Mapping[str, Any]:
    return {said(field.name, value.value): value.value for value in field.values}


def _whole(field: str, line: str) -> int:
    try:
        return int(line)
    except ValueError:
        raise UsageError(f"{field} cannot be {line!r}.", "Give a whole number.") from None


def _number(field: str, line: str) -> float:
    try:
        value = float(line.replace(",", ""))
    except ValueError:
        raise UsageError(f"{field} cannot be {line!r}.", "Give a number: 12500000.") from None
    return int(value) if value.is_integer() else value


def _flag(field: str, line: str) -> bool:
    if line.casefold() not in _YES | _NO:
        raise UsageError(f"{field} cannot be {line!r}.", "Give yes or no.")
    return line.casefold() in _YES


def _date(field: str, line: str) -> str:
    try:
        parse(line)
    except ValueError:
        hint = "Give a year, month or day: 2024, 2024-08, 2024-08-26; none where it is not known."
        raise UsageError(f"{field} cannot be {line!r}.", hint) from None
    return line


def _json(field: str, line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        example = '[{"name": "Ann Lee", "party": "US", "post": "Ambassador", "role": "head"}]'
        raise UsageError(f"{field} cannot be {line!r}.", f"Give JSON: {example}") from None


def _state(field: str, line: str) -> str:
    return party_code(line)


_READ = {
    "round": _whole, "value": _number, "of": _number, "main": _flag, "start": _date, "end": _date, "date": _date,
    "since": _date, "as_of": _date, "participants": _json, "country": _state,
}  # fmt: skip
