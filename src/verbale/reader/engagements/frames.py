"""What hangs together in one sentence: talks during a visit, a visit for a dialogue."""

from __future__ import annotations

from itertools import pairwise

from verbale.language.geography import states
from verbale.model.dates import PartialDate
from verbale.reader.engagements.events import Event, finer
from verbale.reader.engagements.mention import Mention
from verbale.reader.scene import Scene


def link_frames(scene: Scene, placed: list[tuple[Mention, Event | None]]) -> None:
    """Let events of one sentence share what only one of them says."""
    for (before, host), (mention, event) in pairwise(placed):
        if mention.marked is not before.marked or host is None or event is None or host is event:
            continue
        if host.kind == "signing" and event.kind in {"talks", "dialogue", "summit"}:
            _signed_at(host, mention, event)
        going = before.segment.trigger.lemma != "visit"  # 'visited Lima, where he met B' is a visit too
        host.for_talks = host.for_talks or (mention.journey and going and event.kind == "talks")
        if mention.segment.link in {"frame", "time"}:
            _frame(scene, host, event)
            if mention.segment.link == "time" and event.place is None and event.country is None:
                event.place, event.country = host.place, host.country
            first = mention.marked.sentence.tokens[mention.segment.start].key
            _same_time(host, event, exact=first in {"as", "while"})
        elif mention.segment.link == "aim" and (event.first is mention or event.start is None):
            _aim(host, event)


def _signed_at(signing: Event, mention: Mention, talks: Event) -> None:
    """'signed a treaty at the Leaders' Meeting in Queenstown': one day and place."""
    if not mention.at or signing.planned != talks.planned:
        return
    talks.place, talks.country = talks.place or signing.place, talks.country or signing.country
    signing.country = signing.country or talks.country
    signing.place = signing.place or talks.place
    if talks.start is None:
        talks.start = signing.start


def _frame(scene: Scene, talks: Event, visit: Event) -> None:
    """'held talks … during his visit to X': the visit's country is the talks', the talks' guests are the visitors."""
    if talks.kind not in {"talks", "dialogue", "signing"} or visit.kind != "visit":
        return
    talks.country = talks.country or visit.country
    if visit.country is None and visit.place is None and talks.start is not None:
        visit.country, visit.place = talks.country, talks.place
    visit.parties |= {p for p in talks.parties if len(talks.parties) == 2}
    if not visit.people:
        for person in talks.people:
            party = scene.cast.people[person].party
            if party and party != visit.country:
                visit.people[person] = "guest"


def _same_time(one: Event, other: Event, exact: bool) -> None:
    """'signed in May when X visited': the month is both events'; 'signed on Monday as they met': the day."""
    for left, right in ((one, other), (other, one)):
        if left.start is None and isinstance(right.start, PartialDate):
            left.start = right.start if exact else PartialDate(right.start.year, right.start.month)
            left.planned = left.planned or right.planned


def _aim(visit: Event, talks: Event) -> None:
    """'will visit Darwin on 2 July for the Leaders' Meeting': one place and time."""
    if visit.kind != "visit":
        return
    talks.planned = visit.planned
    if visit.start is not None and finer(visit.start, talks.start):
        talks.start, talks.end = visit.start, visit.end
    talks.place = talks.place or visit.place
    talks.country = talks.country or visit.country
    if not talks.people:
        talks.people.update(visit.people)
    visit.parties |= talks.parties & states().keys()  # 'travels to Lima for the G20 summit'


def add_visit(scene: Scene, main: Event, events: list[Event], unplaced: list[Mention]) -> None:
    """'This visit', where no visit is told in full: the guests of the main talks are on it."""
    told = [m for m in unplaced if m.kind == "visit" and not m.turn and not m.planned and m.definite and not m.people]
    known = any(e.kind == "visit" and not e.planned and not e.turn and e.parties == main.parties for e in events)
    if known or not told or main.planned or main.kind not in {"talks", "dialogue", "signing"} or main.country is None:
        return
    parties = {p: scene.cast.people[p].party for p in main.people}
    guests = {p: "guest" for p, party in parties.items() if party not in (None, main.country)}
    if guests and len(guests) < len(parties):
        named = (
            told[0].segment.trigger.lemma == "visit" or told[0].segment.trigger.last - told[0].segment.trigger.first > 1
        )
        told[0].event = told[0].event or (told[0].country is None and named)  # 'The visit, her first, came as …'
        visit = Event(
            told[:1], "visit", parties=set(main.parties), people=guests, country=main.country, place=main.place
        )
        visit.start = told[0].start or main.start
        events.append(visit)
