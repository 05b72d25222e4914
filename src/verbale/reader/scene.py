"""A document with everything that was recognised in it, before any layer is read: the common ground of all layers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from verbale.language.marks import Marked
from verbale.language.people import Cast
from verbale.model.dates import PartialDate
from verbale.model.document import Document, Passage, Role
from verbale.model.evidence import Evidence, quote
from verbale.reader.head import Head


@dataclass(slots=True)
class Scene:
    """What the layers read from.

    `sides` are the document's main parties, sorted; `issuer` is the government whose office published the text, None
    for a newspaper; `home` the government that speaks in it, None for a joint text or a news story; `own` the side
    whose offices a newspaper names without their country; `genre` is one of
    news, readout, joint, speech, fact-sheet; `speaker` the person who speaks in a first-person text; `theme` the one
    topic that most sentences of a document share, empty where there is none; `matter` the same where a news story has
    no other.
    """

    document: Document
    passages: tuple[Passage, ...]
    head: Head
    marked: list[Marked]
    cast: Cast
    published: PartialDate | None = None
    sides: tuple[str, ...] = ()
    issuer: str | None = None
    home: str | None = None
    own: str | None = None
    genre: str = "news"
    speaker: int | None = None
    mentions: Counter[str] = field(default_factory=Counter)
    theme: tuple[str, ...] = ()
    matter: tuple[str, ...] = ()

    def quote(self, start: int, end: int) -> Evidence:
        """Evidence for a character range of the text."""
        return quote(self.document.text, self.document.hash, start, end)

    def quote_sentence(self, marked: Marked) -> Evidence:
        """Evidence for a whole sentence."""
        return self.quote(marked.sentence.start, marked.sentence.end)

    def body(self) -> list[Marked]:
        """The sentences of the body, headings among them."""
        return [m for m in self.marked if m.sentence.role is Role.BODY]
