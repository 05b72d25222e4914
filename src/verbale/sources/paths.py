"""Files, folders and patterns → the files to read, in a stable order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# What a folder is searched for; a file that is named itself is read whatever its name. Old Word and RTF files are
# among them, so that their owner hears what to do with them.
SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".mht", ".mhtml", ".doc", ".rtf", "")
)
_SPELLING = "Check the spelling and the folder you are in."


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A path that leads to no file, and why."""

    path: str
    reason: str
    hint: str


def expand(paths: Iterable[str | Path], skip: Path | None = None) -> Iterator[Path | Unreadable]:
    """Every file once: those named, those of folders by name with all below, those that patterns match.

    Hidden files are left out of folders, and so is `skip` (the ledger itself), with what SQLite keeps beside it.
    """
    seen: set[str] = set()
    for given in paths:
        for path in _expand(str(given), skip):
            name = str(path) if isinstance(path, Path) else path.path
            if name not in seen:
                seen.add(name)
                yield path


def _expand(given: str, skip: Path | None) -> Iterator[Path | Unreadable]:
    path = Path(given)
    if os.path.isdir(given):
        yield from _folder(path, skip)
    elif os.path.lexists(given) or not glob.has_magic(given):
        yield path
    else:
        matches = sorted(glob.glob(os.path.expanduser(given), recursive=True))
        if not matches:
            yield Unreadable(given, f"No file matches {given}.", _SPELLING)
        for match in matches:
            if os.path.isdir(match):
                if "**" not in given:  # '**' gives the files below by itself
                    yield from _folder(Path(match), skip)
            elif not _is_ledger(Path(match), skip):
                yield Path(match)


def _folder(folder: Path, skip: Path | None) -> Iterator[Path | Unreadable]:
    unreadable: list[OSError] = []
    found = 0
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES and not _is_ledger(path, skip):
                found += 1
                yield path
    for error in unreadable:
        name = str(error.filename or folder)
        yield Unreadable(name, f"The folder {name} may not be read.", f"Give yourself the right: chmod u+rx {name}")
    if not found and not unreadable:
        yield Unreadable(
            str(folder), f"The folder {folder} holds no documents.", "Name the files themselves, or another folder."
        )


def _is_ledger(path: Path, skip: Path | None) -> bool:
    if skip is None or not path.name.startswith(skip.name):
        return False
    return path.name.removeprefix(skip.name) in ("", "-journal", "-wal", "-shm") and path.parent.samefile(skip.parent)
