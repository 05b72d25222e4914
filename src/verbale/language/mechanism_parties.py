"""Whose a series is: 'U.S.-India', 'EU-Central Asia' before its name, 'between Peru and Chile' behind it."""

from __future__ import annotations

from verbale.language.marks import Marked, PartyForm, PartyMark
from verbale.language.mechanism_words import mechanism_words
from verbale.language.tokens import HYPHENS_AND_DASHES, Token

_PARTY_LINKS = HYPHENS_AND_DASHES | {"and", "/", "&", ","}


class PartyReader:
    """Reads the parties and regions of one sentence as parts of the names of series."""

    def __init__(self, marked: Marked) -> None:
        self.words: tuple[Token, ...] = marked.sentence.tokens
        self.vocabulary = mechanism_words()
        self.party_end = {mark.last: mark for mark in marked.parties}
        self.party_start = {mark.first: mark for mark in marked.parties}
        self.regions = {hit.last: hit for hit in self.vocabulary.groups.find(self.words)}

    def parties(self, end: int, floor: int = 0) -> tuple[int, tuple[str, ...]]:
        """The parties that stand directly before token `end`, and where they begin."""
        codes: set[str] = set()
        dashed = end > floor and self.words[end - 1].text in HYPHENS_AND_DASHES and end - 1 in self.party_end
        first = end - 1 if dashed else end  # 'EU-Central Asia Summit'
        while (named := self._named(first)) is not None and named[0] >= floor:
            codes.update(named[1])
            first = link = named[0]
            while link > floor and (self.words[link - 1].text in _PARTY_LINKS or self.words[link - 1].key == "the"):
                link -= 1
            if link < first and self._named(link) is not None:
                first = link
        return first, tuple(sorted(codes))

    def _named(self, end: int) -> tuple[int, tuple[str, ...]] | None:
        """Where a party or a region that ends before token `end` begins, and which states it is."""
        mark, region = self.party_end.get(end) or self._abbreviated(end), self.regions.get(end)
        if mark is not None:
            return mark.first, (mark.code,)
        return (region.first, region.value) if region is not None else None

    def _abbreviated(self, end: int) -> PartyMark | None:
        """The party before its own abbreviation: 'Republic of Korea (ROK)'."""
        if end < 4 or self.words[end - 1].text != ")" or self.words[end - 3].text != "(":
            return None
        inner, outer = self.party_end.get(end - 1), self.party_end.get(end - 3)
        state = inner is not None and outer is not None and outer.form is not PartyForm.BODY
        return outer if state and inner is not None and outer is not None and inner.code == outer.code else None

    def between(self, last: int) -> tuple[int, tuple[str, ...]]:
        """'… Dialogue between the United States and Poland'."""
        if last >= len(self.words) or self.words[last].key not in {"between", "among"}:
            return last, ()
        codes: set[str] = set()
        i = last + 1
        while i < len(self.words):
            mark = self.party_start.get(i)
            if mark is not None:
                codes.add(mark.code)
                i = mark.last
            elif self.words[i].key in {"the", "and", ",", "of", "governments", "republic"}:
                i += 1
            else:
                break
        return (i, tuple(sorted(codes))) if len(codes) > 1 else (last, ())

    def begins_with_party(self, index: int) -> bool:
        """Whether the token before the hyphen before `index` ends a party: 'U.S.-ASEAN', 'Japan–EU'."""
        return index in self.party_start and index - 1 in self.party_end
