"""The acts of a document: clause by clause through its sentences, one act per sentence, type and actors."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from verbale.language import tags as t
from verbale.language.clauses import Clause, Parse, parse
from verbale.language.marks import Marked
from verbale.language.people import resolve_description
from verbale.model.document import Role
from verbale.model.evidence import Evidence
from verbale.model.reading import Act
from verbale.reader.acts.agents import Agent, Memory, agent_of, resolve
from verbale.reader.acts.cues import cues
from verbale.reader.acts.frames import classes, predicative, purposes, speech, things
from verbale.reader.acts.quotes import quoted
from verbale.reader.acts.types import Verdict, exchanges, of_party, of_thing
from verbale.reader.scene import Scene
from verbale.reader.topics import carried_topics, topics_in

_STANCES = frozenset({"affirm", "commit", "plan", "object", "offer", "request", "appreciate"})
_LEAST_WORDS = 4


@dataclass(slots=True)
class Draft:
    """An act before it is merged with its like: token range of its sentence, type, agent, rule."""

    marked: Marked
    first: int
    last: int
    type: str
    agent: Agent
    rule: str


@dataclass(slots=True)
class _State:
    memory: Memory = field(default_factory=Memory)
    quote_agent: Agent | None = None
    last: Draft | None = None
    list_of: int | None = None


def read_acts(scene: Scene) -> tuple[Act, ...]:
    """All acts of the body, in the order of the text."""
    state = _State()
    acts: list[Act] = []
    body = [m for m in scene.marked if m.sentence.role is Role.BODY]
    parses = {m.sentence.index: parse(m, speech()) for m in body if not m.sentence.heading}
    spoken = dict(zip((m.sentence.index for m in body), quoted(body), strict=True))
    for marked in body:
        if marked.sentence.heading:
            _heading(scene, marked, state)
            continue
        _voice(scene, marked, state)
        parsed = parses[marked.sentence.index]
        if state.list_of is not None and _is_item(parsed):
            acts[state.list_of] = _with_item(scene, acts[state.list_of], marked)
            continue
        drafts = sentence_acts(scene, parsed, state, spoken[marked.sentence.index])
        if drafts:
            state.last = drafts[-1]
        earlier = acts[-1].topics if acts else ()
        merged = _merge(scene, drafts, earlier)
        acts.extend(merged)
        opens = marked.sentence.tokens[-1].text == ":"
        state.list_of = len(acts) - 1 if opens and merged else state.list_of if marked.sentence.bullet else None
    return tuple(acts)


def _is_item(parsed: Parse) -> bool:
    """Whether a sentence is an item of a list without a verb of its own: a noun phrase or an infinitive."""
    if not parsed.marked.sentence.bullet:
        return False
    finite = [c for c in parsed.clauses if c.kind in {"main", "coordinate"} and c.predicate.form == "finite"]
    return not finite or (finite[0].subject is None and finite[0].predicate.first <= 2)


def _with_item(scene: Scene, act: Act, marked: Marked) -> Act:
    """The act that the line before the list opened, with the item's words and topics."""
    topics = dict.fromkeys([*act.topics, *topics_in(marked, 0, len(marked.sentence.tokens))])
    return replace(act, topics=tuple(topics), evidence=(*act.evidence, scene.quote_sentence(marked)))


def _voice(scene: Scene, marked: Marked, state: _State) -> None:
    """'FOREIGN MINISTER TANAKA: …': the speaker of a transcript, until the next one."""
    words = marked.sentence.tokens
    colon = next((i for i, word in enumerate(words[:8]) if word.text == ":"), None)
    if not colon or not any(w.text.isupper() and len(w.text) > 2 for w in words[:colon]):
        return
    people = [m.person for m in marked.people if m.first < colon]
    person = people[0] if people else resolve_description(scene.cast, marked, 0, colon)
    party = scene.cast.people[person].party if person is not None else None
    state.memory.voice = Agent((party,), person) if party else None


def _heading(scene: Scene, marked: Marked, state: _State) -> None:
    """A heading that names one side ('The U.S. side:') gives the actor of what follows."""
    codes = {m.code for m in marked.parties}
    side = len(codes) == 1 and len(marked.sentence.tokens) <= 5
    state.memory.heading = Agent((codes.pop(),)) if side else None


def sentence_acts(scene: Scene, parsed: Parse, state: _State, spoken: bool) -> list[Draft]:
    """The acts of one sentence, before merging."""
    if len(parsed.words) < _LEAST_WORDS:
        return []
    drafts: list[Draft] = []
    attribution = next((c for c in parsed.clauses if c.kind == "attribution"), None)
    if attribution is not None and attribution.predicate.passive:
        return _it_was(scene, parsed, attribution)
    speaker = _attributed(scene, parsed, attribution, state, spoken)
    for clause in parsed.clauses:
        if clause is attribution or clause.kind == "subordinate":
            continue
        governor = clause.governor
        if governor is not None and governor is not attribution:
            continue  # read with its governor
        drafts.extend(_clause_acts(scene, parsed, clause, speaker, state))
    if speaker is not None and spoken:
        state.quote_agent = speaker
    elif any(w.text in {'"', "“", "”"} for w in parsed.words):
        state.quote_agent = _quoting(scene, parsed, state) or state.quote_agent
    return drafts


def _quoting(scene: Scene, parsed: Parse, state: _State) -> Agent | None:
    """Whose words the quotation is that a sentence opens: of its last verb of speech."""
    for clause in reversed(parsed.clauses):
        if classes(clause.predicate.lemma) & {"say", "stress"} and clause.kind in {"main", "coordinate", "attribution"}:
            return agent_of(scene, parsed, clause, state.memory)
    return None


def _it_was(scene: Scene, parsed: Parse, attribution: Clause) -> list[Draft]:
    """'…, it was agreed, …': what both sides did, told without a subject."""
    if not scene.sides:
        return []
    names = classes(attribution.predicate.lemma)
    kind = "agree" if "undertake" in names else "affirm" if "stress" in names else "report"
    return [Draft(parsed.marked, 0, len(parsed.words), kind, Agent(scene.sides), "attribution.passive")]


def _attributed(scene: Scene, parsed: Parse, attribution: Clause | None, state: _State, spoken: bool) -> Agent | None:
    """Whose words the sentence gives: of its attribution, or of the quote that it goes on with."""
    if attribution is not None and attribution.subject is not None:
        first, last = attribution.subject
        if last - first == 1:  # 'he said': the person who is the subject before it
            for clause in parsed.clauses:
                if clause.start < first and clause.subject is not None and clause.kind != "relative":
                    state.memory.note(resolve(scene, parsed, *clause.subject, state.memory))
        agent = resolve(scene, parsed, *attribution.subject, state.memory)
        state.memory.note(agent)
        return agent
    return state.quote_agent if spoken else None


def _clause_acts(scene: Scene, parsed: Parse, clause: Clause, speaker: Agent | None, state: _State) -> list[Draft]:
    agent = agent_of(scene, parsed, clause, state.memory)
    if agent is not None and clause.kind in {"main", "coordinate"} and speaker is None:
        state.memory.note(agent)
    if clause.kind == "relative" and (agent is None or clause.predicate.lemma not in speech()):
        return []
    if speaker is not None and speaker.person is None and agent is not None and agent.person is not None:
        speaker = None if clause.predicate.lemma in speech() else speaker  # '…, officials said'
    if speaker is not None:
        told = _attributed_type(clause)
        if told is not None:
            return [_draft(parsed, clause, told, speaker, "attribution")] if speaker.codes else []
        return _reported(scene, parsed, clause, speaker, agent, state)
    if agent is None and (_forum_acts(parsed, clause) or _text_says(parsed, clause)) and scene.sides:
        agent = Agent(scene.sides)
    if agent is None:
        return _narrated(scene, parsed, clause, state)
    inner = _told_clauses(parsed, clause)
    if inner:
        drafts: list[Draft] = []
        for part in inner:
            embedded = agent_of(scene, parsed, part, state.memory)
            drafts.extend(_reported(scene, parsed, part, agent, embedded, state, clause))
        return drafts
    return _direct(scene, parsed, clause, agent, state)


def _text_says(parsed: Parse, clause: Clause) -> bool:
    """'A joint statement said the ministers had …': the text speaks for those who issued it."""
    if clause.subject is None or not clause.parts or not classes(clause.predicate.lemma) & {"say", "stress"}:
        return False
    return any(parsed.words[i].key in things("texts") for i in range(*clause.subject))


def _forum_acts(parsed: Parse, clause: Clause) -> bool:
    """'The dialogue focused on', 'The meeting reaffirmed': the forum stands for those who meet."""
    subject = clause.subject or (clause.inherits.subject if clause.inherits else None)
    if subject is None or not classes(clause.predicate.lemma) & {"discuss", "stress", "undertake", "object", "ask"}:
        return False
    if clause.predicate.passive:
        return False
    forums = {m.last - 1 for m in parsed.marked.mechanisms}
    return any(parsed.words[i].key in things("forums") or i in forums for i in range(*subject))


def _attributed_type(clause: Clause) -> str | None:
    """'…, Chien urged': the verb of the attribution itself makes the act, unless it only reports."""
    if clause.governor is None or clause.governor.kind != "attribution":
        return None
    names = classes(clause.governor.predicate.lemma)
    if names & {"say", "stress"}:
        return None
    types = {"ask": "request", "object": "object", "undertake": "commit", "offer": "offer", "thank": "appreciate"}
    return next((act for name, act in types.items() if name in names), None)


def _told_clauses(parsed: Parse, clause: Clause) -> list[Clause]:
    """The complements that decide the act: those of a verb that only reports what was said."""
    names = classes(clause.predicate.lemma)
    if cues(parsed, clause).noun in {"request", "offer", "undertake", "object", "appreciate"}:
        return []  # 'voiced the hope that …'
    if not clause.parts or not names & {"say", "stress"}:
        return []
    return clause.parts


def _direct(scene: Scene, parsed: Parse, clause: Clause, agent: Agent, state: _State) -> list[Draft]:
    """An act told by the reporter, with its agent as subject."""
    if clause.predicate.passive and parsed.words[clause.predicate.head].key not in predicative():
        return _passive_party(scene, parsed, clause, agent, state)
    if exchanges(parsed, clause):
        return [_draft(parsed, clause, "deliver", agent, "deliver.exchange")]
    verdict = of_party(parsed, clause, agent.joint, _dated(scene, parsed, clause))
    if verdict is None or (clause.predicate.negated and "say" in classes(clause.predicate.lemma)):
        return []
    if verdict.rule == "meet" or (verdict.type == "discuss" and clause.predicate.lemma in {"speak", "talk"}):
        purposes_found = _purposes(scene, parsed, clause, agent)
        if purposes_found or verdict.rule == "meet":
            return purposes_found
    if verdict.type in {"discuss", "sign", "agree"} or verdict.rule == "copula.state":
        agent = _with_counterpart(scene, parsed, clause, agent)
    if verdict.rule == "future.talks" and scene.genre == "joint":
        verdict = Verdict("agree" if agent.joint else "commit", "future.talks-joint")
    if verdict.rule == "modal" and _addressed(scene, parsed, clause, agent):
        return [_draft(parsed, clause, "request", Agent(_issuers(scene)), "modal.addressed")]
    if _is_assessment(scene, clause, verdict, agent):
        agent = Agent((scene.home or "",), scene.speaker)
    return [_draft(parsed, clause, verdict.type, agent, verdict.rule)]


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


def _addressed(scene: Scene, parsed: Parse, clause: Clause, agent: Agent) -> bool:
    """'The forces must end the violence': somebody outside the text's own sides is told what to do."""
    must = parsed.words[clause.predicate.first].key in {"must", "should", "shall"}
    return must and scene.genre != "news" and not set(agent.codes) & set(_issuers(scene))


def _issuers(scene: Scene) -> tuple[str, ...]:
    """Who speaks in the text: the issuing government, or all sides of a joint text."""
    return (scene.home,) if scene.home is not None else scene.sides


def _is_assessment(scene: Scene, clause: Clause, verdict: Verdict, agent: Agent) -> bool:
    """One government's text says what the other side is: the assessment is that government's."""
    if scene.home is None or scene.genre == "news" or agent.joint or agent.codes == (scene.home,):
        return False
    return verdict.rule in {"copula", "told.present"} and agent.person is None


def _passive_party(scene: Scene, parsed: Parse, clause: Clause, agent: Agent, state: _State) -> list[Draft]:
    """'Vietnam was asked to', 'the two were committed to': the agent behind 'by' acts, else it is a report."""
    doer = _by_agent(scene, parsed, clause, state)
    if (
        doer is not None
        and doer.person is not None
        and clause.predicate.lemma in {"receive", "welcome", "host", "greet"}
    ):
        state.memory.note(doer)
    verdict = of_thing(parsed, clause, _dated(scene, parsed, clause))
    if verdict is None or not verdict.type:
        return []
    others = set(scene.sides) - set(agent.codes)
    if verdict.rule == "passive.delivered" and doer is None and len(others) == 1:  # 'he was given a letter'
        doer = Agent((others.pop(),))
    return [_draft(parsed, clause, verdict.type, _signing(scene, verdict, doer or agent), verdict.rule)]


def _signing(scene: Scene, verdict: Verdict, agent: Agent) -> Agent:
    """What one of two sides signs at their meeting, both sign."""
    if verdict.type == "sign" and len(scene.sides) == 2 and set(agent.codes) < set(scene.sides):
        return Agent(scene.sides, agent.person)
    return agent


def _by_agent(scene: Scene, parsed: Parse, clause: Clause, state: _State) -> Agent | None:
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 12)):
        if parsed.words[i].key == "by":
            last = i + 1
            while (
                last < clause.end
                and parsed.words[last].text not in {".", ";"}
                and parsed.tags[last] not in (t.FINITE, t.RELATIVE)
            ):
                last += 1
            return resolve(scene, parsed, i + 1, last, state.memory)
    return None


def _purposes(scene: Scene, parsed: Parse, clause: Clause, agent: Agent) -> list[Draft]:
    """'met to discuss …': the purpose of a meeting is what was discussed there."""
    if clause.predicate.lemma in {"travel", "visit", "arrive", "hold", "fly", "come", "attend", "join", "host"}:
        if clause.predicate.tense not in {"future", "would"}:
            return []
    for predicate in parsed.predicates:
        if predicate.form == "infinitive" and clause.predicate.last <= predicate.first < clause.end:
            if parsed.words[predicate.first - 1].key in {"plans", "time", "place"}:
                continue
            if predicate.lemma in purposes():
                joint = Agent(scene.sides) if len(scene.sides) > 1 and not agent.joint else agent
                kind = "affirm" if "stress" in classes(predicate.lemma) else "discuss"
                if clause.predicate.tense in {"future", "would"}:
                    kind = "plan"
                return [Draft(parsed.marked, predicate.first, clause.end, kind, joint, "purpose")]
            return []
    if clause.predicate.tense in {"future", "would"}:
        return [_draft(parsed, clause, "plan", agent, "future.event")]
    return []


def _reported(
    scene: Scene,
    parsed: Parse,
    clause: Clause,
    speaker: Agent,
    embedded: Agent | None,
    state: _State,
    governor: Clause | None = None,
) -> list[Draft]:
    """What a speaker is reported to have said, typed by the clause that was said."""
    start = (
        min(governor.start, clause.start) if governor is not None and governor.complement is clause else clause.start
    )
    clause = _backshifted(clause, governor)
    own = embedded is not None and (embedded.codes == speaker.codes or embedded.person == speaker.person is not None)
    dated = _dated(scene, parsed, clause)
    if embedded is None:
        verdict = of_thing(parsed, clause, dated)
        if verdict is not None and not verdict.type:
            verdict = Verdict("report" if clause.predicate.tense != "future" else "plan", "reported.meeting")
        if verdict is not None and verdict.type in {"discuss", "sign", "deliver", "agree"}:
            verdict = Verdict("report", "reported." + verdict.rule)
        return _one(parsed, start, clause, verdict, speaker)
    verdict = of_party(parsed, clause, embedded.joint, dated)
    if verdict is not None and not verdict.type:
        verdict = Verdict(
            "plan" if dated and clause.predicate.tense in {"future", "would"} else "report", "reported.meeting"
        )
    if verdict is None:
        return []
    if own or (embedded.joint and speaker.joint):
        return _one(parsed, start, clause, verdict, speaker)
    if embedded.joint and governor is not None and governor.predicate.lemma in {"announce", "declare"}:
        return _one(parsed, start, clause, verdict, embedded)
    if embedded.joint:
        return _one(parsed, start, clause, _of_both(parsed, clause, verdict, governor), speaker)
    return _of_other(parsed, start, clause, verdict, speaker, embedded)


def _backshifted(clause: Clause, governor: Clause | None) -> Clause:
    """'said the approach was efficient': behind a past verb of speech, 'was' means 'is'."""
    outer = governor or clause.governor
    predicate = clause.predicate
    lasting = predicate.lemma in {"be", "remain", "have", "need", "see"} or classes(predicate.lemma) & {"back", "ask"}
    if outer is None or outer.predicate.tense == "present" or not lasting:
        return clause
    if predicate.tense != "past" or predicate.passive:
        return clause
    return replace(clause, predicate=replace(predicate, tense="present"))


def _of_both(parsed: Parse, clause: Clause, verdict: Verdict, governor: Clause | None) -> Verdict:
    """One speaker says what both sides did, do or should do."""
    if parsed.words[clause.predicate.first].key in {"should", "must", "need", "needs"}:
        return Verdict("request", "reported.both-should")
    if verdict.type in {"agree", "commit", "offer"}:
        return Verdict("affirm", "reported.both-will")
    return verdict


def _of_other(
    parsed: Parse, start: int, clause: Clause, verdict: Verdict, speaker: Agent, embedded: Agent
) -> list[Draft]:
    """One side speaks of the other: its past deeds are reported, its stated stances stay its own."""
    if parsed.words[clause.predicate.first].key in {"should", "must"}:
        return _one(parsed, start, clause, Verdict("request", "reported.other-should"), speaker)
    if clause.predicate.lemma in speech() and clause.predicate.tense in {"past", "pluperfect", "perfect"}:
        return _one(parsed, start, clause, verdict, embedded)
    if verdict.type in {"commit", "offer", "plan"}:
        return _one(parsed, start, clause, verdict, embedded)
    if verdict.type in {"report", "deliver", "sign", "discuss"}:
        return _one(parsed, start, clause, Verdict("report", "reported.other-did"), speaker)
    return _one(parsed, start, clause, Verdict("affirm", "reported.other-is"), speaker)


def _one(parsed: Parse, start: int, clause: Clause, verdict: Verdict | None, agent: Agent) -> list[Draft]:
    if verdict is None or not verdict.type:
        return []
    return [Draft(parsed.marked, start, clause.end, verdict.type, agent, verdict.rule)]


def _narrated(scene: Scene, parsed: Parse, clause: Clause, state: _State) -> list[Draft]:
    """A statement about a thing, told by the reporter or the issuing government."""
    if clause.kind == "relative" or (clause.kind == "participle" and clause.inherits is None):
        return []
    doer = _by_agent(scene, parsed, clause, state) if clause.predicate.passive else None
    verdict = of_thing(parsed, clause, _dated(scene, parsed, clause))
    if verdict is None:
        return []
    if _continues(parsed, clause) and state.last is not None:
        return [_draft(parsed, clause, state.last.type, state.last.agent, "continued")]
    occasion = _occasion(parsed, clause)
    if not verdict.type or occasion is not None:
        joint = Agent(scene.sides)
        return _purposes(scene, parsed, clause, joint) if scene.sides else []
    agent = doer or _told_of(scene, parsed, verdict.type, state)
    if agent is not None:
        agent = _signing(scene, verdict, agent)
    return [_draft(parsed, clause, verdict.type, agent, verdict.rule)] if agent is not None else []


def _continues(parsed: Parse, clause: Clause) -> bool:
    """'This includes …', 'This commitment covers …': the sentence goes on with the act before it."""
    if clause.subject is None or clause.predicate.lemma not in {"include", "cover", "encompass", "involve"}:
        return False
    return parsed.words[clause.subject[0]].key in {"this", "these", "it", "that"}


def _occasion(parsed: Parse, clause: Clause) -> int | None:
    """'provided an opportunity to discuss': a chance to do something is what was done."""
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 5)):
        if parsed.words[i].key in {"opportunity", "occasion", "chance", "forum", "platform"}:
            return i
    return None


def _told_of(scene: Scene, parsed: Parse, kind: str, state: _State) -> Agent | None:
    """Whose act a statement without an acting subject is: the issuing government's stance, else the sides it names."""
    if state.memory.heading is not None:
        return state.memory.heading
    if state.memory.voice is not None and kind in _STANCES:
        return state.memory.voice
    if scene.genre == "speech" and kind in _STANCES:
        shared = {w.key for w in parsed.words} & {"our", "both", "we", "us", "together"}
        anaphoric = parsed.words[0].key in {"this", "these", "it"} and state.last is not None
        if shared and scene.sides:
            return Agent(scene.sides, scene.speaker)
        if anaphoric and state.last is not None:
            return state.last.agent
    if scene.home is not None and kind in _STANCES and scene.genre != "joint":
        return Agent((scene.home,), scene.speaker)
    named = sorted({m.code for m in parsed.marked.parties} & set(scene.sides))
    if kind in {"report", "deliver"} and named:
        return Agent(tuple(named))
    return Agent(scene.sides) if scene.sides else None


def _dated(scene: Scene, parsed: Parse, clause: Clause) -> bool:
    """Whether a date to come stands in the clause."""
    today = scene.published.earliest() if scene.published is not None else None
    first = 0 if clause is parsed.clauses[0] or clause.predicate is parsed.clauses[0].predicate else clause.start
    for mark in parsed.marked.dates:
        if mark.since or not first <= mark.first < clause.end:
            continue
        if mark.future or mark.deadline or mark.start is None or today is None:
            return True
        latest = mark.start.latest()
        if latest is None or latest >= today:
            return True
    return False


def _draft(parsed: Parse, clause: Clause, kind: str, agent: Agent, rule: str) -> Draft:
    return Draft(parsed.marked, clause.start, clause.end, kind, agent, rule)


# -- drafts to acts ---------------------------------------------------------------------------------------------------


def _merge(scene: Scene, drafts: list[Draft], earlier: tuple[str, ...]) -> list[Act]:
    """One act per type and actors of a sentence, with the topics of all its clauses."""
    groups: dict[tuple[str, tuple[str, ...]], list[Draft]] = {}
    for draft in drafts:
        if draft.agent.codes and draft.last - draft.first >= 2:
            groups.setdefault((draft.type, draft.agent.codes), []).append(draft)
    return [_act(scene, kind, codes, group, earlier) for (kind, codes), group in groups.items()]


def _act(scene: Scene, kind: str, codes: tuple[str, ...], group: list[Draft], earlier: tuple[str, ...]) -> Act:
    topics = dict.fromkeys(topic for d in group for topic in topics_in(d.marked, d.first, d.last))
    if not topics:
        first = group[0]
        topics = dict.fromkeys(carried_topics(first.marked, first.first, first.last, earlier))
    people = {d.agent.person for d in group}
    person = people.pop() if len(people) == 1 else None
    return Act(
        type=kind,
        actors=codes,
        evidence=_evidence(scene, group),
        speaker=scene.cast.people[person].name if person is not None else None,
        topics=tuple(topics),
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
