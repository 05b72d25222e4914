"""Instruments of whole stories: signed, cited or sought, one entry each, with their own dates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model.document import Document
from verbale.model.reading import Instrument
from verbale.reader.acts.read import read_acts
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


TALKS = (
    "Chile, Norway hold talks\n\nFjord Post, 12 March 2024\n\nChilean Foreign Minister Pablo Rojas and "
    "Norwegian Foreign Minister Kari Solheim held talks in Bergen on March 11.\n\n"
)
TOLD = {
    "welcomed signing": ("They welcomed the signing of an MoU on fisheries.", "fisheries", "signed", "2024-03-11"),
    "counted from": ("Since the signing of the Free Trade Agreement trade has doubled.", "Free Trade", "cited", None),
    "hoped for": ("They look forward to the signing of an MoU on fisheries.", "fisheries", "sought", None),
    "rounds": (
        "They welcomed the conclusion of the first round of Economic Partnership Agreement (EPA) negotiations.",
        "Economic Partnership", "sought", None,
    ),
    "in force since": ("A pact on logistics, in force since July 2020, helps.", "logistics", "cited", "2020-07"),
    "dates back": ("The Agreement on Air Services, which dates back to 2007, helps.", "Air", "cited", "2007"),
    "by whom": ("The Pact on Fish, signed by King Olav and Ana Lind in May 2019, helps.", "Fish", "cited", "2019-05"),
    "date of another": (
        "A Bergen Agreement will build on old ties, among them the Chile-Norway Trade Agreement, signed in 1990.",
        "Chile-Norway Trade Agreement", "cited", "1990",
    ),
    "earlier than signed now": (
        "They signed a letter of intent on radars. They cited a statement of intent signed in September 2020.",
        "Statement of intent", "cited", "2020-09",
    ),
    "in their own time": (
        "It rests on the joint statement that the two governments issued in April 1992.", "Joint s", "cited", "1992-04",
    ),
    "issued by both": (
        "It goes back to the communiqué that Chile and Norway signed in June 2022.", "Communi", "cited", "2022-06",
    ),
    "of a year": ("It rests on the bilateral agreement of 1987.", "agreement", "cited", "1987"),
    "year before": ("They cited the 1990 convention on the transfer of prisoners.", "prisoners", "cited", "1990"),
    "of the meeting": ("According to the joint statement, both sides will train.", "Joint", "signed", "2024-03-11"),
    "to this effect": ("Chile and Norway signed a declaration to this effect.", "Declaration", "signed", "2024-03-11"),
    "to that end": ("A letter of intent to that end was signed.", "Letter", "signed", "2024-03-11"),
    "ratified": ("They agreed to ratify the Pact on Fish.", "Fish", "cited", None),
    "number": (
        "The duties were imposed in Proclamation 4711 of May 2, 2016.", "Proclamation 4711", "cited", "2016-05-02",
    ),
    "one of four": (
        "Among the papers signed were memorandums on farming, tourism, sports and education.", "tourism", "signed",
        "2024-03-11",
    ),
    "ground": ("They will work towards more trade under the Harbour Strategy.", "Harbour", "cited", None),
    "framework": (
        "They signed a Framework for an Agreement on Fair, and Sound Trade.", "Sound Trade", "signed", "2024-03-11",
    ),
    "lower case": ("They signed a declaration on polar research.", "polar", "signed", "2024-03-11"),
    "bare, signed": ("The two sides signed minutes of the handover.", "Minutes of", "signed", "2024-03-11"),
    "bare, passive": ("After the meeting a protocol was signed.", "Protocol", "signed", "2024-03-11"),
    "bare, dated": ("The arrangement of November 2022 runs out in May.", "Arrangement", "cited", "2022-11"),
    "signed at": (
        "The sale follows a letter of intent signed at the Bergen Air Show in June 2021.", "Letter", "cited", "2021-06",
    ),
    "covered years": ("A roadmap for cooperation in 2025-2026 was signed.", "Roadmap", "signed", "2024-03-11"),
    "said in": ("In a joint statement, the ministers called for peace.", "Joint statement", "signed", "2024-03-11"),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_words_around_a_name_tell_what_became_of_it(name: str) -> None:
    text, title, status, date = TOLD[name]
    entry = one(read(TALKS + text + "\n"), title)
    assert (entry.status, entry.date) == (status, date)


def test_a_pact_of_others_is_not_taken_for_that_of_the_parties() -> None:
    told = read(
        TALKS + "They criticised the Peru-Tonga security agreement, which was concluded in secret. "
        "They recalled the Treaty of Mutual Cooperation and Security.\n"
    )
    assert {(i.parties, i.status, i.date) for i in told} == {
        (("PE", "TO"), "cited", None),
        (("CL", "NO"), "cited", None),
    }


def test_what_is_listed_behind_a_number_is_told_one_by_one() -> None:
    told = read(TALKS + "Three agreements, on health, on tourism and on the transfer of prisoners, were signed.\n")
    assert [(i.title, i.status) for i in told] == [
        ("Agreement on health", "signed"),
        ("Agreement on tourism", "signed"),
        ("Agreement on the transfer of prisoners", "signed"),
    ]


def test_an_abbreviation_of_two_meanings_needs_its_matter_beside_it() -> None:
    assert not read(TALKS + "These efforts will be led by the DOC's office for chips.\n")
    assert [i.type for i in read(TALKS + "Both called for full compliance with the DOC at sea.\n")] == ["declaration"]


NO_NAMES = [
    "The communique sets out agreement on a range of other issues.",
    "They spoke of the benefits of the Agreement for Chilean consumers.",
    "They announced the submission of the Agreement to the Executive Council.",
    "With the signing of this 10-year agreement, Chile and Norway will work together.",
    "They want a comprehensive and mutually beneficial agreement.",
    "They prepare the 2010 NPT Review Conference.",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_is_no_instrument(text: str) -> None:
    assert not read(TALKS + text + "\n")


def test_a_title_ends_where_its_sentence_goes_on() -> None:
    titles = [
        i.title
        for i in read(
            TALKS + "The Agreement on Maintaining Security commits both states to consult. They spoke of updating the "
            "Memorandum on Defence Exchange and holding a meeting. Rojas praised Solheim's Polar Research Compact.\n"
        )
    ]
    assert titles == ["Agreement on Maintaining Security", "Memorandum on Defence Exchange", "Polar Research Compact"]


def test_a_text_that_says_that_the_joint_statement_follows_is_that_statement() -> None:
    told = read(
        "Norway-Uganda consultations between Secretary General Lind and Permanent Secretary Okello\n\n"
        "Government of Norway, 8 May 2024\n\nThe following is the text of a joint press release by the Ministries of "
        "Foreign Affairs of Norway and Uganda.\n\nNorway and Uganda held consultations in Oslo on 7 May 2024.\n"
    )
    assert [(i.type, i.status, i.date, i.parties) for i in told] == [
        ("joint-statement", "signed", "2024-05-08", ("NO", "UG"))
    ]


def test_the_points_below_a_line_that_tells_of_signing_were_signed() -> None:
    text = (
        "Joint Statement of Chile and India\n\n5 March 2024\n\n"
        "President Ana Rojas of Chile and Prime Minister Raj Kumar of India met in Santiago on 4 March 2024.\n\n"
        "The following documents were signed during the visit:\n\n"
        "1. Agreement on Ports of Call\n2. Memorandum of Understanding on Cooperation in the Field of Rail\n\n"
        "They recalled the Lima Declaration of 2019.\n"
    )
    found = {(i.title, i.status, i.date) for i in read(text)}
    assert {
        ("Agreement on Ports of Call", "signed", "2024-03-04"),
        ("Memorandum of Understanding on Cooperation in the Field of Rail", "signed", "2024-03-04"),
        ("Lima Declaration", "cited", "2019"),
    } <= found
    acts = read_acts(set_scene(Document("story.txt", text)))
    assert [act.type for act in acts][:1] == ["sign"]


def test_dates_stand_behind_whoever_issued_a_text_and_behind_where_it_was_signed() -> None:
    told = read(
        "Fjord Post, 12 March 2024\n\nChilean Minister Pablo Rojas and Norwegian Minister Kari Solheim met in Bergen "
        "on March 11.\n\nThe return rests on the joint statement that the two governments issued in April 1992 and on "
        "the Cape border protocol, which dates from 2007. A letter of intent on ships was signed at the Sola air base, "
        "Norway, on 2 March, the ministry said on Tuesday. According to the joint communiqué, work goes on.\n"
    )
    assert sorted((i.type, i.date, i.status) for i in told) == [
        ("agreement", "2007", "cited"),
        ("joint-statement", "1992-04", "cited"),
        ("joint-statement", "2024-03-11", "signed"),
        ("letter-of-intent", "2024-03-02", "cited"),
    ]


@pytest.mark.parametrize(
    ("sentence", "entries"),
    [
        ("Four MoUs were also exchanged, covering, among others, ports, fisheries, mining and education.",
         {("mou", "signed", f"Memorandum of understanding on {x}") for x in ("ports", "fisheries", "education")}),
        ("The ministers exchanged four MoUs in the fields of ports, fisheries and mining.",
         {("mou", "signed", f"Memorandum of understanding on {x}") for x in ("ports", "fisheries", "mining")}),
        ("Notes on a loan for two harbours were exchanged.",
         {("agreement", "signed", "Notes on a loan for two harbours")}),
        ("Exports rose under the 2018 contract for coastal radars.",
         {("agreement", "cited", "Contract for coastal radars")}),
        ("A handover certificate was signed on the quay.", {("minutes", "signed", "Handover certificate")}),
        ("Both back the Coastal Seas Pledge.", {("declaration", "cited", "Coastal Seas Pledge")}),
    ],
)  # fmt: skip
def test_texts_of_many_fields_notes_contracts_and_certificates(
    sentence: str, entries: set[tuple[str, str, str]]
) -> None:
    story = STORY.split("\n\n")
    found = {(i.type, i.status, i.title) for i in read("\n\n".join([*story[:3], sentence]))}
    assert entries <= found


def test_days_of_other_matters_are_not_a_text_s_and_manners_no_subject() -> None:
    story = STORY.split("\n\n")
    told = (
        "A joint statement issued in Bergen and Santiago said a report would come on 15 April. The Fjord Commission, "
        "set up under the Coral Declaration, met on Monday. The Coral Declaration was adopted on 14 May 2021. They "
        "want a peace treaty on the basis of respect. It was the region's first such pact."
    )
    found = {(i.type, i.title): i.date for i in read("\n\n".join([*story[:3], told]))}
    assert found["declaration", "Coral Declaration"] == "2021-05-14"
    assert ("agreement", "Peace treaty") in found
    assert not any("such" in title for _, title in found)
    assert found.get(("joint-statement", "Joint statement")) != "2024-04-15"


def test_what_is_still_sought_has_no_date() -> None:
    story = STORY.split("\n\n")
    found = read("\n\n".join([*story[:3], "The Coral Sea Treaty will be signed in Bergen in May 2031."]))
    assert [(i.status, i.date) for i in found if "Coral" in i.title] == [("sought", None)]
