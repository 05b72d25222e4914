"""Which words of a sentence belong to which of its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verbale.language.tokens import Token
from verbale.reader.engagements.recurring import told_twice
from verbale.reader.engagements.shells import Trigger
from verbale.reader.engagements.words import engagement_words, lemma

_SOFT = frozenset({",", "and", "for", "on", "at", "with", "to", "but", "who", "(", "as", "of"})
_CARRIERS = frozenset({"meet", "host", "welcome", "receive", "greet", "confer", "arrive"})
_GREETING = frozenset({"receive", "welcome", "greet", "call"})
_SAME = frozenset({"talks", "dialogue", "summit"})
_RELATIVE = frozenset({"which", "who", "where", "when"})
_OPENING = frozenset({"launch", "hold", "attend", "open", "convene", "cochair", "inaugurate", "relaunch", "join"})
_AGREEING = frozenset({"agree", "decide", "announce", "promise"})
_OTHERS = frozenset({"and", "but", "separate", "followed", "follows"})  # words between two events of one kind
_SPAN = 12  # tokens between a verb and a noun that name one event
_TURNING = frozenset({"during", "as", "before", "after", "following", "ahead", "prior"})
_HAD = 5  # tokens between 'had' and 'meeting'
_OBJECT = 6  # tokens between a verb and the noun that is its object: 'hosted the second annual … talks'


@dataclass(slots=True)
class Segment:
    """The tokens `start` to `end` that tell of one event.

    `link` says how it hangs on the segment before it: 'frame' ('during', 'as part of'), 'time' ('when'), 'aim' ('for',
    'to attend') or ''. `verb` is the lemma of the verb that carries it, at token `verb_at`.
    """

    trigger: Trigger
    start: int
    end: int
    link: str = ""
    verb: str = ""
    verb_at: int = -1


def segments(words: Sequence[Token], triggers: Sequence[Trigger]) -> list[Segment]:
    """One segment an event, in order, together covering the sentence."""
    found: list[Segment] = []
    for trigger in triggers:
        before = found[-1] if found else None
        if before is None:
            found.append(Segment(trigger, 0, len(words)))
        elif _carries(words, before, trigger):
            _absorb(before, trigger)
        elif not _repeats(words, before, trigger):
            cut, link = _cut(words, before.trigger.last, trigger, before.start)
            before.end = cut
            found.append(Segment(trigger, cut, len(words), link))
    for segment in found:
        _find_verb(words, segment)
    return found


def _between(words: Sequence[Token], before: Segment, trigger: Trigger) -> list[str]:
    return [word.key for word in words[before.trigger.last : trigger.first]]


def _carries(words: Sequence[Token], before: Segment, trigger: Trigger) -> bool:
    """'hosted X in Rabat for talks', 'met for the third dialogue': the verb only carries the noun's event."""
    if not before.trigger.verbal or trigger.verbal or before.trigger.lemma not in _CARRIERS:
        return False
    between = _between(words, before, trigger)
    if trigger.kind not in _SAME or any(k in engagement_words().strong for k in between):
        return False
    named = trigger.mechanism is not None or words[trigger.first - 1].capital
    if trigger.kind == "summit" and named and "at" in between and before.trigger.lemma == "meet":
        return False  # 'they met at the African Union summit in May': two events of one day
    if trigger.mechanism is None and trigger.kind == "talks" and before.trigger.lemma == "meet":
        return "for" in between[-6:]
    stems = [lemma(word) for word in words[before.trigger.last : trigger.first]]
    if _AGREEING & set(stems):
        return False  # 'met his counterpart and agreed to hold the second round in May'
    near = set(stems[-6:]) & _OPENING
    return "for" in between[-6:] or bool(near or engagement_words().aims & set(between[-5:])) or len(between) <= _OBJECT


def _absorb(before: Segment, trigger: Trigger) -> None:
    before.verb, before.verb_at = before.trigger.lemma, before.trigger.first
    before.trigger = trigger


def _repeats(words: Sequence[Token], before: Segment, trigger: Trigger) -> bool:
    """'travelled to Oslo on an official visit', 'talks at a working dinner': one event told twice."""
    between = _between(words, before, trigger)
    if told_twice(words, before.trigger, trigger.first):
        return True
    if between[-1:] in (["by"], ["via"]) and trigger.kind in {"talks", "call"} and trigger.mechanism is None:
        return True  # 'took place by videoconference'
    if _hosted_visit(before, trigger, between) or _met_to_have(before, trigger, between):
        return True
    if trigger.mechanism is not None or before.trigger.kind != trigger.kind or trigger.plural:
        return False
    if any(k in engagement_words().strong or k in _OTHERS for k in between):
        return False
    if before.trigger.verbal:
        return len(between) <= _SPAN
    if trigger.verbal and trigger.lemma in _GREETING:
        return False  # 'On the eve of the talks A was received by B'
    return len(between) <= 3 and not any(
        lemma(w) in engagement_words().holding for w in words[before.trigger.last : trigger.first]
    )


def _met_to_have(before: Segment, trigger: Trigger, between: list[str]) -> bool:
    """'met with leaders to have a dialogue about trade': what they met for."""
    aim = "to" in between[-4:] and bool({"have", "hold"} & set(between[-3:]))
    return before.trigger.lemma == "meet" and trigger.mechanism is None and trigger.kind in _SAME and aim


def _hosted_visit(before: Segment, trigger: Trigger, between: list[str]) -> bool:
    """'hosted Prime Minister X for an official visit in Oslo on May 8': day and place are the talks'."""
    hosts = before.trigger.verbal and before.trigger.lemma in {"host", "welcome", "receive"}
    plain = trigger.kind == "visit" and not trigger.verbal and "for" in between[-6:]
    return hosts and plain and not any(k in engagement_words().strong for k in between)


def _cut(words: Sequence[Token], start: int, trigger: Trigger, opens: int) -> tuple[int, str]:
    """Where the words of the next event begin, and its link. `opens` is where the event before begins."""
    vocabulary = engagement_words()
    stop = trigger.first
    if words[opens].key in _TURNING and start - opens < _SPAN:
        return _opening_end(words, start, stop), ""
    pair = _after_pair(words, start, stop) if trigger.verbal else None
    if pair is not None:
        return pair, ""
    for i in range(stop - 1, start - 1, -1):
        if words[i].key in _RELATIVE and i - start < 3:
            continue
        if (words[i].key in vocabulary.strong and not (_dates(words, i) or _deadline(words, i))) or _as_clause(
            words, i
        ):
            first = i
            while first > start and words[first - 1].key in {"on", "the", "in", "just", "days", "shortly"}:
                first -= 1
            return first, _link(words, first, stop)
    if trigger.verbal and (clause := _new_clause(words, start, stop)):
        return clause, ""
    for i in range(stop - 1, start - 1, -1):
        if words[i].key in _SOFT and not (words[i].text == "," and stop - i < 2) and not _in_name(words, i):
            return i, _link(words, i, stop)
    return (start + stop + 1) // 2, ""


def _in_name(words: Sequence[Token], i: int) -> bool:
    """'the Organization of American States': no boundary."""
    return words[i].key == "of" and words[i - 1].capital and words[i + 1].capital


def _opening_end(words: Sequence[Token], start: int, stop: int) -> int:
    """Where 'After a meeting with A in Lima, …' ends: at its comma, where company or place stands behind the noun."""
    if [word.key for word in words[start : start + 2]] == [",", "which"]:
        return next((i for i in range(start + 2, stop) if words[i].text == ","), start)
    behind = words[start].key in {"with", "between", "in", "at"}
    if not behind and not (
        words[start].key in {"by", "to", "of"} and words[start - 1].key in {"visit", "trip", "tour"}
    ):
        return start
    return next((i for i in range(start, stop) if words[i].text == ","), start)


def _new_clause(words: Sequence[Token], start: int, stop: int) -> int:
    """Where ', and' begins another clause: 'A signed for Peru, and B, the minister, signed for Fiji'; 0 for none."""
    for i in range(stop - 2, start, -1):
        if words[i].text == "," and words[i + 1].key in {"and", "but"} and stop - i > 3:
            return i
    return 0


def _dates(words: Sequence[Token], i: int) -> bool:
    """'during my visit to Lima earlier this year': the words are the visit's date, and begin nothing."""
    opens = i == 0 or not words[i - 1].text.isalnum()
    return words[i].key in {"earlier", "later"} and not opens and words[i + 1].key in {"this", "in", "that"}


def _deadline(words: Sequence[Token], i: int) -> bool:
    """'before the end of this month': a date, and no other clause."""
    return [word.key for word in words[i + 1 : i + 4]] == ["the", "end", "of"]


def _as_clause(words: Sequence[Token], i: int) -> bool:
    """'…, as the ministers held', 'as Hegseth visits', not 'as part of', 'such as'."""
    if words[i].key != "as" or i == 0 or i + 1 >= len(words):
        return False
    loose = words[i - 1].text == "," or words[i + 1].capital
    return loose and words[i + 1].key not in {"well", "part", "a", "an", "it", "of"}


def _after_pair(words: Sequence[Token], start: int, stop: int) -> int | None:
    """After 'a call between A and B, ' another subject begins."""
    if start >= stop or words[start].key not in {"between", "with"}:
        return None
    joined = words[start].key == "with"
    for i in range(start, stop):
        joined = joined or words[i].key == "and"
        if joined and words[i].text == ",":
            return i + 1
    return None


def _link(words: Sequence[Token], first: int, stop: int) -> str:
    near = {word.key for word in words[first : min(stop, first + 6)]}
    vocabulary = engagement_words()
    if words[first].key in {"when", "while", "as", "where"}:
        return "time"
    if near & vocabulary.framing:
        return "frame"
    return "aim" if near & vocabulary.aims else ""


def _find_verb(words: Sequence[Token], segment: Segment) -> None:
    """The verb that carries the event: its own, or the verb of holding nearest before (or after) a noun."""
    trigger = segment.trigger
    if segment.verb:
        return
    if trigger.verbal:
        segment.verb, segment.verb_at = trigger.lemma, trigger.first
        return
    vocabulary = engagement_words()
    before = range(trigger.first - 1, max(segment.start - 1, trigger.first - 14), -1)
    after = range(trigger.last, min(segment.end, trigger.last + 16))
    for i in (*before, *after):
        stem = lemma(words[i])
        if stem == "lead" and i + 1 < len(words) and words[i + 1].text in {"-", "up"}:
            continue  # 'in the lead-up to the bicentenary'
        if stem in vocabulary.holding or stem in {"take"}:
            segment.verb, segment.verb_at = stem, i
            return
        if words[i].key in {"had", "have"} and 0 < trigger.first - i < _HAD:
            segment.verb, segment.verb_at = "have", i  # 'had an official meeting', 'agreed to have further talks'
            return
