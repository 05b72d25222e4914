"""How records look in the cells of a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from verbale.model.merged import Merged
from verbale.model.reading import Act, Engagement, Figure, Instrument
from verbale.model.records import Fact, PersonRecord, PostRecord
from verbale.views.amounts import amount
from verbale.views.naming import occasion, when

SHORT_ID = 9  # characters: a letter for the kind and enough digits for 'verbale show'
NOTHING = "–"

Told = Fact[Engagement] | Merged[Engagement]


class Identified(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str: ...


def short_id(record: Identified) -> str:
    """The beginning of the id, which every command takes in place of the whole."""
    return record.id[:SHORT_ID]


def codes(parties: Iterable[str]) -> str:
    """Parties by their codes: 'US VN'."""
    return " ".join(parties) or NOTHING


def topics(fact: Fact[Act]) -> str:
    """The topics of an act: 'maritime, disaster'."""
    return ", ".join(fact.entry.topics) or NOTHING


def place(name: str | None, country: str | None) -> str:
    """Place and country code: 'Hanoi, VN'."""
    return ", ".join(filter(None, (name, country))) or NOTHING


def dates(start: str | None, end: str | None) -> str:
    """Start and end, one under the other where both are known."""
    return when(start, end).replace(" to ", "\n").replace("/", "/\n")


def engagement_place(fact: Told) -> str:
    """Where the engagement was."""
    return place(fact.entry.place, fact.entry.country)


def engagement_date(fact: Told) -> str:
    """When the engagement was; a planned one is marked so."""
    entry = fact.entry
    date = dates(entry.start, entry.end)
    return f"{date}\nplanned" if entry.status == "planned" else date


def engagement_name(fact: Told) -> str:
    """What the engagement was: '13th Defense Policy Dialogue', 'Visit'."""
    return occasion(fact.entry)


def engagement_people(fact: Told) -> str:
    """The names of those who took part."""
    return ", ".join(p.name for p in fact.entry.participants) or NOTHING


def reports(record: Any) -> str:
    """How many documents tell of it, fewer sources where some are copies, and whether they contradict each other."""
    if not isinstance(record, Merged):
        return "1"
    number = str(record.documents) if record.sources == record.documents else f"{record.sources} of {record.documents}"
    return f"{number} !" if record.with_status("conflict") else number


def instrument_name(fact: Fact[Instrument] | Merged[Instrument]) -> str:
    """The title, as the document words it."""
    return fact.entry.title


def figure_amount(fact: Fact[Figure]) -> str:
    """The value with its unit."""
    return amount(fact.entry)


def figure_date(fact: Fact[Figure]) -> str:
    """The day that the figure holds for, else that of its document."""
    return fact.entry.as_of or fact.first or NOTHING


def speaker(fact: Fact[Act]) -> str:
    """Who acts: the parties and, below them, the person named as speaking."""
    return f"{codes(fact.entry.actors)}\n{fact.entry.speaker}" if fact.entry.speaker else codes(fact.entry.actors)


def act_and_speaker(fact: Fact[Act]) -> str:
    """The parties, what they did, and the speaker, each on a line."""
    return "\n".join(filter(None, (codes(fact.entry.actors), fact.entry.type, fact.entry.speaker)))


def posts(person: PersonRecord) -> str:
    """Every post a line, with the days between which documents give it."""
    return "\n".join(_post(post) for post in person.posts if post.post or post.rank) or NOTHING


def _post(post: PostRecord) -> str:
    name = ", ".join(part for part in (post.rank, post.post) if part)
    return f"{name} ({period(post)})" if post.first else name


def period(held: Any) -> str:
    """First and last day, or the one day that is both."""
    return when(held.first, held.last).replace(" to ", " … ")


def day(record: Any) -> str:
    """The first day that the record may fall on."""
    return record.first or NOTHING
