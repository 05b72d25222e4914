"""The reader's scores against hand-made readings, per set, split and layer: `make cases` or `python bench/cases.py`.

Every figure is shown with its change since those recorded in `recorded.json`; `--record` records the present ones.
The documents of the split `check` are there to show what was not tuned on: only their totals are ever asked for, and
only by `--check`. Without ../shared there is nothing to score.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from verbale.reader import rules
from verbale.sources import load

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
RECORDED = Path(__file__).with_name("recorded.json")
TEXTS = {"seeds": SHARED / "seeds", "readouts": SHARED / "corpus" / "texts", "news": GOLD / "news" / "texts"}
OVERALL = "reading score"
Table = dict[str, float]  # layer → F1


def documents(name: str, split: str | None) -> list[str]:
    """The documents of a set that belong to a split, or all of them."""
    with (GOLD / "splits.csv").open(encoding="utf-8", newline="") as rows:
        return [r["document"] for r in csv.DictReader(rows) if r["set"] == name and split in (None, r["split"])]


def score(name: str, split: str | None) -> Table:
    """The F1 of every layer over the documents of a set, as the gold's own scorer counts it."""
    with tempfile.TemporaryDirectory() as folder:
        for document in documents(name, split):
            reading = rules.read(load(TEXTS[name] / f"{document}.txt").document)
            Path(folder, f"{document}.json").write_text(json.dumps(reading.to_json()), encoding="utf-8")
        command = [sys.executable, str(GOLD / "score.py"), str(GOLD / name), folder, "--json"]
        command += ["--texts", str(TEXTS[name])] + (["--split", split] if split else [])
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    scored = json.loads(done.stdout)
    return {layer: row["f1"] for layer, row in scored["layers"].items()} | {OVERALL: scored["reading_score"]}


def recorded() -> dict[str, dict[str, Table]]:
    """The figures of the last record: split → set → layer → F1."""
    found: dict[str, dict[str, Table]] = json.loads(RECORDED.read_text("utf-8")) if RECORDED.exists() else {}
    return found


def lines(split: str, tables: dict[str, Table], before: dict[str, Table]) -> Iterable[str]:
    """One split as a table: a row a layer, a column a set."""
    yield f"{split:<14}" + "".join(f"{name:>18}" for name in tables)
    for layer in next(iter(tables.values())):
        yield f"{layer:<14}" + "".join(
            f"{_cell(table[layer], before.get(name, {}).get(layer)):>18}" for name, table in tables.items()
        )


def _cell(now: float, then: float | None) -> str:
    change = "" if then is None else f" ({now - then:+.3f})" if abs(now - then) >= 0.0005 else "  (=)   "
    return f"{now:.3f}{change}"


def main() -> int:
    """Score and print; 0 also where there is nothing to score."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="also the totals of the split check")
    options.add_argument("--all", action="store_true", help="only the scores over all documents")
    options.add_argument("--record", action="store_true", help="write the figures to recorded.json")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    options.add_argument("--sets", nargs="+", choices=list(TEXTS), default=list(TEXTS))
    chosen = options.parse_args()
    if not GOLD.is_dir():
        sys.stdout.write(f"Nothing to score: there are no hand-made readings in {GOLD}.\n")
        return 0
    splits = ["all"] if chosen.all else ["tune", "check"] if chosen.check else ["tune"]
    found = {
        split: {
            name: score(name, None if split == "all" else split)
            for name in chosen.sets
            if documents(name, None if split == "all" else split)
        }
        for split in splits
    }
    before = recorded()
    if chosen.json:
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
    else:
        for split, tables in found.items():
            sys.stdout.write("\n".join(lines(split, tables, before.get(split, {}))) + "\n\n")
    if chosen.record:
        rounded = {
            split: {name: {layer: round(f1, 4) for layer, f1 in table.items()} for name, table in tables.items()}
            for split, tables in found.items()
        }
        RECORDED.write_text(json.dumps(before | rounded, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
