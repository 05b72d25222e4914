"""A briefing as a Word document, a web page and a PDF: every footnote is there, and nothing of a document acts."""

from __future__ import annotations

import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import etree

from hand_written import Writing
from verbale.ledger import Ledger
from verbale.model.reading import Act, Engagement
from verbale.views.brief import Brief, write_brief
from verbale.views.brief_docx import docx_bytes
from verbale.views.brief_html import html
from verbale.views.brief_markdown import markdown
from verbale.views.brief_typst import pdf_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def brief(filled: Ledger) -> Brief:
    return write_brief(filled.view(), "MA,PT", 0)


@pytest.fixture
def evil(tmp_path: Path) -> Brief:
    """A document whose words are markup in every language that we write."""
    words = 'agreed to <script>alert("x")</script> #let x = 1 \\u{1} & *stars* _[label]_ @ref $x$ \x07 \ufffe end.'
    writing = Writing("evil.txt", f"<b>Title</b>\n\nThe two sides {words}\n")
    says = writing.says("The two sides " + words)
    reading = writing.reading(
        engagements=(Engagement("talks", says, main=True, parties=("MA", "PT"), start="2024-05-14"),),
        acts=(Act("agree", ("MA", "PT"), says, topics=("trade",)),),
    )
    with Ledger.open(tmp_path / "evil.db") as ledger:
        ledger.writer().add(writing.document, reading, writing.content)
        return write_brief(ledger.view(), "MA,PT", 0)


def facts(brief: Brief) -> set[str]:
    return {note.fact.id for section in brief.sections for line in section.lines for note in line.notes}


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return etree.fromstring(package.read(name))


class TestWord:
    def test_every_reference_has_its_footnote_and_every_source_one(self, brief: Brief) -> None:
        content = docx_bytes(brief)
        body, notes = part(content, "word/document.xml"), part(content, "word/footnotes.xml")
        references = [one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference")]
        written = [one.get(f"{W}id") for one in notes if one.get(f"{W}type") is None]
        assert references == written
        assert len(written) == len(facts(brief))
        text = "".join(notes.itertext())
        assert all(fact[:10] in text for fact in facts(brief))

    def test_a_source_cited_again_refers_to_its_first_footnote(self, brief: Brief) -> None:
        section = brief.sections[0]
        twice = Brief(brief.subject, (section, section), brief.gaps, brief.documents)
        content = docx_bytes(twice)
        body = part(content, "word/document.xml")
        marks = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
        fields = re.findall(r"NOTEREF (_Note\d+)", "".join(one.text or "" for one in body.iter(f"{W}instrText")))
        assert fields
        assert set(fields) <= marks

    def test_the_document_opens_and_says_what_the_briefing_says(self, brief: Brief) -> None:
        opened = docx.Document(io.BytesIO(docx_bytes(brief)))
        text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
        for section in brief.sections:
            assert section.heading in text
            assert all(line.lead in text for line in section.lines)
        assert opened.core_properties.author == ""

    def test_words_that_xml_cannot_hold(self, evil: Brief) -> None:
        opened = docx.Document(io.BytesIO(docx_bytes(evil)))
        text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
        assert "<script>alert('x')</script>" in text
        assert "\x07" not in text


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attributes)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.targets += [given["href"] or ""] if "href" in given else []


class TestPage:
    def test_every_footnote_is_linked_both_ways_and_nothing_is_fetched(self, brief: Brief) -> None:
        page = _Links()
        page.feed(html(brief))
        assert len(page.ids) == len(set(page.ids))
        assert {target[1:] for target in page.targets} <= set(page.ids)
        assert all(target.startswith("#") for target in page.targets)
        assert sum(one.startswith("note-") for one in page.ids) == len(facts(brief))
        assert page.tags.isdisjoint({"script", "link", "img", "iframe"})

    def test_words_of_a_document_are_only_words(self, evil: Brief) -> None:
        page = _Links()
        page.feed(html(evil))
        assert page.tags.isdisjoint({"script", "b"})
        assert "&lt;script&gt;" in html(evil)


class TestPdf:
    def test_it_holds_every_line_and_its_source(self, brief: Brief) -> None:
        text = pdf_text(pdf_bytes(brief))
        for section in brief.sections:
            assert section.heading in text
        assert all(fact[:10] in text for fact in facts(brief))

    def test_words_of_a_document_set_no_type(self, evil: Brief) -> None:
        assert "#let x = 1" in pdf_text(pdf_bytes(evil))


def pdf_text(content: bytes) -> str:
    opened = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage().get_text_bounded() for page in opened]
    opened.close()
    return " ".join(" ".join(pages).replace("￾", "").split())


def test_nothing_to_tell_has_its_reason_in_every_form(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as ledger:
        empty = write_brief(ledger.view(), None, 8)
    assert "no documents yet" in html(empty)
    assert "no documents yet" in docx.Document(io.BytesIO(docx_bytes(empty))).paragraphs[1].text
    assert "no documents yet" in pdf_text(pdf_bytes(empty))


class TestCharts:
    """The numbers of a series stand in every form as text beside their bars."""

    NUMBERS = ("+EUR 12.5 million", "EUR 40 million")

    def test_on_a_page_as_a_drawing(self, brief: Brief) -> None:
        page = html(brief)
        drawing = page[page.index("<svg") : page.index("</svg>")]
        assert all(number in drawing for number in self.NUMBERS)
        assert drawing.count("<rect") == len(self.NUMBERS)

    def test_in_word_as_a_table_that_can_be_edited(self, brief: Brief) -> None:
        (table,) = docx.Document(io.BytesIO(docx_bytes(brief))).tables
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        assert [row[2] for row in rows] == list(self.NUMBERS)
        assert len(rows[0][1]) < len(rows[1][1])

    def test_in_a_pdf_as_bars_with_text(self, brief: Brief) -> None:
        text = pdf_text(pdf_bytes(brief))
        assert all(number in text for number in self.NUMBERS)

    def test_in_markdown_as_a_line_of_numbers(self, brief: Brief) -> None:
        line = next(one for one in markdown(brief).splitlines() if one.startswith("  - "))
        assert "+EUR 12.5 million (increment) · 2024-05-14: EUR 40 million (total)" in line


def test_groups_have_headings_and_documents_are_listed_in_every_form(brief: Brief) -> None:
    word = docx.Document(io.BytesIO(docx_bytes(brief)))
    headings = [one.text for one in word.paragraphs if one.style.name == "Heading 2"]
    assert "Portugal to Morocco" in headings
    assert "<h3>Portugal to Morocco</h3>" in html(brief)
    assert "### Portugal to Morocco" in markdown(brief)
    listed = "S1 Portugal and Morocco hold third Maritime Dialogue, Lisbon Courier, 2024-05-14"
    assert listed in pdf_text(pdf_bytes(brief))
    assert any(" ".join(one.text.split()).startswith(listed) for one in word.paragraphs)
