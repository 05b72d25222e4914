"""Who acts: the noun phrase of a subject to parties and, where one person speaks, to that person.

Two candidates mean none: a description that fits two people of the story names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from verbale.language import tags as t
from verbale.language.clauses import Clause, Parse
from verbale.language.marks import InstrumentMark, MechanismMark, PartyForm, PartyMark, PersonMark, PostMark
from verbale.language.people import resolve_description
from verbale.language.phrases import PhraseTable
from verbale.model.vocabulary import load
from verbale.reader.scene import Scene

_PREMODIFIERS = frozenset({
    t.ENTITY, t.ADJECTIVE, t.DETERMINER, t.NOUN, t.POSSESSIVE, t.COORDINATOR, t.NUMBER, t.DATE
})  # fmt: skip
_LEAD = 4  # sentences in which the place of the meeting stands
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
    voice: Agent | None = None

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
    """The agent that tokens [first, last) name; of a coordination, all that it joins."""
    parts = list(_conjuncts(parse, first, last))
    if len(parts) == 1:
        return _single(scene, parse, first, last, memory)
    whole = _collective(scene, parse, first, last, memory)
    if whole is not None:
        return whole
    found = [_single(scene, parse, a, b, memory) for a, b in parts]
    if found[0] is None and any(parse.tags[k] == t.PREPOSITION for k in range(*parts[0])):
        return None
    agents = [agent for agent in found if agent is not None]
    if len(agents) <= 1:
        return _single(scene, parse, first, last, memory)
    codes = tuple(sorted({code for agent in agents for code in agent.codes}))
    people = {agent.person for agent in agents}
    return Agent(codes, people.pop() if len(people) == 1 else None)


def _conjuncts(parse: Parse, first: int, last: int) -> Iterable[tuple[int, int]]:
    """The parts of a noun phrase that 'and' or commas join outside any mark."""
    named: list[PostMark | PersonMark | MechanismMark] = [
        *parse.marked.posts,
        *parse.marked.people,
        *parse.marked.mechanisms,
    ]
    inside = {i for m in named for i in range(m.first, m.last)}
    start = first
    for i in range(first, last):
        if i not in inside and (parse.words[i].key in {"and", "&", "with"} or parse.words[i].text == ","):
            if i > start:
                yield start, i
            start = i + 1
    if start < last:
        yield start, last


def _single(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    words = parse.words
    if last - first == 1 or (last - first == 2 and words[last - 1].key == "both"):
        pronoun = _pronoun(scene, parse, words[first].key, memory)
        if pronoun is not None:
            return Agent(scene.sides) if last - first == 2 else pronoun
    people = [m for m in parse.marked.people if first <= m.first < last and not _governed(parse, m.first, first)]
    if people:
        return _of_people(scene, people)
    if " ".join(w.key for w in words[first:last]) in _words("styles"):
        return _styled(scene, memory)
    return (
        _collective(scene, parse, first, last, memory)
        or _described(scene, parse, first, last, memory)
        or _of_parties(scene, parse, first, last, memory)
    )


def _collective(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """'both sides', 'the leaders': the document's sides together, or the larger group that was named last."""
    hits = _both().find(parse.words, first, last)
    if not hits or (hits[0].first > first and parse.tags[hits[0].first - 1] in (t.NOUN, t.ADJECTIVE)):
        return None
    if not _governed(parse, hits[0].first, first) and not _one_sided(parse, first, hits[0].first):
        if memory.group is not None and len(memory.group.codes) > max(2, len(scene.sides)):
            return memory.group
        return Agent(scene.sides) if scene.sides else None
    return None


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


def _pronoun(scene: Scene, parse: Parse, key: str, memory: Memory) -> Agent | None:
    if key in _words("single"):
        if memory.person is None:
            return None
        party = scene.cast.people[memory.person].party
        return Agent((party,) if party else (), memory.person)
    if key in {"they", "both", "them"}:
        return memory.group or (Agent(scene.sides) if len(scene.sides) > 1 else memory.agent)
    if key in {"we", "us"}:
        return _we(scene, parse, memory)
    if key in _words("own"):
        if memory.voice is not None:
            return memory.voice
        person = scene.speaker if scene.speaker is not None or scene.home is not None else memory.person
        party = scene.cast.people[person].party if person is not None else scene.home
        return Agent((party,), person) if party else None
    if key == "it" and memory.agent is not None and not memory.agent.joint and memory.agent.person is None:
        return memory.agent
    return None


def _styled(scene: Scene, memory: Memory) -> Agent | None:
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
    if home is not None:
        named = {m.code for m in parse.marked.parties}
        others = named & (set(scene.sides) - {home})
        together = any(word.key in _words("together") for word in parse.words)
        own_text = scene.genre in {"readout", "fact-sheet"} and not together
        if own_text or (others and home not in named and not together):
            return Agent((home,), speaker)
    return Agent(scene.sides, speaker) if scene.sides else None


def _of_people(scene: Scene, marks: Iterable[PersonMark]) -> Agent | None:
    people = list(dict.fromkeys(m.person for m in marks))
    codes = sorted({code for p in people if (code := scene.cast.people[p].party)})
    if not codes:
        return Agent((), people[0]) if len(people) == 1 else None
    return Agent(tuple(codes), people[0] if len(people) == 1 else None)


def _described(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """A post without a name: 'the Vietnamese deputy minister', 'the Prime Ministers', 'the general'."""
    hosting = _host(scene, parse, first, last)
    if hosting is not None:
        return hosting
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


def _host(scene: Scene, parse: Parse, first: int, last: int) -> Agent | None:
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


def _codes(marks: Iterable[PartyMark]) -> tuple[str, ...]:
    return tuple(sorted({m.code for m in marks}))


def _of_parties(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """Parties that are themselves the subject, or that an institution of theirs is."""
    marks = [m for m in parse.marked.parties if first <= m.first < last and m.form is not PartyForm.DEMONYM]
    head = _head(parse, first, last)
    word = parse.words[head].key if head < len(parse.words) else ""
    institution = word in _words("institutions") or _is_institution(parse, head)
    if institution and not any(m.first <= head < m.last for m in marks):
        if marks:
            return Agent(_codes(marks))
        return _own_institution(scene, parse, first, memory)
    if (
        head < len(parse.words)
        and parse.words[head].capital
        and marks
        and not any(m.first <= head < m.last for m in marks)
    ):
        named = [m for m in marks if m.form is PartyForm.ADJECTIVE and not _governed(parse, m.first, first)]
        if named:  # 'the U.S. CDC', 'the Australian Federal Police'
            return Agent(_codes(named))
    if not marks and _home_institution(scene, parse, head):
        return Agent((scene.home or "",))
    plain = [m for m in marks if not _governed(parse, m.first, first) and not _possesses(parse, m)]
    direct = [m for m in plain if m.last >= head + 1 or _joined(parse, m, last)]
    return Agent(_codes(direct)) if direct else None


def _home_institution(scene: Scene, parse: Parse, head: int) -> bool:
    """'the Task Group', 'USAID': a named institution in one government's text is that government's."""
    if scene.home is None or scene.genre == "news" or head >= len(parse.words):
        return False
    word = parse.words[head]
    names: list[MechanismMark | InstrumentMark] = [*parse.marked.mechanisms, *parse.marked.instruments]
    if not word.capital or any(m.first <= head < m.last for m in names):
        return False
    return (word.text.isupper() and len(word.text) > 2) or word.key in _organisations()


@cache
def _organisations() -> frozenset[str]:
    return frozenset(load("verb-frames")["institutions"])


def _own_institution(scene: Scene, parse: Parse, first: int, memory: Memory) -> Agent | None:
    """'the ministry', 'our armed forces' without a country: the issuing government's, else that of who spoke last."""
    if parse.words[first].key not in {"the", "our", "its", "his", "her"}:
        return None
    if scene.home is not None:
        return Agent((scene.home,))
    if memory.person is not None and (party := scene.cast.people[memory.person].party):
        return Agent((party,))
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
