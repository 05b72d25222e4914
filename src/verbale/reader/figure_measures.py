"""Which quantities measure the relationship: money, percentages, remains, missions, people, things that change hands.

'Two countries', 'four Nos', years of partnership, a bridge's length and those who will use it measure nothing between
the parties.
"""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.marks import Marked, QuantityMark
from verbale.language.numbers import Words, key_at, number_at
from verbale.language.quantities_money import is_money
from verbale.language.verbs import verb
from verbale.reader.figure_comparisons import compared_unit
from verbale.reader.figure_counts import counted_unit
from verbale.reader.figure_words import Measure, figure_words, near

_MILLION = 1e6
_LEAST_PESOS = 100  # 'COP 26' is a conference
_THE = ("the", "them", "these", "those")
_HELPERS = ("have", "has", "had", "were", "was", "are", "will")
_LIST_ENDS, _LIST_STEP = ("from", "for", "in", "to", "by", "with", "at"), 9  # tokens between the counts of a list
_OPENERS = ("while", "and", "but", ";", ",", "that", "though", "where")
_STAYING = frozenset({"remain", "live", "work", "stay", "return"})
_WHICH = ("which", "them", "these", "those", "whom")
_OPENING = 4  # tokens
_OF_NEXT, _TO_WHOLE = "?", 3  # the unit of the next measure, and how near it must stand


def measures(marked: Marked, before: Sequence[Measure] = ()) -> list[Measure]:
    """The quantities of a sentence that measure the relationship, in order.

    `before` holds the measures of the sentence before: 'Of these, 200 are …' and '… down from 650' take its unit.
    """
    words = marked.sentence.tokens
    found: list[Measure] = []
    counts: list[Measure] = [measure for measure in before if not is_money(measure.unit)]
    carried = len(counts)
    for mark in marked.quantities:
        unit = _money_or_share(words, mark) or _same_millions(words, mark, found, before)
        unit = (
            unit
            or counted_unit(words, mark)
            or compared_unit(marked, mark, counts, carried)
            or _elliptic(words, mark, counts if _points_back(words, mark) else counts[carried:], marked.quantities)
        )
        if unit:
            found.append(Measure(mark, unit))
            if not is_money(unit):
                counts.append(found[-1])
    return _with_wholes(found)


def _with_wholes(found: list[Measure]) -> list[Measure]:
    """The measures with 'k' of 'k of N files' counted in files; dropped where N measures nothing."""
    kept = []
    for number, measure in enumerate(found):
        if measure.unit != _OF_NEXT:
            kept.append(measure)
        elif number + 1 < len(found) and found[number + 1].mark.first - measure.mark.last <= _TO_WHOLE:
            kept.append(Measure(measure.mark, found[number + 1].unit))
    return kept


def _money_or_share(words: Words, mark: QuantityMark) -> str:
    if is_money(mark.unit):
        return "" if _is_price(words, mark) or (mark.unit == "COP" and mark.value < _LEAST_PESOS) else mark.unit
    if mark.unit == "percent":
        beside = words[max(0, mark.first - 8) : mark.last + 9]
        if key_at(words, mark.first - 1) == "%" or (mark.value == 100 and not _is_term(words)):
            return ""  # a run of noise; 'I support it 100 %'
        return "" if any(token.key in figure_words()["no_shares"] for token in beside) else mark.unit
    if mark.value >= 1e6 and (not mark.unit or mark.last == mark.first) and _nameless_money(words, mark):
        return "XXX"
    return ""


def _same_millions(words: Words, mark: QuantityMark, found: Sequence[Measure], before: Sequence[Measure]) -> str:
    """'one pays 9 million euros and the other 18 million', '… to 31 million': millions of the money told before; '55
    million cubic metres to one and 18 million to the other': of whatever as many were told of in the sentence."""
    if mark.unit or mark.value < _MILLION or mark.last - mark.first < 2 or not mark.last <= len(words):
        return ""
    last = found[-1] if found else before[-1] if before else None
    if last is None or not (is_money(last.unit) or (found and last.mark.value >= _MILLION)):
        return ""
    return last.unit


def _is_price(words: Words, mark: QuantityMark) -> bool:
    """'Subscribe from $3,990 a month': what a reader of the page pays."""
    beside = words[max(0, mark.first - 12) : mark.last + 12]
    return any(token.key in figure_words()["prices"] for token in beside)


def _is_term(words: Words) -> bool:
    return any(token.key.startswith(tuple(figure_words()["terms"])) for token in words)


def _nameless_money(words: Words, mark: QuantityMark) -> bool:
    return near(words, mark.first, figure_words()["nameless_money"])


def _elliptic(words: Words, mark: QuantityMark, counts: list[Measure], others: Sequence[QuantityMark]) -> str:
    """'740 of which', 'the remaining seven', 'five more': the unit is that of the count before."""
    if (mark.unit and mark.last > mark.first + 1) or mark.value == 1:
        return ""
    before, following = key_at(words, mark.first - 1), key_at(words, mark.last)
    pointed = following == "of" and key_at(words, mark.last + 1) in _THE and mark.first == 0
    pointed = pointed and number_at(words, mark.last + 2) is None  # 'Two of the five bidders' has its whole beside it
    of_first = key_at(words, 0) == "of" and following in _HELPERS and key_at(words, mark.first - 1) == ","
    if stands_alone(words, mark) or pointed or of_first:
        whole = whole_of_before(mark, counts)
        return whole.unit if whole else ""
    if (following == "of" and key_at(words, mark.last + 1) in _WHICH and before != "the") or _of_which(words, mark):
        whole = whole_of(mark, counts) or whole_of_before(mark, counts)
        people = not mark.unit and key_at(words, mark.first - 1 - mark.approximate) == "whom"
        return whole.unit if whole else "person" if people else ""
    if before in ("remaining", "other") or following in ("more", "others"):
        return counts[-1].unit if counts else ""
    place = mark.last + (following == "out")
    if key_at(words, place) == "of" and any(o.first in (place + 1, place + 2) for o in others):
        return _OF_NEXT
    if _goes_on(words, mark, counts):
        return counts[-1].unit
    if _is_subject(words, mark):
        return next((m.unit for m in reversed(counts) if _counts_people(m)), "")
    if before == "to" and mark.value >= 100 and near(words, mark.first, figure_words()["total_verbs"], 3):
        return (
            "person" if any(token.key in ("force", "forces", "troops", "army", "personnel") for token in words) else ""
        )
    return ""


def _goes_on(words: Words, mark: QuantityMark, counts: Sequence[Measure]) -> bool:
    """'six ships from Peru, four from Chile and three for Norway', '36 remains in 2014 and 68 in 2015'."""
    if mark.unit or not counts or mark.last != mark.first + 1 or counts[-1].unit == "percent":
        return False
    before, following = key_at(words, mark.first - 1), key_at(words, mark.last)
    last = counts[-1].mark
    near_by = 0 <= mark.first - last.last < _LIST_STEP and mark.value != last.value
    return near_by and before in (",", "and", "plus") and following in _LIST_ENDS


def _is_subject(words: Words, mark: QuantityMark) -> bool:
    """'…, while 21 remain there', '; 16,523 registered': a bare number with a verb of its own."""
    if mark.unit or mark.last != mark.first + 1:
        return False
    place = mark.first - 1 - mark.approximate
    known = verb(key_at(words, mark.last))
    finite = known is not None and (known.lemma in _STAYING or (known.lemma != key_at(words, mark.last)))
    return finite and key_at(words, place) in _OPENERS and not key_at(words, mark.last).endswith("ing")


def _counts_people(measure: Measure) -> bool:
    return measure.unit == "person" or measure.unit in figure_words()["people"]


def _points_back(words: Words, mark: QuantityMark) -> bool:
    """'Ninety have been identified', 'Four of the boats', 'the remaining 12': of what the sentence before counted."""
    following = key_at(words, mark.last)
    if key_at(words, 0) == "of" and key_at(words, 2) in ("total", "number", ",") and mark.first <= _OPENING:
        return True  # 'Of the total, 74 have been cleared'
    if key_at(words, mark.first - 1) == "remaining" or (following == "of" and key_at(words, mark.last + 1) in _THE):
        return True
    return stands_alone(words, mark)


def stands_alone(words: Words, mark: QuantityMark) -> bool:
    """'Ninety have been identified': a number without a noun opens its sentence."""
    return mark.first == 0 and key_at(words, mark.last) in _HELPERS and mark.last == _end_of_number(words)


def _end_of_number(words: Words) -> int:
    number = number_at(words, 0)
    return number.last if number is not None else 0


def _of_which(words: Words, mark: QuantityMark) -> bool:
    """'… 1,270 soldiers, of whom 391 have names'."""
    place = mark.first - 1 - mark.approximate
    return key_at(words, place) in ("which", "whom") and key_at(words, place - 1) == "of"


def whole_of_before(mark: QuantityMark, counts: list[Measure]) -> Measure | None:
    """The nearest count told before, wherever it stood, that may hold a mark as a part."""
    return next((m for m in reversed(counts) if m.mark is not mark and m.mark.value > mark.value), None)


def whole_of(mark: QuantityMark, counts: list[Measure]) -> Measure | None:
    """The nearest count before a mark that may hold it as a part."""
    return next((m for m in reversed(counts) if m.mark.first < mark.first and m.mark.value > mark.value), None)
