"""Which event the document is about, and what the document as a whole adds to it."""

from __future__ import annotations

from verbale.language.marks import Marked
from verbale.model.dates import DateInterval, PartialDate, Precision
from verbale.model.document import Role
from verbale.reader.engagements.deeds import complete_deed, take_ceremony
from verbale.reader.engagements.events import RECENT, Event, compatible, during
from verbale.reader.engagements.only_meeting import only_meeting
from verbale.reader.engagements.people import is_named_in_passing
from verbale.reader.engagements.time import DATELINE, day_told
from verbale.reader.scene import Scene

_WEIGHT = {"dialogue": 6, "call": 5, "talks": 5, "summit": 5, "signing": 4, "visit": 3, "exhibition": 3, "exercise": 3}
_AFTER_JOURNEY = 10  # days between 'flew to Lima last weekend' and the round that was held there
_FEW = 4  # people of a story in which one of each side must be those who met
_LEAD = 3  # body sentences in which the main event is told
_SEATS = frozenset({"capital", "province", "city", "resort", "port", "town"})
_SESSIONS = frozenset({"talks", "dialogue", "signing"})


def choose_main(scene: Scene, events: list[Event]) -> Event:
    """The event that headline and lead speak of; where there is none, the document's own statement."""
    lead = _lead(scene)
    scored = [(_score(scene, event, lead), -i, event) for i, event in enumerate(events)]
    best = max(scored, key=lambda item: item[:2], default=None)
    recalled = best is not None and best[0] > 0 and _is_old(scene, best[2])
    if best is None or best[0] <= 0 or recalled:
        own = None if recalled else next((e for e in events if _of_speaker(scene, e)), None)
        met = own or (only_meeting(scene, events) if recalled or scene.genre == "news" else None)
        if met is not None:
            met.rule = "engagement.speaker" if own is not None else "engagement.main"
            return met
    if best is None or best[0] <= 0 or (recalled and scene.genre != "news"):
        event = Event([], "other", rule="engagement.statement")
        events.insert(0, event)
        return event
    main = _round_of_lead(best[2], events, lead) if scene.genre == "news" else best[2]
    if main.kind == "visit":
        main = _talks_of_visit(scene, main, events, lead)
    elif main.kind == "signing":
        main = _talks_of_signing(main, events, lead)
    main.rule = main.rule or "engagement.main"
    return main


def _round_of_lead(main: Event, events: list[Event], lead: list[Marked]) -> Event:
    """The round that was held, told in the lead, where the headline has the talks to come that it decided on."""
    if main.kind not in {"talks", "summit"} or not main.planned or main.mechanism is not None:
        return main
    for event in events:
        named = event.mechanism is not None or event.kind == "talks"
        held = named and event.round is not None and not (event.planned or event.turn)
        if held and event.parties == main.parties and any(m.marked in lead[:2] and m.event for m in event.mentions):
            return event
    return main


def _of_speaker(scene: Scene, event: Event) -> bool:
    """'I am leaving for Oslo on a state visit': what the speaker tells of as the occasion of the text."""
    own = scene.speaker is not None and scene.speaker in event.people and event.kind == "visit" and not event.turn
    return own and event.country is not None and event.start is None and any(m.event for m in event.mentions)


def _talks_of_visit(scene: Scene, visit: Event, events: list[Event], lead: list[Marked]) -> Event:
    """Where a visit and talks both fit, the talks are main; a trip with meetings of several pairs stays the visit."""
    held = [
        e for e in events if e.kind in {"talks", "dialogue"} and e.turn != "previous" and e.planned == visit.planned
    ]
    fitting = [e for e in held if _on_visit(visit, e) and any(m.event for m in e.mentions)]
    wide = [e for e in events if len(e.parties) > 2 and e.kind == "dialogue" and e.start is not None and not e.turn]
    if any(during(visit, e.start) for e in wide if visit.end is not None):
        return visit
    if any(
        len(e.parties) > 2 or (e.mechanism and e.start and e.parties and e.parties != visit.parties) for e in fitting
    ):
        return visit
    if _is_trip(visit) and _hosts(scene, visit, fitting) > 1:
        return visit
    if visit.planned and _is_trip(visit) and len(fitting) + sum(_stop_of(visit, e) for e in events) > 1:
        return visit
    if visit.planned:
        told = [m.marked for m in visit.mentions if not (m.headline or m.definite)]
        dated = [e for e in fitting if e.start is not None or any(m.marked in told for m in e.mentions)]
        fitting = [e for e in dated if any(m.marked in lead[:2] for m in e.mentions)]
    own = [e for e in fitting if not e.parties or e.parties <= visit.parties or len(visit.parties) < 2]
    return own[0] if own else visit


def _on_visit(visit: Event, event: Event) -> bool:
    """Whether talks may be those of a visit: in its days, or a round held in the days after the journey there."""
    if during(visit, event.start):
        return True
    left = visit.start.earliest() if visit.start is not None else None
    met = event.start.earliest() if event.start is not None else None
    after = left is not None and met is not None and 0 <= (met - left).days <= _AFTER_JOURNEY
    return after and visit.end is None and event.mechanism is not None and event.parties == visit.parties


def _is_trip(visit: Event) -> bool:
    """'Travel to Mexico' above a story: the journey itself."""
    return any(m.headline and m.segment.trigger.lemma in {"travel", "trip", "tour"} for m in visit.mentions)


def _hosts(scene: Scene, visit: Event, talks: list[Event]) -> int:
    """How many meetings with different people of the visited country there are."""
    people = scene.cast.people
    met = {frozenset(i for i in e.people if people[i].party == visit.country) for e in talks if e.start is not None}
    return len(met - {frozenset()})


def _stop_of(visit: Event, event: Event) -> bool:
    """Whether an event is a further stop of a journey."""
    return event is not visit and event.kind == "visit" and event.planned == visit.planned and not event.turn


def _talks_of_signing(signing: Event, events: list[Event], lead: list[Marked]) -> Event:
    """What is signed at talks that the lead tells of belongs to the talks."""
    for event in events:
        told = any((m.event and any(m.marked is marked for marked in lead)) or m.headline for m in event.mentions)
        same = not event.parties or event.parties <= signing.parties or signing.parties <= event.parties
        fresh = not event.turn and not event.planned and compatible(event.start, signing.start)
        if event.kind in {"talks", "dialogue", "summit"} and told and same and fresh and not _around_signing(event):
            return event
    return signing


def _around_signing(event: Event) -> bool:
    """'Before the signing, A met B': talks beside the signing, and not those at which it took place."""
    for mention in event.mentions:
        words = [word.key for word in mention.marked.sentence.tokens]
        opening = words[: words.index("signing")] if "signing" in words[:6] else []
        if set(opening) & {"before", "after", "following", "prior", "ahead"}:
            return True
    return False


def _lead(scene: Scene) -> list[Marked]:
    body = [m for m in scene.marked if m.sentence.role is Role.BODY and m.sentence.running]
    return body[:_LEAD]


def _score(scene: Scene, event: Event, lead: list[Marked]) -> float:
    """How much an event is the story's: told in the headline and the lead, and by its kind."""
    if event.turn == "previous" or not _is_own(scene, event):
        return 0.0
    headline = any(m.headline for m in event.mentions)
    places = [i for i, marked in enumerate(lead) if any(m.marked is marked for m in event.mentions)]
    score = (9.0 if headline else 0.0) + (7.0 - 2 * places[0] if places else 0.0)
    score += 1.0 if any(m.caption for m in event.mentions) else 0.0
    if score <= 0 or (event.kind not in _WEIGHT and not headline):
        return 0.0
    told = headline or places[:1] == [0] or any(m.segment.trigger.verbal or m.segment.verb for m in event.mentions)
    if event.kind == "visit" and not told and event.start is None:
        return 0.0  # 'builds on the President's May visit'
    opens = event.kind == "exercise" and places[:1] == [0] and len(event.parties) > 1 and not event.planned
    if event.kind in {"exhibition", "exercise"} and not (headline or opens):
        return 0.5
    if _is_old(scene, event):
        score -= 6
    if not headline and not any(m.segment.trigger.verbal or m.segment.verb for m in event.mentions):
        score -= 1.5
    return score + _WEIGHT.get(event.kind, 1) + (1 if len(event.people) > 1 else 0) - (3 if event.planned else 0)


def _is_old(scene: Scene, event: Event) -> bool:
    """Whether an event lies so far before the date line that the story only recalls it."""
    last = event.start.latest() if event.start is not None else None
    opens = scene.published.earliest() if scene.published is not None else None
    return last is not None and opens is not None and (opens - last).days > RECENT


def _is_own(scene: Scene, event: Event) -> bool:
    """Whether the event says enough to be what a document is about, and is not one of other parties alone."""
    if any(m.headline for m in event.mentions):
        return True
    told = event.start is not None or bool(event.people) or event.place is not None or event.country is not None
    told = told or any(m.segment.verb and m.segment.trigger.mechanism for m in event.mentions)
    return told and not (event.parties and scene.sides and event.parties.isdisjoint(scene.sides))


def complete_main(scene: Scene, main: Event, events: list[Event]) -> None:
    """Fill what the words of the main event leave to the document: its parties, people, place and day."""
    if not main.mentions:
        main.parties |= set(scene.sides)
        main.start = main.start or scene.published
        _people_of_lead(scene, main)
        if scene.genre == "news":
            complete_deed(scene, main)
            take_ceremony(main, events)
        return
    if len(main.parties) < 2 and not (main.planned and main.kind in {"exhibition", "summit"}):
        main.parties |= set(scene.sides)
    _add_side_of_stranger(scene, main)
    for event in events:
        fresh = event.kind == "visit" and not _is_old(scene, event)
        if fresh and main.kind in _SESSIONS and main.parties == event.parties:
            _share_visit(main, event)
        elif event.kind == "signing" and main.kind in _SESSIONS and event is not main:
            _share_signing(scene, main, event)
    if main.kind in _SESSIONS | {"visit"} and len(main.people) < 2:
        _people_of_lead(scene, main)
    signed = any(event.kind == "signing" and event.people for event in events if event is not main)
    if main.kind in _SESSIONS and not (main.people or main.planned or signed):
        _one_of_each(scene, main)
    if main.kind == "visit" and main.start is None:
        _span_of_meetings(main, events)
    if _is_vague(scene, main) and not main.planned:
        published = scene.published
        main.start = _day_of_lead(scene) or (main.start if published is None else _of_issue(scene, published))
    host = _host_country(scene, main)
    if host is not None and main.country in main.parties - {host}:
        main.place, main.country = None, host  # nobody welcomes guests in their own country
    if main.country is None and main.kind in _SESSIONS:
        main.country = host or _country_of_lead(scene, main)


def _add_side_of_stranger(scene: Scene, main: Event) -> None:
    """Where somebody of no known side met two or more, and one side of the document is missing: it is theirs."""
    missing = set(scene.sides) - main.parties
    stranger = any(scene.cast.people[person].party is None for person in main.people)
    if stranger and len(missing) == 1 and len(main.people) > len(main.parties) > 1:
        main.parties |= missing


def _is_vague(scene: Scene, main: Event) -> bool:
    """Whether no date, or only the story's own year, is told."""
    start, published = main.start, scene.published
    if start is None:
        return True
    year_only = isinstance(start, PartialDate) and start.precision is Precision.YEAR
    return year_only and published is not None and start.earliest() == PartialDate(published.year).earliest()


def _of_issue(scene: Scene, published: PartialDate) -> PartialDate:
    """The day of a fact sheet or of remarks, which come out on the day of the meeting; else the month of the text."""
    same_day = scene.genre in {"speech", "fact-sheet"}
    return published if same_day else PartialDate(published.year, published.month)


def _day_of_lead(scene: Scene) -> PartialDate | None:
    """'… agreed on Monday': the day of the first sentence with one, where it lies in the week before the date line."""
    opening = _lead(scene)
    told = opening if scene.genre == "news" else opening[:1]
    return next((day for marked in told if (day := day_told(scene, marked, DATELINE)) is not None), None)


def _span_of_meetings(main: Event, events: list[Event]) -> None:
    """A trip without dates lasts from its first meeting to its last."""
    days = [
        e.start
        for e in events
        if e is not main and not e.turn and e.planned == main.planned and e.parties & main.parties and e.kind != "call"
    ]
    known = sorted(
        (d for d in days if isinstance(d, PartialDate) and d.precision is Precision.DAY), key=lambda d: d.edtf
    )
    if known:
        main.start = known[0]
        main.end = known[-1] if known[-1] != known[0] else None


def _share_visit(main: Event, visit: Event) -> None:
    """Talks during a visit are in the visited country; a visit of one day gives the day."""
    if not _on_visit(visit, main) or visit.turn == "previous" or visit.planned != main.planned:
        return
    loose = isinstance(visit.start, DateInterval) or (visit.start and visit.start.precision is Precision.YEAR)
    if loose and main.start is not None:
        return  # 'my visit to Lima earlier this year' is another
    main.country = main.country or visit.country
    if main.place is None and visit.country == main.country:
        main.place = visit.place
    day = visit.start is not None and visit.start.precision is Precision.DAY and visit.end is None
    arrives = any(m.segment.verb == "arrive" for m in visit.mentions)
    if main.start is None and day and not arrives:
        main.start = visit.start
    if not main.people:
        main.people.update(visit.people)


def _share_signing(scene: Scene, main: Event, signing: Event) -> None:
    """'…, in a declaration signed in Lima': where the lead has the signing, the talks are that nothing else places."""
    told = any(m.event and any(m.marked is marked for marked in _lead(scene)) for m in signing.mentions)
    apart = main.planned or signing.planned or signing.turn or not compatible(signing.start, main.start)
    if told and not apart and main.country is None and signing.country in main.parties | signing.parties:
        main.place, main.country = signing.place, signing.country


def _people_of_lead(scene: Scene, main: Event) -> None:
    """Where the talks name nobody, those whom headline, lead and captions show."""
    lead = _lead(scene)[:1]
    shown = [m for m in scene.marked if m.sentence.role in (Role.HEADLINE, Role.CAPTION)]
    for marked in (*lead, *shown):
        for mark in marked.people:
            party = scene.cast.people[mark.person].party
            if party in main.parties and not is_named_in_passing(scene, marked, mark):
                main.people.setdefault(mark.person, "participant")


def _one_of_each(scene: Scene, main: Event) -> None:
    """Talks that name nobody, in a story with one person of each side: these are the two who met."""
    people = scene.cast.people
    sides = [[i for i, person in enumerate(people) if person.party == party] for party in sorted(main.parties)]
    if len(sides) != 2 or any(len(side) != 1 for side in sides) or len(people) > _FEW:
        return
    told = {m.person for marked in scene.marked for m in marked.people if not is_named_in_passing(scene, marked, m)}
    for side in sides:
        if side[0] in told:
            main.people[side[0]] = "participant"


def _country_of_lead(scene: Scene, main: Event) -> str | None:
    """'wrapped up two days of meetings in the Turkish capital', 'in the Thai province of …': where the lead puts it."""
    found = set()
    for marked in _lead(scene)[:2]:
        words = marked.sentence.tokens
        for mark in marked.parties:
            seat = mark.last < len(words) and words[mark.last].key in _SEATS
            before = {word.key for word in words[max(0, mark.first - 3) : mark.first]}
            if seat and before & {"in", "at"} and mark.code in main.parties:
                found.add(mark.code)
    return found.pop() if len(found) == 1 else None


def _host_country(scene: Scene, main: Event) -> str | None:
    """The host's own country, where all hosts are of one."""
    hosts = {scene.cast.people[p].party for p, role in main.people.items() if role == "host"}
    code = hosts.pop() if len(hosts) == 1 else None
    return code if code is not None and len(code) == 2 else None
