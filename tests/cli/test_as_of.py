"""`verbale --as-of DAY`: the past can be asked by every command that asks, and is changed by none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.cli.commands import ENTRIES
from verbale.ledger import Ledger, moments
from verbale.model.decisions import Draft

DRAFT = "Portugal and Morocco held the third Maritime Dialogue on 14 May 2024. It was held in Lisbon.\n"
STORY = """Portugal and Morocco hold {round} Maritime Dialogue

Lisbon Courier, {day} 2024

Portugal and Morocco held the {round} Maritime Dialogue in {town} on {day} 2024. {who} led the delegation of Portugal.
The two sides agreed to {what}.
"""
TELLING = {
    "show": ("show", "third.txt"), "compare": ("compare", "third.txt", "wire.txt"), "brief": ("brief",),
    "check": ("check", "draft.txt"), "search": ("search", "maritime dialogue"), "since": ("since", "2024"),
    "mechanisms": ("mechanisms", "--json"), "posts": ("posts", "--json"), "conflicts": ("conflicts", "--json"),
    "planned": ("planned", "--json"), "positions": ("positions", "--json"), "decisions": ("decisions", "--json"),
    "documents": ("documents", "--json"), "export": ("export",), "review": ("review", "--json"),
}  # fmt: skip
CHANGING = {
    "read": ("draft.txt",), "demo": (), "parse": ("draft.txt",), "review": (), "undo": ("c1",),
    "decide": ("accept", "e1", "--why", "seen"), "copy": ("verbale.db", "other.db"), "backup": ("kept.db",),
    "restore": ("kept.db",), "doctor": (), "decisions": ("--replay", "draft.txt"),
}  # fmt: skip


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the day on which the ledger records."""
    return lambda day: monkeypatch.setattr(moments, "now", lambda: f"{day}T12:00:00.000000Z")


@pytest.fixture
def grown(verbale, folder: Path, clock) -> Callable[..., None]:
    """A ledger of two documents, and what makes more of it on a later day."""
    third = {"round": "third", "day": "14 May", "town": "Lisbon", "who": "Minister Inês Cordeiro"}
    (folder / "third.txt").write_text(STORY.format(**third, what="open a rescue centre in Faro"))
    (folder / "wire.txt").write_text(STORY.format(**third, what="share radar data"))
    (folder / "draft.txt").write_text(DRAFT)
    clock("2026-01-02")
    assert verbale("read", "third.txt", "wire.txt").code == 0

    def grow() -> None:
        clock("2026-02-03")
        later = {"round": "fourth", "day": "2 June", "town": "Rabat", "who": "Minister Rui Salgado"}
        (folder / "fourth.txt").write_text(STORY.format(**later, what="open a port in Tangier"))
        assert verbale("read", "fourth.txt").code == 0
        with Ledger.open("verbale.db") as ledger:
            ledger.decider().decide(Draft("reject", (ledger.view().acts()[0].id,), "Anna", "not said"))

    return grow


def test_before_anything_was_read_there_is_nothing_and_a_reason(asked):
    answer = asked("--as-of", "2001-01-01", "acts", "--json")
    assert json.loads(answer.out) == []
    assert "holds no documents yet" in answer.err


@pytest.mark.parametrize("day", ["9000-01-01", "9999-12-31"])
def test_a_day_to_come_is_the_ledger_of_now(asked, day):
    assert asked("--as-of", day, "acts", "--json").out == asked("acts", "--json").out


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "2026"])
def test_what_is_no_day_is_said(asked, day):
    answer = asked("--as-of", day, "acts")
    assert answer.code == 2
    assert "is no day" in answer.err


def test_every_command_that_asks_answers_as_it_did(verbale, grown):
    then = {name: verbale(*given) for name, given in TELLING.items()}
    assert {name for name, answer in then.items() if answer.code not in (0, 1)} == set()
    grown()
    for name, given in TELLING.items():
        past = verbale("--as-of", "2026-01-02", *given)
        assert (past.out, past.code) == (then[name].out, then[name].code), name
    changed = {name for name, given in TELLING.items() if verbale(*given).out != then[name].out}
    assert changed >= {"search", "brief", "mechanisms", "export", "decisions"}


@pytest.mark.parametrize("name", CHANGING)
def test_what_works_on_the_ledger_of_now_refuses(verbale, grown, folder, name):
    before = sorted(folder.iterdir()), verbale("export").out
    refused = verbale("--as-of", "2026-01-02", name, *CHANGING[name])
    assert refused.code == 2
    assert "--as-of" in refused.err
    assert before == (sorted(folder.iterdir()), verbale("export").out)


@pytest.mark.parametrize("given", [("port", "--save", "ports"), ("--saved", "ports"), ("--list",), ("--remove", "x")])
def test_searches_that_are_kept_are_of_now(verbale, grown, given):
    assert "belong to the ledger as it is now" in verbale("--as-of", "2026-01-02", "search", *given).err


def test_no_command_ignores_the_day(verbale):
    for name in {entry.name for entry in ENTRIES} - CHANGING.keys() - TELLING.keys():
        assert "is no day" in verbale("--as-of", "never", name).err, name
