"""A small ledger of invented documents with readings written by hand: no reader stands between it and a test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import postgresql_server as postgresql
from hand_written import Writing
from verbale.ledger import Ledger
from verbale.model.reading import Act, Engagement, Figure, Instrument, Participant, Reading

ROUND_TEXT = """Portugal and Morocco hold third Maritime Dialogue

Lisbon Courier, 14 May 2024

Portugal and Morocco held the third round of their Maritime Dialogue in Lisbon on 14 May 2024. It was co-chaired by
Deputy Foreign Minister Inês Cordeiro and Secretary-General Youssef Lahlou.
The two sides agreed to open a joint rescue centre in Faro. Morocco asked Portugal to share radar data.
Portugal provided EUR 12.5 million for coastal radars, bringing the total to EUR 40 million.
They signed a memorandum of understanding on search and rescue. The fourth round will be held in Rabat in 2025.
"""
VISIT_TEXT = """Đặng Thị Hòa visits Rabat

Deputy Minister Đặng Thị Hòa of Vietnam visited Rabat on 3 June 2024. She invited Morocco to a fair in Đà Nẵng.
"""
QUIET_TEXT = """Recette de la semaine

Il faut trois tomates et un peu de basilic.
"""


def round_reading(writing: Writing) -> Reading:
    """The third Maritime Dialogue: an entry of every layer."""
    says, pair = writing.says, ("MA", "PT")
    return writing.reading(
        outlet="Lisbon Courier",
        published="2024-05-14",
        language="en",
        engagements=(
            Engagement(
                "dialogue", says("held the third round of their Maritime Dialogue in Lisbon"), main=True,
                mechanism="Maritime Dialogue", round=3, parties=pair, start="2024-05-14", place="Lisbon", country="PT",
                participants=(
                    Participant("Inês Cordeiro", "PT", "Deputy Foreign Minister", role="co-chair"),
                    Participant("Youssef Lahlou", "MA", "Secretary-General", role="co-chair"),
                ),
                rule="engagement.held",
            ),
            Engagement(
                "dialogue", says("The fourth round will be held in Rabat in 2025"), status="planned",
                mechanism="Maritime Dialogue", round=4, parties=pair, start="2025", place="Rabat", country="MA",
            ),
        ),
        instruments=(
            Instrument("mou", "memorandum of understanding on search and rescue",
                       says("a memorandum of understanding on search and rescue"), date="2024-05-14", parties=pair,
                       status="signed"),
        ),
        acts=(
            Act("agree", pair, says("The two sides agreed to open a joint rescue centre in Faro."),
                topics=("maritime", "disaster"), rule="act.agree"),
            Act("request", ("MA",), says("Morocco asked Portugal to share radar data."), topics=("maritime",)),
            Act("deliver", ("PT",), says("Portugal provided EUR 12.5 million for coastal radars"),
                topics=("maritime",)),
            Act("sign", pair, says("They signed a memorandum of understanding on search and rescue."),
                topics=("disaster",)),
        ),
        figures=(
            Figure(12_500_000, "EUR", "increment", "coastal radars", says("EUR 12.5 million"), topic="maritime"),
            Figure(40_000_000, "EUR", "total", "coastal radars", says("EUR 40 million"), topic="maritime",
                   as_of="2024-05-14"),
        ),
    )  # fmt: skip


def visit_reading(writing: Writing) -> Reading:
    """A visit, an invitation and a person with diacritics."""
    person = Participant("Đặng Thị Hòa", "VN", "Deputy Minister", role="guest")
    return writing.reading(
        language="en",
        engagements=(
            Engagement(
                "visit", writing.says("visited Rabat on 3 June 2024"), main=True, parties=("MA", "VN"),
                start="2024-06-03", place="Rabat", country="MA", participants=(person,),
            ),
        ),
        acts=(
            Act("offer", ("VN",), writing.says("She invited Morocco to a fair in Đà Nẵng."), speaker="Đặng Thị Hòa",
                topics=("trade",)),
        ),
    )  # fmt: skip


def quiet_reading(writing: Writing) -> Reading:
    """A document in which nothing was recognised."""
    return Reading(source="recette.txt", title="Recette de la semaine", language="fr", reader="by-hand")


def fill(ledger: Ledger, backwards: bool = False) -> None:
    """Write the three documents into the ledger."""
    record = [("round.txt", ROUND_TEXT, round_reading), ("visit.txt", VISIT_TEXT, visit_reading),
              ("recette.txt", QUIET_TEXT, quiet_reading)]  # fmt: skip
    with ledger.writer() as writer:
        for name, text, reading in reversed(record) if backwards else record:
            writing = Writing(name, text)
            writer.add(writing.document, reading(writing), writing.content)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    """A real server for the session; the test is skipped, saying why, where none can be started."""
    reason = postgresql.missing()
    if reason is not None:
        pytest.skip(reason)
    with postgresql.running() as server:
        yield server


@pytest.fixture
def filled_address(tmp_path: Path) -> str:
    """The file of a ledger with three documents."""
    address = str(tmp_path / "filled.db")
    with Ledger.open(address) as ledger:
        fill(ledger)
    return address


@pytest.fixture
def filled(filled_address: str) -> Iterator[Ledger]:
    """A ledger with three documents, open."""
    with Ledger.open(filled_address) as ledger:
        yield ledger


@pytest.fixture
def filled_backwards(tmp_path: Path) -> Iterator[Ledger]:
    """The same documents, read in the opposite order."""
    with Ledger.open(tmp_path / "backwards.db") as ledger:
        fill(ledger, backwards=True)
        yield ledger
