"""A file or bytes → `Document`.

Everything that can be wrong with a file is a SourceError with the next step; a document always has a text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from verbale.errors import SourceError
from verbale.model.document import Document
from verbale.sources import kinds
from verbale.sources.child import parse_in_child
from verbale.sources.decoding import decode
from verbale.sources.limits import DEFAULT_LIMITS, MEGABYTE, Limits
from verbale.sources.parsed import Parsed, lay_out

Parser = Callable[[str, bytes], Parsed]

# Parsers are named, not imported: a plain text must not pay for the start of an HTML or PDF library.
PARSERS = {
    kinds.HTML: "verbale.sources.html",
    kinds.PDF: "verbale.sources.pdf",
    kinds.DOCX: "verbale.sources.word",
    kinds.MAIL: "verbale.sources.mail",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document, the bytes that it was read from, and the encoding that they were decoded with."""

    document: Document
    content: bytes
    encoding: str | None = None


def load(path: Path, limits: Limits = DEFAULT_LIMITS) -> Loaded:
    """The document in the file `path`; its source is the file's name.

    Raises SourceError for a file that is missing, a folder, unreadable, empty, binary, damaged or too large.
    """
    content = _read(path, limits)
    document, encoding = _document(path.name, content, limits)
    return Loaded(document, content, encoding)


def from_bytes(name: str, content: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in `content`; `name` is its source; its suffix helps where the bytes do not tell.

    >>> from_bytes("note.txt", b"Talks were held.").text
    'Talks were held.'

    Raises SourceError as `load` does.
    """
    return _document(name, content, limits)[0]


def _read(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{path} is a folder.", "Name the files in it, or read the folder as a whole.")
        if not path.is_file() and path.exists():
            raise SourceError(f"{path} is not a regular file.", "Copy its content to a file and read that.")
        size = path.stat().st_size
        if size > limits.size:
            raise _too_large(str(path), size, limits)
        return path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"There is no file {path}.", "Check the spelling and the folder you are in.") from None
    except PermissionError:
        raise SourceError(f"{path} may not be read.", f"Give yourself the right to read it: chmod u+r {path}") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"{path} cannot be read: {error}.", "Check the disk and the name.") from None


def _document(name: str, content: bytes, limits: Limits) -> tuple[Document, str | None]:
    if len(content) > limits.size:
        raise _too_large(name, len(content), limits)
    if not content.strip(b"\0 \t\r\n\f\v\xef\xbb\xbf\xfe\xff"):
        raise SourceError(f"{name} is empty.", "Save the document again; there is nothing in it to read.")
    strange = kinds.foreign(content)
    if strange is not None:
        raise SourceError(f"{name} is {strange[0]}.", strange[1])
    kind = kinds.kind_of(name, content)
    digest = hashlib.sha256(content).hexdigest()
    if kind == kinds.PLAIN:
        text, encoding = decode(name, content)
        _require_words(name, text)
        return Document(source=name, text=text, content=digest), encoding
    return _laid_out(name, kind, digest, _parse(name, kind, content, limits)), None


def _parse(name: str, kind: str, content: bytes, limits: Limits) -> Parsed:
    foreign_code = kind in (kinds.PDF, kinds.DOCX) or len(content) > limits.in_process
    if foreign_code:
        return parse_in_child(PARSERS[kind], name, content, limits)
    parser: Parser = import_module(PARSERS[kind]).parse
    return parser(name, content)


def _laid_out(name: str, kind: str, digest: str, parsed: Parsed) -> Document:
    text, passages = lay_out(parsed.blocks)
    _require_words(name, text)
    return Document(
        source=name, text=text, content=digest, media_type=kind,
        title=parsed.title, outlet=parsed.outlet, published=parsed.published, language=parsed.language,
        passages=passages if parsed.marked else None,
    )  # fmt: skip


def _require_words(name: str, text: str) -> None:
    if not any(character.isalnum() for character in text):
        raise SourceError(
            f"{name} holds no words.",
            "If it is a scan, run text recognition on it first; else save it again.",
        )


def _too_large(name: str, size: int, limits: Limits) -> SourceError:
    return SourceError(
        f"{name} is too large: {size / MEGABYTE:.1f} MB, and the limit is {limits.size / MEGABYTE:.0f} MB.",
        "Split it, or save only the article.",
    )
