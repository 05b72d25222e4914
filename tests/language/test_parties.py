"""Parties named in sentences: the words that name a state or body, and those that only look like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.language import geography
from verbale.language.marks import PartyForm
from verbale.language.parties import find_parties, party_code, party_name
from verbale.language.sentences import Sentence
from verbale.language.tokens import tokens
from verbale.model.document import Role
from verbale.model.vocabulary import load


def sentence(text: str, heading: bool = False) -> Sentence:
    return Sentence(0, 0, len(text), Role.BODY, 0, tuple(tokens(text)), heading)


def codes(text: str, heading: bool = False) -> list[str]:
    return [mark.code for mark in find_parties(sentence(text, heading))]


def test_every_member_of_the_united_nations_and_the_others_are_in_the_table() -> None:
    table = load("countries")
    assert len(table["members"]) == 193
    assert {*table["members"], *table["others"]} == set(table["states"])


@pytest.mark.parametrize("code", sorted(load("countries")["states"]))
def test_every_state_is_found_by_each_of_its_names(code: str) -> None:
    state = load("countries")["states"][code]
    for name in (state["name"], *state.get("official", ()), *state.get("also", ()), *state.get("short", ())):
        assert codes(f"The delegation met officials of {name}.") == [code], name
        assert party_code(name) == code
    for adjective in state.get("adjective", ()):
        assert codes(f"They met the {adjective} delegation.") == [code], adjective


@pytest.mark.parametrize("code", sorted(load("bodies")))
def test_every_body_is_found_by_each_of_its_names(code: str) -> None:
    body = load("bodies")[code]
    for name in (body["name"], *body.get("also", ()), *body.get("organs", ()), *body.get("short", ())):
        assert codes(f"They met officials of {name} today.") == [code], name
    assert party_code(code) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington and Hanoi agreed to widen cooperation.", ["US", "VN"]),
        ("He urged Beijing to stop.", ["CN"]),
        ("Beijing too welcomed the move.", ["CN"]),
        ("Washington's support for Kyiv was welcome.", ["US", "UA"]),
        ("Pressure from Moscow grew.", ["RU"]),
        ("The Kremlin and the Pentagon agreed.", ["RU", "US"]),
        ("Tehran, however, refused.", ["IR"]),
        ("The Washington-led coalition ended.", ["US"]),
        ("Hanoi-Canberra ties are strong.", ["VN", "AU"]),
        ("Brussels and Beijing argued.", ["EU", "CN"]),
        ("S'Africa, N. Korea sign pact", ["ZA", "KP"]),
        ("The Sino-Vietnamese border was quiet.", ["CN", "VN"]),
        ("Filipinos and a New Zealander spoke.", ["PH", "NZ"]),
        ("The ROK delegation met U.S. officials.", ["KR", "US"]),
        ("Equatorial Guinea, Papua New Guinea and Guinea took part.", ["GQ", "PG", "GN"]),
        ("Nigeria and Niger spoke with the Dominican Republic.", ["NG", "NE", "DO"]),
    ],
)
def test_parties_that_are_named(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They told us and gave us chad and turkey.",
        "They met in Washington.",
        "They flew to Hanoi.",
        "WASHINGTON, D.C. – The minister spoke.",
        "Ships sailed the South China Sea and the Indian Ocean.",
        "Peace on the Korean Peninsula matters.",
        "South American and Latin American states spoke.",
        "The Washington Post and the Viet Nam News wrote.",
        "The University of Canberra and the Bank of England spoke.",
        "Officers study Vietnamese.",
        "The Vietnamese language is taught.",
        "Defence Minister Israel Katz spoke.",
        "The unit moved to Savannah, Georgia.",
        "George Washington was a general.",
        "CONTACT US",
        "It cost US $10.",
        "Inter-Korean dialogue and anti-American slogans.",
        "They speak French.",
        "Done in two copies, in English and Vietnamese, both valid.",
        "The Asia Pacific community grew.",
    ],
)
def test_words_that_name_no_party(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The U.S. agreed to it.", PartyForm.NAME),
        ("The U.S. delegation came.", PartyForm.ADJECTIVE),
        ("The American people came.", PartyForm.ADJECTIVE),
        ("Australians came.", PartyForm.DEMONYM),
        ("The Vietnamese agreed.", PartyForm.DEMONYM),
        ("ASEAN agreed.", PartyForm.BODY),
        ("Tokyo agreed.", PartyForm.METONYM),
        ("Japan Defence Minister came.", PartyForm.ADJECTIVE),
    ],
)
def test_forms(text: str, form: PartyForm) -> None:
    assert [mark.form for mark in find_parties(sentence(text))] == [form]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("vn", "VN"),
        ("Viet Nam", "VN"),
        ("viet nam", "VN"),
        ("us", "US"),
        ("u.s.", "US"),
        ("ASEAN", "ASEAN"),
        ("asean", "ASEAN"),
        ("hanoi", "VN"),
        ("türkiye", "TR"),
        ("nowhere", None),
        ("", None),
    ],
)
def test_codes_for_typed_names(typed: str, code: str | None) -> None:
    assert party_code(typed) == code


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("US Urges Beijing to Open Talks", "name metonym"),
        ("Hanoi, Canberra Upgrade Ties", "metonym metonym"),
        ("US forces leave base in Japan", "adjective name"),
        ("New Zealand PM to visit Australia", "adjective name"),
        ("VIETNAM, U.S. HOLD DIALOGUE IN WASHINGTON", "name name"),
    ],
)
def test_forms_in_headlines(text: str, forms: str) -> None:
    assert " ".join(mark.form for mark in find_parties(sentence(text, heading=True))) == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("The U.S.-Japan alliance is strong.", "adjective adjective"),
        ("Lower U.S. exports to Japan followed.", "adjective name"),
        ("The U.S. supports a strong Vietnam.", "name name"),
        ("The U.S. plans to sign.", "name"),
        ("Vietnam officials spoke.", "adjective"),
        ("The US highly values it.", "name"),
        ("The US Under Secretary spoke.", "adjective"),
        ("U.S. and Mexican officials spoke.", "adjective adjective"),
        ("The U.S.-led mission ended.", "adjective"),
        ("The Lebanese armed forces spoke.", "adjective"),
        ("It is in Australian and Lao law.", "adjective adjective"),
    ],
)
def test_names_that_modify_a_noun_are_adjectives(text: str, forms: str) -> None:
    assert " ".join(mark.form for mark in find_parties(sentence(text))) == forms


def test_capitals_that_one_travels_between_are_no_governments() -> None:
    assert codes("Flights between Hanoi and Da Nang resumed.") == []
    assert codes("He left Hanoi for Washington.") == []


def test_names_for_codes() -> None:
    assert party_name("VN") == "Vietnam"
    assert party_name("ASEAN") == "ASEAN"
    assert party_name("XX") == "XX"


_WORDS = st.sampled_from(
    "the in of and , . - – ' 's ( ) \" visited agreed us Washington U.S. Jordan Georgia Viet Nam Korea North S Thai "
    "Bank University City Hanoi Pentagon Quad Sydney Ü 0".split()
)


@given(st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_marks_inside_the_sentence_in_order(text: str) -> None:
    marks = find_parties(sentence(text))
    size = len(tokens(text))
    edges = [edge for mark in marks for edge in (mark.first, mark.last)]
    assert edges == sorted(edges)
    assert all(0 <= mark.first < mark.last <= size for mark in marks)
    known = {*geography.states(), *geography.bodies()}
    assert all(mark.code in known for mark in marks)
