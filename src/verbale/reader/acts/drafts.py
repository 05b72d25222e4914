"""Acts in the making: a stretch of a sentence with its type and agent; drafts of one type and agent become one act."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.language.clauses import Clause, Parse
from verbale.language.marks import Marked
from verbale.model.evidence import Evidence
from verbale.model.reading import Act
from verbale.reader.acts.agent import Agent
from verbale.reader.scene import Scene
from verbale.reader.topic_inheritance import act_topics


@dataclass(slots=True)
class Draft:
    """An act before it is merged with its like: token range of its sentence, type, agent, rule."""

    marked: Marked
    first: int
    last: int
    type: str
    agent: Agent
    rule: str


def draft_of(parsed: Parse, clause: Clause, kind: str, agent: Agent, rule: str) -> Draft:
    return Draft(parsed.marked, clause.start, clause.end, kind, agent, rule)


def merged(scene: Scene, drafts: list[Draft], earlier: tuple[str, ...]) -> list[Act]:
    """One act per type and actors of a sentence, with the topics of all its clauses."""
    groups: dict[tuple[str, tuple[str, ...]], list[Draft]] = {}
    for draft in drafts:
        if draft.agent.codes and draft.last - draft.first >= 2:
            groups.setdefault((draft.type, draft.agent.codes), []).append(draft)
    return [_act(scene, kind, codes, group, earlier) for (kind, codes), group in groups.items()]


def _act(scene: Scene, kind: str, codes: tuple[str, ...], group: list[Draft], earlier: tuple[str, ...]) -> Act:
    spans = [(draft.marked, draft.first, draft.last) for draft in group]
    people = {d.agent.person for d in group}
    person = people.pop() if len(people) == 1 else None
    return Act(
        type=kind,
        actors=codes,
        evidence=_evidence(scene, group),
        speaker=scene.cast.people[person].name if person is not None else None,
        topics=act_topics(scene.marked, scene.sides, spans, earlier, scene.theme, scene.matter),
        rule=f"act.{group[0].rule}",
    )


def _evidence(scene: Scene, group: list[Draft]) -> tuple[Evidence, ...]:
    words = group[0].marked.sentence.tokens
    spans = sorted((d.first, d.last) for d in group)
    joined = [spans[0]]
    for first, last in spans[1:]:
        if first <= joined[-1][1] + 2:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(scene.quote(words[a].start, words[b - 1].end) for a, b in joined)
