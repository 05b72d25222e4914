"""Any text at all is read without an exception, always to the same reading, whose every span names words of it.

`VERBALE_EXAMPLES=100000 pytest tests/reader/test_any_text.py` tries that many.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import jsonschema
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samples import annotate
from verbale.model.dates import parse
from verbale.model.document import Document
from verbale.model.evidence import Span
from verbale.model.reading import Reading
from verbale.reader import rules
from verbale.sources import load

EXAMPLES = int(os.environ.get("VERBALE_EXAMPLES", "200"))
SCHEMA = json.loads(files("verbale.model").joinpath("reading.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
JUNK = (
    *".,:;-–—'\"’“”()[]/$€£%&\n\t\0\u00ad\u200b\ufeff\u202e\ud800İßﬁéĐ", "e\u0301", "部長", "🇻🇳", "\n\n", "\r\n",
    " the ", " and ", " said ", " that ", " of ", " both sides ", " today ", " last ", " U.S.", " Mr. ", " Gen.",
    "2+2", "13th", " 31 February 2025 ", " 99/99/9999 ", " FY2025 ", " XXXX ", "US$ ", " million ", " 1,234,56.7 ",
    " 9" + "9" * 400, "• ", "1. ", "(a) ",
)  # fmt: skip


@cache
def paragraphs() -> tuple[str, ...]:
    """The paragraphs of all samples."""
    texts = (load(annotate.SAMPLES / name).document.text for name in annotate.annotations())
    return tuple(line for text in texts for line in text.splitlines() if line.strip())


def change(text: str, how: str, place: float, length: int, junk: str) -> str:
    """The text with one thing done to it at a place between 0 and 1."""
    start = int(place * len(text))
    piece = text[start : start + length]
    changed = {
        "delete": text[:start] + text[start + length :],
        "double": text[:start] + piece + text[start:],
        "insert": text[:start] + junk + text[start:],
        "replace": text[:start] + junk + text[start + length :],
        "capitals": text[:start] + piece.upper() + text[start + length :],
        "small": text[:start] + piece.lower() + text[start + length :],
        "cut": text[start:],
        "turn": text[:start] + " ".join(reversed(piece.split(" "))) + text[start + length :],
    }
    return changed[how]


WAYS = ("delete", "double", "insert", "replace", "capitals", "small", "cut", "turn")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(WAYS),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 30),
        st.sampled_from(JUNK),
    ),
    max_size=8,
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Some paragraphs of the samples, put together and spoilt."""
    text = "\n\n".join(draw(st.lists(st.sampled_from(paragraphs()), min_size=1, max_size=4)))
    for step in draw(CHANGES):
        text = change(text, *step)
    return text


def spans(reading: Reading) -> Iterator[Span]:
    """Every range that a reading names."""
    yield from (passage.span for passage in reading.passages)
    for layer in (reading.engagements, reading.instruments, reading.acts, reading.figures):
        for entry in layer:
            yield from entry.spans.values()


def check(text: str) -> None:
    """Read the text and look at the reading."""
    reading = rules.read(Document(source="any.txt", text=text))
    assert all(0 <= span.start < span.end <= len(text) for span in spans(reading))
    for entry in (*reading.engagements, *reading.instruments, *reading.acts, *reading.figures):
        assert all(evidence.holds_in(text) for evidence in entry.evidence)
    assert sum(engagement.main for engagement in reading.engagements) == bool(reading.engagements)
    assert all(list(act.actors) == sorted(set(act.actors)) for act in reading.acts)
    for date in (d for e in reading.engagements for d in (e.start, e.end) if d):
        assert parse(date)
    ends = [passage.end for passage in reading.passages]
    starts = [passage.start for passage in reading.passages]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    VALIDATOR.validate(reading.to_json())
    assert rules.read(Document(source="any.txt", text=text)) == reading


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
@example("India and France met in Paris on 5 May 2025. The Indian delegation was led by .")
def test_spoilt_documents(text: str) -> None:
    check(text)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(JUNK), max_size=60).map("".join)))
@example(",U.S.2+2")
def test_random_text(text: str) -> None:
    check(text)


READ_ALL = """
import hashlib, json, sys
from verbale.model.document import Document
from verbale.reader import rules
for text in json.load(sys.stdin):
    reading = rules.read(Document(source="any.txt", text=text)).to_json()
    print(hashlib.sha256(json.dumps(reading).encode()).hexdigest())
"""


# 'bases' may be a plural of 'base' and of 'basis': the one must be chosen by rule, whatever the order of a set
TWO_SINGULARS = "WASHINGTON, May 5, 2025 - Norway and Chile agreed to open their military bases to exercises."


def spoilt(seed: int) -> str:
    """A text of some paragraphs with some changes, the same for the same seed."""
    dice = random.Random(seed)
    text = "\n\n".join(dice.sample(paragraphs(), 12))
    for _ in range(seed % 5):
        text = change(text, dice.choice(WAYS), dice.random(), dice.randint(1, 30), dice.choice(JUNK))
    return text


def test_a_reading_does_not_hang_on_the_order_of_sets() -> None:
    texts = json.dumps([TWO_SINGULARS, *(spoilt(seed) for seed in range(40))])
    answers = [
        subprocess.run(
            [sys.executable, "-c", READ_ALL],
            input=texts, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
            timeout=120,
        ).stdout.split()
        for seed in ("0", "1", "4711")
    ]  # fmt: skip
    assert len(answers[0]) == 41
    assert answers[0] == answers[1] == answers[2]
