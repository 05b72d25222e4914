"""What `verbale parse --explain` prints: sentence by sentence, what was recognised and by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from verbale.cli.streams import clean
from verbale.model.document import Role
from verbale.model.reading import Entry
from verbale.reader.explain import Explained, ExplainedClause, ExplainedMark, Explanation, layer

LABEL = 12  # columns: the longest label, and how far the lines below a sentence are set in

Line = tuple[str, Text]


def print_explanation(console: Console, told: Explanation) -> None:
    """Print the explanation of one document."""
    console.print(Text(clean(told.reading.source), style="head"))
    console.print(_grid(_head(told)))
    for sentence in told.sentences:
        console.print()
        console.print(_grid([_sentence(sentence), *_found(sentence)]))
    console.print()


def _grid(lines: list[Line]) -> Table:
    """Labels at the left, and beside them what they label, wrapped in its own column."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=False)
    table.add_column(width=LABEL, justify="right", style="dim", no_wrap=True)
    table.add_column(ratio=1, overflow="fold")
    for label, said in lines:
        table.add_row(label, said)
    return table


def _head(told: Explanation) -> list[Line]:
    """What the whole document was taken for."""
    reading = told.reading
    said = {
        "title": reading.title, "outlet": reading.outlet, "published": reading.published,
        "genre": told.genre, "sides": " ".join(told.sides), "issued by": told.home, "speaker": told.speaker,
    }  # fmt: skip
    return [(name, Text(clean(value))) for name, value in said.items() if value]


def _sentence(sentence: Explained) -> Line:
    """The sentence's place and its words; what is no running text is marked with its role."""
    said = Text(clean(" ".join(sentence.text.split())), style="head")
    role = "subhead" if sentence.heading and sentence.role is Role.BODY else str(sentence.role)
    if role != Role.BODY:
        said.append(f"  ({role})", style="not bold dim")
    return str(sentence.start), said


def _found(sentence: Explained) -> Iterator[Line]:
    """The marks by kind, the clauses, the entries."""
    kinds: dict[str, list[ExplainedMark]] = {}
    for mark in sentence.marks:
        kinds.setdefault(mark.kind, []).append(mark)
    for kind, marks in kinds.items():
        yield kind, Text(" · ").join(map(_mark, marks))
    for clause in sentence.clauses:
        yield "clause", _clause(clause)
    for entry in sentence.entries:
        yield layer(entry), _entry(entry)


def _mark(mark: ExplainedMark) -> Text:
    """'May 8 = 2025-05-08 (year from the date line)', or the words alone where they are the value."""
    value = dict(mark.value)
    reason = value.pop("reason", "")
    known = ", ".join(filter(None, (_named(name, content) for name, content in value.items())))
    words = " ".join(mark.words.split())
    said = Text(clean(words))
    if known != words:
        said.append(f" = {clean(known) or 'unknown'}", style="good" if known else "bad")
    return said.append(f" ({clean(reason)})", style="dim") if reason else said


def _named(name: str, content: Any) -> str:
    """A value that speaks for itself alone, any other after its name, a flag as its name."""
    if content is True:
        return name
    if isinstance(content, float):
        return f"{content:,g}" if content < 1e6 else f"{content:,.0f}"
    plain = " ".join(content) if isinstance(content, list) else str(content)
    if name == "event" or (name == "form" and plain == "name"):
        return ""
    return f"{name} {plain}" if name in {"round", "end", "parties"} else plain


def _clause(clause: ExplainedClause) -> Text:
    """'main: The two sides | agreed (agree, past)'."""
    said = Text(f"{clause.kind}: ", style="dim")
    if clause.subject:
        said.append(clean(" ".join(clause.subject.split())), style="not dim")
        said.append(" | ")
    said.append(clean(" ".join(clause.verb.split())), style="not dim bold")
    traits = [clause.lemma, clause.tense if clause.tense != "none" else "", "passive" if clause.passive else ""]
    said.append(f" ({', '.join(filter(None, [*traits, 'negated' if clause.negated else '']))})")
    return said.append(f" under {clean(clause.governed_by)}") if clause.governed_by else said


def _entry(entry: Entry) -> Text:
    """The fields that are known and the rule: 'type agree, actors US VN, topics trade  [rule undertake]'."""
    known: Mapping[str, Any] = {
        name: value for name, value in entry.fields().items() if value not in (None, [], "", False)
    }
    told = (name if value is True else f"{name} {_plain(value)}" for name, value in known.items())
    said = Text(clean(", ".join(told)), style="date")
    return said.append(f"  [rule {clean(entry.rule) or 'not named'}]", style="id")


def _plain(value: Any) -> str:
    """A list as its members, a person by name and role, a number without an empty fraction."""
    if isinstance(value, dict):
        return f"{value['name']} ({value['role']})"
    if isinstance(value, float):
        return f"{value:,g}" if value < 1e6 else f"{value:,.0f}"
    return " ".join(map(_plain, value)) if isinstance(value, list) else str(value)
