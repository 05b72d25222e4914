"""Whose promise an act is about, and for whom it is.

Who commits himself, offers, plans or hands over owns the promise; of a request and of thanks it is the other side.
Where both undertake something, or one asks both, both own it. What is only reported may be about anybody's promise.
"""

from __future__ import annotations

import re

from verbale.threads.promise_words import says
from verbale.threads.said import Said

CORE = ("commit", "agree", "offer", "request", "plan")  # acts that look forward
AFTER = ("report", "appreciate", "deliver", "sign", "object")  # acts that a promise is followed up by
# Words that name whose affair it is, and ask nothing of both.
_BETWEEN = re.compile(r"\b(?:between|of|for|by) (?:the |our |their )?(?:both|two) \w+", re.IGNORECASE)
_OWN = ("commit", "agree", "offer", "plan", "deliver", "sign")

Owner = tuple[str, ...]


def owner(said: Said) -> Owner | None:
    """The parties whose promise the act is about; None where its words leave it open."""
    actors = said.fact.entry.actors
    if said.type in _OWN:
        return tuple(sorted(actors)) or None
    if said.type == "request":
        if says(_BETWEEN.sub("", said.words), "both"):
            return said.relationship if len(said.relationship) == 2 else None
        return _others(said) or None
    if said.type in ("appreciate", "object") and len(actors) == 1:
        return _others(said) or None
    return None


def beneficiary(owned: Owner, relationship: tuple[str, ...]) -> Owner:
    """For whom a promise is: the rest of the relationship, and all of it where all own the promise."""
    return tuple(party for party in relationship if party not in owned) or relationship


def fits(core: Owner | None, later: Owner | None) -> bool:
    """Whether what was said later may be about a promise of this owner.

    >>> fits(("US",), None), fits(("US", "VN"), ("VN",)), fits(("US",), ("VN",))
    (True, True, False)
    """
    return core is None or later is None or set(later) <= set(core)


def _others(said: Said) -> Owner:
    return tuple(party for party in said.relationship if party not in said.fact.entry.actors)
