"""Commitments: what is one promise and what is not, how each stands; the order of documents does not matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from promises_made import said

from verbale.model.commitments import STATUSES, Held, Thread
from verbale.threads.commitments import weave
from verbale.threads.said import Said
from verbale.threads.status import RULES

DREDGER = "Portugal will deliver a dredger to the fishing harbour of Agadir"
AGAIN = "Portugal reaffirmed that it will deliver the dredger to the harbour of Agadir"
LATER = said("2026-06-01", "discuss", "MA PT", "They discussed the region")  # the newest document of the relationship


def only(*acts: Said) -> Thread:
    """The one thread that the acts are."""
    found = weave(acts)
    assert len(found) == 1, [one.object for one in found]
    return found[0]


def roles(thread: Thread) -> list[tuple[str | None, str]]:
    return [(step.day, step.role) for step in thread.steps]


def promise(day: str = "2024-05-01", **fields: object) -> Said:
    return said(day, "commit", "PT", DREDGER, **fields)


def test_a_promise_repeated_is_reaffirmed_and_no_second_promise() -> None:
    thread = only(promise(), said("2025-05-01", "commit", "PT", AGAIN))
    assert roles(thread) == [("2024-05-01", "promised"), ("2025-05-01", "reaffirmed")]
    assert (thread.owner, thread.beneficiary, thread.status) == (("PT",), ("MA",), "reaffirmed")
    assert thread.ruling.rests_on == thread.steps[1].id


def test_what_several_documents_report_of_one_meeting_is_one_step_and_copies_count_once() -> None:
    told = [promise(document=name, occasion="e1", origin=origin) for name, origin in
            (("a", "a"), ("b", "b"), ("copy-of-b", "b"))]  # fmt: skip
    (step,) = only(*told).steps
    assert len(step.acts) == 3
    assert step.sources == 2


def test_the_same_thing_promised_by_the_other_side_is_another_promise() -> None:
    assert len(weave([promise(), said("2025-05-01", "commit", "MA", DREDGER.replace("Portugal", "Morocco"))])) == 2


def test_a_shared_topic_alone_makes_no_thread() -> None:
    other = said("2025-05-01", "commit", "PT", "Portugal will train harbour pilots from Tangier")
    assert len(weave([promise(), other])) == 2


def test_editions_of_one_fair_stay_apart() -> None:
    third = said("2024-05-01", "plan", "MA", "Morocco will host the third Atlantic Fisheries Fair", due="2025")
    fourth = said("2026-05-01", "plan", "MA", "Morocco will host the fourth Atlantic Fisheries Fair", due="2027")
    assert len(weave([third, fourth])) == 2
    again = said("2024-09-01", "plan", "MA", "the third Atlantic Fisheries Fair will be hosted by Morocco", due="2025")
    assert len(weave([third, again, fourth])) == 2


def test_visits_planned_for_different_days_stay_apart() -> None:
    visits = [said(f"{year}-01-10", "plan", "MA", "a minister will visit the shipyards of Viana", due=f"{year}-02-01")
              for year in (2022, 2024)]  # fmt: skip
    assert len(weave(visits)) == 2


def test_an_act_that_fits_two_threads_joins_none() -> None:
    agadir = [said(day, "commit", "PT", "Portugal will lend a dredger and cranes to Agadir", "maritime")
              for day in ("2022-01-01", "2023-01-01")]  # fmt: skip
    tangier = [said(day, "commit", "PT", "Portugal will lend a dredger and cranes to Tangier", "maritime")
               for day in ("2022-02-01", "2023-02-01")]  # fmt: skip
    both = said("2024-01-01", "commit", "PT", "it will lend a dredger and cranes", "maritime")
    found = weave([*agadir, *tangier, both])
    alone = [one for one in found if both.id in {act.id for act in one.acts}]
    assert len(alone) == 1
    assert not any({"2022-01-01", "2022-02-01"} <= {step.day for step in one.steps} for one in found)


def test_what_both_ask_of_others_is_no_promise_between_them() -> None:
    assert weave([said("2024-05-01", "request", "MA PT", "They urged Ruritania to open its ports")]) == []


def test_thanks_and_reports_without_a_promise_are_no_thread() -> None:
    assert weave([said("2024-05-01", "appreciate", "MA", "Morocco thanked Portugal for the dredger of Agadir"),
                  said("2024-05-02", "report", "MA PT", "The dredger of Agadir was delivered")]) == []  # fmt: skip


def test_a_sum_ties_what_is_asked_to_what_is_promised() -> None:
    thread = only(
        said("2024-05-01", "commit", "PT", "Portugal pledged EUR 12.5 million for the breakwater"),
        said(
            "2025-05-01", "request", "MA", "he asked that procedures for the breakwater sum of €12.5 million be ended"
        ),
    )
    assert (thread.owner, thread.status) == (("PT",), "asked for")


def test_a_clause_that_goes_on_in_the_same_sentence_belongs_to_it() -> None:
    first = "Morocco plans to hold the third Atlantic Fisheries Fair"
    thread = only(
        said("2024-05-01", "plan", "MA", first, due="2025"),
        said("2024-05-01", "offer", "MA", "and invited officials to support it", start=len(first) + 1),
    )
    assert thread.due == "2025"


# How a promise stands


def delivered(
    day: str = "2025-05-01", words: str = "Portugal handed over the dredger for the harbour of Agadir"
) -> Said:
    return said(day, "deliver", "PT", words)


def report(day: str, words: str) -> Said:
    return said(day, "report", "MA PT", words)


HELD = Held("e1", "d9", "d9.txt", "2025-03-02", "The ministers met in Faro")
LASTING = "Portugal will continue to patrol the waters of Agadir against trawlers"
THANKS = "Morocco thanked for the patrol of the waters of Agadir against trawlers"
CASES: dict[str, tuple[list[Said], str, str, str]] = {
    # rule: acts, status, role of the step it rests on, what is known of a delivery
    "promised once": ([promise()], "announced", "promised", "no evidence"),
    "promised again": ([promise(), said("2025-05-01", "commit", "PT", AGAIN)], "reaffirmed", "reaffirmed",
                       "no evidence"),
    "asked last": ([said("2024-05-01", "request", "MA", "Morocco asked Portugal for a dredger at Agadir")], "asked for",
                   "asked", "no evidence"),
    "scheduled": ([promise(due="2027")], "scheduled", "promised", "no evidence"),
    "delivered": ([promise(), delivered()], "delivered", "delivered", "seen"),
    "partly delivered": ([promise(), report("2025-05-01", "Progress on the dredger for Agadir harbour was noted")],
                         "partly delivered", "part delivered", "seen"),
    "overdue": ([promise(due="2025"), LATER], "overdue", "promised", "no evidence"),
    "lapsed": ([promise("2020-05-01", due="2021"), LATER], "lapsed", "promised", "no evidence"),
    "announced long ago": (
        [said("2020-05-01", "plan", "PT", "Portugal will send the dredger to the fishing harbour of Agadir"), LATER],
        "lapsed", "scheduled", "no evidence"),
    "withdrawn": ([promise(), report("2025-05-01", "The dredger for Agadir harbour was cancelled")], "withdrawn",
                  "withdrawn", "no evidence"),
    "renewed and thanked for": (
        [said("2021-05-01", "commit", "PT", LASTING), said("2023-05-01", "commit", "PT", LASTING),
         said("2022-05-01", "appreciate", "MA", THANKS),
         said("2024-05-01", "appreciate", "MA", THANKS)],
        "kept up", "appreciated", "seen"),
    "delivered again and again": (
        [said(f"202{year}-05-01", "deliver", "MA PT", "they exchanged keepsakes of the war", "artefacts")
         for year in (1, 2, 3)], "kept up", "delivered", "seen"),
}  # fmt: skip


@pytest.mark.parametrize("rule", CASES)
def test_each_rule_gives_its_status_and_names_the_step_it_rests_on(rule: str) -> None:
    acts, status, role, outcome = CASES[rule]
    thread = only(*acts)
    assert (thread.status, thread.ruling.rule, thread.ruling.outcome) == (status, rule, outcome)
    (step,) = [step for step in thread.steps if step.id == thread.ruling.rests_on]
    assert step.role == role


def test_every_rule_and_every_status_has_a_case() -> None:
    assert {rule.__name__.replace("_", " ") for rule in RULES} == set(CASES)
    assert {status for _, status, _, _ in CASES.values()} == set(STATUSES)


def test_that_nobody_tells_of_a_delivery_is_not_that_there_was_none() -> None:
    assert only(promise(due="2025"), LATER).ruling.outcome == "no evidence"
    told = report("2025-12-01", "The dredger for the harbour of Agadir has yet to arrive")
    assert only(promise(due="2025"), told).ruling.outcome == "not done"


def test_a_promise_that_is_passed_is_not_overdue_where_it_was_kept() -> None:
    assert only(promise(due="2025"), delivered("2024-12-01"), LATER).status == "delivered"


def test_an_event_that_was_held_is_delivered_with_the_words_of_the_document_that_tells() -> None:
    plan = said("2024-12-01", "plan", "MA PT", "the next Harbour Dialogue will be in Faro", due="2025-03", held=(HELD,))
    thread = only(plan, LATER)
    assert (thread.status, thread.ruling.rests_on) == ("delivered", "e1")
    assert thread.steps[-1].words == "The ministers met in Faro"


def test_signing_fulfils_a_promise_to_conclude_a_text_and_not_one_to_carry_it_out() -> None:
    signed = said("2024-05-01", "sign", "MA PT", "They signed the Fisheries Accord", instruments=("i1",))
    sought = said("2023-05-01", "agree", "MA PT", "agreed to conclude the Fisheries Accord", instruments=("i1",))
    asked = said("2025-05-01", "request", "PT", "both sides should implement the Fisheries Accord", instruments=("i1",))
    assert only(sought, signed).status == "delivered"
    assert only(signed, asked).status == "asked for"
    assert roles(only(signed, asked))[0] == ("2024-05-01", "cited")


def test_no_single_deed_fulfils_a_promise_to_go_on() -> None:
    going_on = said("2024-05-01", "agree", "MA PT", "agreed to strengthen the patrols against trawlers at Agadir")
    told = report("2025-05-01", "The patrols against trawlers at Agadir have been established")
    assert only(going_on, told).status == "partly delivered"


def test_what_is_told_before_a_promise_or_beside_it_is_no_delivery() -> None:
    earlier = report("2023-05-01", "The dredger of the harbour of Agadir was delivered")
    beside = said("2024-05-01", "report", "MA PT", "The dredger of the harbour of Agadir was delivered", start=200)
    assert [one.status for one in weave([earlier, promise(), beside])] == ["announced"]


def test_the_due_date_is_that_of_the_newest_promise() -> None:
    thread = only(promise(due="2025"), said("2025-05-01", "commit", "PT", AGAIN, due="2026-09~/2026-12~"))
    assert thread.due == "2026-09~/2026-12~"


# Threads hang on the set of acts alone

TEMPLATES = (
    ("commit", "PT", DREDGER), ("commit", "PT", AGAIN), ("request", "MA", "Morocco asked for the dredger at Agadir"),
    ("appreciate", "MA", "Morocco thanked Portugal for the dredger of Agadir"),
    ("deliver", "PT", "handed over a dredger"),
    ("report", "MA PT", "The dredger of Agadir harbour was delivered"), ("agree", "MA PT", "agreed to train pilots"),
    ("offer", "MA", "invited Portugal to the second Fisheries Fair"), ("commit", "PT", "will lend cranes to Agadir"),
    ("plan", "MA", "the third Fisheries Fair will open in Agadir"), ("request", "MA", "asked for cranes at Tangier"),
)  # fmt: skip
TOPICS = ("maritime", "dioxin", "dioxin disability", "trade", "")


@st.composite
def acts(draw: st.DrawFn) -> list[Said]:
    found = {}
    for _ in range(draw(st.integers(0, 12))):
        type, actors, words = draw(st.sampled_from(TEMPLATES))
        one = said(f"202{draw(st.integers(0, 5))}-05-01", type, actors, words, draw(st.sampled_from(TOPICS)),
                   due=draw(st.sampled_from((None, None, "2023", "2030-05"))))  # fmt: skip
        found[one.id] = one
    return list(found.values())


@given(acts(), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(given_acts: list[Said], random: object) -> None:
    shuffled = list(given_acts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [one.to_json() for one in weave(given_acts)] == [one.to_json() for one in weave(shuffled)]


@given(acts())
def test_every_act_is_in_one_thread_at_most_and_every_step_has_its_words(given_acts: list[Said]) -> None:
    threads = weave(given_acts)
    members = [act.id for thread in threads for act in thread.acts]
    assert len(members) == len(set(members))
    assert len({thread.id for thread in threads}) == len(threads)
    for thread in threads:
        assert thread.ruling.rests_on in {step.id for step in thread.steps}
        assert all(step.words and step.source and (step.held or step.acts[0].entry.evidence) for step in thread.steps)
        assert [step.day or "~" for step in thread.steps] == sorted(step.day or "~" for step in thread.steps)
