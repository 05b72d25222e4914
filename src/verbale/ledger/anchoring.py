"""From ids as a person names them to anchors: what a decision keeps of a fact or a record to find it again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import sqlalchemy as sa

from verbale.errors import NotFoundError, UsageError
from verbale.ledger import decision_log, ids, loading, lookup, readings, schema
from verbale.ledger.matching import Item, beside
from verbale.ledger.node_rows import to_features
from verbale.ledger.projection import Projected, project, said
from verbale.model.decisions import FACT_ACTIONS, LAYERS, NODE_KINDS, Anchor, Decision, in_order
from verbale.model.reading import entry_to_json

_NODES = schema.nodes.c


class Anchoring:
    """Makes anchors within one transaction; a document's reading is laid out once."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self.laid: dict[str, Projected] = {}

    def fact(self, identifier: str, group: int = 0) -> Anchor:
        """The anchor of a fact by its whole id; raises NotFoundError where there is none."""
        kind = ids.kind_of(identifier) or ""
        if kind not in LAYERS:
            raise UsageError(f"{identifier} is not a fact.", "Name an engagement, instrument, act or figure.")
        table = schema.FACTS[kind].c
        document = self.connection.scalar(sa.select(table.document).where(table.id == identifier))
        item = self.item(document, identifier) if document else None
        if document is None or item is None:
            raise NotFoundError(f"The ledger has nothing under {identifier!r}.", "verbale search WORDS shows ids.")
        digest = self.connection.scalar(sa.select(schema.documents.c.hash).where(schema.documents.c.id == document))
        around = beside(item, self.laid[document].items)
        return Anchor(kind, identifier, group, digest, entry_to_json(item.base), around)

    def item(self, document: str, identifier: str) -> Item | None:
        """The fact as decisions leave it."""
        if document not in self.laid:
            kept = readings.current(self.connection, document)
            if kept is None:
                return None
            readings.keep(self.connection, document, kept)
            decided = decision_log.of_document(self.connection, document)
            self.laid[document] = project(kept.document, kept.reading, decided)
        return next((item for item in self.laid[document].items if item.id == identifier), None)

    def node(self, identifier: str, group: int = 0) -> Anchor:
        """The anchor of a person, post, mechanism, engagement, instrument or text."""
        row = self.connection.execute(sa.select(schema.nodes).where(_NODES.id == identifier)).first()
        if row is None:
            raise NotFoundError(f"The ledger has nothing under {identifier!r}.", "verbale search WORDS shows ids.")
        if row.kind in LAYERS:
            return self.fact(identifier, group)
        if row.kind == "text":
            digest = self.connection.scalar(
                sa.select(schema.documents.c.hash).where(schema.documents.c.id == identifier)
            )
            return Anchor(row.kind, identifier, group, digest)
        told = to_features(row.features)
        parties = tuple(told["parties"]) if "parties" in told else (told["party"],) if told.get("party") else ()
        return Anchor(row.kind, identifier, group, name=told["name"], parties=parties)

    def entries(self, anchors: Sequence[Anchor]) -> dict[str, Any]:
        """The facts as they hold now, by id."""
        found: dict[str, Any] = {}
        for anchor in anchors:
            item = self.item(ids.document_id(anchor.document or ""), anchor.id)
            if item is not None:
                found[anchor.id] = said(item.entry)
        return found


def whole(connection: sa.Connection, beginning: str) -> str:
    """The whole id of a fact or node; raises NotFoundError for none and UsageError for several."""
    kind = ids.kind_of(beginning)
    if kind in (None, "document"):
        return lookup.document_id(connection, beginning)
    column = schema.FACTS[kind].c.id if kind in schema.FACTS else _NODES.id
    return lookup.whole_id(connection, column, beginning)


def members(connection: sa.Connection, node: str) -> list[str]:
    """The ids of all nodes of the record that this node is in; raises UsageError for what is no node."""
    record = connection.scalar(sa.select(_NODES.record).where(_NODES.id == node))
    if record is None:
        raise UsageError(f"{node} cannot be one with another.", f"That is for: {', '.join(NODE_KINDS)}.")
    return list(connection.scalars(sa.select(_NODES.id).where(_NODES.record == record).order_by(_NODES.id)))


def anchors_for(connection: sa.Connection, action: str, wanted: Sequence[str]) -> tuple[Anchoring, tuple[Anchor, ...]]:
    """The anchors that a decision needs, by whole ids; raises UsageError where the action makes no sense for these."""
    anchoring = Anchoring(connection)
    if action in FACT_ACTIONS:
        return anchoring, tuple(anchoring.fact(fact) for fact in dict.fromkeys(wanted))
    groups = _groups(connection, action, list(dict.fromkeys(wanted)))
    anchors = tuple(anchoring.node(node, number) for number, group in enumerate(groups) for node in group)
    if len({anchor.kind for anchor in anchors}) > 1:
        raise UsageError(f"{', '.join(wanted)} are of several kinds.", "Name things of one kind.")
    return anchoring, anchors


def _groups(connection: sa.Connection, action: str, wanted: list[str]) -> list[list[str]]:
    """The nodes that go together: the records that are merged, or those that leave one and those that stay."""
    records = {node: members(connection, node) for node in wanted}
    if action == "rule":
        return [records[node] for node in wanted[:1]]
    distinct = {nodes[0]: nodes for nodes in records.values()}
    if action == "split":
        return _parting(distinct, wanted)
    if len(wanted) < 2:
        raise UsageError(f"{action} needs two ids or more.", f"verbale decide {action} ID ID")
    if len(distinct) == len(wanted):
        return list(distinct.values())
    if action == "merge":
        raise UsageError("These are one record already.", "verbale show ID shows what it holds.")
    return [[node] for node in wanted]


def _parting(records: dict[str, list[str]], wanted: list[str]) -> list[list[str]]:
    if len(records) != 1:
        raise UsageError("These are in several records.", "Name members of one record; they leave it together.")
    (nodes,) = records.values()
    staying = [node for node in nodes if node not in wanted]
    if not staying:
        raise UsageError("Nobody would be left in the record.", "Name the members that leave it.")
    return [wanted, staying]


class State:
    """What a person saw of some things, as a token, and who changed them last."""

    def __init__(self, connection: sa.Connection, wanted: Sequence[str]) -> None:
        self.connection = connection
        self.wanted = sorted(set(wanted))

    @cached_property
    def token(self) -> str:
        """Equal as long as nobody has decided anything about these and no reading has changed them."""
        return ids.state_of([self._of(identifier) for identifier in self.wanted])

    @property
    def last(self) -> Decision | None:
        """The last decision about them, be it one that took another back."""
        return next(reversed(in_order(decision_log.history(self.connection, self._reach))), None)

    @cached_property
    def _reach(self) -> set[str]:
        found = set(self.wanted)
        for identifier in self.wanted:
            record = sa.select(_NODES.record).where(_NODES.id == identifier).scalar_subquery()
            found.update(self.connection.scalars(sa.select(_NODES.id).where(_NODES.record == record)))
        return found

    def _of(self, identifier: str) -> Any:
        layer = ids.kind_of(identifier) or ""
        record = sa.select(_NODES.record).where(_NODES.id == identifier).scalar_subquery()
        nodes = list(self.connection.scalars(sa.select(_NODES.id).where(_NODES.record == record).order_by(_NODES.id)))
        facts = loading.facts(self.connection, layer, [identifier]) if layer in LAYERS else []
        entries = [entry_to_json(fact.entry) for fact in facts]
        decided = [decision.id for decision in decision_log.about(self.connection, {identifier, *nodes})]
        return [identifier, nodes, entries, decided]
