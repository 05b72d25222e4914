"""What an engine promises: the same results in the same order, whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What the function returned."""

    value: R


@dataclass(frozen=True, slots=True)
class Failed:
    """The function raised, or its process died, with the reason in words."""

    reason: str


Outcome = Done[R] | Failed


class Engine(Protocol):
    """Runs one function over many items."""

    def run(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, Outcome[R]]]:
        """Each item with its outcome, in the order of the items; an item that fails does not stop the others."""


def attempt(function: Callable[[T], R], item: T) -> Outcome[R]:
    """Call the function; whatever it raises becomes a `Failed`.

    The one place that catches everything: a defect in the work on one item must not take the others with it.
    """
    try:
        return Done(function(item))
    except Exception as error:  # noqa: BLE001
        return Failed(f"{type(error).__name__}: {error}")
