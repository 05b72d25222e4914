"""Which counts measure the relationship: remains, missions, people, things that change hands, and most else that a
document bothers to count.

'Two countries', 'six areas', 'three hours', a bridge's length and those who will use it measure nothing between the
parties.
"""

from __future__ import annotations

from functools import cache

from verbale.language.marks import QuantityMark
from verbale.language.numbers import Words, key_at, number_words
from verbale.language.verbs import verb
from verbale.reader.figure_words import POINTING, figure_words, governor, is_known, near

_PASSIVES = ("was", "were", "been", "being", "be")
_PAIR, _MANY, _CLAUSE = 2, 20, 14
_FURTHER = frozenset({"further", "additional", "another", "extra", "more"})
_ENERGY = frozenset({"bcm", "bcf", "tcf", "megawatt", "gigawatt"})


def counted_unit(words: Words, mark: QuantityMark) -> str:
    table, unit = figure_words(), mark.unit
    if not unit or mark.value == 0:
        return ""
    before = key_at(words, mark.first - 1)
    if before in ("the", "its", "their") and key_at(words, mark.first - 2) == "of" and is_known(unit):
        before = ""  # 'two of the five bidders', '12 of its 40 jets'
        if key_at(words, mark.first - 3)[:1].isdecimal() or _ends_number(words, mark.first - 3):
            return unit
        if mark.first == 2 and mark.value >= table["least_people"]:
            return unit if unit in table["people"] or not _is_people(words, mark) else "person"  # 'Of the 470 held, …'
    if (
        mark.value == 1
        or (before in POINTING and mark.value < 5 and not _handed(words, mark))
        or _is_title(words, mark)
    ):
        return ""
    if any(key_at(words, place) in table["gases"] for place in range(mark.last, mark.last + 3)):
        return ""
    beside = {token.key for token in words[max(0, mark.first - 10) : mark.last + 10]}
    if (unit in _ENERGY or unit in table["people"]) and beside & table["world"]:
        return ""
    if unit in table["measures"]:
        return "" if _dimension(words, mark) else unit
    if unit in table["things"]:
        return unit if _is_told_thing(words, mark) and not beside & table["crimes"] else ""
    return _by_list(words, mark) or _whatever(words, mark)


@cache
def _transfers() -> tuple[str, ...]:
    return tuple(sorted(figure_words()["transfer"]))


def _is_told_thing(words: Words, mark: QuantityMark) -> bool:
    """'six helicopters'; of a pair, only such as change hands: 'two boats collided' measures nothing."""
    if _capacity(words, mark) or near(
        words, mark.first, frozenset({"displaces", "displacing", "weighs", "weighing"}), 3
    ):
        return False
    return mark.value > _PAIR or is_more(words, mark) or any(token.key.startswith(_transfers()) for token in words)


def is_more(words: Words, mark: QuantityMark) -> bool:
    """'two further boats', 'another two boats', 'three more cadets'."""
    return bool(_FURTHER & {key_at(words, mark.first - 1), *(words[i].key for i in range(mark.first, mark.last))})


def _whatever(words: Words, mark: QuantityMark) -> str:
    """'11 incubators', '66 unlicensed wells': whatever is counted but times, sides, offices and parts of a text."""
    table, unit = figure_words(), mark.unit
    if unit in table["abstract"] or mark.last < mark.first + 2 or unit in table["people"] | table["institutions"]:
        return ""
    if key_at(words, mark.first - 1) in POINTING and mark.value < _MANY:
        return ""
    if not words[mark.last - 1].text[0].islower() or not _is_told_thing(words, mark):
        return ""
    return "" if any(token.key in table["crimes"] for token in words) else unit


def _by_list(words: Words, mark: QuantityMark) -> str:
    """The unit of lengths, people and institutions, each with what it asks of its sentence."""
    table, unit = figure_words(), mark.unit
    if unit == "kilometre" or unit == "metre":
        return unit if any(token.key in table["borders"] for token in words) else ""
    if unit in table["people"] or _is_people(words, mark):
        return _people(words, mark)
    if unit in table["institutions"]:
        return _institution(words, mark)
    return ""


def _ends_number(words: Words, index: int) -> bool:
    return any(key_at(words, index) in number_words()[name] for name in ("units", "tens"))


def _handed(words: Words, mark: QuantityMark) -> bool:
    """'a loan for the two vessels to Peru': pointed at, but things that change hands."""
    return mark.unit in figure_words()["things"] and key_at(words, mark.last) in ("to", "for", "from")


def _institution(words: Words, mark: QuantityMark) -> str:
    """'24 agreements were signed', 'the six memoranda that were signed'; 'all five delegations' are only pointed at."""
    table, before = figure_words(), key_at(words, mark.first - 1)
    if (mark.value < table["least_institutions"] and not is_more(words, mark)) or (
        before == "all" and mark.unit in table["present"]
    ):
        return ""
    if before not in POINTING:
        return mark.unit
    signed = any(token.key in ("signed", "concluded", "inked", "sealed") for token in words)
    return mark.unit if before == "the" and signed and mark.unit in table["papers"] else ""


def _is_title(words: Words, mark: QuantityMark) -> bool:
    """'the "One Billion Trees" initiative', 'Three Seas': words with capitals inside a sentence are a name."""
    opens = mark.first == 0 or not words[mark.first].text[0].isalpha()
    return not opens and all(words[index].capital for index in range(mark.first, mark.last))


def _is_people(words: Words, mark: QuantityMark) -> bool:
    """'10,000 Kuwaitis', '600,000 Vietnamese': a capital, many, and no name of a thing."""
    return (
        mark.value >= 50
        and words[mark.last - 1].capital
        and mark.unit.endswith(("an", "ese", "ian", "i", "er", "is", "ish"))
    )


def _people(words: Words, mark: QuantityMark) -> str:
    table = figure_words()
    if governor(words, mark) == "remains":
        return "remains"  # 'the remains of 36 soldiers killed in the war'
    if _capacity(words, mark) or key_at(words, mark.first - 1) == "the":
        return ""
    if mark.value < table["least_people"] and not _is_taken_or_sent(words, mark) and not is_more(words, mark):
        return ""
    if _seats(words, mark):
        return ""
    if near(words, mark.first, table["beneficiaries"]) or key_at(words, mark.last) in table["beneficiaries"]:
        return ""
    return mark.unit if mark.unit in table["people"] else "person"


def _is_taken_or_sent(words: Words, mark: QuantityMark) -> bool:
    """'arrested four individuals', 'the release of three fishermen', 'two soldiers, held since May'."""
    moved, place = figure_words()["moved"], mark.first - 1 - mark.approximate
    place -= key_at(words, place) == "of"
    after = mark.last + (key_at(words, mark.last) == ",")
    after += key_at(words, after) in _PASSIVES
    return any(verb_lemma(words, at) in moved for at in (place, after))


def verb_lemma(words: Words, index: int) -> str:
    """The verb at a token, empty where none stands."""
    found = verb(key_at(words, index))
    return found.lemma if found is not None else ""


def _seats(words: Words, mark: QuantityMark) -> bool:
    """'its five members of the commission': seats, not people who come and go."""
    return mark.unit == "member" and key_at(words, mark.first - 1) in ("its", "their", "all")


def _dimension(words: Words, mark: QuantityMark) -> bool:
    """'the 48MW scheme', 'an installed capacity of 456MW', '10,000 passengers an hour': what something is built for."""
    if mark.unit in ("passenger", "traveller"):
        return _capacity(words, mark)
    if mark.unit not in _ENERGY:
        return False
    names = key_at(words, mark.first - 1) in ("the", "a", "an") and key_at(words, mark.last)[:1].isalpha()
    return (names and key_at(words, mark.last) != "of") or near(words, mark.first, frozenset({"capacity"}), 3)


def _capacity(words: Words, mark: QuantityMark) -> bool:
    """'up to 22,500 people each day': a dimension of what is built."""
    cues = figure_words()["capacities"]
    around = range(max(0, mark.first - _CLAUSE), min(len(words), mark.last + 4))
    return any(
        words[i].key in cues and key_at(words, i - 1) in ("each", "per", "a", "an", "every") for i in around
    ) or any(words[i].key == "daily" for i in around)
