"""The ledgers that the contract is told to: one a backend."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from verbale.ledger import Ledger

BACKENDS = ("sqlite",)


@pytest.fixture(params=BACKENDS)
def new_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Ledger]]:
    """Makes an empty ledger at each call."""
    opened: list[Ledger] = []

    def make() -> Ledger:
        opened.append(Ledger.open(tmp_path / f"ledger-{len(opened)}.db"))
        return opened[-1]

    yield make
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(new_ledger: Callable[[], Ledger]) -> Ledger:
    return new_ledger()


@pytest.fixture
def exported() -> Callable[[Ledger], str]:
    """The export of a ledger as a text."""

    def export(ledger: Ledger) -> str:
        stream = io.StringIO()
        ledger.view().export(stream, contents=True)
        return stream.getvalue()

    return export
