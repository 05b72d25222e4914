"""What a news story tells beside the acts: the scene, the voices of third persons, when and where it was said."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.frames import classes
from verbale.reader.topics import topics_in

_NOBODY = frozenset({"no", "neither", "nobody", "none", "nothing", "not"})
_STEPS = frozenset({"decision", "step", "move", "announcement", "news", "signing", "document", "documents"})
_TAKEN = frozenset({"take", "announce", "make", "contain", "exchange", "read", "publish", "release", "sign"})
_HELPERS = frozenset({"has", "have", "had", "was", "were", "is", "are", "been", "did", "will", "would"})
_VOICES = frozenset({"say", "stress", "object", "ask", "thank", "offer", "undertake"})
_PLAIN = frozenset({"thing.past", "passive.past", "told.past", "thing.copula", "thing.modal", "thing.ongoing"})
_MATTERS = frozenset(
    "negotiation negotiations talks mechanism agreement treaty deal project projects programme program cooperation "
    "consultations edition commission committee surcharge tariff tariffs ban sanctions embargo quota levy truce "
    "ceasefire dispute lease moratorium".split()
)
_WHO = frozenset({"whose", "who", "which", "i"})


def is_background(parsed: Parse, clause: Clause, rule: str) -> bool:
    """Whether a statement of a news story without an acting side makes no act, `rule` being what would make it one.

    'Traders said', 'The decision was taken in Gaborone', 'Neither navy wished to comment', and a participle that only
    describes ('marked as unknown').
    """
    if rule not in _PLAIN:
        return False
    predicate = clause.predicate
    if not _bears_on_the_sides(parsed, clause):
        return True
    if clause.subject is None:
        bare = predicate.tense == "past" and not any(
            parsed.words[i].key in _HELPERS for i in range(predicate.first, predicate.last)
        )
        return bare or predicate.lemma == "be" or bool(classes(predicate.lemma) & {"say"})
    first, last = clause.subject
    keys = {parsed.words[i].key for i in range(first, last)}
    if parsed.words[first].key in _NOBODY | _WHO:
        return True
    if classes(predicate.lemma) & _VOICES and not predicate.passive:
        return True  # whoever speaks here is of no side that the document tells
    return predicate.passive and bool(keys & _STEPS) and predicate.lemma in _TAKEN


def _bears_on_the_sides(parsed: Parse, clause: Clause) -> bool:
    """Whether the words name a matter between states, one of them, or a text or round of theirs."""
    marked, start, end = parsed.marked, clause.start, clause.end
    if any(
        start <= mark.first < end for marks in (marked.parties, marked.instruments, marked.mechanisms) for mark in marks
    ):
        return True
    if any(parsed.words[i].key in _MATTERS for i in range(start, end)):
        return True
    return bool(topics_in(marked, start, end))
