"""Who hands over: the giver of what is received, freed or returned, where the words name the other end."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.frames import things
from verbale.reader.scene import Scene

_FREED = frozenset({"release", "free", "hand-over", "repatriate", "return"})
_PEOPLE = frozenset(
    "prisoners fishermen soldiers sailors detainees hostages captives crew crews nationals citizens pilgrims "
    "civilians men women people".split()
)
_WINNING = frozenset({"win", "secure", "obtain", "extract", "get", "receive", "gain"})
_PROMISES = {
    **dict.fromkeys(("promise", "promises", "pledge", "pledges", "assurance", "assurances", "commitment"), "commit"),
    **dict.fromkeys(("guarantee", "guarantees", "undertaking"), "commit"),
    **dict.fromkeys(("offer", "invitation"), "offer"),
}
_NEAR = 12  # tokens behind the verb in which the promise and whoever makes it are named
_ENDS = frozenset({t.TO, t.FINITE, t.RELATIVE, t.SUBORDINATOR})
_NOT_GOODS = frozenset("visitors guests delegations requests calls applications complaints votes percent".split())
_GOODS = frozenset("boats vessels trawlers aircraft equipment bodies ashes".split())


def giver_of_received(scene: Scene, parsed: Parse, clause: Clause, agent: Agent) -> Agent | None:
    """'Norway received the remains of six men from Chile': Chile gives; of two sides, the other one."""
    if clause.predicate.passive or clause.predicate.negated:
        return None
    if clause.predicate.tense not in LOOKING_BACK or agent.joint:
        return None
    others = [side for side in scene.sides if side not in agent.codes] if len(scene.sides) == 2 else []
    other = Agent((others[0],)) if len(others) == 1 else None
    if clause.predicate.lemma in {"obtain", "secure", "win"}:
        near = [word.key for word in parsed.words[clause.predicate.last : clause.predicate.last + 2]]
        return other if near in (["the", "release"], ["the", "return"]) else None
    return _sender(parsed, clause, agent, other) if clause.predicate.lemma == "receive" else None


def _sender(parsed: Parse, clause: Clause, agent: Agent, other: Agent | None) -> Agent | None:
    """Who gave what was received: whoever stands behind 'from', else the other of two sides."""
    ahead = range(clause.predicate.last, clause.end)
    given = things("tokens") | _GOODS
    keys = {parsed.words[i].key for i in ahead if i < clause.predicate.last + 14}
    counted = any(mark.first in ahead[:4] for mark in parsed.marked.quantities)
    if not keys & given and (not counted or keys & _NOT_GOODS):
        return None
    sender = next((i for i in ahead if parsed.words[i].key == "from"), None)
    if sender is not None:
        named = [m.code for m in parsed.marked.parties if sender < m.first <= sender + 4]
        named += [m.country for m in parsed.marked.places if m.first == sender + 1 and m.country is not None]
        if named and named[0] not in agent.codes:
            return Agent((named[0],))
    return other if keys & given else None


def giver_of_freed(scene: Scene, parsed: Parse, clause: Clause) -> Agent | None:
    """'27 Chilean fishermen were freed': by the other of two sides."""
    if clause.predicate.lemma not in _FREED or not clause.predicate.passive or clause.subject is None:
        return None
    if clause.predicate.tense not in LOOKING_BACK or len(scene.sides) != 2:
        return None
    span = range(*clause.subject)
    own = {m.code for m in parsed.marked.parties if m.first in span} & set(scene.sides)
    if len(own) != 1 or not any(parsed.words[i].key in _PEOPLE for i in span):
        return None
    return Agent(tuple(side for side in scene.sides if side not in own))


def promiser(scene: Scene, parsed: Parse, clause: Clause) -> tuple[str, int, int] | None:
    """'won a promise from Norway to lift the ban': the act that was drawn from the other side, and where its name
    stands; None for other clauses."""
    if clause.predicate.lemma not in _WINNING or clause.predicate.passive or clause.predicate.negated:
        return None
    ahead = range(clause.predicate.last, min(clause.end, clause.predicate.last + _NEAR))
    promised = next((parsed.words[i].key for i in ahead if parsed.words[i].key in _PROMISES), None)
    source = next((i for i in ahead if parsed.words[i].key == "from"), None)
    if promised is None or source is None:
        return None
    last = source + 1
    while last < clause.end and parsed.tags[last] not in _ENDS and parsed.words[last].text not in {",", "."}:
        last += 1
    return _PROMISES[promised], source + 1, last


def giver_to_side(scene: Scene, parsed: Parse, clause: Clause) -> Agent | None:
    """'A centre was handed over to Fiji's navy': of two sides, the other one gives."""
    first = clause.predicate.last
    if len(scene.sides) != 2 or first >= len(parsed.words) or parsed.words[first].key != "to":
        return None
    takers = {m.code for m in parsed.marked.parties if first < m.first <= first + 3}
    others = tuple(side for side in scene.sides if side not in takers)
    return Agent(others) if len(takers) == 1 and len(others) == 1 else None


def giver_by_taker(scene: Scene, parsed: Parse, clause: Clause, doer: Agent) -> Agent:
    """'were handed over by Dr Soto to Norwegian General Hauge': of two sides, the giver is of the other one."""
    if doer.codes or len(scene.sides) != 2:
        return doer
    behind = next((i for i in range(clause.predicate.last, clause.end) if parsed.words[i].key == "to"), clause.end)
    people = {scene.cast.people[m.person].party for m in parsed.marked.people if behind < m.first < clause.end}
    takers = people & set(scene.sides)
    others = tuple(side for side in scene.sides if side not in takers)
    return Agent(others, doer.person) if len(takers) == 1 else doer
