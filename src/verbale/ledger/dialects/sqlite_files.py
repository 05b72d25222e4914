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
            new.replace(path)
        else:
            _name(new, path)
    finally:
        for left in (new, *(new.with_name(new.name + suffix) for suffix in ("-journal", "-wal", "-shm"))):
            left.unlink(missing_ok=True)


def _name(new: Path, path: Path) -> None:
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            new.rename(path)
