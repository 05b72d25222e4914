"""A draft held against the ledger: what is true is supported, what is false in a detail never is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from verbale.app import App
from verbale.ledger import View
from verbale.model.document import Document
from verbale.views.checking import ABSENT, CONTRADICTED, NOTHING, SUPPORTED, Checked, check, draft_of

SAMPLES = Path(__file__).parents[2] / "src" / "verbale" / "samples"
STATEMENTS = yaml.safe_load((Path(__file__).parent / "check_statements.yaml").read_text(encoding="utf-8"))
EXPECTED = {"right": SUPPORTED, "wrong": CONTRADICTED, "untold": ABSENT}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    with App.start(ledger=tmp_path_factory.mktemp("check") / "samples.db") as app:
        assert app.read([SAMPLES]).exit_code == 0
        yield app.view()


def checked(view: View, text: str) -> list[Checked]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return check(view, draft_of(Document(source="memo.txt", text=text, content=digest)))


def verdict(view: View, statement: str) -> str:
    found = [one for one in checked(view, f"Memo\n\n{statement}\n") if one.words == statement]
    return found[0].verdict if found else NOTHING


def test_sixty_statements(view: View) -> None:
    """At least 55 are right, and nothing false or untold is called supported."""
    wrong = []
    for kind, expected in EXPECTED.items():
        assert len(STATEMENTS[kind]) == 20
        for statement in STATEMENTS[kind]:
            given = verdict(view, statement)
            assert kind == "right" or given != SUPPORTED, statement
            if given != expected and not (expected == ABSENT and given == NOTHING):
                wrong.append((kind, given, statement))
    assert len(wrong) <= 5, wrong


def test_a_verdict_has_the_words_that_it_rests_on(view: View) -> None:
    (one,) = [c for c in checked(view, f"Memo\n\n{STATEMENTS['right'][0]}\n") if c.verdict == SUPPORTED]
    quote = one.findings[0].quotes[0]
    assert "Strategic Dialogue" in quote.words
    assert view.fact(quote.fact).words == quote.words


def test_a_sentence_that_claims_nothing_is_neither(view: View) -> None:
    assert verdict(view, "This memo is for the desk only.") == NOTHING
