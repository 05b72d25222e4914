"""What waits for a person, one thing at a time: suggestions, the likeliest first, then facts that lack something."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.errors import NotFoundError
from verbale.ledger.view import View
from verbale.model.evidence import Evidence
from verbale.model.merged import Suggestion
from verbale.model.reading import Entry
from verbale.model.records import Fact
from verbale.views.context import Excerpt, excerpt
from verbale.views.naming import party_names

KINDS = ("person", "post", "mechanism", "engagement", "instrument", "text", "fact")
SHOWN = 2  # quotations on each side
REACH = 160  # characters of context on either side
_BEGINNING = 200  # characters of a document that show what it is


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in their context, and the name of the document that has them."""

    source: str
    excerpt: Excerpt

    def to_json(self) -> dict[str, Any]:
        return {"source": self.source, **self.excerpt.to_json()}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things: its id, what it is called, what is known of it, and words that say so."""

    id: str
    name: str
    fields: Mapping[str, str]
    quotations: tuple[Quotation, ...]

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "fields": dict(self.fields),
                "quoted": [one.to_json() for one in self.quotations]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Open:
    """Something to decide: two sides that may be one, or a single fact. `state` is what a decision is based on."""

    kind: str
    sides: tuple[Side, ...]
    reasons: tuple[str, ...]
    score: float | None
    state: str

    @property
    def targets(self) -> tuple[str, ...]:
        """The ids that a decision is about."""
        return tuple(side.id for side in self.sides)

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "score": self.score, "reasons": list(self.reasons), "state": self.state,
                "sides": [side.to_json() for side in self.sides]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Waiting:
    """A place in the queue; what is there is looked at when its turn comes."""

    kind: str
    targets: tuple[str, ...]
    reasons: tuple[str, ...]
    score: float | None = None


def queue(view: View, kinds: Collection[str] = ()) -> list[Waiting]:
    """All that is open, or of these kinds; of several pairs of nodes of two records the likeliest stands for all."""
    nodes = [kind for kind in kinds if kind != "fact"]
    suggested = view.suggestions(kinds=nodes) if nodes or not kinds else []
    found = [*_pairs(suggested)]
    if "fact" in kinds or not kinds:
        found += [Waiting("fact", (fact,), (lacking,)) for fact, lacking in view.doubtful()]
    return found


def look(view: View, waiting: Waiting) -> Open | None:
    """What is in this place of the queue; None where it is settled by now."""
    if waiting.kind == "fact":
        return _fact(view, waiting)
    left, right = waiting.targets
    if not view.is_suggested(left, right):
        return None
    sides = tuple(side(view, waiting.kind, node) for node in waiting.targets)
    return Open(waiting.kind, sides, waiting.reasons, waiting.score, view.state(*waiting.targets))


def side(view: View, kind: str, node: str) -> Side:
    """What is known of a node."""
    if kind == "text":
        document = view.document(node)
        text = view.text(node)
        start = Evidence(document.hash, 0, min(len(text), _BEGINNING), text[:_BEGINNING])
        fields = _said({"outlet": document.outlet, "published": document.published, "file": document.source})
        return Side(
            node, document.title or document.source, fields, (Quotation(document.source, excerpt(text, start, 0)),)
        )
    facts = view.facts_behind(kind, node, 50)
    name, fields = _known(view, kind, node, facts)
    wanted = name if kind in ("person", "post", "mechanism") else ""
    return Side(node, name, fields, tuple(_quotations(view, facts[:SHOWN], wanted)))


def _pairs(suggested: Sequence[Suggestion]) -> Iterator[Waiting]:
    fits: dict[tuple[str, str], set[str]] = {}  # of a node in its record: the other records that it may be in
    for one in suggested:
        for node, other in ((one.left, one.records[1]), (one.right, one.records[0])):
            fits.setdefault((one.kind, node), set()).add(other)
    seen: set[tuple[str, ...]] = set()
    for one in suggested:
        pair = (one.kind, *sorted(one.records))
        if pair in seen:
            continue
        seen.add(pair)
        several = max(len(fits[one.kind, one.left]), len(fits[one.kind, one.right]))
        more = (f"fits {several} records: it can be one of them at most",) if several > 1 and one.score > 0.8 else ()
        yield Waiting(one.kind, (one.left, one.right), (*one.reasons, *more), one.score)


def _fact(view: View, waiting: Waiting) -> Open | None:
    (identifier,) = waiting.targets
    if view.decided_targets([identifier]):
        return None
    try:
        fact = view.fact(identifier)
    except NotFoundError:  # its document was read anew
        return None
    name = f"{fact.layer.capitalize()} in {fact.source}"
    here = Side(identifier, name, _said(fact.entry.fields()), tuple(_quotations(view, [fact], "")))
    return Open("fact", (here,), waiting.reasons, None, view.state(identifier))


def _known(view: View, kind: str, node: str, facts: Sequence[Fact[Entry]]) -> tuple[str, Mapping[str, str]]:
    if kind in ("engagement", "instrument"):
        fields = facts[0].entry.fields() if facts else {}
        name = fields.get("mechanism") or fields.get("title") or str(fields.get("kind", kind)).capitalize()
        shown = {key: value for key, value in fields.items() if key not in ("main", "mechanism", "title")}
        return str(name), _said({**shown, "source": ", ".join(fact.source for fact in facts)})
    told = view.features(node)
    parties = told.get("parties") or ([told["party"]] if told.get("party") else [])
    posts = [f"{post} ({first or '?'} to {last or '?'})" for post, first, last in told.get("posts", ())]
    rounds = [f"{number} ({start or 'undated'})" for number, start in told.get("rounds", ())]
    sources = ", ".join(dict.fromkeys(fact.source for fact in facts[:5]))
    return str(told["name"]), _said({"of": party_names(parties) if parties else None, "posts": posts, "rounds": rounds,
                                     "source": sources})  # fmt: skip


def _said(fields: Mapping[str, Any]) -> Mapping[str, str]:
    """Fields that have a value, in words."""
    return {name: words for name, value in fields.items() if (words := _words(name, value))}


def _words(name: str, value: Any) -> str:
    if value in (None, "", [], ()):
        return ""
    if name in ("parties", "actors"):
        return party_names(value)
    if name == "participants":
        return "; ".join(", ".join(filter(None, (one["name"], one["post"], one["party"]))) for one in value)
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _quotations(view: View, facts: Sequence[Fact[Entry]], name: str) -> Iterator[Quotation]:
    """The words of each fact in context; where a name is looked for and stands in the text, the words around it."""
    for fact in facts:
        text = view.text(fact.document)
        evidence = fact.entry.evidence[0]
        start = text.find(name) if name else -1
        if start >= 0:
            evidence = Evidence(evidence.document, start, start + len(name), name)
        yield Quotation(fact.source, excerpt(text, evidence, REACH))
