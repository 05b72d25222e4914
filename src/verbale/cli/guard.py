"""Whatever goes wrong in a command ends in one line that says what, and what to do next; never in a traceback.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | some documents failed, or something unforeseen |
| 2 | wrong usage |
| 3 | no input can be read |
| 4 | the ledger cannot be used |
| 130 | stopped with Ctrl-C |
"""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable
from typing import Any

import typer

from verbale.cli.streams import clean
from verbale.errors import VerbaleError

INTERRUPTED = 130
_STOPPED = "stopped. What was read before is stored; run the same command to go on."


def guarded(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with every foreseeable failure turned into one line on stderr and an exit code."""

    @functools.wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
            sys.stdout.flush()
        except VerbaleError as error:
            raise failure(str(error), error.exit_code) from error
        except KeyboardInterrupt as error:
            raise failure(str(error) or _STOPPED, INTERRUPTED) from error
        except BrokenPipeError as error:
            raise hang_up() from error
        except OSError as error:
            _drop_unwritten()
            raise failure(describe(error), 1) from error

    return run


def failure(message: str, code: int) -> typer.Exit:
    """Write the line; returns the exit to raise."""
    line = " ".join(clean(message).split())
    try:
        sys.stderr.write(f"verbale: {line}\n")
    except OSError:
        return typer.Exit(code)  # nobody reads stderr either; the exit code still tells
    return typer.Exit(code)


def hang_up() -> typer.Exit:
    """The reader of our output has had enough (`| head`): that is no error, and Python's own flush must not object."""
    _drop_unwritten()
    return typer.Exit(0)


def _drop_unwritten() -> None:
    """Let Python's closing flush succeed where our output can no longer be written (a closed pipe, a full disk)."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def describe(error: OSError) -> str:
    """What the operating system said, with the next step.

    >>> describe(OSError(28, "No space left on device", "out.json"))
    'out.json: No space left on device. Free some space and run the same command again.'
    """
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}. {_NEXT_STEPS.get(error.errno or 0, 'Check the path.')}"


_NEXT_STEPS = {
    errno.ENOSPC: "Free some space and run the same command again.",
    errno.EACCES: "Check who may read and write it.",
    errno.EPERM: "Check who may read and write it.",
    errno.EROFS: "Choose a folder that can be written to.",
    errno.ENOENT: "Check the path, or create the folder first.",
    errno.ENOTDIR: "Give a folder here.",
    errno.EISDIR: "Give a file here, not a folder.",
    errno.EMFILE: "Close other programs or raise the limit with 'ulimit -n'.",
}
