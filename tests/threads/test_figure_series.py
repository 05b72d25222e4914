"""Figures as series: what is one programme, what is one number, which sums add up, and how a series is drawn."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from figure_rows_made import rows, step
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.threads.figure_rows import FigureRow
from verbale.threads.figure_series import figure_series
from verbale.views.charts import series_chart, series_sparkline, sparkline

MILLION = 1_000_000


def test_one_programme_told_by_two_documents_is_one_series_and_adds_up() -> None:
    made = [*step("a", "2024-05-14", 20, 5, 25), *step("b", "2024-06-01", 20, 5, 25)]
    (series,) = figure_series(made)
    assert [(point.kind, point.value / MILLION, len(point.reports)) for point in series.points] == [
        ("baseline", 20, 2), ("increment", 5, 2), ("total", 25, 2),
    ]  # fmt: skip
    assert {(one.status, one.difference) for one in series.sums} == {("reconciled", 0)}
    assert series.points[0].before
    assert series.latest.value == 25 * MILLION


def test_a_total_of_one_document_is_the_baseline_of_the_next() -> None:
    made = [*step("a", "2024-05-14", 20, 5, 25), *step("b", "2025-05-14", 25, 7, 32)]
    (series,) = figure_series(made)
    assert [point.kind for point in series.points] == ["baseline", "increment", "total", "increment", "total"]
    assert [one.status for one in series.sums] == ["reconciled", "reconciled"]


def test_what_one_document_says_before_and_another_says_was_added_do_not_add_up() -> None:
    sentence = "A further 9 million for the Sines Container Pier brings the aid to 25 million."
    second = rows(
        "b", "2024-06-01", sentence, {"words": "A further 9 million", "value": 9 * MILLION, "kind": "increment"},
        {"words": "25 million", "value": 25 * MILLION},
    )  # fmt: skip
    (series,) = figure_series([*step("a", "2024-05-14", 20, 5, 25), *second])
    assert sorted((one.added[0].value / MILLION, one.status) for one in series.sums) == [
        (5, "reconciled"), (9, "mismatch"),
    ]  # fmt: skip


def test_less_than_was_added_is_a_gap_where_nobody_states_what_stood_before() -> None:
    first = rows("a", "2023-05-14", "The aid for the Sines Container Pier stands at 20 million.",
                 {"words": "20 million", "value": 20 * MILLION})  # fmt: skip
    second = rows(
        "b", "2024-06-01", "A further 4 million for the Sines Container Pier brings the aid to 25 million.",
        {"words": "A further 4 million", "value": 4 * MILLION, "kind": "increment"},
        {"words": "25 million", "value": 25 * MILLION},
    )  # fmt: skip
    (series,) = figure_series([*first, *second])
    ((status, difference),) = [(one.status, one.difference) for one in series.sums]
    assert (status, difference) == ("gap", MILLION)


def test_an_addition_and_a_total_in_different_documents_are_checked_too() -> None:
    said = [
        ("a", "2023-05-14", "The aid for the Sines Container Pier stands at 20 million.", "20 million", 20, "total"),
        ("b", "2024-02-01", "Portugal gives a further 5 million for the Sines Container Pier.", "5 million", 5,
         "increment"),
        ("c", "2024-06-01", "Aid of 25 million has reached the Sines Container Pier.", "25 million", 25, "total"),
    ]  # fmt: skip
    made = [
        row for name, day, sentence, words, value, kind in said
        for row in rows(name, day, sentence, {"words": words, "value": value * MILLION, "kind": kind})
    ]  # fmt: skip
    (series,) = figure_series(made)
    assert [one.status for one in series.sums] == ["reconciled"]


def test_copies_confirm_nothing() -> None:
    made = [*step("a", "2024-05-14", 20, 5, 25, origin="a"), *step("b", "2024-05-15", 20, 5, 25, origin="a")]
    (series,) = figure_series(made)
    assert [(len(point.reports), point.sources) for point in series.points] == [(2, 1)] * 3


def test_two_totals_for_one_day_are_rivals_and_bounds_are_not() -> None:
    def told(document: str, words: str, value: float) -> list[FigureRow]:
        sentence = f"Aid for the Sines Container Pier has reached {words}."
        return rows(document, "2024-05-14", sentence, {"words": words, "value": value * MILLION})

    (series,) = figure_series([*told("a", "25 million", 25), *told("b", "27 million", 27)])
    assert len(series.rivals) == 1
    (series,) = figure_series([*told("a", "more than 25 million", 25), *told("b", "27 million", 27)])
    assert series.rivals == ()
    assert {point.bound for point in series.points} == {"more than", ""}


def test_grants_that_a_sentence_lists_are_programmes_of_their_own() -> None:
    made = rows(
        "a", "2024-05-14", "Portugal gives 2 million, 5 million and 9 million to the Sines Container Pier.",
        *({"words": f"{n} million", "value": n * MILLION, "kind": "increment"} for n in (2, 5, 9)),
    )  # fmt: skip
    assert len(figure_series(made)) == 3


def test_two_candidates_mean_none() -> None:
    listed = [
        row for place, words in ((0, "5 million"), (100, "9 million"))
        for row in rows("a", "2024-05-14", f"Portugal gives {words} to the Sines Container Pier.",
                        {"words": words, "value": float(words[0]) * MILLION, "kind": "increment"}, place=place)
    ]  # fmt: skip
    later = rows("b", "2025-05-14", "Aid for the Sines Container Pier stands at 30 million.",
                 {"words": "30 million", "value": 30 * MILLION})  # fmt: skip
    assert sorted(len(one.points) for one in figure_series([*listed, *later])) == [1, 1, 1]


@pytest.mark.parametrize(
    "other",
    [
        {"parties": ("FR", "PT")},
        {"sentence": "A further 5 million for the Tangier Rail Bridge brings the aid to 25 million."},
        {"unit": "USD"},
    ],
    ids=["parties", "programme", "unit"],
)
def test_other_parties_programmes_and_units_are_other_series(other: dict[str, object]) -> None:
    parties = other.get("parties", ("MA", "PT"))
    sentence = str(other.get("sentence", "Aid for the Sines Container Pier stands at 33 million."))
    words = "33 million" if "33" in sentence else "25 million"
    second = rows("b", "2024-06-01", sentence, {"words": words, "value": float(words[:2]) * MILLION + 1,
                  "unit": other.get("unit", "EUR")}, parties=parties)  # type: ignore[arg-type]  # fmt: skip
    assert len(figure_series([*step("a", "2024-05-14", 20, 5, 25), *second])) == 2


def test_a_name_of_a_person_is_no_programme() -> None:
    first = rows("a", "2024-05-14", "Cordeiro spoke of 20 million for fish.", {"words": "20 million", "value": 2e7},
                 people=("cordeiro",))  # fmt: skip
    second = rows("b", "2024-05-15", "Cordeiro spoke of 30 million for roads.", {"words": "30 million", "value": 3e7},
                  people=("cordeiro",))  # fmt: skip
    assert len(figure_series([*first, *second])) == 2


def test_small_numbers_of_distant_years_are_two() -> None:
    said = "Divers returned eight sets of remains from the wreck of the Santa Luzia."
    number = {"words": "eight sets of remains", "value": 8, "unit": "remains", "kind": "increment"}
    (series,) = figure_series([*rows("a", "2021-05-14", said, number), *rows("b", "2024-05-14", said, number)])
    assert [point.first for point in series.points] == ["2021-05-14", "2024-05-14"]
    (series,) = figure_series([*rows("a", "2024-05-14", said, number), *rows("b", "2024-05-20", said, number)])
    assert [len(point.reports) for point in series.points] == [2]


def test_one_number_in_two_units_stays_two_series_that_know_of_each_other() -> None:
    first = rows("a", "2024-05-14", "Families received 43 sets of letters.",
                 {"words": "43 sets", "value": 43, "unit": "set", "kind": "increment"})  # fmt: skip
    second = rows("b", "2024-05-14", "Families received 43 files of letters.",
                  {"words": "43 files", "value": 43, "unit": "file", "kind": "increment"})  # fmt: skip
    one, other = figure_series([*first, *second])
    assert (one.told_as, other.told_as) == ((other.id,), (one.id,))


def test_a_part_goes_with_its_whole_and_gives_its_share() -> None:
    made = rows(
        "a", "2024-05-14", "Of 400 cases returned from the Santa Luzia 100 were named.",
        {"words": "400 cases", "value": 400, "unit": "remains"},
        {"words": "100 were named", "value": 100, "unit": "remains", "kind": "part", "of": 400},
    )  # fmt: skip
    (series,) = figure_series(made)
    assert series.points[-1].share == 25.0


amounts = st.integers(1, 400)


@settings(max_examples=25, deadline=None)
@given(st.lists(amounts, min_size=1, max_size=5), amounts, st.randoms(), st.integers(1, 3))
def test_true_steps_always_add_up_in_any_order_and_however_often_told(added, start, chance, copies) -> None:
    made: list[FigureRow] = []
    stands = start
    for number, more in enumerate(added):
        for copy in range(copies):
            made += step(f"{number}-{copy}", f"20{10 + number}-05-{14 + copy}", stands, more, stands + more)
        stands += more
    found = figure_series(made)
    assert all(one.status == "reconciled" for series in found for one in series.sums)
    assert sum(len(point.reports) for series in found for point in series.points) == len(made)
    chance.shuffle(made)
    assert figure_series(made) == found


@given(st.lists(st.floats(0, 1e12), max_size=30))
def test_a_sparkline_has_a_block_for_every_value(values: list[float]) -> None:
    assert len(sparkline(values)) == len(values)


def test_a_chart_tells_every_value_as_text() -> None:
    (series,) = figure_series(step("a", "2024-05-14", 20, 5, 25))
    chart = ElementTree.fromstring(series_chart(series))
    space = {"svg": "http://www.w3.org/2000/svg"}
    told = [one.text or "" for one in chart.findall("svg:text", space)]
    assert told[2::2] == ["EUR 20 million", "+EUR 5 million", "EUR 25 million"]
    title, desc = chart.find("svg:title", space), chart.find("svg:desc", space)
    assert title is not None
    assert desc is not None
    assert chart.get("role") == "img"
    assert str(chart.get("aria-labelledby")).split() == [title.get("id"), desc.get("id")]
    assert all(value in str(desc.text) for value in told[2::2])
    assert series_sparkline(series) == "▇█"


def test_a_chart_keeps_its_form_whatever_a_label_holds() -> None:
    made = rows("a", "2024-05-14", "<b>&\"'</b> 20 million", {"words": "20 million", "value": 2e7})
    (series,) = figure_series(made)
    ElementTree.fromstring(series_chart(series))
