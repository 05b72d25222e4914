"""Which event the document is about, and what the document as a whole adds to it."""

from __future__ import annotations

from verbale.language.marks import Marked
from verbale.model.dates import PartialDate, Precision
from verbale.model.document import Role
from verbale.reader.engagements.events import Event, compatible
from verbale.reader.scene import Scene

_WEIGHT = {
    "dialogue": 6,
    "call": 5,
    "talks": 5,
    "summit": 5,
    "signing": 4,
    "visit": 3,
    "exhibition": 3,
    "exercise": 3,
    "other": 1,
}
_LEAD = 3  # body sentences in which the main event is told


def choose_main(scene: Scene, events: list[Event]) -> Event:
    """The event that headline and lead speak of; where there is none, the document's own statement."""
    lead = _lead(scene)
    scored = [(_score(event, lead), -i, event) for i, event in enumerate(events)]
    best = max(scored, key=lambda item: item[:2], default=None)
    if best is None or best[0] <= 0:
        event = Event([], "other", rule="engagement.statement")
        events.insert(0, event)
        return event
    best[2].rule = best[2].rule or "engagement.main"
    return best[2]


def _lead(scene: Scene) -> list[Marked]:
    body = [m for m in scene.marked if m.sentence.role is Role.BODY and not m.sentence.heading]
    return body[:_LEAD]


def _score(event: Event, lead: list[Marked]) -> float:
    """How much an event is the story's: told in the headline and the lead, and by its kind."""
    score = 0.0
    if event.turn == "previous":
        return 0.0
    for mention in event.mentions:
        if mention.headline:
            score = max(score, 8.0) + 1
        for i, marked in enumerate(lead):
            if mention.marked is marked:
                score = max(score, 7.0 - 2 * i)
        if mention.caption:
            score += 1
    if score <= 0:
        return 0.0
    if event.kind in {"exhibition", "exercise", "other"} and not any(m.headline for m in event.mentions):
        return 0.5
    return score + _WEIGHT[event.kind] + (1 if len(event.people) > 1 else 0) - (3 if event.planned else 0)


def complete_main(scene: Scene, main: Event, events: list[Event]) -> None:
    """Fill what the words of the main event leave to the document: its parties and its day."""
    if not main.mentions:
        main.parties |= set(scene.sides)
        main.start = main.start or scene.published
        return
    if len(main.parties) < 2 and not (main.planned and main.kind in {"exhibition", "summit"}):
        main.parties |= set(scene.sides)
    for event in events:
        if event.kind == "visit" and main.kind in {"talks", "dialogue", "signing"} and main.parties == event.parties:
            _share_visit(main, event)
    if main.start is None and not main.planned and scene.published is not None:
        main.start = _month(scene.published)
    if main.country is None and main.kind in {"talks", "signing", "dialogue"}:
        main.country = _host_country(scene, main)


def _share_visit(main: Event, visit: Event) -> None:
    """Talks during a visit are in the visited country; a visit of one day gives the day."""
    if not compatible(main.start, visit.start) or visit.turn == "previous" or visit.planned != main.planned:
        return
    main.country = main.country or visit.country
    if main.place is None and visit.first.marked.sentence.index - main.first.marked.sentence.index in (0, 1, -1):
        main.place = visit.place
    if main.start is None and visit.end is None and visit.start is not None and visit.start.precision is Precision.DAY:
        main.start = visit.start


def _month(published: PartialDate) -> PartialDate:
    return PartialDate(published.year, published.month)


def _host_country(scene: Scene, main: Event) -> str | None:
    """The host's own country, where all hosts are of one."""
    hosts = {scene.cast.people[p].party for p, role in main.people.items() if role == "host"}
    code = hosts.pop() if len(hosts) == 1 else None
    return code if code is not None and len(code) == 2 else None
