"""Words that stand alone badly, shown in their sentence: the words that a line rests on stay in its footnote."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from verbale.ledger.view import View
from verbale.model.evidence import Evidence
from verbale.model.records import Fact
from verbale.views.brief_sections import Line, Section
from verbale.views.context import sentence_around

WINDOW = 240  # characters of a longer sentence that are shown
_ENDS = (".", "!", "?", ".”", '."', "…")


class Quotes:
    """The quotes of a briefing; each sentence is shown once in a section, what else rests on it in its own words."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._texts: dict[str, str] = {}

    def whole(self, section: Section) -> Section:
        """The section with its fragments in their sentences."""
        seen: set[str] = set()
        return replace(section, lines=tuple(self._line(line, seen) for line in section.lines))

    def _line(self, line: Line, seen: set[str]) -> Line:
        fact = _quoted(line)
        if fact is None or len(fact.entry.evidence) != 1 or _is_whole(line.quote):
            seen.add(line.quote)
            return line
        sentence = self._sentence(fact.document, fact.entry.evidence[0])
        if sentence in seen:
            return line
        seen.add(sentence)
        return replace(line, quote=sentence)

    def _sentence(self, document: str, words: Evidence) -> str:
        """The sentence around the words, on one line; of a long one what stands next to them."""
        text = self._texts.get(document) or self._view.text(document)
        self._texts[document] = text
        start, end = sentence_around(text, words.start, words.end)
        first, last = _window(text, (start, end), (words.start, words.end))
        said = " ".join(text[first:last].split())
        return f"{'… ' if first > start else ''}{said}{' …' if last < end else ''}"


def _quoted(line: Line) -> Fact[Any] | None:
    """The fact whose words a line quotes; None where it quotes nothing, or not all of them."""
    quote = " ".join(line.quote.split())
    return next((note.fact for note in line.notes if quote and " ".join(note.fact.words.split()) == quote), None)


def _is_whole(words: str) -> bool:
    """Whether words can stand alone: they begin as a sentence does and end as one."""
    return not words[:1].islower() and words.rstrip().endswith(_ENDS)


def _window(text: str, sentence: tuple[int, int], words: tuple[int, int]) -> tuple[int, int]:
    """What of a long sentence is shown: the words with as much around them as there is room for."""
    (start, end), (first, last) = sentence, words
    if end - start <= WINDOW:
        return sentence
    room = max(0, WINDOW - (last - first))
    begin = max(start, first - room // 2)
    stop = min(end, last + room - (first - begin))
    begin = start if begin == start else text.find(" ", begin, first) + 1 or first
    return begin, stop if stop == end else max(text.rfind(" ", last, stop), last)
