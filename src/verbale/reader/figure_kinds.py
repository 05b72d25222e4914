"""What a figure is to the others of its sentence: an increment, a total, a part of a whole, or a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.language.marks import DateMark, Marked
from verbale.language.numbers import Words, key_at
from verbale.model.dates import PartialDate
from verbale.reader.figure_measures import Measure, figure_words, is_money, near, whole_of

_LONG_AGO = 5  # years: what has added up for longer is a standing total


class Told(NamedTuple):
    """The kind of a figure, and the whole of which it is a part."""

    kind: str
    of: float | None = None


def kinds(marked: Marked, found: Sequence[Measure], year: int | None) -> list[Told | None]:
    """The kind of each measure of a sentence; None for the N of 'k of N', which is told with its part."""
    words = marked.sentence.tokens
    told: list[Told | None] = []
    counts: list[Measure] = []
    skip = False
    for number, measure in enumerate(found):
        if skip:
            told.append(None)
            skip = False
            continue
        following = found[number + 1] if number + 1 < len(found) else None
        earlier = found[number - 1] if number else None
        if following and _is_k_of_n(words, measure, following):
            told.append(Told("part", following.mark.value))
            skip = True
        else:
            told.append(
                _part(words, measure, counts, told, found)
                or _of_change(words, measure, earlier, following)
                or Told(_total_or_increment(marked, measure, year))
            )
        counts.append(measure)
    return told


def _is_k_of_n(words: Words, part: Measure, whole: Measure) -> bool:
    """'44 of 45 files', '3 out of the 12 ships'."""
    place = part.mark.last + (key_at(words, part.mark.last) == "out")
    if key_at(words, place) != "of" or whole.mark.value < part.mark.value:
        return False
    return place + 1 <= whole.mark.first <= place + 2


def _part(
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
    if "of" in between and between[between.index("of") :][:2] == ["of", "which"]:
        return Told("part", whole.mark.value)
    if any(word in figure_words()["shares"] for word in between) and not any(word in (";", ".") for word in between):
        return Told("part", whole.mark.value)
    before = told[-1] if told else None
    if (
        before is not None
        and before.kind == "part"
        and is_money(measure.unit)
        and found[len(told) - 1].unit == measure.unit
    ):
        return Told("part", before.of) if before.of and mark.value < before.of and len(between) < 12 else None
    return None


def _of_change(words: Words, measure: Measure, earlier: Measure | None, following: Measure | None) -> Told | None:
    """'from A to B', 'up from A', 'on top of the A already given', '… bringing the total to B'."""
    mark, before = measure.mark, _before(words, measure)
    if before == "from" and following and following.unit == measure.unit and key_at(words, mark.last) == "to":
        return Told("baseline")
    if before == "to" and earlier and earlier.unit == measure.unit and earlier.mark.last == mark.first - 1:
        return Told("total")
    if before == "from" and near(
        words, mark.first, frozenset({"up", "down", "increase", "rise", "doubling", "compared"}), 4
    ):
        return Told("baseline")
    if before in ("to", "with") and near(words, mark.first, frozenset({"compared", "comparison"}), 3):
        return Told("baseline")
    if near(words, mark.first, frozenset({"top", "addition"}), 4) and _already(words, mark.last):
        return Told("baseline")
    return None


def _before(words: Words, measure: Measure) -> str:
    """The word before a quantity, past 'about', 'more than' and the like."""
    place = measure.mark.first - 1
    if measure.mark.approximate:
        place -= 2 if key_at(words, place) in ("than", "least", "most") else 1
    return key_at(words, place)


def _already(words: Words, index: int) -> bool:
    return any(key_at(words, i) in figure_words()["baselines"] for i in range(index, index + 5))


def _total_or_increment(marked: Marked, measure: Measure, year: int | None) -> str:
    words, mark, table = marked.sentence.tokens, measure.mark, figure_words()
    period = _period(marked, mark.first)
    if measure.unit == "percent":
        grown = near(words, mark.first, table["growth"], 5) or near(words, mark.last + 3, table["growth"], 3)
        return "increment" if grown else "total"
    if _aimed(marked, measure) or _changed_to(words, measure):
        return "total"
    if period is not None and period.since and isinstance(period.start, PartialDate) and period.start.year and year:
        return "total" if year - period.start.year >= _LONG_AGO else "increment"
    if is_money(measure.unit):
        return _money(marked, measure)
    return _count(marked, measure, period)


def _aimed(marked: Marked, measure: Measure) -> bool:
    """A target: 'the $5 billion set as a target', 'to $10 billion by 2030'."""
    words, mark = marked.sentence.tokens, measure.mark
    around = range(max(0, mark.first - 8), min(len(words), mark.last + 9))
    if any(words[index].key in ("target", "targets", "goal", "goals") for index in around):
        return True
    ahead = any(date.deadline and date.future and 0 <= date.first - mark.last < 8 for date in marked.dates)
    return ahead and _before(words, measure) in ("to", "reach", "at", "of", "hit", "reaching")


def _changed_to(words: Words, measure: Measure) -> bool:
    """'brings the total to B', 'to grow to 7000'."""
    if _before(words, measure) != "to":
        return False
    return near(words, measure.mark.first, figure_words()["total_verbs"], 14)


def _money(marked: Marked, measure: Measure) -> str:
    words, mark, table = marked.sentence.tokens, measure.mark, figure_words()
    if near(words, mark.first, frozenset({"worth"}), 5):
        return "increment"
    if near(words, mark.first, frozenset({"cost", "costs", "costing", "target", "portfolio"}), 5):
        return "total"
    if near(words, mark.first, table["trade"], 8):
        return "increment"
    stock = near(words, mark.first, table["total_nouns"], 5) or _followed_by(words, mark.last, table["total_nouns"], 4)
    fresh = near(
        words, mark.first, frozenset({"new", "additional", "announced", "announce", "announcing", "another"}), 6
    )
    if stock and not fresh:
        return "total"
    if near(words, mark.first, frozenset({"total", "totalling", "totaling", "cumulative"}), 5) and not fresh:
        return "total"
    if near(words, mark.first, frozenset({"a", "an", "new", "additional", "another"}), 2):
        return "increment"
    return "total" if _followed_by(words, mark.last, table["projects"], 5) else "increment"


def _followed_by(words: Words, index: int, nouns: frozenset[str], reach: int) -> bool:
    """Whether one of the nouns follows in the same noun phrase."""
    for place in range(index, min(len(words), index + reach)):
        if words[place].key in nouns:
            return True
        if words[place].text in (",", ";", ".", ")") or words[place].key in ("for", "to", "and", "of", "on", "by"):
            return False
    return False


def _count(marked: Marked, measure: Measure, period: DateMark | None) -> str:
    words, mark, table = marked.sentence.tokens, measure.mark, figure_words()
    if key_at(words, mark.first - 1) == "all" or near(words, mark.first, frozenset({"total", "so"}), 3):
        return "total"
    beside = range(max(0, mark.first - 5), min(len(words), mark.last + 5))
    if any(words[index].key in table["standing_verbs"] for index in beside):
        return "total"
    if near(words, mark.first, frozenset({"since"}), 30):
        return "total" if near(words, mark.first, table["founding"], 30) else "increment"
    since = any(words[i].key == "since" for i in range(mark.last, min(len(words), mark.last + 20)))
    if since and any(words[i].key in table["founding"] for i in range(mark.last, min(len(words), mark.last + 24))):
        return "total"
    if period is not None:
        return "increment"
    perfect = near(words, mark.first, table["perfect"], 18) or _followed_by(words, mark.last, table["perfect"], 8)
    return "total" if perfect else "increment"


def _period(marked: Marked, index: int) -> DateMark | None:
    """The date of the clause that limits the figure to a stretch of time."""
    dated = [date for date in marked.dates if date.start is not None and not date.deadline]
    return min(dated, key=lambda date: abs(date.first - index), default=None)
