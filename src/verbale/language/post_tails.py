"""What stands behind the head of an office: prepositions with fields, bodies, places, other offices, countries."""

from __future__ import annotations

from verbale.language.marks import PartyForm, PartyMark
from verbale.language.name_words import not_names
from verbale.language.post_phrases import Draft, PhraseReader, keeps_name
from verbale.language.tokens import HYPHENS, POSSESSIVES

_PREPOSITIONS = frozenset({"of", "for", "to", "at", "in", "on"})
_RUN_LINKS = frozenset({"of", "for", "and", "the", "&", "du", "de", "des", "del", "la"})
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "sir", "dame", "ambassador", "amb"})
_LONGEST_RUN = 5  # capitals between a preposition and the title of who holds the office
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_MINISTRIES = frozenset({"ministry", "department"})
_MISSIONS = frozenset({"embassy", "mission", "consulate", "government", "delegation"})


class TailReader(PhraseReader):
    """Reads the tails of offices: 'of National Defence', 'to the Prime Minister', 'of Peru to Japan'."""

    def _extend(self, draft: Draft) -> None:
        """Add the tail: 'of National Defence', 'to the Prime Minister', 'of Vietnam to the United States'."""
        words = self.words
        capital = words[draft.pieces[0][0]].capital or words[draft.pieces[-1][0]].capital
        while draft.last + 1 < len(words):
            index = draft.last
            if words[index].text in HYPHENS and words[index + 1].key in {"designate", "elect"}:
                self._take(draft, index, index + 2)
                continue
            if words[index].text == "(" and (close := self._field_in_brackets(index)) is not None:
                self._take(draft, index, close)
                continue
            if words[index].text == "(" and self._short_form(index):
                draft.last = index + 3  # 'National Security Advisor (NSA) A'
                return
            if words[index].text in {"II", "III"} and draft.last > draft.head_at + 1:
                self._take(draft, index, index + 1)  # 'Minister of Finance II'
                continue
            preposition = words[index].key
            if words[index].text == "," and self._unit_follows(draft, index + 1):
                preposition = "of"
            elif preposition not in _PREPOSITIONS:
                return
            elif preposition == "for" and draft.head.name in _SPEAKING:
                preposition = "of"  # 'spokesman for the Thai army'
            if not self._tail(draft, index, preposition, capital):
                return

    def _field_in_brackets(self, index: int) -> int | None:
        """Where a bracket of capitalised fields ends: 'Permanent Secretary (Defence)', 'Secretary (East)'."""
        for close in range(index + 1, min(index + 8, len(self.words))):
            token = self.words[close]
            if token.text == ")":
                return close + 1 if close > index + 1 else None
            if token.key in {"and", "&", "of", "for"}:
                continue
            if close in self.party_at or not token.capital or token.key not in self.table.fields:
                return None
        return None

    def _short_form(self, index: int) -> bool:
        """Whether a bracket holds the office's own abbreviation and a name follows."""
        inside = self.words[index + 1 : index + 4]
        if len(inside) < 3 or inside[1].text != ")" or index + 1 in self.party_at:
            return False
        short = inside[0].text.isalpha() and inside[0].text.isupper() and len(inside[0].text) > 1
        return short and inside[2].capital and inside[2].text.isalpha() and not inside[2].text.isupper()

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
        allowed = allowed or (preposition in {"in", "at"} and len(draft.pieces) == 1 and self._ministry(start))
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
        goes_on = end is None or (end < len(words) and words[end].key in {"of", "for"} | not_names())
        if allowed and goes_on and preposition in {"of", "for"} and self._is_apposed(draft):
            end = max(end or 0, self._capital_run(start)) or None
        if allowed and preposition in {"of", "for"} and (titled := self._run_before_title(start)) > (end or 0):
            end = titled
        if end is None:
            return False
        self._take(draft, index, end)
        return True

    def _ministry(self, index: int) -> bool:
        """Whether a ministry begins here: 'Secretary General in the Ministry of Defence of Chile'."""
        follows = index + 1 < len(self.words) and self.words[index + 1].key in {"of", "for"}
        return follows and self.words[index].capital and self.words[index].key in _MINISTRIES

    def _run_before_title(self, start: int) -> int:
        """Where a run of capitals ends that a title of respect closes: 'for Indus Waters Dr A'; 0 where none does."""
        for index in range(start, min(start + _LONGEST_RUN, len(self.words))):
            if self.words[index].key in _TITLES and index > start:
                return index
            if not self.words[index].capital or index in self.party_at:
                return 0
        return 0

    def _is_apposed(self, draft: Draft) -> bool:
        """Whether the office stands behind a name and a comma: what its tail names is no other person."""
        before = draft.first - 1
        before -= before > 0 and self.words[before].key in {"the", "a"}
        return before > 0 and self.words[before].text in {",", "("} and self.words[before - 1].capital

    def _capital_run(self, start: int) -> int:
        """Where a run of capitals ends that a comma or a small letter closes: 'Public Authority for Manpower'."""
        end, index = start, start
        while index < len(self.words):
            token = self.words[index]
            if index in self.party_at:
                break
            if token.capital and token.text[0].isalpha() and index not in self.first_of:
                end = index + 1
            elif token.key not in _RUN_LINKS and token.text not in HYPHENS:
                break
            index += 1
        return end if end > start else 0

    def _country(
        self, draft: Draft, index: int, mark: PartyMark, preposition: str, allowed: bool, capital: bool
    ) -> bool:
        """A country in the tail: whose office it is, or where an envoy is sent."""
        owns = mark.last < len(self.words) and self.words[mark.last].text in POSSESSIVES
        if owns and allowed and self._is_apposed(draft) and (run := self._capital_run(mark.last + 1)):
            self._take(draft, index, run)  # 'commander of Chile's Third Naval Zone'
            draft.party = draft.party or mark.code
            return True
        if mark.form is PartyForm.ADJECTIVE or mark.form is PartyForm.NAME:
            end = self.phrase(mark.last, capital, False) if mark.last < len(self.words) else None
            named = self._named_body(mark.last)
            if allowed and named is not None and self.words[mark.last].key not in self.table.fields:
                self._take(draft, mark.first, named)
                draft.pieces[-1:] = [(index, named)]
                draft.party = draft.party or mark.code
                return True
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
            if after_party or "party" in keys or keeps_name(self.words, mark):
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

    def _named_body(self, index: int) -> int | None:
        """Where a body with a name of its own ends: 'the Ghana Cocoa Board', with its short name in brackets."""
        words = self.words
        for last in range(index, min(index + 5, len(words))):
            if not words[last].capital or last in self.party_at:
                return None
            if words[last].key in self.table.bodies and last > index:
                bracket = last + 3 < len(words) and words[last + 1].text == "(" and words[last + 3].text == ")"
                return last + 4 if bracket and words[last + 2].text.isupper() else last + 1
        return None

    def _over_host(self, index: int) -> int:
        """Past the state to which a mission is sent: 'to the United States', 'in Hanoi'."""
        if index + 1 >= len(self.words) or self.words[index].key not in {"to", "in", "at"}:
            return index
        start = index + 2 if self.words[index + 1].key == "the" else index + 1
        host = self.party_at.get(start) or self.place_at.get(start)
        return host.last if host is not None else index
