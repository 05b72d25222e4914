"""Events that hang on the main one: on whose margins it was held, with which it coincides, what its people held too."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.tokens import Token
from verbale.model.dates import AnyDate, DateInterval, PartialDate
from verbale.reader.engagements.events import Event
from verbale.reader.engagements.mention import Mention
from verbale.reader.engagements.words import MARGINS

_COINCIDING = frozenset({"coincide", "coincides", "coincided", "coinciding"})
_NEAR = 7  # tokens between 'margins' and the name of the event
_CHAIRED = frozenset({"cochaired", "co-chaired", "chaired", "co-led", "coled", "attended"})


def complete_beside(main: Event, events: Sequence[Event]) -> None:
    """Give an undated event of a named series the time and place of the main event that it hangs on."""
    for event in events:
        if event is main or event.mechanism is None:
            continue
        if event.kind in {"summit", "other", "dialogue"} and any(_on_margins(m, main) for m in event.mentions):
            _stand_by(event, main, event.start or _month(main.start))
        elif event.start is not None:
            continue
        elif main.kind == "visit" and any(map(_coincides, event.mentions)):
            _stand_by(event, main, _days(main))
        else:
            _held_too(event, events)


def hangs(mention: Mention) -> bool:
    """Whether the words before a series make it an event that another one of the sentence dates."""
    near = set(_before(mention))
    return mention.mechanism is not None and bool(near & (MARGINS | _COINCIDING | _CHAIRED))


def _stand_by(event: Event, main: Event, start: AnyDate | None) -> None:
    """Take over time, place and parties of the main event."""
    event.start, event.planned = start, main.planned
    if event.place is None and event.country is None:
        event.place, event.country = main.place, main.country
    event.parties |= main.parties


def _on_margins(mention: Mention, main: Event) -> bool:
    """'met on the margins of the G20 Summit': in a sentence that tells of the main event."""
    near = _before(mention)
    return bool(MARGINS & set(near)) and any(m.marked is mention.marked for m in main.mentions)


def _coincides(mention: Mention) -> bool:
    """'The visit will coincide with the fifth Leadership Forum'."""
    return bool(_COINCIDING & set(_before(mention)))


def _before(mention: Mention) -> list[str]:
    first = mention.segment.trigger.first
    words: Sequence[Token] = mention.marked.sentence.tokens[max(0, first - _NEAR) : first]
    return [word.key for word in words]


def _held_too(event: Event, events: Sequence[Event]) -> None:
    """'held talks in Oslo this month and co-chaired a session of the Strategic Dialogue': one month and place."""
    mention = event.first
    if not _CHAIRED & set(_before(mention)) or event.planned or event.turn or event.round is not None:
        return
    for other in events:
        told = any(m.marked is mention.marked and m.segment.end == mention.segment.start for m in other.mentions)
        if told and other.kind == "talks" and not other.planned and other.start is not None:
            event.start = _month(other.start)
            event.place, event.country = event.place or other.place, event.country or other.country
            return


def _month(start: AnyDate | None) -> AnyDate | None:
    return PartialDate(start.year, start.month) if isinstance(start, PartialDate) else start


def _days(main: Event) -> AnyDate | None:
    """The days of a visit as one period."""
    return DateInterval(main.start, main.end) if isinstance(main.start, PartialDate) and main.end else main.start
