"""Instruments as sentences name them: types, titles without countries, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.instruments import find_instruments
from verbale.language.marks import InstrumentMark, Marked
from verbale.language.parties import find_parties
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role


def marked(text: str) -> Marked:
    sentence = Marked(sentences(text, [Passage(0, len(text), Role.BODY)])[0])
    sentence.parties = find_parties(sentence.sentence)
    return sentence


def found(text: str) -> list[InstrumentMark]:
    return find_instruments(marked(text))


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("They signed a memorandum of understanding on coast guard training in May.", "mou",
         "Memorandum of understanding on coast guard training"),
        ("Oslo and Lima inked an MoU on fisheries research.", "mou", "MoU on fisheries research"),
        ("The ministers will discuss a bilateral prisoner transfer arrangement.", "agreement",
         "Bilateral prisoner transfer arrangement"),
        ("The Kenya-Ghana Mutual Defence Treaty remains in force.", "agreement", "Kenya-Ghana Mutual Defence Treaty"),
        ("She recalled the Reykjavik Declaration on Clean Seas.", "declaration", "Reykjavik Declaration on Clean Seas"),
        ("He handed over a letter from the President of Chile to the King.", "letter",
         "Letter from the President of Chile to the King"),
        ("They oversaw the signing of a plan on farm exports.", "plan", "Plan on farm exports"),
        ("The supply contract was signed by the two yards.", "agreement", "Supply contract"),
        ("They signed a first framework agreement on gas.", "agreement", "First framework agreement on gas"),
        ("According to the final protocol, both will meet again.", "minutes", "Final protocol"),
        ("Peru meets its obligations under the Euratom Treaty.", "convention", "Euratom Treaty"),
        ("The chairs signed the minutes of the meeting.", "minutes", "Minutes of the meeting"),
        ("Congress passed the Coastal Security Appropriations Act.", "law", "Coastal Security Appropriations Act"),
        ("They adopted an action plan for maritime safety.", "plan", "Action plan for maritime safety"),
        ("Both signed a letter of intent on pilot training.", "letter-of-intent", "Letter of intent on pilot training"),
        ("Both respect UNCLOS.", "convention", "United Nations Convention on the Law of the Sea (UNCLOS)"),
        ("The tariff follows Executive Order 14999 of last May.", "law", "Executive Order 14999"),
    ],
)  # fmt: skip
def test_an_instrument_is_named_with_its_type(text: str, kind: str, title: str) -> None:
    (mark,) = found(text)
    assert (mark.type, mark.title) == (kind, title)


def test_the_parties_of_a_name_are_kept_beside_the_title() -> None:
    (mark,) = found("They will implement the Norway–Chile updated joint vision statement on defence cooperation.")
    assert mark.title == "Updated joint vision statement on defence cooperation"
    assert mark.parties == ("CL", "NO")


def test_a_treaty_between_states_keeps_both() -> None:
    (mark,) = found(
        "They signed the Agreement between the Republic of Ghana and the Kingdom of Norway on Air Services."
    )
    assert mark.parties == ("GH", "NO")


@pytest.mark.parametrize(
    "text",
    [
        "They are in agreement on most points and have signed more than forty agreements.",
        "The talks lasted ninety minutes.",
        "The two countries raised ties to a Comprehensive Strategic Partnership.",
        "The treaty ally agreed.",
        "It is not merely a trade deal.",
        "The contract will be extended.",
        "It follows the rule of law and a new national security strategy.",
    ],
)
def test_generic_mentions_are_no_instruments(text: str) -> None:
    assert found(text) == []


WORDS = st.sampled_from(
    "signed a the MoU memorandum of understanding on Chile Norway - – and between Joint Vision Statement treaty to "
    "explore UNCLOS ( DOC ) Executive Order 14999 letter from minutes , Act Trade Agreement's 2015 for".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_marks_stay_in_order_inside_the_sentence(text: str) -> None:
    for sentence in sentences(text, [Passage(0, len(text), Role.BODY)]):
        item = Marked(sentence)
        item.parties = find_parties(item.sentence)
        end = 0
        for mark in find_instruments(item):
            assert end <= mark.first < mark.last <= len(sentence.tokens)
            assert mark.title
            end = mark.last


def test_several_that_were_signed_are_told_by_their_subjects() -> None:
    text = "Seven agreements were signed, among them one on rail and another on a power line that will cross the sea."
    assert [mark.title for mark in found(text)] == ["Agreement on rail", "Agreement on a power line"]


def test_fields_of_several_memoranda_are_told_one_by_one() -> None:
    assert [mark.title for mark in found("They signed memoranda of understanding on farming, tourism and sport.")] == [
        "Memorandum of understanding on farming",
        "Memorandum of understanding on tourism",
        "Memorandum of understanding on sport",
    ]
