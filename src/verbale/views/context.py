"""Words in the company that they keep: what stands before and after them in their document."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role
from verbale.model.evidence import Evidence

REACH = 240  # characters on either side, at most; a paragraph's end comes first
FAR = 3000  # characters on either side in which the sentence around words is looked for


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words with what stands around them; `before` and `after` are parts of the same paragraph."""

    before: str
    words: str
    after: str
    start: int
    end: int

    def to_json(self) -> dict[str, str | int]:
        return {"before": self.before, "words": self.words, "after": self.after, "start": self.start, "end": self.end}


def excerpt(text: str, evidence: Evidence, reach: int = REACH) -> Excerpt:
    """The evidence in context.

    >>> quoted = Evidence("d", 14, 19, "Hanoi")
    >>> excerpt("Headline\\n\\nIn  Hanoi they met.", quoted).before
    'In '
    """
    before = text[max(0, evidence.start - reach) : evidence.start]
    after = text[evidence.end : evidence.end + reach]
    left = before.rsplit("\n", 1)[-1]
    if left == before and evidence.start > reach:
        left = "…" + left.split(" ", 1)[-1]
    right = after.split("\n", 1)[0]
    if right == after and evidence.end + reach < len(text):
        right = right.rsplit(" ", 1)[0] + "…"
    return Excerpt(_one_line(left), _one_line(evidence.exact), _one_line(right), evidence.start, evidence.end)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends that these characters stand in; only their paragraph is looked at.

    >>> "They met. They agreed to talk."[slice(*sentence_around("They met. They agreed to talk.", 15, 21))]
    'They agreed to talk.'
    """
    first = max(text.rfind("\n\n", 0, start) + 2, start - FAR, 0)
    stop = text.find("\n\n", end)
    last = min(len(text) if stop < 0 else stop, end + FAR)
    found = sentences(text, (Passage(first, last, Role.BODY),))
    return next(((one.start, one.end) for one in found if one.start <= start and end <= one.end), (start, end))


def _one_line(words: str) -> str:
    """White space to single spaces, those at the ends kept: they part the words from their context."""
    lead = " " if words[:1].isspace() else ""
    tail = " " if words[-1:].isspace() and words.strip() else ""
    return f"{lead}{' '.join(words.split())}{tail}"
