"""The acts of a document: clause by clause through its sentences, one act per sentence, type and actors."""

from __future__ import annotations

from dataclasses import replace

from verbale.language.clauses import Clause, Parse, parse
from verbale.language.marks import Marked
from verbale.language.tokens import QUOTES
from verbale.model.document import Role
from verbale.model.reading import Act
from verbale.reader.acts.adjuncts import due_beside
from verbale.reader.acts.agent import NOBODY, Agent
from verbale.reader.acts.agents import agent_of
from verbale.reader.acts.asides import slipped_in, told_ahead
from verbale.reader.acts.clefts import cleft_act
from verbale.reader.acts.direct import direct_acts
from verbale.reader.acts.drafts import Draft, draft_of, merged
from verbale.reader.acts.frames import classes, speech
from verbale.reader.acts.genders import genders
from verbale.reader.acts.items import listing_after, own_item
from verbale.reader.acts.listed import item_agent, opening_agent
from verbale.reader.acts.narrated import narrated_acts
from verbale.reader.acts.quotes import quoted, voiced_later
from verbale.reader.acts.references import pair_that_met
from verbale.reader.acts.reported import reported_acts
from verbale.reader.acts.scenery import is_scenery
from verbale.reader.acts.speakers import (
    addressing_acts,
    answers_aside,
    attributed_agent,
    attributed_type,
    by_officials,
    forum_acts,
    hear_voice,
    is_courtesy,
    is_hearsay,
    quoted_agent,
    text_says,
    thanking_voice,
    told_clauses,
)
from verbale.reader.acts.state import State
from verbale.reader.acts.wording import is_expletive
from verbale.reader.scene import Scene
from verbale.reader.topics import topics_in

_ANNOUNCED = frozenset({"announce", "disclose", "reveal", "report", "learn"})
_QUOTED = frozenset({"quote", "cite"})  # 'was quoted as saying'
_LEAST_WORDS = 4


def read_acts(scene: Scene) -> tuple[Act, ...]:
    """All acts of the body, in the order of the text."""
    state = State()
    acts: list[Act] = []
    body = [m for m in scene.marked if m.sentence.role is Role.BODY]
    parses = {m.sentence.index: parse(m, speech()) for m in body if not m.sentence.heading or _ends_open(m)}
    speech_of = quoted(body)
    spoken = {m.sentence.index: quote.spoken for m, quote in zip(body, speech_of, strict=True)}
    voiced = voiced_later(body, speech_of, parses)
    state.memory.genders = genders(scene.marked)
    for marked in body:
        hear_voice(scene, marked, state)
        if state.asking:
            continue  # a journalist's question
        if marked.sentence.heading and not _opens_list(parses.get(marked.sentence.index)):
            _heading(scene, marked, state)
            continue
        if not marked.sentence.bullet and len(marked.sentence.tokens) >= _LEAST_WORDS:
            state.opening = None
        if marked.sentence.tokens[-1].text == ":":
            state.opening = opening_agent(scene, parses[marked.sentence.index], state)
        parsed = parses[marked.sentence.index]
        item = own_item(scene, parsed, state.listing)
        if item is not None:
            acts.extend(merged(scene, [item], acts[-1].topics if acts else ()))
            continue
        if state.list_of is not None and _is_item(parsed):
            acts[state.list_of] = _with_item(scene, acts[state.list_of], marked)
            continue
        if _is_order(parsed) and not _ends_open(marked) and scene.genre in {"joint", "fact-sheet"} and scene.sides:
            whole = Draft(marked, 0, len(parsed.words), "agree", Agent(scene.sides), "item.infinitive")
            acts.extend(merged(scene, [whole], acts[-1].topics if acts else ()))
            continue
        named_by = voiced.get(marked.sentence.index, parsed)
        drafts = sentence_acts(scene, parsed, state, spoken[marked.sentence.index], named_by)
        state.memory.saw(marked.sentence.index, (m.person for m in marked.people))
        state.memory.pair = pair_that_met(scene, parsed, state.memory)
        if drafts:
            state.last = drafts[-1]
        for draft in drafts:
            if draft.type == "deliver" and len(draft.agent.codes) == 1:
                state.memory.giver = Agent(draft.agent.codes)
        earlier = acts[-1].topics if acts else ()
        fresh = merged(scene, drafts, earlier)
        acts.extend(fresh)
        state.listing = listing_after(scene, parsed, fresh, state.listing, state.opening)
        opens = marked.sentence.tokens[-1].text == ":"
        state.list_of = len(acts) - 1 if opens and fresh else state.list_of if marked.sentence.bullet else None
    return tuple(acts)


def _ends_open(marked: Marked) -> bool:
    return marked.sentence.tokens[-1].text == ":"


def _opens_list(parsed: Parse | None) -> bool:
    """'The two sides agreed:': a line by the look of a heading that has a verb of its own, of undertaking or asking."""
    if parsed is None:
        return False
    kinds = {"undertake", "ask", "offer", "stress", "discuss", "thank"}
    leads = [word.key for word in parsed.words[-2:-1]] == ["by"]  # '… advance their partnership by:'
    return any(
        c.kind == "main" and c.subject is not None and (leads or classes(c.predicate.lemma) & kinds)
        for c in parsed.clauses
    )


def _is_item(parsed: Parse) -> bool:
    """Whether a sentence is an item of a list without a verb of its own: a noun phrase or an infinitive."""
    listed = parsed.marked.sentence.bullet or parsed.words[0].text[0].islower()  # 'They agreed:' / 'to share data;'
    if not listed or len(parsed.words) < _LEAST_WORDS:
        return False
    finite = [c for c in parsed.clauses if c.kind in {"main", "coordinate"} and c.predicate.form == "finite"]
    return not finite or (finite[0].subject is None and finite[0].predicate.first <= 2)


def _is_order(parsed: Parse) -> bool:
    """'Promote initiatives to …': an item of a programme that begins with its bare verb."""
    if len(parsed.words) < _LEAST_WORDS or not parsed.clauses:
        return False
    first = parsed.clauses[0].predicate
    opens = next((i for i, word in enumerate(parsed.words) if word.text[0].isalpha()), 0)
    return first.first == first.head == opens and first.tense == "present" and parsed.clauses[0].subject is None


def _with_item(scene: Scene, act: Act, marked: Marked) -> Act:
    """The act that the line before the list opened, with the item's words and topics."""
    topics = dict.fromkeys([*act.topics, *topics_in(marked, 0, len(marked.sentence.tokens), scene.sides)])
    return replace(act, topics=tuple(topics), evidence=(*act.evidence, scene.quote_sentence(marked)))


def _heading(scene: Scene, marked: Marked, state: State) -> None:
    """A heading that names one side ('The U.S. side:') gives the actor of what follows, 'X said:' the speaker."""
    if marked.sentence.tokens[-1].text == ":":
        parsed = parse(marked, speech())
        state.opening = opening_agent(scene, parsed, state)
        state.quote_agent = quoted_agent(scene, parsed, state) or state.quote_agent
        state.listing = listing_after(scene, parsed, [], state.listing, state.opening)
    codes = {m.code for m in marked.parties}
    side = len(codes) == 1 and len(marked.sentence.tokens) <= 5 and not _names_town(marked)
    state.memory.heading = Agent((codes.pop(),)) if side else None


def _names_town(marked: Marked) -> bool:
    """'Bergen, Norway': a line that tells where, and no side."""
    own = {place.country for place in marked.places if all(m.first != place.first for m in marked.parties)}
    return bool(own & {m.code for m in marked.parties}) and marked.sentence.tokens[-1].text != ":"


def sentence_acts(scene: Scene, parsed: Parse, state: State, spoken: bool, named_by: Parse) -> list[Draft]:
    """The acts of one sentence, before merging; `named_by` is the sentence that tells who speaks here."""
    if len(parsed.words) < _LEAST_WORDS - (parsed.words[-1].text == ":"):
        return []
    drafts: list[Draft] = []
    attribution = next((c for c in parsed.clauses if c.kind == "attribution"), None)
    if attribution is not None and attribution.predicate.passive and attribution.predicate.lemma not in _QUOTED:
        if attribution.predicate.lemma not in _ANNOUNCED:
            return _it_was(scene, parsed, attribution)
        parsed = without_attribution(parsed, attribution)
        attribution = None
    naming = named_by if attribution is None else parsed
    outer = next((c for c in naming.clauses if c.kind == "attribution"), None)
    speaker = attributed_agent(scene, naming, outer, state, spoken)
    quoting = spoken or _quotes(naming)
    if speaker is None and outer is not None and scene.genre == "news" and (quoting or _by_name(naming, outer)):
        speaker = NOBODY  # what a passer-by says is no side's
    voice = state.memory.voice
    if spoken and speaker is not None and speaker.codes:
        state.memory.voice = speaker  # who says I and we in a quotation
    for clause in parsed.clauses:
        if clause.kind == "subordinate" and clause is parsed.clauses[0] and clause.predicate.lemma in speech():
            state.memory.note(agent_of(scene, parsed, clause, state.memory))  # 'From what Rojas told parliament, …'
        if clause is attribution:
            continue
        if clause.kind == "subordinate" and not answers_aside(parsed, clause):
            drafts.extend(slipped_in(scene, parsed, clause, agent_of(scene, parsed, clause, state.memory)))
            continue
        governor = clause.governor
        if governor is not None and governor is not attribution:
            continue  # read with its governor
        heard = None if clause.kind == "subordinate" else speaker
        drafts.extend(_clause_acts(scene, parsed, clause, heard, state, spoken))
    state.memory.voice = voice
    drafts.extend(due_beside(scene, parsed))
    if speaker is not None and (spoken or _quotes(parsed)):
        state.quote_agent = speaker
    elif _quotes(parsed) or parsed.words[-1].text == ":":
        state.quote_agent = quoted_agent(scene, parsed, state) or state.quote_agent
    elif scene.genre == "news" and speaker is None and _somebody_says(parsed):
        state.quote_agent = quoted_agent(scene, parsed, state) or NOBODY  # 'Hauge said that …. "It is fair."'
    return drafts


def _by_name(parsed: Parse, attribution: Clause) -> bool:
    """'…, said Nora Vik of the union': somebody of no side is named, no 'data' and no 'press service'."""
    if attribution.subject is None:
        return False
    named = parsed.words[attribution.subject[0]]
    return named.capital and named.text.isalpha() and not named.text.isupper()


def _quotes(parsed: Parse) -> bool:
    return not QUOTES.isdisjoint([w.text for w in parsed.words])


def _somebody_says(parsed: Parse) -> bool:
    """Whether the sentence tells what somebody said, so that a quotation behind it is theirs."""
    return any(
        c.kind in {"main", "coordinate"} and c.subject is not None and c.parts and "say" in classes(c.predicate.lemma)
        for c in parsed.clauses
    )


def without_attribution(parsed: Parse, attribution: Clause) -> Parse:
    """'Chile, it was announced, will train the crews': the sentence as it would stand without its aside."""
    clauses = [
        replace(clause, governor=None) if clause.governor is attribution else clause
        for clause in parsed.clauses
        if clause is not attribution
    ]
    return replace(parsed, clauses=clauses)


def _it_was(scene: Scene, parsed: Parse, attribution: Clause) -> list[Draft]:
    """'…, it was agreed, …': what both sides did, told without a subject."""
    if not scene.sides:
        return []
    names = classes(attribution.predicate.lemma)
    kind = "agree" if "undertake" in names else "affirm" if "stress" in names else "report"
    return [Draft(parsed.marked, 0, len(parsed.words), kind, Agent(scene.sides), "attribution.passive")]


def _is_pronoun(parsed: Parse, clause: Clause) -> bool:
    """Whether 'they' or 'it' is the subject, which may stand for a thing."""
    if clause.subject is None:
        return False
    first, last = clause.subject
    return last - first == 1 and parsed.words[first].key in {"they", "it", "these"}


def _personal(clause: Clause) -> bool:
    """Whether only somebody can do it: 'They agreed', 'They met', not 'They remove uncertainties'."""
    lemma = clause.predicate.lemma
    return bool(
        classes(lemma) & {"say", "stress", "meet", "undertake", "ask", "offer", "thank", "discuss", "sign", "object"}
    )


def _clause_acts(
    scene: Scene, parsed: Parse, clause: Clause, speaker: Agent | None, state: State, spoken: bool
) -> list[Draft]:
    cleft = cleft_act(scene, parsed, clause, speaker, state)
    if cleft is not None:
        return [cleft]
    agent = agent_of(scene, parsed, clause, state.memory)
    if _is_pronoun(parsed, clause):
        nobody = is_expletive(parsed, clause) or (state.memory.thing and not _personal(clause))
        agent = None if nobody else agent
    elif clause.subject is not None and clause.kind in {"main", "coordinate"}:
        state.memory.thing = agent is None
    if agent is not None and clause.kind in {"main", "coordinate"} and speaker is None:
        state.memory.note(agent)
    if is_hearsay(parsed, clause) or (scene.genre == "news" and is_scenery(parsed, clause)):
        return []
    told_aside = clause.predicate.lemma in speech() and not clause.predicate.negated
    if clause.kind == "relative" and (agent is None or not told_aside):
        return told_ahead(scene, parsed, clause, agent)
    if speaker is not None and speaker.person is None and agent is not None and agent.person is not None:
        speaker = None if clause.predicate.lemma in speech() else speaker  # '…, officials said'
        if speaker is None:
            state.memory.note(agent)
    if (
        speaker is not None
        and clause.kind == "participle"
        and clause.inherits is not None
        and (clause.inherits.kind == "attribution")
    ):
        agent, speaker = speaker, None  # '"…," Hauge said, adding that …'
    if speaker is not None:
        told = attributed_type(clause)
        if told is not None:
            return [draft_of(parsed, clause, told, speaker, "attribution")] if speaker.codes else []
        return reported_acts(scene, parsed, clause, speaker, agent, state, spoken=spoken)
    if is_courtesy(parsed, clause):
        return []
    agent = agent or thanking_voice(scene, parsed, clause, state) or item_agent(scene, parsed, clause, state)
    addressing = addressing_acts(scene, parsed, clause, state)
    if addressing is not None:
        return addressing
    if agent is None and (forum_acts(parsed, clause) or text_says(parsed, clause)) and scene.sides:
        agent = Agent(scene.sides)
    if agent is None and scene.genre == "news" and by_officials(parsed, clause):
        known = ((part, agent_of(scene, parsed, part, state.memory)) for part in told_clauses(parsed, clause))
        deeds = [(part, doer) for part, doer in known if doer is not None]
        if deeds:  # 'The ministry announced that Chile had received …'
            return [draft for part, doer in deeds for draft in direct_acts(scene, parsed, part, doer, state)]
    if agent is None:
        return narrated_acts(scene, parsed, clause, state)
    inner = told_clauses(parsed, clause)
    if inner:
        drafts: list[Draft] = []
        for part in inner:
            if is_hearsay(parsed, part):
                continue
            embedded = agent_of(scene, parsed, part, state.memory)
            if clause.kind == "participle" and _is_pronoun(parsed, part) and not _personal(part):
                embedded = None  # 'welcomed the treaty, noting that it would enhance trade'
            drafts.extend(reported_acts(scene, parsed, part, agent, embedded, state, clause))
        return drafts
    return direct_acts(scene, parsed, clause, agent, state)
