"""Lines under pictures: 'A with B ahead of the talks in Lima on Wednesday' tells of what is over by now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from verbale.language.mark_spans import covered
from verbale.language.marks import DateMark, Marked
from verbale.language.verbs import PAST, S, verb
from verbale.model.dates import PartialDate, Precision
from verbale.model.document import Role
from verbale.reader.engagements.words import engagement_words
from verbale.reader.scene import Scene

_FINITE = frozenset(
    "is are was were am be been has have had will would shall can could may might must do does did".split()
)
_WEEK = 7


def pictured(marked: Marked) -> bool:
    """Whether a sentence is a caption, or reads like one: names, a place and a time, and no finite verb."""
    sentence = marked.sentence
    if sentence.role is Role.CAPTION:
        return not any(word.key in {"will", "tomorrow"} for word in sentence.tokens)
    if sentence.role is not Role.BODY or sentence.heading or len(marked.people) < 2:
        return False
    masked = covered(marked.people, marked.posts, marked.mechanisms)
    return not any(_finite(word.key) for i, word in enumerate(sentence.tokens) if i not in masked)


def _finite(word: str) -> bool:
    found = verb(word)
    told = found is not None and bool({PAST, S} & set(found.forms))
    return word in _FINITE or (told and not engagement_words().begins(word))


def gone_by(scene: Scene, when: DateMark) -> DateMark:
    """'A and B ahead of the talks on Wednesday' under a picture: the Wednesday before the date line."""
    start = when.start
    if not isinstance(start, PartialDate) or start.precision is not Precision.DAY or scene.published is None:
        return when
    day, today = start.earliest(), scene.published.earliest()
    if day is None or today is None or not 0 < (day - today).days < _WEEK:
        return when
    earlier = day - timedelta(days=_WEEK)
    return replace(when, start=PartialDate(earlier.year, earlier.month, earlier.day), end=None)
