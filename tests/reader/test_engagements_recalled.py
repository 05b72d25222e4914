"""Events that a story recalls or announces in passing: whose they are, when, and of which kind."""

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


def others(sentence: str) -> list[Engagement]:
    story = Document("story.txt", STORY.format(sentence))
    return [e for e in read_engagements(set_scene(story)) if not e.main]


def told(sentence: str) -> list[tuple[str, str, str, str | None]]:
    return [(e.kind, e.status, "+".join(e.parties), e.start) for e in others(sentence)]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("He recalled his visit to Lima in May 2023.", ("visit", "held", "DK+PE", "2023-05")),
        ("Prado thanked her host for his help during her visit to Copenhagen last October.",
         ("visit", "held", "DK+PE", "2023-10")),
        ("The Prime Minister will visit Quito on 15 March.", ("visit", "planned", "DK+EC", "2024-03-15")),
        ("The Danish Prime Minister's visit to Cusco will begin on 14 March.",
         ("visit", "planned", "DK+PE", "2024-03-14")),
    ],
)  # fmt: skip
def test_a_visit_is_that_of_the_person_whom_a_pronoun_or_an_office_means(
    sentence: str, event: tuple[str, str, str, str]
) -> None:
    assert told(sentence) == [event]


@pytest.mark.parametrize(
    ("sentence", "event", "met"),
    [
        ("Holt heads to Quito on Friday to meet President Inés Vega.", ("planned", "DK+EC", "2024-03-15"), "Inés Vega"),
        ("Holt will leave for Bogotá on Thursday for a meeting with President Raúl Ortiz.",
         ("planned", "CO+DK", "2024-03-14"), "Raúl Ortiz"),
        ("Holt arrived from Santiago, where he held talks with President Elena Soto on Monday.",
         ("held", "CL+DK", "2024-03-11"), "Elena Soto"),
        ("Holt then travels to La Paz, where he is due to meet President Mario Rojas.",
         ("planned", "BO+DK", "2024-03"), "Mario Rojas"),
    ],
)  # fmt: skip
def test_talks_on_a_journey_are_with_the_country_travelled_to(
    sentence: str, event: tuple[str, str, str], met: str
) -> None:
    (talks,) = [e for e in others(sentence) if e.kind == "talks"]
    assert (talks.status, "+".join(talks.parties), talks.start) == event
    assert {p.name for p in talks.participants} == {met, "Anders Holt"}


def test_talks_with_an_office_without_a_name_are_with_its_country() -> None:
    (talks,) = others("Holt flies to Quito on Thursday for talks with Ecuador's vice president.")
    assert (talks.kind, talks.parties, talks.start) == ("talks", ("DK", "EC"), "2024-03-14")


def test_my_visit_is_that_of_the_government_that_speaks() -> None:
    text = (
        "Closer ties with Peru\n\nDanish Prime Minister, 8 July 2024\n\n"
        "Today President Prado and I signed an agreement on ports. "
        "It was prepared during my visit to Peru earlier this year. I thank her for it. I will build on it.\n"
    )
    visits = [e for e in read_engagements(set_scene(Document("story.txt", text))) if e.kind == "visit"]
    assert [(v.parties, v.country) for v in visits] == [(("DK", "PE"), "PE")]
    assert all(v.start and v.start.startswith("2024") for v in visits)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("They agreed to meet again in Odense in June.", ("talks", "planned", "DK+PE", "2024-06")),
        ("The two spoke by phone in January.", ("call", "held", "DK+PE", "2024-01")),
        ("The two last met in New York in September 2023.", ("talks", "held", "DK+PE", "2023-09")),
        ("Their trade ministers met in Geneva last November.", ("talks", "held", "DK+PE", "2023-11")),
        ("The next meeting will be held in Copenhagen in 2025.", ("talks", "planned", "DK+PE", "2025")),
        ("A Danish trade delegation will visit Peru in May.", ("visit", "planned", "DK+PE", "2024-05")),
        ("Peruvian officials will visit Denmark in August.", ("visit", "planned", "DK+PE", "2024-08")),
    ],
)
def test_the_two_sides_are_meant_by_they_the_two_and_their_ministers(
    sentence: str, event: tuple[str, str, str, str]
) -> None:
    assert told(sentence) == [event]


@pytest.mark.parametrize(
    "sentence",
    [
        "They discussed the leaders' summit in Quito next month.",
        "They praised the establishment of the inaugural Denmark-Peru Ocean Dialogue.",
        "The visit shows how both countries prepare to lead in 2025.",
    ],
)
def test_what_is_only_spoken_of_is_no_event_of_the_two(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The visit was the first by a Danish prime minister since 2011.", ("visit", "held", "DK+PE", "2011")),
        ("It was the first visit to Peru by a Danish minister since May 2014.", ("visit", "held", "DK+PE", "2014-05")),
        ("This visit, the first by a Danish queen since 1998, opens a new chapter.",
         ("visit", "held", "DK+PE", "1998")),
    ],
)  # fmt: skip
def test_the_first_visit_since_a_year_tells_of_the_one_before(sentence: str, event: tuple[str, str, str, str]) -> None:
    assert event in told(sentence)


def test_an_invitation_that_is_taken_up_is_a_planned_visit_of_the_year() -> None:
    (visit,) = others(
        "She welcomed that the Chief of the Danish Navy would take up an invitation extended by his Peruvian "
        "counterpart, Admiral Tomás Luna, to visit Peru shortly."
    )
    assert (visit.kind, visit.status, visit.parties, visit.start) == ("visit", "planned", ("DK", "PE"), "2024")
    assert [(p.name, p.role) for p in visit.participants] == [("Tomás Luna", "host")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The foreign ministers are to meet annually.",
        "Senior officials will meet at least twice a year, every spring and autumn.",
        "The Prime Minister spoke of his upcoming trip to Wonderland.",
    ],
)
def test_habits_and_journeys_elsewhere_are_no_events_of_the_two(sentence: str) -> None:
    assert told(sentence) == []


def test_a_frame_whose_own_round_is_told_is_an_event() -> None:
    assert told("Work goes on under the Denmark-Peru Trade Dialogue, which convened last June in Lima.") == [
        ("dialogue", "held", "DK+PE", "2023-06")
    ]


def test_what_is_discussed_in_a_call_brings_no_party_into_it() -> None:
    assert told(
        "On 3 March, Holt held a call with Prado to discuss trade, including cooperation with Brazil."
    ) == [("call", "held", "DK+PE", "2024-03-03")]  # fmt: skip


SIGNED = """Denmark and Peru sign a port accord

Callao Courier, 12 March 2024

Today, Denmark and Peru signed a port accord in Lima. {}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister of Trade Mette Lund signed for Denmark, and Mr. Juan Soto, Minister of Transport, signed for Peru.",
        "Denmark's Minister of Trade Mette Lund signed for Denmark and Minister Juan Soto signed on behalf of Peru.",
    ],
)
def test_each_side_of_a_signing_has_its_signatory(sentence: str) -> None:
    (signing,) = read_engagements(set_scene(Document("story.txt", SIGNED.format(sentence))))
    assert {(p.name, p.party) for p in signing.participants} == {("Mette Lund", "DK"), ("Juan Soto", "PE")}


def test_the_chairs_of_each_side_sit_in_one_dialogue() -> None:
    text = (
        "Denmark-Peru Economic Dialogue\n\nDanish Foreign Ministry, 12 March 2024\n\n"
        "Officials of Denmark and Peru met in Lima today for the Denmark-Peru Economic Dialogue (“Dialogue”). "
        "Minister of Trade Mette Lund and Ambassador Ole Dahl chaired the meeting for Denmark. "
        "Minister of Energy Juan Soto and Minister of Labour Inés Vega chaired the meeting for Peru.\n"
    )
    (dialogue,) = read_engagements(set_scene(Document("story.txt", text)))
    assert {p.name for p in dialogue.participants} == {"Mette Lund", "Ole Dahl", "Juan Soto", "Inés Vega"}


def test_an_office_may_carry_its_abbreviation_before_the_name() -> None:
    text = (
        "Readout\n\nDanish Foreign Ministry, 12 March 2024\n\n"
        "Danish National Security Advisor (NSA) Mette Lund met Peruvian Foreign Minister (FM) Juan Soto today.\n"
    )
    (talks,) = read_engagements(set_scene(Document("story.txt", text)))
    assert {(p.name, p.post) for p in talks.participants} == {
        ("Mette Lund", "National Security Advisor"), ("Juan Soto", "Foreign Minister"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Trilateral talks – Peru, Denmark, Ghana – were held in Accra in June 2023.", "DK+GH+PE"),
        ("The leaders of the three countries (Peru, Denmark and Ghana) met in Oslo in May 2023.", "DK+GH+PE"),
        ("Peruvian, Danish and Ghanaian officials met in Accra in June 2023.", "DK+GH+PE"),
        ("Holt attended a meeting of leaders from Canada, India and Japan in Tokyo in May 2023.", "CA+DK+IN+JP"),
        ("The Baltic defence ministers met in Riga in January.", "EE+LT+LV"),
        ("Denmark will join the fund, it announced at a meeting with the Nordic states in Bodø on 5 March.",
         "DK+FI+IS+NO+SE"),
        ("The second Central Asia-Japan Dialogue was held in Astana in May 2023.", "JP+KG+KZ+TJ+TM+UZ"),
        ("Peru hosted a trilateral meeting with Denmark and Ghana in Cusco in August 2023.", "DK+GH+PE"),
    ],
)  # fmt: skip
def test_all_parties_of_a_list_or_a_region_take_part(sentence: str, parties: str) -> None:
    assert ["+".join(e.parties) for e in others(sentence)] == [parties]


@pytest.mark.parametrize(
    ("sentence", "name", "number"),
    [
        ("The third meeting of the Denmark-Peru Partnership for Clean Ports was held in Lima in May 2023.",
         "Partnership for Clean Ports", 3),
        ("They hailed the inaugural meeting of the Peru-Denmark Ocean Initiative in Lima on 4 October 2023.",
         "Ocean Initiative", 1),
        ("The Joint Trade Committee held its sixth session in Cusco in February.", "Joint Trade Committee", 6),
        ("The Denmark-Peru Partnership for Clean Ports grows.", None, None),
    ],
)  # fmt: skip
def test_partnerships_that_meet_are_series_and_sessions_of_their_own_count(
    sentence: str, name: str | None, number: int | None
) -> None:
    assert [(e.mechanism, e.round) for e in others(sentence)] == ([(name, number)] if name else [])


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("They reflected on the recent Denmark-ASEAN Summit.", ("summit", "held", "ASEAN+DK", "2024")),
        ("Peru, which narrowly avoided default last year, is due to begin talks with the IMF in April.",
         ("talks", "planned", "IMF+PE", "2024-04")),
        ("The joint commission on economic cooperation met in Aarhus in June 2022.",
         ("dialogue", "held", "DK+PE", "2022-06")),
        ("Holt praised the trade fair and invited firms to take part in the Aarhus Expo, to be held in Aarhus in May.",
         ("exhibition", "planned", "DK", "2024-05")),
        ("Danish officials held the fourth meeting of the Ocean Committee with their Peruvian and Chilean partners "
         "on 5 March.", ("dialogue", "held", "CL+DK+PE", "2024-03-05")),
    ],
)  # fmt: skip
def test_events_told_in_passing_keep_their_parties_and_time(sentence: str, event: tuple[str, str, str, str]) -> None:
    assert told(sentence) == [event]


def test_a_series_takes_the_fullest_of_its_names() -> None:
    text = (
        "Peru and Denmark draft a plan\n\nCallao Courier, 12 March 2024\n\n"
        "The 11th session of the intergovernmental commission was held in Lima on Monday.\n\n"
        "Peru will buy more turbines, its deputy minister Ana Quispe said after the 11th meeting of the "
        "Peruvian-Danish intergovernmental commission on trade, economic and technical cooperation.\n\n"
        "The decisions of the tenth session, which was held in Aarhus in 2022, have been carried out.\n"
    )
    commission = "Intergovernmental Commission on Trade, Economic and Technical Cooperation"
    events = read_engagements(set_scene(Document("story.txt", text)))
    assert {(e.mechanism, e.round, e.parties) for e in events} == {
        (commission, 11, ("DK", "PE")), (commission, 10, ("DK", "PE")),
    }  # fmt: skip


def test_a_guest_who_is_on_a_visit_is_on_a_visit() -> None:
    text = (
        "Peru and Denmark talk trade\n\nCallao Courier, 12 March 2024\n\n"
        "Finance Minister Ana Quispe spoke after talks in Lima with Danish Trade Minister Ole Dahl, "
        "who is on a two-day visit with a delegation of companies.\n"
    )
    visits = [e for e in read_engagements(set_scene(Document("story.txt", text))) if e.kind == "visit"]
    assert [(v.parties, v.country, [p.name for p in v.participants]) for v in visits] == [
        (("DK", "PE"), "PE", ["Ole Dahl"])
    ]


def test_days_of_meetings_that_end_date_a_round_and_its_capital_places_it() -> None:
    text = (
        "Denmark and Peru sign five deals\n\nAarhus Courier, 13 March 2024\n\n"
        "Denmark and Peru on Wednesday signed five deals after officials wrapped up two days of meetings "
        "in the Danish capital.\n\nThe ministers, Ole Dahl of Denmark and Ana Quispe of Peru, co-chaired the second "
        "meeting of the Joint Planning Group.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.mechanism, main.start, main.end, main.country) == (
        "Joint Planning Group", "2024-03-12", "2024-03-13", "DK",
    )  # fmt: skip


def test_a_journey_with_several_stops_is_the_event_and_talks_on_it_fall_within_it() -> None:
    text = (
        "Deputy Minister Dahl's Travel to Peru\n\nDanish Foreign Ministry, 10 March 2024\n\n"
        "Deputy Minister Ole Dahl will travel to Peru March 12-14. In Lima, he will meet President Lucía Prado. "
        "On March 14, Deputy Minister Dahl will travel to Cusco to visit the port fund.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    main = next(e for e in events if e.main)
    assert (main.kind, main.start, main.end) == ("visit", "2024-03-12", "2024-03-14")
    assert [e.start for e in events if e.kind == "talks"] == ["2024-03-12/2024-03-14"]


def test_leading_a_delegation_to_a_country_is_a_visit() -> None:
    assert told("On 2 March, Danish Trade Minister Ole Dahl led a business delegation to Ecuador.") == [
        ("visit", "held", "DK+EC", "2024-03-02")
    ]


def test_authorities_of_both_that_will_meet_again_in_a_named_city_are_planned_talks() -> None:
    assert told("Authorities from Peru and Denmark will meet again within two months in Aarhus.") == [
        ("talks", "planned", "DK+PE", "2024-03/2024-05")
    ]


def test_two_meetings_with_hosts_on_a_trip_leave_the_trip_the_event() -> None:
    text = (
        "Readout of Minister Mette Lund's Trip to Peru\n\nDanish Foreign Ministry, 12 June 2024\n\n"
        "On June 10-11, Foreign Minister Mette Lund traveled to Lima. On June 10, she met with President Lucía Prado. "
        "On June 11, Foreign Minister Lund met with President-elect Ana Quispe of Peru.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    assert [(e.kind, e.start) for e in events] == [
        ("visit", "2024-06-10"), ("talks", "2024-06-10"), ("talks", "2024-06-11"),
    ]  # fmt: skip


def test_i_go_is_the_journey_of_the_government_that_speaks() -> None:
    text = (
        "Visit to Peru\n\nDanish Prime Minister, 9 October 2024\n\n"
        "Next week I go to Peru to meet President Prado. I will speak of ports. I look forward to it. I thank her.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    assert {(e.kind, e.status, e.parties, e.country) for e in events} == {
        ("visit", "planned", ("DK", "PE"), "PE"), ("talks", "planned", ("DK", "PE"), "PE"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("They agreed to have further talks in Aarhus in June.", [("talks", "planned", "DK+PE", "2024-06")]),
        ("The deal builds on President Prado's May visit to Aarhus.", []),
        ("They welcomed the first meeting of the Peru-Denmark High-Level Dialogue on China on 1 March.",
         [("dialogue", "held", "DK+PE", "2024-03-01")]),
    ],
)  # fmt: skip
def test_what_was_agreed_is_to_come(sentence: str, events: list[tuple[str, str, str, str]]) -> None:
    assert [event for event in told(sentence) if event[0] != "visit"] == events


def test_a_dialogue_on_a_country_keeps_it_in_its_name_and_out_of_its_parties() -> None:
    (dialogue,) = others("The third meeting of the Peru-Denmark Dialogue on China was held in Lima on 1 March.")
    assert (dialogue.mechanism, dialogue.round, dialogue.parties) == ("Dialogue on China", 3, ("DK", "PE"))


def test_the_authors_of_a_text_take_no_part_in_talks_about_it() -> None:
    text = (
        "Port Task Force meets\n\nCallao Courier, 12 March 2024\n\n"
        "On 11 March, the Peru-Denmark Task Force on Ports met in Lima to discuss the Joint Statement by Presidents "
        "Ana Quispe and Jay Holt.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert main.participants == ()


@pytest.mark.parametrize(
    ("sentence", "event", "people"),
    [
        ("Holt is due in Quito on Thursday.", ("visit", "planned", "DK+EC", "2024-03-14"), {"Anders Holt"}),
        ("Holt is also to meet Trade Minister Juan Soto on Wednesday.",
         ("talks", "planned", "DK+PE", "2024-03-13"), {"Anders Holt", "Juan Soto"}),
        ("Holt, accompanied by Admiral Nils Friis and Ambassador Ana Lund, arrived in Quito on Monday.",
         ("visit", "held", "DK+EC", "2024-03-11"), {"Anders Holt", "Nils Friis", "Ana Lund"}),
        ("Holt told reporters after a phone call with Spanish Defence Minister Marta Ruiz on Friday that he agreed.",
         ("call", "held", "DK+ES", "2024-03-08"), {"Anders Holt", "Marta Ruiz"}),
        ("The navies will hold a joint exercise, Blue Tide, off Callao in May.",
         ("exercise", "planned", "DK+PE", "2024-05"), set()),
    ],
)  # fmt: skip
def test_the_forms_of_news_name_who_what_and_when(
    sentence: str, event: tuple[str, str, str, str], people: set[str]
) -> None:
    (found,) = others(sentence)
    assert (found.kind, found.status, "+".join(found.parties), found.start) == event
    assert {p.name for p in found.participants} == people


def test_an_exercise_has_the_name_that_stands_behind_it() -> None:
    (exercise,) = others("The two navies will hold a joint exercise, Blue Tide, off Callao in May.")
    assert exercise.mechanism == "Blue Tide"


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("Prado voiced her gratitude for the invitation to visit Denmark in the second half of the year.",
         [("visit", "planned", "DK+PE", "2024-07/2024-12")]),
        ("Danish Defence Minister Mette Lund will visit Lima in July for the first Vice-Ministerial Defence Dialogue.",
         [("visit", "planned", "DK+PE", "2024-07"), ("dialogue", "planned", "DK+PE", "2024-07")]),
        ("They spoke of the APEC Economic Leaders' Meeting in Bangkok in November 2022.",
         [("summit", "held", "APEC", "2022-11")]),
        ("The last ministerial consultation took place by videoconference in August 2021.",
         [("talks", "held", "DK+PE", "2021-08")]),
        ("The two sides held their first Port Dialogue on 1 February 2024 and will hold the second in Aarhus in 2025.",
         [("dialogue", "held", "DK+PE", "2024-02-01"), ("dialogue", "planned", "DK+PE", "2025")]),
        ("The sixth round of negotiations concluded in Aarhus on 28 February.",
         [("talks", "held", "DK+PE", "2024-02-28")]),
    ],
)  # fmt: skip
def test_joint_texts_recall_and_announce_events(sentence: str, events: list[tuple[str, str, str, str]]) -> None:
    assert told(sentence) == events


def test_who_is_congratulated_on_a_summit_is_not_its_party_by_that() -> None:
    assert [p for _, _, p, _ in told("Prado congratulated Denmark on the G7 Aarhus Summit in May 2023.")] == ["G7"]


def test_the_lead_corrects_where_and_between_whom_a_headline_puts_a_summit() -> None:
    text = (
        "Peru's president in Chile for summit with Denmark\n\nCallao Courier, 12 March 2024\n\n"
        "President Lucía Prado of Peru, Danish Prime Minister Anders Holt and Chilean President Elena Soto held a "
        "trilateral summit in Lima on Monday.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.parties, main.country, len(main.participants)) == (("CL", "DK", "PE"), "PE", 3)


def test_an_abbreviated_series_keeps_its_ordinal() -> None:
    text = (
        "Peru and Denmark hold committee\n\nCallao Courier, 12 March 2024\n\n"
        "The 13th meeting of the Peru-Denmark Joint Port Cooperation Committee (JPCC) was held in Lima on 11 March. "
        "The 12th JPCC was held in Aarhus in 2022.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    assert [(e.mechanism, e.round, e.start) for e in events] == [
        ("Joint Port Cooperation Committee", 13, "2024-03-11"), ("Joint Port Cooperation Committee", 12, "2022"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("During a stopover in Quito on Monday, Holt met President Inés Vega of Ecuador.",
         [("talks", "held", "DK+EC", "2024-03-11")]),
        ("In February, Peru's army chief, General Tomás Luna, visited Aarhus, where he held talks with Admiral Friis.",
         [("visit", "held", "DK+PE", "2024-02"), ("talks", "held", "DK+PE", "2024-02")]),
        ("The talks followed a telephone call between the two on March 2.",
         [("call", "held", "DK+PE", "2024-03-02")]),
        ("They spoke of preparations for the OAS summit in Quito next May.", [("summit", "planned", "OAS", "2024-05")]),
    ],
)  # fmt: skip
def test_what_stands_around_the_story_has_its_own_time(sentence: str, events: list[tuple[str, str, str, str]]) -> None:
    assert [event for event in told(sentence) if event[:2] != ("visit", "held") or "army" in sentence] == events


def test_i_hosted_counts_the_government_that_speaks() -> None:
    text = (
        "Statement on ports\n\nDanish Prime Minister, 7 June 2023\n\n"
        "Today I hosted my counterparts from Peru and Chile in Aarhus for the inaugural Port Ministers' Meeting. "
        "I met Peruvian Trade Minister Juan Soto separately yesterday.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    assert [(e.parties, e.start) for e in events] == [
        (("CL", "DK", "PE"), "2023-06-07"), (("DK", "PE"), "2023-06-06"),
    ]  # fmt: skip


def test_a_lunch_during_an_announced_visit_leaves_the_visit_the_event() -> None:
    text = (
        "Visit of the President of Peru\n\nDanish Prime Minister, 2 May 2019\n\n"
        "The President of Peru, Ms Lucía Prado, will visit Denmark from 6 to 9 May at my invitation. "
        "During the visit I will host Ms Prado for a working lunch in Aarhus.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.kind, main.start, main.end, main.country) == ("visit", "2019-05-06", "2019-05-09", "DK")


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("From Lima, Holt will travel to Quito for talks with Ecuador's trade minister on March 16.",
         [("talks", "planned", "DK+EC", "2024-03-16")]),
        ("Holt will fly back to Copenhagen on Friday.", []),
    ],
)  # fmt: skip
def test_a_journey_on_is_told_and_the_way_home_is_not(sentence: str, events: list[tuple[str, str, str, str]]) -> None:
    assert told(sentence) == events


def test_a_drill_that_the_lead_reports_is_the_event_and_a_port_call_no_call() -> None:
    text = (
        "Peru, Denmark coast guards hold drill\n\nCallao Courier, 12 March 2024\n\n"
        "The coast guards of Peru and Denmark held their first joint exercise off Callao on Monday. "
        "The Danish ship Lauge docked in Callao on Sunday for a five-day port call.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    assert [(e.kind, e.parties, e.start) for e in events if e.main] == [("exercise", ("DK", "PE"), "2024-03-11")]
    assert not any(e.kind == "call" for e in events)


def test_a_later_summit_leaves_the_talks_of_the_lead_held() -> None:
    text = (
        "Denmark, Mercosur end talks\n\nAarhus Courier, 12 March 2024\n\n"
        "Negotiators from Denmark and Mercosur ended a round of trade talks in Lima on Monday. "
        "Danish Prime Minister Anders Holt is due in Montevideo next week for the bloc's summit.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.kind, main.status, main.start) == ("talks", "held", "2024-03-11")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("An expert meeting is to take place in Aarhus on 3 June.", ("talks", "planned", "DK+PE", "2024-06-03")),
        ("Technical talks were held in Arequipa last October.", ("talks", "held", "DK+PE", "2023-10")),
        ("The matter was left to a panel of engineers, which will meet online on 20 April.",
         ("talks", "planned", "DK+PE", "2024-04-20")),
        ("A joint steering committee is to meet for the first time in Odense in September.",
         ("dialogue", "planned", "DK+PE", "2024-09")),
    ],
)  # fmt: skip
def test_a_meeting_without_parties_of_its_own_is_that_of_the_two_sides(
    sentence: str, event: tuple[str, str, str, str]
) -> None:
    assert told(sentence) == [event]


@pytest.mark.parametrize(
    "sentence",
    [
        "She looks forward to the trade ministers' meeting of the APEC in Cusco in July.",
        "They want to renew the pact, which expires this December, and to begin talks on a new one.",
    ],
)
def test_the_meeting_of_a_body_and_the_talks_that_are_wished_for_are_not_that_of_the_two_sides(sentence: str) -> None:
    assert told(sentence) == []


def test_rounds_counted_by_number_alone_are_of_the_series_just_told() -> None:
    events = others(
        "They agreed to hold the third round of the Denmark-Peru dialogue on maritime security and oceanic issues in "
        "Aarhus in May. The first took place in Lima in January 2018."
    )
    assert [(e.mechanism, e.round, e.start) for e in events] == [
        ("Dialogue on Maritime Security and Oceanic Issues", 3, "2024-05"),
        ("Dialogue on Maritime Security and Oceanic Issues", 1, "2018-01"),
    ]


def test_a_committee_counts_its_meetings_behind_its_name() -> None:
    events = others("The plan was adopted by the Technical Sub-Committee at its 12th meeting in Lima in January 2023.")
    assert [(e.mechanism, e.round, e.start) for e in events] == [("Technical Sub-Committee", 12, "2023-01")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Foreign Minister Rosa Quispe of Peru had raised the matter with her Danish counterpart by telephone on 30 "
         "January.", ("call", "held", "DK+PE", "2024-01-30")),
        ("Prado and Holt last saw each other in Oslo on 27 February.", ("talks", "held", "DK+PE", "2024-02-27")),
        ("The two governments will talk about the permits in Arequipa on 12 April.",
         ("talks", "planned", "DK+PE", "2024-04-12")),
        ("Danish Prime Minister Anders Holt is likely to visit Cusco in January.",
         ("visit", "planned", "DK+PE", "2025-01")),
        ("Holt leaves for Ecuador on Thursday.", ("visit", "planned", "DK+EC", "2024-03-14")),
        ("Holt spent Sunday in Ecuador.", ("visit", "held", "DK+EC", "2024-03-10")),
    ],
)  # fmt: skip
def test_meetings_are_told_by_other_verbs_too(sentence: str, event: tuple[str, str, str, str]) -> None:
    assert told(sentence) == [event]


@pytest.mark.parametrize(
    "sentence",
    [
        "We have a lot to talk about, also the floods of May 2023.",
        "Two boats are ordered. The first is slated for handover to the fleet in 2029.",
        "According to the communique signed at the end of the session, the first patrols are to start on 1 August.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_not_told(sentence: str) -> None:
    assert told(sentence) == []


def test_the_next_of_a_series_is_told_by_the_last_word_of_its_name() -> None:
    events = others(
        "The Fourth Binational Cabinet of Denmark and Peru took place in Lima in May 2022. "
        "The next cabinet will be held in Aarhus in the first quarter of 2025. The next is due in May 2025."
    )
    assert [(e.mechanism, e.round, e.status, e.start) for e in events][:2] == [
        ("Binational Cabinet", 4, "held", "2022-05"),
        ("Binational Cabinet", None, "planned", "2025-01/2025-03"),
    ]


def test_the_day_of_what_is_said_is_not_the_day_of_the_meeting() -> None:
    text = (
        "Peru brings home its sailors\n\nCallao Courier, 12 March 2024\n\n"
        "LIMA - The Foreign Ministry of Peru on Tuesday said 30 sailors held in Denmark would come home, following the "
        "third meeting of the Denmark-Peru Joint Committee on Labour in Aarhus. Minister Rosa Quispe of Peru co-chaired"
        " the meeting with Danish Minister Erik Dam on Monday.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.mechanism, main.round, main.start) == ("Joint Committee on Labour", 3, "2024-03-11")


def test_a_relative_clause_tells_of_the_two_before_it() -> None:
    sentence = "The pact awaits the two presidents, who last met at a summit in Bogotá in January."
    assert told(sentence) == [("summit", "held", "DK+PE", "2024-01")]


def test_the_way_home_is_no_visit() -> None:
    assert told("Holt, who left for Denmark without talking to reporters, turned down the request.") == []


def test_the_last_part_of_a_period_to_come_is_not_the_one_before() -> None:
    sentence = (
        "The next meeting of the Denmark-Peru Joint Commission will be held in Lima in the last quarter of the year."
    )
    assert [e.start for e in others(sentence)] == ["2024-10/2024-12"]


def test_a_caption_before_the_dateline_hides_no_place() -> None:
    text = (
        "Peru and Denmark fail to agree\n\nCallao Courier, 12 March 2024\n\n"
        "The delegations before the last session on the dams.\n\n"
        "LIMA: Peru and Denmark failed to narrow their differences over the dams during talks that ended on Monday.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.kind, main.country) == ("talks", "PE")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("They welcomed a visit to Peru by the Head of the Danish Fire Service in October 2023.",
         ("visit", "held", "DK+PE", "2023-10")),
        ("The pact was launched by the two governments at the 2021 Denmark-Peru Security Dialogue.",
         ("dialogue", "held", "DK+PE", "2021")),
        ("They praised the Fifth Denmark-Peru Symposium on Fisheries in Odense, Denmark, in May 2023.",
         ("other", "held", "DK+PE", "2023-05")),
    ],
)  # fmt: skip
def test_visits_by_an_office_and_rounds_told_by_their_year(sentence: str, event: tuple[str, str, str, str]) -> None:
    assert told(sentence) == [event]


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2023, more than 100,000 Danish tourists visited Peru.",
        "Holt welcomed President Prado's pledge, announced in April 2023, not to test missiles.",
        "Both praised the negotiations that began in 2017.",
        "They committed to broaden their dialogue in the years up to the bicentenary in 2026.",
    ],
)
def test_crowds_pledges_and_long_talks_are_no_meetings(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The last time remains were handed over at the Callao pier was in September 2014.",
         ("other", "held", "DK+PE", "2014-09")),
        ("Nine Danish sailors will be handed over at Callao on Friday.", ("other", "planned", "DK+PE", "2024-03-15")),
        ("Holt first discussed the matter with President Prado in 2022.", ("talks", "held", "DK+PE", "2022")),
        ("They agreed that the next consultations of political directors, the sixth in that format, would take place "
         "in Odense in May.", ("dialogue", "planned", "DK+PE", "2024-05")),
    ],
)  # fmt: skip
def test_handovers_and_matters_discussed_on_a_day_are_events(sentence: str, event: tuple[str, str, str, str]) -> None:
    assert told(sentence) == [event]


def test_a_gift_in_passing_is_no_handover() -> None:
    assert told("The jam was handed over on Monday.") == []


def test_a_stay_that_has_ended_began_its_days_before() -> None:
    text = (
        "Danish training ship ends six-day visit to Peru\n\nCallao Courier, 13 March 2024\n\n"
        "CALLAO, March 13 (Agency) -- The Danish training ship Havfrue left Callao on Wednesday, concluding a six-day "
        "goodwill visit to Peru during which its crew showed thousands over the deck.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.kind, main.start, main.end) == ("visit", "2024-03-08", "2024-03-13")


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("A Danish team will tour the basin in the last week of September.",
         [("visit", "planned", "DK+PE", "2024-09")]),
        ("The pact on which it all rests was signed in February in Copenhagen, during a visit by Peruvian Deputy "
         "Minister Juan Solis.",
         [("signing", "held", "DK+PE", "2024-02"), ("visit", "held", "DK+PE", "2024-02")]),
        ("Holt also invited Prado to the Odense Climate Conference in May.",
         [("other", "planned", "DK+PE", "2024-05")]),
        ("Earlier in the day Holt met Foreign Minister Rosa Quispe of Peru and agreed to hold the second round of the "
         "Denmark-Peru dialogue on maritime issues in Odense in May. The first took place in Lima in 2019.",
         [("talks", "held", "DK+PE", "2024-03-12"), ("dialogue", "planned", "DK+PE", "2024-05"),
          ("dialogue", "held", "DK+PE", "2019")]),
    ],
)  # fmt: skip
def test_events_of_one_sentence_keep_apart(sentence: str, events: list[tuple[str, str, str, str]]) -> None:
    assert told(sentence) == events


def test_a_visit_on_which_somebody_is_belongs_to_whoever_is_named_before() -> None:
    sentence = "For his part, Holt, who is on a working visit to Peru, affirmed that ships matter."
    assert told(sentence) == [("visit", "held", "DK+PE", "2024-03")]


def test_a_series_of_two_is_not_named_after_another_that_ends_in_the_same_word() -> None:
    events = others(
        "They recalled the annual Denmark-Peru Leaders' Meeting in Odense in July 2023, and the Trade Ministers' "
        "Meeting in Lima in May 2023."
    )
    assert "Leaders' Meeting" in {e.mechanism for e in events}


def test_negotiations_of_years_and_a_wish_are_not_dated() -> None:
    assert told("It completes the negotiations that began in 2017 under Prime Minister Holt.") == []
    assert told("They will work together in the lead-up to the bicentenary in 2026 and broaden their dialogue.") == []


def test_who_signed_at_a_show_was_there_and_a_body_in_the_chair_sits_between_the_two_sides() -> None:
    sentence = "The purchase follows a letter of intent signed at the Lima Air Show in June 2023."
    assert told(sentence) == [("exhibition", "held", "DK+PE", "2023-06")]
    sentence = "The Tripartite Committee, which is chaired by the ICRC, met in Geneva on 2 February 2024."
    assert told(sentence) == [("dialogue", "held", "DK+ICRC+PE", "2024-02-02")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Ties have warmed since Prado and Holt met in Bogotá last June.", ("talks", "held", "DK+PE", "2023-06")),
        ("A pact was signed in May 2019. The first meeting of the Joint Trade Committee was hosted by Denmark in "
         "December of that year.", ("dialogue", "held", "DK+PE", "2019-12")),
        ("Prado will dine with Prime Minister Anders Holt, who was last in Peru in May 2021.",
         ("visit", "held", "DK+PE", "2021-05")),
        ("Ties improved with Holt, who was given a ceremonial welcome in Lima in May 2021.",
         ("visit", "held", "DK+PE", "2021-05")),
        ("It was signed during Holt's visit in May 2021.", ("visit", "held", "DK+PE", "2021-05")),
        ("Steady Tide, the naval exercise, is scheduled to be held off Callao in October.",
         ("exercise", "planned", "DK+PE", "2024-10")),
        ("The Army exercise Steady Tide was last conducted in Cusco in August 2022.",
         ("exercise", "held", "DK+PE", "2022-08")),
        ("He invited Prado to visit Denmark again at an early date.", ("visit", "planned", "DK+PE", None)),
    ],
)  # fmt: skip
def test_what_is_recalled_keeps_its_guest_its_year_and_its_name(
    sentence: str, event: tuple[str, str, str, str | None]
) -> None:
    assert event in told(sentence)


def test_a_reception_told_after_a_meeting_of_long_ago_is_of_now() -> None:
    events = told(
        "The ministers first met in Quito in May 2019. Before leaving, Holt was received by Speaker Rosa Quispe."
    )
    assert ("talks", "held", "DK+PE", "2024-03") in events


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The king will travel to Aarhus in October.", ("visit", "planned", "DK+PE", "2024-10")),
        ("The frigate is to arrive in Lima on 2 May.", ("visit", "planned", "DK+PE", "2024-05-02")),
        ("Denmark will host an energy conference in Odense in June.", ("other", "planned", "DK", "2024-06")),
        ("Peru plans a workshop on fisheries in Lima in May.", ("other", "planned", "PE", "2024-05")),
    ],
)  # fmt: skip
def test_guests_by_their_office_and_shows_of_a_host(sentence: str, event: tuple[str, str, str, str]) -> None:
    assert event in told(sentence)


def test_a_press_conference_is_no_conference() -> None:
    assert told("They will speak at a press conference in Lima in May.") == []
