"""From files to a ledger: outcomes, interruptions, many writers."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from verbale.app import App
from verbale.errors import UsageError
from verbale.ledger import Ledger
from verbale.model.document import Document
from verbale.model.reading import Reading
from verbale.pipeline import Outcome, read_again, read_paths
from verbale.reader import rules
from verbale.settings import from_environment
from verbale.sources import Limits

COUNTRIES = ("Japan", "India", "Australia", "Vietnam", "the Philippines", "Kenya", "Chile")
KILLS = 20
# `verbale read` without its face: says when it begins, so that a kill hits the reading and not the start of Python.
CHILD = """
import sys
from verbale.ledger import Ledger
from verbale.pipeline import read_paths
print("begin", flush=True)
with Ledger.open(sys.argv[1]) as ledger:
    read_paths(sys.argv[2:], ledger)
"""


def write_documents(folder: Path, count: int, series: str = "readout") -> Path:
    """A folder with so many short, different readouts."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        host, guest = COUNTRIES[number % 7], COUNTRIES[(number * 3 + 1) % 7]
        (folder / f"{series}-{number:03d}.txt").write_text(
            f"{host} and {guest} hold {series} round {number + 1}\n\n"
            f"Officials of {host} and {guest} met on {number % 27 + 1} May 20{10 + number % 15} for round "
            f"{number + 1} of their Trade Dialogue. The two sides agreed to expand cooperation on ports. {host} "
            f"pledged ${number + 2} million. {guest} thanked {host} for its support and urged it to open its market.\n",
            encoding="utf-8",
        )
    return folder


def exported(ledger: Ledger) -> str:
    stream = io.StringIO()
    ledger.view().export(stream, contents=True)
    return stream.getvalue()


def child(ledger: Path, *paths: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", CHILD, str(ledger), *map(str, paths)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)


def statuses(outcomes: tuple[Outcome, ...]) -> dict[str, str]:
    return {Path(outcome.path).name: outcome.status for outcome in outcomes}


class TestOutcomes:
    def test_one_bad_file_never_stops_the_others(self, tmp_path: Path) -> None:
        folder = write_documents(tmp_path / "in", 3)
        (folder / "readout-001.txt").write_bytes(b"\x7fELF\0\0\1\2" * 50)
        (folder / "empty.txt").touch()
        told: list[tuple[str, int, int]] = []
        with Ledger.open(tmp_path / "x.db") as ledger:
            summary = read_paths(
                [folder, tmp_path / "none.txt", str(tmp_path / "*.pdf")],
                ledger,
                progress=lambda outcome, done, total: told.append((outcome.status, done, total)),
            )
            assert ledger.view().counts()["documents"] == 2
        assert statuses(summary.outcomes) == {
            "empty.txt": "failed", "readout-000.txt": "read", "readout-001.txt": "failed", "readout-002.txt": "read",
            "none.txt": "failed", "*.pdf": "failed",
        }  # fmt: skip
        assert all(outcome.reason and outcome.hint for outcome in summary.failed)
        assert summary.exit_code == 1
        assert [done for _, done, _ in told] == [1, 2, 3, 4, 5, 6]
        assert told[-1][2] == 6

    def test_known_documents_are_told_in_their_place(self, tmp_path: Path) -> None:
        folder = write_documents(tmp_path / "in", 4)
        with Ledger.open(tmp_path / "x.db") as ledger:
            read_paths([folder / "readout-001.txt", folder / "readout-003.txt"], ledger)
            before = ledger.view().documents()
            summary = read_paths([folder], ledger)
        assert [outcome.status for outcome in summary.outcomes] == ["read", "known", "read", "known"]
        assert {outcome.document for outcome in summary.with_status("known")} == {d.id for d in before}
        assert summary.exit_code == 0

    def test_nothing_but_failures(self, tmp_path: Path) -> None:
        with Ledger.open(tmp_path / "x.db") as ledger:
            assert read_paths([tmp_path / "none.txt"], ledger).exit_code == 3

    def test_a_document_beyond_the_limit(self, tmp_path: Path) -> None:
        folder = write_documents(tmp_path / "in", 1)
        with Ledger.open(tmp_path / "x.db") as ledger:
            (outcome,) = read_paths([folder], ledger, limits=Limits(size=10)).failed
        assert "too large" in outcome.reason

    def test_the_working_folder_with_the_ledger_in_it(self, tmp_path: Path) -> None:
        write_documents(tmp_path, 2)
        (tmp_path / ".hidden.txt").write_text("Talks.")
        (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
        with Ledger.open(tmp_path / "ledger.txt") as ledger:
            assert set(statuses(read_paths([tmp_path], ledger).outcomes)) == {"readout-000.txt", "readout-001.txt"}

    def test_a_path_given_twice_is_read_once(self, tmp_path: Path) -> None:
        folder = write_documents(tmp_path / "in", 2)
        with Ledger.open(tmp_path / "x.db") as ledger:
            outcomes = read_paths([folder, folder / "readout-000.txt", str(folder / "*.txt")], ledger).outcomes
        assert [outcome.status for outcome in outcomes] == ["read", "read"]

    def test_a_folder_without_documents(self, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        with Ledger.open(tmp_path / "x.db") as ledger:
            (outcome,) = read_paths([tmp_path / "in"], ledger).failed
        assert "no documents" in outcome.reason

    def test_sentences_can_be_searched(self, tmp_path: Path) -> None:
        folder = write_documents(tmp_path / "in", 1)
        with Ledger.open(tmp_path / "x.db") as ledger:
            read_paths([folder], ledger)
            assert any("urged it to open its market" in hit.words for hit in ledger.view().search("open market"))


def test_jobs_and_order_do_not_matter(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 12)
    paths = sorted(folder.iterdir())
    with Ledger.open(tmp_path / "one.db") as one, Ledger.open(tmp_path / "other.db") as other:
        first = read_paths(paths, one)
        second = read_paths(paths[::-1], other, jobs=2)
        assert first.outcomes == second.outcomes[::-1]
        assert exported(one) == exported(other)


def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", 40)
    with Ledger.open(tmp_path / "undisturbed.db") as ledger:
        started = time.perf_counter()
        read_paths([folder], ledger)
        duration = time.perf_counter() - started + 0.3  # a new process also makes the ledger and warms up
        expected = exported(ledger)
    chance = random.Random(7)
    interrupted = 0
    for number in range(KILLS):
        path = tmp_path / f"killed-{number}.db"
        process = child(path, folder)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, duration))
        process.send_signal(signal.SIGKILL)
        interrupted += process.wait() == -signal.SIGKILL
        process.stdout.close()
        with Ledger.open(path) as ledger:
            assert ledger.view().health().problems == ()
            read_paths([folder], ledger)
            assert exported(ledger) == expected
    assert interrupted > KILLS // 4


def test_eight_writers_lose_nothing(tmp_path: Path) -> None:
    shared = write_documents(tmp_path / "shared", 6, "shared")
    own = [write_documents(tmp_path / f"own-{n}", 6, f"series {n}") for n in range(8)]
    processes = [child(tmp_path / "x.db", shared, folder) for folder in own]  # all of them make the ledger at once
    for process in processes:
        process.communicate(timeout=120)
        assert process.returncode == 0
    with Ledger.open(tmp_path / "x.db") as ledger, Ledger.open(tmp_path / "alone.db") as alone:
        read_paths([shared, *own], alone)
        assert ledger.view().counts()["documents"] == 54
        assert exported(ledger) == exported(alone)
        assert ledger.view().health().problems == ()
    assert not list(tmp_path.glob(".*"))


def test_a_newer_reader_reads_again_what_the_ledger_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_documents(tmp_path / "in", 3)
    (folder / "copy.txt").write_bytes((folder / "readout-000.txt").read_bytes())
    with Ledger.open(tmp_path / "fresh.db") as fresh:
        read_paths([folder], fresh)
        expected = exported(fresh)
        assert read_again(fresh).outcomes == ()
    with monkeypatch.context() as older, Ledger.open(tmp_path / "old.db") as ledger:
        older.setattr(rules, "VERSION", "rules-0")
        older.setattr(rules, "read", lambda document: Reading(document.source, reader="rules-0"))
        read_paths([folder], ledger)
        assert {document.reader for document in ledger.view().documents()} == {"rules-0"}
    for path in folder.iterdir():
        path.unlink()
    with Ledger.open(tmp_path / "old.db") as ledger:
        assert len(read_again(ledger).with_status("failed")) == 0
        assert exported(ledger) == expected
        assert ledger.view().health().problems == ()


def test_a_defect_in_the_reader_fails_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_documents(tmp_path / "in", 3)
    read = rules.read

    def fails(document: Document) -> Reading:
        if document.source == "readout-001.txt":
            raise ZeroDivisionError("oh")
        return read(document)

    monkeypatch.setattr(rules, "read", fails)
    with Ledger.open(tmp_path / "x.db") as ledger:
        summary = read_paths([folder], ledger)
    assert [outcome.status for outcome in summary.outcomes] == ["read", "failed", "read"]
    assert "defect" in summary.failed[0].hint


class TestApp:
    def test_reads_by_its_settings(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("VERBALE_LEDGER", str(tmp_path / "mine.db"))
        monkeypatch.setenv("VERBALE_MAX_MB", "0.001")
        folder = write_documents(tmp_path / "in", 1)
        (folder / "large.txt").write_text("Talks were held. " * 200)
        with App.start() as app:
            assert [outcome.status for outcome in app.read([folder]).outcomes] == ["failed", "read"]
            assert app.view().counts()["documents"] == 1
        assert (tmp_path / "mine.db").exists()

    @pytest.mark.parametrize(
        ("name", "value"), [("VERBALE_JOBS", "0"), ("VERBALE_JOBS", "many"), ("VERBALE_MAX_MB", "nan")]
    )
    def test_a_setting_out_of_bounds(self, name: str, value: str) -> None:
        with pytest.raises(UsageError, match=name):
            from_environment({name: value})
