"""How a promise stands: rules with names, tried in order; each names the step that it rests on.

'No evidence' is not 'not done': the one says that no document tells of a delivery, the other that a document tells
that there was none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verbale.identities.times import day_number
from verbale.model.commitments import ROLES, Outcome, Ruling, Status, Step
from verbale.model.days import days
from verbale.threads.promise_words import says
from verbale.threads.steps import PROMISING

LAPSED = 731  # days after its due date, or its undated announcement, from which an unspoken promise has lapsed
KEPT = ("delivered", "part delivered")


@dataclass(frozen=True, slots=True)
class Story:
    """What the rules look at: the steps in order, the due date (EDTF), and the newest day of the relationship."""

    steps: tuple[Step, ...]
    due: str | None
    newest: str | None

    def last(self, *roles: str) -> Step | None:
        """The newest step in one of these roles."""
        return next((step for step in reversed(self.steps) if step.role in roles), None)

    def after(self, step: Step, *roles: str) -> bool:
        """Whether a step in one of these roles comes on a later day than this one."""
        return any(one.role in roles and (one.day or "") > (step.day or "") for one in self.steps)

    def age_of(self, step: Step) -> int:
        """Days from a step to the newest document; 0 where either has no date."""
        return day_number(self.newest) - day_number(step.day) if self.newest and step.day else 0

    def times(self, *roles: str) -> int:
        """On how many days there are steps in these roles; a list in which it is one of several counts for none."""
        return len({step.day for step in self.steps if step.role in roles and not step.among_others})

    @property
    def late(self) -> int | None:
        """Days between the due date and the newest document; None where it is not passed or not known."""
        last = days(self.due)[1] if self.due else None
        if last is None or self.newest is None or last >= self.newest:
            return None
        return day_number(self.newest) - day_number(last)


Ruled = tuple[Status, Step] | None


def withdrawn(story: Story) -> Ruled:
    """A document tells that the promise was taken back, and none that it was given or kept again."""
    step = story.last("withdrawn")
    return ("withdrawn", step) if step and not story.after(step, *PROMISING, *KEPT) else None


def delivered_again_and_again(story: Story) -> Ruled:
    """It was delivered on several days, and no date was set for it: a practice that is kept up."""
    step = story.last("delivered")
    return ("kept up", step) if step and story.times("delivered") > 1 and not story.due else None


def renewed_and_thanked_for(story: Story) -> Ruled:
    """The promise to go on was given on several days, and on several days it was thanked for or partly kept."""
    step = story.last("appreciated", *KEPT)
    lasting = any(one.role in ("promised", "reaffirmed") and says(one.words, "lasting") for one in story.steps)
    kept = story.times("appreciated", *KEPT) > 1 and story.times("promised", "reaffirmed") > 1
    return ("kept up", step) if step and lasting and kept and not story.due else None


def delivered(story: Story) -> Ruled:
    """A delivery is told, and nothing that was asked or promised of the matter later."""
    step = story.last("delivered")
    return ("delivered", step) if step and not story.after(step, "asked", *PROMISING) else None


def asked_last(story: Story) -> Ruled:
    """The last word on the matter is a request, or only requests are known."""
    step, promise = story.last("asked"), story.last(*PROMISING, *KEPT)
    if step is None or (promise is not None and (promise.day or "") >= (step.day or "")):
        return None
    return "asked for", step


def partly_delivered(story: Story) -> Ruled:
    """A part or progress is told, or a delivery after which more was promised."""
    step = story.last(*KEPT)
    return ("partly delivered", step) if step else None


def lapsed(story: Story) -> Ruled:
    """The due date lies more than two years back, and no document has spoken of the matter since."""
    step, due = story.last("asked", *PROMISING), days(story.due)[1] if story.due else None
    silent = all((one.day or "") <= (due or "") for one in story.steps)
    return ("lapsed", step) if step and silent and story.late is not None and story.late > LAPSED else None


def announced_long_ago(story: Story) -> Ruled:
    """A step was announced without a date more than two years ago, and no document has spoken of it since."""
    step = story.last("asked", *PROMISING)
    if step is None or step.role != "scheduled" or story.due or story.after(step, *ROLES):
        return None
    return ("lapsed", step) if story.age_of(step) > LAPSED else None


def overdue(story: Story) -> Ruled:
    """The due date is passed by the newest document of the relationship, and no delivery is seen."""
    step = story.last("asked", *PROMISING)
    return ("overdue", step) if step and story.late is not None else None


def scheduled(story: Story) -> Ruled:
    """A date is given that is still to come, or a step is announced."""
    step = story.last(*PROMISING)
    return ("scheduled", step) if step and (story.due or step.role == "scheduled") else None


def promised_again(story: Story) -> Ruled:
    """The promise was given on several occasions."""
    step = story.last("reaffirmed")
    return ("reaffirmed", step) if step else None


def promised_once(story: Story) -> Ruled:
    """The promise was given once; a thread without a promise rests on its last step."""
    step = story.last(*PROMISING) or (story.steps[-1] if story.steps else None)
    return ("announced", step) if step else None


RULES: tuple[Callable[[Story], Ruled], ...] = (
    withdrawn, delivered_again_and_again, renewed_and_thanked_for, delivered, asked_last, partly_delivered, lapsed,
    announced_long_ago, overdue, scheduled, promised_again, promised_once,
)  # fmt: skip


def rule_on(steps: Sequence[Step], due: str | None, newest: str | None) -> Ruling:
    """The first rule that applies; raises ValueError where there is no step."""
    story = Story(tuple(steps), due, newest)
    for rule in RULES:
        if found := rule(story):
            known: Outcome = "seen" if found[0] == "kept up" else _outcome(story)
            return Ruling(found[0], rule.__name__.replace("_", " "), found[1].id, known)
    raise ValueError("a thread without a step has no status")


def _outcome(story: Story) -> Outcome:
    """Whether a delivery is told, a document tells that there was none yet, or nothing is told of it."""
    told = story.last(*KEPT)
    undone = next((step for step in reversed(story.steps) if says(step.words, "undone")), None)
    if undone is not None and (told is None or (undone.day or "") > (told.day or "")):
        return "not done"
    return "seen" if told is not None else "no evidence"
