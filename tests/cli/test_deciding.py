"""Deciding on the command line: one decision, the log, taking back, and the review."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.ledger import Ledger
from verbale.model.document import Document
from verbale.model.evidence import quote
from verbale.model.reading import Engagement, Participant, Reading

Run = Callable[..., object]
PAIR = "Tokyo and Canberra held talks on {0}. {1} led them. They spoke of ports."


def ids_of(asked: Run, kind: str) -> list[str]:
    return [row["id"] for row in json.loads(asked(kind, "--json", "--limit", "0").out)]  # type: ignore[attr-defined]


def add_meeting(ledger: Ledger, name: str, day: str, person: str, post: str | None) -> None:
    text = PAIR.format(day, person)
    document = Document(name, text)
    evidence = (quote(text, document.hash, 0, len(text) - 22),)
    people = (Participant(person, "JP", post, role="head"),)
    entry = Engagement("talks", evidence, True, parties=("AU", "JP"), start=day, participants=people)
    ledger.writer().add(document, Reading(name, title=name, reader="by-hand", engagements=(entry,)), text.encode())


@pytest.fixture
def open_questions(folder: Path) -> str:
    """A ledger in which two forms of a name may be one person, and two meetings one."""
    address = str(folder / "open.db")
    with Ledger.open(address) as ledger:
        add_meeting(ledger, "first.txt", "2024-03-04", "Haruki Sato Ito", "Ambassador")
        add_meeting(ledger, "second.txt", "2024-03-05", "Haruki Sato", None)
    return address


class TestDecide:
    def test_a_correction_and_its_undo(self, asked: Run) -> None:
        before = asked("export").out
        act = ids_of(asked, "acts")[0]
        said = asked("decide", "correct", act[:8], "--field", "actors", "--value", "Morocco", "--why", "see page 2",
                     "--by", "Ann")  # fmt: skip
        assert said.code == 0, said.err
        fact = json.loads(asked("show", act, "--json").out)
        assert (fact["actors"], fact["rule"], fact["id"]) == (["MA"], "decided", act)
        (logged,) = json.loads(asked("decisions", "--json").out)
        assert (logged["by"], logged["why"], logged["field"], logged["value"]) == (
            "Ann",
            "see page 2",
            "actors",
            ["MA"],
        )
        assert logged["id"] in said.out
        back = asked("undo", logged["id"], "--json", VERBALE_BY="Ben")
        assert json.loads(back.out)["by"] == "Ben"
        after = [line for line in asked("export").out.splitlines() if '"decision"' not in line]
        assert after == before.splitlines()
        table = asked("decisions").out
        assert "taken back by" in table
        assert "see page 2" in table

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (("correct", "ID", "--field", "type", "--value", "sing"), "type"),
            (("correct", "ID", "--field", "type"), "--value"),
            (("correct", "ID", "--field", "topics", "--value", "gardening"), "not a topic"),
            (("correct", "ID", "--field", "hat", "--value", "red"), "there are: type, actors"),
            (("reject", "ID", "--field", "type", "--value", "agree"), "takes no field"),
            (("merge", "ID"), "cannot be one"),
            (("accept", "a00"), "nothing under"),
            (("accept", "ID", "--based-on", "0"), "changed since you saw it"),
        ],
    )
    def test_what_makes_no_sense_is_said_in_one_line(self, asked: Run, arguments: tuple[str, ...], said: str) -> None:
        act = ids_of(asked, "acts")[0]
        answer = asked("decide", *(act if word == "ID" else word for word in arguments), "--why", "x", "--by", "Ann")
        assert answer.code == 2
        assert said in answer.err
        assert answer.err.count("\n") == 1
        assert json.loads(asked("decisions", "--json").out) == []

    def test_typed_values(self, asked: Run) -> None:
        meeting, figure = ids_of(asked, "engagements")[0], ids_of(asked, "figures")[0]
        for of, field, value in (
            (meeting, "start", "2024-05"), (meeting, "end", "none"), (meeting, "round", "13"), (meeting, "main", "no"),
            (meeting, "parties", "Morocco, us"), (meeting, "country", "Spain"), (figure, "value", "1,500.5"),
            (figure, "as-of", "2024"), (meeting, "participants", '[{"name": "Ann Lee", "party": "US"}]'),
        ):  # fmt: skip
            done = asked("decide", "correct", of, "--field", field, "--value", value, "--why", "", "--by", "Ann")
            assert done.code == 0, done.err
        shown = json.loads(asked("show", figure, "--json").out)
        assert (shown["value"], shown["as_of"]) == (1500.5, "2024")
        rows = {row["id"]: row for row in json.loads(asked("engagements", "--reports", "--json").out)}
        row = rows[meeting]
        assert (row["start"], row["end"], row["round"], row["main"], row["parties"], row["country"]) == (
            "2024-05", None, 13, False, ["MA", "US"], "ES",
        )  # fmt: skip
        assert [person["name"] for person in row["participants"]] == ["Ann Lee"]

    def test_a_ruling_is_what_the_record_says(self, verbale: Run, open_questions: str) -> None:
        def run(*arguments: str):
            return verbale(*arguments, VERBALE_LEDGER=open_questions, VERBALE_BY="Ann")

        first, second = ids_of(run, "engagements")
        assert run("decide", "merge", first, second, "--why", "one meeting").code == 0
        assert ids_of(run, "engagements") == [min(first, second)]
        assert run("decide", "rule", first, "--field", "period", "--value", "2024-03-05", "--why", "seen").code == 0
        (row,) = json.loads(run("engagements", "--json").out)
        assert row["start"] == "2024-03-05"
        wrong = run("decide", "rule", first, "--field", "hat", "--value", "red", "--why", "")
        assert (wrong.code, "no field 'hat'" in wrong.err) == (2, True)


class TestLog:
    def test_export_and_replay(self, asked: Run, verbale: Run, folder: Path) -> None:
        act, other = ids_of(asked, "acts")[:2]
        asked("decide", "reject", act, "--why", "no\u2028line", "--by", "Ann")
        asked("decide", "accept", other, "--why", "yes", "--by", "Ann")
        assert asked("decisions", "--export", "log.jsonl").code == 0
        lines = (folder / "log.jsonl").read_text(encoding="utf-8")
        assert lines.count("\n") == 2
        said = verbale("decisions", "--replay", "log.jsonl", "--ledger", "new.db")
        assert "2 new of 2" in said.out, said.err
        assert "0 new of 2" in verbale("decisions", "--replay", "log.jsonl", "--ledger", "new.db").out
        assert verbale("decisions", "--export", "/dev/stdout", "--ledger", "new.db").code == 0
        assert "0 new of 2" in asked("decisions", "--replay", "log.jsonl").out

    def test_csv_and_filters(self, asked: Run) -> None:
        act = ids_of(asked, "acts")[0]
        asked("decide", "accept", act, "--why", "=1+1", "--by", "Ann")
        (row,) = csv.DictReader(io.StringIO(asked("decisions", "--csv", "--of", act[:9], "--by", "Ann").out))
        assert (row["action"], row["why"], row["targets"]) == ("accept", "'=1+1", act)
        none = asked("decisions", "--action", "merge")
        assert "No decision in the ledger matches" in none.out

    def test_nothing_decided_yet_says_what_to_do(self, asked: Run) -> None:
        assert "verbale review" in asked("decisions").out
        assert asked("decisions", "--replay", "none.jsonl").code == 1
        missing = asked("undo", "j00", "--by", "Ann")
        assert (missing.code, "verbale decisions" in missing.err) == (2, True)


class TestReview:
    def review(self, verbale: Run, ledger: str, keys: str, *options: str, **environment: str):
        from typer.testing import CliRunner

        from verbale.cli.main import app

        given = {"VERBALE_LEDGER": ledger, "VERBALE_BY": "Ann", **environment}
        result = CliRunner().invoke(app, ["review", *options], input=keys, env=given, prog_name="verbale")
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.stdout

    def decided(self, verbale: Run, ledger: str) -> list[tuple[str, str]]:
        rows = json.loads(verbale("decisions", "--json", VERBALE_LEDGER=ledger).out)
        return [(row["action"], row["kind"]) for row in rows]

    def test_keys_decide_and_take_back(self, verbale: Run, open_questions: str) -> None:
        out = self.review(verbale, open_questions, "n\n\nu\nx\n?\na\ny\ns\nq\n", "-k", "engagement", "-k", "person")
        assert "1 of 2" in out
        assert "Haruki Sato Ito led them" in " ".join(out.split())
        assert "y same  n never" in out
        assert "the two are never one thing" in out
        kept = [("never-merge", "person"), ("undo", "person"), ("merge", "person")]
        assert self.decided(verbale, open_questions) == kept
        assert "1 decision kept" in out

    def test_what_is_settled_does_not_come_again(self, verbale: Run, open_questions: str) -> None:
        number = len(json.loads(verbale("review", "--json", VERBALE_LEDGER=open_questions).out))
        assert number >= 2
        self.review(verbale, open_questions, "y\n" * 9)
        assert json.loads(verbale("review", "--json", VERBALE_LEDGER=open_questions).out) == []
        assert "Nothing is open" in self.review(verbale, open_questions, "")

    def test_doubtful_facts(self, verbale: Run, folder: Path) -> None:
        text = "The meeting took place in Rome."
        document = Document("short.txt", text)
        evidence = (quote(text, document.hash, 0, len(text)),)
        with Ledger.open(folder / "x.db") as ledger:
            reading = Reading("short.txt", reader="by-hand", engagements=(Engagement("talks", evidence, True),))
            ledger.writer().add(document, reading, text.encode())
        ledger_file = str(folder / "x.db")
        (item,) = json.loads(verbale("review", "--json", "--kind", "fact", "--ledger", ledger_file).out)
        assert item["reasons"] == ["no date, though the document is about it; no parties"]
        assert item["sides"][0]["quoted"][0]["words"] == text
        out = self.review(verbale, ledger_file, "y\nr\n", COLUMNS="60")
        assert "a accept  r reject" in out
        assert max(map(len, out.splitlines())) <= 60
        assert json.loads(verbale("engagements", "--json", "--ledger", ledger_file).out) == []

    @pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
    def test_single_keys_on_a_terminal_and_ctrl_c(self, open_questions: str) -> None:
        import pty

        environment = {**os.environ, "VERBALE_LEDGER": open_questions, "VERBALE_BY": "Ann", "COLUMNS": "60"}
        environment["PYTHONPATH"] = os.pathsep.join(sys.path)
        child, terminal = pty.fork()
        if child == 0:
            os.execve(sys.executable, [sys.executable, "-m", "verbale", "review"], environment)
        seen = wait_for(terminal, "? help")
        os.write(terminal, b"n")
        seen = wait_for(terminal, "? help")
        assert "2 of" in seen
        os.write(terminal, b"\x1b[A")  # an arrow key is no command
        assert "Keys:" in wait_for(terminal, "Keys:")
        os.write(terminal, b"\x03")
        assert "1 decision kept" in wait_for(terminal, "lists")
        _, status = os.waitpid(child, 0)
        os.close(terminal)
        assert os.waitstatus_to_exitcode(status) == 130
        with Ledger.open(open_questions) as ledger:
            assert [logged.decision.action for logged in ledger.view().decisions()] == ["never-merge"]


def wait_for(terminal: int, words: str, seconds: float = 30) -> str:
    """What the terminal shows until these words stand there."""
    seen, until = "", time.monotonic() + seconds
    while words not in seen and time.monotonic() < until:
        try:
            seen += os.read(terminal, 4096).decode("utf-8", "replace")
        except OSError:
            break
    assert words in seen, seen
    return seen
