"""A mention of an event: what one stretch of a sentence says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.language.marks import DateMark, Marked, PlaceMark
from verbale.model.dates import AnyDate, PartialDate
from verbale.model.document import Role
from verbale.reader.engagements.segments import Segment

_MEALS = frozenset({"dinner", "lunch", "luncheon", "banquet", "breakfast", "reception"})


@dataclass(slots=True)
class Mention:
    """What one stretch of a sentence says of an event. `people` maps the cast's indices to roles; `turn` is 'next',
    'previous' or ''; `definite` where the words point back ('the dialogue'); `event` where they say that it took
    place or will."""

    marked: Marked
    segment: Segment
    kind: str
    mechanism: str | None = None
    round: int | None = None
    parties: frozenset[str] = frozenset()
    people: dict[int, str] = field(default_factory=dict)
    when: DateMark | None = None
    place: PlaceMark | None = None
    country: str | None = None
    planned: bool = False
    definite: bool = False
    turn: str = ""
    event: bool = False
    open: bool = False
    both: bool = False
    series: str = ""
    at: bool = False  # 'signed … at the meeting'
    beside: bool = False  # 'met at the summit', 'on the margins of the forum': another event than the meeting
    journey: bool = False  # 'flies to Lima for talks with X', 'to Lima, where she met X'

    @property
    def start(self) -> AnyDate | None:
        return self.when.start if self.when else None

    @property
    def end(self) -> PartialDate | None:
        return self.when.end if self.when else None

    @property
    def headline(self) -> bool:
        return self.marked.sentence.role is Role.HEADLINE

    @property
    def caption(self) -> bool:
        return self.marked.sentence.role is Role.CAPTION

    @property
    def dated_meal(self) -> bool:
        """'On Tuesday, A gave a dinner for B': of a day of its own, it is no meeting told without one."""
        return self.segment.trigger.lemma in _MEALS and self.when is not None
