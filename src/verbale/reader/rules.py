"""The rule reader: `Document` in, `Reading` out, layer by layer over one marked scene."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.model.reading import Reading
from verbale.reader.acts.read import read_acts
from verbale.reader.setting import set_scene

VERSION = "rules-1"


def read(document: Document) -> Reading:
    """What the document says. Never raises for a text, however odd; an unreadable one gives an empty reading."""
    scene = set_scene(document)
    return Reading(
        source=document.source,
        title=scene.head.title,
        outlet=scene.head.outlet,
        published=scene.head.published,
        language=scene.head.language,
        passages=scene.passages,
        acts=read_acts(scene),
        reader=VERSION,
    )
