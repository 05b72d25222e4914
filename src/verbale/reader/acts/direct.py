"""Acts told with their agent as subject: what a party says, does, signs, meets for."""

from __future__ import annotations

from dataclasses import replace

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK, LOOKING_FORWARD
from verbale.reader.acts.adjuncts import with_outcome
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.agents import resolve
from verbale.reader.acts.dating import is_dated
from verbale.reader.acts.drafts import Draft, draft_of
from verbale.reader.acts.frames import classes, predicative, purposes
from verbale.reader.acts.handing import giver_of_freed, giver_of_received, promiser
from verbale.reader.acts.of_party import of_party
from verbale.reader.acts.of_thing import of_thing
from verbale.reader.acts.state import State
from verbale.reader.acts.terms import opens_under_deal
from verbale.reader.acts.texts import exchanges, trades_texts
from verbale.reader.acts.verdict import Verdict
from verbale.reader.acts.wording import talks_about
from verbale.reader.scene import Scene

_RAISING = frozenset({"elevate", "upgrade", "raise", "lift", "establish"})
_ANSWERING = frozenset({"recognize", "acknowledge", "accept", "respond", "admit", "conclude"})
_PARTNERS = frozenset(
    "partner partners market source investor supplier destination neighbor neighbour ally friend".split()
)


def direct_acts(scene: Scene, parsed: Parse, clause: Clause, agent: Agent, state: State) -> list[Draft]:
    """An act told by the reporter, with its agent as subject."""
    if clause.predicate.passive and parsed.words[clause.predicate.head].key not in predicative():
        return _passive_party(scene, parsed, clause, agent, state)
    handed = _handed(scene, parsed, clause, agent, state)
    if handed is not None:
        return [handed]
    if clause.predicate.lemma in {"agree", "concur", "decide"} and _with_follows(parsed, clause):
        agent = _with_counterpart(scene, parsed, clause, agent)
    if clause.predicate.lemma in {"agree", "concur", "decide"} and clause.inherits is not None:
        agent = _met_with(scene, parsed, clause.inherits, agent)
    verdict = of_party(parsed, clause, agent.joint, is_dated(scene, parsed, clause))
    if verdict is None:
        return []
    outstanding = verdict.rule == "turn.has-yet-to"
    if _is_denied(parsed, clause) and "say" in classes(clause.predicate.lemma) and not outstanding:
        return []
    if verdict.rule == "meet" or (verdict.type == "discuss" and clause.predicate.lemma in {"speak", "talk"}):
        purposes_found = of_purpose(scene, parsed, clause, agent)
        outcome = with_outcome(parsed, clause, agent) if verdict.rule == "meet" else None
        if outcome is not None:
            return [outcome]
        if purposes_found or verdict.rule == "meet":
            return purposes_found
    if verdict.type == "sign" and any(parsed.words[i].key == "behalf" for i in range(clause.start, clause.end)):
        agent = of_signing(scene, verdict, agent)  # 'signed on behalf of Norway': the other side signed too
    paired = verdict.type in {"discuss", "sign", "agree"} and clause.predicate.lemma not in {"outline", "raise"}
    if verdict.rule == "say.announced" and _years_ago(scene, parsed, clause):
        verdict = Verdict("report", "say.announced-then")
    if verdict.type == "agree" and (_of_text_named(parsed, clause) or _raised_then(scene, parsed, clause)):
        verdict = Verdict("report", "agreed-then")
    if paired or verdict.rule == "copula.state":
        agent = _with_counterpart(scene, parsed, clause, agent)
    if verdict.rule == "copula.state" and _is_partner_of_ours(scene, parsed, clause, agent):
        agent = Agent(scene.sides)
    if verdict.rule == "future.talks" and scene.genre == "joint":
        verdict = Verdict("agree" if agent.joint else "commit", "future.talks-joint")
    if scene.genre == "news" and _is_term(parsed, clause, agent, verdict) and scene.sides:
        return [draft_of(parsed, clause, "agree", Agent(scene.sides), "terms.under-deal")]
    if verdict.rule == "modal" and _addressed(scene, parsed, clause, agent):
        return [draft_of(parsed, clause, "request", Agent(_issuers(scene)), "modal.addressed")]
    if _is_assessment(scene, verdict, agent, state):
        agent = state.memory.voice or Agent((scene.home or "",), scene.speaker)
    return [draft_of(parsed, clause, verdict.type, agent, verdict.rule)]


def _is_partner_of_ours(scene: Scene, parsed: Parse, clause: Clause, agent: Agent) -> bool:
    """'Norway is our third largest trading partner', on the page of the other government: of both."""
    two = len(scene.sides) == 2 and scene.home in scene.sides and scene.home not in agent.codes
    keys = [parsed.words[i].key for i in range(clause.predicate.last, clause.end)]
    return two and any(key == "our" and bool(_PARTNERS & set(keys[i + 1 : i + 6])) for i, key in enumerate(keys))


def _years_ago(scene: Scene, parsed: Parse, clause: Clause) -> bool:
    """'In November 2011, they announced': in a year before the text's own."""
    if clause.kind not in {"main", "coordinate"} or clause.predicate.tense not in LOOKING_BACK:
        return False
    today = scene.published.earliest() if scene.published is not None else None
    first = 0 if clause is parsed.clauses[0] else clause.start
    ends = [m.start.latest() for m in parsed.marked.dates if m.start is not None and first <= m.first < clause.end]
    return today is not None and any(end is not None and end.year < today.year for end in ends)


def _of_text_named(parsed: Parse, clause: Clause) -> bool:
    """'a declaration of 2019, by which the states bound themselves to': what a text that is only named did."""
    at = clause.start - 1
    past = clause.predicate.tense in LOOKING_BACK
    return past and at > 0 and parsed.words[at].key == "which" and parsed.tags[at - 1] == t.PREPOSITION


def _raised_then(scene: Scene, parsed: Parse, clause: Clause) -> bool:
    """'upgraded their ties in November 2012': how high ties stand since an earlier year."""
    return clause.predicate.lemma in _RAISING and _years_ago(scene, parsed, clause)


def _handed(scene: Scene, parsed: Parse, clause: Clause, agent: Agent, state: State) -> Draft | None:
    """What changes hands: goods received, a promise won, texts and gifts exchanged; None for other clauses."""
    giver = giver_of_received(scene, parsed, clause, agent)
    if giver is not None:
        return draft_of(parsed, clause, "deliver", giver, "deliver.received")
    drawn = promiser(scene, parsed, clause)
    if drawn is not None:
        other = resolve(scene, parsed, drawn[1], drawn[2], state.memory)
        if other is not None and other.codes != agent.codes:
            return draft_of(parsed, clause, drawn[0], other, "won.promise")
    if clause.predicate.lemma == "exchange" and trades_texts(parsed, clause):
        return draft_of(parsed, clause, "sign", agent, "sign.exchanged-texts")
    if exchanges(parsed, clause):
        return draft_of(parsed, clause, "deliver", agent, "deliver.exchange")
    return None


def _is_term(parsed: Parse, clause: Clause, agent: Agent, verdict: Verdict) -> bool:
    """'Under the deal, the two sides may …', 'Under the deal, Chile will be allowed to': what is agreed by both, not
    what one side is to do under it."""
    if not opens_under_deal(parsed):
        return False
    granted = verdict.type == "affirm" and clause.predicate.tense in {"future", "would", "modal"}
    return granted or (agent.joint and verdict.rule in {"future.dated", "modal"})


def _is_denied(parsed: Parse, clause: Clause) -> bool:
    """'did not comment', 'Neither side commented', not 'has never recognised it'."""
    if clause.predicate.lemma in _ANSWERING and clause.predicate.tense != "past":
        return False
    nobody = clause.subject is not None and parsed.words[clause.subject[0]].key in {"neither", "no", "none", "nobody"}
    return clause.predicate.negated or nobody


def _with_follows(parsed: Parse, clause: Clause) -> bool:
    """'agreed with Hauge on', not 'agreed to work with Norway'."""
    return clause.predicate.last < len(parsed.words) and parsed.words[clause.predicate.last].key == "with"


def _with_counterpart(scene: Scene, parsed: Parse, clause: Clause, agent: Agent) -> Agent:
    """'discussed with', 'signed with', 'is the largest partner of': the other side takes part."""
    others = set(scene.sides) - set(agent.codes)
    if agent.joint or not others or not agent.codes:
        return agent
    named = {m.code for m in parsed.marked.parties if clause.predicate.last <= m.first < clause.end}
    named |= {
        party
        for m in parsed.marked.people
        if clause.predicate.last <= m.first < clause.end and (party := scene.cast.people[m.person].party)
    }
    state = clause.predicate.lemma in {"be", "remain", "become"}
    joined = (
        state
        or clause.predicate.lemma in {"sign", "ink"}
        or any(parsed.words[i].key == "with" for i in range(clause.predicate.last, clause.end))
    )
    if joined and named & others:
        return Agent(tuple(sorted({*agent.codes, *(named & others)})))
    return agent


def _met_with(scene: Scene, parsed: Parse, meeting: Clause, agent: Agent) -> Agent:
    """'Rojas met her counterpart, Per Hauge, and agreed to': both agreed."""
    if agent.joint or not agent.codes or meeting.predicate.lemma not in {"meet", "talk", "confer", "speak"}:
        return agent
    span = range(meeting.predicate.last, meeting.end)
    met = {scene.cast.people[m.person].party for m in parsed.marked.people if m.first in span}
    others = met & set(scene.sides) - set(agent.codes)
    return Agent(tuple(sorted({*agent.codes, *(code for code in others if code)}))) if others else agent


def _addressed(scene: Scene, parsed: Parse, clause: Clause, agent: Agent) -> bool:
    """'The forces must end the violence': somebody outside the text's own sides is told what to do."""
    must = parsed.words[clause.predicate.first].key in {"must", "should", "shall"}
    return must and scene.genre != "news" and not set(agent.codes) & set(_issuers(scene))


def _issuers(scene: Scene) -> tuple[str, ...]:
    """Who speaks in the text: the issuing government, or all sides of a joint text."""
    return (scene.home,) if scene.home is not None else scene.sides


def _is_assessment(scene: Scene, verdict: Verdict, agent: Agent, state: State) -> bool:
    """One government's text says what the other side is: the assessment is that of whoever speaks."""
    speaking = state.memory.voice.codes if state.memory.voice is not None else (scene.home,)
    if scene.home is None or scene.genre == "news" or agent.joint or agent.codes == speaking:
        return False
    return verdict.rule in {"copula", "told.present"} and agent.person is None


def _passive_party(scene: Scene, parsed: Parse, clause: Clause, agent: Agent, state: State) -> list[Draft]:
    """'Vietnam was asked to', 'the two were committed to': the agent behind 'by' acts, else it is a report."""
    doer = by_agent(scene, parsed, clause, state)
    if (
        doer is not None
        and doer.person is not None
        and clause.predicate.lemma in {"receive", "welcome", "host", "greet"}
    ):
        state.memory.note(doer)
    freed = giver_of_freed(scene, parsed, clause) if doer is None else None
    if freed is not None:
        return [draft_of(parsed, clause, "deliver", freed, "deliver.freed")]
    if is_deserved(clause):
        voice = state.memory.voice or Agent(_issuers(scene), scene.speaker)
        return [draft_of(parsed, clause, "appreciate", voice, "thank.deserved")]
    told = _done_to(scene, parsed, clause, agent, doer)
    if told is not None:
        return told
    verdict = of_thing(parsed, clause, is_dated(scene, parsed, clause))
    if verdict is None or not verdict.type:
        return []
    if scene.genre == "news" and _is_term(parsed, clause, agent, verdict) and scene.sides:
        return [draft_of(parsed, clause, "agree", Agent(scene.sides), "terms.under-deal")]
    others = set(scene.sides) - set(agent.codes)
    if verdict.rule == "passive.delivered" and doer is None and len(others) == 1:  # 'he was given a letter'
        doer = Agent((others.pop(),))
    return [draft_of(parsed, clause, verdict.type, of_signing(scene, verdict, doer or agent), verdict.rule)]


def _done_to(scene: Scene, parsed: Parse, clause: Clause, agent: Agent, doer: Agent | None) -> list[Draft] | None:
    """'Norway was thanked by Rojas', 'was urged to', 'has been invited to': whoever does it acts, not the subject; an
    act whose doer is not told is nobody's, but of two sides the other one invites. None for other verbs."""
    lemma = clause.predicate.lemma
    if not classes(lemma) & {"thank", "ask", "object", "offer"} or lemma in {"welcome", "greet", "value", "call"}:
        return None
    others = tuple(side for side in scene.sides if side not in agent.codes)
    if doer is None and lemma in {"invite", "ask", "request"} and others == scene.sides:
        doer = Agent(others)  # 'Poland has been invited to join': by both
    if doer is None and lemma == "invite" and len(others) == 1 and not agent.joint:
        doer = Agent(others)
    if doer is None:
        return None if agent.joint else []
    active = replace(clause, predicate=replace(clause.predicate, passive=False))
    verdict = of_party(parsed, active, doer.joint, is_dated(scene, parsed, clause))
    return [draft_of(parsed, clause, verdict.type, doer, verdict.rule)] if verdict is not None and verdict.type else []


def is_deserved(clause: Clause) -> bool:
    """'Norway should be commended for', 'The steps must be applauded': praise of whoever speaks."""
    praised = "thank" in classes(clause.predicate.lemma) and clause.predicate.lemma not in {"greet", "value", "welcome"}
    return praised and clause.predicate.passive and clause.predicate.tense == "modal" and not clause.predicate.negated


def of_signing(scene: Scene, verdict: Verdict, agent: Agent) -> Agent:
    """What one of two sides signs at their meeting, both sign."""
    if verdict.type == "sign" and len(scene.sides) == 2 and set(agent.codes) < set(scene.sides):
        return Agent(scene.sides, agent.person)
    return agent


def by_agent(scene: Scene, parsed: Parse, clause: Clause, state: State) -> Agent | None:
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 12)):
        if parsed.words[i].key == "by":
            last = i + 1
            while (
                last < clause.end
                and parsed.words[last].text not in {".", ";"}
                and not (parsed.words[last].key == "to" and parsed.words[last - 1].text == ",")
                and parsed.tags[last] not in (t.FINITE, t.RELATIVE)
            ):
                last += 1
            return resolve(scene, parsed, i + 1, last, state.memory)
    return None


def of_purpose(scene: Scene, parsed: Parse, clause: Clause, agent: Agent) -> list[Draft]:
    """'met to discuss …': the purpose of a meeting is what was discussed there."""
    trips = {"travel", "visit", "arrive", "hold", "fly", "come", "attend", "join", "host"}
    if clause.predicate.lemma in trips and clause.predicate.tense not in LOOKING_FORWARD:
        return []
    for predicate in parsed.predicates:
        if predicate.form == "infinitive" and clause.predicate.last <= predicate.first < clause.end:
            if parsed.words[predicate.first - 1].key in {"plans", "time", "place"}:
                continue
            if predicate.lemma in purposes():
                joint = Agent(scene.sides) if len(scene.sides) > 1 and not agent.joint else agent
                kind = "affirm" if "stress" in classes(predicate.lemma) else "discuss"
                if clause.predicate.tense in LOOKING_FORWARD:
                    kind = "plan"
                return [Draft(parsed.marked, predicate.first, clause.end, kind, joint, "purpose")]
            return []
    if clause.predicate.tense in LOOKING_FORWARD:
        return [draft_of(parsed, clause, "plan", agent, "future.event")]
    if talks_about(parsed, clause) and len(scene.sides) > 1:
        return [draft_of(parsed, clause, "discuss", Agent(scene.sides), "purpose.talks-on")]
    return []
