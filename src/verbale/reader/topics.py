"""What a clause is about: the narrowest topics of the vocabulary that its words name.

The words of posts, people and mechanisms prove nothing. What is named in passing is no topic: see `topic_standing`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from verbale.language.mark_spans import covered
from verbale.language.marks import BaseWords, Mark, Marked, PartyForm
from verbale.language.tokens import Token
from verbale.model.vocabulary import load
from verbale.reader.topic_standing import (
    WIDE,
    background,
    clauses,
    is_aim,
    is_aside,
    is_container,
    is_document_near,
    is_event_told,
    is_field,
    is_listed,
)
from verbale.reader.topic_words import TopicHit, topic_table

_M = TypeVar("_M", bound=Mark)
_WORDED = WIDE - {"multilateral"}
_BODIES = frozenset({"regional-bodies", "multilateral", "mekong"})
_NAMED = frozenset({"conflicts", "regional-bodies"})
_COMMUNITIES = frozenset({"community", "communities", "nationals", "expatriates", "diaspora", "residents"})
_REGION = frozenset({"asia", "asian", "pacific", "indo"})
_DEMONSTRATIVES = frozenset({"this", "these", "such", "that", "those"})
_EVENT_TOPICS = {"exercise": "exercises", "exhibition": "defence-industry"}


def topics_in(marked: Marked, first: int, last: int, sides: Sequence[str] = ()) -> tuple[str, ...]:
    """The ids of the topics that tokens `first` up to `last` tell of, in the order of the text.

    A state of `sides`, the main parties, is no war or crisis by its name alone.

    'They agreed to expand defence cooperation, including demining and training' gives
    ('unexploded-ordnance', 'training'). Empty where the words name none.
    """
    told, hinted = _found(marked, first, last, sides)
    return _narrowest(told or hinted)


def carried_topics(marked: Marked, first: int, last: int, earlier: tuple[str, ...]) -> tuple[str, ...]:
    """`earlier`, the topics of the act told before, where the clause names none itself and points back to them.

    'The first phase of the project is over' carries one topic on, and so does 'cooperation in this field', whose own
    words say little. More than one earlier topic carries none. Where this is not empty, it stands for `topics_in`.
    """
    if len(earlier) != 1:
        return ()
    told, hinted = _found(marked, first, last)
    if told:
        return ()
    keys = [word.key for word in marked.sentence.tokens[first:last]]
    small = clauses()
    if hinted:
        points_back = any(a in _DEMONSTRATIVES and b in small.fields for a, b in pairwise(keys))
    else:
        points_back = any(key in small.refers for key in keys)
    return earlier if points_back else ()


def heading_topics(marked: Marked) -> tuple[str, ...]:
    """The topics that a heading sets for what follows it; empty for a sentence that is no heading."""
    return topics_in(marked, 0, len(marked.sentence.tokens)) if marked.sentence.heading else ()


def _found(marked: Marked, first: int, last: int, sides: Sequence[str] = ()) -> tuple[list[TopicHit], list[TopicHit]]:
    """The hits that tell what the clause is about, and those that count only where there are none of them."""
    if first >= last:
        return [], []
    words = marked.sentence.tokens
    hits = topic_table().find(_base_words(marked), first, last)
    hits = _without_sides(marked, hits, sides) if hits else hits
    hits = _with_names(marked, hits + _communities(marked, first, last), first, last)
    if not hits:
        return [], []
    told, hinted, aside = _sorted_by_standing(words, hits, first, last)
    return _without_containers(words, told, last), hinted or aside


def _between(marks: Sequence[_M], first: int, last: int) -> Sequence[_M]:
    """The marks, which are in order, that touch tokens `first` up to `last`."""
    start = bisect_left(marks, first, key=_first)
    if start and marks[start - 1].last > first:
        start -= 1
    return marks[start : bisect_left(marks, last, key=_first)]


def _first(mark: Mark) -> int:
    return mark.first


def _base_words(marked: Marked) -> BaseWords:
    """The words of a sentence that may name topics: those that are no names of posts or people."""
    if marked.base_words is None:
        marked.base_words = topic_table().read(marked.sentence.tokens, covered(marked.posts, marked.people))
    return marked.base_words


def _with_names(marked: Marked, hits: list[TopicHit], first: int, last: int) -> list[TopicHit]:
    """The hits with each mechanism as one event, and without the wide ones that only word a mechanism's or a text's
    name. A forum of many states ('Summit for …', 'ASEAN …') stands for its body, not for a dialogue of the two."""
    mechanisms = _between(marked.mechanisms, first, last)
    if not hits and not mechanisms:
        return []
    texts = _between(marked.instruments, first, last)
    if not mechanisms and not texts:
        return sorted(hits)
    in_mechanism, in_text = covered(mechanisms), covered(texts)
    kept = [
        hit
        for hit in hits
        if not (hit.topic in _WORDED and hit.first in in_mechanism and hit.last - 1 in in_mechanism)
        and not (hit.topic == "relationship" and hit.first in in_text and hit.last - 1 in in_text)
    ]
    forums = frozenset(hit.first for hit in kept if hit.topic in _BODIES)
    for mark in mechanisms:
        if forums.isdisjoint(range(mark.first, mark.last)):
            kept.append(TopicHit(mark.first, mark.last, _EVENT_TOPICS.get(mark.event, "dialogue"), "events"))
    return sorted(kept)


def _without_sides(marked: Marked, hits: list[TopicHit], sides: Sequence[str]) -> list[TopicHit]:
    """The hits without the mere names of states and bodies that are parties of the document, and, where the region
    of the parties is another one, without its peace and stability."""
    named = {(mark.first, mark.last) for mark in marked.parties if mark.code in sides}
    kept = [hit for hit in hits if hit.topic not in _NAMED or (hit.first, hit.last) not in named]
    if not sides or not _asia_pacific().isdisjoint(sides):
        return kept
    words = marked.sentence.tokens
    return [
        hit
        for hit in kept
        if hit.topic != "indo-pacific" or any(words[i].key in _REGION for i in range(hit.first, hit.last))
    ]


def _communities(marked: Marked, first: int, last: int) -> list[TopicHit]:
    """A people living elsewhere: 'the Nigerian community', 'Korean nationals'."""
    words = marked.sentence.tokens
    return [
        TopicHit(mark.first, mark.last + 1, "migration", "names")
        for mark in _between(marked.parties, first, last)
        if mark.form is PartyForm.ADJECTIVE and mark.last < last and words[mark.last].key in _COMMUNITIES
    ]


def _sorted_by_standing(
    words: Sequence[Token], hits: list[TopicHit], first: int, last: int
) -> tuple[list[TopicHit], list[TopicHit], list[TopicHit]]:
    """What the clause is about, what counts where there is none of that, and the wide topics of its circumstances."""
    circumstances = background(words, first, last) if any(hit.topic in WIDE for hit in hits) else frozenset()
    told: list[TopicHit] = []
    hinted: list[TopicHit] = []
    aside: list[TopicHit] = []
    narrow_end = None  # where the last narrow hit before this one ends
    for hit in hits:
        wide = hit.topic in WIDE
        if wide and hit.first in circumstances:
            aside += [hit] * (hit.list == "names")
        elif _is_told(words, hit, first, last) and not (narrow_end is not None and is_aside(words, hit, narrow_end)):
            told.append(hit)
            narrow_end = narrow_end if wide else hit.last
        elif hit.list == "hints" or (hit.list == "names" and is_aim(words, hit, first)):
            hinted.append(hit)
    return told, hinted, aside


def _is_told(words: Sequence[Token], hit: TopicHit, first: int, last: int) -> bool:
    """Whether the place of the hit in its clause lets it name its topic, by the list that it comes from."""
    match hit.list:
        case "names":
            return not is_aim(words, hit, first)
        case "listed":
            return is_listed(words, hit, first, last)
        case "fields":
            return is_field(words, hit, first, last)
        case "events":
            return is_event_told(words, hit, first, last)
        case _:
            return hit.topic == "implementation" and is_document_near(words, hit, last)


def _without_containers(words: Sequence[Token], hits: list[TopicHit], last: int) -> list[TopicHit]:
    """The hits without a wide 'defence cooperation in …' whose fields are then named."""
    if all(hit.topic != "defence" for hit in hits):
        return hits
    narrow = max((hit.first for hit in hits if hit.topic not in WIDE), default=0)
    return [hit for hit in hits if hit.topic != "defence" or not is_container(words, hit, narrow, last)]


def _narrowest(hits: list[TopicHit]) -> tuple[str, ...]:
    """The topics of the hits without those that have a narrower one beside them."""
    named = dict.fromkeys([hit.topic for hit in hits])
    if len(named) < 2:
        return tuple(named)
    broader = _broader()
    covered = {broader[topic] for topic in named if topic in broader}
    return tuple(topic for topic in named if topic not in covered)


@cache
def _broader() -> dict[str, str]:
    return {topic: entry["broader"] for topic, entry in load("topics").items() if "broader" in entry}


@cache
def _asia_pacific() -> frozenset[str]:
    return frozenset(load("topic-words")["asia-pacific"].split())
