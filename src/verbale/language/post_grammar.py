"""The offices of one sentence: heads with what stands before and behind them, the longest from the left."""

from __future__ import annotations

from verbale.language.name_words import name_words, not_names
from verbale.language.post_heads import HeadReader
from verbale.language.post_phrases import Draft
from verbale.language.post_tails import TailReader
from verbale.language.ranks import rank_at
from verbale.language.tokens import POSSESSIVES

_GIVEN_NAMES = frozenset({"amir", "emir"})  # titles that are first names as well


class PostGrammar(HeadReader, TailReader):
    """Reads the offices of one sentence."""

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
        if after is not None and draft.head.plural and after.text in POSSESSIVES:
            following = words[draft.last + 1] if draft.last + 1 < len(words) else None
            return following is None or not following.capital
        if draft.head.name in _GIVEN_NAMES and self._begins_full_name(draft):
            return False
        if draft.led:
            return True
        if draft.head.supported and draft.head.plural:
            return False
        if draft.head.before_of and not words[draft.head_at].capital:
            closed = after is not None and after.text in {",", ")", "."}
            if closed and draft.last > draft.head_at + 1 and self._is_apposed(draft):
                return True  # 'A, commander of the mission,'
            return any(words[i].capital for first, last in draft.pieces[1:] for i in range(first, last))
        if draft.head.short and (draft.party or draft.first < draft.head_at):
            return True
        if not draft.head.supported or draft.last - draft.pieces[0][0] > draft.head.name.count(" ") + 1:
            return True
        return after is not None and after.capital and after.text.isalpha()

    def _begins_full_name(self, draft: Draft) -> bool:
        """Whether a ruler's title is a given name: 'Minister Amir Khan Saberi', not 'the Amir Sheikh Sabah'."""
        words, first = self.words, draft.first
        if draft.party or draft.last > first + 1 or (first and words[first - 1].key in {"the", "highness"}):
            return False
        following = words[draft.last : draft.last + 2]
        styles = name_words().honorifics
        return len(following) == 2 and all(t.capital and t.text.isalpha() and t.key not in styles for t in following)
