"""How one record looks on a terminal: its fields, then its words in context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from verbale.cli import acts, commitments, engagements, figure_series, figures, instruments
from verbale.cli.cells import NOTHING, SHORT_ID, period
from verbale.cli.listing import Shape
from verbale.cli.streams import clean
from verbale.cli.tables import table
from verbale.model.commitments import Thread, on_a_line
from verbale.model.figure_series import FigureSeries
from verbale.model.records import DocumentRecord
from verbale.views.conflicts import said
from verbale.views.context import Excerpt
from verbale.views.naming import party_names
from verbale.views.record import (
    DocumentPage,
    FactPage,
    MergedPage,
    Page,
    PersonPage,
    PostPage,
    SeriesPage,
    ThreadPage,
)
from verbale.views.series import venues

SHAPES = {
    "engagement": engagements.SHAPE,
    "instrument": instruments.SHAPE,
    "act": acts.SHAPE,
    "figure": figures.SHAPE,
}


def print_page(console: Console, page: Page) -> None:
    """Print the page of a fact, a person or a document."""
    if isinstance(page, FactPage):
        _print_fact(console, page)
    elif isinstance(page, PersonPage):
        _print_person(console, page)
    elif isinstance(page, MergedPage):
        _print_merged(console, page)
    elif isinstance(page, SeriesPage):
        _print_series(console, page)
    elif isinstance(page, PostPage):
        _print_post(console, page)
    elif isinstance(page, ThreadPage):
        _print_thread(console, page.thread)
    else:
        _print_document(console, page)


def _print_fact(console: Console, page: FactPage) -> None:
    entry = page.fact.entry
    _heading(console, f"{page.fact.layer.capitalize()} {page.fact.id}")
    _fields(console, {**entry.fields(), "rule": entry.rule or None})
    _heading(console, "Words")
    for excerpt in page.excerpts:
        console.print(Padding(quoted(excerpt), (0, 2, 1, 2)))
    _heading(console, "Source")
    _fields(console, _source(page.document))
    if page.series is not None:
        _print_figures(console, page.series)


def _print_figures(console: Console, series: FigureSeries) -> None:
    """The numbers of one programme in time, each with the words of every document that gives it."""
    _heading(console, f"Series {series.id[:SHORT_ID]}: {clean(' '.join(series.name.split()))}")
    for point in series.points:
        console.print(Text(f"  {clean(figure_series.point_line(point))}", style="party"))
        for fact in point.reports:
            words = f"{fact.id[:SHORT_ID]}  “{clean(' '.join(fact.words.split()))}”  {clean(fact.source)}"
            console.print(Padding(Text(words), (0, 2, 0, 6)))
    if (told := figure_series.checks(series)) != NOTHING:
        console.print(Padding(Text(told), (1, 2, 0, 2)))
    console.print()


def _print_document(console: Console, page: DocumentPage) -> None:
    _heading(console, f"Document {page.document.id}")
    _fields(console, _source(page.document) | {"read by": page.document.reader})
    if not page.facts:
        console.print(Text("It was read, but nothing was recognised in it.", style="dim"))
    for layer, shape in SHAPES.items():
        _print_layer(console, shape, [fact for fact in page.facts if fact.layer == layer])


def _print_merged(console: Console, page: MergedPage) -> None:
    """What several documents tell of: the values, where they differ and who says so, then each report's words."""
    record = page.record
    _heading(console, f"{record.layer.capitalize()} {record.id}, told by {record.documents} documents")
    _fields(console, {**record.entry.fields(), **({"notes": list(record.notes)} if record.notes else {})})
    for field in record.with_status("conflict", "ruled", "differs"):
        _heading(console, f"{field.status.capitalize()}: {field.name}")
        by_id = {fact.id: fact.source for fact in record.reports}
        for value in field.values:
            sources = ", ".join(dict.fromkeys(by_id[one] for one in value.reports if one in by_id))
            console.print(Text(clean(f"  {said(field.name, value.value)}  ({sources or 'ruled'})")))
        console.print()
    for fact, excerpts in page.quoted:
        standing = record.standings.get(fact.document, "")
        _heading(console, f"{fact.id[:SHORT_ID]}  {clean(fact.source)}{f', {standing}' if standing else ''}")
        for excerpt in excerpts:
            console.print(Padding(quoted(excerpt), (0, 2, 1, 2)))


def _print_series(console: Console, page: SeriesPage) -> None:
    series = page.series
    _heading(console, f"Mechanism {series.id}")
    _fields(console, {
        "name": series.name, "also": [name for name, _ in series.record.names[1:]],
        "parties": series.record.parties, "missing rounds": list(series.missing), "venues": venues(series),
        "months between rounds": series.interval, "next due": series.due, "problems": list(series.problems),
    })  # fmt: skip
    _print_layer(console, engagements.SHAPE, (*series.held, *series.planned))


def _print_thread(console: Console, thread: Thread) -> None:
    """The promise, how it stands and why, then every step with its words and each document that tells of it."""
    ruling = thread.ruling
    rested = next((step for step in thread.steps if step.id == ruling.rests_on), thread.steps[-1])
    _heading(console, f"Commitment {thread.id}")
    _fields(console, {
        "whose": commitments.whose(thread), "what": thread.object, "topics": list(thread.topics), "due": thread.due,
        "status": thread.status, "by the rule": ruling.rule, "rests on": f"{rested.role}, {rested.day or 'undated'}",
        "delivery": commitments.delivery(thread),
    })  # fmt: skip
    for step in thread.steps:
        console.print(Text(f"  {clean(commitments.step_line(step))}", style="party"))
        told = [(fact.id, on_a_line(fact), fact.source) for fact in step.acts] or [(step.id, step.words, step.source)]
        for identifier, words, source in told:
            line = f"{identifier[:SHORT_ID]}  “{clean(words)}”  {clean(source)}"
            console.print(Padding(Text(line), (0, 2, 0, 6)))
    console.print()


def _print_post(console: Console, page: PostPage) -> None:
    post = page.post
    _heading(console, f"Post {post.id}")
    _fields(console, {"party": post.party})
    _fields(console, {"called": [f"{one.name} ({period(one)})" for one in post.names]})
    if post.institution:
        _fields(console, {"of the": [f"{one.name} ({_bounds(one.first, one.last)})" for one in post.institution]})
    _fields(console, {"held by": [f"{one.name} ({period(one)}) {one.id[:SHORT_ID]}" for one in post.holders]})


def _print_layer(console: Console, shape: Shape, facts: Iterable[Any]) -> None:
    rows = list(facts)
    if rows:
        _heading(console, shape.kind.capitalize())
        console.print(table(rows, shape.columns, console.width))
        console.print()


def _print_person(console: Console, page: PersonPage) -> None:
    person = page.person
    _heading(console, f"Person {person.id}")
    _fields(console, {"name": person.name, "also": list(person.names), "party": person.party})
    for post in person.posts:
        name = ", ".join(filter(None, (post.rank, post.post)))
        _fields(console, {"post": name or None, "given": period(post), "in": post.documents})
    _print_layer(console, engagements.SHAPE, page.engagements)


def _source(document: DocumentRecord) -> dict[str, Any]:
    return {
        "document": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "language": document.language,
        "parties": document.parties,
        "file": [source.name for source in document.sources],
    }


def quoted(excerpt: Excerpt) -> Text:
    """The words in their context, highlighted."""
    before, words, after = map(clean, (excerpt.before, excerpt.words, excerpt.after))
    return Text.assemble((before, "dim"), (words, "found"), (after, "dim"))


def _heading(console: Console, words: str) -> None:
    console.print(Text(words, style="head"))


def _fields(console: Console, fields: Mapping[str, Any]) -> None:
    """Names and values in two columns; what is not known says so."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in fields.items():
        show = _SHOW.get(name, _plain)
        grid.add_row(f"  {name.replace('_', ' ')}", Text(clean(show(value))))
    console.print(grid)
    console.print()


def _plain(value: Any) -> str:
    if value in (None, "", [], ()):
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    if isinstance(value, list | tuple):
        return ", ".join(map(_plain, value))
    return str(value)


def _parties(codes: Any) -> str:
    return party_names(codes) if codes else "not known"


def _participants(people: Any) -> str:
    lines = [", ".join(filter(None, (p["rank"], p["name"], p["post"], p["party"], f"as {p['role']}"))) for p in people]
    return "\n".join(lines) or "none named"


def _bounds(since: str | None, until: str | None) -> str:
    """From when to when, each left out where it is not known."""
    return " ".join(part for part in (since and f"since {since}", until and f"until {until}") if part) or "always"


def _lines(values: Any) -> str:
    return "\n".join(values) or "not known"


_SHOW: Mapping[str, Callable[[Any], str]] = {
    "called": _lines,
    "of the": _lines,
    "held by": _lines,
    "parties": _parties,
    "actors": _parties,
    "participants": _participants,
}
