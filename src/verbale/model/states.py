"""The names of states and bodies in their tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def names_of(entry: Mapping[str, Any], *fields: str) -> Iterator[str]:
    """The names that an entry of the table of states or bodies has under these fields, in their order.

    >>> from verbale.model.vocabulary import load
    >>> list(names_of(load("countries")["states"]["VN"], "name", "capital"))
    ['Vietnam', 'Hanoi', 'Ha Noi', 'Hà Nội', 'Ha-Noi']
    """
    for field in fields:
        value = entry.get(field, ())
        yield from (value,) if isinstance(value, str) else value
