"""Places named in a sentence: cities, buildings and countries, where the words make them places.

A capital that stands for its government is a party and no place; a country is a place after 'in', 'to', 'from' and
verbs of going, and remains a party mark as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language import geography
from verbale.language.buildings import buildings
from verbale.language.capitals import Names, names_of
from verbale.language.geography import Geo, Role, Sense
from verbale.language.mark_spans import covered
from verbale.language.marks import Mark, PartyForm, PartyMark, PlaceMark
from verbale.language.phrases import Hit
from verbale.language.sentences import Sentence
from verbale.language.tokens import Token

_INTO = frozenset("in to from into across throughout inside within outside around".split())
_PREPOSITIONS = _INTO | {"at", "near", "via", "on"}
_BETWEEN = frozenset(
    "the a an city capital of downtown central beautiful historic 's resort island town port province coastal southern "
    "northern eastern western ancient seaside lakeside mountain district suburb state village region nearby".split()
)


def find_places(sentence: Sentence, parties: Sequence[PartyMark], names: Names | None = None) -> list[PlaceMark]:
    """Every place named in the sentence, from the left. `parties` are the sentence's own party marks, `names` its
    geographic names, where they are known."""
    words = sentence.tokens
    hits, sense = names or names_of(sentence)
    named = {mark.first: mark for mark in parties}
    states = {mark.code for mark in parties if mark.form is not PartyForm.BODY}
    marks: list[PlaceMark] = []
    for hit in hits:
        role = hit.value.role
        if role in (Role.STATE, Role.SHORT):
            if hit.first in named and _is_country_place(words, hit, named[hit.first], marks):
                marks.append(PlaceMark(hit.first, hit.last, hit.value.name, hit.value.code))
        elif sense.get(hit.first) is Sense.PLACE and hit.first not in named:
            marks.append(PlaceMark(hit.first, hit.last, hit.value.name, _country(words, hit, states, marks)))
    return _with_buildings(words, marks, parties)


def _with_buildings(words: tuple[Token, ...], marks: list[PlaceMark], parties: Sequence[PartyMark]) -> list[PlaceMark]:
    """Adds the buildings that no table lists; they take their country from the place named right after."""
    found = list(buildings(words))
    if not found:
        return marks
    taken = covered(parties)
    at = {index: mark for mark in marks for index in range(mark.first, mark.last)}
    replaced: set[int] = set()
    added = []
    for first, last, name in found:
        inside = [at[index] for index in range(first, last) if index in at]
        if not taken.isdisjoint(range(first, last)) or (inside and inside[-1].last > last):
            continue
        beside = at.get(last + 1) if last < len(words) and words[last].key in {"in", ","} else None
        near = inside[0] if inside else beside
        replaced.update(mark.first for mark in inside)
        added.append(PlaceMark(first, last, name, near.country if near is not None else None))
    kept = [mark for mark in marks if mark.first not in replaced]
    return sorted([*kept, *added], key=lambda mark: mark.first)


def _is_country_place(words: tuple[Token, ...], hit: Hit[Geo], mark: PartyMark, marks: list[PlaceMark]) -> bool:
    """'in Vietnam', 'visit Japan', 'to Laos and Cambodia', but not 'in Vietnam's interest' or 'to U.S. officials'."""
    if mark.form is not PartyForm.NAME or (hit.last < len(words) and words[hit.last].key == "'s"):
        return False
    before = hit.first - 1
    if before >= 0 and words[before].key == "the":
        before -= 1
    if before < 0:
        return False
    if words[before].key in _INTO:
        return words[before - 1].key not in geography.words("dealings") or before == 0
    if words[before].key in geography.words("going"):
        return True
    linked = words[before].key in {"and", ","} and bool(marks)
    return (
        linked and marks[-1].last == before and marks[-1].name == geography.states()[marks[-1].country or "US"]["name"]
    )


def _country(words: tuple[Token, ...], hit: Hit[Geo], states: set[str], earlier: list[PlaceMark]) -> str | None:
    """The country a place lies in: the only one, the one named beside it, or the only one among the parties."""
    countries = hit.value.countries
    beside = geography.at(words, hit.last + 1) if hit.last < len(words) and words[hit.last].text == "," else None
    if beside is not None and beside.role in (Role.STATE, Role.SHORT, Role.REGION) and len(beside.countries) == 1:
        if beside.countries[0] in countries:
            return beside.countries[0]  # 'Hamilton, Canada'
        if beside.role is Role.REGION:
            return None  # 'Paris, Texas'
    if len(countries) == 1:
        return countries[0]
    if earlier and 0 < hit.first - earlier[-1].last <= 2 and earlier[-1].country in countries:
        return earlier[-1].country
    if "*" in countries:
        return next(iter(states)) if len(states) == 1 else None
    possible = states & set(countries)
    return possible.pop() if len(possible) == 1 else None


def place_prepositional(sentence: Sentence, mark: Mark) -> str | None:
    """The preposition that governs a place: 'in' for 'in the capital Hanoi', 'to' for 'to Laos and Cambodia'.

    None where there is none within a few words.
    """
    words = sentence.tokens
    index = mark.first - 1
    for _ in range(8):
        if index < 0:
            return None
        word = words[index]
        if word.key in _PREPOSITIONS:
            return word.key
        if word.key in {"and", ","} and index and (words[index - 1].capital or words[index - 1].text == ","):
            index -= 1
        elif not (word.key in _BETWEEN or word.capital):
            return None
        index -= 1
    return None
