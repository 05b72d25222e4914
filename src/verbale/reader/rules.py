"""The rule reader: `Document` in, `Reading` out, layer by layer over one marked scene."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.model.reading import Reading
from verbale.reader.acts.read import read_acts
from verbale.reader.collecting import seldom_collected
from verbale.reader.engagements.read import read_engagements
from verbale.reader.figures import FigureContext, read_figures
from verbale.reader.instruments import read_instruments
from verbale.reader.setting import set_scene

VERSION = "rules-1"


def read(document: Document) -> Reading:
    """What the document says. Never raises for a text, however odd; an unreadable one gives an empty reading."""
    with seldom_collected():
        return _read(document)


def _read(document: Document) -> Reading:
    scene = set_scene(document)
    engagements = read_engagements(scene)
    return Reading(
        source=document.source,
        title=scene.head.title,
        outlet=scene.head.outlet,
        published=scene.head.published,
        language=scene.head.language,
        passages=scene.passages,
        engagements=tuple(engagements),
        instruments=tuple(read_instruments(scene, engagements)),
        acts=read_acts(scene),
        figures=tuple(read_figures(scene.marked, FigureContext(document, scene.published))),
        reader=VERSION,
    )
