"""The other events: what they take from the main one, and which of them say enough to be told."""

from __future__ import annotations

from verbale.model.dates import DateInterval
from verbale.reader.engagements.events import Event
from verbale.reader.scene import Scene

_DATED = frozenset({"talks", "dialogue", "call", "visit", "summit", "signing", "exercise", "exhibition", "other"})


def complete_others(scene: Scene, main: Event, events: list[Event]) -> None:
    """Give other events what the document settles: rounds of the main series, parties of one-sided mentions."""
    for event in events:
        if event is main:
            continue
        if event.kind in {"talks", "dialogue"} and event.turn and event.mechanism is None and main.mechanism:
            event.mechanism, event.kind = main.mechanism, "dialogue"
        if event.kind == "dialogue" and event.mechanism is None and main.mechanism and event.start is not None:
            event.mechanism = main.mechanism
        if event.mechanism and event.mechanism == main.mechanism and len(event.parties) < 2:
            event.parties |= main.parties
        if len(event.parties) < 2 and event.kind in {"talks", "call", "visit", "dialogue", "signing"}:
            if not event.parties or event.parties <= set(scene.sides):
                event.parties |= set(scene.sides) if len(scene.sides) == 2 else set()
        if event.country is None:
            hosts = {scene.cast.people[p].party for p, role in event.people.items() if role == "host"}
            event.country = hosts.pop() if len(hosts) == 1 else None


def worth_telling(scene: Scene, main: Event, event: Event) -> bool:
    """Whether an event says enough: two of a year, its parties, people by name, a series with its round; and a
    time or a place, so that it is one event and not a manner of speaking."""
    if not any(m.event for m in event.mentions):
        return False
    dated = event.start is not None and (isinstance(event.start, DateInterval) or event.start.year is not None)
    placed = event.place is not None or event.country is not None
    own_parties = len({p for m in event.mentions for p in m.parties}) > 1
    people = bool(event.people)
    series = event.mechanism is not None and event.round is not None
    if event.kind in {"other", "signing", "exercise", "summit"} and event.mechanism is None:
        return dated and (people or own_parties) and event.kind in _DATED
    if event.kind == "visit":
        return (dated or event.planned) and placed and (people or own_parties)
    if event.mechanism:
        return (dated or series or (event.planned and placed)) and len(event.parties) > 0
    return (dated or placed) and (people or own_parties)
