"""Whose words a sentence gives: attributions, quotations, transcripts, texts and forums that speak for both sides."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.marks import Marked
from verbale.language.people import resolve_description
from verbale.language.predicates import LOOKING_BACK
from verbale.language.transcripts import label_end
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.agents import agent_of, resolve
from verbale.reader.acts.cues import cues
from verbale.reader.acts.drafts import Draft, draft_of
from verbale.reader.acts.frames import PROMISING, classes, things
from verbale.reader.acts.references import of_pronoun, reference_words
from verbale.reader.acts.state import State
from verbale.reader.scene import Scene

_ANSWERING = frozenset({"ask", "offer", "object", "thank"})
_ANSWERS = frozenset({"request", "offer", "object", "appreciate"})
_GENERIC = frozenset("know see hear read ask look think imagine mention say remember recall refer have get go".split())


def hear_voice(scene: Scene, marked: Marked, state: State) -> None:
    """'FOREIGN MINISTER TANAKA: …': the speaker of a transcript, until the next one."""
    if _is_asker(marked):
        state.asking, state.memory.voice, state.memory.answering = True, None, True
        return
    colon = label_end(marked)
    if colon is None:
        return
    state.asking = False
    people = [m.person for m in marked.people if m.first < colon]
    person = people[0] if people else resolve_description(scene.cast, marked, 0, colon)
    party = scene.cast.people[person].party if person is not None else None
    state.memory.voice = Agent((party,), person) if party else _by_office(scene, marked, colon)


def _is_asker(marked: Marked) -> bool:
    """'QUESTION:', 'Journalist:', 'Q:': what follows is asked by nobody's side."""
    words = marked.sentence.tokens
    return len(words) > 1 and words[1].text == ":" and words[0].capital and words[0].key in reference_words("askers")


def _by_office(scene: Scene, marked: Marked, colon: int) -> Agent | None:
    """'PRIME MINISTER:' on a page of a government: its own, where the label names no other country; 'PRIME MINISTER OF
    CHILE:' the one that it names."""
    office = next((m for m in marked.posts if m.first < colon), None)
    named = {m.code for m in marked.parties if m.first < colon} | ({office.party} if office and office.party else set())
    if office is not None and len(named) == 1 and named <= set(scene.sides):
        code = named.pop()
        return Agent((code,), scene.cast.by_post(office.title, code))
    if scene.home is None or office is None or named - {scene.home}:
        return None
    return Agent((scene.home,), scene.cast.by_post(office.title, scene.home))


def thanking_voice(scene: Scene, parsed: Parse, clause: Clause, state: State) -> Agent | None:
    """'Thank you, Shinzo, for …': whoever has the floor thanks."""
    first = clause.predicate.last
    addressed = first < len(parsed.words) and parsed.words[first].key == "you"
    if clause.subject is not None or clause.predicate.lemma != "thank" or not addressed:
        return None
    return of_pronoun(scene, parsed, "i", state.memory)


def is_courtesy(parsed: Parse, clause: Clause) -> bool:
    """'Thank you very much, Minister.': thanks for nothing that is told."""
    first = clause.predicate.last
    if clause.subject is not None or clause.predicate.lemma != "thank" or first >= len(parsed.words):
        return False
    return parsed.words[first].key == "you" and all(parsed.words[i].key != "for" for i in range(first, clause.end))


def is_hearsay(parsed: Parse, clause: Clause) -> bool:
    """'…, it is understood': nothing is told by it."""
    heard = clause.predicate.lemma in {"understand", "believe", "report", "say", "think", "hear", "announce"}
    if clause.subject is None or not clause.predicate.passive or not heard or clause.parts:
        return False
    return clause.subject[1] - clause.subject[0] == 1 and parsed.words[clause.subject[0]].key == "it"


def addressing_acts(scene: Scene, parsed: Parse, clause: Clause, state: State) -> list[Draft] | None:
    """'You have been a loyal friend': what a speaker says of whom he addresses; None where nobody is addressed."""
    if scene.genre != "speech" or clause.subject is None or clause.predicate.lemma in _GENERIC:
        return None
    first, last = clause.subject
    voice = of_pronoun(scene, parsed, "i", state.memory)
    if last - first != 1 or parsed.words[first].key != "you" or voice is None:
        return None
    told = clause.predicate.tense in LOOKING_BACK
    asked = parsed.words[clause.predicate.first].key in {"should", "must"}
    kind = "request" if asked else "report" if told else "affirm"
    return [draft_of(parsed, clause, kind, voice, "addressed")]


def quoted_agent(scene: Scene, parsed: Parse, state: State) -> Agent | None:
    """Whose words the quotation is that a sentence opens: of its last verb of speech."""
    for clause in reversed(parsed.clauses):
        if classes(clause.predicate.lemma) & {"say", "stress"} and clause.kind in {"main", "coordinate", "attribution"}:
            return agent_of(scene, parsed, clause, state.memory)
    return None


def attributed_agent(
    scene: Scene, parsed: Parse, attribution: Clause | None, state: State, spoken: bool
) -> Agent | None:
    """Whose words the sentence gives: of its attribution, or of the quote that it goes on with."""
    if attribution is not None and attribution.subject is not None:
        first, last = attribution.subject
        if last - first == 1 and not spoken:  # 'he said': the person who is the subject before it
            for clause in parsed.clauses:
                if clause.start < first and clause.subject is not None and clause.kind != "relative":
                    state.memory.note(resolve(scene, parsed, *clause.subject, state.memory))
        agent = resolve(scene, parsed, *attribution.subject, state.memory)
        state.memory.note(agent)
        return agent
    return _according_to(scene, parsed, state) or (state.quote_agent if spoken else None)


def _according_to(scene: Scene, parsed: Parse, state: State) -> Agent | None:
    """'According to Rojas, …', '…, according to the Chilean minister', 'In her words, …': a person or party as the
    source."""
    words = parsed.words
    if len(words) > 3 and words[0].key == "in" and words[1].key in {"his", "her"} and words[2].key == "words":
        return of_pronoun(scene, parsed, "he" if words[1].key == "his" else "she", state.memory)
    for i in [i for i, word in enumerate(words[:-2]) if word.key == "according"]:
        if words[i + 1].key != "to" or (i and words[i - 1].text != ","):
            continue
        last = i + 2
        while last < len(words) and words[last].text not in {",", ".", ";"}:
            last += 1
        agent = resolve(scene, parsed, i + 2, last, state.memory)
        return agent if agent is not None and not agent.joint else None
    return None


def text_says(parsed: Parse, clause: Clause) -> bool:
    """'A joint statement said the ministers had …': the text speaks for those who issued it."""
    if clause.subject is None or not clause.parts or not classes(clause.predicate.lemma) & {"say", "stress"}:
        return False
    return any(parsed.words[i].key in things("texts") for i in range(*clause.subject))


def by_officials(parsed: Parse, clause: Clause) -> bool:
    """'The ministry said that', 'officials told': an office of a country that is not named."""
    if clause.subject is None or clause.predicate.passive:
        return False
    return any(parsed.words[i].key in reference_words("institutions") for i in range(*clause.subject))


def forum_acts(parsed: Parse, clause: Clause) -> bool:
    """'The dialogue focused on', 'The meeting reaffirmed': the forum stands for those who meet."""
    subject = clause.subject or (clause.inherits.subject if clause.inherits else None)
    if subject is None or not classes(clause.predicate.lemma) & {"discuss", "stress", "undertake", "object", "ask"}:
        return False
    if clause.predicate.passive:
        return False
    if parsed.words[subject[1] - 1].key == "groups" and classes(clause.predicate.lemma) & {"object", "ask"}:
        return False  # 'Human rights groups denounced'
    forums = {m.last - 1 for m in parsed.marked.mechanisms}
    return any(parsed.words[i].key in things("forums") or i in forums for i in range(*subject))


def answers_aside(parsed: Parse, clause: Clause) -> bool:
    """'…, which Norway has offered to pay for', '…, whom she urged to stay': what a side says of the thing or person
    named before; not 'the boats that Norway had asked for'."""
    at = clause.subject[0] - 1 if clause.subject is not None else -1
    if at < 1 or parsed.tags[at] != t.RELATIVE or parsed.words[at].key not in {"which", "whom"}:
        return False
    before = at - 1 - (parsed.tags[at - 1] == t.PREPOSITION)
    apposed = before > 1 and parsed.tags[before - 1] == t.DETERMINER  # '…, a figure which Norway disputes'
    lemma = clause.predicate.lemma
    answers = bool(classes(lemma) & _ANSWERING) or lemma in PROMISING or cues(parsed, clause).noun in _ANSWERS
    return answers and parsed.words[before - 2 if apposed else before].text == ","


def attributed_type(clause: Clause) -> str | None:
    """'…, Chien urged': the verb of the attribution itself makes the act, unless it only reports."""
    if clause.governor is None or clause.governor.kind != "attribution":
        return None
    names = classes(clause.governor.predicate.lemma)
    if names & {"say", "stress"}:
        return None
    types = {"ask": "request", "object": "object", "undertake": "commit", "offer": "offer", "thank": "appreciate"}
    return next((act for name, act in types.items() if name in names), None)


def told_clauses(parsed: Parse, clause: Clause) -> list[Clause]:
    """The complements that decide the act: those of a verb that only reports what was said."""
    names = classes(clause.predicate.lemma)
    if not clause.parts or not names & {"say", "stress"}:
        return []
    if cues(parsed, clause).noun in {"request", "offer", "undertake", "object", "appreciate"}:
        return []  # 'voiced the hope that …'
    return clause.parts
