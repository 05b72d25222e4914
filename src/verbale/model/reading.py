"""What one document says, before anything is merged into the ledger.

The JSON form is the schema in `reading.schema.json` beside this file. Every entry of a layer carries evidence; it
cannot be built without. `spans` ties single fields to their own words; `rule` names what made the entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from verbale.model.document import Document, Passage, Role
from verbale.model.evidence import Evidence, Span, evidence_from_json

ENGAGEMENT_KINDS = ("dialogue", "talks", "visit", "call", "signing", "exhibition", "exercise", "summit", "other")
ENGAGEMENT_STATUSES = ("held", "planned")
ROLES = ("co-chair", "head", "host", "guest", "signatory", "participant")
INSTRUMENT_TYPES = (
    "agreement", "mou", "joint-statement", "joint-vision", "letter-of-intent", "minutes", "letter",
    "declaration", "convention", "code", "law", "plan",
)  # fmt: skip
INSTRUMENT_STATUSES = ("signed", "cited", "sought")
ACT_TYPES = (
    "agree", "commit", "request", "offer", "plan", "report", "appreciate", "deliver", "sign",
    "affirm", "object", "discuss",
)  # fmt: skip
FIGURE_KINDS = ("increment", "total", "part", "baseline")

Spans = Mapping[str, Span]


def _require(value: str, allowed: Sequence[str], what: str) -> None:
    if value not in allowed:
        raise ValueError(f"{what} {value!r} is none of: {', '.join(allowed)}")


def _require_evidence(evidence: tuple[Evidence, ...], what: str) -> None:
    if not evidence:
        raise ValueError(f"{what} without evidence: every entry is tied to the words that support it")


@dataclass(frozen=True, slots=True)
class Participant:
    """A person at an engagement: who, for which party, in which post, in which role."""

    name: str
    party: str | None = None
    post: str | None = None
    rank: str | None = None
    role: str = "participant"

    def __post_init__(self) -> None:
        _require(self.role, ROLES, "role")

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "party": self.party, "post": self.post, "rank": self.rank, "role": self.role}


@dataclass(frozen=True, slots=True)
class Engagement:
    """A meeting, round, visit, call, ceremony or exhibition. `start` and `end` are EDTF; parties are sorted codes."""

    kind: str
    evidence: tuple[Evidence, ...]
    main: bool = False
    status: str = "held"
    mechanism: str | None = None
    round: int | None = None
    parties: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    place: str | None = None
    country: str | None = None
    participants: tuple[Participant, ...] = ()
    spans: Spans = field(default_factory=dict)
    rule: str = ""

    def __post_init__(self) -> None:
        _require(self.kind, ENGAGEMENT_KINDS, "kind of engagement")
        _require(self.status, ENGAGEMENT_STATUSES, "status of an engagement")
        _require_evidence(self.evidence, "engagement")

    def fields(self) -> dict[str, Any]:
        return {
            "main": self.main, "kind": self.kind, "status": self.status, "mechanism": self.mechanism,
            "round": self.round, "parties": list(self.parties), "start": self.start, "end": self.end,
            "place": self.place, "country": self.country,
            "participants": [p.to_json() for p in self.participants],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text between parties: its type, title as named, EDTF date, parties, and whether signed, cited or sought."""

    type: str
    title: str
    evidence: tuple[Evidence, ...]
    date: str | None = None
    parties: tuple[str, ...] = ()
    status: str = "cited"
    spans: Spans = field(default_factory=dict)
    rule: str = ""

    def __post_init__(self) -> None:
        _require(self.type, INSTRUMENT_TYPES, "type of instrument")
        _require(self.status, INSTRUMENT_STATUSES, "status of an instrument")
        _require_evidence(self.evidence, "instrument")

    def fields(self) -> dict[str, Any]:
        return {"type": self.type, "title": self.title, "date": self.date, "parties": list(self.parties),
                "status": self.status}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """What a side did with words or deeds: one per sentence, type and actors."""

    type: str
    actors: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    speaker: str | None = None
    topics: tuple[str, ...] = ()
    spans: Spans = field(default_factory=dict)
    rule: str = ""

    def __post_init__(self) -> None:
        _require(self.type, ACT_TYPES, "type of act")
        _require_evidence(self.evidence, "act")

    def fields(self) -> dict[str, Any]:
        return {"type": self.type, "actors": list(self.actors), "speaker": self.speaker, "topics": list(self.topics)}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that measures the relationship. `unit` is an ISO 4217 code for money, else a short singular noun."""

    value: float
    unit: str
    kind: str
    label: str
    evidence: tuple[Evidence, ...]
    of: float | None = None
    topic: str | None = None
    since: str | None = None
    as_of: str | None = None
    spans: Spans = field(default_factory=dict)
    rule: str = ""

    def __post_init__(self) -> None:
        _require(self.kind, FIGURE_KINDS, "kind of figure")
        _require_evidence(self.evidence, "figure")

    def fields(self) -> dict[str, Any]:
        return {"value": self.value, "unit": self.unit, "kind": self.kind, "of": self.of, "topic": self.topic,
                "label": self.label, "since": self.since, "as_of": self.as_of}  # fmt: skip


Entry = Engagement | Instrument | Act | Figure


def fullness(entry: Entry) -> int:
    """How much an entry says: its fields that are known, and the people that it names."""
    said = sum(value not in (None, (), "", []) for value in entry.fields().values())
    return said + (len(entry.participants) if isinstance(entry, Engagement) else 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one document, in the order of the text."""

    source: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    passages: tuple[Passage, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    acts: tuple[Act, ...] = ()
    figures: tuple[Figure, ...] = ()
    reader: str = ""

    def to_json(self) -> dict[str, Any]:
        """The reading as `reading.schema.json` describes it."""
        return {
            "source": self.source,
            "document": {"title": self.title, "outlet": self.outlet, "published": self.published,
                         "language": self.language},
            "passages": [{"start": p.start, "end": p.end, "role": str(p.role)} for p in self.passages],
            "engagements": [entry_to_json(e) for e in self.engagements],
            "instruments": [entry_to_json(e) for e in self.instruments],
            "acts": [entry_to_json(e) for e in self.acts],
            "figures": [entry_to_json(e) for e in self.figures],
        }  # fmt: skip


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """One entry as JSON: its fields, evidence, and the optional `spans` and `rule`."""
    data = entry.fields()
    data["evidence"] = [e.to_json() for e in entry.evidence]
    if entry.spans:
        data["spans"] = {name: span.to_json() for name, span in entry.spans.items()}
    if entry.rule:
        data["rule"] = entry.rule
    return data


def reading_from_json(data: Mapping[str, Any], document: Document) -> Reading:
    """The inverse of `Reading.to_json`; every piece of evidence is checked against the document's text.

    The version of the reader, for which the schema has no place, stays empty.

    Raises ValueError where a span lies outside the text or a value is not in its vocabulary, KeyError where a
    required field is missing.
    """

    def common(item: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "evidence": tuple(evidence_from_json(e, document.text, document.hash) for e in item["evidence"]),
            "spans": {k: Span(v["start"], v["end"]) for k, v in item.get("spans", {}).items()},
            "rule": item.get("rule", ""),
        }

    def plain(item: Mapping[str, Any], *names: str) -> dict[str, Any]:
        return {name: item[name] for name in names}

    head = data["document"]
    return Reading(
        source=data["source"],
        **plain(head, "title", "outlet", "published", "language"),
        passages=tuple(Passage(p["start"], p["end"], Role(p["role"])) for p in data["passages"]),
        engagements=tuple(
            Engagement(
                **plain(e, "kind", "main", "status", "mechanism", "round", "start", "end", "place", "country"),
                parties=tuple(e["parties"]),
                participants=tuple(Participant(**{"rank": None, **p}) for p in e["participants"]),
                **common(e),
            )
            for e in data["engagements"]
        ),
        instruments=tuple(
            Instrument(**plain(i, "type", "title", "date", "status"), parties=tuple(i["parties"]), **common(i))
            for i in data["instruments"]
        ),
        acts=tuple(
            Act(type=a["type"], speaker=a["speaker"], actors=tuple(a["actors"]), topics=tuple(a["topics"]), **common(a))
            for a in data["acts"]
        ),
        figures=tuple(
            Figure(**plain(f, "value", "unit", "kind", "of", "topic", "label", "since", "as_of"), **common(f))
            for f in data["figures"]
        ),
    )
