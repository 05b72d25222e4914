"""The steps of a thread in order of date: what one occasion did for one promise, in one role.

What several documents report of one meeting is one step. A promise repeated is reaffirmed, never a second promise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from verbale.threads.matter import Matter
from verbale.threads.promise_words import says
from verbale.threads.said import Held, Said
from verbale.threads.wording import in_common

Role = Literal[
    "asked", "promised", "reaffirmed", "scheduled", "cited", "appreciated", "part delivered", "delivered", "withdrawn",
]  # fmt: skip
Kind = Literal["invitation", "text", "open", "deed"]
ROLES: tuple[Role, ...] = (
    "asked", "promised", "reaffirmed", "scheduled", "cited", "appreciated", "part delivered", "delivered", "withdrawn",
)  # fmt: skip
PROMISING: tuple[Role, ...] = ("promised", "reaffirmed", "scheduled")
SAME = 0.5  # share of the words in common from which two acts of one document are one step


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its role, its day, and the acts that tell of it, the fullest first; or the engagement that was held."""

    role: Role
    day: str | None
    acts: tuple[Said, ...]
    held: Held | None = None

    @property
    def id(self) -> str:
        """The id of the fact that the step rests on."""
        return self.held.id if self.held else self.acts[0].id

    @property
    def document(self) -> str:
        """The document of that fact."""
        return self.held.document if self.held else self.acts[0].fact.document

    @property
    def source(self) -> str:
        """The name of that document."""
        return self.held.source if self.held else self.acts[0].fact.source

    @property
    def words(self) -> str:
        """The words of that fact."""
        return self.held.words if self.held else self.acts[0].words

    @property
    def sources(self) -> int:
        """How many independent texts tell of the step: copies count once."""
        return len({said.origin for said in self.acts}) or 1

    def to_json(self) -> dict[str, Any]:
        return {
            "role": self.role, "date": self.day, "id": self.id, "document": self.document, "source": self.source,
            "words": self.words, "sources": self.sources, "acts": [_act(said) for said in self.acts],
        }  # fmt: skip


def _act(said: Said) -> dict[str, Any]:
    entry = said.fact.entry
    evidence = [{**one.to_json(), "exact": one.exact} for one in entry.evidence]
    return {"id": said.id, "type": entry.type, "actors": list(entry.actors), "speaker": entry.speaker,
            "document": said.fact.document, "source": said.fact.source, "evidence": evidence}  # fmt: skip


def in_order(group: Sequence[Matter]) -> list[Matter]:
    """The acts of a thread by day, undated last; of one day what looks forward first."""
    return sorted(group, key=lambda one: (one.said.day is None, one.said.day or "", not one.core, one.said.id))


def steps_of(group: Sequence[Matter]) -> tuple[Step, ...]:
    """The steps of the acts of one thread, by day."""
    found: list[tuple[Role, list[Matter]]] = []
    promised_at: str | None = None
    begun = not any(one.core for one in group)
    for one in in_order(group):
        begun = begun or one.core
        role = role_of(one, promised_at, begun, kind_of_promise(group))
        promised_at = one.said.occasion if role == "promised" else promised_at
        same = next((acts for known, acts in found if known == role and _one_step(acts[0], one)), None)
        if same is None:
            found.append((role, [one]))
        else:
            same.append(one)
    steps = [_step(role, acts) for role, acts in found]
    events = {held.id: held for one in group for held in one.said.held}
    steps += [Step("delivered", held.day, (), held) for held in events.values()]
    return tuple(sorted(steps, key=lambda step: (step.day is None, step.day or "", ROLES.index(step.role), step.id)))


def kind_of_promise(group: Sequence[Matter]) -> Kind:
    """'invitation', 'text' to be concluded, 'open' where no single deed fulfils it, else 'deed'."""
    core = [one.said for one in group if one.core]
    if any(said.type == "offer" for said in core):
        return "invitation"
    if any(says(said.words, "concluding") for said in core):
        return "text"
    if core and all(one.due is None and says(one.said.words, "open_ended") for one in group if one.core):
        return "open"
    return "deed"


def role_of(one: Matter, promised_at: str | None, begun: bool = True, promise: Kind = "deed") -> Role:
    """What an act does for the promise.

    `promised_at`: the occasion on which it was first given; `begun`: whether anything was promised or asked by then:
    what is told before that is no delivery of it. `promise`: what kind of promise it is.
    """
    words, kind = one.said.words, one.said.type
    if kind != "request" and says(words, "withdrawn"):
        return "withdrawn"
    if kind in ("request", "plan"):
        return "asked" if kind == "request" else "scheduled"
    if one.core:
        return "promised" if promised_at in (None, one.said.occasion) else "reaffirmed"
    if kind == "appreciate":
        return "delivered" if begun and promise == "invitation" and says(words, "attended") else "appreciated"
    if not begun or kind == "object" or says(words, "undone"):
        return "cited"
    if kind == "report" and not says(words, "done"):
        return "part delivered" if says(words, "part") else "cited"
    if kind == "sign":
        return "delivered" if promise == "text" else "cited"
    partly = says(words, "part") or (promise == "open" and kind != "deliver")
    return "part delivered" if partly else "delivered"


def _one_step(first: Matter, other: Matter) -> bool:
    """One occasion told twice: by other documents, or in like words of one; or a text and its copy."""
    if first.said.occasion != other.said.occasion:
        return first.said.origin == other.said.origin and first.said.words == other.said.words
    if first.said.fact.document != other.said.fact.document:
        return True
    return in_common(first.words.stems, other.words.stems) >= SAME


def _step(role: Role, acts: Sequence[Matter]) -> Step:
    fullest = sorted((one.said for one in acts), key=lambda said: (-len(said.words), said.id))
    return Step(role, acts[0].said.day, tuple(fullest))
