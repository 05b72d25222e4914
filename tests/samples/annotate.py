"""`annotations.yaml` → one `NAME.reading.json` a sample, with offsets: `python tests/samples/annotate.py`.

The annotations quote words; offsets are those of the text that `verbale.sources.load` gets out of the file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from verbale.sources import load

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "src" / "verbale" / "samples"
ELISION = " … "
Entry = dict[str, Any]


def annotations() -> dict[str, Entry]:
    """The annotations by the name of the sample."""
    loaded: dict[str, Entry] = yaml.safe_load((HERE / "annotations.yaml").read_text(encoding="utf-8"))
    return loaded


def locate(text: str, words: str, begin: int = 0) -> dict[str, int]:
    """Where the words stand in the text at or after `begin`; raises ValueError where they do not.

    >>> locate("They met. They agreed to meet again.", "They agreed … again.")
    {'start': 10, 'end': 36}
    """
    first, _, last = words.partition(ELISION)
    start = text.index(first, begin)
    end = start + len(first)
    return {"start": start, "end": text.index(last, end) + len(last) if last else end}


def expected(name: str, annotation: Entry) -> Entry:
    """The reading in the form of the schema."""
    text = load(SAMPLES / name).document.text
    passages = _passages(text, annotation["passages"])
    body = next(passage["start"] for passage in passages if passage["role"] == "body")
    return {
        "source": name,
        "document": dict(zip(("title", "outlet", "published", "language"), annotation["document"], strict=True)),
        "passages": passages,
        "engagements": [_engagement(text, entry) for entry in annotation["engagements"]],
        "instruments": [_instrument(text, *entry) for entry in annotation.get("instruments", ())],
        "acts": [_act(text, body, *entry) for entry in annotation["acts"]],
        "figures": [_figure(text, *entry) for entry in annotation.get("figures", ())],
    }


def _passages(text: str, entries: list[list[str]]) -> list[Entry]:
    passages: list[Entry] = []
    for role, words in entries:
        begin = passages[-1]["end"] if passages else 0
        passages.append(locate(text, words, begin) | {"role": role})
    return passages


def _engagement(text: str, entry: Entry) -> Entry:
    fields = {"main": False, "status": "held"} | dict.fromkeys(
        ("mechanism", "round", "start", "end", "place", "country")
    )
    people = [
        {"name": name, "party": party, "post": post, "rank": None, "role": role}
        for name, party, post, role in entry.get("participants", ())
    ]
    given = {key: value for key, value in entry.items() if key != "words"}
    parties = {"parties": entry["parties"].split(), "participants": people}
    return fields | given | parties | {"evidence": [locate(text, entry["words"])]}


def _instrument(text: str, kind: str, title: str, date: str | None, parties: str, status: str, words: str) -> Entry:
    fields = {"type": kind, "title": title, "date": date, "parties": parties.split(), "status": status}
    return fields | {"evidence": [locate(text, words)]}


def _act(text: str, body: int, kind: str, actors: str, speaker: str | None, topics: str, words: str) -> Entry:
    fields = {"type": kind, "actors": actors.split(), "speaker": speaker, "topics": topics.split()}
    return fields | {"evidence": [locate(text, words, body)]}


def _figure(text: str, *entry: Any) -> Entry:
    *values, words = entry
    names = ("value", "unit", "kind", "of", "topic", "label", "since", "as_of")
    return dict(zip(names, values, strict=True)) | {"evidence": [locate(text, words)]}


def target(name: str) -> Path:
    """The file of a sample's expected reading."""
    return HERE / f"{Path(name).stem}.reading.json"


def main() -> None:
    """Write all expected readings."""
    for name, annotation in annotations().items():
        reading = json.dumps(expected(name, annotation), ensure_ascii=False, indent=1)
        target(name).write_text(reading + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
