"""Institutions that act for a state: by a name of their own, by one that states share, by initials of the document."""

from __future__ import annotations

import pytest
from people_stage import marked

from verbale.language.institutions import name_institutions
from verbale.language.marks import PartyForm
from verbale.model.vocabulary import load


def institutions(text: str) -> list[tuple[str, str]]:
    """The institutions of a text, as worded, with their states."""
    told = marked(text)
    name_institutions(told)
    return [(m.words(party), party.code) for m in told for party in m.parties if party.form is PartyForm.INSTITUTION]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bundestag approved the sum.", [("Bundestag", "DE")]),
        ("Germany wavered, but the Bundeswehr would pay.", [("Bundeswehr", "DE")]),
        ("India was told. The MEA declined to comment.", [("MEA", "IN")]),
        ("Peru and Chile spoke. Chile's envoy left and Peru's Congress balked.", []),
        ("Japan and the United States agreed. Congress has yet to vote.", []),
        ("Japan and the United States agreed. The Congress has yet to vote.", [("Congress", "US")]),
        ("India and Israel trained pilots; the IAF was pleased.", []),
    ],
)
def test_a_name_of_its_own_or_of_several_states(text: str, expected: list[tuple[str, str]]) -> None:
    assert institutions(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chilean Coast Guard sailed. The CCG found nobody.", [("CCG", "CL")]),
        ("Border Police Bulgaria sent boats. BPB officers searched.", [("BPB", "BG")]),
        ("Ghana's Fisheries Control Agency (FICA) agreed. FICA will pay.", [("FICA", "GH")] * 2),
        ("The Chilean Coast Guard met the Costa Rican Coast Guard. The CG sailed.", []),
        ("The Chile-Norway Control Agency (CNCA) met. The CNCA was pleased.", []),
        ("The Norwegian Coast Guard and the Nepali Coast Guard met. The NCG sailed.", []),
        ("The Chilean economy grew. CE will follow.", []),
    ],
)
def test_initials_are_those_of_the_institution_that_the_document_names(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert institutions(text) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rwanda and the Democratic Republic of the Congo spoke. The Congolese army denied it.", "CD"),
        ("The Republic of the Congo and Gabon spoke. Congo denied it.", "CG"),
    ],
)
def test_a_name_that_two_states_share_is_the_one_s_that_the_document_is_about(text: str, code: str) -> None:
    told = marked(text)
    name_institutions(told)
    assert [mark.code for mark in told[1].parties] == [code]


def test_a_name_that_two_states_share_is_nobody_s_where_both_are_named() -> None:
    told = marked("The Republic of the Congo and the Democratic Republic of the Congo spoke. The Congolese army left.")
    name_institutions(told)
    assert told[1].parties == []


def test_every_institution_belongs_to_states_and_bodies_that_are_known() -> None:
    table, known = load("institutions"), {*load("countries")["states"], *load("bodies")}
    assert set(table["names"]) <= known
    assert {code for states in table["shared"].values() for code in states} <= known
    assert set(table["with_article"]) <= {
        *table["shared"], *(name for lines in table["names"].values() for name in lines)
    }  # fmt: skip


def test_no_name_of_a_place_or_house_keeps_a_quotation_mark() -> None:
    for table in (load("venues")["government"], load("venues")["halls"], load("cities")["cities"]):
        assert not [name for names in table.values() for name in names if '"' in name]
