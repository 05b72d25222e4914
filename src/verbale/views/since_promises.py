"""Promises and requests between two times, as their threads tell: said again, kept, and still open.

What the threads do not hold, such as what is asked of others, is left to topic and words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from verbale.ledger.view import View
from verbale.model.commitments import Step, Thread, on_a_line
from verbale.model.reading import Act, Entry
from verbale.model.records import Fact
from verbale.threads.owners import CORE
from verbale.threads.status import KEPT, rule_on
from verbale.views.commitments import threads_of
from verbale.views.since_parts import DOING, Line, who

TOLD = ("overdue", "lapsed", "partly delivered", "withdrawn")  # how a promise stands, where it is worth a word


@dataclass(frozen=True, slots=True)
class Dated:
    """An act of a thread with the day of its step."""

    fact: Fact[Act]
    day: str | None

    @property
    def id(self) -> str:
        return self.fact.id

    @property
    def type(self) -> str:
        return self.fact.entry.type


@dataclass(frozen=True, slots=True)
class Promises:
    """The threads of a relationship, seen from the end of a period.

    `before`, `now` and `within`: the documents of the earlier time, those compared with them, and all of the period;
    `end`: its last day.
    """

    view: View
    threads: Sequence[Thread]
    before: Collection[str]
    now: Collection[str]
    within: Collection[str]
    end: str
    of_act: dict[str, tuple[Thread, Dated]] = field(default_factory=dict)

    def holds(self, act: Fact[Act]) -> bool:
        """Whether a thread tells of the act."""
        return act.id in self.of_act

    def earlier(self, act: Fact[Act]) -> Fact[Act] | None:
        """The newest promise or request on the matter from an earlier day than this one."""
        thread, said = self.of_act[act.id]
        found = [one for one in _dated(thread) if one.type in CORE and (one.day or "~") < (said.day or "")]
        return max(found, key=lambda one: (one.day or "", one.id)).fact if found else None

    def kept(self) -> list[Line]:
        """Promises of before the period that a document of the period tells to be kept, wholly or in part."""
        found: list[Line] = []
        for thread in self.threads:
            steps = [step for step in thread.steps if step.role in KEPT and _documents(step) & set(self.within)]
            promised = [
                one for one in _dated(thread) if one.type in CORE and any(_earlier(one, step) for step in steps)
            ]
            if steps and promised:
                asked = max(promised, key=lambda one: (one.day or "", one.id))
                now = tuple(fact for step in steps if _earlier(asked, step) for fact in self._facts(step))
                partly = "" if any(step.role == "delivered" for step in steps) else ", in part"
                words = f"{who(asked.fact)} {DOING[asked.type]}{partly}"
                found.append(Line(words, (asked.fact,), now, thread.id))
        return found

    def waiting(self) -> list[Line]:
        """Promises and requests of the earlier time that no document up to the end tells to be kept, and that are not
        told as said again.
        """
        found: list[Line] = []
        for thread in self.threads:
            asked = [one for one in _dated(thread) if one.type in CORE and one.fact.document in self.before]
            steps = [step for step in thread.steps if (step.day or "~") <= self.end]
            again = any(fact.entry.type in CORE and fact.document in self.now for fact in thread.acts)
            if asked and steps and not again and not _settled(asked, steps):
                found.append(Line(_standing(thread, asked[0], steps, self.end), tuple(_copies(asked)), (), thread.id))
        return found

    def _facts(self, step: Step) -> list[Fact[Entry]]:
        """The acts of a step that stand in the period, or the engagement that was held."""
        if step.held is not None:
            return [self.view.fact(step.held.id)]
        return [fact for fact in step.acts if fact.document in self.within]


def promises_of(
    view: View,
    parties: Sequence[str],
    before: Collection[str],
    now: Collection[str],
    within: Collection[str],
    end: str | None,
) -> Promises:
    """The threads between the parties; none where no two are named, since all relationships are too many to weave."""
    threads = threads_of(view, parties) if len(parties) > 1 else []
    of_act = {one.id: (thread, one) for thread in threads for one in _dated(thread)}
    return Promises(view, threads, before, now, within, end or "", of_act)


def _dated(thread: Thread) -> list[Dated]:
    return [Dated(fact, step.day) for step in thread.steps for fact in step.acts]


def _earlier(one: Dated, step: Step) -> bool:
    return (one.day or "~") < (step.day or "")


def _documents(step: Step) -> set[str]:
    return {step.document, *(fact.document for fact in step.acts)}


def _settled(asked: Sequence[Dated], steps: Sequence[Step]) -> bool:
    """Whether it was delivered or taken back after it was asked or promised."""
    last = max(one.day or "" for one in asked)
    return any(step.role in ("delivered", "withdrawn") and (step.day or "") > last for step in steps)


def _copies(asked: Sequence[Dated]) -> list[Fact[Entry]]:
    """The acts of the newest day, the fullest first."""
    last = max(one.day or "" for one in asked)
    newest = [one for one in asked if (one.day or "") == last]
    return [one.fact for one in sorted(newest, key=lambda one: (-len(on_a_line(one.fact)), one.id))]


def _standing(thread: Thread, asked: Dated, steps: Sequence[Step], end: str) -> str:
    """'Morocco asked', with how it stands at the end where that is worth a word."""
    ruling = rule_on(steps, thread.due, end)
    told: list[str] = [ruling.status] if ruling.status in TOLD else []
    told += ["not done, as a document tells"] if ruling.outcome == "not done" else []
    return ", ".join([f"{who(asked.fact)} {DOING[asked.type]}", *told])
