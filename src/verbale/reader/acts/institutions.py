"""Institutions that act for a government: 'the ministry', 'USAID', 'our armed forces'."""

from __future__ import annotations

from functools import cache

from verbale.language.clauses import Parse
from verbale.language.marks import InstrumentMark, MechanismMark
from verbale.model.vocabulary import load
from verbale.reader.acts.agent import Agent, Memory
from verbale.reader.acts.references import reference_words
from verbale.reader.scene import Scene


def home_institution(scene: Scene, parse: Parse, head: int) -> bool:
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


def own_institution(scene: Scene, parse: Parse, first: int, head: int, memory: Memory) -> Agent | None:
    """'the ministry', 'our armed forces' without a country: the issuing government's or, of an organ with words of its
    own, the newspaper's; else that of who spoke last."""
    if parse.words[first].key not in {"the", "our", "its", "his", "her"}:
        return None
    if scene.home is not None:
        return Agent((scene.home,))
    if scene.own in scene.sides and parse.words[first].key == "the" and _is_organ(parse, first, head):
        return Agent((str(scene.own),))
    person = memory.meant(parse.words[first].key)
    if person is not None and (party := scene.cast.people[person].party):
        return Agent((party,))
    return None


def _is_organ(parse: Parse, first: int, head: int) -> bool:
    """'the foreign ministry', 'the palace': no other country's that was named before, as 'the ministry' may be."""
    word = parse.words[head].key
    return word in reference_words("palaces") or (word in reference_words("organs") and head - first > 1)


def seated_before(scene: Scene, parse: Parse, head: int) -> Agent | None:
    """'In Oslo, officials said': those of the side in whose country the town is with which the sentence opens."""
    words = parse.words
    if head < 3 or words[0].key not in {"in", "at"} or words[head].key not in reference_words("institutions"):
        return None
    opening = next((m for m in parse.marked.places if m.first in {1, 2} and m.last < len(words)), None)
    if opening is None or words[opening.last].text != "," or opening.country not in scene.sides:
        return None
    return Agent((str(opening.country),))


def seat_of(scene: Scene, parse: Parse, head: int, last: int) -> Agent | None:
    """'the ministry in Oslo', 'officials in Santiago': of the side in whose country the town is."""
    if head + 2 >= len(parse.words) or head + 2 >= last + 1 or parse.words[head + 1].key not in {"in", "at"}:
        return None
    country = next((m.country for m in parse.marked.places if head + 2 <= m.first <= head + 3), None)
    return Agent((country,)) if country in scene.sides else None


def is_institution(parse: Parse, head: int) -> bool:
    return any(m.first <= head < m.last for m in parse.marked.posts)
