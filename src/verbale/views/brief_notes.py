"""The footnotes of a briefing: every source once, numbered in the order of first use, whatever it is written as."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, NamedTuple

from verbale.model.records import DocumentRecord
from verbale.views.amounts import counted
from verbale.views.brief import Brief
from verbale.views.brief_contents import PAGE
from verbale.views.brief_material import Note
from verbale.views.brief_sections import Line
from verbale.views.naming import shortened

SHORT_ID = 10  # characters of an id: enough for 'verbale show'
LONGEST_QUOTE = 260  # characters in a line; the footnote has all the words
LONGEST_ON_A_PAGE = 125  # in the short form
LONGEST_NAME, LONGEST_TITLE = 40, 70  # of a title that stands for the outlet, and in the short form
_LAYOUT = re.compile(r"\*\*|^(?:[-•*–·]|\d{1,2}[.)])\s+|(?<=… )[-•*]\s+")  # what a list or a bold word left behind

_INNER = str.maketrans('“”"', "‘’'")  # quotation marks inside a quotation
# What neither XML nor a PDF can hold; a document's words may have it.
_UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")


class Footnote(NamedTuple):
    """A numbered source: a fact, and the number of its document among the sources; 0 in the short form, which has none.

    `words` are those that the line rests on, on one line; none where the line quotes them, or in the short form.
    """

    number: int
    note: Note[Any]
    source: int
    words: str

    @property
    def mark(self) -> str:
        """The document's number among the sources: 'S3'; empty in the short form."""
        return f"S{self.source}" if self.source else ""

    @property
    def told(self) -> str:
        """What follows that number: outlet, date, words and fact; in the short form also the title."""
        document = self.note.document
        title = shortened(title_of(document), LONGEST_TITLE)
        cited = cited_as(document) if self.source else f"{title}, {outlet_date(document)}"
        words = f": “{self.words}”" if self.words else ""
        return f"{cited}{words} (fact {self.note.fact.id[:SHORT_ID]})"

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.mark}, {self.told}" if self.mark else self.told


class Footnotes:
    """Numbers for the sources of a briefing."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._known: dict[str, Footnote] = {}
        self._documents: dict[str, DocumentRecord] = {}

    def of(self, line: Line) -> list[tuple[Footnote, bool]]:
        """The footnotes of a line, each with whether it is used for the first time; in the short form one of them."""
        found = []
        for note in line.notes[:1] if self._brief.form == PAGE else line.notes:
            first = note.fact.id not in self._known
            if first:
                self._known[note.fact.id] = self._made(note, line)
            found.append((self._known[note.fact.id], first))
        return found

    def all(self) -> list[Footnote]:
        """Every footnote so far, in order."""
        return list(self._known.values())

    def sources(self) -> list[tuple[str, str]]:
        """Every document cited so far: its number ('S1'), and title, outlet, date and id."""
        return [(f"S{number}", described(one)) for number, one in enumerate(self._documents.values(), start=1)]

    def _made(self, note: Note[Any], line: Line) -> Footnote:
        number = len(self._known) + 1
        if self._brief.form == PAGE:
            return Footnote(number, note, 0, "")
        self._documents.setdefault(note.document.id, note.document)
        words = " ".join(note.fact.words.split())
        told = quoted(self._brief, line.quote) == words
        return Footnote(number, note, list(self._documents).index(note.document.id) + 1, "" if told else words)


def scope(brief: Brief) -> str:
    """What the briefing rests on, in a sentence or two."""
    documents = brief.documents
    days = sorted(day for document in documents for day in (document.first, document.last) if day)
    period = (
        f", dated {days[0]} to {days[-1]}" if days and days[0] != days[-1] else f", dated {days[0]}" if days else ""
    )
    last = f" What is overdue or still ahead is seen from {brief.as_of}." if brief.as_of else ""
    return (f"From {len(documents)} {counted('document', len(documents))} of the ledger{period}.{last} "
            "Each line is what its source says; nothing is added.")  # fmt: skip


def gap_lines(brief: Brief) -> tuple[str, ...]:
    """What stands under 'Not in the record'; nothing in the short form, which has no such heading."""
    return () if brief.form == PAGE else brief.gaps or ("Nothing that this briefing looks for.",)


def cited_as(document: DocumentRecord) -> str:
    """The outlet and the date; the beginning of the title where no outlet is named."""
    name = document.outlet or shortened(title_of(document), LONGEST_NAME)
    return f"{name}, {dated(document)}"


def described(document: DocumentRecord) -> str:
    """A document among the sources: title, outlet, date and id."""
    return f"{title_of(document)}, {outlet_date(document)} (document {document.id[:SHORT_ID]})"


def title_of(document: DocumentRecord) -> str:
    """The title, or the file's name where there is none."""
    return document.title or document.source


def outlet_date(document: DocumentRecord) -> str:
    """Who published it, and when."""
    return f"{document.outlet or 'outlet not named'}, {dated(document)}"


def dated(document: DocumentRecord) -> str:
    """The day of a document; of one without a date that of what it is mainly about, marked so."""
    if document.published:
        return document.published[:10]
    return f"undated, on {document.first}" if document.first else "undated"


def quoted(brief: Brief, words: str) -> str:
    """A quotation on one line, without marks of layout, cut at a word's end where it is long."""
    most = LONGEST_ON_A_PAGE if brief.form == PAGE else LONGEST_QUOTE
    plain = _LAYOUT.sub("", unescape(" ".join(words.split()))).translate(_INNER)
    return shortened(plain, most)


def writable(words: str) -> str:
    """The words with a sign for each character that a Word document or a PDF cannot hold."""
    return words.translate(_UNWRITABLE)
