"""A document as it was read: its text, where it came from, and what its source says of itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from verbale.model.evidence import Span


class Role(StrEnum):
    """What a passage is to its story."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text that belongs to the story."""

    start: int
    end: int
    role: Role

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """One text to read.

    `text` is what every offset refers to. `content` is the SHA-256 of the original bytes, kept so that a
    later version of the reader can read them again; for a plain text it is the hash of the bytes that were decoded.
    `passages` is given where the source itself marks its article (an HTML page, an e-mail); None leaves it to the
    reader. The fields from `title` to `language` are what the *source* declares (HTML meta, PDF info), None where it
    says nothing.
    """

    source: str
    text: str
    content: str = ""
    media_type: str = "text/plain"
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    passages: tuple[Passage, ...] | None = None
    hash: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.hash:
            object.__setattr__(self, "hash", hash_text(self.text))


def hash_text(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal: the identity of a document."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
