"""Where sentences end, and where lines were only wrapped."""

import pytest

from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, [Passage(0, len(text), Role.BODY)])]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Gen. Sato met Lt. Gen. Ruiz on Aug. 3. Talks went on.", 2),
        ("The U.S. and the U.K. agreed. They met in Washington, D.C. Both left.", 3),
        ('"We agree." The minister left.', 2),
        ("Dr. Amin Jr. spoke at 9 a.m. on Monday.", 1),
        ("Trade rose by 3.5 percent to $1.2 billion.", 1),
        ("Is it so? It is! Yes…", 3),
    ],
)
def test_abbreviations_and_numbers_end_no_sentence(text, count):
    assert len(split(text)) == count


@pytest.mark.parametrize("word", ["that", "the", "of", "and", "with"])
def test_a_short_line_that_hangs_goes_on_even_with_a_name(word):
    text = f"Minister Okafor told reporters on Monday {word}\nKenya would stay."
    assert split(text) == [text]


def test_a_list_is_an_item_a_sentence():
    assert split("They agreed to:\n• open an office\n• train staff") == [
        "They agreed to:",
        "• open an office",
        "• train staff",
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Maritime cooperation", True),
        ("The U.S. side:", True),
        ("1. Trade and investment", True),
        ("The two sides agreed to:", False),
        ("They decided on the following steps:", False),
        ("- open an office", False),
        ("The two sides met.", False),
    ],
)
def test_what_is_a_subhead(line, heading):
    (sentence,) = sentences(line, [Passage(0, len(line), Role.BODY)])
    assert sentence.heading is heading


def test_the_last_point_but_one_ends_with_its_and():
    text = "Recalling the visit of the King; and\n\nNoting the work of both courts;\n\nThe two states agree."
    points = sentences(text, [Passage(0, len(text), Role.BODY)])
    assert [text[s.start : s.end] for s in points] == text.split("\n\n")
    assert not any(s.heading for s in points)
