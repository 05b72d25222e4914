"""The shipped samples are read as a person read them: key facts one by one, and every layer above its floor.

The expected readings are made by hand (`tests/samples/annotations.yaml`). Where the reader is known to be wrong, the
fact stands in KNOWN with the reason and is a strict xfail: mending it means removing it here.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import scoring
from samples import annotate
from verbale.model.document import Document
from verbale.model.reading import reading_from_json
from verbale.reader import rules
from verbale.sources import load

NAMES = sorted(annotate.annotations())
SCHEMA = Path(annotate.SAMPLES).parent / "model" / "reading.schema.json"

# A little under what was measured: a fall below is a loss of what the reader could do.
FLOORS = {
    "article": 0.98,
    "main": 0.90,
    "engagements": 0.70,
    "participants": 0.90,
    "instruments": 0.92,
    "acts": 0.78,
    "topics": 0.73,
    "figures": 0.60,
}

_SHEET = "2025-07-01-uk-kenya-fact-sheet.txt"
_WIRE, _TANKS = "2025-09-05-australia-japan-wire.txt", "2025-08-01-korea-poland-contract.txt"
_SUMMIT = "2025-07-23-eu-japan-summit.pdf"
_READOUT, _CHAIRS = "2024-09-05-australia-japan-readout.html", "2024-07-02-germany-poland-consultations.docx"
KNOWN: dict[tuple[str, str], str] = {
    (_CHAIRS, "participants"): "two ministers met in the course of the consultations",
    (_READOUT, "main.country"): "the country of a town that no vocabulary has follows from its host",
    (_READOUT, "participants"): "'and Defense Minister, Minoru Kihara' takes the country of the post before it",
    (_SHEET, "signed"): "a framework that is announced as agreed is an instrument",
    (_SUMMIT, "main.mechanism"): "'the 30th summit between' names no mechanism",
    (_SUMMIT, "main.round"): "'the 30th summit between' names no mechanism",
    (_TANKS, "figures"): "'N more, which brings the total to M'; a part of a whole",
    (_WIRE, "main.round"): "'two-plus-two' in quotation marks",
    (_WIRE, "participants"): "who signed at the talks took part in them",
    (_WIRE, "figures"): "'11 of the ships, three of which'",
}

Entry = dict[str, Any]


@cache
def sample(name: str) -> tuple[Document, Entry, Entry]:
    """A sample: its document, the expected reading, and what the reader makes of it."""
    document = load(annotate.SAMPLES / name).document
    expected = json.loads(annotate.target(name).read_text(encoding="utf-8"))
    return document, expected, rules.read(document).to_json()


def facts() -> list[Any]:
    """(sample, fact) for every fact that is asserted, marked where it is known to fail."""
    names = [*(f"main.{field}" for field in scoring.MAIN_FIELDS), "title", "date", "participants", "signed", "figures"]
    cases = []
    for name in NAMES:
        for fact in names:
            reason = KNOWN.get((name, fact))
            marks = [pytest.mark.xfail(reason=reason)] if reason else []
            cases.append(pytest.param(name, fact, marks=marks, id=f"{Path(name).stem}-{fact}"))
    return cases


@pytest.mark.parametrize(("name", "fact"), facts())
def test_fact(name: str, fact: str) -> None:
    _, expected, read = sample(name)
    assert value(read, fact) == value(expected, fact)


def value(reading: Entry, fact: str) -> Any:
    """What a reading says of a fact, in a form that compares."""
    if fact.startswith("main."):
        main = scoring.main_of(reading)
        assert main is not None
        found = main[fact.removeprefix("main.")]
        return scoring.words(found or "") if fact == "main.mechanism" else found
    if fact == "title":
        return reading["document"]["title"]
    if fact == "date":
        return (reading["document"]["published"] or "")[: len("2025-01-01")]
    if fact == "participants":
        return scoring.people(reading)
    if fact == "signed":
        return sorted((i["type"], i["date"], i["parties"]) for i in reading["instruments"] if i["status"] == "signed")
    return sorted((f["value"], f["kind"], f["of"] or 0) for f in reading["figures"])


@pytest.mark.parametrize("layer", scoring.LAYERS)
def test_layer_stays_above_its_floor(layer: str) -> None:
    scores = scoring.total(
        scoring.score(expected, read, document.text) for document, expected, read in map(sample, NAMES)
    )
    assert scores[layer].f1 >= FLOORS[layer], {name: round(score.f1, 3) for name, score in scores.items()}


@pytest.mark.parametrize("name", NAMES)
def test_reading_keeps_the_schema_and_quotes_its_text(name: str) -> None:
    document, expected, read = sample(name)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for reading in (expected, read):
        jsonschema.validate(reading, schema)
        for layer in ("engagements", "instruments", "acts", "figures"):
            for entry in reading[layer]:
                assert all(document.text[part["start"] : part["end"]].strip() for part in entry["evidence"])


@pytest.mark.parametrize("name", NAMES)
def test_a_written_reading_is_read_back_whole(name: str) -> None:
    document, _, written = sample(name)
    assert reading_from_json(json.loads(json.dumps(written)), document).to_json() == written
    assert reading_from_json(written, document) == replace(rules.read(document), reader="")


@pytest.mark.parametrize("name", NAMES)
def test_expected_reading_is_what_the_annotations_say(name: str) -> None:
    _, expected, _ = sample(name)
    assert expected == annotate.expected(name, annotate.annotations()[name]), "run python tests/samples/annotate.py"


def test_every_sample_is_annotated() -> None:
    shipped = {path.name for path in annotate.SAMPLES.iterdir() if path.suffix in (".txt", ".html", ".pdf", ".docx")}
    assert shipped == set(NAMES)


def test_two_sides_of_one_round_agree() -> None:
    ours, theirs = (
        scoring.main_of(sample(f"2024-09-05-{name}")[2])
        for name in ("japan-australia-joint-statement.txt", "australia-japan-readout.html")
    )
    assert ours is not None
    assert theirs is not None
    for field in ("kind", "round", "start", "parties"):
        assert ours[field] == theirs[field]
