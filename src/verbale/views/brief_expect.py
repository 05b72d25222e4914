"""What to expect: what is announced, what falls due, the next round by the interval, what waits for an answer, and
what was raised last time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.model.commitments import Thread
from verbale.model.days import days
from verbale.model.reading import Act, Engagement
from verbale.views.brief_acts import act_lines, is_new
from verbale.views.brief_basis import Basis
from verbale.views.brief_commitments import named, nos, open_threads, step_notes, whose
from verbale.views.brief_material import Note, Told
from verbale.views.brief_meetings import held_in, meeting_line
from verbale.views.brief_sections import Line
from verbale.views.naming import occasion, party_names, spoken, topic_label, where
from verbale.views.series import Series

PLANS = 2  # steps that are told without a date
OCCASIONS = 2  # of which it is told what was raised
TOPICS = 8  # of one occasion that are named
AHEAD, DUE, WAITING, RAISED = "Ahead", "Due", "Asked and not answered", "Raised last time"


def expectations(basis: Basis, numbered: Mapping[str, int]) -> list[Line]:
    """What is to come, by date, and what is likely to come up."""
    announced = [*_meetings(basis), *_due_rounds(basis)]
    plans = [told for told in basis.material.acts_of("plan") if is_new(told, basis.woven) and _is_ahead(told, basis)]
    return [
        *sorted(announced, key=lambda line: line.date.removeprefix("about ")), *act_lines(plans, AHEAD)[:PLANS],
        *_due_commitments(basis, numbered), *_waiting(basis, numbered), *_raised(basis),
    ]  # fmt: skip


def is_overtaken(told: Told[Engagement], as_of: str) -> bool:
    """Whether a meeting was planned for a time that the newest document has passed."""
    return told.entry.status == "planned" and told.last_day is not None and told.last_day < as_of


def _meetings(basis: Basis) -> list[Line]:
    planned = [
        told for told in basis.material.engagements
        if told.entry.status == "planned" and not is_overtaken(told, basis.as_of)
    ]  # fmt: skip
    return [replace(meeting_line(told, basis.parties), group=AHEAD) for told in planned]


def _due_rounds(basis: Basis) -> list[Line]:
    """Of each mechanism the next round, unless it was due more than a year before the newest document."""
    late = str(int(basis.as_of[:4] or 0) - 1) + basis.as_of[4:7]
    return [_due_round(basis, one) for one in basis.mechanisms if one.due and one.due >= late]


def _due_round(basis: Basis, one: Series) -> Line:
    """When the next round would fall by the interval between those that are known."""
    dated = [held for held in one.held if held.entry.start]
    notes = tuple(note for held in dated[-2:] for note in basis.notes(held.reports, 1))
    told = f"next round by the interval of {round(one.interval or 0)} months; no document announces it"
    return Line(one.name, spoken(one.due or ""), told, "", "", notes, group=AHEAD)


def _due_commitments(basis: Basis, numbered: Mapping[str, int]) -> list[Line]:
    dated = sorted((one for one in open_threads(basis) if one.due), key=lambda one: days(one.due)[1] or "")
    return [_due(basis, one, numbered) for one in dated]


def _due(basis: Basis, one: Thread, numbered: Mapping[str, int]) -> Line:
    """A commitment with a date: its number where it is told above, else its words."""
    number = nos(numbered, [one])
    late = " – overdue" if (days(one.due)[1] or "9999") < basis.as_of else ""
    lead = f"{whose(basis, one)}{late}"
    return Line(lead, spoken(one.due or ""), named(number) if number else "", "" if number else one.object, "",
                step_notes(basis, one.steps[-1:]), group=DUE)  # fmt: skip


def _waiting(basis: Basis, numbered: Mapping[str, int]) -> list[Line]:
    """Of each side what the other asked of it, by number."""
    by_owner: dict[str, list[Thread]] = defaultdict(list)
    for one in open_threads(basis):
        if one.status == "asked for" and one.id in numbered:
            by_owner[party_names(one.owner)].append(one)
    return [
        Line(owner, "", named(nos(numbered, asked)), "", "",
             step_notes(basis, [one.steps[-1] for one in asked]), group=WAITING)
        for owner, asked in by_owner.items()
    ]  # fmt: skip


def _is_ahead(told: Told[Act], basis: Basis) -> bool:
    """Whether a plan was told in the last year of the record."""
    return (told.day or "")[:4] >= str(int(basis.as_of[:4] or 0) - 1)


def _raised(basis: Basis) -> list[Line]:
    """What was spoken of on the last occasions of which documents tell so."""
    found: list[Line] = []
    for told in held_in(basis.material):
        if not (told.entry.mechanism or told.entry.participants or where(told.entry)):
            continue  # a text is no occasion
        about = [note.document.id for note in told.notes if note.fact.entry.main]
        acts = [act for act in basis.material.acts if act.notes[0].document.id in about and act.entry.topics]
        if acts:
            found.append(_spoken_of(told, acts))
    return found[:OCCASIONS]


def _spoken_of(told: Told[Engagement], acts: Sequence[Told[Act]]) -> Line:
    """The topics of one occasion by who raised them, and an act for each as its source."""
    first: dict[str, Told[Act]] = {}
    actors: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        for topic in act.entry.topics:
            first.setdefault(topic, act)
            actors[topic].update(act.entry.actors)
    often = sorted(first, key=lambda topic: -sum(topic in act.entry.topics for act in acts))[:TOPICS]
    by_actors: dict[str, list[str]] = defaultdict(list)
    for topic in often:
        by_actors[party_names(sorted(actors[topic]))].append(topic_label(topic))
    said = "; ".join(f"{who}: {', '.join(topics)}" for who, topics in by_actors.items())
    more = f"; and {len(first) - len(often)} more" if len(first) > len(often) else ""
    notes: dict[str, Note[Act]] = {first[topic].notes[0].fact.id: first[topic].notes[0] for topic in often}
    return Line(occasion(told.entry), told.entry.start or "undated", said + more, "", "", tuple(notes.values()),
                group=RAISED)  # fmt: skip
