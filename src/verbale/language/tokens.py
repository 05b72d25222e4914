"""Tokens: the one layer of words that every grammar reads.

A token keeps its place in the text, its exact words, and the `key` under which vocabularies know it. Hyphens and
dashes are tokens of their own ('U.S.', '-', 'Vietnam'), except in 'co-' and 're-'; a possessive is split off
('Vietnam', "'s"); '2+2', 'ADMM+', '13th', '1,500' and 'D.C.' are one token each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verbale.language.spelling import key

# Signs that stand as tokens of their own.
QUOTES = frozenset({'"', "“", "”"})
APOSTROPHE_S = frozenset({"'s", "’s"})
POSSESSIVES = APOSTROPHE_S | {"'", "’"}
HYPHENS = frozenset({"-", "‐", "‑"})
HYPHENS_AND_DASHES = frozenset({"-", "–", "—", "‑"})

# The first lines only save time: white space is passed over at once, and the plain word and mark that most tokens are
# need not be tried as anything else.
_TOKEN = re.compile(
    r"""
    (?![\s*\#_])(?:
      [^\W\d_]++(?=[\s,;)\]”"])                    # a word before a space or a sign that no longer token holds
    | [.,](?=\s)
    | (?:[A-Za-z]\.){2,}                          # U.S.  D.C.  a.m.
    | [A-Z]\.[A-Z]\b                              # D.C
    | (?:https?://|www\.)[^\s<>"]+                # an address
    | [^\W_][\w.+-]{0,63}@[\w-]{1,63}\.[\w.]+     # an e-mail address; bounded, for a run of full stops is none
    | \d+(?:\+\d+)+                               # 2+2
    | (?:US|A|NZ|AU|C|HK|S|NT|CA)\$               # US$
    | (?:USD|EUR|GBP|JPY|AUD|CAD|NZD|SGD|HKD|CNY|RMB|KRW|VND|MYR|IDR|THB|PHP|INR|PKR|TWD|CHF)(?=\d)
    | (?:SEK|NOK|DKK|PLN|ZAR|NGN|KES|BRL|SAR|AED|RM|Rs|Rp|Php|Tk)(?=\d)  # RM7.53
    | (?:QAR|OMR|KWD|BHD|JOD|EGP|MXN|PGK|FJD|RUB|TRY|ILS)(?=\d)
    | [A-Z][A-Za-z]{0,2}(?=\d[\d.,]*\ ?(?:(?:[bmt]|tr)n|(?:[bm]|tr)illion)\b)  # R10 million, Sh5bn; SA5 million for $A5
    | [A-Z][A-Za-z]{0,3}(?=(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?m)\b)  # SR1,300, CFA18,500, K620m
    | (?<=\$)(?:A|US|NZ|C|S)(?=\d)                # $A5
    | \d+(?:[.,]\d+){0,4}(?:st|nd|rd|th)\b        # 13th
    | \d{1,2}:\d{2}                               # 19:29
    | \d+(?:,\d{3})+(?:\.\d+)?                    # 1,500
    | \d+(?:\.\d+)*                               # 3.5
    | (?i:co|re)-(?=[a-z])[^\W\d_]+               # co-chair
    | [^\W\d_]+(?:['’][^\W\d_]+)*?(?=['’](?:s|re|ve|ll|d|m)\b)  # Vietnam | 's, we | 're
    | ['’](?:s|re|ve|ll|d|m)\b
    | [A-Z]{2,}\+                                 # ADMM+
    | [^\W_]+(?:['’][^\W\d_]+)*                   # words, O'Brien, don't
    | \.{3}|…
    | .                                         # any other sign, but for marks of emphasis
    )
    """,
    re.VERBOSE,
)


@dataclass(slots=True, unsafe_hash=True)  # a frozen one takes three times as long to make; nothing changes a token
class Token:
    """A word, number or sign: `text == document_text[start:end]`, `key` its folded spelling, `capital` whether it
    begins with an upper-case letter."""

    text: str
    start: int
    end: int
    key: str
    capital: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """All tokens of `text[start:end]`, in order, with offsets in `text`. White space is the only thing left out.

    >>> [t.text for t in tokens("the 13th U.S.-Vietnam dialogue's minutes")]
    ['the', '13th', 'U.S.', '-', 'Vietnam', 'dialogue', "'s", 'minutes']
    """
    stop = len(text) if end is None else end
    return [
        Token(word := match.group(), match.start(), match.end(), key(word), word[0].isupper())
        for match in _TOKEN.finditer(text, start, stop)
    ]
