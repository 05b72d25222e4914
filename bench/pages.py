"""Reading HTML pages: time against trafilatura alone, and how much of the article is found: `python bench/pages.py`.

Each page is taken three times in the same run: by trafilatura alone, by `sources` alone, and by the whole reading. The
second figure of quality is for the same pages without their tags: all their visible text as lines, out of which the
reader finds the story itself.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import trafilatura

from verbale.model.document import Document, Role
from verbale.reader.passages import find_passages
from verbale.reader.rules import read
from verbale.sources import from_bytes
from verbale.sources.decoding import decode
from verbale.sources.html_lines import visible_lines

PAGES = Path(__file__).resolve().parents[2] / "shared" / "pages"
WARM_UP = 5
T = TypeVar("T")
Shingles = Counter[tuple[str, ...]]


def load_pages() -> dict[str, bytes]:
    """The pages by their id."""
    return {path.name.removesuffix(".html.gz"): gzip.open(path).read() for path in sorted(PAGES.glob("html/*.gz"))}


def timed(pages: Mapping[str, bytes], work: Callable[[bytes], T]) -> tuple[float, dict[str, T]]:
    """Seconds for all pages, and what was made of each."""
    for content in list(pages.values())[:WARM_UP]:
        work(content)
    begin = time.perf_counter()
    done = {page: work(content) for page, content in pages.items()}
    return time.perf_counter() - begin, done


def body(document: Document) -> str:
    """The words of the story's body."""
    parts = [p.span.of(document.text) for p in find_passages(document) if p.role is Role.BODY]
    return "\n".join(parts)


def shingles(text: str, size: int = 4) -> Shingles:
    """The word 4-grams of a text, counted."""
    words = re.findall(r"\w+", text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1)))


def quality(truth: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Mean precision, recall and their F1 over all pages."""
    precisions, recalls = [], []
    for page, article in truth.items():
        gold, got = shingles(article), shingles(found.get(page, ""))
        shared = sum((gold & got).values())
        precisions.append(shared / sum(got.values()) if got else 0.0)
        recalls.append(shared / sum(gold.values()) if gold else 1.0)
    precision, recall = sum(precisions) / len(truth), sum(recalls) / len(truth)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"


def main() -> None:
    """Print times and quality, or why there is nothing to measure."""
    if not PAGES.is_dir():
        sys.stdout.write(f"skipped: no pages in {PAGES}\n")
        return
    pages = load_pages()
    truth = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    articles = {page: str(entry["articleBody"]) for page, entry in truth.items()}
    alone, _ = timed(pages, lambda content: trafilatura.extract(content, fast=True, with_metadata=True))
    loading, documents = timed(pages, lambda content: from_bytes("page.html", content))
    reading, _ = timed(pages, lambda content: read(from_bytes("page.html", content)))
    for name, seconds in (("trafilatura alone", alone), ("sources", loading), ("whole reading", reading)):
        each = 1000 * seconds / len(pages)
        sys.stdout.write(f"{name:<18} {each:6.1f} ms a page  {seconds / alone:5.2f}x\n")
    dumps = {page: Document("page.txt", "\n".join(visible_lines(decode("page", c).text))) for page, c in pages.items()}
    for name, taken in (("HTML", documents), ("text dump", dumps)):
        found = {page: body(document) for page, document in taken.items()}
        sys.stdout.write(f"{name:<18} {quality(articles, found)}\n")


if __name__ == "__main__":
    main()
