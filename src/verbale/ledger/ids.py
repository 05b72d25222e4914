"""Ids say what they identify: a letter for the kind and 16 hexadecimal digits of a hash of the content.

They depend neither on the order of reading nor on folders, time or the version of the reader, so that the same
thing read twice is the same row. Rule names and field spans are left out: they explain a fact, they are not it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from verbale.identities.person_names import is_short
from verbale.model.folding import fold
from verbale.model.reading import Entry
from verbale.model.spelling import name_key

PREFIXES = {
    "document": "d", "engagement": "e", "instrument": "i", "act": "a", "figure": "f", "person": "p", "mechanism": "m",
    "post": "o", "decision": "j", "thread": "t",
}  # fmt: skip
_DIGITS = 16
_ID = re.compile(r"[deiafpmojt][0-9a-f]{0,16}$")
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_KINDS = {letter: kind for kind, letter in PREFIXES.items()}


def document_id(text_hash: str) -> str:
    """The id of the document with this hash of its text."""
    return PREFIXES["document"] + text_hash[:_DIGITS]


def fact_id(layer: str, document_hash: str, entry: Entry) -> str:
    """The id of an entry: what it says, where it stands, and in which document."""
    evidence = [[e.start, e.end] for e in entry.evidence]
    return _hashed(layer, [document_hash, entry.fields(), evidence])


@lru_cache(maxsize=4096)
def person_id(name: str, party: str | None, held: str | None = None, year: str | None = None) -> str:
    """The id of a person as documents name them: name and party, case and diacritics aside.

    A single word ('Biden') may be anybody's name: there the office and the year of the mention are part of the id.
    """
    return _hashed("person", [fold(name), party, *((held, year) if is_short(name) else ())])


@lru_cache(maxsize=4096)
def mechanism_id(name: str, parties: tuple[str, ...]) -> str:
    """The id of a mechanism as documents name it: its name, spelling aside, and the parties."""
    return _hashed("mechanism", [name_key(name), list(parties)])


@lru_cache(maxsize=4096)
def post_id(post: str, party: str | None) -> str:
    """The id of a post as documents name it: its words, case and diacritics aside, and the party."""
    return _hashed("post", [fold(post), party])


def decision_id(content: Mapping[str, Any]) -> str:
    """The id of a decision: all that it says."""
    return _hashed("decision", content)


def state_of(value: Any) -> str:
    """A token for the state of something: another state gives another token."""
    return hashlib.sha256(to_json(value).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def thread_id(act: str) -> str:
    """The id of the thread that begins with this act.

    >>> thread_id("a0123456789abcdef"), first_act("t0123")
    ('t0123456789abcdef', 'a0123')
    """
    return PREFIXES["thread"] + act[1:]


def first_act(thread: str) -> str:
    """The id of the act that a thread, or the beginning of its id, is named by."""
    return PREFIXES["act"] + thread[1:]


def kind_of(identifier: str) -> str | None:
    """The kind that an id, or its beginning, is of; None where it is no id.

    >>> kind_of("e01ab"), kind_of("hello")
    ('engagement', None)
    """
    return _KINDS[identifier[0]] if _ID.match(identifier) else None


def to_json(value: Any) -> str:
    """Canonical JSON: one form for one value."""
    return _ENCODER.encode(value)


def _hashed(kind: str, value: Any) -> str:
    data = to_json([kind, value]).encode("utf-8", "surrogatepass")
    return PREFIXES[kind] + hashlib.sha256(data).hexdigest()[:_DIGITS]
