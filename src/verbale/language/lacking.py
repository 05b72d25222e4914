"""Offices that some states have and others lack."""

from __future__ import annotations

from functools import cache

from verbale.language.cast import Person
from verbale.language.post_words import folded
from verbale.language.spelling import fold
from verbale.model.vocabulary import load

_GRADES = frozenset({"deputy", "acting", "first", "second", "senior", "permanent", "standing", "assistant", "interim"})


@cache
def _lacking() -> dict[str, frozenset[str]]:
    return {fold(office): frozenset(codes) for office, codes in load("posts")["lacks"].items()}


@cache
def _alone_in() -> dict[str, frozenset[str]]:
    return {folded(office): frozenset(codes) for office, codes in load("posts")["alone-in"].items()}


def lacks(person: Person, party: str) -> bool:
    """Whether the party has no office such as the person's."""
    if not person.post:
        return False
    if (states := _alone_in().get(folded(person.post))) is not None:
        return party not in states
    words = [word for word in folded(person.post).split() if word not in _GRADES]
    for length in (len(words), 3, 2, 1):
        codes = _lacking().get(" ".join(words[:length]))
        if codes is not None and (length == len(words) or words[length] in {"of", "for"}):
            return party in codes
    return "minister" in words and "prime" not in words and party in _lacking()["minister"]
