"""A walk of decisions, undos, redos and new readings in any order, and what must hold wherever it ends."""

from __future__ import annotations

import io
import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from changed_readings import changed
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from ledger_samples import TEXT, sample, sentences_of, words

from verbale.errors import StaleError, UsageError
from verbale.ledger import Ledger
from verbale.model.decisions import Draft
from verbale.model.document import Document
from verbale.model.reading import Engagement, Instrument, Participant, Reading

CORRECTIONS: dict[str, tuple[tuple[str, Any], ...]] = {
    "engagement": (("place", "Hội An"), ("start", "2024-05"), ("parties", ["JP"]), ("mechanism", None)),
    "instrument": (("title", "Treaty of the Coast"), ("date", None)),
    "act": (("type", "offer"), ("actors", []), ("speaker", "Carla Reyes")),
    "figure": (("value", 12.5), ("unit", "USD")),
}
PLACES = st.integers(0, 10**6)
STEPS = 25  # in one walk


def told_again(name: str, day: str, title: str) -> tuple[Document, Reading, bytes]:
    """A document that tells of the sample's meeting in its own words."""
    text = f"{title} took place on {day}. They signed a Memorandum of Understanding. {TEXT}"
    document, _, content = sample(name, text)
    told = (words(text, document.hash, f"{title} took place on {day}"),)
    people = (
        Participant("Bùi Văn Sơn", "VN", "Foreign Minister", None, "host"),
        Participant("Reyes", "PH", "Minister"),
    )
    meeting = Engagement("dialogue", told, True, mechanism=title, round=3, parties=("PH", "VN"), start=day,
                         participants=people)  # fmt: skip
    paper = Instrument("mou", "Memorandum of Understanding", (words(text, document.hash, "They signed a Memorandum"),),
                       day, ("PH", "VN"), "signed")  # fmt: skip
    return document, Reading(name, reader="0", engagements=(meeting,), instruments=(paper,)), content


DOCUMENTS = (
    sample(), told_again("second.txt", "2024-03-04", "Coastal Affairs Dialogue"),
    told_again("third.txt", "2024-03", "Coast Talks"),
)  # fmt: skip


def add(ledger: Ledger, place: int, variant: int, version: int) -> None:
    document, reading, content = DOCUMENTS[place]
    made = changed(document, reading, variant, keep=0.7)
    newer = Reading(**{name: getattr(made, name) for name in Reading.__slots__} | {"reader": f"v-{version}"})
    ledger.writer().add(document, newer, content, sentences_of(document.text))


def exported(ledger: Ledger, decisions: bool = True) -> str:
    stream = io.StringIO()
    ledger.view().export(stream)
    lines = stream.getvalue().splitlines(True)
    return "".join(line for line in lines if decisions or '"record":"decision"' not in line)


class Walk(RuleBasedStateMachine):
    """The steps. At its end all is taken back, and the log is replayed on other ledgers."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.ledger = self.open("walk")
        self.variants = dict.fromkeys(range(len(DOCUMENTS)), (0, 0))  # of each document: what is read, by which version
        for place in self.variants:
            add(self.ledger, place, 0, 0)

    def open(self, name: str) -> Ledger:
        return Ledger.open(Path(self.folder.name) / f"{name}.db")

    def facts(self) -> list[tuple[str, str]]:
        view = self.ledger.view()
        layers = (view.engagements(), view.instruments(), view.acts(), view.figures())
        return [(fact.layer, fact.id) for layer in layers for fact in layer]

    @rule(place=PLACES, action=st.sampled_from(["accept", "correct", "reject"]), which=PLACES)
    def decide_a_fact(self, place: int, action: str, which: int) -> None:
        facts = self.facts()
        if facts:
            layer, fact = facts[place % len(facts)]
            field, value = CORRECTIONS[layer][which % len(CORRECTIONS[layer])]
            given = {"field": field, "value": value} if action == "correct" else {}
            self.ledger.decider().decide(Draft(action, (fact,), "Ann", "", given, self.ledger.view().state(fact)))

    @rule(one=PLACES, other=PLACES, action=st.sampled_from(["merge", "never-merge", "split"]), people=st.booleans())
    def decide_a_pair(self, one: int, other: int, action: str, people: bool) -> None:
        view = self.ledger.view()
        nodes = [p.id for p in view.people()] if people else [i for layer, i in self.facts() if layer == "engagement"]
        if len(nodes) > 1:
            pair = (nodes[one % len(nodes)], nodes[other % len(nodes)])
            with suppress(UsageError):  # one record already, or nobody would be left in it
                self.ledger.decider().decide(Draft(action, pair if action != "split" else pair[:1], "Ann"))

    @rule(place=PLACES)
    def rule_on_a_record(self, place: int) -> None:
        meetings = [fact for layer, fact in self.facts() if layer == "engagement"]
        if meetings:
            value = {"field": "place", "value": "Huế"}
            self.ledger.decider().decide(Draft("rule", (meetings[place % len(meetings)],), "Ann", "", value))

    @precondition(lambda self: self.ledger.view().decisions())
    @rule(place=PLACES)
    def take_back_or_do_again(self, place: int) -> None:
        log = self.ledger.view().decisions()
        chosen = log[place % len(log)]
        try:
            self.ledger.decider().undo(chosen.decision.id, "Ben")
            assert chosen.effective
        except StaleError:
            assert not chosen.effective

    @rule(place=st.sampled_from(range(len(DOCUMENTS))), variant=st.integers(0, 30))
    def read_again(self, place: int, variant: int) -> None:
        version = self.variants[place][1] + 1
        self.variants[place] = (variant, version)
        add(self.ledger, place, variant, version)

    def teardown(self) -> None:
        try:
            if hasattr(self, "ledger"):
                self.replay()
                self.take_all_back()
        finally:
            if hasattr(self, "ledger"):
                self.ledger.close()
                self.folder.cleanup()

    def replay(self) -> None:
        """The log on a ledger that has read the documents, and on one that reads them afterwards."""
        expected = exported(self.ledger)
        assert self.ledger.view().health().problems == ()
        log = [json.dumps(one.decision.to_json()) for one in self.ledger.view().decisions()]
        for name, first in (("after", True), ("before", False)):
            with self.open(name) as other:
                for reads in (first, not first):
                    if reads:
                        self.read_all(other)
                    else:
                        assert other.decider().replay(log[::-1]) == len(log)
                assert exported(other) == expected
                assert other.view().ruled_fields() == self.ledger.view().ruled_fields()

    def take_all_back(self) -> None:
        for one in self.ledger.view().decisions():
            if one.effective and one.decision.action != "undo":
                self.ledger.decider().undo(one.decision.id, "Ben")
        with self.open("undecided") as other:
            self.read_all(other)
            assert exported(self.ledger, decisions=False) == exported(other)

    def read_all(self, ledger: Ledger) -> None:
        for place, (variant, version) in self.variants.items():
            add(ledger, place, variant, version)


def walk(steps: int) -> int:
    """So many steps in walks of their own; how many were asked for."""
    walks = max(1, steps // STEPS)
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    chosen = settings(max_examples=walks, stateful_step_count=STEPS, deadline=None, suppress_health_check=quiet)
    run_state_machine_as_test(Walk, settings=chosen)
    return walks * STEPS
