"""What met, when and where: meetings, rounds of standing series, calls, visits, signings and shows of one document."""

from __future__ import annotations

from verbale.reader.engagements.read import read_engagements

__all__ = ["read_engagements"]
