"""How news tells of a meeting: inverted leads, passives, openings with 'during', counted sessions."""

from __future__ import annotations

import pytest

from verbale.model.document import Document
from verbale.model.reading import Engagement
from verbale.reader.engagements import read_engagements
from verbale.reader.setting import set_scene

STORY = """Peru and Denmark discuss clean shipping

Callao Courier, 12 March 2024

President Lucía Prado of Peru met Danish Prime Minister Anders Holt in Lima on 12 March 2024.

{}
"""
LEAD = """{}

Callao Courier, 12 March 2024

{}
"""


def others(sentence: str) -> list[Engagement]:
    story = Document("story.txt", STORY.format(sentence))
    return [e for e in read_engagements(set_scene(story)) if not e.main]


def main_of(title: str, lead: str) -> Engagement:
    found = read_engagements(set_scene(Document("story.txt", LEAD.format(title, lead))))
    return next(e for e in found if e.main)


def test_a_headline_of_a_plan_on_a_visit_has_the_visit_as_held() -> None:
    main = main_of(
        "Peru and Denmark plan new port as Holt visits",
        "Peru and Denmark agreed on Tuesday to build a port, in a declaration signed in Lima by President Lucía Prado "
        "and Danish Prime Minister Anders Holt.\n\nThe declaration was the highlight of a visit that also saw the "
        "third meeting of the Joint Shipping Commission.",
    )
    assert (main.kind, main.status, main.mechanism, main.round) == ("dialogue", "held", "Joint Shipping Commission", 3)
    assert (main.start, main.place, main.country) == ("2024-03-12", "Lima", "PE")


@pytest.mark.parametrize(
    ("lead", "mechanism", "number"),
    [
        ("President Lucía Prado and Danish Prime Minister Anders Holt were meeting in Lima on 12 March for the second "
         "Shipping Ministers' Meeting.", "Shipping Ministers' Meeting", 2),
        ("President Lucía Prado and Danish Prime Minister Anders Holt held talks in Lima on 12 March within the "
         "framework of the fourth Peru-Denmark Maritime Dialogue.", "Maritime Dialogue", 4),
        ("The signing in Lima on 12 March concluded the second Peru-Denmark Maritime Dialogue, better known as the "
         "2+2.", "Maritime Dialogue", 2),
    ],
)  # fmt: skip
def test_talks_are_the_round_that_they_are_held_for(lead: str, mechanism: str, number: int) -> None:
    main = main_of("Peru, Denmark sign pact on ports", lead)
    assert (main.kind, main.mechanism, main.round) == ("dialogue", mechanism, number)


@pytest.mark.parametrize(
    "sentence",
    [
        "The proposal was welcomed by Holt.",
        "The number of visits from Denmark to Peru came to 9,000 in 2023, Prado told the guests.",
        "The navies will continue their port visits and exchanges in Lima in 2025.",
    ],
)
def test_words_that_tell_of_no_meeting(sentence: str) -> None:
    assert others(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Earlier in the day Holt was received by Speaker Elena Soto of the Peruvian Congress.",
         ("talks", "held", "2024-03-12")),
        ("On the eve of the talks, on 11 March, Holt was received by Speaker Elena Soto of the Peruvian Congress.",
         ("talks", "held", "2024-03-11")),
        ("Prado extended an invitation to Prime Minister Holt to visit Cusco.", ("visit", "planned", None)),
        ("As part of his three-day stay, Holt will open a school, visit Cusco on 15 March and plant a tree.",
         ("visit", "planned", "2024-03-15")),
    ],
)  # fmt: skip
def test_receptions_and_invitations(sentence: str, event: tuple[str, str, str | None]) -> None:
    assert [(e.kind, e.status, e.start) for e in others(sentence)] == [event]


def test_the_subject_behind_an_opening_visit_is_its_guest() -> None:
    visit, talks = others(
        "As part of his four-day visit, which began on 10 March, Prime Minister Anders Holt also toured a shipyard in "
        "Callao and held talks with Admiral Juan Pérez of Peru."
    )
    assert (visit.kind, visit.start, visit.place) == ("visit", "2024-03-10", "Callao")
    assert {p.name for p in talks.participants} == {"Anders Holt", "Juan Pérez"}


def test_a_commission_that_met_previously_and_meets_again() -> None:
    found = others(
        "The two also chaired the Joint Shipping Commission, whose fifth session ended on 12 March. The Commission met "
        "previously in Copenhagen in January 2023. The sixth bilateral session will be held in Denmark in 2025."
    )
    told = [(e.status, e.mechanism, e.round, e.start) for e in found if e.kind == "dialogue"]
    assert ("held", "Joint Shipping Commission", None, "2023-01") in told
    assert ("planned", "Joint Shipping Commission", 6, "2025") in told


def test_whoever_tells_of_a_meeting_took_no_part_in_it() -> None:
    (talks,) = others(
        "Agriculture Minister Rosa Vega of Peru met Danish Farm Minister Lars Friis in Cusco on 9 March, according to "
        "Minister Ole Krag of Denmark."
    )
    assert {p.name for p in talks.participants} == {"Rosa Vega", "Lars Friis"}


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("They also spoke of the Joint Shipping Council. The council had not convened since March 2016, when it "
         "gathered in Arequipa.", ("dialogue", "held", None, "2016-03", "Joint Shipping Council")),
        ("Holt opened the sixth Peru-Denmark Maritime Dialogue, which had last met in Copenhagen in May 2019.",
         ("dialogue", "held", None, "2019-05", "Maritime Dialogue")),
        ("Holt last came to Cusco in December 2017.", ("visit", "held", None, "2017-12", None)),
        ("Prado is expected to raise the matter when she visits Denmark in October.",
         ("visit", "planned", None, "2024-10", None)),
        ("The pact will be signed not later than June 2024, when Prado visits Denmark.",
         ("visit", "planned", None, "2024-03/2024-06", None)),
    ],
)  # fmt: skip
def test_the_last_time_and_the_next(sentence: str, event: tuple[str, str, int | None, str, str | None]) -> None:
    assert event in [(e.kind, e.status, e.round, e.start, e.mechanism) for e in others(sentence)]


def test_the_decision_on_a_summit_is_told_at_the_round_that_was_held() -> None:
    main = main_of(
        "Peru, Denmark vow early summit",
        "The ministers of Peru and Denmark agreed on Monday to prepare for a summit of their leaders.\n\nForeign "
        "Minister Rosa Vega of Peru met Danish Foreign Minister Lars Friis in Cusco for the fourth Strategic "
        "Dialogue, which had last convened in Copenhagen in August 2019.",
    )
    assert (main.kind, main.round, main.status, main.country) == ("dialogue", 4, "held", "PE")


def test_talks_before_a_signing_are_not_those_at_which_it_took_place() -> None:
    main = main_of(
        "Peru and Denmark sign port pact",
        "Peru and Denmark signed a port agreement in Lima on Monday.\n\nBefore the signing, Danish Prime Minister "
        "Anders Holt met Speaker Elena Soto of the Peruvian Congress.",
    )
    assert (main.kind, main.start, main.country) == ("signing", "2024-03-11", "PE")


def test_a_story_without_a_year_has_the_day_of_its_dateline() -> None:
    story = Document(
        "story.txt",
        "Peru and Denmark discuss ports\n\nLIMA, Nov 26 (Agency) - President Lucía Prado of Peru met Danish Prime "
        "Minister Anders Holt to discuss ports.\n",
    )
    (main,) = read_engagements(set_scene(story))
    assert (main.start, main.country) == ("XXXX-11-26", "PE")


def test_a_retreat_is_a_series_with_rounds() -> None:
    main = main_of(
        "Peru and Denmark hold retreat",
        "President Lucía Prado of Peru hosted Danish Prime Minister Anders Holt in Lima on Monday for the fifth "
        "Peru-Denmark Leaders' Retreat.",
    )
    assert (main.mechanism, main.round) == ("Leaders' Retreat", 5)


@pytest.mark.parametrize(
    ("sentence", "parties", "status"),
    [
        ("They spoke of their 20 March trilateral meeting with Chilean Foreign Minister Pedro Rojas.",
         ("CL", "DK", "PE"), "planned"),
        ("In May 2023 the port deal was sealed at the summit between President Prado and Prime Minister Holt.",
         ("DK", "PE"), "held"),
    ],
)  # fmt: skip
def test_talks_of_three_and_of_two(sentence: str, parties: tuple[str, ...], status: str) -> None:
    (talks,) = others(sentence)
    assert (talks.kind, talks.parties, talks.status) == ("talks", parties, status)


def test_a_visit_is_not_that_of_a_country_to_which_ties_are_told_of() -> None:
    (visit,) = others(
        "She spoke of the visit paid to Peru last month by the British frigate Ajax and of Peru's defence ties with "
        "the United States."
    )
    assert visit.parties == ("GB", "PE")


def test_a_commission_of_ministers_meets_for_the_first_time() -> None:
    main = main_of(
        "Peru, Denmark open port talks",
        "Peru and Denmark promised to share their ports, as the Joint Commission of Transport Ministers, which was "
        "set up under the Lima Declaration, met for the first time in the Peruvian capital on Monday.",
    )
    assert (main.mechanism, main.round, main.country) == ("Joint Commission of Transport Ministers", 1, "PE")


def test_a_line_under_a_picture_looks_back() -> None:
    main = main_of(
        "Peru, Denmark sit down in Lima",
        "Peruvian Foreign Minister Rosa Vega with Danish Foreign Minister Lars Friis ahead of the session in Lima on "
        "Monday.\n\nPeru and Denmark agreed on Monday to share their ports.\n\nThe sixth round of the Maritime "
        "Dialogue was hosted in Lima by Rosa Vega.",
    )
    assert (main.status, main.start, main.mechanism, main.round) == ("held", "2024-03-11", "Maritime Dialogue", 6)


@pytest.mark.parametrize(
    "sentence",
    [
        "Speaking at the closing ceremony, Holt said that his country valued the ports of Peru.",
        "Denmark will pay for the forum of port towns, the Shipping Steering Group, for the 2024-2026 period.",
    ],
)
def test_what_is_part_of_the_meeting_or_no_meeting_is_not_told_apart(sentence: str) -> None:
    assert others(sentence) == []


def test_a_plan_that_is_a_thing_is_nothing_to_come() -> None:
    (talks,) = others(
        "Speaker Elena Soto of Peru, who has called it a military plan, hosted Holt in Cusco on 10 March."
    )
    assert (talks.status, talks.start) == ("held", "2024-03-10")


def test_leaders_of_a_body_are_its_own_party() -> None:
    main = main_of(
        "Peru meets Caribbean leaders",
        "President Lucía Prado of Peru met on Monday with leaders of the Caribbean Community (CARICOM) and the "
        "Dominican Republic to discuss ports.",
    )
    assert main.parties == ("CARICOM", "DO", "PE")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Earlier they chaired the Joint Shipping Committee. It was the committee's first meeting since 2011.",
         ("held", "dialogue", "2011")),
        ("The third Maritime Dialogue was opened by Prado. It sat for the second time in Cusco in May 2022.",
         ("held", "dialogue", "2022-05")),
        ("On Monday, Holt was received at the Palace of the Assembly by Speaker Elena Soto of the Peruvian Congress.",
         ("held", "talks", "2024-03-11")),
        ("They hope for progress at this year's Ocean Leaders' Summit in Lima on 22 April hosted by Peru.",
         ("planned", "summit", "2024-04-22")),
        ("Prado stands ready to visit Denmark in October.", ("planned", "visit", "2024-10")),
    ],
)  # fmt: skip
def test_further_ways_of_telling(sentence: str, event: tuple[str, str, str]) -> None:
    assert event in [(e.status, e.kind, e.start) for e in others(sentence)]


def test_a_call_under_a_picture_is_that_of_the_headline() -> None:
    story = Document(
        "story.txt",
        "Prado asks Holt to cut tariffs in video call\n\nCallao Courier, 12 March 2024\n\nIMAGE: President Lucía "
        "Prado at the palace during the call on Monday.\n\nPeruvian President Lucía Prado asked Danish Prime Minister "
        "Anders Holt on Monday to cut tariffs.\n",
    )
    assert [e.kind for e in read_engagements(set_scene(story))] == ["call"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vega talks of it as of the weather in Lima.",
        "At a dinner Prado thanked the king for the regret that he had voiced in May 2021.",
    ],
)
def test_words_that_are_no_talks(sentence: str) -> None:
    assert not [e for e in others(sentence) if e.start == "2023-07" or not e.participants]


def test_a_council_holds_its_fifth_ministerial_meeting() -> None:
    main = main_of(
        "Peru and Denmark hold council",
        "On Monday, the Peru-Denmark Ports and Shipping Council (PSC) held its fifth ministerial meeting in Lima.",
    )
    assert (main.mechanism, main.round, main.country) == ("Ports and Shipping Council", 5, "PE")


def test_what_the_speaker_looks_forward_to_discussing_are_talks_on_the_visit() -> None:
    story = Document(
        "story.txt",
        "Visit by the Prime Minister of Denmark\n\nThe Prime Minister of Denmark, Mr Anders Holt, will visit Peru from "
        "12 to 14 May 2024. I look forward to discussing trade with Prime Minister Holt.\n\n2 April 2024\n",
    )
    found = read_engagements(set_scene(story))
    assert ("talks", "planned", "2024-05-12/2024-05-14") in [(e.kind, e.status, e.start) for e in found]


@pytest.mark.parametrize(
    "lead",
    [
        "Foreign Minister Rosa Vega of Peru and Danish Foreign Minister Lars Friis put their names to the treaty in "
        "Lima on Monday.",
        "Foreign Minister Rosa Vega of Peru and Danish Foreign Minister Lars Friis affixed their signatures to the "
        "treaty in Lima on Monday.",
        "Officials of Peru and Denmark initialled the treaty in Lima on Monday.",
    ],
)
def test_names_put_to_a_text_sign_it(lead: str) -> None:
    main = main_of("Peru and Denmark seal treaty on ports", lead)
    assert (main.kind, main.start, main.country) == ("signing", "2024-03-11", "PE")


def test_a_ceremony_is_the_deed_that_the_story_tells_of() -> None:
    story = Document(
        "story.txt",
        "Denmark hands frigate to Peru\n\nCallao Courier, 12 March 2024\n\nDenmark handed over the frigate Ajax to the "
        "Navy of Peru in Callao on 11 March.\n\nThe handover ceremony was presided over by Admiral Juan Pérez of Peru "
        "and Admiral Ole Krag of Denmark.\n",
    )
    found = read_engagements(set_scene(story))
    assert [(e.kind, e.start) for e in found] == [("other", "2024-03-11")]


def test_a_dinner_of_its_own_day_is_not_the_meeting_and_a_tour_of_several_states_no_visit() -> None:
    story = (
        "Ghana, Peru sign trade pact\n\nCoast Wire, 12 March 2024\n\nACCRA -- Ghana and Peru signed a trade pact on "
        "Tuesday, as President Kofi Mensah and Peruvian President Rosa Quispe met in Accra.\n\nGhana is the first stop "
        "on a tour of four African countries.\n\nThe presidents praised the fishermen of both coasts.\n\nOn Monday, "
        "Mensah hosted a dinner for the guest at Osu Castle.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", story)))
    assert (events[0].kind, events[0].start, events[0].parties) == ("talks", "2024-03-12", ("GH", "PE"))
    assert not any(e.kind == "visit" for e in events)
