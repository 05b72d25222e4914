"""Many write at once and none is lost; one that is killed in the middle leaves nothing behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from ledger_samples import TEXT, sample, sentences_of

from verbale.ledger import Added, Ledger

WRITERS, EACH = 8, 4

# Stops where the facts of a document are in and its search entries are not, and waits to be killed.
_HALF_WAY = """
import sys, time
import sqlalchemy as sa
from ledger_samples import TEXT, sample, sentences_of
from verbale.ledger import Ledger

def stop(connection, cursor, statement, *others):
    if statement.startswith("INSERT INTO search_index"):
        print("half way", flush=True)
        time.sleep(60)

ledger = Ledger.open(sys.argv[1])
sa.event.listen(ledger.dialect.writing(), "before_cursor_execute", stop)
document, reading, content = sample("half.txt", TEXT + " Half.")
ledger.writer().add(document, reading, content, sentences_of(document.text))
"""


def test_eight_writers_lose_nothing(new_address: Callable[[], str]) -> None:
    address = new_address()
    outcomes: list[object] = []

    def write(writer: int) -> None:
        try:
            with Ledger.open(address) as ledger:
                for number in range(EACH):
                    document, reading, content = sample(f"{writer}-{number}.txt", f"{TEXT} {writer} {number}.")
                    outcomes.append(ledger.writer().add(document, reading, content, sentences_of(document.text)))
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            outcomes.append(error)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [outcome for outcome in outcomes if not isinstance(outcome, Added)] == []
    with Ledger.open(address) as ledger:
        assert ledger.view().counts()["documents"] == WRITERS * EACH
        assert len({hit.document for hit in ledger.view().search("hotline", 1000)}) == WRITERS * EACH
        assert ledger.view().health().problems == ()


def test_many_who_make_one_ledger_at_once(new_address: Callable[[], str]) -> None:
    address = new_address()
    failed: list[Exception] = []

    def make() -> None:
        try:
            Ledger.open(address).close()
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Ledger.open(address, create=False) as ledger:
        assert ledger.view().health().problems == ()


def test_a_killed_writer_leaves_no_half_document(new_address: Callable[[], str]) -> None:
    address = new_address()
    with Ledger.open(address) as ledger:
        ledger.writer().add(*sample())
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
        with subprocess.Popen(
            [sys.executable, "-c", _HALF_WAY, address], stdout=subprocess.PIPE, env=environment
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"half way\n"
            assert [record.source for record in ledger.view().documents()] == ["coast.txt"]
            writer.kill()
        assert isinstance(ledger.writer().add(*sample("next.txt", TEXT + " Next.")), Added)
        assert [record.source for record in ledger.view().documents()] == ["coast.txt", "next.txt"]
        assert ledger.view().health().problems == ()
