"""Dates as documents word them, with the precision and the year that the document gives them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.dates import date_marks, document_year
from verbale.language.marks import DateMark, Marked
from verbale.language.sentences import sentences
from verbale.model.dates import PartialDate, parse
from verbale.model.document import Passage, Role

DATE_LINE = PartialDate(2025, 5, 8)  # a Thursday


def read(text: str, published: PartialDate | None = DATE_LINE) -> list[tuple[str, DateMark]]:
    marked = [Marked(sentence) for sentence in sentences(text, [Passage(0, len(text), Role.BODY)])]
    found = []
    for one, marks in zip(marked, date_marks(marked, published), strict=True):
        for mark in marks:
            start, end = one.span(mark)
            found.append((text[start:end], mark))
    return found


def edtf(mark: DateMark) -> str | None:
    if mark.start is None:
        return None
    return mark.start.edtf + (f" to {mark.end.edtf}" if mark.end else "")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met in Rome on May 7.", "May 7", "2025-05-07"),
        ("They met on May 7, 2024, in Rome.", "May 7, 2024", "2024-05-07"),
        ("They met on May 7th 2024.", "May 7th 2024", "2024-05-07"),
        ("They met on 7 May 2024.", "7 May 2024", "2024-05-07"),
        ("They met on the 7th of May, 2024.", "7th of May, 2024", "2024-05-07"),
        ("Talks were held on Nov. 2–3.", "Nov. 2–3", "2024-11-02 to 2024-11-03"),
        ("He paid a visit from March 6-11.", "March 6-11", "2025-03-06 to 2025-03-11"),
        ("Held from October 30 to November 2, 2019.", "October 30 to November 2, 2019", "2019-10-30 to 2019-11-02"),
        ("It was held from 30 March – 1 April.", "30 March – 1 April", "2025-03-30 to 2025-04-01"),
        ("It was held on December 30, 2023 to January 2, 2024.", "December 30, 2023", "2023-12-30"),
        ("They gathered from 2 to 4 July 2012.", "2 to 4 July 2012", "2012-07-02 to 2012-07-04"),
        ("They gathered on July 2 and 3, 2012.", "July 2 and 3, 2012", "2012-07-02 to 2012-07-03"),
        ("They met on May 7 and 12 agreements were signed.", "May 7", "2025-05-07"),
        ("It opened in March 2021.", "March 2021", "2021-03"),
        ("It opened in March.", "March", "2025-03"),
        ("It opened in September.", "September", "2024-09"),
        ("The round will be held in September.", "September", "2025-09"),
        ("The round will be held in March.", "March", "2026-03"),
        ("The next round is scheduled for January 5.", "January 5", "2026-01-05"),
        ("It opened last December.", "last December", "2024-12"),
        ("It opened in August last year.", "August last year", "2024-08"),
        ("They met on March 20 this year.", "March 20 this year", "2025-03-20"),
        ("They met last month.", "last month", "2025-04"),
        ("They will meet next month.", "next month", "2025-06"),
        ("It was launched this year.", "this year", "2025"),
        ("It was launched last year.", "last year", "2024"),
        ("It was launched earlier this month.", "earlier this month", "2025-05"),
        ("The council meets later this year.", "later this year", "2025-05/2025-12"),
        ("The council will meet later in 2026.", "later in 2026", "2026"),
        ("They met today.", "today", "2025-05-08"),
        ("They met yesterday.", "yesterday", "2025-05-07"),
        ("They will meet tomorrow.", "tomorrow", "2025-05-09"),
        ("They met on Monday.", "Monday", "2025-05-05"),
        ("They met here Thursday.", "Thursday", "2025-05-08"),
        ("They will meet on Monday.", "Monday", "2025-05-12"),
        ("They met last Thursday.", "last Thursday", "2025-05-01"),
        ("They met on Monday (May 5).", "Monday (May 5)", "2025-05-05"),
        ("They met on Monday, 5 May 2025, in Rome.", "Monday, 5 May 2025", "2025-05-05"),
        ("An expo is planned for late 2026.", "late 2026", "2026-09~/2026-12~"),
        ("An expo is planned for early next year.", "early next year", "2026-01~/2026-04~"),
        ("An expo is planned for mid-2026.", "mid-2026", "2026-05~/2026-08~"),
        ("It will close by the end of 2025.", "end of 2025", "2025-12~"),
        ("It will close by the end of the year.", "end of the year", "2025-12~"),
        ("It meets in the first half of 2026.", "first half of 2026", "2026-01/2026-06"),
        ("It meets in the third quarter of this year.", "third quarter of this year", "2025-07/2025-09"),
        ("Exports rose in Q3 2024.", "Q3 2024", "2024-07/2024-09"),
        ("Exports rose in the first nine months of 2024.", "first nine months of 2024", "2024-01/2024-09"),
        ("Funds for FY2025 were named.", "FY2025", "2025"),
        ("Funds for fiscal year 2025 were named.", "fiscal year 2025", "2025"),
        ("It has run since August 2024.", "August 2024", "2024-08"),
        ("It runs from 2021 to 2025.", "2021 to 2025", "2021 to 2025"),
        ("The plan (2021-2025) goes on.", "2021-2025", "2021 to 2025"),
        ("Trade grew in 2023-24.", "2023-24", "2023 to 2024"),
        ("Ties were set up in 1995.", "1995", "1995"),
        ("Ties were raised a year ago.", "a year ago", "2024"),
        ("Ties were raised three years ago.", "three years ago", "2022"),
        ("Ties were raised forty-three years ago.", "forty-three years ago", "1982"),
        ("They spoke two days ago.", "two days ago", "2025-05-06"),
        ("They will meet next spring.", "next spring", "2026-03~/2026-05~"),
        ("They will meet this summer.", "this summer", "2025-06~/2025-08~"),
        ("It was signed on 2025-05-06.", "2025-05-06", "2025-05-06"),
        ("It was signed on 11.11.2024.", "11.11.2024", "2024-11-11"),
        ("It was signed on 25/04/2025.", "25/04/2025", "2025-04-25"),
        ("It was signed on 04/25/2025.", "04/25/2025", "2025-04-25"),
        ("It was signed on 08/05/2025.", "08/05/2025", "2025-05-08"),
        ("It was signed on 03/04/2025.", "03/04/2025", "2025"),
        ("Over the past year four digs were made.", "past year", "2024-05 to 2025-05"),
        ("Over the last three months four digs were made.", "last three months", "2025-02 to 2025-05"),
        ("From January to April this year trade grew.", "January to April this year", "2025-01 to 2025-04"),
        ("They spoke in March and September 2022.", "March", "2022-03"),
        ("They agreed to work for a deal at the summit in December.", "December", "2025-12"),
        ("They agreed to build on the summit in April.", "April", "2025-04"),
        ("Building on the second talks in Bali in April and much work, they will go on.", "April", "2025-04"),
        ("Their April meeting was short.", "April", "2025-04"),
        ("A communique was signed during the May summit.", "May", "2025-05"),
        ("They will meet before the year is out.", "year is out", "2025-12"),
        ("They will meet by year-end.", "year-end", "2025-12"),
        ("They will meet within the year.", "year", "2025-12"),
        ("They will meet in two weeks' time.", "in two weeks' time", "2025-05"),
        ("They will meet in six months.", "in six months", "2025-11"),
        ("They will meet in a fortnight.", "in a fortnight", "2025-05"),
        ("They met over the weekend.", "weekend", "2025-05-03/2025-05-04"),
        ("They met earlier in the week.", "earlier in the week", "2025-05-05/2025-05-11"),
        ("They met at the start of the month.", "start of the month", "2025-05"),
        ("They met on the 3rd of this month.", "3rd of this month", "2025-05-03"),
        ("They met in mid-March.", "mid-March", "2025-03"),
        ("They will meet in the third quarter.", "third quarter", "2025-07/2025-09"),
        ("They met last spring.", "last spring", "2024-03~/2024-05~"),
        ("They hoped to meet in September.", "September", "2025-09"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_far_as_the_words_go(text: str, words: str, value: str) -> None:
    found = dict(read(text))
    assert words in found, found
    assert edtf(found[words]) == value


@pytest.mark.parametrize(
    "text",
    [
        "The 13th dialogue may march on.",
        "May the two nations prosper.",
        "They took up Resolution 1950 and Agenda 2030.",
        "About 2000 soldiers took part.",
        "The 1990s were hard.",
        "Prime Minister May spoke.",
        "She chaired the 13th round for the second half.",
        "The Sun rose; the sat phone rang.",
        "They marked the 50th anniversary.",
        "Trade doubled in two months.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == []


def test_since_deadline_and_future_are_kept() -> None:
    [(_, since)] = read("It has run since August 2024.")
    [(_, deadline)] = read("Trade will reach $10 billion by 2030.")
    [(_, past)] = read("Trade was 10 billion in 2020.")
    assert since.since
    assert not since.deadline
    assert deadline.deadline
    assert deadline.future
    assert not past.future


def test_days_told_from_the_day_named_before() -> None:
    found = dict(
        read("They met on March 3, 2024. The following day they flew home. On the same day in 1975 it rained.")
    )
    assert edtf(found["following day"]) == "2024-03-04"


def test_without_a_date_line_the_year_stays_unknown() -> None:
    [(_, mark)] = read("They met on March 30.", None)
    assert edtf(mark) == "XXXX-03-30"
    [(_, mark)] = read("They met yesterday.", None)
    assert mark.start is None


def test_a_dateline_without_its_year_tells_the_day_and_the_month() -> None:
    text = "LIMA, March 26 (GNA) - Peru and Ghana signed a pact today. They met on Thursday and spoke yesterday."
    marks = {words: edtf(mark) for words, mark in read(text, None)}
    assert marks == {"March 26": "XXXX-03-26", "today": "XXXX-03-26", "Thursday": "XXXX-03", "yesterday": "XXXX-03-25"}


def test_the_anniversary_that_is_marked_gives_the_year() -> None:
    text = "They met on March 30. This year both mark the 20th anniversary of their pact (2003-2023)."
    assert edtf(read(text, None)[0][1]) == "2023-03-30"


def test_what_came_before_and_what_lies_ahead_give_the_year() -> None:
    text = (
        "On August 26 they held the round, the first since ties were upgraded in September 2021. "
        "Work goes on towards the 30th anniversary of ties (1993-2023)."
    )
    marked = [Marked(s) for s in sentences(text, [Passage(0, len(text), Role.BODY)])]
    found = document_year(marked, None)
    assert found is not None
    assert found[0] == 2022
    assert edtf(read(text, None)[0][1]) == "2022-08-26"


def test_a_full_date_elsewhere_gives_the_year() -> None:
    found = read("They met on March 30. Minutes were dated March 30, 2019.", None)
    assert edtf(found[0][1]) == "2019-03-30"


_WORDS = st.sampled_from(
    "May 8 , 2025 March 2021 - – to from 30 13th of last next this year month Monday ( ) early late mid the end half "
    "first Q3 FY 1995 24 past three ago since by 08 / 05 . 11.11.2025 31 February 29 spring in following day".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60), st.lists(_WORDS, max_size=25).map(" ".join), st.lists(_WORDS, max_size=12).map("".join)
    )
)
def test_no_text_breaks_it_and_spans_hold(text: str) -> None:
    for published in (None, DATE_LINE, PartialDate(2025), PartialDate(2024, 2, 29)):
        last = 0
        for words, mark in read(text, published):
            assert words.strip() == words
            assert mark.first < mark.last
            if mark.start is not None:
                assert parse(mark.start.edtf) == mark.start
            last = mark.last
        assert last >= 0
