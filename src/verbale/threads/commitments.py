"""Commitments: what the parties of a relationship promised, asked and offered, followed from document to document.

A thread is one matter of one owner. It hangs on the set of acts alone, not on their order; every act is in one thread
at most, and every step has its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.model.days import days
from verbale.threads.grouping import groups_of
from verbale.threads.matter import Matter, matters_of, weights_of
from verbale.threads.owners import Owner, beneficiary
from verbale.threads.said import Said
from verbale.threads.status import Ruling, rule_on
from verbale.threads.steps import Step, in_order, steps_of


@dataclass(frozen=True, slots=True)
class Thread:
    """A promise with its story.

    `owner`: whose it is; `beneficiary`: for whom; `object`: what, in the words of the fullest act; `due`: EDTF, only
    where a document gives it; `steps` by day; `ruling`: how it stands and by which rule; `searched`: how many
    documents of the relationship are newer than the newest step.
    """

    id: str
    relationship: tuple[str, ...]
    owner: Owner
    beneficiary: Owner
    object: str
    topics: tuple[str, ...]
    due: str | None
    steps: tuple[Step, ...]
    ruling: Ruling
    searched: int = 0

    @property
    def status(self) -> str:
        """How it stands."""
        return self.ruling.status

    @property
    def first(self) -> str | None:
        """The day of the first step."""
        return min((step.day for step in self.steps if step.day), default=None)

    @property
    def last(self) -> str | None:
        """The day of the newest step."""
        return max((step.day for step in self.steps if step.day), default=None)

    @property
    def acts(self) -> tuple[Said, ...]:
        """All acts of all steps."""
        return tuple(said for step in self.steps for said in step.acts)

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id, "parties": list(self.relationship), "owner": list(self.owner),
            "beneficiary": list(self.beneficiary), "object": self.object, "topics": list(self.topics),
            "due": self.due, **self.ruling.to_json(), "first": self.first, "last": self.last,
            "documents_since": self.searched, "steps": [step.to_json() for step in self.steps],
        }  # fmt: skip


def weave(acts: Collection[Said], people: Collection[str] = ()) -> list[Thread]:
    """The threads of all relationships that the acts belong to, those with the newest step first.

    Acts without a relationship of two or more parties are nobody's promise to anybody and stay out. `people`: names,
    which tell nothing of a matter.
    """
    between: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for said in sorted(acts, key=lambda one: one.id):
        if len(said.relationship) > 1:
            between[said.relationship].append(said)
    found = [thread for _, group in sorted(between.items()) for thread in _weave_one(group, tuple(sorted(people)))]
    return sorted(found, key=lambda one: (one.last or "", one.id), reverse=True)


def _weave_one(acts: Sequence[Said], people: tuple[str, ...]) -> list[Thread]:
    matters = matters_of(acts, people)
    told = {said.fact.document: said.day or "" for said in acts}
    groups = groups_of(matters, weights_of(matters))
    return [_thread(group, list(told.values())) for group in groups if _is_commitment(group)]


def _is_commitment(group: Sequence[Matter]) -> bool:
    """Something is promised or asked, or the same is delivered again and again."""
    deliveries = {one.said.occasion for one in group if one.said.type == "deliver"}
    return any(one.core for one in group) or len(deliveries) > 1


def _thread(group: Sequence[Matter], told: Sequence[str]) -> Thread:
    ordered = in_order(group)
    relationship = ordered[0].said.relationship
    owned = next((one.owner for one in ordered if one.core and one.owner), None) or _all_owners(ordered) or relationship
    due = _due(ordered)
    steps = steps_of(group)
    fullest = max(ordered, key=lambda one: (one.core, len(one.words.stems), -len(one.said.words), one.said.id))
    topics = tuple(sorted({topic for one in ordered for topic in one.said.fact.entry.topics}))
    last = max((step.day for step in steps if step.day), default="")
    return Thread(
        "t" + ordered[0].said.id[1:], relationship, owned, beneficiary(owned, relationship), fullest.said.words, topics,
        due, steps, rule_on(steps, due, max(told, default=None) or None), sum(day > last for day in told),
    )  # fmt: skip


def _all_owners(ordered: Sequence[Matter]) -> Owner:
    """Who gave, where nothing but deliveries is known."""
    return tuple(sorted({party for one in ordered for party in one.owner or ()}))


def _due(ordered: Sequence[Matter]) -> str | None:
    """The date that the newest of the promises gives."""
    dated = [(one.said.day or "", one.due) for one in ordered if one.core and one.due]
    newest = max((day for day, _ in dated), default="")
    return max((due for day, due in dated if day == newest), key=lambda due: days(due)[1] or "", default=None)
