"""What a clause is about: the narrowest topics of the vocabulary that its words name.

The words of posts, people and mechanisms prove nothing. What is named in passing is no topic: see `topic_standing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from verbale.language.marks import Mark, Marked
from verbale.language.tokens import Token
from verbale.model.vocabulary import load
from verbale.reader.topic_standing import (
    WIDE,
    background,
    is_aim,
    is_container,
    is_event_told,
    is_listed,
)
from verbale.reader.topic_words import TopicHit, topic_table

_EVENT_TOPICS = {"exercise": "exercises", "exhibition": "defence-industry"}


def topics_in(marked: Marked, first: int, last: int) -> tuple[str, ...]:
    """The ids of the topics that tokens `first` up to `last` tell of, in the order of the text.

    'They agreed to expand defence cooperation, including demining and training' gives
    ('unexploded-ordnance', 'training'). Empty where the words name none.
    """
    words = marked.sentence.tokens
    hits = topic_table().find(words, first, last, _hidden(marked))
    hits += _mechanisms(marked, first, last)
    hits.sort()
    told, hinted = _sorted_by_standing(words, hits, first, last)
    return _narrowest(_without_containers(words, told, last) or hinted)


def heading_topics(marked: Marked) -> tuple[str, ...]:
    """The topics that a heading sets for what follows it; empty for a sentence that is no heading."""
    return topics_in(marked, 0, len(marked.sentence.tokens)) if marked.sentence.heading else ()


def _hidden(marked: Marked) -> frozenset[int]:
    """The tokens whose words are names of posts, people or mechanisms and so prove no topic."""
    marks: list[Mark] = [*marked.posts, *marked.people, *marked.mechanisms]
    return frozenset(index for mark in marks for index in range(mark.first, mark.last))


def _mechanisms(marked: Marked, first: int, last: int) -> list[TopicHit]:
    return [
        TopicHit(mark.first, mark.last, _EVENT_TOPICS.get(mark.event, "dialogue"), "events")
        for mark in marked.mechanisms
        if first <= mark.first and mark.last <= last
    ]


def _sorted_by_standing(
    words: Sequence[Token], hits: list[TopicHit], first: int, last: int
) -> tuple[list[TopicHit], list[TopicHit]]:
    """The hits that the clause is about, and those that count only where there are none of these."""
    aside = background(words, first, last)
    told: list[TopicHit] = []
    hinted: list[TopicHit] = []
    for hit in hits:
        if hit.list == "events":
            if hit.first not in aside and is_event_told(words, hit, first, last):
                told.append(hit)
        elif hit.topic in WIDE and hit.first in aside:
            continue
        elif (hit.list == "names" and not (hit.topic in WIDE and is_aim(words, hit, first))) or (
            hit.list == "listed" and is_listed(words, hit, first, last)
        ):
            told.append(hit)
        else:
            hinted.append(hit)
    return told, hinted


def _without_containers(words: Sequence[Token], hits: list[TopicHit], last: int) -> list[TopicHit]:
    """The hits without a wide 'defence cooperation in …' whose fields are then named."""
    kept: list[TopicHit] = []
    for position, hit in enumerate(hits):
        later = [other for other in hits[position + 1 :] if other.topic not in WIDE]
        if hit.topic != "defence" or not is_container(words, hit, later, last):
            kept.append(hit)
    return kept


def _narrowest(hits: list[TopicHit]) -> tuple[str, ...]:
    """The topics of the hits without those that have a narrower one beside them."""
    named = dict.fromkeys(hit.topic for hit in hits)
    broader = _broader()
    covered = {broader[topic] for topic in named if topic in broader}
    return tuple(topic for topic in named if topic not in covered)


@cache
def _broader() -> dict[str, str]:
    return {topic: entry["broader"] for topic, entry in load("topics").items() if "broader" in entry}
