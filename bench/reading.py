"""How fast documents are read, on one core: `python bench/reading.py`.

Prints documents a second over ../shared/corpus/texts with the start apart and the peak of memory, the same texts
through a plain splitter into words as a yardstick for the machine, and whether time is linear in length.
Times are processor time, so that other work on the machine counts less.
"""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from verbale.model.document import Document
from verbale.reader import rules

TEXTS = Path(__file__).parents[2] / "shared" / "corpus" / "texts"
SAMPLES = Path(__file__).parents[1] / "src" / "verbale" / "samples"
MEGABYTE = 1_000_000
REPEATED = ("the ", "word ", "Minister ", "said that ", "he said ", "Minister Nguyen Van A of Vietnam ", "and ",
            "May 8 ", "5 May 2025, ", "a,", "(", ".", '"', "1. ", "\n- ", "\n1. a", "a\n", "2+2 ", "Hanoi, ",
            "Mr. Lee said. ", "Vietnam ", "A. ", "U.S. ", "$5 million ", "Defense Policy Dialogue ")  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w+|[^\w\s]")


def seconds(work: Callable[[], object]) -> float:
    """Processor time of some work."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def read(text: str) -> None:
    """All layers of one text."""
    rules.read(Document(source="bench.txt", text=text))


def split(text: str) -> int:
    """The yardstick: sentences and words by two regular expressions."""
    return sum(len(_WORD.findall(sentence)) for sentence in _SENTENCE.split(text))


def corpus() -> list[str]:
    """The texts to read; empty where there is no ../shared."""
    return [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]


def print_speed(texts: list[str]) -> None:
    """Documents a second and the ratio to the yardstick."""
    words = sum(len(text.split()) for text in texts) / len(texts)
    reading = seconds(lambda: [read(text) for text in texts])
    splitting = seconds(lambda: [split(text) for text in texts])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    show("documents", f"{len(texts)} of {words:.0f} words")
    show("reading", f"{len(texts) / reading:.1f} documents/s, {1000 * reading / len(texts):.1f} ms each")
    show("yardstick", f"{reading / splitting:.0f} times a plain split into words")
    show("peak memory", f"{peak:.0f} MB")


def print_linearity(text: str) -> None:
    """One and two megabytes of prose, and a megabyte of each kind of repetition."""
    one, two = repeated(text, MEGABYTE), repeated(text, 2 * MEGABYTE)
    first = seconds(lambda: read(one))
    show("1 MB of prose", f"{first:.1f} s")
    show("2 MB of prose", f"{seconds(lambda: read(two)) / first:.2f} times as long")
    for token in REPEATED:
        show(f"1 MB of {token!r}", f"{seconds(lambda token=token: read(repeated(token, MEGABYTE))):.2f} s")  # type: ignore[misc]


def repeated(text: str, size: int) -> str:
    """The text again and again up to a size."""
    return (text * (size // len(text) + 1))[:size]


def show(what: str, value: str) -> None:
    sys.stdout.write(f"{what:<44} {value}\n")
    sys.stdout.flush()


def main() -> None:
    """Measure everything that this machine has the texts for."""
    sample = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("2*.txt")))
    show("start (first document)", f"{seconds(lambda: read(sample)):.2f} s")
    texts = corpus()
    if texts:
        print_speed(texts)
    else:
        show("speed", f"left out: there are no texts in {TEXTS}")
    print_linearity("\n\n".join(texts) if texts else sample)


if __name__ == "__main__":
    main()
