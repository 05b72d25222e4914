"""The meetings of a briefing: the last round of each mechanism with those before it, and what else was held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from verbale.identities.times import length
from verbale.model.reading import Engagement, Participant
from verbale.model.spelling import name_key
from verbale.views.brief_basis import Basis
from verbale.views.brief_material import Material, Told
from verbale.views.brief_sections import Line
from verbale.views.naming import LEADING, occasion, ordinal, party_names, spoken, when, where, who
from verbale.views.series import Series

EARLIER = 3  # rounds before the last one that are named


def held_in(material: Material) -> list[Told[Engagement]]:
    """The meetings that were held, the newest first."""
    return [told for told in material.engagements if told.entry.status == "held"]


def last_rounds(held: Iterable[Told[Engagement]]) -> list[Told[Engagement]]:
    """The newest meeting of every mechanism; the same name between other parties is another mechanism."""
    newest: dict[tuple[str, tuple[str, ...]], Told[Engagement]] = {}
    for told in held:
        if told.entry.mechanism:
            newest.setdefault((name_key(told.entry.mechanism), told.entry.parties), told)
    return list(newest.values())


def round_lines(basis: Basis) -> list[Line]:
    """The last round of every mechanism, each with the rounds before it."""
    of_record = mechanisms_by_round(basis)
    found: dict[str, Line] = {}
    for told in last_rounds(held_in(basis.material)):
        mechanism = of_record.get(record_of(basis, told))
        key = mechanism.id if mechanism else told.notes[0].fact.id
        found.setdefault(key, _round(basis, told, mechanism))
    return list(found.values())


def mechanisms_by_round(basis: Basis) -> Mapping[str, Series]:
    """Of each record of a round its mechanism."""
    return {one.id: mechanism for mechanism in basis.mechanisms for one in mechanism.record.rounds}


def record_of(basis: Basis, told: Told[Engagement]) -> str:
    """The record that a meeting is a report of."""
    identifier = told.notes[0].fact.id
    return basis.records.get(identifier, identifier)


def occasions(meetings: Sequence[Told[Engagement]]) -> list[Told[Engagement]]:
    """Meetings, the newest first, without those in whose time another is told more exactly: the visit of some talks."""
    exact = sorted(meetings, key=lambda one: (one.last_day or "~", one.day or "", one.notes[0].fact.id))
    kept: list[Told[Engagement]] = []
    for told in sorted(exact, key=_length):
        if not any(_within(one, told) for one in kept):
            kept.append(told)
    return sorted(kept, key=lambda one: (one.day or "", one.notes[0].fact.id), reverse=True)


def _length(told: Told[Engagement]) -> int:
    """Days that it may have lasted; what is undated comes last."""
    return length(told.day, told.last_day) if told.day and told.last_day else 10**6


def _within(one: Told[Engagement], whole: Told[Engagement]) -> bool:
    return bool(one.day and whole.day) and (whole.day or "") <= (one.day or "") <= (whole.last_day or "")


def meeting_line(told: Told[Engagement], subject: Sequence[str]) -> Line:
    """A meeting with where it was and who took part."""
    entry = told.entry
    leaders = [p for p in entry.participants if p.role in LEADING]
    others = [p for p in entry.participants if p.role not in LEADING]
    sentences = [where(entry)] if where(entry) else []
    sentences += _people("Led by", leaders) + _people("With", others)
    lead = between(occasion(entry), entry.parties, subject)
    return Line(lead, spoken(when(entry.start, entry.end)), ". ".join(sentences), "", "", told.notes)


def other_lines(basis: Basis) -> list[Line]:
    """Meetings outside a mechanism of which it is told where they were or who took part; a visit during which talks
    of the same people are told stands with them.
    """
    held = [told for told in held_in(basis.material) if not told.entry.mechanism]
    told_of = [told for told in held if where(told.entry) or told.entry.participants]
    visits = {id(told): _during(told, told_of) for told in told_of}
    within = {id(visit) for visit in visits.values() if visit}
    return [_with_visit(told, visits[id(told)], basis) for told in told_of if id(told) not in within]


def _during(told: Told[Engagement], others: Sequence[Told[Engagement]]) -> Told[Engagement] | None:
    """The visit in whose time talks of the same people fall."""
    people = {one.name for one in told.entry.participants}
    return next(
        (visit for visit in others if visit.entry.kind == "visit" and told.entry.kind != "visit" and people
         and people == {one.name for one in visit.entry.participants}
         and (visit.day or "~") <= (told.day or "") <= (visit.last_day or "")), None,
    )  # fmt: skip


def _with_visit(told: Told[Engagement], visit: Told[Engagement] | None, basis: Basis) -> Line:
    line = meeting_line(told, basis.parties)
    if visit is None:
        return line
    during = f"during a visit, {spoken(when(visit.entry.start, visit.entry.end))}"
    return replace(line, detail=during, notes=(*told.notes, *visit.notes))


def between(name: str, parties: Sequence[str], subject: Sequence[str]) -> str:
    """The name with its parties, unless these are what the whole briefing is about."""
    return name if not parties or tuple(parties) == tuple(subject) else f"{name}, {party_names(parties)}"


def _round(basis: Basis, told: Told[Engagement], mechanism: Series | None) -> Line:
    """The round; the rounds before it in brackets, each with a source."""
    line = meeting_line(told, basis.parties)
    held = mechanism.held if mechanism else ()
    before = [one for one in held if one.id != record_of(basis, told) and (one.first or "~") < (told.day or "")]
    recent = before[-EARLIER:][::-1]
    if not recent:
        return line
    named = [
        " ".join(filter(None, (ordinal(one.entry.round) if one.entry.round else "", one.entry.start, where(one.entry))))
        for one in recent
    ]  # fmt: skip
    sources = tuple(note for one in recent for note in basis.notes(one.reports, 1))
    return replace(line, detail=f"before it: {'; '.join(named)}", notes=(*line.notes, *sources))


def _people(opening: str, people: Sequence[Participant]) -> list[str]:
    return [f"{opening} {'; '.join(map(who, people))}"] if people else []
