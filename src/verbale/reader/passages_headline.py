"""The headline of a page dump: among the lines above the first paragraph the one that the paragraphs bear out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.reader.passages_junk import Look, is_section_name
from verbale.reader.passages_lines import Line

LONGEST_HEADLINE = 36  # words
_LENGTHS = range(3, LONGEST_HEADLINE)
_REACH = 28  # lines above the first paragraph among which the headline is looked for
_FULL = 6  # words of a headline that says something
_FARTHER = 0.01  # what a line of distance takes from a headline's score
_LEAST = 0.45  # the least score of a headline
_SENTENCES = re.compile(r"[a-z]{3}\. [A-Z“\"‘]")
_WORD = re.compile(r"[^\W_]{3,}")


def find_headline(lines: Sequence[Line], kept: Sequence[bool], first: int) -> int | None:
    """The line above the first paragraph that best says what the kept paragraphs say; None where none does."""
    body_words = _body_words(lines, kept, first)
    best, best_score = None, _LEAST
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if not _may_be_headline(lines[i]):
            continue
        score = _headline_score(lines, i, body_words) - _FARTHER * (first - i)
        again = best is not None and lines[i].text == lines[best].text
        if score > best_score or (again and i > first - _REACH):
            best, best_score = i, max(score, best_score)
    return best if best is None else _over_deck(lines, _above_deck(lines, best, body_words), body_words)


def _over_deck(lines: Sequence[Line], best: int, body_words: set[str]) -> int:
    """The upper of two lines that stand together, both borne out by the paragraphs: the lower one is its deck."""
    above = best - 1
    if above < 0 or not _may_be_headline(lines[above]) or lines[above].words < _FULL or lines[best].repeated:
        return best
    words = words_of(lines[above])
    known = sum(1 for word in words if word in body_words)
    trail = lines[best].text in lines[above].text or "»" in lines[above].text  # 'Home » News » …'
    fits = not (lines[above].prose or trail) and known >= 0.4 * len(words)
    return above if fits else best


def _above_deck(lines: Sequence[Line], best: int, body_words: set[str]) -> int:
    """The headline above a deck: a line in sentences ('The ministers met. They will meet again.') is no headline."""
    if not (lines[best].prose or lines[best].text.endswith(".") or _SENTENCES.search(lines[best].text)):
        return best
    for i in range(best - 1, max(-1, best - 4), -1):
        words = words_of(lines[i])
        if _may_be_headline(lines[i]) and not lines[i].text.endswith("."):
            known = sum(1 for word in words if word in body_words)
            return i if known >= 0.4 * len(words) else best
    return best


def _may_be_headline(line: Line) -> bool:
    return (
        line.look in (Look.SHORT, Look.PROSE)
        and line.words in _LENGTHS
        and not is_section_name(line.text)
        and any(c.isalpha() for c in line.text)
    )


def _headline_score(lines: Sequence[Line], i: int, body_words: set[str]) -> float:
    words = [word.lower() for word in _WORD.findall(lines[i].text)] or [""]
    score = sum(1 for word in words if word in body_words) / len(words) + min(len(words), 10) / 20
    if lines[i].repeated:
        score += 0.15
    if any(line.look is Look.BYLINE for line in lines[i + 1 : i + 3]):
        score += 0.2
    trail = i > 0 and lines[i].text in lines[i - 1].text and lines[i - 1].words > lines[i].words
    if _below_byline(lines, i):
        score -= 0.25  # what stands between the byline and the story is a picture's text or the deck
    score += 0.2 if trail else 0.0  # the trail of pages above a story ends in its headline
    return score - (0.3 if lines[i].text.endswith(".") else 0.0)


def _below_byline(lines: Sequence[Line], i: int) -> bool:
    """Whether a byline stands right above line `i`, and above that a line that may be the headline."""
    top = next((k for k in range(i - 1, max(-1, i - 4), -1) if lines[k].look is not Look.BYLINE), None)
    if top is None or top == i - 1:
        return False
    return _may_be_headline(lines[top]) and lines[top].words >= _FULL


def _body_words(lines: Sequence[Line], kept: Sequence[bool], first: int) -> set[str]:
    """The words of the first paragraphs."""
    body = [lines[i].text[:2000] for i in range(first, min(first + 12, len(lines))) if kept[i]]
    return {word.lower() for text in body for word in _WORD.findall(text)}


def repeats(line: Line, title: frozenset[str]) -> bool:
    """A line that says the headline again, or a part of it; not a speaker's label ('PRIME MINISTER ABE:')."""
    words = words_of(line)
    return bool(words) and not line.text.rstrip().endswith(":") and len(words & title) >= 0.8 * len(words)


def words_of(line: Line) -> frozenset[str]:
    """The longer words of a line, in small letters."""
    return frozenset(word.lower() for word in _WORD.findall(line.text[:2000]))
