"""What people decide: it takes effect, can be taken back to the first state, and outlives a new reading."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from ledger_samples import TEXT, sample, sentences_of, words

from verbale.errors import NotFoundError, StaleError, UsageError
from verbale.ledger import Ledger
from verbale.model.decisions import DecisionFilters, Draft
from verbale.model.reading import Act, Engagement, Participant, Reading

Export = Callable[[Ledger], str]
ANNA = "Anna"


def add(ledger: Ledger, name: str = "coast.txt", **changes: Any) -> None:
    """The sample, with other values in its reading."""
    document, reading, content = sample(name)
    reading = replace(reading, **changes)
    ledger.writer().add(document, reading, content, sentences_of(document.text))


def decide(
    ledger: Ledger, action: str, *targets: str, by: str = ANNA, based_on: str | None = None, **value: Any
) -> str:
    draft = Draft(action, targets, by, "because", value, based_on)
    return ledger.decider().decide(draft).decision.id


def facts_of(export: str) -> str:
    """The export without its decisions."""
    return "".join(line for line in export.splitlines(keepends=True) if '"record":"decision"' not in line)


def newer(**changes: Any) -> dict[str, Any]:
    """A reading by a newer reader."""
    return {"reader": "test-2", **changes}


class TestFacts:
    def test_a_correction_keeps_id_and_words(self, ledger: Ledger) -> None:
        add(ledger)
        (fact,) = ledger.view().engagements()
        decide(ledger, "correct", fact.id, field="start", value="2024-03-05")
        (now,) = ledger.view().engagements()
        assert (now.id, now.entry.start, now.entry.rule) == (fact.id, "2024-03-05", "decided")
        assert now.entry.evidence == fact.entry.evidence
        assert "start" not in now.entry.spans
        assert ledger.view().health().problems == ()

    def test_what_is_rejected_is_gone_from_lists_and_search(self, ledger: Ledger) -> None:
        add(ledger)
        (fact,) = ledger.view().instruments()
        decision = decide(ledger, "reject", fact.id)
        assert ledger.view().instruments() == []
        assert {hit.layer for hit in ledger.view().search("memorandum")} == {"sentence"}
        (logged,) = ledger.view().decisions()
        assert (logged.decision.id, logged.decision.by, logged.effective) == (decision, ANNA, True)
        with pytest.raises(UsageError, match=r"no longer there: reject by Anna .*because"):
            decide(ledger, "correct", fact.id, field="title", value="Memorandum")

    @pytest.mark.parametrize(
        ("layer", "action", "value"),
        [
            ("acts", "reject", {}),
            ("acts", "correct", {"field": "type", "value": "commit"}),
            ("figures", "correct", {"field": "value", "value": 400}),
            ("engagements", "correct", {"field": "parties", "value": ["VN", "US"]}),
            ("engagements", "reject", {}),
            ("instruments", "accept", {}),
        ],
    )
    def test_undo_restores_every_byte(
        self, ledger: Ledger, exported: Export, layer: str, action: str, value: dict[str, Any]
    ) -> None:
        add(ledger)
        before = exported(ledger)
        decision = decide(ledger, action, getattr(ledger.view(), layer)()[0].id, **value)
        after = facts_of(exported(ledger))
        assert (after == before) == (action == "accept")
        undo = ledger.decider().undo(decision, ANNA).decision
        assert facts_of(exported(ledger)) == before
        ledger.decider().undo(undo.id, ANNA)
        assert facts_of(exported(ledger)) == after

    def test_the_last_word_counts(self, ledger: Ledger) -> None:
        add(ledger)
        fact = ledger.view().acts()[0]
        first = decide(ledger, "correct", fact.id, field="type", value="commit")
        decide(ledger, "correct", fact.id, field="type", value="offer")
        ledger.decider().undo(first, ANNA)
        assert ledger.view().fact(fact.id).entry.type == "offer"  # type: ignore[union-attr]

    def test_participants_and_what_follows_from_them(self, ledger: Ledger) -> None:
        add(ledger)
        (fact,) = ledger.view().engagements()
        there = [{"name": "Bùi Thanh Sơn", "party": "VN", "post": "Foreign Minister", "role": "host"}]
        decide(ledger, "correct", fact.id, field="participants", value=there)
        names = {person.name for person in ledger.view().people()}
        assert names == {"Bùi Thanh Sơn", "Carla Reyes"}  # who speaks in an act stays

    @pytest.mark.parametrize("new_address", ["sqlite"], indirect=True)
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("kind", "party"), ("start", "yesterday"), ("round", 0), ("round", 10**12), ("parties", "VN"),
            ("hat", "red"), ("place", ""), ("main", "yes"), ("participants", [{"post": "Minister"}]),
            ("place", "a\0b"), ("evidence", []),
        ],
    )  # fmt: skip
    def test_a_value_that_the_field_cannot_have(
        self, ledger: Ledger, exported: Export, field: str, value: object
    ) -> None:
        add(ledger)
        before = exported(ledger)
        with pytest.raises(UsageError, match=field):
            decide(ledger, "correct", ledger.view().engagements()[0].id, field=field, value=value)
        assert exported(ledger) == before

    def test_what_makes_no_sense_is_said(self, ledger: Ledger) -> None:
        add(ledger)
        view = ledger.view()
        act, meeting, paper = view.acts()[0].id, view.engagements()[0].id, view.instruments()[0].id
        for action, *targets in (
            ("applaud", act), ("merge", meeting), ("merge", meeting, paper), ("merge", act, view.acts()[1].id),
            ("split", meeting), ("reject", view.people()[0].id), ("accept",), ("correct", act),
        ):  # fmt: skip
            with pytest.raises(UsageError) as caught:
                decide(ledger, action, *targets)
            assert caught.value.hint
        with pytest.raises(NotFoundError):
            decide(ledger, "accept", "a0000")
        with pytest.raises(NotFoundError):
            ledger.decider().undo("j0000", ANNA)
        with pytest.raises(UsageError, match="name"):
            decide(ledger, "accept", act, by=" ")
        assert view.decisions() == []


class TestStale:
    def test_an_edit_based_on_an_older_state_is_told_so(self, ledger: Ledger) -> None:
        add(ledger)
        fact = ledger.view().acts()[0].id
        seen = ledger.view().state(fact)
        decide(ledger, "correct", fact, by="Ben", based_on=seen, field="type", value="commit")
        with pytest.raises(StaleError, match=r"changed since you saw it: correct by Ben at 20.*because") as caught:
            decide(ledger, "reject", fact, based_on=seen)
        assert (caught.value.exit_code, caught.value.status) == (2, 409)
        decide(ledger, "reject", fact, based_on=ledger.view().state(fact))

    def test_the_state_after_an_undo_is_the_one_before(self, ledger: Ledger) -> None:
        add(ledger)
        fact = ledger.view().acts()[0].id
        seen = ledger.view().state(fact)
        decided = ledger.decider().decide(Draft("accept", (fact,), ANNA, based_on=seen))
        assert decided.state == ledger.view().state(fact) != seen
        assert ledger.decider().undo(decided.decision.id, ANNA).state == seen

    def test_what_was_rejected_or_taken_back_meanwhile(self, ledger: Ledger) -> None:
        add(ledger)
        fact = ledger.view().acts()[0].id
        seen = ledger.view().state(fact)
        decision = decide(ledger, "reject", fact, by="Ben")
        with pytest.raises(StaleError, match="no longer there: reject by Ben"):
            decide(ledger, "accept", fact, based_on=seen)
        ledger.decider().undo(decision, "Ben")
        with pytest.raises(StaleError, match="taken back already by Ben"):
            ledger.decider().undo(decision, ANNA)

    def test_a_new_reading_is_a_new_state(self, ledger: Ledger) -> None:
        add(ledger)
        fact = ledger.view().engagements()[0].id
        seen = ledger.view().state(fact)
        meeting = ledger.view().engagements()[0].entry
        add(ledger, **newer(engagements=(replace(meeting, rule="other"),)))
        with pytest.raises(StaleError, match="read anew"):
            decide(ledger, "accept", fact, based_on=seen)


class TestReadingAgain:
    def test_a_correction_outlives_a_reader_that_says_something_else(self, ledger: Ledger, exported: Export) -> None:
        add(ledger)
        (fact,) = ledger.view().engagements()
        decision = decide(ledger, "correct", fact.id, field="place", value="Hội An")
        add(ledger, **newer(engagements=(replace(fact.entry, kind="talks", mechanism="Coastal Talks"),)))
        (now,) = ledger.view().engagements()
        assert (now.id, now.entry.place, now.entry.kind, now.entry.mechanism) == (
            fact.id, "Hội An", "talks", "Coastal Talks",
        )  # fmt: skip
        ledger.decider().undo(decision, ANNA)
        (now,) = ledger.view().engagements()
        assert (now.entry.place, now.entry.kind, now.entry.rule) == ("Đà Nẵng", "talks", "met")
        assert now.id != fact.id
        assert ledger.view().health().problems == ()

    @pytest.mark.parametrize(("action", "left"), [("accept", 1), ("correct", 1), ("reject", 0)])
    def test_what_is_no_longer_read(self, ledger: Ledger, action: str, left: int) -> None:
        add(ledger)
        (fact,) = ledger.view().instruments()
        decide(ledger, action, fact.id, **({"field": "type", "value": "letter"} if action == "correct" else {}))
        held = ledger.view().instruments()
        add(ledger, **newer(instruments=()))
        assert [one.id for one in ledger.view().instruments()] == [fact.id] * left
        for one in ledger.view().instruments():
            assert (one.entry.type, one.entry.rule) == (held[0].entry.type, "decided")  # type: ignore[union-attr]
        add(ledger, reader="test-3")
        assert ledger.view().instruments() == held

    def test_what_was_accepted_stays_as_it_was_seen(self, ledger: Ledger) -> None:
        add(ledger)
        (fact,) = ledger.view().instruments()
        decide(ledger, "accept", fact.id)
        add(ledger, **newer(instruments=(replace(fact.entry, title="Memorandum of Understanding", type="letter"),)))
        (now,) = ledger.view().instruments()
        assert (now.id, now.entry.fields(), now.entry.rule) == (fact.id, fact.entry.fields(), "decided")

    def test_a_neighbour_on_the_same_words_is_not_the_rejected_fact(self, ledger: Ledger) -> None:
        document, _, _ = sample()
        places = (words(TEXT, document.hash, "The two sides agreed to train 40 officers"),)
        agree, report = Act("agree", ("PH", "VN"), places), Act("report", ("VN",), places)
        add(ledger, acts=(agree, report))
        decide(ledger, "reject", ledger.view().acts()[1].id)
        add(ledger, **newer(acts=(agree,)))
        assert [fact.entry.type for fact in ledger.view().acts()] == ["agree"]

    def test_two_candidates_are_none(self, ledger: Ledger) -> None:
        document, _, _ = sample()
        places = (words(TEXT, document.hash, "The two sides agreed to train 40 officers"),)
        add(ledger, acts=(Act("agree", (), places),))
        decide(ledger, "reject", ledger.view().acts()[0].id)
        add(ledger, **newer(acts=(Act("offer", ("VN",), places), Act("commit", ("VN",), places))))
        assert len(ledger.view().acts()) == 2

    def test_decisions_wait_for_their_document(self, new_ledger: Callable[[], Ledger], exported: Export) -> None:
        one, other = new_ledger(), new_ledger()
        add(one)
        decide(one, "reject", one.view().acts()[0].id)
        decide(one, "correct", one.view().acts()[0].id, field="speaker", value="Clara Reyes")
        log = [json.dumps(logged.decision.to_json()) for logged in one.view().decisions()]
        assert other.decider().replay(log[::-1]) == 2
        add(other)
        assert exported(other) == exported(one)
        assert other.decider().replay(log) == 0
        assert exported(other) == exported(one)


def meeting(name: str, title: str, day: str) -> tuple[Any, Reading, bytes]:
    """A document with one meeting of its own."""
    text = f"{title} took place. {name}."
    document, _, content = sample(name, TEXT + text)
    where = words(document.text, document.hash, f"{title} took place")
    people = (Participant("Bùi Văn Sơn", "VN", "Foreign Minister"), Participant(f"Person {name}", "PH", None))
    entry = Engagement("talks", (where,), True, mechanism=title, parties=("PH", "VN"), start=day, participants=people)
    return document, Reading(name, reader="test-1", engagements=(entry,)), content


def add_meetings(ledger: Ledger) -> list[str]:
    """Three documents with a meeting each; the first two are one on their own, by the round and its day."""
    for name, title, day in (
        ("a.txt", "Port Dialogue", "2024-03-04"), ("b.txt", "Port Dialogue", "2024-03-04"),
        ("c.txt", "Harbour Talks", "2024-05-04"),
    ):  # fmt: skip
        ledger.writer().add(*meeting(name, title, day))
    return [fact.id for fact in sorted(ledger.view().engagements(), key=lambda fact: fact.source)]


class TestRecords:
    def record(self, ledger: Ledger, node: str) -> set[str]:
        return set(ledger.view().members(node))

    def test_merge_and_undo(self, ledger: Ledger) -> None:
        a, b, c = add_meetings(ledger)
        assert self.record(ledger, a) == {a, b}
        decision = decide(ledger, "merge", b, c)
        assert self.record(ledger, c) == {a, b, c}
        ledger.decider().undo(decision, ANNA)
        assert self.record(ledger, c) == {c}
        assert self.record(ledger, a) == {a, b}

    def test_split_and_merge_again(self, ledger: Ledger) -> None:
        a, b, c = add_meetings(ledger)
        decide(ledger, "split", b)
        assert self.record(ledger, a) == {a}
        decide(ledger, "merge", a, b, c)
        assert self.record(ledger, a) == {a, b, c}
        decide(ledger, "never-merge", a, c)
        assert self.record(ledger, a) != self.record(ledger, c)

    def test_a_suggestion_is_settled_for_good(self, ledger: Ledger) -> None:
        document, reading, content = meeting("d.txt", "Port Dialogue", "2024")
        reading = replace(reading, engagements=(replace(reading.engagements[0], kind="dialogue", participants=()),))
        add_meetings(ledger)
        ledger.writer().add(document, reading, content)
        (suggestion, *others) = ledger.view().suggestions(kinds=["engagement"])
        decision = decide(ledger, "never-merge", suggestion.left, suggestion.right)
        left = ledger.view().suggestions(kinds=["engagement"])
        assert suggestion not in left
        ledger.decider().undo(decision, ANNA)
        assert ledger.view().suggestions(kinds=["engagement"]) == [suggestion, *others]

    def test_a_merge_holds_in_a_new_reading(self, ledger: Ledger) -> None:
        a, b, c = add_meetings(ledger)
        decide(ledger, "merge", b, c)
        document, reading, content = meeting("c.txt", "Harbour Talks", "2024-05-04")
        (entry,) = reading.engagements
        changed = (replace(entry, kind="dialogue", mechanism="Harbour Dialogue", start="2024-06-04"),)
        ledger.writer().add(document, replace(reading, reader="test-2", engagements=changed), content)
        assert self.record(ledger, a) == {a, b, c}
        ledger.writer().add(document, replace(reading, reader="test-3", engagements=()), content)
        assert self.record(ledger, a) == {a, b}
        ledger.writer().add(document, replace(reading, reader="test-4"), content)
        assert self.record(ledger, a) == {a, b, c}

    def test_people_are_found_by_name(self, ledger: Ledger) -> None:
        add_meetings(ledger)
        people = {person.name: person.id for person in ledger.view().people()}
        decide(ledger, "merge", people["Person a.txt"], people["Person c.txt"])
        document, reading, content = meeting("a.txt", "Port Dialogue", "2024-03-04")
        ledger.writer().add(document, replace(reading, reader="test-2", engagements=()), content)
        ledger.writer().add(document, replace(reading, reader="test-3"), content)
        assert self.record(ledger, people["Person a.txt"]) >= {people["Person c.txt"]}

    def test_a_ruling_on_a_field_goes_with_its_record(self, ledger: Ledger) -> None:
        a, b, c = add_meetings(ledger)
        decide(ledger, "rule", b, field="place", value="Hội An")
        ruling = decide(ledger, "rule", a, field="place", value="Huế")
        assert ledger.view().ruled_fields()[min(a, b)]["place"].value["value"] == "Huế"
        ledger.decider().undo(ruling, ANNA)
        assert ledger.view().ruled_fields()[min(a, b)]["place"].value["value"] == "Hội An"
        assert c not in ledger.view().ruled_fields()

    def test_the_order_of_a_replay_does_not_matter(self, new_ledger: Callable[[], Ledger], exported: Export) -> None:
        one, other = new_ledger(), new_ledger()
        a, b, c = add_meetings(one)
        decide(one, "split", b)
        decide(one, "merge", b, c)
        undone = decide(one, "never-merge", a, c)
        one.decider().undo(undone, ANNA)
        log = [json.dumps(logged.decision.to_json()) for logged in one.view().decisions()]
        for line in log[::-1]:
            other.decider().replay([line])
        add_meetings(other)
        assert exported(other) == exported(one)
        assert [other.view().members(node) for node in (a, b, c)] == [one.view().members(node) for node in (a, b, c)]


class TestLog:
    def test_moments_increase_though_the_clock_stands_still(
        self, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        add(ledger)
        monkeypatch.setattr("verbale.ledger.moments.now", lambda: "2026-03-04T10:00:00.000000Z")
        for _ in range(3):
            decide(ledger, "accept", ledger.view().acts()[0].id)
        moments = [logged.decision.at for logged in ledger.view().decisions()]
        assert moments == [f"2026-03-04T10:00:00.00000{n}Z" for n in range(3)]

    def test_a_log_that_was_changed_is_refused(self, ledger: Ledger) -> None:
        add(ledger)
        decide(ledger, "accept", ledger.view().acts()[0].id)
        (logged,) = ledger.view().decisions()
        line = json.dumps(logged.decision.to_json())
        for bad in (line.replace("because", "hum"), "{}", "[1]", "no", line.replace('"group"', '"troop"'), '{"id": 3}'):
            with pytest.raises(UsageError, match="Line 2 is no decision"):
                ledger.decider().replay([line, bad])

    def test_filters(self, ledger: Ledger) -> None:
        add(ledger)
        act, paper = ledger.view().acts()[0].id, ledger.view().instruments()[0].id
        first = decide(ledger, "accept", act, by="Ben")
        second = decide(ledger, "reject", paper)
        ledger.decider().undo(second, "Ben")
        asked = ledger.view().decisions
        assert [one.decision.id for one in asked(DecisionFilters(target=act))] == [first]
        assert [one.decision.action for one in asked(DecisionFilters(by="Ben"))] == ["accept", "undo"]
        assert [one.decision.id for one in asked(DecisionFilters(effective=True))] == [first]
        assert ledger.view().effective() == [asked()[0].decision]
        assert [one.decision.action for one in asked(DecisionFilters(limit=1))] == ["undo"]
