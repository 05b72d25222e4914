"""Who acts: the noun phrase of a subject to parties and, where one person speaks, to that person.

Two candidates mean none: a description that fits two people of the story names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from verbale.language import tags as t
from verbale.language.clauses import Clause, Parse
from verbale.language.marks import PartyForm, PartyMark, PersonMark
from verbale.language.people import resolve_description
from verbale.language.phrases import PhraseTable
from verbale.model.vocabulary import load
from verbale.reader.scene import Scene

_PREMODIFIERS = frozenset({
    t.ENTITY, t.ADJECTIVE, t.DETERMINER, t.NOUN, t.POSSESSIVE, t.COORDINATOR, t.NUMBER
})  # fmt: skip
_GOVERNING = frozenset({t.PREPOSITION, t.GERUND, t.PLAIN, t.TO, t.FINITE})


@dataclass(frozen=True, slots=True)
class Agent:
    """One or more parties acting, `person` where a single person of the cast speaks or acts for them."""

    codes: tuple[str, ...]
    person: int | None = None

    @property
    def joint(self) -> bool:
        return len(self.codes) > 1


@dataclass(slots=True)
class Memory:
    """What pronouns can refer to while the document is read on: the last person and the last agents."""

    person: int | None = None
    agent: Agent | None = None
    group: Agent | None = None
    heading: Agent | None = None

    def note(self, agent: Agent | None) -> None:
        """Remember who acted."""
        if agent is None:
            return
        self.agent = agent
        if agent.person is not None:
            self.person = agent.person
        if agent.joint:
            self.group = agent


@cache
def _both() -> PhraseTable[str]:
    return PhraseTable((phrase, "both") for phrase in load("references")["both"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("references")[name])


def agent_of(scene: Scene, parse: Parse, clause: Clause, memory: Memory) -> Agent | None:
    """The agent of a clause, through coordination and participles; None where a thing or nobody acts."""
    seen = clause
    for _ in range(6):
        if seen.subject is not None:
            return resolve(scene, parse, *seen.subject, memory)
        if seen.inherits is None:
            return None
        seen = seen.inherits
    return None


def resolve(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """The agent that tokens [first, last) name."""
    words = parse.words
    if last - first == 1 or (last - first == 2 and words[last - 1].key == "both"):
        pronoun = _pronoun(scene, words[first].key, memory)
        if pronoun is not None:
            return pronoun
    people = [m for m in parse.marked.people if first <= m.first < last and not _governed(parse, m.first, first)]
    if people:
        return _of_people(scene, people)
    hits = _both().find(words, first, last)
    if hits and not _governed(parse, hits[0].first, first) and not _one_sided(parse, first, hits[0].first):
        return Agent(scene.sides) if scene.sides else None
    described = _described(scene, parse, first, last, memory)
    if described is not None:
        return described
    return _of_parties(scene, parse, first, last)


def _governed(parse: Parse, index: int, first: int) -> bool:
    """Whether the mention at `index` hangs on a preposition inside the subject ('the visit of X')."""
    i = index - 1
    while i >= first and parse.tags[i] in _PREMODIFIERS:
        i -= 1
    if i < first or parse.tags[i] not in _GOVERNING:
        return False
    # 'At the talks Chien said': a leading phrase without its comma is complete before the mention begins.
    complete = any(parse.tags[k] in (t.NOUN, t.ENTITY) for k in range(i + 1, index))
    return i > first or not complete


def _one_sided(parse: Parse, first: int, index: int) -> bool:
    """A party before a collective word makes it one side's ('the Vietnamese ministers')."""
    return any(first <= m.first < index for m in parse.marked.parties)


def _pronoun(scene: Scene, key: str, memory: Memory) -> Agent | None:
    if key in _words("single"):
        if memory.person is None:
            return None
        party = scene.cast.people[memory.person].party
        return Agent((party,) if party else (), memory.person)
    if key in {"they", "both", "them"}:
        return memory.group or (Agent(scene.sides) if len(scene.sides) > 1 else memory.agent)
    if key in {"we", "us"}:
        return Agent(scene.sides, scene.speaker) if scene.sides else None
    if key in _words("own"):
        person = scene.speaker if scene.speaker is not None else memory.person
        party = scene.cast.people[person].party if person is not None else scene.home
        return Agent((party,), person) if party else None
    if key == "it" and memory.agent is not None and not memory.agent.joint and memory.agent.person is None:
        return memory.agent
    return None


def _of_people(scene: Scene, marks: Iterable[PersonMark]) -> Agent | None:
    people = list(dict.fromkeys(m.person for m in marks))
    codes = sorted({code for p in people if (code := scene.cast.people[p].party)})
    if not codes:
        return Agent((), people[0]) if len(people) == 1 else None
    return Agent(tuple(codes), people[0] if len(people) == 1 else None)


def _described(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """A post without a name: 'the Vietnamese deputy minister', 'the Prime Ministers', 'the general'."""
    posts = [m for m in parse.marked.posts if first <= m.first < last and not _governed(parse, m.first, first)]
    if any(m.plural for m in posts):
        parties = _codes(m for m in parse.marked.parties if first <= m.first < last)
        return Agent(parties or scene.sides) if (parties or scene.sides) else None
    recent = () if memory.person is None else (memory.person,)
    index = resolve_description(scene.cast, parse.marked, first, last, recent)
    if index is not None:
        party = scene.cast.people[index].party
        return Agent((party,) if party else (), index)
    codes = sorted({m.party for m in posts if m.party})
    return Agent(tuple(codes)) if codes else None


def _codes(marks: Iterable[PartyMark]) -> tuple[str, ...]:
    return tuple(sorted({m.code for m in marks}))


def _of_parties(scene: Scene, parse: Parse, first: int, last: int) -> Agent | None:
    """Parties that are themselves the subject, or that an institution of theirs is."""
    marks = [m for m in parse.marked.parties if first <= m.first < last]
    head = _head(parse, first, last)
    plain = [
        m for m in marks
        if not _governed(parse, m.first, first)
        and not _possesses(parse, m)
    ]  # fmt: skip
    direct = [m for m in plain if m.last >= head + 1 or _joined(parse, m, last)]
    if direct:
        return Agent(_codes(direct))
    word = parse.words[head].key if head < len(parse.words) else ""
    if word in _words("institutions") or _is_institution(parse, head):
        return Agent(_codes(marks)) if marks else None
    return None


def _is_institution(parse: Parse, head: int) -> bool:
    return any(m.first <= head < m.last for m in parse.marked.posts)


def _joined(parse: Parse, mark: PartyMark, last: int) -> bool:
    """'the United States and Japan', 'Japan, Korea and the Philippines'."""
    follows = parse.words[mark.last].key if mark.last < last else ""
    return follows in {"and", ",", "&"} and mark.form is not PartyForm.ADJECTIVE


def _possesses(parse: Parse, mark: PartyMark) -> bool:
    """'Vietnam's exports': the party is not what acts."""
    return mark.last < len(parse.words) and parse.tags[mark.last] == t.POSSESSIVE


def _head(parse: Parse, first: int, last: int) -> int:
    """The index of the head noun of a phrase: the last noun before its first preposition."""
    head = last - 1
    for i in range(first, last):
        if parse.tags[i] in (t.PREPOSITION, t.PAST_PARTICIPLE) and i > first:
            head = i - 1
            break
    while head > first and parse.tags[head] not in (t.NOUN, t.ENTITY, t.PRONOUN, t.NUMBER, t.ADJECTIVE):
        head -= 1
    return head
