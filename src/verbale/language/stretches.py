"""How much of a text is read: long paragraphs by stretches, and the same words only so many times.

Nobody says one sentence thirty times. Texts that do so are dumps of tables, broken pages and noise; what bounds them
here leaves every story as it is and keeps their cost small.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from verbale.language.tokens import Token

_LONGEST = 10_000  # characters of a paragraph that are looked at together
_OFTEN = 20  # how many times the same words are read

Pieces = list[list[Token]]


class Repeats:
    """Counts the same words through a document.

    >>> repeats = Repeats()
    >>> [repeats.too_many("(Applause.)") for _ in range(30)].count(False)
    20
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def too_many(self, words: str) -> bool:
        """Whether the same words have stood in the document so often already that they tell nothing new."""
        self._counts[words] += 1
        return self._counts[words] > _OFTEN


def in_stretches(text: str, start: int, end: int, split: Callable[[int, int], Pieces]) -> Pieces:
    """The pieces into which `split` parts `text[start:end]`, which it is given in stretches of bounded length.

    The last piece of a stretch may go on behind it, so it is read again at the beginning of the next one, and one piece
    that fills a stretch in a longer one: where a stretch ends makes no difference. One that stood there too often is
    passed over.
    """
    pieces: Pieces = []
    repeats, reached = Repeats(), dict[str, int]()
    length = _LONGEST
    while start < end:
        stop = _stop(text, start, end, length)
        words = text[start:stop]
        if words in reached and repeats.too_many(words):
            start += reached[words]
            continue
        found = split(start, stop)
        if stop < end and len(found) < 2:
            length *= 2
            continue
        if stop < end:
            stop = found.pop()[0].start
        pieces.extend(found)
        reached[words] = stop - start
        start, length = stop, _LONGEST
    return pieces


def _stop(text: str, start: int, end: int, length: int) -> int:
    """Where a stretch ends: behind a space, so that no word is cut, where one stands in its second half."""
    if end - start <= length:
        return end
    space = text.rfind(" ", start + length // 2, start + length)
    return start + length if space < 0 else space + 1
