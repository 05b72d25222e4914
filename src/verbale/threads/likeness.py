"""Whether two acts are about one matter: a function of the two acts and of how common their words are.

A shared topic is not enough, unless it is so narrow that it is a matter of its own. What counts are words that few
occasions use; a name or a sum that both give counts more, an edition or an owner that they do not share keeps them
apart. Each rule gives its reason in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from verbale.identities.times import relation
from verbale.model.days import days
from verbale.threads.matter import Matter, Weights
from verbale.threads.sequels import can_follow

NAME = 1.6  # what a name weighs beside a common noun
LEAST = 1.0  # weight of the words in common from which they can tell a matter
CONTAINED, ALIKE = 0.6, 0.42  # shares of the words in common: of the shorter act, and of both
BROAD = 0.5  # share of the words of both, where only a broad topic is in common
LESS = (0.5, 0.33)  # the same where both give a name, or where one side does the same again
EQUAL = 0.8  # share from which two acts say the same
FULL = 0.6  # share that two lists of fields must have in common
GAP = 14  # characters between two clauses of one sentence: '; ' or ', and that he '


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a comparison found: 'one' matter with a score and the reason, or 'apart' where two acts contradict."""

    verdict: Literal["one", "apart"]
    score: float = 0.0
    reason: str = ""


def compare(a: Matter, b: Matter, weights: Weights) -> Likeness | None:
    """Whether two acts are about one matter; None where nothing speaks for or against."""
    if contradict(a, b):
        return Likeness("apart")
    if not can_follow(a, b):
        return None
    rules = (_one_text(a, b), _one_sum(a, b), _one_edition(a, b), _same_words(a, b, weights), _one_sentence(a, b),
             _narrow_topic(a, b))  # fmt: skip
    return max((found for found in rules if found), key=lambda one: one.score, default=None)


def contradict(a: Matter, b: Matter) -> bool:
    """Whether two acts are of two matters: promises of different owners, plans for two days, editions of one thing."""
    if a.core and b.core and a.owner is not None and b.owner is not None and a.owner != b.owner:
        return True
    if a.said.type == b.said.type == "plan" and relation(*days(a.said.due), *days(b.said.due)) in ("apart", "close"):
        return True
    first, second = dict(a.words.editions), dict(b.words.editions)
    counted = first.keys() & second.keys()
    return bool(counted) and all(first[thing] != second[thing] for thing in counted)


def _one_text(a: Matter, b: Matter) -> Likeness | None:
    """Both are about what is done with one text between parties: signing it, carrying it out."""
    shared = set(a.said.instruments) & set(b.said.instruments)
    beside = a.said.fact.document == b.said.fact.document and "sign" not in (a.said.type, b.said.type)
    several = any(one.core and len(one.said.instruments) > 1 for one in (a, b))  # which is meant cannot be told
    if not shared or beside or several or not (a.handles and b.handles):
        return None
    return Likeness("one", 1.2, "one text")


def _one_sum(a: Matter, b: Matter) -> Likeness | None:
    """One sum of money for one matter."""
    if a.core and b.core and a.said.fact.document == b.said.fact.document:
        return None  # two programmes of one text may cost the same
    sums = a.words.sums & b.words.sums
    shared = len(a.words.stems & b.words.stems) + bool(a.words.topics & b.words.topics)
    if sums and shared > 1:
        return Likeness("one", 1.5, f"one sum: {', '.join(f'{one:,.0f}' for one in sorted(sums))}")
    return None


def _one_edition(a: Matter, b: Matter) -> Likeness | None:
    """One edition of a thing that both name: the third expo, the expo of 2024."""
    if not _one_topic(a, b) or not (a.said.type in ("plan", "offer") or b.said.type in ("plan", "offer")):
        return None
    years = {f"{thing} of": year for one in (a, b) for thing in one.words.names if (year := _due_year(one))}
    for thing, number in a.words.editions | b.words.editions:
        plain = thing.removesuffix(" of")
        other = b if (thing, number) in a.words.editions else a
        named = plain in a.words.stems and plain in b.words.stems
        if named and ((thing, number) in other.words.editions or years.get(thing) == number):
            return Likeness("one", 1.1, f"one edition: {plain} {number}")
    return None


def _same_words(a: Matter, b: Matter, weights: Weights) -> Likeness | None:
    """Enough telling words in common, a narrow topic with them."""
    shared = a.words.stems & b.words.stems
    first, second, common = (_weight(stems, a, b, weights) for stems in (a.words.stems, b.words.stems, shared))
    if not common or not _one_topic(a, b) or _event_and_promise(a, b):
        return None
    alike, contained = 2 * common / (first + second), common / min(first, second)
    named = bool(a.words.names & b.words.names)
    if alike >= EQUAL and common >= LEAST / 2 and len(shared) > 1:
        fitting = True
    elif len(shared) < 2 or common < LEAST:
        fitting = False
    elif _takes_more(a, b):
        fitting = alike >= FULL
    else:
        again = a.said.type == b.said.type and a.owner == b.owner and a.owner is not None and len(a.owner) == 1
        narrow = bool(a.words.topics & b.words.topics)
        least = LESS if (named or again) and narrow else (CONTAINED, ALIKE if narrow else BROAD)
        fitting = contained >= least[0] and alike >= least[1]
    if not fitting:
        return None
    return Likeness("one", alike + (0.1 if named else 0), f"words in common: {', '.join(sorted(shared)[:6])}")


def _event_and_promise(a: Matter, b: Matter) -> bool:
    """Whether one announces a numbered event with its date, and the other promises without a word of it."""
    events = [one.said.type == "plan" and one.said.due is not None and bool(one.words.editions) for one in (a, b)]
    return a.core and b.core and events[0] != events[1] and not a.words.editions & b.words.editions


def _takes_more(a: Matter, b: Matter) -> bool:
    """Whether more words than usual must agree: lists of fields, two statements of one text, an event and a promise."""
    events = [one.said.type == "plan" and one.said.due is not None for one in (a, b)]
    one_text = a.said.fact.document == b.said.fact.document and a.core and b.core
    signed = "sign" in (a.said.type, b.said.type)
    return a.wide or b.wide or one_text or signed or (a.core and b.core and events[0] != events[1])


def _one_sentence(a: Matter, b: Matter) -> Likeness | None:
    """Two clauses of one sentence on the same topics, of which one leaves to the other to say what it is about."""
    if a.said.fact.document != b.said.fact.document or not (a.core and b.core) or a.owner != b.owner:
        return None
    first, second = sorted((a, b), key=lambda one: one.said.fact.entry.evidence[0].start)
    gap = second.said.fact.entry.evidence[0].start - first.said.fact.entry.evidence[-1].end
    topics = first.said.fact.entry.topics
    leaves = second.said.type == "offer" and second.says_little and second.said.words[:1].islower()
    goes_on = not first.said.words.endswith((".", "!", "?", ";", ":"))
    if 0 <= gap <= GAP and goes_on and topics and topics == second.said.fact.entry.topics and leaves:
        return Likeness("one", 0.9, "two clauses of one sentence")
    return None


def _narrow_topic(a: Matter, b: Matter) -> Likeness | None:
    """Promises, requests or deliveries of one owner on a topic that is a matter of its own, without other names."""
    if a.topic is None or a.topic != b.topic or (a.words.sums and b.words.sums and not a.words.sums & b.words.sums):
        return None
    if a.words.names and b.words.names and not a.words.names & b.words.names:
        return None
    if _kind(a) == "deliver" == _kind(b):
        return Likeness("one", 0.45, f"delivered again: {a.topic}")
    if not (a.core or b.core):
        return None
    specific = a.said.type == "request" and not a.words.stems & b.words.stems
    again = _kind(a) == _kind(b) and _kind(a) in ("promise", "request") and not specific
    if again and a.owner is not None and a.owner == b.owner and len(a.owner) == 1:
        return Likeness("one", 0.4, f"the same side on one narrow topic: {a.topic}")
    thanked = {_kind(a), _kind(b)} == {"promise", "appreciate"} and a.owner == b.owner
    return Likeness("one", 0.35, f"thanks for one narrow topic: {a.topic}") if thanked else None


def _kind(one: Matter) -> str:
    return "promise" if one.said.type in ("commit", "agree") else one.said.type


def _one_topic(a: Matter, b: Matter) -> bool:
    """A narrow topic in common; where one has none, any topic, or none given at all."""
    if a.words.topics and b.words.topics:
        return bool(a.words.topics & b.words.topics)
    first, second = set(a.said.fact.entry.topics), set(b.said.fact.entry.topics)
    return bool(first & second) or not first or not second


def _due_year(one: Matter) -> int | None:
    return int(one.said.due[:4]) if one.said.due and one.said.due[:4].isdecimal() else None


def _weight(stems: frozenset[str], a: Matter, b: Matter, weights: Weights) -> float:
    names = a.words.names | b.words.names
    return sum(weights.get(stem, 1.0) * (NAME if stem in names else 1.0) for stem in stems)
