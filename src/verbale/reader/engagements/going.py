"""Verbs of going that are visits: 'flies to Port Vila', 'left for Lima', 'heads Thursday to Oslo', 'was in Japan'."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from verbale.language.mark_spans import marks_of
from verbale.language.marks import DateMark, Marked
from verbale.language.ordinals import ordinal_value
from verbale.language.tokens import Token
from verbale.language.verbs import S, verb
from verbale.model.dates import PartialDate, Precision
from verbale.model.document import Role
from verbale.reader.engagements.words import lemma
from verbale.reader.scene import Scene

_STAYS = frozenset({"spend"})
_WAYS = {"fly": ("to",), "go": ("to",), "head": ("to", "for"), "leave": ("for",), "depart": ("for",),
         "come": ("to",)}  # fmt: skip
_REACH = 4  # tokens between the verb and 'to'
_LED = 6  # tokens between 'led' and 'delegation to'
_BEING = frozenset({"is", "am", "are", "was", "were", "be"})
_GOING = frozenset({*_WAYS, "travel", "visit"})
_DUE_TO = (["expected", "to"], ["due", "to"], ["scheduled", "to"], ["set", "to"])
_TEAM = frozenset({"delegation", "team", "mission"})
_TEAM_REACH = 4  # tokens between a party and 'was in'
_WEEK = 7


def may_go(stem: str, word: str) -> bool:
    """Whether a word can be a verb of going."""
    return stem in _WAYS or stem in _STAYS or stem == "lead" or word in {"was", "be", "been", "due", "expected"}


def goes(marked: Marked, index: int) -> bool:
    """Whether the word at `index` tells that somebody goes to, or was in, a place that is named."""
    words = marked.sentence.tokens
    if words[index].key == "been":
        return _has_been(marked, index)
    if words[index].key == "was":
        relative = index > 1 and words[index - 1].key == "who" and words[index - 2].text == ","
        named = any(mark.last == (index - 2 if relative else index) for mark in marked.people)
        named = named or _team_before(marked, index)
        behind = index + 2 if words[index + 1 : index + 2] and words[index + 1].key == "last" else index + 1
        inside = behind < len(words) and words[behind].key == "in" and _is_place(marked, behind + 1)
        return named and inside and bool(marked.dates)
    if words[index].key == "be":
        due = [word.key for word in words[max(0, index - 2) : index]] in _DUE_TO
        subject = index - 3 if due else index - 1
        ahead = due or (index > 0 and words[index - 1].key == "will")
        ahead = ahead and any(mark.last == subject for mark in marked.people)
        there = index + 2 < len(words) and words[index + 1].key == "in" and _is_place(marked, index + 2)
        return ahead and there and any(mark.first > index for mark in marked.dates)
    if words[index].key in {"due", "expected"}:
        beside = index > 0 and index + 1 < len(words) and words[index - 1].key in _BEING
        if index > 1 and (words[index - 2].key == "next" or ordinal_value(words[index - 2]) is not None):
            return False  # 'The next is due in Lima': a round
        return beside and words[index + 1].key in {"in", "at"} and _is_place(marked, index + 2)
    if lemma(words[index]) in _STAYS:
        day = next((mark for mark in marked.dates if mark.first == index + 1), None)
        return (
            day is not None
            and day.last < len(words)
            and words[day.last].key == "in"
            and _is_place(marked, day.last + 1)
        )
    if lemma(words[index]) == "lead":
        return _leads_team(marked, index)
    title = marked.sentence.role is Role.HEADLINE
    if words[index].key.endswith("ing") and not title and not (index and words[index - 1].key in _BEING):
        return False
    if any(word.key in {"back", "home"} for word in words[index + 1 : index + 3]):
        return False  # 'will fly back to Dhaka'
    if lemma(words[index]) == "come" and not (marked.dates and any(0 <= index - m.last < 3 for m in marked.people)):
        return False  # 'A last came to Lima in May', not 'pressure came to Lima'
    ways = _WAYS.get(lemma(words[index]), ())
    for i in range(index + 1, min(len(words), index + 1 + _REACH)):
        if words[i].key in ways:
            return _is_place(marked, i + 1)
    return False


def _has_been(marked: Marked, index: int) -> bool:
    """'A had been in Lima in May', 'who has been to Oslo twice this year', not 'had been held in Lima'."""
    words = marked.sentence.tokens
    before = index - 1 - (words[index - 1].key in {"last", "already", "also"})
    subject = before - 1 if before > 0 and words[before].key == "who" else before
    named = words[before].key in {"had", "has"} and any(mark.last == subject for mark in marked.people)
    there = words[index + 1 : index + 2] and words[index + 1].key in {"in", "to"} and _is_place(marked, index + 2)
    return named and bool(there) and any(mark.first > index for mark in marked.dates)


def _team_before(marked: Marked, index: int) -> bool:
    """'A Chilean trade delegation was in Lima', 'A team from Chile was in Lima': who was there, by the side."""
    words = marked.sentence.tokens
    return any(
        mark.first < index and any(word.key in _TEAM for word in words[max(0, mark.first - 4) : index])
        for mark in marked.parties
        if 0 <= index - mark.last <= _TEAM_REACH
    )


def _leads_team(marked: Marked, index: int) -> bool:
    """'led an interagency delegation to Mexico'."""
    words = marked.sentence.tokens
    for i in range(index + 1, min(len(words) - 2, index + 1 + _LED)):
        if words[i].key in {"delegation", "mission", "team"}:
            return words[i + 1].key == "to" and _is_place(marked, i + 2)
    return False


def _is_place(marked: Marked, index: int) -> bool:
    words = marked.sentence.tokens
    start = index + 1 if index < len(words) and words[index].key == "the" else index
    return any(mark.first in (index, start) for mark in marks_of(marked.places, marked.parties))


def is_present(word: Token) -> bool:
    """Whether a verb of going is in the present: 'flies', 'heads', 'is due'."""
    found = verb(word.key)
    return word.key == "due" or (found is not None and S in found.forms and found.lemma in _GOING)


def to_come(scene: Scene, when: DateMark | None) -> DateMark | None:
    """'She flies to Lima on Thursday', 'is to meet X on Monday': the weekday lies ahead of the date line."""
    start = when.start if when is not None else None
    if when is None:
        return None
    if not isinstance(start, PartialDate) or start.precision is not Precision.DAY or scene.published is None:
        return when
    day, today = start.earliest(), scene.published.earliest()
    if day is None or today is None or not 0 < (today - day).days < _WEEK:
        return when
    later = day + timedelta(days=_WEEK)
    return replace(when, start=PartialDate(later.year, later.month, later.day), end=None)
