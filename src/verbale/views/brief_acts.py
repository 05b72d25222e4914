"""What was agreed, committed, asked, offered and delivered outside the commitments that a briefing tells of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from verbale.model.reading import Act
from verbale.views.brief_basis import Basis
from verbale.views.brief_material import Told
from verbale.views.brief_sections import Line
from verbale.views.naming import party_names, topic_label

ACT_SECTIONS = (
    ("Also agreed", ("agree",)),
    ("Also committed", ("commit",)),
    ("Also asked", ("request",)),
    ("Also offered", ("offer",)),
    ("Also delivered", ("deliver",)),
)


def loose_lines(basis: Basis, shown: Collection[str]) -> dict[str, list[Line]]:
    """The acts under each heading that are in no commitment and stand in no line yet (ids of facts in `shown`)."""
    known = basis.woven.union(shown)
    return {
        heading: act_lines(told for told in basis.material.acts_of(*types) if is_new(told, known))
        for heading, types in ACT_SECTIONS
    }  # fmt: skip


def is_new(told: Told[Act], known: Collection[str]) -> bool:
    """Whether none of the reports of an act is told already."""
    return all(note.fact.id not in known for note in told.notes)


def act_lines(acts: Iterable[Told[Act]], group: str = "") -> list[Line]:
    """A line for each act, in its words."""
    return [
        Line(speaking(told.entry), told.day or "undated", "", told.notes[0].fact.words, topics_of(told.entry.topics),
             told.notes, group)
        for told in acts
    ]  # fmt: skip


def speaking(act: Act) -> str:
    """Who does it: 'Vietnam (Phan Van Giang)'."""
    return party_names(act.actors) + (f" ({act.speaker})" if act.speaker else "")


def topics_of(topics: Sequence[str]) -> str:
    """The names of topics; of more than three the first three, and that there are more."""
    return ", ".join(map(topic_label, topics[:3])) + (" …" if len(topics) > 3 else "")
