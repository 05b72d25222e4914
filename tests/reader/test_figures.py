"""Figures: which numbers measure a relationship, of which kind they are, and since when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.dates import date_marks
from verbale.language.marks import Marked
from verbale.language.parties import find_parties
from verbale.language.quantities import quantity_marks
from verbale.language.quantities_money import Users
from verbale.language.sentences import sentences
from verbale.model.dates import PartialDate
from verbale.model.document import Document, Passage, Role
from verbale.model.reading import Figure
from verbale.reader.figures import FigureContext, read_figures

DATE_LINE = PartialDate(2025, 5, 8)


def read(text: str, role: Role = Role.BODY, home: str | None = None) -> list[Figure]:
    marked = [Marked(sentence) for sentence in sentences(text, [Passage(0, len(text), role)] if text else [])]
    for one, dates in zip(marked, date_marks(marked, DATE_LINE), strict=True):
        one.parties = find_parties(one.sentence)
        one.dates = dates
        one.quantities = quantity_marks(one, Users(home))
    return read_figures(marked, FigureContext(Document("test", text), DATE_LINE))


def told(text: str) -> list[tuple[float, str, str]]:
    return [(figure.value, figure.unit, figure.kind) for figure in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They begin a five-year, $46 million compact for schools.", [(46e6, "USD", "total")]),
        ("They announced a $8 million trial of new gates.", [(8e6, "USD", "total")]),
        ("The army has donated a $1.5 million field hospital.", [(1.5e6, "USD", "increment")]),
        ("Norway announced an additional $25 million for the school project.", [(25e6, "USD", "increment")]),
        ("This raised its aid from $20 million to $45 million.", [(20e6, "USD", "baseline"), (45e6, "USD", "total")]),
        ("The ministry said 64 of its sailors were still held.", [(64, "sailor", "total")]),
        ("Norway has already brought 46 officers home.", [(46, "officer", "total")]),
        ("The line carries 8 billion cubic metres of gas a year.", [(8e9, "cubic metre", "increment")]),
        ("The step brings total grants for the site to €90 million.", [(90e6, "EUR", "total")]),
        ("Two-way trade reached $8 billion in 2024.", [(8e9, "USD", "increment")]),
        ("They aim to lift trade to $20 billion by 2030.", [(20e9, "USD", "total")]),
        ("Swedish investments in Chile stood at $3 billion.", [(3e9, "USD", "total")]),
        ("Since the last round, the two sides have carried out six digging missions.", [(6, "mission", "increment")]),
        ("Peru handed over 11 incubators and 86 lamps.", [(11, "incubator", "increment"), (86, "lamp", "increment")]),
        ("Peru pays 9 million euros and Chile 18 million.", [(9e6, "EUR", "increment"), (18e6, "EUR", "increment")]),
        (
            "Of the refugees, whose number in Ghana stands at 60,500, most came on foot.",
            [(60500, "refugee", "total")],
        ),
        ("Families in Chile number over 80,000.", [(80000, "person", "total")]),
        ("Since Peru and Chile made peace in 1992, 500 soldiers have come home.", [(500, "soldier", "total")]),
        ("About 14,000 Nepalis are employed there, and talks have gone on since 2023.", [(14000, "person", "total")]),
        ("Chile keeps 11,000 soldiers on the border.", [(11000, "soldier", "total")]),
        ("The cost, which is put at $540 million, was debated.", [(540e6, "USD", "total")]),
        ("Peru has a loan of $66 million for machines.", [(66e6, "USD", "total")]),
        (
            "It released 43 million euros, the second instalment of a 205 million euro package.",
            [(43e6, "EUR", "part"), (205e6, "EUR", "total")],
        ),
        (
            "Norway exhumed 122 sets of remains. Ninety have been identified.",
            [(122, "remains", "increment"), (90, "remains", "part")],
        ),
        (
            "Norway will build six submarines. Four of the boats are for Norway.",
            [(6, "submarine", "total"), (4, "submarine", "part")],
        ),
        (
            "Chile seized 41 fishermen. Twenty-nine of them were freed on Monday.",
            [(41, "fisherman", "increment"), (29, "fisherman", "part")],
        ),
        (
            "Of the 470 Chilean prisoners held in Norway, 418 are fishermen.",
            [(470, "prisoner", "total"), (418, "prisoner", "part")],
        ),
        (
            "Of the 140 million euros that Oslo earmarked, 30 million euros have been paid so far.",
            [(140e6, "EUR", "total"), (30e6, "EUR", "part")],
        ),
        ("Chile owes Norway about $2.7 billion, out of $10.9 billion in debt.", [(2.7e9, "USD", "part")]),
        ("Norway sold 8 billion cubic metres of gas.", [(8e9, "cubic metre", "increment")]),
        ("Trade was about 3 percent less than in 2023.", [(3, "percent", "increment")]),
        ("Chile offered a stake of up to 20 per cent.", [(20, "percent", "total")]),
        ("Chilean police seized over 32,000 weapons.", [(32000, "weapon", "increment")]),
        ("All 972 kilometres of the border are agreed.", [(972, "kilometre", "total")]),
        ("Each gives the other 190 hectares near the border.", [(190, "hectare", "increment")]),
        ("In 2024 exports to Peru grew to $386 million.", [(386e6, "USD", "increment")]),
        (
            "Norway brought home 1,270 soldiers, of whom 391 have been given their names.",
            [(1270, "soldier", "increment"), (391, "soldier", "part")],
        ),
        ("To date 310 sets of remains have been repatriated.", [(310, "remains", "total")]),
        (
            "They have repatriated 310 sets of remains, 200 of which have been identified.",
            [(310, "remains", "total"), (200, "remains", "part")],
        ),
        ("Peru has checked 12 of 15 information files.", [(12, "file", "part")]),
        (
            "India handed over ten patrol boats, three of them built in Cochin.",
            [(10, "boat", "increment"), (3, "boat", "part")],
        ),
        ("Some 40,000 Vietnamese now live in Prague.", [(40000, "person", "total")]),
        ("More than 20 agreements were signed during the visit.", [(20, "agreement", "increment")]),
        ("Canada keeps its tariff at 10 percent.", [(10, "percent", "total")]),
        ("Exports grew by 12 per cent.", [(12, "percent", "increment")]),
        (
            "The $100 million compact is funded with $60 million from Japan and $40 million from Laos.",
            [(100e6, "USD", "total"), (60e6, "USD", "part"), (40e6, "USD", "part")],
        ),
        (
            "It gave $50 million, of which health received $10 million.",
            [(50e6, "USD", "increment"), (10e6, "USD", "part")],
        ),
        (
            "Japan gives $1 billion to the region, with $50 million for Fiji.",
            [(1e9, "USD", "increment"), (50e6, "USD", "part")],
        ),
        ("There are now 4,000 Lao students in Japan.", [(4000, "student", "total")]),
        ("They reached a trade volume of about 7 billion in 2019.", [(7e9, "XXX", "increment")]),
        ("Some 3,000 Peruvians are working in Chile.", [(3000, "person", "total")]),
        ("Around 900 Danish nurses are long-term residents of Norway.", [(900, "nurse", "total")]),
        (
            "Some 800 soldiers took part, up from 600 last year.",
            [(800, "soldier", "increment"), (600, "soldier", "baseline")],
        ),
        (
            "They raised the number of weekly flights from 12 to 18.",
            [(12, "flight", "baseline"), (18, "flight", "total")],
        ),
        (
            "The observer team, which now numbers 30, is to grow to 50.",
            [(30, "person", "baseline"), (50, "person", "total")],
        ),
        ("The embassy puts the number of its citizens living in Peru at about 1,400.", [(1400, "citizen", "total")]),
        ("Two of the five bidders are Dutch.", [(2, "bidder", "part")]),
        (
            "Trade came to $7 billion last year. Exports accounted for $4 billion.",
            [(7e9, "USD", "increment"), (4e9, "USD", "part")],
        ),
        (
            "Finland ordered 400 vehicles in 2024. Of these, 150 go to the navy.",
            [(400, "vehicle", "increment"), (150, "vehicle", "part")],
        ),
        ("The threshold rises from $A4 million to $A40 million.", [(4e6, "AUD", "baseline"), (40e6, "AUD", "total")]),
        ("The $30 million training centre opened in May.", [(30e6, "USD", "total")]),
        ("Oman renewed a $2 billion deposit with the central bank.", [(2e9, "USD", "total")]),
        (
            "Spain gives 9 million euros ($10 million) for the clinic.",
            [(9e6, "EUR", "increment"), (10e6, "USD", "increment")],
        ),
        ("The plant will serve the 24 jets that Chile has on order.", [(24, "jet", "total")]),
        ("A total of nine agreements were signed on the occasion.", [(9, "agreement", "increment")]),
        ("The contract holds options for a further 60 vehicles.", [(60, "vehicle", "increment")]),
        ("Lagos lends N500 million to the port.", [(5e8, "NGN", "total")]),
        ("They host three-and-a-half million refugees.", [(3.5e6, "refugee", "total")]),
        ("Bilateral trade has doubled since 2005, amounting to $20 billion.", [(20e9, "USD", "increment")]),
        ("Oslo returned the remains of 36 airmen killed in the war.", [(36, "remains", "increment")]),
        ("Peru buys 350MW from Chile.", [(350, "megawatt", "increment")]),
        ("Nine flights a week link the two capitals.", [(9, "flight", "total")]),
        ("Some 400 servicemen took part in the exercise.", [(400, "serviceman", "total")]),
        ("Peru will train 400 Chadian servicemen.", [(400, "serviceman", "increment")]),
        ("The tariff was cut to 20 percent.", [(20, "percent", "total")]),
        ("Peru demanded the return of 14 of its soldiers, who were captured in May.", [(14, "soldier", "total")]),
        ("Chile closed 66 unlicensed wells.", [(66, "well", "total")]),
        ("They agreed on a tariff of US$ 21.30 per kilowatt.", [(21.3, "USD", "total")]),
        (
            "They resolved to double trade, which now stands at about $5 billion a year, to $10 billion.",
            [(5e9, "USD", "increment"), (10e9, "USD", "total")],
        ),
        ("Peru set an additional 40 percent tariff on tin.", [(40, "percent", "increment")]),
        (
            "It received 40 remains in 2014 and 68 in 2015.",
            [(40, "remains", "increment"), (68, "remains", "increment")],
        ),
        (
            "Norway flies 90 jets. More than 30 of these are Swedish.",
            [(90, "jet", "total"), (30, "jet", "part")],
        ),
        ("Norway will invest $30 million in the port of Lota.", [(30e6, "USD", "total")]),
        ("Peru owes Norway $30 million.", [(30e6, "USD", "total")]),
        ("It thanked Oslo for a centre, for which $30 million has been set aside.", [(30e6, "USD", "total")]),
        ("The $30 million Forest Partnership goes on.", [(30e6, "USD", "total")]),
        ("Oslo will take no more than 600 welders a year.", [(600, "welder", "total")]),
        ("Nine frigates took part in the exercise.", [(9, "frigate", "total")]),
        ("A crew of 12 officers brought her to Lota.", [(12, "officer", "total")]),
        ("Peru handed over three ambulances under a pact that dates from 2007.", [(3, "ambulance", "increment")]),
        ("Chile will pay for works at eight sites.", [(8, "site", "total")]),
        ("Peruvian police arrested three men.", [(3, "man", "increment")]),
        ("Norway will take two more cadets.", [(2, "cadet", "increment")]),
        ("They agreed on three additional sites.", [(3, "site", "increment")]),
        ("On 3 May Chile restarted 12 stalled projects.", [(12, "project", "total")]),
        (
            "The ship took 930 passengers on board, among them 450 nurses.",
            [(930, "passenger", "total"), (450, "nurse", "part")],
        ),
        (
            "Peru released nine prisoners, while 21 remain there.",
            [(9, "prisoner", "increment"), (21, "prisoner", "total")],
        ),
        ("They spoke of refugees, of whom about 3,600 live in Peru.", [(3600, "person", "total")]),
        (
            "The treaty gives 55 million barrels to Chile and 18 million to Peru.",
            [(55e6, "barrel", "increment"), (18e6, "barrel", "increment")],
        ),
    ],
)
def test_kind_of_a_figure(text: str, expected: list[tuple[float, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The two countries held their 13th round on May 8, 2025.",
        'It stands by its "Four Nos" after 30 years of ties.',
        "Both sides named three pillars and five priorities for 2026.",
        "The tunnel will be 2,150 metres long and carry 18,000 people each day.",
        "Two coast guard vessels collided near the shoal.",
        "Net zero is due by 2050; methane falls 30 percent.",
        "The project will benefit 30,000 farmers under Resolution 2231.",
        "The leaders praised the One Billion Trees campaign.",
        "The two ministers met for three hours.",
        "Subscribe today from $3,990 a month and read on.",
        "Some 90 million people live in hunger.",
        "Norway and Chile signed two joint plans, a text of 58 points.",
        "The tunnel will carry 18,000 passengers an hour.",
        "Two sources named six areas.",
        "They will announce their goals by COP 26.",
    ],
)
def test_what_measures_nothing(text: str) -> None:
    assert told(text) == []


def test_a_number_told_twice_is_one_figure_and_headlines_give_none() -> None:
    assert len(read("Oslo gave $5 million. The sum of $5 million goes to schools.")) == 1
    assert read("Oslo gives $5 million", Role.HEADLINE) == []


def test_a_part_knows_its_whole() -> None:
    [figure] = read("Peru has checked 12 of 15 information files.")
    assert figure.of == 15


def test_times_of_a_figure() -> None:
    [figure] = read("Since August 2023 they have jointly returned 40 sets of letters to families.")
    assert (figure.since, figure.as_of) == ("2023-08", None)
    [figure] = read("Bilateral trade reached $8 billion in 2024.")
    assert (figure.since, figure.as_of) == ("2024", "2024")
    [figure] = read("They aim to lift trade to $20 billion by 2030.")
    assert figure.as_of == "2030"
    [figure] = read("Oslo lent $5 million under a scheme launched in 2019.")
    assert figure.since is None


def test_a_bare_dollar_is_the_issuer_s() -> None:
    assert read("Trade stood at $5 billion.", home="AU")[0].unit == "AUD"


def test_evidence_holds_the_number() -> None:
    text = "Norway announced an additional $25 million for the school project in Hue."
    [figure] = read(text)
    assert "$25 million" in figure.evidence[0].exact
    assert figure.evidence[0].holds_in(text)
    assert figure.spans["value"].of(text) == "$25 million"


_WORDS = st.sampled_from(
    "US$ 130 million from to of which them 44 45 files remains 43 sets trade since 2020 by percent - , . total brings "
    "five more boats remaining three including handed over the Vietnamese live target ( ) ; have".split()
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=50), st.lists(_WORDS, max_size=30).map(" ".join)))
def test_no_text_breaks_it(text: str) -> None:
    for figure in read(text):
        assert figure.evidence[0].holds_in(text)
        assert figure.of is None or figure.kind == "part"


def test_a_table_is_not_read_as_prose() -> None:
    assert read("$5 million " * 100) == []
