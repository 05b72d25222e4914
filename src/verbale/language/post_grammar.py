"""What may stand before and after the head of an office.

Before: modifiers ('Principal Deputy'), fields ('Trade and Investment'), a body ('Department of Homeland Security'),
a country. After: prepositions with fields, bodies, places, other offices, countries.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.language.marks import Marked, PartyForm, PartyMark, PlaceMark
from verbale.language.name_words import not_names
from verbale.language.phrases import Hit
from verbale.language.post_words import Head, post_words
from verbale.language.ranks import rank_at
from verbale.language.tokens import Token

_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_HYPHENS = frozenset({"-", "‐", "‑"})
_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on"})
_LINKS = frozenset({"of", "for", "and", "&", "on"})
_ORDINALS = frozenset({"first", "second", "third"})
_MISSIONS = frozenset({"embassy", "mission", "consulate", "government", "delegation"})
_WITHOUT_FIELD = frozenset({"prime minister", "king", "queen", "crown prince", "sultan", "emir", "amir", "senator"})
_LONGEST_BODY = 12


@dataclass(slots=True)
class Draft:
    """An office being read: its span, the token ranges of its title, its head and party."""

    first: int
    last: int
    head: Head
    pieces: list[tuple[int, int]] = field(default_factory=list)
    party: str | None = None


class PostGrammar:
    """Reads the offices of one sentence."""

    def __init__(self, marked: Marked) -> None:
        self.words: tuple[Token, ...] = marked.sentence.tokens
        self.table = post_words()
        self.party_at: dict[int, PartyMark] = {mark.first: mark for mark in marked.parties}
        self.party_before: dict[int, PartyMark] = {mark.last: mark for mark in marked.parties}
        self.place_at: dict[int, PlaceMark] = {mark.first: mark for mark in marked.places}
        self.first_of: dict[int, Draft] = {}
        self.shouting = sum(token.text.isupper() for token in self.words) * 2 > len(self.words)

    def drafts(self) -> list[Draft]:
        """All offices, longest first from the left."""
        left = self._outermost([self._begin(hit) for hit in self._heads()])
        self.first_of = {draft.first: draft for draft in left}
        kept: list[Draft] = []
        for draft in left:
            if kept and draft.first < kept[-1].last:
                continue
            self._extend(draft)
            if self._is_office(draft):
                kept.append(draft)
        return kept

    def _outermost(self, drafts: list[Draft]) -> list[Draft]:
        """Without those that are only words of a later one ('Assistant' of 'Assistant Secretary') or of a rank."""
        kept: list[Draft] = []
        for draft in drafts:
            while kept and kept[-1].first >= draft.first:
                kept.pop()
            rank = rank_at(self.words, draft.first)
            if rank is None or rank.last <= draft.last:
                kept.append(draft)
        return kept

    def _is_office(self, draft: Draft) -> bool:
        """Whether the words around leave it an office: no 'Ministers' Meeting', no bare 'Chief'."""
        words = self.words
        after = words[draft.last] if draft.last < len(words) else None
        if after is not None and after.capital and after.key in not_names() and draft.last not in self.first_of:
            return bool(rank_at(words, draft.last))
        if after is not None and draft.head.plural and after.text in _POSSESSIVES:
            following = words[draft.last + 1] if draft.last + 1 < len(words) else None
            return following is None or not following.capital
        if draft.head.supported and draft.head.plural:
            return False
        if not draft.head.supported or draft.last - draft.pieces[0][0] > draft.head.name.count(" ") + 1:
            return True
        return after is not None and after.capital and after.text.isalpha()

    def title(self, draft: Draft) -> str:
        """The office as worded, without its country."""
        shown = [index for first, last in draft.pieces for index in range(first, last)]
        parts: list[str] = []
        for at, index in enumerate(shown):
            token = self.words[index]
            apart = at > 0 and (shown[at - 1] != index - 1 or self.words[index - 1].end < token.start)
            parts.append(f" {token.text}" if apart else token.text)
        return "".join(parts)

    def is_body(self, index: int) -> bool:
        """Whether the token is the name of an international body."""
        mark = self.party_at.get(index)
        return mark is not None and mark.last == index + 1 and mark.form is PartyForm.BODY

    # -- before the head -------------------------------------------------------------------------------------------

    def _heads(self) -> list[Hit[Head]]:
        words = self.words
        return [
            hit
            for hit in self.table.heads.find(words)
            if (words[hit.first].capital or hit.value.any_case)
            and not (
                hit.last + 1 < len(words) and words[hit.last].text in _HYPHENS and words[hit.last + 1].key == "level"
            )
        ]

    def _begin(self, hit: Hit[Head]) -> Draft:
        """The office up to the end of its head."""
        draft = Draft(hit.first, hit.last, hit.value, [(hit.first, hit.last)])
        capital = self.words[hit.first].capital
        in_body = False
        while draft.first > 0:
            index = draft.first - 1
            mark = self.party_before.get(draft.first)
            if mark is not None:
                if not self._over_country(draft, mark):
                    break
                continue
            if self.words[index].text == ")" and self._bracketed(draft, index):
                break
            if draft.head.name in _WITHOUT_FIELD and self.words[index].key not in self.table.modifiers:
                self._possessive(draft, index)
                break
            first, in_body = self._step_left(index, capital, in_body)
            if first is None:
                self._possessive(draft, index)
                break
            draft.pieces[0] = (first, draft.pieces[0][1])
            draft.first = first
        return draft

    def _bracketed(self, draft: Draft, index: int) -> bool:
        """Take the country from a bracket before the office: 'Republic of Korea (ROK) Foreign Minister'."""
        mark = self.party_before.get(index)
        if mark is None or mark.first == 0 or self.words[mark.first - 1].text != "(":
            return False
        draft.party = mark.code
        return True

    def _over_country(self, draft: Draft, mark: PartyMark) -> bool:
        """Take the country before the office; true where a modifier before it goes on ('Deputy U.S. Trade …')."""
        if draft.head.plural and self._second_country(mark.first - 1):
            return False
        draft.party = draft.party or mark.code
        if mark.form is PartyForm.METONYM and self.words[mark.first].capital:
            draft.first = mark.first
            draft.pieces[0] = (mark.first, draft.pieces[0][1])
            return False
        before = mark.first - 1
        if before < 0 or self.words[before].key not in self.table.modifiers:
            return False
        if not self.words[before].capital:
            return False
        draft.first = before
        draft.pieces.insert(0, (before, before + 1))
        return True

    def _second_country(self, index: int) -> bool:
        """Whether another country is joined before the connector at `index`: 'Japanese and Philippine Ministers'."""
        return index > 0 and self.words[index].key in {"and", ",", "&"} and index in self.party_before

    def _possessive(self, draft: Draft, index: int) -> None:
        """The party in "Mexico's Foreign Minister" and 'the UAE Ministry of Economy's Assistant Minister'."""
        if self.words[index].text not in _POSSESSIVES or draft.party:
            return
        for last in range(index, max(0, index - _LONGEST_BODY), -1):
            mark = self.party_before.get(last)
            if mark is not None:
                draft.party = mark.code
                return
            token = self.words[last - 1]
            if not token.capital and token.key not in {"and", "of", "for", "the"}:
                return

    def _step_left(self, index: int, capital: bool, in_body: bool) -> tuple[int | None, bool]:
        """The new first token when the one at `index` belongs to the title, and whether a body is being read."""
        token = self.words[index]
        table = self.table
        if token.capital or not capital:
            if token.key in table.bodies and token.capital:
                return index, True
            if token.key in table.modifiers or token.key in table.fields:
                return (index if token.capital or token.key not in _ORDINALS else None), in_body
        elif token.key in table.lower_modifiers:
            return index, in_body
        if _acronym(token) and not self.shouting:
            return index, True
        if index == 0 or (not capital and token.key not in {"and", "&"}):
            return None, in_body
        before = self.words[index - 1]
        if token.text in _HYPHENS:
            good = before.key in table.fields or before.key in table.modifiers
            return (index - 1 if good and before.end == token.start else None), in_body
        if token.key in {"and", "&"} or (token.text == "," and self._listed(index)):
            return (index - 1 if self._field_alone(index - 1) else None), in_body
        if token.key in {"of", "for"}:
            return (index - 1 if before.capital and before.key in table.bodies and index > 0 else None), True
        if token.text == ")" and index >= 3 and _acronym(before) and self.words[index - 2].text == "(":
            return (index - 3 if self.words[index - 3].capital else None), True
        if in_body and token.capital and token.text.isalpha() and index > 0:
            return (index if self.words[index + 1].key not in table.modifiers else None), True
        return None, in_body

    def _listed(self, index: int) -> bool:
        """Whether a comma stands in a list of fields that an 'and' closes before the head."""
        later = index + 1
        while later < len(self.words) and later - index < 12 and self.words[later].key in self.table.fields:
            later += 1
            if later + 1 < len(self.words) and self.words[later].text == ",":
                later += 1
        return later > index + 1 and later < len(self.words) and self.words[later].key in {"and", "&"}

    def _field_alone(self, index: int) -> bool:
        """Whether a field stands here that is not the end of another office ('Secretary of State and …')."""
        words, fields = self.words, self.table.fields
        if words[index].key not in fields or words[index].key == "general":
            return False
        while index >= 0 and words[index].key in fields:
            index -= 1
        if index < 1 or words[index].key not in {"of", "for"}:
            return True
        return words[index - 1].key in self.table.bodies

    # -- after the head --------------------------------------------------------------------------------------------

    def _extend(self, draft: Draft) -> None:
        """Add the tail: 'of National Defence', 'to the Prime Minister', 'of Vietnam to the United States'."""
        words = self.words
        capital = words[draft.pieces[0][0]].capital or words[draft.pieces[-1][0]].capital
        while draft.last + 1 < len(words):
            index = draft.last
            if words[index].text in _HYPHENS and words[index + 1].key in {"designate", "elect"}:
                self._take(draft, index, index + 2)
                continue
            preposition = words[index].key
            if words[index].text == "," and self._unit_follows(draft, index + 1):
                preposition = "of"
            elif preposition not in _PREPOSITIONS:
                return
            if not self._tail(draft, index, preposition, capital):
                return

    def _take(self, draft: Draft, first: int, last: int) -> None:
        draft.pieces.append((first, last))
        draft.last = last

    def _unit_follows(self, draft: Draft, index: int) -> bool:
        """Whether a parent body follows a unit: 'Director of the Tax Department, Ministry of Finance'."""
        token = self.words[index]
        inside = any(self.words[i].key in self.table.bodies for i in range(*draft.pieces[-1]))
        follows = index + 1 < len(self.words) and self.words[index + 1].key in {"of", "for"}
        return inside and follows and token.capital and token.key in self.table.bodies

    def _tail(self, draft: Draft, index: int, preposition: str, capital: bool) -> bool:
        words = self.words
        comma = words[index].text == ","
        start = index + 1
        mark = self.party_at.get(start)
        if mark is None and words[start].key == "the" and start + 1 < len(words):
            start += 1
            mark = self.party_at.get(start)
        allowed = preposition == "of" or draft.head.name in self.table.tails.get(preposition, frozenset())
        if mark is not None:
            return self._country(draft, index, mark, preposition, allowed, capital)
        if allowed and preposition in {"to", "of"}:
            office = self.first_of.get(start)
            if office is not None and not office.head.plural:
                self._take(draft, index, office.pieces[-1][1])
                return True
        if not allowed and preposition != "for":
            return False
        end = self.phrase(start, capital, allowed and preposition != "to" and not comma)
        if end is None:
            return False
        self._take(draft, index, end)
        return True

    def _country(
        self, draft: Draft, index: int, mark: PartyMark, preposition: str, allowed: bool, capital: bool
    ) -> bool:
        """A country in the tail: whose office it is, or where an envoy is sent."""
        if mark.form is PartyForm.ADJECTIVE or mark.form is PartyForm.NAME:
            end = self.phrase(mark.last, capital, False) if mark.last < len(self.words) else None
            if end is not None and allowed and self.words[mark.last].key in self.table.fields:
                if self.words[end - 1].key in _MISSIONS and end == mark.last + 1:
                    draft.last = self._over_host(end)  # 'of the Indian Embassy in Hanoi' names the sender only
                else:
                    self._take(draft, index, mark.first)
                    self._take(draft, mark.last, end)
                draft.party = draft.party or mark.code
                return True
        keys = {self.words[i].key for i in range(mark.first, mark.last)}
        after_party = self.words[index - 1].key == "party" and index - 1 < draft.pieces[-1][1]
        if preposition == "of":
            after = self.words[mark.last].key if mark.last < len(self.words) else ""
            if not (draft.head.plural and after in {"and", ",", "&"}):
                draft.party = draft.party or mark.code
            if after_party or "party" in keys or mark.form is PartyForm.METONYM:
                self._take(draft, index, mark.last)
            draft.last = mark.last
            return True
        if not allowed:
            return False
        self._take(draft, index, mark.last)
        following = self.party_at.get(mark.last + 1)
        if following is not None and self.words[mark.last].key == "and":
            self._take(draft, mark.last, following.last)
        return True

    def _over_host(self, index: int) -> int:
        """Past the state to which a mission is sent: 'to the United States', 'in Hanoi'."""
        if index + 1 >= len(self.words) or self.words[index].key not in {"to", "in", "at"}:
            return index
        start = index + 2 if self.words[index + 1].key == "the" else index + 1
        host = self.party_at.get(start) or self.place_at.get(start)
        return host.last if host is not None else index

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
                    if end is None and open_ended and capital and token.text.isalpha():
                        return self._unknown(index)
                    break
                end = index = step
                fresh = False
            elif end is not None and (following := self._link(index)) is not None:
                index = following
                fresh = True
            else:
                break
        return end

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
        rank = rank_at(words, index)
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
            if not (words[ahead].capital or words[ahead].text in _HYPHENS):
                break
        return None

    def _link(self, index: int) -> int | None:
        """The token after a connector where the phrase goes on, or None."""
        words = self.words
        token = words[index]
        following = index + 1
        if following >= len(words):
            return None
        if token.text in _HYPHENS:
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


def _acronym(token: Token) -> bool:
    return 2 <= len(token.text) <= 6 and token.text.isupper() and token.text.isalpha()
