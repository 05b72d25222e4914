"""What became of what was announced: each outcome by its rule, and the calendar that is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hand_written import add
from verbale.errors import UsageError
from verbale.ledger import Ledger
from verbale.model.planned import Planned
from verbale.model.reading import Act, Engagement
from verbale.views.asking import Request
from verbale.views.icalendar import calendar, escaped, folded
from verbale.views.planned import list_planned

PAIR = ("MA", "PT")
TODAY = "2026-01-15"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "planned.db") as opened:
        yield opened


def fourth(ledger: Ledger, start: str, name: str = "announced.txt", published: str = "2024-05-15") -> None:
    """The fourth Maritime Dialogue announced for `start`."""
    add(
        ledger, name, published, f"Round announced ({published})\n\nThe fourth Maritime Dialogue will be in Rabat.\n",
        engagements=lambda says: (
            Engagement("dialogue", says("The fourth Maritime Dialogue will be in Rabat"), main=True, status="planned",
                       mechanism="Maritime Dialogue", round=4, parties=PAIR, start=start, place="Rabat", country="MA"),
        ),
    )  # fmt: skip


def told(ledger: Ledger, start: str, published: str, **fields: Any) -> None:
    """A Maritime Dialogue as held."""
    given = {"round": 4, "parties": PAIR, "mechanism": "Maritime Dialogue", "place": "Rabat", "country": "MA", **fields}
    add(
        ledger, f"held-{published}.txt", published, f"Held ({published})\n\nThe Maritime Dialogue met again.\n",
        engagements=lambda says: (
            Engagement("dialogue", says("The Maritime Dialogue met again"), main=True, start=start, **given),
        ),
    )  # fmt: skip


def only(ledger: Ledger, on: str = TODAY) -> Planned:
    (found,) = list_planned(ledger.view(), Request(), on).rows
    return found


def test_what_is_announced_is_ahead_until_its_time_has_passed(ledger: Ledger) -> None:
    fourth(ledger, "2025")
    assert only(ledger, "2025-12-31").outcome == "ahead"
    assert only(ledger, "2026-01-01").outcome == "unknown"
    assert (only(ledger).start, only(ledger).first, only(ledger).last) == ("2025", "2025-01-01", "2025-12-31")
    assert only(ledger).told == "2024-05-15"


def test_held_in_time(ledger: Ledger) -> None:
    fourth(ledger, "2025")
    told(ledger, "2025-06-03", "2025-06-04")
    found = only(ledger)
    assert (found.outcome, found.suggested) == ("held", False)
    assert [fact.first for fact in found.later] == ["2025-06-03"]


def test_held_later_than_announced_has_slipped(ledger: Ledger) -> None:
    fourth(ledger, "2025-03")
    told(ledger, "2025-06-03", "2025-06-04")
    assert (only(ledger).outcome, only(ledger).why) == ("slipped", "Announced for 2025-03, held 2025-06-03.")


def test_a_round_without_a_number_is_only_suggested_and_two_are_none(ledger: Ledger) -> None:
    fourth(ledger, "2025")
    told(ledger, "2025-06-03", "2025-06-04", round=None, place="Lisbon", country="PT")
    assert (only(ledger).outcome, only(ledger).suggested) == ("held", True)
    told(ledger, "2025-11-20", "2025-11-21", round=None, place="Lisbon", country="PT")
    assert only(ledger).outcome == "unknown"


def test_a_round_of_others_under_the_same_name_says_nothing(ledger: Ledger) -> None:
    fourth(ledger, "2025")
    told(ledger, "2025-06-03", "2025-06-04", parties=("FR", "MA"))
    assert only(ledger).outcome == "unknown"


def test_called_off(ledger: Ledger) -> None:
    fourth(ledger, "2025-03")
    text = "Storm\n\nThe Maritime Dialogue in Rabat was called off after the storm.\n"
    add(ledger, "off.txt", "2025-02-20", text,
        acts=lambda says: (Act("report", PAIR, says(text.splitlines()[2]), topics=("maritime",)),))  # fmt: skip
    found = only(ledger)
    assert found.outcome == "cancelled"
    assert [fact.source for fact in found.later] == ["off.txt"]


def test_something_else_called_off_says_nothing(ledger: Ledger) -> None:
    fourth(ledger, "2025-03")
    text = "Storm\n\nThe Fishing Fair in Rabat was called off after the storm.\n"
    add(ledger, "off.txt", "2025-02-20", text,
        acts=lambda says: (Act("report", PAIR, says(text.splitlines()[2]), topics=("maritime",)),))  # fmt: skip
    assert only(ledger).outcome == "unknown"


def step(ledger: Ledger) -> None:
    text = "Pier\n\nWork on the second Sines container pier begins on 3 October.\n"
    add(ledger, "pier.txt", "2024-09-20", text,
        acts=lambda says: (Act("plan", PAIR, says(text.splitlines()[2]), topics=("transport",)),))  # fmt: skip


def test_a_step_has_the_date_of_its_words(ledger: Ledger) -> None:
    step(ledger)
    found = only(ledger)
    assert (found.id[0], found.start, found.outcome) == ("a", "2024-10-03", "unknown")


def test_a_later_deed_in_the_same_words_suggests_that_a_step_was_taken(ledger: Ledger) -> None:
    step(ledger)
    text = "Harbour\n\nBoth sides noted that work on the second Sines container pier has begun.\n"
    add(ledger, "begun.txt", "2024-11-20", text,
        acts=lambda says: (Act("report", PAIR, says(text.splitlines()[2]), topics=("transport",)),))  # fmt: skip
    assert (only(ledger).outcome, only(ledger).suggested) == ("held", True)


def test_a_period_keeps_what_is_announced_for_it(ledger: Ledger) -> None:
    step(ledger)
    fourth(ledger, "2025")
    view = ledger.view()
    assert len(list_planned(view, Request(after="2025"), TODAY).rows) == 1
    assert len(list_planned(view, Request(before="2024"), TODAY).rows) == 1
    assert len(list_planned(view, Request(limit=1), TODAY).rows) == 1
    with pytest.raises(UsageError, match="--on"):
        list_planned(view, Request(), "soon")


def test_a_calendar_opens_and_keeps_its_uids(ledger: Ledger) -> None:
    icalendar = pytest.importorskip("icalendar", reason="the library that reads calendars is not installed")
    fourth(ledger, "2025-03~/2025-05~")
    step(ledger)
    plans = list_planned(ledger.view(), Request(), "2024-12-01").rows
    text = calendar(plans)
    events = {str(one["UID"]): one for one in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    assert set(events) == {f"{one.id}@verbale" for one in plans}
    (vague,) = [one for one in events.values() if "Maritime" in str(one["SUMMARY"])]
    assert str(vague["DTSTART"].dt) == "2025-03-01"
    assert str(vague["DTEND"].dt) == "2025-06-01"
    assert str(vague["STATUS"]) == "TENTATIVE"
    assert str(vague["LOCATION"]) == "Rabat, Morocco"
    assert "“The fourth Maritime Dialogue will be in Rabat”" in str(vague["DESCRIPTION"])
    assert text == calendar(list_planned(ledger.view(), Request(), "2024-12-01").rows)


def test_the_form_of_a_calendar(ledger: Ledger) -> None:
    fourth(ledger, "2025")
    text = calendar([only(ledger, "2024-12-01")])
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20250101\r\nDTEND;VALUE=DATE:20260101\r\n" in text
    assert "STATUS:TENTATIVE\r\n" in text
    assert re.search(r"DTSTAMP:20240515T000000Z\r\n", text)


def test_what_has_no_date_is_in_no_calendar(ledger: Ledger) -> None:
    words = "Work on a third pier will begin."
    add(ledger, "vague.txt", "2024-09-20", f"Pier\n\n{words}\n",
        acts=lambda says: (Act("plan", PAIR, says(words), topics=("transport",)),))  # fmt: skip
    assert "VEVENT" not in calendar([only(ledger)])


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_lines_are_folded_at_75_octets_and_come_back_whole(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])
