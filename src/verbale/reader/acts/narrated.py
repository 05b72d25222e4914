"""Statements about things, without an acting subject: whose they are and what they make."""

from __future__ import annotations

from dataclasses import replace

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.mark_spans import marks_of
from verbale.reader.acts.adjuncts import with_outcome
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.background import is_background
from verbale.reader.acts.dating import is_dated
from verbale.reader.acts.direct import by_agent, is_deserved, of_purpose, of_signing
from verbale.reader.acts.drafts import Draft, draft_of
from verbale.reader.acts.frames import PROMISING, classes, things
from verbale.reader.acts.handing import giver_by_taker, giver_of_freed, giver_to_side
from verbale.reader.acts.judging import NAMING
from verbale.reader.acts.of_party import of_party
from verbale.reader.acts.of_thing import of_thing
from verbale.reader.acts.references import of_pronoun
from verbale.reader.acts.state import State
from verbale.reader.acts.terms import of_terms, of_text, opens_under_deal
from verbale.reader.acts.verdict import Verdict
from verbale.reader.scene import Scene

_ADDRESSED = frozenset("allies partners nations states countries governments members parties".split())
_ANSWERS = frozenset({"thank", "ask", "object", "offer"})
_TIES = frozenset(
    "partnership relationship relations ties friendship alliance cooperation bonds nations countries peoples".split()
)
_MUTUAL = frozenset({"bilateral", "mutual", "between"})
_STANCES = frozenset({"affirm", "commit", "plan", "object", "offer", "request", "appreciate"})


def narrated_acts(scene: Scene, parsed: Parse, clause: Clause, state: State) -> list[Draft]:
    """A statement about a thing, told by the reporter or the issuing government."""
    if clause.kind == "relative" or (clause.kind == "participle" and clause.inherits is None):
        return []
    if scene.genre == "news" and state.memory.voice is None and parsed.words[-1].text == "?":
        return []  # what a reporter asks
    praising = _told_of(scene, parsed, "appreciate", state) if is_deserved(clause) else None
    if praising is not None:
        return [draft_of(parsed, clause, "appreciate", praising, "thank.deserved")]
    doer = by_agent(scene, parsed, clause, state) if clause.predicate.passive else None
    freed = giver_of_freed(scene, parsed, clause) if doer is None else None
    if freed is not None:
        return [draft_of(parsed, clause, "deliver", freed, "deliver.freed")]
    answered = _done_by(scene, parsed, clause, doer) if doer is not None else None
    if answered is not None:
        return [answered]
    verdict = of_text(parsed, clause) if scene.genre == "news" else None
    verdict = verdict or of_thing(parsed, clause, is_dated(scene, parsed, clause))
    if verdict is None or (scene.genre == "news" and verdict.rule == "thing.present"):
        return []  # what holds, told in the reporter's own words, is background
    if scene.genre == "news" and is_background(parsed, clause, verdict.rule) and not opens_under_deal(parsed):
        return []
    if _continues(parsed, clause) and state.last is not None:
        return [draft_of(parsed, clause, state.last.type, state.last.agent, "continued")]
    occasion = _occasion(parsed, clause)
    if occasion is not None and clause.predicate.tense in {"future", "would", "present"} and scene.genre != "news":
        told = _own_view(scene, parsed, state)  # 'The visit will be an opportunity to discuss …'
        return [draft_of(parsed, clause, "affirm", told, "occasion.ahead")] if told is not None else []
    given = _chance_given(parsed, clause, occasion) if occasion is not None else None
    if given is not None:
        return [given]
    if not verdict.type or occasion is not None:
        joint = Agent(scene.sides)
        outcome = with_outcome(parsed, clause, joint) if scene.sides and occasion is None else None
        if outcome is not None:
            return [outcome]
        return of_purpose(scene, parsed, clause, joint) if scene.sides else []
    if verdict.rule == "thing.modal" and scene.genre != "news" and _addresses(parsed, clause):
        verdict = Verdict("request", "modal.addressed")
    if verdict.rule == "thing.future" and verdict.type == "affirm" and _works_for_both(scene, parsed, clause, state):
        verdict = Verdict("agree", "future.body")
    if doer is not None and verdict.type == "deliver":
        doer = giver_by_taker(scene, parsed, clause, doer)
    if verdict.rule == "thing.courtesy" or (verdict.rule == "thing.past" and parsed.words[0].key == "my"):
        told = _own_view(scene, parsed, state)
        return [draft_of(parsed, clause, "affirm", told, "thing.courtesy")] if told is not None else []
    agent = doer or _of_exchange(scene, parsed, clause) or _told_of(scene, parsed, verdict.type, state)
    if agent is None:
        return []
    if verdict.rule == "passive.delivered" and doer is None:
        told = state.memory.giver if agent.joint else None
        agent = giver_to_side(scene, parsed, clause) or told or agent  # 'The first two batches were returned in March'
    agent = of_signing(scene, verdict, agent)
    if verdict.rule == "thing.to-be-signed" and len(scene.sides) == 2:
        agent = Agent(scene.sides)
    if scene.genre == "news" and agent.joint and doer is None:
        verdict = of_terms(parsed, clause, verdict, is_dated(scene, parsed, clause))
        only = _side_alone(scene, parsed, clause)
        shared = any("undertake" in classes(c.predicate.lemma) for c in parsed.clauses if c is not clause)
        if verdict.rule == "terms.future" and only is not None and not shared:
            agent, verdict = only, Verdict("commit", "terms.of-one")
    return [draft_of(parsed, clause, verdict.type, agent, verdict.rule)]


def _done_by(scene: Scene, parsed: Parse, clause: Clause, doer: Agent) -> Draft | None:
    """'The step was welcomed by Rojas', 'More places were promised by Hauge': what whoever stands behind 'by' says of
    a thing; None for what is done with it, and for guests who are welcomed."""
    lemma = clause.predicate.lemma
    told = classes(lemma) & _ANSWERS or lemma in PROMISING or lemma in NAMING
    if not told or not doer.codes or lemma == "greet" or clause.subject is None:
        return None
    span = range(*clause.subject)
    if any(mark.first in span for mark in marks_of(parsed.marked.people, parsed.marked.posts)):
        return None
    active = replace(clause, predicate=replace(clause.predicate, passive=False))
    verdict = of_party(parsed, active, doer.joint, is_dated(scene, parsed, clause))
    return draft_of(parsed, clause, verdict.type, doer, verdict.rule) if verdict is not None and verdict.type else None


def _side_alone(scene: Scene, parsed: Parse, clause: Clause) -> Agent | None:
    """'Samples will be examined in Oslo', 'at the expense of Chile': the one side whose name or town the clause has."""
    span = range(clause.start, clause.end)
    named = {m.code for m in parsed.marked.parties if m.first in span}
    named |= {m.country for m in parsed.marked.places if m.first in span and m.country is not None}
    sides = tuple(sorted(named & set(scene.sides)))
    return Agent(sides) if len(sides) == 1 else None


def _addresses(parsed: Parse, clause: Clause) -> bool:
    """'Allies should consult', 'All states must respect the law': who they are is told what to do."""
    if clause.subject is None and clause.inherits is not None and clause.inherits.subject is not None:
        return _addresses(parsed, clause.inherits)  # '… and prevent harm'
    told = parsed.words[clause.predicate.first].key in {"should", "must", "shall"}
    if clause.subject is None or clause.predicate.passive or not told:
        return False
    return parsed.words[clause.subject[1] - 1].key in _ADDRESSED


def _works_for_both(scene: Scene, parsed: Parse, clause: Clause, state: State) -> bool:
    """'The task force will make recommendations': what a body of both sides will do, both undertake."""
    if clause.subject is None or clause.predicate.passive or clause.predicate.negated:
        return False
    first, last = clause.subject
    subject = [parsed.words[i].key for i in range(first, last)]
    head = next((i for i in range(first, last) if parsed.tags[i] == t.PREPOSITION), last)
    shared = scene.genre == "joint" or "both" in subject or (state.listing is not None and state.listing.agent.joint)
    return shared and not things("bodies").isdisjoint(subject[: head - first])


def _continues(parsed: Parse, clause: Clause) -> bool:
    """'This includes …', 'This commitment covers …': the sentence goes on with the act before it."""
    if clause.subject is None or clause.predicate.lemma not in {"include", "cover", "encompass", "involve"}:
        return False
    return parsed.words[clause.subject[0]].key in {"this", "these", "it", "that"}


def _occasion(parsed: Parse, clause: Clause) -> int | None:
    """'provided an opportunity to discuss': a chance to do something is what was done."""
    if clause.predicate.passive:
        return None  # 'were signed on the occasion'
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 5)):
        if parsed.words[i].key in {"opportunity", "occasion", "chance", "forum", "platform"}:
            return i
    return None


def _own_view(scene: Scene, parsed: Parse, state: State) -> Agent | None:
    """Whose assessment a text of one government gives: of whoever speaks; in a text of both sides, of both."""
    own = of_pronoun(scene, parsed, "i", state.memory) if scene.genre != "joint" or scene.home is not None else None
    return own if own is not None and own.codes else _told_of(scene, parsed, "affirm", state)


def _chance_given(parsed: Parse, clause: Clause, occasion: int) -> Draft | None:
    """'afforded Norway an opportunity to reaffirm its commitment to …': what that one side did there."""
    given = {m.code for m in parsed.marked.parties if clause.predicate.last <= m.first < occasion}
    inner = next((p for p in parsed.predicates if p.form == "infinitive" and p.first > occasion), None)
    if len(given) != 1 or inner is None or inner.first > occasion + 2:
        return None
    done = Clause(replace(inner, form="finite", tense="past"), "main", clause.start, clause.end)
    verdict = of_party(parsed, done, False, False)
    if verdict is None or not verdict.type:
        return None
    return draft_of(parsed, clause, verdict.type, Agent((given.pop(),)), "occasion.given")


def _of_exchange(scene: Scene, parsed: Parse, clause: Clause) -> Agent | None:
    """'Trade stood at', 'Bilateral trade reached': what passes between two sides is of both, unless one owns it."""
    if clause.subject is None or len(scene.sides) != 2:
        return None
    span = range(*clause.subject)
    keys = {parsed.words[i].key for i in span}
    owned = {m.code for m in parsed.marked.parties if m.first in span}
    mutual = bool(keys & _MUTUAL) or keys >= {"two", "way"}
    if scene.home is not None and not mutual:
        return None
    if not keys & things("flows") or len(owned) == 1:
        return None
    return Agent(scene.sides)


def _speaks_of_ties(parsed: Parse) -> bool:
    """'our partnership', 'for us to work together': what is said of the ties is said for both."""
    keys = [word.key for word in parsed.words]
    ours = any(a == "our" and b in _TIES for i, a in enumerate(keys) for b in keys[i + 1 : i + 4])
    return ours or bool({"together", "we", "us"} & set(keys))


def _told_of(scene: Scene, parsed: Parse, kind: str, state: State) -> Agent | None:
    """Whose act a statement without an acting subject is: the issuing government's stance, else the sides it names."""
    if state.memory.heading is not None:
        return state.memory.heading
    keys = {word.key for word in parsed.words}
    own = parsed.words[0].key == "my" or (
        kind in _STANCES and scene.genre == "speech" and "my" in keys and not keys & {"we", "both"}
    )
    mine = of_pronoun(scene, parsed, "i", state.memory) if own else None
    if mine is not None and mine.codes:
        return mine  # 'My visit to Bergen was …', 'This will be my first visit'
    if state.memory.voice is not None and kind in _STANCES:
        return state.memory.voice
    if scene.genre == "speech" and kind in _STANCES:
        shared = _speaks_of_ties(parsed)
        anaphoric = parsed.words[0].key in {"this", "these", "it"} and state.last is not None
        if shared and scene.sides:
            return Agent(scene.sides, scene.speaker)
        if anaphoric and state.last is not None:
            return state.last.agent
    if scene.home is not None and kind in _STANCES and scene.genre != "joint":
        return Agent((scene.home,), scene.speaker)
    named = sorted({m.code for m in parsed.marked.parties} & set(scene.sides))
    ours = any(word.key == "our" and parsed.tags[i + 1] == t.NOUN for i, word in enumerate(parsed.words[:-1][:5]))
    if kind == "report" and named and ours and scene.home in scene.sides:
        named = sorted({*named, str(scene.home)})  # 'In 2020 our exports to Chile grew'
    if kind in {"report", "deliver"} and named:
        return Agent(tuple(named))
    return Agent(scene.sides) if scene.sides else None
