"""The forms that lists are exported in, as a list to read; a form's module is imported when it is asked for.

`FORMATS` is the registry. The module of a form has `write(tables, view, stream)`, which writes bytes and gives back
sentences on what the form could not hold.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from verbale.errors import UsageError
from verbale.ledger.view import View
from verbale.views.asking import Request
from verbale.views.exports.tables import COLUMNS, table

EVERY = tuple(COLUMNS)


@dataclass(frozen=True, slots=True)
class Format:
    """One form: its name, what it is, the endings of its files, and the lists that it can hold.

    `usual`: the lists that it holds where none is named; `several`: whether it takes more than one at once;
    `extra`: what to install for it.
    """

    name: str
    summary: str
    endings: tuple[str, ...]
    lists: tuple[str, ...] = EVERY
    usual: tuple[str, ...] = ()
    several: bool = False
    extra: str | None = None

    @property
    def module(self) -> str:
        return f"verbale.views.exports.{self.name.replace('-', '_')}"


_LINKED = ("documents", "engagements", "people", "posts", "instruments", "mechanisms", "acts", "figures")

FORMATS = (
    Format("csv", "comma-separated values, safe against formulas", (".csv",)),
    Format("xlsx", "a workbook with typed cells, one sheet a list", (".xlsx",), several=True, extra="xlsx"),
    Format("parquet", "typed columns, lists as lists", (".parquet",), extra="parquet"),
    Format("jsonl", "JSON Lines, every field with its words and places", (".jsonl", ".ndjson")),
    Format("jsonld", "schema.org and Web Annotation as JSON-LD", (".jsonld",), _LINKED, _LINKED, True),
    Format("ftm", "FollowTheMoney entities, one a line", (".ftm.json", ".ftm.jsonl", ".ftm"),
           ("documents", "engagements", "people", "posts"), ("documents", "engagements", "people", "posts"), True),
    Format("graphml", "a graph of parties, people, engagements and instruments", (".graphml",),
           ("engagements", "people", "instruments"), ("engagements", "people", "instruments"), True),
    Format("bibtex", "the documents as BibTeX", (".bib",), ("documents",), ("documents",)),
    Format("ris", "the documents as RIS", (".ris",), ("documents",), ("documents",)),
    Format("ics", "the engagements as a calendar", (".ics",), ("engagements",), ("engagements",)),
    Format("plover", "a table of events with PLOVER and CAMEO codes", (".plover.csv",), ("acts", "engagements"),
           ("acts", "engagements"), True),
)  # fmt: skip

BY_NAME = {form.name: form for form in FORMATS}


def format_named(name: str) -> Format:
    """The form of this name; raises UsageError for none."""
    if name.lower() not in BY_NAME:
        raise UsageError(f"Verbale does not export as '{name}'.", f"The formats are: {', '.join(BY_NAME)}.")
    return BY_NAME[name.lower()]


def format_of(file: str) -> Format | None:
    """The form that the ending of a file's name asks for, the longest ending first.

    >>> format_of("rounds.plover.csv").name, format_of("rounds.csv").name, format_of("ledger.json")
    ('plover', 'csv', None)
    """
    fitting = [(len(end), form) for form in FORMATS for end in form.endings if file.lower().endswith(end)]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def export(
    view: View, form: Format, lists: Sequence[str], request: Request, stream: BinaryIO
) -> Sequence[str]:  # fmt: skip
    """Write the lists in this form; sentences on what it could not hold.

    Raises UsageError for a list that the form cannot hold, for too many, and where its extra is not installed.
    """
    wanted = _wanted(form, lists)
    try:
        module = importlib.import_module(form.module)
    except ModuleNotFoundError as error:
        if form.extra is None:
            raise
        raise UsageError(
            f"{form.name} needs a library that is not installed.", f"pip install 'verbale[{form.extra}]'"
        ) from error
    notes: Sequence[str] = module.write([table(view, kind, request) for kind in wanted], view, stream)
    return notes


def _wanted(form: Format, lists: Sequence[str]) -> Sequence[str]:
    wanted = list(dict.fromkeys(lists)) or list(form.usual)
    if not wanted:
        raise UsageError(f"Say which list to write as {form.name}.", f"--list is one of: {', '.join(form.lists)}.")
    for kind in wanted:
        if kind not in COLUMNS:
            raise UsageError(f"There is no list '{kind}'.", f"--list is one of: {', '.join(COLUMNS)}.")
        if kind not in form.lists:
            raise UsageError(
                f"{form.name} cannot hold {kind}.", f"It holds {', '.join(form.lists)}; csv and jsonl hold every list."
            )
    if len(wanted) > 1 and not form.several:
        raise UsageError(f"{form.name} holds one list.", "Give one --list, or export as xlsx for several.")
    return wanted
