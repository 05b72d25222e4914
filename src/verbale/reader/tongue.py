"""Which language a text is in, by its smallest words and its script; None where it is too short to tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from verbale.model.vocabulary import load

_SAMPLE = 6000  # characters; the rest of a document is in the same language
_LEAST_WORDS = 12
_LEAST_SHARE = 0.12
_WORDS = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
)
_ANY_SCRIPT = re.compile("[" + "".join(script.pattern.strip("[]") for _, script in _SCRIPTS) + "]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, 'und' for one that we do not know, None for too short a text.

    >>> language_of("The two ministers met in Lima on Monday and agreed on the text of the treaty between them.")
    'en'
    """
    sample = text[:_SAMPLE]
    if _ANY_SCRIPT.search(sample) and (code := _by_script(sample)) is not None:
        return code
    words = _WORDS.findall(sample)
    if len(words) < _LEAST_WORDS:
        return None
    counts: dict[str, int] = {}
    for word, count in Counter(words).items():
        counts[word.lower()] = counts.get(word.lower(), 0) + count
    shares = {code: sum(counts.get(word, 0) for word in small) / len(words) for code, small in _tables().items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _LEAST_SHARE else "und"


def _by_script(sample: str) -> str | None:
    """The language whose script most of the letters are in; Japanese needs few of its own letters beside Chinese."""
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > (0.1 if code == "ja" else 0.4) * letters:
            return code
    return None


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load("function-words").items()}
