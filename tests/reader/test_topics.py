"""Which topics a clause is tagged with, as a user of the brief would expect to find it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.marks import Marked
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role
from verbale.model.vocabulary import load
from verbale.reader.topics import heading_topics, topics_in


def marked(text: str) -> list[Marked]:
    return [Marked(sentence=s) for s in sentences(text, [Passage(0, len(text), Role.BODY)])]


def topics(text: str) -> tuple[str, ...]:
    [only] = marked(text)
    return topics_in(only, 0, len(only.sentence.tokens))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They agreed to widen cooperation in hydropower, rail freight, vaccines and double taxation.",
            ("energy", "transport", "health", "trade"),
        ),
        ("Both sides will step up humanitarian demining.", ("unexploded-ordnance",)),
        ("The two sides agreed to expand defence cooperation, including peacekeeping.", ("peacekeeping",)),
        ("The ministers agreed to negotiate an extradition treaty.", ("law-enforcement",)),
    ],
)
def test_a_list_of_fields_gives_each_field_once_in_order(text: str, expected: tuple[str, ...]) -> None:
    assert topics(text) == expected


def test_a_heading_sets_its_topic_and_a_sentence_does_not() -> None:
    heading, sentence = marked("Trade and Investment\nTrade grew last year.")
    assert heading_topics(heading) == ("trade",)
    assert heading_topics(sentence) == ()


@settings(max_examples=100)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_without_error_into_known_topics(text: str) -> None:
    known = set(load("topics"))
    for one in marked(text):
        found = topics_in(one, 0, len(one.sentence.tokens))
        assert set(found) <= known
        assert len(set(found)) == len(found)
