"""Dates keep their precision through writing, reading and comparing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model.dates import DateInterval, PartialDate, Precision, compatible, parse, sort_key

EXPECTED_ORDER = ["2024-12-31", "2025-03", "2025-03-02", "2025", "XXXX-01-01"]


@pytest.mark.parametrize(
    "text",
    [
        "2025-05-08",
        "2025-05",
        "2025",
        "XXXX-03-30",
        "2025~",
        "2026-09~/2026-12~",
        "2024-04/2024-12",
        "../2024",
    ],
)
def test_edtf_is_written_as_it_was_read(text: str) -> None:
    assert parse(text).edtf == text


def test_a_timestamp_is_read_to_its_day_and_a_season_as_its_months() -> None:
    assert parse("2025-05-08T19:29+07:00") == PartialDate(2025, 5, 8)
    assert parse("2001-24").edtf == "2001-12/2002-02"


@pytest.mark.parametrize(
    "text", ["", "8 May", "2025-13", "2025-02-30", "202X", "/", "2025-5-8", "0000", "2025-22/2026"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse(text)


def test_bounds() -> None:
    assert PartialDate(2024, 2).latest() == date(2024, 2, 29)
    assert PartialDate(2024).earliest() == date(2024, 1, 1)
    assert PartialDate(None, 3, 30).earliest() is None
    assert parse("2024-04/2024-12").latest() == date(2024, 12, 31)
    assert parse("2024-04/..").latest() is None
    assert parse("2024-04-01/2024-12").precision is Precision.MONTH


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2025-05-08", "2025-05", True),
        ("2025-05-08", "2025", True),
        ("2025-05-08", "2025-06", False),
        ("XXXX-03-30", "2023-03-30", True),
        ("XXXX-03-30", "2023-03-29", False),
        ("2024-04/2024-12", "2024-09-09", True),
        ("2024-04/2024-12", "2025", False),
        ("2024-04/..", "2030", True),
    ],
)
def test_compatible_at_the_coarser_precision(one: str, other: str, same: bool) -> None:
    assert compatible(parse(one), parse(other)) is same
    assert compatible(parse(other), parse(one)) is same


def test_listing_puts_a_bare_year_after_its_months_and_the_unknown_last() -> None:
    listed = [parse(t) for t in ("XXXX-01-01", "2025", "2024-12-31", "2025-03", "2025-03-02")]
    assert [d.edtf for d in sorted(listed, key=sort_key)] == EXPECTED_ORDER


def test_an_interval_needs_a_side() -> None:
    with pytest.raises(ValueError, match="side"):
        DateInterval(None, None)


@given(st.text(alphabet="0123456789X-/~.T:", max_size=24))
def test_parsing_refuses_or_keeps(text: str) -> None:
    try:
        found = parse(text)
    except ValueError:
        return
    assert parse(found.edtf) == found
