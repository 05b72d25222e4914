"""Positions and formulas over invented acts: who holds what, which wording follows which, which words recur."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model.evidence import quote
from verbale.model.reading import Act
from verbale.model.records import Fact
from verbale.threads.formulas import formulas
from verbale.threads.positions import positions
from verbale.threads.word_changes import changes, words_of

PAIR = ("MA", "PT")


def act(document: str, day: str, words: str, *actors: str, kind: str = "affirm", topic: str = "maritime") -> Fact[Act]:
    digest = hashlib.sha256(document.encode()).hexdigest()
    entry = Act(kind, tuple(actors) or PAIR, (quote(words, digest, 0, len(words)),), topics=(topic,))
    name = hashlib.sha256(f"{document}{words}{actors}".encode()).hexdigest()[:16]
    return Fact(f"a{name}", "act", document, f"{document}.txt", 0, entry, day, day)


def test_what_two_say_together_is_no_position_of_one() -> None:
    said = [
        act("a", "2023-05-14", "Both stood by free fishing in the strait."),
        act("b", "2024-05-14", "Portugal stands by free fishing in the strait.", "PT"),
    ]
    assert [one.holder for one in positions(said)] == [PAIR, ("PT",)]


def test_only_stances_are_positions_and_only_on_the_topics_asked_for() -> None:
    said = [
        act("a", "2023-05-14", "They exchanged views on fish.", kind="discuss"),
        act("b", "2023-05-14", "They rejected closed seas.", kind="object"),
        act("c", "2023-05-14", "They stand by schools.", topic="education"),
    ]
    assert [(one.topic, one.documents) for one in positions(said, ("maritime",))] == [("maritime", 1)]


def test_a_wording_stands_beside_the_nearest_earlier_one_of_another_day() -> None:
    first = act("a", "2022-05-14", "They stand by open ports and fair tolls for every ship.")
    second = act("b", "2023-05-14", "They stand by free fishing in the strait.")
    third = act("c", "2024-05-14", "They stand by open ports and low tolls for every ship.")
    fourth = act("d", "2024-05-14", "They stand by open ports and low tolls for every ship and boat.")
    (position,) = positions([fourth, third, second, first])
    assert [one.fact for one in position.statements] == [
        first,
        second,
        *sorted((third, fourth), key=lambda f: f.document),
    ]
    by_fact = {one.fact.id: one for one in position.statements}
    assert by_fact[third.id].against == first
    assert (by_fact[third.id].dropped, by_fact[third.id].added) == (("fair",), ("low",))
    assert by_fact[fourth.id].against == first
    assert by_fact[second.id].against is None


def test_a_list_before_a_name_is_one_formula_in_any_order() -> None:
    said = [
        act("a", "2022-05-14", "Portugal backs a strong, open and sunny Morocco.", "PT"),
        act("b", "2023-05-14", "Portugal backs an open and strong Morocco in all it does.", "PT"),
        act(
            "c",
            "2024-05-14",
            "Morocco thanked Portugal for backing a “sunny and calm” Morocco.",
            "MA",
            kind="appreciate",
        ),
        act("d", "2024-05-14", "Morocco backs a strong and open Portugal.", "MA"),
    ]
    (found,) = formulas(said, {})
    assert [use.form for use in found.uses] == [
        "strong, open and sunny Morocco", "open and strong Morocco", "sunny and calm Morocco",
    ]  # fmt: skip
    assert [(use.dropped, use.added) for use in found.uses] == [
        ((), ()), (("sunny",), ()), (("open", "strong"), ("sunny", "calm")),
    ]  # fmt: skip
    assert (found.first, found.last) == ("2022-05-14", "2024-05-14")


def test_a_run_of_words_that_two_documents_share_is_a_formula() -> None:
    said = [
        act("a", "2022-05-14", "They want the safe passage of small boats through the strait by night."),
        act("b", "2024-05-14", "He asked for the Safe passage of small boats in winter."),
    ]
    (found,) = formulas(said, {})
    assert found.words.lower() == "safe passage of small boats"


@pytest.mark.parametrize("origins", [{"a": "a", "b": "a"}, {}], ids=["copies", "two texts"])
def test_copies_make_no_formula(origins: dict[str, str]) -> None:
    words = "They want the safe passage of small boats through the strait."
    found = formulas([act("a", "2022-05-14", words), act("b", "2022-05-15", words)], origins)
    assert len(found) == (0 if origins else 1)


def test_a_sentence_may_hold_two_formulas_and_neither_takes_the_uses_of_the_other() -> None:
    both = "They want the safe passage of small boats through open waters and fair tolls at every lock."
    said = [
        act("a", "2021-05-14", both),
        act("b", "2022-05-14", both),
        act("c", "2023-05-14", "He asked for the safe passage of small boats in winter."),
        act("d", "2023-05-15", "She asked for the safe passage of small boats by night."),
        act("e", "2024-05-14", "She pleaded for fair tolls at every lock this year."),
        act("f", "2024-05-15", "He pleaded for fair tolls at every lock this spring."),
    ]
    found = {frozenset(use.fact.document for use in one.uses) for one in formulas(said, {})}
    assert found == {frozenset("abcd"), frozenset("abef")}


def test_what_sides_say_of_anything_is_no_formula() -> None:
    said = [
        act(
            "a", "2022-05-14", "The leaders reaffirmed their commitment to work together towards a deeper partnership."
        ),
        act("b", "2024-05-14", "The leaders reaffirmed their commitment to work together towards fish."),
    ]
    assert formulas(said, {}) == []


def test_a_name_is_no_formula() -> None:
    said = [
        act("a", "2022-05-14", "The Deputy Foreign Minister Inês Cordeiro Pinto stood by it."),
        act("b", "2024-05-14", "The Deputy Foreign Minister Inês Cordeiro Pinto left."),
    ]
    assert formulas(said, {}) == []


words = st.lists(
    st.sampled_from("open sea fair tolls safe boats calm strait ports fish nets night".split()), max_size=12
)


@given(words, words)
def test_what_stayed_and_came_is_the_new_wording_and_what_stayed_and_went_the_old(
    old: list[str], new: list[str]
) -> None:
    found = changes(" ".join(old), " ".join(new))
    assert [w for piece in found if piece.kind != "dropped" for w in words_of(piece.words)] == new
    assert [w for piece in found if piece.kind != "added" for w in words_of(piece.words)] == old


@given(st.lists(words.filter(lambda one: len(one) > 4), min_size=2, max_size=8), st.randoms())
def test_order_of_the_acts_changes_nothing(said: list[list[str]], chance) -> None:
    acts = [act(str(n), f"20{10 + n}-05-14", " ".join(one)) for n, one in enumerate(said)]
    expected = positions(acts), formulas(acts, {})
    chance.shuffle(acts)
    assert (positions(acts), formulas(acts, {})) == expected
