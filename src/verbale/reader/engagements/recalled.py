"""The other events: what they take from the main one, and which of them say enough to be told."""

from __future__ import annotations

from itertools import pairwise

from verbale.language.spelling import fold
from verbale.language.tokens import APOSTROPHE_S
from verbale.model.dates import AnyDate, DateInterval, PartialDate
from verbale.reader.engagements.company import add_company, add_host, signed_there, told_of_three
from verbale.reader.engagements.events import Event, compatible, during, name_words, similar
from verbale.reader.engagements.mention import Mention
from verbale.reader.engagements.unattended import told_alone
from verbale.reader.engagements.visits import told_by_guest, told_of_guest
from verbale.reader.scene import Scene

_TWO_SIDED = frozenset({"talks", "call", "visit", "dialogue", "signing", "exercise"})
SHOWS = frozenset({"conference", "workshop", "seminar", "symposium", "festival", "fair", "forum"})
_OWNED = 4  # tokens between "A's" and 'visit'
_SEPARATE = frozenset({"earlier", "later", "separately", "separate", "meanwhile"})
_NEAR = frozenset({"recent", "forthcoming", "upcoming", "shortly", "soon"})
_NEAR_KINDS = frozenset({"summit", "visit"})
_COUNTED = frozenset({"talks", "dialogue", "exercise", "exhibition"})
_DATED = frozenset({"talks", "dialogue", "call", "visit", "summit", "signing", "exercise", "exhibition", "other"})


def complete_others(scene: Scene, main: Event, events: list[Event]) -> None:
    """Give other events what the document settles: rounds of the main series, parties of one-sided mentions."""
    sides = main.parties if len(main.parties) > 1 else set(scene.sides)
    for event in events:
        if event is main:
            continue
        _name_series(scene, event, main, events)
        if (
            event.kind == "visit"
            and event.start is None
            and not event.planned
            and event.people.keys() & main.people.keys()
        ):
            event.start = _month(main.start)
        if event.kind == "dialogue" and event.mechanism is None and main.mechanism and event.start is not None:
            event.mechanism = main.mechanism
        if event.mechanism and event.mechanism == main.mechanism and len(event.parties) < 2:
            event.parties |= main.parties
        met = any(m.both and m.segment.verb == "meet" for m in event.mentions)  # 'who last met at a summit'
        summit = event.kind == "summit" and event.mechanism is None and met
        add_company(event, sides)
        _goes_on(event, main, sides)
        two_sided = (event.kind in _TWO_SIDED and not _to_elsewhere(event)) or summit
        if two_sided and len(event.parties) < 2 and event.parties <= sides and len(sides) == 2:
            event.parties |= sides
        _undated(scene, event, main)
        _within_visit(event, main)
        if event.start is None and event.planned and any(m.journey or _due(m) for m in event.mentions):
            event.start = _month(scene.published)
        _of_the_year(scene, event)
        _not_home(scene, event, main)
        if (
            event.kind == "visit"
            and event.country is None
            and (not event.turn or event.first.segment.trigger.verbal)  # 'he earlier visited in 1999'
            and event.people.keys() & main.people.keys()
        ):
            event.country = main.country
            _not_home(scene, event, main)
        _where_to(scene, event)
        if event.planned and event.first.segment.trigger.lemma in SHOWS and event.country in sides and not event.people:
            event.parties = {event.country}
        if event.kind == "exhibition" and event.country:
            signed = any(map(signed_there, event.mentions)) and event.country in sides
            event.parties = set(sides) if signed else {event.country}
        add_host(event)
        if event.country is None:
            hosts = {scene.cast.people[p].party for p, role in event.people.items() if role == "host"}
            event.country = hosts.pop() if len(hosts) == 1 else None


def _goes_on(event: Event, main: Event, sides: set[str]) -> None:
    """'The minister leaves for Nauru on Saturday', in a story of her visit to Fiji: the guest goes on to a third."""
    onward = event.kind == "visit" and event.first.segment.trigger.verbal and not event.people
    guests = sides - {main.country or ""}
    abroad = event.country is not None and event.country not in sides and event.parties <= sides | {event.country}
    if onward and abroad and len(guests) == 1 and len(sides) == 2 and any(m.event for m in event.mentions):
        event.parties = {*guests, str(event.country)}


def _to_elsewhere(event: Event) -> bool:
    """'his upcoming trip to Antarctica': a visit to a place of neither side."""
    words, last = event.first.marked.sentence.tokens, event.first.segment.trigger.last
    ahead = words[last : last + 2]
    named = len(ahead) == 2 and ahead[0].key == "to" and ahead[1].capital
    return event.kind == "visit" and event.country is None and named


def _not_home(scene: Scene, event: Event, main: Event) -> None:
    """Nobody visits the own country: a country that is the guest's is another matter's."""
    if event.kind == "visit" and event.country is not None:
        guests = {scene.cast.people[p].party for p, role in event.people.items() if role == "guest"}
        if guests == {event.country}:
            same = main.country != event.country and not event.turn
            event.place, event.country = (None, main.country) if same else (None, None)


def _undated(scene: Scene, event: Event, main: Event) -> None:
    """A meeting without a date is of the story's month; 'later in the day' of the main meeting's day."""
    if (
        event.start is not None
        or event.planned
        or event.turn
        or event.mechanism
        or event.kind not in {"talks", "call", "visit", "other", "signing"}
    ):
        return
    if not (event.people or any(len(m.parties) > 1 or m.both for m in event.mentions)) or not isinstance(
        main.start, PartialDate
    ):
        return
    shared = bool(event.people.keys() & main.people.keys())
    if not shared and (event.kind == "visit" or event.parties != main.parties):
        return
    words = [w.key for w in event.first.marked.sentence.tokens]
    pairs = set(pairwise(words))
    same_day = {("same", "day"), ("the", "day"), ("that", "day"), ("this", "day"), ("the", "evening")} & pairs
    inside = {"included", "sidelines", "margins", "afterwards"} & set(words)
    event.start = main.start if same_day or inside else _month(main.start)
    if "sidelines" in words and event.place is None:
        event.place, event.country = main.place, main.country


def _where_to(scene: Scene, event: Event) -> None:
    """'the upcoming state visit by President X' in a text of two sides: to the other one. A visit that is told to mark
    the day ('the visit to Oslo by X') is of the date line's month."""
    guests = {scene.cast.people[p].party for p in event.people}
    sides = set(scene.sides)
    if event.kind != "visit" or len(guests) != 1 or len(sides) != 2 or not guests <= sides:
        return
    told = event.planned or _own_visit(event) or _paid(event)
    if event.country is None and event.place is None and event.start is not None and told:
        event.country = next(iter(sides - guests))
    by_guest = any(m.definite and m.event for m in event.mentions) and not event.turn
    if event.start is None and by_guest and not event.planned and event.country in sides - guests:
        event.start = _month(scene.published)


def _paid(event: Event) -> bool:
    """'The king paid a state visit in 2004': in a text of two sides, to the other."""
    first = event.first
    return first.segment.verb in {"pay", "make"} and not first.definite and not event.turn


def _own_visit(event: Event) -> bool:
    """'signed during President A's visit in May 2020': told by its guest and its date."""
    words, trigger = event.first.marked.sentence.tokens, event.first.segment.trigger
    near = {word.text for word in words[max(0, trigger.first - _OWNED) : trigger.first]}
    return not trigger.verbal and not event.turn and bool(near & APOSTROPHE_S) and event.first.when is not None


def _within_visit(event: Event, main: Event) -> None:
    """'I will meet X', on a visit that is announced: some time within it."""
    talks = event.kind in {"talks", "dialogue"} and event.start is None and not event.turn
    same = event.people.keys() & main.people.keys() or (event.people and event.parties == main.parties)
    same = same or (event.mechanism is not None and event.round is not None and event.parties == main.parties)
    if talks and same and main.kind == "visit" and main.planned and event.planned:
        first = main.start
        event.start = DateInterval(first, main.end) if isinstance(first, PartialDate) and main.end else first


def _due(mention: Mention) -> bool:
    """'was due to call on Prime Minister X', 'will also meet X': another talk of the same trip."""
    named = mention.kind == "talks" and mention.people and mention.segment.trigger.verbal and not mention.turn
    words, first = mention.marked.sentence.tokens, mention.segment.trigger.first
    near = {word.key for word in words[max(0, first - 4) : first]}
    return bool(named) and bool(near & {"due", "scheduled", "expected", "also"})


def _of_the_year(scene: Scene, event: Event) -> None:
    """'the recent ASEAN-Japan Summit', 'will visit shortly': of the story's year, where nothing says more."""
    if event.kind not in _NEAR_KINDS or event.start is not None or scene.published is None or len(event.parties) < 2:
        return
    words, first = event.first.marked.sentence.tokens, event.first.segment.trigger.first
    near = [w.key for w in words[max(0, first - 5) : first + 5]]
    if _NEAR & set(near) and ("as", "soon") not in pairwise(near):
        event.start = PartialDate(scene.published.year)


def _called(scene: Scene, event: Event, series: str) -> str | None:
    """The last series named before 'the council met' whose name holds the word."""
    found: str | None = None
    for marked in scene.marked[: event.first.marked.sentence.index + 1]:
        for mark in marked.mechanisms:
            found = mark.name if series in fold(mark.name) else found
    return found


def _of_another(event: Event, named: list[Event]) -> bool:
    """'the upcoming meeting of the Coalition': of a body by name that is none of the series told of."""
    words, last = event.first.marked.sentence.tokens, event.first.segment.trigger.last
    keys = [word.key for word in words[last : last + 2]]
    name = words[last + 2 : last + 3] if keys == ["of", "the"] else ()
    body = name[0].key if name and name[0].capital else ""
    return bool(body) and all(body not in (e.mechanism or "").lower() for e in named)


def _name_series(scene: Scene, event: Event, main: Event, events: list[Event]) -> None:
    """'The next session', 'the council last met', 'the sixth round of the dialogue': of which series."""
    series = event.first.series
    if (series or event.first.segment.trigger.again) and event.mechanism is None:
        event.mechanism = _called(scene, event, series)
    trigger = event.first.segment.trigger
    counted = event.round is not None and trigger.lemma in {"session", "round", "edition", "meeting"}
    turned = (event.turn or counted) and not trigger.verbal
    if event.kind in _COUNTED and event.mechanism is None and (turned or series):
        named = [e for e in events if e.mechanism and e is not event and series in e.mechanism.lower()]
        named = [e for e in named if e.kind == event.kind or event.kind in {"talks", "dialogue"}]
        if _of_another(event, named):
            return
        if told_of_three(event.first):
            named = [e for e in named if len(e.parties) != 2]
        near = [e for e in named if any(m.marked is event.first.marked for m in e.mentions)]
        following = [word.key for word in event.first.marked.sentence.tokens[trigger.last : trigger.last + 2]]
        of_which = [m for m in event.first.marked.mechanisms if m.last < trigger.first and counted]
        if of_which and event.kind in {"talks", "dialogue"}:
            event.mechanism, event.kind = of_which[-1].name, of_which[-1].event
            return
        source = near[-1] if near else _just_told(event, named) if following != ["of", "which"] else None
        source = source or (main if counted and _adjoins(event, main) else None)
        source = source or (main if main in named else named[-1] if series and named else None)
        if source is not None:
            event.mechanism, event.kind = source.mechanism, source.kind
            event.parties |= source.parties
    elif event.mechanism and main.mechanism and event.kind == main.kind and similar(event.mechanism, main.mechanism):
        event.mechanism = max(event.mechanism, main.mechanism, key=len)
    for other in events:
        alike = event.mechanism and other.mechanism and other.kind == event.kind != "dialogue"
        alike = alike and (event.kind != "other" or not event.parties or event.parties <= other.parties)
        if alike and name_words(event.mechanism or "") < name_words(other.mechanism or ""):
            event.mechanism = other.mechanism


def _adjoins(event: Event, main: Event) -> bool:
    """'The 11th meeting was held in Lima', where the story is of the 12th: the round before it of the same series."""
    rounds = main.round is not None and event.round is not None and abs(main.round - event.round) == 1
    return rounds and main.mechanism is not None and (event.round or 0) > 1 and event.parties <= main.parties


def _just_told(event: Event, named: list[Event]) -> Event | None:
    """The series of the sentence before: '… the Trade Dialogue in May. The first took place in Lima.'"""
    last = event.first.marked.sentence.index - 1
    return next((e for e in reversed(named) if any(m.marked.sentence.index == last for m in e.mentions)), None)


def _month(date: AnyDate | None) -> AnyDate | None:
    return PartialDate(date.year, date.month) if isinstance(date, PartialDate) else None


def _by_them(mention: Mention) -> bool:
    """'signed by A and B after the session, which they chaired': those who signed are those who met."""
    segment = mention.segment
    return any(word.key == "they" for word in mention.marked.sentence.tokens[segment.trigger.last : segment.end])


def _own_signing(main: Event, event: Event) -> bool:
    """A signing apart from the talks: by other people, elsewhere at another time, or told as a deed of two parties."""
    beside = any(m.marked is n.marked and _by_them(n) for m in event.mentions for n in main.mentions)
    others = not main.mentions or not (beside or event.people.keys() & main.people.keys())
    if main.kind != "signing" and len(event.people) > 1 and others:
        return True
    other_time = not during(main, event.start)
    active = any((len(m.parties) > 1 or m.both) and not _passive(m) for m in event.mentions)
    if active and main.kind != "signing" and _SEPARATE & {w.key for w in event.first.marked.sentence.tokens}:
        return True
    return event.start is not None and other_time and (event.place is not None or active)


def _passive(mention: Mention) -> bool:
    words, first = mention.marked.sentence.tokens, mention.segment.trigger.first
    return first > 0 and words[first - 1].key in {"was", "were", "been", "be", "is", "are"}


def add_signatories(main: Event, events: list[Event]) -> None:
    """Those who signed at the main talks, where the signing is no event of its own."""
    for event in events:
        fitting = event.kind == "signing" and not event.planned and compatible(event.start, main.start)
        if event is main or main.planned or not fitting or main.kind not in {"talks", "dialogue", "signing", "visit"}:
            continue
        for person, role in event.people.items():
            if role == "signatory":
                main.people.setdefault(person, role)


def worth_telling(scene: Scene, main: Event, event: Event) -> bool:
    """Whether an event says enough: two of a year, its parties, people by name, a series with its round; and a
    time or a place, so that it is one event and not a manner of speaking."""
    if not any(m.event for m in event.mentions):
        return False
    if event.mechanism is None and any(m.segment.trigger.again and not m.parties for m in event.mentions):
        return False  # 'it had not met since May': nothing says what
    undated = scene.published is None  # then every date of the document may lack its year
    start = event.start
    dated = start is not None and (isinstance(start, DateInterval) or undated or start.year is not None)
    placed = event.place is not None or event.country is not None
    own_parties = any(m.both for m in event.mentions) or len({p for m in event.mentions for p in m.parties}) > 1
    own_parties = own_parties or ((bool(event.turn) or event.round is not None) and len(event.parties) > 1)
    own_parties = own_parties or (len(event.parties) > 1 and any(told_alone(m) for m in event.mentions))
    people = bool(event.people)
    series = event.mechanism is not None and event.round is not None
    if event.kind == "signing":
        bare = all(m.segment.trigger.lemma == "signing" and (m.when is None or not people) for m in event.mentions)
        return not bare and len(event.parties) > 1 and _own_signing(main, event)
    if event.kind == "other" and event.first.segment.trigger.lemma == "hand":
        apart = main.mentions or not compatible(event.start, main.start)
        return dated and bool(apart) and len(event.parties) > 1
    if event.kind in {"other", "exercise", "summit"} and event.mechanism is None:
        alone = event.first.segment.trigger.lemma == "ceremony" and len(event.parties) == 1 and not event.planned
        if alone:
            return False  # 'addressing the closing ceremony, A said'
        if event.planned and event.first.segment.trigger.lemma in SHOWS:
            return dated and event.country in event.parties  # 'an energy conference in Lima in June'
        of_body = event.kind == "summit" and placed and bool(event.parties)  # 'the OIC summit in Banjul in May'
        return dated and bool(event.parties) and (people or own_parties or of_body) and event.kind in _DATED
    if event.kind == "visit":
        by_guest = len(event.parties) > 1 and any(
            told_by_guest(m.marked, m.segment) or told_of_guest(m.marked, m.segment) for m in event.mentions
        )
        onward = event.country is not None and event.country not in main.parties and len(event.parties) == 2
        own_parties = own_parties or by_guest or onward
        toured = event.start is None and event.first.segment.trigger.lemma == "tour"
        if toured or (event.for_talks and len(event.mentions) == 1):
            return False
        return (dated or event.planned) and placed and (people or own_parties)
    if event.mechanism and event.kind in {"summit", "other"}:
        marks = [m.segment.trigger.mechanism for m in event.mentions]
        between = series and any(mark is not None and len(mark.parties) > 1 for mark in marks)
        return (dated or between) and bool(event.parties)
    if event.mechanism:
        return (dated or series or (event.planned and placed)) and len(event.parties) > 0
    if event.planned and not dated and event.mechanism is None and event.kind == "talks":
        return placed and (people or len({p for m in event.mentions for p in m.parties}) > 1)
    return (dated or placed) and (people or own_parties)
