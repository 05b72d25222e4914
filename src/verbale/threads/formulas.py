"""Formulas: words that sides say again and again, with the variants that they take.

Two kinds are found. Lists before a name ('a strong, independent and prosperous Vietnam') are one formula where they
have the name and a word in common, whatever their order. Runs of words ('peaceful settlement of disputes in line with
international law') are one formula where four words in a row are the same. What one document and its copies say is
no recurrence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from verbale.model.folding import fold
from verbale.model.positions import Formula, Use
from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.model.spelling import key
from verbale.model.vocabulary import load
from verbale.threads.positions import in_time
from verbale.threads.word_changes import differing, words_of
from verbale.threads.wording import content, is_telling

SPOKEN = ("affirm", "object", "appreciate", "agree", "commit")
RUN = 4  # words in a row that two documents must share
TELLING = 3  # of the words of a run that must say something
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
    groups = [*_families(list(_lists(spoken))), *_families(list(_runs(spoken, origins)))]
    made = [_formula(group) for group in groups if _recurs(group, origins)]
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


def _runs(acts: Sequence[Fact[Act]], origins: Mapping[str, str]) -> Iterable[Found]:
    """Every run of words of an act that another document has too, as long as it goes."""
    keyed = [(act, words_of(act.words)) for act in acts]
    where: dict[tuple[str, ...], set[str]] = defaultdict(set)
    grams = [[tuple(map(key, words[i : i + RUN])) for i in range(len(words) - RUN + 1)] for _, words in keyed]
    for (act, _), found in zip(keyed, grams, strict=True):
        for gram in found:
            where[gram].add(origins.get(act.document, act.document))
    for (act, words), found in zip(keyed, grams, strict=True):
        start: int | None = None
        for place in range(len(found) + 1):
            shared = place < len(found) and len(where[found[place]]) > 1
            if shared and start is None:
                start = place
            elif not shared and start is not None:
                run = _trimmed(words[start : place + RUN - 1])
                if _says_something(run):
                    telling = (gram for gram in found[start:place] if len(content(" ".join(gram))) > 1)
                    yield act, " ".join(run), frozenset(" ".join(gram) for gram in telling)
                start = None


def _trimmed(words: Sequence[str]) -> list[str]:
    """The words without small ones at either end."""
    found = list(words)
    while found and not content(found[0]):
        found.pop(0)
    while found and not content(found[-1]):
        found.pop()
    return found


def _says_something(run: Sequence[str]) -> bool:
    """Whether a run is more than a name with a verb, and no list before a name, which is found as such."""
    telling = [word for word in run if is_telling(word)]
    common = [word for word in telling if not word[0].isupper()]
    return len(telling) >= TELLING and len(common) > 1 and not _LIST.search(f"a {' '.join(run)}")


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


def _formula(group: Sequence[Found]) -> Formula:
    ordered = sorted(group, key=lambda one: (in_time(one[0]), one[1]))
    uses: list[Use] = []
    for act, form, _ in ordered:
        before = words_of(uses[-1].form) if uses else words_of(form)
        dropped, added = differing(before, words_of(form))
        uses.append(Use(act, form, tuple(filter(is_telling, dropped)), tuple(filter(is_telling, added))))
    counts = Counter(" ".join(map(key, words_of(use.form))) for use in uses)
    usual = max(uses, key=lambda use: (counts[" ".join(map(key, words_of(use.form)))], len(use.form), use.form))
    return Formula(min(use.fact.id for use in uses), usual.form, tuple(uses))


@cache
def _party_codes() -> Mapping[str, str]:
    """The names of states, folded, with their codes."""
    found: dict[str, str] = {}
    for code, state in load("countries")["states"].items():
        for field in ("name", "official", "also"):
            value = state.get(field) or ()
            for name in (value,) if isinstance(value, str) else value:
                found.setdefault(fold(str(name)), code)
    return found
