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
        ("They identified the fields of wind and waves as areas for future cooperation.", ["agree CL+NO"]),
        ("The two sides identified areas of mutual interest.", ["report CL+NO"]),
        ("In the coming weeks, Norway and Chile will undertake domestic procedures.", ["plan CL+NO"]),
        ("Norway and Chile are exploring a new contract for gas.", ["report CL+NO"]),
        ("The two sides emphasized their commitment to the complete denuclearization of the gulf.", ["agree CL+NO"]),
        ("The ties between Norway and Chile have never been closer.", ["affirm CL+NO"]),
        ("We are committed, as foreseen by the Bergen Treaty, to train officers.", ["agree CL+NO"]),
        ("Hauge looks forward to meeting Foreign Minister Rojas on her visit.", ["plan NO"]),
        ("Hauge looks forward to working closely with Foreign Minister Rojas.", ["affirm NO"]),
        ("Norway and Chile will explore ways to protect whales.", ["agree CL+NO"]),
        ("Norway will raise the threshold for foreign investment.", ["commit NO"]),
        ("Hauge expressed deep regret at the loss of life in the floods.", ["affirm NO"]),
        ("Hauge expressed deep regret at the new tariffs.", ["object NO"]),
        ("Norway has made a donation to the museum in Valparaiso.", ["deliver NO"]),
        ("The ministers noted the bright prospects for trade.", ["affirm CL+NO"]),
        ("Both countries continue to support the work of the search commission.", ["affirm CL+NO"]),
        ("Both countries continue to reject violence at sea.", ["object CL+NO"]),
        ("Both countries continue to train officers.", ["report CL+NO"]),
        (
            "This visit afforded Norway an opportunity to reaffirm and deepen its commitment to train officers.",
            ["commit NO"],
        ),
        ("The two sides called for a just and lasting peace.", ["affirm CL+NO"]),
        ("The two sides called for the treaty to be put into practice.", ["request CL+NO"]),
        ("Chile declared a state of emergency in April 2023.", ["report CL"]),
        ("The joint task force will make proposals to the ministries.", ["agree CL+NO"]),
        ("The joint task force will map the routes of smugglers.", ["agree CL+NO"]),
        ("The new centre will foster trade.", ["affirm CL+NO"]),
        ("Norway and Chile are launching a joint fund for fisheries.", ["agree CL+NO"]),
        ("Norway and Chile are working to finalize the Ocean Agreement.", ["agree CL+NO"]),
        ("Norway and Chile are working towards concluding a treaty on cod this year.", ["agree CL+NO"]),
        ("Norway and Chile are working with fishermen.", ["report CL+NO"]),
        ("Norway and Chile agree that either side may close its ports.", ["agree CL+NO"]),
        ("The two ministers are delighted to celebrate the tenth anniversary of the treaty.", ["affirm CL+NO"]),
        ("The two ministers are pleased to have launched two programmes for teachers.", ["report CL+NO"]),
        ("The two ministers are happy that the fleets have signed the pact.", ["report CL+NO"]),
        ("The two ministers celebrated the strength of the partnership.", ["affirm CL+NO"]),
        ("The two ministers ordered their teams to draw up a plan.", ["agree CL+NO"]),
        ("They welcomed the visit of the fleet next month.", ["affirm CL+NO"]),
        ("The situation in the gulf remains of great concern to both ministers.", ["object CL+NO"]),
    ],
)
def test_what_both_sides_have_in_mind(sentence, acts):
    assert told(sentence) == acts


def test_a_preamble_holds_stances_of_all_who_are_named_at_its_head():
    text = """Norway and Chile,

Recognizing that ports have changed the lives of many, and that trade rests on them; and

Recalling the visit of the Crown Prince to Chile in 2019;

Understanding that cables need the care of experts.

The two countries intend to train officers.
"""
    assert told(text) == ["affirm CL+NO", "report CL+NO", "affirm CL+NO", "agree CL+NO"]


def test_who_says_i_and_we_in_a_speech_speaks_of_both():
    text = """Joint press conference of Norway and Chile

Government of Norway, 8 May 2024

FOREIGN MINISTER HAUGE: Thank you for coming. I have confirmed with Ana that we will train officers in both countries.

FOREIGN MINISTER ANA ROJAS OF CHILE: Thank you for having me in Oslo.
"""
    assert "agree CL+NO" in [f"{act.type} {'+'.join(act.actors)}" for act in read(Document("x", text)).acts]


def test_we_who_address_you_are_the_speakers_own_side():
    text = """Remarks by Foreign Minister Per Hauge of Norway and Foreign Minister Ana Rojas of Chile

Government of Norway, 8 May 2024

FOREIGN MINISTER HAUGE: We are glad to have you here in Oslo. As you know, we agreed to train officers together.

FOREIGN MINISTER ROJAS: We do appreciate your work for the safety of all.
"""
    told_by = [f"{act.type} {'+'.join(act.actors)}" for act in read(Document("x", text)).acts]
    assert told_by == ["affirm NO", "agree CL+NO", "appreciate CL"]
