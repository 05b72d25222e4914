"""Every list: its table, its filters, JSON, CSV, and what it says when it is empty."""

import csv
import io
import json
from importlib import import_module

import pytest

LISTS = ("engagements", "people", "instruments", "acts", "figures", "documents")


@pytest.mark.parametrize("kind", LISTS)
def test_the_three_forms_show_the_same_rows_in_the_same_order(asked, kind):
    as_json = json.loads(asked(kind, "--json").out)
    as_csv = list(csv.DictReader(io.StringIO(asked(kind, "--csv").out)))
    table = asked(kind).out
    ids = [row["id"] for row in as_json]
    assert ids
    assert [row["id"] for row in as_csv] == ids
    places = [table.index(identifier[:9]) for identifier in ids]
    assert places == sorted(places)


@pytest.mark.parametrize("kind", LISTS)
def test_json_rows_hold_every_column_of_the_csv(asked, kind):
    fields = import_module(f"verbale.cli.{kind}").SHAPE.fields
    for row in json.loads(asked(kind, "--json").out):
        assert set(fields) <= set(row)


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (("acts",), 5),
        (("acts", "--party", "PT"), 3),
        (("acts", "--party", "portugal", "--party", "Morocco"), 2),
        (("acts", "--party", "MA,PT"), 2),
        (("acts", "--topic", "disaster"), 2),
        (("acts", "--mechanism", "maritime dialogue"), 4),
        (("acts", "--after", "2024-06"), 1),
        (("acts", "--before", "2024-05"), 4),
        (("acts", "--after", "2024-05-14", "--before", "2024-05-14"), 4),
        (("acts", "--limit", "2"), 2),
        (("acts", "--limit", "0"), 5),
        (("engagements", "--party", "Viet Nam"), 1),
        (("engagements", "--mechanism", "MARITIME"), 2),
        (("instruments", "--party", "VN"), 0),
        (("figures", "--topic", "maritime"), 2),
        (("people", "--party", "VN"), 1),
        (("documents", "--party", "MA"), 2),
    ],
)
def test_filters_leave_what_was_asked_for(asked, arguments, count):
    assert len(json.loads(asked(*arguments, "--json").out)) == count


def test_a_party_that_is_a_body_we_do_not_know_is_asked_for_as_it_is(asked):
    assert json.loads(asked("acts", "--party", "XYZO", "--json").out) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--party", "Atlantis"), "'Atlantis' is not a party"),
        (("--topic", "gardening"), "'gardening' is not a topic"),
        (("--after", "soon"), "--after 'soon' is no date"),
        (("--after", "2025", "--before", "2024"), "both after 2025 and before 2024"),
        (("--json", "--csv"), "exclude each other"),
        (("--limit", "-1"), "--limit"),
        (("--no-such-option",), "--no-such-option"),
    ],
)
def test_a_filter_that_makes_no_sense_is_wrong_usage(asked, arguments, message):
    answer = asked("acts", *arguments)
    assert answer.code == 2
    assert message in answer.err
    assert answer.out == ""


def test_a_cut_list_says_that_there_is_more(asked):
    assert "The first 2 acts; there are more: --limit 0 shows all" in asked("acts", "--limit", "2").out
    assert "5 acts." in asked("acts", "--limit", "5").out


def test_an_empty_list_says_why_and_what_next(asked, verbale, tmp_path):
    assert "None of the acts in the ledger match" in asked("acts", "--party", "JP").out
    text = tmp_path / "note.txt"
    text.write_text("Il faut trois tomates et un peu de basilic.\n", encoding="utf-8")
    verbale("read", text)
    answer = verbale("figures")
    assert answer.code == 0
    assert "No figures were recognised in the 1 document" in answer.out
    empty = verbale("figures", "--json")
    assert json.loads(empty.out) == []
    assert "No figures" in empty.err


def test_a_cell_that_a_spreadsheet_would_run_is_defused(asked):
    from verbale.views.exports.cells import cell

    for words in ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "＝1"):
        assert str(cell(words)).startswith("'")
    assert cell("Hanoi") == "Hanoi"
    assert cell(-3) == -3


@pytest.mark.parametrize("columns", ["24", "50", "80", "120", "200"])
@pytest.mark.parametrize("kind", LISTS)
def test_no_line_is_wider_than_the_terminal(asked, kind, columns):
    from rich.cells import cell_len

    out = asked(kind, COLUMNS=columns).out
    assert max(map(cell_len, out.splitlines())) <= int(columns)
    assert "Cordeiro" in asked("people", COLUMNS=columns).out


def test_without_a_terminal_nothing_is_coloured(asked):
    assert "\x1b" not in asked("acts").out
    assert "\x1b" not in asked("show", "round.txt").out
    assert "\x1b[3" not in asked("acts", FORCE_COLOR="1", NO_COLOR="1").out
    assert "\x1b[" in asked("acts", FORCE_COLOR="1").out
