"""What one government's own texts say of visits and occasions: its assessment, not the guest's deed."""

import pytest

from verbale.model.document import Document
from verbale.reader.rules import read

HEAD = """Visit to Chile

Prime Minister of Norway, 8 May 2024

I will meet the President of Chile, Ana Rojas, in Santiago on 14 May 2024.

"""


def told(sentence):
    acts = read(Document("x", HEAD + sentence + "\n")).acts
    return [f"{act.type} {'+'.join(act.actors)}" for act in acts if act.evidence[0].start >= len(HEAD)]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("Mrs Rojas's visit to Oslo is a valuable opportunity to discuss our work on fisheries.", ["affirm NO"]),
        ("The visit will provide an opportunity to discuss the peace process.", ["affirm NO"]),
        ("It is fitting that Chile should be the destination of my first visit.", ["affirm NO"]),
        ("It was an honour to welcome President Rojas to our two parliaments.", ["affirm NO"]),
        ("Mrs Rojas's visit was especially significant for the far north.", ["affirm NO"]),
        ("In 2022 our exports to Chile grew to NOK 386 million.", ["report CL+NO"]),
        ("My trip to Santiago was another step towards closer ties between Norway and Chile.", ["affirm NO"]),
    ],
)
def test_occasions_are_the_view_of_the_government_that_speaks(sentence, acts):
    assert told(sentence) == acts
