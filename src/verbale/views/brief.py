"""A first briefing on a relationship or a mechanism: what the record says, each line with its source.

Nothing is told that no document says; what the record lacks is told too, under a heading of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verbale.errors import UsageError
from verbale.ledger.view import View
from verbale.model.records import DocumentRecord, Filters
from verbale.model.spelling import name_key
from verbale.views.amounts import counted
from verbale.views.asking import Request, day_of, topic_of
from verbale.views.brief_basis import Basis, basis_of
from verbale.views.brief_contents import FULL, contents
from verbale.views.brief_gaps import gaps
from verbale.views.brief_meetings import held_in
from verbale.views.brief_sections import Section
from verbale.views.listing import why_nothing
from verbale.views.naming import topic_label
from verbale.views.parties import party_code, party_name


@dataclass(frozen=True, slots=True)
class Subject:
    """What a briefing is about: parties, or words of a mechanism's name and the name most in use.

    `chosen` where nobody asked for it.
    """

    parties: tuple[str, ...] = ()
    mechanism: str | None = None
    title: str = ""
    chosen: bool = False

    @property
    def name(self) -> str:
        """What the briefing is called after: 'United States – Vietnam', 'Defense Policy Dialogue'."""
        return self.title or " – ".join(map(party_name, self.parties))


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a briefing is wanted: in full or on a page, on which topics alone, from which day on."""

    form: str = FULL
    topics: Sequence[str] = ()
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing as values: its sections, what is not in the record, and the documents that it rests on.

    `cover`: how much the documents tell of; `as_of`: the day from which it is told what is overdue or ahead.
    """

    subject: Subject
    sections: tuple[Section, ...]
    gaps: tuple[str, ...]
    documents: tuple[DocumentRecord, ...]
    others: tuple[str, ...] = ()
    reason: str = ""
    form: str = FULL
    as_of: str = ""
    cover: str = ""


def write_brief(view: View, words: str | None, limit: int, wanted: Wanted = Wanted()) -> Brief:
    """The briefing that the words ask for: 'US,VN', 'Vietnam', a mechanism's name; None leaves the choice to us.

    `limit` is the number of lines in a section, 0 for all. Raises UsageError where the words name neither a party
    nor a mechanism of the ledger, and for an unknown topic or what is no date.
    """
    topics = tuple(topic_of(topic) for topic in wanted.topics)
    since = day_of(wanted.since, "--since")
    pairs = [] if words else pairs_of(view.documents(Filters()))
    subject = subject_of(view, words) if words else _main_subject(pairs)
    documents = _documents(view, subject, since) if subject else ()
    if subject is None or not documents:
        return Brief(subject or Subject(), (), (), (), reason=_why_nothing(view, subject))
    basis = basis_of(view, documents, subject.parties, subject.mechanism)
    others = tuple(",".join(pair) for pair, _ in pairs if pair != subject.parties) if subject.chosen else ()
    found = contents(view, basis, topics, wanted.form, limit)
    missing = gaps(basis, documents, found) if wanted.form == FULL else ()
    return Brief(subject, found, missing, documents, others[:5], "", wanted.form, basis.as_of, _cover(basis, wanted))


def _cover(basis: Basis, wanted: Wanted) -> str:
    """How much is told of: '5 mechanisms, 25 meetings, 100 commitments', and what the briefing was narrowed to."""
    material = basis.material
    numbers = (
        ("mechanism", len(basis.mechanisms)), ("meeting", len(held_in(material))),
        ("commitment", len(basis.threads)), ("instrument", len(material.instruments)),
        ("series of figures", len(basis.figures)),
    )  # fmt: skip
    told = ", ".join(f"{number} {counted(noun, number)}" for noun, number in numbers if number)
    narrowed = [*map(topic_label, map(topic_of, wanted.topics)), *([f"since {wanted.since}"] if wanted.since else [])]
    only = f" Narrowed to: {', '.join(narrowed)}." if narrowed else ""
    return f"They tell of {told}.{only}" if told else only.strip()


def subject_of(view: View, words: str) -> Subject:
    """Parties where every part between commas is one, else a mechanism that the ledger knows."""
    try:
        return Subject(tuple(sorted({party_code(part) for part in words.split(",") if part.strip()})))
    except UsageError as error:
        names = Counter(fact.entry.mechanism or "" for fact in view.engagements(Filters(mechanism=words)))
        if names:
            one_series = len(set(map(name_key, names))) == 1
            return Subject(mechanism=words, title=names.most_common(1)[0][0] if one_series else words)
        if "," in words:
            raise
        raise UsageError(
            f"'{words}' names neither a party nor a mechanism in the ledger.",
            f"{error.hint} 'verbale engagements' lists the mechanisms.",
        ) from error


def pairs_of(documents: Iterable[DocumentRecord]) -> Sequence[tuple[tuple[str, ...], int]]:
    """The sets of two or more parties that documents are about, the most frequent first."""
    counts = Counter(document.parties for document in documents if len(document.parties) > 1)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _main_subject(pairs: Sequence[tuple[tuple[str, ...], int]]) -> Subject | None:
    return Subject(pairs[0][0], chosen=True) if pairs else None


def _documents(view: View, subject: Subject, since: str | None) -> tuple[DocumentRecord, ...]:
    """The documents about the subject that may be of this day or later, the newest first."""
    if subject.mechanism:
        wanted = {fact.document for fact in view.engagements(Filters(mechanism=subject.mechanism))}
        found = [document for document in view.documents(Filters(after=since)) if document.id in wanted]
    else:
        found = view.documents(Filters(parties=subject.parties, after=since))
    return tuple(sorted(found, key=lambda d: (d.last or "", d.id), reverse=True))


def _why_nothing(view: View, subject: Subject | None) -> str:
    if not view.counts().get("documents", 0):
        return why_nothing(view, "documents", Request())
    if subject is None:
        return "No document in the ledger names two parties. 'verbale documents' lists what was read."
    return f"No document in the ledger is about {subject.name}. 'verbale documents' lists what was read."
