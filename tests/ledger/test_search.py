"""Search: narrowed by what facts and documents say, ranked, the same in whatever order documents came, kept by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from ledger_samples import sample, sentences_of

from verbale.errors import NotFoundError, UsageError
from verbale.ledger import Ledger, schema, search_marks
from verbale.ledger.migrate import configuration
from verbale.model.records import Filters
from verbale.model.searching import Narrowing

NEWS = (
    "The ministers met in Oslo on ports.",
    "A port call was made, and the port opened.",
    "Nobody called at the port.",
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """The sample with its sentences."""
    document, reading, content = sample()
    ledger.writer().add(document, reading, content, sentences_of(document.text))
    return ledger


def layers(ledger: Ledger, words: str = "", **narrowing: object) -> list[str]:
    """The layers of what is found, each once, in order of name."""
    filters = {name: narrowing.pop(name) for name in list(narrowing) if name not in ("person", "act", "layer")}
    return sorted({hit.layer for hit in ledger.view().search(words, 0, Narrowing(Filters(**filters), **narrowing))})


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [
        ({"parties": ("PH",)}, ["act", "engagement", "figure", "instrument", "sentence"]),
        ({"parties": ("PH", "VN"), "layer": "act"}, ["act"]),
        ({"parties": ("US",)}, []),
        ({"topics": ("training",)}, ["act", "engagement", "figure", "instrument", "sentence"]),
        ({"act": "request"}, ["act"]),
        ({"mechanism": "coastal affairs"}, ["act", "engagement", "figure", "instrument", "sentence"]),
        ({"mechanism": "fisheries"}, []),
        ({"person": "bui van son"}, ["engagement", "sentence"]),
        ({"person": "Carla Reyes"}, ["act", "engagement", "sentence"]),
        ({"after": "2024-03-05", "layer": "engagement"}, []),
        ({"after": "2024-03", "before": "2024-03-04", "layer": "engagement"}, ["engagement"]),
        ({"before": "2024-03-04"}, ["engagement", "instrument"]),
        ({"after": "2025"}, []),
        ({"document": "coast.txt", "layer": "figure"}, ["figure"]),
    ],
)  # fmt: skip
def test_filters_let_through_what_fits(filled: Ledger, narrowing: dict[str, object], found: list[str]) -> None:
    assert layers(filled, **narrowing) == found


def test_words_and_filters_hold_together(filled: Ledger) -> None:
    assert layers(filled, "hotline", act="request") == ["act"]
    assert layers(filled, "hotline", act="agree") == []
    person = next(one for one in filled.view().people() if one.name == "Carla Reyes")
    assert layers(filled, "hotline", person=person.id[:9]) == ["act"] or "act" in layers(
        filled, "hotline", person=person.id
    )
    with pytest.raises(UsageError):
        filled.view().search("", 5)
    with pytest.raises(UsageError):
        filled.view().search("?", 5, Narrowing(act="agree"))


def test_what_lasts_long_is_found_by_every_day_of_it(ledger: Ledger) -> None:
    document, reading, content = sample()
    (meeting,) = reading.engagements
    long = type(meeting)(
        **{name: getattr(meeting, name) for name in meeting.__slots__} | {"start": "2010", "end": "2020"}
    )
    reading = type(reading)(**{name: getattr(reading, name) for name in reading.__slots__} | {"engagements": (long,)})
    ledger.writer().add(document, reading, content)
    for after, before, there in (("2015", None, True), ("2020", "2021", True), ("2012", "2013", True),
                                 ("2021", None, False), (None, "2009", False), (None, "2010-06", True)):  # fmt: skip
        found = layers(ledger, layer="engagement", after=after, before=before)
        assert bool(found) is there, (after, before)


def test_the_closest_words_come_first(ledger: Ledger) -> None:
    text = "\n".join(NEWS)
    document, reading, content = sample(text=f"Ports\n\n{text}\n\n" + sample()[0].text)
    ledger.writer().add(document, reading, content, sentences_of(document.text))
    hits = ledger.view().search("port call")
    assert hits[0].words == NEWS[1]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("port call was", True), ("a port call", True), ("call port", False), ("port was", False),
        ("met in oslo on ports", True), ("met in oslo at ports", False), ("port-call", True),
        ("the port opened a port", False), ("grid_a north", True), ("a north", True), ("north grid", False),
    ],
)  # fmt: skip
def test_a_phrase_stands_in_its_order_and_without_gaps(ledger: Ledger, phrase: str, found: bool) -> None:
    text = "\n".join((*NEWS, "Ships left grid_a north of the port."))
    document, reading, content = sample(text=f"Ports\n\n{text}\n\n" + sample()[0].text)
    ledger.writer().add(document, reading, content, sentences_of(document.text))
    assert bool(ledger.view().search(f'"{phrase}"')) is found


def test_results_do_not_depend_on_the_order_of_reading(new_ledger: Callable[[], Ledger]) -> None:
    given = [
        sample(f"{n}.txt", sample()[0].text.replace("40 officers", f"40 officers {n}", 1) + f"Note {n}.")
        for n in range(4)
    ]
    found = []
    for order in (given, given[::-1]):
        ledger = new_ledger()
        for document, reading, content in order:
            ledger.writer().add(document, reading, content, sentences_of(document.text))
        found.append(ledger.view().search("officers", 0))
    assert found[0] == found[1]
    assert len({hit.document for hit in found[0]}) == 4


def test_two_entries_never_share_an_id(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_marks, "entry_id", lambda entry, first: 1 << 50)
    for name in ("a.txt", "b.txt"):
        document, reading, content = sample(name, sample()[0].text + name)
        ledger.writer().add(document, reading, content, sentences_of(document.text))
    assert {hit.source for hit in ledger.view().search("hotline", 0)} == {"a.txt", "b.txt"}
    assert ledger.view().health().sound


def test_a_search_is_kept_and_tells_what_is_new(filled: Ledger) -> None:
    kept = filled.saved_searches()
    kept.save("hot", {"words": "hotline"})
    (first,) = {hit.document for hit in filled.view().search("hotline", 0)}
    kept.shown("hot", {first})
    document, reading, content = sample("other.txt", sample()[0].text + "More.")
    filled.writer().add(document, reading, content, sentences_of(document.text))
    saved, seen = filled.view().saved_search("hot")
    assert (saved.asked, seen) == ({"words": "hotline"}, {first})
    assert {hit.source for hit in filled.view().search("hotline", 5, without=seen)} == {"other.txt"}
    kept.shown("hot", {first, "d0"})
    assert [(one.name, one.seen) for one in filled.view().saved_searches()] == [("hot", 2)]
    kept.save("hot", {"words": "port"})
    assert filled.view().saved_search("hot")[1] == set()
    kept.remove("hot")
    for missing in (kept.remove, filled.view().saved_search):
        with pytest.raises(NotFoundError, match="no saved search 'hot'"):
            missing("hot")


# Tables of steps that came after this one.
LATER = ("thread_acts", "thread_steps", "thread_topics", "thread_parties", "threads", "woven", "unwoven", "tallies")


def test_an_older_ledger_gets_its_marks(tmp_path: Path) -> None:
    """A ledger before this step, brought to it, is searched like one that was made new."""
    from alembic import command

    document, reading, content = sample()
    with Ledger.open(tmp_path / "new.db") as ledger:
        ledger.writer().add(document, reading, content, sentences_of(document.text))
        with ledger.dialect.writing().begin() as connection:
            expected = connection.execute(sa.select(schema.search_entries).order_by(schema.search_entries.c.id)).all()
            for table in ("search_index", "saved_search_documents", "saved_searches", *LATER):
                connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql("UPDATE search_entries SET id = (SELECT count(*) FROM search_entries e"
                                       " WHERE e.id <= search_entries.id)")  # fmt: skip
            for column in ("first", "last", "marks"):
                connection.exec_driver_sql(f"ALTER TABLE search_entries DROP COLUMN {column}")
            connection.exec_driver_sql("CREATE VIRTUAL TABLE search_index USING fts5(folded, content='search_entries',"
                                       " content_rowid='id', tokenize='unicode61 remove_diacritics 0')")  # fmt: skip
            command.stamp(configuration(ledger.dialect, connection), "0003")
    with Ledger.open(tmp_path / "new.db") as ledger:
        with ledger.dialect.reading().begin() as connection:
            brought = connection.execute(sa.select(schema.search_entries).order_by(schema.search_entries.c.id)).all()
        assert brought == expected
        assert layers(ledger, "hotline", act="request") == ["act"]
        assert ledger.view().health().sound


def test_an_older_ledger_of_a_server_gets_its_phrases(new_postgresql: Callable[[], str]) -> None:
    """One whose index does not know neighbours finds no phrase before it is brought to this step, and then does."""
    address = new_postgresql()
    document, reading, content = sample()
    with Ledger.open(address) as ledger:
        ledger.writer().add(document, reading, content, sentences_of(document.text))
        phrase = '"' + " ".join(document.text.split()[1:3]) + '"'
        expected = ledger.view().search(phrase, 0)
        with ledger.dialect.writing().begin() as connection:
            connection.exec_driver_sql(
                "UPDATE search_index i SET words = to_tsvector('simple', e.folded)"
                " FROM search_entries e WHERE e.id = i.id"
            )
            connection.exec_driver_sql("DROP TABLE tallies")  # of a later step
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0005'")
        assert ledger.view().search(phrase, 0) == []
    with Ledger.open(address) as ledger:
        assert ledger.view().search(phrase, 0) == expected != []
