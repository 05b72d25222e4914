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
