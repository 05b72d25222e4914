"""Whose promise an act is about, and for whom it is.

Who commits himself, offers, plans or hands over owns the promise; of a request and of thanks it is the other side.
Where both undertake something, or one asks both, both own it. What is only reported may be about anybody's promise.
"""

from __future__ import annotations

import re
from functools import cache

from verbale.model.commitments import Owner
from verbale.model.spelling import comparable
from verbale.model.vocabulary import load
from verbale.threads.promise_words import says
from verbale.threads.said import Said

CORE = ("commit", "agree", "offer", "request", "plan")  # acts that look forward
AFTER = ("report", "appreciate", "deliver", "sign", "object")  # acts that a promise is followed up by
# Words that name whose affair it is, and ask nothing of both.
_BETWEEN = re.compile(r"\b(?:between|of|for|by) (?:the |our |their )?(?:both|two) \w+", re.IGNORECASE)
_OWN = ("commit", "agree", "offer", "plan", "deliver", "sign", "affirm")

# What is asked for is a deed ('that', 'to', 'would') or somebody's; what is not asked for is said so.
_ASKS = re.compile(
    r"^(?!.*\b(?:not|never|no longer) (?:\w+ )?(?:propos|ask|seek|request|call|want|expect))"
    r".*\b(?:that|to|would|should|must|be|is|will|the two|both|more|continued|for|\w+['’]s?)\b",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_ADDRESSED = re.compile(
    r"\b(?:urg|call|ask|encourag|press|request|demand)\w*(?: (?:on|upon|for))?(?: the)? (\w+)(?: (\w+))?"
)


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


def of_others(said: Said) -> bool:
    """Whether a request or an objection is about others than the parties: both make it, or a third state is asked.

    Where no word of asking stands with what somebody should do, nobody is asked for anything.
    """
    if len(said.fact.entry.actors) > 1:
        return True
    if said.type == "request" and (not says(said.words, "asking") or not _ASKS.search(said.words)):
        return True
    named = _first_state(said.words)
    return said.type == "request" and named is not None and named not in said.relationship


def beneficiary(owned: Owner, relationship: tuple[str, ...]) -> Owner:
    """For whom a promise is: the rest of the relationship, and all of it where all own the promise."""
    return tuple(party for party in relationship if party not in owned) or relationship


def fits(core: Owner | None, later: Owner | None) -> bool:
    """Whether what was said later may be about a promise of this owner.

    >>> fits(("US",), None), fits(("US", "VN"), ("VN",)), fits(("US",), ("VN",))
    (True, True, False)
    """
    return core is None or later is None or set(later) <= set(core)


def _first_state(words: str) -> str | None:
    """The state that is named right behind a word of asking."""
    found = _ADDRESSED.search(comparable(words))
    return _states().get(found[1]) or _states().get(f"{found[1]} {found[2]}") if found else None


@cache
def _states() -> dict[str, str]:
    return {comparable(name): code for code, state in load("countries")["states"].items()
            for name in (state["name"], *state.get("also", ()))}  # fmt: skip


def _others(said: Said) -> Owner:
    return tuple(party for party in said.relationship if party not in said.fact.entry.actors)
