"""Files that a command writes: whole or not at all, and a failure says what to do."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from verbale.errors import UsageError


def write_text(path: Path, text: str) -> None:
    """Put the text in the file; an older file stays as it was until the new one is complete."""
    with replacing(path) as stream:
        stream.write(text)


def write_bytes(path: Path, content: bytes) -> None:
    """Put the bytes in the file, as `write_text` does."""
    with replacing(path) as stream:
        stream.buffer.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """A stream whose text takes the place of the file at `path` once all is written.

    Raises UsageError for a folder that is missing, OSError as the system gives it for a full disk. A pipe or device
    (`/dev/stdout`) is written directly.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder.", "Give the name of a file in it.")
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent}.", f"Create it first: mkdir -p {path.parent}")
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            yield stream
        return
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        error.filename = str(path)  # the name that the user knows
        raise
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or what a new file would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
