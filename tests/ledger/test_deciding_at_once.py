"""Many who decide at once: nothing is lost, nothing refused, and who was slower is told so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from ledger_samples import sample, sentences_of

from verbale.errors import LockedError, StaleError
from verbale.ledger import Ledger
from verbale.model.decisions import Draft

WRITERS, EACH = 6, 8  # 50 and 200 in bench/decisions.py


def filled(ledger: Ledger) -> list[str]:
    """The ids of acts in a ledger with one document."""
    document, reading, content = sample()
    ledger.writer().add(document, reading, content, sentences_of(document.text))
    return [fact.id for fact in ledger.view().acts()]


def test_many_writers_lose_nothing(new_address: Callable[[], str]) -> None:
    address = new_address()
    with Ledger.open(address) as ledger:
        acts = filled(ledger)
        before = [fact.entry for fact in ledger.view().acts()]

    def decide(number: int) -> list[str]:
        """In a connection of its own, as another process has it."""
        chance, made = Random(number), []
        with Ledger.open(address) as own:
            for _ in range(EACH // 2):
                value = {"field": "type", "value": chance.choice(("offer", "commit", "plan"))}
                decision = (
                    own.decider().decide(Draft("correct", (chance.choice(acts),), f"w{number}", "", value)).decision
                )
                made += [decision.id, own.decider().undo(decision.id, f"w{number}").decision.id]
        return made

    with ThreadPoolExecutor(WRITERS) as pool:
        made = [decision for ids in pool.map(decide, range(WRITERS)) for decision in ids]
    with Ledger.open(address) as ledger:
        logged = [one.decision for one in ledger.view().decisions()]
        assert sorted(made) == sorted(decision.id for decision in logged)
        assert len(made) == WRITERS * EACH
        assert len({decision.at for decision in logged}) == len(logged)
        assert [fact.entry for fact in ledger.view().acts()] == before
        assert ledger.view().health().problems == ()


def test_of_many_on_one_state_one_decides_and_the_others_are_told(ledger: Ledger) -> None:
    (act, *_) = filled(ledger)
    seen = ledger.view().state(act)
    together = threading.Barrier(WRITERS)

    def decide(number: int) -> str:
        together.wait()
        try:
            ledger.decider().decide(Draft("accept", (act,), f"writer {number}", based_on=seen))
        except StaleError as error:
            return str(error)
        return ""

    with ThreadPoolExecutor(WRITERS) as pool:
        told = list(pool.map(decide, range(WRITERS)))
    (logged,) = ledger.view().decisions()
    assert told.count("") == 1
    assert sum(f"accept by {logged.decision.by}" in words for words in told) == WRITERS - 1


def test_a_ledger_that_stays_locked_is_told(new_address: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    address = new_address()
    monkeypatch.setattr("verbale.ledger.decider.TRIES", 2)
    with Ledger.open(address) as ledger, Ledger.open(address, busy_seconds=0.05) as other:
        (act, *_) = filled(ledger)
        with ledger.dialect.writing().begin(), pytest.raises(LockedError, match="locked by another program"):
            other.decider().decide(Draft("accept", (act,), "Ann"))
        assert ledger.view().decisions() == []
