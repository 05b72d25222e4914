"""Verb groups: lemma, tense, voice, and what belongs to them."""

import pytest
from grammar_stage import parsed

from verbale.language.predicates import Predicate


def group(sentence: str, lemma: str) -> Predicate:
    found = [p for p in parsed(sentence).predicates if p.lemma == lemma]
    assert found, [p.lemma for p in parsed(sentence).predicates]
    return found[0]


@pytest.mark.parametrize(
    ("sentence", "lemma", "tense", "passive"),
    [
        ("The ministers signed a treaty.", "sign", "past", False),
        ("The ministers sign a treaty.", "sign", "present", False),
        ("The ministers have signed a treaty.", "sign", "perfect", False),
        ("The ministers had signed a treaty.", "sign", "pluperfect", False),
        ("The ministers will sign a treaty.", "sign", "future", False),
        ("The ministers would sign a treaty.", "sign", "would", False),
        ("The ministers should sign a treaty.", "sign", "modal", False),
        ("A treaty was signed by the ministers.", "sign", "past", True),
        ("A treaty has been signed.", "sign", "perfect", True),
        ("A treaty will be signed in June 2025.", "sign", "future", True),
        ("A treaty is to be signed in Oslo.", "sign", "future", True),
        ("Norway is going to defend the port.", "defend", "future", False),
        ("The next round is to be held in Santiago.", "hold", "future", True),
        ("The ministers are to meet in Santiago.", "meet", "future", False),
        ("The pact has yet to take effect.", "take", "perfect", False),
        ("Norway will continue to support the fund.", "continue", "future", False),
        ("They went on to discuss fisheries.", "discuss", "past", False),
        ("Rojas would like to thank Norway.", "thank", "present", False),
        ("Rojas took this opportunity to thank Norway.", "thank", "past", False),
        ("We are pleased to announce a new fund.", "announce", "present", False),
        ("Also discussed were fisheries and trade.", "discuss", "past", True),
        ("Norway has, since August 2020, been given access.", "give", "perfect", True),
        ("Norway has in recent years hosted many students.", "host", "perfect", False),
        ("They carried out three projects.", "carry-out", "past", False),
        ("They exchanged views on trade.", "exchange-views", "past", False),
        ("Rojas called on Norway to act.", "call-on", "past", False),
        ("They took note of the report.", "note", "past", False),
        ("They reached an agreement on trade.", "agree", "past", False),
        ("Rojas paid tribute to Norway.", "praise", "past", False),
        ("Norway is providing aid.", "provide", "present", False),
    ],
)
def test_a_verb_group(sentence, lemma, tense, passive):
    found = group(sentence, lemma)
    assert (found.tense, found.passive) == (tense, passive)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile did not sign the treaty.",
        "Chile has never signed the treaty.",
        "Chile will not sign the treaty.",
        "Chile has yet to sign the treaty.",
        "Chile doesn't sign the treaty.",
        "Chile won’t sign the treaty.",
        "Chile cannot sign the treaty.",
        "Chile hasn't signed the treaty.",
    ],
)
def test_what_is_not_so_is_negated(sentence):
    assert group(sentence, "sign").negated


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Chile will also actively support the fund.", "will also actively support"),
        ("The round was jointly chaired by both ministers.", "was jointly chaired"),
        ("They looked forward to the next round.", "looked forward"),
    ],
)
def test_a_group_holds_its_adverbs_and_particles(sentence, words):
    tokens = parsed(sentence).words
    groups = [" ".join(t.text for t in tokens[p.first : p.last]) for p in parsed(sentence).predicates]
    assert any(group.endswith(words) for group in groups), groups


def test_refusing_to_speak_is_not_speaking():
    assert group("Rojas declined to comment on the pact.", "comment").negated
    assert group("Rojas refused to say more.", "say").negated
    assert not group("Rojas refused to sign the pact.", "refuse").negated


def test_wishing_to_build_is_no_courtesy():
    assert group("Norway wants to build a port.", "want").tense == "present"
    assert group("Norway wishes to thank Chile.", "thank").tense == "present"
