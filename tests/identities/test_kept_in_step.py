"""Records kept in step with documents as they come equal the records of all documents at once."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from hand_written import Writing
from verbale.ledger import Ledger, schema
from verbale.ledger.identity import settle_rulings
from verbale.ledger.tallies import refill
from verbale.model.reading import Engagement, Instrument, Participant, Reading

# In which order somebody who wrote nothing of the ledger would see them: any.
TEXTS = [
    f"Report {number}\n\nMinisters met again, says report {number}, and signed a text on ports." for number in range(5)
]
PEOPLE = st.sampled_from([
    Participant("Long", "VN", "Prime Minister"), Participant("Tran Van Long", "VN", "Prime Minister"),
    Participant("Tran Van Lon", "VN", "Prime Minister"), Participant("Reyes", None, "President"),
    Participant("Ann Reyes", "PH", "President"), Participant("Ann B. Reyes", "PH", "President"),
    Participant("Long", "VN", None), Participant("Reyes", "PH", "Deputy Minister of Defence"),
])  # fmt: skip
DAYS = st.sampled_from(["2024-05-04", "2024-05", "2024-05-05", "2024", "2023-05-04", None])
DOCUMENTS = st.tuples(st.sampled_from(range(len(TEXTS))), st.sampled_from(["reader-1", "reader-2", "reader-3"]))


@st.composite
def facts(draw: st.DrawFn) -> dict[str, Any]:
    """What a reading says, apart from where it stands."""
    meeting = st.fixed_dictionaries({
        "kind": st.sampled_from(["talks", "dialogue", "visit", "call"]), "start": DAYS, "main": st.just(False),
        "mechanism": st.sampled_from([None, "Port Dialogue", "Harbour Dialogue"]),
        "round": st.sampled_from([None, 1, 2]),
        "parties": st.sampled_from([("PH", "VN"), ("PH",), ("JP", "PH", "VN")]),
        "participants": st.lists(PEOPLE, max_size=2, unique=True).map(tuple),
    })  # fmt: skip
    text = st.fixed_dictionaries({
        "type": st.sampled_from(["mou", "agreement"]), "date": DAYS,
        "parties": st.sampled_from([("PH", "VN"), ()]),
        "title": st.sampled_from(["Memorandum of understanding", "Memorandum on ports", "Agreement on inner ports"]),
    })  # fmt: skip
    return {"meetings": draw(st.lists(meeting, max_size=2)), "texts": draw(st.lists(text, max_size=1))}


def reading(writing: Writing, told: dict[str, Any], reader: str) -> Reading:
    says = writing.says("Ministers met again")
    return Reading(
        source=writing.document.source, reader=reader,
        engagements=tuple(Engagement(evidence=says, **one) for one in told["meetings"]),
        instruments=tuple(Instrument(evidence=writing.says("a text on ports"), **one) for one in told["texts"]),
    )  # fmt: skip


def write(ledger: Ledger, number: int, told: dict[str, Any], reader: str) -> None:
    writing = Writing(f"report-{number}.txt", TEXTS[number])
    ledger.writer().add(writing.document, reading(writing, told, reader), writing.content)


def state(ledger: Ledger) -> tuple[object, ...]:
    """Records, components, suggestions and counts as the tables hold them."""
    with ledger.dialect.reading().connect() as connection:
        nodes = connection.execute(sa.select(schema.nodes).order_by(schema.nodes.c.id)).all()
        keys = connection.execute(sa.select(schema.node_keys).order_by(*schema.node_keys.c)).all()
        suggested = connection.execute(sa.select(schema.suggestions).order_by(*schema.suggestions.c)).all()
        counted = connection.execute(sa.select(schema.tallies).order_by(*schema.tallies.c)).all()
    return nodes, keys, suggested, counted


READINGS = st.dictionaries(DOCUMENTS, facts(), min_size=1, max_size=9)


@settings(max_examples=15, deadline=None)
@given(READINGS, st.randoms(use_true_random=False))
def test_any_way_to_the_same_documents_gives_the_same_records(
    readings: dict[tuple[int, str], dict[str, Any]], chance: random.Random
) -> None:
    order = sorted(readings)
    chance.shuffle(order)
    newest = {number: (told, reader) for (number, reader), told in sorted(readings.items())}
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "step.db") as step,
        Ledger.open(Path(folder) / "once.db") as once,
    ):
        for number, reader in order:
            write(step, number, readings[number, reader], reader)
        for number, (told, reader) in sorted(newest.items()):
            write(once, number, told, reader)
        assert state(step) == state(once)
        before = state(step)
        with step.dialect.writing().begin() as connection:
            settle_rulings(connection, connection.scalars(sa.select(schema.nodes.c.id)).all())
            refill(connection)
        assert state(step) == before
