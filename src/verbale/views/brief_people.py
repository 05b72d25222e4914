"""The counterparts of a briefing: who speaks for each side, in which post, and when they met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from verbale.identities.person_names import is_short, likeness
from verbale.model.reading import Engagement, Participant
from verbale.views.brief_material import Material, Note, Told
from verbale.views.brief_sections import Line
from verbale.views.naming import occasion
from verbale.views.parties import party_name


@dataclass(slots=True)
class _Counterpart:
    """A person while meetings are gathered, the newest first."""

    name: str
    party: str
    post: str | None
    meetings: list[Told[Engagement]] = field(default_factory=list)


def counterparts(material: Material, parties: Sequence[str]) -> list[Line]:
    """A line for each person of these parties who took part in a meeting that was held, the latest met first,
    one of each side in turn.
    """
    found: list[_Counterpart] = []
    for told in material.engagements:
        if told.entry.status != "held":
            continue
        for person in told.entry.participants:
            if person.party and (not parties or person.party in parties) and not is_short(person.name):
                _note(found, person, told)
    by_party: Mapping[str, list[_Counterpart]] = _by_party(found)
    in_turn = zip_longest(*(by_party[party] for party in sorted(by_party)))
    return [_line(one) for pair in in_turn for one in pair if one is not None]


def _note(found: list[_Counterpart], person: Participant, told: Told[Engagement]) -> None:
    known = next((one for one in found if one.party == person.party and _is(one, person)), None)
    if known is None:
        known = _Counterpart(person.name, person.party or "", person.post)
        found.append(known)
    known.post = known.post or person.post
    known.name = max(known.name, person.name, key=len)
    if told not in known.meetings:
        known.meetings.append(told)


def _is(one: _Counterpart, person: Participant) -> bool:
    return likeness(one.name, person.name) in ("equal", "variant")


def _by_party(found: Sequence[_Counterpart]) -> dict[str, list[_Counterpart]]:
    grouped: dict[str, list[_Counterpart]] = defaultdict(list)
    for one in found:
        grouped[one.party].append(one)
    return grouped


def _line(one: _Counterpart) -> Line:
    """Name, post, and the last meeting; the sources are those of that meeting."""
    last = one.meetings[0]
    number = len(one.meetings)
    times = "met once" if number == 1 else f"met {number} times"
    notes: tuple[Note[Engagement], ...] = last.notes[:1]
    when = last.entry.start or "undated"
    return Line(
        lead=f"{one.name}, {party_name(one.party)}", date="", text=one.post or "post not given", quote="",
        detail=f"{times}, last at the {occasion(last.entry)}, {when}" if last.entry.mechanism
        else f"{times}, last {when}",
        notes=notes,
    )  # fmt: skip
