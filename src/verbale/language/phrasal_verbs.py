"""Verbs of several words: 'call for', 'took note', 'took Norway to task' (vocabulary/verbs.yaml)."""

from __future__ import annotations

from functools import cache

from verbale.language import tag_letters as t
from verbale.language.tokens import Token
from verbale.model.vocabulary import load

_OBJECTS = frozenset({"it", "that", "this", "them", "him", "her", "these", "those"})
_NEEDS = frozenset(
    "obligation obligations need needs demand demands requirement requirements commitment commitments target targets "
    "deadline deadlines cost costs condition conditions expectations criteria standards challenge challenges".split()
)
_OBJECT = 6  # tokens of an object inside a phrasal verb


def phrasal(words: tuple[Token, ...], head: int, lemma: str) -> tuple[int, str]:
    """Where the verb at `head` with its particles ends, and the lemma that stands for the whole."""
    last = head + 1
    entries = _phrasal().get(lemma, ())
    if entries:
        last = _past_adverbs(words, last, {rest[0] for rest, _ in entries if rest})
    for rest, whole in entries:
        if tuple(w.key for w in words[last : last + len(rest)]) == rest:
            return last + len(rest), whole
    if head + 2 < len(words) and words[head + 1].key in _OBJECTS:
        for rest, whole in entries:
            if rest == (words[head + 2].key,):
                return head + 3, whole  # 'ruled that out', 'turned it down'
    if lemma == "meet" and not _NEEDS.isdisjoint(word.key for word in words[head + 1 : head + 1 + _OBJECT]):
        return head + 1, "fulfill"  # 'will meet its obligations': nobody is met
    return head + 1, _split_lemma(words, head + 1, lemma)


@cache
def _phrasal() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, lemma in load("verbs")["phrasal"].items():
        first, *rest = phrase.split()
        table.setdefault(first, []).append((tuple(rest), lemma))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def _split() -> dict[str, list[tuple[tuple[str, str], str]]]:
    table: dict[str, list[tuple[tuple[str, str], str]]] = {}
    for phrase, lemma in load("verbs")["split"].items():
        first, second, third = phrase.split()
        table.setdefault(first, []).append(((second, third), lemma))
    return table


def _split_lemma(words: tuple[Token, ...], first: int, lemma: str) -> str:
    """'took Norway to task': the lemma that stands for a verb and the words behind its object."""
    for tail, whole in _split().get(lemma, ()):
        for k in range(first + 1, min(first + _OBJECT, len(words) - 1)):
            if (words[k].key, words[k + 1].key) == tail:
                return whole
    return lemma


def _past_adverbs(words: tuple[Token, ...], last: int, particles: set[str]) -> int:
    """'called also for', 'calling as well for': where the particle of a phrasal verb stands behind adverbs."""
    for k in range(last, min(last + 3, len(words))):
        key = words[k].key
        if key in particles:
            return k
        if key not in {"as", "well"} and not key.endswith("ly") and t.closed_classes().get(key) != t.ADVERB:
            break
    return last
