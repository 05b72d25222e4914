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
_STOPS = frozenset(";:")
_JOINERS = frozenset(
    {",", "and", "/", "&", "or", "-", ";", ":", "on", "in", "including", "as", "like", "especially", "namely"}
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The small words that place a phrase in its clause."""

    openers: PhraseTable[bool]
    starters: PhraseTable[bool]
    leads: frozenset[str]
    makers: frozenset[str]
    verdicts: frozenset[str]
    settings: frozenset[str]
    links: frozenset[str]
    documents: frozenset[str]
    refers: frozenset[str]
    fields: frozenset[str]
    aims: frozenset[str]


@cache
def clauses() -> Clauses:
    """The small words of the vocabulary, read at the first call."""
    words = load("topic-words")["clauses"]
    return Clauses(
        openers=PhraseTable((phrase, True) for phrase in phrases_of(words["openers"])),
        starters=PhraseTable(
            [(phrase, True) for phrase in phrases_of(words["starters"])]
            + [(phrase, False) for phrase in phrases_of(words["joins"])]
        ),
        leads=frozenset(phrases_of(words["leads"])),
        makers=_with_forms(words["makers"]),
        verdicts=_with_forms(words["verdicts"]),
        settings=frozenset(phrases_of(words["settings"])),
        links=frozenset(phrases_of(words["links"])),
        documents=_with_forms(words["documents"]),
        refers=_with_forms(words["refers"]),
        fields=_with_forms(words["fields"]),
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
    opens, starts = small.openers.first_words, small.starters.first_words
    while index < last:
        key = words[index].key
        hit = small.openers.at(words, index) if key in opens else None
        if hit is None and opening and key in starts:
            hit = small.starters.at(words, index)
        if hit is None or not hit.value:
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
    if hit.first > first and words[hit.first - 1].key in _JOINERS:
        return True
    return hit.last < last and words[hit.last].key in _JOINERS


def is_field(words: Sequence[Token], hit: TopicHit, first: int, last: int) -> bool:
    """Whether the phrase is one whole item of a list: a comma or 'and' on both sides, or the end."""
    if hit.first == first or words[hit.first - 1].key not in _FIELD_JOINERS:
        return False
    return hit.last >= last or words[hit.last].key in _FIELD_JOINERS or words[hit.last].text in _ENDS


def is_aim(words: Sequence[Token], hit: TopicHit, first: int) -> bool:
    """Whether the phrase is only what something else is for: 'for peace', 'contributing to stability'."""
    return hit.topic in _AIMS and any(
        words[i].key in clauses().aims for i in range(max(first, hit.first - 2), hit.first)
    )


def is_aside(words: Sequence[Token], hit: TopicHit, after: int) -> bool:
    """Whether a wide phrase only says where a narrower one that ends at `after` belongs: 'demining in our ties'."""
    if hit.topic not in _SETTINGS:
        return False
    return any(words[i].key in _WITHIN for i in range(max(after, hit.first - 3), hit.first))


def is_document_near(words: Sequence[Token], hit: TopicHit, last: int) -> bool:
    """Whether what is implemented is a text between the parties: 'implement the … joint vision statement'."""
    documents = clauses().documents
    if not words[hit.first].key.startswith("implement"):
        return False
    for index in range(hit.last, min(last, hit.last + _REACH)):
        if words[index].key in documents:
            return True
        if words[index].text in _BREAKS:
            return False
    return False


def is_event_told(words: Sequence[Token], hit: TopicHit, first: int, last: int) -> bool:
    """Whether a dialogue or visit is what the clause is about: it is held, founded, valued or planned."""
    small = clauses()
    if any(words[i].key in _FOCUS for i in range(hit.last, min(last, hit.last + 3))):
        return False
    index = hit.first - 1
    while index >= max(first, hit.first - _REACH):
        word = words[index]
        if word.key in small.makers:
            return True
        if word.key in small.settings:
            return False
        if word.text in _BREAKS or word.key in small.links:
            break
        index -= 1
    return index >= first - 1 and index > hit.first - 1 - _REACH and _has_verdict(words, hit.last, last)


def _has_verdict(words: Sequence[Token], start: int, last: int) -> bool:
    """Whether the words from `start` say what the thing before them is, does or will be."""
    for index in range(start, min(last, start + _REACH)):
        if words[index].text in _STOPS:
            return False
        if words[index].key in clauses().verdicts:
            return True
    return False


def is_container(words: Sequence[Token], hit: TopicHit, narrow: int, last: int) -> bool:
    """Whether narrower fields, the last of them at `narrow`, are listed under the phrase: 'defence ties in …'."""
    if narrow <= hit.first or (hit.last < last and words[hit.last].text in _FIELD_JOINERS):
        return False
    end = min(last, narrow, hit.last + _FAR)
    for index in range(hit.last, end):
        word = words[index]
        if word.text == ";":
            return False
        if word.key in clauses().leads or (word.key in _DIRECT and index < hit.last + _NEAR):
            return True
    return False


_FIELD_JOINERS = frozenset({",", "and", "/", "&"})
_ENDS = frozenset(".;:")
_DIRECT = frozenset({"in", "on", ":", "across"})
_WITHIN = frozenset({"in", "within"})
_AIMS = frozenset({"indo-pacific", "economy", "multilateral"})
_SETTINGS = frozenset({"relationship", "defence"})
_NEAR, _FAR = 3, 10
_FOCUS = frozenset({"focused", "focusing", "discussed", "covered", "centered"})
