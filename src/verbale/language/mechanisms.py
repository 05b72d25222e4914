"""Names of standing series: 'the 13th Defense Policy Dialogue', 'the Joint Commission', 'two-plus-two talks'.

A name ends in a head noun (`mechanisms.yaml`); it grows leftwards over its modifiers, then over the parties, then over
an ordinal. Country names and ordinals are cut off the name: they become `parties` and `round`.
"""

from __future__ import annotations

from functools import lru_cache

from verbale.language.marks import Marked, MechanismMark, PartyForm
from verbale.language.mechanism_editions import edition, roman
from verbale.language.mechanism_exercises import ExerciseReader
from verbale.language.mechanism_fields import plain_fields
from verbale.language.mechanism_rounds import counted, round_of
from verbale.language.mechanism_words import abbreviation, is_body, mechanism_words
from verbale.language.naming import Named, is_titled, join_name, title_name
from verbale.language.ordinals import ordinal_before, ordinal_value
from verbale.language.phrases import Hit
from verbale.language.tokens import HYPHENS_AND_DASHES, POSSESSIVES

_TWO_PLUS_TWO = "Two-plus-two"
_LONGEST = 14  # tokens of a name's modifiers; longer runs are lists of other things
_TEXTS = frozenset({"agreement", "treaty", "act"})
_SENT = frozenset({"delegation", "delegations", "team", "teams", "mission", "missions", "envoy", "envoys"})  # people
_ROMAN = frozenset("ivxlc")
_ON = frozenset({"on", "for", "of"})
_COUNTING = frozenset({"annual", "biennial", "regular", "next", "previous", "last"})
_SMALL = frozenset({"and", "of", "on", "for", "the", "to", "plus", "in"})


def find_mechanisms(marked: Marked) -> list[MechanismMark]:
    """The standing series that a sentence names, in order, not overlapping.

    'the 13th Viet Nam – U.S. Defence Policy Dialogue (DPD)' → name 'Defence Policy Dialogue', round 13, parties
    (US, VN); the mark takes in the bracketed abbreviation. Uses `marked.parties`.
    """
    words = marked.sentence.tokens
    vocabulary = mechanism_words()
    finder: _Finder | None = None
    found: list[MechanismMark] = []
    free = 0
    for index in [i for i, word in enumerate(words) if _may_hold(word.key)]:
        if index < free:
            continue
        hit = vocabulary.names.at(words, index)
        if hit or _may_end(words[index].key):
            finder = finder or _Finder(marked)
            mark = finder.at(index, hit, found[-1].last if found else 0)
            if mark is not None:
                found.append(mark)
                free = mark.last
    return found


@lru_cache(maxsize=16384)
def _may_hold(key: str) -> bool:
    """Whether a word begins a known name, or ends one: most do neither, and are passed over at once."""
    return key in mechanism_words().names.first_words or _may_end(key)


def _may_end(key: str) -> bool:
    vocabulary = mechanism_words()
    return key in vocabulary.heads or key[:3] in vocabulary.numbered or key == "edition" or set(key) <= _ROMAN


class _Finder(ExerciseReader):
    """One sentence's names of series."""

    def __init__(self, marked: Marked) -> None:
        super().__init__(marked)
        self.titled = is_titled(marked.sentence)

    def at(self, index: int, hit: Hit[tuple[str, str]] | None, floor: int) -> MechanismMark | None:
        """The name at a token that is a head, a known name or a numbered one."""
        if hit:
            return self.known(index, hit, floor)
        if self.words[index].key in self.vocabulary.heads:
            return self.named(index, floor)
        if self.words[index].key == "edition":
            return edition(self.words, index, floor)
        return self.numbered(index) or roman(self.words, index, floor)

    def numbered(self, index: int) -> MechanismMark | None:
        """'COP26'."""
        key = self.words[index].key
        entry = self.vocabulary.numbered.get(key[:3])
        if entry is None or not key[3:].isdigit():
            return None
        return MechanismMark(index, index + 1, entry[0], int(key[3:]), (), entry[1])

    def known(self, index: int, hit: Hit[tuple[str, str]], floor: int) -> MechanismMark | None:
        """A series known by its own name; more of a longer name may stand around it."""
        longer = next(
            (mark for i in range(hit.last, min(hit.last + 10, len(self.words)))
             if self.words[i].key in self.vocabulary.heads and (mark := self.named(i, floor)) and mark.first <= index),
            None,
        )  # fmt: skip
        if longer is not None:
            return longer
        name, event = hit.value
        if (
            event == "summit"
            and self.begins_with_party(index)
            and index > 1
            and self.words[index - 1].text in HYPHENS_AND_DASHES
        ):
            return None  # 'the U.S.-ASEAN Summit' is not ASEAN's own
        begin = index
        if name == _TWO_PLUS_TWO:
            begin, modifiers = self._modifiers(index, floor, self.words[index].capital and not self.titled)
            if modifiers:
                name = title_name(join_name(self.words, range(begin, hit.last)), _SMALL)
        first, parties = self.parties(begin, floor)
        first, round_ = round_of(self.words, max(first, floor), hit.last)
        last = hit.last
        numbered = self.numbered(last + 1) if last + 1 < len(self.words) and self.words[last].text == "(" else None
        if numbered is not None:
            round_ = round_ or numbered.round
        body = self.party_start.get(index)
        if body is not None and body.form is PartyForm.BODY and body.last < hit.last and not parties:
            parties = (body.code,)  # 'the APEC Leaders' Meeting'
        return MechanismMark(first, self._bracket(last), name, round_, parties, event)

    def named(self, index: int, floor: int) -> MechanismMark | None:
        """The name whose head noun is at `index`, or None where it names no series."""
        weight, event = self.vocabulary.heads[self.words[index].key]
        if is_body(self.words, index) or self._head_goes_on(index):
            return None
        if weight == "exercise":
            return self._exercise(index, floor)
        proper = self.words[index].capital and not self.titled
        first, inner = self._modifiers(index, floor, proper)
        inner_round = ordinal_before(self.words, first)
        start = inner_round.first if inner_round and inner_round.first >= floor else first
        start, parties = self.parties(start, floor)
        outer, more = self._outer_modifiers(start, floor) if parties else (start, [])
        last = self._complement(index, proper)
        after, right_parties = self.between(last)
        name = Named(
            head=self.words[index].key, proper=proper, modifiers=frozenset(self.words[i].key for i in more + inner),
            parties=parties or right_parties, counted=self._counted(outer),
        )  # fmt: skip
        begin, round_ = round_of(self.words, outer, last, floor)
        if round_ is None and inner_round and inner_round.first >= floor:
            begin, round_ = min(begin, inner_round.first), counted(self.words, inner_round, last)
        if not self._accept(weight, event, name, round_, index):
            return None
        own = [*range(start, first)] if weight == "show" and parties and not inner else []
        text = join_name(self.words, [*more, *own, *inner, *range(index, last)])
        text = text if proper else title_name(text, _SMALL)
        event = "summit" if "Heads of State" in text else event
        return MechanismMark(begin, self._bracket(after if right_parties else last), text, round_, name.parties, event)

    def _shows(self, index: int) -> bool:
        """Whether a word ends the name of a show: 'Expo', 'exhibition'."""
        return self.vocabulary.heads.get(self.words[index].key, ("", ""))[0] == "show"

    def _head_goes_on(self, index: int) -> bool:
        """The noun is itself a modifier: 'dialogue mechanisms', 'Consultation Delegation'; 'group meeting' is not."""
        if index + 1 >= len(self.words) or (self.words[index + 1].capital and self.words[index + 1].key in _TEXTS):
            return index + 1 < len(self.words)
        following = self.words[index + 1]
        if following.key in _SENT:
            return True
        modifies = self.words[index].key == "ministerial" and following.key in self.vocabulary.modifiers
        if modifies and any(word.key in self.vocabulary.heads for word in self.words[index + 2 : index + 5]):
            return True  # 'Vice-Ministerial Defence Dialogue'
        if self._shows(index) and self._shows(index + 1):
            return False
        if following.key in {"two", "2+2", "three"} and self.vocabulary.names.at(self.words, index + 1):
            return True
        return following.key in self.vocabulary.heads and following.key not in self.vocabulary.sessions | {"talks"}

    def _modifiers(self, index: int, floor: int, proper: bool) -> tuple[int, list[int]]:
        """Indices of the modifiers before the head at `index`, and the first of them."""
        first = self._from_party(index, floor) if self.titled else index
        while first > floor and index - first < _LONGEST:
            i = first - 1
            if self._modifies(i, proper):
                first = i
            elif self._links(i, floor, proper):
                first = i - 1
            else:
                break
        return first, list(range(first, index))

    def _from_party(self, index: int, floor: int) -> int:
        """In headline capitals all words from the parties to the head are its name: 'U.S.-India Cancer Dialogue'."""
        first = index
        while first > max(floor, index - 6):
            if first in self.party_end:
                return first
            word = self.words[first - 1]
            if not (word.capital or word.text in HYPHENS_AND_DASHES) or word.key in self.vocabulary.stops:
                break
            first -= 1
        return index

    def _modifies(self, i: int, proper: bool) -> bool:
        word = self.words[i]
        inside = any(m.first <= i < m.last for m in self.party_end.values())
        if inside or i + 1 in self.party_end or i + 1 in self.regions or i in self.dated:
            return False
        if ordinal_value(word) is not None or word.key in self.vocabulary.stops:
            return False
        if word.key in self.vocabulary.modifiers and word.key not in {"and", "of", "on"}:
            return word.capital or not proper or word.text[0].isdigit() or self._hyphened(i)
        return proper and word.capital and word.text.isalnum()

    def _hyphened(self, i: int) -> bool:
        return i + 1 < len(self.words) and self.words[i + 1].text in HYPHENS_AND_DASHES

    def _links(self, i: int, floor: int, proper: bool) -> bool:
        """A sign or small word inside a name, with a modifier before it."""
        if i - 1 < floor:
            return False
        text, before = self.words[i].text, self.words[i - 1]
        if text in HYPHENS_AND_DASHES or text in POSSESSIVES or text == "/":
            return self._modifies(i - 1, proper) or (before.key in {"to", "plus"} and text in HYPHENS_AND_DASHES)
        if text in {"to", "plus"}:
            return before.text in HYPHENS_AND_DASHES
        if text in {"and", "&", ","} or (text == "of" and before.key in {"ministers", "heads", "chiefs"}):
            known = before.key in self.vocabulary.modifiers and before.key not in self.vocabulary.heads
            known = known or (
                proper and text == "and" and i - 1 in self.party_end
            )  # 'Peru-Fiji Ports and Fish Council'
            return known and self._modifies(i - 1, proper)
        return False

    def _outer_modifiers(self, end: int, floor: int) -> tuple[int, list[int]]:
        """'Joint' in 'the Joint U.S.-India Working Group'."""
        first = end
        while first > floor and self.words[first - 1].capital and self.words[first - 1].key in self.vocabulary.joint:
            first -= 1
        return first, list(range(first, end))

    def _complement(self, index: int, proper: bool) -> int:
        """Where the name ends: 'Committee on Security, Defence and Intelligence'."""
        last = index + 1
        if last + 1 >= len(self.words) or self.words[last].key not in _ON:
            return last
        if not proper:
            return last if self.titled else plain_fields(self.words, last)
        matter = self.party_start.get(last + 1)
        if matter is not None and self.words[last].key == "on":
            return matter.last  # 'High-Level Dialogue on Russia'
        end = last + 1
        while end < len(self.words):
            word = self.words[end]
            if word.text == "," and not self._listed(end):
                break
            if word.text in {",", "and", "&", "-", "of", "the"}:
                end += 1
                continue
            stop = word.key in self.vocabulary.stops and word.key not in {"state", "government"}
            if not word.capital or end in self.dated or end in self.party_start or stop:
                break
            if self.words[index + 1].key == "of" and word.key in self.vocabulary.heads:
                return index + 1
            end += 1
            last = end
        return plain_fields(self.words, last) if last == index + 1 and self.words[last].key == "on" else last

    def _listed(self, comma: int) -> bool:
        """Whether a comma joins fields of a name, rather than the name and what stands beside it."""
        ahead = self.words[comma + 1 : comma + 5]
        known = bool(ahead) and ahead[0].key in self.vocabulary.modifiers
        return known or any(word.key in {"and", "&"} for word in ahead)

    def _counted(self, end: int) -> bool:
        """Whether the words before a name count it: 'the annual', 'the next', 'an extraordinary session of the'."""
        if any(self.words[i].key in _COUNTING for i in range(max(0, end - 2), end)):
            return True
        i = end
        while i > 0 and end - i < 3 and self.words[i - 1].key in {"the", "their", "its"}:
            i -= 1
        return i > 1 and self.words[i - 1].key == "of" and self.words[i - 2].key in self.vocabulary.sessions

    def _bracket(self, last: int) -> int:
        """Past a bracketed abbreviation: 'Nuclear Consultative Group (NCG)'."""
        if last + 2 < len(self.words) and self.words[last].text == "(" and self.words[last + 2].text == ")":
            return last + 3 if abbreviation(self.words[last + 1]) else last
        return last

    def _exercise(self, index: int, floor: int) -> MechanismMark | None:
        """'Exercise Talisman Sabre', 'the Balikatan exercise'."""
        if self.titled:
            return None
        behind = self.name_behind(index)
        before = self.name_before(index) if behind is None else None
        if before is not None and before[0] >= floor:
            name = join_name(self.words, range(before[0], before[1]))
            return MechanismMark(before[0], index + 1, name, before[2], (), "exercise")
        if behind is not None:
            indices, last = behind
        else:
            first, last = index, index + 1
            while first > max(floor, 0) and self._modifies(first - 1, True) and self.words[first - 1].capital:
                first -= 1
            indices = list(range(first, index))
        indices = [i for i in indices if i not in self.dated]
        if not indices or indices[0] == 0 or all(self.words[i].key in self.vocabulary.modifiers for i in indices):
            return None
        first = min(indices[0], index)
        begin, round_ = round_of(self.words, first, last, floor)
        return MechanismMark(begin, last, join_name(self.words, indices), round_, (), "exercise")

    def _accept(self, weight: str, event: str, name: Named, round_: int | None, index: int) -> bool:
        naming = bool(name.modifiers & self.vocabulary.naming)
        pair = len(name.parties) > 1
        if weight == "strong":
            return self._accept_dialogue(name, round_, naming, index)
        if weight == "joint":
            joint = pair or bool(round_) or bool(name.modifiers & self.vocabulary.joint)
            joint = joint or (name.counted and naming)
            told = name.proper or bool(round_) or pair or (self.titled and len(self.party_start) > 1)
            told = told or self._complement(index, proper=False) > index + 1
            return (joint and told) or (name.proper and self._for_field(index))
        if weight == "paired":
            return pair and (name.head == "taskforce" or "task" in name.modifiers)
        if weight == "counted":
            return name.proper and name.counted and bool(name.modifiers or name.parties)
        if weight == "show":
            return (name.proper and bool(name.modifiers or name.parties)) or bool(round_)
        if event in {"summit", "other"} and name.proper:
            return bool(name.modifiers) or (pair and event == "other")
        if name.head in {"talks", "negotiations"}:
            return naming and (name.proper or bool(round_) or "plus" in name.modifiers)
        counted = bool(round_) or name.counted
        ministers = name.proper and bool(round_) and "ministerial" in name.modifiers
        return ministers or (naming and (counted or (pair and name.proper)))

    def _accept_dialogue(self, name: Named, round_: int | None, naming: bool, index: int) -> bool:
        if name.proper:
            return naming or bool(name.parties) or bool(round_) or bool(name.modifiers)
        if round_ or (name.parties and naming) or (len(name.parties) > 1 and name.head == "dialogue"):
            return True
        if name.head != "dialogue" or not naming:
            return name.counted and self._complement(index, proper=False) > index + 1
        fields = name.modifiers & (self.vocabulary.naming - {"political", "national"})
        return bool(fields) and (name.counted or self.titled or len(name.modifiers) > 1 or self._determined(index))

    def _for_field(self, index: int) -> bool:
        """'Committee on Security, Defence and Intelligence', not the Senate's."""
        words = self.words
        if index + 2 >= len(words) or words[index + 1].key not in {"on", "of"}:
            return False
        organ = index > 0 and words[index - 1].capital and words[index - 1].key not in {"the", "a"}
        return words[index + 2].capital and words[index + 2].key in self.vocabulary.naming and not organ

    def _determined(self, index: int) -> bool:
        return any(self.words[i].key in {"the", "this", "their", "a"} for i in range(max(0, index - 3), index))
