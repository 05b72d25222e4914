"""What became of what was announced, by rules that each name the facts they rest on. Pure functions over facts.

Nothing is held because its day has passed: where no later document tells, the outcome is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from verbale.identities.times import day_number
from verbale.model.days import days
from verbale.model.folding import fold_text
from verbale.model.merged import Merged
from verbale.model.planned import Outcome, Planned
from verbale.model.reading import Act, Engagement, Entry
from verbale.model.records import Fact
from verbale.model.vocabulary import load
from verbale.threads.wording import content, in_common

Told = tuple[Outcome, bool, str, list[Fact[Entry]]]  # the outcome, whether it is only suggested, why, the facts

ALIKE = 0.45  # of the words in common, from which a later act may be the step that was planned
SOON = 400  # days after its date within which a step is looked for
_DONE = ("sign", "deliver", "report", "appreciate")
_LEAST = 2  # words of a name that a sentence must hold to be about it


@dataclass(frozen=True, slots=True)
class Later:
    """What documents tell besides the plan itself: records that may be the same event, acts, words of refusal.

    `told` is the day of each document: the facts of a plan carry the day that they are planned for.
    """

    told: Mapping[str, str | None]
    records: Mapping[str, Merged[Engagement]]
    maybe: Mapping[str, Sequence[str]]  # of each record those that may be one with it
    acts: Sequence[Fact[Act]] = ()
    refusals: Sequence[Fact[Entry]] = ()


def engagement_outcome(record: Merged[Engagement], what: str, later: Later, on: str) -> Planned:
    """The announced engagement and its outcome on a day (YYYY-MM-DD). It must have a report that announces it."""
    plans = sorted(
        (fact for fact in record.reports if fact.entry.status == "planned"),
        key=lambda fact: (*_told_on(fact, later), fact.entry.start or "~", fact.id),
    )
    first_plan, last_plan = plans[0].entry, plans[-1].entry
    announced = days(last_plan.start, last_plan.end)
    outcome, suggested, why, facts = _outcome(record, plans, later, announced[1], on)
    entry = record.entry
    return Planned(
        record.id, what, entry.parties, last_plan.start or first_plan.start, last_plan.end, *announced,
        entry.place or last_plan.place, entry.country, outcome, suggested, why, later.told.get(plans[0].document),
        tuple(plans), tuple(facts),
    )  # fmt: skip


def step_outcome(act: Fact[Act], what: str, date: tuple[str | None, str | None], later: Later, on: str) -> Planned:
    """A step announced in words alone, with the date (EDTF start and end) that its words give."""
    announced = days(*date)
    done = _likest(act, announced[1], later.acts) if announced[1] else None
    refused = _refused(act, content(act.words), later)
    if refused:
        told: Told = (
            "cancelled",
            True,
            "A later sentence may say so.",
            refused,
        )
    elif done is not None:
        told = ("held", True, "A later sentence may tell of it.", [done])
    else:
        told = _by_the_day(announced[1], on)
    outcome, suggested, why, facts = told
    return Planned(
        act.id, what, act.entry.actors, *date, *announced, None, None, outcome, suggested, why,
        later.told.get(act.document), (act,), tuple(facts),
    )  # fmt: skip


def _outcome(
    record: Merged[Engagement], plans: Sequence[Fact[Engagement]], later: Later, last: str | None, on: str
) -> Told:
    held: list[Fact[Entry]] = [fact for fact in record.reports if fact.entry.status == "held"]
    if held:
        return _held(held, record.last if record.first else None, record.first, plans, False)
    names = content(record.entry.mechanism or " ".join(fact.words for fact in plans))
    if refused := _refused(plans[0], names, later):
        return "cancelled", False, "A later sentence says so.", refused
    if other := _same_round(record, later) or _maybe(record, later):
        certain = other is _same_round(record, later)
        return _held(list(other.reports), other.last, other.first, plans, not certain)
    if moved := _moved(plans):
        return "slipped", False, f"Announced for {plans[0].entry.start}, later for {plans[-1].entry.start}.", moved
    return _by_the_day(last, on)


def _held(
    facts: list[Fact[Entry]], last: str | None, first: str | None, plans: Sequence[Fact[Engagement]], suggested: bool
) -> Told:
    """Held, and whether later than was first announced."""
    promised = days(plans[0].entry.start, plans[0].entry.end)[1]
    if promised and first and first > promised:
        return "slipped", suggested, f"Announced for {plans[0].entry.start}, held {first}.", facts
    doubt = "Held, if it is the one that later documents tell of." if suggested else "Later documents tell of it."
    return "held", suggested, doubt, facts


def _same_round(record: Merged[Engagement], later: Later) -> Merged[Engagement] | None:
    """The one held round of the same number under the same name."""
    entry = record.entry
    if not (entry.mechanism and entry.round):
        return None
    name = content(entry.mechanism)
    found = [
        other for other in later.records.values()
        if other.entry.status == "held" and other.entry.round == entry.round and other.entry.mechanism
        and content(other.entry.mechanism) == name and _within(other.entry.parties, entry.parties)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _maybe(record: Merged[Engagement], later: Later) -> Merged[Engagement] | None:
    """The one held engagement that may be this one: identities suggest it, or it has the name and the time.

    Two candidates mean none.
    """
    near = [later.records[one] for one in later.maybe.get(record.id, ()) if one in later.records]
    near += [other for other in later.records.values() if _same_name_and_time(record, other)]
    since = min(_told_on(fact, later)[0] for fact in record.reports)
    held = {
        one.id: one for one in near
        if one.entry.status == "held" and (one.last or "9999") > since and (one.last or "9999") >= (record.first or "")
    }  # fmt: skip
    return next(iter(held.values())) if len(held) == 1 else None


def _within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the parties of one are all among those of the other: an announcement may name the host alone."""
    return set(a) <= set(b) or set(b) <= set(a)


def _same_name_and_time(record: Merged[Engagement], other: Merged[Engagement]) -> bool:
    one, two = record.entry, other.entry
    if not (one.mechanism and two.mechanism and content(one.mechanism) == content(two.mechanism)):
        return False
    if two.round not in (None, one.round) or not _within(one.parties, two.parties):
        return False
    return bool(record.first and record.last and other.first and other.last) and (
        (other.first or "") <= (record.last or "") and (record.first or "") <= (other.last or "")
    )


def _moved(plans: Sequence[Fact[Engagement]]) -> list[Fact[Entry]]:
    """The announcement that names a later time than the first, with no day in common."""
    before, after = days(plans[0].entry.start, plans[0].entry.end), days(plans[-1].entry.start, plans[-1].entry.end)
    return [plans[-1]] if before[1] and after[0] and after[0] > before[1] else []


def _refused(plan: Fact[Entry], names: frozenset[str], later: Later) -> list[Fact[Entry]]:
    """Sentences since the announcement that say it will not be, and name it."""
    need = min(len(names), max(_LEAST, round(0.7 * len(names))))
    since = _told_on(plan, later)
    return [
        fact for fact in later.refusals
        if names and len(names & content(fact.words)) >= need and _told_on(fact, later) >= since
    ]  # fmt: skip


def _likest(act: Fact[Act], until: str, others: Iterable[Fact[Act]]) -> Fact[Act] | None:
    """The later act that most likely tells that the step was taken: done, on one topic, in the same words."""
    words = content(act.words)
    scored = [
        (in_common(words, content(other.words)), other.id, other) for other in others
        if other.entry.type in _DONE and other.id != act.id and set(other.entry.topics) & set(act.entry.topics)
        and set(other.entry.actors) & set(act.entry.actors) and _after(act, until, other)
        and len(words & content(other.words)) > _LEAST
    ]  # fmt: skip
    best = max(scored, key=lambda item: (item[0], item[1]), default=None)
    return best[2] if best is not None and best[0] >= ALIKE else None


def _after(act: Fact[Act], until: str, other: Fact[Act]) -> bool:
    if act.document == other.document:
        return other.entry.evidence[0].start > act.entry.evidence[0].start
    near = other.first is None or other.first <= until or days_between(other.first, until) <= SOON
    return near and (other.first or "") >= (act.first or "9999")


def days_between(one: str, other: str) -> int:
    """Days between two days, whichever comes first."""
    return abs(day_number(one) - day_number(other))


def _by_the_day(last: str | None, on: str) -> Told:
    if last is None:
        return "unknown", False, "No date is given, and no later word is found.", []
    if last >= on:
        return "ahead", False, "Its time has not passed.", []
    return "unknown", False, "Its time has passed, and no later word is found.", []


def says_no(words: str) -> bool:
    """Whether words say that something will not be, or not yet."""
    told = fold_text(words)
    return any(form in told for form in _refusing())


@cache
def _refusing() -> tuple[str, ...]:
    words = load("matter-words")
    return (*words["cancelled"], *words["postponed"])


def _told_on(fact: Fact[Entry], later: Later) -> tuple[str]:
    return (later.told.get(fact.document) or "~",)
