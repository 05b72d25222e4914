"""PDF: paragraphs out of lines, divided words, headers and page numbers."""

from __future__ import annotations

import multiprocessing
import os

import document_samples as samples
import pytest

from verbale.errors import SourceError
from verbale.sources import Limits, from_bytes


def test_lines_become_paragraphs_and_divided_words_whole() -> None:
    page = [
        (72, 760, "Chile and Kenya open talks"),
        (72, 720, "The first round of the consultations was held in Nairobi on Tuesday, with coope-"),
        (72, 706, "ration in training and the long-term safety of shipping lanes on the agenda of the"),
        (72, 692, "two delegations."),
        (72, 664, "Both sides agreed to draw up a work plan for the long-"),
        (72, 650, "term before the end of the year."),
    ]
    assert from_bytes("note.pdf", samples.pdf(page)).text.splitlines() == [
        "Chile and Kenya open talks",
        "The first round of the consultations was held in Nairobi on Tuesday, with cooperation in training and the "
        "long-term safety of shipping lanes on the agenda of the two delegations.",
        "Both sides agreed to draw up a work plan for the long-term before the end of the year.",
    ]


def test_headers_and_page_numbers_are_dropped_and_paragraphs_go_over_pages() -> None:
    def page(number: int, *lines: str) -> list[tuple[float, float, str]]:
        body = [(72.0, 740.0 - 14 * i, line) for i, line in enumerate(lines)]
        return [(72, 800, "Ministry of Defence - Press release"), *body, (290, 40, f"{number}")]

    text = from_bytes(
        "note.pdf",
        samples.pdf(
            page(
                1,
                "The delegations met twice in the course of the week and went through all the chapters of the",
                "plan",
            ),
            page(
                2,
                "which they signed in the presence of the two ambassadors on Friday in the old town hall.",
                "They left.",
            ),
            page(
                3,
                "A third meeting was set down for May, when the navies of the two countries exercise.",
                "It is in Lima.",
            ),
        ),
    ).text
    assert "Press release" not in text
    assert "plan which they signed" in text
    assert "\n2\n" not in text


def test_a_parser_that_takes_too_long_is_stopped_and_the_next_one_works() -> None:
    with pytest.raises(SourceError, match="could not be parsed within"):
        from_bytes("slow.pdf", samples.pdf(*[[(72, 700, "Talks")]] * 3000), Limits(seconds=0.001))
    assert from_bytes("next.pdf", samples.pdf([(72, 700, "Talks went on")])).text == "Talks went on\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_fork_has_a_worker_of_its_own() -> None:
    content = samples.pdf([(72, 700, "Talks went on")])
    assert from_bytes("note.pdf", content).text == "Talks went on\n"
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(from_bytes, ("note.pdf", content)).text == "Talks went on\n"
    assert from_bytes("note.pdf", content).text == "Talks went on\n"
