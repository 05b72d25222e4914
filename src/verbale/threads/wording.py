"""What a sentence is about, as words and names that can be compared with those of another sentence.

Pure functions over text. Small words, words of every readout and the parties' own names tell nothing of a matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from verbale.model.folding import fold
from verbale.model.spelling import key
from verbale.model.states import names_of
from verbale.model.vocabulary import load

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
# Each ending with the letters that must be left before it: 'mission' is no form of 'missing'.
_ENDINGS = {"ations": 4, "ation": 4, "ments": 4, "ment": 4, "ings": 3, "ing": 3, "ies": 4, "ions": 5, "ion": 5,
            "ed": 3, "es": 3, "s": 3, "e": 3, "y": 4}  # fmt: skip


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its commonest endings, so that 'repatriated' and 'repatriation' are one.

    >>> stem("repatriated") == stem("repatriation"), stem("remains"), stem("clear") == stem("clearing")
    (True, 'remain', True)
    """
    plain = _POSSESSIVE.sub("", key(word))
    for ending, left in _ENDINGS.items():
        if plain.endswith(ending) and len(plain) - len(ending) >= left:
            plain = plain[: -len(ending)]
            break
    return plain[:-2] if plain.endswith("at") and len(plain) > 6 else plain


@lru_cache(maxsize=16384)
def content(text: str) -> frozenset[str]:
    """The stems of the words that say what a text is about; numbers are left out.

    >>> sorted(content("More than 600,000 Vietnamese now live in Japan"))
    ['japan', 'liv', 'now', 'vietnames']
    """
    found = (word for word in _WORD.findall(text) if not word[0].isdigit())
    return frozenset(stem(word) for word in found if stem(word) not in _empty() and len(word) > 1)


@lru_cache(maxsize=16384)
def telling(text: str) -> frozenset[str]:
    """The stems of the words that say something of a matter: those of `content` without the names of parties.

    >>> sorted(telling("The United States and Singapore will harness technology"))
    ['harnes', 'technolog']
    """
    return frozenset(stem(word) for word in _WORD.findall(text) if not word[0].isdigit() and is_telling(word))


@lru_cache(maxsize=16384)
def names(text: str, left_out: frozenset[str] = frozenset()) -> frozenset[str]:
    """Names of places and programmes in a text, folded: runs of capitalised words, without those left out.

    >>> sorted(names("Giang praised the clean-up at Bien Hoa Air Base", frozenset({"giang"})))
    ['bien hoa']
    """
    found: set[str] = set()
    run: list[str] = []
    for piece in re.split(r"\s+", text):
        bare = _POSSESSIVE.sub("", piece.strip("“”\"'‘’.,;:()[]–—-"))
        if (bare[:1].isupper() and "$" not in bare) or (run and bare[:1].isdigit()):
            run.append(fold(bare))
        else:
            found.add(_telling(run, left_out))
            run = []
        if piece and piece[-1] in ',;:.)”"':
            found.add(_telling(run, left_out))
            run = []
    found.add(_telling(run, left_out))
    return frozenset(found - {""})


def same_name(a: Collection[str], b: Collection[str]) -> str | None:
    """A name that stands in both, whole or as the beginning of a longer one; None where there is none.

    >>> same_name({"bien hoa"}, {"bien hoa airbase"}), same_name({"cai mep"}, {"cam ranh"})
    ('bien hoa', None)
    """
    for one in sorted(a, key=lambda name: (-len(name), name)):
        for other in sorted(b):
            if f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} "):
                return min(one, other, key=len)
    return None


def is_telling(word: str) -> bool:
    """Whether a word says something of a matter: no small word, no party's name."""
    return bool(content(word)) and fold(_POSSESSIVE.sub("", word)) not in _party_words()


def in_common(a: Collection[str], b: Collection[str]) -> float:
    """The share of words in common (Dice), 0 to 1."""
    both = len(set(a) & set(b))
    return 2 * both / (len(a) + len(b)) if both else 0.0


@cache
def in_any_account() -> frozenset[str]:
    """Words, in comparable form, that any two accounts of a meeting have in common."""
    return frozenset(load("matter-words")["in_any_account"].split())


def _telling(run: list[str], left_out: frozenset[str]) -> str:
    """A run of words without what tells nothing at its ends; empty where nothing is left."""
    words = [word for word in run if word]
    useless = _common_names() | left_out
    while words and (words[0] in useless or len(words[0]) < 2):
        words.pop(0)
    for place, word in enumerate(words):
        if word in useless:
            words = words[:place]
            break
    kept = " ".join(words)
    return kept if len(kept) > 2 and not kept.isdigit() else ""


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(stem, load("matter-words")["empty"].split()))


@cache
def _common_names() -> frozenset[str]:
    return frozenset(load("matter-words")["common_names"].split()) | _party_words()


@cache
def _party_words() -> frozenset[str]:
    """Every word that names a state or its people, alone or in a name of several words."""
    found: set[str] = set()
    for code, state in load("countries")["states"].items():
        found.add(fold(code))
        for given in names_of(state, "name", "also", "short", "adjective", "people", "capital"):
            found.update(fold(word).strip(".,") for word in given.split())
            found.update(f"{fold(word)}s" for word in given.split())
    return frozenset(found | {"us", "u.s", "u.s.", "usa", "uk"})
