"""Sentences as token ranges: paragraphs, hard-wrapped lines, abbreviations and titles, quotes, bullets.

A sentence never crosses a passage. A line break ends a sentence unless the line was only wrapped: it stops without a
closing mark and the next line goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from verbale.language.stretches import Repeats, in_stretches
from verbale.language.tokens import Token, tokens
from verbale.model.document import Passage, Role

# Abbreviations after which a full stop does not end a sentence (before a capital).
_TITLES = frozenset(
    "mr mrs ms dr prof rev hon ma md mohd alm gral gen lt col maj sen capt cmdr cdr adm sgt brig gov rep pres sec "
    "st supt amb dep asst min vs no nos art vol ed al jr sr messrs mt ft dept inc ltd corp co bros jan feb mar "
    "apr jun jul aug sept sep oct nov dec approx est fig para cf viz msgt cpl pvt cpt lieut vadm radm gens sens "
    "reps drs profs hons rt rs eng engr ing lic atty arch".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
# May end a sentence: decided by what follows.
_SOMETIMES = frozenset("jr sr inc ltd corp co".split()) | _MONTHS | {"no", "art", "st", "al", "ed", "est"}
_CLOSERS = frozenset("\"”’'»)]")
_OPENERS = frozenset("\"“‘'«([")
_QUOTES = frozenset("\"“”‘’'«»")
_ENDS = frozenset(".!?…") | {"..."}
_STARTERS = frozenset(
    "the a an in on at he she it they we i both this that these those as after before during since however meanwhile "
    "further also while when for with his her their our its under to from according no not if there here".split()
)
_BULLET = re.compile(r"\s*(?:[•●▪■◦‣*·–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
# A line that stops on one of these goes on in the next, whatever that begins with.
_HANGING = frozenset(
    "the a an of to in on and or with for that by from at as its their his her our between into under".split()
)
# Before the colon of a line that opens a list: 'agreed to:', 'on the following matters:'.
_TELLING = frozenset({"were", "was", "have", "has", "will", "signed", "agreed", "decided", "adopted"})
_LEADING = frozenset({"to", "that", "on", "following", "including"})
_LONGEST = 400  # tokens; no sentence of prose is longer
_LINE = re.compile(r"[^\n]*\n?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `text[start:end]` without surrounding white space, its tokens, and where it stands.

    `paragraph` counts paragraphs through the document; `heading` is set for a line of its own without a closing mark.
    """

    index: int
    start: int
    end: int
    role: Role
    paragraph: int
    tokens: tuple[Token, ...]
    heading: bool = False
    bullet: bool = False

    @property
    def running(self) -> bool:
        """Whether it is running text: no heading, and no point of a list that ends without a full stop."""
        return not self.heading and not (self.bullet and self.tokens[-1].text not in _ENDS)


def sentences(text: str, passages: Iterable[Passage]) -> list[Sentence]:
    """All sentences of the passages, in order; what stands there too often is left out (`stretches`)."""
    found: list[Sentence] = []
    paragraph = -1
    lines, said = Repeats(), Repeats()
    for passage in passages:
        for start, end in _paragraphs(text, passage):
            pieces = [] if lines.too_many(text[start:end]) else _pieces(text, start, end)
            if not pieces:
                continue
            paragraph += 1
            first = pieces[0][0].text
            bullet = bool(_BULLET.match(text, start, end)) and first not in _OPENERS
            signed = bullet and not first[0].isalnum() and first != "("  # '• …', no '1. …'
            for piece in pieces:
                if said.too_many(text[piece[0].start : piece[-1].end]):
                    continue
                found.append(
                    Sentence(
                        index=len(found),
                        start=piece[0].start,
                        end=piece[-1].end,
                        role=passage.role,
                        paragraph=paragraph,
                        tokens=tuple(piece),
                        heading=len(pieces) == 1 and not signed and _is_heading(piece),
                        bullet=bullet,
                    )
                )
    return found


def _pieces(text: str, start: int, end: int) -> list[list[Token]]:
    """The sentences of a paragraph as tokens; none for a rule of signs between two parts."""

    def split(first: int, last: int) -> list[list[Token]]:
        return [part for piece in _split(text, tokens(text, first, last)) for part in _bounded(piece)]

    pieces = in_stretches(text, start, end, split)
    said = any(word.text[0].isalnum() or word.text[0] in _QUOTES for piece in pieces for word in piece)
    return pieces if said else []


def _bounded(words: list[Token]) -> Iterable[list[Token]]:
    """A sentence in pieces of bounded length, so that every grammar takes time in proportion to the text."""
    for start in range(0, len(words), _LONGEST):
        yield words[start : start + _LONGEST]


def _is_heading(words: list[Token]) -> bool:
    last = words[-1].text
    if len(words) > 1 and words[-2].text == ";" and words[-1].key in {"and", "or"}:
        return False  # '2. Stressed the value of trade; and'
    if last == ":" and any(word.key in _LEADING for word in words[-4:-1]):
        return False
    if last == ":" and any(word.key in _TELLING for word in words[1:-1]):
        return False  # 'The following documents were signed during the visit:'
    return len(words) <= 16 and last not in _ENDS and last not in _CLOSERS and last not in {";", ","}


def _paragraphs(text: str, passage: Passage) -> Iterable[tuple[int, int]]:
    """Ranges of the passage's paragraphs: its lines, with wrapped lines joined."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text, passage.start, passage.end) if m.group().strip()]
    width = _wrap_width(text, lines)
    start = None
    for i, (line_start, line_end) in enumerate(lines):
        if start is None:
            start = line_start
        following = lines[i + 1] if i + 1 < len(lines) else None
        if following is None or not _wrapped(text, (line_start, line_end), following, width):
            yield start, line_end
            start = None


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int:
    """The width at which a scanner or mailer wrapped the lines, or 0 where they were not wrapped."""
    lengths = [len(text[a:b].rstrip()) for a, b in lines]
    if len(lengths) < 4:
        return 0
    longest = sorted(lengths)[-max(1, len(lengths) // 10)]
    near = sum(1 for n in lengths if n >= 0.75 * longest)
    return longest if longest <= 120 and near >= 0.4 * len(lengths) else 0


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether `following` goes on with the sentence of `line`."""
    words, next_words = text[line[0] : line[1]].strip(), text[following[0] : following[1]].strip()
    if _BULLET.match(next_words + " x") and not next_words[0].isalnum():
        return False
    if next_words[0].islower() and not _BULLET.match(text, following[0], following[1]):
        return words[-1] not in ".!?:" or (width > 0 and len(words) >= 0.6 * width)
    if words.endswith(("; and", "; or")):
        return False  # the last point of a list but one
    if words.rsplit(None, 1)[-1] in _HANGING:
        return True
    if not width or words[-1] in ".!?:;":
        return bool(width) and words[-1] in ".;" and len(words) >= 0.75 * width
    return len(words) >= 0.6 * width and not words.isupper()


def _split(text: str, words: list[Token]) -> Iterable[list[Token]]:
    start = free = 0
    titles = _ends_of_titles(text, words)
    for i in [i for i, word in enumerate(words) if word.text in _ENDS or word.key in _DOTTED_ENDS or i in titles]:
        if i < free:
            continue
        if i in titles and i - start >= 2:
            yield words[start:i]
            start = i
        if words[i].text in _ENDS or words[i].key in _DOTTED_ENDS:
            last = i
            while last + 1 < len(words) and words[last + 1].text in _CLOSERS and _closes(text, words, last + 1):
                last += 1
            while last + 1 < len(words) and words[last + 1].text in {"/", "."}:  # './.' ends a Vietnamese story
                last += 1
            if last + 1 == len(words) or _ends(text, words, start, i, last):
                yield words[start : last + 1]
                start = last + 1
            free = last + 1
    if start < len(words):
        yield words[start:]


def _ends_of_titles(text: str, words: list[Token]) -> frozenset[int]:
    """Where the words behind titles in bold type stand; most texts have none."""
    if not words or text.find("**", words[0].end, words[-1].start) < 0:
        return frozenset()
    return frozenset(i for i in range(1, len(words)) if _title_closes(text, words[i - 1], words[i]))


def _title_closes(text: str, before: Token, after: Token) -> bool:
    """'**Security cooperation** The two sides …': a title in bold type that runs on into its paragraph."""
    gap = text[before.end : after.start]
    return gap.startswith("**") and gap.endswith(" ") and after.capital


_DOTTED_ENDS = frozenset({"u.s.", "d.c.", "u.k.", "u.n.", "a.m.", "p.m.", "e.u.", "r.o.k.", "p.r.c.", "u.a.e."})


def _closes(text: str, words: list[Token], i: int) -> bool:
    """A quote mark or bracket that hangs on what stands before it, not on what follows."""
    return words[i].start == words[i - 1].end


def _ends(text: str, words: list[Token], start: int, stop: int, last: int) -> bool:
    """Whether the mark at `stop` (with closers up to `last`) ends the sentence from `start`: more words follow."""
    mark, following = words[stop], words[last + 1]
    gap = following.start > words[last].end
    if mark.text in ".…" or mark.text == "..." or mark.key in _DOTTED_ENDS:
        if following.text[:1].islower() or following.text in {",", ";", ")", "-", "–"}:
            return False
        if mark.key in _DOTTED_ENDS:
            return gap and following.key in _STARTERS and following.capital
        before = words[stop - 1] if stop else None
        numbered = before is not None and (before.text.isdigit() or (len(before.text) == 1 and before.text.isalpha()))
        if numbered and stop == start + 1:
            return False  # '1. The parties will …'
        if before is not None and before.end == mark.start:
            if _is_abbreviation(before):
                return before.key in _SOMETIMES and following.key in _STARTERS and gap and following.capital
            if not gap and (before.text.isdigit() or len(before.text) == 1 or not following.capital):
                return False
        return gap or following.capital or following.text in _OPENERS
    if following.text[:1].islower():
        return False
    return gap


def _is_abbreviation(token: Token) -> bool:
    return token.key in _TITLES or (len(token.text) == 1 and token.text.isupper())
