"""What `verbale parse --explain` prints: sentence by sentence, what was recognised and by which rule."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from verbale.cli.streams import clean
from verbale.language.sentences import sentences
from verbale.model.document import Document
from verbale.model.reading import Entry, Reading


def print_explanation(console: Console, document: Document, reading: Reading) -> None:
    """Print the explanation of one document."""
    console.print(Text(clean(document.source), style="head"))
    for line in explanation(document, reading):
        console.print(Text(clean(line)), soft_wrap=True)
    console.print()


def explanation(document: Document, reading: Reading) -> list[str]:
    """A line for each sentence of the story, with a line for each entry that rests on it, indented, below."""
    entries: list[Entry] = [*reading.engagements, *reading.instruments, *reading.acts, *reading.figures]
    lines: list[str] = []
    for sentence in sentences(document.text, reading.passages):
        lines.append(f"{sentence.start:>6}  {' '.join(document.text[sentence.start : sentence.end].split())}")
        lines += [f"          {_told(e)}" for e in entries if sentence.start <= e.evidence[0].start < sentence.end]
    return lines


def _told(entry: Entry) -> str:
    """The layer, the rule and the fields that are known: 'act  rule act.agree: type agree, actors US VN'."""
    known = {name: value for name, value in entry.fields().items() if value not in (None, [], "", False)}
    said = ", ".join(f"{name} {_plain(value)}" for name, value in known.items())
    return f"{type(entry).__name__.lower()}  rule {entry.rule or 'not named'}: {said}"


def _plain(value: Any) -> str:
    """A list as its members, a person by name and role."""
    if isinstance(value, dict):
        return f"{value['name']} ({value['role']})"
    return " ".join(map(_plain, value)) if isinstance(value, list) else str(value)
