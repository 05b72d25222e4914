"""Where: the place that belongs to an event."""

from __future__ import annotations

from verbale.language.marks import Marked, PlaceMark
from verbale.reader.engagements.people import other_deed
from verbale.reader.engagements.segments import Segment
from verbale.reader.engagements.time import of_another_matter
from verbale.reader.engagements.words import lemma

_BEFORE = frozenset("in at to visit visits visited visiting near outside into toured via".split())
_BETWEEN = frozenset({"the", "capital", "city", "of", "historic", "southern", "northern", "its", "port"})
_LEAVING = frozenset({"leave", "depart", "head"})  # 'leaves for Lima'


def place_of(marked: Marked, segment: Segment) -> PlaceMark | None:
    """The place that the event's words name with 'in', 'at' or 'to': the first after it, else the last before."""
    trigger = segment.trigger
    after: list[PlaceMark] = []
    before: list[PlaceMark] = []
    for mark in marked.places:
        if not (segment.start <= mark.first and mark.last <= segment.end) or not located(marked, mark.first):
            continue
        if of_another_matter(marked, trigger.last, mark.first) or _of_envoy(marked, mark.first):
            continue
        if mark.last <= trigger.first and other_deed(marked, mark.last, trigger.first):
            continue
        (after if mark.first >= trigger.last else before).append(mark)
    if after and (after[0].first - trigger.last < 40 or not before):
        return after[0]
    return before[-1] if before else None


def _of_envoy(marked: Marked, first: int) -> bool:
    """'the U.S. Ambassador to Vietnam' puts nothing in Vietnam."""
    return any(0 <= first - post.last <= 3 and "mbassador" in post.title for post in marked.posts)


def located(marked: Marked, first: int) -> bool:
    """Whether a place stands where an event's place does: after 'in', 'at', 'to', 'visit'."""
    words = marked.sentence.tokens
    i = first - 1
    while i >= 0 and words[i].key in _BETWEEN:
        i -= 1
    if i < 0:
        return False
    key = words[i].key
    if key == "," and i and words[i - 1].capital:
        return True
    if key == "for":
        return lemma(words[i - 1]) in _LEAVING
    return key in _BEFORE
