"""Any order of reading, twice or once, gives the same bytes on export."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_samples import file_lent, readings, sample, sentences_of

from verbale.errors import UsageError
from verbale.ledger import Ledger, View
from verbale.model.document import Document
from verbale.model.reading import Reading
from verbale.model.spelling import comparable

Given = tuple[Document, Reading, bytes]
Lend = Callable[[], AbstractContextManager[str]]


def fill(address: str, given: list[Given]) -> str:
    with Ledger.open(address) as ledger:
        for document, reading, content in given:
            ledger.writer().add(document, reading, content, sentences_of(document.text))
        stream = io.StringIO()
        ledger.view().export(stream, contents=True)
        assert ledger.view().health().problems == ()
        for fact in ledger.view().acts():
            assert ledger.view().fact(fact.id) == fact
        return stream.getvalue()


def _key(given: Given) -> tuple[str, str]:
    """One version of the reader gives one reading for one source."""
    return given[0].hash, given[0].source


@settings(max_examples=10, deadline=None)
@given(given=st.lists(readings(), min_size=1, max_size=4, unique_by=_key), random=st.randoms(use_true_random=False))
def test_export_depends_neither_on_order_nor_on_the_database(lent: Lend, given: list[Given], random: object) -> None:
    shuffled = given + given[:2]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    with file_lent() as one, lent() as other:
        assert fill(one, given) == fill(other, shuffled)


@settings(max_examples=12, deadline=None)
@given(given=readings())
def test_entries_come_back_equal(lent: Lend, given: Given) -> None:
    document, reading, content = given
    with lent() as address, Ledger.open(address) as ledger:
        ledger.writer().add(document, reading, content)
        view = ledger.view()
        for stored, read in (
            (view.engagements(), reading.engagements),
            (view.instruments(), reading.instruments),
            (view.acts(), reading.acts),
            (view.figures(), reading.figures),
        ):
            entries = [fact.entry for fact in stored]
            assert all(entry in read for entry in entries)
            assert all(_said(entry) in [_said(e) for e in entries] for entry in read)


def _said(entry: object) -> object:
    return entry.fields(), entry.evidence  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def searched(lent: Lend) -> Iterator[View]:
    with lent() as address, Ledger.open(address) as ledger:
        document, reading, content = sample()
        ledger.writer().add(document, reading, content, sentences_of(document.text))
        yield ledger.view()


@settings(max_examples=100, deadline=None)
@given(words=st.text(max_size=30) | st.text(alphabet='"*()-:^+{}aĐnNOTRAND. ', max_size=30))
def test_a_search_takes_whatever_is_typed(searched: View, words: str) -> None:
    try:
        hits = searched.search(words)
    except UsageError:
        assert not any(character.isalnum() for character in comparable(words))
    else:
        assert all(hit.words == searched.text(hit.document)[hit.start : hit.end] for hit in hits)
