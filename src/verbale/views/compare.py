"""Two readouts of one meeting side by side: what both say, what only one says, what is worded differently, by topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from verbale.errors import UsageError
from verbale.ledger.view import View
from verbale.model.merged import Merged
from verbale.model.reading import Act
from verbale.model.records import DocumentRecord, Fact, Filters
from verbale.model.spelling import comparable
from verbale.threads.wording import in_any_account, in_common
from verbale.views.naming import topic_label

ONE_MATTER = 0.22  # of the words in common, from which two sentences of one topic and type tell the same
SAME_WORDS = 0.75

_KIN = ({"agree", "commit", "plan"}, {"affirm", "appreciate"}, {"affirm", "object"}, {"request", "offer"},
        {"discuss", "affirm"}, {"report", "deliver", "affirm"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pairing:
    """What two documents say of one matter; one of the two is None where a document is silent."""

    left: Fact[Act] | None
    right: Fact[Act] | None
    likeness: float = 0.0

    @property
    def kind(self) -> str:
        """'both', 'worded' (differently), 'left' or 'right'."""
        if self.left is None or self.right is None:
            return "right" if self.left is None else "left"
        return "both" if self.likeness >= SAME_WORDS and self.left.entry.type == self.right.entry.type else "worded"

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "likeness": round(self.likeness, 2), "left": _said(self.left),
                "right": _said(self.right)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents with what they say, under topics in the order of the alphabet."""

    left: DocumentRecord
    right: DocumentRecord
    standings: tuple[str, str]
    topics: tuple[tuple[str, tuple[Pairing, ...]], ...]
    others: tuple[str, ...] = ()

    def counts(self) -> dict[str, int]:
        """How many matters both tell, how many in other words, how many only one tells."""
        found = dict.fromkeys(("both", "worded", "left", "right"), 0)
        for pairing in {id(one): one for _, group in self.topics for one in group}.values():
            found[pairing.kind] += 1
        return found

    def to_json(self) -> dict[str, Any]:
        return {
            "left": {**self.left.to_json(), "standing": self.standings[0]},
            "right": {**self.right.to_json(), "standing": self.standings[1]},
            "counts": self.counts(),
            "topics": [{"topic": topic, "label": topic_label(topic) if topic else "No topic",
                        "pairs": [one.to_json() for one in group]} for topic, group in self.topics],
            "other_documents": list(self.others),
        }  # fmt: skip


def compare(view: View, identifier: str, other: str | None = None) -> Comparison:
    """Compare two documents, or the two accounts of an engagement that differ most in who gives them.

    Raises UsageError where only one document tells of the engagement, NotFoundError where there is no such id.
    """
    if other is not None:
        left, right = view.document(identifier), view.document(other)
        if left.id == right.id:
            raise UsageError("These are one document.", "Name two.")
        return _compared(view, left, right, ("", ""), ())
    record = view.record_of(identifier)
    about = sorted({fact.document for fact in record.reports if getattr(fact.entry, "main", False)})
    documents = about if len(about) > 1 else sorted({fact.document for fact in record.reports})
    if len(documents) < 2:
        raise UsageError(
            f"Only one document tells of {record.id}.", "verbale compare DOCUMENT DOCUMENT compares any two."
        )
    pair = _most_different(view, record, documents)
    rest = tuple(one for one in documents if one not in pair)
    standings = record.standings.get(pair[0], ""), record.standings.get(pair[1], "")
    return _compared(view, view.document(pair[0]), view.document(pair[1]), standings, rest)


def _most_different(view: View, record: Merged[Any], documents: Sequence[str]) -> tuple[str, str]:
    """Two sides' own accounts before a side's and a joint one, these before third parties; copies last."""
    origins = view.record_ids(documents)
    fullness = {one: len(view.acts(Filters(document=one))) for one in documents}

    def rank(pair: tuple[str, str]) -> tuple[int, int, int, tuple[str, str]]:
        standings = [record.standings.get(one, "unknown") for one in pair]
        own = sum(one not in ("third", "unknown", "joint") for one in standings)
        different = standings[0] != standings[1]
        return (origins[pair[0]] == origins[pair[1]], -(own + different), -sum(fullness[one] for one in pair), pair)

    return min(combinations(documents, 2), key=rank)


def _compared(
    view: View, left: DocumentRecord, right: DocumentRecord, standings: tuple[str, str], others: tuple[str, ...]
) -> Comparison:
    first, second = view.acts(Filters(document=left.id)), view.acts(Filters(document=right.id))
    pairings = list(_pairings(first, second))
    by_topic: dict[str, list[Pairing]] = defaultdict(list)
    for one in pairings:
        for topic in _topics(one) or ("",):
            by_topic[topic].append(one)
    ordered = sorted(by_topic.items(), key=lambda item: (not item[0], topic_label(item[0]) if item[0] else ""))
    order = ("both", "worded", "left", "right")
    topics = tuple((topic, tuple(sorted(group, key=lambda one: order.index(one.kind)))) for topic, group in ordered)
    return Comparison(left, right, standings, topics, others)


def _pairings(left: Sequence[Fact[Act]], right: Sequence[Fact[Act]]) -> Iterable[Pairing]:
    """Each act with the one that is most like it, in the order of the left text, then what the right alone says."""
    scored = sorted(
        ((likeness(a, b), number, other) for number, a in enumerate(left) for other, b in enumerate(right)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    partner: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, number, other in scored:
        if score >= ONE_MATTER and number not in partner and other not in taken:
            partner[number] = other, score
            taken.add(other)
    for number, a in enumerate(left):
        if number in partner:
            other, score = partner[number]
            yield Pairing(a, right[other], score)
        else:
            yield Pairing(a, None)
    yield from (Pairing(None, b) for other, b in enumerate(right) if other not in taken)


def likeness(a: Fact[Act], b: Fact[Act]) -> float:
    """The share of words in common (Dice), for acts of one kind with a topic or actor in common; else 0."""
    kinds = {a.entry.type, b.entry.type}
    if len(kinds) > 1 and not any(kinds <= kin for kin in _KIN):
        return 0.0
    if set(a.entry.actors).isdisjoint(b.entry.actors) and a.entry.actors and b.entry.actors:
        return 0.0
    first, second = _words(a.words), _words(b.words)
    common = in_common(first, second)
    shared = bool(set(a.entry.topics) & set(b.entry.topics))
    return common if shared or common >= SAME_WORDS or not (a.entry.topics and b.entry.topics) else common / 2


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in comparable(text).split() if word not in in_any_account())


def _topics(one: Pairing) -> Collection[str]:
    facts = [fact for fact in (one.left, one.right) if fact is not None]
    return sorted({topic for fact in facts for topic in fact.entry.topics})


def _said(fact: Fact[Act] | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    return {"id": fact.id, "type": fact.entry.type, "actors": list(fact.entry.actors), "speaker": fact.entry.speaker,
            "topics": list(fact.entry.topics), "words": fact.words}  # fmt: skip
