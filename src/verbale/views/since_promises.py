"""Promises and requests between two times, as their threads tell: said again, kept, and still open.

What the threads do not hold, such as what is asked of others, is left to topic and words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from verbale.ledger.view import View
from verbale.model.commitments import Step, Thread
from verbale.model.reading import Act, Entry
from verbale.model.records import Fact
from verbale.threads.owners import CORE
from verbale.threads.status import KEPT, rule_on
from verbale.views.commitments import threads_of
from verbale.views.since_parts import DOING, Line, who

Asked = tuple[str | None, Fact[Act]]  # the day of its step, and the act

TOLD = ("overdue", "lapsed", "partly delivered", "withdrawn")  # how a promise stands, where it is worth a word


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
    of_act: dict[str, tuple[Thread, str | None]] = field(default_factory=dict)  # its thread, and the day of its step

    def holds(self, act: Fact[Act]) -> bool:
        """Whether a thread tells of the act."""
        return act.id in self.of_act

    def earlier(self, act: Fact[Act]) -> Fact[Act] | None:
        """The newest promise or request on the matter from an earlier day than this one."""
        thread, day = self.of_act[act.id]
        found = [one for one in _asked(thread) if (one[0] or "~") < (day or "")]
        return max(found, key=_newest)[1] if found else None

    def kept(self) -> list[Line]:
        """Promises of before the period that a document of the period tells to be kept, wholly or in part."""
        found: list[Line] = []
        for thread in self.threads:
            steps = [step for step in thread.steps if step.role in KEPT and _documents(step) & set(self.within)]
            last = max((step.day or "" for step in steps), default="")
            promised = [one for one in _asked(thread) if (one[0] or "~") < last]
            if promised:
                day, asked = max(promised, key=_newest)
                later = [step for step in steps if (step.day or "") > (day or "")]
                partly = "" if any(step.role == "delivered" for step in later) else ", in part"
                now = tuple(fact for step in later for fact in self._facts(step))
                found.append(Line(f"{who(asked)} {DOING[asked.entry.type]}{partly}", (asked,), now, thread.id))
        return found

    def waiting(self) -> list[Line]:
        """Promises and requests of the earlier time that no document up to the end tells to be kept, and that are not
        told as said again.
        """
        found: list[Line] = []
        for thread in self.threads:
            asked = [one for one in _asked(thread) if one[1].document in self.before]
            steps = [step for step in thread.steps if (step.day or "~") <= self.end]
            again = any(fact.document in self.now for _, fact in _asked(thread))
            if asked and steps and not again and not _settled(asked, steps):
                facts = _copies(asked)
                found.append(Line(_standing(thread, facts[0], steps, self.end), tuple(facts), (), thread.id))
        return found

    def _facts(self, step: Step) -> list[Fact[Entry]]:
        """The acts of a step that stand in the period, or the engagement that was held."""
        if step.held is not None:
            return [self.view.fact(step.held.id)]
        return [fact for fact in step.acts if fact.document in self.within]


def promises_of(
    view: View, parties: Sequence[str], before: Collection[str], now: Collection[str], within: Collection[str],
    end: str | None,
) -> Promises:  # fmt: skip
    """The threads between the parties; none where no two are named, since all relationships are too many to weave."""
    threads = threads_of(view, parties) if len(parties) > 1 else []
    of_act = {fact.id: (thread, step.day) for thread in threads for step in thread.steps for fact in step.acts}
    return Promises(view, threads, before, now, within, end or "", of_act)


def _asked(thread: Thread) -> list[Asked]:
    """The promises and requests of a thread, each with the day of its step."""
    return [(step.day, fact) for step in thread.steps for fact in step.acts if fact.entry.type in CORE]


def _newest(one: Asked) -> tuple[str, str]:
    return one[0] or "", one[1].id


def _documents(step: Step) -> set[str]:
    return {step.document, *(fact.document for fact in step.acts)}


def _settled(asked: Sequence[Asked], steps: Sequence[Step]) -> bool:
    """Whether it was delivered or taken back after it was asked or promised."""
    last = max(day or "" for day, _ in asked)
    return any(step.role in ("delivered", "withdrawn") and (step.day or "") > last for step in steps)


def _copies(asked: Sequence[Asked]) -> list[Fact[Act]]:
    """The acts of the newest day, the fullest first."""
    last = max(day or "" for day, _ in asked)
    newest = [fact for day, fact in asked if (day or "") == last]
    return sorted(newest, key=lambda fact: (-len(fact.words), fact.id))


def _standing(thread: Thread, asked: Fact[Act], steps: Sequence[Step], end: str) -> str:
    """'Morocco asked', with how it stands at the end where that is worth a word."""
    ruling = rule_on(steps, thread.due, end)
    told: list[str] = [ruling.status] if ruling.status in TOLD else []
    told += ["not done, as a document tells"] if ruling.outcome == "not done" else []
    return ", ".join([f"{who(asked)} {DOING[asked.entry.type]}", *told])
