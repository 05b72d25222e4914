"""Noun phrases of offices: fields, bodies and places, joined as in 'Health, Family, and Social Welfare'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from verbale.language.marks import Marked, PartyForm, PartyMark, PlaceMark
from verbale.language.name_words import not_names
from verbale.language.post_words import Head, post_words
from verbale.language.ranks import rank_at
from verbale.language.tokens import HYPHENS, POSSESSIVES, Token

_ORGANS = frozenset({"commission", "council", "parliament", "assembly", "bank"})
_LINKS = frozenset({"of", "for", "and", "&", "on"})


@dataclass(slots=True)
class Draft:
    """An office being read: its span, the token ranges of its title, its head and party."""

    first: int
    last: int
    head: Head
    pieces: list[tuple[int, int]] = field(default_factory=list)
    party: str | None = None
    head_at: int = 0
    led: bool = False  # a head in small letters that a country or a modifier leads in and a name follows


class PhraseReader:
    """Reads the noun phrases of one sentence in which offices stand."""

    def __init__(self, marked: Marked) -> None:
        self.words: tuple[Token, ...] = marked.sentence.tokens
        self.table = post_words()
        self.party_at: dict[int, PartyMark] = {mark.first: mark for mark in marked.parties}
        self.party_before: dict[int, PartyMark] = {mark.last: mark for mark in marked.parties}
        self.place_at: dict[int, PlaceMark] = {mark.first: mark for mark in marked.places}
        self.first_of: dict[int, Draft] = {}

    @cached_property
    def shouting(self) -> bool:
        """Whether the sentence is in capitals."""
        return sum(token.text.isupper() for token in self.words) * 2 > len(self.words)

    def title(self, draft: Draft) -> str:
        """The office as worded, without its country."""
        shown = [index for first, last in draft.pieces for index in range(first, last)]
        head = draft.head_at
        parts: list[str] = []
        for at, index in enumerate(shown):
            token = self.words[index]
            text = draft.head.short if draft.head.short and index == head else token.text
            apart = at > 0 and (shown[at - 1] != index - 1 or self.words[index - 1].end < token.start)
            parts.append(f" {text}" if apart else text)
        return "".join(parts)

    def is_body(self, index: int) -> bool:
        """Whether the token is the name of an international body."""
        mark = self.party_at.get(index)
        return mark is not None and mark.last == index + 1 and mark.form is PartyForm.BODY

    def phrase(self, start: int, capital: bool, open_ended: bool) -> int | None:
        """Where the noun phrase of fields, bodies and places that begins at `start` ends; None where none begins.

        With `open_ended`, a first word that no list knows is taken too ('Minister of Awqaf').
        """
        words, end, index, fresh = self.words, None, start, True
        while index < len(words):
            token = words[index]
            if index in self.party_at:
                break
            if token.capital or (not capital and token.key in self.table.fields):
                step = self._item(index, fresh)
                if step is None:
                    if end is None and open_ended and token.capital and token.text.isalpha():
                        return self._unknown(index)
                    break
                end = index = step
                fresh = False
            elif end is not None and token.text in POSSESSIVES and self._unit(index + 1):
                index += 1
                fresh = True
            elif end is not None and (following := self._link(index)) is not None:
                index = following
                fresh = True
            else:
                break
        return end

    def _unit(self, index: int) -> bool:
        """Whether a part of a body begins here: 'the Ministry of Foreign Affairs' Americas Department'."""
        return index < len(self.words) and self.words[index].capital and self.words[index].key in self.table.fields

    def _unknown(self, index: int) -> int:
        """Where a phrase that begins with an unknown word ends: at a noun shortly after, else behind the word."""
        for ahead in range(index + 1, min(index + 4, len(self.words))):
            if not self.words[ahead].capital:
                break
            if self.words[ahead].key in not_names():
                return ahead + 1
        return index + 1

    def _item(self, index: int, fresh: bool) -> int | None:
        """Where the field, place or unknown word with a field after it that begins at `index` ends."""
        words, fields = self.words, self.table.fields
        rank = rank_at(words, index) if words[index - 1].text not in POSSESSIVES else None
        if rank is not None and (rank.last >= len(words) or words[rank.last].key not in fields):
            return None
        if words[index].key in fields:
            office = self.first_of.get(index)
            return index + 1 if office is None or fresh else None
        place = self.place_at.get(index)
        if place is not None and (
            (fresh and self.words[index - 1].key not in {",", "and", "&"})
            or (place.last < len(words) and words[place.last].key in self.table.bodies)
        ):
            return place.last
        if not fresh:
            return None
        for ahead in range(index + 1, min(index + 4, len(words))):
            if words[ahead].key in fields and words[ahead].capital:
                return ahead + 1
            if not (words[ahead].capital or words[ahead].text in HYPHENS):
                break
        return None

    def _link(self, index: int) -> int | None:
        """The token after a connector where the phrase goes on, or None."""
        words = self.words
        token = words[index]
        following = index + 1
        if following >= len(words):
            return None
        if token.text in HYPHENS:
            joined = token.start == words[index - 1].end and words[following].start == token.end
            return following if joined and words[following].key in self.table.fields else None
        if token.text == ",":
            if words[following].key in {"and", "&"}:
                following += 1
            elif not self._listed(index):
                return None
        elif token.key not in _LINKS:
            return None
        if following < len(words) and words[following].key == "the":
            following += 1
        return following if following < len(words) and self._goes_on(following, token) else None

    def _goes_on(self, index: int, link: Token) -> bool:
        """Whether a field or place begins here that is not the beginning of another office."""
        words = self.words
        if words[index].key not in self.table.fields and (
            link.key not in _LINKS - {"and", "&"} or index not in self.place_at
        ):
            return False
        while index < len(words) and (words[index].capital or words[index].key in self.table.fields):
            if index in self.first_of:
                return False
            index += 1
        return True

    def _listed(self, index: int) -> bool:
        """Whether a comma stands in a list of fields that an 'and' closes before the head."""
        later = index + 1
        while later < len(self.words) and later - index < 12 and self.words[later].key in self.table.fields:
            later += 1
            if later + 1 < len(self.words) and self.words[later].text == ",":
                later += 1
        return later > index + 1 and later < len(self.words) and self.words[later].key in {"and", "&"}


def keeps_name(words: Sequence[Token], mark: PartyMark) -> bool:
    """Whether a party's name is that of a body, which stays in a title: 'the European Commission'."""
    return mark.form in (PartyForm.METONYM, PartyForm.INSTITUTION) or words[mark.last - 1].key in _ORGANS
