"""The many turns of phrase by which a story recalls or announces a meeting, a call or a journey."""

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


def events(sentence: str) -> list[Engagement]:
    return read_engagements(set_scene(Document("story.txt", STORY.format(sentence))))


def told(sentence: str) -> list[tuple[str, str, str, str | None]]:
    """The other events; the main one stays what it is, whatever else is told."""
    main, *others = events(sentence)
    assert (main.kind, main.parties, main.start) == ("talks", ("DK", "PE"), "2024-03-12")
    return [(e.kind, e.status, "+".join(e.parties), e.start) for e in others]


@pytest.mark.parametrize(
    "sentence",
    [
        "Prado and Holt sat down together in Copenhagen in May 2023.",
        "Prado sat down with Holt in Copenhagen in May 2023.",
        "It was their first meeting since May 2023.",
        "It was the first meeting between the two leaders since May 2023.",
        "It was the first time the two had met since May 2023.",
        "Prado and Holt had not met since May 2023.",
        "The talks followed a meeting of the two ministers of transport in Copenhagen in May 2023.",
    ],
)
def test_talks_are_recalled_by_what_was_not_since(sentence: str) -> None:
    assert told(sentence) == [("talks", "held", "DK+PE", "2023-05")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Prado called Holt on 4 March to raise the matter.", ("call", "held", "DK+PE", "2024-03-04")),
        ("Prado and Holt talked by phone on 4 March.", ("call", "held", "DK+PE", "2024-03-04")),
        ("Holt had been in Lima in May 2023.", ("visit", "held", "DK+PE", "2023-05")),
        ("A delegation from Denmark was in Lima in May 2023 to inspect the port.",
         ("visit", "held", "DK+PE", "2023-05")),
        ("Prado is expected to be in Copenhagen in September.", ("visit", "planned", "DK+PE", "2024-09")),
        ("Danish King Erik paid a state visit in 2004.", ("visit", "held", "DK+PE", "2004")),
        ("On Friday Holt meets President Inés Vega of Ecuador in Quito.", ("talks", "planned", "DK+EC", "2024-03-15")),
        ("Negotiators return to the table in Aarhus in May.", ("talks", "planned", "DK+PE", "2024-05")),
        ("Earlier in the day he held talks with Trade Minister Rosa Quispe of Peru.",
         ("talks", "held", "DK+PE", "2024-03-12")),
    ],
)  # fmt: skip
def test_calls_and_journeys_in_plain_words(sentence: str, event: tuple[str, str, str, str]) -> None:
    assert told(sentence) == [event]


@pytest.mark.parametrize(
    "sentence",
    [
        "Visa-free travel for Danes began in May 2017.",
        "The travel ban of May 2017 was lifted.",
        "Both want a visiting forces agreement by 2025.",
        "Prado called Holt a friend of the sea in May 2017.",
        "Prado is accompanied by three members of the Trade and Ports Committee.",
    ],
)
def test_travel_bans_visiting_forces_and_members_are_no_events(sentence: str) -> None:
    assert told(sentence) == []


def test_a_meeting_beside_a_summit_has_its_day_and_place() -> None:
    for where in ("at the African Union summit", "on the margins of the World Economic Forum"):
        found = events(f"Prado and Holt met {where} in Davos in January.")
        talks = next(e for e in found if not e.main and e.kind == "talks")
        assert (talks.parties, talks.start, talks.place) == (("DK", "PE"), "2024-01", "Davos")
        assert any(e.kind == "summit" and e.start == "2024-01" for e in found)


def test_a_conference_that_nobody_is_named_at_is_its_hosts() -> None:
    assert told("The ninth Tokyo Conference on Clean Ports will be held in Yokohama in August 2025.") == [
        ("other", "planned", "JP", "2025-08")
    ]


def test_negotiations_that_began_long_ago_are_not_the_meeting_of_a_story_without_a_date() -> None:
    story = (
        "Peru, Denmark close to port pact\n\nMinister Ana Torres of Peru met Minister Ole Krag of Denmark in Lima.\n\n"
        "The two spoke of cranes.\n\nThey also spoke of dredging.\n\nThe port is deep.\n\n"
        "Negotiations on the pact opened in January 2019.\n"
    )
    main = read_engagements(set_scene(Document("story.txt", story)))[0]
    assert (main.kind, main.start) == ("talks", None)


def test_a_dateline_with_a_town_in_small_letters_is_not_the_day_of_what_is_to_come() -> None:
    story = (
        "Ministers of Chile and Bolivia to meet\n\nAndes Press\n\nSantiago, 28 June 2023 (Andes Press) — The foreign "
        "ministers of Chile and Bolivia will hold their first meeting next month.\n"
    )
    main = read_engagements(set_scene(Document("story.txt", story)))[0]
    assert (main.status, main.start) == ("planned", "2023-07")
