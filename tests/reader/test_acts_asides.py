"""Acts of a news story that stand beside its main clause: in a relative or temporal clause, behind 'with'."""

import pytest
from news_stage import acts


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rojas praised the port, which is to be completed by March 2026.", ["plan CL+NO"]),
        ("The next occasion is a drill, which Norway will lead from 29 May to 9 June.", ["plan NO"]),
        ("Rojas was in Oslo in March 2023, when six agreements were signed.", ["sign CL+NO"]),
        ("The port, which was opened in 2019, was built by Norway.", []),
        (
            "The two ministers wrapped up a two-day meeting in Oslo with a pledge to speed up the vaccines.",
            ["agree CL+NO"],
        ),
        ("Rojas closed her visit to Oslo with a call for restraint.", ["request CL"]),
        ("The two ministers closed their meeting with a dinner.", []),
        ("The talks ended in Oslo without a deal.", ["report CL+NO"]),
        ("Norway has sold Chile two radars, with full operation planned for 2028.", ["plan CL+NO"]),
    ],
)
def test_what_is_told_beside_the_main_clause(sentence: str, expected: list[str]) -> None:
    told = [" ".join(act.split()[:2]) for act in acts(sentence)]
    assert [
        act for act in told if act.split()[0] in {"plan", "sign", "agree", "request"} or act in expected
    ] == expected
