"""Instruments of whole stories: signed, cited or sought, one entry each, with their own dates."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model.document import Document
from verbale.model.reading import Instrument
from verbale.reader.engagements import read_engagements
from verbale.reader.instruments import read_instruments
from verbale.reader.setting import set_scene


def read(text: str) -> list[Instrument]:
    scene = set_scene(Document("story.txt", text))
    return read_instruments(scene, read_engagements(scene))


def one(instruments: list[Instrument], words: str) -> Instrument:
    found = [i for i in instruments if words.lower() in i.title.lower()]
    assert len(found) == 1, [i.title for i in instruments]
    return found[0]


STORY = """Chile, Norway sign pact on coast guard training

Fjord Post, 12 March 2024

Chilean Defence Minister Pablo Rojas and Norwegian Defence Minister Kari Solheim held talks in Bergen on March 11.

They signed a memorandum of understanding on coast guard training. The memorandum builds on the 2016 Joint Vision
Statement and a letter of intent on pilot training signed in May 2019.

The two sides will continue negotiations on a prisoner transfer arrangement. Rojas said both respect the 1982 United
Nations Convention on the Law of the Sea (UNCLOS). UNCLOS, he said, binds all. More than 20 agreements are in force.
"""


def test_what_is_signed_at_the_talks_has_their_day() -> None:
    entry = one(read(STORY), "coast guard")
    assert (entry.type, entry.status, entry.date, entry.parties) == ("mou", "signed", "2024-03-11", ("CL", "NO"))


def test_what_exists_already_is_cited_with_its_own_date() -> None:
    instruments = read(STORY)
    vision, letter = one(instruments, "Joint Vision"), one(instruments, "pilot training")
    assert (vision.type, vision.status, vision.date) == ("joint-vision", "cited", "2016")
    assert (letter.type, letter.status, letter.date) == ("letter-of-intent", "cited", "2019-05")


def test_what_is_negotiated_is_sought() -> None:
    assert one(read(STORY), "prisoner transfer").status == "sought"


def test_one_instrument_named_twice_is_one_entry_and_a_count_is_none() -> None:
    instruments = read(STORY)
    assert [i.date for i in instruments if i.type == "convention"] == ["1982"]
    assert not any("20" in i.title for i in instruments)


def test_a_joint_statement_that_a_document_reproduces_is_signed() -> None:
    title = "Joint Statement of the Third Peru-Japan Energy Dialogue"
    entry = one(
        read(
            f"{title}\n\nGovernment of Peru, 8 May 2024\n\nPeru and Japan held the third Peru-Japan Energy Dialogue in "
            "Lima on May 7, 2024. Both sides reaffirmed their commitment to clean energy.\n"
        ),
        "joint statement",
    )
    assert (entry.title, entry.status, entry.date, entry.type) == (title, "signed", "2024-05-08", "joint-statement")


def test_a_readout_is_no_instrument() -> None:
    assert not read(
        "Readout of Minister Solheim's Meeting with Foreign Minister Ama Owusu of Ghana\n\n"
        "Norwegian Foreign Ministry, 2 May 2024\n\n"
        "Foreign Minister Kari Solheim met today with Foreign Minister Ama Owusu of Ghana.\n"
    )


def test_several_at_once_are_told_one_by_one() -> None:
    instruments = read(
        "Chile, Peru hold talks\n\nLima Daily, 6 May 2024\n\n"
        "Chilean Foreign Minister Pablo Rojas met Peruvian Foreign Minister Ana Quispe in Lima on May 6. "
        "Two memoranda of understanding, one on coastal rescue and one on schools, were signed.\n"
    )
    assert {(i.title, i.status) for i in instruments} == {
        ("Memorandum of understanding on coastal rescue", "signed"),
        ("Memorandum of understanding on schools", "signed"),
    }


def test_what_is_signed_in_a_field_at_talks_of_several_days_has_their_last_day() -> None:
    instruments = read(
        "Oslo, May 8, 2024 - The fourth session of the Chile-Norway Joint Economic Commission concluded its work in "
        "Oslo on Wednesday. In the two-day session the two ministers signed an executive program for cooperation in "
        "the field of standards and a memorandum of understanding in the field of fisheries.\n"
    )
    assert {(i.title, i.date) for i in instruments} == {
        ("Executive program for cooperation in the field of standards", "2024-05-08"),
        ("Memorandum of understanding in the field of fisheries", "2024-05-08"),
    }


def test_every_instrument_quotes_the_text() -> None:
    for entry in read(STORY):
        assert entry.rule
        assert all(quote.holds_in(STORY) for quote in entry.evidence)


WORDS = st.sampled_from(
    "Chile Peru signed a memorandum of understanding on rescue . the 2015 Joint Vision Statement , will be to finalize "
    "treaty between and letter from in May 2019 UNCLOS ( DOC ) two MoUs was adopted Joint Statement Act minutes".split()
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=50).map(" ".join))
def test_any_words_give_a_reading(text: str) -> None:
    assert all(quote.holds_in(text) for entry in read(text) for quote in entry.evidence)


HEADED = (
    "Joint Statement {by}\n\nGovernment of Norway, 8 May 2024\n\nThe two leaders met in Oslo today. "
    "President Lind of Norway and Prime Minister Okello of Uganda reaffirmed the friendship of Norway and Uganda.\n"
)


def test_two_leaders_in_a_title_are_two_governments_and_two_ministers_of_one_are_not() -> None:
    assert [i.rule for i in read(HEADED.format(by="by President Lind and Prime Minister Okello"))] == ["instrument.own"]
    assert not read(HEADED.format(by="by the Prime Minister and the Minister for Trade"))
