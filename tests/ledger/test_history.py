"""The ledger of a day in the past is, to the byte, a ledger that was made of what was known on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_samples import sample, sentences_of

from verbale.ledger import Ledger, moments
from verbale.ledger.history import as_of, changed_since
from verbale.model.decisions import Draft

Export = Callable[[Ledger], str]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the day on which the ledger records."""

    def set_day(day: str) -> None:
        monkeypatch.setattr(moments, "now", lambda: f"{day}T12:00:00.000000Z")

    return set_day


def write(ledger: Ledger, reader: str = "test-1", name: str = "coast.txt", without_acts: bool = False) -> None:
    document, reading, content = sample(reader=reader, name=name)
    reading = replace(reading, acts=()) if without_acts else reading
    ledger.writer().add(document, reading, content, sentences_of(document.text))


def test_every_day_is_what_it_was(
    ledger: Ledger, new_ledger: Callable[[], Ledger], exported: Export, clock: Callable[[str], None], tmp_path: Path
) -> None:
    empty = exported(ledger)
    clock("2026-01-02")
    write(ledger)
    first = exported(ledger)
    clock("2026-02-03")
    fact = ledger.view().acts()[0].id
    rejected = ledger.decider().decide(Draft("reject", (fact,), "Anna", "not said"))
    second = exported(ledger)
    clock("2026-03-04")
    ledger.decider().undo(rejected.decision.id, "Anna")
    write(ledger, reader="test-2", without_acts=True)
    write(ledger, reader="test-2", name="copy.txt", without_acts=True)
    third = exported(ledger)
    for day, expected in (
        ("2026-01-01", empty), ("2026-01-02", first), ("2026-02-02", first), ("2026-02-03", second),
        ("2026-03-03", second), ("2026-03-04", third),
    ):  # fmt: skip
        with as_of(ledger, day, tmp_path / f"{day}.db") as past:
            assert exported(past) == expected, day
    assert exported(ledger) == third


def test_a_ledger_that_has_not_changed_since_is_asked_itself(ledger: Ledger, clock: Callable[[str], None]) -> None:
    assert not changed_since(ledger, "2026-01-01")
    clock("2026-01-02")
    write(ledger)
    assert changed_since(ledger, "2026-01-01")
    assert not changed_since(ledger, "2026-01-02")
