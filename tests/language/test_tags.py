"""One tag a word: what context makes of words that can be two things."""

import pytest
from grammar_stage import marked, tagged
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language import tag_letters as t
from verbale.language.marks import Marked
from verbale.language.sentences import sentences
from verbale.language.tags import tag
from verbale.model.document import Passage, Role


@pytest.mark.parametrize(
    ("sentence", "word", "letter"),
    [
        # a noun or a verb
        ("The two sides support the project.", "support", t.FINITE),
        ("They welcomed the support of Norway.", "support", t.NOUN),
        ("Chile supports peaceful talks.", "supports", t.FINITE),
        ("The visits of ministers continue.", "visits", t.NOUN),
        ("Both sides stress the need for reform.", "need", t.NOUN),
        ("The parties need to talk.", "need", t.FINITE),
        ("They agreed to work on a plan.", "work", t.PLAIN),
        ("They praised the work of the panel.", "work", t.NOUN),
        ("Rojas hopes to visit Oslo.", "hopes", t.FINITE),
        ("Rojas voiced hopes for peace.", "hopes", t.NOUN),
        ("The ministers plan a new round.", "plan", t.FINITE),
        ("Norway will host the next round.", "host", t.PLAIN),
        ("The host thanked his guest.", "host", t.NOUN),
        ("We value this friendship.", "value", t.FINITE),
        # an adjective or a verb
        ("They discussed direct flights.", "direct", t.ADJECTIVE),
        ("They agreed to direct more aid to schools.", "direct", t.PLAIN),
        ("They share common interests and shared values.", "shared", t.ADJECTIVE),
        ("They pledged economic reform and improved financial rules.", "improved", t.ADJECTIVE),
        ("They include fresh and processed fruit.", "processed", t.ADJECTIVE),
        ("They praised the reef plan, put forward by Norway.", "put", t.PAST_PARTICIPLE),
        ("They launched a ship, dubbed Albatross, on Monday.", "dubbed", t.PAST_PARTICIPLE),
        ("The Chilean co-chairs stressed the value of trade.", "co-chairs", t.NOUN),
        ("This year marks a milestone for Norway.", "marks", t.FINITE),
        ("The negotiators meet again in Bergen in May.", "meet", t.FINITE),
        ("They want more trade in areas like gas and fish.", "like", t.PREPOSITION),
        ("Firms like to trade.", "like", t.FINITE),
        ("Officials in Oslo hope to receive Rojas soon.", "hope", t.FINITE),
        ("Norwegian and Chilean pilots already train together.", "train", t.FINITE),
        ("Iwata said she had condemned the launch, which was carried out in May.", "said", t.FINITE),
        ("Chile has long opposed the dam.", "long", t.ADVERB),
        ("Back home, Rojas will brief the senate.", "Back", t.ADVERB),
        ("They want secure, reliable and diversified supplies.", "diversified", t.ADJECTIVE),
        ("The ties are strong and produced results.", "produced", t.FINITE),
        ("They are wary of firms suspected of fraud.", "suspected", t.PAST_PARTICIPLE),
        ("They named three panels tasked with reform.", "tasked", t.PAST_PARTICIPLE),
        ("The parties intended to build a port.", "intended", t.FINITE),
        (
            "Fruit that cannot be grown, stored or naturally produced in Norway is imported.",
            "produced",
            t.PAST_PARTICIPLE,
        ),
        ("They face high costs, and lack of access to credit.", "lack", t.NOUN),
        ("Chile would open two stations.", "open", t.PLAIN),
        ("They agreed to open an office.", "open", t.PLAIN),
        ("They backed the commitment to open markets.", "open", t.ADJECTIVE),
        ("The expanded programme began.", "expanded", t.ADJECTIVE),
        ("Norway expanded the programme.", "expanded", t.FINITE),
        # participles
        ("The treaty signed in 2011 remains in force.", "signed", t.PAST_PARTICIPLE),
        ("The ministers signed a treaty.", "signed", t.FINITE),
        ("The results gained in 2020 were noted.", "gained", t.PAST_PARTICIPLE),
        ("The results gained since 2020 were noted.", "gained", t.PAST_PARTICIPLE),
        ("At the talks Rojas thanked Norway.", "thanked", t.FINITE),
        ("In a note issued on Monday the Chilean government condemned it.", "condemned", t.FINITE),
        ("The fund helped Chile build a port.", "build", t.PLAIN),
        ("A pact was signed by both ministers.", "signed", t.PAST_PARTICIPLE),
        ("Chile has signed the pact.", "signed", t.PAST_PARTICIPLE),
        ("He spoke of strengthening ties.", "strengthening", t.GERUND),
        ("The strengthening of ties continues.", "strengthening", t.NOUN),
        # that, to, since, both
        ("They agreed that trade must grow.", "that", t.SUBORDINATOR),
        ("They welcomed steps that improve trade.", "that", t.RELATIVE),
        ("At that meeting they agreed.", "that", t.DETERMINER),
        ("They agreed to meet.", "to", t.TO),
        ("He travelled to Oslo.", "to", t.PREPOSITION),
        ("Trade has doubled since the treaty entered into force.", "since", t.SUBORDINATOR),
        ("Trade has doubled since 2020.", "since", t.PREPOSITION),
        ("Both pledged to help.", "Both", t.PRONOUN),
        ("Both sides pledged to help.", "Both", t.DETERMINER),
        ("They discussed Norway's bid for the seat.", "bid", t.NOUN),
        ("They no longer see a threat.", "see", t.FINITE),
        ("More than 30 pacts have been signed.", "than", t.PREPOSITION),
        ("They fight illegal fishing at sea.", "fishing", t.NOUN),
        ("Firms building ports joined.", "building", t.GERUND),
        ("The initiative involves regular talks.", "involves", t.FINITE),
        ("They eased the illegal sanctions, Rojas said.", "sanctions", t.NOUN),
        # marks mask their words
        ("Foreign Minister Ana Rojas agreed.", "Minister", t.ENTITY),
        ("The Joint Working Group met.", "Working", t.NOUN),
        ("They met on 13 May 2024.", "May", t.DATE),
        ("Norwegian aid grew.", "Norwegian", t.ADJECTIVE),
        ("Norway granted NOK 40 million.", "million", t.NUMBER),
    ],
)
def test_a_word_in_its_context(sentence, word, letter):
    assert tagged(sentence)[word] == letter


def test_there_is_a_tag_for_each_word():
    sentence = marked("“We agree,” said Mr Hauge’s aide, ‘on 3.5% of it’ – U.S.-led, people-oriented & so on…")
    assert len(tag(sentence)) == len(sentence.sentence.tokens)
    assert all(tag(sentence))


@settings(max_examples=100)
@given(st.text(max_size=120))
def test_any_text_is_tagged(text):
    for sentence in sentences(text, [Passage(0, len(text), Role.BODY)] if text else []):
        letters = tag(Marked(sentence))
        assert len(letters) == len(sentence.tokens)
        assert all(letters)
