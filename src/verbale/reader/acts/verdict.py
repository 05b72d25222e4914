"""The type of an act, with the rule that gave it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type of an act and the rule that gave it."""

    type: str
    rule: str
