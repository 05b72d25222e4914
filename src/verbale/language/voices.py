"""For which country somebody speaks: 'A said Chile stood ready', 'B replied that Norway would not give way'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.marks import Marked, PartyForm
from verbale.language.tokens import APOSTROPHE_S, QUOTES, Token
from verbale.language.verbs import verb

TELLING = frozenset(
    "say tell stress affirm respond reply declare reiterate underline underscore announce assure confirm pledge state "
    "insist emphasize reaffirm repeat explain inform add vow maintain answer".split()
)
_NAMES = frozenset({PartyForm.NAME, PartyForm.METONYM, PartyForm.INSTITUTION})
_BEING = frozenset({"is", "was", "are", "were"})
_BE = frozenset({"stand", "remain", "stay"})
# What somebody says of their own country alone: how it is disposed, and what it is about to go on doing.
_DISPOSED = frozenset("ready willing prepared committed keen determined resolved open interested eager grateful "
                      "opposed concerned".split())  # fmt: skip
_OWN = frozenset(
    "want seek attach support back value intend plan regard oppose favor consider stand wish hope respect appreciate "
    "reject prefer expect".split()
)
_STANCES = frozenset("position stance view policy aim goal interest interests intention patience doors".split())
_MODALS = frozenset({"will", "would"})
_DEEDS = frozenset(
    "continue support keep help work consider contribute stand do remain go not never always maintain spare abide "
    "respect honor allow accept hand send spend give provide lend build uphold".split()
)
_ADVERBS = frozenset("also always still fully highly firmly both deeply never not strongly already".split())
_REACH = 9  # tokens between the verb of telling and the country: 'told her host on Friday that'
_LISTENERS = frozenset("reporters journalists parliament lawmakers mps him her them afp reuters".split())


def spoken_for(marked: Marked, index: int) -> str | None:
    """The country for which whoever is the subject of the verb of telling at `index` speaks, or None."""
    words = marked.sentence.tokens
    for mark in marked.parties:
        first = mark.first - (words[mark.first - 1].key == "the")
        if mark.form in _NAMES and index < first <= index + _REACH and _opens_report(words, index, first):
            return mark.code if _is_own_stance(words, mark.last) else None
    return None


def spoken_before(marked: Marked, index: int) -> str | None:
    """The country for which somebody spoke who is named behind it: 'Chile stands ready to help, said A'; `index` is
    where the comma or quotation mark stands."""
    words = marked.sentence.tokens
    if index < 1 or (words[index].text != "," and words[index].text not in QUOTES):
        return None
    for mark in marked.parties:
        opens = all(not word.text.isalnum() or word.key == "the" for word in words[: mark.first])
        if mark.form in _NAMES and opens:
            return mark.code if _is_own_stance(words, mark.last) else None
    return None


def _opens_report(words: Sequence[Token], index: int, first: int) -> bool:
    """Whether what is told begins at `first`: behind 'that', or right behind the verb or who was told."""
    if words[first - 1].key == "that":
        return not any(verb(word.key) and not word.capital for word in words[index + 1 : first - 1])
    return first - 1 == index or (first - 2 == index and words[first - 1].key in _LISTENERS)


def _is_own_stance(words: Sequence[Token], index: int) -> bool:
    """Whether what follows a country says what only its own people say of it: 'stands ready', 'would not accept'."""
    if index >= len(words):
        return False
    if words[index].text in APOSTROPHE_S:
        return any(word.key in _STANCES for word in words[index + 1 : index + 4])
    while index + 1 < len(words) and words[index].key in _ADVERBS:
        index += 1
    if words[index].key in _MODALS:
        return any(word.key in _DEEDS for word in words[index + 1 : index + 3])
    denied = [word.key for word in words[index : index + 2]] in (["does", "not"], ["do", "not"], ["did", "not"])
    if denied and index + 2 < len(words):
        return words[index + 2].key in _OWN
    known = verb(words[index].key)
    if words[index].key in _BEING or (known is not None and known.lemma in _BE):
        return any(word.key in _DISPOSED for word in words[index + 1 : index + 3])
    return known is not None and known.lemma in _OWN and known.lemma != words[index].key
