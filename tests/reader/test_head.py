"""Title, outlet, date and language from what stands around a story."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.model.document import Document
from verbale.reader.head import Head, find_head
from verbale.reader.header_dates import date_in
from verbale.reader.passages import find_passages
from verbale.reader.tongue import language_of

TITLE = "Peru, Ghana agree on fisheries patrols"
BODY = (
    "Peru and Ghana agreed on Thursday to hold joint fisheries patrols in the Gulf of Guinea, as the fourth round of "
    "their maritime consultation closed in Accra.\nThe Ghanaian side was headed by the director of the ministry.\n"
)


def head_of(text: str) -> Head:
    document = Document("x.txt", text)
    return find_head(document, find_passages(document))


@pytest.mark.parametrize(
    ("header", "outlet", "published"),
    [
        ("The Accra Courier, 4 March 2021", "The Accra Courier", "2021-03-04"),
        ("Ministry of Foreign Affairs of Peru, 4 March 2021", "Ministry of Foreign Affairs of Peru", "2021-03-04"),
        ("GULF WIRE - Mar 4, 2021 - 19:52", "Gulf Wire", "2021-03-04T19:52"),
        ("By Ama Boateng, The Accra Courier | March 4, 2021", "The Accra Courier", "2021-03-04"),
        ("By Ama Boateng with GulfWire\nPublished on 04/13/2021 - 15:05 GMT+2", "GulfWire", "2021-04-13T15:05+02:00"),
        ("By GNA   March 4, 2021 | 06:12 am PT", "GNA", "2021-03-04T06:12-08:00"),
        ("By Ama Boateng\nMarch 4, 2021\n10:20 AM", None, "2021-03-04T10:20"),
        ("Thursday, 4 Mar 2021 7:52 PM MYT", None, "2021-03-04T19:52+08:00"),
        ("4 March 2021, 17:20 | COASTINFORM", "Coastinform", "2021-03-04T17:20"),
        ("Accra, 4 March 2021", None, "2021-03-04"),
        ("March, 04, 2021 - 14:37", None, "2021-03-04T14:37"),
        ("4. March 2021 - 15:46", None, "2021-03-04T15:46"),
        ("Office of the Spokesperson", None, None),
        ("Published: 04/05/2021", None, None),
    ],
)
def test_headers(header: str, outlet: str | None, published: str | None) -> None:
    head = head_of(f"{TITLE}\n\n{header}\n\n{BODY}")
    assert (head.title, head.outlet, head.published, head.language) == (TITLE, outlet, published, "en")


@pytest.mark.parametrize(
    ("slug", "outlet", "published"),
    [
        ("GNA - ", "GNA", None),
        ("Accra Courier Online – ", "Accra Courier Online", None),
        ("ACCRA, March 4 (Gulf Wire) -- ", "Gulf Wire", None),
        ("Accra (Gulf News Agency), March 4, 2021 – ", "Gulf News Agency", "2021-03-04"),
        ("ACCRA. March 4. COASTINFORM – ", "Coastinform", None),
        ("ACCRA, Ghana — ", None, None),
    ],
)
def test_slugs_before_the_first_words(slug: str, outlet: str | None, published: str | None) -> None:
    head = head_of(f"{TITLE}\n{slug}{BODY}")
    assert (head.outlet, head.published) == (outlet, published)


def test_the_name_of_the_page_that_its_copyright_line_repeats() -> None:
    text = f"THE ACCRA COURIER\nHome\nMenu\nSearch\n{TITLE}\n4 March 2021\n{BODY}Share\n© The Accra Courier\n"
    assert head_of(text).outlet == "The Accra Courier"


def test_a_sign_off_behind_the_last_full_stop() -> None:
    assert head_of(f"{TITLE}\n{BODY.strip()} — GNA").outlet == "GNA"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("4th December 2024, 08:17 am", "2024-12-04T08:17"),
        ("11:20 JST, December 5, 2025", "2025-12-05T11:20+09:00"),
        ("July 09 2025 21:40:00", "2025-07-09T21:40:00"),
        ("2024-05-06T12:00:00Z", "2024-05-06T12:00:00+00:00"),
        ("6 Nov. 2026 5 p.m. ET", "2026-11-06T17:00-05:00"),
        ("2 Nov. 2026 5 p.m. ET", "2026-11-02T17:00-05:00"),
        ("31 Oct. 2026 5 p.m. ET", "2026-10-31T17:00-04:00"),
        ("25/06/2024", "2024-06-25"),
        ("06/25/2024", "2024-06-25"),
        ("06.05.2024", "2024-05-06"),
        ("2024年5月6日", "2024-05-06"),
        ("30 February 2020", None),
        ("05/06/2024", None),
        ("May 2024", None),
    ],
)
def test_full_dates(line: str, iso: str | None) -> None:
    moment = date_in(line)
    assert (moment.iso if moment else None) == iso


def test_the_order_of_numbers_is_learnt_from_the_text() -> None:
    text = f"{TITLE}\n\nUpdated 05/06/2024\n\n{BODY}The agreement runs from 06/25/2023 to 06/24/2026, they said.\n"
    assert head_of(text).published == "2024-05-06"


def test_the_order_of_numbers_is_learnt_from_days_in_words() -> None:
    text = f"{TITLE}\n\n10/11/2025 - 18:32\n\n{BODY}The round was held in Accra on November 10.\n"
    assert head_of(text).published == "2025-11-10T18:32"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Les deux ministres ont signé un accord sur la pêche dans le golfe et pour la formation des équipages.", "fr"),
        (
            "Los dos ministros firmaron un acuerdo sobre la pesca en el golfo y la formación de las dotaciones.",
            "es",
        ),
        ("Hai bộ trưởng đã ký thỏa thuận về nghề cá và đào tạo trong khuôn khổ của cuộc họp tại thủ đô.", "vi"),
        ("両国の大臣は首都で会談し、漁業に関する協定に署名した。", "ja"),
        ("Министры двух стран подписали соглашение о рыболовстве в столице.", "ru"),
        ("Accra", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.text(alphabet="0123456789/-:. ,apmGMT+JanMay©|–By", max_size=80))
def test_any_text_has_a_head(text: str, line: str) -> None:
    head = head_of(f"{text}\n{line}\n{BODY}{line}")
    assert head.published is None or head.published[:4].isdigit()


def test_the_name_above_the_menu_of_a_page_is_the_outlet() -> None:
    menu = "Home   News   Opinion   Sport   About us   Contact"
    page = f"Skip to content\nHARBOUR WATCH\n{menu}\n{TITLE}\nBy Efua Owusu\n{BODY}Share\nMost read\nSubscribe\n"
    assert head_of(page).outlet == "Harbour Watch"
    assert head_of(page).title == TITLE


def test_a_date_right_above_the_headline_is_the_story_s_where_none_stands_below() -> None:
    menu = "Home   News   Opinion   Sport   About us   Contact"
    page = (
        f"HARBOUR WATCH\n{menu}\nHome / Economy\n12 September 2024, 15:48\n{TITLE}\n{BODY}Share\nMost read\nSubscribe\n"
    )
    assert head_of(page).published == "2024-09-12T15:48"
    dated = page.replace(f"{TITLE}\n", f"{TITLE}\n10 September 2024\n")
    assert head_of(dated).published == "2024-09-10"


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("ACCRA, March 4, 2021. /GNA/. ", "2021-03-04"),
        ("The nets stay ashore, the patrols begin.\nText: Ama Boateng\nPublished 4.03.2021\n", "2021-03-04"),
        ("BRIEF No. 0321-047 - FISHERIES\nAccra, 4 March 2021 (GNA) - ", "2021-03-04"),
    ],
)  # fmt: skip
def test_the_date_in_the_first_words_of_the_body(opening: str, published: str) -> None:
    assert head_of(f"{TITLE}\n{opening}{BODY}").published == published


def test_a_date_among_the_lines_above_the_story() -> None:
    top = "MENSAH'S WEEKLY\n(Accra) Thursday, 4 March 2021. Put into English by the paper's own desk\n\n"
    assert head_of(f"{top}{TITLE}\n\n{BODY}").published == "2021-03-04"


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("ACCRA, March 4 (GW) - Ghana on Thursday returned 14 trawlers, seized in May 2020, to Peru.", "2021-03-04"),
        ("LIMA, 4 March (GW) - Peru on Thursday handed over files of a case of 2021.", "2021-03-04"),
        ("LIMA, March 4 (GW) - Peru on Thursday handed over files.", None),
        ("LIMA, March 4 (GW) - Peru on Thursday handed over files of a case of 1950.", None),
    ],
)
def test_the_year_by_the_weekday_of_a_dateline(opening: str, published: str | None) -> None:
    assert head_of(f"{TITLE}\n\n{opening}\nThe files were received by the director.\n").published == published
