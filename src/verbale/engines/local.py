"""Here and now, one item after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from verbale.engines.base import Outcome, R, T, attempt


class Local:
    """Runs everything in this process."""

    def run(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, Outcome[R]]]:
        for item in items:
            yield item, attempt(function, item)
