"""What people decide about facts and records, as values. A log of them is append-only: nothing in it ever changes.

A decision names what it is about by anchors: enough of a thing to find it again in another reading of its document.
Decisions are in the order of (at, id), whatever the order in which a ledger came to know them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from verbale.model.spelling import is_storable

FACT_ACTIONS = ("accept", "correct", "reject")
PAIR_ACTIONS = ("merge", "split", "never-merge")
ACTIONS = (*FACT_ACTIONS, *PAIR_ACTIONS, "rule", "undo")

LAYERS = ("engagement", "instrument", "act", "figure")
NODE_KINDS = ("person", "post", "mechanism", "engagement", "instrument", "text")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A thing that a decision is about.

    `group`: to which of the groups that are merged or kept apart it belongs. Of a fact: the hash of its document, the
    machine's entry as JSON, and the ids of facts that stood in the same place beside it. Of a person, post or
    mechanism: its name, and the parties.
    """

    kind: str
    id: str
    group: int = 0
    document: str | None = None
    entry: Mapping[str, Any] | None = None
    beside: tuple[str, ...] = ()
    name: str | None = None
    parties: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        data: dict[str, Any] = {"kind": self.kind, "id": self.id, "group": self.group}
        if self.entry is not None:
            data |= {"document": self.document, "entry": dict(self.entry), "beside": list(self.beside)}
        elif self.document is not None:
            data["document"] = self.document
        if self.name is not None:
            data |= {"name": self.name, "parties": list(self.parties)}
        return data


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the log: who decided what about which things, when and why.

    `value`: of a correction or a ruling on a record `field` and `value`; of an acceptance the `entries` as they were
    seen, by id. `based_on`: the state of the things that the person saw. `undoes`: the id of another decision.
    """

    id: str
    at: str
    by: str
    why: str
    action: str
    kind: str
    targets: tuple[Anchor, ...] = ()
    value: Mapping[str, Any] = field(default_factory=dict)
    based_on: str | None = None
    undoes: str | None = None

    def content(self) -> dict[str, Any]:
        """Everything but the id, which is made of it."""
        return {
            "at": self.at, "by": self.by, "why": self.why, "action": self.action, "kind": self.kind,
            "targets": [anchor.to_json() for anchor in self.targets], "value": dict(self.value),
            "based_on": self.based_on, "undoes": self.undoes,
        }  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """One line of an exported log."""
        return {"id": self.id, **self.content()}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person wants to decide, before it has a time and an id.

    `targets`: ids, or unambiguous beginnings; `based_on`: a state as `View.state` gave it, to be told if someone else
    was faster.
    """

    action: str
    targets: tuple[str, ...]
    by: str
    why: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)
    based_on: str | None = None


@dataclass(frozen=True, slots=True)
class Logged:
    """A decision and what became of it: `undone_by` is the id of the decision that took it back."""

    decision: Decision
    undone_by: str | None = None

    @property
    def effective(self) -> bool:
        return self.undone_by is None

    def to_json(self) -> dict[str, Any]:
        return {**self.decision.to_json(), "effective": self.effective, "undone_by": self.undone_by}


@dataclass(frozen=True, slots=True)
class DecisionFilters:
    """Which decisions to list; empty means all. `target`: the id of a thing that they are about."""

    by: str | None = None
    action: str | None = None
    target: str | None = None
    effective: bool = False
    limit: int | None = None


def in_order(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions as they follow upon each other."""
    return sorted(decisions, key=lambda decision: (decision.at, decision.id))


def undone(decisions: Iterable[Decision]) -> dict[str, str]:
    """Which decisions are taken back, and by which: an undo that is itself undone takes nothing back."""
    found: dict[str, str] = {}
    for decision in reversed(in_order(decisions)):
        if decision.undoes is not None and decision.id not in found:
            found[decision.undoes] = decision.id
    return found


def decision_from_json(data: Mapping[str, Any]) -> Decision:
    """The inverse of `Decision.to_json`; raises ValueError for what is no decision."""
    try:
        decision = Decision(
            **{name: _text(data[name]) for name in ("id", "at", "by", "why", "action", "kind")},
            targets=tuple(_anchor(anchor) for anchor in data["targets"]),
            value=_mapping(data["value"]),
            based_on=_optional(data["based_on"]),
            undoes=_optional(data["undoes"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"it lacks {error}") from error
    if decision.action not in ACTIONS or (decision.action == "undo") != (decision.undoes is not None):
        raise ValueError(f"action {decision.action!r}")
    return decision


def _anchor(data: Mapping[str, Any]) -> Anchor:
    if data["kind"] not in (*LAYERS, *NODE_KINDS) or not isinstance(data["group"], int):
        raise ValueError(f"target of kind {data['kind']!r}")
    entry = data.get("entry")
    return Anchor(
        data["kind"], _text(data["id"]), data["group"], _optional(data.get("document")),
        None if entry is None else _mapping(entry), tuple(map(_text, data.get("beside", ()))),
        _optional(data.get("name")), tuple(map(_text, data.get("parties", ()))),
    )  # fmt: skip


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is no object")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not is_storable(value):
        raise ValueError(f"{value!r} is no text")
    return value


def _optional(value: Any) -> str | None:
    return None if value is None else _text(value)
