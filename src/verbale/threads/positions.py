"""Positions over time: what a side, or both, hold on a topic, each wording laid beside the one before it.

An act of several parties is a position of all of them together, never of each alone. Pure functions over acts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from verbale.model.positions import Position, Statement
from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.threads.word_changes import differing, words_of
from verbale.threads.wording import content, in_common, is_telling

STANCES = ("affirm", "object")
NEAREST, LEAST = 0.12, 2  # share and number of words in common, from which two statements word one position

MANY, USUAL = 5, 0.34  # of so many statements, words in more than this share are those of the topic itself


def positions(acts: Iterable[Fact[Act]], topics: Collection[str] = ()) -> list[Position]:
    """The positions that these acts take, by topic and holder; with `topics` only on these."""
    grouped: dict[tuple[str, tuple[str, ...]], list[Fact[Act]]] = defaultdict(list)
    for act in acts:
        if act.entry.type in STANCES and act.entry.actors:
            for topic in act.entry.topics:
                if not topics or topic in topics:
                    grouped[topic, tuple(sorted(act.entry.actors))].append(act)
    return [
        Position(topic, holder, tuple(_aligned(sorted(found, key=in_time))))
        for (topic, holder), found in sorted(grouped.items())
    ]


def in_time(act: Fact[Act]) -> tuple[str, str, int, str]:
    """Oldest first, then in the order of the text."""
    return act.first or "~", act.document, act.ordinal, act.id


def _aligned(acts: Sequence[Fact[Act]]) -> Iterable[Statement]:
    said = [content(act.words) for act in acts]
    counts = Counter(word for words in said for word in words)
    usual = {word for word, number in counts.items() if len(acts) >= MANY and number > USUAL * len(acts)}
    telling = [words - usual for words in said]
    for number, act in enumerate(acts):
        earlier = _nearest(number, acts, telling)
        if earlier is None:
            yield Statement(act)
        else:
            dropped, added = differing(words_of(earlier.words), words_of(act.words))
            yield Statement(act, earlier, tuple(filter(is_telling, dropped)), tuple(filter(is_telling, added)))


def _nearest(number: int, acts: Sequence[Fact[Act]], said: Sequence[frozenset[str]]) -> Fact[Act] | None:
    """The earlier statement of another day with most words in common; of equal ones the latest."""
    act, words = acts[number], said[number]
    scored = [
        (round(in_common(words, said[place]), 6), place) for place in range(number)
        if (acts[place].first or "~") < (act.first or "~") and len(words & said[place]) >= LEAST
    ]  # fmt: skip
    best = max(scored, default=None)
    return acts[best[1]] if best is not None and best[0] >= NEAREST else None
