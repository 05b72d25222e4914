"""Two rounds of a mechanism compared, and what came after a day; every line with the sentences it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hand_written import add
from verbale.errors import UsageError
from verbale.ledger import Ledger, View
from verbale.model.reading import Act, Engagement, Figure, Instrument, Participant
from verbale.views.since import since
from verbale.views.since_parts import SECTIONS, Since

PAIR = ("MA", "PT")
OLD = """Second round (14 May 2023)

Inês Cordeiro led the second Maritime Dialogue.
Morocco asked Portugal to hand over radar data of the strait to its coast guard.
Portugal committed to train forty pilots for the port of Tangier.
The two sides agreed to keep the rescue line between Faro and Tangier open at all hours.
Portugal backed fair tolls and open ports for ships of every flag.
They spoke of cod quotas.
Aid for the Sines Container Pier stands at 20 million.
"""
BETWEEN = """Data (3 October 2023)

Portugal handed over radar data of the strait to the coast guard of Morocco.
"""
NEW = """Third round (14 May 2024)

Rui Sampaio led the third Maritime Dialogue.
The two sides agreed to keep the rescue line between Faro and Tangier open at all hours.
Portugal backed low tolls and open ports for ships of every flag.
Morocco invited Portugal to a fair of solar boats.
Aid of 25 million has reached the Sines Container Pier.
They signed the Solar Boats Arrangement.
"""
LATER = """Letter (2 June 2024)

Morocco asked Portugal for tide tables.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "since.db") as opened:
        yield opened


def round_of(says: Any, number: int, day: str, words: str, head: str) -> tuple[Engagement, ...]:
    people = (Participant(head, "PT", "Director for the Sea", role="head"),)
    return (Engagement("dialogue", says(words), main=True, mechanism="Maritime Dialogue", round=number, parties=PAIR,
                       start=day, place="Lisbon", country="PT", participants=people),)  # fmt: skip


def line(text: str, number: int) -> str:
    return text.splitlines()[number + 2]


def fill(ledger: Ledger) -> View:
    add(
        ledger, "second.txt", "2023-05-15", OLD,
        engagements=lambda says: round_of(says, 2, "2023-05-14", line(OLD, 0), "Inês Cordeiro"),
        acts=lambda says: (
            Act("request", ("MA",), says(line(OLD, 1)), topics=("maritime",)),
            Act("commit", ("PT",), says(line(OLD, 2)), topics=("training",)),
            Act("agree", PAIR, says(line(OLD, 3)), topics=("disaster",)),
            Act("affirm", ("PT",), says(line(OLD, 4)), topics=("transport",)),
            Act("discuss", PAIR, says(line(OLD, 5)), topics=("fisheries",)),
        ),
        figures=lambda says: (
            Figure(20_000_000, "EUR", "total", "aid for the Sines Container Pier", says("20 million"), topic="trade"),
        ),
    )  # fmt: skip
    add(
        ledger, "data.txt", "2023-10-03", BETWEEN,
        acts=lambda says: (Act("deliver", ("PT",), says(line(BETWEEN, 0)), topics=("maritime",)),),
        engagements=lambda says: (
            Engagement("other", says("Portugal handed over"), main=True, parties=PAIR, start="2023-10-03"),
        ),
    )  # fmt: skip
    add(
        ledger, "third.txt", "2024-05-14", NEW,
        engagements=lambda says: round_of(says, 3, "2024-05-14", line(NEW, 0), "Rui Sampaio"),
        acts=lambda says: (
            Act("agree", PAIR, says(line(NEW, 1)), topics=("disaster",)),
            Act("affirm", ("PT",), says(line(NEW, 2)), topics=("transport",)),
            Act("offer", ("MA",), says(line(NEW, 3)), topics=("energy",)),
        ),
        figures=lambda says: (
            Figure(25_000_000, "EUR", "total", "aid for the Sines Container Pier", says("25 million"), topic="trade"),
        ),
        instruments=lambda says: (
            Instrument("agreement", "Solar Boats Arrangement", says("the Solar Boats Arrangement"), "2024-05-14", PAIR,
                       "signed"),
        ),
    )  # fmt: skip
    add(
        ledger, "letter.txt", "2024-06-02", LATER,
        acts=lambda says: (Act("request", ("MA",), says(line(LATER, 0)), topics=("maritime",)),),
        engagements=lambda says: (
            Engagement("other", says("Morocco asked"), main=True, parties=PAIR, start="2024-06-02"),
        ),
    )  # fmt: skip
    return ledger.view()


def said(found: Since, section: str) -> list[str]:
    return [fact.words for one in found.section(section) for fact in one.facts]


def test_two_rounds(ledger: Ledger) -> None:
    found = since(fill(ledger), "maritime dialogue")
    assert "2nd round (2023-05-14) and the 3rd round (2024-05-14)" in found.title
    assert [one.source for one in found.before] == ["second.txt"]
    assert [one.source for one in found.now] == ["third.txt"]
    assert [one.id for one in found.section("new-topics")] == ["energy"]
    assert said(found, "new") == [line(NEW, 3)]
    assert said(found, "reaffirmed") == [line(OLD, 3), line(NEW, 1)]
    assert said(found, "delivered") == [line(OLD, 1), line(BETWEEN, 0)]
    assert said(found, "open") == [line(OLD, 2)]
    assert {one.id for one in found.section("not-raised")} == {"maritime", "training", "fisheries"}
    assert [one.source for one in found.searched] == ["third.txt"]
    assert [one.words for one in found.section("people")] == ["Rui Sampaio (Director for the Sea, PT)"]
    assert [one.words for one in found.section("instruments")] == ["Solar Boats Arrangement (signed, 2024-05-14)"]
    (moved,) = found.section("figures")
    assert moved.words.endswith("EUR 20 million → EUR 25 million")


def test_a_changed_wording_is_laid_word_by_word(ledger: Ledger) -> None:
    (reworded,) = since(fill(ledger), "maritime dialogue").section("reworded") or (None,)
    pieces = [] if reworded is None else [(one.kind, one.words) for one in reworded.changes]
    assert ("dropped", "fair") in pieces
    assert ("added", "low") in pieces


def test_what_came_after_the_newest_round(ledger: Ledger) -> None:
    found = since(fill(ledger), "maritime dialogue", now=True)
    assert [one.source for one in found.before] == ["third.txt"]
    assert [one.source for one in found.now] == ["letter.txt"]
    assert said(found, "new") == [line(LATER, 0)]


def test_what_came_after_a_day_against_the_two_years_before(ledger: Ledger) -> None:
    found = since(fill(ledger), "2023-12", PAIR)
    assert [one.source for one in found.before] == ["second.txt", "data.txt"]
    assert [one.source for one in found.now] == ["third.txt", "letter.txt"]
    assert line(NEW, 3) in said(found, "new")


def test_every_line_rests_on_a_fact_and_every_section_is_there(ledger: Ledger) -> None:
    found = since(fill(ledger), "maritime dialogue")
    assert [name for name, _ in found.sections] == list(SECTIONS)
    assert all(one.facts for _, lines in found.sections for one in lines)
    written = found.to_json()
    assert all(one["id"] for section in written["sections"] for one in section["lines"])


def test_unknown_and_ambiguous_mechanisms_are_said(ledger: Ledger) -> None:
    view = fill(ledger)
    with pytest.raises(UsageError, match="knows no mechanism 'Desert Forum'"):
        since(view, "Desert Forum")
    text = "Other\n\nThe first Inland Dialogue met in Fez.\n"
    add(
        ledger, "inland.txt", "2024-07-01", text,
        engagements=lambda says: (
            Engagement("dialogue", says(line(text, 0)), main=True, mechanism="Inland Dialogue", round=1, parties=PAIR,
                       start="2024-07-01"),
        ),
    )  # fmt: skip
    with pytest.raises(UsageError, match="names 2 mechanisms"):
        since(view, "dialogue")


def promise(ledger: Ledger, day: str, *acts: tuple[str, str, str]) -> None:
    """A document of one day with acts on the port: type, actor, words."""
    text = f"Talks ({day})\n\nThey met at sea.\n" + "\n".join(words for _, _, words in acts) + "\n"
    add(
        ledger, f"{day}.txt", day, text,
        engagements=lambda says: (Engagement("talks", says("They met at sea."), main=True, parties=PAIR, start=day),),
        acts=lambda says: tuple(Act(kind, (who,), says(words), topics=("transport",)) for kind, who, words in acts),
    )  # fmt: skip


TUGS = "Portugal will lend Morocco three tugs for the harbour of Nador by 2024-06."
CRANES = "Morocco asked Portugal for the loan of two floating cranes in Larache."


def test_what_is_open_is_told_once_with_how_it_stands_and_its_commitment(ledger: Ledger) -> None:
    promise(ledger, "2024-01-10", ("commit", "PT", TUGS), ("request", "MA", CRANES))
    promise(ledger, "2024-09-10", ("discuss", "MA", "Morocco spoke of cod quotas."))
    waiting = since(ledger.view(), "2024-03", PAIR).section("open")
    assert {one.words: one.facts[0].words for one in waiting} == {
        "Portugal committed, overdue": TUGS, "Morocco asked": CRANES,
    }  # fmt: skip
    assert all((one.id or "").startswith("t") for one in waiting)


def test_what_is_promised_again_in_other_words_is_reaffirmed_and_not_open(ledger: Ledger) -> None:
    promise(ledger, "2024-01-10", ("commit", "PT", TUGS))
    again = "Three tugs for the harbour of Nador remain promised by Portugal."
    promise(ledger, "2024-05-10", ("commit", "PT", again))
    found = since(ledger.view(), "2024-03", PAIR)
    assert said(found, "reaffirmed") == [TUGS, again]
    assert said(found, "open") == said(found, "new") == []


def test_what_was_promised_long_before_and_is_delivered_now(ledger: Ledger) -> None:
    promise(ledger, "2019-01-10", ("commit", "PT", TUGS))
    promise(ledger, "2024-01-10", ("discuss", "MA", "Morocco spoke of cod quotas."))
    given = "Portugal handed over three tugs for the harbour of Nador to Morocco."
    promise(ledger, "2024-05-10", ("deliver", "PT", given))
    assert said(since(ledger.view(), "2024-03", PAIR), "delivered") == [TUGS, given]
