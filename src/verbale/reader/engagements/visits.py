"""Visits by those whom the text does not name: 'a visit to Peru by the head of the Danish fire service'."""

from __future__ import annotations

from verbale.language.marks import Marked
from verbale.language.numbers import number_at
from verbale.reader.engagements.segments import Segment
from verbale.reader.engagements.words import lemma_of

_NOUNS = frozenset({"visit", "trip", "tour"})
_SHIPS = frozenset({"ship", "vessel", "frigate", "destroyer", "fleet", "squadron"})
_TEAMS = frozenset({"team", "delegation", "mission", "group", "contingent", "crew", "squad", "couple"}) | _SHIPS
_RULERS = frozenset({"king", "queen", "prince", "princess", "emir", "sultan", "pope"})
_OFFICES = frozenset(
    "president premier minister chancellor envoy governor mayor speaker ambassador chairman director commissioner "
    "secretary".split()
)
_GUESTS = _RULERS | _OFFICES | _TEAMS - {"group", "contingent", "crew", "squad"}
_CROWDS = frozenset(
    "tourists visitors students citizens people travellers travelers nationals passengers families pilgrims fans "
    "japanese chinese australians americans britons germans koreans indians".split()
)
_LANDS = frozenset({"countries", "nations", "states", "capitals", "islands"})
_REACH = 6  # tokens behind 'visit' in which its guest is told
_BEFORE = 3


def told_by_guest(marked: Marked, segment: Segment) -> bool:
    """Whether the words tell a visit by its guest, an office or a body or a team of one side, and its time."""
    words, trigger = marked.sentence.tokens, segment.trigger
    if not any(segment.start <= mark.first < segment.end for mark in marked.dates):
        return False
    if trigger.verbal:
        before = range(max(segment.start, trigger.first - _REACH), trigger.first)
        teams = [i for i in before if words[i].key in _TEAMS]
        return any(0 <= i - mark.last < _BEFORE for i in teams for mark in marked.parties)
    if trigger.lemma not in _NOUNS:
        return False
    behind = words[trigger.last : min(segment.end, trigger.last + _REACH)]
    return any(word.key == "by" for word in behind) or (bool(behind) and behind[0].key == "of")


def told_of_guest(marked: Marked, segment: Segment) -> bool:
    """'The king will travel to Oslo in May', 'the ship is to arrive in Lima on Friday': who goes, where and when."""
    words, trigger = marked.sentence.tokens, segment.trigger
    if not trigger.verbal or not any(segment.start <= mark.first < segment.end for mark in marked.dates):
        return False
    before = words[max(segment.start, trigger.first - _REACH) : trigger.first]
    return any(word.key in _GUESTS for word in before)


def of_several(marked: Marked, segment: Segment) -> bool:
    """'is the first stop on her tour of four Andean countries': a journey to several, without one country or day."""
    words, last = marked.sentence.tokens, segment.trigger.last
    if segment.trigger.verbal or words[last : last + 1] == () or words[last].key not in {"of", "to"}:
        return False
    return number_at(words, last + 1) is not None and any(w.key in _LANDS for w in words[last + 2 : last + 5])


def by_crowd(marked: Marked, index: int) -> bool:
    """'more than 100,000 tourists visited Lima', 'students travel to Oslo': a habit of many, no visit."""
    before = marked.sentence.tokens[max(0, index - _BEFORE) : index]
    return any(word.key in _CROWDS for word in before) or any(
        word.text[:1].isdigit() and len(word.text) > _BEFORE for word in before if lemma_of(word.key) == ""
    )
