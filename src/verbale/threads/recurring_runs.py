"""Runs of words that documents share: where four words in a row are the same, and what stands around them.

A sentence may hold several formulas, so that a run can stand in several families; each family has four words that all
of its members share. What one text and its copies say is no recurrence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.model.spelling import key
from verbale.model.vocabulary import load
from verbale.threads.word_changes import words_of
from verbale.threads.wording import content, is_telling, stem

RUN = 4  # words in a row that two documents must share
TELLING = 3  # of the words of a run that must say something
AROUND = 6  # words on either side of what all share that a form shows at most
COVERED = 0.5  # of a family's members in one that was found before, from which it tells nothing new

Gram = tuple[str, ...]
Member = tuple[Fact[Act], str]  # an act and the run as it words it


@dataclass(frozen=True, slots=True)
class Run:
    """Shared words of one act in a row, with the runs of four that it is made of."""

    act: Fact[Act]
    words: tuple[str, ...]
    grams: tuple[Gram, ...]


def families(acts: Sequence[Fact[Act]], origins: Mapping[str, str]) -> list[list[Member]]:
    """What recurs, the most told first: each act with its form, in the order of the acts."""
    runs = list(_runs(acts, origins))
    holding: dict[Gram, list[int]] = defaultdict(list)
    for number, run in enumerate(runs):
        for gram in dict.fromkeys(run.grams):
            if sum(map(_telling, gram)) > 1:
                holding[gram].append(number)
    told = {gram: len({_origin(runs[n].act, origins) for n in numbers}) for gram, numbers in holding.items()}
    found: list[list[Member]] = []
    known: list[frozenset[int]] = []
    where: dict[int, set[int]] = defaultdict(set)  # of each run the families that it is in
    for gram in sorted(holding, key=lambda one: (-told[one], one)):
        members = holding[gram]
        if told[gram] < 2 or _is_covered(members, known, where):
            continue
        shown = [(runs[n].act, form) for n in members if (form := _form(runs[n], gram))]
        if len({_origin(act, origins) for act, _ in shown}) > 1:
            for n in members:
                where[n].add(len(known))
            known.append(frozenset(members))
            found.append(shown)
    return found


def _is_covered(members: Sequence[int], known: Sequence[frozenset[int]], where: Mapping[int, set[int]]) -> bool:
    """Whether a family that was found before has most of these members."""
    near = {family for member in members for family in where.get(member, ())}
    return any(len(known[family].intersection(members)) > COVERED * len(members) for family in near)


def _runs(acts: Sequence[Fact[Act]], origins: Mapping[str, str]) -> Iterable[Run]:
    """Every run of words of an act of which each four in a row stand in another text too, as long as it goes."""
    said = [words_of(act.words) for act in acts]
    grams = [[tuple(map(key, words[i : i + RUN])) for i in range(len(words) - RUN + 1)] for words in said]
    where: dict[Gram, set[str]] = defaultdict(set)
    for act, own in zip(acts, grams, strict=True):
        for gram in own:
            where[gram].add(_origin(act, origins))
    for act, words, own in zip(acts, said, grams, strict=True):
        start: int | None = None
        for place in range(len(own) + 1):
            shared = place < len(own) and len(where[own[place]]) > 1
            if shared and start is None:
                start = place
            elif not shared and start is not None:
                yield Run(act, tuple(words[start : place + RUN - 1]), tuple(own[start:place]))
                start = None


def _form(run: Run, gram: Gram) -> str:
    """The words around what all members share, without small ones at the ends; empty where they say too little."""
    place = run.grams.index(gram)
    words = _trimmed(run.words[max(0, place - AROUND) : place + RUN + AROUND])
    telling = [word for word in words if _telling(word)]
    common = [word for word in telling if not word[0].isupper()]
    return " ".join(words) if len(telling) >= TELLING and len(common) > 1 else ""


def _trimmed(words: Sequence[str]) -> list[str]:
    found = list(words)
    while found and not content(found[0]):
        found.pop(0)
    while found and not content(found[-1]):
        found.pop()
    return found


def _telling(word: str) -> bool:
    """Whether a word says something that sides do not say of anything."""
    return is_telling(word) and stem(word) not in _diplomatic()


def _origin(act: Fact[Act], origins: Mapping[str, str]) -> str:
    return origins.get(act.document, act.document)


@cache
def _diplomatic() -> frozenset[str]:
    return frozenset(map(stem, load("matter-words")["diplomatic"].split()))
