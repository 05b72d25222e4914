"""The steps of a thread in order of date: what one occasion did for one promise, in one role.

What several documents report of one meeting is one step. A promise repeated is reaffirmed, never a second promise.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from verbale.model.commitments import ROLES, Role, Step
from verbale.threads.matter import Matter
from verbale.threads.promise_words import says
from verbale.threads.wording import in_common

Kind = Literal["invitation", "text", "open", "deed"]
PROMISING: tuple[Role, ...] = ("promised", "reaffirmed", "scheduled")
SAME = 0.5  # share of the words in common from which two acts of one document are one step


def in_order(group: Sequence[Matter]) -> list[Matter]:
    """The acts of a thread by day, undated last; of one day what looks forward first."""
    return sorted(group, key=lambda one: (one.said.day is None, one.said.day or "", not one.core, one.said.id))


def steps_of(group: Sequence[Matter], beside: Sequence[Matter] = ()) -> tuple[Step, ...]:
    """The steps of the acts of one thread, and of those beside it that speak of its matter among others, by day."""
    found: list[tuple[Role, list[Matter]]] = []
    promised_at: str | None = None
    begun = not any(one.core for one in group)
    for one in in_order([*group, *beside]):
        begun = begun or one.core
        role = role_of(one, promised_at, begun, kind_of_promise(group))
        promised_at = one.said.occasion if role == "promised" else promised_at
        same = next((acts for known, acts in found if known == role and _one_step(acts[0], one)), None)
        if same is None:
            found.append((role, [one]))
        else:
            same.append(one)
    own = {one.said.id for one in group}
    steps = [_step(role, acts, own) for role, acts in found]
    events = {held.id: held for one in group for held in one.said.held}
    steps += [Step("delivered", held.day, (), held=held) for held in events.values()]
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
    if kind == "affirm":
        return "affirmed"
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


def _step(role: Role, acts: Sequence[Matter], own: Collection[str]) -> Step:
    fullest = sorted((one.said for one in acts), key=lambda said: (said.id not in own, -len(said.words), said.id))
    origins = {said.origin for said in fullest}
    told = tuple(said.fact for said in fullest)
    return Step(role, acts[0].said.day, told, len(origins), among_others=fullest[0].id not in own)
