"""Money, percentages and counts with their units; numbers that only name things are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.dates import date_marks
from verbale.language.marks import Marked, QuantityMark
from verbale.language.quantities import quantity_marks
from verbale.language.quantities_money import Users
from verbale.language.quantities_units import singular
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role


def read(text: str, home: str | None = None) -> list[tuple[str, QuantityMark]]:
    found = []
    all_marked = [Marked(sentence) for sentence in sentences(text, [Passage(0, len(text), Role.BODY)])]
    for marked, dates in zip(all_marked, date_marks(all_marked, None), strict=True):
        marked.dates.extend(dates)
        for mark in quantity_marks(marked, Users(home)):
            start, end = marked.span(mark)
            found.append((text[start:end], mark))
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It gave US$130 million.", 130e6, "USD"),
        ("It gave 130 million dollars.", 130e6, "USD"),
        ("It gave $4.5 billion.", 4.5e9, "USD"),
        ("It gave A$3.7 billion.", 3.7e9, "AUD"),
        ("It gave 600 million yen.", 600e6, "JPY"),
        ("It gave €500m in grants.", 500e6, "EUR"),
        ("It gave Rs 2,000 crore.", 2e10, "INR"),
        ("It gave Rs. 1.2 lakh.", 120000, "INR"),
        ("It gave 100 billion won.", 1e11, "KRW"),
        ("It gave VND 2 trillion.", 2e12, "VND"),
        ("It gave $ 83 million.", 83e6, "USD"),
        ("It gave N$3,4 billion.", 3.4e9, "NAD"),
        ("It gave Sh9.4 billion.", 9.4e9, "XXX"),
        ("It gave Q9.4 billion.", 9.4e9, "XXX"),
        ("They seized 800 pounds of powder.", 800, "pound"),
        ("It gave US$2.07 billion.", 2_070_000_000, "USD"),
        ("It gave $1.5bn.", 1.5e9, "USD"),
        ("It gave NT$5 billion.", 5e9, "TWD"),
        ("It gave RM7.53 billion.", 7.53e9, "MYR"),
        ("It gave RM 20 million.", 20e6, "MYR"),
        ("It gave PHP 2.5 billion.", 2.5e9, "PHP"),
        ("It gave USD130 million.", 130e6, "USD"),
        ("It gave 20 million euros.", 20e6, "EUR"),
        ("It gave 20 million Australian dollars.", 20e6, "AUD"),
        ("It gave half a million dollars.", 5e5, "USD"),
        ("It gave a $2-billion loan.", 2e9, "USD"),
        ("It gave R$3 million.", 3e6, "BRL"),
        ("It gave $10-15 billion.", 1e10, "USD"),
        ("Tariffs stay at 15 percent.", 15, "percent"),
        ("Tariffs stay at 12.5%.", 12.5, "percent"),
        ("Tariffs stay at a zero per cent rate.", 0, "percent"),
        ("They carried out four joint and unilateral digging missions.", 4, "mission"),
        ("They flew home eight sets of remains.", 8, "remains"),
        ("They gave back 43 sets of wartime letters.", 43, "set"),
        ("It ordered 96 AH-64 Apache helicopters.", 96, "helicopter"),
        ("It ordered a dozen patrol boats.", 12, "boat"),
        ("Forty-three files were verified.", 43, "file"),
        ("It sent 1,500 people.", 1500, "person"),
        ("It sent two hundred and five peacekeepers.", 205, "peacekeeper"),
        ("It sent 200-300 soldiers.", 200, "soldier"),
        ("It sent 16 million doses of vaccine.", 16e6, "dose"),
        ("It opened two customs offices.", 2, "office"),
        ("It donated three modern, fast boats.", 3, "boat"),
        ("It covers 7,000 hectares.", 7000, "hectare"),
        ("More than 600,000 Vietnamese live there.", 600000, "vietnamese"),
        ("It sent 15 000 tonnes of rice.", 15000, "tonne"),
        ("It took three more Peruvian cadets.", 3, "cadet"),
        ("It allows fourteen weekly flights.", 14, "flight"),
        ("The zone spans 340 sq. km of shore.", 340, "square kilometre"),
        ("It sells 900 million kilowatt-hours a year.", 900e6, "kilowatt-hour"),
        ("It ordered 24 F-35As.", 24, "aircraft"),
        ("It flies 62 F/A-18 Hornets.", 62, "aircraft"),
        ("It has 246 CV90s on order.", 246, "vehicle"),
        ("It buys two AP1000 units.", 2, "unit"),
        ("Nine crewmen went ashore.", 9, "crewman"),
        ("It caught 7,000 salmon.", 7000, "salmon"),
        ("Of these, 36,000 live on the islands.", 36000, ""),
        ("The two agreed to meet again.", 2, ""),
        ("It took 350 two years ago.", 350, ""),
        ("They paid SR1,300 a month.", 1300, "SAR"),
        ("They paid K620m for roads.", 620e6, "PGK"),
        ("Duties fell by 22pc.", 22, "percent"),
    ],
)
def test_a_quantity_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    (_, mark), *_others = read(text)
    assert mark.value == pytest.approx(value)
    assert mark.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "They met on May 8, 2025, for the 13th round.",
        "They took up Resolution 2231 and Article 5.",
        "The 2+2 talks dealt with the F-16 and COVID-19.",
        "It is a five-year plan under Executive Order No. 14257.",
        "They met at 10:30 a.m. in Room 12.",
        "Both sides have a hotline.",
    ],
)
def test_a_number_that_names_is_no_quantity(text: str) -> None:
    assert read(text) == []


def test_a_bare_sign_is_the_issuer_s_own_dollar() -> None:
    [(_, mark)] = read("Trade stood at $5 billion.", home="AU")
    assert mark.unit == "AUD"
    [(_, mark)] = read("Trade stood at US$5 billion.", home="AU")
    assert mark.unit == "USD"
    [(_, mark)] = read("Trade stood at 5 billion pesos.")
    assert mark.unit == "XXX"


def test_a_change_holds_two_quantities() -> None:
    found = read("It raised aid from $300 million to $430 million.")
    assert [mark.value for _, mark in found] == [300e6, 430e6]


@pytest.mark.parametrize("word", ["nearly", "more than", "at least", "about", "up to", "some"])
def test_approximations_are_kept(word: str) -> None:
    [(_, mark)] = read(f"It gave {word} $5 million.")
    assert mark.approximate


def test_singular() -> None:
    assert [singular(w) for w in ("committees", "agencies", "MoUs", "aircraft", "batches", "remains", "status")] == [
        "committee", "agency", "mou", "aircraft", "batch", "remains", "status",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It set $A5 million aside.", (5e6, "AUD")),
        ("It paid N5bn for it.", (5e9, "NGN")),
        ("It paid K20 million for it.", (20e6, "PGK")),
        ("It gave QAR1.5 million.", (1.5e6, "QAR")),
        ("It is a 300,000-strong community.", (300000, "person")),
        ("They number two-and-a-half million people.", (2.5e6, "person")),
    ],
)
def test_written_together(text: str, expected: tuple[float, str]) -> None:
    [(_, mark)] = read(text)
    assert (mark.value, mark.unit) == expected


def test_a_table_of_numbers_is_passed_over() -> None:
    assert read("1 2 3 " * 200) == []


_WORDS = st.sampled_from(
    "US$ $ 130 million billion 1,500 forty - three a dozen half hundred and of per cent % bn m Rs . RM7.53 to € "
    "200-300 sets remains boats yen USD 15 000 2+2 13th Vietnamese , crore F-16 R 5 / 1.2 99999999999999999999".split()
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=60), st.lists(_WORDS, max_size=25).map(" ".join), st.lists(_WORDS, max_size=12).map("".join)
    )
)
def test_no_text_breaks_it_and_spans_hold(text: str) -> None:
    for words, mark in read(text, "AU"):
        assert words.strip() == words
        assert mark.value >= 0


@pytest.mark.parametrize(
    ("text", "sides", "unit"),
    [
        ("It gave Rs 38 million.", ("IL", "NP"), "NPR"),
        ("It gave Rs 38 million.", ("JP", "KE"), "INR"),
        ("It gave Rs 38 million.", ("IN", "NP"), "XXX"),
        ("It gave 3 billion soms.", ("KG", "TJ"), "KGS"),
        ("It gave 3 million dollars.", ("AU", "ID"), "USD"),
        ("It gave Sh9.4 billion.", ("KE", "NO"), "KES"),
        ("It gave P12.5 million.", ("BW", "NA"), "BWP"),
    ],
)
def test_a_local_currency_is_that_of_the_one_side_that_uses_it(text: str, sides: tuple[str, ...], unit: str) -> None:
    (marked,) = [Marked(sentence) for sentence in sentences(text, [Passage(0, len(text), Role.BODY)])]
    assert [mark.unit for mark in quantity_marks(marked, Users(None, sides))] == [unit]
