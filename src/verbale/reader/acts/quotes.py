"""Direct speech: which sentences stand inside quotation marks, and whose words they are."""

from __future__ import annotations

from typing import NamedTuple

from verbale.language.clauses import Parse
from verbale.language.marks import Marked
from verbale.language.tokens import QUOTES

_OPEN, _CLOSE, _EITHER = "“", "”", '"'


class Quoted(NamedTuple):
    """`spoken`: most of the sentence is direct speech. `runs_on`: the quotation goes on in the next sentence."""

    spoken: bool
    runs_on: bool


def quoted(marked: list[Marked]) -> list[Quoted]:
    """How far each sentence is direct speech; a quote may run over several sentences of a paragraph.

    An unclosed quote ends with its paragraph, unless the next paragraph opens with a quotation mark again.
    """
    flags: list[Quoted] = []
    inside, paragraph = False, -1
    for m in marked:
        if m.sentence.paragraph != paragraph:
            inside, paragraph = False, m.sentence.paragraph
        if QUOTES.isdisjoint([word.text for word in m.sentence.tokens]):
            flags.append(Quoted(inside, inside))
            continue
        spoken = 0
        for word in m.sentence.tokens:
            if word.text == _OPEN:
                inside = True
            elif word.text == _CLOSE:
                inside = False
            elif word.text == _EITHER:
                inside = not inside
            elif inside:
                spoken += 1
        flags.append(Quoted(spoken * 2 > len(m.sentence.tokens), inside))
    last = len(marked) - 1
    for i, flag in enumerate(flags):
        if flag.runs_on and (i == last or marked[i + 1].sentence.paragraph != marked[i].sentence.paragraph):
            flags[i] = flag._replace(runs_on=False)
    return flags


def voiced_later(body: list[Marked], quotes: list[Quoted], parses: dict[int, Parse]) -> dict[int, Parse]:
    """For each sentence of a quotation that runs on, the later sentence that names who speaks, by index."""
    found: dict[int, Parse] = {}
    for i in range(len(body) - 2, -1, -1):
        if not quotes[i].runs_on:
            continue
        following = body[i + 1].sentence.index
        later = found.get(following) or parses.get(following)
        if later is not None and any(c.kind == "attribution" for c in later.clauses):
            found[body[i].sentence.index] = later
    return found
