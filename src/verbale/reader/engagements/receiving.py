"""Verbs of receiving: 'received the visiting minister', 'was welcomed by President X'."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.mark_spans import covered, marks_of
from verbale.language.marks import Marked
from verbale.language.post_words import singular
from verbale.language.tokens import POSSESSIVES, Token
from verbale.language.verbs import ING, verb
from verbale.reader.engagements.words import engagement_words

BEING = frozenset({"be", "was", "were", "been", "being", "is", "are"})
_OPENERS = frozenset("delegation led headed high level senior of official".split()) | frozenset(
    "the a his her visiting by today yesterday on and counterpart , new former 's ’s its their my our "
    "army navy air force".split()
)
_PLACE = 12  # tokens of the place between 'received' and 'by'
_PERSONS = frozenset("he she they who both two whom and delegation delegations side sides".split())
_BEFORE_PASSIVE = BEING | frozenset(
    "to will would can not should may shall might could has have had due set expected scheduled warmly then also next "
    "later now first soon again jointly today".split()
)


def receives(marked: Marked, index: int) -> bool:
    """'received the visiting minister', 'was received by President X', not 'received aid', 'welcoming the plan'."""
    words = marked.sentence.tokens
    found = verb(words[index].key)
    if found is None or ING in found.forms:
        return False
    if not passive(words, index):
        return has_person(marked, index)
    return not _of_thing(words, index) and has_person(marked, _agent(words, index))


def _agent(words: Sequence[Token], index: int) -> int:
    """Where the host of 'was received at the palace in Lima by President A' is told: at 'by', behind the place."""
    if index + 1 < len(words) and words[index + 1].key in {"at", "in", "on", "there", "here"}:
        return next((i for i in range(index, min(len(words), index + _PLACE)) if words[i].key == "by"), index)
    return index


def _of_thing(words: Sequence[Token], index: int) -> bool:
    """'The step was welcomed by President A': a common noun before a passive, not a name, an office or a pronoun."""
    i = index - 1
    while i > 0 and words[i].key in _BEFORE_PASSIVE:
        i -= 1
    plain = words[i].text.isalpha() and words[i].text.islower()
    return plain and words[i].key not in _PERSONS and singular(words[i].key) not in engagement_words().described


def has_person(marked: Marked, index: int) -> bool:
    """Whether a person or office is the next thing named after a verb."""
    words = marked.sentence.tokens
    if _heads(words, index):
        return True
    named = {mark.first for mark in marks_of(marked.people, marked.posts)}
    parties = covered(marked.parties)
    for i in range(index + 1, min(len(words), index + 8)):
        word = words[i]
        if i in named and any(m.first == i and words[m.last : m.last + 1] for m in marked.people):
            return not any(m.first == i and words[m.last].text in POSSESSIVES for m in marked.people)
        if i in named and _owner(marked, i):
            return False  # 'welcomed President A's commitment'
        if i in named or word.key == "counterparts" or (word.key in engagement_words().described and i - 1 in parties):
            return True
        if not (word.key in _OPENERS or i in parties or word.capital or word.text in {"-", "."}):
            return False
    return False


def _heads(words: Sequence[Token], index: int) -> bool:
    """'received the heads of the two delegations', 'welcomed members of the Peruvian delegation'."""
    ahead = [word.key for word in words[index + 1 : index + 8]]
    return bool(ahead[:2] and {"heads", "members"} & set(ahead[:2]) and {"delegations", "delegation"} & set(ahead[2:]))


def _owner(marked: Marked, index: int) -> bool:
    """Whether the office at `index` is that of a person in the possessive: 'President A's'."""
    words = marked.sentence.tokens
    lasts = {post.last for post in marked.posts if post.first == index}
    owners = [mark.last for mark in marked.people if mark.first in lasts]
    return any(last < len(words) and words[last].text in POSSESSIVES for last in owners)


def passive(words: Sequence[Token], index: int) -> bool:
    """Whether a form of 'be' stands before the verb."""
    return index > 0 and words[index - 1].key in {"was", "were", "been", "be", "is", "are"}
