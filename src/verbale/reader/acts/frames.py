"""Verb frames: what a verb, the object it takes and the adjective after 'be' make of a clause (verb-frames.yaml)."""

from __future__ import annotations

from functools import cache

from verbale.model.vocabulary import load

CLASSES = (
    "undertake", "ask", "offer", "thank", "deliver", "sign", "object", "discuss", "plan", "stress", "say", "back",
    "achieve", "meet",
)  # fmt: skip

PROMISING = frozenset({"promise", "pledge", "vow", "guarantee"})


@cache
def frames() -> dict[str, frozenset[str]]:
    """Lemma → the classes that list it."""
    table = load("verb-frames")
    found: dict[str, set[str]] = {}
    for name in CLASSES:
        for lemma in table[name]:
            found.setdefault(lemma, set()).add(name)
    return {lemma: frozenset(names) for lemma, names in found.items()}


def classes(lemma: str) -> frozenset[str]:
    """The frame classes of a verb; empty for a verb of no frame.

    >>> sorted(classes("urge"))
    ['ask']
    """
    return frames().get(lemma, frozenset())


@cache
def speech() -> frozenset[str]:
    """Lemmas that report, promise, ask, thank, object or take a stance: the ones that can govern a clause."""
    wanted = {"undertake", "ask", "offer", "thank", "object", "stress", "say", "discuss", "plan"}
    return frozenset(lemma for lemma, names in frames().items() if names & wanted) | {"sign", "hand-over"}


@cache
def object_nouns() -> dict[str, str]:
    """Key of a noun → the act that expressing it is."""
    return {noun: act for act, nouns in load("verb-frames")["nouns"].items() for noun in nouns}


@cache
def predicative() -> dict[str, str]:
    """Key of an adjective → the act of a party that 'is' so."""
    return {word: act for act, words in load("verb-frames")["adjectives"].items() for word in words}


@cache
def deeds() -> frozenset[str]:
    """Keys of nouns that name something to be done."""
    return frozenset(load("verb-frames")["deeds"].split())


@cache
def purposes() -> frozenset[str]:
    """Lemmas that open the purpose of a meeting."""
    return frozenset(load("verb-frames")["purposes"])


@cache
def things(name: str) -> frozenset[str]:
    """Keys of the nouns of one kind: 'no-gift', 'texts', 'tokens'."""
    return frozenset(load("verb-frames")["things"][name].split())


@cache
def lemmas(name: str) -> frozenset[str]:
    """Verbs of one kind: 'events', 'assessing'."""
    return frozenset(load("verb-frames")[name])
