"""Whether a sum of money is an addition or stands: grants and trade are added, loans, costs and stocks stand."""

from __future__ import annotations

from verbale.language.marks import Marked, QuantityMark
from verbale.language.numbers import Words, key_at
from verbale.reader.figure_counts import verb_lemma
from verbale.reader.figure_words import Measure, figure_words, near

_OPENING = 3  # tokens before the sum of 'Of the roughly $5 million'
_SMALL_MONEY = 1000.0
_ASIDE = frozenset({"aside", "earmarked"})
_NAME_ENDS = frozenset(
    "of to for from in on by with at that which who is are was were will has have over under into".split()
)


def word_before(words: Words, measure: Measure) -> str:
    """The word before a quantity, past 'about', 'more than' and the like."""
    place = measure.mark.first - 1
    if measure.mark.approximate:
        place -= 2 if key_at(words, place) in ("than", "least", "most") else 1
    return key_at(words, place)


def money_kind(marked: Marked, measure: Measure) -> str:
    words, mark, table = marked.sentence.tokens, measure.mark, figure_words()
    if mark.value < _SMALL_MONEY:
        return "total"  # a price, a wage or a fee
    if near(words, mark.first, frozenset({"worth"}), 5):
        return "total" if _worth_of_project(words, mark) else "increment"
    if _named_after(words, mark, table["stocks"]):
        return "total"
    if near(words, mark.first, frozenset({"donated", "donate", "donating", "donates"}), 4):
        return "increment"
    apart = 5 if key_at(words, mark.first - 1) == "," else 2  # 'the five-year, $4 million compact'
    if near(words, mark.first, frozenset({"a", "an", "the"}), apart) and not near(
        words, mark.first, table["promises"], 3
    ):
        if _named_after(words, mark, table["named_projects"]):
            return "total"
        if _named_after(words, mark, table["lent"]) and not is_fresh(words, mark.first):
            return "total"
    if near(words, mark.first, frozenset({"value", "valued"}), 4) and not near(words, mark.first, table["trade"], 20):
        return "total"
    changed = word_before(words, measure) == "by" or is_fresh(words, mark.first)
    if not changed and (near(words, mark.first, table["whole_sums"], 5) or _put_at(words, mark)):
        return "total"
    if not changed and _spent_whole(words, mark):
        return "total"
    held = key_at(words, mark.last) in ("in", "of") and key_at(words, mark.last + 1) in table["total_nouns"]
    if held and not is_fresh(words, mark.first) and near(words, mark.first, table["trade"], 8):
        return "total"  # 'trade of $20 billion a year and $80 billion in investment'
    if near(words, mark.first, table["trade"], 8):
        return "increment"
    if is_fresh(words, mark.first) or near(words, mark.first, frozenset({"a", "an"}), 2):
        return "increment"
    if key_at(words, mark.last + 1) in table["fresh"]:  # '$2 billion in new investment'
        return "increment"
    stock = near(words, mark.first, table["total_nouns"], 5) or followed_by(words, mark.last, table["total_nouns"], 4)
    if stock or near(words, mark.first, frozenset({"total", "totalling", "totaling", "cumulative"}), 5):
        return "total"
    return "total" if followed_by(words, mark.last, table["projects"], 5) else "increment"


def _put_at(words: Words, mark: QuantityMark) -> bool:
    """'the cost, which is put at $5 million', 'the damage is estimated at …', 'a loan of $66 million'."""
    table = figure_words()
    if near(words, mark.first, frozenset({"at"}), 3) and near(
        words, mark.first, frozenset({"put", "puts", "estimated"}), 6
    ):
        return near(words, mark.first, table["whole_sums"], 14)
    place = mark.first - 1 - mark.approximate * (2 if key_at(words, mark.first - 2) in ("than", "least") else 1)
    return (
        key_at(words, place) == "of"
        and key_at(words, place - 1) in table["sums_of"]
        and not is_fresh(words, mark.first)
    )


def _spent_whole(words: Words, mark: QuantityMark) -> bool:
    """'will invest $5 million', 'for which $5 million has been set aside', 'Of the $5 million, …'."""
    table = figure_words()
    if key_at(words, 0) == "of" and mark.first <= _OPENING and not near(words, mark.first, table["trade"], _OPENING):
        return True
    aside = range(mark.last, min(len(words), mark.last + 6))
    if key_at(words, mark.last) != "of" and any(words[index].key in _ASIDE for index in aside):
        return True
    if key_at(words, mark.last) == "since" or key_at(words, mark.last + 1) == "since":
        return True
    before = [index for index in range(max(0, mark.first - 4), mark.first) if words[index].key != "invested"]
    return any(verb_lemma(words, index) in table["whole_verbs"] for index in before)


def is_fresh(words: Words, first: int) -> bool:
    """'an additional', 'announced', 'a new' before the sum; not the 'New' of a country."""
    fresh = figure_words()["fresh"]
    return any(words[i].key in fresh and not words[i].capital for i in range(max(0, first - 6), first))


def _worth_of_project(words: Words, mark: QuantityMark) -> bool:
    """'projects worth $5 million' that go on; not such as are launched, signed or bought with these words."""
    place = next(index for index in range(mark.first - 1, -1, -1) if words[index].key == "worth")
    table = figure_words()
    owner = any(words[index].key in table["worths"] for index in range(max(0, place - 6), place))
    begun = any(words[index].key in table["begun"] for index in range(max(0, place - 6), place))
    return owner and not begun


def _named_after(words: Words, mark: QuantityMark, nouns: frozenset[str]) -> bool:
    """Whether the sum opens the name of one of the things: 'a $4 million, three-year (SPS) training programme'."""
    for place in range(mark.last, min(len(words), mark.last + 16)):
        if words[place].key in nouns:
            return True
        if words[place].text in (";", ".", ":") or words[place].key in _NAME_ENDS:
            return False
    return False


def followed_by(words: Words, index: int, nouns: frozenset[str], reach: int) -> bool:
    """Whether one of the nouns follows in the same noun phrase."""
    for place in range(index, min(len(words), index + reach)):
        if words[place].key in nouns:
            return True
        if words[place].text in (",", ";", ".", ")") or words[place].key in ("for", "to", "and", "of", "on", "by"):
            return False
    return False
