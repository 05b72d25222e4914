"""Pages: the article with its roles, what the page declares, and pages that would break a parser."""

from __future__ import annotations

import document_samples as samples
import pytest

from verbale.model.document import Role
from verbale.sources import from_bytes
from verbale.sources.html_lines import visible_lines
from verbale.sources.html_meta import iso_date


def test_article_without_menu_and_other_stories() -> None:
    document = from_bytes("page.html", samples.page())
    assert document.passages is not None
    by_role = {p.role: p.span.of(document.text) for p in document.passages}
    assert by_role[Role.HEADLINE] == samples.TITLE
    assert by_role[Role.BYLINE] == "By Jane Otieno"
    assert by_role[Role.BODY].startswith(samples.FIRST)
    assert "Rain to ease" not in document.text
    assert "Politics" not in document.text


def test_a_page_in_utf_16() -> None:
    page = samples.page().decode().encode("utf-16")
    assert from_bytes("page", page).text == from_bytes("page", samples.page()).text


def test_what_the_page_declares() -> None:
    document = from_bytes("page.html", samples.page())
    assert document.outlet == "The Lake Post"
    assert document.published == "2021-03-04T09:30:00+03:00"
    assert document.language == "en"
    assert document.title == samples.TITLE


@pytest.mark.parametrize(
    ("declared", "iso"),
    [
        ("2021-03-04", "2021-03-04"),
        ("2021-03-04T09:30:00Z", "2021-03-04T09:30:00+00:00"),
        ("20210304", "2021-03-04"),
        ("2021-13-04", None),
        ("last week", None),
        (None, None),
    ],
)
def test_declared_dates(declared: str | None, iso: str | None) -> None:
    assert iso_date(declared) == iso


def test_a_page_nested_too_deep_for_any_parser_still_has_its_words() -> None:
    page = b"<html><body>" + b"<div>" * 5000 + f"<p>{samples.FIRST}</p>".encode() * 8 + b"</div>" * 5000
    document = from_bytes("deep.html", page)
    assert samples.FIRST in document.text
    assert document.passages is None


def test_a_page_of_very_many_paragraphs_is_laid_out_as_lines() -> None:
    document = from_bytes("long.html", b"<html><body>" + f"<p>{samples.SECOND}</p>".encode() * 16_000)
    assert document.text.count(samples.SECOND) == 16_000
    assert document.passages is None


def test_comments_scripts_and_drawings_are_not_seen() -> None:
    page = (
        "<head><title>T</title></head><body><!-- a -- b --><p>Talks</p><script>if (a<b && c>d) x('</p>')</script>"
        "<svg width='1'/><!--[if IE]><p>old</p><![endif]--><p>They met - at last.</p><select><option>Peru</select>"
        "<p>Signed</p></body>"
    )
    assert list(visible_lines(page)) == ["Talks", "They met - at last.", "Signed"]


@pytest.mark.parametrize("part", ["<", "<!--", "<script>", "&amp", "<p><", "]]>", "<a href='"])
def test_broken_markup_never_hangs(part: str) -> None:
    assert next(visible_lines("<p>Talks</p>" + part * 100_000)) == "Talks"
