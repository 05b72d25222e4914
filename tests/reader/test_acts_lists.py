"""Lists: which items are acts of their own, whose they are, and where a list ends."""

import pytest

from verbale.model.document import Document
from verbale.reader.rules import read

SHEET = """Fact Sheet: Norway and Chile deepen their technology partnership

Government of Norway, 8 May 2024

Norway and Chile are launching new bilateral initiatives in the following domains:

Space

- Strengthening cooperation on human spaceflight, including exchanges of astronauts at the Bergen centre.
- Signing a new arrangement for research between the two academies.
- Identifying ways for firms of both states to invest, especially in work related to sensors.
- Noting a report of the academies, which sets out where the two states stand.
- Continuing to train technicians in satellite work.

Norway welcomed the steps that both sides have taken in the past year as follows:

**Space (civil)**

- Convening a workshop on responsible use of satellites.
- Continue joint efforts in the far north.
- Increase the number of teachers.
- Committing to deepen work on sensors.

The ministers met in Bergen in the presence of students. Building ships of the new class.
"""


def told(text):
    return [
        (act.type, "+".join(act.actors), act.evidence[0].exact[:24], len(act.evidence))
        for act in read(Document("x", text)).acts
    ]


def test_items_that_begin_with_their_verb_are_acts_of_those_who_open_the_list():
    assert told(SHEET) == [
        ("agree", "CL+NO", "Norway and Chile are lau", 1),
        ("agree", "CL+NO", "- Strengthening cooperat", 1),
        ("sign", "CL+NO", "- Signing a new arrangem", 1),
        ("agree", "CL+NO", "- Identifying ways for f", 1),
        ("report", "CL+NO", "- Noting a report of the", 1),
        ("agree", "CL+NO", "- Continuing to train te", 1),
        ("appreciate", "NO", "Norway welcomed the step", 1),
        ("report", "NO", "- Convening a workshop o", 1),
        ("commit", "NO", "- Continue joint efforts", 1),
        ("commit", "NO", "- Increase the number of", 1),
        ("commit", "NO", "- Committing to deepen w", 1),
    ]


def test_noun_phrases_behind_a_colon_and_ends_of_a_sentence_stay_one_act():
    text = """Joint Statement of Norway and Chile

Government of Norway, 8 May 2024

Norway and Chile reaffirmed their commitment to cooperate on the following:

- Clean energy in the far north.
- Maritime security of both coasts.

The two countries agree to:

- Expand trade in agricultural goods.
- Hold naval exercises each year.
"""
    assert [(kind, parts) for kind, _, _, parts in told(text)] == [("agree", 3), ("agree", 3)]


def test_sentences_of_a_programme_are_acts_each():
    text = """Joint Statement of Norway and Chile

Government of Norway, 8 May 2024

The Governments of Norway and Chile will take the following specific actions to advance their partnership.

1.

Seas

Closer cooperation on fisheries in the southern ocean.

2.

Defence

Visit to Norway by the Chilean Minister of Defence at the earliest opportunity.

Increased exchanges between the two academies.
"""
    assert [(kind, actors) for kind, actors, _, _ in told(text)] == [("agree", "CL+NO")] * 4


def test_what_has_a_verb_of_its_own_is_read_as_a_sentence():
    text = """Fact Sheet: Norway and Chile deepen their partnership

Government of Norway, 8 May 2024

The Government of Norway will provide NOK 40 million to:

- **Building ports:** The Government of Chile plans to widen two harbours in the south.
- Building upon its earlier work, Chile will train pilots.
- Training teachers in the far north of both countries.
"""
    assert [(kind, actors) for kind, actors, _, _ in told(text)][1:] == [
        ("commit", "CL"),
        ("commit", "CL"),
        ("commit", "NO"),
    ]


def test_key_terms_that_follow_are_no_act():
    text = """Joint Statement of Norway and Chile

Government of Norway, 8 May 2024

Key terms of the agreement between Norway and Chile include:
"""
    assert told(text) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Accomplishments since the last dialogue:", "report"),
        ("Key deliverables of the dialogue:", "agree"),
        ("The leaders announced the following:", "agree"),
        ("To that end, the two governments:", "agree"),
    ],
)
def test_a_first_line_without_an_act_opens_a_list_of_both(line, kind):
    text = f"""Joint Fact Sheet: Norway and Chile Dialogue

Government of Norway, 8 May 2024

{line}

- Setting up a joint council on wind power in the north.
- Underscore the importance of ports.

9. Training officers is essential for both states.
"""
    assert [(told_kind, actors) for told_kind, actors, _, _ in told(text)] == [
        (kind, "CL+NO"),
        ("affirm", "CL+NO"),
        ("affirm", "CL+NO"),
    ]


def test_a_line_with_town_and_country_gives_no_actor():
    text = """Ties with Chile strengthened

Government of Norway, 8 May 2024

Antofagasta, Chile

The report clearly demonstrates the need for action on fees.
"""
    assert told(text)[0][:2] == ("affirm", "NO")


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("My husband and I look forward to welcoming Minister Rojas to Norway this week.", ("plan", "NO")),
        ("Chile should be commended for its leadership in climate action.", ("appreciate", "NO")),
        ("The two coast guards must be applauded for their rescue work.", ("appreciate", "NO")),
        ("Allies should continue close consultations on arms control matters.", ("request", "NO")),
        ("All states must respect the law of the sea and prevent harm to crews.", ("request", "NO")),
        ("Norway works in close partnership with Chile to protect the ocean.", ("report", "NO")),
        ("Cooperation in areas such as space and cyber shows the strength of our ties.", ("affirm", "NO")),
        ("We met to affirm the alliance between Chile and Norway.", ("affirm", "CL+NO")),
    ],
)
def test_what_one_government_says_in_its_own_name(sentence, act):
    head = "Minister Hauge meets Chilean Minister Ana Rojas\n\nGovernment of Norway, 8 May 2024\n\n"
    assert [told_act[:2] for told_act in told(head + sentence + "\n")] == [act]
