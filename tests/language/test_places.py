"""Places named in sentences: cities, buildings and countries, where the words make them places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.language.parties import find_parties
from verbale.language.places import find_places, place_prepositional
from verbale.language.sentences import Sentence
from verbale.language.tokens import tokens
from verbale.model.document import Role
from verbale.model.vocabulary import load


def sentence(text: str, heading: bool = False) -> Sentence:
    return Sentence(0, 0, len(text), Role.BODY, 0, tuple(tokens(text)), heading)


def places(text: str) -> list[tuple[str, str | None]]:
    words = sentence(text)
    return [(mark.name, mark.country) for mark in find_places(words, find_parties(words))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Ha Noi.", [("Hanoi", "VN")]),
        ("They met in Washington and Kiev.", [("Washington, D.C.", "US"), ("Kyiv", "UA")]),
        ("WASHINGTON, D.C. – The minister spoke.", [("Washington, D.C.", "US")]),
        ("HANOI, May 8 - The minister spoke.", [("Hanoi", "VN")]),
        ("They met at the Pentagon.", [("Pentagon", "US")]),
        ("They met at Parliament House in Canberra.", [("Parliament House", "AU"), ("Canberra", "AU")]),
        ("Talks in Ho Chi Minh City and Đà Nẵng followed.", [("Ho Chi Minh City", "VN"), ("Da Nang", "VN")]),
        ("He visited Labuan Bajo and Jeju.", [("Labuan Bajo", "ID"), ("Jeju", "KR")]),
        ("He travelled to Japan and Laos.", [("Japan", "JP"), ("Laos", "LA")]),
        ("They live in Hamilton, Canada.", [("Hamilton", "CA")]),
        ("They live in Hamilton.", [("Hamilton", None)]),
        ("They met at the Blue Lagoon Hotel in Suva, Fiji.", [("Blue Lagoon Hotel", "FJ"), ("Suva", "FJ")]),
        ("He landed at Noi Bai International Airport.", [("Noi Bai International Airport", "VN")]),
        ("Flights between Hanoi and Da Nang resumed.", [("Hanoi", "VN"), ("Da Nang", "VN")]),
        ("He was born in Paris, Texas.", [("Paris", None), ("Texas", "US")]),
        ("Talks at Hyderabad House, New Delhi", [("Hyderabad House", "IN"), ("New Delhi", "IN")]),
        ("They have an office in Jakarta, which opened in May.", [("Jakarta", "ID")]),
        ("DOHA: The emir spoke.", [("Doha", "QA")]),
        ("Washington, D.C.", [("Washington, D.C.", "US")]),
        ("They met in Mexico's National Palace.", [("National Palace", "MX")]),
        ("The Lisbon NATO/EU Summit agreed.", [("Lisbon", "PT")]),
        ("The Hanoi summit opened.", [("Hanoi", "VN")]),
        ("He walked through Hanoi's Old Quarter.", [("Hanoi", "VN")]),
    ],
)
def test_places_that_are_named(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lloyd Austin met Sydney Smith.",
        "Washington and Hanoi agreed.",
        "He quoted the Washington Post.",
        "The Paris Agreement and the Geneva Conventions hold.",
        "It is in Vietnam's interest.",
        "It was a nice split of male readers.",
        "Hanoi University opened.",
        "President Lagos met Miss Clark's staff.",
        "The ambassador to Samoa spoke of a commitment to Japan.",
    ],
)
def test_words_that_are_no_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "preposition"),
    [
        ("They met in the capital Hanoi.", "in"),
        ("They met in the city of Da Nang.", "in"),
        ("They met at the Pentagon.", "at"),
        ("They flew to Laos and Cambodia.", "to"),
        ("They flew to Manila, Hanoi, and Jakarta.", "to"),
        ("They met on the Indonesian resort island of Bali.", "on"),
        ("He visited Jeju.", None),
    ],
)
def test_the_preposition_of_a_place(text: str, preposition: str | None) -> None:
    words = sentence(text)
    assert place_prepositional(words, find_places(words, find_parties(words))[-1]) == preposition


def test_there_are_seven_hundred_cities() -> None:
    capitals = sum("capital" in state for state in load("countries")["states"].values())
    assert capitals + sum(len(cities) for cities in load("cities")["cities"].values()) >= 700


_WORDS = st.sampled_from(
    "the in at of and , . - – ' 's ( ) visited agreed Washington D.C. Jordan Georgia Paris Hanoi Pentagon Sydney "
    "Presidential Palace Ho Chi Minh City Victoria Mexico 5".split()
)


@given(st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_marks_inside_the_sentence_in_order(text: str) -> None:
    words = sentence(text)
    marks = find_places(words, find_parties(words))
    edges = [edge for mark in marks for edge in (mark.first, mark.last)]
    assert edges == sorted(edges)
    assert all(0 <= mark.first < mark.last <= len(words.tokens) for mark in marks)
    assert all(
        place_prepositional(words, mark)
        in {None, *"in to from into across throughout inside within outside around at near via on".split()}
        for mark in marks
    )
