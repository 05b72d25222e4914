"""States and bodies: from what a person types to a code, and from a code to a name."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from verbale.errors import UsageError
from verbale.model.folding import fold
from verbale.model.states import names_of
from verbale.model.vocabulary import load


def party_name(code: str) -> str:
    """The English name of a state's code; a body goes by its short name already.

    >>> party_name("VN"), party_name("ASEAN")
    ('Vietnam', 'ASEAN')
    """
    state = load("countries")["states"].get(code)
    return str(state["name"]) if state else code


def party_code(words: str) -> str:
    """The code of the party that the words name: a code, a name or a known abbreviation, in any case.

    >>> party_code("vn"), party_code("Viet Nam"), party_code("asean")
    ('VN', 'VN', 'ASEAN')

    Raises UsageError for words that name no party we know.
    """
    known = _codes()
    asked = fold(" ".join(words.split())).removeprefix("the ")
    if asked in known:
        return known[asked]
    if not asked:
        raise UsageError("A party has no name.", "Give a code (VN) or a name (Vietnam).")
    if words.isupper() and len(words) > 2:
        return words  # a body by its short name: documents name more of them than our table holds
    near = get_close_matches(asked, known, n=1, cutoff=0.7)
    hint = (
        f"Did you mean {party_name(known[near[0]])} ({known[near[0]]})?" if near else "Give its ISO code, such as VN."
    )
    raise UsageError(f"'{words}' is not a party that Verbale knows.", hint)


@cache
def _codes() -> Mapping[str, str]:
    """Every folded name with its code. States go before bodies, codes before names."""
    tables = (load("countries")["states"], load("bodies"))
    codes: dict[str, str] = {}
    for table in tables:
        for code in table:
            codes.setdefault(fold(code), code)
    for table in tables:
        for code, entry in table.items():
            for name in names_of(entry, "name", "official", "also", "short"):
                codes.setdefault(fold(name), code)
    return codes
