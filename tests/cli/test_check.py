"""`verbale check`: a draft in, verdicts out, and an exit code for a pipeline."""

import csv
import io
import json

import pytest

RIGHT = "The third Maritime Dialogue between Portugal and Morocco was held in Lisbon on 14 May 2024."
WRONG = "The third Maritime Dialogue between Portugal and Morocco was held in Lisbon on 15 June 2024."


@pytest.fixture
def memo(folder):
    def write(*sentences):
        path = folder / "memo.txt"
        path.write_text("Memo\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_it_says_what_is_wrong_and_exits_with_1(asked, memo, form):
    answer = asked("check", memo(RIGHT, WRONG), form)
    assert answer.code == 1
    rows = json.loads(answer.out) if form == "--json" else list(csv.DictReader(io.StringIO(answer.out)))
    assert {row["words"]: row["verdict"] for row in rows} == {RIGHT: "supported", WRONG: "contradicted"}


def test_a_draft_without_a_contradiction_exits_with_0(asked, memo):
    answer = asked("check", memo(RIGHT))
    assert answer.code == 0
    assert "1 supported, 0 contradicted, 0 not in the record." in answer.out
    assert "held the third round" in answer.out


def test_a_draft_that_is_not_there_is_said(asked):
    answer = asked("check", "nowhere.docx")
    assert answer.code == 3
    assert "nowhere.docx" in answer.err
