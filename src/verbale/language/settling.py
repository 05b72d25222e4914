"""The party of people whose own words leave it open, from who met whom, in a document of two sides.

Nothing is guessed from a name. Reasons, the strongest first: an office that one of the two sides does not have; a
person met, received or called by one of known side; a person in one list with one of known side; the government that
issued the document, for its own officials.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from verbale.language.cast import Cast, Person, assign_party
from verbale.language.contrast import (
    HEADS,
    is_single,
    leading_pairs,
    other_holders,
    pairs_in_order,
    unmarked_of_many,
    unmarked_side,
)
from verbale.language.lacking import lacks
from verbale.language.link_chains import SOMEBODY, SPEAKER, Link
from verbale.language.links import find_links
from verbale.language.marks import Marked, PartyForm, PersonMark
from verbale.language.mentions import USUAL
from verbale.language.owned_offices import owned_offices
from verbale.language.post_words import folded, national_party
from verbale.language.teams import SENT, leaders_of_teams
from verbale.language.tokens import POSSESSIVES
from verbale.language.transcripts import transcript_links
from verbale.language.unmarked import Institutions, institutions_named
from verbale.language.verbs import verb
from verbale.model.document import Role

_OCCASIONS = frozenset("call calls meeting meetings remarks travel trip visit bilateral video virtual conversation "
                       "participation statement engagement".split())  # fmt: skip
_ROYAL = frozenset({"king", "queen", "prince", "princess", "sultan", "emir", "amir", "pope"})
IN_ORDER = "named in the order of the states"
_EARLY = 8  # sentences


def settle_parties(
    cast: Cast,
    marked: Sequence[Marked],
    home: str | None = None,
    sides: Sequence[str] = (),
    newspaper: bool = False, paper_of: str | None = None,
) -> Cast:  # fmt: skip
    """The cast with parties for those of whom the document lets it be inferred; the rest stay None.

    `home` is the government that issued the document, None for a joint text or a newspaper. `sides` are the document's
    two parties; where they are not given, the two states named most are taken if no third comes near. A `newspaper`
    tells the countries of foreigners only; `paper_of` is the country in its name.
    """
    two = _two(sides or _most_named(marked))
    cast = _without_strangers(cast, marked, two)
    known = {index: person.party for index, person in enumerate(cast.people) if person.party}
    usual = {index: known.pop(index) for index in list(known) if cast.people[index].side_reason == USUAL}
    reasons: dict[int, str] = {}
    links = _spoken([*find_links(marked, cast), *transcript_links(marked, cast)], home)
    _stated(links, known, reasons)
    owned = owned_offices(cast, marked, paper_of if newspaper and paper_of in (two or ()) else None, known)
    known |= owned
    reasons |= dict.fromkeys(owned, "its office")
    if home:
        _subject(marked, cast, home, known, reasons)
    for late in ({}, usual):
        fresh = {index: code for index, code in late.items() if index not in known}
        known |= fresh
        reasons |= dict.fromkeys(fresh, USUAL)
        if two:
            _by_office(cast.people, two, _present(cast, links, known), known, reasons)
            _spread(cast.people, links, two, known, reasons)
    if home:
        _own_officials(cast.people, home, _present(cast, links, known), links, known, reasons)
        _pairs(cast, links, home, two, known, reasons)
    if two:
        led = leaders_of_teams(cast.people, marked, two, known)
        known |= led
        reasons |= dict.fromkeys(led, "of that side's team")
        _contrast(cast, links, two, known, reasons)
        if newspaper:
            _unmarked(cast, links, two, paper_of, known, reasons, institutions_named(marked))
            known |= (pairs := pairs_in_order(cast, marked, links, two, paper_of, known))
            reasons |= dict.fromkeys(pairs, IN_ORDER)
    elif newspaper and (own := unmarked_of_many(cast.people, sides, known)) is not None:
        _own_officials(cast.people, own, _present(cast, links, known), links, known, reasons)
    people = tuple(
        replace(person, party=known[index], side_reason=reasons[index]) if index in reasons else person
        for index, person in enumerate(cast.people)
    )
    return Cast(people, cast.marks)


def _without_strangers(cast: Cast, marked: Sequence[Marked], two: tuple[str, str] | None) -> Cast:
    """The cast without parties that an office alone gives and no word of the document names: others have a 'Treasury
    Secretary' too."""
    named = {mark.code for sentence in marked for mark in sentence.parties} | set(two or ())
    return Cast(
        tuple(
            replace(person, party=None, side_reason="")
            if person.party and person.party not in named and national_party(person.post or "") == person.party
            else person
            for person in cast.people
        ),
        cast.marks,
    )


def _spoken(links: Sequence[Link], home: str | None) -> list[Link]:
    """The links with the speaker's party filled in, or left out where nobody knows it."""
    filled = (link._replace(other=home) if link.other == SPEAKER and home else link for link in links)
    return [link for link in filled if link.other != SPEAKER]


def _pairs(
    cast: Cast,
    links: Sequence[Link],
    home: str,
    two: tuple[str, str] | None,
    known: dict[int, str],
    reasons: dict[int, str],
) -> None:
    """'Presidents A and B' on the page of A's government."""
    for index in leading_pairs(cast, links, known) if two and home in two else ():
        known[index], reasons[index] = home, "named first by its own government"
    if two:
        _spread(cast.people, links, two, known, reasons)


def _contrast(
    cast: Cast,
    links: Sequence[Link],
    two: tuple[str, str],
    known: dict[int, str],
    reasons: dict[int, str],
) -> None:
    """Office holders that are left, where one side has another holder of the office: they are the other side's."""
    early = _present(cast, links, known)
    lesser = {i for i, person in enumerate(cast.people) if person.post and folded(person.post) not in HEADS}
    present = early | lesser  # heads of third states are named without a country, other officials hardly
    held = other_holders(cast.people, two, present, known)
    known |= held
    reasons |= dict.fromkeys(held, "the other side's office is another's")
    _spread(cast.people, links, two, known, reasons)


def _unmarked(
    cast: Cast,
    links: Sequence[Link],
    two: tuple[str, str],
    paper_of: str | None,
    known: dict[int, str],
    reasons: dict[int, str],
    institutions: Institutions,
) -> None:
    """Office holders whom a newspaper names without a country: those of its own country, where it is one side's."""
    own = paper_of if paper_of in two else unmarked_side(cast.people, two, known, institutions)
    if own is None:
        return
    present = _present(cast, links, known)
    # Of two who stand on two sides and are both named without a country, the words tell neither's.
    apart = [link for link in links if not link.same and isinstance(link.other, int)]
    opposed = {p for link in apart if not {link.one, link.other} & known.keys() for p in (link.one, link.other)}
    for index, person in enumerate(cast.people):
        if index in known or person.post is None or lacks(person, own) or index in opposed:
            continue
        title = folded(person.post)
        if (_ROYAL | SENT) & set(title.split()) or (title in HEADS and index not in present):
            continue
        away = {"ambassador", "commissioner"} & set(title.split()) and "to" not in title.split()
        other = _other(two, own) if away else None  # who is accredited here is of the other side
        known[index], reasons[index] = other or own, "named without a country, as its side is here"
    _spread(cast.people, links, two, known, reasons)


def own_signatories(cast: Cast, marked: Sequence[Marked], issuer: str, sides: Sequence[str]) -> Cast:
    """In a joint text, an office that no country stands with is the publishing government's, unless it is held."""
    taken = {folded(person.post) for person in cast.people if person.post and person.party == issuer}
    apart = [link for link in find_links(marked, cast) if not link.same]
    for index, person in enumerate(cast.people):
        if person.party is not None or person.post is None:
            continue
        title = folded(person.post)
        if lacks(person, issuer) or (title in taken and is_single(person.post)):
            continue
        others = {p for link in apart if index in link[:2] for p in link[:2] if isinstance(p, int) and p != index}
        if any(cast.people[other].party == issuer for other in others):
            continue  # 'A co-chaired the meeting with B'
        taken.add(title)
        cast = assign_party(cast, index, issuer, "office without a country on this government's page")
    return settle_parties(cast, marked, None, sides)


def _stated(links: Sequence[Link], known: dict[int, str], reasons: dict[int, str]) -> None:
    """Those of whom a sentence itself says the side: 'on behalf of Nigeria', 'to Kampala, where she will meet A'."""
    told: dict[int, set[str]] = {}
    for link in links:
        if link.same and isinstance(link.other, str) and link.one not in known:
            told.setdefault(link.one, set()).add(link.other)
    for person, codes in told.items():
        if len(codes) == 1:
            known[person], reasons[person] = next(iter(codes)), "stated"


def _two(sides: Sequence[str]) -> tuple[str, str] | None:
    return (sides[0], sides[1]) if len(sides) == 2 else None


def _most_named(marked: Iterable[Marked]) -> tuple[str, ...]:
    counts = Counter(mark.code for sentence in marked for mark in sentence.parties if mark.form is not PartyForm.BODY)
    ranked = counts.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]):
        return ()
    return ranked[0][0], ranked[1][0]


def _other(two: tuple[str, str], code: str) -> str | None:
    if code not in two:
        return None
    return two[1] if code == two[0] else two[0]


def _present(cast: Cast, links: Sequence[Link], known: Mapping[int, str]) -> frozenset[int]:
    """People who meet somebody of known side, are named early, or are named more than once."""
    counts = Counter(mark.person for marks in cast.marks for mark in marks)
    linked = {link.one for link in links if isinstance(link.other, str) or link.other in known}
    linked |= {link.other for link in links if isinstance(link.other, int) and link.one in known}
    early = {index for index, person in enumerate(cast.people) if person.first_sentence < _EARLY}
    return frozenset(linked | early | {index for index, many in counts.items() if many > 1})


def _by_office(
    people: Sequence[Person],
    two: tuple[str, str],
    present: frozenset[int],
    known: dict[int, str],
    reasons: dict[int, str],
) -> None:
    """Those whose office only one of the two sides has, if they take part: third states' leaders are mentioned too."""
    for index, person in enumerate(people):
        if index in known or index not in present:
            continue
        having = [code for code in two if not lacks(person, code)]
        if len(having) == 1:
            known[index], reasons[index] = having[0], "the other side has no such office"


def _spread(
    people: Sequence[Person],
    links: Sequence[Link],
    two: tuple[str, str],
    known: dict[int, str],
    reasons: dict[int, str],
) -> None:
    """Carry known parties over the links until nothing changes; contradicting links settle nothing."""
    changed = True
    while changed:
        proposed: dict[int, set[str]] = {}
        for link in links:
            for person, other in ((link.one, link.other), (link.other, link.one)):
                if not isinstance(person, int) or person in known:
                    continue
                code = other if isinstance(other, str) else known.get(other)
                if code is not None and (told := code if link.same else _other(two, code)) is not None:
                    if lacks(people[person], told):
                        continue  # the president whom an Australian met is of a third state
                    proposed.setdefault(person, set()).add(told)
        fresh = {person: next(iter(codes)) for person, codes in proposed.items() if len(codes) == 1}
        known |= fresh
        reasons |= dict.fromkeys(fresh, "who met whom")
        changed = bool(fresh)


def _subject(marked: Sequence[Marked], cast: Cast, home: str, known: dict[int, str], reasons: dict[int, str]) -> None:
    """The person of whom a government's own release tells first, in the headline or in the first sentence."""
    for role in (Role.HEADLINE, Role.BODY):
        for sentence, marks in zip(marked, cast.marks, strict=True):
            if sentence.sentence.role is not role or not marks:
                continue
            person = marks[0].person
            if person not in known and _acts(sentence, marks[0]) and not lacks(cast.people[person], home):
                known[person], reasons[person] = home, "named first by its own government"
                return
            if role is Role.BODY:
                return


def _acts(marked: Marked, mark: PersonMark) -> bool:
    """Whether the person is the subject: a verb or a possessive with a meeting follows, no preposition leads in."""
    words = marked.sentence.tokens
    after = words[mark.last] if mark.last < len(words) else None
    known = verb(after.key) if after is not None else None
    verbal = known is not None and after is not None and (known.lemma != after.key or after.key in {"met", "spoke"})
    possessive = after is not None and after.text in POSSESSIVES
    first = next((post.first for post in marked.posts if 0 <= mark.first - post.last <= 2), mark.first)
    before = words[first - 1].key if first else ""
    if possessive:
        following = words[mark.last + 1].key if mark.last + 1 < len(words) else ""
        return following in _OCCASIONS and before not in {"with", "to", "and"}
    return verbal and before not in {"of", "by", "with", "to", "from", "between", "and"}


def _own_officials(
    people: Sequence[Person],
    home: str,
    present: frozenset[int],
    links: Sequence[Link],
    known: dict[int, str],
    reasons: dict[int, str],
) -> None:
    """Office holders named without a country belong to the government that speaks, if it has such an office and
    no other holder of it, and nobody of its own met them."""
    taken = {folded(people[i].post or "") for i, code in known.items() if code == home and i in present}
    apart = [link for link in links if not link.same and link.other != SOMEBODY]
    foreign = {index for index, code in known.items() if code != home}
    apart = [link for link in apart if isinstance(link.other, int) or link.other == home]
    met = {p for link in apart if not {link.one, link.other} & foreign for p in (link.one, link.other)}
    for index, person in enumerate(people):
        if index in known or not person.post or lacks(person, home) or index in met:
            continue
        title = folded(person.post)
        if title in HEADS and (title in taken or index not in present):
            continue
        known[index], reasons[index] = home, "office of the issuing government"
        taken.add(title)
