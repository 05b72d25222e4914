"""Ten readings by ever newer readers keep every decision."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from changed_readings import changed

import verbale
from verbale.language.sentences import sentences
from verbale.ledger import Ledger
from verbale.model.corrections import DECIDED
from verbale.model.decisions import Decision, Draft
from verbale.model.evidence import Span
from verbale.model.reading import Act, Engagement, Figure, Instrument, Reading
from verbale.model.records import Fact
from verbale.reader import rules
from verbale.sources import Loaded, load

SAMPLES = Path(verbale.__file__).parent / "samples"
SUFFIXES = (".txt", ".html", ".docx", ".pdf")
READINGS = 10
CORRECTIONS: dict[type, tuple[str, Any]] = {
    Engagement: ("place", "Atlantis"), Instrument: ("title", "Treaty of Atlantis"), Act: ("actors", ["IS"]),
    Figure: ("value", 4711),
}  # fmt: skip


@pytest.fixture(scope="module")
def read() -> list[tuple[Loaded, Reading, list[Span]]]:
    """The shipped samples as this version reads them."""
    found = []
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix in SUFFIXES:
            loaded = load(path)
            reading = rules.read(loaded.document)
            spans = [Span(one.start, one.end) for one in sentences(loaded.document.text, reading.passages)]
            found.append((loaded, reading, spans))
    return found


def add(ledger: Ledger, read: list[tuple[Loaded, Reading, list[Span]]], number: int, version: int) -> None:
    for loaded, reading, spans in read:
        made = changed(loaded.document, reading, number)
        newer = Reading(**{name: getattr(made, name) for name in Reading.__slots__} | {"reader": f"v-{version}"})
        ledger.writer().add(loaded.document, newer, loaded.content, spans)


def every_fact(ledger: Ledger) -> list[Fact[Any]]:
    view = ledger.view()
    return [*view.engagements(), *view.instruments(), *view.acts(), *view.figures()]


def decide_all(ledger: Ledger) -> list[Decision]:
    """A decision on every fact, and on pairs of meetings and of people."""
    decider, made = ledger.decider(), []
    facts = every_fact(ledger)
    for number, fact in enumerate(facts):
        action = ("accept", "correct", "reject")[number % 3]
        field, value = CORRECTIONS[type(fact.entry)]
        given = {"field": field, "value": value} if action == "correct" else {}
        made.append(decider.decide(Draft(action, (fact.id,), "Ann", "", given)).decision)
    meetings = [fact.id for number, fact in enumerate(facts) if isinstance(fact.entry, Engagement) and number % 3 != 2]
    people = [person.id for person in ledger.view().people()]
    for things in (meetings, people):
        for number in range(0, len(things) - 1, 2):
            a, b = things[number : number + 2]
            if a not in ledger.view().members(b):
                action = ("merge", "never-merge")[number // 2 % 2]
                made.append(decider.decide(Draft(action, (a, b), "Ann")).decision)
    return made


def holds(ledger: Ledger, decision: Decision, facts: dict[str, Fact[Any]], records: dict[str, str]) -> bool:
    """Whether the ledger says what was decided."""
    ids = [anchor.id for anchor in decision.targets]
    if decision.action == "reject":
        return ids[0] not in facts
    if decision.action == "correct":
        said = facts[ids[0]].entry.fields()[decision.value["field"]] if ids[0] in facts else None
        return said == decision.value["value"] and facts[ids[0]].entry.rule == DECIDED
    if decision.action == "accept":
        seen = decision.value["entries"][ids[0]]
        return ids[0] in facts and facts[ids[0]].entry.fields().items() <= seen.items()
    groups = [{records[a.id] for a in decision.targets if a.group == n and a.id in records} for n in (0, 1)]
    if not all(groups):
        return True  # one of the two is not named any more: there is nothing to merge or to keep apart
    return (groups[0] == groups[1]) == (decision.action == "merge")


@pytest.mark.parametrize("new_address", ["sqlite"], indirect=True)
def test_ten_readings_keep_every_decision(
    read: list[tuple[Loaded, Reading, list[Span]]], ledger: Ledger, exported: Callable[[Ledger], str]
) -> None:
    add(ledger, read, 0, 0)
    first = exported(ledger)
    decisions = decide_all(ledger)
    assert len(decisions) > 150
    kept = {}
    for number in range(1, READINGS + 1):
        add(ledger, read, number, number)
        facts = {fact.id: fact for fact in every_fact(ledger)}
        nodes = sorted({anchor.id for decision in decisions for anchor in decision.targets})
        records = ledger.view().record_ids(nodes)
        kept[number] = sum(holds(ledger, decision, facts, records) for decision in decisions)
    assert ledger.view().health().problems == ()
    assert kept == dict.fromkeys(range(1, READINGS + 1), len(decisions))
    add(ledger, read, 0, READINGS + 1)
    for decision in decisions:
        ledger.decider().undo(decision.id, "Ann")
    last = "".join(line for line in exported(ledger).splitlines(True) if '"record":"decision"' not in line)
    assert last.replace(f"v-{READINGS + 1}", "v-0") == first
