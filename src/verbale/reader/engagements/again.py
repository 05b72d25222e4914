"""A series called again by a short word: 'the council last met', 'its fourth session', 'the next one', 'the third'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.ordinals import WORDS, ordinal_value
from verbale.language.tokens import APOSTROPHE_S, Token
from verbale.reader.engagements.words import engagement_words, lemma_of

_AUXILIARIES = frozenset(
    "last next also will had has have first to is are was due scheduled expected set be would again itself not "
    "previously".split()
)
_SESSIONS = frozenset({"session", "meeting", "round", "edition", "sitting", "plenary"})
_BEFORE_ONE = frozenset({"next", "previous", "last", "first", "latest"})
_LOOSE = frozenset({"have", "make", "take", "pay", "come", "start", "begin", "lead"})
_HOLDING = frozenset({"hold", "host", "convene"})
_TELLING = frozenset("is was will took takes had were came".split())
_DUE = frozenset({"due", "scheduled", "planned", "expected", "held", "place"})
_REACH = 16  # tokens between a series and 'its fourth session'


def called_again(words: Sequence[Token], index: int) -> str:
    """'council' in 'the council last met', 'the group is due to meet again'; '' where people or parties meet."""
    i = index - 1
    while i > 0 and words[i].key in _AUXILIARIES:
        i -= 1
    series = i > 0 and words[i].key in engagement_words().series and words[i - 1].key in {"the", "this", "joint"}
    return words[i].key if series else ""


def own_session(words: Sequence[Token], index: int) -> str:
    """'council' in 'the council, set up in 2019, held its first session'; '' for a session of nothing named."""
    if words[index].key not in _SESSIONS:
        return ""
    i = index - 1 - (ordinal_value(words[index - 1]) is not None)
    if (
        i > 1
        and words[i].text in APOSTROPHE_S
        and words[i - 1].key in engagement_words().series
        and words[i - 2].key == "the"
    ):
        return words[i - 1].key  # 'the committee's first meeting since 2012'
    if not any(word.key == "its" for word in words[max(0, index - 3) : index]):
        return ""
    for i in range(index - 2, max(0, index - _REACH), -1):
        if words[i].key in engagement_words().series and words[i - 1].key in {"the", "this"}:
            return words[i].key
    return ""


def called_short(words: Sequence[Token], index: int) -> bool:
    """'co-chaired the Review', 'the second Review took place', not 'the Review of Books', 'told the Review'."""
    if index == 0 or (index + 1 < len(words) and (words[index + 1].key == "of" or words[index + 1].capital)):
        return False
    before = words[index - 1].key
    if ordinal_value(words[index - 1]) is not None or before in _BEFORE_ONE:
        return True
    near = (*words[max(0, index - 3) : index], *words[index + 1 : index + 4])
    return before in {"the", "this"} and any(lemma_of(word.key) in engagement_words().holding - _LOOSE for word in near)


def may_count(word: str) -> bool:
    """Whether a token key can call a round by its number alone."""
    return word in {"one", "next"} or word in WORDS or word in engagement_words().series


def counts_alone(words: Sequence[Token], index: int) -> bool:
    """'The fourth is to come up in Lima', 'the next one': a round told by its number or place in the row alone."""
    word, following = words[index], words[index + 1 : index + 2]
    if index == 0 or not following:
        return False
    if word.key == "one":
        return words[index - 1].key in _BEFORE_ONE or ordinal_value(words[index - 1]) is not None
    held = index > 1 and words[index - 1].key == "the" and lemma_of(words[index - 2].key) in _HOLDING
    if held and ordinal_value(word) is not None and following[0].key in {"in", "at", "on", "next", "later", "by"}:
        return True
    opens = words[index - 1].key == "the" and (index < 2 or words[index - 2].text in {",", ";", ".", "and", "while"})
    counted = ordinal_value(word) is not None or word.key == "next"
    return opens and counted and following[0].key in _TELLING and _takes_place(words, index + 1)


def _takes_place(words: Sequence[Token], index: int) -> bool:
    """'The fourth took place', 'was in Lima', 'is due in May', not 'is slated for handover'."""
    if words[index].key in {"took", "takes", "came"}:
        return True
    ahead = words[index + 1 : index + 7]
    return any(word.key in _DUE or lemma_of(word.key) in engagement_words().holding for word in ahead) or bool(
        ahead and ahead[0].key in {"in", "at", "on"}
    )


def numbered(words: Sequence[Token], index: int) -> bool:
    """'the next cabinet will be held in Lima', 'the fourth commission took place': a series by its last word."""
    if words[index].key not in engagement_words().series or words[index].capital or index < 2:
        return False
    counted = words[index - 1].key in _BEFORE_ONE - {"first"} or ordinal_value(words[index - 1]) is not None
    return counted and words[index - 2].key == "the" and any(
        lemma_of(word.key) in engagement_words().holding - _LOOSE or word.key in _DUE
        for word in words[index + 1 : index + 6]
    )  # fmt: skip


def of_series(words: Sequence[Token], index: int) -> bool:
    """'the next round', 'the second round of talks', not 'the first round of the Plan'."""
    if index + 1 >= len(words) or words[index + 1].key != "of":
        return True
    vocabulary = engagement_words()
    return any(
        vocabulary.nouns.at(words, i)
        or words[i].key in vocabulary.series
        or words[i].key in {"expo", "exhibition", "exercise"}
        for i in range(index + 2, min(len(words), index + 8))
    )
