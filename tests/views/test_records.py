"""One thing from several documents: what is shown, what differs, what conflicts, series, and two readouts compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hand_written import Make, add
from verbale.errors import UsageError
from verbale.ledger import Ledger, View
from verbale.model.reading import Act, Engagement, Instrument, Participant
from verbale.model.records import Filters
from verbale.views.asking import Request
from verbale.views.compare import compare
from verbale.views.conflicts import list_conflicts
from verbale.views.record import MergedPage, show
from verbale.views.series import list_series, venues

PAIR = ("MA", "PT")
LISBON = """Portugal and Morocco hold third Maritime Dialogue

The third Maritime Dialogue was held in Lisbon on 14 May 2024, led by Inês Cordeiro and Youssef Lahlou.
Both sides agreed to open a joint rescue centre in Faro before the end of the year.
Portugal asked Morocco to share radar data with its navy.
They cited the Fishing Agreement of 2019.
"""
RABAT = """Morocco and Portugal meet on maritime affairs

Youssef Lahlou and Ines Cordeiro led the Maritime Dialogue in Lisbon on 14 May.
The two sides decided that a centre for rescue will be opened in Faro.
Morocco thanked Portugal for the training of 40 pilots.
They cited the Fishing Agreement.
"""
Add = Callable[..., None]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "records.db") as opened:
        yield opened


def tell(ledger: Ledger, name: str, text: str, outlet: str | None = None, **entries: Make) -> str:
    return add(ledger, name, "2024-05-14", text, outlet, **entries)


def dialogue(says: Any, words: str, **fields: Any) -> Engagement:
    people = (
        Participant("Inês Cordeiro", "PT", fields.pop("post", "Deputy Foreign Minister"), role="co-chair"),
        Participant("Youssef Lahlou", "MA", "Secretary-General", role="co-chair"),
    )
    given = {"main": True, "mechanism": "Maritime Dialogue", "round": 3, "parties": PAIR, "start": "2024-05-14",
             "place": "Lisbon", "country": "PT", "participants": people, **fields}  # fmt: skip
    return Engagement("dialogue", says(words), **given)


def two_readouts(ledger: Ledger, **second: Any) -> tuple[str, str]:
    """The third Maritime Dialogue as the two sides tell it."""
    left = tell(
        ledger, "lisbon.txt", LISBON, "Ministry of Foreign Affairs of Portugal",
        engagements=lambda says: (dialogue(says, "The third Maritime Dialogue was held in Lisbon on 14 May 2024"),),
        instruments=lambda says: (
            Instrument("agreement", "Fishing Agreement", says("the Fishing Agreement of 2019"), "2019", PAIR),
        ),
        acts=lambda says: (
            Act("agree", PAIR, says("agreed to open a joint rescue centre in Faro before the end of the year"),
                topics=("maritime",)),
            Act("request", ("PT",), says("Portugal asked Morocco to share radar data with its navy."),
                topics=("maritime",)),
        ),
    )  # fmt: skip
    fields = {"round": None, "start": "2024-05-14", **second}
    right = tell(
        ledger, "rabat.txt", RABAT, "Ministry of Foreign Affairs of Morocco",
        engagements=lambda says: (dialogue(says, "the Maritime Dialogue in Lisbon on 14 May", **fields),),
        instruments=lambda says: (
            Instrument("agreement", "Fishing Agreement", says("the Fishing Agreement."), None, PAIR),
        ),
        acts=lambda says: (
            Act("agree", PAIR, says("decided that a centre for rescue will be opened in Faro"), topics=("maritime",)),
            Act("appreciate", ("MA",), says("thanked Portugal for the training of 40 pilots"), topics=("training",)),
        ),
    )  # fmt: skip
    return left, right


def test_two_reports_of_one_round_are_one_engagement(ledger: Ledger) -> None:
    two_readouts(ledger)
    (record,) = ledger.view().merged_engagements()
    assert (record.documents, record.sources, record.entry.round) == (2, 2, 3)
    assert [person.name for person in record.entry.participants] == ["Inês Cordeiro", "Youssef Lahlou"]
    assert set(record.standings.values()) == {"MA", "PT"}
    assert len(ledger.view().engagements()) == 2


def test_a_report_leads_to_the_whole_record(ledger: Ledger) -> None:
    two_readouts(ledger)
    view = ledger.view()
    (record,) = view.merged_engagements()
    for fact in record.reports:
        page = show(view, fact.id)
        assert isinstance(page, MergedPage)
        assert page.record == record
        assert show(view, fact.id, report=True).to_json()["id"] == fact.id


@pytest.mark.parametrize(
    ("start", "status"), [("2024-05-14", None), ("2024-05", "differs"), ("2024-05-15", "conflict")]
)
def test_precision_is_no_conflict_and_another_day_is(ledger: Ledger, start: str, status: str | None) -> None:
    two_readouts(ledger, start=start, round=3)
    (record,) = ledger.view().merged_engagements()
    found = {field.name: field.status for field in record.fields}
    assert found["period"] == (status or "agreed")
    assert record.entry.start in ("2024-05-14", start)
    if status == "differs":
        assert record.entry.start == "2024-05-14"


def test_a_conflict_shows_both_values_with_their_words(ledger: Ledger) -> None:
    two_readouts(ledger, start="2024-05-15", round=3)
    (conflict,) = list_conflicts(ledger.view(), Request(mechanism="maritime")).rows[:1]
    assert (conflict.field, conflict.kind) == ("period", "engagement")
    assert {claim.value for claim in conflict.claims} == {"2024-05-14", "2024-05-15"}
    assert all(claim.quotes[0][2] for claim in conflict.claims)


def test_no_conflict_says_so(ledger: Ledger) -> None:
    two_readouts(ledger)
    listing = list_conflicts(ledger.view(), Request())
    assert listing.rows == ()
    assert "No two documents contradict each other" in listing.reason


def test_a_post_that_is_told_in_two_ways_is_shown_in_both(ledger: Ledger) -> None:
    two_readouts(ledger, post="Acting Deputy Foreign Minister")
    (record,) = ledger.view().merged_engagements()
    (field,) = record.with_status("differs")
    assert field.name == "post of Inês Cordeiro"
    assert {value.value for value in field.values} == {"Deputy Foreign Minister", "Acting Deputy Foreign Minister"}


def test_a_copy_is_no_second_source(ledger: Ledger) -> None:
    for name, line in (("one.txt", ""), ("two.txt", "Printed from the wire.\n")):
        tell(
            ledger, name, LISBON + line,
            engagements=lambda says: (dialogue(says, "The third Maritime Dialogue was held in Lisbon on 14 May 2024"),),
        )  # fmt: skip
    (record,) = ledger.view().merged_engagements()
    assert (record.documents, record.sources) == (2, 1)


def test_an_instrument_is_one_from_two_citations(ledger: Ledger) -> None:
    two_readouts(ledger)
    (record,) = ledger.view().merged_instruments()
    assert (record.entry.date, record.documents) == ("2019", 2)


def rounds(ledger: Ledger, *given: tuple[int | None, str, str]) -> View:
    for number, (round_, start, country) in enumerate(given):
        words = f"The Maritime Dialogue met, report {number}."
        tell(
            ledger, f"{number}.txt", f"Report {number}\n\n{words}\n",
            engagements=lambda says, w=words, r=round_, s=start, c=country: (
                dialogue(says, w, round=r, start=s, country=c, place=None),
            ),
        )  # fmt: skip
    return ledger.view()


def test_a_series_has_its_rounds_in_order_and_says_what_is_missing(ledger: Ledger) -> None:
    view = rounds(ledger, (5, "2024-05-14", "PT"), (2, "2018-05-10", "MA"), (4, "2022-05-11", "MA"),
                  (3, "2020-05-12", "PT"))  # fmt: skip
    (found,) = list_series(view, Request()).rows
    assert found.numbers == (2, 3, 4, 5)
    assert found.missing == (1,)
    assert (found.interval, found.due) == (24.0, "2026-05~")
    assert venues(found) == "MA 2, PT 2, in turn"
    assert found.problems == ()


def test_a_number_given_twice_and_one_against_the_dates_are_told(ledger: Ledger) -> None:
    view = rounds(ledger, (3, "2019-05-12", "PT"), (3, "2024-05-14", "PT"), (2, "2022-02-10", "MA"))
    (found,) = list_series(view, Request()).rows
    assert any("number 3 is given twice: to 2019-05-12 and 2024-05-14" in problem for problem in found.problems)
    assert any("2nd round (2022-02-10) comes after the 3rd" in problem.replace("The", "the") for problem in
               found.problems)  # fmt: skip
    (problem, *_) = [c for c in list_conflicts(view, Request()).rows if c.kind == "mechanism"]
    assert problem.name == "Maritime Dialogue"


def test_rounds_that_one_day_apart_are_not_two_series(ledger: Ledger) -> None:
    view = rounds(ledger, (None, "2022-05-11", "MA"), (None, "2024-05-14", "PT"))
    (found,) = list_series(view, Request()).rows
    assert found.numbers == found.missing == ()
    assert len(found.held) == 2


def test_two_accounts_side_by_side(ledger: Ledger) -> None:
    two_readouts(ledger)
    view = ledger.view()
    (record,) = view.merged_engagements()
    found = compare(view, record.id)
    assert set(found.standings) == {"MA", "PT"}
    kinds = {one.kind for _, group in found.topics for one in group}
    assert kinds == {"worded", "left", "right"}
    assert found.counts() == {"both": 0, "worded": 1, "left": 1, "right": 1}
    worded = next(one for _, group in found.topics for one in group if one.kind == "worded")
    assert {worded.left and worded.left.entry.type, worded.right and worded.right.entry.type} == {"agree"}


def test_one_document_cannot_be_compared(ledger: Ledger) -> None:
    view = rounds(ledger, (1, "2022-05-11", "MA"))
    (record,) = view.merged_engagements()
    with pytest.raises(UsageError, match="Only one document tells of"):
        compare(view, record.id)


def test_a_person_under_two_names_is_one(ledger: Ledger) -> None:
    two_readouts(ledger)
    people = {person.name: person for person in ledger.view().people(Filters(parties=("PT",)))}
    assert list(people) == ["Inês Cordeiro"]
    assert len(people["Inês Cordeiro"].documents) == 2
    assert len(people["Inês Cordeiro"].engagements) == 1


def test_who_attended_for_somebody_else_is_told(ledger: Ledger) -> None:
    words = "Inês Cordeiro, who attended on behalf of Foreign Minister Rui Salvado, and Youssef Lahlou met in Lisbon"
    tell(ledger, "one.txt", f"Talks\n\n{words}.\n", engagements=lambda says: (dialogue(says, words),))
    (record,) = ledger.view().merged_engagements()
    assert record.notes[0].startswith("Inês Cordeiro on behalf of Foreign Minister Rui Salvado")


def test_a_renamed_office_is_one_post_with_two_names(ledger: Ledger) -> None:
    for number, (post, start) in enumerate(
        (("Secretary of Defense", "2025-05-08"), ("Secretary of War", "2025-11-02"))
    ):
        words = f"The talks were held, report {number}"
        people = (Participant("Ada Stone", "US", post, role="head"),)
        tell(
            ledger, f"{number}.txt", f"Talks\n\n{words}.\n",
            engagements=lambda says, w=words, p=people, s=start: (
                Engagement("talks", says(w), parties=("US", "VN"), start=s, participants=p),
            ),
        )  # fmt: skip
    (post,) = ledger.view().posts()
    assert [(one.name, one.first) for one in post.names] == [
        ("Secretary of Defense", "2025-05-08"), ("Secretary of War", "2025-11-02"),
    ]  # fmt: skip
    assert [one.name for one in post.holders] == ["Ada Stone"]
    assert [(one.name, one.first, one.last) for one in post.institution] == [
        ("Department of Defense", None, "2025-09-04"), ("Department of War", "2025-09-05", None),
    ]  # fmt: skip


def test_records_are_worked_out_anew_where_the_rules_have_changed(ledger: Ledger) -> None:
    two_readouts(ledger)
    before = ledger.view().merged_engagements()
    with ledger.dialect.writing().begin() as connection:
        connection.exec_driver_sql("UPDATE settled SET value = 'identities-0'")
        connection.exec_driver_sql("UPDATE nodes SET record = id, component = id")
    assert len(ledger.view().merged_engagements()) == 2
    rounds(ledger, (9, "2030-01-02", "MA"))
    assert ledger.view().merged_engagements()[: len(before)] == before
