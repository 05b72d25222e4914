"""Figures: the numbers by which a document measures the relationship, each once, tied to its words.

`figure_measures` says which quantities count, `figure_kinds` of which kind they are; this file joins them over a
document. Headlines and captions repeat the body and give none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.language.marks import DateMark, Marked, QuantityMark
from verbale.language.tokens import Token
from verbale.model.dates import AnyDate, DateInterval, PartialDate
from verbale.model.document import Document, Role
from verbale.model.evidence import Span, quote
from verbale.model.reading import Figure
from verbale.reader.figure_kinds import kinds
from verbale.reader.figure_measures import measures
from verbale.reader.figure_relations import Told
from verbale.reader.figure_words import Measure, figure_words
from verbale.reader.topics import topics_in

RULE = "figures/1"
_BREAKS = frozenset({";", ":", "—", "–"})
_LEADING = frozenset("and that which while the but as with where".split())
_TRAILING = frozenset("and the a of to for in from with or by at over".split())
_MOST_NUMBERS, _MOST_WORDS = 40, 1000  # in one sentence
_LABEL_BEFORE, _LABEL_AFTER = 7, 9  # words


@dataclass(frozen=True, slots=True)
class FigureContext:
    """What the figures of a document need besides its sentences: the document itself and its date."""

    document: Document
    published: PartialDate | None = None


def read_figures(marked: Sequence[Marked], context: FigureContext) -> list[Figure]:
    """The figures of a document's body, in order; a number told twice is one figure.

    The sentences must hold their dates and quantities, which `date_marks` and `quantity_marks` find.
    """
    year = context.published.year if context.published else None
    found: list[Figure] = []
    seen: set[tuple[float, str]] = set()
    before: list[Measure] = []
    for sentence in marked:
        if sentence.sentence.role is not Role.BODY or not sentence.quantities or _is_table(sentence):
            continue
        told = measures(sentence, before)
        for measure, kind in zip(told, kinds(sentence, told, year, before), strict=True):
            if kind is None or _is_told(seen, measure):
                continue
            seen.add((measure.mark.value, measure.unit))
            found.append(_figure(sentence, measure, kind, context))
        before = told
    return found


def _is_told(seen: set[tuple[float, str]], measure: Measure) -> bool:
    """Whether a number was told before; one that opens an item of a list ('A $5 million programme …') is another."""
    return (measure.mark.value, measure.unit) in seen and measure.mark.first > 1


def _is_table(marked: Marked) -> bool:
    """A run of numbers, or of words, that no sentence of prose holds: what its numbers measure is not told in words."""
    return len(marked.quantities) > _MOST_NUMBERS or len(marked.sentence.tokens) > _MOST_WORDS


def _figure(marked: Marked, measure: Measure, kind: Told, context: FigureContext) -> Figure:
    words, mark = marked.sentence.tokens, measure.mark
    first, last = _stretch(marked, mark)
    text, identity = context.document.text, context.document.hash
    since, as_of = _times(marked, mark, kind.kind)
    return Figure(
        value=mark.value,
        unit=measure.unit,
        kind=kind.kind,
        label=" ".join(text[words[first].start : words[last - 1].end].split()),
        evidence=(quote(text, identity, words[first].start, words[last - 1].end),),
        of=kind.of,
        topic=_topic(marked, first, last),
        since=since,
        as_of=as_of,
        spans={"value": Span(*marked.span(mark))},
        rule=RULE,
    )


def _topic(marked: Marked, first: int, last: int) -> str | None:
    """The topic of the words around the number; the sentence's own where these name only a wide one."""
    wide = figure_words()["wide_topics"]
    near = topics_in(marked, first, last)
    whole = topics_in(marked, 0, len(marked.sentence.tokens))
    return next((topic for topic in (*near, *whole) if topic not in wide), next(iter((*near, *whole)), None))


def _stretch(marked: Marked, mark: QuantityMark) -> tuple[int, int]:
    """The words around a number that tell what it measures, within its clause and not into the next figure."""
    words = marked.sentence.tokens
    others = [other for other in marked.quantities if other is not mark]
    left = max((other.last for other in others if other.last <= mark.first), default=0)
    right = min((other.first for other in others if other.first >= mark.last), default=len(words))
    first = mark.first
    while first > max(left, mark.first - _LABEL_BEFORE) and words[first - 1].text not in _BREAKS | {
        ",",
        "(",
        ".",
        "“",
        '"',
    }:
        first -= 1
    last = mark.last
    while last < min(right, mark.last + _LABEL_AFTER) and words[last].text not in _BREAKS | {",", ")", "."}:
        last += 1
    first = _whole_words(words, first, left)
    while first < mark.first and (words[first].key in _LEADING or not words[first].text[0].isalnum()):
        first += 1
    while last > mark.last and (words[last - 1].key in _TRAILING or words[last - 1].text in "(“-–"):
        last -= 1
    return first, last


def _whole_words(words: Sequence[Token], first: int, left: int) -> int:
    """The start of a compound that `first` would cut: 'two-way trade', 'non-refundable aid'."""
    for _ in range(6):
        if (
            first <= left
            or words[first].start != words[first - 1].end
            or "-" not in (words[first].text, words[first - 1].text)
        ):
            break
        first -= 1
    return first


def _times(marked: Marked, mark: QuantityMark, kind: str) -> tuple[str | None, str | None]:
    """The `since` and `as_of` of a figure, from the nearest date of its clause."""
    near = [date for date in marked.dates if date.start is not None and not _parted(marked, mark, date)]
    if not near:
        return None, None
    date = min(near, key=lambda one: abs(one.first - mark.first))
    start, end = _ends(date)
    if date.since:
        return start, None
    if date.end is not None or (kind in ("increment", "part") and not date.future):
        return start, end
    return None, end


def _ends(date: DateMark) -> tuple[str | None, str | None]:
    value: AnyDate | None = date.start
    if isinstance(value, DateInterval):
        return (value.start.edtf if value.start else None), (value.end.edtf if value.end else None)
    if value is None:
        return None, None
    return value.edtf, (date.end or value).edtf


def _parted(marked: Marked, mark: QuantityMark, date: DateMark) -> bool:
    """Whether a date belongs to something else: another clause, another number, or an event of its own."""
    words = marked.sentence.tokens
    low, high = (mark.last, date.first) if mark.first < date.first else (date.last, mark.first)
    between = [words[index].text for index in range(low, high)]
    if ";" in between or len(between) > 25:
        return True
    before = words[date.first - 1].key if date.first else ""
    cue = words[date.first - 2].key if date.first > 1 else ""
    if before == "of" or (before in ("in", "on", "to", "from") and cue in figure_words()["other_events"]):
        return True
    crowded = any(low <= other.first < high for other in marked.quantities)
    return crowded and "," in between and not date.since and date.first > mark.first
