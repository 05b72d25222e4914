"""Ledgers of the readings written by hand in ../shared: of the five seeds, and of these with seven news stories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.ledger import Ledger, View
from verbale.model.reading import reading_from_json
from verbale.sources import load

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEEDS, NEWS = SHARED / "gold" / "seeds", SHARED / "gold" / "news"
STORIES = (
    "2023-09-20-dpd-washington", "2016-10-17-seventh-dpd-hanoi", "2025-05-08-dpd13-next-steps",
    "2025-05-09-dpd13-agreed-course", "2025-12-19-psdd14-washington", "2025-12-04-vn-jp-2plus2-new-channel",
    "2025-12-05-jp-vn-two-plus-two",
)  # fmt: skip


def filled(ledger: Ledger, stories: bool) -> View:
    given = [(SHARED / "seeds" / f"{path.stem}.txt", path) for path in sorted(SEEDS.glob("*.json"))]
    if stories:
        given += [(NEWS / "texts" / f"{name}.txt", NEWS / f"{name}.json") for name in STORIES]
    for text, gold in given:
        loaded = load(text)
        reading = reading_from_json(json.loads(gold.read_text(encoding="utf-8")), loaded.document)
        ledger.writer().add(loaded.document, reading, loaded.content)
    return ledger.view()


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    if not NEWS.is_dir():
        pytest.skip("there are no hand-made readings in ../shared")
    with Ledger.open(tmp_path_factory.mktemp("seeds") / "seeds.db") as ledger:
        yield filled(ledger, stories=False)


@pytest.fixture(scope="session")
def all_twelve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    if not NEWS.is_dir():
        pytest.skip("there are no hand-made readings in ../shared")
    with Ledger.open(tmp_path_factory.mktemp("twelve") / "twelve.db") as ledger:
        yield filled(ledger, stories=True)
