"""Series of real documents, read by the rules, where a corpus lies in ../shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from verbale.ledger import Ledger, View
from verbale.model.records import Filters
from verbale.pipeline import read_paths

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "texts"
CONSULTATIVE, SECURITY = "Strategic Consultative Group", "High-Level Security Dialogue"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="there is no corpus in ../shared")


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The documents that name one of the two series."""
    texts = ((path, path.read_text(encoding="utf-8", errors="replace")) for path in sorted(CORPUS.iterdir()))
    paths = [path for path, text in texts if CONSULTATIVE in text or SECURITY in text]
    with Ledger.open(tmp_path_factory.mktemp("corpus") / "corpus.db") as ledger:
        read_paths(paths, ledger)
        yield ledger.view()


def test_the_consultative_group_is_one_series_in_order(view: View) -> None:
    (series,) = [one for one in view.mechanisms() if one.parties == ("IL", "US") and CONSULTATIVE in one.names[0][0]]
    days = [one.entry.start or "" for one in series.rounds if one.entry.status == "held"]
    assert len(days) >= 6
    assert days == sorted(set(days))


@pytest.mark.parametrize("year", ["2021", "2022"])
def test_the_security_dialogue_of_a_year_is_one_engagement(view: View, year: str) -> None:
    rounds = [
        one for one in view.merged_engagements(Filters())
        if one.entry.parties == ("MX", "US") and one.entry.mechanism == SECURITY
        and (one.entry.start or "").startswith(f"{year}-10")
    ]  # fmt: skip
    assert len(rounds) == 1
    assert len({fact.document for fact in rounds[0].reports}) >= 2
