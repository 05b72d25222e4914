"""The rule reader: `Document` in, `Reading` out, layer by layer over one marked scene."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.model.reading import Reading

VERSION = "rules-1"


def read(document: Document) -> Reading:
    """What the document says. Never raises for a text, however odd; an unreadable one gives an empty reading."""
    return Reading(source=document.source, reader=VERSION)
