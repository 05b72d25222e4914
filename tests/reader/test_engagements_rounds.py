"""Rounds and drills whose words stand beside the news: what closed with a signing, what began and lasts for days."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.model.reading import Engagement
from verbale.reader.engagements import read_engagements
from verbale.reader.setting import set_scene


def main_of(text: str) -> Engagement:
    (main,) = [e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main]
    return main


def test_the_round_at_whose_close_something_was_signed_is_main_and_here_is_the_dateline() -> None:
    main = main_of(
        "Peru and Ghana close joint commission with cocoa deal\n\n16 November 2023\n\n"
        "Lima, Nov 16 (APL) Peru and Ghana signed here today an agreement on cocoa, at the close of the 41st session "
        "of their Joint Commission for Economic Cooperation.\n\n"
        "The Minister of Trade, Ricardo Paredes, and the Ghanaian Minister of Works, Kofi Adu, presided over the "
        "three-day meeting.\n"
    )
    assert (main.kind, main.mechanism, main.round) == ("dialogue", "Joint Commission for Economic Cooperation", 41)
    assert (main.start, main.end, main.place, main.country) == ("2023-11-14", "2023-11-16", "Lima", "PE")
    assert {p.name for p in main.participants} == {"Ricardo Paredes", "Kofi Adu"}


def test_a_drill_of_four_days_ends_on_the_fourth() -> None:
    main = main_of(
        "Coast guards of Chile and Peru begin drill\n\n29 October 2014\n\n"
        "Coast guards from Chile and Peru began a four-day joint exercise off Arica on October 28.\n"
    )
    assert (main.kind, main.start, main.end) == ("exercise", "2014-10-28", "2014-10-31")


def test_those_who_come_back_from_a_round_of_negotiations_met() -> None:
    main = main_of(
        "Deputies hear what Lima wants\n\n19 October 2018\n\n"
        "The chief negotiator had returned the night before from the third round of negotiations with Ecuador on the "
        "future of the treaty, she told deputies in Lima on Thursday.\n"
    )
    assert (main.kind, main.parties) == ("talks", ("EC", "PE"))


def test_initials_that_the_text_explains_name_the_series_where_it_meets() -> None:
    text = (
        "FACT SHEET: Chile and Norway on oceans\n\n5 March 2024\n\n"
        "The Initiative on Deep and Arctic Science (IDAS) was announced by Chile and Norway in 2022. "
        "Today, Foreign Minister Ana Rojas of Chile and Norwegian Foreign Minister Per Hauge led the inaugural "
        "meeting of the IDAS in Oslo. The next IDAS meeting will be held in Santiago in 2025.\n"
    )
    told = [e for e in read_engagements(set_scene(Document("story.txt", text))) if e.mechanism]
    assert {(e.mechanism, e.round, e.start) for e in told} == {
        ("Initiative on Deep and Arctic Science", 1, "2024-03-05"),
        ("Initiative on Deep and Arctic Science", None, "2025"),
    }


def test_what_stands_beside_plans_is_planned_too() -> None:
    text = (
        "Visit to Peru\n\nGovernment of Chile, 25 February 2003\n\n"
        "At the invitation of the Prime Minister of Peru, Helena Ruiz, I will visit Peru from 8 to 10 March.\n\n"
        "As well as bilateral talks with Mrs Ruiz, I will open the new consulate in Cusco on 8 March.\n"
    )
    told = read_engagements(set_scene(Document("story.txt", text)))
    assert {e.status for e in told} == {"planned"}


def test_a_round_that_was_held_is_main_beside_talks_to_come_and_those_who_represent_a_state_take_part() -> None:
    main = main_of(
        "Chile, Peru to reopen sea treaty talks\n\n19 November 2024\n\n"
        "Foreign Minister Clara Hess of Chile speaks in Santiago, 19 November 2024. APLW/Toby Reyes\n\n"
        "SANTIAGO, Nov 19 (Meridiano) - Chile and Peru agreed on Tuesday to return to talks on a sea treaty.\n\n"
        "The decision was announced after the ministers of the two neighbours met in Santiago for the ninth round of "
        "their 2+2 dialogue, the first since President Ana Toro took office in Lima last month.\n\n"
        "Foreign Minister Clara Hess and Defence Minister Ivo Galvez represented Chile, while Foreign Minister Raul "
        "Medina led the Peruvian side.\n\n"
        "Negotiators will meet in Arica in February 2025.\n"
    )
    assert (main.mechanism, main.round, main.start, main.place) == ("2+2 Dialogue", 9, "2024-11-19", "Santiago")
    assert {p.name for p in main.participants} == {"Clara Hess", "Ivo Galvez", "Raul Medina"}


def test_the_summit_of_a_body_that_the_two_sides_look_ahead_to_is_the_bodys_own() -> None:
    text = (
        "Chile and Norway talk\n\n5 March 2024\n\n"
        "President Gabriel Soto of Chile spoke by phone with Prime Minister Per Hauge of Norway on Monday.\n\n"
        "The two agreed that the roadmap should be ready for the NATO Summit in Vilnius on 11 and 12 July.\n"
    )
    (summit,) = [e for e in read_engagements(set_scene(Document("story.txt", text))) if e.kind == "summit"]
    assert (summit.parties, summit.start, summit.end, summit.country) == (("NATO",), "2024-07-11", "2024-07-12", "LT")


def test_what_the_headline_has_as_signed_is_not_what_will_be() -> None:
    text = (
        "Chile and Norway sign fisheries deal\n\n14 May 2024\n\n"
        "Foreign Minister Ana Rojas of Chile met Norwegian Foreign Minister Per Hauge in Oslo on Monday.\n\n"
        "A protocol on ports will be signed in Bergen on June 11. Chilean Trade Minister Pablo Soto will be in Bergen "
        "in June. The steering group will convene in Bergen on 21 November.\n"
    )
    told = read_engagements(set_scene(Document("story.txt", text)))
    assert [(e.kind, e.start) for e in told if e.main] == [("talks", "2024-05-13")]
    assert {(e.kind, e.status, e.start) for e in told if not e.main} == {
        ("signing", "planned", "2024-06-11"),
        ("visit", "planned", "2024-06"),
        ("talks", "planned", "2024-11-21"),
    }


def test_a_newspaper_names_its_own_country_by_its_towns() -> None:
    text = (
        "Families get their answer\n\n14 May 2024\n\n"
        "The border posts at Arica and Iquique will open, said a minister from Peru in Lima on Monday. The road to "
        "Santiago was closed in May. Antofagasta had asked for it. The European Union praised both.\n"
    )
    assert set_scene(Document("story.txt", text)).sides == ("CL", "PE")
