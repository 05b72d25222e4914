"""Who acts: the noun phrase of a subject to parties and, where one person speaks, to that person.

Two candidates mean none: a description that fits two people of the story names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.mark_spans import covered
from verbale.language.marks import PartyForm, PartyMark, PersonMark
from verbale.language.people import resolve_description
from verbale.language.spelling import fold
from verbale.reader.acts.agent import Agent, Memory
from verbale.reader.acts.institutions import home_institution, is_institution, own_institution, seat_of, seated_before
from verbale.reader.acts.references import is_governed, of_collective, of_host, of_pronoun, of_style, reference_words
from verbale.reader.scene import Scene

_JOURNEYS = frozenset("visit visits trip tour journey stay arrival acceptance presence attendance election".split())
_LOWER = frozenset({"vice", "deputy", "assistant", "acting", "under", "former"})  # what an office may be below
_MOST_HOLDERS = 32  # of one office that are compared: keeps odd texts linear


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
    parts = [part for part in _conjuncts(parse, first, last) if not _apposed(parse, first, *part)]
    if not parts:
        return None
    if len(parts) == 1:
        return _single(scene, parse, first, last, memory)
    whole = _holders_of(parse, first, last) or of_collective(scene, parse, first, last, memory)
    if whole is not None:
        return whole
    several = _sides_named(parse, first, last)
    if several is not None:
        return several
    found = [_single(scene, parse, a, b, memory) for a, b in parts]
    if found[0] is None and any(parse.tags[k] == t.PREPOSITION for k in range(*parts[0])):
        return None
    for i, part in enumerate(parts[:-1]):
        named = found[i + 1]
        if named is not None and _leads(parse, *part):
            found[i] = None if named.codes else replace(found[i] or named, person=named.person)
            found[i + 1] = named if named.codes else None
    agents = [agent for agent in found if agent is not None]
    if len(agents) == 1 and len(parts) == 2 and _leads(parse, *parts[0]):
        return agents[0]
    if len(agents) == 1 and parse.words[parts[-1][0]].key == "i" and found[-1] is not None:
        return found[-1]  # 'Maria and I look forward to'
    if len(agents) <= 1:
        return _single(scene, parse, first, last, memory)
    codes = tuple(sorted({code for agent in agents for code in agent.codes}))
    people = {agent.person for agent in agents}
    return Agent(codes, people.pop() if len(people) == 1 else None)


def _conjuncts(parse: Parse, first: int, last: int) -> Iterable[tuple[int, int]]:
    """The parts of a noun phrase that 'and' or commas join outside any mark."""
    inside = covered(parse.marked.posts, parse.marked.people, parse.marked.mechanisms)
    start = first
    for i in range(first, last):
        if i not in inside and (parse.words[i].key in {"and", "&", "with"} or parse.words[i].text == ","):
            if i > start:
                yield start, i
            start = i + 1
    if start < last:
        yield start, last


def _holders_of(parse: Parse, first: int, last: int) -> Agent | None:
    """'The transport ministers of Peru, Chile and Bolivia': all the states behind 'of'."""
    of = next((i for i in range(first + 1, last) if parse.words[i].key == "of"), last)
    codes = {m.code for m in parse.marked.parties if of < m.first < last}
    listed = all(
        parse.words[i].key in {"and", ",", "the"} or any(m.first <= i < m.last for m in parse.marked.parties)
        for i in range(of + 1, last)
    )
    plural = of < last and parse.words[of - 1].key in t.agent_plurals()
    return Agent(tuple(sorted(codes))) if plural and listed and len(codes) > 1 else None


def _sides_named(parse: Parse, first: int, last: int) -> Agent | None:
    """'the U.S. and ROK sides', 'the Chilean and Norwegian ministers': one plural noun with several adjectives."""
    if parse.words[last - 1].key not in t.agent_plurals() or any(x == t.PREPOSITION for x in parse.tags[first:last]):
        return None
    codes = {m.code for m in parse.marked.parties if first <= m.first < last and not _possesses(parse, m)}
    return Agent(tuple(sorted(codes))) if len(codes) > 1 else None


def _apposed(parse: Parse, first: int, start: int, end: int) -> bool:
    """'General Berg, *the Minister of Defence*': an office behind a name and a comma is that person's."""
    if start - 1 <= first or parse.words[start - 1].text != ",":
        return False
    named = any(mark.last == start - 1 for mark in parse.marked.people)
    titled = any(start <= mark.first < end for mark in parse.marked.posts)
    return named and titled and not any(start <= mark.first < end for mark in parse.marked.people)


def _leads(parse: Parse, start: int, end: int) -> bool:
    """'*The Prime Minister*, Ana Rojas': an office that only leads to the name behind its comma."""
    follows = end < len(parse.words) and parse.words[end].text == ","
    titled = any(start <= mark.first and mark.last == end for mark in parse.marked.posts)
    return follows and titled and any(mark.first == end + 1 for mark in parse.marked.people)


def _single(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    words = parse.words
    if last - first == 2 and words[first].key in {"together", "jointly"}:
        first += 1  # 'Together we pledge'
    if last - first == 1 or (last - first == 2 and words[last - 1].key == "both"):
        pronoun = of_pronoun(scene, parse, words[first].key, memory)
        if pronoun is not None:
            return Agent(scene.sides) if last - first == 2 else pronoun
    people = [m for m in parse.marked.people if first <= m.first < last and not is_governed(parse, m.first, first)]
    people = [m for m in people if not _travels(parse, m, last)]
    if people:
        return _of_people(scene, people)
    if " ".join(w.key for w in words[first:last]) in reference_words("styles"):
        return of_style(scene, memory)
    return (
        of_collective(scene, parse, first, last, memory)
        or _namesakes(scene, parse, first, last)
        or _described(scene, parse, first, last, memory)
        or _of_parties(scene, parse, first, last, memory)
    )


def _travels(parse: Parse, mark: PersonMark, last: int) -> bool:
    """'Mrs Rojas's visit', 'the minister's acceptance': not the person but the journey is spoken of."""
    owned = mark.last < last and parse.tags[mark.last] == t.POSSESSIVE
    return owned and not _JOURNEYS.isdisjoint(word.key for word in parse.words[mark.last : last])


def _of_people(scene: Scene, marks: Iterable[PersonMark]) -> Agent | None:
    people = list(dict.fromkeys(m.person for m in marks))
    codes = sorted({code for p in people if (code := scene.cast.people[p].party)})
    if not codes:
        return Agent((), people[0]) if len(people) == 1 else None
    return Agent(tuple(codes), people[0] if len(people) == 1 else None)


def _namesakes(scene: Scene, parse: Parse, first: int, last: int) -> Agent | None:
    """'Singh' where two of the story are called so: their party, if it is the same."""
    words = parse.words
    if (
        last - first > 2
        or any(m.first < last and first < m.last for m in parse.marked.parties)
        or any(m.first < last and first < m.last for m in parse.marked.posts)
    ):
        return None
    name = fold(words[last - 1].text)
    if not words[last - 1].capital or len(name) < 3:
        return None
    named = scene.cast.by_name.get(name, [])
    codes = {scene.cast.people[i].party for i in named}
    code = codes.pop() if len(codes) == 1 else None
    return Agent((code,), named[0] if len(named) == 1 else None) if code else None


def _described(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """A post without a name: 'the Vietnamese deputy minister', 'the Prime Ministers', 'the general'."""
    hosting = of_host(scene, parse, first, last)
    if hosting is not None:
        return hosting
    posts = [m for m in parse.marked.posts if first <= m.first < last and not is_governed(parse, m.first, first)]
    if any(m.plural for m in posts):
        parties = _codes(m for m in parse.marked.parties if first <= m.first < last)
        return Agent(parties or scene.sides) if (parties or scene.sides) else None
    issuing = _issuing_office(scene, parse, first, last)
    if issuing is not None:
        return issuing
    recent = () if memory.person is None else (memory.person,)
    index = resolve_description(scene.cast, parse.marked, first, last, recent)
    if index is None or not _same_level(scene, index, {w.key for w in parse.words[first:last]}):
        index = _exact_holder(scene, parse, first, last, memory)
    if parse.words[first].key in {"a", "an", "another", "one"}:
        index = None  # 'a Norwegian diplomat' is nobody known
    if index is not None and _same_level(scene, index, {w.key for w in parse.words[first:last]}):
        party = scene.cast.people[index].party
        return Agent((party,) if party else (), index)
    codes = sorted({m.party for m in posts if m.party})
    return Agent(tuple(codes)) if codes else None


def _exact_holder(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> int | None:
    """'the Prime Minister' beside a Deputy Prime Minister: the one person with just this office, of several the one
    who was named last."""
    taken = covered(parse.marked.parties)
    if taken & set(range(first, last)):
        return None
    office = [fold(parse.words[i].text) for i in range(first, last)]
    office = office[1:] if office[:1] == ["the"] else office
    holders = scene.cast.by_office.get(tuple(office), [])[:_MOST_HOLDERS]
    if len(holders) == 1:
        return holders[0]
    return max(holders, key=lambda i: memory.seen.get(i, -1)) if any(i in memory.seen for i in holders) else None


def _issuing_office(scene: Scene, parse: Parse, first: int, last: int) -> Agent | None:
    """'The Prime Minister' on the page of a Prime Minister, with no country named: the office that publishes it."""
    outlet = fold(scene.head.outlet or "").split()
    office = [fold(word.text) for word in parse.words[first:last]]
    if scene.home is None or office[:1] != ["the"] or len(office) < 2:
        return None
    size = len(office) - 1
    if len(outlet) <= size or outlet[-size:] != office[1:]:
        return None
    holder = scene.cast.by_post(" ".join(office[1:]), scene.home)
    return Agent((scene.home,), holder)


def _same_level(scene: Scene, index: int, words: set[str]) -> bool:
    """'the President' is not the Vice President."""
    held = set(fold(scene.cast.people[index].post or "").replace("-", " ").split())
    return not (held & _LOWER) - words


def _codes(marks: Iterable[PartyMark]) -> tuple[str, ...]:
    return tuple(sorted({m.code for m in marks}))


def _of_parties(scene: Scene, parse: Parse, first: int, last: int, memory: Memory) -> Agent | None:
    """Parties that are themselves the subject, or that an institution of theirs is."""
    parties = parse.marked.parties
    marks = [
        m for m in parties if first <= m.first < last and (m.form is not PartyForm.DEMONYM or _nation(parse, m, first))
    ]
    head = _head(parse, first, last)
    word = parse.words[head].key if head < len(parse.words) else ""
    institution = word in reference_words("institutions") or is_institution(parse, head)
    if institution and not any(m.first <= head < m.last for m in marks):
        if marks:
            codes = _codes(marks)
            if len(codes) == 1:
                memory.offices[word] = codes[0]
            return Agent(codes)
        seated = seat_of(scene, parse, head, last) or seated_before(scene, parse, head)
        if seated is not None:
            return seated
        if scene.genre == "news" and word in memory.offices and parse.words[first].key == "the":
            return Agent((memory.offices[word],))  # 'The department' behind 'the Irish Department of Defence'
        if (_of_all(parse, first, last) or _of_two(parse, head, last)) and scene.sides:
            return Agent(scene.sides)
        return own_institution(scene, parse, first, head, memory)
    if (
        head < len(parse.words)
        and parse.words[head].capital
        and marks
        and not any(m.first <= head < m.last for m in marks)
    ):
        named = [m for m in marks if m.form is PartyForm.ADJECTIVE and not is_governed(parse, m.first, first)]
        if named:  # 'the U.S. CDC', 'the Australian Federal Police'
            return Agent(_codes(named))
    if not marks and home_institution(scene, parse, head):
        return Agent((scene.home or "",))
    plain = [m for m in marks if not is_governed(parse, m.first, first) and not _possesses(parse, m)]
    direct = [m for m in plain if m.last >= head + 1 or _joined(parse, m, last)]
    return Agent(_codes(direct)) if direct else None


def _of_all(parse: Parse, first: int, last: int) -> bool:
    """'The Joint Committee', 'The Tripartite Commission': a body of all sides, no side's own."""
    return any(parse.words[i].key in {"joint", "tripartite", "bilateral", "mixed"} for i in range(first, last))


def _of_two(parse: Parse, head: int, last: int) -> bool:
    """'The forces *of the two countries*', 'officials of both sides'."""
    keys = [parse.words[i].key for i in range(head + 1, min(last, head + 4))]
    return keys[:1] == ["of"] and bool({"two", "both"} & set(keys[1:3]))


def _nation(parse: Parse, mark: PartyMark, first: int) -> bool:
    """'The Russians received': a people with its article for its government."""
    return mark.first == first + 1 and parse.words[first].key == "the" and parse.words[mark.first].key.endswith("s")


def _joined(parse: Parse, mark: PartyMark, last: int) -> bool:
    """'the United States and Japan', 'Japan, Korea and the Philippines'."""
    after = mark.last + (mark.last < last and parse.words[mark.last].text == ")")  # 'the Space Agency (ASA) and'
    follows = parse.words[after].key if after < last else ""
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
