"""Whom a text calls Mr or Ms: what 'he' and 'she' can mean. Nothing is guessed from a given name."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.marks import Marked

_TITLES = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "sultan", "emir", "baron", "sheikh", "chairman"), "m"),
    **dict.fromkeys(("spokesman", "statesman", "councilman", "congressman"), "m"),
    **dict.fromkeys(("ms", "mrs", "miss", "madam", "madame", "lady", "dame", "queen", "princess", "baroness"), "f"),
    **dict.fromkeys(("chairwoman", "spokeswoman", "stateswoman", "congresswoman", "sheikha"), "f"),
}


def genders(marked: Sequence[Marked]) -> dict[int, str]:
    """For each person with such a title anywhere in the document 'm' or 'f'; who has both is left out."""
    found: dict[int, set[str]] = {}
    for sentence in marked:
        words = sentence.sentence.tokens
        for mark in sentence.people:
            before = mark.first - 1
            if before > 0 and words[before].text == ".":
                before -= 1
            inside = range(max(before, 0), mark.last)
            told = next((_TITLES[words[i].key] for i in inside if words[i].key in _TITLES and words[i].capital), None)
            if told is None and before >= 0 and words[before].key in _TITLES:
                told = _TITLES[words[before].key]
            if told is not None:
                found.setdefault(mark.person, set()).add(told)
    return {person: next(iter(told)) for person, told in found.items() if len(told) == 1}
