"""What texts of both sides say of frameworks, fields of work, bodies and steps soon to come."""

import pytest

from verbale.model.document import Document
from verbale.reader.rules import read

HEAD = """Joint Statement of Norway and Chile

Government of Norway, 8 May 2024

Foreign Minister Ana Rojas of Chile met Norwegian Foreign Minister Per Hauge in Oslo on 7 May 2024.

"""


def told(sentence):
    acts = read(Document("x", HEAD + sentence + "\n")).acts
    return [f"{act.type} {'+'.join(act.actors)}" for act in acts if act.evidence[0].start >= len(HEAD)]


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("The Ocean Framework reaffirmed our commitment to train coast guards on both shores.", ["agree CL+NO"]),
        ("The visit underscored the importance of the northern sea route.", ["affirm CL+NO"]),
        ("Both countries value their engagement with ASEAN.", ["affirm CL+NO"]),
        ("The two sides identified wind and waves as areas for future cooperation.", ["agree CL+NO"]),
        ("The two sides identified areas of mutual interest.", ["report CL+NO"]),
        ("In the coming weeks, Norway and Chile will undertake domestic procedures.", ["plan CL+NO"]),
        ("Norway and Chile are exploring a new contract for gas.", ["report CL+NO"]),
        ("Norway and Chile are launching a joint fund for fisheries.", ["agree CL+NO"]),
    ],
)
def test_what_both_sides_have_in_mind(sentence, acts):
    assert told(sentence) == acts
