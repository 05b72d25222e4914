"""What stands before a command; in a file of its own, so that help needs no ledger."""

from __future__ import annotations

from typing import NamedTuple


class Root(NamedTuple):
    """The ledger, and the day as of which it is asked."""

    ledger: str | None = None
    as_of: str | None = None
