"""`verbale --as-of DAY`: asked of a ledger that was filled today."""

import json

import pytest


def test_before_anything_was_read_there_is_nothing_and_a_reason(asked):
    answer = asked("--as-of", "2001-01-01", "acts", "--json")
    assert json.loads(answer.out) == []
    assert "holds no documents yet" in answer.err


def test_a_day_to_come_is_the_ledger_of_now(asked):
    assert asked("--as-of", "9000-01-01", "acts", "--json").out == asked("acts", "--json").out


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "2026"])
def test_what_is_no_day_is_said(asked, day):
    answer = asked("--as-of", day, "acts")
    assert answer.code == 2
    assert "is no day" in answer.err
