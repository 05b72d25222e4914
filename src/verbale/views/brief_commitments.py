"""The commitments of a briefing: what each side still owes the other, and what was delivered or fell silent.

They are numbered, so that other sections can point to one without saying it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from verbale.model.commitments import OPEN, Step, Thread, on_a_line
from verbale.views.amounts import counted
from verbale.views.brief_basis import Basis
from verbale.views.brief_material import Note
from verbale.views.brief_sections import Line, Section
from verbale.views.naming import party_names, shortened, spoken

CLOSED = ("delivered", "kept up", "withdrawn", "lapsed")
PRESSING = ("overdue", "partly delivered")  # they come first, however old
STEPS = 5  # steps that are told
SETTLED_WORDS = 160  # characters of what is settled
COMMITMENTS = "Open commitments"
INTRO = (
    "How a commitment stands follows from the rule in brackets. “No evidence” says that no newer document tells "
    "of a delivery, not that there was none."
)


def open_threads(basis: Basis) -> list[Thread]:
    """The commitments that are not settled: by whose they are, the pressing ones and those of late first."""
    return sorted(_pressing_first(basis), key=lambda one: (len(one.owner) > 1, whose(basis, one)))


def _pressing_first(basis: Basis) -> list[Thread]:
    found = [one for one in basis.threads if one.status in OPEN]
    late = sorted(found, key=lambda one: (one.last or "", len(one.steps), one.id), reverse=True)
    return sorted(late, key=lambda one: not (one.status in PRESSING or one.ruling.outcome == "not done"))


def closed_threads(basis: Basis) -> list[Thread]:
    """Those that were delivered, are kept up, were taken back or fell silent."""
    found = [one for one in basis.threads if one.status in CLOSED]
    return sorted(found, key=lambda one: CLOSED.index(one.status))


def whose(basis: Basis, thread: Thread) -> str:
    """'United States to Vietnam'; 'Both sides' where those that the briefing is about owe it to each other."""
    if thread.owner != thread.beneficiary:
        return f"{party_names(thread.owner)} to {party_names(thread.beneficiary)}"
    if thread.owner == basis.parties and len(thread.owner) == 2:
        return "Both sides"
    return f"{party_names(thread.owner)}, to each other"


def numbers(basis: Basis, limit: int, most: int = 0) -> Mapping[str, int]:
    """The number of each commitment that is shown where each side's are cut to the limit, and all to the `most`
    pressing; 0 for all.
    """
    sides: Counter[str] = Counter()
    shown: list[str] = []
    for one in _pressing_first(basis):
        side = whose(basis, one)
        sides[side] += 1
        if (not limit or sides[side] <= limit) and (not most or len(shown) < most):
            shown.append(one.id)
    ordered = [one.id for one in open_threads(basis) if one.id in shown]
    return {identifier: number for number, identifier in enumerate(ordered, start=1)}


def commitments(basis: Basis, numbered: Mapping[str, int]) -> Section:
    """The open commitments that have a number: how each stands and by which rule, until when, what, and its steps."""
    found = open_threads(basis)
    lines = tuple(_open(basis, one, numbered[one.id]) for one in found if one.id in numbered)
    return Section(COMMITMENTS, lines, len(found) - len(lines), INTRO)


def closed_lines(basis: Basis) -> list[Line]:
    """Each settled commitment in a line, with the step that settles it."""
    return [
        Line(whose(basis, one), one.last or "undated", "", shortened(one.object, SETTLED_WORDS), _closing(one),
             step_notes(basis, _shown_steps(one, 0), one.object), group=one.status.capitalize())
        for one in closed_threads(basis)
    ]  # fmt: skip


def step_notes(basis: Basis, steps: Sequence[Step], quoted: str = "") -> tuple[Note[Any], ...]:
    """The report of each step in the quoted words, or else the fullest one, as its source."""
    events = {note.fact.id: note for told in basis.material.engagements for note in told.notes}
    found: list[Note[Any]] = []
    for step in steps:
        if step.held is None and step.document in basis.documents:
            told = next((fact for fact in step.acts if on_a_line(fact) == quoted), step.acts[0])
            found.append(basis.note(told))
        elif step.id in events:
            found.append(events[step.id])
    return tuple(found)


def nos(numbered: Mapping[str, int], threads: Sequence[Thread]) -> str:
    """'3', '3, 7'; empty where none of them is shown."""
    found = sorted(numbered[one.id] for one in threads if one.id in numbered)
    return ", ".join(map(str, found))


def named(numbers: str) -> str:
    """'commitment 3', 'commitments 3, 7'."""
    return f"{counted('commitment', 1 + numbers.count(','))} {numbers}"


def _open(basis: Basis, one: Thread, number: int) -> Line:
    due = f", due {spoken(one.due)}" if one.due else ""
    lead = f"{number}. {one.status.capitalize()}{due}{_by(one)}"
    steps = _shown_steps(one)
    notes = step_notes(basis, steps, one.object)
    return Line(lead, one.last or "undated", "", one.object, _standing(one, steps), notes, group=whose(basis, one))


def _by(one: Thread) -> str:
    """' (Phan Van Giang)': whose words are quoted; empty where that is not told."""
    speaker = next((fact.entry.speaker for fact in one.acts if on_a_line(fact) == one.object), None)
    return f" ({speaker})" if speaker else ""


def _shown_steps(one: Thread, newest: int = STEPS - 3) -> tuple[Step, ...]:
    """The first step, the one that is quoted, the one that the status rests on, and the newest."""
    quoted = [step.id for step in one.steps if any(on_a_line(fact) == one.object for fact in step.acts)]
    kept = {one.steps[0].id, one.ruling.rests_on, *quoted[:1], *(step.id for step in one.steps[::-1][:newest])}
    return tuple(step for step in one.steps if step.id in kept)


def _standing(one: Thread, steps: Sequence[Step]) -> str:
    """'rule “promised again”: promised 2023-09-19, reaffirmed 2025-05-08; no evidence in 2 newer documents'."""
    told = [_rule(one), _story(steps)] if len(steps) > 1 else [_rule(one)]
    return f"{': '.join(filter(None, told))}; {delivery(one)}".removeprefix("; ")


def _rule(one: Thread) -> str:
    """The rule that gave the status, where it says more than the status does."""
    return "" if one.ruling.rule == one.status else f"rule “{one.ruling.rule}”"


def _story(steps: Sequence[Step]) -> str:
    return ", ".join(f"{step.role} {step.day or 'undated'}" for step in steps)


def delivery(one: Thread) -> str:
    """What is known of a delivery, in a few words."""
    if one.ruling.outcome == "seen":
        return "partly delivered, as a document tells"
    if one.ruling.outcome == "not done":
        return "a document tells that it is not done"
    if not one.searched:
        return "no newer document"
    return f"no evidence in {one.searched} newer {counted('document', one.searched)}"


def _closing(one: Thread) -> str:
    steps = _shown_steps(one, 0)
    due = f"; due {spoken(one.due)}" if one.due else ""
    return f"{': '.join(filter(None, (_rule(one), _story(steps))))}{due}"
