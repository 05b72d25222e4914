"""Texts that a sentence tells together: what is done to one of them is done to all."""

from __future__ import annotations

from verbale.language.marks import InstrumentMark, Marked

_NEAR = 9  # tokens of the first text's name in which 'were exchanged' stands
_COVERING = frozenset({"covering", "concerning", "spanning"})
_HANDED = frozenset({"signed", "inked", "concluded", "adopted", "initialled", "exchanged"})


def done_inside(marked: Marked, mark: InstrumentMark) -> bool:
    """'four memoranda (were exchanged, covering ports, …)': the verb stands before the first field."""
    words = marked.sentence.tokens
    inside = range(mark.first + 1, min(mark.last, mark.first + _NEAR) - 2)
    covering = [i for i in inside if words[i - 1].key in {"were", "also"} and words[i].key in _HANDED]
    return any(word.key in _COVERING for i in covering for word in words[i + 1 : i + 3])


def first_of_list(marked: Marked, mark: InstrumentMark) -> InstrumentMark:
    """In 'memoranda were exchanged, covering A, B and C' what is done to the first is done to all."""
    for other in reversed(marked.instruments[: marked.instruments.index(mark)]):
        if other.type != mark.type or not 0 <= mark.first - other.last <= 3:
            break
        mark = other
    return mark


def last_of_list(marked: Marked, mark: InstrumentMark) -> InstrumentMark:
    """In 'an MoU on A and one on B were signed' what is done to the last is done to all."""
    for other in marked.instruments[marked.instruments.index(mark) + 1 :]:
        if other.type != mark.type or not 0 <= other.first - mark.last <= 3:
            break
        mark = other
    return mark
