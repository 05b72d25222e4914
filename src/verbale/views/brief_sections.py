"""The sections of a briefing: what was met for, agreed, committed, asked, offered, signed, planned and raised."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.model.folding import fold
from verbale.model.reading import Act, Engagement, Figure, Instrument, Participant
from verbale.model.spelling import name_key
from verbale.views.amounts import amount
from verbale.views.brief_material import Material, Note, Told
from verbale.views.naming import LEADING, occasion, party_names, topic_label, when, where, who

ACT_SECTIONS = (
    ("Agreed", ("agree",)),
    ("Committed", ("commit",)),
    ("Asked", ("request",)),
    ("Offered", ("offer",)),
    ("Delivered", ("deliver",)),
)
CLOSING_SECTIONS = (
    ("Raised", ("object", "discuss")),
    ("Positions", ("affirm",)),
)
LISTED_TYPES = {"sign", "plan"} | {t for _, types in ACT_SECTIONS + CLOSING_SECTIONS for t in types}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: when, who or what (`lead`), what is said of it in plain words or as a quote, and its sources."""

    lead: str
    date: str
    text: str
    quote: str
    detail: str
    notes: tuple[Note[Any], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; `more` is the number of lines that the limit left out."""

    heading: str
    lines: tuple[Line, ...]
    more: int = 0


def drafts(material: Material, parties: Sequence[str]) -> dict[str, list[Line]]:
    """The lines under each heading that follow from the facts alone; `parties` are those that the briefing is about."""
    held = [told for told in material.engagements if told.entry.status == "held"]
    planned = [told for told in material.engagements if told.entry.status == "planned"]
    signed = [told for told in material.instruments if told.entry.status == "signed"]
    others = [told for told in material.instruments if told.entry.status != "signed"]
    return {
        "Last rounds": [_meeting(told, parties) for told in last_rounds(held)],
        "Other meetings": [_meeting(told, parties) for told in held if not told.entry.mechanism],
        **{heading: _acts(material.acts_of(*types)) for heading, types in ACT_SECTIONS + CLOSING_SECTIONS},
        "Signed": [_instrument(told, parties) for told in signed] + _acts(material.acts_of("sign")),
        "Figures": [_figure(told) for told in material.figures],
        "Planned": [_meeting(told, parties) for told in planned] + _acts(material.acts_of("plan")),
        "Instruments cited or sought": [_instrument(told, parties) for told in others],
    }


def last_rounds(held: Iterable[Told[Engagement]]) -> list[Told[Engagement]]:
    """The newest meeting of every mechanism; the same name between other parties is another mechanism."""
    newest: dict[tuple[str, tuple[str, ...]], Told[Engagement]] = {}
    for told in held:
        if told.entry.mechanism:
            newest.setdefault((name_key(told.entry.mechanism), told.entry.parties), told)
    return list(newest.values())


def cut_to(heading: str, lines: Sequence[Line], limit: int) -> Section:
    """The section with as many lines as the limit lets through, 0 for all."""
    shown = tuple(lines[:limit] if limit else lines)
    return Section(heading, shown, len(lines) - len(shown))


def _between(name: str, parties: Sequence[str], subject: Sequence[str]) -> str:
    """The name with its parties, unless these are what the whole briefing is about."""
    return name if not parties or tuple(parties) == tuple(subject) else f"{name}, {party_names(parties)}"


def _meeting(told: Told[Engagement], subject: Sequence[str]) -> Line:
    entry = told.entry
    leaders = [p for p in entry.participants if p.role in LEADING]
    others = [p for p in entry.participants if p.role not in LEADING]
    sentences = [where(entry)] if where(entry) else []
    sentences += _people("Led by", leaders) + _people("With", others)
    return Line(
        lead=_between(occasion(entry), entry.parties, subject),
        date=when(entry.start, entry.end),
        text=". ".join(sentences),
        quote="",
        detail="",
        notes=told.notes,
    )


def _people(opening: str, people: Sequence[Participant]) -> list[str]:
    return [f"{opening} {'; '.join(map(who, people))}"] if people else []


def _acts(group: Iterable[Told[Act]]) -> list[Line]:
    return [
        Line(
            lead=party_names(told.entry.actors) + (f" ({told.entry.speaker})" if told.entry.speaker else ""),
            date=told.day or "undated",
            text="",
            quote=told.notes[0].fact.words,
            detail=", ".join(map(topic_label, told.entry.topics)),
            notes=told.notes,
        )
        for told in group
    ]


def _instrument(told: Told[Instrument], subject: Sequence[str]) -> Line:
    entry = told.entry
    lead = _between(entry.title, entry.parties, subject)
    kind = "memorandum of understanding" if entry.type == "mou" else entry.type.replace("-", " ")
    named = fold(kind) in fold(entry.title)
    status = {"signed": "", "cited": "cited", "sought": "sought, not concluded"}[entry.status]
    detail = ", ".join(part for part in ("" if named else kind, status) if part)
    return Line(lead, when(entry.date), "", "", detail, told.notes)


def _figure(told: Told[Figure]) -> Line:
    entry = told.entry
    period = [f"since {entry.since}" if entry.since else "", f"as of {entry.as_of}" if entry.as_of else ""]
    kind = {"increment": "an addition", "total": "a total", "part": "a part", "baseline": "before a change"}[entry.kind]
    return Line(
        lead=amount(entry),
        date=told.day or "undated",
        text=entry.label,
        quote="",
        detail=", ".join(part for part in (kind, *period) if part),
        notes=told.notes,
    )
