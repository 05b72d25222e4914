"""The lines of a text and what each looks like: prose, a short line, a caption, a byline, page furniture.

Only looks: where the story is, `passages` decides from all lines together.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from verbale.model.vocabulary import load
from verbale.reader.datelines import is_byline
from verbale.reader.passages_junk import Look, folded_words, junk_look

_LINE = re.compile(r"[^\n]+")
_BLANKS = " \t\r\f\v\xa0\ufeff\u200b\u3000\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_SAMPLE = 2000  # characters of a line that are looked at; the rest of a longer one is more of the same
_SHORT = 8  # words below which a line is no paragraph by its length alone
_CLOSERS = ("", '"', "”", "'", "’", ")", "]", "*", "/")
_ENDS = (*(mark + closer for mark in ".!?…:;。" for closer in _CLOSERS), ",”", ',"')
# How a last paragraph names its agency behind its full stop: '… on Monday. — GNA', '… on Monday.(GNA)', '==Gulf Wire'.
# '… on Monday. (With reports from Ana Ruiz/GNA)'
_CREDIT_END = re.compile(
    r"(?<=[.!?”\"’)])\s*(?:[-–—/=(\[]{1,2}\s*[A-Z][\w.+/ -]{1,28}[)\]=]{0,2}\.?|\([A-Z][^()]{1,70}\))$"
)
_PHOTO_LINE = re.compile(
    r"\W{0,2}(?:photos?|pictures?|images?|photograph|foto|ảnh|illustration)\s*(?::|by\b|courtesy|credit)\s*\S", re.I
)
# '… Lima, 3 May 2024. AGENCY/Ana Ruiz', '… in Lima. Ana Ruiz/AGENCY'
_NAME = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}"
_TAKEN_BY = re.compile(rf"[.!?”\"]\s+\(?(?:[A-Z][A-Z.]{{2,}}/{_NAME}|{_NAME}/[A-Z][A-Z.]{{2,}})\)?$")
_SIDE = r"(?:left|right|center|centre)"
_CAPTION_SIDE = re.compile(
    rf"(?<=\w )\((?:L|R|C|{_SIDE}|front|back|pictured)\)"
    rf"|(?<=\w )\((?:\d(?:st|nd|rd|th)|second|third|fourth) (?:from )?(?:L|R|{_SIDE})\)"
    rf"|, (?:from|at|on|pictured) {_SIDE}\b|\bfrom {_SIDE}(?: to {_SIDE})?[,:)]"
    rf"|\b(?:second|third|fourth) from (?:the )?{_SIDE}\b"
)
_SIDE_SIGNS = ("(", "left", "right", "cent")  # one of them is in all that says who stands where
_NUMBERED_PICTURE = re.compile(r"[-–—:]?\s*(?:hinh anh|ảnh|photo|picture|image|figure)\s*\d{1,2}\.?$", re.I)
_HELPERS = frozenset(
    "the of to in and a an that for on with as by is was were are at from his her its their has have had will would be "
    "this these which who said also".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its white space: where it stands, its words, its look, and whether the text has it twice."""

    start: int
    end: int
    text: str
    words: int
    look: Look
    repeated: bool = False

    @property
    def prose(self) -> bool:
        return self.look is Look.PROSE


def lines_of(text: str) -> list[Line]:
    """All lines of the text that are not blank, in order. Number signs of Markdown headings are left out."""
    spans = []
    for match in _LINE.finditer(text):
        line = match.group()
        start, end = match.start() + _lead(line), match.start() + len(line.rstrip(_BLANKS))
        if start < end:
            spans.append((start, end))
    counts = Counter(text[start:end] for start, end in spans)
    found: list[Line] = []
    looks: dict[str, tuple[Look, int]] = {}
    for start, end in spans:
        words = text[start:end]
        if words not in looks:
            looks[words] = look_of(words)
        look, size = looks[words]
        found.append(Line(start, end, words, size, look, counts[words] > 1))
    return found


def _lead(line: str) -> int:
    stripped = line.lstrip(_BLANKS)
    if stripped.startswith("#"):
        stripped = stripped.lstrip("#").lstrip(_BLANKS)
    return len(line) - len(stripped)


def look_of(line: str) -> tuple[Look, int]:
    """What a line looks like, and how many words it has.

    >>> look_of("Share on Facebook")[0], look_of("The two ministers met in Lima on Monday to review ties.")[0]
    (<Look.FURNITURE: 'furniture'>, <Look.PROSE: 'prose'>)
    """
    sample = line[:_SAMPLE]
    words = len(sample.split()) * max(1, len(line) // max(1, len(sample)))
    if is_byline(line):
        return Look.BYLINE, words
    if words <= 60:
        junk = junk_look(line, folded_words(sample), words)
        if junk is not None:
            return junk, words
        if is_caption(line):
            return Look.CAPTION, words
    return (Look.PROSE if _is_prose(line, sample, words) else Look.SHORT), words


def _is_prose(line: str, sample: str, words: int) -> bool:
    ends = _CREDIT_END.sub("", line[-100:]).endswith(_ENDS)
    if words < _SHORT:
        unspaced = len(line) >= 40 and len(line) > 20 * max(1, words) and not line.isascii()
        return unspaced or (ends and words >= 5 and line[-1] in '.”"' and line[:1].isupper())
    if ends:
        return True
    folded = folded_words(sample) if words >= 20 else ()
    helpers = sum(1 for word in folded if word in _HELPERS)
    return words >= 20 and helpers >= 0.15 * len(folded)


def is_caption(line: str) -> bool:
    """A line under a picture: it names the picture's maker or says who stands where.

    >>> is_caption("The ministers shake hands in Accra. (Photo: Ministry of Defence)")
    True
    """
    if len(line) > 500:
        return False
    if (line[-1:].isdigit() or line[-2:-1].isdigit()) and _NUMBERED_PICTURE.search(line):
        return True
    if any(sign in line for sign in _SIDE_SIGNS) and _CAPTION_SIDE.search(line):
        return True
    if is_photo_credit(line) or ("/" in line[-60:] and _TAKEN_BY.search(line[-80:])):
        return True
    return _photo_mark().search(line[-60:]) is not None


def is_photo_credit(line: str) -> bool:
    """A line that only says who took a picture: 'Photo: Supplied'."""
    return len(line) < 120 and bool(_PHOTO_LINE.match(line))


@cache
def _photo_mark() -> re.Pattern[str]:
    """'(Photo: …', '. Photo by …', '— Photo …' near the end of a line."""
    words = "|".join(re.escape(word) for word in load("page-junk")["photo"] if " " not in word)
    return re.compile(
        rf"\((?:{words})[: )]|(?:[.,|/] |[—–] |\[)(?:{words})(?::| by | from | courtesy| credit)|[—–] (?:{words}) ",
        re.I,
    )
