"""Garbage collected less often while a document is read.

Reading makes tens of thousands of small values, nearly all of which are dropped without a cycle when it ends; Python's
collector would look through them, and through all vocabularies, again and again: a twelfth of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_SELDOM = 50_000  # new values after which the collector looks at them


class _Readers:
    """How many documents are being read at once, and the thresholds to go back to after the last of them."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.count = 0
        self.before = gc.get_threshold()


_READERS = _Readers()


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Collects seldom inside; outside everything is as it was. A program that collects seldom or never is left alone.

    >>> before = gc.get_threshold()
    >>> with seldom_collected():
    ...     inside = gc.get_threshold()[0]
    >>> inside, gc.get_threshold() == before
    (50000, True)
    """
    with _READERS.lock:
        if not _READERS.count:
            _READERS.before = gc.get_threshold()
            if 0 < _READERS.before[0] < _SELDOM:
                gc.set_threshold(_SELDOM, *_READERS.before[1:])
        _READERS.count += 1
    try:
        yield
    finally:
        with _READERS.lock:
            _READERS.count -= 1
            if not _READERS.count:
                gc.set_threshold(*_READERS.before)
