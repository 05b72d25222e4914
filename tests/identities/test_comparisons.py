"""Comparisons of every kind: which way round makes no difference, and a key is shared wherever two are compared."""

from __future__ import annotations

from typing import Any

import pytest
from generated_features import FEATURES
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.identities import BY_NAME, KINDS, instruments, people
from verbale.identities.nodes import Comparison


@pytest.mark.parametrize("name", sorted(FEATURES))
@settings(max_examples=250, deadline=None)
@given(data=st.data())
def test_comparisons_are_symmetric(name: str, data: st.DataObject) -> None:
    a, b = data.draw(FEATURES[name]), data.draw(FEATURES[name])
    compare = BY_NAME[name].compare
    there, back = compare(a, b), compare(b, a)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.verdict, there.score) == (back.verdict, back.score)
        assert there.verdict == "different" or (there.score > 0 and there.reasons)


@pytest.mark.parametrize("name", sorted(FEATURES))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_is_one_shares_a_key(name: str, data: st.DataObject) -> None:
    a, b = data.draw(FEATURES[name]), data.draw(FEATURES[name])
    kind = BY_NAME[name]
    found = kind.compare(a, b)
    if found is not None and found.verdict == "same" and found.score >= 0.9:
        assert set(kind.keys(a)) & set(kind.keys(b))


def test_a_law_is_found_whether_or_not_the_other_party_is_named_with_it() -> None:
    alone, both = (
        instruments.features("d1", "law", "Declaration on the Conduct of Coastal States", parties, None, None, "cited")
        for parties in (["US"], ["US", "VN"])
    )
    assert set(instruments.keys(alone)) & set(instruments.keys(both))


@pytest.mark.parametrize("name", sorted(FEATURES))
@settings(max_examples=250, deadline=None)
@given(data=st.data())
def test_what_is_worth_a_word_is_found_from_either_side(name: str, data: st.DataObject) -> None:
    a, b = data.draw(FEATURES[name]), data.draw(FEATURES[name])
    kind = BY_NAME[name]
    found = kind.compare(a, b)
    if found is not None and found.score and set(kind.keys(a)) & set(kind.keys(b)):
        assert set(kind.sought(a)) & set(kind.keys(b))
        assert set(kind.sought(b)) & set(kind.keys(a))


def test_one_surname_on_two_sides_is_shown_where_office_and_year_are_one() -> None:
    def named(party: str, post: str, day: str) -> dict[str, Any]:
        return people.features("Kim", party, [(post, day, day)], day, day)

    first = named("KR", "President", "2024-05-04")
    assert people.compare(first, named("US", "President", "2024-09-01")).verdict == "perhaps"  # type: ignore[union-attr]
    for other in (named("US", "Ambassador", "2024-09-01"), named("US", "President", "2022-09-01")):
        assert people.compare(first, other).verdict == "different"  # type: ignore[union-attr]


def test_every_kind_is_generated() -> None:
    assert set(FEATURES) == {kind.NAME for kind in KINDS}


def citation(
    kind: str, title: str, parties: list[str], day: str | None = None, status: str = "cited"
) -> dict[str, Any]:
    document = f"{title}{parties}{day}"
    return instruments.features(document, kind, title, parties, day, day, status)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (citation("law", "Coastal Protection Act", []), citation("law", "Coastal Protection Act", ["PE"]), "same"),
        (citation("law", "Coastal Protection Act", ["CL"]), citation("law", "Coastal Protection Act", ["PE"]),
         "different"),
        (citation("agreement", "Fisheries Patrol Agreement", ["CL", "PE"]),
         citation("agreement", "Agreement on fisheries patrol", ["CL", "PE"]), "same"),
        (citation("agreement", "Fisheries Patrol Agreement", ["CL", "PE"], "1999-03-01"),
         citation("agreement", "Fisheries Patrol Agreement", ["CL", "PE"], "2019-03-01"), "different"),
        (citation("agreement", "Fisheries Patrol Agreement", ["CL", "PE"], "1999-03-01"),
         citation("agreement", "Fisheries Patrol Agreement", ["CL", "PE"], "2000-03-01"), "perhaps"),
        (citation("agreement", "Fisheries Patrol Agreement", ["CL", "PE"], "1999-03-01"),
         citation("agreement", "Fisheries Patrol Agreement", ["CL", "PE"], "2019-03-01", "sought"), "same"),
        (citation("agreement", "Coastal Economic Agreement", ["CL", "PE"], "2014-07-08"),
         citation("agreement", "Regional Inner Economic Partnership", ["CL", "PE"], "2014-07-08"),
         "perhaps"),
        (citation("declaration", "Declaration on the Conduct of Coastal States", []),
         citation("declaration", "Declaration on the Conduct of Coastal States in the Inner Sea", []), "same"),
        (citation("mou", "Memorandum of understanding", ["CL", "PE"], "2020-02-02"),
         citation("mou", "Memorandum of understanding on ports", ["CL", "PE"], "2020-02-02"), "same"),
    ],
)  # fmt: skip
def test_citations_of_texts(one: dict[str, Any], other: dict[str, Any], verdict: str | None) -> None:
    found: Comparison | None = instruments.compare(one, other)
    assert (found.verdict if found else None) == verdict
