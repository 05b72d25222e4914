"""Values as a spreadsheet may safely hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

# A spreadsheet runs a cell that begins with one of these as a formula (OWASP, CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def cell(value: Any) -> str | int | float:
    """One value as a spreadsheet may safely hold it: text that would be run as a formula gets an apostrophe.

    >>> cell("=HYPERLINK(1)"), cell(["US", "VN"]), cell(None), cell(-3)
    ("'=HYPERLINK(1)", 'US; VN', '', -3)
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    text = flat(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def flat(value: Any) -> str:
    """A value as one text: a list becomes 'a; b', a record 'name Ann, post Minister', None nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {flat(item)}" for name, item in value.items() if item not in (None, "", []))
    if isinstance(value, Iterable):
        return "; ".join(map(flat, value))
    return str(value)
