"""Searches that people keep, and which documents each has shown, so that it can tell what is new."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from verbale.errors import NotFoundError
from verbale.ledger import ids, schema
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.failures import explained
from verbale.model.searching import SavedSearch

_SAVED, _SEEN = schema.saved_searches.c, schema.saved_search_documents.c


class SavedSearches:
    """The way to keep searches. Each method is one transaction."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect

    def save(self, name: str, asked: Mapping[str, Any]) -> None:
        """Keep a search under a name, in place of an older one; it has shown nothing yet."""
        with explained(self._dialect), self._dialect.writing().begin() as connection:
            _forget(connection, name)
            connection.execute(sa.insert(schema.saved_searches).values(name=name, asked=ids.to_json(asked)))

    def shown(self, name: str, documents: Collection[str]) -> None:
        """Note that the search has shown these documents."""
        with explained(self._dialect), self._dialect.writing().begin() as connection:
            _, seen = find(connection, name)
            new = [{"name": name, "document": document} for document in sorted(set(documents) - seen)]
            if new:
                self._dialect.insert(connection, schema.saved_search_documents, new)

    def remove(self, name: str) -> None:
        """Keep the search no longer; raises NotFoundError where there is none of this name."""
        with explained(self._dialect), self._dialect.writing().begin() as connection:
            find(connection, name)
            _forget(connection, name)


def all_saved(connection: sa.Connection) -> list[SavedSearch]:
    """The searches that are kept, by name."""
    count = sa.select(sa.func.count()).where(_SEEN.name == _SAVED.name).scalar_subquery()
    query = sa.select(_SAVED.name, _SAVED.asked, count).order_by(_SAVED.name)
    return [SavedSearch(name, json.loads(asked), seen) for name, asked, seen in connection.execute(query)]


def find(connection: sa.Connection, name: str) -> tuple[SavedSearch, set[str]]:
    """A search that is kept, and the documents that it has shown; raises NotFoundError where there is none."""
    asked = connection.scalar(sa.select(_SAVED.asked).where(_SAVED.name == name))
    if asked is None:
        raise NotFoundError(
            f"There is no saved search '{name}'.", "'verbale search --list' shows those that there are."
        )
    seen = set(connection.scalars(sa.select(_SEEN.document).where(_SEEN.name == name)))
    return SavedSearch(name, json.loads(asked), len(seen)), seen


def _forget(connection: sa.Connection, name: str) -> None:
    connection.execute(sa.delete(schema.saved_search_documents).where(_SEEN.name == name))
    connection.execute(sa.delete(schema.saved_searches).where(_SAVED.name == name))
