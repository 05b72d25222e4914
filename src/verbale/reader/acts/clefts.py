"""Acts told by halves: 'What we ask for is a longer season', 'It is time to lift the ban', 'So were whales'."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.agents import agent_of
from verbale.reader.acts.drafts import Draft, draft_of
from verbale.reader.acts.frames import classes
from verbale.reader.acts.state import State
from verbale.reader.scene import Scene

_TYPES = {"ask": "request", "offer": "offer", "object": "object"}
_NEEDING = frozenset({"need", "require", "seek", "lack"})


def cleft_act(scene: Scene, parsed: Parse, clause: Clause, speaker: Agent | None, state: State) -> Draft | None:
    """The act of a clause of 'be' that only completes another one; None for all others."""
    if clause.predicate.lemma != "be" or clause.predicate.passive:
        return None
    what = _what(parsed, clause)
    if what is not None:
        return _of_what(scene, parsed, what, clause, speaker, state)
    if speaker is not None and not speaker.joint and _is_time_to(parsed, clause):
        return draft_of(parsed, clause, "request", speaker, "cleft.time-to")
    so = clause.subject is None and parsed.words[0].key == "so" and clause.predicate.first == 1
    if so and speaker is None and state.last is not None:
        return draft_of(parsed, clause, state.last.type, state.last.agent, "cleft.so-was")
    return None


def _what(parsed: Parse, clause: Clause) -> Clause | None:
    """'*What Chile asked for* was': the clause that stands as the subject."""
    if clause.subject is not None:
        return None
    for inner in parsed.clauses:
        if inner.kind != "subordinate" or inner.subject is None or inner.predicate.last > clause.predicate.first:
            continue
        before = inner.subject[0] - 1
        if before in (0, 1) and parsed.words[before].key == "what":
            return inner
    return None


def _of_what(
    scene: Scene, parsed: Parse, what: Clause, clause: Clause, speaker: Agent | None, state: State
) -> Draft | None:
    names = classes(what.predicate.lemma)
    agent = agent_of(scene, parsed, what, state.memory)
    if speaker is not None and (agent is None or not speaker.joint):
        agent = speaker if agent is None or set(speaker.codes) <= set(agent.codes) else None
    if agent is None or not agent.codes:
        return None
    kind = next((act for name, act in _TYPES.items() if name in names), None)
    if what.predicate.lemma in _NEEDING and speaker is not None and what.predicate.tense == "present":
        kind = "request"
    if what.predicate.lemma in {"agree", "decide"}:
        kind = "agree" if agent.joint else "commit"
    if kind is None:
        return None
    return Draft(parsed.marked, what.start, clause.end, kind, agent, "cleft.what")


def _is_time_to(parsed: Parse, clause: Clause) -> bool:
    """'It is time to lift the ban', 'It is high time that': somebody is asked to do it."""
    if clause.subject is None or parsed.words[clause.subject[0]].key != "it" or clause.predicate.negated:
        return False
    ahead = [word.key for word in parsed.words[clause.predicate.last : clause.predicate.last + 3]]
    return ahead[:1] == ["time"] or ahead[:2] in (["high", "time"], ["now", "time"])
