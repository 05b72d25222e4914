"""Which lines are the story: the heaviest runs of prose, without lists of other stories, forms and menus.

A text without any sign of a page around it is all story. Else each line gets a weight (prose counts for the story,
menus and teasers against it), and the runs of lines whose weight is highest are cut out in one pass.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from verbale.reader.passages_junk import Look, is_section_name
from verbale.reader.passages_lines import Line

OPENERS = (Look.OTHERS, Look.AMBIGUOUS)
_ENOUGH = 8.0  # the weight of a short story
_COHERENT = 0.5
_ENTRY = 3.0  # what a run must outweigh to count as a run of its own
_MENU_ON_TOP = 8  # so many short lines in a row before any paragraph are a menu
_MENU_RUN = 6  # so many short lines in a row are a menu
_TEASER = -2.0
_ITEM = re.compile(r"(?:[•●▪■◦‣*·–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")
_ITEM_WORDS = 4
_LONG_WORDS = re.compile(r"[^\W\d_]{4,}")
_NEAR = 12  # lines between two runs of one story that a box of other stories fills
_BOX, _NAMES_BESIDE = 5, 3  # lines of a small box between two runs; names that they must share then
_NAMES_NEAR, _NAMES_FAR, _WORDS_SHARED = 0.2, 0.5, 0.4
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+[A-Z“\"‘]")


@dataclass(frozen=True, slots=True)
class Run:
    """Lines `first` up to, not including, `last`, and their weight together."""

    first: int
    last: int
    weight: float


def story_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line, whether it lies in the body of the story (furniture inside it is not taken out yet)."""
    teasers = _teasers(lines)
    menus = _menus(lines)
    listed = _listed(lines)
    weights = [_weight(line, teasers[i], menus[i], listed[i]) for i, line in enumerate(lines)]
    kept = [False] * len(lines)
    chosen = _chosen(lines, _runs(weights))
    for run in chosen:
        for i in range(run.first, run.last):
            kept[i] = weights[i] > -1.0
    for before, after in pairwise(chosen):
        if not any(teasers[before.last : after.first]):
            for i in range(before.last, after.first):
                kept[i] = weights[i] > -1.0 and lines[i].words >= _ITEM_WORDS and not lines[i].repeated
    return kept


def _weight(line: Line, teaser: bool, menu: bool, listed: bool) -> float:
    if line.look is Look.FURNITURE:
        return -1.0
    if line.look is Look.COMMENTS:
        return -_ENTRY - 1  # ends a run, whatever stands before it
    if line.look in OPENERS:
        return -2.0
    if teaser:
        return _TEASER
    if line.prose:
        return min(line.words, 50) / 10 * (0.5 if line.repeated else 1.0)
    if line.look in (Look.CAPTION, Look.BYLINE):
        return -0.3
    if listed:
        return 0.1
    return -1.5 if menu else -0.4


def _listed(lines: Sequence[Line]) -> list[bool]:
    """Short lines in a list that a paragraph ending in a colon announces, or that are items of some length."""
    marked = [False] * len(lines)
    announced = False
    for i, line in enumerate(lines):
        if line.look in (*OPENERS, Look.COMMENTS, Look.FURNITURE):
            announced = False
        elif line.prose:
            announced = line.text.endswith((":", ":*", ":**"))
        else:
            item = _ITEM.match(line.text) is not None and line.words >= _ITEM_WORDS
            marked[i] = (announced or item) and not line.repeated
    return marked


def _runs(weights: Sequence[float]) -> list[Run]:
    """The disjoint runs whose summed weight, less the price of entry for each, is highest."""
    runs: list[Run] = []
    first, total, best, best_last = 0, 0.0, 0.0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            first, total, best, best_last = i, 0.0, 0.0, i
        total += weight
        if total > best:
            best, best_last = total, i + 1
        if total < best - _ENTRY:
            _keep(runs, first, best_last, best)
            total = best = 0.0
    _keep(runs, first, best_last, best)
    return runs


def _keep(runs: list[Run], first: int, last: int, weight: float) -> None:
    if weight > 0.4:
        runs.append(Run(first, last, weight))


def _chosen(lines: Sequence[Line], runs: Sequence[Run]) -> list[Run]:
    """The main run, and those runs around it that go on with the same story."""
    if not runs:
        return []
    first_comments = next((i for i, line in enumerate(lines) if line.look is Look.COMMENTS), len(lines))
    before = sum(run.weight for run in runs if run.last <= first_comments)
    main = max(runs, key=lambda run: _promise(lines, run, run.first > first_comments and before >= _ENOUGH))
    vocabulary = _vocabulary(lines, main)
    chosen = []
    for run in runs:
        gap = lines[main.last : run.first] if run.first > main.first else lines[run.last : main.first]
        closed = run.first > main.first and any(line.look is Look.COMMENTS for line in gap)
        if run is main or (not closed and _goes_on(lines, run, vocabulary, len(gap))):
            chosen.append(run)
    return chosen


def _promise(lines: Sequence[Line], run: Run, among_comments: bool) -> float:
    """How much a run looks like the story of the page: long, coherent, under a byline, not among comments."""
    promise = run.weight * (0.3 + min(_coherence(lines, run), _COHERENT))
    if any(line.look is Look.BYLINE for line in lines[max(0, run.first - 6) : run.first]):
        promise *= 1.3
    return promise * (0.3 if among_comments else 1.0)


def _coherence(lines: Sequence[Line], run: Run) -> float:
    """The share of longer words that stand in another paragraph of the run too: low in a list of teasers."""
    paragraphs = [frozenset(_LONG_WORDS.findall(line.text)) for line in lines[run.first : run.last] if line.prose]
    counts = Counter(word for paragraph in paragraphs for word in paragraph)
    total = sum(counts.values())
    return sum(count for count in counts.values() if count > 1) / total if total else 0.0


def _goes_on(lines: Sequence[Line], run: Run, main: _Words, gap: int) -> bool:
    """Whether a run speaks of the same people and things as the main run; more leniently where it is near."""
    own = _vocabulary(lines, run)
    if len(own.all) < 8:
        return False
    near = gap <= _NEAR
    asked = (_NAMES_NEAR if near else _NAMES_FAR) * max(3, len(own.names))
    if gap <= _BOX and run.weight >= _ENOUGH:
        asked = min(asked, _NAMES_BESIDE)  # two long runs around a box of two or three teasers
    named = len(own.names & main.names) >= asked
    return named or len(own.all & main.all) >= _WORDS_SHARED * len(own.all)


class _Words(NamedTuple):
    """The longer words of a run, and those of them that are names."""

    all: frozenset[str]
    names: frozenset[str]


def _vocabulary(lines: Sequence[Line], run: Run) -> _Words:
    words: set[str] = set()
    names: set[str] = set()
    for line in lines[run.first : run.last]:
        if line.prose:
            found = _LONG_WORDS.findall(line.text)
            words.update(word.lower() for word in found)
            names.update(word for word in found[1:] if word[0].isupper())
    return _Words(frozenset(words), frozenset(names))


def _menus(lines: Sequence[Line]) -> list[bool]:
    """Lines in a long row of short ones."""
    marked = [False] * len(lines)
    start = 0
    for i in range(len(lines) + 1):
        inside = i < len(lines) and not lines[i].prose
        if inside:
            continue
        if i - start >= _MENU_RUN:
            for j in range(start, i):
                marked[j] = lines[j].words <= 5 or lines[j].repeated
        start = i + 1
    return marked


def _teasers(lines: Sequence[Line]) -> list[bool]:
    """Lines in a list of other stories: from its heading to where paragraphs follow each other again."""
    marked = [False] * len(lines)
    inside = False
    for i, line in enumerate(lines):
        if line.look in OPENERS:
            inside = True
        elif inside and _resumes(lines, i):
            inside = False
        marked[i] = inside
    return marked


def _resumes(lines: Sequence[Line], i: int) -> bool:
    """Whether the story goes on at line `i` behind a list of other stories."""
    line = lines[i]
    if not line.prose or line.repeated:
        return False
    following = lines[i + 1] if i + 1 < len(lines) else None
    if _long(line) and (following is None or following.look is Look.FURNITURE):
        return True
    return following is not None and following.prose and not following.repeated


def _long(line: Line) -> bool:
    return line.words >= 60 or (line.words >= 40 and len(_SENTENCE_END.findall(line.text)) >= 2)


def has_page_around(lines: Sequence[Line]) -> bool:
    """Whether anything shows that the text was a web page: a menu, furniture, other stories, a form.

    A single line of furniture ('End text.') is not a page.
    """
    signs = sum(1 for line in lines if line.look in (Look.FURNITURE, Look.OTHERS, Look.COMMENTS))
    if signs >= 3 or any(line.look is Look.COMMENTS for line in lines):
        return True
    if lines and lines[0].look is Look.SHORT and is_section_name(lines[0].text):
        return True
    return _menu_on_top(lines) or (bool(signs) and any(line.look is Look.OTHERS for line in lines))


def _menu_on_top(lines: Sequence[Line]) -> bool:
    short = 0
    for line in lines:
        if line.prose:
            break
        short = short + 1 if line.words <= 4 and line.look is not Look.BYLINE else 0
        if short >= _MENU_ON_TOP:
            return True
    return False
