"""Why a document gave no facts: a state with a reason, not an error."""

from __future__ import annotations

from typing import Protocol

from verbale.model.document import Passage

ENGLISH = "en"


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
