"""Where the subject of an instrument's name ends: 'on the transfer of equipment', 'for Peace', 'to explore'."""

from __future__ import annotations

from verbale.language.instrument_words import instrument_words
from verbale.language.mark_spans import covered
from verbale.language.marks import Marked
from verbale.language.naming import is_titled
from verbale.language.numbers import key_at
from verbale.language.tokens import HYPHENS_AND_DASHES
from verbale.language.verbs import BASE, PAST, S, verb

_LONGEST = 14  # tokens of a subject
_FIELDS = frozenset({"field", "fields", "area", "areas", "sphere", "sector"})
# 'a treaty on the basis of trust', 'an agreement on the part of both': no subject.
_MANNERS = frozenset({"basis", "eve", "occasion", "part", "sidelines", "margins", "side", "sides", "strength"})
_STOP_SIGNS = frozenset('.;:()[]!?"“”/') | {"..."}


class SubjectReader:
    """One sentence, with what a name in it may run into."""

    def __init__(self, marked: Marked) -> None:
        self.words = marked.sentence.tokens
        self.vocabulary = instrument_words()
        self.titled = is_titled(marked.sentence)
        self.party_at = {i: mark for mark in marked.parties for i in range(mark.first, mark.last)}
        self.bare = -1  # where a head that nothing stands before ends
        self.people = covered(marked.people)
        self.dated = covered(marked.dates)

    def subject(self, last: int, proper: bool) -> int:
        """Where the subject of the instrument ends, `last` where none is told."""
        words = self.words
        head = last
        while last < len(words) and words[last].text == "*":
            last += 1
        if last >= len(words) or words[last].key not in self.vocabulary.subject or last + 1 >= len(words):
            return head
        if words[last].key in {"towards", "toward"} and last + 1 in self.dated:
            return next(i for i in range(last + 1, len(words) + 1) if i not in self.dated)
        if last + 1 in self.dated or not self._opens_subject(last, proper):
            return head
        end = i = last + 1
        pair = words[last].key == "between"
        while i < len(words) and i - last < _LONGEST and not self._subject_stops(i, pair, proper):
            if words[i].text not in {",", "and", "the", "of", "for", "on", "in", "&", "with", "to", "a", "or"}:
                end = i + 1
            i += 1
        return end if end > last + 1 else head

    def _opens_subject(self, at: int, proper: bool) -> bool:
        """'in the field of', 'with Peru', 'to explore', not 'in the wake of', 'Agreement for users', 'to Congress'."""
        words = self.words
        if words[at].key == "on" and key_at(words, at + 1) == "the" and key_at(words, at + 2) in _MANNERS:
            return False
        if words[at].key == "in":
            return any(word.key in _FIELDS for word in words[at + 1 : at + 4]) or (proper and words[at + 1].capital)
        if words[at].key == "with" and proper:
            return words[at + 1].capital or words[at + 1].key == "the"
        if words[at].key == "to":
            known = verb(words[at + 1].key)
            return known is not None and BASE in known.forms and (words[at + 1].capital or not proper)
        if words[at].key == "for" and proper and at == self.bare:
            inner = at + 2 if words[at + 1].key in {"the", "a", "an"} else at + 1
            return inner < len(words) and words[inner].capital and inner not in self.party_at
        return True

    def _subject_stops(self, i: int, pair: bool, proper: bool) -> bool:
        word = self.words[i]
        if word.text == "," and not proper:
            return True
        if pair and self.words[i - 1].key == "and" and (word.key == "the" or i in self.party_at):
            return False
        following = key_at(self.words, i + 1)
        if (word.key == "to" and verb(following) is not None) or (word.key == "in" and following == "order"):
            return True
        if i in self.dated or word.text in _STOP_SIGNS or word.key in self.vocabulary.subject_ends:
            return True
        if word.text in HYPHENS_AND_DASHES:
            return self.words[i - 1].end != word.start
        before = self.words[i - 1].text
        known = verb(word.key)
        if known is not None and S in known.forms and not known.nounlike and not word.capital:
            return True
        if before in {",", "and"}:
            if proper and word.key.endswith("ing") and not word.capital and known is not None:
                return True
            if before == "," and word.key == "and" and proper:
                return not self._list_goes_on(i)
            lists = before == "," and not (word.capital or word.key == "and")
            return (
                lists
                or word.key in self.vocabulary.stops
                or (known is not None and PAST in known.forms and not word.capital)
            )
        return word.text == "," and not self._list_goes_on(i + 1)

    def _list_goes_on(self, i: int) -> bool:
        """'Reciprocal, Fair, and Balanced Trade': a capital after the comma, or after its 'and'."""
        i += key_at(self.words, i) == "and"
        return (
            i < len(self.words) and self.words[i].capital and (self.words[i - 1].text == "," or i not in self.party_at)
        )
