"""Ctrl-C during a long read: the document in hand is finished, then the command stops; a second one stops at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[Callable[[], None]]:
    """A function to call between documents: it raises KeyboardInterrupt if Ctrl-C was pressed since.

    An interrupt that falls into a destructor is lost in Python; one that is kept until the next document is not.
    Where interrupts are ignored from outside (`nohup`), or off the main thread, they stay as they are.
    """
    pressed = False

    def note(number: int, frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    def check() -> None:
        if pressed:
            raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield check
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield check
    finally:
        signal.signal(signal.SIGINT, before)
