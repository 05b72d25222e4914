"""Figures as series, positions, since and planned at the command line: three forms of one answer, and a calendar."""

import csv
import io
import json

import pytest

ASKED = (
    ("figures", "--series"), ("positions",), ("positions", "--formulas"), ("planned", "--on", "2024-06-01"),
    ("since", "2024-05-20"),
)  # fmt: skip


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_json_and_csv_say_the_same(asked, arguments):
    as_json = json.loads(asked(*arguments, "--json").out)
    if arguments[0] == "since":
        as_json = [line for section in as_json["sections"] for line in section["lines"]]
    as_csv = list(csv.DictReader(io.StringIO(asked(*arguments, "--csv").out)))
    assert [row["id"] for row in as_csv] == [row["id"] for row in as_json]


def test_a_series_is_one_row_with_its_numbers(asked):
    (row,) = json.loads(asked("figures", "--series", "--json").out)
    assert [point["kind"] for point in row["points"]] == ["increment", "total"]
    table = asked("figures", "--series").out
    assert "+EUR 12.5 million" in table
    assert "total EUR 40 million" in table
    assert row["id"][:9] in table


def test_a_figure_shows_its_series(asked):
    (row,) = json.loads(asked("figures", "--series", "--json").out)
    page = asked("show", row["id"]).out
    assert f"Series {row['id'][:9]}" in page
    assert "“EUR 40 million”" in page
    assert json.loads(asked("show", row["id"], "--json").out)["series"]["id"] == row["id"]
    assert "Series" not in asked("show", row["id"], "--report").out


def test_since_a_day_tells_what_came_with_its_words(asked):
    shown = asked("since", "2024-05-20").out
    assert "New acts (1)" in shown
    assert "She invited Morocco to a fair in Đà Nẵng." in shown
    assert "Still open (1)" in shown
    assert "Morocco asked Portugal to share radar data." in shown
    assert "Searched: visit.txt" in shown


def test_since_says_what_it_does_not_know(asked):
    answer = asked("since", "no such forum")
    assert answer.code == 2
    assert "verbale mechanisms" in answer.err


def test_planned_writes_a_calendar(asked, folder):
    answer = asked("planned", "--on", "2024-06-01", "--ics", "plans.ics")
    assert "ahead" in answer.out
    assert "Wrote 1 event to plans.ics" in answer.err
    text = (folder / "plans.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:4th Maritime Dialogue (Morocco\\, Portugal)" in text


def test_a_wrong_day_is_said(asked):
    answer = asked("planned", "--on", "soon")
    assert answer.code == 2
    assert "--on" in answer.err


@pytest.mark.parametrize("width", [60, 100, 140])
@pytest.mark.parametrize("arguments", [one for one in ASKED if one[0] != "positions"], ids=" ".join)
def test_no_line_is_wider_than_the_terminal(asked, monkeypatch, arguments, width):
    monkeypatch.setenv("COLUMNS", str(width))
    assert max(map(len, asked(*arguments).out.splitlines()), default=0) <= width
