"""Reports of one thing → one record: every field with every value, and the best of them as an entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from verbale.identities import fields
from verbale.identities.behalf import behalf_notes
from verbale.model.days import days
from verbale.model.evidence import Evidence
from verbale.model.merged import Field, Merged, Value
from verbale.model.reading import Engagement, Instrument, Participant, fullness
from verbale.model.records import Fact

Origins = Mapping[str, str]  # of each document the text that it is a copy of, or itself
Rulings = Mapping[str, Any]  # of each field the value that a person has chosen

_ROLES = ("signatory", "co-chair", "head", "host", "guest", "participant")  # the most telling first
_STATUSES = {"held": 1, "planned": 0, "signed": 2, "cited": 1, "sought": 0}


def merge_engagement(
    identifier: str, reports: Sequence[Fact[Engagement]], origins: Origins, rulings: Rulings | None = None
) -> Merged[Engagement]:
    """The engagement that these reports tell of. `reports` must not be empty."""
    told = sorted(reports, key=_fullness)
    held = [fact for fact in told if fact.entry.status == "held"] or told  # a plan says less than what was done
    give = _Given(told, origins)
    found = [
        give.field("kind", lambda e: e.kind, fields.equal_or_differs),
        give.field("status", lambda e: e.status, fields.equal_or_differs, lambda value: _STATUSES[value]),
        give.field("mechanism", lambda e: e.mechanism, fields.names, len),
        give.field("round", lambda e: e.round, fields.equal_or_conflict),
        give.field("parties", lambda e: e.parties, fields.party_sets, len),
        _Given(held, origins).field("period", _period, fields.periods, fields.precision),
        _Given(held, origins).field("place", lambda e: e.place, fields.places),
        _Given(held, origins).field("country", lambda e: e.country, fields.equal_or_conflict),
    ]
    people, posts = _participants(told, origins)
    kept = _ruled([one for one in (*found, *posts) if one is not None], rulings or {})
    best = {one.name: one.values[0].value for one in kept}
    start, end = best.get("period", (None, None))[:2]
    entry = replace(
        told[0].entry, kind=_kind(told), status=best["status"], mechanism=best.get("mechanism"),
        round=best.get("round"), parties=tuple(best.get("parties", ())), start=start, end=end,
        place=best.get("place"), country=best.get("country"), participants=people,
        main=any(fact.entry.main for fact in told), evidence=_evidence(told),
    )  # fmt: skip
    return _merged(identifier, entry, told, kept, origins, days(start, end))


def merge_instrument(
    identifier: str, reports: Sequence[Fact[Instrument]], origins: Origins, rulings: Rulings | None = None
) -> Merged[Instrument]:
    """The instrument that these citations are of. `reports` must not be empty."""
    told = sorted(reports, key=_fullness)
    give = _Given(told, origins)
    found = [
        give.field("type", lambda i: i.type, fields.equal_or_differs),
        give.field("title", lambda i: i.title, fields.names),
        give.field("parties", lambda i: i.parties, fields.party_sets, len),
        give.field("period", lambda i: (i.date, None, *days(i.date)) if i.date else None, fields.periods,
                   fields.precision),
        give.field("status", lambda i: i.status, fields.equal_or_differs, lambda value: _STATUSES[value]),
    ]  # fmt: skip
    kept = _ruled([one for one in found if one is not None], rulings or {})
    best = {one.name: one.values[0].value for one in kept}
    date = best.get("period", (None,))[0]
    entry = replace(
        told[0].entry, type=best["type"], title=best["title"], date=date, parties=tuple(best.get("parties", ())),
        status=best["status"], evidence=_evidence(told),
    )  # fmt: skip
    return _merged(identifier, entry, told, kept, origins, days(date))


class _Given:
    """What reports give for a field."""

    def __init__(self, told: Sequence[Fact[Any]], origins: Origins) -> None:
        self.told = told
        self.origins = origins

    def field(self, name: str, value: Any, judge: fields.Judge, better: Any = lambda value: 0) -> Field | None:
        given = [(fact.id, self.origins.get(fact.document, fact.document), value(fact.entry)) for fact in self.told]
        return fields.field(name, given, judge, better)


def _participants(told: Sequence[Fact[Engagement]], origins: Origins) -> tuple[tuple[Participant, ...], list[Field]]:
    """Everybody once, in the order of the fullest report; and a field for each person whose post is given twice."""
    groups: list[list[tuple[Fact[Engagement], Participant]]] = []
    for fact in told:
        for person in fact.entry.participants:
            told_of = person.to_json()
            home = next((g for g in groups if fields.same_person(g[0][1].to_json(), told_of)), None)
            if home is None:
                groups.append([(fact, person)])
            else:
                home.append((fact, person))
    people, posts = [], []
    for group in groups:
        names = Counter(person.name for _, person in group)
        name = max(names, key=lambda one: (names[one], len(one), one))
        party = next((person.party for _, person in group if person.party), None)
        given = [(fact.id, origins.get(fact.document, fact.document), person.post) for fact, person in group]
        post = fields.field(f"post of {name}", given, fields.posts_of(party))
        people.append(
            Participant(
                name, party, post.values[0].value if post else None,
                next((person.rank for _, person in group if person.rank), None),
                min((person.role for _, person in group), key=_ROLES.index),
            )
        )  # fmt: skip
        if post is not None:
            posts.append(post)
    return tuple(people), posts


def _kind(told: Sequence[Fact[Engagement]]) -> str:
    """The kind that most reports give, those with a mechanism first: a round is a dialogue, whoever calls it talks."""
    of_series = [fact.entry.kind for fact in told if fact.entry.mechanism] or [fact.entry.kind for fact in told]
    counts = Counter(of_series)
    return max(counts, key=lambda kind: (counts[kind], kind != "other", kind))


def _period(entry: Engagement) -> tuple[str | None, str | None, str | None, str | None] | None:
    return (entry.start, entry.end, *days(entry.start, entry.end)) if entry.start or entry.end else None


def _ruled(found: Sequence[Field], rulings: Rulings) -> list[Field]:
    """The fields with what a person has chosen first."""
    kept = []
    for one in found:
        if one.name not in rulings:
            kept.append(one)
            continue
        chosen = rulings[one.name]
        supported = [value for value in one.values if value.value == chosen or list_of(value.value) == chosen]
        others = [value for value in one.values if value not in supported]
        first = supported or [Value(chosen, (), 0)]
        kept.append(Field(one.name, (*first, *others), "ruled" if others else "agreed"))
    return kept


def list_of(value: Any) -> Any:
    """A tuple as the list that JSON makes of it."""
    return list(value) if isinstance(value, tuple) else value


def _evidence(told: Sequence[Fact[Any]]) -> tuple[Evidence, ...]:
    return tuple(one for fact in told for one in fact.entry.evidence)


def _merged(
    identifier: str, entry: Any, told: Sequence[Fact[Any]], kept: Sequence[Field], origins: Origins,
    when: tuple[str | None, str | None],
) -> Merged[Any]:  # fmt: skip
    documents = {fact.document for fact in told}
    first, last = when if when[0] else (told[0].first, told[0].last)
    notes = behalf_notes(entry, told) if isinstance(entry, Engagement) else ()
    return Merged(
        identifier, told[0].layer, entry, tuple(told), tuple(kept), len(documents),
        len({origins.get(document, document) for document in documents}), first, last, notes=notes,
    )  # fmt: skip


def _fullness(fact: Fact[Any]) -> tuple[bool, int, str]:
    """What documents are about comes first, then what says most; ids settle the rest."""
    return not getattr(fact.entry, "main", False), -fullness(fact.entry), fact.id
