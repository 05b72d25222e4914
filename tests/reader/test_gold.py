"""Real documents, where they lie in ../shared: scores against hand-made readings, and a corpus read to the end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from verbale.model.evidence import Evidence
from verbale.model.reading import Reading
from verbale.reader import rules
from verbale.sources import load

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "texts"
CASES = ROOT / "bench" / "cases.py"

needs_gold = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="there are no hand-made readings in ../shared")
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="there is no corpus in ../shared")


@cache
def scores(*options: str) -> dict[str, dict[str, float]]:
    """Set → layer → F1, by the bench."""
    command = [sys.executable, str(CASES), "--json", *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    (found,) = json.loads(done.stdout).values()
    return dict(found)


@needs_gold
@pytest.mark.parametrize("options", [(), ("--all",)], ids=["tune", "all"])
@pytest.mark.parametrize(("name", "least"), [("seeds", 0.85), ("readouts", 0.70), ("news", 0.70)])
def test_scores(name: str, least: float, options: tuple[str, ...], record_property: Any) -> None:
    measured = scores(*options)[name]["reading score"]
    record_property("reading score", measured)
    sys.stdout.write(f"{name} {' '.join(options) or 'tune'}: {measured:.3f}\n")
    assert measured >= least


@needs_corpus
def test_every_document_of_the_corpus_is_read_and_quoted() -> None:
    paths = sorted(CORPUS.glob("*.txt"))
    assert paths
    for path in paths:
        document = load(path).document
        reading = rules.read(document)
        assert reading.passages, path.name
        assert all(evidence.holds_in(document.text) for evidence in quotations(reading)), path.name


def quotations(reading: Reading) -> Iterator[Evidence]:
    """Every piece of evidence of a reading."""
    for layer in (reading.engagements, reading.instruments, reading.acts, reading.figures):
        for entry in layer:
            yield from entry.evidence
