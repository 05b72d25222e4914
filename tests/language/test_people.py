"""People of a document: names of any tradition, their party, office and rank, and where they are named again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from people_stage import cast, marked

from verbale.language.people import Cast, Person, assign_party, find_people, resolve_description
from verbale.language.settling import settle_parties


def person(found: Cast, name: str) -> Person:
    """The person of that name, who must be in the cast once."""
    fitting = [one for one in found.people if one.name == name]
    assert len(fitting) == 1, [one.name for one in found.people]
    return fitting[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister S Ramanathan spoke.", "S Ramanathan"),
        ("Minister for Transport Pablo M Ortega spoke.", "Pablo M Ortega"),
        ("Crown Prince Faisal bin Turki Al Harbi spoke.", "Faisal bin Turki Al Harbi"),
        ("Unification Minister Choi Sun-woo spoke.", "Choi Sun-woo"),
        ("President Ursula von der Heide spoke.", "Ursula von der Heide"),
        ("President Carlos D. Reyes Jr. spoke.", "Carlos D. Reyes Jr."),
        ("President Carlos Reyes, Jr., spoke.", "Carlos Reyes, Jr."),
        ("Foreign Secretary José W. Ibáñez spoke.", "José W. Ibáñez"),
        ("General Secretary To Quan spoke.", "To Quan"),
        ("Foreign Minister Park Min spoke.", "Park Min"),
        ("The Hon P J Carroway MP, Prime Minister, spoke.", "P J Carroway"),
        ("Minister for Foreign Affairs TANAKA Kenji spoke.", "Tanaka Kenji"),
        ("Prime Minister Datuk Seri Dr Hamzah Yusof spoke.", "Hamzah Yusof"),
        ("His Excellency Mr Tunde Bello, President of Nigeria, spoke.", "Tunde Bello"),
        ("Deputy Attorney General Lisa Jordan spoke.", "Lisa Jordan"),
        ("Defence Minister Yaşar Çelik spoke.", "Yaşar Çelik"),
        ("Secretary of Foreign Affairs Elena A. Cruz spoke.", "Elena A. Cruz"),
        ("Prime Minister Sheikh Rahima spoke.", "Sheikh Rahima"),
        ("Undersecretary Ma. Luz P. Reyes spoke.", "Ma. Luz P. Reyes"),
        ("Minister P. J Carroway spoke.", "P J Carroway"),
        ("Minister P.J. Carroway met Minister P J Carroway of Fiji.", "P J Carroway"),
        ("Lyonpo D.N. Wangdi, Minister for Trade, spoke.", "D.N. Wangdi"),
        ("Director Amb. Paola Ferri spoke.", "Paola Ferri"),
        ("Baroness Penn of Harrow, Minister of State, spoke.", "Baroness Penn of Harrow"),
        ("Lord Harrow, Minister of State, spoke.", "Lord Harrow"),
        ("Ambassador Extraordinary and Plenipotentiary Tran Nhat Ha spoke.", "Tran Nhat Ha"),
        ("The Hon. Vidya Persaud, M.P., Minister of Human Services, spoke.", "Vidya Persaud"),
        ("Foreign Minister Mohammed Al-Hakimi spoke.", "Mohammed Al-Hakimi"),
        ("Minister of Foreign Affairs Prince Turki bin Salem spoke.", "Turki bin Salem"),
        ("Deputy Prime Minister Sayyid Badr bin Said spoke.", "Badr bin Said"),
        ("The Minister of Trade, Awa Sow/Diop, spoke.", "Awa Sow/Diop"),
    ],
)
def test_names_are_read_whole_without_rank_title_or_office(text: str, name: str) -> None:
    assert [one.name for one in cast(text).people] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Carter administration backed the Lincoln Memorial.",
        "Experts from Green Valley University visited Blue Harbour.",
        "On Monday, Ministry of Health officials met at Camp Smith.",
        "The Strategic Partnership Council said it would meet.",
        "Thermal Power Company of India signed.",
        "USS John Carter arrived in Da Nang.",
        "After attacks in the Gulf of Marut, the Defence Secretary, who was in Oslo, spoke.",
    ],
)
def test_things_and_places_are_no_people(text: str) -> None:
    assert cast(text).people == ()


def test_office_rank_and_party_come_from_apposition_and_prefix() -> None:
    found = cast(
        "The talks were co-chaired by Sen. Lt. Gen. Vo Minh Hai, Deputy Minister of National Defence of Vietnam, "
        "and U.S. Assistant Secretary of Defense Paula Grant."
    )
    hai, grant = person(found, "Vo Minh Hai"), person(found, "Paula Grant")
    assert (hai.party, hai.post, hai.rank) == (
        "VN",
        "Deputy Minister of National Defence",
        "Senior Lieutenant General",
    )
    assert (grant.party, grant.post, grant.rank) == ("US", "Assistant Secretary of Defense", None)


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("The Kenyan delegation was led by Amina Otieno, Principal Secretary.", "Amina Otieno", "KE"),
        ("Amina Otieno led the Kenyan delegation.", "Amina Otieno", "KE"),
        ("On the Kenyan side, Minister Amina Otieno took the chair.", "Amina Otieno", "KE"),
        ("Minister Amina Otieno and Director Joy Mutua chaired the meeting for Kenya.", "Joy Mutua", "KE"),
        ("Prime Minister Ola Berg met his Kenyan counterpart, Amina Otieno.", "Amina Otieno", "KE"),
        ("President Amina Otieno of the Republic of Kenya spoke.", "Amina Otieno", "KE"),
        ("Kenyan Foreign Minister Paul Were and Defence Minister Amina Otieno spoke.", "Amina Otieno", "KE"),
        ("Foreign Minister Amina Otieno spoke.", "Amina Otieno", None),
    ],
)
def test_the_party_is_what_the_words_say_and_else_unknown(text: str, name: str, party: str | None) -> None:
    assert person(cast(text), name).party == party


def test_a_counterpart_holds_the_same_office() -> None:
    found = cast("Foreign Minister Ola Berg met his Kenyan counterpart Amina Otieno.")
    assert person(found, "Amina Otieno").post == "Foreign Minister"


def test_a_counterpart_of_somebody_told_before_holds_that_office() -> None:
    found = cast("Foreign Minister Takeo Mori of Chile was in Oslo. There Mori met his counterpart, Anders Lie.")
    assert person(found, "Anders Lie").post == "Foreign Minister"


def test_the_field_of_an_office_ends_where_a_title_leads_to_its_holder() -> None:
    found = cast("The team was led by Indian Commissioner for Indus Waters Dr Sandeep Kumar.")
    assert (person(found, "Sandeep Kumar").post, len(found.people)) == ("Commissioner for Indus Waters", 1)


def test_a_retired_rank_parts_no_office_from_its_holder() -> None:
    found = cast("The drill was opened by Defence Minister Colonel (Retd) Ibrahim Lateef of Chile.")
    assert person(found, "Ibrahim Lateef").post == "Defence Minister"


def test_short_forms_are_the_same_person() -> None:
    text = (
        "Foreign Minister Antonia J. Bell met Vu Hoang Nam. Minister Bell thanked Nam. A. Bell said so. "
        "Mr. Vu agreed. Antonia Bell left."
    )
    found = cast("Deputy Minister Vu Hoang Nam spoke. " + text)
    assert [one.name for one in found.people] == ["Vu Hoang Nam", "Antonia J. Bell"]
    assert sum(len(marks) for marks in found.marks) == 8


def test_a_short_form_of_two_people_marks_neither() -> None:
    found = cast("Minister Tran Van Binh met Minister Tran Duc Long. Tran said that it went well.")
    assert [len(marks) for marks in found.marks] == [2, 0]


def test_a_name_inside_a_longer_name_of_a_thing_is_not_the_person() -> None:
    found = cast("President Carter spoke. The Carter administration and the Carter-Mills Plan went on.")
    assert [len(marks) for marks in found.marks] == [1, 0]


@pytest.mark.parametrize("verb", ["Announce", "Launch", "Welcome", "Host"])
def test_a_verb_of_two_in_a_headline_is_no_surname(verb: str) -> None:
    scene = marked(f"President Nora Bell and Prime Minister Tan Wei Lim {verb} New Coastal Partnership")
    assert [one.name for one in find_people(scene).people] == ["Nora Bell", "Tan Wei Lim"]


def test_the_headline_alone_makes_no_reader_of_verbs() -> None:
    scene = marked("Secretary Bell Travels to Oslo")
    assert [one.name for one in find_people(scene).people] == ["Bell"]


def test_full_names_in_captions_complete_a_family_name() -> None:
    found = cast("President Tambo spoke. Oliver Tambo at the opening")
    assert [one.name for one in found.people] == ["Oliver Tambo"]


def test_offices_find_their_holders() -> None:
    found = cast(
        "Norwegian Foreign Minister Ola Berg met Kenyan Foreign Minister Amina Otieno and Ambassador Eva Lund."
    )
    assert found.by_post("foreign minister") is None
    assert found.by_post("foreign minister", "KE") == 1
    assert found.by_post("ambassador") == 2
    assert assign_party(found, 2, "NO", "issuing government").people[2].party == "NO"


def test_definite_descriptions_are_resolved_by_party_or_by_what_was_said_last() -> None:
    text = (
        "Norwegian Defence Minister Ola Berg met General Amina Otieno, Kenyan Defence Minister. "
        "The Kenyan minister spoke. The general agreed. The minister left. The two ministers dined."
    )
    scenes = marked(text)
    found = find_people(scenes)

    def who(sentence: int, last: int, recent: tuple[int, ...] = ()) -> int | None:
        return resolve_description(found, scenes[sentence], 0, last, recent)

    assert who(1, 3) == 1
    assert who(2, 2) == 1
    assert who(3, 2) is None
    assert who(3, 2, (0, 1)) == 0
    assert who(4, 3, (0, 1)) is None


def test_two_sides_settle_who_is_whose() -> None:
    text = (
        "Secretary of State Carla Reyes met with Foreign Minister Ola Berg in Oslo. "
        "Norway and the United States are allies. Ms. Reyes thanked Norway."
    )
    scenes = marked(text)
    settled = settle_parties(find_people(scenes), scenes, None, ("NO", "US"))
    assert person(settled, "Ola Berg").party == "NO"
    assert person(settled, "Ola Berg").side_reason


def test_a_third_states_leader_is_not_given_to_a_side() -> None:
    text = (
        "Australian Prime Minister Jack Rowe met Chancellor Greta Vogel of Germany. " + "They discussed trade. " * 9
    ) + "They recalled the speech of President Dolan."
    scenes = marked(text)
    settled = settle_parties(find_people(scenes), scenes, "AU", ("AU", "DE"))
    assert person(settled, "Dolan").party is None


def test_a_governments_own_official_is_its_own() -> None:
    text = "National Security Advisor Mark Hill spoke with Defense Minister Ola Berg of Norway."
    scenes = marked(text)
    assert person(settle_parties(find_people(scenes), scenes, "US"), "Mark Hill").party == "US"


_PIECES = st.sampled_from(
    "Minister President Mr. Dr. Anna Berg J. Hoang bin von met with and , . ; ' 's ( ) - Vietnamese U.S. delegation "
    "led by counterpart his General Lt. Gen. Jr. II PARK said of Kenya the Secretary The Al-Sabah between".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_people_whose_marks_lie_in_it(text: str) -> None:
    scenes = marked(text)
    found = settle_parties(find_people(scenes), scenes, "US", ("US", "VN"))
    assert len(found.marks) == len(scenes)
    for scene, marks in zip(scenes, found.marks, strict=True):
        last = 0
        for mark in marks:
            assert last <= mark.first < mark.last <= len(scene.sentence.tokens)
            assert 0 <= mark.person < len(found.people)
            last = mark.last
    assert all(one.name and one.aliases for one in found.people)


@pytest.mark.parametrize(
    ("line", "name", "post", "party"),
    [
        ("- Marie Dubreuil, President, Union of Mayors", "Marie Dubreuil", "President, Union of Mayors", None),
        ("- Rev. Sam Ode, Founder & President, Bread for Kano", "Sam Ode", "Founder & President, Bread for Kano", None),
        ("• Mori Ken, Director-General, Ministry of Foreign Affairs of Japan", "Mori Ken",
         "Director-General, Ministry of Foreign Affairs", "JP"),
        ("- Rosa Quispe – Minister of Trade of Peru", "Rosa Quispe", "Minister of Trade", "PE"),
    ],
)  # fmt: skip
def test_a_line_of_a_list_gives_the_whole_office(line: str, name: str, post: str, party: str | None) -> None:
    found = person(cast("The participants included:\n\n" + line), name)
    assert (found.post, found.party) == (post, party)


def test_a_line_that_is_no_person_stays_out_of_the_cast() -> None:
    assert not cast("Results:\n\n- Green Corridor, a plan for ports\n- New York, Council of Mayors of Europe").people


def test_a_minister_who_is_a_senator_too_keeps_the_ministry() -> None:
    found = cast("The Minister for Trade, Senator Jane Moore, spoke.")
    assert person(found, "Jane Moore").post == "Minister for Trade"


def test_a_leader_without_an_office_has_a_country() -> None:
    found = cast("It was signed during a visit of the Algerian leader, Kamel Boudia, to Madrid.")
    assert person(found, "Kamel Boudia").party == "DZ"


def test_members_of_a_presidency_are_listed() -> None:
    found = cast("He met Members of the Presidency of Bosnia and Herzegovina Ana Zec, Boris Kos and Dino Haz.")
    assert [(one.name, one.party) for one in found.people] == [
        ("Ana Zec", "BA"),
        ("Boris Kos", "BA"),
        ("Dino Haz", "BA"),
    ]


def settled(text: str, *sides: str, home: str | None = None, newspaper: bool = True) -> dict[str, str | None]:
    """The parties of the people of a text of two sides, by name."""
    sentences = marked(text)
    found = settle_parties(find_people(sentences), sentences, home, sides, newspaper)
    return {one.name: one.party for one in found.people}


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("President Amina Sow will travel to Lisbon in May.", "Amina Sow", "SN"),
        ("Minister Amina Sow assured Portuguese firms of her support.", "Amina Sow", "SN"),
        ("Minister Amina Sow is expected to visit Portugal in May.", "Amina Sow", "SN"),
        ("They hailed the visit to Portugal by Minister Amina Sow.", "Amina Sow", "SN"),
        ("Minister Amina Sow, who signed the text on behalf of Senegal, left.", "Amina Sow", "SN"),
        ("It was signed by Minister Amina Sow and Portugal's Minister Rui Lopes.", "Amina Sow", "SN"),
        ("She flies to Dakar, where she will meet President Amina Sow.", "Amina Sow", "SN"),
        ("Portuguese Minister Rui Lopes called on the army chief, General Ali Sow.", "Ali Sow", "SN"),
    ],
)
def test_what_a_person_does_towards_a_country_tells_the_side(text: str, name: str, party: str) -> None:
    assert settled(text, "PT", "SN")[name] == party


def test_a_traveller_within_the_country_stays_open() -> None:
    assert settled("Minister Amina Sow travelled to the British Airfield.", "GB", "SN")["Amina Sow"] is None


def test_a_newspaper_leaves_out_the_country_of_its_own_people() -> None:
    text = (
        "Trade Minister Amina Sow met Portuguese Economy Minister Rui Lopes. "
        "Portugal's Ambassador Ana Reis was there. Energy Minister Modou Fall spoke later."
    )
    assert settled(text, "PT", "SN")["Modou Fall"] == "SN"
    assert settled(text, "PT", "SN", newspaper=False)["Modou Fall"] is None


def test_two_defence_ministers_are_of_two_sides() -> None:
    text = "Senegal's Defence Minister Amina Sow spoke. Later, Defence Minister Rui Lopes spoke."
    assert settled(text, "PT", "SN")["Rui Lopes"] == "PT"


def test_a_government_names_its_own_president_first() -> None:
    parties = settled(
        "The talks follow a call between Presidents Sow and Lopes.", "PT", "SN", home="SN", newspaper=False
    )
    assert parties == {"Sow": "SN", "Lopes": "PT"}


def test_a_host_who_invites_the_speaker_is_of_the_other_side() -> None:
    text = "At the invitation of His Excellency, President Rui Lopes, I am leaving for a visit."
    assert settled(text, "PT", "SN", home="SN", newspaper=False)["Rui Lopes"] == "PT"


@pytest.mark.parametrize("visit", ["I will visit Portugal", "she will also visit Portugal"])
def test_who_invites_to_a_country_is_of_it(visit: str) -> None:
    text = f"At the invitation of Prime Minister Rui Lopes, {visit} from 15 to 16 May."
    assert settled(text, "PT", "SN", home="SN", newspaper=False)["Rui Lopes"] == "PT"


def test_an_office_that_spoke_is_named_in_the_next_sentence() -> None:
    found = person(cast("The loan will come, Peru's finance minister said. Ana Ruiz was speaking in Lima."), "Ana Ruiz")
    assert (found.post, found.party) == ("finance minister", "PE")


def test_two_who_led_the_delegations_are_not_one_list() -> None:
    found = cast("Peru's Trade Minister Ana Ruiz and Energy Minister Tom Berg led the delegations.")
    assert person(found, "Tom Berg").party is None


def test_a_run_of_initials_is_nobody() -> None:
    assert not cast("Minister " + "A. " * 400).people


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("It took Ana Mori two days to make the point. Mori told reporters that she was tired.", "Ana Mori", None),
        ("Chile's Ana Mori hosted Kenya's Musa Kamau. Mori said the sea was cold.", "Ana Mori", "CL"),
        ("Cheng Wei was to speak first. Cheng argued that the sea was cold.", "Cheng Wei", None),
    ],
)
def test_a_bare_name_is_a_persons_where_its_short_form_speaks(text: str, name: str, party: str | None) -> None:
    assert (name, party) in [(person.name, person.party) for person in cast(text).people]


def test_two_members_of_a_government_without_a_country_are_the_newspapers_own() -> None:
    text = (
        "The men were released by Senegalese Minister Modou Fall. Fisheries Minister Ana Reis met them, "
        "and Undersecretary Rui Lopes thanked the navy."
    )
    found = settled(text, "PT", "SN")
    assert (found["Ana Reis"], found["Rui Lopes"], found["Modou Fall"]) == ("PT", "PT", "SN")


def test_a_newspaper_with_a_country_in_its_name_names_its_own_people_bare() -> None:
    sentences = marked("Energy Minister Modou Fall opened the talks with Portugal.")
    found = settle_parties(find_people(sentences), sentences, None, ("PT", "SN"), newspaper=True, paper_of="SN")
    assert person(found, "Modou Fall").party == "SN"


def test_items_between_semicolons_keep_their_organisation() -> None:
    found = cast("Taking part were Ana Ruiz, Adviser to the Commissioner, INM; and Tom Berg, Legal Adviser, SRE.")
    assert [(one.name, one.post) for one in found.people] == [
        ("Ana Ruiz", "Adviser to the Commissioner, INM"),
        ("Tom Berg", "Legal Adviser, SRE"),
    ]


def test_items_between_semicolons_keep_the_body_of_their_office() -> None:
    found = cast("Also there were: State Secretary Ida Holm, Federal Ministry of Finance; and Director Per Lund, "
                   "Office of Trade and Customs.")  # fmt: skip
    assert person(found, "Ida Holm").post == "State Secretary, Federal Ministry of Finance"
    assert person(found, "Per Lund").post == "Director, Office of Trade and Customs"


def test_a_president_met_by_a_minister_of_a_kingdom_is_not_of_its_side() -> None:
    text = "Japanese Foreign Minister Ken Mori met President Tom Hale on Monday."
    assert settled(text, "AU", "JP")["Tom Hale"] is None


def test_the_line_above_a_signature_tells_the_side() -> None:
    found = cast("For the Government of Tonga:\n\nH.E. Dr Semi Vaka - Deputy Prime Minister and Minister of Trade\n")
    assert person(found, "Semi Vaka").party == "TO"


def test_an_office_may_follow_a_spaced_hyphen() -> None:
    found = cast("The Hon Julia Gale - Deputy Prime Minister and Minister for Trade signed the text.")
    assert person(found, "Julia Gale").post == "Deputy Prime Minister and Minister for Trade"


@pytest.mark.parametrize(
    ("text", "name", "party", "post"),
    [
        ("Prime Minister Ola Berg and his Kenyan colleague Paul Omar spoke.", "Paul Omar", "KE", "Prime Minister"),
        ("Minister Ola Berg thanked her Kenyan opposite number, Paul Omar.", "Paul Omar", "KE", "Minister"),
        ("EU special representative Pia Sund was there.", "Pia Sund", "EU", "special representative"),
        ("Kenyan coast guard chief Paul Omar spoke.", "Paul Omar", "KE", "coast guard chief"),
        ("The Kenyan chief negotiator, Paul Omar, spoke.", "Paul Omar", "KE", "chief negotiator"),
        ("So chief negotiators Paul Omar of Kenya and Ola Berg of Norway spoke.", "Ola Berg", "NO", "chief negotiator"),
        ("Paul Omar, Chief Executive of the Kenya Tea Board (KTB), spoke.", "Paul Omar", "KE",
         "Chief Executive of the Kenya Tea Board (KTB)"),
        ("Paul Omar, Director General of the Public Authority for Manpower, spoke.", "Paul Omar", None,
         "Director General of the Public Authority for Manpower"),
        ("Paul Omar, chairman of the Association for the Fallen, spoke.", "Paul Omar", None,
         "chairman of the Association for the Fallen"),
        ("Admiral Paul Omar, commander of Kenya's Third Naval Zone, spoke.", "Paul Omar", "KE",
         "commander of Kenya's Third Naval Zone"),
        ("Paul Omar, commander of the mission, spoke.", "Paul Omar", None, "commander of the mission"),
        ("King Felipe VI of Spain spoke.", "Felipe VI", "ES", "King"),
        ("Migrant Workers Secretary Paul Omar spoke.", "Paul Omar", None, "Migrant Workers Secretary"),
        ("Colonel Paul Omar, of the Kenyan defence ministry, spoke.", "Paul Omar", "KE", None),
        ("The foreign ministers of Kenya and Fiji, Paul Omar and Ola Berg, met.", "Ola Berg", "FJ", "foreign minister"),
        ("Assistant Minister for International Organizations' Affairs Paul Omar spoke.", "Paul Omar", None,
         "Assistant Minister for International Organizations' Affairs"),
    ],
)  # fmt: skip
def test_offices_as_newspapers_write_them(text: str, name: str, party: str | None, post: str | None) -> None:
    one = person(cast(text), name)
    assert (one.party, one.post) == (party, post)


def test_an_ambassador_in_a_newspaper_of_the_host_is_of_the_other_side() -> None:
    text = "Kenyan Minister Amina Otieno met Minister Ion Radu. Ambassador Joy Mutua was there."
    sentences = marked(text)
    found = settle_parties(find_people(sentences), sentences, None, ("KE", "RO"), newspaper=True, paper_of="RO")
    assert person(found, "Joy Mutua").party == "KE"


def test_whose_counterpart_is_foreign_is_of_the_other_side() -> None:
    text = "President Juan Soto and his Indian counterpart are set to meet. Chile and India have talked since."
    assert settled(text, "CL", "IN")["Juan Soto"] == "CL"


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("India does not deny this. Its culture commissioner, Tara Rao, said so.", "Tara Rao", "IN"),
        ("Labour Minister Ana Soto, in Delhi for two days, said so.", "Ana Soto", "CL"),
        ("State secretary Luis Toro agreed. His Indian counterpart in the talks, secretary Ravi Das, did not.",
         "Luis Toro", "CL"),
        ("Treasury Secretary Inés Paz told lawmakers in Santiago.", "Inés Paz", None),
        ("They met President of Georgia Nino Lomidze.", "Nino Lomidze", "GE"),
    ],
)  # fmt: skip
def test_sides_follow_from_whose_the_office_is_and_where_its_holder_stays(
    text: str, name: str, party: str | None
) -> None:
    assert settled("Chile and India met. " + text, "CL", "IN").get(name) == party


def test_a_newspaper_names_its_own_country_in_its_our() -> None:
    text = "Chile and India met. Our arts minister, Mr Pablo Toro, handed him a list."
    found = find_people(marked(text))
    settled_ = settle_parties(found, marked(text), None, ("CL", "IN"), newspaper=True, paper_of="CL")
    assert [p.party for p in settled_.people] == ["CL"]


def test_two_capitals_before_a_name_are_its_initials() -> None:
    assert [p.name for p in cast("Foreign Minister AK Rahim Uddin met the press.").people] == ["AK Rahim Uddin"]


def test_an_office_of_a_body_that_is_told_leads_into_a_name_over_a_comma() -> None:
    people = cast("The paper was signed by the port's director general, Ana Ruiz.").people
    assert [(p.name, p.post) for p in people] == [("Ana Ruiz", "director general")]


def test_a_given_name_that_is_a_rulers_title_elsewhere_stays_in_the_name() -> None:
    assert [p.name for p in cast("Afghan Foreign Minister Amir Khan Saberi spoke.").people] == ["Amir Khan Saberi"]
    assert [p.name for p in cast("The Amir Sheikh Sabah Al-Nuri spoke.").people] == ["Sabah Al-Nuri"]
