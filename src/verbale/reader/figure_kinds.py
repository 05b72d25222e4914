"""What a figure is to the others of its sentence: an increment, a total, a part of a whole, or a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.language.marks import DateMark, Marked, QuantityMark
from verbale.language.numbers import Words, key_at
from verbale.language.quantities_money import is_money
from verbale.model.dates import PartialDate
from verbale.reader.figure_counts import is_more, verb_lemma
from verbale.reader.figure_money import followed_by, is_fresh, money_kind, word_before
from verbale.reader.figure_relations import (
    Told,
    among_them,
    converted,
    instalment,
    is_k_of_n,
    of_change,
    part_of_earlier,
    part_of_whole,
)
from verbale.reader.figure_words import Measure, figure_words, near

_AMOUNTING = frozenset(
    "amounting amounted amounts reached reaching exceeded exceeding totalled totalling totaled totaling".split()
)
_CLAUSE_ENDS = frozenset({";", ":", "(", ")"})
_PACES = frozenset({"weekly", "daily", "monthly", "yearly", "annual"})
_PERIODS = frozenset({"year", "month", "week", "day", "season"})
_DATING = frozenset({"dates", "dating", "dated", "date"})  # 'a pact that dates from 2007'
_AIM = 20  # tokens from 'to double trade' to the sum
_OWNERS = frozenset({"its", "his", "her", "their", "our"})
_FLOWING = frozenset({"cubic metre", "tonne", "barrel", "bcm", "litre", "kilogram"})
_OPENING, _ALREADY = 3, 4  # tokens
_LONG_AGO = 5  # years: what has added up for longer is a standing total


def kinds(
    marked: Marked, found: Sequence[Measure], year: int | None, before: Sequence[Measure] = ()
) -> list[Told | None]:
    """The kind of each measure of a sentence; None for the N of 'k of N', which is told with its part.

    `before` holds the measures of the sentence before, of which one here may be a part.
    """
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
        if following and is_k_of_n(words, measure, following):
            told.append(Told("part", following.mark.value))
            skip = True
        else:
            told.append(
                instalment(words, measure, following)
                or part_of_whole(words, measure, counts, told, found)
                or among_them(words, measure, [*before, *found[:number]])
                or part_of_earlier(words, measure, [*before, *found[:number]])
                or converted(words, measure, earlier, told)
                or of_change(marked, measure, earlier, following)
                or Told(_total_or_increment(marked, measure, year))
            )
        counts.append(measure)
    return told


def _total_or_increment(marked: Marked, measure: Measure, year: int | None) -> str:
    words, mark, table = marked.sentence.tokens, measure.mark, figure_words()
    period = _period(marked, mark)
    if measure.unit == "percent":
        further = key_at(words, mark.first - 1) in ("additional", "further", "extra", "another")
        if further or key_at(words, mark.last) in ("less", "more", "fewer", "higher", "lower"):
            return "increment"
        if key_at(words, mark.first - 1) == "to":
            return "total"  # 'a stake of up to 20 percent', 'cut to 20 percent'
        reach = 10 if key_at(words, mark.first - 1 - mark.approximate) == "by" else 5
        grown = near(words, mark.first, table["growth"], reach) or near(words, mark.last + 3, table["growth"], 3)
        return "increment" if grown else "total"
    if _aimed(marked, measure):
        return "total"
    if is_money(measure.unit) and _traded(words, mark):
        return "increment"
    if _changed_to(words, measure):
        flow = is_money(measure.unit) and near(words, mark.first, table["trade"], 8) and period is not None
        flow = flow and not _to_be_changed(words, mark)
        return "increment" if flow else "total"
    if is_money(measure.unit) and _each_year(words, mark):
        return "increment"
    if period is not None and period.since and isinstance(period.start, PartialDate) and period.start.year and year:
        return "total" if _long_ago(period, year) else "increment"
    if is_money(measure.unit):
        return money_kind(marked, measure)
    return _count(marked, measure, period, year)


def _each_year(words: Words, mark: QuantityMark) -> bool:
    """'$5 billion a year', 'per year', 'annually'."""
    after = (key_at(words, mark.last), key_at(words, mark.last + 1))
    return after[0] in ("annually", "yearly") or (after[0] in ("a", "per", "each", "every") and after[1] == "year")


def _traded(words: Words, mark: QuantityMark) -> bool:
    """'trade has doubled since 2005, amounting to $20 billion': trade is told by the year, whatever the stretch."""
    return near(words, mark.first, frozenset({"trade", "turnover"}), 14) and near(words, mark.first, _AMOUNTING, 4)


def _aimed(marked: Marked, measure: Measure) -> bool:
    """A target: 'the $5 billion set as a target', 'to $10 billion by 2030'."""
    words, mark = marked.sentence.tokens, measure.mark
    around = range(max(0, mark.first - 8), min(len(words), mark.last + 9))
    if any(words[index].key in ("target", "targets", "goal", "goals") for index in around):
        return True
    ahead = any(date.deadline and date.future and 0 <= date.first - mark.last < 8 for date in marked.dates)
    return ahead and word_before(words, measure) in ("to", "reach", "at", "of", "hit", "reaching")


def _to_be_changed(words: Words, mark: QuantityMark) -> bool:
    """'resolved to double trade, which is at $5 billion, to $10 billion': an aim, with or without a date."""
    verbs = figure_words()["total_verbs"]
    before = range(max(0, mark.first - _AIM), mark.first)
    return any(words[index].key in verbs and key_at(words, index - 1) == "to" for index in before)


def _changed_to(words: Words, measure: Measure) -> bool:
    """'brings the total to B', 'to grow to 7000'."""
    if word_before(words, measure) != "to":
        return False
    changed = near(words, measure.mark.first, figure_words()["total_verbs"], 14)
    return changed or _to_be_changed(words, measure.mark)


def _count(marked: Marked, measure: Measure, period: DateMark | None, year: int | None) -> str:
    words, mark, table = marked.sentence.tokens, measure.mark, figure_words()
    if key_at(words, mark.first - 1) == "all" or near(words, mark.first, frozenset({"total", "so"}), 3):
        occasion = near(words, mark.first, frozenset({"total"}), 2) and measure.unit in table["papers"]
        return "increment" if occasion and not _done(words, mark) else "total"
    if _on_order(words, mark) or (measure.unit in table["lengths"] and not _ceded(words)):
        return "total"
    if any(
        words[i].key == "there" and key_at(words, i + 1) in ("are", "were")
        for i in range(max(0, mark.first - 5), mark.first)
    ):
        return "total"
    beside = range(max(0, mark.first - 5), min(len(words), mark.last + 5))
    if any(words[i].key in table["standing_verbs"] and not mark.first <= i < mark.last - 1 for i in beside):
        return "total"
    if (measure.unit == "person" or measure.unit in table["people"]) and _stands(words, mark):
        return "total"
    if _whole(words, measure):
        return "total"
    if _is_yearly_flow(words, measure):
        return "increment"
    if is_more(words, mark) or (_just_handed(words, mark) and not _adding_up(words)):
        return "increment"
    if _is_rate(words, mark) or _in_one_body(words, measure) or measure.unit in table["standing_places"]:
        return "total"
    if near(words, mark.first, frozenset({"since"}), 30):
        return "total" if near(words, mark.first, table["founding"], 30) or _long_ago(period, year) else "increment"
    since = any(words[i].key == "since" for i in range(mark.last, min(len(words), mark.last + 20)))
    if since and any(words[i].key in table["founding"] for i in range(mark.last, min(len(words), mark.last + 24))):
        return "total"
    if period is not None and not _one_day(period):
        return "increment"
    if measure.unit in table["papers"] and not _adding_up(words):
        return "increment"  # 'have signed twenty memoranda' on one occasion
    return "total" if _done(words, mark) or not _flows(words, mark) else "increment"


def _whole(words: Words, measure: Measure) -> bool:
    """'649 of its sailors', 'has already brought 46 officers', 'Of the 120 sets, …', '23 more remain in custody'."""
    mark, table = measure.mark, figure_words()
    before = key_at(words, mark.first - 1)
    people = measure.unit == "person" or measure.unit in table["people"]
    inside = [words[index].key for index in range(mark.first, mark.last)]
    owned = people and any(key == "of" for key in inside) and not _OWNERS.isdisjoint(inside)
    opens = key_at(words, 0) == "of" and mark.first <= _OPENING
    counted = near(words, mark.first, frozenset({"already"}), _ALREADY)
    stay = key_at(words, mark.last) in ("remain", "remains", "remained", "still")
    return owned or opens or counted or (stay and before != "the")


def _is_yearly_flow(words: Words, measure: Measure) -> bool:
    """'8 billion cubic metres of gas a year', '2 million tonnes annually': what flows is told by the year."""
    mark = measure.mark
    after = next((i for i in range(mark.last, min(len(words), mark.last + 4)) if key_at(words, i) in ("a", "per")), 0)
    yearly = after and key_at(words, after + 1) in ("year", "annum")
    return measure.unit in _FLOWING and bool(yearly or key_at(words, mark.last) in ("annually", "yearly"))


def _just_handed(words: Words, mark: QuantityMark) -> bool:
    """'handed over three ambulances', 'received 20 drones': what changed hands on one occasion."""
    place = mark.first - 1 - mark.approximate
    return verb_lemma(words, place - (key_at(words, place) == "over")) in figure_words()["handed"]


def _is_rate(words: Words, mark: QuantityMark) -> bool:
    """'6,000 people a year', '90,000 barrels a day', 'fourteen weekly flights': a quota or a pace stands."""
    inside = any(words[index].key in _PACES for index in range(mark.first, mark.last))
    return inside or (key_at(words, mark.last) in ("a", "per") and key_at(words, mark.last + 1) in _PERIODS)


def _in_one_body(words: Words, measure: Measure) -> bool:
    """'nine vessels took part', 'a crew of 12 officers', '100,000 people fled'."""
    table, mark, place = figure_words(), measure.mark, measure.mark.first - 1
    if key_at(words, place) == "of" and key_at(words, place - 1) in table["groups"]:
        return True
    if measure.unit in table["papers"] or measure.unit == "remains":
        return False
    around = range(max(0, mark.first - 4), min(len(words), mark.last + 12))
    if any(words[index].key in ("up", "down") and key_at(words, index + 1) == "from" for index in around):
        return False
    ahead = any(words[index].key in table["fates"] for index in range(mark.last, min(len(words), mark.last + 3)))
    return ahead or any(words[index].key in table["taking_part"] for index in around)


def _flows(words: Words, mark: QuantityMark) -> bool:
    """Whether the clause lets the count come, go or grow: 'will train 40 nurses'; 'nine flights a week' just are."""
    if is_fresh(words, mark.first) or near(words, mark.first, figure_words()["fresh"], 4):
        return True
    stems = tuple(figure_words()["flows"])
    first, last = mark.first, mark.last
    while first > max(0, mark.first - 14) and words[first - 1].text not in _CLAUSE_ENDS:
        first -= 1
    while last < min(len(words), mark.last + 12) and words[last].text not in _CLAUSE_ENDS:
        last += 1
    return any(words[i].key.startswith(stems) for i in range(first, last) if not mark.first <= i < mark.last)


def _ceded(words: Words) -> bool:
    """'each side gives the other 190 hectares'; elsewhere a border's length or an area stands."""
    return any(token.key in figure_words()["cessions"] for token in words)


def _long_ago(period: DateMark | None, year: int | None) -> bool:
    """Whether what has added up since then is a standing total."""
    start = period.start if period is not None else None
    return bool(isinstance(start, PartialDate) and start.year and year and year - start.year >= _LONG_AGO)


def _adding_up(words: Words) -> bool:
    """Whether the sentence counts what has come together over time: 'so far', 'to date', 'already', 'since'."""
    keys = [token.key for token in words]
    return bool({"since", "already", "date", "far", "altogether"} & set(keys))


def _on_order(words: Words, mark: QuantityMark) -> bool:
    """'the 48 jets that Peru has on order', 'numbering 40'."""
    ahead = range(mark.last, min(len(words), mark.last + 9))
    return any(words[index].key == "on" and key_at(words, index + 1) == "order" for index in ahead) or near(
        words, mark.first, frozenset({"number", "numbering", "numbered"}), 16 if mark.first == mark.last - 1 else 1
    )


def _stands(words: Words, mark: QuantityMark) -> bool:
    """Whether people are told as a standing number: 'are working in', 'are long-term residents of', 'staffed by'."""
    table = figure_words()
    around = range(max(0, mark.first - 4), min(len(words), mark.last + 7))
    if any(words[i].key in ("up", "down") and key_at(words, i + 1) == "from" for i in around):
        return False  # '800 took part, up from 600 last year': one year's number
    return any(words[index].key in table["standing_people"] and not mark.first <= index < mark.last for index in around)


def _done(words: Words, mark: QuantityMark) -> bool:
    """Whether the sum is told in the perfect ('have returned 43 sets'), and not as something promised."""
    table = figure_words()
    if followed_by(words, mark.last, table["perfect"], 8):
        return True
    for index in range(mark.first - 1, max(-1, mark.first - 15), -1):
        if words[index].key in table["perfect"]:
            return not any(key_at(words, index + step) in table["promised"] for step in (1, 2))
    return False


def _period(marked: Marked, mark: QuantityMark) -> DateMark | None:
    """The date of the clause that limits the figure to a stretch of time."""
    dated = [date for date in marked.dates if date.start is not None and not date.deadline]
    words = marked.sentence.tokens
    dated = [date for date in dated if not (date.since and _elsewhere(marked, mark, date))]
    dated = [date for date in dated if not (date.since and near(words, date.first + 1, _DATING, 3))]
    return min(dated, key=lambda date: abs(date.first - mark.first), default=None)


def _one_day(period: DateMark) -> bool:
    """'ordered 24 jets on 3 May', 'were flown there on Monday': a day is no stretch of time in which a count grows."""
    start = period.start
    return isinstance(start, PartialDate) and bool(start.day) and not period.since


def _elsewhere(marked: Marked, mark: QuantityMark, date: DateMark) -> bool:
    """'14,000 are employed there, and talks have gone on since 2013': a clause of its own behind the comma."""
    between = [word.key for word in marked.sentence.tokens[mark.last : date.first]]
    return any(pair in ((",", "and"), (",", "but"), (",", "while")) for pair in pairwise(between)) or ";" in between
