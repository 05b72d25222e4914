"""Documents with readings written by hand: no reader stands between them and a test."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from verbale.ledger import Ledger
from verbale.model.document import Document, Passage, Role
from verbale.model.evidence import Evidence, quote
from verbale.model.reading import Reading

Make = Callable[[Any], Any]  # the entries of one layer, made from `says`, which quotes the document


class Writing:
    """A document and the means to quote it."""

    def __init__(self, name: str, text: str) -> None:
        self.content = text.encode()
        digest = hashlib.sha256(self.content).hexdigest()
        self.document = Document(source=name, text=text, content=digest)

    def says(self, words: str) -> tuple[Evidence, ...]:
        start = self.document.text.index(words)
        return (quote(self.document.text, self.document.hash, start, start + len(words)),)

    def reading(self, **fields: Any) -> Reading:
        text = self.document.text
        title = text.split("\n", 1)[0]
        passages = (Passage(0, len(title), Role.HEADLINE), Passage(len(title) + 2, len(text.rstrip()), Role.BODY))
        return Reading(source=self.document.source, title=title, passages=passages, reader="by-hand", **fields)


def add(ledger: Ledger, name: str, published: str, text: str, outlet: str | None = None, **entries: Make) -> str:
    """Write an English document with these layers into the ledger; its id."""
    writing = Writing(name, text)
    made = {layer: make(writing.says) for layer, make in entries.items()}
    reading = writing.reading(outlet=outlet, published=published, language="en", **made)
    return ledger.writer().add(writing.document, reading, writing.content).document
