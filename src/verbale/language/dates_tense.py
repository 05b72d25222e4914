"""Which way the clause around a date looks: back (-1), ahead (1), rather ahead (2), or it does not show (0)."""

from __future__ import annotations

from bisect import bisect_left

from verbale.language.dates_calendar import calendar
from verbale.language.numbers import Words, key_at

_REACH = 30  # words on either side: a cue farther away belongs to another clause
_OPENING = 3  # words before a date that opens its sentence
_GOVERNS = 4  # words within which a participle is taken to govern the date
_STOP, _PAUSE = 8, 9
AHEAD, LEANING, BACK = 1, 2, -1
_SIGNS = {";": _STOP, ":": _STOP, ",": _PAUSE, "and": _PAUSE}


class Tenses:
    """The cues of one sentence, found once for all its dates.

    >>> from verbale.language.tokens import tokens
    >>> Tenses(tokens("The round will be held in Rome in May")).direction(8, 9)
    1
    """

    def __init__(self, words: Words) -> None:
        found = [(index, cue) for index, token in enumerate(words) if (cue := _cue(words, index, token.key))]
        self._places = [index for index, _ in found]
        self._cues = [cue for _, cue in found]
        self._words = words

    def direction(self, first: int, last: int) -> int:
        """The nearest cue before the date at `first`, else the first one from `last` on."""
        loose = 0
        for number in range(bisect_left(self._places, first) - 1, -1, -1):
            index, cue = self._places[number], self._cues[number]
            if first - index > _REACH or cue == _STOP or (loose and cue == _PAUSE):
                break
            if cue == _PAUSE or (loose and cue < 0):
                continue
            if cue < 0 and first - index > _GOVERNS and self._words[index].key.endswith("ed"):
                loose = cue  # 'is due to meet people involved in the talks on Tuesday': a participle far from the date
                continue
            return cue
        return loose or self._following(first, last)

    def _following(self, first: int, last: int) -> int:
        """The first cue after the date; where the date does not open the sentence, 'will' may be of another clause."""
        for number in range(bisect_left(self._places, last), len(self._places)):
            if self._places[number] - last >= _REACH:
                break
            cue = self._cues[number]
            if cue in (AHEAD, LEANING, BACK):
                return LEANING if cue == AHEAD and first > _OPENING else cue
        return 0


def _cue(words: Words, index: int, key: str) -> int:
    tables = calendar().lists
    if key == "last" and key_at(words, index - 1) == "the" and key_at(words, index + 2) == "of":
        return 0  # 'the last week of September'
    if key in tables["future_cues"] or key == "be":
        return AHEAD
    if key in tables["past_cues"] or (key.endswith("ed") and len(key) > 4 and not words[index].capital):
        if key_at(words, index - 1) == "be":
            return AHEAD
        return LEANING if key in tables["undertakings"] and key_at(words, index + 1) in ("to", "on") else BACK
    if key == "to":
        return AHEAD if key_at(words, index - 1) in ("is", "are") else 0
    return _SIGNS.get(key, 0)
