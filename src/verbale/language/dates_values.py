"""What a grammar of dates finds in words alone: a `RawDate`, still without the document's own date."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from verbale.model.dates import PartialDate


class Form(Enum):
    """How an expression names its time."""

    CALENDAR = auto()  # May 8, 2025; March; 2021-2025; last December
    NUMERIC = auto()  # 08/05/2025, whose order only the document can tell
    DAY = auto()  # today, yesterday: `amount` days from the date line
    WEEKDAY = auto()  # on Monday: `amount` is the weekday
    UNIT = auto()  # this year, next month: `amount` units from the date line
    AGO = auto()  # three years ago
    AHEAD = auto()  # in three weeks, where the clause is of what is to come
    SPAN = auto()  # over the past three months (amount < 0), in the next year (amount > 0)
    SAME = auto()  # the same day, the following month: `amount` units from the date named before


class Period(NamedTuple):
    """A part of a year by its months; `vague` for 'early'. `rest` is 1 for 'later this year', -1 for 'earlier'."""

    first: int = 1
    last: int = 12
    vague: bool = False
    rest: int = 0


@dataclass(frozen=True, slots=True)
class RawDate:
    """An expression over tokens `first` up to, not including, `last`.

    `shift` counts years from the date line's ('March last year'); `direction` is -1 for 'last December', 0 for
    'this April', 1 for 'next June'; `numbers` are the three numbers of a numeric date, the year last;
    `day` is that of 'the 3rd of this month'.
    """

    first: int
    last: int
    form: Form = Form.CALENDAR
    start: PartialDate | None = None
    end: PartialDate | None = None
    shift: int | None = None
    direction: int | None = None
    unit: str = ""
    amount: int = 0
    period: Period | None = None
    numbers: tuple[int, int, int] | None = None
    day: int | None = None
    since: bool = False
    deadline: bool = False

    @property
    def year_only(self) -> bool:
        """Whether it names one whole year, so that a part of the year may be meant."""
        if self.form is Form.UNIT:
            return self.unit == "year"
        return self.form is Form.CALENDAR and self.end is None and (self.start is None or self.start.month is None)
