"""On which side somebody is by what a newspaper tells: whose feelings they voice, whom they meet."""

from __future__ import annotations

import pytest
from people_stage import marked

from verbale.language.people import find_people
from verbale.language.settling import settle_parties


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        (
            "Undersecretary Luis Soto expressed, in a written statement, Chile's deep appreciation for the help.",
            "Luis Soto",
            "CL",
        ),
        ("Undersecretary Luis Soto reiterated Chile's readiness to send divers.", "Luis Soto", "CL"),
        ("The visitors left. Minister Luis Soto hailed Oslo's decision to lend a ship.", "Luis Soto", "CL"),
        ("Secretary Luis Soto, who had come from Santiago, said the search would go on.", "Luis Soto", "CL"),
        ("Defence Minister Luis Soto and Per Hauge, Norway's envoy for ships, signed the papers.", "Luis Soto", "CL"),
        (
            "Chilean Minister Ana Rojas spent the day in Oslo. After a meeting with Vice-President Per Hauge, she said "
            "that a text was ready.",
            "Per Hauge",
            "NO",
        ),
        (
            "Luis Soto, who leads one half of the panel, and his Norwegian counterpart, Per Hauge, agreed.",
            "Luis Soto",
            "CL",
        ),
        (
            "Norwegian Minister Per Hauge was at work. Luis Soto, the foreign secretary, told Per Hauge so.",
            "Luis Soto",
            "CL",
        ),
        (
            "Norwegian Minister Per Hauge, who headed the Norwegian side, told the panel so; the fisheries "
            "minister, Luis Soto, replied that cod was cod.",
            "Luis Soto",
            "CL",
        ),
        ("Chile's Senate agreed. Its president, Luis Soto, said so.", "Luis Soto", "CL"),
        ("The Chilean Armed Forces agreed. Their commander, General Luis Soto, said so.", "Luis Soto", "CL"),
        ("The Kremlin agreed. Spokesman Ivan Gorin said so.", "Ivan Gorin", "RU"),
        ('The Kremlin agreed. "We will go," spokesman Ivan Gorin told reporters.', "Ivan Gorin", "RU"),
        ("The Kremlin said President Ivan Gorin would travel.", "Ivan Gorin", "RU"),
        ("Police chief Ivan Gorin, who heads the State Duma, agreed.", "Ivan Gorin", "RU"),
        ("Norwegian General Per Hauge led the drill.", "Per Hauge", "NO"),
        ("General Per Hauge, a spokesman for the Norwegian army, agreed.", "Per Hauge", "NO"),
        ("A spokesman for the Bundeswehr, Colonel Jan Ernst, agreed.", "Jan Ernst", "DE"),
        (
            "They were led by General Luis Soto, the Chilean deputy minister, and General Per Hauge, his Norwegian "
            "counterpart.",
            "Per Hauge",
            "NO",
        ),
        (
            "There were Deputy Minister Luis Soto, the Ambassador of Norway, Per Hauge, and other officials.",
            "Per Hauge",
            "NO",
        ),
        (
            "The pact was signed in Oslo by Norwegian Minister Per Hauge and Luis Soto, head of the Ports Agency.",
            "Luis Soto",
            "CL",
        ),
        ("It was agreed when Minister Luis Soto paid an official visit to Oslo.", "Luis Soto", "CL"),
        ("Minister Luis Soto said that Chile stood ready to lend a ship.", "Luis Soto", "CL"),
        ("Minister Luis Soto replied that Chile would not give way.", "Luis Soto", "CL"),
        ("Minister Luis Soto went further. He thanked Norway for the ship.", "Luis Soto", "CL"),
        ("The pact was signed by Norwegian Minister Per Hauge and Minister Luis Soto.", "Luis Soto", "CL"),
        ("During his visit to Oslo in May, Minister Luis Soto had proposed it.", "Luis Soto", "CL"),
        (
            "Minister Luis Soto was received at the Royal Palace on Friday by Norwegian Prime Minister Per Hauge.",
            "Luis Soto",
            "CL",
        ),
    ],
)
def test_what_a_newspaper_tells_of_somebody_tells_the_side(text: str, name: str, party: str) -> None:
    sentences = marked(text)
    found = settle_parties(find_people(sentences), sentences, None, ("CL", "NO"), newspaper=False)
    assert {p.name: p.party for p in found.people}[name] == party


def test_a_feeling_of_another_country_is_not_ones_own() -> None:
    sentences = marked("Undersecretary Luis Soto welcomed Norway's readiness to send divers.")
    found = settle_parties(find_people(sentences), sentences, None, ("CL", "NO"))
    assert found.people[0].party != "NO"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A team of 240 Norwegian divers went home. Dr Luis Soto, commander of the medical team, gave thanks.", "NO"),
        ("The Norwegian medical mission is over. Dr Luis Soto, head of the mission, gave thanks.", "NO"),
        ("A Norwegian team met a Chilean team. Dr Luis Soto, commander of the medical team, gave thanks.", None),
    ],
)
def test_the_commander_of_a_team_is_of_its_side_if_one_side_alone_sent_one(text: str, party: str | None) -> None:
    sentences = marked(text)
    found = settle_parties(find_people(sentences), sentences, None, ("CL", "NO"))
    assert {p.name: p.party for p in found.people}["Luis Soto"] == party


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("Minister Luis Soto told reporters that Chile remained committed to the ruling.", "Luis Soto", "CL"),
        ("Minister Luis Soto replied on Friday that Chile would not accept the price.", "Luis Soto", "CL"),
        ("Minister Luis Soto said Chile was ready to lend a ship.", "Luis Soto", "CL"),
        ("Minister Luis Soto went further. In his view, he said, it was late. He commended Norway.", "Luis Soto", "CL"),
        ("Minister Luis Soto asked Norway to back Chile's plan.", "Luis Soto", "CL"),
        ("During his visit to Oslo in May, Luis Soto, the fisheries minister, had proposed it.", "Luis Soto", "CL"),
        ("It was signed in Oslo in May, during a visit by Minister Luis Soto.", "Luis Soto", "CL"),
        (
            "Norwegian Minister Per Hauge was received at the Royal Palace by President Luis Soto.",
            "Luis Soto",
            "CL",
        ),
        ("The pact was signed by Minister Luis Soto and Norwegian Minister Per Hauge.", "Luis Soto", "CL"),
        ("Luis Soto, who is also education minister, thanked Norway.", "Luis Soto", "CL"),
        ("Leading the Chilean contingent, Inspector General Luis Soto spoke of the drill.", "Luis Soto", "CL"),
        ("It began with President Luis Soto, who was given a ceremonial welcome in Oslo in March.", "Luis Soto", "CL"),
        ("Before leaving Santiago, Mr Hauge was received by President Luis Soto at the palace.", "Luis Soto", "CL"),
        ("It was signed by Chilean Minister Ana Rojas's predecessor, Dr Luis Soto.", "Luis Soto", "CL"),
        (
            "Norwegian Minister Per Hauge had visited Santiago on 10 November, where he discussed cod with General "
            "Luis Soto.",
            "Luis Soto",
            "CL",
        ),
        (
            "Mr Hauge went to the headquarters of the Arab League and met its president, Dr Luis Soto.",
            "Luis Soto",
            "Arab League",
        ),
    ],
)
def test_what_somebody_says_and_where_they_are_received_tell_the_side(text: str, name: str, party: str) -> None:
    sentences = marked(text)
    found = settle_parties(find_people(sentences), sentences, None, ("CL", "NO"))
    assert {p.name: p.party for p in found.people}[name] == party


@pytest.mark.parametrize(
    "text",
    [
        "Minister Luis Soto said Norway was an important partner.",
        "Minister Luis Soto hoped that Norway would support the plan.",
        "Minister Luis Soto noted that Norway supports the plan.",
    ],
)
def test_a_judgement_of_another_country_makes_nobody_its_own(text: str) -> None:
    sentences = marked(text)
    found = settle_parties(find_people(sentences), sentences, None, ("CL", "NO"))
    assert found.people[0].party != "NO"


@pytest.mark.parametrize(("third", "party"), [("Kenyan Minister Joy Mutua", "CL"), ("Minister Joy Mutua", None)])
def test_the_one_side_of_three_whose_officials_need_no_country_is_the_newspapers(third: str, party: str | None) -> None:
    sentences = marked(
        f"The talks were chaired by Vice Minister Luis Soto. Norwegian Minister Per Hauge and {third} came."
    )
    found = settle_parties(find_people(sentences), sentences, None, ("CL", "KE", "NO"), newspaper=True)
    assert {p.name: p.party for p in found.people}["Luis Soto"] == party
