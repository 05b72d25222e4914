"""The agenda of a briefing: for each topic what each side holds, in its own words, and what changed in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from verbale.model.commitments import Thread
from verbale.model.positions import Statement
from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.threads.positions import positions
from verbale.threads.wording import content, in_common
from verbale.views.brief_acts import speaking
from verbale.views.brief_basis import Basis
from verbale.views.brief_commitments import named, nos, open_threads, step_notes
from verbale.views.brief_material import Told
from verbale.views.brief_sections import Line
from verbale.views.naming import topic_label
from verbale.views.since_parts import DOING

TELLING = ("affirm", "object", "request", "offer", "commit", "agree", "discuss")  # what a side holds comes first
BROAD = frozenset({"relationship", "exchange", "dialogue", "defence", "implementation"})
BROAD_WEIGHT = 0.2  # a topic that every document touches gives way to those that are a matter of their own
LINES_OF_A_TOPIC = 3
NEAR = 0.35  # share of words in common from which a wording is laid beside an earlier one
CHANGED_WORDS = 5  # words that came or went, of each kind

ONLY_PROMISED = "Other topics"

Acts = dict[str, list[Told[Act]]]


def agenda(basis: Basis, numbered: Mapping[str, int], topics: Sequence[str] = ()) -> list[Line]:
    """Up to three lines a topic, the most spoken of lately first; only these topics where some are given.

    What is a commitment stands there with its number, and is not said here.
    """
    spoken, threads = _by_topic(basis), _threads_by_topic(basis, numbered)
    changed = _changes(basis)
    wanted = topics or sorted(spoken.keys() | threads.keys())
    newest = int(basis.as_of[:4] or 0)
    ordered = sorted(wanted, key=lambda topic: (-_weight(topic, spoken, newest), topic_label(topic)))
    shown: set[str] = set()
    lines: list[Line] = []
    for topic in ordered:
        own = [told for told in spoken.get(topic, ()) if told.notes[0].fact.id not in basis.woven]
        number = nos(numbered, threads.get(topic, ()))
        group = f"{topic_label(topic)} – {named(number)}" if number else topic_label(topic)
        lines += [_line(basis, group, told, changed) for told in _chosen(own, shown)]
    told = {line.group.split(" – ")[0] for line in lines}
    rest = {topic: found for topic, found in threads.items() if topic in wanted and topic_label(topic) not in told}
    return [*lines, *_only_promised(basis, rest, numbered)]


def _by_topic(basis: Basis) -> Acts:
    """The acts of each topic; what one side asks or gives is an act of the topic too, and counts for its weight."""
    found: Acts = defaultdict(list)
    for told in basis.material.acts:
        for topic in told.entry.topics if told.entry.type in TELLING else ():
            found[topic].append(told)
    return found


def _threads_by_topic(basis: Basis, numbered: Mapping[str, int]) -> dict[str, list[Thread]]:
    found: dict[str, list[Thread]] = defaultdict(list)
    for thread in open_threads(basis):
        for topic in thread.topics if thread.id in numbered else ():
            found[topic].append(thread)
    return found


def _changes(basis: Basis) -> Mapping[str, Statement]:
    """Of each act that words a position anew, what it is worded against."""
    acts: list[Fact[Act]] = [note.fact for told in basis.material.acts for note in told.notes]
    return {
        one.fact.id: one for position in positions(acts) for one in position.statements
        if one.against and in_common(content(one.fact.words), content(one.against.words)) >= NEAR
    }  # fmt: skip


def _weight(topic: str, spoken: Acts, newest: int) -> float:
    """How much a topic is spoken of: every act counts half as much as one of a year later."""
    days = [told.day for told in spoken.get(topic, ()) if told.day]
    weight = sum(0.5 ** max(0, newest - int(day[:4])) for day in days)
    return weight * BROAD_WEIGHT if topic in BROAD else weight


def _chosen(acts: Sequence[Told[Act]], shown: set[str]) -> list[Told[Act]]:
    """The newest telling act of each set of actors; an act that stands under another topic already is left out."""
    best: dict[tuple[str, ...], Told[Act]] = {}
    for told in acts:
        if told.notes[0].fact.id in shown:
            continue
        known = best.get(told.entry.actors)
        if known is None or _rank(told) < _rank(known):
            best[told.entry.actors] = told
    chosen = sorted(best.values(), key=lambda told: told.day or "", reverse=True)[:LINES_OF_A_TOPIC]
    shown.update(told.notes[0].fact.id for told in chosen)
    return chosen


def _rank(told: Told[Act]) -> tuple[str, int]:
    """The newest year first, then what is most telling."""
    year = (told.day or "0000")[:4]
    return str(9999 - int(year)), TELLING.index(told.entry.type)


def _line(basis: Basis, group: str, told: Told[Act], changed: Mapping[str, Statement]) -> Line:
    one = changed.get(told.notes[0].fact.id)
    earlier = one.against if one else None
    again = () if earlier is None or earlier.document not in basis.documents else (basis.note(earlier),)
    detail = _worded(one, earlier) if one and earlier and again else DOING[told.entry.type]
    return Line(speaking(told.entry), told.day or "undated", "", told.notes[0].fact.words, detail,
                (*told.notes, *again), group=group)  # fmt: skip


def _worded(one: Statement, earlier: Fact[Act]) -> str:
    """'worded anew since 2024-07-11: + balanced; − fair'."""
    moved = [
        f"{sign} {', '.join(words[:CHANGED_WORDS])}{' …' if len(words) > CHANGED_WORDS else ''}"
        for sign, words in (("+", one.added), ("−", one.dropped)) if words
    ]  # fmt: skip
    since = earlier.first or "an undated document"
    return f"worded anew since {since}: {'; '.join(moved)}" if moved else f"in the words of {since}"


def _only_promised(basis: Basis, rest: Mapping[str, Sequence[Thread]], numbered: Mapping[str, int]) -> list[Line]:
    """Topics on which nothing is told but commitments, with their numbers."""
    told = "; ".join(f"{topic_label(topic)} ({nos(numbered, found)})" for topic, found in sorted(rest.items()))
    steps = [one.steps[-1] for one in {one.id: one for found in rest.values() for one in found}.values()]
    return [Line("Only commitments", "", told, "", "", step_notes(basis, steps), group=ONLY_PROMISED)] if told else []
