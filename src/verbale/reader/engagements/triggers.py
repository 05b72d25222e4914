"""Where a sentence speaks of an event: the nouns, verbs and names of series that can be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verbale.language.marks import Marked, MechanismMark
from verbale.language.spelling import key
from verbale.language.tokens import Token
from verbale.language.verbs import ING, verb
from verbale.reader.engagements.words import engagement_words

DETERMINERS = frozenset(
    "the a an this that his her their its our my your 's ’s ' ’ no any each both another next last previous".split()
)
_CALL_FOLLOWERS = frozenset("with between to from today on in this late early . , ) ; : as".split())
_RECEIVING = frozenset({"receive", "welcome", "greet", "host"})
_OPENERS = frozenset(
    "the a his her visiting by today yesterday on and counterpart , new former 's ’s its their".split()
)


@dataclass(slots=True)
class Trigger:
    """Tokens that name an event: by a noun, a verb, or the name of a standing series (`mechanism`)."""

    first: int
    last: int
    kind: str
    verbal: bool = False
    lemma: str = ""
    plural: bool = False
    mechanism: MechanismMark | None = None


def lemma(word: Token) -> str:
    """The key of the lemma of a verb form, '' for other words."""
    found = verb(word.key)
    return key(found.lemma) if found else ""


def triggers(marked: Marked, aliases: Mapping[str, MechanismMark]) -> list[Trigger]:
    """The triggers of a sentence, in order, not overlapping. A verb of holding is no trigger of its own."""
    words = marked.sentence.tokens
    masked = _masked(marked)
    named = {mark.first: mark for mark in _with_aliases(marked, aliases, masked)}
    found: list[Trigger] = []
    index = 0
    while index < len(words):
        mark = named.get(index)
        if mark is not None:
            found.append(Trigger(mark.first, mark.last, mark.event, mechanism=mark))
        elif index not in masked:
            trigger = _noun(words, index) or _verb(marked, index)
            if trigger is not None:
                found.append(trigger)
        index = found[-1].last if found and found[-1].last > index else index + 1
    return _without_shells(found, words)


def _masked(marked: Marked) -> set[int]:
    marks = [*marked.people, *marked.posts, *marked.instruments]
    return {i for mark in marks for i in range(mark.first, mark.last)}


def _with_aliases(marked: Marked, aliases: Mapping[str, MechanismMark], masked: set[int]) -> list[MechanismMark]:
    """The marks of series, and their short forms where these stand alone: 'the NCG'."""
    marks = list(marked.mechanisms)
    if not aliases:
        return marks
    taken = {i for mark in marks for i in range(mark.first, mark.last)} | masked
    for i, word in enumerate(marked.sentence.tokens):
        known = aliases.get(word.text)
        if known is not None and i not in taken:
            marks.append(MechanismMark(i, i + 1, known.name, None, known.parties, known.event))
    return marks


def _noun(words: Sequence[Token], index: int) -> Trigger | None:
    vocabulary = engagement_words()
    hit = vocabulary.nouns.at(words, index)
    if hit is not None:
        word, kind = words[hit.last - 1], hit.value
        if hit.last - index == 1 and not _is_noun(words, index, kind):
            return None
        return Trigger(index, hit.last, kind, lemma=word.key)
    if words[index].key in vocabulary.plurals and index + 1 < len(words):
        if words[index + 1].key in {"with", "between", "by"}:
            return Trigger(index, index + 1, _singular_kind(words[index].key), lemma=words[index].key, plural=True)
    return None


def _singular_kind(plural: str) -> str:
    return {"calls": "call", "visits": "visit", "trips": "visit", "dialogues": "dialogue", "summits": "summit"}.get(
        plural, "talks"
    )


def _is_noun(words: Sequence[Token], index: int, kind: str) -> bool:
    """Whether a word that is a verb as often ('visit', 'call', 'meeting', 'signing') is a noun here."""
    word = words[index]
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if word.key == "call":
        return after is None or (after.key in _CALL_FOLLOWERS and after.key != "for")
    if word.key == "signing":
        return before is not None and before.key in DETERMINERS and (after is None or after.key != "ceremony")
    if word.key == "meeting" and (before is None or before.key not in DETERMINERS):
        return not (after is not None and after.key in {"the", "our", "their", "its", "this", "these", "all"})
    if kind == "visit":
        return before is not None and before.key not in {"to", "will", "would", "can", "not", "should", "may"}
    if word.key in {"round", "edition", "session"}:
        return before is not None and after is not None and not (after.key == "table")
    return True


def _verb(marked: Marked, index: int) -> Trigger | None:
    words, vocabulary = marked.sentence.tokens, engagement_words()
    word = words[index]
    stem = lemma(word)
    if stem == "call" and index + 1 < len(words) and words[index + 1].key == "on" and _has_person(marked, index + 1):
        return Trigger(index, index + 2, "talks", verbal=True, lemma="call")
    kind = vocabulary.verbs.get(stem) or vocabulary.verbs.get(word.key)
    if kind is None or (index and words[index - 1].key in DETERMINERS):
        return None
    if kind == "call" and not _speaks_to(words, index):
        return None
    if stem in _RECEIVING and not _receives(marked, index):
        return None
    return Trigger(index, index + 1, kind, verbal=True, lemma=stem or word.key)


def _receives(marked: Marked, index: int) -> bool:
    """'received the visiting minister', 'was received by President X', not 'received aid', 'welcoming the plan'."""
    words = marked.sentence.tokens
    found = verb(words[index].key)
    if found is None or ING in found.forms:
        return False
    return _has_person(marked, index)


def _has_person(marked: Marked, index: int) -> bool:
    """Whether a person or office is the next thing named after a verb."""
    words = marked.sentence.tokens
    stop = index + 1
    parties = {m.first: m.last for m in marked.parties}
    while stop < len(words) and (words[stop].key in _OPENERS or stop in parties):
        stop = parties.get(stop, stop + 1)
    return any(mark.first == stop for mark in (*marked.people, *marked.posts))


def _speaks_to(words: Sequence[Token], index: int) -> bool:
    """'spoke with', 'spoke today by phone', not 'speaking at the ceremony'."""
    if words[index].key in {"phoned", "telephoned"}:
        return True
    near = {w.key for w in words[index + 1 : index + 5]}
    return bool(near & {"with", "phone", "telephone"}) and not near & {"at", "reporters", "media", "press"}


def _without_shells(found: list[Trigger], words: Sequence[Token]) -> list[Trigger]:
    """'a meeting of the Joint Commission' is one event, and so is 'the Strategic Dialogue meeting'."""
    kept: list[Trigger] = []
    for i, trigger in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        if trigger.mechanism is None and not trigger.verbal:
            if following is not None and following.mechanism is not None and _of(words, trigger.last, following.first):
                continue
            before = kept[-1] if kept else None
            if before is not None and before.mechanism is not None and before.last == trigger.first:
                continue
        kept.append(trigger)
    return kept


def _of(words: Sequence[Token], start: int, end: int) -> bool:
    between = [w.key for w in words[start:end]]
    return 1 <= len(between) <= 3 and between[0] == "of" and all(k in {"of", "the", "their", "its"} for k in between)
