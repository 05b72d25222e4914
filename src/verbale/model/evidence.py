"""The words of a document that support a fact. A fact without them cannot be built.

Offsets are Unicode code points in the text that was read; `end` is exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CONTEXT = 32  # characters of prefix and suffix in a text-quote selector


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A non-empty range of a text.

    >>> Span(0, 5).of("Hanoi hosts")
    'Hanoi'

    Raises ValueError for a negative start or an end that is not after it.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def of(self, text: str) -> str:
        """The words that the span names."""
        return text[self.start : self.end]

    def to_json(self) -> dict[str, int]:
        return {"start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span together with the document it is from and the exact words found there.

    Build it with `quote`, which takes the words from the text itself:

    >>> quote("Hanoi hosts", "ab12", 0, 5).exact
    'Hanoi'

    Raises ValueError where the words do not fill the span.
    """

    document: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.exact) != self.end - self.start:
            raise ValueError(f"evidence does not fill its span {self.start}–{self.end}: {self.exact!r}")

    def holds_in(self, text: str) -> bool:
        """Whether the words still stand at this place of the text."""
        return text[self.start : self.end] == self.exact

    def to_json(self) -> dict[str, int]:
        return {"start": self.start, "end": self.end}

    def selectors(self, text: str) -> list[dict[str, Any]]:
        """Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors) for these words."""
        return [
            {"type": "TextPositionSelector", "start": self.start, "end": self.end},
            {
                "type": "TextQuoteSelector",
                "exact": self.exact,
                "prefix": text[max(0, self.start - CONTEXT) : self.start],
                "suffix": text[self.end : self.end + CONTEXT],
            },
        ]


def quote(text: str, document: str, start: int, end: int) -> Evidence:
    """Evidence for `text[start:end]`; raises ValueError where the span is empty or outside the text."""
    if end > len(text):
        raise ValueError(f"span {start}–{end} is outside a text of {len(text)} characters")
    return Evidence(document, start, end, text[start:end])


def evidence_from_json(data: Mapping[str, int], text: str, document: str) -> Evidence:
    """The inverse of `Evidence.to_json`, checked against the text."""
    return quote(text, document, data["start"], data["end"])
