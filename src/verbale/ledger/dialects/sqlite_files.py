"""Files that hold a database: whole under their names, or not there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def being_made(path: Path, replace: bool = False) -> Iterator[Path]:
    """Another name in the same folder, to make a file under; it takes its own name when the block ends well.

    Without `replace` a file that got the name meanwhile is kept, and the new one dropped.
    """
    new = path.with_name(f".verbale-{secrets.token_hex(6)}.new")
    try:
        yield new
        with new.open("rb") as file:
            os.fsync(file.fileno())
        if replace:
            for left in _beside(path):  # a log of the old file must not be played into the new one
                left.unlink(missing_ok=True)
            new.replace(path)
        else:
            _name(new, path)
    finally:
        for left in (new, *_beside(new)):
            left.unlink(missing_ok=True)


def application_id(path: Path) -> int:
    """Whose database it is, by its header alone: SQLite does not tell where the tables are damaged."""
    with path.open("rb") as file:
        return int.from_bytes(file.read(72)[68:], "big")


def _beside(path: Path) -> list[Path]:
    """What SQLite may leave beside a database."""
    return [path.with_name(path.name + suffix) for suffix in ("-journal", "-wal", "-shm")]


def _name(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            new.rename(path)
