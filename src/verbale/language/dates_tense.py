"""Which way the clause around a date looks: back (-1), ahead (1), or it does not show (0)."""

from __future__ import annotations

from verbale.language.dates_calendar import Words, at, calendar

_REACH = 30  # words on either side: a cue farther away belongs to another clause
_GOVERNS = 4  # words within which a participle is taken to govern the date


def direction(words: Words, first: int, last: int) -> int:
    """The nearest cue before the date, else the first one after it.

    >>> from verbale.language.tokens import tokens
    >>> direction(tokens("The round will be held in Rome in May"), 8, 9)
    1
    """
    loose = 0
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        key = words[index].key
        if key in (";", ":") or (loose and key in (",", "and")):
            break
        cue = _cue(words, index)
        if cue is None or (loose and cue < 0):
            continue
        if cue < 0 and first - index > _GOVERNS and key.endswith("ed"):
            loose = cue  # 'is due to meet officials involved in the talks on Tuesday': a participle far from the date
            continue
        return cue
    if loose:
        return loose
    for index in range(last, min(len(words), last + _REACH)):
        cue = _cue(words, index)
        if cue is not None:
            return cue
    return 0


def _cue(words: Words, index: int) -> int | None:
    key, tables = words[index].key, calendar().lists
    if key in tables["future_cues"]:
        return 1
    if key == "be":
        return 1
    if key == "to" and index + 1 < len(words) and at(words, index - 1) in ("is", "are"):
        return 1
    past = key in tables["past_cues"] or (key.endswith("ed") and len(key) > 4 and not words[index].capital)
    if past:
        return 1 if at(words, index - 1) == "be" else -1
    return None
