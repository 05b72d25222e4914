"""How a phrase stands in its clause: what the clause is about, or only where, when and under what it was said.

A topic that is named in passing is none. Words of a narrow field ('demining') are told wherever they stand; the wide
ones (`WIDE`) have to be what the clause is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from verbale.language.phrases import PhraseTable
from verbale.language.tokens import Token
from verbale.model.vocabulary import load
from verbale.reader.topic_words import TopicHit, phrases_of
from verbale.reader.word_forms import plural_forms, verb_forms

WIDE = frozenset("relationship defence dialogue exchange implementation economy multilateral indo-pacific".split())
_REACH = 10  # how many words left of an event its governing word may stand
_BREAKS = frozenset(",;:()")
_JOINERS = frozenset({",", "and", "/", "&", "or", "-", ";", ":", "on", "in"})


@dataclass(frozen=True, slots=True)
class Clauses:
    """The small words that place a phrase in its clause."""

    openers: PhraseTable[str]
    starters: PhraseTable[str]
    leads: frozenset[str]
    makers: frozenset[str]
    verdicts: frozenset[str]
    settings: frozenset[str]
    aims: frozenset[str]


@cache
def clauses() -> Clauses:
    """The small words of the vocabulary, read at the first call."""
    words = load("topic-words")["clauses"]
    return Clauses(
        openers=PhraseTable((phrase, phrase) for phrase in phrases_of(words["openers"])),
        starters=PhraseTable((phrase, phrase) for phrase in phrases_of(words["starters"])),
        leads=frozenset(phrases_of(words["leads"])),
        makers=_with_forms(words["makers"]),
        verdicts=_with_forms(words["verdicts"]),
        settings=frozenset(phrases_of(words["settings"])),
        aims=frozenset(phrases_of(words["aims"])),
    )


def _with_forms(text: str) -> frozenset[str]:
    """The words of a list; those marked `~` are verbs in all their forms."""
    found: set[str] = set()
    for word in phrases_of(text):
        base = word.rstrip("~")
        found.update((base, *(verb_forms(base) if word.endswith("~") else plural_forms(base))))
    return frozenset(found)


def background(words: Sequence[Token], first: int, last: int) -> frozenset[int]:
    """The tokens that tell when, where or on what ground: 'Since …,', 'in line with …', up to the next comma."""
    small = clauses()
    found: set[int] = set()
    index, opening = first, True
    while index < last:
        hit = small.openers.at(words, index) or (small.starters.at(words, index) if opening else None)
        if hit is None:
            opening = words[index].text in _BREAKS
            index += 1
            continue
        stop = index
        while stop < last and words[stop].text not in _BREAKS:
            stop += 1
        found.update(range(index, stop))
        index, opening = max(stop, hit.last), True
    return frozenset(found)


def is_listed(words: Sequence[Token], hit: TopicHit, first: int, last: int) -> bool:
    """Whether the phrase is one of a list of fields: a comma or 'and' beside it."""
    before = hit.first > first and words[hit.first - 1].key in _JOINERS
    return before or (hit.last < last and words[hit.last].key in _JOINERS)


def is_aim(words: Sequence[Token], hit: TopicHit, first: int) -> bool:
    """Whether the phrase is only what something else is for: 'for peace', 'contributing to stability'."""
    return any(words[i].key in clauses().aims for i in range(max(first, hit.first - 2), hit.first))


def is_event_told(words: Sequence[Token], hit: TopicHit, first: int, last: int) -> bool:
    """Whether a dialogue or visit is what the clause is about: it is held, founded, valued or planned."""
    small = clauses()
    for index in range(hit.first - 1, max(first, hit.first - _REACH) - 1, -1):
        word = words[index].key
        if word in small.makers:
            return True
        if word in small.settings or word in _BREAKS:
            return False
    if hit.first - _REACH > first:
        return False
    return any(
        words[i].key in small.verdicts
        for i in range(hit.last, min(last, hit.last + _REACH))
        if words[i].key not in _BREAKS
    )


def is_container(words: Sequence[Token], hit: TopicHit, later: Sequence[TopicHit], last: int) -> bool:
    """Whether narrower fields are listed under the phrase: 'defence cooperation, including demining'."""
    if not later:
        return False
    end = min(last, later[-1].first)
    near = any(words[i].key in _DIRECT for i in range(hit.last, min(end, hit.last + 3)))
    return near or any(words[i].key in clauses().leads for i in range(hit.last, end))


_DIRECT = frozenset({"in", "on", ":", "across"})
