"""Acts as news stories tell them, in the words of reporters."""

from __future__ import annotations

import pytest
from news_stage import acts

CASES = {
    "terms of a deal": [
        ("Under the deal, nets will be returned within 14 days.", ["agree CL+NO"]),
        ("Under the terms of the agreement, nobody may be held at sea for more than a day.", ["agree CL+NO"]),
        ("Boats and engines are to be returned to their owners.", ["agree CL+NO"]),
        ("Under the treaty of 1974, the fisheries were shared by both countries.", ["report CL+NO"]),
    ],
    "assured": [
        ("The remaining boats will be released by Friday, Hauge assured his hosts.", ["commit NO Per Hauge"]),
        ("Hauge assured Rojas that the nets would be handed back.", ["commit NO Per Hauge"]),
        ("Hauge assured Rojas that the treaty was in force.", ["affirm NO Per Hauge"]),
    ],
    "when it was said": [
        ("Norway will put NOK 40 million into ports, it announced on Tuesday.", ["commit NO"]),
        (
            "OSLO, 14 May (Press) – Norway will open a fisheries school in Santiago, Hauge said.",
            ["commit NO Per Hauge"],
        ),
        ("Norway will open a fisheries school in Santiago in June 2025, Hauge said.", ["plan NO Per Hauge"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{about}: {case[0]}") for about, heap in CASES.items() for case in heap],
)
def test_the_acts_of_a_news_sentence(text: str, expected: list[str]) -> None:
    assert acts(text) == expected
