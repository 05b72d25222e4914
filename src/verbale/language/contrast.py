"""The party of office holders whom nothing links to anybody, by contrast with the people whose country is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from verbale.language.cast import Cast, Person
from verbale.language.lacking import lacks
from verbale.language.link_chains import Link
from verbale.language.marks import Marked
from verbale.language.post_words import folded
from verbale.language.unmarked import Institutions

HEADS = frozenset({"president", "prime minister", "king", "queen", "premier", "chancellor", "sultan", "emir"})
_GRADES = frozenset({"deputy", "vice", "assistant", "former", "state", "parliamentary", "junior", "undersecretary"})
_MEMBERS = frozenset({"minister", "secretary", "president", "undersecretary", "premier", "chancellor", "ministry"})
_TOLD = frozenset({"office", "possessive", "counterpart", "of the country", "delegation", "list", "its office"})


def is_single(post: str) -> bool:
    """Whether a government has one holder of the office at a time: 'Foreign Minister', not 'Deputy Minister'."""
    words = folded(post).split()
    if _GRADES & set(words) or len(words) > 8:
        return False
    return " ".join(words) in HEADS or ("minister" in words and len(words) > 1)


def other_holders(people: Sequence[Person], two: tuple[str, str], present: frozenset[int],
                  known: Mapping[int, str]) -> dict[int, str]:  # fmt: skip
    """Those who hold an office that a known person of one side holds: they are the other side's."""
    taken = {(folded(people[i].post or ""), code) for i, code in known.items() if people[i].post and i in present}
    found = {}
    for index in sorted(present - known.keys()):
        post = people[index].post
        if post is None or not is_single(post):
            continue
        free = [code for code in two if (folded(post), code) not in taken]
        if len(free) == 1:
            found[index] = free[0]
    return found


def unmarked_side(people: Sequence[Person], two: tuple[str, str], known: Mapping[int, str],
                  institutions: Institutions | None = None) -> str | None:  # fmt: skip
    """The side whose people a newspaper names without their country, its own, while it always tells the other's.

    None unless the people known so far show it: somebody's country is told on one side, nobody of that side is named
    without it, and either an official of the other side is, or that side has none told at all while two are told of
    the first, or two members of a government are named without a country. `institutions` count as people do.
    """
    told, untold = Counter[str](), Counter[str]()
    for index, code in known.items():
        if people[index].post is not None:
            (told if people[index].side_reason in _TOLD else untold)[code] += 1
    open_offices = sum(_governs(person) for index, person in enumerate(people) if index not in known)
    if institutions is not None:
        told.update(institutions.told)
        open_offices += institutions.open
    for own, other in (two, two[::-1]):
        if untold[other] or not told[other]:
            continue
        if untold[own] or (not told[own] and max(told[other], open_offices) > 1):
            return own
    return None


def unmarked_of_many(people: Sequence[Person], sides: Sequence[str], known: Mapping[int, str]) -> str | None:
    """The one of three sides or more whose officials are not named with a country, while all others' are."""
    told = {code for index, code in known.items() if people[index].post and people[index].side_reason in _TOLD}
    left = [code for code in sides if code not in told]
    return left[0] if len(sides) > 2 and len(left) == 1 and left[0] not in known.values() else None


def _governs(person: Person) -> bool:
    """Whether the person's office is one of a government: 'Migrant Workers Secretary', 'President'."""
    return bool(_MEMBERS & set(folded(person.post or "").split()))


def leading_pairs(cast: Cast, links: Sequence[Link], known: Mapping[int, str]) -> list[int]:
    """The first of each two of unknown side who share an office: a government names its own first."""
    people = cast.people
    return [
        link.one
        for link in links
        if isinstance(link.other, int)
        and not link.same
        and link.one not in known
        and link.other not in known
        and link.one < link.other
        and people[link.one].post
        and people[link.one].post == people[link.other].post
    ]


def pairs_in_order(
    cast: Cast,
    marked: Sequence[Marked],
    links: Sequence[Link],
    two: tuple[str, str],
    paper_of: str | None,
    known: Mapping[int, str],
) -> dict[int, str]:
    """'Presidents A and B', neither with a country: in the order in which the story names the two states, the
    newspaper's own first."""
    leading = set(leading_pairs(cast, links, known))
    named = (mark.code for sentence in marked for mark in sentence.parties if mark.code in two)
    first = paper_of if paper_of in two else next(named, two[0])
    found: dict[int, str] = {}
    for link in links:
        if link.one in leading and isinstance(link.other, int) and not link.same:
            second = two[0] if first == two[1] else two[1]
            if not lacks(cast.people[link.one], first) and not lacks(cast.people[link.other], second):
                found |= {link.one: first, link.other: second}
    return found
