"""Why a document gave no facts: a state with a reason, not an error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from verbale.model.document import Passage
from verbale.model.reading import Engagement, Entry

ENGLISH = "en"


def tells_nothing(entries: Sequence[Entry]) -> bool:
    """Whether nothing was recognised but, at most, that somebody made a statement: no party, no time, no act."""
    if len(entries) > 1:
        return False
    return all(isinstance(e, Engagement) and e.kind == "other" and not e.parties and not e.start for e in entries)


class Head(Protocol):
    """What both a reading and a document of the ledger tell of a document."""

    @property
    def language(self) -> str | None: ...
    @property
    def passages(self) -> tuple[Passage, ...]: ...


def why_no_facts(document: Head) -> str:
    """The most likely reason, and what to do.

    'It is not in English (fr), and Verbale reads English.'
    """
    language = document.language
    if language and language.split("-")[0].lower() != ENGLISH:
        return f"It is not in English ({language}), and Verbale reads English. Read a translation."
    if not document.passages:
        return "No story was found in it, only menus or lists. Save the article by itself and read that."
    return "It tells of no meeting, act, figure or instrument between states or bodies that Verbale knows."
