"""Acts as news stories tell them, in the words of reporters."""

from __future__ import annotations

import pytest
from news_stage import acts

from verbale.model.document import Document
from verbale.reader.acts.read import read_acts
from verbale.reader.setting import set_scene

CASES = {
    "done by somebody": [
        ("The step was welcomed by Rojas.", ["appreciate CL Ana Rojas"]),
        ("The deal was hailed by Norway.", ["appreciate NO"]),
        ("More places were promised by Hauge.", ["commit NO Per Hauge"]),
        ("The ban was described by Rojas as unfair.", ["object CL Ana Rojas"]),
        ("The men were turned over by the Norwegian coast guard.", ["deliver NO"]),
    ],
    "announced, met and evinced": [
        ("Norway, which builds ships, will train Chilean crews from January 2025, it was announced.", ["plan NO"]),
        ("It was a long day, it was agreed.", ["agree CL+NO"]),
        (
            "Norway evinced interest in the port, and proposed that the panel be convened in June.",
            ["offer NO", "request NO"],
        ),
        ("Hauge was received by President Kofi Addo of Ghana. The two discussed cod.", ["discuss GH+NO"]),
        ("Chile and Norway voiced gratitude for the role of Peru.", ["appreciate CL+NO"]),
        ("Chile and Norway voiced gratitude for the good catch.", ["report CL+NO"]),
        ("Notes on the loan were exchanged after the meeting.", ["sign CL+NO"]),
        ("The Kingdom offered a ship.", ["offer NO"]),
        ("The United Kingdom offered a ship.", ["offer GB"]),
    ],
    "said of what stands before": [
        ("Two of the ships need repairs, which Norway has offered to pay for.", ["offer NO"]),
        ("Rojas met Hauge, whom she urged to lift the ban.", ["request CL Ana Rojas"]),
        ("Rojas met the King, to whom she expressed the wish for a longer season.", ["request CL Ana Rojas"]),
        ("The treaty covers the boats that Norway had asked for.", []),
    ],
    "told to do": [
        ("Rojas pressed her host to lift the ban.", ["request CL Ana Rojas"]),
        ("Rojas told Hauge to free the ships.", ["request CL Ana Rojas"]),
        ("Rojas prodded Oslo to act against illegal boats.", ["request CL Ana Rojas"]),
        ("Rojas told reporters that talks would resume.", ["affirm CL Ana Rojas"]),
        ("Norway named Admiral Berg to carry on the talks.", ["commit NO"]),
        ("Chile took Norway to court over the nets.", ["object CL"]),
        ("Chile lodged a complaint against the ban.", ["object CL"]),
    ],
    "occasions used": [
        ("Rojas took the occasion to ask that the ban be lifted.", ["request CL Ana Rojas"]),
        ("Rojas used her speech to thank Norway for the ships.", ["appreciate CL Ana Rojas"]),
        ("Hauge used the visit to announce a fund of 40 million dollars for ports.", ["commit NO Per Hauge"]),
    ],
    "over the years": [
        ("Norway has led the patrol since 2017.", ["report NO"]),
        ("Chile first took part in the exercise in 2009.", ["report CL"]),
        ("The two sides have held talks every January.", ["report CL+NO"]),
        ("The exercise has taken place every third year since 1987.", ["report CL+NO"]),
        ("Norway has yet to reply.", ["report NO"]),
        ("Norway has yet to ratify the treaty.", ["report NO"]),
    ],
    "in the gift of a government": [
        ("Hauge said employers would pay for the flights.", ["commit NO Per Hauge"]),
        ("Hauge said new loans would not be tied to fish any more.", ["commit NO Per Hauge"]),
        ("Hauge said the boats would be released once the fine was paid.", ["affirm NO Per Hauge"]),
        ("Hauge said the quota would ease tensions.", ["affirm NO Per Hauge"]),
    ],
    "institutions": [
        ("The Storting approved the sum.", ["report NO"]),
        ("In Oslo, officials rejected the claim.", ["object NO"]),
        ("The Chilean Navy and the Norwegian Navy agreed to share data.", ["agree CL+NO"]),
        (
            "The Norwegian Polar Institute (NPI) and the Chilean Antarctic Institute agreed to share data.",
            ["agree CL+NO"],
        ),
    ],
    "seats of government": [
        ("Officials in Oslo hinted that the ban would be lifted.", ["commit NO"]),
        ("The opposition in Oslo has criticised the deal.", ["object NO"]),
    ],
    "refused": [
        ("Hauge ruled that out.", ["object NO Per Hauge"]),
        ("Rojas said no.", ["object CL Ana Rojas"]),
    ],
    "what a text says": [
        ("The agreement provides for joint patrols.", ["agree CL+NO"]),
        ("The letter names three areas of cooperation: cod, herring and salmon.", ["agree CL+NO"]),
        ("The plan goes back to a declaration of 2018.", ["report CL+NO"]),
        ("The treaty runs out in May.", ["report CL+NO"]),
        ("The meeting goes back to talks in Bergen.", []),
    ],
    "what somebody finds": [
        ("Hauge said that the meeting had been a success.", ["affirm NO Per Hauge"]),
        ('"The buyers have set the price," Rojas said.', ["affirm CL Ana Rojas"]),
        ("Hauge noted that port calls had become more frequent.", ["report NO Per Hauge"]),
    ],
    "one side's part of a deal": [
        ("Samples from the nets will be examined in Oslo.", ["commit NO"]),
        ("Twelve posts will be equipped at the expense of Chile.", ["commit CL"]),
        ("Under the agreement, Chile will be allowed to use three ports.", ["agree CL+NO"]),
        ("Under the deal, Norway will provide 40 boats.", ["commit NO"]),
        ("Under the deal, boats may land in Bergen, Hauge told reporters.", ["agree CL+NO"]),
        ("Will the quarrels stop?", []),
    ],
    "told by halves": [
        ('"What we need is a longer season," Rojas said.', ["request CL Ana Rojas"]),
        ("What Chile asked for was a longer season.", ["request CL"]),
        ("What the two sides agreed on is that the herring must be spared.", ["agree CL+NO"]),
        ('"It is time to lift the ban," Rojas said.', ["request CL Ana Rojas"]),
        ("Trade was discussed. So was the price of cod.", ["discuss CL+NO", "discuss CL+NO"]),
        ("Whales were also on the agenda.", ["discuss CL+NO"]),
        ("Whales were not on the agenda.", []),
    ],
    "drawn from the other side": [
        ("Rojas won a promise from Norway to lift the ban.", ["commit NO"]),
        ("Chile secured a pledge from Hauge of 40 patrol boats.", ["commit NO Per Hauge"]),
        ("Rojas obtained the release of seven Chilean fishermen.", ["deliver NO"]),
    ],
    "spoken": [
        ('"We thank our hosts," Rojas said.', ["appreciate CL Ana Rojas"]),
        ('"Let us talk again in May," Hauge said.', ["request NO Per Hauge"]),
        ('"Our door remains open," said Hauge.', ["offer NO Per Hauge"]),
        ('"We cannot accept that," Rojas said.', ["object CL Ana Rojas"]),
    ],
    "phrases of undertaking and refusing": [
        ("Rojas was unimpressed.", ["object CL Ana Rojas"]),
        ("Hauge shrugged off the criticism.", ["object NO Per Hauge"]),
        ("Hauge held out the prospect of a longer season.", ["offer NO Per Hauge"]),
        ("The ministers gave the go-ahead for a joint patrol.", ["agree CL+NO"]),
        ("The ministers settled on a quota of 40,000 tonnes.", ["agree CL+NO"]),
        ("The ministers fixed the quota at 40,000 tonnes.", ["agree CL+NO"]),
        ("Norway recalled its ambassador.", ["object NO"]),
        ("Norway has lent Chile 40 million dollars.", ["deliver NO"]),
        ("Rojas was pleased with the offer.", ["appreciate CL Ana Rojas"]),
    ],
    "founding, looking on, keeping silent": [
        ("The fisheries commission was established in 2018.", []),
        ("The exercise was first held in 1999.", []),
        ("The panel was set up under the agreement of 3 May 2004.", ["report CL+NO"]),
        ("The deal was announced in Oslo on Monday by the two ministers.", []),
        ("Rojas and Hauge inspected a new dam.", []),
        ("Rojas laid a wreath at the sailors' grave.", []),
        ("It was the panel's first meeting since 2012.", []),
        ("Neither side released the text.", []),
        ("Hauge made no mention of the ban.", []),
    ],
    "received, exchanged, paid, held": [
        ("Chile has received 20 drones worth 3 million dollars from Oslo.", ["deliver NO"]),
        ("Norway has received 37 of the 52 jets that it is buying.", ["report NO"]),
        ("Chile and Norway exchanged the agreement on ports.", ["sign CL+NO"]),
        ("Six memoranda of understanding were also exchanged.", ["sign CL+NO"]),
        ("Norway bears 14 million dollars of the cost.", ["commit NO"]),
        ("Norway holds the chair of the fisheries council.", ["report NO"]),
        ("Norway flies 62 aircraft.", ["report NO"]),
        ("A thorough exchange of views was held on fish.", ["discuss CL+NO"]),
        ("In this context both ministers commended the fishermen.", ["report CL+NO"]),
        ("No result was achieved on whales.", ["report CL+NO"]),
        ("President Luis Prado of Peru has been asked to attend.", ["request CL+NO"]),
    ],
    "plans and quarrels": [
        ("Hauge unveiled a plan to double the quota.", ["commit NO Per Hauge"]),
        ("The next round will be in Lima.", ["plan CL+NO"]),
        ("The two sides remain far apart on cod.", ["report CL+NO"]),
        ("Both sides are still at odds over cod.", ["report CL+NO"]),
    ],
    "voices of no side": [
        ("Debt will swallow half of the budget of Chile, said Nora Vik of the bank Nordfjord.", []),
        ("Trade came to 40 million dollars, bank data showed.", ["report CL+NO"]),
    ],
    "reported, of both": [
        ("A letter of intent was signed in Bergen on 12 May, the Norwegian navy disclosed.", ["sign CL+NO"]),
        ("Hauge announced that the terms of the licence had been agreed.", ["agree CL+NO"]),
        ("Among the 15 documents signed by the two governments were treaties on ports.", ["sign CL+NO"]),
    ],
    "denied, abstained, welcomed, paid": [
        ("Norway denied seeking a base in the islands.", ["affirm NO"]),
        ("Hauge denied that the pact was aimed at Peru.", ["affirm NO Per Hauge"]),
        ("Hauge denied the report.", ["object NO Per Hauge"]),
        ("Norway will not interfere in the talks.", ["commit NO"]),
        ("Norway would welcome Chilean captains, Hauge said.", ["offer NO Per Hauge"]),
        ("Norway will invest 40 million dollars in ports by 2026.", ["commit NO"]),
    ],
    "expected, wished, negotiated": [
        ("Chile expects growth of 3 percent in 2025.", ["affirm CL"]),
        ("Chile expects to host the next round in May.", ["plan CL"]),
        ("The ministers wished peace and prosperity to both peoples.", ["affirm CL+NO"]),
        ("Chile is negotiating for the purchase of 40 boats.", ["report CL"]),
        ("Norway has not taken up that offer.", ["report NO"]),
        ("The forces of the two countries operate under a treaty of 2012.", ["report CL+NO"]),
    ],
    "verbs of several words": [
        ("Rojas held out for a longer season.", ["request CL Ana Rojas"]),
        ("The sides also spoke out for mutual support at sea.", ["affirm CL+NO"]),
        ("Rojas and Hauge put their names to the treaty.", ["sign CL+NO"]),
        ("Oslo too welcomed the move.", ["appreciate NO"]),
        ("Oslo, on the other hand, had pressed for a longer season.", ["request NO"]),
    ],
    "judged": [
        ("Rojas described the offer as generous.", ["appreciate CL Ana Rojas"]),
        ("Rojas called the outcome timid.", ["object CL Ana Rojas"]),
        ("Hauge was critical of the ban.", ["object NO Per Hauge"]),
        ("Hauge had no objection to the plan.", ["affirm NO Per Hauge"]),
    ],
    "set phrases inside a verb": [
        ("Norway has so far trained 40 Chilean officers.", ["report NO"]),
        ("Norway had by then trained 40 officers.", ["report NO"]),
    ],
    "came about": [
        ("The agreement was reached at the ninth meeting of the committee, which ended in Bergen on Sunday.", []),
        ("The decisions were announced after the two ministers had met.", []),
        ("An agreement on the counting of boats was also reached.", ["agree CL+NO"]),
    ],
    "ties raised": [
        ("The two ministers raised their ties to a strategic partnership.", ["agree CL+NO"]),
    ],
    "not asked": [
        ('"We did not ask for a discount," Rojas said.', ["affirm CL Ana Rojas"]),
    ],
    "terms of a deal": [
        ("Under the deal, nets will be returned within 14 days.", ["agree CL+NO"]),
        ("Under the terms of the agreement, nobody may be held at sea for more than a day.", ["agree CL+NO"]),
        ("Boats and engines are to be returned to their owners.", ["agree CL+NO"]),
        ("Under the treaty of 1974, the fisheries were shared by both countries.", ["report CL+NO"]),
    ],
    "assured": [
        ("The remaining boats will be released by Friday, Hauge assured his hosts.", ["commit NO Per Hauge"]),
        ("Hauge assured Rojas that the nets would be handed back.", ["commit NO Per Hauge"]),
        ("Hauge assured Rojas that the treaty was in force.", ["affirm NO Per Hauge"]),
    ],
    "turns of phrase": [
        ("Norway is putting another 12 million dollars into Chilean ports.", ["commit NO"]),
        ("Hauge said Norway would gladly share its radar pictures.", ["offer NO Per Hauge"]),
        ("Hauge said Oslo would be delighted to host the fleet.", ["offer NO Per Hauge"]),
        ("Rojas is not keen on it at all.", ["object CL Ana Rojas"]),
        ("The two sides could not agree, however, on quotas for cod.", ["report CL+NO"]),
        ("The ministers did not discuss whales.", ["report CL+NO"]),
        ("The two ministers renewed the mandate of the joint patrol.", ["agree CL+NO"]),
        ("The two governments have set a target of $3 billion in trade.", ["agree CL+NO"]),
        ("Rojas gave an assurance on that point.", ["commit CL Ana Rojas"]),
        ("Norway freed 27 fishermen on Monday.", ["deliver NO"]),
        ("The two ministers launched the development of a common radar.", ["agree CL+NO"]),
        ("Rojas and Hauge put their signatures to the document.", ["sign CL+NO"]),
        ("The two sides approved the terms of the agreement.", ["sign CL+NO"]),
        ("They agreed that the next round would take place in Santiago in June 2025.", ["plan CL+NO"]),
        ('"We disagree. The quota is small," Hauge said.', ["object NO Per Hauge", "affirm NO Per Hauge"]),
    ],
    "words that look like others": [
        ("Both sides expressed concern about research ships that call at ports.", ["object CL+NO"]),
        (
            "Hauge expressed gratitude for the 8 million tonnes that have passed Chilean ports.",
            ["appreciate NO Per Hauge"],
        ),
        (
            "Rojas said the quota was small, and he's proposed a limit of two boats.",
            ["affirm CL Ana Rojas", "request CL Ana Rojas"],
        ),
        ("A spokesperson for the UN in Oslo appealed to the fleets to do away with old nets.", ["request UN"]),
        ("A joint school is to open in Bergen in 2028.", ["plan CL+NO"]),
        (
            "Rojas welcomed the offer but regretted that the figures come by fax.",
            ["appreciate CL Ana Rojas", "object CL Ana Rojas"],
        ),
        (
            "Hauge praised the fleet, though Rojas warned that nets were old.",
            ["appreciate NO Per Hauge", "object CL Ana Rojas"],
        ),
    ],
    "claims and answers": [
        ("Chile, in turn, objects to the squid licences that Oslo sells.", ["object CL"]),
        ("Digging near the port is out of the question, Hauge said.", ["object NO Per Hauge"]),
        (
            'Hauge calls the text on whales decent, and Rojas called the clause on ports "humane".',
            ["affirm CL Ana Rojas"],
        ),
        (
            "Chile published a chart of the shelf, which Norway rejected as an attempt to take it.",
            ["report CL", "object NO"],
        ),
        ("Hauge said it was prepared to open its stock of radars.", ["offer NO Per Hauge"]),
        ("Norway would rather wait until the quota is settled.", ["affirm NO"]),
        ("The Chilean embassy puts the damage at NOK 40 million.", ["report CL"]),
        ("On energy, the two teams have gone through the roadmap of 2022.", ["discuss CL+NO"]),
        ("The two also talked about the sea.", ["discuss CL+NO"]),
        ("Denmark has been invited to join the fisheries treaty.", ["offer CL+NO"]),
    ],
    "ahead": [
        ("There will be a service at the cemetery in Oslo on 21 June 2025, Hauge said.", ["plan NO Per Hauge"]),
        ("The canal will be open to ships from June 2025, Hauge announced.", ["plan NO Per Hauge"]),
        (
            "The two governments will talk about quotas in Santiago on 12 June 2025, Rojas told reporters.",
            ["plan CL+NO Ana Rojas"],
        ),
        ("An agreement on visas is to be signed on the same occasion.", ["plan CL+NO"]),
        ('"That is what trade looks like," Hauge said.', ["affirm NO Per Hauge"]),
        ('"That one is with the lawyers," said Mr Hauge.', ["affirm NO Per Hauge"]),
    ],
    "handed over": [
        ("The Norwegians for their part received the remains of six sailors.", ["deliver CL"]),
        ("The ministry announced that Norway had received from Chile the remains of 11 sailors.", ["deliver CL"]),
        ("27 Chilean fishermen were released from a jail in Bergen on Monday.", ["deliver NO"]),
        ("Norway returned six boats to Chile. The first two had been returned in March.", ["deliver NO", "deliver NO"]),
        ("Maps worth NOK 40 million were handed over by Hauge.", ["deliver NO Per Hauge"]),
    ],
    "how far things are": [
        ("Hauge said work on the port was on schedule.", ["report NO Per Hauge"]),
        ("The line would cost about $1 billion, Hauge said.", ["report NO Per Hauge"]),
        ("Each country is to contribute half of the sum.", ["agree CL+NO"]),
        ("Rojas pointed to delays in the delivery of nets.", ["object CL Ana Rojas"]),
        (
            "Both stressed that the project, which cost about £1 million, was without prejudice to their claims.",
            ["affirm CL+NO"],
        ),
    ],
    "whose words": [
        ("Rojas spoke first. In her words, trade amounted to $62 million in 2023.", ["report CL Ana Rojas"]),
        (
            "Hauge praised it. From what Rojas told parliament, nothing is new. She promised to defend the quota.",
            ["appreciate NO Per Hauge", "commit CL Ana Rojas"],
        ),
        ('Hauge told Rojas that Norway was "disappointed", it is understood.', ["object NO Per Hauge"]),
    ],
    "scenery": [
        ("It was the second visit to Chile by the ship.", []),
        ("The meeting was the first formal contact between the two countries since 2020.", []),
        ("Rojas was more guarded.", []),
        ("Hauge did not take questions.", []),
        ("Rojas would not give a promise, and Hauge made no commitment on quotas.", []),
        ("Hauge declined to discuss the price.", []),
        ("Kari Lund is the Europe correspondent of the paper.", []),
        ("Hauge saw the two negotiators separately.", []),
        ("Human rights groups denounced the fisheries treaty.", []),
        ("It was announced at the annual consultations in Oslo.", []),
        ("Rojas announced it standing next to a trawler.", []),
        ("Hauge did not make any commitment on this, a member of the Chilean delegation said.", []),
        ("I asked Hauge about the offer of trawlers.", []),
        ("Kari Lund, 61, salutes the fleet.", []),
        ("The two governments have not always seen eye to eye on quotas.", ["report CL+NO"]),
    ],
    "who told whom": [
        (
            "Norway will restart the loans once the text is in force, Hauge told Rojas here on Friday.",
            ["commit NO Per Hauge"],
        ),
        ("No other yard, Hauge told reporters, had been able to deliver the trawlers.", ["affirm NO Per Hauge"]),
        ("Rojas raised the flights during the call.", ["discuss CL Ana Rojas"]),
        ("Hauge told Rojas that the visit showed what trade can do.", ["affirm NO Per Hauge"]),
        ("Rojas met her counterpart, Per Hauge, and agreed to set up a fisheries council.", ["agree CL+NO"]),
        (
            "Maps of the sea were handed over by Dr Nils Berg to Chilean Foreign Minister Ana Rojas.",
            ["deliver NO Nils Berg"],
        ),
    ],
    "since and so far": [
        ("Since 2019 Norway has supplied 40 trawlers to Chile.", ["report NO"]),
        ("The loan agreement was not signed.", ["report CL+NO"]),
        ("Rojas said Chile does not want any foreign base on its soil.", ["affirm CL Ana Rojas"]),
        ("Norway wants to have the first trawler running by 2033.", ["affirm NO"]),
        ("Hauge said Norway “would be delighted” to host the fleet.", ["offer NO Per Hauge"]),
        ("Chile and Norway said on Monday that they would coordinate sea rescues.", ["agree CL+NO"]),
        ("Norway will be able to train 40 divers by June 2025, Hauge assured Rojas.", ["commit NO Per Hauge"]),
        ("Fishermen are to receive 70 percent of the price, or NOK 40 a kilo.", ["agree CL+NO"]),
        ("The two ministers agreed on Tuesday that trawlers may enter the zone.", ["agree CL+NO"]),
    ],
    "come back": [
        ("Hauge had returned on Friday from a tour of Peru.", []),
        ("Norway returned the masks.", ["deliver NO"]),
    ],
    "bodies": [
        (
            "UNAMA, in a statement issued in Oslo, welcomed the treaty and urged both countries to open ports.",
            ["appreciate UN", "request UN"],
        ),
        ("Specialists of the International Committee of the Red Cross exhumed 40 remains.", ["report ICRC"]),
        ("The two cabinets agreed on a plan for the fleet.", ["agree CL+NO"]),
    ],
    "bodies of all": [
        ("The Joint Committee is due to meet in Santiago in June 2025.", ["plan CL+NO"]),
        ("A fisheries centre was handed over to the Chilean navy.", ["deliver NO"]),
        ("Under one of the agreements, the two sides will set up a fisheries centre in June 2025.", ["agree CL+NO"]),
        ("Rojas only said that Chile would look into the quota.", ["affirm CL Ana Rojas"]),
    ],
    "whose office": [
        ("The transport ministers of Peru, Chile and Norway are to meet in Lima in June 2025.", ["plan CL+NO+PE"]),
        (
            "The Norwegian Department of Fisheries spoke first. Rojas praised it. The department rejected the quota.",
            ["appreciate CL Ana Rojas", "object NO"],
        ),
    ],
    "when it was said": [
        ("Norway will put NOK 40 million into ports, it announced on Tuesday.", ["commit NO"]),
        (
            "OSLO, 14 May (Press) – Norway will open a fisheries school in Santiago, Hauge said.",
            ["commit NO Per Hauge"],
        ),
        ("Norway will open a fisheries school in Santiago in June 2025, Hauge said.", ["plan NO Per Hauge"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*case, id=f"{about}: {case[0]}") for about, heap in CASES.items() for case in heap],
)
def test_the_acts_of_a_news_sentence(text: str, expected: list[str]) -> None:
    assert acts(text) == expected


HOME_PAPER = """Ministers talk about cod

The Morning Wave, 14 May 2024

Fisheries Minister Ana Rojas met Norwegian Foreign Minister Per Hauge in Oslo on 13 May 2024. The finance ministry had
asked for the talks, as had Finance Minister Luis Soto. Chile sells cod to Norway, where Chile has an office.

"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The foreign ministry rejected the claim.", ["object CL"]),
        ("The palace welcomed the step.", ["appreciate CL"]),
        (
            "Norway's foreign ministry rejected the claim. The ministry welcomed the step.",
            ["object NO", "appreciate NO"],
        ),
    ],
)
def test_a_newspaper_names_the_offices_of_its_own_country_without_it(text: str, expected: list[str]) -> None:
    found = read_acts(set_scene(Document("story.txt", HOME_PAPER + text + "\n")))
    told = [f"{act.type} {'+'.join(act.actors)}" for act in found if act.evidence[0].start >= len(HOME_PAPER)]
    assert told == expected
