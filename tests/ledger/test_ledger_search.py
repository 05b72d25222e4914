"""Search finds the same in every database; only what comes first may differ."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ledger_samples import TEXT, sample, sentences_of

from verbale.errors import UsageError
from verbale.ledger import Ledger, View
from verbale.model.document import Document
from verbale.model.reading import Reading

ODD = """Article 5(1)(b) of https://a.example/path?x=1, mail to ann.lee@mail.example or see /var/log/a_b-c.txt
On 2024-03-04 at 10:30 the -5.5e10 % rise, 1,234.5 tonnes, ½ of 10³ m², U.S.-led F-16s, 5G, COVID-19, e-mail, B52s
snake_case __init__ foo_bar a_1 _x x_ 1_000 ١٢٣ 二〇二四年 会談 ข้อตกลง समझौता Ελλάδα ΔΙΑΛΟΓΟΣ İstanbul straße
naïve ﬁnance Tom & Jerry's <b>bold</b> &amp; "quoted"
l'État «guillemets» O’Neil's co-operation re-entry NATO's the the the"""


@pytest.fixture(scope="module")
def both(databases: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[View, View]]:
    """The same documents in either database."""
    path = tmp_path_factory.mktemp("both") / "one.db"
    with databases.lent() as address, Ledger.open(path) as one, Ledger.open(address) as other:  # type: ignore[attr-defined]
        for ledger in (one, other):
            ledger.writer().add(*sample(), sentences_of(TEXT))
            document = Document(source="odd.txt", text=ODD)
            ledger.writer().add(document, Reading("odd.txt"), b"", sentences_of(ODD))
        yield one.view(), other.view()


def found(view: View, words: str) -> set[tuple[str, str, int, int]] | str:
    """What a search finds, or why it does not."""
    try:
        return {(hit.layer, hit.id, hit.start, hit.end) for hit in view.search(words, 100)}
    except UsageError as error:
        return str(error)


PIECES = sorted({*(TEXT + " " + ODD).split(), *ODD.replace("_", " ").replace("-", " ").split()})


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join)
    | st.integers(0, len(ODD) - 20).map(lambda start: f'"{ODD[start : start + 17]}"')
    | st.text(max_size=12)
)
@example('"init__ foo_bar a_"')
def test_both_find_the_same(both: tuple[View, View], words: str) -> None:
    one, other = both
    assert found(one, words) == found(other, words)


def test_both_find_every_word(both: tuple[View, View]) -> None:
    one, other = both
    assert [piece for piece in PIECES if found(one, piece) != found(other, piece)] == []
    assert len([piece for piece in PIECES if len(found(other, piece)) > 0]) == len(PIECES)
