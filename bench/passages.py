"""How much of an article is found in a page: `python bench/passages.py`.

Precision and recall of word 4-grams over ../shared/pages, twice: of the HTML as it is, and of the same pages without
their tags, all their visible text as lines, out of which the reader finds the story itself.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from verbale.model.document import Document, Role
from verbale.reader.passages import find_passages
from verbale.sources import from_bytes
from verbale.sources.decoding import decode
from verbale.sources.html_lines import visible_lines

PAGES = Path(__file__).resolve().parents[2] / "shared" / "pages"
Shingles = Counter[tuple[str, ...]]


def load_pages() -> dict[str, bytes]:
    """The pages by their id."""
    return {path.name.removesuffix(".html.gz"): gzip.open(path).read() for path in sorted(PAGES.glob("html/*.gz"))}


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
    """Print the quality, or why there is nothing to measure."""
    if not PAGES.is_dir():
        sys.stdout.write(f"skipped: no pages in {PAGES}\n")
        return
    pages = load_pages()
    truth = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    articles = {page: str(entry["articleBody"]) for page, entry in truth.items()}
    documents = {page: from_bytes("page.html", content) for page, content in pages.items()}
    dumps = {page: Document("page.txt", "\n".join(visible_lines(decode("page", c).text))) for page, c in pages.items()}
    for name, taken in (("HTML", documents), ("text dump", dumps)):
        found = {page: body(document) for page, document in taken.items()}
        sys.stdout.write(f"{name:<10} {quality(articles, found)}\n")


if __name__ == "__main__":
    main()
