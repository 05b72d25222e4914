"""Which verb has which subject, and what governs it."""

import pytest
from grammar_stage import clause, governor, marked, parsed, subject
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.clauses import parse
from verbale.language.marks import Marked
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role
from verbale.reader.acts.frames import speech


@pytest.mark.parametrize(
    ("sentence", "lemma", "words"),
    [
        ("The two sides agreed to trade more.", "agree", "The two sides"),
        ("On Monday, the ministers signed a treaty.", "sign", "the ministers"),
        ("During the talks in Oslo, Rojas thanked Norway.", "thank", "Rojas"),
        ("At the meeting Rojas thanked Norway.", "thank", "Rojas"),
        ("On Monday Rojas thanked Norway.", "thank", "Rojas"),
        ("The talks we had yesterday were useful.", "have", "we"),
        ("On that occasion the two ministers also agreed to trade more.", "agree", "the two ministers"),
        ("The minister, then newly elected, said he would stay.", "say", "The minister"),
        ("The office said Oslo had asked for help.", "say", "The office"),
        ("Under the pact, reached last week, Chile will be allowed to fish.", "allow", "Chile"),
        ("In May flares were fired at sea.", "fire", "flares"),
        ("Regret was voiced by Rojas.", "voice", "Regret"),
        ("Both sides have since held talks.", "meet", "Both sides"),
        ("Chile and Norway both believe that reform is needed.", "believe", "Chile and Norway"),
        ("We both support the plan.", "support", "We"),
        ("The pact we have signed today will make fishing safer.", "make", "The pact"),
        ("The rules which Chile announces in May are meant to last.", "mean", "The rules"),
        ("A moment later she was denouncing the plan.", "denounce", "she"),
        ("Negotiating teams of the two states are due in Oslo.", "be", "Negotiating teams of the two states"),
        ("So far Norway has been permitted to sell eels.", "permit", "Norway"),
        ("So the two ministers announced a fund.", "announce", "the two ministers"),
        ("Since the election we have signed a treaty.", "sign", "we"),
        ("The pact on trade, as well as the one on cod, will last.", "last", "The pact on trade"),
        ("The ministers on Tuesday, May 13, wrapped up their talks.", "wrap", "The ministers on Tuesday"),
        ("A joint working group collaborated on cod.", "collaborate", "A joint working group"),
        ("The first meeting addressed a range of issues.", "address", "The first meeting"),
        ("Chile welcomes and supports the plan.", "welcome", "Chile"),
        ("Norway last sent a ship in 2020.", "send", "Norway"),
        ("The lake, he reported, holds nine tonnes of fish.", "hold", "The lake"),
        ("The two men, it says, recalled the “happy days” of 2019.", "recall", "The two men"),
        ("Rojas, the latter of whom is in Oslo, signed a treaty.", "sign", "Rojas"),
        ("In talks on 3 May Norway pledged aid.", "pledge", "Norway"),
        ("At the talks the minister thanked Norway.", "thank", "the minister"),
        # behind an apposition, a relative, a parenthesis, a participle
        ("Rojas, the foreign minister of Chile, thanked Norway.", "thank", "Rojas"),
        ("Rojas, who leads the delegation, thanked Norway.", "thank", "Rojas"),
        ("Rojas (Chile) thanked Norway.", "thank", "Rojas"),
        ("Rojas – speaking in Oslo – thanked Norway.", "thank", "Rojas"),
        ("Rojas, accompanied by two deputies, thanked Norway.", "thank", "Rojas"),
        ("Rojas, along with Hauge, praised the pact.", "praise", "Rojas"),
        ("Rojas, however, rejected the plan.", "reject", "Rojas"),
        ("Rojas also strongly condemned the attack.", "condemn", "Rojas"),
        # several
        ("Rojas and Hauge signed a treaty.", "sign", "Rojas and Hauge"),
        ("Foreign Minister Ana Rojas and her counterpart Per Hauge agreed to meet.", "agree",
         "Foreign Minister Ana Rojas and her counterpart Per Hauge"),
        ("Chile, Norway and Peru agreed to meet.", "agree", "Chile, Norway and Peru"),
        # one subject for several verbs
        ("Rojas welcomed the pact and pledged more aid.", "pledge", "Rojas"),
        ("Rojas welcomed the pact, thanked Norway and pledged more aid.", "pledge", "Rojas"),
        ("Rojas welcomed the pact, adding that trade would grow.", "add", "Rojas"),
        ("Welcoming the pact, Rojas pledged more aid.", "welcome", "Rojas"),
        ("Rojas welcomed the pact while urging Norway to invest.", "urge", "Rojas"),
        ("Rojas thanked Norway for its aid and the Norwegian side praised the progress.", "praise",
         "the Norwegian side"),
        # within a subject
        ("Programs to support young people have grown.", "grow", "Programs to support young people"),
        ("The treaty signed in 2011 remains important.", "remain", "The treaty signed in 2011"),
        ("Efforts by both sides to protect the sea have grown.", "grow", None),
        # passives
        ("A treaty was signed by the ministers.", "sign", "A treaty"),
        ("The next round is to be held in Santiago.", "hold", "The next round"),
        ("The pact has yet to take effect.", "take", "The pact"),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb(sentence, lemma, words):
    if words is not None:
        assert subject(sentence, lemma) == words
    else:
        assert subject(sentence, lemma) is not None


@pytest.mark.parametrize(
    ("sentence", "lemma", "above", "words"),
    [
        # what is said, with and without 'that'
        ("Rojas said that Norway had invested in ports.", "invest", "say", "Norway"),
        ("Rojas said Norway had invested in ports.", "invest", "say", "Norway"),
        ("Rojas noted that both sides will continue the work.", "continue", "note", "both sides"),
        ("Rojas said that, since 2020, trade has doubled.", "double", "say", "trade"),
        ("Rojas said that once the pact enters into force, Norway will pay.", "pay", "say", "Norway"),
        ("Hauge noted that Rojas had reaffirmed her support.", "reaffirm", "note", "Rojas"),
        ("Rojas told reporters that Chile will sign the pact.", "sign", "tell", "Chile"),
        ("Rojas, welcoming the pact, said Chile will sign it soon.", "sign", "say", "Chile"),
        # attributions behind and inside
        ("Chile will sign the pact, Rojas said.", "sign", "say", "Chile"),
        ("“Chile will sign the pact,” said Rojas.", "sign", "say", "Chile"),
        ("“Chile will sign the pact,” Rojas told reporters.", "sign", "tell", "Chile"),
        ("“Chile will sign the pact,” said the minister.", "sign", "say", "Chile"),
        ("More publicity, Hauge urged, is needed.", "need", "urge", "More publicity"),
        ("Chile, he said, will sign the pact.", "sign", "say", "Chile"),
        ("The pact, Rojas added, would help both countries.", "help", "add", "The pact"),
        ("According to Rojas, Chile will sign the pact.", "sign", None, "Chile"),
        # coordination against embedding
        ("Rojas said that trade had grown and that Norway would invest.", "invest", "say", "Norway"),
        ("Rojas said trade had grown and thanked Norway.", "thank", None, "Rojas"),
        ("Rojas said Chile would build a port and expand trade.", "expand", "say", "Chile"),
        ("Rojas said the pact was good and asked Norway to ratify it.", "ask", None, "Rojas"),
        ("Rojas welcomed the pact; Hauge said Norway would ratify it.", "ratify", "say", "Norway"),
    ],
)  # fmt: skip
def test_what_is_said_and_by_whom(sentence, lemma, above, words):
    assert governor(sentence, lemma) == above
    assert subject(sentence, lemma) == words


@pytest.mark.parametrize(
    ("sentence", "lemma", "kind"),
    [
        ("Rojas thanked Norway.", "thank", "main"),
        ("Rojas thanked Norway and pledged aid.", "pledge", "coordinate"),
        ("Rojas thanked Norway, pledging more aid.", "pledge", "participle"),
        ("Rojas met Hauge, who pledged more aid.", "pledge", "relative"),
        ("Rojas said Norway had pledged more aid.", "pledge", "complement"),
        ("They met after Norway had pledged more aid.", "pledge", "subordinate"),
        ("They welcomed the aid Norway pledged.", "pledge", "subordinate"),
        ("They backed policies that promote trade, fight fraud, and improve health.", "improve", "relative"),
        ("They praised the pact, which will draw investors and create jobs.", "create", "relative"),
        ("We train often so that we can learn and strengthen our ties.", "strengthen", "subordinate"),
        ("Norway has pledged more aid, Rojas said.", "say", "attribution"),
        ("“Norway has pledged more aid,” said Rojas.", "say", "attribution"),
    ],
)
def test_the_kind_of_a_clause(sentence, lemma, kind):
    assert clause(sentence, lemma).kind == kind


@pytest.mark.parametrize(
    ("sentence", "lemma", "words"),
    [
        ("Rojas welcomed the pact and pledged more aid.", "welcome", "Rojas welcomed the pact"),
        ("Rojas welcomed the pact and pledged more aid.", "pledge", "pledged more aid."),
        ("Rojas thanked Norway, while Hauge praised Chile.", "thank", "Rojas thanked Norway"),
        ("Rojas said that trade had grown and that Norway would invest.", "grow", "trade had grown"),
    ],
)
def test_a_clause_ends_where_the_next_begins(sentence, lemma, words):
    found = clause(sentence, lemma)
    tokens = marked(sentence).sentence.tokens
    start = tokens[0].start
    assert sentence[tokens[found.start].start - start : tokens[found.end - 1].end - start].startswith(words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The project helped Chile build a port.",
        "They agreed to promote trade and expand aid.",
        "The ministers, signed treaties, open ports.",
    ],
)
def test_a_bare_verb_behind_another_is_no_clause_of_its_own(sentence):
    lemmas = [c.predicate.lemma for c in parsed(sentence).clauses]
    assert "build" not in lemmas
    assert "expand" not in lemmas


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Chile Norway Rojas said that the ministers agreed to , and . “ ” ( ) – ; : who which welcomed signed by "
            "will be had has since while adding is of in a not pact he they , said the told by to open 13 both".split()
        ),
        min_size=1,
        max_size=40,
    ).map(" ".join)
)
def test_clauses_of_any_words_are_well_formed(text):
    for sentence in sentences(text, [Passage(0, len(text), Role.BODY)]):
        found = parse(Marked(sentence), speech())
        size = len(sentence.tokens)
        for each in found.clauses:
            assert 0 <= each.start < each.end <= size
            assert each.subject is None or 0 <= each.subject[0] < each.subject[1] <= size
            assert each.inherits is not each
            assert each.governor is not each
