"""One key at a time from a terminal, one line at a time from a pipe."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

if sys.platform == "win32":
    termios = tty = None
else:
    import termios
    import tty

END = ""  # what reading gives when nothing more comes


@contextmanager
def single_keys() -> Iterator[None]:
    """Let a terminal hand over each key as it is pressed; Ctrl-C goes on interrupting. A pipe stays as it is."""
    if termios is None or not sys.stdin.isatty():
        yield
        return
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


def read_key() -> str:
    """The next key, or the first letter of the next line that is not empty; `END` at the end of the input."""
    if termios is not None and sys.stdin.isatty():
        key = os.read(sys.stdin.fileno(), 32).decode("utf-8", "replace")  # an arrow key sends several bytes at once
        return key if len(key) == 1 and key != "\x04" else END if key in ("", "\x04") else "\0"
    while line := sys.stdin.readline():
        if line.strip():
            return line.strip()[0]
    return END
