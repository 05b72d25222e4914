"""Versions of the reader: which of two is newer."""

from __future__ import annotations

import re


def version_order(version: str) -> list[tuple[int, int, str]]:
    """A version as something to compare: 'rules-10' is newer than 'rules-9'."""
    parts = re.findall(r"\d+|\D+", version)
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]
