"""Commitments: what the parties of a relationship promised, asked and offered, followed from document to document.

A thread is one matter of one owner. It hangs on the set of acts alone, not on their order; every act is in one thread
at most, but for lists that speak of several, and every step has its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from verbale.model.commitments import Owner, Thread, newest_first
from verbale.model.days import days
from verbale.threads.grouping import groups_of
from verbale.threads.lists import STANCE, beside
from verbale.threads.matter import Matter, matters_of, weights_of
from verbale.threads.owners import beneficiary
from verbale.threads.said import Said
from verbale.threads.status import rule_on
from verbale.threads.steps import in_order, steps_of

VERSION = "2"  # raised where the same acts may give other threads


def weave(acts: Collection[Said]) -> list[Thread]:
    """The threads of all relationships that the acts belong to, those with the newest step first.

    Acts without a relationship of two or more parties are nobody's promise to anybody and stay out. To know how much
    a word tells, all acts of a relationship are needed.
    """
    between: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for said in sorted(acts, key=lambda one: one.id):
        if len(said.relationship) > 1:
            between[said.relationship].append(said)
    found = [thread for _, group in sorted(between.items()) for thread in _weave_one(group)]
    return sorted(found, key=newest_first, reverse=True)


def _weave_one(acts: Sequence[Said]) -> list[Thread]:
    speakers = {said.fact.entry.speaker for said in acts}  # names of people tell nothing of a matter
    people = tuple(sorted(filter(None, speakers)))
    matters = matters_of(acts, people)
    others = [*matters, *matters_of(acts, people, (STANCE,))]
    told = {said.fact.document: said.day or "" for said in acts}
    groups = groups_of(matters, weights_of(matters))
    return [
        _thread(group, beside(group, others), list(told.values())) for group in groups if _is_commitment(group)
    ]  # fmt: skip


def _is_commitment(group: Sequence[Matter]) -> bool:
    """Something is promised or asked, or the same is delivered again and again."""
    deliveries = {one.said.occasion for one in group if one.said.type == "deliver"}
    return any(one.core for one in group) or len(deliveries) > 1


def _thread(group: Sequence[Matter], among_others: Sequence[Matter], told: Sequence[str]) -> Thread:
    ordered = in_order(group)
    relationship = ordered[0].said.relationship
    owned = next((one.owner for one in ordered if one.core and one.owner), None) or _all_owners(ordered) or relationship
    due = _due(ordered)
    steps = steps_of(group, among_others)
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
