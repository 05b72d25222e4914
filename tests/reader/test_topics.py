"""Which topics a clause is tagged with, as a user of the brief would expect to find it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.marks import Marked, MechanismMark, PartyForm, PartyMark, PostMark
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role
from verbale.model.vocabulary import load
from verbale.reader.topics import carried_topics, heading_topics, topics_in


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
        ("They signed a plan for the return of displaced persons.", ("migration",)),
        ("Peru must act against militants operating from its soil.", ("counter-terrorism",)),
        ("Norway will promote food and nutrition security.", ("agriculture",)),
        ("The ministers agreed to negotiate an extradition treaty.", ("law-enforcement",)),
        (
            "The two leaders discussed grain exports, scam centres and the Sahel.",
            ("agriculture", "law-enforcement", "conflicts"),
        ),
        ("Kenya asked Finland to open a consulate in Mombasa.", ("migration",)),
        ("They will build a data centre and a green hydrogen plant.", ("technology", "energy")),
    ],
)
def test_a_list_of_fields_gives_each_field_once_in_order(text: str, expected: tuple[str, ...]) -> None:
    assert topics(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides agreed to expand defence cooperation, including peacekeeping.", ("peacekeeping",)),
        ("The two sides agreed to expand defence cooperation.", ("defence",)),
        ("They welcomed progress in clearing mines in overall bilateral relations.", ("unexploded-ordnance",)),
        ("They called for energy security and food security.", ("energy", "agriculture")),
        ("He praised the military hospital.", ("military-medicine",)),
    ],
)
def test_the_narrowest_topic_stands_for_the_wider_one(text: str, expected: tuple[str, ...]) -> None:
    assert topics(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the dialogue, both sides discussed tourism.", ("education",)),
        ("They agreed to hold the next dialogue in Accra.", ("dialogue",)),
        ("During the visit, the ministers exchanged views on visas.", ("migration",)),
        ("The visit marks a step forward.", ("exchange",)),
        ("Since the establishment of diplomatic relations, trade has tripled.", ("trade",)),
        ("They pledged to lift bilateral relations to a new height.", ("relationship",)),
        ("The Ministry of Defence handed over vaccines.", ("health",)),
        ("They exchanged views on regional and global issues of mutual concern.", ()),
        ("The law was passed by Oslo University staff.", ()),
    ],
)
def test_a_topic_named_in_passing_is_none(text: str, expected: tuple[str, ...]) -> None:
    assert topics(text) == expected


@pytest.mark.parametrize(
    ("british", "american"),
    [
        (
            "They will expand labour mobility and a defence programme.",
            "They will expand labor mobility and a defense program.",
        ),
        ("The counter-terrorism centre", "The counterterrorism center"),
        ("peace-keeping and clean-energy projects", "peacekeeping and clean energy projects"),
    ],
)
def test_spelling_and_hyphens_do_not_matter(british: str, american: str) -> None:
    assert topics(british) == topics(american) != ()


def test_the_name_of_a_post_names_no_topic() -> None:
    [one] = marked("The Minister for Fisheries spoke.")
    one.posts.append(PostMark(1, 4, "Minister for Fisheries"))
    assert topics_in(one, 0, len(one.sentence.tokens)) == ()


def test_a_mechanism_is_a_topic_where_it_is_held_and_none_where_something_was_said_at_it() -> None:
    held, place = marked("They will hold the Security Forum in May. At the Security Forum, they spoke of malaria.")
    for one, first in ((held, 4), (place, 2)):
        one.mechanisms.append(MechanismMark(first, first + 2, "Security Forum"))
    assert topics_in(held, 0, len(held.sentence.tokens)) == ("dialogue",)
    assert topics_in(place, 0, len(place.sentence.tokens)) == ("health",)


def test_only_the_tokens_asked_for_are_read() -> None:
    [one] = marked("They welcomed trade and pledged aid for refugees.")
    assert topics_in(one, 0, 3) == ("trade",)
    assert "trade" not in topics_in(one, 3, len(one.sentence.tokens))


def test_an_earlier_topic_is_carried_on_only_where_the_clause_points_back() -> None:
    back, fresh = marked("He pledged more help in this field. He pledged more.")
    assert carried_topics(back, 0, len(back.sentence.tokens), ("dioxin",)) == ("dioxin",)
    assert carried_topics(back, 0, len(back.sentence.tokens), ("dioxin", "trade")) == ()
    assert carried_topics(fresh, 0, len(fresh.sentence.tokens), ("dioxin",)) == ()


def test_every_topic_has_words_and_every_word_a_known_topic() -> None:
    words = load("topic-words")["topics"]
    assert set(words) - {"nothing"} == set(load("topics"))
    assert all(len(lists["names"].split(",")) >= 15 for lists in words.values())


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


def test_a_people_living_abroad_is_a_matter_of_migration() -> None:
    [one] = marked("They met the Ghanaian community in Oslo.")
    one.parties.append(PartyMark(3, 4, "GH", PartyForm.ADJECTIVE))
    assert topics_in(one, 0, len(one.sentence.tokens)) == ("migration",)


def test_the_peace_of_the_region_is_the_indo_pacific_only_where_a_party_lies_there() -> None:
    [one] = marked("They pledged to uphold regional security.")
    assert topics_in(one, 0, len(one.sentence.tokens), ("FJ", "FR")) == ("indo-pacific",)
    assert "indo-pacific" not in topics_in(one, 0, len(one.sentence.tokens), ("FR", "MA"))


def test_a_body_that_is_a_party_is_no_topic_by_its_name() -> None:
    [one] = marked("The EU will import more tin.")
    one.parties.append(PartyMark(1, 2, "EU", PartyForm.BODY))
    assert topics_in(one, 0, len(one.sentence.tokens), ("EU", "GH")) == ("trade",)


def test_a_verb_keeps_its_forms_that_are_words_of_their_own() -> None:
    assert topics("Teams are clearing mines.") == topics("Teams cleared mines.") == ("unexploded-ordnance",)
