"""Several processes at once, results in the order of the items.

Processes are spawned, not forked: a fork would share open database files and locks. Only a few items are under way
at a time, so that results do not pile up in memory. Where a process dies (out of memory, a crash in foreign code),
the items that were under way are run again one by one, each in a process of its own, and only the one that dies
again has failed.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from verbale.engines.base import Failed, Outcome, R, T, attempt

AHEAD = 4  # items under way for each process


class Pool:
    """Runs items in `jobs` processes; function, items and results must be picklable."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def run(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, Outcome[R]]]:
        waiting, broken = iter(items), True
        while broken:
            under_way: deque[T] = deque()
            yield from self._run(function, waiting, under_way)
            broken = bool(under_way)
            for item in under_way:
                yield item, self._alone(function, item)

    def _run(
        self, function: Callable[[T], R], waiting: Iterator[T], under_way: deque[T]
    ) -> Iterator[tuple[T, Outcome[R]]]:
        """Until all is done, or a process dies: what was under way then is left in `under_way`."""
        futures: deque[Future[Outcome[R]]] = deque()
        with _executor(self.jobs) as executor:
            try:
                while True:
                    for item in islice(waiting, self.jobs * AHEAD - len(under_way)):
                        under_way.append(item)
                        futures.append(executor.submit(attempt, function, item))
                    if not under_way:
                        return
                    outcome = futures.popleft().result()
                    yield under_way.popleft(), outcome
            except BrokenProcessPool:
                return
            finally:
                executor.shutdown(wait=False, cancel_futures=True)

    def _alone(self, function: Callable[[T], R], item: T) -> Outcome[R]:
        with _executor(1) as executor:
            try:
                return executor.submit(attempt, function, item).result()
            except BrokenProcessPool:
                return Failed("the process that worked on it died, perhaps for lack of memory")


def _executor(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupts)


def _ignore_interrupts() -> None:
    """Ctrl-C is for the process that gives out the work; it ends the others in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
