"""What the ledger says. A view never writes, and holds no lock between its answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TextIO, cast

import sqlalchemy as sa

from verbale.errors import NotFoundError
from verbale.ledger import (
    export,
    health,
    ids,
    kept_threads,
    loading,
    lookup,
    posts,
    records,
    saved,
    schema,
    series,
    unwoven,
    where,
)
from verbale.ledger.decided_view import DecidedView
from verbale.ledger.people import people, people_by_id
from verbale.ledger.search import documents_found, search
from verbale.model.commitments import Thread
from verbale.model.document import Document
from verbale.model.evidence import Evidence
from verbale.model.merged import Merged, SeriesRecord, Suggestion
from verbale.model.reading import Act, Engagement, Entry, Figure, Instrument
from verbale.model.records import DocumentRecord, Fact, Filters, Health, Hit, PersonRecord, PostHistory
from verbale.model.searching import Narrowing, SavedSearch

ALL = Filters()
Record = DocumentRecord | PersonRecord | PostHistory | SeriesRecord | Fact[Entry]


class View(DecidedView):
    """Reads a ledger. Every method is one transaction."""

    def documents(self, filters: Filters = ALL) -> list[DocumentRecord]:
        """Documents, oldest first."""
        table = schema.documents
        with self._transaction() as connection:
            conditions = where.document_conditions(lookup.resolved(connection, filters))
            query = sa.select(table.c.id).where(*conditions).order_by(*where.by_date(table, table.c.id))
            return loading.documents(connection, list(connection.scalars(query.limit(filters.limit))))

    def first_days(self, filters: Filters = ALL) -> dict[str, str | None]:
        """The ids of documents, each with the first day that its date may mean."""
        table = schema.documents
        with self._transaction() as connection:
            conditions = where.document_conditions(lookup.resolved(connection, filters))
            rows = connection.execute(sa.select(table.c.id, table.c.first).where(*conditions))
            return {row.id: row.first for row in rows}

    def engagements(self, filters: Filters = ALL) -> list[Fact[Engagement]]:
        """Engagements, oldest first."""
        return cast(list[Fact[Engagement]], self._facts("engagement", filters))

    def instruments(self, filters: Filters = ALL) -> list[Fact[Instrument]]:
        """Instruments, oldest first."""
        return cast(list[Fact[Instrument]], self._facts("instrument", filters))

    def acts(self, filters: Filters = ALL) -> list[Fact[Act]]:
        """Acts by the date of their documents, in the order of the text."""
        return cast(list[Fact[Act]], self._facts("act", filters))

    def figures(self, filters: Filters = ALL) -> list[Fact[Figure]]:
        """Figures, oldest first."""
        return cast(list[Fact[Figure]], self._facts("figure", filters))

    def facts_of(self, layer: str, documents: Sequence[str]) -> list[Fact[Entry]]:
        """The facts of a layer that stand in these documents, by document and id."""
        table = schema.FACTS[layer]
        query = sa.select(table.c.id).order_by(table.c.document, table.c.id)
        with self._transaction() as connection:
            wanted = [
                fact for piece in loading.chunks(sorted(set(documents)))
                for fact in connection.scalars(query.where(table.c.document.in_(piece)))
            ]  # fmt: skip
            return loading.facts(connection, layer, wanted)

    def facts_by_id(self, layer: str, wanted: Sequence[str]) -> list[Fact[Entry]]:
        """The facts of a layer with these ids, in this order; fastest where those of one document are together."""
        with self._transaction() as connection:
            return loading.facts(connection, layer, wanted)

    def main_parties(self, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Of each of these documents the parties of the engagement that it is about; none where it is about none."""
        with self._transaction() as connection:
            return loading.main_parties(connection, documents)

    def actors_in(self, documents: Sequence[str]) -> list[tuple[str, str, tuple[str, ...]]]:
        """Each act of these documents with its document and who did it, by document and id."""
        with self._transaction() as connection:
            return loading.actors(connection, documents)

    def merged_engagements(self, filters: Filters = ALL) -> list[Merged[Engagement]]:
        """Engagements, each once with every report of it, oldest first."""
        return self._records("engagement", filters)

    def merged_instruments(self, filters: Filters = ALL) -> list[Merged[Instrument]]:
        """Instruments, each once with every citation of it, oldest first."""
        return self._records("instrument", filters)

    def told_several_times(self, layer: str, filters: Filters = ALL) -> list[Merged[Any]]:
        """The engagements or instruments that several documents tell of."""
        with self._transaction() as connection:
            return records.told_several_times(connection, layer, lookup.resolved(connection, filters))

    def record_of(self, fact: str) -> Merged[Any]:
        """The record that an engagement or instrument is in, by the id of any of its reports; raises as `fact`."""
        kind = ids.kind_of(fact)
        with self._transaction() as connection:
            if kind not in records.LAYERS:
                raise NotFoundError(f"{fact} is no engagement and no instrument.", "verbale engagements lists them.")
            whole = lookup.whole_id(connection, schema.FACTS[kind].c.id, fact)
            record = records.record_ids(connection, [whole])[whole]
            return records.records_by_id(connection, kind, [record])[0]

    def record_ids(self, nodes: Sequence[str]) -> dict[str, str]:
        """Of each fact, person or document its record: facts that are one thing have one."""
        with self._transaction() as connection:
            return records.record_ids(connection, nodes)

    def mechanisms(self, filters: Filters = ALL) -> list[SeriesRecord]:
        """Mechanisms with their rounds, by parties and name."""
        with self._transaction() as connection:
            return series.mechanisms(connection, lookup.resolved(connection, filters))

    def threads(
        self, filters: Filters = ALL, owner: str | None = None, status: str | None = None,
        without: Collection[tuple[str, ...]] = (),
    ) -> list[Thread]:  # fmt: skip
        """Commitments as they were woven last, the newest first; `without` those of these relationships.

        What has changed since is not in them: `unwoven` names it.
        """
        with self._transaction() as connection:
            found = kept_threads.find(connection, lookup.resolved(connection, filters), owner, status, without)
            return kept_threads.load(connection, found)

    def threads_of_act(self, act: str) -> list[Thread]:
        """The commitments, as they were woven last, that an act is in."""
        with self._transaction() as connection:
            return kept_threads.load(connection, kept_threads.of_act(connection, act))

    def unwoven(self, version: str) -> dict[str, str]:
        """The documents that have changed since threads were woven by these rules, with a mark of the change."""
        with self._transaction() as connection:
            return unwoven.changes(connection, version)

    def relationships_woven(self, documents: Collection[str]) -> set[tuple[str, ...]]:
        """The relationships that these documents were woven into."""
        with self._transaction() as connection:
            return unwoven.relationships_of(connection, documents)

    def posts(self, filters: Filters = ALL) -> list[PostHistory]:
        """Posts with their names and holders over time, by party and name."""
        with self._transaction() as connection:
            return posts.posts(connection, lookup.resolved(connection, filters))

    def suggestions(self, limit: int | None = None, kinds: Collection[str] = ()) -> list[Suggestion]:
        """Pairs that may be one thing, the likeliest first; of these kinds, or of all."""
        with self._transaction() as connection:
            return series.suggestions(connection, limit, kinds)

    def people(self, filters: Filters = ALL) -> list[PersonRecord]:
        """People across documents, by party and name."""
        with self._transaction() as connection:
            return people(connection, lookup.resolved(connection, filters))

    def fact(self, identifier: str) -> Fact[Entry]:
        """The fact with this id or an unambiguous beginning of it.

        Raises NotFoundError where there is none, UsageError where several ids begin so.
        """
        found = self.find(identifier)
        if not isinstance(found, Fact):
            raise NotFoundError(f"{identifier} is not a fact.", "verbale search WORDS shows the ids of facts.")
        return found

    def document(self, identifier: str) -> DocumentRecord:
        """The document with this id, an unambiguous beginning of it, or this file name; raises as `fact` does."""
        with self._transaction() as connection:
            return loading.documents(connection, [lookup.document_id(connection, identifier)])[0]

    def find(self, identifier: str) -> Record:
        """The document, person or fact with this id or an unambiguous beginning of it; raises as `fact` does."""
        kind = ids.kind_of(identifier)
        with self._transaction() as connection:
            if kind in (None, "document"):
                return loading.documents(connection, [lookup.document_id(connection, identifier)])[0]
            if kind == "decision":
                raise NotFoundError(f"{identifier} is a decision.", "'verbale decisions' lists them.")
            if kind == "thread":
                hint = "'verbale commitments' lists them, 'verbale show' shows one."
                raise NotFoundError(f"{identifier} is a commitment.", hint)
            if kind == "person":
                whole = lookup.whole_id(connection, schema.people.c.person, identifier)
                return people_by_id(connection, [records.record_ids(connection, [whole])[whole]])[0]
            if kind == "mechanism":
                whole = lookup.whole_id(connection, schema.engagements.c.series, identifier)
                return series.series_of(connection, whole)
            if kind == "post":
                whole = lookup.whole_id(connection, schema.people.c.office, identifier)
                return posts.posts_by_id(connection, [records.record_ids(connection, [whole])[whole]])[0]
            assert kind is not None
            whole = lookup.whole_id(connection, schema.FACTS[kind].c.id, identifier)
            return loading.facts(connection, kind, [whole])[0]

    def text(self, document: str) -> str:
        """The text of a document, by id or file name; raises as `fact` does."""
        with self._transaction() as connection:
            return lookup.stored_text(connection, lookup.document_id(connection, document))

    def source_document(self, document: str) -> Document:
        """The document as it was given to the reader, to be read again; raises as `fact` does."""
        with self._transaction() as connection:
            return lookup.source_document(connection, lookup.document_id(connection, document))

    def evidence_in_context(self, evidence: Evidence, width: int = 80) -> tuple[str, str, str]:
        """The words before, of and after a piece of evidence, as the document has them."""
        with self._transaction() as connection:
            text = lookup.stored_text(connection, ids.document_id(evidence.document))
        before, after = text[max(0, evidence.start - width) : evidence.start], text[evidence.end :][:width]
        return before, text[evidence.start : evidence.end], after

    def search(
        self, words: str, limit: int = 20, narrowing: Narrowing | None = None, without: Collection[str] = ()
    ) -> list[Hit]:
        """Facts and sentences that hold all the words, best first; words in double quotes stand together.

        Case and diacritics do not matter: 'da nang' finds 'Đà Nẵng'. `limit` 0 asks for all; `without` leaves out
        documents. Raises UsageError where there is neither a word nor anything that narrows.
        """
        with self._transaction() as connection:
            return search(self._dialect, connection, words, limit, narrowing, without)

    def documents_found(self, words: str, narrowing: Narrowing) -> set[str]:
        """The ids of all documents in which a search finds something; raises as `search` does."""
        with self._transaction() as connection:
            return documents_found(self._dialect, connection, words, narrowing)

    def saved_searches(self) -> list[SavedSearch]:
        """The searches that are kept, by name."""
        with self._transaction() as connection:
            return saved.all_saved(connection)

    def saved_search(self, name: str) -> tuple[SavedSearch, set[str]]:
        """A search that is kept, and the documents that it has shown; raises NotFoundError where there is none."""
        with self._transaction() as connection:
            return saved.find(connection, name)

    def counts(self) -> dict[str, int]:
        """How many documents, people and facts of each layer there are."""
        with self._transaction() as connection:
            return health.counts(connection)

    def holds(self, name: str, content: str, reader: str) -> str | None:
        """The id of the document that came from these bytes under this name, read by this or a newer reader."""
        with self._transaction() as connection:
            return lookup.holder(connection, name, content, reader)

    def kept_sources(self, reader: str) -> list[tuple[str, str]]:
        """Name and content hash of every source that a reader older than this one has read."""
        with self._transaction() as connection:
            return lookup.kept_sources(connection, reader)

    def content(self, digest: str) -> bytes:
        """The original bytes with this hash; raises NotFoundError where there are none."""
        with self._transaction() as connection:
            return lookup.stored_content(connection, digest)

    def export(self, stream: TextIO, contents: bool = False) -> None:
        """Write the whole ledger as JSON Lines, the same bytes for the same documents and decisions."""
        with self._transaction() as connection:
            wanted = list(connection.scalars(sa.select(schema.documents.c.id).order_by(schema.documents.c.id)))
        for piece in loading.chunks(wanted):
            with self._transaction() as connection:  # a transaction each: a slow reader must not hold up writers
                lines = export.lines(connection, piece, contents)
            stream.writelines(lines)
        with self._transaction() as connection:
            lines = export.record_lines(connection)
        stream.writelines(lines)
        stream.writelines(export.decision_lines(logged.decision for logged in self.decisions()))

    def health(self) -> Health:
        """Examine the ledger: damage, broken references, evidence that its text no longer bears out."""
        with self._transaction() as connection:
            return health.examine(self._dialect, connection)

    def _records(self, layer: str, filters: Filters) -> list[Merged[Any]]:
        with self._transaction() as connection:
            return records.records(connection, layer, lookup.resolved(connection, filters))

    def _facts(self, layer: str, filters: Filters) -> list[Fact[Entry]]:
        table = schema.FACTS[layer]
        with self._transaction() as connection:
            conditions = where.fact_conditions(layer, lookup.resolved(connection, filters))
            order = where.by_date(table, table.c.document, table.c.ordinal)
            query = sa.select(table.c.id).where(*conditions).order_by(*order).limit(filters.limit)
            return loading.facts(connection, layer, list(connection.scalars(query)))
