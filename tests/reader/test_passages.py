"""The story out of texts: clean ones whole, page dumps without their page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model.document import Document, Passage, Role
from verbale.reader.passages import find_passages

TITLE = "Peru, Ghana agree on fisheries patrols at fourth maritime consultation"
LEAD = (
    "Peru and Ghana agreed on Thursday to hold joint fisheries patrols in the Gulf of Guinea, as the fourth round of "
    "their maritime consultation closed in Accra."
)
SECOND = (
    "The Peruvian delegation was led by Deputy Minister of Defence Rosa Quispe, while the Ghanaian side was headed by "
    "Chief Director Kofi Mensah of the Ministry of Defence."
)
THIRD = (
    "Mensah thanked Peru for the two patrol boats handed over last year, and Quispe said that the training of crews in "
    "Callao would go on until 2027."
)
FOURTH = "The next round of the maritime consultation will be held in Lima in the second half of next year."
STORY = [LEAD, SECOND, THIRD, FOURTH]


def kept(text: str, role: Role | None = None) -> list[str]:
    passages = find_passages(Document("x.txt", text))
    return [line for p in passages if role in (None, p.role) for line in p.span.of(text).split("\n") if line.strip()]


def dump(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def test_a_clean_text_is_kept_whole() -> None:
    lines = [TITLE, "The Accra Courier, 4 March 2021", *STORY, "Accra"]
    assert kept("\n\n".join(lines)) == lines
    assert kept("\n\n".join(lines), Role.HEADLINE) == [TITLE]
    assert kept("\n\n".join(lines), Role.BYLINE) == ["The Accra Courier, 4 March 2021", "Accra"]


def test_a_communique_with_headings_and_numbers_is_kept_whole() -> None:
    lines = [
        "Joint Communiqué between Peru and Ghana", "Ministry of Foreign Affairs, 4 March 2021", "Preamble", "1.", LEAD,
        "Maritime security", "2.", SECOND, "The ministers decided on:", "- patrols", "- training", "- a hotline",
        "Final provisions", FOURTH, "FOR PERU", "FOR GHANA", "Done in Accra on 4 March 2021",
    ]  # fmt: skip
    assert kept("\n".join(lines)) == lines


def test_a_scan_with_broken_lines_is_kept_whole() -> None:
    lines = [TITLE, "", "We met in Accra this week to go through the", "plan of work for the coming year, and our",
             "delegations have found common ground on most", "of it."]  # fmt: skip
    assert kept("\n".join(lines)) == [line for line in lines if line]


def test_menu_teasers_and_forms_are_left_out() -> None:
    text = dump(
        "The Accra Courier", "Home", "Politics", "Business", "Sport", "Log in | Register", "Home > Politics > Defence",
        TITLE, "By Ama Boateng", "4 March 2021, 18:20", "Share on Facebook", "Copy link", *STORY, "Share this story",
        "Related stories", "Market women protest new fees", "Market women protest new fees",
        "Traders in two regions closed their stalls on Monday over a levy that the assembly had raised without notice.",
        "Schools reopen after floods", "Pupils in three districts went back to class after two weeks at home.",
        "Most read", "1. Fuel prices fall", "2. Cup draw made", "Leave a Reply",
        "Your email address will not be published. Required fields are marked *", "Name *", "Email *",
        "© 2021 The Accra Courier. All rights reserved.", "Back to top",
    )  # fmt: skip
    assert kept(text) == [TITLE, "By Ama Boateng", "4 March 2021, 18:20", *STORY]


def test_a_long_list_of_places_above_the_headline_is_a_menu() -> None:
    places = [
        f"• {name}"
        for name in ("Ashanti", "Bono", "Volta", "Oti", "Savannah", "Ahafo", "Central", "Western", "Eastern")
    ]
    assert kept(dump(*places, TITLE, *STORY)) == [TITLE, *STORY]


def test_a_section_name_above_the_headline_is_left_out() -> None:
    assert kept(dump("Foreign affairs", TITLE, *STORY)) == [TITLE, *STORY]


def test_a_newspapers_name_and_motto_above_the_headline_are_left_out() -> None:
    text = dump("THE ACCRA COURIER", "Serving the coast since 1921", TITLE, "By Efua Owusu", "4 March 2021", *STORY)
    assert kept(text, Role.HEADLINE) == [TITLE]
    assert kept(text, Role.BODY) == STORY
    assert kept(dump("Visit to Ghana", "4 March 2021", *STORY), Role.HEADLINE) == ["Visit to Ghana"]


@pytest.mark.parametrize(
    "box",
    [
        ["READ ALSO: Navy rescues crew of trawler"],
        ["Read more:", "• Navy rescues crew of trawler", "• Harbour to be dredged", "• Who owns the deep sea?"],
        ["Related", "Navy rescues crew of trawler", "Navy rescues crew of trawler", "Harbour to be dredged"],
        ["Advertisement"],
        ["Story continues below", "Subscribe to our newsletter"],
    ],
)
def test_the_story_goes_on_behind_a_box_in_its_middle(box: list[str]) -> None:
    text = dump("Home", "Login", TITLE, "4 March 2021", LEAD, SECOND, *box, THIRD, FOURTH, "Share", "Go to top")
    assert kept(text, Role.BODY) == STORY


def test_a_last_paragraph_that_names_its_reporter_stays() -> None:
    last = FOURTH + " (With reports from Ana Ruiz/GNA)"
    text = dump("Home", "Login", TITLE, "4 March 2021", LEAD, SECOND, THIRD, last, "Comments", "Share", "Go to top")
    assert kept(text, Role.BODY)[-1] == last


@pytest.mark.parametrize(
    "top",
    [
        [TITLE, "Next round in Lima; patrol boats praised by Mensah of Ghana", "By Ana Ruiz", "4 March 2021"],
        [TITLE, "4 March 2021", "Deputy Minister Rosa Quispe and Kofi Mensah at the maritime consultation in Accra"],
    ],
)
def test_neither_a_deck_nor_a_picture_below_the_byline_is_the_headline(top: list[str]) -> None:
    text = dump("Home | World | Opinion", "Login", *top, *STORY, "Comments", "Share", "Go to top")
    assert kept(text, Role.HEADLINE) == [TITLE]


def test_captions_and_the_repeated_headline_are_kept_with_their_roles() -> None:
    caption = "Rosa Quispe (left) and Kofi Mensah in Accra on March 4. (Photo: Ministry of Defence)"
    text = dump("Menu", "Search", TITLE, LEAD, TITLE, caption, SECOND, THIRD, FOURTH, "Print", "Tags: Peru, Ghana")
    assert kept(text, Role.HEADLINE) == [TITLE, TITLE]
    assert kept(text, Role.CAPTION) == [caption]
    assert kept(text, Role.BODY) == STORY


def test_a_list_that_a_paragraph_announces_stays_in_a_page() -> None:
    items = ["Joint fisheries patrols", "Training in Callao", "A hotline for crews", "Exchange of radar data",
             "Search and rescue", "Port security", "Hydrography"]  # fmt: skip
    text = dump("Home", "Menu", TITLE, LEAD, "The two sides signed papers on seven subjects:", *items, THIRD, FOURTH,
                "Share", "Comments", "Nice.")  # fmt: skip
    assert kept(text, Role.BODY) == [LEAD, "The two sides signed papers on seven subjects:", *items, THIRD, FOURTH]


def test_comments_of_readers_are_left_out() -> None:
    text = dump("Home", TITLE, *STORY, "Comments (2)", "It is high time that these two coasts worked together on this.",
                "What will the patrols cost us, and who is going to pay for the fuel in the end?")  # fmt: skip
    assert kept(text) == [TITLE, *STORY]


def test_a_sign_off_is_a_byline() -> None:
    text = dump("Home", "Menu", "Search", TITLE, *STORY, "== Gulf Wire", "Print", "Related news", "Cup draw made")
    assert kept(text, Role.BYLINE) == ["== Gulf Wire"]


def test_passages_of_the_source_stand() -> None:
    given_passages = (Passage(0, 4, Role.BODY),)
    assert find_passages(Document("x", "Talks went on", passages=given_passages)) == given_passages


def test_no_words_no_passages() -> None:
    assert find_passages(Document("x", " \n\t\n")) == ()


PIECES = st.sampled_from(
    [TITLE, LEAD, "Home", "Related news", "Leave a Reply", "4 March 2021", "© 2021", "• Oti", "#", "", " "]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=40), max_size=30))
def test_passages_are_ordered_ranges_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    end = 0
    for passage in find_passages(Document("x", text)):
        assert end <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip(" \t\n")
        end = passage.end


@pytest.mark.parametrize(
    "unit", [LEAD + "\n", "Home\n", "word ", "Related news\nCup draw made\n", "(", "a | ", "May 8, 2025\n"]
)
def test_a_megabyte_of_one_thing_is_quick(unit: str) -> None:
    document = Document("x", unit * (1_000_000 // len(unit)))
    started = time.process_time()
    find_passages(document)
    assert time.process_time() - started < 2


def test_a_heading_that_a_page_might_have_stays_in_a_document() -> None:
    lines = [
        TITLE,
        "Ministry of Defence, 4 March 2021",
        LEAD,
        SECOND,
        "Others",
        THIRD,
        "Comments on the plan of work",
        FOURTH,
    ]
    assert kept("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "line",
    [
        "ALSO READ | Navy rescues crew of trawler",
        "3 min read",
        "1.2K views",
        "Updated 2 hours ago",
        "Topics : Peru | Ghana | Fisheries",
        "(This story has not been edited by our staff and is from a syndicated feed.)",
        "patrol-boats-accra.jpg",
    ],
)
def test_furniture_inside_a_story(line: str) -> None:
    text = dump("Home", "Sign in", TITLE, "4 March 2021", LEAD, SECOND, line, THIRD, FOURTH, "Follow us on Facebook")
    assert kept(text) == [TITLE, "4 March 2021", *STORY]


@pytest.mark.parametrize(
    "line",
    [
        "The minister (R) of the coastal region and the envoy, third from left, opened the harbour.",
        "Crews at the harbour of Tema. Photo: Navy",
        "Peru, Ghana agree on patrols - Photo 2",
    ],
)
def test_captions_between_paragraphs(line: str) -> None:
    text = dump("Home", "Sign in", "Search", TITLE, LEAD, line, SECOND, THIRD, FOURTH)
    assert kept(text, Role.CAPTION) == [line]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The ministers said that no troops would be withdrawn from left or right bank of the river this year.",
        "The second vessel, a gift from Spain, is to follow the third from Peru by the end of the year.",
    ],
)
def test_paragraphs_that_are_no_captions(paragraph: str) -> None:
    assert paragraph in kept("\n".join([TITLE, LEAD, paragraph, THIRD]), Role.BODY)


def test_the_title_below_the_kind_and_the_office_of_a_release() -> None:
    lines = ["Press release", "Ministry of Defence of Ghana", "4 March 2021", TITLE, *STORY]
    assert kept("\n".join(lines), Role.HEADLINE) == [TITLE]
    assert kept("\n".join(lines)) == lines
