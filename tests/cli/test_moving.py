"""copy, backup and restore: what they say, what they write, and how they refuse."""

import json
import os
import sqlite3
from pathlib import Path

import pytest


def test_a_ledger_goes_to_postgresql_and_back(asked, verbale, folder, filled_address, postgresql_server):
    exported = asked("export", "--contents").out
    with postgresql_server.database() as name:
        address = postgresql_server.address(name)
        there = verbale("copy", filled_address, address)
        assert there.code == 0
        assert "Copied 3 documents" in there.out
        assert "hash of what was read" in there.out
        assert "s3cret" not in there.out
        back = json.loads(verbale("copy", address, "back.db", "--json").out)
        assert back["hashes"]["from"] == back["hashes"]["to"]
        assert back["hashes"]["to"] in there.out
        assert (back["documents"], back["to"]) == (3, "back.db")
        assert verbale("export", "--contents", "--ledger", "back.db").out == exported
        assert verbale("export", "--contents", VERBALE_LEDGER=address).out == exported
        again = verbale("copy", filled_address, address)
        assert (again.code, again.out) == (4, "")
        assert "is not empty" in again.err
        assert "s3cret" not in again.err


def test_every_command_answers_from_postgresql_as_from_a_file(asked, verbale, filled_address, postgresql_server):
    questions = [
        ("documents", "--json"), ("engagements", "--party", "MA", "--json"), ("people", "--csv"), ("acts", "--json"),
        ("instruments", "--json"), ("figures", "--json"), ("show", "round.txt", "--json"), ("brief",),
        ("search", "radar", "data", "--json"), ("mechanisms", "--json"), ("export",),
    ]  # fmt: skip
    with postgresql_server.database() as name:
        address = postgresql_server.address(name)
        assert verbale("copy", filled_address, address).code == 0
        for question in questions:
            answer = verbale(*question, VERBALE_LEDGER=address)
            assert answer.code == 0, answer.err
            if question[0] != "search":  # what comes first may differ
                assert answer == asked(*question)
        checked = json.loads(verbale("doctor", "--json", VERBALE_LEDGER=address).out)
        assert checked["problems"] == []
        assert (checked["ledger"]["dialect"], checked["ledger"]["exists"]) == ("postgresql", True)
        assert checked["ledger"]["version"].startswith("PostgreSQL ")


def test_doctor_on_a_database_without_a_ledger_or_without_a_server(verbale, postgresql_server):
    with postgresql_server.database() as name:
        checked = verbale("doctor", "--json", "--ledger", postgresql_server.address(name))
        assert checked.code == 0
        assert json.loads(checked.out)["ledger"]["exists"] is False
        assert "s3cret" not in checked.out
    gone = verbale("doctor", "--ledger", postgresql_server.address(name))
    assert gone.code == 4
    assert "createdb" in gone.out
    assert "s3cret" not in gone.out


def test_demo_leaves_a_database_with_a_ledger_alone(verbale, filled_address, postgresql_server):
    with postgresql_server.database() as name:
        address = postgresql_server.address(name)
        verbale("copy", filled_address, address)
        answer = verbale("demo", "--ledger", address)
        assert answer.code == 2
        assert "is there already" in answer.err
        assert "s3cret" not in answer.err


def test_a_backup_is_restored_where_there_is_no_ledger(asked, verbale, folder):
    saved = asked("backup", "saved.db", "--json")
    assert saved.code == 0
    told = json.loads(saved.out)
    assert (told["documents"], told["to"]) == (3, "saved.db")
    restored = verbale("restore", "saved.db", "--ledger", "new.db")
    assert restored.code == 0
    assert "Restored 3 documents" in restored.out
    assert told["hashes"]["to"] in restored.out
    assert verbale("export", "--ledger", "new.db").out == asked("export").out
    assert sorted(os.listdir(folder)) == ["new.db", "saved.db"]


def test_a_ledger_that_holds_something_is_replaced_only_on_request(asked, verbale, folder):
    (folder / "a.txt").write_text("Kenya, Ghana hold talks\n\nKenya and Ghana held talks in Accra on 3 March 2024.\n")
    assert verbale("read", "a.txt").code == 0
    asked("backup", "saved.db")
    before = (folder / "verbale.db").read_bytes()
    refused = verbale("restore", "saved.db")
    assert refused.code == 4
    assert "--replace" in refused.err
    assert (folder / "verbale.db").read_bytes() == before
    assert verbale("restore", "saved.db", "--replace").code == 0
    assert verbale("export").out == asked("export").out


def test_a_damaged_backup_changes_nothing(asked, verbale, folder, filled_address):
    asked("backup", "saved.db")
    with sqlite3.connect(folder / "saved.db") as connection:
        connection.execute("UPDATE figures SET value = 41000000 WHERE value = 40000000")
    connection.close()
    before = Path(filled_address).read_bytes()
    for target in (filled_address, "new.db"):
        answer = verbale("restore", "saved.db", "--replace", "--ledger", target)
        assert answer.code == 4
        assert "saved.db is damaged or was changed" in answer.err
    assert Path(filled_address).read_bytes() == before
    assert not (folder / "new.db").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("copy", "no.db", "x.db"), 4, "There is no ledger no.db"),
        (("copy", "no.db"), 2, "TO"),
        (("backup", "x.db", "--ledger", "no.db"), 4, "There is no ledger no.db"),
        (("restore", "no.db"), 4, "There is no backup no.db"),
        (("copy", "mysql://host/x", "x.db"), 4, "SQLite and PostgreSQL"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(verbale, folder, arguments, code, words):
    answer = verbale(*arguments)
    assert answer.code == code
    assert words in answer.err
    assert os.listdir(folder) == []


def test_a_backup_never_takes_the_place_of_anything_else(asked, verbale, folder, filled_address):
    (folder / "notes.txt").write_text("notes")
    for name in ("notes.txt", filled_address, "no/saved.db", "."):
        answer = asked("backup", name)
        assert answer.code == 4
        assert answer.err.count("\n") == 1
    assert (folder / "notes.txt").read_text() == "notes"
    assert os.listdir(folder) == ["notes.txt"]
    assert asked("backup", "saved.db").code == 0
    assert asked("backup", "saved.db").code == 0, "an older backup is replaced"
