"""Several texts named at once: 'two MoUs, one on search and rescue and one on education', 'covering ports and fish'."""

from __future__ import annotations

from verbale.language.instrument_subjects import SubjectReader
from verbale.language.instrument_words import Head
from verbale.language.marks import InstrumentMark
from verbale.language.naming import join_name
from verbale.language.numbers import key_at
from verbale.language.phrases import Hit
from verbale.language.verbs import verb

_MANY, _ITEMS, _LIST, _FIELD = 3, 9, 40, 4  # fields that make a list of texts, and the most; tokens of it and of one
_COVERS = 6  # tokens between texts and 'covering': 'were also exchanged,'
SIGNED = frozenset({"signed", "initialled", "initialed", "inked", "concluded"})
HELPING = frozenset({"was", "were", "is", "are", "will", "be", "been", "has", "have", "to", "would", "should"})
_HANDED = SIGNED | {"exchanged"}
_COVERING = frozenset({"covering", "concerning", "spanning"})
_AREAS = frozenset({"fields", "areas", "sectors"})
_PARTING = frozenset({"and", "one", ",", "another", "the", "other"})
_CLAUSE_ENDS = frozenset({"was", "were", "is", "are", "have", "has", "will", ".", ";", "that", "which", "during", "at"})


class ListReader(SubjectReader):
    """One sentence, with the texts that it names several at once."""

    def several(self, hit: Hit[Head]) -> list[InstrumentMark]:
        """'two MoUs, one on search and rescue and one on education': one mark a subject, none without subjects."""
        words = self.words
        start = hit.last + 2 * (key_at(words, hit.last) == "were" and key_at(words, hit.last + 1) in SIGNED)
        stops = [i for i in range(start, min(len(words), start + 30)) if words[i].key in _CLAUSE_ENDS]
        end = stops[0] if stops else min(len(words), start + 30)
        begins = [i for i in range(start, end) if words[i].key == "on" and i not in self.dated]
        fields = self._fields(hit.last)
        near = words[max(0, hit.first - 8) : hit.first]
        near += (words[hit.last : fields[0][0]] + words[fields[-1][1] :][:4]) if fields else ()
        if _MANY <= len(fields) <= _ITEMS and any(word.key in _HANDED for word in near):
            return [self._one_of(hit, first if n else hit.first, first, last) for n, (first, last) in enumerate(fields)]
        if len(begins) == 1 and words[hit.first - 1].key == "two" and hit.first > 0:
            joints = [i for i in range(begins[0], end) if words[i].key == "and"]
            begins = [begins[0], joints[0]] if len(joints) == 1 else []
        # 'two memoranda, on A and on B,'
        listed = len(begins) > 1 and words[begins[0] - 1].text == "," and begins[0] == hit.last + 1
        if len(begins) < 2 or not (listed or begins[0] == hit.last or words[begins[0] - 1].key == "one"):
            return []
        marks: list[InstrumentMark] = []
        for begin, after in zip(begins, [*begins[1:], end], strict=True):
            last = after
            while last > begin + 1 and words[last - 1].key in _PARTING:
                last -= 1
            marks.append(self._one_of(hit, begin if marks else hit.first, begin + 1, last))
        return marks

    def _one_of(self, hit: Hit[Head], start: int, first: int, last: int) -> InstrumentMark:
        """One of several texts, marked from `start` on, with the tokens of its subject from `first` to `last`."""
        title = f"{hit.value.title} on {join_name(self.words, range(first, last))}"
        return InstrumentMark(start, max(last, start + 1), hit.value.type, title[:1].upper() + title[1:])

    def _fields(self, index: int) -> list[tuple[int, int]]:
        """'on agriculture, tourism, sports and education': the fields, as token ranges."""
        words = self.words
        opens = self._opens_fields(index)
        if opens is None or opens in self.dated:
            return []
        fields: list[tuple[int, int]] = []
        first = opens
        for i in range(first, min(first + _LIST, len(words))):
            closes = words[i].key in _CLAUSE_ENDS or i + 1 == len(words)
            if words[i].text == "," or words[i].key == "and" or closes:
                if i > first:
                    fields.append((first, i))
                first = i + 1
            if closes:
                break
        return fields if all(last - start <= _FIELD and not self._does(start) for start, last in fields) else []

    def _opens_fields(self, index: int) -> int | None:
        """Where the fields begin behind 'on', '(were exchanged,) covering, among others,' or 'in the fields of'."""
        words = self.words
        if key_at(words, index) == "on":
            return index + 1
        for i in range(index, min(len(words), index + _COVERS)):
            if words[i].key in _COVERING:
                aside = [word.key for word in words[i + 2 : i + 4]] == ["among", "others"]
                return i + 5 if aside else i + 1
            if words[i].key in _AREAS and words[i - 1].key in {"the", "in"}:
                return i + 2 if key_at(words, i + 1) in {"of", "including"} else None
            if not (words[i].text == "," or words[i].key in HELPING | _HANDED | {"also", "in", "the"}):
                return None
        return None

    def _does(self, i: int) -> bool:
        known = verb(self.words[i].key)
        return known is not None and not known.nounlike and known.lemma == self.words[i].key
