"""The verb of sentences in which every word could be a noun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.language.tag_letters import FINITE, NOUN
from verbale.language.tag_rescue import rescue
from verbale.language.tokens import tokens
from verbale.model.document import Document
from verbale.reader.acts.read import read_acts
from verbale.reader.setting import set_scene

HEAD = """Norway and Chile hold talks

Government of Norway, 8 May 2024

Foreign Minister Ana Rojas of Chile met Norwegian Foreign Minister Per Hauge in Oslo on 7 May 2024.

"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Norwegian Government supports a network of schools.", ["affirm"]),
        ("Norway’s Plan to Prevent Floods reached over 25 million people through schools.", ["report"]),
        ("Smugglers crossing our common border continue to cause harm to villages.", ["report"]),
        ("The new fund, created in 2012, reaches a total of 74 million dollars.", ["report"]),
        ("The study helps to use energy better.", ["affirm"]),
        ("Closer work on fish stocks in the far north.", []),
        ("Support for the Third Symposium on Ferries in Bergen.", []),
    ],
)
def test_a_word_that_can_be_a_noun_is_the_verb_where_there_is_no_other(sentence, told):
    acts = read_acts(set_scene(Document("x", HEAD + sentence + "\n")))
    assert [act.type for act in acts if act.evidence[0].start >= len(HEAD)] == told


@given(st.lists(st.sampled_from("The two states mark fish a supports plans reached 25 .".split()), min_size=1))
def test_at_most_one_word_becomes_a_verb(words):
    text = " ".join(words)
    found = tuple(tokens(text, 0, len(text)))
    tags = [NOUN] * len(found)
    rescue(found, tags)
    assert tags.count(FINITE) <= 1
