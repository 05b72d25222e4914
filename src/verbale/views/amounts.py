"""Figures as people write them."""

from __future__ import annotations

from verbale.model.reading import Figure

_SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"))

_UNCHANGED = frozenset(
    ("percent", "people", "personnel", "aircraft", "staff", "equipment", "police", "hertz", "livestock")
)
_IRREGULAR = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet"}


def amount(figure: Figure) -> str:
    """The value with its unit: 'USD 130 million', '740 of 994 remains', '74.5 percent'."""
    return amount_of(figure.value, figure.unit, figure.of)


def amount_of(value: float, unit: str, of: float | None = None) -> str:
    """A value with its unit, and the whole that it is a part of.

    >>> amount_of(130_000_000, "USD"), amount_of(44, "file", 45)
    ('USD 130 million', '44 of 45 files')
    """
    said = number(value) if of is None else f"{number(value)} of {number(of)}"
    if _is_currency(unit):
        return said if unit == "XXX" else f"{unit} {said}"
    return f"{said} {counted(unit, value if of is None else of)}"


def counted(noun: str, count: float) -> str:
    """The noun as it stands after its number.

    >>> counted("mission", 160), counted("mission", 1), counted("set of effects", 43), counted("body", 3)
    ('missions', 'mission', 'sets of effects', 'bodies')
    """
    head, of, rest = noun.partition(" of ")
    if count == 1 or head in _UNCHANGED or head.endswith("s"):
        return noun
    if head in _IRREGULAR:
        head = _IRREGULAR[head]
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        head = f"{head[:-1]}ies"
    else:
        head += "es" if head.endswith(("x", "z", "ch", "sh")) else "s"
    return f"{head}{of}{rest}"


def number(value: float) -> str:
    """A number in short form.

    >>> number(130_000_000), number(1.25e9), number(12_500), number(0.5)
    ('130 million', '1.25 billion', '12,500', '0.5')
    """
    for scale, word in _SCALES:
        if abs(value) >= scale and round(value / scale, 3) * scale == value:
            return f"{value / scale:.3f}".rstrip("0").rstrip(".") + f" {word}"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper() and unit.isascii()
