"""Of which side people are, told by the kind of document: transcripts, newspapers of one of the two countries."""

from __future__ import annotations

from verbale.model.document import Document
from verbale.reader import rules
from verbale.reader.setting import set_scene


def sides(text: str) -> dict[str, str | None]:
    return {person.name: person.party for person in set_scene(Document("page.txt", text)).cast.people}


PAGE = """Joint Press Statement with Prime Minister Pita Vaea, Apia

New Zealand Prime Minister, 7 April 2024

PRIME MINISTER VAEA:

I warmly welcome Prime Minister Brown to Samoa. Samoa and New Zealand are old friends, and I value our talks today.

Together we decided to open talks on a fisheries agreement, and I will send a delegation in May.

PRIME MINISTER BROWN:

I thank you for your hospitality. I will return to Samoa next year, and I will bring the agreement on fisheries.
New Zealand has known Samoa since the days of Prime Minister of New Zealand Sir John Old, and I remember him well.
"""


def test_two_prime_ministers_of_a_transcript_are_of_two_sides() -> None:
    found = sides(PAGE)
    assert (found["Pita Vaea"], found["Brown"]) == ("WS", "NZ")


def test_a_label_that_repeats_the_headline_still_gives_the_speaker() -> None:
    acts = rules.read(Document("page.txt", PAGE)).acts
    delegation = next(act for act in acts if "delegation" in act.evidence[0].exact)
    hospitality = next(act for act in acts if "hospitality" in act.evidence[0].exact)
    assert (delegation.speaker, hospitality.speaker) == ("Pita Vaea", "Brown")
    assert hospitality.actors == ("NZ",)


def test_whoever_welcomes_a_guest_to_a_country_is_of_that_country() -> None:
    found = sides(
        "Joint Statement with the Malawian President\n\nPresident of Kenya, 2 May 2024\n\nPRESIDENT BANDA:\n\n"
        "I am happy to welcome President Otieno to Malawi. I thank Kenya for its help, and I look forward to more.\n\n"
        "PRESIDENT OTIENO:\n\nThank you, President Banda. I am delighted to be in Malawi and to work with you.\n"
    )
    assert (found["Banda"], found["Otieno"]) == ("MW", "KE")


def test_a_newspaper_with_a_city_in_its_name_names_its_own_people_without_their_country() -> None:
    found = sides(
        "Kenya and Romania to trade more\n\nThe Bucharest Gazette, 4 May 2024\n\nKenyan Foreign Minister Amina Otieno "
        "arrived on Friday. Defence Minister Ana Pop opened a fair on Saturday, and Ana Pop praised the turnout.\n"
    )
    assert (found["Amina Otieno"], found["Ana Pop"]) == ("KE", "RO")


def test_two_unions_that_the_headline_joins_are_the_sides() -> None:
    text = (
        "ASEAN, EU ministers back trade deal in Jakarta\n\nHarbour Post, 2 May 2024\n\n"
        "Ministers of ASEAN and the European Union met in Jakarta on Thursday. It was the sixth such session. "
        "Indonesia will host them again.\n"
    )
    assert set_scene(Document("page.txt", text)).sides == ("ASEAN", "EU")


def test_two_presidents_without_a_country_are_named_in_the_order_of_the_states() -> None:
    found = sides(
        "Peru and Ghana open a port\n\nThe Harbour News, 4 May 2024\n\nPeru and Ghana opened a port on Friday, "
        "which Presidents Ana Ruiz and Kofi Addo had agreed on in March.\n"
    )
    assert (found["Ana Ruiz"], found["Kofi Addo"]) == ("PE", "GH")


def test_a_counterpart_at_the_table_is_of_the_other_side() -> None:
    found = sides(
        "Canada and the US talk about a river\n\nThe Harbour News, 4 May 2024\n\nIt took Ida Holm two days to make "
        "the point. Holm told lawmakers that Canada had time. Her counterpart at the table is Tom Berg of the "
        "State Department.\n"
    )
    assert (found["Ida Holm"], found["Tom Berg"]) == ("CA", "US")


def test_an_event_of_three_has_three_sides() -> None:
    scene = set_scene(
        Document(
            "page.txt",
            "Peru joins call on fish\n\nThe Harbour News, 4 May 2024\n\nPresident Ana Ruiz of Peru spoke with Ghana's "
            "Foreign Minister Kofi Addo and Norway's Foreign Minister Per Hauge in a trilateral phone call. "
            "Ghana and Norway sell fish.\n",
        )
    )
    assert scene.sides == ("GH", "NO", "PE")


def test_rupees_of_a_newspaper_are_those_of_the_side_that_it_leaves_unnamed() -> None:
    scene = set_scene(
        Document(
            "page.txt",
            "India and Nepal share a line\n\nThe Harbour News, 4 May 2024\n\nEnergy Secretary Hari Thapa met "
            "his Indian counterpart, Arun Rao, on Friday. Nepal will bear Rs4 billion of the cost of the line. India "
            "and Nepal will meet again.\n",
        )
    )
    assert [mark.unit for m in scene.marked for mark in m.quantities if mark.value > 1e6] == ["NPR"]


def test_whoever_says_what_a_country_stands_ready_for_is_of_that_country() -> None:
    found = sides(
        "Talks on copper\n\nHarbour Post, 4 May 2024\n\nOfficials of Chile and Peru met in Lima on Friday. Chile "
        "stands ready to help, Tomas Rojas said. Peru does not want a dispute, Deputy Minister Ana Quispe said.\n"
    )
    assert (found["Tomas Rojas"], found["Ana Quispe"]) == ("CL", "PE")


def test_to_meet_an_obligation_is_to_meet_nobody() -> None:
    reading = rules.read(
        Document(
            "page.txt",
            "Chile and Peru agree on copper\n\nHarbour Post, 4 May 2024\n\nChile and Peru signed an agreement in Lima "
            "on 3 May 2024. Peru will meet its obligations under the agreement in June 2024.\n",
        )
    )
    assert not [e for e in reading.engagements if e.start == "2024-06"]


def test_who_is_quoted_as_saying_speaks() -> None:
    reading = rules.read(
        Document(
            "page.txt",
            "Chile and Peru agree on copper\n\nHarbour Post, 4 May 2024\n\nChilean Mining Minister Tomas Rojas met "
            "Peruvian Mining Minister Ana Quispe in Lima on 3 May 2024. “We will open a joint office in June,” Rojas "
            "was quoted as saying.\n",
        )
    )
    office = next(act for act in reading.acts if "joint office" in act.evidence[0].exact)
    assert office.speaker == "Tomas Rojas"
