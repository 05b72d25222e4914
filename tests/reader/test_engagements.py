"""Engagements of whole stories, written for the purpose: what met, when, where, between whom, and who took part."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model.document import Document
from verbale.model.reading import Engagement
from verbale.reader.engagements import read_engagements
from verbale.reader.setting import set_scene


def read(text: str) -> list[Engagement]:
    return read_engagements(set_scene(Document("story.txt", text)))


def main_of(text: str) -> Engagement:
    (main,) = [e for e in read(text) if e.main]
    return main


def names(engagement: Engagement) -> set[str]:
    return {p.name for p in engagement.participants}


DIALOGUE = """Norway, Chile hold fifth Ocean Policy Dialogue in Bergen

Fjord Post, 12 March 2024

Norwegian Deputy Minister of Fisheries Kari Solheim and Chilean Under Secretary of Defense Pablo Errázuriz co-chaired
the fifth Norway–Chile Ocean Policy Dialogue in Bergen on March 11.

At the dialogue, the two sides agreed to expand joint research.

The fourth round was held in Valparaíso in October 2022. The next round will take place in Santiago in 2025.
"""


def test_a_round_of_a_series_is_main_with_its_number_day_place_and_chairs() -> None:
    main = main_of(DIALOGUE)
    assert (main.kind, main.mechanism, main.round) == ("dialogue", "Ocean Policy Dialogue", 5)
    assert (main.parties, main.start, main.place, main.country) == (("CL", "NO"), "2024-03-11", "Bergen", "NO")
    assert names(main) == {"Kari Solheim", "Pablo Errázuriz"}
    assert {p.role for p in main.participants} == {"co-chair"}


def test_earlier_and_later_rounds_are_engagements_of_the_same_series() -> None:
    others = {(e.status, e.start, e.country, e.mechanism) for e in read(DIALOGUE) if not e.main}
    assert ("held", "2022-10", "CL", "Ocean Policy Dialogue") in others
    assert ("planned", "2025", "CL", "Ocean Policy Dialogue") in others


VISIT = """Ghana, Portugal pledge closer defence ties as Mensah visits Lisbon

Lisbon Courier, 4 June 2024

Portuguese Defence Minister Rui Tavares and his Ghanaian counterpart Kofi Mensah held talks in Lisbon on June 3 during
Mensah's official visit to Portugal from June 2 to 5.

Later the same day, Mensah was received by President Ana Lobo.
"""


def test_talks_during_a_visit_are_main_and_the_visit_stands_beside_them() -> None:
    engagements = read(VISIT)
    main = next(e for e in engagements if e.main)
    assert (main.kind, main.start, main.country) == ("talks", "2024-06-03", "PT")
    assert {"Rui Tavares", "Kofi Mensah"} <= names(main)
    (visit,) = [e for e in engagements if e.kind == "visit"]
    assert (visit.start, visit.end, visit.country) == ("2024-06-02", "2024-06-05", "PT")


def test_a_courtesy_call_is_talks_of_its_own() -> None:
    talks = [e for e in read(VISIT) if e.kind == "talks" and not e.main]
    assert any("Ana Lobo" in names(e) for e in talks)


def test_a_call_has_no_place() -> None:
    main = main_of(
        "Readout of Minister Solheim's Call with Foreign Minister Ama Owusu of Ghana\n\n"
        "Norwegian Foreign Ministry, 2 May 2024\n\n"
        "Foreign Minister Kari Solheim spoke today by phone with Foreign Minister Ama Owusu of Ghana.\n"
    )
    assert (main.kind, main.start, main.place, main.country) == ("call", "2024-05-02", None, None)
    assert main.parties == ("GH", "NO")


def test_an_announced_visit_is_planned() -> None:
    main = main_of(
        "Prime Minister to visit Peru\n\nOffice of the Prime Minister of Japan, 3 April 2024\n\n"
        "Prime Minister Haruto Sakai will visit Peru from 10 to 12 April.\n"
    )
    assert (main.kind, main.status, main.start, main.end, main.country) == (
        "visit", "planned", "2024-04-10", "2024-04-12", "PE",
    )  # fmt: skip


def test_a_text_that_tells_of_no_meeting_is_its_own_event() -> None:
    main = main_of(
        "Joint Statement by Canada and Mexico on Clean Rivers\n\nGovernment of Canada, 9 July 2024\n\n"
        "Canada and Mexico are committed to clean rivers. Both countries support the rule of law.\n"
    )
    assert (main.kind, main.start, main.parties) == ("other", "2024-07-09", ("CA", "MX"))


def test_those_only_spoken_of_take_no_part() -> None:
    main = main_of(
        "Chile, Peru ministers meet in Lima\n\nLima Daily, 6 May 2024\n\n"
        "Chilean Foreign Minister Pablo Rojas met Peruvian Foreign Minister Ana Quispe in Lima on Monday. "
        "Rojas recalled President Luis Salas's vision of an open border.\n"
    )
    assert names(main) == {"Pablo Rojas", "Ana Quispe"}


def test_a_document_without_words_has_no_engagement() -> None:
    assert read("") == []


def test_every_engagement_quotes_the_text_and_one_is_main() -> None:
    for text in (DIALOGUE, VISIT):
        engagements = read(text)
        assert [e.main for e in engagements].count(True) == 1
        assert all(e.rule and all(q.holds_in(text) for q in e.evidence) for e in engagements)
        assert all(span.end <= len(text) for e in engagements for span in e.spans.values())


WORDS = st.sampled_from(
    "Chile Peru and the ministers met held talks in Lima on Monday , . during his visit to 13th Defence Policy "
    "Dialogue between Foreign Minister Ana Quispe will co-chaired call with signed a memorandum of understanding at "
    "which who for 2024 next round was received by President 's \n\n".split(" ")
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_words_give_a_reading(text: str) -> None:
    engagements = read(text)
    assert all(q.holds_in(text) for e in engagements for q in e.evidence)
    assert not engagements or [e.main for e in engagements].count(True) == 1


REVIEW = """Portugal, Angola agree on more pilots

Joana Prata
Lisbon Courier, 14 March 2025

LISBON – Portugal and Angola agreed on Friday to train more pilots, closing two days of talks on air safety.

The decision came at the third Portugal-Angola Strategic Partnership Review, which ended here on Friday. Foreign
Minister Rui Tavares and his Angolan counterpart, Manuel Dias, co-chaired the Review.

The second Review took place in Luanda in May 2023. The fourth is to come up in Luanda by the end of the year.

Angola, which joined the air pact in 2019, asked for new radar.
"""


def test_a_series_called_again_by_its_last_word_or_by_number_alone() -> None:
    engagements = read(REVIEW)
    rounds = {(e.mechanism, e.round, e.start, e.country) for e in engagements}
    assert ("Strategic Partnership Review", 2, "2023-05", "AO") in rounds
    assert ("Strategic Partnership Review", 4, "2025-03/2025-12", "AO") in rounds
    main = next(e for e in engagements if e.main)
    assert (main.mechanism, main.round, main.start, main.end) == (
        "Strategic Partnership Review", 3, "2025-03-13", "2025-03-14",
    )  # fmt: skip
    assert names(main) == {"Rui Tavares", "Manuel Dias"}
    assert {p.role for p in main.participants} == {"co-chair"}


def test_dates_in_asides_belong_to_no_meeting() -> None:
    text = """Peru, Ghana sign fishing memorandum

Lima Courier, 12 March 2024

Peruvian Minister Ana Lobo met Ghanaian Minister Kofi Mensah in Lima on March 11. They signed a memorandum on fishing,
under which patrols will begin in May 2025.
"""
    assert not [e for e in read(text) if e.kind == "signing"]


TRIP = """Ghana, Peru to speed up work on ports

Lima Courier, 21 August 2024

Peruvian Foreign Minister Ana Lobo met her Ghanaian counterpart Kofi Mensah in Accra on Tuesday.

Mensah was in Lima in February this year. Lobo flies to Windhoek on Friday. She welcomed Mensah's plan for two ports.

The talks followed the upcoming state visit by President Kwame Adu on 26 September 2024.
"""


def test_going_to_and_having_been_in_a_place_are_visits() -> None:
    visits = {(e.start, e.country, tuple(sorted(names(e)))) for e in read(TRIP) if e.kind == "visit"}
    assert ("2024-02", "PE", ("Kofi Mensah",)) in visits
    assert ("2024-08-23", "NA", ("Ana Lobo",)) in visits


def test_welcoming_a_plan_is_no_meeting() -> None:
    assert len([e for e in read(TRIP) if e.kind == "talks"]) == 1


def test_a_signing_at_a_named_meeting_shares_its_day_and_place() -> None:
    text = """Science treaty with Chile

Oslo Courier, 17 February 2017

Today Norway's Kari Solheim and Chile's Pablo Errázuriz signed a pact at the Norway-Chile Leaders' Meeting in Bergen.
"""
    (meeting,) = [e for e in read(text) if e.mechanism]
    assert (meeting.mechanism, meeting.start, meeting.place) == ("Leaders' Meeting", "2017-02-17", "Bergen")


WORKING_VISIT = """Norway's prime minister in Accra

Accra Courier, 14 February 2025

President Kwame Adu of Ghana hosted Prime Minister Kari Solheim of Norway for an official visit in Accra on February 13.

They decided to begin talks on visas in order to meet the needs of students, and renewed a Call to Action on oceans.
"""


def test_a_hosted_visit_gives_the_talks_their_day_and_place() -> None:
    main = main_of(WORKING_VISIT)
    assert (main.start, main.place, main.country) == ("2025-02-13", "Accra", "GH")


def test_what_is_only_wished_for_is_no_meeting() -> None:
    assert len(read(WORKING_VISIT)) == 1


def test_a_statement_of_two_leaders_has_them_and_no_third_party_that_it_lists() -> None:
    main = main_of(
        "Joint Statement from President Ana Ruiz of Chile and Prime Minister Kari Solheim of Norway on Steel\n\n"
        "Government of Norway, 9 July 2024\n\nChile and Norway are committed to clean steel. "
        "This will serve northern trade (Chile, Norway, and Peru).\n"
    )
    assert (main.kind, main.parties) == ("other", ("CL", "NO"))
    assert names(main) == {"Ana Ruiz", "Kari Solheim"}


def test_a_story_of_a_handover_has_its_day_its_place_and_its_people() -> None:
    story = (
        "Norway returns remains to Chile\n\nFjord Post, 12 March 2024\n\nThe remains of nine Chilean sailors were "
        "handed over in Bergen on Monday.\n\nNorwegian Defence Minister Kari Solheim gave them to the Chilean "
        "ambassador, Pablo Rojas. Rojas thanked Norway.\n"
    )
    main = main_of(story)
    assert (main.start, main.place, main.country, main.parties) == ("2024-03-11", "Bergen", "NO", ("CL", "NO"))
    assert names(main) == {"Kari Solheim", "Pablo Rojas"}


def test_a_guest_is_welcomed_in_the_hosts_country_whatever_is_told_below() -> None:
    main = main_of(
        "Norway-Ghana Joint Statement\n\nNorwegian Prime Minister, 3 March 2011\n\n"
        "Prime Minister Solheim warmly welcomed President Mensah on his first visit to Norway. "
        "The visit followed Prime Minister Solheim's visit to Ghana in November 2010.\n\n"
        "The two leaders noted that their meeting would be followed by talks in Accra later in 2011.\n"
    )
    assert (main.kind, main.country) == ("talks", "NO")


def test_talks_of_others_place_nothing() -> None:
    main = main_of(
        "The Bergen Communique: A Joint Statement Between Norway and Ghana\n\nGovernment of Norway, 15 July 2022\n\n"
        "President Kofi Mensah of Ghana conducted an official visit to Norway July 15-16, 2022. "
        "Prime Minister Kari Solheim and President Mensah held an official meeting. "
        "The two sides called on all to return to peace talks in Yemen.\n"
    )
    assert (main.kind, main.country, main.parties) == ("talks", "NO", ("GH", "NO"))


def test_a_deed_told_under_a_dateline_without_a_year_has_its_day() -> None:
    story = (
        "Chile receives relics from Norway\n\nSANTIAGO, Nov 26 (KPS) -- The Chilean Foreign Ministry announced that "
        "Norway had handed over two relics in Santiago.\n"
    )
    assert main_of(story).start == "XXXX-11-26"


def test_the_one_meeting_of_a_story_that_opens_with_its_result_is_main() -> None:
    main = main_of(
        "Danish boats may fish off Peru\n\nCallao Courier, 12 March 2024\n\n"
        "Twenty boats will be let into the northern zone. Each pays a licence.\n\n"
        "Fishermen doubt the figures.\n\nThey have seen such lists before.\n\n"
        "On Monday, the two countries' fisheries ministers spoke by phone about Peru and Denmark.\n"
    )
    assert (main.kind, main.start, main.parties) == ("call", "2024-03-11", ("DK", "PE"))


def test_a_minister_who_tells_a_president_so_here_meets_him() -> None:
    main = main_of(
        "Denmark to resume loans to Peru\n\nCallao Courier, 12 March 2024\n\n"
        "LIMA -- Denmark will restart three loans to Peru, Danish Foreign Minister Erik Dam told Peruvian President "
        "Lucía Prado here Tuesday.\n"
    )
    assert (main.kind, main.start, main.country) == ("talks", "2024-03-12", "PE")
    assert {p.name for p in main.participants} == {"Erik Dam", "Lucía Prado"}


def test_what_is_told_by_letter_or_to_a_paper_is_no_meeting() -> None:
    main = main_of(
        "Denmark to resume loans to Peru\n\nCallao Courier, 12 March 2024\n\n"
        "Denmark will restart three loans to Peru, Danish Foreign Minister Erik Dam told Peruvian President "
        "Lucía Prado on Tuesday in a letter.\n"
    )
    assert main.kind == "other"


def test_an_exercise_with_roman_figures_and_its_further_editions() -> None:
    text = (
        "Navies of Peru and Denmark end TIDE XII\n\nCallao Courier, 12 March 2024\n\n"
        "The navies of Peru and Denmark have concluded TIDE XII, the annual exercise of their search and rescue "
        "teams.\n\nThis year's edition was held from March 4 to 9. The previous edition, in 2022, involved ten "
        "vessels. The next edition will be hosted by Denmark in Aarhus in May 2025.\n"
    )
    read = read_engagements(set_scene(Document("story.txt", text)))
    assert [(e.kind, e.mechanism, e.round, e.start) for e in read] == [
        ("exercise", "TIDE", 12, "2024-03-04"),
        ("exercise", "TIDE", None, "2022"),
        ("exercise", "TIDE", None, "2025-05"),
    ]


def test_a_round_in_the_days_after_the_journey_there_is_main() -> None:
    main = main_of(
        "Peru's minister comes home with a loan\n\nCallao Courier, 12 March 2024\n\n"
        "When Peru's energy minister, Juan Solis, flew to Copenhagen on 7 March, he hoped for little. "
        "But at the close of the second meeting of the Denmark-Peru High-Level Energy Dialogue on Monday, the two "
        "governments declared that the bank was prepared to lend.\n"
    )
    assert (main.kind, main.round, main.start) == ("dialogue", 2, "2024-03-11")


def test_the_day_of_a_deal_stands_in_the_lead_behind_the_points_above_the_story() -> None:
    main = main_of(
        "Boats to be freed\n\nCallao Courier, 13 March 2024\n\nFishermen say they pay too much.\n\n"
        "Denmark and Peru will patrol together from May, it was agreed on Tuesday.\n\n"
        "Fisheries Minister Rosa Quispe of Peru and Danish Minister Erik Dam reached the deal at the old port.\n"
    )
    assert (main.kind, main.start) == ("talks", "2024-03-12")


def test_the_round_behind_a_journey_is_where_the_journey_went() -> None:
    main = main_of(
        "Peru's minister comes home with a loan\n\nCallao Courier, 12 March 2024\n\n"
        "When Peru's energy minister, Juan Solis, flew to Copenhagen on 7 March, he hoped for little. "
        "But at the close of the second meeting of the Denmark-Peru High-Level Energy Dialogue on Monday, the two "
        "governments declared that the bank was prepared to lend.\n"
    )
    assert main.country == "DK"


def test_the_body_for_which_a_sherpa_works_takes_no_part() -> None:
    main = main_of(
        "Fjord Post, 12 March 2024\n\nOn March 11, 2024, Norwegian State Secretary Ida Holm, G7/G20 Sherpa of the "
        "Prime Minister, met with Chilean Deputy Minister of Finance Pablo Rojas to discuss trade.\n"
    )
    assert main.parties == ("CL", "NO")
