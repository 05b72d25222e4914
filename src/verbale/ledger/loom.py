"""The way in for commitments: what was woven of a relationship takes the place of what was kept of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from verbale.ledger import kept_threads, unwoven
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.failures import explained
from verbale.model.commitments import Thread


class Loom:
    """Keeps threads. Each call is one transaction; raises LedgerError where the ledger cannot be written."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect

    def keep(self, woven: Mapping[tuple[str, ...], Collection[str]], threads: Iterable[Thread]) -> None:
        """Keep the threads of these relationships, each with the documents that it was woven from."""
        with explained(self._dialect), self._dialect.writing().begin() as connection:
            kept_threads.keep(self._dialect, connection, woven, threads)

    def settle(self, done: Mapping[str, str], version: str) -> None:
        """Note that these changes, as `View.unwoven` gave them, are woven in by these rules."""
        with explained(self._dialect), self._dialect.writing().begin() as connection:
            unwoven.settle(connection, done, version)
