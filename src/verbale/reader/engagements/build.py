"""An event as an entry of the reading, with its evidence."""

from __future__ import annotations

from verbale.language.geography import states
from verbale.model.document import Role
from verbale.model.evidence import Evidence, Span
from verbale.model.reading import Engagement, Participant
from verbale.reader.engagements.events import Event
from verbale.reader.engagements.mention import Mention
from verbale.reader.scene import Scene

_RULES = {
    "dialogue": "engagement.series",
    "talks": "engagement.talks",
    "visit": "engagement.visit",
    "call": "engagement.call",
}


def build(scene: Scene, event: Event, main: bool) -> Engagement:
    """The entry for one event."""
    told = _best_mention(event)
    kind = "talks" if event.mechanism is None and (event.kind == "dialogue" or _of_two(event)) else event.kind
    return Engagement(
        kind=kind,
        evidence=(_evidence(scene, told),),
        main=main,
        status="planned" if event.planned else "held",
        mechanism=event.mechanism,
        round=event.round if event.mechanism is not None else None,
        parties=tuple(sorted(event.parties)),
        start=event.start.edtf if event.start is not None else None,
        end=event.end.edtf if event.end is not None else None,
        place=_place(event) if kind != "call" else None,
        country=event.country if kind != "call" else None,
        participants=tuple(_participant(scene, person, role) for person, role in event.people.items()),
        spans=_spans(told) if told is not None else {},
        rule=event.rule or _RULES.get(event.kind, "engagement.event"),
    )


def _of_two(event: Event) -> bool:
    """Whether a 'summit' is one of two states' leaders: talks, where that of a body stays a summit."""
    told = any(len(mention.parties) > 1 for mention in event.mentions)
    of_states = event.parties <= states().keys()
    return told and event.kind == "summit" and len(event.parties) == 2 and of_states


def _best_mention(event: Event) -> Mention | None:
    """The body mention that says most."""

    def worth(mention: Mention) -> tuple[bool, int]:
        said = (mention.when, mention.place, mention.mechanism, mention.round)
        return mention.marked.sentence.role is Role.BODY, sum(x is not None for x in said) + len(mention.people)

    return max(event.mentions, key=worth, default=None)


def _evidence(scene: Scene, mention: Mention | None) -> Evidence:
    if mention is None:
        first = next((m for m in scene.marked if m.sentence.role is Role.BODY), scene.marked[0])
        return scene.quote_sentence(first)
    words = mention.marked.sentence.tokens
    return scene.quote(words[mention.segment.start].start, words[mention.segment.end - 1].end)


def _place(event: Event) -> str | None:
    """The city or building; a country is told by `country` alone."""
    if event.place is None or (event.country and states()[event.country]["name"] == event.place):
        return None
    return event.place


def _participant(scene: Scene, person: int, role: str) -> Participant:
    known = scene.cast.people[person]
    return Participant(known.name, known.party, known.post, known.rank, role)


def _spans(mention: Mention) -> dict[str, Span]:
    marks = {"start": mention.when, "place": mention.place, "mechanism": mention.segment.trigger.mechanism}
    return {name: Span(*mention.marked.span(mark)) for name, mark in marks.items() if mark is not None}
