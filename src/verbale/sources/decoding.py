"""Bytes to text: by byte order mark, as UTF-8, as UTF-16 without a mark, else by the likeliest old encoding.

Line ends become a single line feed, so that offsets do not depend on where a file was written.
"""

from __future__ import annotations

import codecs
import re
from importlib import import_module
from typing import NamedTuple

from verbale.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000  # bytes that a guess looks at; the rest of a long file is in the same encoding
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_CONTROLS_ALLOWED = 0.005


class Decoded(NamedTuple):
    """A text and the encoding that it was read in."""

    text: str
    encoding: str


def decode(name: str, content: bytes) -> Decoded:
    """The text of `content`.

    >>> decode("note.txt", b"caf\\xc3\\xa9\\r\\n")
    Decoded(text='café\\n', encoding='utf-8')

    Raises SourceError where the bytes are no text in any encoding.
    """
    text, encoding = _decode(name, content)
    controls = len(_CONTROLS.findall(text))
    if controls > max(8, _CONTROLS_ALLOWED * len(text)):
        raise _binary(name)
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def _decode(name: str, content: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(content.decode(encoding, "replace"), encoding)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        damaged = error
    wide = _utf16(content)
    if wide is not None:
        return Decoded(content.decode(wide, "replace"), wide)
    if content.count(b"\0"):
        raise _binary(name)
    if _mostly_utf8(content, damaged):
        return Decoded(content.decode("utf-8", "replace"), "utf-8, damaged")
    return _guess(name, content)


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark: in Latin text every other byte is zero."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    if sample[1::2].count(0) > 0.6 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(content: bytes, error: UnicodeDecodeError) -> bool:
    """A UTF-8 text cut in the middle of a character, or with a stray byte among many good ones."""
    if error.start >= len(content) - 3 and len(content) > 64:
        return True
    sample = content[:_SAMPLE].decode("utf-8", "replace")
    good = sum(1 for c in sample if c > "\x7f" and c != "\ufffd")
    return good > 10 * sample.count("\ufffd")


def _guess(name: str, content: bytes) -> Decoded:
    best = import_module("charset_normalizer").from_bytes(content[:_SAMPLE]).best()  # rarely needed, slow to start
    if best is None:
        raise _binary(name)
    encoding = "cp1252" if best.encoding in ("latin_1", "cp1250", "iso8859_1") and _western(content) else best.encoding
    return Decoded(content.decode(encoding, "replace"), encoding)


def _western(content: bytes) -> bool:
    """Only a few high bytes, and those the quotes, dashes and accents of Windows-1252: English prose."""
    high = [b for b in content[:_SAMPLE] if b > 0x7F]
    return len(high) < 0.05 * len(content[:_SAMPLE]) and all(b in _WESTERN for b in high)


_WESTERN = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3\xa9\xad\xb0\xbd\xe0\xe7\xe8\xe9\xea\xf1\xf3\xf6\xfc\xe1\xed\xfa\xe4"
)


def _binary(name: str) -> SourceError:
    return SourceError(
        f"{name} is not a text: its bytes are in no known encoding.",
        "Give Verbale a text, HTML, PDF, DOCX or e-mail file.",
    )
