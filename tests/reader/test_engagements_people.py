"""Who takes part in an event: delegations, lists, chairs of each side, signatories, people whose side is inferred."""

from __future__ import annotations

import pytest

from verbale.model.document import Document
from verbale.model.reading import Engagement
from verbale.reader.engagements import read_engagements
from verbale.reader.setting import set_scene

LEAD = "Delegations from Peru and Denmark met in Lima on 11 March for the second Denmark-Peru Ocean Dialogue."


def main_of(body: str, title: str = "Peru and Denmark hold Ocean Dialogue") -> Engagement:
    story = Document("story.txt", f"{title}\n\nCallao Courier, 12 March 2024\n\n{body}\n")
    (main,) = [e for e in read_engagements(set_scene(story)) if e.main]
    return main


def sides(engagement: Engagement) -> dict[str, str | None]:
    return {p.name: p.party for p in engagement.participants}


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru's Minister of Fisheries Ana Quispe and Danish Minister of the Sea Mette Lund led the delegations.",
        "In the chair for Peru was Ana Quispe, Minister of Fisheries; the Danish delegation was headed by Mette Lund.",
        "The dialogue was opened by Peruvian Minister of Fisheries Ana Quispe and Danish Ambassador Mette Lund.",
        "The Peruvian side was chaired by Minister of Fisheries Ana Quispe, the Danish side by Minister Mette Lund.",
        "Peru was represented by Ana Quispe, Minister of Fisheries; Denmark was represented by Minister Mette Lund.",
    ],
)
def test_chairs_heads_and_openers_of_each_side_take_part(sentence: str) -> None:
    assert sides(main_of(f"{LEAD} {sentence}")) == {"Ana Quispe": "PE", "Mette Lund": "DK"}


def test_those_who_accompanied_somebody_take_part() -> None:
    main = main_of(
        "Danish Foreign Minister Mette Lund visited Lima on 11 March. Deputy Minister for Trade Ole Dahl and "
        "Ambassador Jens Friis accompanied Ms. Lund on the trip.",
        "Danish minister visits Peru",
    )
    assert set(sides(main)) == {"Mette Lund", "Ole Dahl", "Jens Friis"}


def test_the_items_below_participants_included_are_people_of_the_meeting() -> None:
    main = main_of(
        f"{LEAD} The participants included:\n\n- Ana Quispe, Minister of Fisheries, Peru\n"
        "- Dr. Mette Lund, Minister of the Sea, Denmark\n\nFrom the fund:\n\n- Juan Soto, Director, Peru\n\n"
        "Aims:\n\n- Clean ports"
    )
    assert set(sides(main)) == {"Ana Quispe", "Mette Lund", "Juan Soto"}


def test_two_heads_of_state_spoke_whatever_their_countries_are_called() -> None:
    main = main_of(
        "President Ana Quispe of the Republic of Peru and President Jay Holt of the United States of America spoke "
        "on March 11.",
        "Presidents hold phone call",
    )
    assert (main.kind, sides(main)) == ("call", {"Ana Quispe": "PE", "Jay Holt": "US"})


def test_one_of_each_side_in_a_story_of_talks_are_those_who_met() -> None:
    main = main_of(
        "Peru and Denmark agreed on Monday to share port data after talks in Lima. "
        "“We are pleased,” Peru's Ana Quispe told reporters. Her Danish counterpart Mette Lund praised the outcome."
    )
    assert sides(main) == {"Ana Quispe": "PE", "Mette Lund": "DK"}


def test_those_who_sign_at_the_talks_are_among_its_people() -> None:
    main = main_of(
        "Peruvian Foreign Minister Juan Soto met Danish Foreign Minister Mette Lund in Lima on 11 March. "
        "Minister of Fisheries Ana Quispe, who signed the memorandum on ports on behalf of Peru, spoke of a new era."
    )
    assert {p.name: p.role for p in main.participants}["Ana Quispe"] == "signatory"


@pytest.mark.parametrize(
    ("sentence", "name", "party"),
    [
        ("Two accords were signed in Lima in February during Prime Minister Ole Dahl's visit.", "Ole Dahl", "DK"),
        ("Both recalled the accord that was struck when President Luis Prado met the Prime Minister in 2022.",
         "Luis Prado", "PE"),
    ],
)  # fmt: skip
def test_the_side_of_a_guest_follows_from_whom_and_where_he_met(sentence: str, name: str, party: str) -> None:
    story = (
        "Peru and Denmark hold talks\n\nCallao Courier, 12 March 2024\n\n"
        "Peruvian Foreign Minister Juan Soto met Danish Foreign Minister Mette Lund in Lima on 11 March. " + sentence
    )
    everyone = {p.name: p.party for e in read_engagements(set_scene(Document("s.txt", story))) for p in e.participants}
    assert everyone[name] == party


def test_a_high_level_delegation_has_its_members_and_its_host_another_side() -> None:
    text = (
        "Joint Statement of Peru and the United States\n\nThe White House, 12 March 2024\n\n"
        "To keep that commitment, President Luis Prado welcomed a high-level U.S. delegation led by White House "
        "Homeland Security Advisor Ann Gray on March 11. The Peruvian high-level delegation included Foreign Minister "
        "Ana Quispe; Secretary of Defense Juan Soto; and Secretary of the Navy Tomás Luna.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert (main.kind, main.status) == ("talks", "held")
    assert sides(main) == {
        "Luis Prado": "PE", "Ann Gray": "US", "Ana Quispe": "PE", "Juan Soto": "PE", "Tomás Luna": "PE",
    }  # fmt: skip


def test_the_prime_minister_on_a_governments_page_is_its_own() -> None:
    text = (
        "Prime Minister to visit Peru\n\nDanish Prime Minister, 3 April 2024\n\n"
        "The Prime Minister will visit Peru from 10 to 12 April. He will meet Peruvian Prime Minister Ana Quispe.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    (visit,) = [e for e in events if e.kind == "visit"]
    assert (visit.parties, visit.start, visit.end, visit.participants) == (("DK", "PE"), "2024-04-10", "2024-04-12", ())


def test_he_is_not_looked_for_further_back_than_needed() -> None:
    text = (
        "Readout\n\nThe White House, 11 September 2023\n\n"
        "President Jay Holt and Secretary Gray met Prime Minister Kofi Mensah of Ghana in Accra today. "
        "President Holt looks forward to seeing Prime Minister Mensah when he visits the United States in November.\n"
    )
    events = read_engagements(set_scene(Document("story.txt", text)))
    (visit,) = [e for e in events if e.kind == "visit"]
    assert sides(visit) == {"Kofi Mensah": "GH"}
    assert sides(next(e for e in events if e.main))["Gray"] == "US"


def test_one_who_chairs_with_another_is_of_the_other_side_in_a_joint_text() -> None:
    text = (
        "Joint Statement by Denmark and Peru\n\nMinistry of Foreign Affairs of Denmark, 5 June 2023\n\n"
        "Denmark and Peru held the third Port Dialogue in Lima on 5 June 2023. "
        "Vice Minister Ole Dahl co-chaired the dialogue with Undersecretary Ana Quispe.\n"
    )
    main = next(e for e in read_engagements(set_scene(Document("story.txt", text))) if e.main)
    assert sides(main) == {"Ole Dahl": "DK", "Ana Quispe": "PE"}


def test_the_host_who_invited_is_of_the_visit() -> None:
    main = main_of(
        "President Luis Prado will leave for Aarhus on Thursday on a three-day state visit at the invitation of "
        "Queen Ida Holm of Denmark.",
        "Peru's president to travel to Denmark",
    )
    assert {p.name: p.role for p in main.participants} == {"Luis Prado": "guest", "Ida Holm": "host"}


def test_respectively_gives_each_leader_the_side_in_the_same_place() -> None:
    main = main_of(
        "The fourth round of political consultations between the Peruvian and Danish foreign ministries took place in "
        "Lima on Monday, led by deputy foreign ministers Ana Quispe and Mette Lund, respectively."
    )
    assert sides(main) == {"Ana Quispe": "PE", "Mette Lund": "DK"}


def test_a_list_with_semicolons_lends_no_side_to_the_next_item() -> None:
    main = main_of(
        "Peruvian Foreign Minister Juan Soto met Danish Foreign Minister Mette Lund in Lima on 11 March. Also present "
        "were Ole Dahl, Ambassador of Denmark to Peru; Mrs. Ana Quispe, Permanent Secretary."
    )
    assert sides(main)["Ana Quispe"] != "DK"
