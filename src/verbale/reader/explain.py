"""What was recognised in a document and which rule made each entry: the reader's account of itself, as values.

Nothing here decides anything: the marks, clauses and entries are those that the reading itself is made of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.language.clause import Clause, Parse
from verbale.language.clauses import parse
from verbale.language.marks import Mark, Marked
from verbale.model.document import Document, Role
from verbale.model.reading import Entry, Reading, entry_to_json
from verbale.reader import rules
from verbale.reader.acts.frames import speech
from verbale.reader.mark_values import value_of
from verbale.reader.scene import Scene
from verbale.reader.setting import set_scene


@dataclass(frozen=True, slots=True)
class ExplainedMark:
    """Something recognised: its kind, its words, and what they were taken for ('code': 'VN', 'reason': …)."""

    kind: str
    start: int
    end: int
    words: str
    value: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "start": self.start, "end": self.end, "words": self.words, "value": dict(self.value)}


@dataclass(frozen=True, slots=True)
class ExplainedClause:
    """A verb in its place: `subject` holds the words of its own subject or of the one that it takes over, `governed_by`
    the verb that reports it."""

    kind: str
    start: int
    end: int
    verb: str
    lemma: str
    tense: str
    passive: bool
    negated: bool
    subject: str | None
    governed_by: str | None

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence of the story with all that was found in it. `tags` has a letter for each token; it is empty, as
    `clauses` is, where no acts are read: in headlines, bylines, captions and subheads."""

    start: int
    end: int
    role: Role
    heading: bool
    text: str
    marks: tuple[ExplainedMark, ...] = ()
    tags: str = ""
    clauses: tuple[ExplainedClause, ...] = ()
    entries: tuple[Entry, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "start": self.start, "end": self.end, "role": str(self.role), "heading": self.heading, "text": self.text,
            "marks": [m.to_json() for m in self.marks],
            "tags": self.tags,
            "clauses": [c.to_json() for c in self.clauses],
            "entries": [{"layer": layer(e), **entry_to_json(e)} for e in self.entries],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document's account: what kind of text it was taken for, between whom, and its sentences."""

    reading: Reading
    genre: str
    sides: tuple[str, ...]
    home: str | None
    speaker: str | None
    sentences: tuple[Explained, ...]

    def to_json(self) -> dict[str, Any]:
        head = self.reading.to_json()
        return {
            "source": head["source"], "document": head["document"], "genre": self.genre, "sides": list(self.sides),
            "home": self.home, "speaker": self.speaker, "sentences": [s.to_json() for s in self.sentences],
        }  # fmt: skip


def layer(entry: Entry) -> str:
    """The name of an entry's layer: 'act', 'engagement', 'figure' or 'instrument'."""
    return type(entry).__name__.lower()


def explain(document: Document) -> list[Explained]:
    """The sentences of a document with what was recognised in each. Never raises for a text, however odd."""
    return list(account(document).sentences)


def account(document: Document) -> Explanation:
    """The explanation of a whole document: `explain`, with what the sentences are read in the light of."""
    scene, reading = set_scene(document), rules.read(document)
    speaker = scene.cast.people[scene.speaker].name if scene.speaker is not None else None
    entries = _by_sentence(scene.marked, reading)
    sentences = tuple(_explained(scene, marked, entries.get(i, ())) for i, marked in enumerate(scene.marked))
    return Explanation(reading, scene.genre, scene.sides, scene.home, speaker, sentences)


def _by_sentence(marked: Sequence[Marked], reading: Reading) -> dict[int, list[Entry]]:
    """The entries whose evidence begins in each sentence; one that rests on several stands under each of them."""
    starts = [m.sentence.start for m in marked]
    found: dict[int, list[Entry]] = {}
    entries: list[Entry] = [*reading.engagements, *reading.instruments, *reading.acts, *reading.figures]
    for entry in entries:
        for at in dict.fromkeys(max(0, bisect_right(starts, piece.start) - 1) for piece in entry.evidence):
            found.setdefault(at, []).append(entry)
    return found


def _explained(scene: Scene, marked: Marked, entries: Sequence[Entry]) -> Explained:
    sentence, text = marked.sentence, scene.document.text
    read = sentence.role is Role.BODY and not sentence.heading
    parsed = parse(marked, speech()) if read else None
    return Explained(
        sentence.start,
        sentence.end,
        sentence.role,
        sentence.heading,
        text[sentence.start : sentence.end],
        tuple(_mark(scene, marked, mark) for mark in _marks(marked)),
        "".join(parsed.tags) if parsed else "",
        tuple(_clause(scene, parsed, clause) for clause in parsed.clauses) if parsed else (),
        tuple(entries),
    )


def _marks(marked: Marked) -> list[Mark]:
    """All marks of a sentence in the order of the text."""
    lists: list[Sequence[Mark]] = [
        marked.parties, marked.people, marked.posts, marked.places, marked.dates, marked.quantities, marked.mechanisms,
        marked.instruments,
    ]  # fmt: skip
    return sorted((mark for marks in lists for mark in marks), key=lambda mark: (mark.first, -mark.last))


def _mark(scene: Scene, marked: Marked, mark: Mark) -> ExplainedMark:
    start, end = marked.span(mark)
    return ExplainedMark(str(mark.kind), start, end, scene.document.text[start:end], value_of(scene.cast, mark))


def _clause(scene: Scene, parsed: Parse, clause: Clause) -> ExplainedClause:
    predicate, governor = clause.predicate, clause.governor
    start, end = _place(parsed, clause.start, clause.end)
    subject = _subject(clause)
    return ExplainedClause(
        clause.kind,
        start,
        end,
        _words(scene, parsed, predicate.first, predicate.last),
        predicate.lemma,
        predicate.tense,
        predicate.passive,
        predicate.negated,
        _words(scene, parsed, *subject) if subject else None,
        _words(scene, parsed, governor.predicate.first, governor.predicate.last) if governor else None,
    )


def _subject(clause: Clause) -> tuple[int, int] | None:
    """The tokens of the subject, through coordination and participles."""
    seen = {id(clause)}
    while clause.subject is None and clause.inherits is not None and id(clause.inherits) not in seen:
        clause = clause.inherits
        seen.add(id(clause))
    return clause.subject


def _words(scene: Scene, parsed: Parse, first: int, last: int) -> str:
    start, end = _place(parsed, first, last)
    return scene.document.text[start:end]


def _place(parsed: Parse, first: int, last: int) -> tuple[int, int]:
    """The characters that tokens [first, last) fill."""
    return parsed.words[first].start, parsed.words[max(first + 1, last) - 1].end
