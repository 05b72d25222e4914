"""The vocabulary of engagements (`engagement-words.yaml`), ready to be asked by token key."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

from verbale.language.instrument_words import keys
from verbale.language.phrases import PhraseTable
from verbale.language.spelling import key
from verbale.language.tokens import Token, tokens
from verbale.language.verbs import verb
from verbale.model.vocabulary import load

MARGINS = frozenset({"margins", "margin", "sidelines", "sideline"})


class EngagementWords(NamedTuple):
    """Tables over token keys and lemmas."""

    nouns: PhraseTable[str]
    plurals: frozenset[str]
    verbs: dict[str, str]
    holding: frozenset[str]
    founding: frozenset[str]
    series: frozenset[str]
    described: frozenset[str]
    chairing: frozenset[str]
    hosting: frozenset[str]
    strong: frozenset[str]
    framing: frozenset[str]
    aims: frozenset[str]
    future: frozenset[str]
    future_phrases: PhraseTable[bool]
    next: frozenset[str]
    previous: frozenset[str]
    definite: frozenset[str]
    separate: frozenset[str]
    attending: frozenset[str]
    absent: frozenset[str]
    together: PhraseTable[bool]
    noun_starts: frozenset[str]

    def begins(self, word: str) -> bool:
        """Whether a token key begins a noun phrase for an event."""
        return word in self.noun_starts


@cache
def engagement_words() -> EngagementWords:
    """The tables, built once."""
    table: dict[str, Any] = load("engagement-words")
    return EngagementWords(
        nouns=PhraseTable((form, kind) for kind, forms in table["nouns"].items() for form in forms),
        plurals=frozenset(table["plurals"]),
        verbs=dict(table["verbs"]),
        holding=keys(table["holding"]),
        founding=keys(table["founding"]),
        series=keys(table["series"]),
        described=keys(table["described"]),
        chairing=keys(table["chairing"]),
        hosting=keys(table["hosting"]),
        strong=keys(table["strong-boundaries"]),
        framing=keys(table["framing"]),
        aims=keys(table["aims"]),
        future=keys(table["future"]),
        future_phrases=PhraseTable((phrase, True) for phrase in table["future-phrases"]),
        next=keys(table["next"]),
        previous=keys(table["previous"]),
        definite=keys(table["definite"]),
        separate=keys(table["separate"]),
        attending=keys(table["attending"]),
        absent=keys(table["absent"]),
        together=PhraseTable((phrase, True) for phrase in table["together"]),
        noun_starts=frozenset(tokens(form)[0].key for forms in table["nouns"].values() for form in forms),
    )


def lemma(word: Token) -> str:
    """The key of the lemma of a verb form, '' for other words."""
    return lemma_of(word.key)


@lru_cache(maxsize=16384)
def lemma_of(word: str) -> str:
    """The same for a token key."""
    found = verb(word)
    return key(found.lemma) if found else ""
