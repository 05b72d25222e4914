"""Every line of a briefing can be checked: its footnotes lead to words that stand in their documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from verbale.app import App
from verbale.ledger import View
from verbale.views.brief import Brief, Wanted, write_brief
from verbale.views.brief_contents import PAGE
from verbale.views.brief_material import Note
from verbale.views.brief_notes import Footnotes, quoted
from verbale.views.brief_sections import Line
from verbale.views.brief_typst import pdf_bytes

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "src" / "verbale" / "samples"
SHARED = ROOT.resolve().parent / "shared"
SUBJECTS = ("AU,JP", "CA,PH", "KR,PL", "GB,KE", "EU,JP", "FR,IN", "AR,BR", "DE,PL", "AU", "2+2")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    yield from read(tmp_path_factory.mktemp("samples") / "samples.db", [SAMPLES])


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    folders = [SHARED / "seeds", SHARED / "gold" / "news" / "texts"]
    if not all(folder.is_dir() for folder in folders):
        pytest.skip("there are no texts in ../shared")
    yield from read(tmp_path_factory.mktemp("shared") / "shared.db", folders)


def read(address: Path, folders: list[Path]) -> Iterator[View]:
    with App.start(str(address)) as app:
        app.read(sorted(path for folder in folders for path in folder.iterdir() if path.name != "README.md"))
        yield app.view()


def resolved(view: View, brief: Brief) -> int:
    """Hold each footnote and each quotation against the stored text; how many footnotes there are."""
    footnotes = Footnotes(brief)
    for section in brief.sections:
        for line in section.lines:
            assert line.notes, f"{section.heading}: {line.lead} has no source"
            texts = [" ".join(view.text(note.document.id).split()) for note in named(footnotes, line)]
            pieces = [piece.strip(" …") for piece in " ".join(line.quote.split()).split(" … ")]
            assert any(all(piece in text for piece in pieces) for text in texts), line.quote
    for footnote in footnotes.all():
        fact = view.fact(footnote.note.fact.id)
        for evidence in fact.entry.evidence:
            assert view.text(fact.document)[evidence.start : evidence.end] == evidence.exact
    return len(footnotes.all())


def named(footnotes: Footnotes, line: Line) -> list[Note[Any]]:
    return [footnote.note for footnote, _ in footnotes.of(line)]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_footnote_over_the_samples_leads_to_its_words(samples: View, subject: str) -> None:
    assert resolved(samples, write_brief(samples, subject, 0)) > 5
    assert resolved(samples, write_brief(samples, subject, 8, Wanted(PAGE))) > 3


def test_every_footnote_over_real_texts_leads_to_its_words(shared: View) -> None:
    assert resolved(shared, write_brief(shared, "US,VN", 0)) > 100


@pytest.mark.parametrize("subject", SUBJECTS[:4])
def test_the_short_form_is_one_page(samples: View, subject: str) -> None:
    assert pages(pdf_bytes(write_brief(samples, subject, 8, Wanted(PAGE)))) == 1


def test_the_short_form_over_real_texts_is_one_page(shared: View) -> None:
    assert pages(pdf_bytes(write_brief(shared, "US,VN", 8, Wanted(PAGE)))) == 1


def test_a_fragment_is_quoted_in_its_sentence(samples: View) -> None:
    brief = write_brief(samples, "AU,JP", 0)
    quotes = [quoted(brief, line.quote) for section in brief.sections for line in section.lines if line.quote]
    assert sum(quote[0].islower() for quote in quotes) <= len(quotes) // 10


def pages(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as opened:
        return len(opened)
