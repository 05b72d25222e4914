"""News agencies that a text credits: in its outlet, in a line of credit or in the dateline of its first lines.

A credit is a name that stands by itself ('By Reuters', 'Headline | AP News', 'HANOI (VNA) —'); an agency that a
sentence speaks of ('he told Reuters') is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from verbale.model.folding import fold
from verbale.model.vocabulary import load

LINES = 12  # of the beginning, without empty ones
LINE = 160  # letters: a longer one is a paragraph, of which only the dateline counts

_BETWEEN = re.compile(r"[|()\[\]/,;:•·]|\s[-–—]+\s|^[-–—]+|[-–—]+$")
_DATELINE = re.compile(r"[^.()\n]{0,60}\(([^()\n]{2,40})\)\s*[-–—:]|[^.()\n]{0,50}[,/]\s*([^,()\n]{2,25}?)\s+[-–—]+\s")
_BEFORE = re.compile(r"(?:by|from|source|via|with|copyright|credit|©|\(c\))\s+", re.IGNORECASE)


def credited(text: str, outlet: str | None = None) -> list[str]:
    """The keys of the agencies that the outlet or the first lines of a text credit, in order.

    >>> credited("Ministers meet", "Reuters"), credited("Ministers meet\\nHANOI, May 3 (AP) — The ministers met.")
    (['reuters'], ['ap'])
    >>> credited("Ministers meet\\n\\nThe minister told Reuters that they had met.")
    []
    """
    found = {_agency(part) for line in (outlet or "", *_first_lines(text)) for part in _parts(line)}
    return sorted(key for key in found if key)


def _first_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text[: LINES * LINE * 4].splitlines())
    return [line for line in lines if line][:LINES]


def _parts(line: str) -> Iterator[str]:
    """What stands by itself in a line of credit, or as the credit of a dateline."""
    if dateline := _DATELINE.match(line):
        yield from _BETWEEN.split(dateline[1] or dateline[2])
    if len(line) <= LINE and not line.endswith((".", "?", "!", '"', "”")):
        yield from _BETWEEN.split(line)


def _agency(part: str) -> str | None:
    words = part.strip()
    while before := _BEFORE.match(words):
        words = words[before.end() :]
    names, credits = _vocabulary()
    return credits.get(words) or names.get(fold(words))


@cache
def _vocabulary() -> tuple[dict[str, str], dict[str, str]]:
    """The agencies by their names, and by their short credits."""
    table = load("agencies")
    return (
        {fold(name): entry["key"] for entry in table for name in entry["names"]},
        {credit: entry["key"] for entry in table for credit in entry["credits"]},
    )
