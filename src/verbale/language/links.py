"""Who in a sentence stands on one side, and who on the other: 'A and B met with C', 'A received B', 'A's visit'."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from verbale.language.cast import Cast
from verbale.language.marks import Mark, Marked, PersonMark
from verbale.language.post_words import folded
from verbale.language.tokens import Token
from verbale.language.verbs import verb
from verbale.model.document import Role

SPEAKER = "speaker"  # the party of whoever says 'I' in the document
_UNKNOWN = -1  # an office holder whom the cast does not tell
_REACH = 40  # tokens between a pivot and the names that it parts
_LONGEST_LIST = 12
_MEETING_NOUNS = frozenset("meeting meetings call calls talks conversation conversations discussion discussions "
                           "consultations engagement summit visit dialogue lunch dinner breakfast".split())  # fmt: skip
_WITH_VERBS = frozenset({"meet", "speak", "talk", "confer", "consult", "hold", "sit"})
_OBJECT_VERBS = frozenset("meet host receive welcome greet call phone congratulate thank visit".split())
_PAIR_VERBS = frozenset({"cochair", "co-chair"})
_TOGETHER = frozenset({"accompanied", "joined", "alongside"})
_VISITS = frozenset({"visit", "trip", "tour", "travel"})
_VISITORS = frozenset({"visitors", "guests", "hosts"})
_LEADING = frozenset({"led", "headed", "leading", "heading"})
_LANDS = frozenset({"country", "nation", "government"})
_FILLERS = frozenset(
    {"and", ",", ";", "of", "for", "the", "&", "to", "-", ".", "'s", "’s", "(", ")", "his", "her", "their",
     "counterpart", "then", "former", "visiting"}
)  # fmt: skip
_BREAKS = frozenset({";", ":", ",", "that", "and", "on", "in", "at"})


class Link(NamedTuple):
    """Two persons (indices), or a person and a party's code, on the `same` side or on different ones."""

    one: int
    other: int | str
    same: bool


def find_links(marked: Sequence[Marked], cast: Cast) -> list[Link]:
    """All links of the document's sentences."""
    links: list[Link] = []
    for sentence, marks in zip(marked, cast.marks, strict=True):
        if marks and sentence.sentence.role is not Role.BYLINE:
            found = _Reader(sentence, marks, cast).links()
            links.extend(link for link in found if _UNKNOWN not in link[:2] and link.one != link.other)
    return links


class _Reader:
    def __init__(self, marked: Marked, marks: Sequence[PersonMark], cast: Cast) -> None:
        self.marked = marked
        self.words: tuple[Token, ...] = marked.sentence.tokens
        self.cast = cast
        self.marks = sorted([*marks, *self._holders(marks)], key=lambda mark: mark.first)
        self.firsts = [mark.first for mark in self.marks]
        self.lasts = [mark.last for mark in self.marks]
        known: tuple[Mark, ...] = (*marks, *marked.posts, *marked.parties)
        self.inside = {i for mark in known for i in range(mark.first, mark.last)}

    def _holders(self, marks: Sequence[PersonMark]) -> list[PersonMark]:
        """Offices that stand alone ('the Sultan'), with the person who holds it."""
        firsts, lasts = {mark.first for mark in marks}, {mark.last for mark in marks}
        found = []
        for post in self.marked.posts:
            before = self.words[post.first - 1].key if post.first else ""
            apposed = any(post.first - gap in lasts and self.words[post.first - gap].text == "," for gap in (1, 2, 3))
            leads = any(post.last + gap in firsts for gap in (0, 1, 2, 3))
            if not post.plural and not apposed and not leads and before in {"the", "his", "her"}:
                holder = self.cast.by_post(post.title, post.party)
                found.append(PersonMark(post.first, post.last, _UNKNOWN if holder is None else holder))
        return found

    def links(self) -> list[Link]:
        found: list[Link] = []
        for index, token in enumerate(self.words):
            if token.text == "I":
                found.extend(self._speaker(index))
            elif index not in self.inside and not token.capital:
                found.extend(self._at(index, token))
        found.extend(self._same_office())
        found.extend(self._own_country())
        return found

    def _at(self, index: int, token: Token) -> list[Link]:
        """The links that the word at `index` makes."""
        if token.key == "with":
            return self._with(index)
        if token.key == "between":
            return self._between(index)
        if token.key in {"counterpart", "counterparts"}:
            return self._across(index, index + 1, near=2)
        if token.key in _TOGETHER:
            return self._together(index)
        if token.key in _VISITS:
            return self._visit(index)
        if token.key in _VISITORS:
            return self._visitors(index)
        if token.key == "on" and index and self.words[index - 1].key in {"call", "called", "calls"}:
            return self._across(index, index + 1)
        known = verb(token.key)
        if known is None or known.lemma == token.key:
            return []
        if known.lemma in _OBJECT_VERBS:
            return self._across(index, index + 1, near=2)
        return self._pair(index) if known.lemma in _PAIR_VERBS else []

    def _speaker(self, index: int) -> list[Link]:
        """'Prime Minister A and I': A is of the other side than the speaker."""
        if index < 2 or self.words[index - 1].key != "and":
            return []
        return [Link(mark.person, SPEAKER, False) for mark in self._before(index - 1)[:1] if mark.last == index - 1]

    def _with(self, index: int) -> list[Link]:
        if index and self.words[index - 1].key == "together":
            return self._together(index)
        for before in range(index - 1, max(-1, index - 8), -1):
            word = self.words[before].key
            known = verb(word)
            if word in _MEETING_NOUNS or (known is not None and known.lemma in _WITH_VERBS):
                return self._across(index, index + 1)
            if known is not None and known.lemma in {"travel", "arrive", "fly"}:
                return self._together(index)
        return []

    def _across(self, pivot: int, start: int, near: int = 4) -> list[Link]:
        """Those before the pivot are on the other side than those after it."""
        left, right = self._before(pivot), self._after(start, near)
        if not left and len(right) == 2 and self._clause_follows(right):
            return [Link(right[0].person, right[1].person, False)]  # 'In a meeting with A, B said'
        links = [Link(left[0].person, mark.person, False) for mark in right if left]
        links += [Link(left[0].person, mark.person, True) for mark in left[1:] if right]
        links += [Link(right[0].person, mark.person, True) for mark in right[1:]]
        if left and not right and (code := self._party(start, start + 4)) is not None:
            links += [Link(mark.person, code, False) for mark in left]
        if right and not left and (code := self._party(max(0, pivot - 6), pivot)) is not None:
            links += [Link(mark.person, code, False) for mark in right]
        return links

    def _clause_follows(self, marks: Sequence[PersonMark]) -> bool:
        """Whether only a comma parts two names and a verb follows the second."""
        free = [token.key for token in self._free(marks[0].last, marks[1].first) if not token.capital]
        after = marks[1].last
        known = verb(self.words[after].key) if after < len(self.words) else None
        return free[:1] == [","] and "and" not in free and known is not None

    def _before(self, pivot: int) -> list[PersonMark]:
        """The person last named before the pivot, and those listed with that one, nearest first."""
        at = bisect_right(self.lasts, pivot) - 1
        if at < 0 or pivot - self.marks[at].last > _REACH:
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
        if at == len(self.marks) or self.marks[at].first - start > _REACH:
            return []
        free = [token for token in self._free(start, self.marks[at].first) if not token.capital]
        if len(free) > near or any(token.key in _BREAKS for token in free):
            return []
        chain = [self.marks[at]]
        for mark in self.marks[at + 1 : at + _LONGEST_LIST]:
            if not self._listed(chain[-1].last, mark.first):
                break
            chain.append(mark)
        return chain

    def _free(self, first: int, last: int) -> list[Token]:
        return [self.words[i] for i in range(first, min(last, first + _REACH)) if i not in self.inside]

    def _listed(self, first: int, last: int) -> bool:
        if last - first > _REACH:
            return False
        free = self._free(first, last)
        joined = any(token.key in {"and", ",", ";", "&"} for token in free)
        return joined and all(token.key in _FILLERS or token.capital for token in free)

    def _party(self, first: int, last: int) -> str | None:
        if any(token.text in {"I", "my"} for token in self.words[first:last]):
            return SPEAKER
        codes = {mark.code for mark in self.marked.parties if first <= mark.first and mark.last <= last}
        return next(iter(codes)) if len(codes) == 1 else None

    def _between(self, index: int) -> list[Link]:
        chain = self._after(index + 1, 2)
        return [Link(chain[0].person, chain[1].person, False)] if len(chain) == 2 else []

    def _together(self, index: int) -> list[Link]:
        by = self.words[index].key in {"accompanied", "joined"}
        if by and (index + 1 >= len(self.words) or self.words[index + 1].key != "by"):
            return []
        left, right = self._before(index), self._after(index + 1 + by, 4)
        if left and self.words[index - 1].text == ",":
            left = self.marks[:1]  # the subject: 'A paid a visit at the invitation of B, accompanied by C'
        return [Link(left[0].person, mark.person, True) for mark in right] if left else []

    def _pair(self, index: int) -> list[Link]:
        """Two who co-chaired are of two sides."""
        passive = index + 1 < len(self.words) and self.words[index + 1].key == "by"
        pair = self._after(index + 2, 4) if passive else self._before(index)
        return [Link(pair[0].person, pair[1].person, False)] if len(pair) == 2 else []

    def _visit(self, index: int) -> list[Link]:
        """'A's visit to Vietnam': A is not of the country visited."""
        left = self._before(index)
        near = self.words[left[0].last].text in {"'s", "’s", "'", "’"} if left and left[0].last < index else False
        if not near or index - left[0].last > 5:
            return []
        countries = [mark.country for mark in self.marked.places if index < mark.first <= index + 4 and mark.country]
        everywhere = {mark.country for mark in self.marked.places if mark.country}
        code = self._party(index + 1, index + 8) or (countries[0] if countries else None)
        if code is None and len(everywhere) == 1 and not self.marked.parties:
            code = next(iter(everywhere))
        return [Link(left[0].person, code, False)] if code else []

    def _visitors(self, index: int) -> list[Link]:
        """'Heading the Omani team was A; B led the visitors': B is not of the one party whose team is named."""
        pivot = next((i for i in range(max(0, index - 4), index) if self.words[i].key in _LEADING), None)
        codes = {mark.code for mark in self.marked.parties}
        if pivot is None or len(codes) != 1:
            return []
        return [Link(mark.person, next(iter(codes)), False) for mark in self._before(pivot)]

    def _same_office(self) -> list[Link]:
        """Two named side by side with one office are of two sides: 'President A and President B'."""
        links = []
        for one, other in pairwise(self.marks):
            if _UNKNOWN in (one.person, other.person):
                continue
            here, there = self.cast.people[one.person].post, self.cast.people[other.person].post
            same = here and there and folded(here) == folded(there) and "senator" not in folded(here)
            if same and self._listed(one.last, other.first):
                links.append(Link(one.person, other.person, False))
        return links

    def _own_country(self) -> list[Link]:
        """'A said that his country would support Vietnam': A is not of the one country that is named."""
        codes = {mark.code for mark in self.marked.parties}
        if len(self.marks) != 1 or len(codes) != 1:
            return []
        for index in range(self.marks[0].last, len(self.words) - 1):
            if self.words[index].key in {"his", "her"} and self.words[index + 1].key in _LANDS:
                return [Link(self.marks[0].person, next(iter(codes)), False)]
        return []
