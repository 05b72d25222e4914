"""What people type becomes filters, or an error that helps."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import UsageError
from verbale.views.asking import Request, day_of, filters_of, topic_of
from verbale.views.parties import party_code, party_name


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("VN", "VN"), ("vn", "VN"), ("Viet Nam", "VN"), ("the United States", "US"), ("USA", "US"), ("U.S.", "US"),
        ("  Côte   d'Ivoire ", "CI"), ("cote d'ivoire", "CI"), ("asean", "ASEAN"), ("European Union", "EU"),
        ("Republic of Korea", "KR"), ("UK", "GB"), ("XYZO", "XYZO"),
    ],
)  # fmt: skip
def test_a_party_is_known_by_code_and_by_name(words, code):
    assert party_code(words) == code


@pytest.mark.parametrize(("words", "hint"), [("Vietnm", "Vietnam (VN)"), ("Elbonia", "code"), ("", "code")])
def test_an_unknown_party_is_refused_with_a_hint(words, hint):
    with pytest.raises(UsageError) as error:
        party_code(words)
    assert hint.lower() in f"{error.value.hint}".lower() or "Did you mean" in error.value.hint


def test_every_code_leads_to_a_name_and_back():
    for code in ("US", "VN", "KR", "CD", "CG", "GB", "CI"):
        assert party_code(party_name(code)) == code


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("war-legacy", "war-legacy"),
        ("War legacies in general", "war-legacy"),
        ("military medicine", "military-medicine"),
    ],
)
def test_a_topic_is_known_by_id_and_by_name(words, topic):
    assert topic_of(words) == topic


def test_an_unknown_topic_names_what_there_is():
    with pytest.raises(UsageError, match="cyber"):
        topic_of("security")
    with pytest.raises(UsageError, match="The topics are: "):
        topic_of("qqqq")


@pytest.mark.parametrize("words", ["2024", "2024-08", "2024-08-26"])
def test_dates_are_years_months_or_days(words):
    assert day_of(words, "--after") == words


@pytest.mark.parametrize("words", ["soon", "2024-13", "2024-02-30", "26.8.2024", "2024/2025", "XXXX-03", "2024~"])
def test_what_is_no_date_is_refused(words):
    with pytest.raises(UsageError, match="--after"):
        day_of(words, "--after")


def test_a_period_may_be_one_month_said_twice_but_not_run_backwards():
    assert filters_of(Request(after="2024-08", before="2024")).after == "2024-08"
    with pytest.raises(UsageError, match="Swap"):
        filters_of(Request(after="2024-09", before="2024-08"))


def test_parties_may_be_repeated_or_joined():
    assert filters_of(Request(["us,vn"])) == filters_of(Request(["Vietnam", "US", "us"]))
    assert filters_of(Request()).limit is None


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_filters_or_a_usage_error(words):
    for request in (Request([words]), Request(topic=words), Request(after=words), Request(before=words)):
        with suppress(UsageError):
            assert filters_of(request).limit is None
