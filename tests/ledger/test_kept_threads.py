"""Commitments are kept as they were woven, on either database; what has changed since is woven when asked for."""

from __future__ import annotations

import pytest

from hand_written import add
from verbale.ledger import Ledger
from verbale.model.commitments import Thread
from verbale.model.decisions import Draft
from verbale.model.reading import Act, Engagement
from verbale.threads.commitments import VERSION
from verbale.views.asking import Request
from verbale.views.commitments import commitment, list_commitments, threads_of
from verbale.views.weaving import weave_in

DREDGER = "Portugal will deliver a dredger to the fishing harbour of Agadir by 2026."
PILOTS = "Morocco asked Portugal to train its harbour pilots."
STORIES = (
    ("2023-03-02", ("MA", "PT"), "Ports Dialogue", DREDGER, "commit", ("PT",), "fisheries-port"),
    ("2024-03-04", ("MA", "PT"), "Ports Dialogue", DREDGER, "commit", ("PT",), "fisheries-port"),
    ("2024-03-04", ("MA", "PT"), None, PILOTS, "request", ("MA",), "training"),
    ("2024-05-06", ("AR", "UY"), None, "Argentina will dredge the channel of Colonia.", "commit", ("AR",), "maritime"),
)  # fmt: skip


def tell(ledger: Ledger, number: int) -> str:
    """Write one of the stories: a meeting with one act."""
    day, parties, mechanism, words, kind, actors, topic = STORIES[number]
    text = f"Talks {number}\n\nThey met on {day} in round {number}. {words}\n"
    return add(
        ledger, f"{number}.txt", day, text,
        engagements=lambda says: (Engagement("dialogue" if mechanism else "talks", says("They met on"), main=True,
                                             mechanism=mechanism, parties=parties, start=day),),
        acts=lambda says: (Act(kind, actors, says(words[:-1]), topics=(topic,)),),
    )  # fmt: skip


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    for number in range(len(STORIES)):
        tell(ledger, number)
    return ledger


def listed(ledger: Ledger, *arguments: str | None, **asked: object) -> list[dict[str, object]]:
    found = list_commitments(ledger.view(), Request(**asked), *arguments)  # type: ignore[arg-type]
    return [one.to_json() for one in found.rows]


def with_words(threads: list[Thread], words: str) -> Thread:
    (found,) = (one for one in threads if words in one.object)
    return found


ASKED: dict[str, tuple[tuple[str | None, ...], dict[str, object]]] = {
    "all": ((), {}),
    "a limit": ((), {"limit": 1}),
    "an owner": (("Portugal",), {}),
    "a status": ((None, "scheduled"), {}),
    "a party": ((), {"parties": ("UY",)}),
    "a topic": ((), {"topic": "training"}),
    "a mechanism": ((), {"mechanism": "ports dialogue"}),
    "after": ((), {"after": "2024-03"}),
    "before": ((), {"before": "2023"}),
}


@pytest.mark.parametrize("asked", sorted(ASKED))
def test_what_is_kept_answers_as_what_is_woven_now(told: Ledger, asked: str) -> None:
    arguments, request = ASKED[asked]
    now = listed(told, *arguments, **request)
    assert now
    weave_in(told)
    assert told.view().unwoven(VERSION) == {}
    assert listed(told, *arguments, **request) == now


def test_a_new_document_is_in_the_answer_before_and_after_it_is_woven_in(ledger: Ledger) -> None:
    tell(ledger, 0)
    tell(ledger, 3)
    weave_in(ledger)
    other = with_words(threads_of(ledger.view(), ()), "Colonia")
    new = tell(ledger, 1)
    assert new in ledger.view().unwoven(VERSION)
    now = threads_of(ledger.view(), ())
    assert len(with_words(now, "dredger").steps) == 2
    assert with_words(now, "Colonia") == other
    weave_in(ledger)
    assert threads_of(ledger.view(), ()) == now


def test_a_decision_on_an_act_changes_its_commitment_at_once(told: Ledger) -> None:
    weave_in(told)
    pilots = with_words(threads_of(told.view(), ()), "pilots")
    told.decider().decide(Draft("reject", (pilots.acts[0].id,), by="desk", why="nobody asked"))
    left = threads_of(told.view(), ())
    assert [one for one in left if "pilots" in one.object] == []
    assert commitment(told.view(), with_words(left, "dredger").id).status == "scheduled"
    weave_in(told)
    assert threads_of(told.view(), ()) == left


def test_a_change_during_the_weaving_stays_to_be_woven(told: Ledger) -> None:
    changed = told.view().unwoven(VERSION)
    pilots = with_words(threads_of(told.view(), ()), "pilots").acts[0]
    told.decider().decide(Draft("reject", (pilots.id,), by="desk", why="nobody asked"))
    told.loom().settle(changed, VERSION)
    assert set(told.view().unwoven(VERSION)) == {pilots.document}


def test_other_rules_weave_everything_anew(told: Ledger) -> None:
    weave_in(told)
    assert len(told.view().unwoven("other rules")) == len(STORIES)


def test_a_commitment_is_shown_by_its_id_or_any_of_its_acts(told: Ledger) -> None:
    weave_in(told)
    dredger = with_words(threads_of(told.view(), ()), "dredger")
    assert commitment(told.view(), dredger.id[:9]) == dredger
    assert [commitment(told.view(), f"t{fact.id[1:]}") for fact in dredger.acts] == [dredger, dredger]
