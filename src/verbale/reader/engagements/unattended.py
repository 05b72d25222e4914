"""Meetings told with nobody who meets: 'A technical meeting is to take place in Lima on July 3'."""

from __future__ import annotations

from verbale.language.marks import PartyForm
from verbale.model.dates import DateInterval, Precision
from verbale.reader.engagements.mention import Mention

_MEETINGS = frozenset({"talks", "dialogue", "call"})
_BEHIND = frozenset("in at on again online for next to later there here by once early late within from".split())
_REACH = 6  # tokens behind a meeting in which those who meet are told
_BODIES = frozenset({"g7", "g20", "apec", "asean", "brics", "eu", "un", "nato"})


def told_alone(mention: Mention) -> bool:
    """Whether a mention gives a meeting its own time, and its place or that it is to come, in words that leave to
    the document who meets: then it is the document's two sides. 'The G20 meeting in July' says who meets, and 'the
    meeting' is one that was told of before.
    """
    start = mention.start
    if not mention.event or start is None or mention.definite:
        return False
    trigger = mention.segment.trigger
    if mention.kind not in _MEETINGS and trigger.lemma != "hand":
        return False
    if mention.parties or mention.people or (not isinstance(start, DateInterval) and start.precision <= Precision.YEAR):
        return False
    if any(mark.form is PartyForm.BODY for mark in mention.marked.parties):
        return False
    if any(word.key in _BODIES for word in mention.marked.sentence.tokens):
        return False
    if _with_others(mention) or _named(mention):
        return False
    return mention.place is not None or mention.country is not None or mention.planned


def _with_others(mention: Mention) -> bool:
    """'meeting business leaders in Lima', 'a meeting with representatives of charities'."""
    words, trigger = mention.marked.sentence.tokens, mention.segment.trigger
    behind = words[trigger.last : trigger.last + _REACH]
    if any(word.key in {"with", "of", "between"} for word in behind):
        return trigger.mechanism is None
    return trigger.verbal and bool(behind) and behind[0].text.isalpha() and behind[0].key not in _BEHIND


def _named(mention: Mention) -> bool:
    """'the Pacific Islands Leaders Meeting', 'the Global Coalition ministerial meeting': a body's own."""
    words, trigger = mention.marked.sentence.tokens, mention.segment.trigger
    if trigger.verbal or trigger.mechanism is not None:
        return False
    i = trigger.first
    while i > 0 and trigger.first - i < _REACH and words[i].key not in {"a", "an", "the", "their", ",", "and"}:
        if words[i].capital and i > 1 and words[i - 1].text.isalnum():
            return True
        i -= 1
    return False
