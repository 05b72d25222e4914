"""How a figure stands to another: a part of a whole, the sum before or after a change, the same sum again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from verbale.language.marks import Marked, QuantityMark
from verbale.language.numbers import Words, key_at
from verbale.language.quantities_money import is_money
from verbale.reader.figure_comparisons import changed
from verbale.reader.figure_measures import stands_alone, whole_of
from verbale.reader.figure_words import Measure, figure_words, governor, near

_FAR = 14  # tokens from 'Of that sum' to the part of it
_AMONG = 5  # tokens from 'among them' to the number
_THEM = frozenset({("among", "them"), ("among", "these"), ("among", "those"), ("among", "whom")})
_INSTALMENTS = frozenset({"instalment", "instalments", "installment", "installments", "tranche", "portion"})
_INCLUDING = frozenset({"include", "includes", "including", "included"})
_SUMS = frozenset({"figure", "total", "sum", "amount", "trade", "volume", "value", "turnover", "aid"})
_AGO = frozenset({"ago", "earlier", "before", "previously"})
_COMPARED = frozenset({"compared", "comparison", "against"})


class Told(NamedTuple):
    """The kind of a figure, and the whole of which it is a part."""

    kind: str
    of: float | None = None


def is_k_of_n(words: Words, part: Measure, whole: Measure) -> bool:
    """'44 of 45 files', '3 out of the 12 ships'."""
    comma = key_at(words, part.mark.last) == "," and key_at(words, part.mark.last + 1) == "out"
    place = part.mark.last + comma
    place += key_at(words, place) == "out"
    if key_at(words, place) != "of" or whole.mark.value < part.mark.value:
        return False
    return place + 1 <= whole.mark.first <= place + 2


def instalment(words: Words, measure: Measure, following: Measure | None) -> Told | None:
    """'€43 million, the second instalment of a €205 million package': a part of what is named after it."""
    if following is None or following.unit != measure.unit or following.mark.value <= measure.mark.value:
        return None
    between = {words[index].key for index in range(measure.mark.last, following.mark.first)}
    return Told("part", following.mark.value) if between & _INSTALMENTS and "of" in between else None


def converted(words: Words, measure: Measure, earlier: Measure | None, told: Sequence[Told | None]) -> Told | None:
    """'9 million baht ($250,000)': the same sum again, of the same kind."""
    if earlier is None or not is_money(measure.unit) or not is_money(earlier.unit) or earlier.unit == measure.unit:
        return None
    between = {words[index].key for index in range(earlier.mark.last, measure.mark.first)}
    before = told[-1]
    return Told(before.kind) if before and "(" in between and len(between) <= 4 else None


def part_of_earlier(words: Words, measure: Measure, earlier: Sequence[Measure]) -> Told | None:
    """'Of these, 200 …', 'exports made up $5 billion', '… $5 billion of the figure': a part of what was told before."""
    mark, table = measure.mark, figure_words()
    whole = next((m for m in reversed(earlier) if m.unit == measure.unit and m.mark.value > mark.value), None)
    if whole is None or measure.unit == "percent":
        return None
    keys = [words[index].key for index in range(max(0, mark.first - 6), mark.first)]
    opening = [words[index].key for index in range(min(2, mark.first))]
    of_them = opening[:1] in (["of"], ["among"]) and opening[1:] in (["these"], ["those"], ["them"], ["that"], ["this"])
    shares = any(word in table["shares_verbs"] for word in keys) or any(
        keys[place] in ("made", "make", "makes", "making") and keys[place + 1] == "up" for place in range(len(keys) - 1)
    )
    after = [key_at(words, mark.last + step) for step in range(3)]
    of_sum = after[0] == "of" and after[1] in ("the", "that", "this") and after[2] in _SUMS
    of_sum = of_sum or (after[:2] == ["of", "it"] and is_money(measure.unit))  # 'will spend $6 million of it on roads'
    alone = stands_alone(words, mark) or (mark.first == 0 and after[:2] == ["of", "the"])
    if (
        alone
        or key_at(words, mark.first - 1) == "remaining"
        or (after[0] == "of" and after[1] in ("them", "these", "those"))
    ):
        return Told("part", whole.mark.value)
    of_them = of_them and mark.first <= (_FAR if is_money(measure.unit) else 6)
    return Told("part", whole.mark.value) if shares or of_sum or of_them else None


def among_them(words: Words, measure: Measure, earlier: Sequence[Measure]) -> Told | None:
    """'936 passengers, among them 450 mothers': a part of those counted before, by whatever noun they were."""
    keys = [words[index].key for index in range(max(0, measure.mark.first - _AMONG), measure.mark.first)]
    if is_money(measure.unit) or not any(pair in _THEM for pair in pairwise(keys)):
        return None
    whole = next((m for m in reversed(earlier) if m.mark.value > measure.mark.value and not is_money(m.unit)), None)
    return Told("part", whole.mark.value) if whole is not None else None


def part_of_whole(
    words: Words, measure: Measure, counts: list[Measure], told: list[Told | None], found: Sequence[Measure]
) -> Told | None:
    mark = measure.mark
    alike = [m for m in counts if m.unit == measure.unit]
    whole = whole_of(mark, alike)
    if whole is None:
        return None
    after = key_at(words, mark.last + 1) if key_at(words, mark.last) == "of" else ""
    if after in ("which", "them", "these", "those", "whom") or key_at(words, mark.first - 1) == "remaining":
        return Told("part", whole.mark.value)
    between = [words[index].key for index in range(whole.mark.last, mark.first)]
    if ";" in between:
        return None
    if key_at(words, 0) == "of" and whole.mark.first <= 4 and "," in between:
        return Told("part", whole.mark.value)  # 'Of the 470 held there, 418 are …'
    if any(pair in (("of", "which"), ("of", "whom")) for pair in pairwise(between)):
        return Told("part", whole.mark.value)
    if near(words, mark.first, _INCLUDING, 4) or _with_share(words, measure):
        return Told("part", whole.mark.value)
    if is_money(measure.unit) and any(word in figure_words()["shares"] for word in between):
        return Told("part", whole.mark.value)
    if _adds_up(whole, found, measure):
        return Told("part", whole.mark.value)
    before, last = told[-1], found[len(told) - 1]
    if before is not None and before.kind == "part" and last.unit == measure.unit and before.of and len(between) < 24:
        return Told("part", before.of) if _listed(words, last, measure) and mark.value < before.of else None
    return None


def _with_share(words: Words, measure: Measure) -> bool:
    """'$1 billion for the region, with $50 million for one state'."""
    place = measure.mark.first - 1
    return key_at(words, place) == "with" and key_at(words, place - 1) == "," and is_money(measure.unit)


def _adds_up(whole: Measure, found: Sequence[Measure], measure: Measure) -> bool:
    """'$698 million, with $649 million from one side and $49 million from the other': the parts make the whole."""
    parts = [m.mark.value for m in found if m.unit == whole.unit and m.mark.first > whole.mark.first]
    return (
        2 <= len(parts) <= 6
        and measure.mark.value in parts
        and abs(sum(parts) - whole.mark.value) <= 0.005 * whole.mark.value
    )


def _listed(words: Words, last: Measure, measure: Measure) -> bool:
    """Whether a quantity goes on the list that the one before opened: joined by 'and' or a comma."""
    between = [words[index].key for index in range(last.mark.last, measure.mark.first)]
    return len(between) < 12 and bool({"and", ","} & set(between))


def of_change(marked: Marked, measure: Measure, earlier: Measure | None, following: Measure | None) -> Told | None:
    """'from A to B', 'up from A', 'on top of the A already given', '… bringing the total to B'."""
    words = marked.sentence.tokens
    mark, before = measure.mark, governor(words, measure.mark)
    if before == "from" and following and _rises_to(words, measure, following):
        return Told("baseline")
    if before == "to" and earlier and governor(words, earlier.mark) == "from" and _rises_to(words, earlier, measure):
        return Told("increment" if _yearly_flow(marked, measure) else "total")
    if before == "from" and changed(words, mark.first):
        return Told("baseline")
    if (
        before in ("to", "with", "against")
        and (earlier or before != "against")
        and near(words, mark.first, _COMPARED, 6)
    ):
        return Told("baseline")
    if earlier and earlier.unit == measure.unit and _once(words, mark):
        return Told("baseline")
    if following and not is_money(measure.unit) and following.unit == measure.unit and _grows(words, mark, following):
        return Told("baseline")  # 'numbers 36 and is to grow to 60'
    if near(words, mark.first, frozenset({"top", "addition"}), 4) and _already(words, mark.last):
        return Told("baseline")
    return None


def _rises_to(words: Words, measure: Measure, following: Measure) -> bool:
    """'from A in 2021 to B', with at most a date between."""
    if following.unit != measure.unit or governor(words, following.mark) != "to":
        return False
    between = [words[index].key for index in range(measure.mark.last, following.mark.first)]
    return len(between) <= 9 and not {";", ",", "and"} & set(between)


def _yearly_flow(marked: Marked, measure: Measure) -> bool:
    """'exports soared from A in 2021 to B last year': what B tells is the trade of that year."""
    words, mark = marked.sentence.tokens, measure.mark
    past = any(0 <= date.first - mark.last <= 2 and not date.future and not date.deadline for date in marked.dates)
    return past and is_money(measure.unit) and near(words, mark.first, figure_words()["trade"], 20)


def _once(words: Words, mark: QuantityMark) -> bool:
    """'… and 650 a year ago', '(650 the year before)'."""
    after = [key_at(words, mark.last + step) for step in range(4)]
    return bool(_AGO & set(after)) and bool({"year", "years", "month", "months", "previously"} & set(after))


def _grows(words: Words, mark: QuantityMark, following: Measure) -> bool:
    """Whether a standing number goes on to one that it is to reach: 'to grow to 60'."""
    between = [words[index].key for index in range(mark.last, following.mark.first)]
    return len(between) <= 12 and between[-1:] == ["to"] and bool(figure_words()["total_verbs"] & set(between))


def _already(words: Words, index: int) -> bool:
    return any(key_at(words, i) in figure_words()["baselines"] for i in range(index, index + 5))
