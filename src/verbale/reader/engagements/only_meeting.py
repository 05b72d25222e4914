"""The one meeting of a text whose headline and lead tell of something else: of its result, or of an older event."""

from __future__ import annotations

from verbale.reader.engagements.events import Event
from verbale.reader.scene import Scene

_MEETINGS = frozenset({"talks", "dialogue", "call"})
_WEEK = 7


def only_meeting(scene: Scene, events: list[Event]) -> Event | None:
    """The one meeting or call of the two sides in the days before the date line, where headline and lead tell of what
    came of it: the story is about that."""
    if scene.published is None or len(scene.sides) != 2:
        return None
    opens, closes = scene.published.earliest(), scene.published.latest()
    found = []
    for event in events:
        days = (event.start.earliest(), event.start.latest()) if event.start is not None else (None, None)
        fresh = event.kind in _MEETINGS and not (event.planned or event.turn) and any(m.event for m in event.mentions)
        both = event.parties < set(scene.sides) and any(m.both for m in event.mentions)
        own = event.parties == set(scene.sides) or both
        dated = opens and closes and days[0] and days[1] and days[1] <= closes and (opens - days[0]).days <= _WEEK
        met = bool(event.people) and event.parties <= set(scene.sides) and bool(event.parties)
        if fresh and ((own and dated) or (met and event.start is None)):
            found.append(event)
    return found[0] if len(found) == 1 else None
