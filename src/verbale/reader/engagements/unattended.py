"""Meetings told with nobody who meets: 'A technical meeting is to take place in Lima on July 3'."""

from __future__ import annotations

from verbale.language.marks import PartyForm
from verbale.model.dates import DateInterval, Precision
from verbale.reader.engagements.mention import Mention

_MEETINGS = frozenset({"talks", "dialogue", "call"})
_BODIES = frozenset({"g7", "g20", "apec", "asean", "brics", "eu", "un", "nato"})


def told_alone(mention: Mention) -> bool:
    """Whether a mention gives a meeting its own time, and its place or that it is to come, in words that leave to
    the document who meets: then it is the document's two sides. 'The G20 meeting in July' says who meets, and 'the
    meeting' is one that was told of before.
    """
    start = mention.start
    if not mention.event or start is None or mention.kind not in _MEETINGS or mention.definite:
        return False
    if mention.parties or mention.people or (not isinstance(start, DateInterval) and start.precision <= Precision.YEAR):
        return False
    if any(mark.form is PartyForm.BODY for mark in mention.marked.parties):
        return False
    if any(word.key in _BODIES for word in mention.marked.sentence.tokens):
        return False
    return mention.place is not None or mention.country is not None or mention.planned
