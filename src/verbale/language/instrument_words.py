"""The vocabulary of instruments (`instruments.yaml`), ready to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from verbale.language.phrases import PhraseTable
from verbale.language.tokens import tokens
from verbale.model.vocabulary import load


class Head(NamedTuple):
    """A noun phrase that ends the name of an instrument, or (with `title`) a known name."""

    type: str
    weight: str
    title: str = ""
    status: str = ""
    beside: frozenset[str] = frozenset()  # words of which one must stand in the sentence
    numbered: bool = False  # a name only with its number: 'Proclamation 104'


class InstrumentWords(NamedTuple):
    """Tables over token keys."""

    heads: PhraseTable[Head]
    plurals: PhraseTable[Head]
    plain: frozenset[str]
    stripped: frozenset[str]
    excluded: PhraseTable[bool]
    stops: frozenset[str]
    subject: frozenset[str]
    subject_ends: frozenset[str]
    made: frozenset[str]
    sought: frozenset[str]


def keys(texts: Iterable[str]) -> frozenset[str]:
    """The token keys of all words of some texts."""
    return frozenset(token.key for text in texts for token in tokens(text))


@cache
def instrument_words() -> InstrumentWords:
    """The tables, built once."""
    table: dict[str, Any] = load("instruments")
    phrases = [(form, Head(e["type"], e["weight"])) for e in table["heads"] for form in e["forms"]]
    phrases += [
        (
            form,
            Head(
                e["type"],
                "known",
                e["title"],
                e.get("status", ""),
                frozenset(e.get("beside", ())),
                bool(e.get("numbered")),
            ),
        )
        for e in table["names"]
        for form in e["forms"]
    ]
    return InstrumentWords(
        plurals=PhraseTable(
            (form, Head(e["type"], "plural", e["one"])) for e in table["plurals"] for form in e["forms"]
        ),
        heads=PhraseTable(phrases, exact_case={form for form, _ in phrases if not form.islower()}),
        plain=keys(table["plain"]),
        stripped=keys(table["stripped"]),
        excluded=PhraseTable((phrase, True) for phrase in table["excluded"]),
        stops=keys(table["stops"]),
        subject=keys(table["subject"]),
        subject_ends=keys(table["subject-ends"]) - {"and", "the"},
        made=frozenset(table["made"]),
        sought=keys(table["sought"]),
    )


@cache
def head_beginnings() -> frozenset[str]:
    """The keys of all words with which a head begins: most sentences hold none of them."""
    table = instrument_words()
    return frozenset(table.heads.first_words | table.plurals.first_words)
