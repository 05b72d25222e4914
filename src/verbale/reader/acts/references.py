"""Words that refer to parties already known: 'they', 'both sides', 'the host', 'His Excellency'."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from verbale.language import tag_letters as t
from verbale.language.clauses import Parse
from verbale.language.phrases import PhraseTable
from verbale.model.vocabulary import load
from verbale.reader.acts.agent import Agent, Memory
from verbale.reader.scene import Scene

_PREMODIFIERS = frozenset({
    t.ENTITY, t.ADJECTIVE, t.DETERMINER, t.NOUN, t.POSSESSIVE, t.COORDINATOR, t.NUMBER, t.DATE
})  # fmt: skip
_MEETING = frozenset({"meet", "receive", "host", "call-on", "greet"})
_LEAD = 4  # sentences in which the place of the meeting stands
_GOVERNING = frozenset({t.PREPOSITION, t.GERUND, t.PLAIN, t.TO, t.FINITE})


@cache
def _both() -> PhraseTable[str]:
    phrases = load("references")["both"]
    digits = [phrase.replace("two", "2").replace("three", "3").replace("four", "4") for phrase in phrases]
    return PhraseTable((phrase, "both") for phrase in dict.fromkeys([*phrases, *digits]))


@cache
def reference_words(name: str) -> frozenset[str]:
    return frozenset(load("references")[name])


def of_collective(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """'both sides', 'the leaders': the document's sides together, or the larger group that was named last."""
    hits = _both().find(parse.words, first, last)
    led = hits and hits[0].first > first and parse.tags[first] != t.PREPOSITION  # not 'In this context both leaders'
    if not hits or (led and parse.tags[hits[0].first - 1] in (t.NOUN, t.ADJECTIVE)):
        return None
    if _is_seated(scene, parse, hits[0].last, last) or (last - first == 1 and _opens_in_town(scene, parse)):
        return None
    if not is_governed(parse, hits[0].first, first) and not _one_sided(parse, first, hits[0].first):
        pair = len(scene.sides) == 2 and {parse.words[i].key for i in range(first, last)} & {"two", "both"}
        if memory.pair is not None and parse.words[hits[0].first].key == "the" and last - first == 2:
            return memory.pair  # 'A was received by B. The two discussed cod'
        if memory.group is not None and not pair and len(memory.group.codes) > max(2, len(scene.sides)):
            return memory.group
        return Agent(scene.sides) if scene.sides else None
    return None


def _is_seated(scene: Scene, parse: Parse, after: int, last: int) -> bool:
    """'officials *in Oslo*': those of one side."""
    if after + 1 >= last or parse.words[after].key not in {"in", "at"}:
        return False
    return any(m.first == after + 1 and m.country in scene.sides for m in parse.marked.places)


def _opens_in_town(scene: Scene, parse: Parse) -> bool:
    """'*In Oslo*, officials dismissed': a town with which a sentence opens tells whose they are."""
    opening = parse.words[0].key in {"in", "at"}
    return opening and any(m.first in {1, 2} and m.country in scene.sides for m in parse.marked.places)


def is_governed(parse: Parse, index: int, first: int) -> bool:
    """Whether the mention at `index` hangs on a preposition inside the subject ('the visit of X')."""
    i = index - 1
    while i >= first and (parse.tags[i] in _PREMODIFIERS or parse.words[i].text in {"-", "–", "/"}):
        i -= 1
    if i < first or parse.tags[i] not in _GOVERNING:
        return False
    # 'At the talks Chien said': a leading phrase without its comma is complete before the mention begins.
    complete = any(parse.tags[k] in (t.NOUN, t.ENTITY) for k in range(i + 1, index))
    return i > first or not complete


def _one_sided(parse: Parse, first: int, index: int) -> bool:
    """A party before a collective word makes it one side's ('the Vietnamese ministers')."""
    return any(first <= m.first < index for m in parse.marked.parties)


def of_pronoun(scene: Scene, parse: Parse, key: str, memory: Memory) -> Agent | None:
    if key in reference_words("single"):
        person = memory.meant(key)
        if person is None:
            return None
        party = scene.cast.people[person].party
        return Agent((party,) if party else (), person)
    if key in {"they", "both", "them"}:
        return memory.pair or memory.group or (Agent(scene.sides) if len(scene.sides) > 1 else memory.agent)
    if key in {"we", "us"}:
        return _we(scene, parse, memory)
    if key in reference_words("own"):
        if memory.voice is not None:
            return memory.voice
        if scene.genre == "news" and scene.home is None and not memory.answering:
            return None  # the reporter
        person = scene.speaker if scene.speaker is not None or scene.home is not None else memory.person
        party = scene.cast.people[person].party if person is not None else scene.home
        return Agent((party,), person) if party else None
    if key == "it" and memory.agent is not None and not memory.agent.joint and memory.agent.person is None:
        return memory.agent
    return None


def pair_that_met(scene: Scene, parse: Parse, memory: Memory) -> Agent | None:
    """Two parties of whom a sentence tells that they met, who are not the document's two: 'He met A'."""
    met = [c for c in parse.clauses if c.predicate.lemma in _MEETING and c.kind in {"main", "coordinate"}]
    if not met or len(scene.sides) < 2:
        return None
    people = {mark.person for mark in parse.marked.people}
    for clause in met:
        subject = parse.words[clause.subject[0]].key if clause.subject is not None else ""
        if subject in {"he", "she"} and (person := memory.meant(subject)) is not None:
            people.add(person)
    codes = {party for person in people if (party := scene.cast.people[person].party)}
    return Agent(tuple(sorted(codes))) if len(codes) == 2 and codes != set(scene.sides) else None


def of_style(scene: Scene, memory: Memory) -> Agent | None:
    """'His Majesty', 'His Excellency': the person spoken of last; a monarch without a name is the guest's side."""
    if memory.person is not None and scene.cast.people[memory.person].party != scene.issuer:
        party = scene.cast.people[memory.person].party
        return Agent((party,) if party else (), memory.person)
    others = [side for side in scene.sides if side != scene.issuer]
    return Agent((others[0],)) if scene.issuer in scene.sides and len(others) == 1 else None


def _we(scene: Scene, parse: Parse, memory: Memory) -> Agent | None:
    """'We' in one government's release is that government; in a speech, both sides, unless only the other is named."""
    home = memory.voice.codes[0] if memory.voice is not None and memory.voice.codes else scene.home
    speaker = memory.voice.person if memory.voice is not None else scene.speaker
    quoted = memory.voice is not None and scene.genre == "news"
    if home is not None:
        named = {m.code for m in parse.marked.parties}
        others = named & (set(scene.sides) - {home})
        together = any(word.key in reference_words("together") for word in parse.words)
        if memory.voice is not None and _addresses(parse):
            return Agent((home,), speaker)  # 'We thank you', 'We value your advice'
        own_text = (scene.genre in {"readout", "fact-sheet"} or quoted or memory.answering) and not together
        if own_text or (others and home not in named and not together):
            return Agent((home,), speaker)
    return Agent(scene.sides, speaker) if scene.sides else None


def _addresses(parse: Parse) -> bool:
    """Whether somebody is spoken to: 'We appreciate your effort', not 'As you know, we agreed'."""
    words = parse.words
    return any(
        word.key in {"you", "your"} and following.key not in {"know", "all", "see", "mentioned", "said", "may", "can"}
        for word, following in pairwise(words)
    )


def of_host(scene: Scene, parse: Parse, first: int, last: int) -> Agent | None:
    """'the host', 'the guest': the side in whose country the document's meeting is, and the other one."""
    words = {parse.words[i].key for i in range(first, last)}
    if last - first > 3 or not words & {"host", "guest", "visitor"} or len(scene.sides) != 2:
        return None
    at = [p.country for m in scene.body()[:_LEAD] for p in m.places if p.country in scene.sides]
    if not at:
        return None
    code = at[0] if "host" in words else next(side for side in scene.sides if side != at[0])
    people = [i for i, person in enumerate(scene.cast.people) if person.party == code and person.post]
    return Agent((str(code),), people[0] if len(people) == 1 else None)
