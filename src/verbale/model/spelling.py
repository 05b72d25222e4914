"""One key for the many spellings of a word: case, diacritics, British and American, hyphened prefixes."""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.model.folding import fold, fold_text

_AMERICAN = {
    "defence": "defense", "defences": "defenses", "offence": "offense", "licence": "license", "centre": "center",
    "centres": "centers", "theatre": "theater", "metre": "meter", "metres": "meters", "kilometre": "kilometer",
    "kilometres": "kilometers", "litre": "liter", "fibre": "fiber", "programme": "program", "programmes": "programs",
    "labour": "labor", "neighbour": "neighbor", "neighbours": "neighbors", "neighbouring": "neighboring",
    "neighbourhood": "neighborhood", "favour": "favor", "favoured": "favored", "favourable": "favorable",
    "honour": "honor", "honoured": "honored", "behaviour": "behavior", "endeavour": "endeavor", "harbour": "harbor",
    "endeavours": "endeavors", "armoured": "armored", "judgement": "judgment", "cheque": "check", "grey": "gray",
    "analyse": "analyze", "analysed": "analyzed", "catalyse": "catalyze", "travelled": "traveled", "colour": "color",
    "travelling": "traveling", "signalled": "signaled", "channelled": "channeled", "cancelled": "canceled",
    "fulfil": "fulfill", "fulfils": "fulfills", "fulfilment": "fulfillment", "enrol": "enroll", "rumour": "rumor",
    "ageing": "aging", "aluminium": "aluminum", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
    "organise": "organize", "sceptical": "skeptical", "tonne": "ton", "tonnes": "tons",
    "artefact": "artifact", "artefacts": "artifacts",
}  # fmt: skip

# Words whose -ise is no suffix; every other -ise, -ising, -isation turns into -ize.
_ISE = frozenset(
    "advise exercise promise raise enterprise rise arise precise expertise revise supervise surprise wise otherwise "
    "likewise noise praise franchise merchandise compromise comprise disguise paradise televise despise devise "
    "improvise concise premise demise cruise excise treatise poise turquoise valise tortoise devise".split()
)
_ISE_SUFFIX = re.compile(r"^(.{2,}?)is(e|ed|es|er|ers|ing|ation|ations|ational)$")
_WORD = re.compile(r"\w+")
_NAME_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SMALL = frozenset(("and", "the", "of", "on", "a", "an", "for"))
_HYPHENED = re.compile(r"^(co|re)-(?=[a-z])")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The key under which a word is looked up.

    >>> key("Défence"), key("organisations"), key("co-operation"), key("U.S."), key("exercise")
    ('defense', 'organizations', 'cooperation', 'u.s.', 'exercise')
    """
    folded = fold(word)
    if "-" in folded:
        folded = _HYPHENED.sub(r"\1", folded)
    if folded in _AMERICAN:
        return _AMERICAN[folded]
    if "." in folded and folded[:1].isalpha() and len(folded) <= 8:
        return folded if folded.endswith(".") else folded + "."
    match = _ISE_SUFFIX.match(folded)
    if match and match[1] + "ise" not in _ISE:
        return f"{match[1]}iz{match[2]}"
    return folded


def comparable(text: str) -> str:
    """The words of a text for finding it: folded, each under its key, one space between them.

    >>> comparable("Đà Nẵng Defence-Policy Programme")
    'da nang defense policy program'
    """
    return " ".join(map(key, _WORD.findall(fold_text(text))))


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """The name without its spelling: case, diacritics, commas, hyphens, small words, British and American forms.

    >>> name_key("Political, Security, and Defense Dialogue") == name_key("Political-Security-Defence dialogue")
    True
    """
    found = (part for word in _NAME_WORD.findall(name) for part in key(word).split("-"))
    return " ".join(word for word in map(key, found) if word not in _SMALL)


def is_storable(text: str) -> bool:
    """Whether every database can hold the text: no zero character, no half of a surrogate pair."""
    return not any(c == "\0" or "\ud800" <= c < "\ue000" for c in text)
