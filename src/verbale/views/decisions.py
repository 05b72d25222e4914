"""The log of decisions in words, and as lines that another ledger can take in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verbale.ledger.view import View
from verbale.model.decisions import Anchor, DecisionFilters, Logged
from verbale.views.listing import Listing
from verbale.views.naming import ordinal, party_names

_WHY_NONE = (
    "Nobody has decided anything in this ledger yet. 'verbale review' goes through what is open, "
    "'verbale decide' takes a single decision."
)
_WHY_NONE_SUCH = "No decision in the ledger matches. 'verbale decisions' without filters lists them all."


@dataclass(frozen=True, slots=True)
class Told:
    """A decision with what it is about, in words."""

    logged: Logged
    words: str
    names: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The decision for programs: ids of its targets and their names; the log itself has the whole anchors."""
        decision = self.logged.decision
        return {
            "id": decision.id, "at": decision.at, "by": decision.by, "why": decision.why, "action": decision.action,
            "kind": decision.kind, "targets": [anchor.id for anchor in decision.targets], "names": list(self.names),
            "field": decision.value.get("field"), "value": decision.value.get("value"),
            "based_on": decision.based_on, "undoes": decision.undoes, "effective": self.logged.effective,
            "undone_by": self.logged.undone_by,
        }  # fmt: skip


def decisions(view: View, filters: DecisionFilters) -> Listing[Told]:
    """The decisions that the filters let through, the oldest first; a limit keeps the newest."""
    wanted = DecisionFilters(filters.by, filters.action, filters.target, filters.effective)
    found = tuple(told(logged) for logged in view.decisions(wanted))
    shown = found[-filters.limit :] if filters.limit else found
    narrow = filters.by or filters.action or filters.target or filters.effective
    reason = "" if found else _WHY_NONE_SUCH if narrow else _WHY_NONE
    return Listing("decisions", shown, len(found) > len(shown), reason)


def told(logged: Logged) -> Told:
    """A decision in words: what was done to what."""
    decision = logged.decision
    if decision.undoes is not None:
        return Told(logged, f"undo {decision.undoes[:9]}", ())
    groups: dict[int, list[Anchor]] = {}
    for anchor in decision.targets:
        groups.setdefault(anchor.group, []).append(anchor)
    between = {"merge": " = ", "never-merge": " ≠ ", "split": " out of "}.get(decision.action, ", ")
    names = tuple(name_of(anchor) for anchor in decision.targets)
    joined = between.join(", ".join(dict.fromkeys(map(name_of, group))) for group in groups.values())
    set_to = ""
    if "field" in decision.value:
        set_to = f": {decision.value['field']} is {_plain(decision.value['value'])}"
    return Told(logged, f"{decision.action} {joined}{set_to}", names)


def name_of(anchor: Anchor) -> str:
    """What a decision is about, as a person would call it, with the beginning of its id."""
    return f"{_called(anchor)} ({anchor.id[:9]})"


def log_lines(view: View) -> Iterator[str]:
    """The whole log as JSON Lines, oldest first: what `replay` takes."""
    for logged in view.decisions():
        yield json.dumps(logged.decision.to_json(), ensure_ascii=False, sort_keys=True) + "\n"


def _called(anchor: Anchor) -> str:
    entry = anchor.entry
    if entry is None:
        return f"{anchor.name or 'document'}{f', {party_names(anchor.parties)}' if anchor.parties else ''}"
    if anchor.kind == "engagement":
        name = entry.get("mechanism") or str(entry.get("kind", "")).capitalize()
        number = entry.get("round")
        return f"{ordinal(number)} {name}" if number else f"{name} {entry.get('start') or ''}".strip()
    if anchor.kind == "instrument":
        return str(entry.get("title"))
    if anchor.kind == "figure":
        return f"{entry.get('label')}: {entry.get('value')} {entry.get('unit')}"
    return f"{entry.get('type')} by {party_names(entry.get('actors', ()))}"


def _plain(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_plain(one) for one in value if one is not None) or "none"
    if isinstance(value, Mapping):
        return str(value.get("name", ""))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)
