"""How much a foreign document may cost us, as one value that travels."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what a document may cost.

    `size` is in bytes. `in_process` is the largest HTML page that is parsed here rather than in a child
    process. `seconds` and `memory` (bytes) bound the child process that parses PDF, DOCX and large pages; `text`
    bounds the characters that a parser may give back, so that a small bomb does not become a large document.
    """

    size: int = 50 * MEGABYTE
    in_process: int = 1 * MEGABYTE
    seconds: float = 30.0
    memory: int = 1_500 * MEGABYTE
    text: int = 20 * MEGABYTE


DEFAULT_LIMITS = Limits()
