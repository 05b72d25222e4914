"""Ids, days and versions: the small values that order and identify."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ledger_samples import sample

from verbale.errors import UsageError
from verbale.ledger.days import day_after_which, day_until_which
from verbale.ledger.ids import fact_id, kind_of, person_id
from verbale.ledger.versions import version_order
from verbale.ledger.writer import source_name
from verbale.model.days import days


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-02-29", None, ("2024-02-29", "2024-02-29")),
        ("2024-02", None, ("2024-02-01", "2024-02-29")),
        ("2024", None, ("2024-01-01", "2024-12-31")),
        ("2024~", None, ("2024-01-01", "2024-12-31")),
        ("2024-08-26", "2024-08-28", ("2024-08-26", "2024-08-28")),
        ("2024-04/2024-12", None, ("2024-04-01", "2024-12-31")),
        ("2026-09~/2026-12~", None, ("2026-09-01", "2026-12-31")),
        ("2024-05-08T10:00:00+07:00", None, ("2024-05-08", "2024-05-08")),
        (None, "2024-08", ("2024-08-01", "2024-08-31")),
        ("XXXX-03-30", None, (None, None)),
        ("2023-02-30", None, (None, None)),
        ("2023-13", None, (None, None)),
        (None, None, (None, None)),
    ],
)
def test_days(start: str | None, end: str | None, expected: tuple[str | None, str | None]) -> None:
    assert days(start, end) == expected


@given(st.text(), st.none() | st.text(alphabet="0123456789-X~/"))
def test_days_never_raise(start: str, end: str | None) -> None:
    first, last = days(start, end)
    assert (first is None) == (last is None)
    assert first is None or last is None or first <= last or end is not None or "/" in start


def test_bounds_that_a_person_types() -> None:
    assert (day_after_which("2024-02"), day_until_which("2024-02")) == ("2024-02-01", "2024-02-29")
    for wrong in ("", "soon", "2024-13", "XXXX", "24"):
        with pytest.raises(UsageError):
            day_after_which(wrong)


def test_an_id_says_what_a_fact_is_and_not_how_it_was_found() -> None:
    document, reading, _ = sample()
    act = reading.acts[0]
    same = fact_id("act", document.hash, replace(act, rule="other rule", spans={}))
    assert fact_id("act", document.hash, act) == same
    assert fact_id("act", document.hash, replace(act, topics=())) != same
    assert fact_id("act", "0" * 64, act) != same
    assert kind_of(same) == "act"


def test_a_person_is_a_name_and_a_party() -> None:
    assert person_id("Phạm Minh Chính", "VN") == person_id("PHAM MINH CHINH", "VN")
    assert person_id("Phạm Minh Chính", "VN") != person_id("Phạm Minh Chính", None)


def test_versions_are_ordered_by_their_numbers() -> None:
    versions = ["", "rules-1", "rules-2", "rules-2.1", "rules-10"]
    assert sorted(["rules-10", "rules-2.1", "", "rules-1", "rules-2"], key=version_order) == versions


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("/a/b/c.txt", "c.txt"), ("b\\c.txt", "c.txt"), ("c.txt", "c.txt"), ("https://a.example/b/c", "https://a.example/b/c"),
        ("a\udc80.txt", "a\\udc80.txt"), ("", ""),
    ],
)  # fmt: skip
def test_source_names(source: str, name: str) -> None:
    assert source_name(source) == name
