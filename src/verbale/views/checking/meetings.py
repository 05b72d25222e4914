"""Claims about meetings: series, round, date, place, and who led them in which post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.identities.fields import periods, same_person
from verbale.identities.places import same_place
from verbale.identities.posts import nearness
from verbale.identities.record_names import series_key
from verbale.model.days import days
from verbale.model.merged import Merged
from verbale.model.reading import Engagement, Participant
from verbale.views.checking.details import Details
from verbale.views.checking.findings import ABSENT, CONTRADICTED, SUPPORTED, Finding, quotes_of
from verbale.views.naming import occasion

Detail = tuple[str, str, str]  # what, 'agreed' | 'conflict' | 'absent', what the record says

_KIN = ({"dialogue", "talks", "summit", "other"}, {"talks", "visit"}, {"exhibition", "other"})


def check_meeting(claim: Engagement, said: Details, records: Sequence[Merged[Engagement]]) -> Finding | None:
    """Hold the details of a meeting that this sentence states against the meeting of the record that fits best."""
    if not claim.mechanism and not _states_something(claim, said):
        return None  # what a document is about, not a meeting
    best: tuple[float, str, Merged[Engagement], list[Detail]] | None = None
    for record in records:
        if not _may_be(claim, record.entry):
            continue
        found = list(_compared(claim, said, record.entry))
        agreed = [what for what, state, _ in found if state == "agreed"]
        conflicts = sum(state == "conflict" for _, state, _ in found)
        series = _one_series(claim, record.entry)
        if not series and not _tied(claim, said, agreed):
            continue
        alike = 0.5 * (claim.kind == record.entry.kind)
        rank = (len(agreed) + series + alike - 0.6 * conflicts, record.id, record, found)
        if best is None or rank[:2] > best[:2]:
            best = rank
    if best is None:
        return Finding(ABSENT, f"The record has no {occasion(claim)} of these parties.")
    _, _, record, found = best
    return _judged(claim, record, found)


def _judged(claim: Engagement, record: Merged[Engagement], found: Sequence[Detail]) -> Finding | None:
    conflicts = [(what, told) for what, state, told in found if state == "conflict"]
    absent = [what for what, state, _ in found if state == "absent"]
    agreed = [what for what, state, _ in found if state == "agreed"]
    name, quotes = occasion(record.entry), quotes_of(record.reports)
    if not found:
        return None
    if conflicts and (agreed or (claim.mechanism and len(conflicts) == 1 and len(found) == 1)):
        said = "; ".join(f"{what}: {told}" for what, told in conflicts)
        return Finding(CONTRADICTED, f"The record says of the {name}: {said}.", quotes)
    if conflicts or not agreed:
        return Finding(ABSENT, f"The record has no such {occasion(claim)}; the nearest is the {name}.", quotes)
    if absent:
        return Finding(ABSENT, f"The record tells of the {name}, but not its {', '.join(absent)}.", quotes)
    return Finding(SUPPORTED, f"{name}: {', '.join(agreed)}.", quotes)


def _states_something(claim: Engagement, said: Details) -> bool:
    return claim.kind != "other" and bool(
        said.periods or said.places or any(said.names(person.name) for person in claim.participants)
    )


def _tied(claim: Engagement, said: Details, agreed: Sequence[str]) -> bool:
    """Whether a meeting without a name is that of the record: by its day, or by its people."""
    by_day = "date" in agreed and len(said.periods[0][0]) == len("2025-05-08")
    return by_day or any(person.name in agreed for person in claim.participants) or len(agreed) > 2


def _may_be(claim: Engagement, entry: Engagement) -> bool:
    mine, theirs = set(claim.parties), set(entry.parties)
    if mine and theirs and not (mine <= theirs or theirs <= mine):
        return False
    if claim.mechanism:
        return _one_series(claim, entry) or (not entry.mechanism and _kin(claim.kind, entry.kind))
    return _kin(claim.kind, entry.kind)


def _one_series(claim: Engagement, entry: Engagement) -> bool:
    if not claim.mechanism or not entry.mechanism:
        return False
    mine, theirs = series_key(claim.mechanism, claim.parties), series_key(entry.mechanism, entry.parties)
    return mine == theirs or set(mine.split()) <= set(theirs.split())


def _kin(kind: str, other: str) -> bool:
    return kind == other or any({kind, other} <= kin for kin in _KIN)


def _compared(claim: Engagement, said: Details, entry: Engagement) -> Iterator[Detail]:
    """Each detail that the sentence states, against the record's."""
    if claim.round and claim.round in said.rounds:
        told = str(entry.round) if entry.round else ""
        yield "round", "absent" if not told else "agreed" if entry.round == claim.round else "conflict", told
    for period in said.periods[:1]:
        yield _date(period, entry)
    for name, country in said.places[:1]:
        yield _place(name, country, entry)
    if not said.places and claim.country in said.countries and claim.country and claim.kind != "call":
        state = "absent" if not entry.country else "agreed" if entry.country == claim.country else "conflict"
        yield "country", state, entry.country or ""
    for person in claim.participants:
        if said.names(person.name):
            yield from _person(person, said, entry)
    if claim.status == "held" and entry.status == "planned" and not said.negated:
        yield "held", "conflict", "it was only planned"


def _date(period: tuple[str, str | None, str, str], entry: Engagement) -> Detail:
    told = " to ".join(filter(None, (entry.start, entry.end)))
    if not entry.start:
        return "date", "absent", ""
    first, last = days(entry.start, entry.end)
    state = periods(period, (entry.start, entry.end, first, last))
    wider = state == "differs" and first is not None and (period[2] > first or (last or "") > period[3])
    inside = wider and period[2] >= (first or "") and period[3] <= (last or "")
    if inside and len(entry.start) < len(period[0]):
        return "date", "absent", told  # the record is less precise than the draft
    return "date", "conflict" if state == "conflict" else "agreed", told


def _place(name: str, country: str | None, entry: Engagement) -> Detail:
    told = ", ".join(filter(None, (entry.place, entry.country)))
    if country and entry.country and country != entry.country:
        return "place", "conflict", told
    if not entry.place:
        return "place", "absent", told
    state = same_place(name, entry.place)
    return "place", "conflict" if state == "conflict" else "agreed" if state == "agreed" else "absent", told


def _person(person: Participant, said: Details, entry: Engagement) -> Iterator[Detail]:
    same = next((p for p in entry.participants if same_person(person.to_json(), p.to_json())), None)
    if same is None:
        others = [p for p in entry.participants if person.party and p.party == person.party]
        told = ", ".join(p.name for p in others)
        yield person.name, "conflict" if others and person.role in ("co-chair", "head") else "absent", told
        return
    yield same.name, "agreed", same.name
    if person.post and same.post and any(post == person.post for post, _ in said.posts):
        near = nearness(person.post, same.post, same.party)
        yield f"post of {same.name}", "conflict" if near == "none" else "agreed", same.post
