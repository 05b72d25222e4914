"""What a parser makes of bytes: blocks of text, each with its role, and what the source says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from verbale.model.document import Passage, Role


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption or byline: text without line breaks at its ends, and its role."""

    text: str
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Parsed:
    """The blocks of an article in order. `marked` is False where the source does not mark its article."""

    blocks: tuple[Block, ...]
    marked: bool = True
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None

    def to_json(self) -> dict[str, Any]:
        """A form that can cross to another process without trusting it."""
        return {
            "blocks": [[block.text, str(block.role)] for block in self.blocks],
            "marked": self.marked, "title": self.title, "outlet": self.outlet,
            "published": self.published, "language": self.language,
        }  # fmt: skip


def parsed_from_json(data: dict[str, Any]) -> Parsed:
    """The inverse of `Parsed.to_json`; raises ValueError or KeyError for anything else."""
    return Parsed(
        blocks=tuple(Block(str(text), Role(role)) for text, role in data["blocks"]),
        **{name: data[name] for name in ("marked", "title", "outlet", "published", "language")},
    )


def lay_out(blocks: Iterable[Block]) -> tuple[str, tuple[Passage, ...]]:
    """The text that the blocks make, one a line, and a passage for each run of blocks of one role.

    >>> lay_out([Block("Talks held", Role.HEADLINE), Block("They met.")])[0]
    'Talks held\\nThey met.\\n'
    """
    lines: list[str] = []
    passages: list[Passage] = []
    at = 0
    for block in blocks:
        words = block.text.strip()
        if not words:
            continue
        end = at + len(words)
        if passages and passages[-1].role is block.role is Role.BODY:
            passages[-1] = Passage(passages[-1].start, end, block.role)
        else:
            passages.append(Passage(at, end, block.role))
        lines.append(words + "\n")
        at = end + 1
    return "".join(lines), tuple(passages)
