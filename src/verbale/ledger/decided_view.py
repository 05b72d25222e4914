"""What the ledger says of decisions, and of what waits for one: the part of a view that people decide with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from verbale.ledger import decided, decision_log, loading, schema
from verbale.ledger.anchoring import State, members, whole
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.failures import explained
from verbale.model.decisions import Decision, DecisionFilters, Logged
from verbale.model.reading import Entry
from verbale.model.records import Fact

EVERY_DECISION = DecisionFilters()


class DecidedView:
    """Reads decisions. Every method is one transaction."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        with explained(self._dialect), self._dialect.reading().begin() as connection:
            yield connection

    def decisions(self, filters: DecisionFilters = EVERY_DECISION) -> list[Logged]:
        """Decisions in their order, each with what took it back."""
        with self._transaction() as connection:
            return decision_log.listed(connection, filters)

    def effective(self) -> list[Decision]:
        """The decisions that hold, in their order."""
        return [logged.decision for logged in self.decisions(DecisionFilters(effective=True))]

    def ruled_fields(self) -> dict[str, dict[str, Decision]]:
        """What people chose where sources disagree: by record and field the decision that gives the value."""
        with self._transaction() as connection:
            return decided.ruled_fields(connection)

    def members(self, node: str) -> list[str]:
        """The ids of all nodes of the record that this one is in; raises UsageError for what is no node."""
        with self._transaction() as connection:
            return members(connection, whole(connection, node))

    def decided_targets(self, wanted: Sequence[str]) -> set[str]:
        """Which of these facts or nodes an effective decision is about."""
        with self._transaction() as connection:
            return decided.decided_targets(connection, wanted)

    def state(self, *identifiers: str) -> str:
        """A token for what was seen of these facts or nodes; a decision based on it is refused once that changed."""
        with self._transaction() as connection:
            return State(connection, [whole(connection, identifier) for identifier in identifiers]).token

    def is_suggested(self, left: str, right: str) -> bool:
        """Whether it is still open if two nodes, in the order of their ids, are one."""
        with self._transaction() as connection:
            return decided.is_suggested(connection, left, right)

    def doubtful(self) -> list[tuple[str, str]]:
        """Facts that nobody has decided and that lack what a reader looks for, each with what it lacks."""
        with self._transaction() as connection:
            return decided.doubtful(connection)

    def facts_behind(self, kind: str, node: str, limit: int) -> list[Fact[Entry]]:
        """Facts that a node rests on: the meetings of a person, the rounds of a mechanism, a fact itself."""
        layer = kind if kind in schema.FACTS else "engagement"
        with self._transaction() as connection:
            return loading.facts(connection, layer, decided.facts_behind(connection, kind, node, limit))

    def features(self, node: str) -> Mapping[str, Any]:
        """What is compared of a node: a person's name, party and posts, a mechanism's rounds."""
        with self._transaction() as connection:
            return decided.features(connection, node)
