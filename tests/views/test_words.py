"""Words in context, names, numbers, and Markdown that stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.model.evidence import quote
from verbale.model.reading import Engagement, Figure, Participant
from verbale.model.spelling import name_key
from verbale.views.amounts import amount, counted, number
from verbale.views.brief_markdown import escape
from verbale.views.context import excerpt
from verbale.views.emptiness import why_no_facts
from verbale.views.naming import occasion, when, where, who
from verbale.views.search import marks_in

EVIDENCE = (quote("words", "d", 0, 5),)


def figure(value, unit, **more):
    return Figure(value, unit, "total", "label", EVIDENCE, **more)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (figure(130e6, "USD"), "USD 130 million"),
        (figure(1_234_567, "EUR"), "EUR 1,234,567"),
        (figure(2.5e9, "JPY"), "JPY 2.5 billion"),
        (figure(300e6, "XXX"), "300 million"),
        (figure(740, "remains", of=994), "740 of 994 remains"),
        (figure(1, "mission"), "1 mission"),
        (figure(1, "file", of=45), "1 of 45 files"),
        (figure(12, "percent"), "12 percent"),
        (figure(0.25, "hectare"), "0.25 hectares"),
    ],
)
def test_amounts_are_written_as_people_write_them(given, shown):
    assert amount(given) == shown


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_is_never_shown_as_another(value):
    words = number(value)
    scales = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
    digits, _, scale = words.partition(" ")
    shown = float(digits.replace(",", "")) * scales.get(scale, 1)
    assert shown == pytest.approx(value, rel=1e-6, abs=1e-4)


def test_nouns_are_counted():
    assert [counted(n, 2) for n in ("country", "person", "box", "set of effects", "aircraft")] == [
        "countries", "people", "boxes", "sets of effects", "aircraft",
    ]  # fmt: skip


def test_names_of_meetings_and_people():
    meeting = Engagement("visit", EVIDENCE, place="Singapore", country="SG")
    assert (occasion(meeting), where(meeting)) == ("Visit", "Singapore")
    assert occasion(Engagement("dialogue", EVIDENCE, mechanism="Cyber Dialogue", round=22)) == "22nd Cyber Dialogue"
    assert where(Engagement("call", EVIDENCE)) == ""
    assert who(Participant("Ana Sousa", "PT", "Minister", "Admiral")) == "Admiral Ana Sousa (Minister, Portugal)"
    assert who(Participant("Ana Sousa")) == "Ana Sousa"
    assert (when(None), when("2024"), when("2024-05-01", "2024-05-03")) == (
        "undated",
        "2024",
        "2024-05-01 to 2024-05-03",
    )


def test_one_name_in_two_spellings():
    assert name_key("Defence Policy Dialogue") == name_key("DEFENSE POLICY DIALOGUE")
    assert name_key("Trade, Energy and Co-operation Talks") == name_key("Trade-Energy-Cooperation talks")
    assert name_key("Political, Security, and Defence Dialogue") != name_key("Defence Policy Dialogue")


@given(st.text(max_size=80), st.integers(0, 79), st.integers(1, 80))
def test_context_never_changes_the_words(text, start, length):
    end = min(len(text), start + length)
    if start >= end:
        return
    found = excerpt(text, quote(text, "d", start, end), reach=10)
    assert found.words.split() == text[start:end].split()
    assert "\n" not in found.before + found.words + found.after


def test_context_ends_with_the_paragraph_and_is_cut_between_words():
    text = "Headline\n\nAlpha beta gamma talks were held in Rabat yesterday evening.\nNext paragraph"
    start = text.index("talks")
    found = excerpt(text, quote(text, "d", start, start + 5), reach=12)
    assert (found.before, found.after) == ("…beta gamma ", " were held…")
    whole = excerpt(text, quote(text, "d", start, start + 5))
    assert (whole.before, whole.after) == ("Alpha beta gamma ", " were held in Rabat yesterday evening.")


@given(st.text(max_size=60))
def test_escaped_words_are_one_line_without_markup(words):
    safe = escape(words)
    assert "\n" not in safe
    bare = safe.replace("\\\\", "").replace("\\<", "").replace("\\[", "").replace("\\`", "").replace("\\*", "")
    assert not set("<[`*") & set(bare)


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=3))
def test_marks_lie_within_the_words(text, words):
    for start, end in marks_in(text, words):
        assert 0 <= start < end <= len(text)


def test_marks_begin_where_a_word_begins():
    assert marks_in("Retrade and trade", ["trade"]) == ((12, 17),)


class Head:
    def __init__(self, language, passages=()):
        self.language, self.passages = language, passages


def test_a_document_without_facts_gets_the_likeliest_reason():
    assert "not in English (fr)" in why_no_facts(Head("fr"))
    assert "No story was found" in why_no_facts(Head("en"))
    assert "no meeting, act, figure" in why_no_facts(Head("en-GB", ("a passage",)))
