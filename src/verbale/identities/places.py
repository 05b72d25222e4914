"""Whether two names are of one place: spellings and buildings aside, as far as the list of cities knows."""

from __future__ import annotations

from functools import cache

from verbale.model.folding import fold
from verbale.model.merged import FieldStatus
from verbale.model.states import names_of
from verbale.model.vocabulary import load


def same_place(a: str, b: str) -> FieldStatus:
    """'agreed' for two spellings, 'conflict' for two cities, 'differs' where one may lie in the other.

    >>> same_place("Ha Noi", "Hanoi"), same_place("Washington, D.C.", "Washington"), same_place("Hanoi", "Seoul")
    ('agreed', 'agreed', 'conflict')
    >>> same_place("the Pentagon", "Washington")
    'differs'
    """
    first, second = city(a), city(b)
    if first is not None and second is not None:
        return "agreed" if first == second else "conflict"
    return "agreed" if _letters(a) == _letters(b) else "differs"


def city(name: str) -> str | None:
    """The one spelling of a city that we know; None for any other place."""
    return _cities().get(_letters(name)) or _cities().get(_letters(name.split(",")[0]))


def _letters(name: str) -> str:
    return "".join(letter for letter in fold(name).removeprefix("the ") if letter.isalnum())


@cache
def _cities() -> dict[str, str]:
    found: dict[str, str] = {}
    for places in load("cities")["cities"].values():
        for entry in places:
            spellings = [one.strip() for one in entry.split("/")]
            found.update((_letters(one), spellings[0]) for one in spellings)
    for state in load("countries")["states"].values():
        spellings = list(names_of(state, "capital"))
        found.update((_letters(one), spellings[0]) for one in spellings)
    return found
