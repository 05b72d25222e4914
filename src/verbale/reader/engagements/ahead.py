"""Whether an event is still to come: by its date, by 'will' and 'is due to', by 'agreed to meet'."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verbale.language.marks import DateMark, Marked
from verbale.language.tokens import Token
from verbale.language.verbs import PAST, S, verb
from verbale.model.dates import DateInterval, Precision
from verbale.reader.engagements.pictured import pictured
from verbale.reader.engagements.segments import Segment
from verbale.reader.engagements.time import DECIDED, REACH
from verbale.reader.engagements.words import engagement_words, lemma
from verbale.reader.scene import Scene

_BESIDE = {("as", "well", "as"), ("in", "addition"), ("besides",), ("alongside",), ("apart", "from")}
_MEANWHILE = frozenset({"as", "while"})  # 'Peru and Chile plan a port as President A visits'
_SUBJECT = 6  # tokens behind the comma among which 'will' stands


def is_planned(scene: Scene, marked: Marked, segment: Segment, when: DateMark | None, turn: str) -> bool:
    """Whether the text speaks of the event as still to come; a date clearly before or after the date line decides."""
    if when is not None and when.start is not None and scene.published is not None:
        side = _side(when, scene)
        if side:
            return side > 0
    if turn == "next":
        return True
    return told_ahead(marked, segment) and turn != "previous"


def _side(when: DateMark, scene: Scene) -> int:
    """-1 where the date lies before the date line, 1 where after, 0 where it may be either."""
    published, start = scene.published, when.start
    if when.future and isinstance(start, DateInterval):
        return 1
    if published is None or start is None or published.precision < Precision.MONTH:
        return 0
    first: date | None = start.earliest()
    last: date | None = start.latest()
    opens, closes = published.earliest(), published.latest()
    if first and closes and first > closes:
        return 1
    if last and opens and last < opens:
        return -1
    return 0


def _beside_what_is_ahead(words: Sequence[Token], first: int) -> bool:
    """'As well as talks with the Prime Minister, I will open …': the clause behind the comma says when."""
    opening = tuple(word.key for word in words[:3])
    if opening[:1] not in _BESIDE and opening[:2] not in _BESIDE and opening not in _BESIDE:
        return False
    comma = next((i for i, word in enumerate(words) if word.text == ","), len(words))
    return first < comma and any(word.key in {"will", "shall"} for word in words[comma + 1 : comma + 1 + _SUBJECT])


def told_ahead(marked: Marked, segment: Segment) -> bool:
    """Whether the words speak of an event as to come: 'will', 'is due to', 'ahead of'."""
    words, vocabulary = marked.sentence.tokens, engagement_words()
    trigger = segment.trigger
    if pictured(marked):
        return False  # 'A and B ahead of the talks': the picture came before them, the story after
    if trigger.verbal and _is_past(words, trigger.first):
        return False  # 'to keep that commitment, A welcomed B'
    if not trigger.verbal and {w.key for w in words[max(0, trigger.first - 3) : trigger.first]} & {
        "after",
        "following",
    }:
        return False  # 'after the fifth meeting, they pledged more'
    if not trigger.verbal and _beside_what_is_ahead(words, trigger.first):
        return True
    if not trigger.verbal and _before_going(words, segment):
        return True
    if trigger.verbal and (_listed_ahead(words, segment.start, trigger.first) or _when_ahead(words, trigger.first)):
        return True
    anchor = min(trigger.first, segment.verb_at) if segment.verb_at >= 0 else trigger.first
    first = max(segment.start, anchor - REACH)
    if trigger.verbal:
        first = next((i for i in range(trigger.first - 1, first, -1) if words[i].key in _MEANWHILE), first)
    last = min(segment.end, max(trigger.last + 4, segment.verb_at if segment.verb_at - trigger.last < 12 else 0))
    near = (*range(first, trigger.first), *range(trigger.last, last))
    if any(words[i].key in vocabulary.future and not _is_plan(words, i) for i in near):
        return True
    if any(_agreed_to(words, i) for i in range(max(segment.start, trigger.first - REACH), trigger.first)):
        return True
    if trigger.kind == "visit" and _invited(words, segment.start, trigger.first):
        return True
    if segment.start >= 2 and any(w.key in {"ahead"} for w in words[segment.start : segment.start + 2]):
        return True
    if any(
        first <= hit.first < segment.end
        for hit in vocabulary.future_phrases.find(words, first, min(len(words), last + 4))
    ):
        return True
    at = segment.verb_at
    return marked.sentence.heading and at > 0 and words[at - 1].key == "to"


def _before_going(words: Sequence[Token], segment: Segment) -> bool:
    """'I will lay a wreath before attending the tenth Forum': what follows a thing to come."""
    opens = segment.start
    before = segment.verb_at == opens + 1 and words[opens].key == "before" and words[opens + 1].key.endswith("ing")
    return before and any(word.key in {"will", "shall"} for word in words[:opens])


def _listed_ahead(words: Sequence[Token], start: int, index: int) -> bool:
    """'A will address parliament, meet students and sign the pact': 'will' governs each plain verb of the row."""
    found = verb(words[index].key)
    row = (
        found is not None and words[index].key == found.lemma and index > start and words[index - 1].key in {",", "and"}
    )
    return row and any(word.key in {"will", "shall"} for word in words[start:index])


def _when_ahead(words: Sequence[Token], index: int) -> bool:
    """'is expected to raise the border when he visits Lima in May': the present of a time that is to come."""
    found = verb(words[index].key)
    when = next((i for i in range(index - 1, max(0, index - _SUBJECT), -1) if words[i].key == "when"), 0)
    present = found is not None and S in found.forms and words[index].key != found.lemma
    return bool(when) and present and any(word.key in engagement_words().future for word in words[:when])


def _is_plan(words: Sequence[Token], index: int) -> bool:
    """'criticised it as a military plan', 'under the action plan': a thing, and nothing to come."""
    following = words[index + 1].key if index + 1 < len(words) else ""
    return words[index].key == "plan" and following not in {"to", "for"} and words[index - 1].text != ","


def _agreed_to(words: Sequence[Token], index: int) -> bool:
    """'agreed to have further talks', 'decided to meet again'."""
    if words[index].key not in DECIDED or index + 2 >= len(words) or words[index + 1].key != "to":
        return False
    stem = lemma(words[index + 2])
    return stem in engagement_words().verbs or stem in {"have", "hold", "convene", "launch", "begin", "start"}


def _is_past(words: Sequence[Token], index: int) -> bool:
    """'met', 'welcomed', not 'will be received', 'to be welcomed', 'if invited'."""
    found = verb(words[index].key)
    past = found is not None and PAST in found.forms and words[index].key != found.lemma
    return past and not (index and words[index - 1].key in {"be", "been", "being", "get", "if", "when", "as"})


def _invited(words: Sequence[Token], first: int, last: int) -> bool:
    """'took up an invitation by A to visit Lima', not 'at the invitation of A, B visited Lima'."""
    for i in range(first, last):
        if words[i].key in {"invitation", "invite", "invited", "invites"}:
            return not any(word.key in {"at", "upon", "on"} for word in words[max(0, i - 2) : i])
    return False
