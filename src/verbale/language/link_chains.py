"""People of one sentence as chains around a pivot: who is named before a word and after it, and with whom listed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from verbale.language.cast import Cast
from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, PersonMark
from verbale.language.tokens import Token

SPEAKER = "speaker"  # the party of whoever says 'I' in the document
SOMEBODY = ""  # the party of an office holder whom nobody names: 'A met the Prime Minister'
UNKNOWN = -1  # an office holder whom the cast does not tell
REACH = 40  # tokens between a pivot and the names that it parts
_LONGEST_LIST = 12
FILLERS = frozenset(
    {"and", ",", ";", "of", "for", "the", "&", "to", "-", ".", "'s", "’s", "(", ")", "his", "her", "their",
     "counterpart", "then", "former", "visiting"}
)  # fmt: skip
_STYLES = frozenset({"excellency", "majesty", "highness"})
_BREAKS = frozenset({";", ":", ",", "that", "and", "on", "in", "at"})


class Link(NamedTuple):
    """Two persons (indices), or a person and a party's code, on the `same` side or on different ones."""

    one: int
    other: int | str
    same: bool


class ChainReader:
    """Reads chains of people in one sentence."""

    def __init__(self, marked: Marked, marks: Sequence[PersonMark], cast: Cast) -> None:
        self.marked = marked
        self.words: tuple[Token, ...] = marked.sentence.tokens
        self.cast = cast
        self.marks = sorted([*marks, *self._holders(marks)], key=lambda mark: mark.first)
        self.firsts = [mark.first for mark in self.marks]
        self.lasts = [mark.last for mark in self.marks]
        self.inside = covered(marks, marked.posts, marked.parties)

    def _holders(self, marks: Sequence[PersonMark]) -> list[PersonMark]:
        """Offices that stand alone ('the Sultan'), with the person who holds it."""
        firsts, lasts = {mark.first for mark in marks}, {mark.last for mark in marks}
        found = []
        for post in self.marked.posts:
            start = next((mark.first for mark in self.marked.parties if mark.last == post.first), post.first)
            before = self.words[start - 1].key if start else ""
            apposed = any(post.first - gap in lasts and self.words[post.first - gap].text == "," for gap in (1, 2, 3))
            leads = any(post.last + gap in firsts for gap in (0, 1, 2, 3))
            if not post.plural and not apposed and not leads and before in {"the", "his", "her"}:
                holder = self.cast.by_post(post.title, post.party)
                found.append(PersonMark(post.first, post.last, UNKNOWN if holder is None else holder))
        return found

    def _before(self, pivot: int) -> list[PersonMark]:
        """The person last named before the pivot, and those listed with that one, nearest first."""
        at = bisect_right(self.lasts, pivot) - 1
        if at < 0 or pivot - self.marks[at].last > REACH:
            return []
        if any(token.text == ";" for token in self._free(self.marks[at].last, pivot)):
            return []
        chain = [self.marks[at]]
        for before in range(at - 1, max(-1, at - _LONGEST_LIST), -1):
            if not self._listed(self.marks[before].last, chain[-1].first):
                break
            chain.append(self.marks[before])
        return chain

    def _after(self, start: int, near: int) -> list[PersonMark]:
        """The person named within `near` plain words after `start`, and those listed with that one."""
        at = bisect_left(self.firsts, start)
        if at == len(self.marks) or self.marks[at].first - start > REACH:
            return []
        free = [token for token in self._free(start, self.marks[at].first) if not token.capital]
        if self._after_office(start, self.marks[at].first):
            free = [token for token in free if token.text != ","]  # 'called on the army chief, General A'
        if len(free) > near or any(token.key in _BREAKS for token in free):
            return []
        chain = [self.marks[at]]
        for mark in self.marks[at + 1 : at + _LONGEST_LIST]:
            if not self._listed(chain[-1].last, mark.first):
                break
            chain.append(mark)
        return chain

    def _after_office(self, start: int, last: int) -> bool:
        """Whether an office that a comma parts from the name leads into it."""
        if any(token.key in _STYLES for token in self.words[start : min(last, start + 6)]):
            return True
        return any(start <= post.first and post.last < last and self.words[post.last].text == "," and
                   last - post.last < 8 for post in self.marked.posts)  # fmt: skip

    def _free(self, first: int, last: int) -> list[Token]:
        return [self.words[i] for i in range(first, min(last, first + REACH)) if i not in self.inside]

    def _listed(self, first: int, last: int) -> bool:
        if last - first > REACH:
            return False
        free = self._free(first, last)
        joined = any(token.key in {"and", ",", ";", "&"} for token in free)
        return joined and all(token.key in FILLERS or token.capital for token in free)

    def _party(self, first: int, last: int) -> str | None:
        last = next((i for i in range(first, min(last, len(self.words))) if self.words[i].key == "that"), last)
        if any(token.text in {"I", "my"} for token in self.words[first:last]):
            return SPEAKER
        codes = {mark.code for mark in self.marked.parties if first <= mark.first and mark.last <= last}
        return next(iter(codes)) if len(codes) == 1 else None
