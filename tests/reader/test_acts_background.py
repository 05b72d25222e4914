"""What a news story tells beside the acts of its sides makes none."""

from __future__ import annotations

import pytest

from verbale.model.document import Document
from verbale.model.reading import Act
from verbale.reader import rules

HEAD = (
    "Chile, Norway hold fisheries talks\n\nFjord Post, 12 March 2024\n\nChilean Foreign Minister Pablo Rojas and "
    "Norwegian Foreign Minister Kari Solheim held talks in Bergen on March 11.\n\n"
)


def acts(sentence: str) -> list[Act]:
    """The acts of a sentence that follows the lead of a story."""
    text = f"{HEAD}{sentence}\n"
    return [act for act in rules.read(Document("story.txt", text)).acts if act.evidence[0].start >= len(HEAD)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Fishermen said that the quota was too small.",
        "A source at one of the companies criticised the quota.",
        "No answer was recorded in the communique.",
        "Traders were less enthusiastic.",
        "The decision was taken in Bergen on Monday.",
        "Under the speeches there was some frost.",
        "It may take a year.",
    ],
)
def test_scenery_and_other_voices_make_no_act(sentence: str) -> None:
    assert acts(sentence) == []


def test_what_became_of_a_matter_between_the_sides_is_still_told() -> None:
    (told,) = acts("Negotiations on the fisheries treaty have stalled twice.")
    assert (told.type, told.actors) == ("report", ("CL", "NO"))
    (said,) = acts("Rojas said the quota was too small.")
    assert said.actors == ("CL",)
