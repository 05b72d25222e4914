"""Who speaks in a document: one of the parties, several of them together, or somebody else.

It follows from the outlet, the title and the address under which the document was read, never from what it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from verbale.model.folding import fold
from verbale.model.records import DocumentRecord
from verbale.model.spelling import comparable
from verbale.model.states import names_of
from verbale.model.vocabulary import load

JOINT, THIRD, UNKNOWN = "joint", "third", "unknown"


def standing(document: DocumentRecord, parties: Sequence[str]) -> str:
    """The code of the party whose own account this is, 'joint', 'third', or 'unknown' where nobody is named.

    The code of a state stands for its government's own account; news agencies and newspapers are third parties.
    """
    if _is_joint(document.title or ""):
        return JOINT
    party = issuer(document.outlet or "") or next(filter(None, (_host(one.name) for one in document.sources)), None)
    if party is not None:
        return party if party in parties or not parties else THIRD
    return THIRD if document.outlet else UNKNOWN


@lru_cache(maxsize=4096)
def issuer(outlet: str) -> str | None:
    """The state whose government issues under this name.

    >>> issuer("The White House"), issuer("Ministry of Foreign Affairs of Japan"), issuer("The Japan Times")
    ('US', 'JP', None)
    >>> issuer("Australian Prime Minister"), issuer("Ministry of Foreign Affairs")
    ('AU', None)
    """
    words = f" {comparable(outlet)} "
    for house, party in load("outlets")["houses"].items():
        if f" {comparable(house)} " in words:
            return str(party)
    if not any(f" {comparable(office)} " in words for office in load("outlets")["offices"]):
        return None
    named = {party for name, party in _state_names().items() if f" {name} " in words}
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=4096)
def _host(address: str) -> str | None:
    """The state whose government an address belongs to: 'https://www.mofa.go.jp/…'."""
    found = re.match(r"https?://([^/:]+)", address)
    if found is None:
        return None
    labels = found[1].lower().split(".")
    if labels[-1] in ("gov", "mil"):
        return "US"
    official = {"gov", "go", "gob", "gouv", "gc", "mil", "govt"}
    if len(labels) > 2 and labels[-2] in official and len(labels[-1]) == 2:
        code = labels[-1].upper()
        return "GB" if code == "UK" else code
    return None


def _is_joint(title: str) -> bool:
    return bool(re.search(r"\bjoint (?:\w+ ){0,3}(?:statement|communique|declaration|readout|press release|fact sheet|"
                          r"vision|message)\b", fold(title)))  # fmt: skip


@cache
def _state_names() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, state in load("countries")["states"].items():
        for name in names_of(state, "name", "official", "also", "short", "adjective"):
            found.setdefault(comparable(name), code)
    return found
