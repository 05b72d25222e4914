"""The way in for decisions: each is one transaction, appended to the log, and the facts and records follow it.

Moments strictly increase under the write lock, so that the log has one order. A log of another ledger may be replayed
in any order, before or after its documents are read, any number of times: the state is the same.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import sqlalchemy as sa

from verbale.errors import LockedError, NotFoundError, StaleError, UsageError
from verbale.ledger import decision_log, ids, moments, readings, ruling
from verbale.ledger.anchoring import Anchoring, State, anchors_for, whole
from verbale.ledger.dialects.base import Dialect
from verbale.ledger.failures import explained
from verbale.ledger.placing import place, stands, update
from verbale.ledger.projection import entry_of, project
from verbale.ledger.rework import rework_if_outdated
from verbale.ledger.rows import rows
from verbale.ledger.schema import documents
from verbale.model.corrections import checked, checked_ruling
from verbale.model.decisions import ACTIONS, Anchor, Decision, Draft, decision_from_json, undone
from verbale.model.document import Document
from verbale.model.reading import Entry

TRIES = 4  # each waits as long as the ledger is told to wait for a lock

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was logged, and the state of its targets after it."""

    decision: Decision
    state: str


class Decider:
    """Decides, takes back, replays. `turn` lets the threads of one process wait in line instead of for the lock."""

    def __init__(self, dialect: Dialect, turn: threading.Lock | None = None) -> None:
        self._dialect = dialect
        self._turn = turn or threading.Lock()

    def decide(self, draft: Draft) -> Decided:
        """Log a decision and let it take effect.

        Raises UsageError for what makes no sense, NotFoundError for an unknown id, StaleError where the targets are no
        longer in the state that the draft is based on, LedgerError where the ledger cannot be written.
        """
        return self._written(lambda connection: self._decide(connection, draft))

    def undo(self, identifier: str, by: str, why: str = "") -> Decided:
        """Take a decision back, by its id or the beginning of it; to take back an undo is to do again.

        Raises as `decide` does, StaleError where it was taken back already.
        """
        return self._written(lambda connection: self._undo(connection, identifier, by, why))

    def replay(self, lines: Iterable[str]) -> int:
        """Take in a log of decisions, one JSON object a line; returns how many were new.

        Raises UsageError for a line that is no decision, or was changed since it was written; nothing is taken in then.
        """
        log = [_line(number, line) for number, line in enumerate(lines, 1) if line.strip()]
        return self._written(lambda connection: self._replay(connection, log))

    def _decide(self, connection: sa.Connection, draft: Draft) -> Decided:
        _check(draft)
        try:
            wanted = [whole(connection, target) for target in draft.targets]
            state = State(connection, wanted)
            if draft.based_on is not None and draft.based_on != state.token:
                raise _stale(state.last)
            anchoring, anchors = anchors_for(connection, draft.action, wanted)
        except NotFoundError as error:
            raise _gone(connection, draft, error) from error
        value = _value(draft, anchoring, anchors)
        kind = anchors[0].kind
        decision = _signed(connection, draft.by, draft.why, draft.action, kind, anchors, value, draft.based_on)
        self._take(connection, [decision])
        return Decided(decision, State(connection, wanted).token)

    def _undo(self, connection: sa.Connection, identifier: str, by: str, why: str) -> Decided:
        _check_name(by)
        decision = decision_log.named(connection, identifier)
        back = undone(decision_log.with_undos(connection, [decision])).get(decision.id)
        if back is not None:
            taken = decision_log.one(connection, back)
            raise StaleError(
                f"{decision.id} was taken back already{_by_whom(taken)}.", f"To do it again: verbale undo {back}"
            )
        undo = _signed(connection, by, why, "undo", decision.kind, undoes=decision.id)
        self._take(connection, [undo])
        origin = decision_log.root(connection, decision) or decision
        return Decided(undo, State(connection, [anchor.id for anchor in origin.targets]).token)

    def _replay(self, connection: sa.Connection, log: Sequence[Decision]) -> int:
        there = decision_log.known(connection, {decision.id for decision in log})
        new = {decision.id: decision for decision in log if decision.id not in there}
        self._take(connection, list(new.values()))
        return len(new)

    def _take(self, connection: sa.Connection, new: Sequence[Decision]) -> None:
        """Append decisions and bring facts and records in step."""
        decision_log.append(connection, new)
        origins = [found for decision in new if (found := decision_log.root(connection, decision)) is not None]
        anchors = [anchor for decision in origins for anchor in decision.targets]
        for digest in sorted({a.document for a in anchors if a.entry is not None and a.document is not None}):
            self._project(connection, ids.document_id(digest))
        ruling.follow_anchors(connection, anchors)

    def _project(self, connection: sa.Connection, document: str) -> None:
        """Lay the effective decisions over a document anew, if that changes anything."""
        kept = readings.current(connection, document)
        if kept is None:
            return
        readings.keep(connection, document, kept)
        projected = project(kept.document, kept.reading, decision_log.of_document(connection, document))
        new = rows(kept.document, projected.reading, kept.sentences, projected.ids)
        if not stands(connection, new):
            update(connection, documents, document, new[documents][0])
            place(self._dialect, connection, new)

    def _written(self, work: Callable[[sa.Connection], V]) -> V:
        """The work in one transaction, tried again where others keep the ledger locked for long."""
        for left in reversed(range(TRIES)):
            try:
                with self._turn, explained(self._dialect), self._dialect.writing().begin() as connection:
                    rework_if_outdated(connection)
                    return work(connection)
            except LockedError:
                if not left:
                    raise
                time.sleep(random.uniform(0, 0.1))
        raise AssertionError  # the last try returns or raises


def _check(draft: Draft) -> None:
    _check_name(draft.by)
    if draft.action not in ACTIONS or draft.action == "undo":
        raise UsageError(f"There is no action {draft.action!r}.", f"The actions: {', '.join(ACTIONS[:-1])}.")
    if not draft.targets:
        raise UsageError(f"{draft.action} what?", f"Give an id: verbale decide {draft.action} ID")


def _check_name(by: str) -> None:
    if not by.strip():
        raise UsageError("A decision needs the name of who decides.", "Give it with --by NAME or VERBALE_BY.")


def _value(draft: Draft, anchoring: Anchoring, anchors: Sequence[Anchor]) -> dict[str, Any]:
    """What the log keeps as the decision's value; a correction is tried out before it is kept."""
    if draft.action == "accept":
        return {"entries": anchoring.entries(anchors)}
    if draft.action not in ("correct", "rule"):
        return {}
    try:
        given = {"field": str(draft.value["field"]), "value": draft.value["value"]}
    except KeyError as error:
        raise UsageError(f"{draft.action} needs a field and a value.", "Give --field and --value.") from error
    for anchor in anchors:
        item = anchoring.item(ids.document_id(anchor.document), anchor.id) if anchor.document else None
        if item is None:
            raise UsageError(f"{anchor.id} has no fields to decide on.", "Name a fact, or a record of facts.")
        try:
            given["value"] = _fitting(draft.action, item.entry, given)
        except ValueError as error:
            message = f"{given['field']} cannot be {given['value']!r}: {error}."
            raise UsageError(message, "Nothing was changed.") from error
    return given


def _fitting(action: str, entry: Entry, given: Mapping[str, Any]) -> Any:
    """The value as JSON; raises ValueError where the field cannot have it."""
    check = checked_ruling if action == "rule" else checked
    check(entry, str(given["field"]), given["value"])
    return json.loads(ids.to_json(given["value"]))


def _signed(
    connection: sa.Connection, by: str, why: str, action: str, kind: str, targets: tuple[Anchor, ...] = (),
    value: dict[str, Any] | None = None, based_on: str | None = None, undoes: str | None = None,
) -> Decision:  # fmt: skip
    """The decision with its moment, after all others, and its id."""
    at = moments.next_after(decision_log.last_moment(connection))
    made = Decision(
        "", at, _plain(by.strip()), _plain(why.strip()), action, kind, targets, value or {}, based_on, undoes
    )
    return replace(made, id=ids.decision_id(made.content()))


def _plain(words: str) -> str:
    return words.replace("\0", "").encode("utf-8", "replace").decode()


def _stale(last: Decision | None) -> StaleError:
    if last is None:
        return StaleError("This changed since you saw it: its document was read anew.", "Look again, then decide.")
    return StaleError(f"This changed since you saw it: {last.action}{_by_whom(last)}.", "Look again, then decide.")


def _gone(connection: sa.Connection, draft: Draft, error: NotFoundError) -> UsageError:
    """A fact that is no longer there: who took it out, where that was a person."""
    history = decision_log.history(connection, draft.targets)
    if not history:
        return error
    last = history[-1]
    kind = StaleError if draft.based_on is not None else UsageError
    return kind(
        f"{', '.join(draft.targets)} is no longer there: {last.action}{_by_whom(last)}.",
        f"To bring it back: verbale undo {last.id}",
    )


def _by_whom(decision: Decision | None) -> str:
    if decision is None:
        return ""
    why = f" ({decision.why})" if decision.why else ""
    return f" by {decision.by} at {decision.at[:19].replace('T', ' ')} UTC{why}"


def _line(number: int, line: str) -> Decision:
    hint = "Give a log as 'verbale decisions --export' writes it. Nothing was taken in."
    try:
        data = json.loads(line)
        decision = decision_from_json({**data, "value": data["value"]})
        if decision.id != ids.decision_id(decision.content()) or not moments.is_moment(decision.at):
            raise ValueError("it was changed since it was written")
        for anchor in decision.targets:
            _check_anchor(decision, anchor)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(f"Line {number} is no decision: {error}.", hint) from error
    return decision


def _check_anchor(decision: Decision, anchor: Anchor) -> None:
    """Whether a fact can be as the log has it; whether its words are in the document shows when that is there."""
    if anchor.entry is None:
        return
    end = max(int(place["end"]) for place in anchor.entry["evidence"])
    if end > _LONGEST:
        raise ValueError("its words lie outside any document")
    entry = entry_of(anchor.kind, anchor.entry, Document("", " " * end))
    if decision.action in ("correct", "rule"):
        _fitting(decision.action, entry, decision.value)


_LONGEST = 200_000_000  # characters
