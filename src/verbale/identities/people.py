"""People: one person under many forms of a name.

A name alone never joins two: side, office and time count. A single word ('Biden', 'Chính') is nobody by itself; it is
the one person of its side who held its office at about that time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from verbale.identities import person_names, posts
from verbale.identities.nodes import Comparison, Features, different, perhaps, same
from verbale.identities.times import gap_in_years

NAME = "person"
NEAR_YEARS = 8.0  # between two mentions of one office-holder under two forms of a full name
SHORT_YEARS = 1.0  # a single word must lie closer
SINGLE_YEARS = 3.0  # unless one person at a time holds the office, for a term of some years
TERM_YEARS = 7.5  # heads of state and government, under a surname that is not shared by many: two terms, not three
LIFETIME = 40.0  # years after which the same name is no longer taken for the same person


def features(
    name: str, party: str | None, held: Sequence[tuple[str, str | None, str | None]], first: str | None,
    last: str | None,
) -> dict[str, Any]:  # fmt: skip
    """What is compared: name, party, the posts with the first and last day that documents give them, all days."""
    return {"name": name, "party": party, "posts": [list(post) for post in held], "first": first, "last": last}


def keys(features: Features) -> Sequence[str]:
    """Every word of the name with the side; for where the side is not known, words in pairs and with an office."""
    words, open_ones = _words(features), _of_any_side(features)
    of_nobody = () if features["party"] else {f"{_NOBODY} {one}" for one in open_ones}
    return sorted({*_of_side(features, words), *_pairs(words), *open_ones, *of_nobody, *_in_years(features)})


def sought(features: Features) -> Sequence[str]:
    """The same, but who is of a side looks for a single word of another ('Kim') in the same office and year alone."""
    if not features["party"]:
        return keys(features)
    words = _words(features)
    of_nobody = {f"{_NOBODY} {one}" for one in _of_any_side(features)}
    return sorted({*_of_side(features, words), *_pairs(words), *of_nobody, *_in_years(features)})


_NOBODY = "nobody's"


def _words(features: Features) -> list[str]:
    return sorted({word for word in person_names.words(features["name"]) if len(word) > 1})


def _of_side(features: Features, words: Sequence[str]) -> set[str]:
    return {f"{features['party']} {word}" for word in words} if features["party"] else set()


def _pairs(words: Sequence[str]) -> set[str]:
    return {f"{first} {second}" for first, second in combinations(words, 2)}


def _of_any_side(features: Features) -> set[str]:
    """By which one whose side is not known is found: the whole name, and each word of it with an office."""
    words, offices = _words(features), _single_offices(features)
    return {" ".join(words)} | {f"{word} as {office}" for word in words for office in offices}


def _in_years(features: Features) -> set[str]:
    """A single word in its office and its years."""
    if not weak(features):
        return set()
    offices, years = _single_offices(features), _years(features)
    return {f"{word} as {one} in {year}" for word in _words(features) for one in offices for year in years}


def _single_offices(features: Features) -> set[str]:
    return {posts.office(post).key for post, _, _ in features["posts"] if posts.is_single(post)}


def _years(features: Features) -> set[str]:
    """The years of its first and its last mention."""
    return {day[:4] for day in (features["first"], features["last"]) if day}


def weak(features: Features) -> bool:
    return person_names.is_short(features["name"])


def compare(a: Features, b: Features) -> Comparison | None:
    """Whether two people are one, from name, side, office and time."""
    likeness = person_names.likeness(a["name"], b["name"])
    if likeness == "none":
        return _rivals(a, b)
    if a["party"] and b["party"] and a["party"] != b["party"]:
        return different("of two sides") if likeness == "short" else _of_two_sides(a, b, likeness)
    years = gap_in_years(a["first"], a["last"], b["first"], b["last"])
    office, apart = _shared_office(a, b)
    if likeness == "equal" and not weak(a):
        return _equal(a, b, years, office)
    if likeness == "short" or weak(a):
        return _short(a, b, office, apart)
    return _variant(a, b, office, apart, years)


def _equal(a: Features, b: Features, years: float, office: str | None) -> Comparison | None:
    """All words are the same, in whatever order."""
    if years > LIFETIME and years != float("inf"):
        return None
    if a["party"] == b["party"] and a["party"]:
        return same(0.97, "all words of the name", "one side")
    if office:
        return same(0.93, "all words of the name", f"one office: {office}")
    return perhaps(0.7, "all words of the name", "the side of one is not known")


def _variant(a: Features, b: Features, office: str | None, apart: float, years: float) -> Comparison | None:
    """Initials, short forms or words left out."""
    known = a["party"] and a["party"] == b["party"]
    if office and apart <= NEAR_YEARS:
        return same(0.92 if known else 0.88, "a form of the name", f"one office at the time: {office}")
    if known and years <= NEAR_YEARS and _shared_field(a, b) and _begins(a["name"], b["name"]):
        return same(0.84, "one name has a surname more", "one field of work at the time")
    if known and years <= NEAR_YEARS and not (a["posts"] and b["posts"]):
        return perhaps(0.75, "a form of the name", "one side", "no office to compare")
    return perhaps(0.6, "a form of the name") if known else None


def _short(a: Features, b: Features, office: str | None, apart: float) -> Comparison | None:
    """One is a single word of the other, or both are the same word."""
    if not a["party"] or not b["party"]:
        bare = all(weak(one) for one in (a, b) if one["party"] is None)
        if office and bare and posts.is_single(office) and apart <= SHORT_YEARS:
            return same(0.81, "a word of the name", f"one office at the time: {office}", "a side is not known")
        if not office:
            return _without_post(a, b) if weak(a) and weak(b) else None
        return perhaps(0.5, "a word of the name", f"one office: {office}")
    if not a["posts"] or not b["posts"]:
        return _without_post(a, b)
    if office and apart <= _years_in(office, _common_word(a, b)):
        return same(0.85, "a word of the name", f"one office at the time: {office}")
    if office is None:
        return _risen(a, b)
    return perhaps(0.5, "a word of the name", f"one office: {office}")


def _years_in(office: str, word: str) -> float:
    """How far apart two mentions of an office's holder by this one word of the name may lie."""
    if posts.is_head(office) and not person_names.is_common(word):
        return TERM_YEARS
    return SINGLE_YEARS if posts.is_single(office) else SHORT_YEARS


def _risen(a: Features, b: Features) -> Comparison | None:
    """A minister who was the head of the government soon after."""
    if person_names.is_common(_common_word(a, b)):
        return None
    for before, after in ((a, b), (b, a)):
        for post, _, last in before["posts"]:
            for head, first, _ in after["posts"]:
                rises = posts.is_single(post) and not posts.is_head(post) and posts.is_head(head)
                if rises and last and first and last < first and gap_in_years(last, last, first, first) <= SHORT_YEARS:
                    return same(0.8, "a word of the name", f"{post}, and soon after {head}")
    return None


def _common_word(a: Features, b: Features) -> str:
    """The single word that is the name of one and a word of the other's."""
    return min((person_names.words(one["name"]) for one in (a, b)), key=len)[0]


def _without_post(a: Features, b: Features) -> Comparison | None:
    """A single word with a side alone is the head or minister of that name at the time, if it is anybody."""
    bare, holder = (a, b) if not a["posts"] else (b, a)
    if bare["posts"] or not weak(bare):
        return None
    of_few = not person_names.is_common(_common_word(a, b))
    for post, first, last in holder["posts"]:
        near = SINGLE_YEARS if of_few and posts.is_head(post) else SHORT_YEARS
        if posts.is_single(post) and gap_in_years(bare["first"], bare["last"], first, last) <= near:
            return same(0.8, "a word of the name", f"one side, which this was at the time: {post}")
    return None


def _of_two_sides(a: Features, b: Features, likeness: str) -> Comparison | None:
    office, apart = _shared_office(a, b)
    if weak(a) and not _in_years(a) & _in_years(b):
        return different("of two sides")
    if likeness == "equal" and office and apart <= NEAR_YEARS:
        return perhaps(0.55, "all words of the name", f"one office: {office}", "on two sides")
    return None


def _rivals(a: Features, b: Features) -> Comparison | None:
    """Two names that have a word in common and are no forms of each other: two people, so that no third joins them."""
    if weak(a) or weak(b):
        return None
    return different("two names")


def _shared_field(a: Features, b: Features) -> bool:
    """Whether posts of both are over one thing that several words name ('Unit for North America')."""
    return any(
        len(posts.field(one[0], a["party"]) & posts.field(other[0], b["party"])) > 1
        for one in a["posts"] for other in b["posts"]
    )  # fmt: skip


def _begins(one: str, other: str) -> bool:
    """Whether the longer name begins with the shorter: a second surname is often left out."""
    short, long = sorted((person_names.words(one), person_names.words(other)), key=len)
    return len(short) > 1 and long[: len(short)] == short


def _shared_office(a: Features, b: Features) -> tuple[str | None, float]:
    """The office that both are given nearest in time, and the years between; None where there is none."""
    party = a["party"] or b["party"]
    found = [
        (gap_in_years(first, last, other_first, other_last), max(post, other, key=lambda name: (len(name), name)))
        for post, first, last in a["posts"]
        for other, other_first, other_last in b["posts"]
        if posts.nearness(post, other, party) != "none"
    ]
    years, office = min(found, key=lambda one: (one[0], -len(one[1]), one[1]), default=(float("inf"), None))
    return (office, years) if years < float("inf") else (None, years)
