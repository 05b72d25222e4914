"""Several values of one field: which is shown, and whether they are one thing said in two ways or a conflict.

Values that differ only in precision are no conflict: 2024 and 2024-09-09 can both be true. The value that most
independent sources give is shown first; of values that are equally supported, the most precise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from verbale.identities.person_names import likeness
from verbale.identities.places import same_place
from verbale.identities.posts import nearness
from verbale.model.merged import Field, FieldStatus, Value
from verbale.model.spelling import name_key

Given = Sequence[tuple[str, str, Any]]  # report, source that is independent of others, value
Judge = Callable[[Any, Any], FieldStatus]


def field(name: str, given: Given, judge: Judge, better: Callable[[Any], Any] = lambda value: 0) -> Field | None:
    """The field with all values that are not empty; None where no report gives any."""
    grouped: dict[Hashable, list[tuple[str, str, Any]]] = defaultdict(list)
    for report, source, value in given:
        if value not in (None, "", (), []):
            grouped[_hashable(value)].append((report, source, value))
    if not grouped:
        return None
    values = [
        Value(told[0][2], tuple(sorted({one[0] for one in told})), len({one[1] for one in told}))
        for told in grouped.values()
    ]
    values.sort(key=lambda one: (-one.sources, _negated(better(one.value)), str(one.value)))
    status = _worst(values, judge)
    if status == "differs":  # nothing speaks against the one that says most
        values.sort(key=lambda one: (_negated(better(one.value)), -one.sources, str(one.value)))
    return Field(name, tuple(values), status)


def _worst(values: Sequence[Value], judge: Judge) -> FieldStatus:
    found: set[FieldStatus] = {judge(a.value, b.value) for number, a in enumerate(values) for b in values[number + 1 :]}
    return "conflict" if "conflict" in found else "differs" if "differs" in found else "agreed"


def equal_or_conflict(a: Any, b: Any) -> FieldStatus:
    """Two numbers or codes: equal, or not both true."""
    return "agreed" if a == b else "conflict"


def equal_or_differs(a: Any, b: Any) -> FieldStatus:
    """Two words for one thing."""
    return "agreed" if a == b else "differs"


def names(a: str, b: str) -> FieldStatus:
    """Two names of a mechanism or titles: spelling aside one, or two names of one thing."""
    return "agreed" if name_key(a) == name_key(b) else "differs"


def party_sets(a: Sequence[str], b: Sequence[str]) -> FieldStatus:
    """Two lists of parties: one may name only some of the other."""
    first, second = set(a), set(b)
    if first == second:
        return "agreed"
    return "differs" if first < second or second < first else "conflict"


def places(a: str, b: str) -> FieldStatus:
    """Two places: a building and its city are one place; two cities are not."""
    return same_place(a, b)


def periods(a: Sequence[Any], b: Sequence[Any]) -> FieldStatus:
    """Two periods (start, end, first day, last day): one within the other may be the same said less precisely.

    >>> periods(("2024-09-09", None, "2024-09-09", "2024-09-09"), ("2024", None, "2024-01-01", "2024-12-31"))
    'differs'
    """
    if tuple(a[:2]) == tuple(b[:2]):
        return "agreed"
    if not (a[2] and b[2]):
        return "differs"
    within = (a[2] >= b[2] and a[3] <= b[3]) or (b[2] >= a[2] and b[3] <= a[3])
    return "differs" if within else "conflict"


def precision(period: Sequence[Any]) -> tuple[int, int]:
    """How precisely a period is told: by the day, month or year of its start, then whether it has an end."""
    return len((period[0] or "").split("/")[0].rstrip("~?%").replace("XX", "").rstrip("-")), bool(period[1])


def posts_of(party: str | None) -> Judge:
    """How two names of a person's post lie to each other."""

    def judge(a: str, b: str) -> FieldStatus:
        found = nearness(a, b, party)
        return "agreed" if found == "same" else "differs" if found == "near" else "conflict"

    return judge


def same_person(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool:
    """Whether two participants of one meeting are one person."""
    if a["party"] and b["party"] and a["party"] != b["party"]:
        return False
    return likeness(a["name"], b["name"]) != "none"


def _hashable(value: Any) -> Hashable:
    return tuple(value) if isinstance(value, list) else value


def _negated(value: Any) -> Any:
    return tuple(-one for one in value) if isinstance(value, tuple) else -value
