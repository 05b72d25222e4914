"""A small news story of Chile and Norway, and the acts that sentences added to it make."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.reader.acts.read import read_acts
from verbale.reader.setting import set_scene

STORY = """Chile and Norway sign fisheries deal

Fjord Gazette, 14 May 2024

Foreign Minister Ana Rojas of Chile met Norwegian Foreign Minister Per Hauge in Oslo on 13 May 2024.

"""


def acts(text: str) -> list[str]:
    """The acts of a text that goes on with the story, as 'type actors speaker', in the order of the text."""
    found = read_acts(set_scene(Document("story.txt", STORY + text + "\n")))
    told = [(act.type, "+".join(act.actors), act.speaker or "") for act in found if act.evidence[0].start >= len(STORY)]
    return [" ".join(part).strip() for part in told]
