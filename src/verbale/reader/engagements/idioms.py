"""Meetings told by other verbs: 'discussed it with X by telephone', 'last saw each other', 'will talk about fish'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.language.mark_spans import marks_of
from verbale.language.marks import Marked
from verbale.language.tokens import Token
from verbale.reader.engagements.receiving import has_person
from verbale.reader.engagements.shells import Trigger
from verbale.reader.engagements.words import engagement_words, lemma_of

_STEMS = frozenset({"discuss", "raise", "see", "talk", "reach", "strike", "clinch", "tell", "hand", "sit", "gather",
                    "convene", "put", "affix", "give", "accord", "call", "ring", "return"})  # fmt: skip
_SITTING = frozenset({"sit", "gather", "convene"})
_GROUPS = frozenset("group groups committee commission team teams experts officials negotiators ministers delegations "
                    "council technicians specialists".split())  # fmt: skip
_BEHIND = frozenset({"in", "at", "on", "again", "there", "here", "next"})
_SUBJECT = 10  # tokens before 'convenes' in which those who do are told
_NAMES = ("name", "names", "signature", "signatures")
_MEANS = frozenset({"phone", "telephone", "call", "letter", "message", "interview", "speech", "video"})
_PHONE = frozenset({"phone", "telephone"})
_REACH = 14  # tokens between 'discussed' and 'by telephone'
_TITLE = 6  # tokens of a hearer's office before the name
_WELCOMES = frozenset({"welcome", "reception", "honor", "honour"})
_DEALS = frozenset({"deal", "agreement", "accord", "compromise", "understanding"})
_AHEAD = frozenset({"will", "shall"})
_DUE = frozenset({"is", "are", "due", "set", "scheduled", "expected"})


def may_be_idiom(stem: str) -> bool:
    """Whether a lemma can begin such a telling."""
    return stem in _STEMS


def idiom(marked: Marked, index: int) -> Trigger | None:
    """The event that a verb of another matter tells of here, or None."""
    words = marked.sentence.tokens
    stem = lemma_of(words[index].key)
    if stem in {"discuss", "raise"}:
        if _by_phone(words, index):
            return Trigger(index, index + 1, "call", verbal=True, lemma=stem)
        told = _discussed(marked, index) or _looks_forward(marked, index)
        return Trigger(index, index + 1, "talks", verbal=True, lemma="meet") if told else None
    if stem == "sit" and _sits_down(marked, index):
        return Trigger(index, index + 2, "talks", verbal=True, lemma="meet")
    if stem in _SITTING:
        return Trigger(index, index + 1, "talks", verbal=True, lemma="meet") if _sits(marked, index) else None
    if stem in {"put", "affix"}:
        signed = _puts_name(words, index)
        return Trigger(index, index + 1, "signing", verbal=True, lemma="sign") if signed else None
    if stem in {"give", "accord"}:
        return Trigger(index, index + 1, "visit", verbal=True, lemma="visit") if _welcomed(marked, index) else None
    if stem == "hand":
        return Trigger(index, index + 2, "other", verbal=True, lemma="hand") if _handed(marked, index) else None
    if stem == "see":
        behind = tuple(word.key for word in words[index + 1 : index + 3])
        met = behind in {("each", "other"), ("one", "another")}
        return Trigger(index, index + 3, "talks", verbal=True, lemma="meet") if met else None
    if stem == "tell":
        return Trigger(index, index + 1, "talks", verbal=True, lemma="meet") if _tells(marked, index) else None
    if stem in {"call", "ring"}:
        return Trigger(index, index + 1, "call", verbal=True, lemma="phone") if _rings(marked, index) else None
    if stem == "return":
        back = [word.key for word in words[index + 1 : index + 5]] == ["to", "the", "negotiating", "table"]
        back = back or [word.key for word in words[index + 1 : index + 4]] == ["to", "the", "table"]
        return Trigger(index, index + 1, "talks", verbal=True, lemma="meet") if back and marked.dates else None
    if stem == "talk" and _on_phone(words, index):
        return Trigger(index, index + 1, "call", verbal=True, lemma="speak")
    if stem == "talk":
        return Trigger(index, index + 1, "talks", verbal=True, lemma="meet") if _will_talk(marked, index) else None
    return Trigger(index, index + 1, "talks", verbal=True, lemma="meet") if _reaches(words, index) else None


def _sits(marked: Marked, index: int) -> bool:
    """'A steering group convenes in Lima on 21 November', 'experts will gather in Oslo in June'."""
    words = marked.sentence.tokens
    if words[index].key == "convened" and index and words[index - 1].key in {"be", "been", "was", "were"}:
        return False  # 'that the sixth round be convened in Lima'
    behind = index + 1 + (words[index].key == "sit" and index + 1 < len(words) and words[index + 1].key == "down")
    placed = behind < len(words) and words[behind].key in _BEHIND
    before = words[max(0, index - _SUBJECT) : index]
    group = any(word.key in _GROUPS for word in before)
    return placed and group and any(mark.first > index for mark in marked.dates)


def _sits_down(marked: Marked, index: int) -> bool:
    """'sat down with Minister A on Tuesday', 'sat down together in Lima in May', not 'sat down to dinner'."""
    words = marked.sentence.tokens
    near = [word.key for word in words[index + 1 : index + 1 + _TITLE]]
    if near[:1] != ["down"]:
        return False
    return "together" in near[:3] or ("with" in near and has_person(marked, index + 1 + near.index("with")))


def _rings(marked: Marked, index: int) -> bool:
    """'called Minister A on Friday to …', 'rang the president', not 'called A a liar', 'called on A'."""
    words = marked.sentence.tokens
    hearer = next((mark for mark in marked.people if 0 < mark.first - index < _TITLE), None)
    caller = any(0 <= index - mark.last <= 1 for mark in marks_of(marked.people, marked.posts))
    if hearer is None or not caller or any(word.key in {"on", "for", ","} for word in words[index + 1 : hearer.first]):
        return False
    behind = words[hearer.last].key if hearer.last < len(words) else ""
    dated = any(0 <= mark.first - hearer.last <= 1 for mark in marked.dates)
    return dated and behind != "'s"


def _on_phone(words: Sequence[Token], index: int) -> bool:
    """'talked by phone', 'talked on the phone', 'have talked over the telephone'."""
    near = words[index + 1 : index + 4]
    return any(word.key in _PHONE for word in near) and near[0].key in {"by", "on", "over", "via"}


def _by_phone(words: Sequence[Token], index: int) -> bool:
    """'discussed the matter with his counterpart by telephone', 'raised it on the phone with X'."""
    near = words[index + 1 : index + 1 + _REACH]
    if not any(word.key == "with" for word in near):
        return False
    return any(
        word.key in _PHONE and i and near[i - 1].key in {"by", "over", "the", "via"} for i, word in enumerate(near)
    )


def _welcomed(marked: Marked, index: int) -> bool:
    """'was given a ceremonial welcome in Lima in March', 'was accorded a guard of honour in Oslo': a visit there."""
    words = marked.sentence.tokens
    passive = index > 0 and words[index - 1].key in {"was", "were"}
    near = words[index + 1 : index + 1 + _TITLE]
    at = next((i for i, word in enumerate(near) if word.key in _WELCOMES), None)
    behind = index + 2 + at if at is not None else 0
    placed = any(mark.first == behind + 1 and words[behind].key == "in" for mark in marked.places)
    return passive and placed and any(mark.first > behind for mark in marked.dates)


def _puts_name(words: Sequence[Token], index: int) -> bool:
    """'A and B put their names to the document', 'affixed their signatures to the pact'."""
    near = [word.key for word in words[index + 1 : index + 4]]
    return any(pair in pairwise(near) for noun in _NAMES for pair in ((noun, "to"), (noun, "on")))


def _looks_forward(marked: Marked, index: int) -> bool:
    """'I look forward to taking up these matters with Prime Minister A': talks to come."""
    words = marked.sentence.tokens
    if [word.key for word in words[max(0, index - 2) : index]] != ["forward", "to"]:
        return False
    with_ = next((i for i in range(index, min(len(words), index + _TITLE)) if words[i].key == "with"), None)
    company = [mark.first for mark in marks_of(marked.people, marked.posts)]
    return with_ is not None and any(with_ < first <= with_ + 2 for first in company)


def _discussed(marked: Marked, index: int) -> bool:
    """'He first discussed the matter with President A in 1994': with whom and when, and no meeting named."""
    words = marked.sentence.tokens
    if words[index].key != "discussed":
        return False
    company = next((m for m in marked.people if index < m.first <= index + _REACH), None)
    if company is None or not any(word.key == "with" for word in words[index : company.first][-_TITLE:]):
        return False
    dated = any(0 <= mark.first - company.last <= 1 for mark in marked.dates)
    return dated and not any(engagement_words().nouns.at(words, i) for i in range(len(words)))


def _handed(marked: Marked, index: int) -> bool:
    """'The remains were handed over at the border in May 2014', 'to the navy on Monday': where or to whom, and when."""
    words = marked.sentence.tokens
    over = index + 2 < len(words) and words[index + 1].key == "over" and words[index + 2].key in {"at", "in", "to"}
    passive = index > 0 and words[index - 1].key in {"was", "were", "be", "been"}
    return over and passive and bool(marked.dates)


def _tells(marked: Marked, index: int) -> bool:
    """'Minister A told President B here Friday': face to face, where place or day of it are told."""
    words, people = marked.sentence.tokens, marked.people
    if words[index].key != "told" or any(word.key in _MEANS for word in words):
        return False
    hearer = next((mark for mark in people if 0 < mark.first - index < _TITLE), None)
    speaker = next((mark for mark in people if mark.last == index), None)
    if hearer is None or speaker is None or hearer.person == speaker.person:
        return False
    if any(word.text == "," for word in words[index : hearer.first]):
        return False
    behind = hearer.last
    return any(mark.first in (behind, behind + 1) for mark in marked.dates) or (
        behind < len(words) and words[behind].key == "here"
    )


def _will_talk(marked: Marked, index: int) -> bool:
    """'The two governments will talk about the permits in Lima on 12 May': dated and to come."""
    words = marked.sentence.tokens
    beside = index + 1 < len(words) and words[index + 1].key in {"about", "again", "with"}
    due = index > 1 and words[index - 1].key == "to" and words[index - 2].key in _DUE
    ahead = due or (index > 0 and words[index - 1].key in _AHEAD)
    return beside and ahead and any(mark.first > index for mark in marked.dates)


def _reaches(words: Sequence[Token], index: int) -> bool:
    """'A and B reached the deal in Lima', not 'reached in the talks', 'agreement was reached in 2015'."""
    near = words[index + 1 : index + 5]
    found = next((i for i, word in enumerate(near) if word.key in _DEALS and not word.capital), None)
    passive = index > 0 and words[index - 1].key in {"was", "were", "been", "be", "being"}
    before = {word.key for word in words[max(0, index - 3) : index]}
    if passive or before & {"we", "to"}:
        return False  # 'we have reached an agreement' looks back on a course of things
    return found is not None and any(word.key in {"a", "an", "the"} for word in near[:found])
