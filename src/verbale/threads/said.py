"""What commitments are woven of: acts, each with when and between whom it was done, and what it announces or cites."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.model.commitments import Held, on_a_line
from verbale.model.reading import Act
from verbale.model.records import Fact


@dataclass(frozen=True, slots=True)
class Said:
    """An act as threads look at it.

    `relationship`: the parties between whom it was done; `occasion`: the record of the main engagement of its document,
    the same for all reports of one meeting; `origin`: the record of the document's text, the same for copies; `day`:
    the day of that engagement, or else of the document (YYYY-MM-DD). `due`: the date ahead that its words or the event
    that they announce give (EDTF); `held`: reports that this event was held; `instruments`: records of the texts that
    it names.
    """

    fact: Fact[Act]
    relationship: tuple[str, ...]
    occasion: str
    origin: str
    day: str | None
    due: str | None = None
    held: tuple[Held, ...] = ()
    instruments: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the act."""
        return self.fact.id

    @property
    def type(self) -> str:
        """The type of the act."""
        return self.fact.entry.type

    @property
    def words(self) -> str:
        """The words of the act on one line."""
        return on_a_line(self.fact)
