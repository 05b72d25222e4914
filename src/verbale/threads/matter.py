"""Acts as threads compare them: whose promise, what about, and how much each word tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from verbale.model.commitments import Owner
from verbale.threads.owners import AFTER, CORE, of_others, owner
from verbale.threads.promise_words import Words, listed, matter_topic, says, words_of
from verbale.threads.said import Said

WIDE = 3  # topics from which an act is a list of fields
LITTLE = 3  # telling words below which an act does not tell by itself what it is about

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Matter:
    """An act with what its words tell."""

    said: Said
    owner: Owner | None
    words: Words
    topic: str | None  # the topic that is a matter of its own
    handles: bool  # whether it is about what is done with a text that it names

    @property
    def core(self) -> bool:
        """Whether the act looks forward."""
        return self.said.type in CORE

    @property
    def due(self) -> str | None:
        """When the promise is due; an open-ended one only where its words set a limit."""
        said = self.said
        lasting = said.type in ("commit", "agree") and says(said.words, "open_ended") and not says(said.words, "limit")
        return None if lasting and not said.held else said.due

    @property
    def wide(self) -> bool:
        """Whether the act lists so many fields that no single matter is meant."""
        return len(set(self.said.fact.entry.topics) - listed("general")) >= WIDE and self.topic is None

    @property
    def says_little(self) -> bool:
        """Whether it can join a thread, but not begin one that others join."""
        return len(self.words.stems) < LITTLE or self.wide


def matters_of(
    acts: Sequence[Said], people: tuple[str, ...] = (), types: tuple[str, ...] = (*CORE, *AFTER)
) -> list[Matter]:
    """The acts of these types that can be part of a thread; `people` are names, which tell nothing of a matter.

    What is asked of others, or objected to in others, is no promise between the parties.
    """
    return [
        _matter(said, people) for said in acts
        if said.type in types and not (said.type in ("request", "object") and of_others(said))
    ]  # fmt: skip


def _matter(said: Said, people: tuple[str, ...]) -> Matter:
    words = words_of(said.words, said.fact.entry.topics, said.relationship, people)
    handles = bool(said.instruments) and (said.type == "sign" or says(said.words, "handling"))
    return Matter(said, owner(said), words, matter_topic(words.topics), handles)


def weights_of(matters: Sequence[Matter]) -> Weights:
    """How much each word tells, above 0 and up to 1: the fewer occasions use it, the more."""
    uses = {(one.said.occasion, stem) for one in matters for stem in one.words.stems}
    frequency = Counter(stem for _, stem in uses)
    occasions = len({one.said.occasion for one in matters}) + 2
    return {stem: log((occasions + 1) / number) / log(occasions + 1) for stem, number in frequency.items()}
