"""Forms of verbs and the frames that list them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.language.spelling import key
from verbale.language.verbs import gerund, regular_past, third_person, verb
from verbale.model.vocabulary import load
from verbale.reader.acts.frames import CLASSES

FRAMES = load("verb-frames")
PHRASAL = set(load("verbs")["phrasal"].values())
LISTS = (*CLASSES, "purposes", "events", "assessing", "ongoing")
LEMMAS = sorted({lemma for name in LISTS for lemma in FRAMES[name]} - {"be", "have"})  # those two are closed classes


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("reaffirmed", "reaffirm"), ("held", "hold"), ("met", "meet"), ("signing", "sign"), ("agreeing", "agree"),
        ("initialled", "initial"), ("favours", "favor"), ("centred", "center"),
        ("carries", "carry"), ("pledges", "pledge"), ("planned", "plan"), ("planning", "plan"), ("committed", "commit"),
        ("committing", "commit"), ("underwent", "undergo"), ("paid", "pay"), ("told", "tell"), ("sought", "seek"),
        ("undertook", "undertake"), ("oversaw", "oversee"),
        ("withheld", "withhold"), ("shook", "shake"),
        ("forging", "forge"), ("discusses", "discuss"), ("conveys", "convey"),
        ("echoed", "echo"), ("tying", "tie"), ("seeing", "see"), ("hailing", "hail"), ("submitted", "submit"),
        ("transferred", "transfer"), ("leading", "lead"), ("led", "lead"), ("re-emphasised", "emphasize"),
        ("recognised", "recognize"), ("welcoming", "welcome"), ("withdrew", "withdraw"), ("chose", "choose"),
    ],
)  # fmt: skip
def test_a_form_leads_to_its_verb(form, lemma):
    found = verb(key(form))
    assert found is not None
    assert found.lemma in {lemma, f"re{lemma}"}


@pytest.mark.parametrize("word", ["hanoi", "minister", "peace", "bilateral", "december", "the", "of", ""])
def test_what_is_no_verb(word):
    assert verb(word) is None


def test_words_that_are_as_often_nouns_are_marked_so():
    for word in ("support", "visit", "visits", "talks", "need", "work", "hope"):
        found = verb(word)
        assert found is not None, word
        assert found.nounlike, word
    for word in ("agree", "supported", "reaffirms"):
        found = verb(word)
        assert found is not None, word
        assert not found.nounlike, word


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12))
def test_inflections_of_any_word(lemma):
    assert third_person(lemma).endswith("s")
    assert regular_past(lemma).endswith("ed")
    assert gerund(lemma, regular_past(lemma)).endswith("ing")


@pytest.mark.parametrize("lemma", LEMMAS)
def test_every_verb_of_a_frame_is_a_verb(lemma):
    found = verb(key(lemma))
    assert lemma in PHRASAL or (found is not None and key(found.lemma) == key(lemma))


def test_nouns_and_adjectives_of_the_frames_are_keys():
    groups = [*FRAMES["nouns"].values(), *FRAMES["adjectives"].values()]
    words = [word for group in groups for word in group]
    things = [word for text in (*FRAMES["things"].values(), FRAMES["deeds"]) for word in text.split()]
    assert [word for word in (*words, *things) if key(word) != word] == []


@pytest.mark.parametrize("name", ["nouns", "adjectives"])
def test_no_word_makes_two_acts(name):
    group_of: dict[str, str] = {}
    twice = []
    for act, words in FRAMES[name].items():
        twice += [(word, group_of[word], act) for word in words if group_of.setdefault(word, act) != act]
    assert twice == []


@pytest.mark.parametrize("name", CLASSES)
def test_no_frame_lists_a_verb_twice(name):
    lemmas = FRAMES[name]
    assert sorted({lemma for lemma in lemmas if lemmas.count(lemma) > 1}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("thank", "object"), ("ask", "object"), ("deliver", "object"), ("sign", "object"), ("offer", "object"),
     ("undertake", "object"), ("back", "object"), ("discuss", "sign"), ("discuss", "thank"), ("ask", "offer"),
     ("ask", "sign"), ("deliver", "sign"), ("thank", "ask"), ("plan", "thank")],
)  # fmt: skip
def test_no_verb_stands_in_frames_that_exclude_each_other(one, other):
    assert set(FRAMES[one]) & set(FRAMES[other]) == set()
