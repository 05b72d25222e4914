"""Page furniture by its words: menus, buttons, forms, notices, and headings of lists of other stories.

The words are in the vocabulary `page-junk`; here is how they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from verbale.model.vocabulary import load

_WORDS = re.compile(r"[^\W\d_]+")
_MENU_MARKS = re.compile(r"\s*[|•·»›>/\\–]\s*|\s{2,}|\t")
_PHOTO_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg)\b", re.I)
# 'READ | Navy rescues crew', 'ALSO READ – …': another story inside this one.
_TEASER_LINE = re.compile(
    r"(?:read(?: more| also| here)?|also read|see also|watch|listen|in pics|in photos|related|don.t miss|must read|"
    r"more on this|you may also like|explained|opinion|editorial|live updates)\s*[|»>]\s*\S|"
    r"(?:also read|read also|must read|don.t miss)\s*[:–—-]\s*\S",
    re.I,
)
# '12 comments', '3 min read', '1.2K views', 'Updated 2 hours ago'
_COUNT = re.compile(
    r"(?:reading time:?\s*)?\d[\d,.]*\s?k?\s*(?:comments?|shares?|views?|likes?|replies|retweets|reads?|photos?|"
    r"images?|videos?|followers|listens?|min(?:ute)?s?(?: read)?)|(?:\w+ )?(?:\d+ ?[smhd]|(?:\d+|an?) "
    r"(?:second|minute|min|hour|hr|day|week|month|year)s?) ago",
    re.I,
)
_COPYRIGHT = re.compile(r"\(c\)\s*(?:copyright|\d{4})|copyright\b.{0,12}(?:\d{4}|©)", re.I)
_SENTENCE_ENDS = (".", "!", "?", ".”", '."')
_ADDRESSING = frozenset("you your our us we".split())


class Look(StrEnum):
    """What a line looks like."""

    PROSE = "prose"
    SHORT = "short"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"
    OTHERS = "others"  # heads a list of other stories, a newsletter box
    AMBIGUOUS = "ambiguous"  # the same on a page, else perhaps a heading of the document
    COMMENTS = "comments"  # heads what readers wrote


def folded_words(line: str) -> tuple[str, ...]:
    """The words of a line in lower case, without digits and signs."""
    return tuple(_WORDS.findall(line.lower()))


def junk_look(line: str, folded: tuple[str, ...], words: int) -> Look | None:
    """What kind of junk a line of at most 60 words is, or None where it may belong to a story."""
    if _PHOTO_FILE.fullmatch(line) or _COUNT.fullmatch(line) or _TEASER_LINE.match(line):
        return Look.FURNITURE
    if not folded:
        return Look.FURNITURE if not any(c.isalnum() for c in line) else None
    whole = " ".join(folded)
    if len(whole) == 1 and whole != line.lower():  # 'x)' and 'a.' number the parts of a document
        return None
    table = _tables()
    opens = line.endswith(":") and words > 1  # 'Read more:' heads a list, 'Read more' is a button
    if whole in table.furniture and not (opens and whole in table.others):
        return Look.FURNITURE
    if words <= 9 and not line.endswith("."):
        for look, exact, openings in table.headings:
            if whole in exact or (words <= 7 and whole.startswith(openings)):
                return look
        if folded[0] in ("more", "latest", "top") and " ".join(folded[1:]) in _section_names():
            return Look.OTHERS
    if _starts_as_furniture(line, folded, words) or _holds(whole, folded) or _is_menu(line, words):
        return Look.FURNITURE
    return None


def _is_menu(line: str, words: int) -> bool:
    """Three or more short items between strokes, dots or wide gaps."""
    if words > 30 or line.endswith(_SENTENCE_ENDS):
        return False
    items = [item for item in _MENU_MARKS.split(line.strip()) if item]
    return len(items) >= 3 and all(len(item.split()) <= 3 for item in items)


def _starts_as_furniture(line: str, folded: tuple[str, ...], words: int) -> bool:
    if line[:1] == "©" or _COPYRIGHT.match(line):
        return True
    table = _tables()
    if ":" in line[:24] and " ".join(folded_words(line.split(":", 1)[0])) in table.colons:
        return True
    if words > 30:
        return False
    for size in range(1, min(5, len(folded)) + 1):
        if folded[:size] in table.starts:
            plain = words <= 12 and not line.endswith(".")
            return plain or size >= 4 or bool(_ADDRESSING.intersection(folded[:12]))
    return False


def _holds(whole: str, folded: tuple[str, ...]) -> bool:
    contains = _tables().contains
    return any(word in contains and any(phrase in whole for phrase in contains[word]) for word in folded)


@dataclass(frozen=True, slots=True)
class _Tables:
    furniture: frozenset[str]
    others: frozenset[str]
    headings: tuple[tuple[Look, frozenset[str], tuple[str, ...]], ...]
    starts: frozenset[tuple[str, ...]]
    colons: frozenset[str]
    contains: dict[str, tuple[str, ...]]


@cache
def _tables() -> _Tables:
    data = load("page-junk")
    contains: dict[str, list[str]] = {}
    for phrase in data["contains"]:
        words = folded_words(phrase)
        contains.setdefault(max(words, key=len), []).append(" ".join(words))
    return _Tables(
        furniture=_exact(data["furniture"]),
        others=_exact(data["others"]),
        headings=tuple(_heading(look, data[look.value]) for look in (Look.COMMENTS, Look.OTHERS, Look.AMBIGUOUS)),
        starts=frozenset(folded_words(item) for item in data["starts"] if not item.endswith(":")) - {()},
        colons=_exact(item for item in data["starts"] if item.endswith(":")),
        contains={word: tuple(phrases) for word, phrases in contains.items()},
    )


def _exact(items: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(folded_words(item)) for item in items)


def _heading(look: Look, items: list[str]) -> tuple[Look, frozenset[str], tuple[str, ...]]:
    openings = tuple(" ".join(folded_words(item)) + " " for item in items if item.endswith("*"))
    return look, _exact(item for item in items if not item.endswith("*")), openings


@cache
def _section_names() -> frozenset[str]:
    return _exact(load("page-junk")["sections"])


def is_section_name(line: str) -> bool:
    """Whether the line is no more than the section of a newspaper: 'Politics', 'Foreign affairs'."""
    return " ".join(folded_words(line)) in _section_names()
