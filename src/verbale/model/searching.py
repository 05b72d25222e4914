"""What a search asks for besides its words, and searches that are kept under a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from verbale.model.records import LAYERS, Filters

ENTRIES = (*LAYERS, "sentence")  # what a search finds


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which hits count; empty means all.

    `filters` as for lists; a sentence has the parties and the mechanism of its document, the topics of the acts that
    stand in it, and the people whom it names. `person`: an id, its beginning, or words of a name. `act`: a type of act,
    `layer`: a layer of facts or 'sentence'.
    """

    filters: Filters = field(default_factory=Filters)
    person: str | None = None
    act: str | None = None
    layer: str | None = None


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name: what was asked for, as typed, and how many documents it has shown so far."""

    name: str
    asked: Mapping[str, Any]
    seen: int

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "asked": dict(self.asked), "seen": self.seen}
