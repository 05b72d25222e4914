"""What the ledger gives back: documents, facts with their ids, people, search hits.

A fact is an entry of a reading (`Engagement`, `Instrument`, `Act`, `Figure`) together with the id under which the
ledger keeps it and the document it stands in. The evidence travels inside the entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from verbale.model.document import Passage
from verbale.model.reading import Act, Engagement, Entry, Figure, Instrument, entry_to_json

LAYERS = ("engagement", "instrument", "act", "figure")

E = TypeVar("E", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A name under which a document came in, and the bytes that it was taken from."""

    name: str
    content: str
    media_type: str

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "content": self.content, "media_type": self.media_type}


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document of the ledger. `hash` is the SHA-256 of its text, `reader` the version that read it.

    `first` and `last` are the earliest and latest day (YYYY-MM-DD) that its date allows: the day of publication, or
    that of its main engagement where the former is not known.
    """

    id: str
    hash: str
    sources: tuple[SourceRecord, ...]
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    passages: tuple[Passage, ...]
    reader: str
    parties: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None

    @property
    def source(self) -> str:
        """The name to show: the first of the document's names."""
        return self.sources[0].name

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "hash": self.hash,
            "sources": [source.to_json() for source in self.sources],
            "title": self.title,
            "outlet": self.outlet,
            "published": self.published,
            "language": self.language,
            "parties": list(self.parties),
            "passages": [{"start": p.start, "end": p.end, "role": str(p.role)} for p in self.passages],
            "reader": self.reader,
        }


@dataclass(frozen=True, slots=True)
class Fact(Generic[E]):
    """An entry as the ledger keeps it.

    `document` is the id of its document, `source` the name of that document to show. `first` and `last` are the
    earliest and latest day that its own date allows, or else the date of its document; None where neither is known.
    """

    id: str
    layer: str
    document: str
    source: str
    ordinal: int
    entry: E
    first: str | None = None
    last: str | None = None

    @property
    def words(self) -> str:
        """The words that support the fact, joined with an ellipsis where they stand apart."""
        return " … ".join(evidence.exact for evidence in self.entry.evidence)

    def to_json(self) -> dict[str, Any]:
        """The fact as the export writes it: the entry, with exact words beside each span of evidence."""
        data = entry_to_json(self.entry)
        data["evidence"] = [{**e.to_json(), "exact": e.exact} for e in self.entry.evidence]
        return {"id": self.id, "layer": self.layer, "document": self.document, **data}


AnyFact = Fact[Engagement] | Fact[Instrument] | Fact[Act] | Fact[Figure]


@dataclass(frozen=True, slots=True)
class PostRecord:
    """A post that a person is given, with the days of the first and last occasion and the documents that give it."""

    post: str | None
    rank: str | None
    first: str | None
    last: str | None
    documents: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {"post": self.post, "rank": self.rank, "first": self.first, "last": self.last,
                "documents": list(self.documents)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person across documents, under the fullest name most in use; `names` holds the other forms."""

    id: str
    name: str
    party: str | None
    posts: tuple[PostRecord, ...]
    documents: tuple[str, ...]
    engagements: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    names: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "name": self.name,
            "names": list(self.names),
            "party": self.party,
            "posts": [post.to_json() for post in self.posts],
            "engagements": list(self.engagements),
            "documents": list(self.documents),
            "first": self.first,
            "last": self.last,
        }


@dataclass(frozen=True, slots=True)
class Dated:
    """A name of a post, or a holder of it (by the person's id), with the days between which documents give it."""

    id: str
    name: str
    first: str | None
    last: str | None

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "first": self.first, "last": self.last}


@dataclass(frozen=True, slots=True)
class PostHistory:
    """A post of a party over time: the names that it went by and the people who held it, both oldest first.

    `institution`: the names of the institution that it belongs to, with the days between which each was in use, where
    the institution was renamed.
    """

    id: str
    party: str | None
    names: tuple[Dated, ...]
    holders: tuple[Dated, ...]
    documents: tuple[str, ...]
    institution: tuple[Dated, ...] = ()

    @property
    def name(self) -> str:
        """Its newest name."""
        return self.names[-1].name

    def to_json(self) -> dict[str, Any]:
        names = [{"name": one.name, "first": one.first, "last": one.last} for one in self.names]
        institution = [{"name": one.name, "since": one.first, "until": one.last} for one in self.institution]
        return {"id": self.id, "name": self.name, "party": self.party, "names": names, "institution": institution,
                "holders": [one.to_json() for one in self.holders], "documents": list(self.documents)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a search found. `layer` is a layer of facts or `sentence`; `id` is the fact's or the document's."""

    layer: str
    id: str
    document: str
    source: str
    start: int
    end: int
    words: str

    def to_json(self) -> dict[str, Any]:
        return {"layer": self.layer, "id": self.id, "document": self.document, "source": self.source,
                "start": self.start, "end": self.end, "words": self.words}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filters:
    """Which records to list; empty means all.

    `parties`: facts that have all of these (people: any of these); for figures and documents, the document's parties.
    `mechanism`: words of the mechanism's name, case and diacritics aside; for layers other than engagements, that of
    the document's main engagement. `topic`, `topics`: any of these topic ids; for engagements and instruments, of any
    act of the same document. `after`, `before`: a year, month or day, both inclusive (a fact that may lie in the range
    is listed). `document`: an id, its unambiguous beginning, or a file name.
    """

    parties: tuple[str, ...] = ()
    mechanism: str | None = None
    topic: str | None = None
    topics: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    document: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """What an examination of a ledger found. `problems` is empty where all is well."""

    address: str
    dialect: str
    version: str
    journal: str
    schema: str
    counts: Mapping[str, int]
    problems: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        return not self.problems


@dataclass(frozen=True, slots=True)
class Copied:
    """A ledger that was copied: from where to where, how much, and the hash of the contents on either side."""

    source: str
    target: str
    rows: int
    documents: int
    source_hash: str
    target_hash: str

    def to_json(self) -> dict[str, Any]:
        return {"from": self.source, "to": self.target, "rows": self.rows, "documents": self.documents,
                "hashes": {"from": self.source_hash, "to": self.target_hash}}  # fmt: skip
