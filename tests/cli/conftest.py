"""The real command line: within this process for most tests, in a process of its own where that is the point."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from verbale.cli.main import app


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder; the settings of the outer environment do not reach the commands."""
    for name in [n for n in os.environ if n.startswith(("VERBALE_", "_VERBALE"))] + ["COLUMNS", "NO_COLOR"]:
        monkeypatch.delenv(name, raising=False)
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def verbale(folder: Path) -> Run:
    """Run a command in this process."""

    def run(*arguments: str | Path, **environment: str) -> Answer:
        result = CliRunner().invoke(app, list(map(str, arguments)), env=environment, prog_name="verbale")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Answer(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def asked(verbale: Run, filled_address: str) -> Run:
    """Run a command on the ledger of three documents."""

    def run(*arguments: str | Path, **environment: str) -> Answer:
        return verbale(*arguments, VERBALE_LEDGER=filled_address, **environment)

    return run


@pytest.fixture
def process(folder: Path) -> Run:
    """Run a command in a process of its own, as a person does."""

    def run(*arguments: str | Path, **environment: str) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "verbale", *map(str, arguments)],
            env=os.environ | environment, capture_output=True, text=True, encoding="utf-8", timeout=120,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return Answer(done.returncode, done.stdout, done.stderr)

    return run
