"""Commitments at the command line: one answer in three forms, filters, and the story of one."""

import csv
import io
import json

import pytest


def listed(asked, *arguments):
    return json.loads(asked("commitments", *arguments, "--json").out)


def test_json_and_csv_say_the_same(asked):
    as_csv = list(csv.DictReader(io.StringIO(asked("commitments", "--csv").out)))
    assert [row["id"] for row in as_csv] == [row["id"] for row in listed(asked)] != []


def test_filters_choose_among_commitments_and_change_none(asked):
    every = {row["id"]: row for row in listed(asked, "--limit", "0")}
    row = next(iter(every.values()))
    for arguments in (("--owner", row["owner"][0]), ("--status", row["status"]), ("--topic", row["topics"][0]),
                      ("--after", row["last"]), ("--before", row["first"])):  # fmt: skip
        found = listed(asked, *arguments, "--limit", "0")
        assert row in found
        assert all(every[one["id"]] == one for one in found)


def test_the_story_of_one_has_every_step_with_its_words_and_the_rule(asked):
    row = listed(asked)[0]
    page = asked("show", row["id"][:9], COLUMNS="200").out
    assert f"Commitment {row['id']}" in page
    assert row["rule"] in page
    for step in row["steps"]:
        assert step["words"][:40] in page
    assert json.loads(asked("show", row["id"], "--json").out) == row


def test_the_table_names_the_owner_and_the_status(asked):
    row = listed(asked)[0]
    table = asked("commitments").out
    assert row["id"][:9] in table
    assert row["status"] in table


@pytest.mark.parametrize("arguments", [("--status", "forgotten"), ("--owner", "Atlantis")], ids=" ".join)
def test_a_filter_that_makes_no_sense_is_refused_with_the_next_step(asked, arguments):
    answer = asked("commitments", *arguments)
    assert answer.code == 2
    assert arguments[1] in answer.err


def test_an_empty_list_says_why(asked):
    answer = asked("commitments", "--status", "withdrawn")
    assert answer.code == 0
    assert "None of the commitments in the ledger match" in answer.out


def test_an_act_without_a_commitment_is_told_so(asked):
    acts = json.loads(asked("acts", "--json", "--limit", "0").out)
    woven = {act["id"] for row in listed(asked, "--limit", "0") for step in row["steps"] for act in step["acts"]}
    lone = next(act["id"] for act in acts if act["id"] not in woven)
    answer = asked("show", f"t{lone[1:]}")
    assert answer.code == 2
    assert "belongs to no commitment" in answer.err
