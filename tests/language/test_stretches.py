"""A text of any length is read whole, but what it says again and again only so often."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from verbale.language import stretches
from verbale.language.sentences import sentences
from verbale.language.tokens import tokens
from verbale.model.document import Passage, Role


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, [Passage(0, len(text), Role.BODY)])]


def said(count: int) -> list[str]:
    return [f"In {1000 + i} Gen. Amin told the U.S. side that it rained, and left." for i in range(count)]


def test_a_paragraph_of_any_length_is_parted_as_a_short_one_is():
    assert split(" ".join(said(900))) == said(900)


def test_a_sentence_without_an_end_is_read_whole_in_pieces():
    text = " ".join(f"word{i}" for i in range(9000))
    assert [t.text for s in sentences(text, [Passage(0, len(text), Role.BODY)]) for t in s.tokens] == text.split()


WORDS = st.sampled_from(
    'The the Gen. St. Albans A met U.S. R10 million "We agree." left. (so) 3.5 1. b. May 8, Inc. it No. … ?'.split()
)


@given(st.lists(WORDS, min_size=1, max_size=60))
@example(["…", "…", *["The"] * 5, "Gen.", "million", "Inc."])
def test_where_a_stretch_ends_makes_no_difference(words):
    text = " ".join(words)
    whole = split(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stretches, "_LONGEST", 40)
        assert split(text) == whole


def test_the_same_sentence_is_read_twenty_times_and_the_others_all():
    text = " ".join(sentence + " (Applause.)" for sentence in said(60))
    found = split(text)
    assert found.count("(Applause.)") == 20
    assert [sentence for sentence in found if sentence != "(Applause.)"] == said(60)


def test_the_same_line_is_read_twenty_times():
    assert split("\n".join(["Thank you all.", *said(2)] * 30)) == ["Thank you all.", *said(2)] * 20


def test_a_megabyte_of_the_same_words_is_a_short_text():
    for piece in ("the ", "Mr. Ruiz said. ", '"', "1. ", "Hanoi, ", "Prime Minister Ana Ruiz of Peru "):
        text = piece * (1_000_000 // len(piece))
        found = sentences(text, [Passage(0, len(text), Role.BODY)])
        assert sum(len(s.tokens) for s in found) < 60_000
        assert found[0].tokens[0] == tokens(piece)[0]
