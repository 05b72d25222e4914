"""Whose words a quotation is that runs over several sentences, and whom 'he' and 'she' mean."""

from __future__ import annotations

import pytest
from news_stage import acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The treaty is fair. It is in force for everybody," Hauge said.', ["affirm NO Per Hauge"] * 2),
        ('"The treaty is fair," said Mr. Hauge. "It is in force for everybody."', ["affirm NO Per Hauge"] * 2),
        ('"The sea feeds us. We know the sea. The treaty is fair," said Mr Hauge.', ["affirm NO Per Hauge"] * 3),
        (
            'Rojas praised the fleet. Kari Lund, a fishmonger, said that the quay was empty. "The treaty is a trap."',
            ["appreciate CL Ana Rojas"],
        ),
        (
            'Rojas praised the fleet. Hauge said that the treaty was fair. "It is in force for everybody."',
            ["appreciate CL Ana Rojas", "affirm NO Per Hauge", "affirm NO Per Hauge"],
        ),
        ('"The treaty is a trap," said Kari Lund, 61, a fishmonger.', []),
        ('"The treaty is a trap. The fleet pays for it," said Kari Lund, 61, a fishmonger.', []),
        (
            "Mr Hauge praised the treaty. The crews of Ms Rojas were there. She urged Norway to open its ports.",
            ["appreciate NO Per Hauge", "request CL Ana Rojas"],
        ),
        (
            "Ms Rojas praised the treaty. Mr Hauge thanked Chile. She urged Norway to open its ports.",
            ["appreciate CL Ana Rojas", "appreciate NO Per Hauge", "request CL Ana Rojas"],
        ),
    ],
)
def test_each_sentence_of_a_quotation_is_its_speakers(text: str, expected: list[str]) -> None:
    assert acts(text) == expected
