"""Whose team somebody leads who is told only as 'the commander of the medical team'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from verbale.language.cast import Person
from verbale.language.marks import Marked, PartyForm
from verbale.language.spelling import fold

SENT = frozenset({"team", "mission", "delegation", "contingent", "expedition"})  # may be of either side
_NEAR = 3  # tokens between a country and its team


def leaders_of_teams(
    people: Sequence[Person], marked: Sequence[Marked], two: tuple[str, str], known: Mapping[int, str]
) -> dict[int, str]:
    """The party of those who lead a team, where the document calls one side's team so, and no other's."""
    found = {}
    for index, person in enumerate(people):
        team = SENT & set(fold(person.post or "").split())
        if index in known or not team:
            continue
        codes = {code for sentence in marked for code in _owners(sentence, team)}
        if len(codes) == 1 and codes <= set(two):
            found[index] = codes.pop()
    return found


def _owners(sentence: Marked, team: frozenset[str]) -> set[str]:
    """Whose team a sentence names: 'the Israeli medical team', 'a team of 240 Israeli doctors'."""
    words = sentence.sentence.tokens
    found = set()
    for mark in sentence.parties:
        ahead = words[mark.last : mark.last + _NEAR]
        before = [word.key for word in words[max(0, mark.first - _NEAR - 1) : mark.first]]
        leads = next((i for i, word in enumerate(ahead) if word.key in team), None)
        close = leads is not None and all(word.text.islower() or word.text == "-" for word in ahead[:leads])
        of_people = any(a in team and b == "of" for a, b in pairwise(before)) and mark.form is PartyForm.ADJECTIVE
        if close or of_people:
            found.add(mark.code)
    return found
