"""Records of documents that share people and meetings: the same bytes on export, however the documents were read."""

from __future__ import annotations

import io
import json
import random
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from verbale.ledger import Ledger, placing
from verbale.pipeline import read_paths


def paths() -> list[Path]:
    """The shipped samples, among them three documents of one meeting."""
    folder = Path(str(files("verbale").joinpath("samples")))
    if not folder.is_dir():
        pytest.skip("no samples are shipped yet")
    return sorted(path for path in folder.iterdir() if path.name != "README.md")


def exported(ledger: Ledger) -> str:
    stream = io.StringIO()
    ledger.view().export(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    with Ledger.open(tmp_path_factory.mktemp("samples") / "one.db") as ledger:
        read_paths(paths(), ledger)
        return exported(ledger)


def test_documents_of_one_meeting_share_records(expected: str) -> None:
    same = [line for line in expected.splitlines() if json.loads(line)["record"] == "same"]
    assert any('"engagement"' in line for line in same)
    assert any('"person"' in line for line in same)


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_four_jobs(seed: int, expected: str, tmp_path: Path) -> None:
    shuffled = paths()
    random.Random(seed).shuffle(shuffled)
    with Ledger.open(tmp_path / "other.db") as ledger:
        read_paths(shuffled, ledger, jobs=4 if seed == 0 else 1)
        assert exported(ledger) == expected


class Stopped(BaseException):
    """What stops the reading, as a signal does."""


@pytest.mark.parametrize("after", [1, 4, 7])
def test_an_interruption(after: int, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped while the records of a document are worked out: the document is read again, with all its records."""
    settle, calls = placing.settle, []

    def stopping(*arguments: object, **named: object) -> None:
        settle(*arguments, **named)  # type: ignore[arg-type]
        calls.append(1)
        if len(calls) == after:
            raise Stopped

    with Ledger.open(tmp_path / "other.db") as ledger:
        monkeypatch.setattr(placing, "settle", stopping)
        with pytest.raises(Stopped):
            read_paths(paths(), ledger)
        monkeypatch.undo()
    with sqlite3.connect(tmp_path / "other.db") as stored:
        assert stored.execute("select count(*) from documents").fetchone()[0] == after - 1
    with Ledger.open(tmp_path / "other.db") as ledger:
        read_paths(paths(), ledger)
        assert exported(ledger) == expected
