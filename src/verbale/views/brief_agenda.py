"""The agenda of a briefing: for each topic what each side last asked, offered, undertook or held, in its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from verbale.model.reading import Act
from verbale.views.brief_material import Material, Told
from verbale.views.brief_sections import Line
from verbale.views.naming import party_names, topic_label

TELLING = ("request", "object", "offer", "commit", "affirm", "agree")  # what a side wants comes before what it holds
BROAD = frozenset({"relationship", "exchange", "dialogue", "defence", "implementation"})
ACTS_OF_A_TOPIC = 3


def agenda(material: Material, topics: Sequence[str] = ()) -> list[Line]:
    """Up to three lines a topic, the most spoken of lately first; only these topics where some are given."""
    by_topic: dict[str, list[Told[Act]]] = defaultdict(list)
    for told in material.acts:
        for topic in told.entry.topics:
            if told.entry.type in TELLING and (topic in topics if topics else topic not in BROAD):
                by_topic[topic].append(told)
    newest = max((int(told.day[:4]) for told in material.acts if told.day), default=0)
    ordered = sorted(by_topic.items(), key=lambda item: (-_weight(item[1], newest), topic_label(item[0])))
    shown: set[str] = set()
    lines: list[Line] = []
    for topic, acts in ordered:
        lines += [_line(topic, told) for told in _chosen(acts, shown)]
    return lines


def _weight(acts: Sequence[Told[Act]], newest: int) -> float:
    """How much a topic is spoken of: every act counts half as much as one of a year later."""
    return sum(0.5 ** (newest - int(told.day[:4])) if told.day else 0.0 for told in acts)


def _chosen(acts: Sequence[Told[Act]], shown: set[str]) -> list[Told[Act]]:
    """The newest telling act of each set of actors; an act that stands under another topic already is left out."""
    best: dict[tuple[str, ...], Told[Act]] = {}
    for told in acts:
        if told.notes[0].fact.id in shown:
            continue
        known = best.get(told.entry.actors)
        if known is None or _rank(told) < _rank(known):
            best[told.entry.actors] = told
    chosen = sorted(best.values(), key=lambda told: told.day or "", reverse=True)[:ACTS_OF_A_TOPIC]
    shown.update(told.notes[0].fact.id for told in chosen)
    return chosen


def _rank(told: Told[Act]) -> tuple[str, int]:
    """The newest year first, then what is most telling."""
    year = (told.day or "0000")[:4]
    return str(9999 - int(year)), TELLING.index(told.entry.type)


def _line(topic: str, told: Told[Act]) -> Line:
    who = party_names(told.entry.actors) + (f" ({told.entry.speaker})" if told.entry.speaker else "")
    return Line(
        lead=f"{topic_label(topic)} – {who}", date=told.day or "undated", text="", quote=told.notes[0].fact.words,
        detail=told.entry.type, notes=told.notes,
    )  # fmt: skip
