"""A news story about a deed rather than a meeting: a handover, an opening, an announcement; its day, place, people."""

from __future__ import annotations

from verbale.language.marks import Marked
from verbale.model.document import Role
from verbale.reader.engagements.events import Event, compatible
from verbale.reader.engagements.people import is_named_in_passing
from verbale.reader.engagements.placing import located
from verbale.reader.engagements.time import day_told
from verbale.reader.engagements.words import lemma
from verbale.reader.scene import Scene

_DEEDS = frozenset({"hand", "deliver", "donate", "repatriate", "unveil", "inaugurate", "commission", "bury"})
_OCCASIONS = frozenset({"handover", "ceremony", "inauguration", "unveiling", "burial"})
_OPENING = 6  # sentences among which the deed is told
_DATELINE = 7  # tokens of a dateline up to its date, with the agency that it may name first
_MOST_PEOPLE = 8


def complete_deed(scene: Scene, main: Event) -> None:
    """Give a main event without words of a meeting the day, the place and the people of the deed that is told."""
    told = _told(scene)
    if not told:
        return
    main.start = next((day for marked in told if (day := day_told(scene, marked, _DATELINE)) is not None), main.start)
    _locate(told, main)
    people = [index for index, person in enumerate(scene.cast.people) if person.party in main.parties]
    named = {
        mark.person for marked in scene.body() for mark in marked.people if not is_named_in_passing(scene, marked, mark)
    }
    acting = [i for i in people if i in named and (scene.cast.people[i].post or scene.cast.people[i].rank)]
    if len(acting) <= _MOST_PEOPLE:
        main.people.update(dict.fromkeys(acting, "participant"))


def take_ceremony(main: Event, events: list[Event]) -> None:
    """'The handover ceremony was presided over by A': the deed itself, told again with those who were there."""
    for event in list(events):
        plain = event.mentions and event.kind == "other" and not (event.mechanism or event.planned or event.turn)
        told = bool(plain) and event.first.segment.trigger.lemma == "ceremony" and event.parties <= main.parties
        if told and compatible(event.start, main.start) and event.country in (None, main.country):
            for person, role in event.people.items():
                main.people.setdefault(person, role)
            events.remove(event)


def _told(scene: Scene) -> list[Marked]:
    """The sentence that tells of the deed, then the first of the story."""
    lead = [m for m in scene.marked if m.sentence.role is Role.BODY and m.sentence.running][:_OPENING]
    deed = next((m for m in lead if any(_is_deed(word.key, lemma(word)) for word in m.sentence.tokens)), None)
    return [deed, *(m for m in lead[:2] if m is not deed)] if deed is not None else lead[:2]


def _is_deed(word: str, stem: str) -> bool:
    return word in _OCCASIONS or stem in _DEEDS


def _locate(told: list[Marked], main: Event) -> None:
    """The one country in which the places of these sentences lie, and the place where there is only one."""
    places = {
        (mark.name, mark.country): mark
        for marked in told
        for mark in marked.places
        if mark.country and located(marked, mark.first)
    }
    countries = {country for _, country in places}
    if len(countries) == 1 and countries <= main.parties:
        main.country = countries.pop()
        main.place = next(iter(places))[0] if len(places) == 1 else None
