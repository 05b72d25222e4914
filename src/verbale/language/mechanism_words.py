"""The vocabulary of standing series (`mechanisms.yaml`), ready to be asked by token key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from verbale.language.phrases import PhraseTable
from verbale.language.tokens import Token, tokens
from verbale.model.vocabulary import load

_BETWEEN_STATES = frozenset({"joint", "mixed", "intergovernmental", "bilateral"})


class MechanismWords(NamedTuple):
    """Tables over token keys; heads give a weight and the kind of event."""

    heads: dict[str, tuple[str, str]]
    joint: frozenset[str]
    naming: frozenset[str]
    modifiers: frozenset[str]
    stops: frozenset[str]
    sessions: frozenset[str]
    bodies: PhraseTable[bool]
    names: PhraseTable[tuple[str, str]]
    numbered: dict[str, tuple[str, str]]
    groups: PhraseTable[tuple[str, ...]]


def _keys(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(token.key for text in texts for token in tokens(text))


@cache
def mechanism_words() -> MechanismWords:
    """The tables, built once."""
    table: dict[str, Any] = load("mechanisms")
    forms = [(form, (entry["name"], entry["event"])) for entry in table["names"] for form in entry["forms"]]
    naming = _keys(table["naming"]) | _keys(table["joint"])
    return MechanismWords(
        heads={head: (entry["weight"], entry["event"]) for head, entry in table["heads"].items()},
        joint=_keys(table["joint"]),
        naming=naming,
        modifiers=naming | _keys(table["filling"]),
        stops=_keys(table["stops"]),
        sessions=_keys(table["sessions"]),
        bodies=PhraseTable((body, True) for body in table["bodies"]),
        names=PhraseTable(forms, exact_case={form for form, _ in forms if not form.islower()}),
        groups=PhraseTable((name, tuple(codes)) for name, codes in table["groups"].items()),
        numbered={prefix: (entry["name"], entry["event"]) for prefix, entry in table["numbered"].items()},
    )


def is_body(words: Sequence[Token], index: int) -> bool:
    """Whether the head at `index` ends the name of a standing body ('Security Council') rather than of a series."""
    for start in range(max(0, index - 4), index + 1):
        hit = mechanism_words().bodies.at(words, start)
        if hit and hit.last > index and not (start > 0 and words[start - 1].key in _BETWEEN_STATES):
            return True
    return False


def abbreviation(word: Token) -> bool:
    """Whether a word in brackets can be the short form of a name: 'DPD', 'NCG', '2+2', 'iCET'."""
    return 2 <= len(word.text) <= 10 and sum(c.isupper() or c.isdigit() for c in word.text) * 2 >= len(word.text)
