"""Institutions that act for a government: 'the ministry', 'USAID', 'our armed forces'."""

from __future__ import annotations

from functools import cache

from verbale.language.clauses import Parse
from verbale.language.marks import InstrumentMark, MechanismMark
from verbale.model.vocabulary import load
from verbale.reader.acts.agent import Agent, Memory
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


def own_institution(scene: Scene, parse: Parse, first: int, memory: Memory) -> Agent | None:
    """'the ministry', 'our armed forces' without a country: the issuing government's, else that of who spoke last."""
    if parse.words[first].key not in {"the", "our", "its", "his", "her"}:
        return None
    if scene.home is not None:
        return Agent((scene.home,))
    person = memory.meant(parse.words[first].key)
    if person is not None and (party := scene.cast.people[person].party):
        return Agent((party,))
    return None


def seat_of(scene: Scene, parse: Parse, head: int, last: int) -> Agent | None:
    """'the ministry in Oslo', 'officials in Santiago': of the side in whose country the town is."""
    if head + 2 >= len(parse.words) or head + 2 >= last + 1 or parse.words[head + 1].key not in {"in", "at"}:
        return None
    country = next((m.country for m in parse.marked.places if head + 2 <= m.first <= head + 3), None)
    return Agent((country,)) if country in scene.sides else None


def is_institution(parse: Parse, head: int) -> bool:
    return any(m.first <= head < m.last for m in parse.marked.posts)
