"""Events that turn out to be one once the whole document is read: talks and the series they are a round of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked
from verbale.language.numbers import number_at
from verbale.model.dates import PartialDate, Precision
from verbale.model.document import Role
from verbale.reader.engagements.events import Event, compatible, finer, name_words
from verbale.reader.engagements.placing import located
from verbale.reader.engagements.words import lemma
from verbale.reader.scene import Scene

_DATELINES = 4  # body sentences among which the dateline stands: a caption may come first
_OPENING = 5  # body sentences in which a story names the series whose round it tells of
_LONGEST = 9  # days of a meeting or a stay told by their number
_STAYS = frozenset({"visit", "trip", "tour", "stay"})
_ENDING = frozenset({"conclude", "end", "close", "wrap", "finish"})
_SESSIONS = frozenset({"talks", "session", "meeting", "dialogue", "round", "conference", "consultations",
                       "negotiations", "summit", "discussions", "meetings", "exercise", "exercises", "drill",
                       "drills"})  # fmt: skip


def round_of_talks(scene: Scene, main: Event, events: list[Event]) -> Event:
    """The round of a series that the story's talks are: named a sentence or two after 'the two sides agreed …'."""
    opening = [m for m in scene.body() if m.sentence.running][:_OPENING]
    if main.mechanism is not None:
        _take_in_talks(main, events, opening)
    if main.kind not in {"talks", "other"} or main.mechanism is not None:
        return main
    for event in events:
        if event is main or event.mechanism is None or event.turn or event.planned != main.planned:
            continue
        told = any(any(m.marked is marked for marked in opening) for m in event.mentions if m.event)
        same = not event.parties or not main.parties or event.parties <= main.parties
        if told and same and event.kind == "dialogue" and compatible(event.start, main.start):
            absorb(event, main)
            events.remove(main)
            event.rule = "engagement.main-round"
            _take_in_talks(event, events, opening)
            return event
    return main


def _take_in_talks(main: Event, events: list[Event], opening: list[Marked]) -> None:
    """'closing two days of talks' in the lead: the round that is told of next."""
    for event in list(events):
        plain = event.kind == "talks" and not (event.mechanism or event.people or event.turn)
        told = plain and any(any(m.marked is marked for marked in opening) for m in event.mentions)
        same = event.planned == main.planned and event.country in (None, main.country)
        near = event.parties <= main.parties and compatible(event.start, main.start)
        if told and same and near and main.kind == "dialogue" and event is not main:
            absorb(main, event)
            events.remove(event)


def absorb(event: Event, other: Event) -> None:
    """Let an event take over what another says of the same meeting."""
    event.mentions.extend(other.mentions)
    event.parties |= other.parties
    for person, role in other.people.items():
        event.people.setdefault(person, role)
    if other.start is not None and finer(other.start, event.start):
        event.start, event.end = other.start, other.end
    event.place = event.place or other.place
    event.country = event.country or other.country


def one_visit(main: Event, events: list[Event]) -> None:
    """'Mr Adu's visit is the first …': the visit of the same people that is told with its date or place."""
    for event in [e for e in events if e.kind == "visit" and e is not main and not e.turn]:
        if event.start is not None or not event.people:
            continue
        for other in events:
            same = other is not event and other.kind == "visit" and not other.turn
            there = event.country in (None, other.country)
            if same and there and event.people.keys() <= other.people.keys() and other.start is not None:
                absorb(other, event)
                events.remove(event)
                break


def full_names(events: list[Event]) -> None:
    """'The tenth session of the Commission': the one series of the document whose name ends in that word."""
    full = [e for e in events if e.kind != "other" and e.mechanism and len(name_words(e.mechanism)) > 1]
    for event in events:
        if event.mechanism is None or len(name_words(event.mechanism)) != 1:
            continue
        short, own = name_words(event.mechanism), _own_parties(event)
        fitting = {
            e.mechanism
            for e in full
            if e.kind == event.kind and short < name_words(e.mechanism or "") and own <= (_own_parties(e) or own)
        }
        if len(fitting) == 1 and not (own and not any(_own_parties(e) for e in full if e.mechanism in fitting)):
            event.mechanism = fitting.pop()


def _own_parties(event: Event) -> frozenset[str]:
    """The parties that the series' name itself gives: 'the Denmark-Peru Dialogue'."""
    marks = [m.segment.trigger.mechanism for m in event.mentions]
    return frozenset(code for mark in marks if mark is not None and len(mark.parties) > 1 for code in mark.parties)


def span_of_days(scene: Scene, main: Event) -> None:
    """'two days of talks', which ended on Wednesday: the day before is when they began."""
    if not isinstance(main.start, PartialDate) or main.start.precision is not Precision.DAY or main.end is not None:
        return
    lead = [m for m in scene.body() if m.sentence.running][:1]
    told = [m.marked for m in main.mentions if m.marked.sentence.role is Role.BODY]
    told += [m for m in lead if not any(m is known for known in told) and not main.planned]
    ended = any(m.segment.verb in _ENDING or _ended(m.marked) for m in main.mentions) or any(map(_ended, lead))
    ended = ended and not any(m.segment.verb == "open" and m.when is not None for m in main.mentions)
    stays = _STAYS if main.kind == "visit" and ended else frozenset()
    days = max((_days(marked, stays) for marked in told), default=0)
    day = main.start.earliest()
    if days < 2 or day is None:
        return
    first = day - timedelta(days=days - 1) if ended else day
    last = first + timedelta(days=days - 1)
    main.start = replace(main.start, year=first.year, month=first.month, day=first.day)
    main.end = replace(main.start, year=last.year, month=last.month, day=last.day)


def _days(marked: Marked, stays: frozenset[str]) -> int:
    """The number in 'the two-day session', 'two days of talks'; 0 where there is none."""
    words = marked.sentence.tokens
    for i, word in enumerate(words):
        if word.key not in {"day", "days"} or i == 0:
            continue
        k = i - 2 if words[i - 1].text == "-" else i - 1
        number = number_at(words, k) if k >= 0 else None
        following = {w.key for w in words[i + 1 : i + 4]}
        if number is not None and 2 <= number.value <= _LONGEST:
            if not (following & stays or (following & _SESSIONS and "visit" not in following)):
                continue
            return int(number.value)
    return 0


def _ended(marked: Marked) -> bool:
    """'which ended here on Wednesday', 'after two days of talks', 'closing two days of meetings'."""
    words = marked.sentence.tokens
    for i, word in enumerate(words[:-3]):
        if word.key in {"which", "that"} and lemma(words[i + 1]) in _ENDING:
            return True
        if word.key == "at" and words[i + 2].key in {"close", "end", "conclusion"}:
            return True  # 'at the close of the 41st session'
        i += words[i + 1].key == "up"
        i += words[i + 1].key in {"a", "an", "his", "her", "its", "the"} if i + 1 < len(words) else 0
        if i + 3 >= len(words):
            return False
        long = words[i + 2].key in {"day", "days"} or words[i + 3].key in {"day", "days"}
        if (word.key == "after" or lemma(word) in _ENDING) and long and number_at(words, i + 1) is not None:
            return True
    return False


def caption_country(scene: Scene, main: Event) -> None:
    """Talks that no words of the text place: where the caption shows them, in the country of one side."""
    if main.country is not None or main.planned or main.kind not in {"talks", "dialogue", "signing"}:
        return
    shown = [m for m in scene.marked if m.sentence.role is Role.CAPTION]
    found = {p.country: p.name for m in shown for p in m.places if p.country in main.parties and located(m, p.first)}
    if len(found) == 1:
        main.country, main.place = found.popitem()


def town_line(scene: Scene, main: Event) -> None:
    """'Bergen, Norway' on a line of its own below the headline: where one side's statement was made."""
    if main.place is not None or main.country is not None or main.kind == "call":
        return
    for marked in [m for m in scene.marked if m.sentence.role is Role.BODY][:2]:
        named = covered(marked.places, marked.parties)
        words = marked.sentence.tokens
        mark = marked.places[0] if marked.places else None
        alone = all(i in named or word.text == "," for i, word in enumerate(words))
        if mark is not None and alone and mark.first == 0 and mark.country in scene.sides:
            main.place, main.country = mark.name, mark.country
            return


def dateline_place(scene: Scene, main: Event) -> None:
    """'here', or no place at all: the city of the dateline, where it lies in the country of one side."""
    body = [m for m in scene.body() if m.sentence.running][:_DATELINES]
    if main.place is not None or not body or not main.mentions:
        return
    told = {m.marked.sentence.index: m.marked.sentence for m in main.mentions}
    here = any(w.key == "here" for sentence in told.values() for w in sentence.tokens)
    sides = main.parties or set(scene.sides)
    capitals = [m for m in body[1:] if m.sentence.tokens[0].text.isupper() and len(m.sentence.tokens[0].text) > 2]
    for mark, words in ((mark, m.sentence.tokens) for m in (body[0], *capitals) for mark in m.places):
        dashed = any(w.text in {"-", "–", "—", ":", ")"} for w in words[mark.last : mark.last + 8])
        if mark.first <= 3 and dashed and (here or (main.country is None and mark.country in sides)):
            if main.country in (None, mark.country):
                main.place, main.country = mark.name, mark.country
            return
