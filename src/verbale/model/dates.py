"""Dates with their precision, in EDTF (ISO 8601-2): 2025-05-08, 2025-05, 2025, XXXX-03-30, 2026-09~/2026-12~."""

from __future__ import annotations

import re
from dataclasses import dataclass

_EDTF = re.compile(r"(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day; an unknown year is None and written XXXX.

    >>> PartialDate(2025, 5).edtf
    '2025-05'
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        parts = [f"{self.year:04d}" if self.year is not None else "XXXX"]
        parts += [f"{p:02d}" for p in (self.month, self.day) if p is not None]
        return "-".join(parts)
