"""The acts that single sentences make, and those of whole texts of each genre."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from verbale.model.document import Document
from verbale.reader.acts.read import read_acts
from verbale.reader.setting import set_scene

CASES = yaml.safe_load((Path(__file__).parent / "act_cases.yaml").read_text(encoding="utf-8"))
VERBS = yaml.safe_load((Path(__file__).parent / "verb_cases.yaml").read_text(encoding="utf-8"))
STORY = """Chile and Norway hold talks in Oslo

Fjord Gazette, 14 May 2024

Foreign Minister Ana Rojas of Chile met Norwegian Foreign Minister Per Hauge in Oslo on 13 May 2024.

"""


@cache
def acts(text: str, after: int = 0) -> list[str]:
    """The acts of a text behind a place, as 'type actors speaker', in a fixed order."""
    found = read_acts(set_scene(Document("story.txt", text)))
    told = [(act.type, "+".join(act.actors), act.speaker or "") for act in found if act.evidence[0].start >= after]
    return sorted(" ".join(part).strip() for part in told)


def cases():
    found = []
    for heap, sentences in CASES.items():
        for case in sentences:
            ((sentence, expected),) = case.items()
            reason = expected[0] if expected and expected[0].startswith("!") else None
            wanted = expected[1:] if reason else expected
            marks = pytest.mark.xfail(strict=True, reason=reason[1:].strip()) if reason else ()
            found.append(pytest.param(sentence, wanted, id=f"{heap}: {sentence}", marks=marks))
    return found


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_the_acts_of_a_sentence(sentence, expected):
    assert acts(f"{STORY}{sentence}\n", len(STORY)) == sorted(expected)


@pytest.mark.parametrize(
    ("sentence", "expected"), [item for heap in VERBS.values() for case in heap for item in case.items()]
)
def test_what_a_verb_makes_of_its_sentence(sentence, expected):
    told = [" ".join(act.split()[:2]) for act in acts(f"{STORY}{sentence}\n", len(STORY))]
    assert told == sorted(expected)


READOUT = """Readout of Secretary of Defense Carla Mills's Meeting With Japan's Minister of Defense Ken Mori

U.S. Department of Defense, 3 March 2024

Secretary of Defense Carla Mills met today with Minister of Defense Ken Mori in Washington. The Secretary
underscored the importance of the alliance. She thanked Minister Mori for Japan's support for Ukraine. The two
leaders discussed maritime security. They reaffirmed their commitment to work together on cyber defense. The
Secretary welcomed Japan's decision to raise its budget. The United States stands ready to share its experience.
"""


def test_a_readout_gives_the_stance_of_its_government():
    assert acts(READOUT) == [
        "affirm US Carla Mills",
        "agree JP+US",
        "appreciate US Carla Mills",
        "appreciate US Carla Mills",
        "discuss JP+US",
        "offer US",
    ]


VICE = """Readout of Vice President Mills's Meeting with President Soto of Chile

The White House, 3 March 2024

Vice President Carla Mills met with President Luis Soto of Chile in Santiago on 3 March 2024. The Vice President
stressed the value of the alliance. The Vice President and the President agreed to expand trade.
"""


def test_two_offices_of_two_states_act_together():
    assert acts(VICE) == ["affirm US Carla Mills", "agree CL+US"]


JOINT = """Joint Statement by Kenya and Ghana

3 March 2024

President Amina Otieno of Kenya and President Kofi Owusu of Ghana met in Accra on 3 March 2024.

The two Presidents reaffirmed their friendship. Kenya intends to open a consulate in Kumasi. The two countries
intend to reduce tariffs. Ghana thanked Kenya for its support. They expressed concern over the situation in Sudan.
Both sides noted the growth of trade since 2015.
"""


def test_a_joint_statement_gives_each_its_own_and_both_the_rest():
    assert acts(JOINT) == [
        "affirm GH+KE",
        "agree GH+KE",
        "appreciate GH",
        "commit KE",
        "object GH+KE",
        "report GH+KE",
    ]


SPEECH = """Remarks by Foreign Minister Ana Rojas of Chile at the joint press conference with Norway's Foreign Minister

Ministry of Foreign Affairs of Chile, 14 May 2024

I thank Minister Hauge for his hospitality. We agreed to expand trade between our two countries. Chile will share
its data with Norway. I urge Norway to invest in our ports. I am pleased to announce a new fund for researchers.
"""


def test_a_speech_gives_what_i_say_to_the_speaker_and_what_we_agreed_to_both():
    found = acts(SPEECH)
    assert [act.rsplit(" Ana Rojas", 1)[0] for act in found] == [
        "agree CL+NO",
        "appreciate CL",
        "commit CL",
        "commit CL",
        "request CL",
    ]
    assert {"appreciate CL Ana Rojas", "request CL Ana Rojas"} <= set(found)


TRANSCRIPT = """Joint press conference of Chile and Norway

14 May 2024

FOREIGN MINISTER ANA ROJAS OF CHILE: Thank you all for coming. I want to thank Norway for its aid.

FOREIGN MINISTER ERIK HAUGE OF NORWAY: We support Chile's bid to host the summit. I invite Ana to Bergen.
"""


def test_a_transcript_gives_each_line_to_its_speaker():
    found = [act.casefold() for act in acts(TRANSCRIPT)]
    assert "appreciate cl ana rojas" in found
    assert "affirm no erik hauge" in found
    assert "offer no erik hauge" in found
    assert not any("no ana rojas" in act or "cl erik hauge" in act for act in found)


def test_a_speaker_in_capitals_is_named_as_a_person_is():
    assert "affirm NO Erik Hauge" in acts(TRANSCRIPT)


QUESTIONS = """Press conference with Chilean Foreign Minister Ana Rojas

Prime Minister of New Zealand, 14 May 2024

PRIME MINISTER:

I thank Minister Rojas for her visit. You have shown great courage, Minister. I will open an office in Santiago.

JOURNALIST:

I urge you to answer: will Chile condemn the tariffs?

PRIME MINISTER:

We will protect our farmers. I support free trade.
"""


def test_a_label_of_an_office_alone_is_the_government_of_the_page():
    found = acts(QUESTIONS)
    assert found.count("commit NZ") == 2
    assert "appreciate NZ" in found
    assert "affirm NZ" in found


TWO_OFFICES = """Joint press statement with His Excellency Mr Luis Soto, President of Chile

Prime Minister of New Zealand, 14 May 2024

PRIME MINISTER:

I thank President Soto for his visit. I support free trade. I will open an office in Santiago.

PRESIDENT OF CHILE:

I would like to thank the people of New Zealand for their welcome. I support the new treaty.
"""


def test_a_label_with_another_country_is_that_countrys_voice():
    assert {"appreciate CL", "affirm CL"} <= {" ".join(act.split()[:2]) for act in acts(TWO_OFFICES)}


def test_what_a_journalist_asks_is_nobodys_act():
    assert not [act for act in acts(QUESTIONS) if act.split()[0] in {"request", "object"}]


def test_what_the_speaker_says_of_whom_he_addresses_is_his_own():
    assert "report NZ" in acts(QUESTIONS)


ITEMS = """Joint Statement by Kenya and Ghana

3 March 2024

President Amina Otieno of Kenya and President Kofi Owusu of Ghana met in Accra on 3 March 2024.

To this end, President Otieno:

1. Thanked Ghana for its support;

2. Pledged to share data on fisheries.

They:

1. Agreed to expand trade; and

2. Underlined the importance of free trade; and

3. Called on all parties to share data and engage in talks.

The two sides agreed:

to open a school;

that Kenya would train teachers.
"""


def test_items_without_a_subject_are_the_acts_of_whoever_opens_the_list():
    assert acts(ITEMS) == [
        "affirm GH+KE",
        "agree GH+KE",
        "agree GH+KE",
        "appreciate KE Amina Otieno",
        "commit KE Amina Otieno",
        "request GH+KE",
    ]


TRIP = """Prime Minister to visit New Zealand

Australian Prime Minister, 14 May 2024

The Prime Minister will visit Auckland in June 2024 to meet New Zealand Prime Minister John Brown. She thanked
Mr Brown for his invitation. Thank you very much.

New arrangements for pensions apply from July. They remove doubts about costs.
"""


def test_an_office_without_a_country_is_that_of_the_page_which_publishes():
    assert "plan AU" in acts(TRIP)
    assert not [act for act in acts(TRIP) if act.startswith("plan NZ")]


def test_thanks_for_nothing_and_things_that_do_something_are_nobodys_thanks_or_deeds():
    assert [act for act in acts(TRIP) if act.startswith("appreciate")] in ([], ["appreciate AU"])
    assert "affirm AU+NZ" not in acts(TRIP)


OFFICES = """Joint Statement by Kenya and Ghana

3 March 2024

1. Prime Minister Amina Otieno of Kenya met the Chairman of the Council of Ghana, Kofi Owusu, in Accra on 3 March 2024.
Deputy Prime Minister Ali Juma of Kenya and Prime Minister Yaw Mensah of Ghana joined them.

2. Prime Minister Otieno thanked Mr Owusu for his welcome.

3. The Prime Minister pledged to share data. The Prime Minister and the Chairman agreed to expand trade.
"""


def test_an_office_that_two_hold_is_that_of_whoever_was_named_last():
    assert acts(OFFICES) == ["agree GH+KE", "appreciate KE Amina Otieno", "commit KE Amina Otieno"]


COLLEAGUE = """Joint Media Release with Jane Moore, Minister for Energy: Australia and Chile work for clean power

Australian Prime Minister, 14 May 2024

Australia will invest $20 million in research on clean power with Chile. The Government supports a new fund.
"""


def test_a_release_with_a_minister_of_ones_own_government_is_that_governments():
    assert acts(COLLEAGUE) == ["affirm AU", "commit AU"]


SHEET = """Fact sheet: the partnership of Australia and Fiji

Department of Foreign Affairs and Trade of Australia, 3 March 2024

Australia and Fiji agreed to:

- open a joint training centre
- share weather data

Australia will provide AUD 20 million for schools in Fiji.
"""


def test_the_items_of_a_list_belong_to_the_act_that_opens_it():
    found = [a for a in read_acts(set_scene(Document("sheet.txt", SHEET))) if a.type == "agree"]
    assert [act.actors for act in found] == [("AU", "FJ")]
    assert len(found[0].evidence) == 3
    assert "commit AU" in acts(SHEET)


QUOTES = """Chile and Norway hold talks in Oslo

Fjord Gazette, 14 May 2024

Foreign Minister Ana Rojas of Chile met Norwegian Foreign Minister Per Hauge in Oslo on 13 May 2024.

"Norway has been a loyal friend," said Rojas. "We thank Norway for its aid. Chile will double its fund for research."

Hauge rejected the tariffs. "They harm both countries," he told reporters.
"""


def test_a_quotation_over_several_sentences_keeps_its_speaker():
    found = acts(QUOTES)
    assert "appreciate CL Ana Rojas" in found
    assert "commit CL Ana Rojas" in found
    assert "object NO Per Hauge" in found
    assert not any(act.split()[0] in {"appreciate", "commit"} and "Hauge" in act for act in found)


def test_headlines_and_captions_make_no_acts():
    text = "Chile thanks Norway for its aid\n\nFjord Gazette, 14 May 2024\n\nThe ministers met in Oslo on Monday.\n"
    assert acts(text) == []


def test_an_act_holds_the_topics_of_all_its_clauses_and_the_words_that_support_it():
    text = f"{STORY}Both sides agreed to expand trade and agreed to hold joint exercises.\n"
    (act,) = [a for a in read_acts(set_scene(Document("story.txt", text))) if a.evidence[0].start >= len(STORY)]
    assert {"trade", "exercises"} <= set(act.topics)
    assert all(evidence.holds_in(text) for evidence in act.evidence)
    assert act.rule


def test_a_government_speaks_of_its_partner_for_both_and_of_its_own_visit_for_itself():
    text = """Visit to Chile

Norwegian Prime Minister, 12 March 2014

Next week I will travel to Santiago for talks with the President of Chile, Ana Rojas.

Chile is our third largest export market for salmon.

This will be my first visit to the Andes.

Two-way trade between the two countries reached $5 billion last year.

This is a serious step for both countries.
"""
    acts = read_acts(set_scene(Document("visit.txt", text)))
    assert [(act.type, "+".join(act.actors)) for act in acts] == [
        ("plan", "NO"),
        ("report", "CL+NO"),
        ("affirm", "NO"),
        ("report", "CL+NO"),
        ("affirm", "NO"),
    ]
