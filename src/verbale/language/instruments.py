"""Texts between parties, as they are named: 'the 2015 Joint Vision Statement', 'an MoU on hydrography', 'UNCLOS'.

A name has a head (`instruments.yaml`), grows leftwards over its modifiers and the parties, and rightwards over its
subject ('on …', 'between …'). Whether it was signed, and when, is for the reader to say.
"""

from __future__ import annotations

from verbale.language.instrument_lists import HELPING, SIGNED, ListReader
from verbale.language.instrument_words import Head, head_beginnings, instrument_words
from verbale.language.marks import InstrumentMark, Marked
from verbale.language.naming import join_name
from verbale.language.numbers import key_at, number_at
from verbale.language.phrases import Hit
from verbale.language.tokens import HYPHENS_AND_DASHES, POSSESSIVES
from verbale.language.verbs import BASE, verb

_ITEM = 3  # tokens of an item's number and sign
_TOLD = frozenset({"named", "loose", "told"})
_SIGNING = frozenset({"sign", "initial", "ink", "exchange"})
_ISSUED = SIGNED | {"issued", "adopted", "reached"}
_CHANGING = frozenset({"updating", "amending", "extending", "replacing", "supplementing", "implementing"})
_BEFORE_VERBS = frozenset(
    {"to", "will", "would", "can", "could", "may", "should", "must", "and", "they", "we", "not", ",", "sides"}
)


def find_instruments(marked: Marked) -> list[InstrumentMark]:
    """The instruments that a sentence names, in order, not overlapping; plural and bare mentions are left out.

    'signed a memorandum of understanding on coast guard training' → type mou, title 'Memorandum of understanding on
    coast guard training'. Uses `marked.parties` and `marked.dates`.
    """
    words = marked.sentence.tokens
    if head_beginnings().isdisjoint([word.key for word in words]):
        return []
    heads = instrument_words().heads
    finder: _Finder | None = None
    found: list[InstrumentMark] = []
    plurals = instrument_words().plurals.find(words)
    if plurals:
        finder = _Finder(marked)
        found.extend(mark for hit in plurals for mark in finder.several(hit))
    listed = found[:]
    for hit in heads.find(words):
        if any(mark.first <= hit.first < mark.last for mark in listed):
            continue
        floor = found[-1].last if found and not listed else 0
        if hit.first < floor:
            continue
        finder = finder or _Finder(marked)
        mark = finder.known(hit) if hit.value.weight == "known" else finder.named(hit, floor)
        if mark is not None:
            found.append(mark)
    return sorted(found, key=lambda mark: mark.first) if listed else found


class _Finder(ListReader):
    """One sentence's instruments."""

    def known(self, hit: Hit[Head]) -> InstrumentMark | None:
        """A name known by itself, with its bracketed short form; an executive order with its number.

        None where it only words the name of something else: 'the NPT Review Conference'.
        """
        if hit.value.beside and hit.value.beside.isdisjoint(word.key for word in self.words):
            return None
        following = self.words[hit.last] if hit.last < len(self.words) else None
        if following is not None and following.capital and self._head_goes_on(hit.last, not self.titled):
            return None
        last = self._bracket(hit.last)
        title = hit.value.title if hit.last - hit.first == 1 else join_name(self.words, range(hit.first, hit.last))
        title = f"{title[:1].upper()}{title[1:]}"
        if last > hit.last:
            title += f" ({self.words[last - 2].text})"
        if hit.value.type == "law" and last < len(self.words) and self.words[last].text[0].isdigit():
            title += " " + self.words[last].text
            last += 1
        elif hit.value.numbered:
            return None  # 'the proclamation'
        return InstrumentMark(hit.first, last, hit.value.type, title)

    def named(self, hit: Hit[Head], floor: int) -> InstrumentMark | None:
        """A name built from its head, or None where the words name no one instrument."""
        head = hit.value
        proper = self.words[hit.last - 1].capital and not self.titled
        first = self._reach_back(hit.first, floor, proper)
        self.bare = hit.last if first == hit.first else -1
        last = self.subject(hit.last, proper) if head.type != "law" else hit.last
        if (
            self._is_excluded(first, hit.last)
            or self._head_goes_on(hit.last, proper)
            or self._is_generic(first, hit.first)
        ):
            return None
        modifiers = [i for i in range(first, hit.first) if self.words[i].key not in self.vocabulary.plain]
        modifiers = [i for i in modifiers if self.words[i].text.isalnum() and not self._is_measure(i)]
        told_of = not modifiers and head.weight in _TOLD and self._told_of(hit, last)
        if not (told_of or self._accept(head, proper, modifiers, hit, first, last)) or self._is_kind(hit.last, last):
            return None
        while first < hit.first and self.words[first].key in self.vocabulary.stripped:
            first += 1
        shown = [i for i in range(first, last) if proper or i not in self.party_at or i >= hit.first]
        title = join_name(self.words, shown)
        if head.type == "plan" and self._is_national(first):
            return None
        codes = {self.party_at[i].code for i in range(first, last) if i in self.party_at}
        end = self._bracket(last)
        closing = told_of and last == hit.last and self.words[hit.first].key == "protocol"  # what closes a session
        kind = "minutes" if closing else head.type
        return InstrumentMark(first, end, kind, title[:1].upper() + title[1:], tuple(sorted(codes)))

    def _is_measure(self, i: int) -> bool:
        """'this 10-year agreement' is no name."""
        hyphen = i > 1 and self.words[i - 1].text in HYPHENS_AND_DASHES
        return self.words[i].text.isdigit() or (hyphen and number_at(self.words, i - 2) is not None)

    def _reach_back(self, head: int, floor: int, proper: bool) -> int:
        first = head
        while first > floor and head - first < 12:
            i = first - 1
            word = self.words[i]
            if i in self.party_at:
                first = self.party_at[i].first
            elif self._is_modifier(i, proper):
                first = i
            elif self._is_link(i, floor, proper):
                first = i - 1
            else:
                break
            if word.text == "," or first < floor:
                break
        first = max(first, floor)
        if first < head and self.words[first].text.isdigit() and len(self.words[first].text) == 4:
            first += 1
        while first < head and (
            self.words[first].text in HYPHENS_AND_DASHES or self.words[first].key in {"'s", "and", "’s"}
        ):
            first += 1
        return first

    def _is_modifier(self, i: int, proper: bool) -> bool:
        word = self.words[i]
        if i in self.dated or not word.text.isalnum() or (word.text.isdigit() and not proper):
            return False
        if word.key in self.vocabulary.stops and not (word.key in self.vocabulary.plain and word.capital):
            return False
        if proper:
            return word.capital or word.text.isdigit()
        known = verb(word.key)
        if known is None or known.nounlike or word.key.endswith(("ing", "ed")):
            return True
        return known.forms == BASE and i > 0 and self.words[i - 1].key not in _BEFORE_VERBS

    def _is_link(self, i: int, floor: int, proper: bool) -> bool:
        """'-', 'and', '&' inside a name, with a word of the name before it."""
        text = self.words[i].text
        if i - 1 < floor or not (i - 1 in self.party_at or self._is_modifier(i - 1, proper)):
            return False
        if text in {"'s", "’s"}:
            return i - 1 not in self.people
        if text in HYPHENS_AND_DASHES or text in {"'", "’", "&"}:
            return True
        return text == "and" and (proper or i - 1 in self.party_at) and self._joined(i)

    def _joined(self, i: int) -> bool:
        """'Trade and Investment Framework Agreement', but not 'Vietnam and Free Trade Agreement'."""
        return (i - 1 in self.party_at) == (i + 1 in self.party_at)

    def _is_excluded(self, first: int, last: int) -> bool:
        stop = min(last + 1, len(self.words))
        return any(h.last >= last for h in self.vocabulary.excluded.find(self.words, first, stop))

    def _is_kind(self, head: int, last: int) -> bool:
        """'the first treaty of its kind' names none."""
        return any(word.key == "kind" for word in self.words[head:last])

    def _is_national(self, first: int) -> bool:
        """'Canada's Emissions Reduction Plan' is one state's own."""
        return len({m.code for i, m in self.party_at.items() if i == first}) == 1 and any(
            self.words[i].text in POSSESSIVES for i in range(first, min(first + 4, len(self.words)))
        )

    def _is_generic(self, first: int, head: int) -> bool:
        """'such an accord', 'any agreement', 'not merely a deal'; 'signed a first agreement' is one."""
        before = key_at(self.words, first - 1)
        if self.words[first].key in {"most", "least", "first", "only"} and before not in {"a", "their", "its"}:
            return True
        if before in {"a", "an"} and key_at(self.words, first - 2) in {"merely", "just", "only", "not"}:
            return True
        if any(word.key == "such" for word in self.words[first:head]):
            return True  # 'the region's first such pact'
        return any(self.words[i].key in {"such", "any", "every", "no", "most"} for i in range(max(0, first - 2), first))

    def _head_goes_on(self, last: int, proper: bool) -> bool:
        """The head only modifies: 'treaty ally', 'agreement negotiations', 'Joint Statement text'."""
        if last >= len(self.words):
            return False
        following = self.words[last]
        if proper and following.capital and last not in self.party_at and last not in self.dated:
            return following.text.isalpha() and not following.text.isupper()
        return self.words[last].key in {"ally", "allies", "negotiations", "talks", "obligations", "partner", "partners"}

    def _accept(self, head: Head, proper: bool, modifiers: list[int], hit: Hit[Head], first: int, last: int) -> bool:
        if head.weight == "firm":
            return True
        if head.weight == "open":
            return proper and last > hit.last and self.words[hit.last].key == "of"
        if head.weight == "told":
            return self._told_of(hit, last)
        if head.weight == "loose":
            return self._accept_loose(hit)
        capital = [i for i in modifiers if self.words[i].capital or i in self.party_at]
        subject = last > hit.last
        if head.weight == "proper":
            if head.type == "plan" and subject and self._told_of(hit, last):
                return True  # 'the signing of a plan on agriculture'
            if hit.first > 1 and head.type == "declaration" and self._is_signed(first):
                return True
            if subject and first > 0 and first - 1 in self.dated and self.words[first - 1].text.isdigit():
                return True  # 'the 1990 convention on prisoners'
            own = [i for i in capital if i not in self.party_at]
            own = capital if head.type == "declaration" else own
            open_name = head.type in {"declaration", "convention"} or self.words[hit.first].key == "framework"
            return proper and (bool(own) or (subject and open_name))
        if self.titled and subject and first <= _ITEM and self.words[hit.last].key in {"on", "for", "concerning"}:
            return True  # '1. Agreement on Mutual Legal Assistance'
        if self.titled:
            return bool(modifiers) and not self._all_parties(modifiers)
        if proper:
            return bool(capital) or subject
        own_subject = subject and self.words[hit.last].key != "of"
        return bool(modifiers) or (own_subject and self._determined(hit.first))

    def _told_of(self, hit: Hit[Head], last: int) -> bool:
        """'signed minutes', 'a protocol was signed', 'the arrangement of November 2022': bare, but of one text."""
        before = key_at(self.words, hit.first - 1 - (key_at(self.words, hit.first - 1) in {"a", "an", "the", "new"}))
        signed = verb(before)
        if signed is not None and signed.lemma in _SIGNING and before != signed.lemma:
            return True
        if before == "of" and key_at(self.words, hit.first - 3) == "signing":
            return True
        if last > hit.last:
            dated = hit.first > 0 and hit.first - 1 in self.dated and self.words[hit.first - 1].text.isdigit()
            return dated or self._done(last)  # 'the 2022 contract for ships', 'notes on a loan were exchanged'
        if key_at(self.words, last) in _CHANGING or self._relative_signed(last):
            return True
        if (key_at(self.words, last) == "of" and last + 1 in self.dated) or key_at(self.words, last) == "signed":
            return True
        return self._done(hit.last)

    def _done(self, last: int) -> bool:
        """'… were signed', '… has been initialled'."""
        helped = [key_at(self.words, place) for place in range(last, last + 3)]
        after = next((verb(word) for word in helped if word not in HELPING), None)
        return helped[0] in HELPING and after is not None and after.lemma in _SIGNING

    def _relative_signed(self, last: int) -> bool:
        """'the communiqué that the two governments issued in 1992'."""
        if key_at(self.words, last) not in {"that", "which"}:
            return False
        made = next((i for i in range(last + 1, min(last + 9, len(self.words))) if self.words[i].key in _ISSUED), None)
        return made is not None and any(i in self.dated for i in range(made + 1, min(made + 5, len(self.words))))

    def _is_signed(self, first: int) -> bool:
        """'signed a declaration on …': what is signed is an instrument without a capital too."""
        if self.words[first - 1].key not in {"a", "an", "the", "their"}:
            return False
        before = verb(self.words[first - 2].key) if first > 1 else None
        return before is not None and before.lemma in {"sign", "adopt", "issue", "initial"}

    def _all_parties(self, modifiers: list[int]) -> bool:
        return all(i in self.party_at for i in modifiers)

    def _accept_loose(self, hit: Hit[Head]) -> bool:
        """'a letter from the President', 'the official minutes of the dialogue', not 'for thirty minutes'."""
        words = self.words
        before = words[hit.first - 1] if hit.first else None
        if before is not None and (before.text[0].isdigit() or before.key in {"few", "several", "some", "thirty"}):
            return False
        if hit.value.type == "minutes" and hit.last - hit.first > 1:
            return True
        return hit.last < len(words) and words[hit.last].key in {"of", "from", "to"} and self._determined(hit.first)

    def _determined(self, first: int) -> bool:
        return any(self.words[i].key in {"the", "a", "an", "this", "their", "its", "his", "her", "personal"}
                   for i in range(max(0, first - 3), first))  # fmt: skip

    def _bracket(self, last: int) -> int:
        """Past a bracketed short form."""
        if last + 2 < len(self.words) and self.words[last].text == "(" and self.words[last + 2].text == ")":
            short = self.words[last + 1].text
            return last + 3 if short[:1].isupper() or any(c.isupper() for c in short) else last
        return last
