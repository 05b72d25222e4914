"""Who acts, as a value, and what pronouns can refer to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Agent:
    """One or more parties acting, `person` where a single person of the cast speaks or acts for them."""

    codes: tuple[str, ...]
    person: int | None = None

    @property
    def joint(self) -> bool:
        return len(self.codes) > 1


NOBODY = Agent(())  # somebody of no side that the document tells


@dataclass(slots=True)
class Memory:
    """What pronouns can refer to while the document is read on: the last person and the last agents."""

    person: int | None = None
    agent: Agent | None = None
    group: Agent | None = None
    pair: Agent | None = None  # two of whom the sentence before told that they met, and who are not the document's two
    heading: Agent | None = None
    voice: Agent | None = None
    thing: bool = False  # the last subject was no party but a thing
    seen: dict[int, int] = field(default_factory=dict)
    answering: bool = False  # journalists ask by now
    offices: dict[str, str] = field(default_factory=dict)  # the last 'department', 'ministry' … whose side was told
    giver: Agent | None = None  # who handed something over last
    genders: dict[int, str] = field(default_factory=dict)  # of people whom the text calls Mr or Ms

    def meant(self, key: str) -> int | None:
        """The person whom 'he' or 'she' means: the last one that acted, unless the text calls this one otherwise."""
        wanted = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}.get(key)
        told = self.genders.get(self.person, wanted) if self.person is not None else wanted
        if self.person is None or wanted is None or told == wanted:
            return self.person
        latest = sorted(self.seen, key=lambda i: -self.seen[i])
        known = [i for i in latest if self.genders.get(i) == wanted]
        return next(iter(known or [i for i in latest if i not in self.genders]), None)

    def saw(self, sentence: int, people: Iterable[int]) -> None:
        """Remember in which sentence these people were named last."""
        for person in people:
            self.seen[person] = sentence

    def note(self, agent: Agent | None) -> None:
        """Remember who acted."""
        if agent is None:
            return
        self.agent = agent
        if agent.person is not None:
            self.person = agent.person
        if agent.joint:
            self.group = agent
