"""Offices in any of their forms: titles without countries, parties from the words around."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people_stage import marked, posts

from verbale.language.post_words import singular
from verbale.language.ranks import rank_at
from verbale.language.tokens import tokens


@pytest.mark.parametrize(
    ("text", "title", "party"),
    [
        ("Danish Deputy Minister of National Defence Ida Holm spoke.", "Deputy Minister of National Defence", "DK"),
        ("The Prime Minister of Fiji arrived.", "Prime Minister", "FJ"),
        ("Kenya's Minister for Trade and Industry, Amos Odhiambo, left.", "Minister for Trade and Industry", "KE"),
        ("He met U.S. Under Secretary of State Carla Reyes.", "Under Secretary of State", "US"),
        ("She is Assistant Secretary of Defense for Indo-Pacific Security Affairs.",
         "Assistant Secretary of Defense for Indo-Pacific Security Affairs", "US"),
        ("HE Minister of Energy Omar Said spoke.", "Minister of Energy", None),
        ("Malta's Permanent Secretary (Defence) Ann Vella spoke.", "Permanent Secretary (Defence)", "MT"),
        ("Azlan Bakar, Minister of Finance II of Brunei, spoke.", "Minister of Finance II", "BN"),
        ("India's Secretary (East) Ravi Menon spoke.", "Secretary (East)", "IN"),
        ("External Affairs Minister Ravi Menon flew in.", "External Affairs Minister", "IN"),
        ("He is Deputy U.S. Trade Representative.", "Deputy Trade Representative", "US"),
        ("Ana Lima, Brazilian Ambassador to Norway, was there.", "Ambassador to Norway", "BR"),
        ("The Ambassador of Peru to Japan spoke.", "Ambassador to Japan", "PE"),
        ("The Secretary General in the Ministry of Defence of Chile spoke.",
         "Secretary General in the Ministry of Defence", "CL"),
        ("The Minister of Solidarity, Humanitarian Action, Gender and Family spoke.",
         "Minister of Solidarity, Humanitarian Action, Gender and Family", None),
        ("He met the Chief of the Chilean General Staff.", "Chief of the General Staff", "CL"),
        ("Minister of Health, Family, and Social Welfare Tom Berg spoke.",
         "Minister of Health, Family, and Social Welfare", None),
        ("Department of Homeland Security Assistant Secretary Joan Park spoke.",
         "Department of Homeland Security Assistant Secretary", "US"),
        ("the Polish Deputy Prime Minister and Minister of National Defence Jan Nowak",
         "Deputy Prime Minister and Minister of National Defence", "PL"),
        ("National Security Advisor to the Prime Minister Eva Kral spoke.",
         "National Security Advisor to the Prime Minister", None),
        ("The General Secretary of the Communist Party of Vietnam spoke.",
         "General Secretary of the Communist Party of Vietnam", "VN"),
        ("Ken Abe, senior deputy foreign minister, spoke.", "senior deputy foreign minister", None),
        ("the chief of the air staff, spoke", "chief of the air staff", None),
        ("Norwegian State Secretary Ida Holm, G7/G20 Sherpa of the Prime Minister, spoke.", "State Secretary", "NO"),
        ("The G7/G20 Sherpa Ida Holm spoke.", "G7/G20 Sherpa", None),
        ("Thai PM Somsak Rattana spoke.", "Prime Minister", "TH"),
        ("Ole Dahl, deputy head of the Foreign Relations Department, spoke.",
         "deputy head of the Foreign Relations Department", None),
        ("President of the European Commission Greta Voss spoke.", "President of the European Commission", "EU"),
        ("Director General of the Ministry of Trade's Asia Department Le Thi Mai spoke.",
         "Director General of the Ministry of Trade's Asia Department", None),
        ("Chief of the General Staff of the Vietnam People's Army Gen. Vo Tan spoke.",
         "Chief of the General Staff of the People's Army", "VN"),
        ("Crown Prince and Prime Minister of Oman Said Al Harthy spoke.", "Crown Prince and Prime Minister", "OM"),
        ("Deputy Chief of Mission of the Egyptian Embassy to Peru Mona Said spoke.", "Deputy Chief of Mission", "EG"),
        ("Republic of Korea (ROK) Foreign Minister Lee Do-hyun spoke.", "Foreign Minister", "KR"),
    ],
)  # fmt: skip
def test_titles_are_worded_as_in_the_text_and_their_country_is_kept_apart(
    text: str, title: str, party: str | None
) -> None:
    assert posts(text)[0] == (title, party)


def test_a_country_parts_two_office_holders() -> None:
    assert [title for title, _ in posts("They told the Prime Minister of Fiji and President Anna Berg.")] == [
        "Prime Minister",
        "President",
    ]


def test_two_offices_of_two_people_stay_two() -> None:
    assert [title for title, _ in posts("The Prime Minister and the President of Italy left.")] == [
        "Prime Minister",
        "President",
    ]


def test_plural_offices_of_two_countries_have_no_single_party() -> None:
    scene = marked("The Prime Ministers of Fiji and Tonga met.")[0]
    assert [(post.title, post.party, post.plural) for post in scene.posts] == [("Prime Ministers", None, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The ASEAN Defence Ministers' Meeting was held.",
        "He will head the team and chair the talks.",
        "They met at the Army Officer Academy.",
        "The assistant secretary-level talks resumed.",
    ],
)
def test_words_that_look_like_offices_are_none(text: str) -> None:
    assert posts(text) == []


def test_a_name_does_not_become_part_of_the_office() -> None:
    scene = marked("Minister of National Defense General Tran Minh met Secretary of Defense Paul Grant.")[0]
    assert [scene.words(post) for post in scene.posts] == ["Minister of National Defense", "Secretary of Defense"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sr. Lt. Gen. Vo", "Senior Lieutenant General"),
        ("Maj Gen Dias", "Major General"),
        ("Vice-Admiral Ruiz", "Vice-Admiral"),
        ("Air Chief Marshal Khan", "Air Chief Marshal"),
        ("Gen. Ito", "General"),
    ],
)
def test_ranks_are_spelled_out(text: str, name: str) -> None:
    rank = rank_at(tokens(text), 0)
    assert rank is not None
    assert rank.name == name


def test_plural_titles_have_a_singular() -> None:
    assert singular("Secretaries of State") == "Secretary of State"
    assert singular("Prime Ministers") == "Prime Minister"


_WORDS = st.sampled_from(
    "Minister of Foreign Affairs and the Deputy Prime U.S. Vietnamese , ' - ( ) General for to Secretary State "
    "President Anna Berg Chief Staff Republic Korea 's minister 13th Co-Chair . ; Embassy in".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_marks_that_lie_in_it_in_order(text: str) -> None:
    for scene in marked(text):
        last = 0
        for post in scene.posts:
            assert last <= post.first < post.last <= len(scene.sentence.tokens)
            assert post.title
            last = post.last
