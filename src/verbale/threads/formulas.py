"""Formulas: words that sides say again and again, with the variants that they take.

Two kinds are found. Lists before a name ('a strong, independent and prosperous Vietnam') are one formula where they
have the name and a word in common, whatever their order. Runs of words ('peaceful settlement of disputes in line with
international law') are found by `recurring_runs`. What one document and its copies say is no recurrence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from verbale.model.folding import fold
from verbale.model.positions import Formula, Use
from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.model.spelling import key
from verbale.model.states import names_of
from verbale.model.vocabulary import load
from verbale.threads.positions import in_time
from verbale.threads.recurring_runs import Member, families
from verbale.threads.word_changes import differing, words_of
from verbale.threads.wording import is_telling

SPOKEN = ("affirm", "object", "appreciate", "agree", "commit")
_LIST = re.compile(
    r"\b(?:an?|the)\s+[“\"']?((?:[a-z][\w-]*,\s+)*[a-z][\w-]*,?\s+and\s+[a-z][\w-]*)[”\"']?\s+"
    r"([A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2})"
)
_BETWEEN = re.compile(r",\s+and\s+|,\s+|\s+and\s+")
_POSSESSIVE = re.compile(r"['’]s?$")

Found = tuple[Fact[Act], str, frozenset[str]]  # act, the formula as it words it, what it must share with others


def formulas(acts: Iterable[Fact[Act]], origins: Mapping[str, str]) -> list[Formula]:
    """The formulas of these acts, the most used first. `origins`: of each document the text that it is a copy of."""
    spoken = sorted((act for act in acts if act.entry.type in SPOKEN), key=in_time)
    lists = [group for group in _families(list(_lists(spoken))) if _recurs(group, origins)]
    made = [_formula([(act, form) for act, form, _ in group], len) for group in lists]
    taken = {(use.fact.id, use.form) for one in made for use in one.uses}
    runs = [group for group in families(spoken, origins) if not _known(group, taken)]
    made += [_formula(group, lambda form: -len(form)) for group in runs]
    return sorted(made, key=lambda one: (-len({use.fact.document for use in one.uses}), one.first or "~", one.id))


def _lists(acts: Sequence[Fact[Act]]) -> Iterable[Found]:
    for act in acts:
        for match in _LIST.finditer(act.words):
            head = _head(match[2])
            items = [key(word) for word in _BETWEEN.split(match[1])]
            form = f"{' '.join(match[1].split())} {match[2]}"
            yield act, form, frozenset(f"{head} {item}" for item in items)


def _head(words: str) -> str:
    """The party that the name is of, else the name itself: 'Viet Nam' and 'Vietnam' are one."""
    names = _POSSESSIVE.sub("", words).split()
    for length in range(len(names), 0, -1):
        name = fold(" ".join(names[:length]))
        if name in _party_codes():
            return _party_codes()[name]
    return fold(names[0])


def _families(found: Sequence[Found]) -> list[list[Found]]:
    """What hangs together by what it must share, in the order found."""
    family: dict[str, int] = {}
    groups: dict[int, list[Found]] = {}
    for number, one in enumerate(found):
        near = sorted({family[part] for part in one[2] if part in family})
        home = near[0] if near else number
        merged = [member for other in near for member in groups.pop(other)]
        groups[home] = [*merged, one]
        for member in groups[home]:
            family.update(dict.fromkeys(member[2], home))
    return [groups[home] for home in sorted(groups)]


def _recurs(group: Sequence[Found], origins: Mapping[str, str]) -> bool:
    return len({origins.get(act.document, act.document) for act, _, _ in group}) > 1


def _known(group: Sequence[Member], taken: Collection[tuple[str, str]]) -> bool:
    """Whether most of a family of runs are lists before a name, which were found as such."""
    inside = sum(any(act.id == fact and words in form for fact, words in taken) for act, form in group)
    return inside > len(group) / 2


def _formula(group: Sequence[Member], better: Callable[[str], int]) -> Formula:
    """The formula with its uses in time; of the forms most in use the `better` one names it."""
    uses: list[Use] = []
    for act, form in sorted(group, key=lambda one: (in_time(one[0]), one[1])):
        before = words_of(uses[-1].form) if uses else words_of(form)
        dropped, added = differing(before, words_of(form))
        uses.append(Use(act, form, tuple(filter(is_telling, dropped)), tuple(filter(is_telling, added))))
    counts = Counter(_key(use.form) for use in uses)
    usual = max(uses, key=lambda use: (counts[_key(use.form)], better(use.form), use.form))
    return Formula(min(use.fact.id for use in uses), usual.form, tuple(uses))


def _key(form: str) -> str:
    return " ".join(map(key, words_of(form)))


@cache
def _party_codes() -> Mapping[str, str]:
    """The names of states, folded, with their codes."""
    found: dict[str, str] = {}
    for code, state in load("countries")["states"].items():
        for name in names_of(state, "name", "official", "also"):
            found.setdefault(fold(name), code)
    return found
