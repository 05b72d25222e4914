"""Names of standing series, in the forms that announcements, readouts and headlines use."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.marks import Marked, MechanismMark
from verbale.language.mechanisms import find_mechanisms
from verbale.language.parties import find_parties
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role


def marked(text: str, role: Role = Role.BODY) -> Marked:
    sentence = Marked(sentences(text, [Passage(0, len(text), role)])[0])
    sentence.parties = find_parties(sentence.sentence)
    return sentence


def only(text: str, role: Role = Role.BODY) -> MechanismMark:
    found = find_mechanisms(marked(text, role))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "round_", "parties"),
    [
        ("They opened the 9th Chile – Peru Border Security Dialogue in Arica.", "Border Security Dialogue", 9,
         ("CL", "PE")),
        ("The fifth round of their Defence Policy Dialogue ended on Friday.", "Defence Policy Dialogue", 5, ()),
        ("Ghana hosted the 14th session of its Bi-National Commission (BNC) with Kenya.", "Bi-National Commission", 14,
         ()),
        ("The ministers met for the second two-plus-two talks on Monday.", "Two-plus-Two Talks", 2, ()),
        ("He praised the Canada–Finland Dialogue as useful.", "Dialogue", None, ("CA", "FI")),
        ("The Joint France-Brazil Working Group met in Lyon.", "Joint Working Group", None, ("BR", "FR")),
        ("They held the twenty-first strategic dialogue on Tuesday.", "Strategic Dialogue", 21, ()),
        ("The XXIV meeting of the Joint Commission took place in Lima.", "Joint Commission", 24, ()),
        ("The Strategic Dialogue between Norway and Canada resumed.", "Strategic Dialogue", None, ("CA", "NO")),
        ("Leaders came for the 4th Annual Italy-Spain Leaders' Meeting in Genoa.", "Leaders' Meeting", 4, ("ES", "IT")),
        ("They welcomed the cyber dialogue's third round in May.", "Cyber Dialogue", 3, ()),
        ("The Committee on Energy, Water and Transport will meet in Rabat.", "Committee on Energy, Water and Transport",
         None, ()),
        ("She will attend the United Nations Climate Change Conference (COP29) in Baku.",
         "United Nations Climate Change Conference", 29, ("UN",)),
        ("Both spoke at the Shangri-La Dialogue in Singapore.", "Shangri-La Dialogue", None, ()),
    ],
)  # fmt: skip
def test_a_series_is_named_without_its_countries_and_ordinal(
    text: str, name: str, round_: int | None, parties: tuple[str, ...]
) -> None:
    mark = only(text)
    assert (mark.name, mark.round, mark.parties) == (name, round_, parties)


def test_a_headline_in_capitals_names_the_series_only() -> None:
    mark = only("Chile and Peru Hold Third Defence Policy Dialogue in Santiago", Role.HEADLINE)
    assert (mark.name, mark.round) == ("Defence Policy Dialogue", 3)


def test_the_first_since_a_year_counts_no_round() -> None:
    assert only("It was the first defence policy dialogue since 2019.").round is None
    assert only("It was the first defence policy dialogue.").round == 1


def test_the_event_of_a_series_tells_summits_shows_and_exercises() -> None:
    assert only("The third Riga Security Summit opened.").event == "summit"
    assert only("The second Oman International Naval Expo opened.").event == "exhibition"
    mark = only("Their troops joined Exercise Desert Falcon in March.")
    assert (mark.name, mark.event) == ("Desert Falcon", "exercise")


@pytest.mark.parametrize(
    ("text", "name", "round_"),
    [
        ("Oslo hosted the fifth session of the Joint Economic Commission.", "Joint Economic Commission", 5),
        ("They met at the extraordinary session of the General Border Committee.", "General Border Committee", None),
        ("It came at the second Norway-Chile Strategic Partnership Review.", "Strategic Partnership Review", 2),
        ("The fleets closed exercise ‘Steady Tide’ on Monday.", "Steady Tide", None),
        ("The 12th edition of NAVEX, an exercise of the two fleets, ended.", "NAVEX", 12),
        ("She chaired the 21st EU-Central Asia Ministerial Meeting.", "Ministerial Meeting", 21),
        ("They invited firms to the Oman Expo exhibition.", "Oman Expo", None),
        ("They watched the Steady Tide-2021 command-and-staff exercise.", "Steady Tide", None),
        ("They opened the Steady Tide-12 naval exercise.", "Steady Tide", 12),
        ("Both took part in Steady Tide, their largest joint exercise.", "Steady Tide", None),
        (
            "It met at the ninth session of the Joint Committee on power grid cooperation.",
            "Joint Committee on power grid cooperation",
            9,
        ),
        ("That was the Joint Water Committee's first meeting since 2012.", "Joint Water Committee", None),
    ],
)
def test_series_are_known_by_their_sessions_editions_and_shows(text: str, name: str, round_: int | None) -> None:
    mark = only(text)
    assert (mark.name, mark.round) == (name, round_)


def test_a_group_of_a_council_is_named_apart_from_the_council() -> None:
    group, council = find_mechanisms(
        marked("They chaired the second meeting of the Joint Planning Group of the Strategic Cooperation Council.")
    )
    assert (group.name, group.round, council.name) == ("Joint Planning Group", 2, "Strategic Cooperation Council")


@pytest.mark.parametrize(
    "text",
    [
        "He addressed the UN Security Council and the National Security Council.",
        "The Senate Foreign Relations Committee approved the Comprehensive Strategic Partnership.",
        "Both sides value dialogue, cooperation and consultation.",
        "They held talks and a meeting in Cairo.",
        "The European Commission and the Ministry of Defence replied.",
    ],
)
def test_bodies_partnerships_and_plain_meetings_are_no_series(text: str) -> None:
    assert find_mechanisms(marked(text)) == []


def test_people_sent_to_a_series_are_none() -> None:
    assert not find_mechanisms(marked("She met the Chile-Peru Policy Consultation Delegation in Oslo."))


def test_the_mark_takes_in_the_bracketed_short_form() -> None:
    sentence = marked("They launched the Strategic Energy Dialogue (SED) in Oslo.")
    (mark,) = find_mechanisms(sentence)
    assert sentence.words(mark).endswith("( SED )")


WORDS = st.sampled_from(
    "the 13th inaugural second round of U.S. - – Peru Chile Joint Strategic Defence Policy Dialogue Commission Working "
    "Group meeting ( DPD ) and , 's on Energy 2+2 COP26 Exercise between talks council . Expo consultations".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_marks_stay_in_order_inside_the_sentence(text: str) -> None:
    for sentence in sentences(text, [Passage(0, len(text), Role.BODY)]):
        item = Marked(sentence)
        item.parties = find_parties(item.sentence)
        end = 0
        for mark in find_mechanisms(item):
            assert end <= mark.first < mark.last <= len(sentence.tokens)
            assert mark.name
            end = mark.last


def test_the_abbreviation_of_a_party_does_not_cut_a_series_from_its_parties() -> None:
    mark = only("She hosted the first interagency U.S.-Republic of Korea (ROK) Deputy-Level Consultation.")
    assert (mark.round, mark.parties) == (1, ("KR", "US"))
