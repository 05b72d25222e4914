"""The last time that a series met: 'which had last convened in Lima', 'it had not met since 2016'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.language.tokens import Token
from verbale.reader.engagements.again import called_again
from verbale.reader.engagements.shells import Trigger

CONVENING = frozenset({"meet", "convene", "gather", "sit", "assemble"})
_LAST = frozenset({"last", "previously"})
_HAVING = frozenset({"had", "has", "have"})
_NEAR = 3  # tokens before the verb among which 'last' or 'not' stands
_CLAUSE = 12  # tokens before the verb in which 'the first time' stands
_TIME = 4  # tokens of 'for the seventh time'


def recalled(words: Sequence[Token], index: int) -> Trigger | None:
    """The meeting that a verb of convening recalls of a series named before it, or None."""
    before = [word.key for word in words[max(0, index - _NEAR) : index]]
    back = bool(_LAST & set(before)) or not_since(words, index)
    series = called_again(words, index) if back else ""
    if series:
        return Trigger(index, index + 1, "dialogue", verbal=True, lemma="meet", series=series, again=True)
    first = _subject(words, index)
    if first >= 0 and words[first].key in {"which", "that"} and first and words[first - 1].text == "," and back:
        return Trigger(index, index + 1, "dialogue", verbal=True, lemma="meet", again=True)
    if first >= 0 and words[first].key == "it" and (back or _counted(words, index)):
        return Trigger(index, index + 1, "dialogue", verbal=True, lemma="meet", again=True)
    if not_since(words, index) or _first_since(words, index):
        return Trigger(index, index + 1, "talks", verbal=True, lemma="meet", back=True)
    return None


def _first_since(words: Sequence[Token], index: int) -> bool:
    """'It is the first time that the two have met since May 2019'."""
    near = [word.key for word in words[max(0, index - _CLAUSE) : index]]
    return ("first", "time") in pairwise(near) and [w.key for w in words[index + 1 : index + 2]] == ["since"]


def not_since(words: Sequence[Token], index: int) -> bool:
    """'had not met since March 2016': the month is that of the last meeting."""
    near = [word.key for word in words[max(0, index - _NEAR) : index]]
    return "not" in near and bool(_HAVING & set(near)) and [w.key for w in words[index + 1 : index + 2]] == ["since"]


def told_twice(words: Sequence[Token], before: Trigger, index: int) -> bool:
    """'had not met since 2016, when it gathered in Lima': the second verb tells of the same meeting."""
    between = [word.key for word in words[before.last : index]]
    return before.again and between[-2:] == ["when", "it"]


def _subject(words: Sequence[Token], index: int) -> int:
    """Where the subject of the verb ends: before 'had last', 'has not'."""
    i = index - 1
    while i >= 0 and (words[i].key in _LAST | _HAVING or words[i].key in {"not", "also", "never"}):
        i -= 1
    return i


def _counted(words: Sequence[Token], index: int) -> bool:
    """'it sat for the seventh time'."""
    ahead = [word.key for word in words[index + 1 : index + 1 + _TIME]]
    return ahead[:2] == ["for", "the"] and ahead[-1:] == ["time"]
