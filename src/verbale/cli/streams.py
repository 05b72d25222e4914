"""What is written to a terminal or a pipe: cleaned of what could drive the terminal, and never a wrong encoding."""

from __future__ import annotations

import io
import re
import sys

# Control characters, and marks that turn the direction of writing: a document must not drive our reader's terminal.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    """The text without anything that a terminal would obey.

    >>> clean("Ha\\x1b[31mnoi")
    'Ha�[31mnoi'
    """
    return _UNSAFE.sub("\ufffd", text)


def tolerant_streams() -> None:
    """Let output pass where the terminal's encoding lacks a letter (an ASCII pipe, an old code page)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
