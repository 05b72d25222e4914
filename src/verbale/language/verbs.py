"""Verb forms to lemmas: inflections are derived, only irregular ones are listed (vocabulary/verbs.yaml)."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from verbale.language.spelling import key
from verbale.model.vocabulary import load

_VOWELS = frozenset("aeiou")


BASE, S, PAST, PARTICIPLE, ING = "b", "s", "d", "n", "g"  # what a written form of a verb can be


class Verb(NamedTuple):
    """One analysis of a word: its lemma, the letters of its forms, and whether the word is as often a noun."""

    lemma: str
    forms: str
    nounlike: bool


@cache
def _forms() -> dict[str, Verb]:
    table = load("verbs")
    irregular = {lemma: tuple(forms.split()) for lemma, forms in table["irregular"].items()}
    nounlike = frozenset(table["nounlike"].split())
    found: dict[str, Verb] = {}

    def add(form: str, lemma: str, kind: str) -> None:
        word = key(form)
        known = found.get(word)
        noun = known.nounlike if known else lemma in nounlike and kind in (BASE, S)
        if known is None:
            found[word] = Verb(lemma, kind, noun)
        elif known.lemma == lemma:
            found[word] = Verb(lemma, known.forms + kind, known.nounlike or noun)

    for lemma in dict.fromkeys([*irregular, *table["regular"].split(), *table["nounlike"].split()]):
        past, participle = irregular.get(lemma) or (regular_past(lemma),) * 2
        add(lemma, lemma, BASE)
        add(third_person(lemma), lemma, S)
        add(past, lemma, PAST)
        add(participle, lemma, PARTICIPLE)
        add(gerund(lemma, past), lemma, ING)
        for form, kind in british(lemma, past):
            add(form, lemma, kind)
    return found


def british(lemma: str, past: str) -> list[tuple[str, str]]:
    """Forms that are spelled otherwise in British English: 'initialled', 'favours', 'centred'."""
    if lemma.endswith("l") and past == lemma + "ed" and lemma[-2] in _VOWELS:
        return [(f"{lemma}led", PAST), (f"{lemma}led", PARTICIPLE), (f"{lemma}ling", ING)]
    if lemma.endswith("or"):
        stem = f"{lemma[:-2]}our"
        return [(stem, BASE), (f"{stem}s", S), (f"{stem}ed", PAST), (f"{stem}ed", PARTICIPLE), (f"{stem}ing", ING)]
    if lemma.endswith("center"):
        stem = f"{lemma[:-2]}r"
        return [(f"{stem}ed", PAST), (f"{stem}ed", PARTICIPLE), (f"{stem}ing", ING)]
    return []


@lru_cache(maxsize=65536)
def verb(word_key: str) -> Verb | None:
    """The verb that a token's key can be, or None.

    >>> verb("reaffirmed").lemma, verb("held").lemma, verb("signing").lemma
    ('reaffirm', 'hold', 'sign')
    """
    table = _forms()
    found = table.get(word_key)
    if found is None and word_key[:2] in ("re", "co") and len(word_key) > 6:  # 'reemphasized', 'coled'
        inner = table.get(word_key[2:].lstrip("-"))
        if inner is not None and not inner.nounlike:
            return inner
    return found


def third_person(lemma: str) -> str:
    """'carry' → 'carries', 'discuss' → 'discusses', 'agree' → 'agrees'."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


def regular_past(lemma: str) -> str:
    """'carry' → 'carried', 'agree' → 'agreed', 'discuss' → 'discussed'."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def gerund(lemma: str, past: str) -> str:
    """'make' → 'making', 'plan' (planned) → 'planning', 'lie' → 'lying', 'agree' → 'agreeing'."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    if past.endswith("ed") and len(past) == len(lemma) + 3:  # a doubled consonant: planned
        return past[:-2] + "ing"
    if lemma in {"begin", "get", "let", "put", "set", "sit", "run", "win", "cut", "reset"}:
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"
