"""Events that take time and place from the main one: on whose margins it was, with which it coincides."""

from __future__ import annotations

import pytest

from verbale.model.document import Document
from verbale.reader.engagements import read_engagements
from verbale.reader.setting import set_scene

HEAD = "{title}\n\nGovernment of Norway, 28 October 2021\n\n"


def others(title: str, text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """The events of a text beside its main one: kind, series, start and country."""
    found = read_engagements(set_scene(Document("story.txt", HEAD.format(title=title) + text)))
    return [(e.kind, e.mechanism, e.start, e.country) for e in found if not e.main]


@pytest.mark.parametrize("where", ["on the margins of the", "in the margins of the", "on the sidelines of the"])
def test_the_summit_on_whose_margins_two_met_is_an_event(where: str) -> None:
    text = (
        f"Today, Prime Minister Per Hauge of Norway and President Ana Rojas of Chile met in Rome {where} G20 Summit.\n"
    )
    assert others("Norway-Chile Joint Statement", text) == [("summit", "G20 Summit", "2021-10", "IT")]


def test_a_series_that_coincides_with_a_visit_is_of_its_days() -> None:
    text = (
        "President Ana Rojas of Chile will visit Norway on 1-2 November. President Rojas's visit will coincide with "
        "the Norway Chile Leadership Forum, a chance for business.\n"
    )
    found = others("Visit to Norway by the President of Chile", text)
    assert found == [("dialogue", "Leadership Forum", "2021-11-01/2021-11-02", "NO")]


def test_a_session_chaired_in_the_course_of_talks_is_of_their_month() -> None:
    text = (
        "Prime Minister Per Hauge will travel to Santiago, Chile from October 30 to 31, where he will meet with "
        "President Ana Rojas.\n\nDeputy Minister Kari Lund and Chilean Foreign Minister Luis Soto held consultations "
        "in Santiago earlier this month and co-chaired a session of the Norway-Chile Strategic Dialogue. We thank "
        "Chile for hosting the upcoming Ministerial Meeting of the Coalition in May.\n"
    )
    found = others("Prime Minister's Travel to Chile", text)
    assert ("dialogue", "Strategic Dialogue", "2021-10", "CL") in found
    assert [mechanism for _, mechanism, _, _ in found].count("Strategic Dialogue") == 1


@pytest.mark.parametrize(
    ("line", "place", "country"),
    [("Oslo", "Oslo", "NO"), ("Antofagasta, Chile", "Antofagasta", "CL"), ("Nairobi, Kenya", None, None)],
)
def test_a_line_with_a_town_tells_where_a_statement_was_made(line: str, place: str | None, country: str | None) -> None:
    text = f"{line}\n\nThe alliance between Norway and Chile remains the bedrock of our security.\n"
    found = read_engagements(
        set_scene(Document("story.txt", HEAD.format(title="Norway and Chile: our alliance") + text))
    )
    assert [(e.place, e.country) for e in found] == [(place, country)]
