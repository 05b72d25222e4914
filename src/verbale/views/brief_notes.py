"""The footnotes of a briefing: every source once, numbered in the order of first use, whatever it is written as."""

from __future__ import annotations

from typing import Any, NamedTuple

from verbale.model.records import DocumentRecord
from verbale.views.amounts import counted
from verbale.views.brief import Brief
from verbale.views.brief_contents import PAGE
from verbale.views.brief_material import Note
from verbale.views.brief_sections import Line

SHORT_ID = 10  # characters of an id: enough for 'verbale show'
LONGEST_QUOTE = 260  # characters in a line; the footnote has all the words
LONGEST_ON_A_PAGE = 150  # in the short form

# What neither XML nor a PDF can hold; a document's words may have it.
_UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")


class Footnote(NamedTuple):
    """A numbered source."""

    number: int
    note: Note[Any]
    short: bool = False  # without the words, for the short form

    @property
    def words(self) -> str:
        """The words that the line rests on, on one line; none in the short form."""
        return "" if self.short else " ".join(self.note.fact.words.split())

    @property
    def told(self) -> str:
        """Outlet, date, words and ids, as they follow the title."""
        _, outlet, date = source_parts(self.note.document)
        words = f": “{self.words}”" if self.words else ""
        return f", {outlet}, {date}{words} ({self.ids})"

    @property
    def ids(self) -> str:
        """Where to look it up."""
        return f"fact {self.note.fact.id[:SHORT_ID]}, document {self.note.document.id[:SHORT_ID]}"


class Footnotes:
    """Numbers for the sources of a briefing."""

    def __init__(self, brief: Brief) -> None:
        self._short = brief.form == PAGE
        self._known: dict[str, Footnote] = {}

    def of(self, line: Line) -> list[tuple[Footnote, bool]]:
        """The footnotes of a line, each with whether it is used for the first time."""
        found = []
        for note in line.notes:
            first = note.fact.id not in self._known
            if first:
                self._known[note.fact.id] = Footnote(len(self._known) + 1, note, self._short)
            found.append((self._known[note.fact.id], first))
        return found

    def all(self) -> list[Footnote]:
        """Every footnote so far, in order."""
        return list(self._known.values())


def scope(brief: Brief) -> str:
    """What the briefing rests on, in a sentence or two."""
    documents = brief.documents
    days = sorted(day for document in documents for day in (document.first, document.last) if day)
    period = (
        f", dated {days[0]} to {days[-1]}" if days and days[0] != days[-1] else f", dated {days[0]}" if days else ""
    )
    return (f"From {len(documents)} {counted('document', len(documents))} of the ledger{period}. "
            "Each line is what its source says; nothing is added.")  # fmt: skip


def gap_lines(brief: Brief) -> tuple[str, ...]:
    """What stands under 'Not in the record'; nothing in the short form, which has no such heading."""
    return () if brief.form == PAGE else brief.gaps or ("Nothing that this briefing looks for.",)


def source_parts(document: DocumentRecord) -> tuple[str, str, str]:
    """Title (or the file's name), outlet and date of a document as a source."""
    outlet = document.outlet or "outlet not named"
    return document.title or document.source, outlet, (document.published or "undated")[:10]


def cut(brief: Brief, words: str) -> str:
    """A quotation on one line, cut at a word's end where it is long."""
    most = LONGEST_ON_A_PAGE if brief.form == PAGE else LONGEST_QUOTE
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def writable(words: str) -> str:
    """The words with a sign for each character that a Word document or a PDF cannot hold."""
    return words.translate(_UNWRITABLE)
