"""How long an HTML page takes from bytes to reading, against trafilatura alone: `python bench/pages.py`.

Over ../shared/pages, each page three times in turn, the quickest of each counted, in processor time.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import trafilatura

from verbale.errors import SourceError
from verbale.reader import rules
from verbale.sources.load import from_bytes

PAGES = Path(__file__).parents[2] / "shared" / "pages" / "html"
RUNS = 3


def whole(content: bytes) -> None:
    """Bytes → document → reading."""
    try:
        rules.read(from_bytes("page.html", content))
    except SourceError:
        return


def article(content: bytes) -> None:
    """What the yardstick does with the page."""
    trafilatura.extract(content, fast=True, with_metadata=True)


def best(work: Callable[[bytes], None], content: bytes) -> float:
    """The quickest of several runs, in seconds."""
    times = []
    for _ in range(RUNS):
        begin = time.process_time()
        work(content)
        times.append(time.process_time() - begin)
    return min(times)


def main() -> None:
    """Print both totals and the ratio."""
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(PAGES.glob("*.gz"))]
    if not pages:
        sys.stdout.write(f"Nothing to measure: there are no pages in {PAGES}.\n")
        return
    whole(pages[0])
    article(pages[0])
    pairs = [(best(whole, page), best(article, page)) for page in pages]
    ours, theirs = (sum(times) for times in zip(*pairs, strict=True))
    sys.stdout.write(f"{len(pages)} pages: {ours:.2f} s, trafilatura.extract alone {theirs:.2f} s\n")
    middle = median(a / b for a, b in pairs)
    sys.stdout.write(f"ratio {ours / theirs:.2f} in all, {middle:.2f} at the median page\n")


if __name__ == "__main__":
    main()
