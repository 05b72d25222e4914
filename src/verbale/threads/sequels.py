"""Which acts can follow which in one thread, by what they do and when: what is told beside a promise is no delivery."""

from __future__ import annotations

from verbale.identities.times import day_number, relation
from verbale.model.days import days
from verbale.threads.matter import Matter
from verbale.threads.owners import fits
from verbale.threads.promise_words import says

SOON = 400  # days after the date of an event within which documents tell of it


def can_follow(a: Matter, b: Matter) -> bool:
    """Two promises, a promise and its sequel, two deliveries or thanks; what is only reported twice is no thread."""
    if a.core and b.core:
        return not _two_occasions(a, b)
    if a.core or b.core:
        core, later = (a, b) if a.core else (b, a)
        return _is_sequel(core, later)
    again = a.said.type == b.said.type and a.said.type in ("deliver", "appreciate", "sign")
    return (
        again
        and (a.topic is not None or a.said.type != "deliver")
        and (fits(a.owner, b.owner) or fits(b.owner, a.owner))
    )


def _two_occasions(a: Matter, b: Matter) -> bool:
    """Whether two acts announce visits or talks at different times, or plans long apart, which are as many events."""
    if a.said.type != "plan" or b.said.type != "plan" or a.said.occasion == b.said.occasion:
        return False
    if relation(*days(a.said.due), *days(b.said.due)) != "unknown":
        return False  # the dates tell
    if not (a.said.day and b.said.day) or abs(day_number(a.said.day) - day_number(b.said.day)) > SOON:
        return True
    return says(a.said.words, "meeting") and says(b.said.words, "meeting")


def _is_sequel(core: Matter, later: Matter) -> bool:
    """Whether an act may tell what became of a promise: by its owner and its day."""
    kind = later.said.type
    if kind in ("report", "object") and not _later(core, later):
        return False  # what is told beside a promise is its background
    if kind == "sign" and core.said.type != "plan" and core.said.fact.document == later.said.fact.document:
        return False  # the text that is signed may be one that promises another
    if kind == "deliver" and (later.said.day or "") < (core.said.day or ""):
        return False
    due = days(core.said.due)[1]
    if core.said.type == "plan" and due and later.said.day and day_number(later.said.day) - day_number(due) > SOON:
        return False
    if kind == "object":
        return core.owner == later.owner
    return (core.said.type == "offer" and kind == "appreciate") or fits(core.owner, later.owner)


def _later(core: Matter, later: Matter) -> bool:
    """Whether an act was done on another occasion than a promise, on a later day."""
    return core.said.occasion != later.said.occasion and (later.said.day or "") > (core.said.day or "")
