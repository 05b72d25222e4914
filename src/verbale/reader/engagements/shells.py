"""Words that name one event twice: 'a meeting of the Joint Commission', 'under the Trade Dialogue', 'it met'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.language.marks import MechanismMark
from verbale.language.ordinals import ordinal_value
from verbale.language.tokens import APOSTROPHE_S, Token
from verbale.reader.engagements.words import lemma

_QUOTES = frozenset("\"“”'’‘")
_OTHERWISE = (
    ["or"],
    ["or", "the"],
    ["also"],
    *(
        [*how, "known", "as", *the]
        for how in ([], ["also"], ["better"], ["commonly"], ["otherwise"], ["widely"])
        for the in ([], ["the"])
    ),
)
_HELD_ITS = 3  # tokens of 'held its', 'convened for its'
_PLAIN_MEETINGS = frozenset(
    "ministerial meeting plenary session annual regular high level high-level senior officials".split()
)
_LINKING = frozenset("and or for of on in at to with by during as the a an was were is will between".split())


@dataclass(slots=True)
class Trigger:
    """Tokens that name an event: by a noun, a verb, or the name of a standing series (`mechanism`). `series` is the
    noun that calls a series again: 'council' in 'the council last met'."""

    first: int
    last: int
    kind: str
    verbal: bool = False
    lemma: str = ""
    plural: bool = False
    mechanism: MechanismMark | None = None
    series: str = ""
    again: bool = False  # 'which had last convened': of the series that stands before
    back: bool = False  # 'have not met since May': the date is that of the last meeting


def without_shells(found: list[Trigger], words: Sequence[Token]) -> list[Trigger]:
    """'a meeting of the Joint Commission' is one event, and so is 'the Strategic Dialogue meeting'; a series that is
    only the frame ('under the …', 'through the …') is none."""
    kept: list[Trigger] = []
    for i, trigger in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        before = kept[-1] if kept else None
        if trigger.mechanism is not None and before is not None and _renamed(words, before, trigger):
            before.last = trigger.last
            continue
        if before is not None and _own_meeting(words, before, trigger):
            before.last, before.lemma = trigger.last, "meet"
            continue
        if trigger.mechanism is not None and before is not None and _within(words, before, trigger):
            before.mechanism, before.kind = trigger.mechanism, "dialogue"
            continue
        if trigger.mechanism is not None and trigger.mechanism.round is None and _frames(words, trigger.first):
            if before is not None and before.mechanism is None and not before.verbal and before.kind == "talks":
                before.mechanism, before.kind = trigger.mechanism, "dialogue"
            if not _which_met(words, trigger.last):
                continue
        if before is not None and before.mechanism is not None and _meets(words, before.last, trigger):
            before.lemma, before.back = "meet", trigger.back
            before.last = trigger.last if trigger.back else before.last
            continue
        if trigger.mechanism is None and not trigger.verbal:
            if following is not None and following.mechanism is not None and _of(words, trigger.last, following.first):
                continue
            if following is not None and _round_of(words, trigger, following):
                following.first = trigger.first
                continue
            if (
                before is not None
                and before.mechanism is not None
                and (_beside(words, before.last, trigger.first) or _own_number(words, before.last, trigger.first))
            ):
                before.last = trigger.last
                continue
        kept.append(trigger)
    return kept


def _own_meeting(words: Sequence[Token], before: Trigger, trigger: Trigger) -> bool:
    """'the Trade Council held its fifth ministerial meeting': the council's own; it takes over the number."""
    series, meeting = before.mechanism, trigger.mechanism
    if series is None or meeting is None or series.round is not None or meeting.round is None or meeting.parties:
        return False
    between = [w.key for w in words[before.last : trigger.first]]
    own = between in ([], ["'s"], ["’s"]) or (between[-1] == "its" and len(between) <= _HELD_ITS)
    if not own or not set(meeting.name.lower().split()) <= _PLAIN_MEETINGS:
        return False
    before.mechanism = replace(series, round=meeting.round)
    return True


def _within(words: Sequence[Token], before: Trigger, trigger: Trigger) -> bool:
    """'held talks within the framework of the third Dialogue': the talks are the round itself."""
    plain = before.mechanism is None and not before.verbal and before.kind == "talks"
    ahead = [w.key for w in words[max(before.last, trigger.first - 5) : trigger.first]]
    return plain and "framework" in ahead and {"within", "in", "under"} & set(ahead) != set()


def _renamed(words: Sequence[Token], before: Trigger, trigger: Trigger) -> bool:
    """'the Vice-Ministerial Consultation, or 2+2'."""
    between = [w.key for w in words[before.last : trigger.first]]
    if between[:1] == [","]:
        del between[0]
    return before.mechanism is not None and between in _OTHERWISE


def _meets(words: Sequence[Token], start: int, trigger: Trigger) -> bool:
    """'the Joint Commission (“Commission”) met', 'the Council will next meet': the series itself is the subject."""
    if not trigger.verbal or trigger.lemma != "meet" or trigger.again:
        return False
    if start < trigger.first and words[start].text == "(":
        start = next((i + 1 for i in range(start, min(start + 8, trigger.first)) if words[i].text == ")"), start)
    if [w.key for w in words[start : start + 2]] == [",", "which"]:
        closing = next((i for i in range(start + 2, trigger.first) if words[i].text == ","), None)
        start = closing + 1 if closing is not None else start  # ', which is chaired by the ICRC,'
    return all(
        w.key
        in {
            ",",
            "which",
            "that",
            "last",
            "next",
            "will",
            "has",
            "had",
            "also",
            "first",
            "is",
            "to",
            "due",
            "expected",
            "scheduled",
            "not",
            "yet",
            "again",
        }
        for w in words[start : trigger.first]
    )


def _frames(words: Sequence[Token], first: int) -> bool:
    i = first - 1
    while i >= 0 and words[i].key in {"the", "their", "its", "our", "of", "a"}:
        i -= 1
    if i >= 0 and words[i].key == "as":
        return i == 0 or words[i - 1].text != ","  # ', as the Joint Commission met' tells of its meeting
    return i >= 0 and words[i].key in {"under", "within", "through", "framework", "via", "including", "like"}


def _which_met(words: Sequence[Token], start: int) -> bool:
    """'under the Trade Dialogue, which convened last June': the frame's own round is told of."""
    ahead = words[start : start + 5]
    if len(ahead) < 3 or ahead[0].text != "," or ahead[1].key != "which":
        return False
    return any(lemma(word) in {"convene", "meet", "hold", "take", "conclude"} for word in ahead[2:])


def _beside(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether only quotes or adjectives stand between: '"two-plus-two" security talks'."""
    between = words[start:end]
    return len(between) <= 3 and all(w.text in _QUOTES or _plain_adjective(w) for w in between)


def _own_number(words: Sequence[Token], start: int, end: int) -> bool:
    """'the Joint Committee at its 12th meeting', 'the commission's 31st meeting': the committee's own."""
    between = words[start:end]
    if len(between) == 2 and between[0].text in APOSTROPHE_S:
        return ordinal_value(between[1]) is not None
    return len(between) == 3 and between[1].key == "its" and ordinal_value(between[2]) is not None


def _plain_adjective(word: Token) -> bool:
    return word.text.isalpha() and word.text.islower() and word.key not in _LINKING


def _round_of(words: Sequence[Token], trigger: Trigger, following: Trigger) -> bool:
    """'a first round of ceasefire talks': the round and the talks are one."""
    if trigger.lemma not in {"round", "session"} or following.verbal or following.kind != "talks":
        return False
    between = words[trigger.last : following.first]
    return 1 <= len(between) <= 3 and between[0].key == "of" and all(_plain_adjective(w) for w in between[1:])


def _of(words: Sequence[Token], start: int, end: int) -> bool:
    between = [w.key for w in words[start:end]]
    return 1 <= len(between) <= 3 and between[0] == "of" and all(k in {"of", "the", "their", "its"} for k in between)
