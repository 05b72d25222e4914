"""Files of every kind become documents; what cannot be read says why and what to do."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import document_samples as samples
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.errors import SourceError
from verbale.model.document import Role
from verbale.sources import Limits, from_bytes, load


def words_of(name: str, content: bytes) -> str:
    return from_bytes(name, content).text


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
     ("utf-16-le", b""), ("cp1252", b"")],
)  # fmt: skip
def test_text_in_any_usual_encoding(encoding: str, mark: bytes) -> None:
    text = "The minister’s visit to the café in Orléans – the first since 1998 – was “useful”, both sides said.\n" * 3
    assert words_of("note.txt", mark + text.encode(encoding)) == text


def test_line_ends_do_not_move_offsets() -> None:
    assert words_of("note.txt", b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_a_cut_character_costs_only_itself(tmp_path: Path) -> None:
    text = ("The talks in Đà Nẵng went on until Friday. " * 5).encode()
    loaded = load_bytes(tmp_path, text + "ẵ".encode()[:2])
    assert loaded.document.text.startswith("The talks in Đà Nẵng")
    assert loaded.encoding == "utf-8, damaged"


def load_bytes(folder: Path, content: bytes) -> object:
    path = folder / "note.txt"
    path.write_bytes(content)
    return load(path)


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.txt", b"\xff\xfe", "empty"),
        ("a.txt", bytes(range(256)) * 20, "not a text"),
        ("a.txt", b"...\n---\n", "no words"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj <<", "damaged"),
        ("a.pdf", samples.pdf([(72, 700, samples.FIRST)])[:300], "damaged"),
        ("a.pdf", samples.pdf([]), "no words"),
        ("a.docx", samples.word()[:2000], "damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 100, "old Word"),
        ("a.rtf", rb"{\rtf1 hello}", "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.html", b"<html><body></body></html>", "no words"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_next(name: str, content: bytes, word: str) -> None:
    with pytest.raises(SourceError) as error:
        from_bytes(name, content)
    assert word in error.value.message
    assert name in error.value.message
    assert error.value.hint.endswith((".", "folder"))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no file"):
        load(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="is a folder"):
        load(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="every file can be read by this user")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("The ministers met.")
    path.chmod(0)
    with pytest.raises(SourceError, match="may not be read"):
        load(path)


def test_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The ministers met. " * 100)
    with pytest.raises(SourceError, match="too large"):
        load(path, Limits(size=1000))


def test_an_archive_that_is_no_document() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "The ministers met.")
    with pytest.raises(SourceError, match="ZIP"):
        from_bytes("a.zip", buffer.getvalue())


def test_kind_is_told_by_content_not_by_name() -> None:
    assert from_bytes("story.txt", samples.page()).media_type == "text/html"
    assert from_bytes("story", samples.word()).media_type.endswith("wordprocessingml.document")
    assert from_bytes("story.txt", b"Prices rose <5 % while talks went on.").media_type == "text/plain"


def test_a_letter_that_looks_like_a_mail_header_stays_a_text() -> None:
    text = "Subject: the border treaty\nThe two ministers signed the treaty in Lima.\n"
    assert words_of("letter.txt", text.encode()) == text


def test_mail_has_subject_sender_date_and_paragraphs() -> None:
    document = from_bytes("note.eml", samples.mail())
    assert document.title == samples.TITLE
    assert document.published == "2021-03-04T09:30:00+03:00"
    assert document.outlet == "Press Office"
    assert "held in Nairobi on Tuesday.\nBoth delegations" in document.text
    assert "earlier words" not in document.text
    assert document.passages is not None
    assert [p.role for p in document.passages][:2] == [Role.HEADLINE, Role.BYLINE]


def test_word_gives_headings_paragraphs_and_rows() -> None:
    lines = words_of("note.docx", samples.word()).splitlines()
    assert lines == [samples.TITLE, "Ministry of Defence, 4 March 2021", samples.FIRST, "Next steps", samples.SECOND,
                     "Round | Nairobi, 2021"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_document_or_a_clear_error(content: bytes) -> None:
    try:
        document = from_bytes("any", content)
    except SourceError:
        return
    assert document.text.strip()
