"""Texts between parties, as they are named: 'the 2015 Joint Vision Statement', 'an MoU on hydrography', 'UNCLOS'.

A name has a head (`instruments.yaml`), grows leftwards over its modifiers and the parties, and rightwards over its
subject ('on …', 'between …'). Whether it was signed, and when, is for the reader to say.
"""

from __future__ import annotations

from verbale.language.instrument_words import Head, instrument_words
from verbale.language.marks import InstrumentMark, Marked
from verbale.language.naming import is_titled, join_name
from verbale.language.phrases import Hit
from verbale.language.tokens import HYPHENS_AND_DASHES
from verbale.language.verbs import BASE, PAST, verb

_SUBJECT_LENGTH = 14
_BEFORE_VERBS = frozenset(
    {"to", "will", "would", "can", "could", "may", "should", "must", "and", "they", "we", "not", ",", "sides"}
)
_CLAUSE_ENDS = frozenset({"was", "were", "is", "are", "have", "has", "will", ".", ";", "that", "which", "during", "at"})
_FIELDS = frozenset({"field", "fields", "area", "areas", "sphere", "sector"})
_STOP_SIGNS = frozenset('.;:()[]!?"“”/') | {"..."}


def find_instruments(marked: Marked) -> list[InstrumentMark]:
    """The instruments that a sentence names, in order, not overlapping; plural and bare mentions are left out.

    'signed a memorandum of understanding on coast guard training' → type mou, title 'Memorandum of understanding on
    coast guard training'. Uses `marked.parties` and `marked.dates`.
    """
    words = marked.sentence.tokens
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
        mark = finder.known(hit, floor) if hit.value.weight == "known" else finder.named(hit, floor)
        if mark is not None:
            found.append(mark)
    return sorted(found, key=lambda mark: mark.first) if listed else found


class _Finder:
    """One sentence's instruments."""

    def __init__(self, marked: Marked) -> None:
        self.words = marked.sentence.tokens
        self.vocabulary = instrument_words()
        self.titled = is_titled(marked.sentence)
        self.party_at = {i: mark for mark in marked.parties for i in range(mark.first, mark.last)}
        self.dated = {i for mark in marked.dates for i in range(mark.first, mark.last)}

    def known(self, hit: Hit[Head], floor: int) -> InstrumentMark:
        """A name known by itself, with its bracketed short form; an executive order with its number."""
        last = self._bracket(hit.last)
        title = hit.value.title if hit.last - hit.first == 1 else join_name(self.words, range(hit.first, hit.last))
        title = f"{title[:1].upper()}{title[1:]}"
        if last > hit.last:
            title += f" ({self.words[last - 2].text})"
        if hit.value.type == "law" and last < len(self.words) and self.words[last].text[0].isdigit():
            title += " " + self.words[last].text
            last += 1
        return InstrumentMark(hit.first, last, hit.value.type, title)

    def several(self, hit: Hit[Head]) -> list[InstrumentMark]:
        """'two MoUs, one on search and rescue and one on education': one mark a subject, none without subjects."""
        words = self.words
        stops = [i for i in range(hit.last, min(len(words), hit.last + 30)) if words[i].key in _CLAUSE_ENDS]
        end = stops[0] if stops else min(len(words), hit.last + 30)
        begins = [i for i in range(hit.last, end) if words[i].key == "on" and i not in self.dated]
        if len(begins) == 1 and words[hit.first - 1].key == "two" and hit.first > 0:
            joints = [i for i in range(begins[0], end) if words[i].key == "and"]
            begins = [begins[0], joints[0]] if len(joints) == 1 else []
        if len(begins) < 2 or not (begins[0] == hit.last or words[begins[0] - 1].key == "one"):
            return []
        marks: list[InstrumentMark] = []
        for begin, after in zip(begins, [*begins[1:], end], strict=True):
            last = after
            while last > begin + 1 and words[last - 1].key in {"and", "one", ",", "another", "the", "other"}:
                last -= 1
            subject = join_name(words, range(begin + 1, last))
            title = f"{hit.value.title} on {subject}"
            first = hit.first if not marks else begin
            marks.append(InstrumentMark(first, max(last, first + 1), hit.value.type, title[:1].upper() + title[1:]))
        return marks

    def named(self, hit: Hit[Head], floor: int) -> InstrumentMark | None:
        """A name built from its head, or None where the words name no one instrument."""
        head = hit.value
        proper = self.words[hit.last - 1].capital and not self.titled
        first = self._reach_back(hit.first, floor, proper)
        last = self._subject(hit.last, proper) if head.type != "law" else hit.last
        if self._is_excluded(first, hit.last) or self._head_goes_on(hit.last, proper) or self._is_generic(first):
            return None
        modifiers = [i for i in range(first, hit.first) if self.words[i].key not in self.vocabulary.plain]
        modifiers = [i for i in modifiers if self.words[i].text.isalnum()]
        if not self._accept(head, proper, modifiers, hit, last) or self._is_kind(hit.last, last):
            return None
        while first < hit.first and self.words[first].key in self.vocabulary.stripped:
            first += 1
        shown = [i for i in range(first, last) if proper or i not in self.party_at or i >= hit.first]
        title = join_name(self.words, shown)
        if head.type == "plan" and self._is_national(first):
            return None
        codes = {self.party_at[i].code for i in range(first, last) if i in self.party_at}
        end = self._bracket(last)
        return InstrumentMark(first, end, head.type, title[:1].upper() + title[1:], tuple(sorted(codes)))

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
        if text in HYPHENS_AND_DASHES or text in {"'", "’", "'s", "’s", "&"}:
            return True
        return text == "and" and (proper or i - 1 in self.party_at) and self._joined(i)

    def _joined(self, i: int) -> bool:
        """'Trade and Investment Framework Agreement', but not 'Vietnam and Free Trade Agreement'."""
        return (i - 1 in self.party_at) == (i + 1 in self.party_at)

    def _subject(self, last: int, proper: bool) -> int:
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
        while i < len(words) and i - last < _SUBJECT_LENGTH and not self._subject_stops(i, pair, proper):
            if words[i].text not in {",", "and", "the", "of", "for", "on", "in", "&", "with", "to", "a", "or"}:
                end = i + 1
            i += 1
        return end if end > last + 1 else head

    def _opens_subject(self, at: int, proper: bool) -> bool:
        """'in the field of', 'with Peru', 'for Peace', not 'in the wake of', 'the Agreement for consumers'."""
        words = self.words
        if words[at].key == "in":
            return any(word.key in _FIELDS for word in words[at + 1 : at + 4]) or (proper and words[at + 1].capital)
        if words[at].key == "with" and proper:
            return words[at + 1].capital or words[at + 1].key == "the"
        return True

    def _subject_stops(self, i: int, pair: bool, proper: bool) -> bool:
        word = self.words[i]
        if word.text == "," and not proper:
            return True
        if pair and self.words[i - 1].key == "and" and (word.key == "the" or i in self.party_at):
            return False
        if word.key == "to" and i + 1 < len(self.words) and verb(self.words[i + 1].key) is not None:
            return True
        if i in self.dated or word.text in _STOP_SIGNS or word.key in self.vocabulary.subject_ends:
            return True
        if word.text in HYPHENS_AND_DASHES:
            return self.words[i - 1].end != word.start
        before = self.words[i - 1].text
        if before in {",", "and"}:
            known = verb(word.key)
            lists = before == "," and not (word.capital or word.key == "and")
            return lists or word.key in self.vocabulary.stops or (known is not None and PAST in known.forms)
        return word.text == "," and not (i + 1 < len(self.words) and self.words[i + 1].capital)

    def _is_excluded(self, first: int, last: int) -> bool:
        stop = min(last + 1, len(self.words))
        return any(h.last >= last for h in self.vocabulary.excluded.find(self.words, first, stop))

    def _is_kind(self, head: int, last: int) -> bool:
        """'the first treaty of its kind' names none."""
        return any(word.key == "kind" for word in self.words[head:last])

    def _is_national(self, first: int) -> bool:
        """'Canada's Emissions Reduction Plan' is one state's own."""
        return len({m.code for i, m in self.party_at.items() if i == first}) == 1 and any(
            self.words[i].text in {"'s", "’s", "'", "’"} for i in range(first, min(first + 4, len(self.words)))
        )

    def _is_generic(self, first: int) -> bool:
        """'such an accord', 'any agreement'."""
        if self.words[first].key in {"most", "least", "first", "only"}:
            return True
        return any(self.words[i].key in {"such", "any", "every", "no", "most"} for i in range(max(0, first - 2), first))

    def _head_goes_on(self, last: int, proper: bool) -> bool:
        """The head only modifies: 'treaty ally', 'agreement negotiations', 'Joint Statement text'."""
        if last >= len(self.words):
            return False
        following = self.words[last]
        if proper and following.capital and last not in self.party_at and last not in self.dated:
            return following.text.isalpha() and not following.text.isupper()
        return self.words[last].key in {"ally", "allies", "negotiations", "talks", "obligations", "partner", "partners"}

    def _accept(self, head: Head, proper: bool, modifiers: list[int], hit: Hit[Head], last: int) -> bool:
        if head.weight == "firm":
            return True
        if head.weight == "open":
            return proper and last > hit.last and self.words[hit.last].key == "of"
        if head.weight == "loose":
            return self._accept_loose(hit)
        capital = [i for i in modifiers if self.words[i].capital or i in self.party_at]
        subject = last > hit.last
        if head.weight == "proper":
            own = [i for i in capital if i not in self.party_at]
            own = capital if head.type == "declaration" else own
            open_name = head.type in {"declaration", "convention"} or self.words[hit.first].key == "framework"
            return proper and (bool(own) or (subject and open_name))
        if self.titled:
            return bool(modifiers) and not self._all_parties(modifiers)
        if proper:
            return bool(capital) or subject
        own_subject = subject and self.words[hit.last].key != "of"
        return bool(modifiers) or (own_subject and self._determined(hit.first))

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
