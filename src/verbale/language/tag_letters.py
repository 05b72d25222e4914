"""The letters that tags are, and the closed classes of words (vocabulary/word-classes.yaml, agents.yaml)."""

from __future__ import annotations

from functools import cache

from verbale.model.vocabulary import load

NOUN, ENTITY, ADJECTIVE, DETERMINER = "N", "E", "J", "D"
PREPOSITION, COORDINATOR, SUBORDINATOR, RELATIVE = "P", "C", "S", "W"
PRONOUN, OBJECT, MODAL, BE, HAVE, DO, TO = "R", "O", "M", "A", "H", "Q", "T"
ADVERB, NUMBER, POSSESSIVE, PUNCTUATION, DATE = "B", "U", "G", "X", "Z"
FINITE, PLAIN, PAST_PARTICIPLE, GERUND = "V", "I", "K", "L"
# V finite verb; I base form after 'to', a modal or 'do'; K participle after 'be' or 'have', or one that modifies the
# noun before it; L an -ing form.

_CLASS = {
    "determiner": DETERMINER, "preposition": PREPOSITION, "coordinator": COORDINATOR, "subordinator": SUBORDINATOR,
    "relative": RELATIVE, "pronoun": PRONOUN, "object": OBJECT, "modal": MODAL, "be": BE, "have": HAVE, "do": DO,
    "adverb": ADVERB, "adjective": ADJECTIVE,
}  # fmt: skip
FINITES = frozenset({FINITE, MODAL, BE, HAVE, DO})  # what makes a clause
NOMINAL = frozenset("NEUZ")
NOUN_LIKE = NOMINAL | {PRONOUN, OBJECT}  # what can end a noun phrase
VERBAL = frozenset({FINITE, PLAIN, GERUND, TO, PAST_PARTICIPLE})
IN_SUBJECT = frozenset({
    NOUN, ENTITY, NUMBER, DATE, PRONOUN, ADJECTIVE, DETERMINER, POSSESSIVE, PREPOSITION, GERUND,
    PAST_PARTICIPLE, ADVERB, OBJECT,
})  # fmt: skip


@cache
def closed_classes() -> dict[str, str]:
    """The tag of each closed-class word, by key."""
    table = load("word-classes")
    closed: dict[str, str] = {}
    for name in _CLASS:
        words = table[name]
        for word in words.split():
            closed.setdefault(word, _CLASS[name])
    closed["to"] = TO
    closed["that"] = SUBORDINATOR
    closed["who"] = RELATIVE
    return closed


@cache
def agent_plurals() -> frozenset[str]:
    """Keys of plural nouns that act ('sides', 'ministers')."""
    return frozenset(load("agents")["plural"].split())


@cache
def agent_singulars() -> frozenset[str]:
    """Keys of singular nouns that act ('minister', 'delegation')."""
    return frozenset(load("agents")["singular"].split())
