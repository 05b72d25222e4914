"""What a figure is to the others of its sentence: an increment, a total, a part of a whole, or a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verbale.language.marks import DateMark, Marked, QuantityMark
from verbale.language.numbers import Words, key_at
from verbale.model.dates import PartialDate
from verbale.reader.figure_measures import Measure, figure_words, is_money, near, whole_of

_INCLUDING = frozenset({"include", "includes", "including", "included"})
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
    if ";" in between:
        return None
    if "of" in between and between[between.index("of") :][:2] == ["of", "which"]:
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


def _of_change(words: Words, measure: Measure, earlier: Measure | None, following: Measure | None) -> Told | None:
    """'from A to B', 'up from A', 'on top of the A already given', '… bringing the total to B'."""
    mark, before = measure.mark, _before(words, measure)
    if before == "from" and following and following.unit == measure.unit and key_at(words, mark.last) == "to":
        return Told("baseline")
    if before == "to" and earlier and earlier.unit == measure.unit and mark.first - earlier.mark.last <= 4:
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
        reach = 10 if key_at(words, mark.first - 1 - mark.approximate) == "by" else 5
        grown = near(words, mark.first, table["growth"], reach) or near(words, mark.last + 3, table["growth"], 3)
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
    if _fresh(words, mark.first) or near(words, mark.first, frozenset({"a", "an"}), 2):
        return "increment"
    if key_at(words, mark.last + 1) in table["fresh"]:  # '$2 billion in new investment'
        return "increment"
    stock = near(words, mark.first, table["total_nouns"], 5) or _followed_by(words, mark.last, table["total_nouns"], 4)
    if stock or near(words, mark.first, frozenset({"total", "totalling", "totaling", "cumulative"}), 5):
        return "total"
    return "total" if _followed_by(words, mark.last, table["projects"], 5) else "increment"


def _fresh(words: Words, first: int) -> bool:
    """'an additional', 'announced', 'a new' before the sum; not the 'New' of a country."""
    fresh = figure_words()["fresh"]
    return any(words[i].key in fresh and not words[i].capital for i in range(max(0, first - 6), first))


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
    if any(
        words[i].key == "there" and key_at(words, i + 1) in ("are", "were")
        for i in range(max(0, mark.first - 5), mark.first)
    ):
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
    return "total" if _done(words, mark) else "increment"


def _done(words: Words, mark: QuantityMark) -> bool:
    """Whether the sum is told in the perfect ('have returned 43 sets'), and not as something promised."""
    table = figure_words()
    if _followed_by(words, mark.last, table["perfect"], 8):
        return True
    for index in range(mark.first - 1, max(-1, mark.first - 15), -1):
        if words[index].key in table["perfect"]:
            return not any(key_at(words, index + step) in table["promised"] for step in (1, 2))
    return False


def _period(marked: Marked, index: int) -> DateMark | None:
    """The date of the clause that limits the figure to a stretch of time."""
    dated = [date for date in marked.dates if date.start is not None and not date.deadline]
    return min(dated, key=lambda date: abs(date.first - index), default=None)
