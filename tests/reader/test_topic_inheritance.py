"""Which topic an act is given whose own words name none."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.marks import Marked, PartyForm, PartyMark
from verbale.language.sentences import sentences
from verbale.model.document import Passage, Role
from verbale.reader.topic_inheritance import act_topics, dominant_topic, inherited_topics, one_matter, theme_topics


def document(text: str, headline: str = "") -> list[Marked]:
    whole = headline + "\n" + text
    cut = len(headline)
    passages = [Passage(0, cut, Role.HEADLINE)] if headline else []
    return [Marked(sentence=s) for s in sentences(whole, [*passages, Passage(cut, len(whole), Role.BODY)])]


def last_topics(text: str, headline: str = "") -> tuple[str, ...]:
    marked = document(text, headline)
    return act_topics(marked, (), [(marked[-1], 0, len(marked[-1].sentence.tokens))], ())


def test_a_sentence_without_topic_goes_on_with_the_one_before_it_in_its_paragraph() -> None:
    assert last_topics("They spoke of a new railway. Both want to see trains run by May.") == ("transport",)
    assert last_topics("They spoke of vaccines. Both want it done by May.") == ("health",)


def test_neither_two_topics_nor_another_paragraph_are_inherited() -> None:
    assert last_topics("They spoke of vaccines and dairy. Both want it done by May.") == ()
    assert last_topics("They spoke of vaccines.\n\nBoth want to see it done by May.") == ()


def test_the_heading_gives_its_topic_to_what_stands_under_it() -> None:
    assert last_topics("Energy\n\nThe sides will do more together.\n\nBoth want to see it done by May.") == ("energy",)


def test_the_lead_has_the_topic_of_the_headline() -> None:
    headline = "Oslo and Riga sign pact on vaccines"
    assert last_topics("The two capitals signed on Monday.", headline) == ("health",)
    assert theme_topics(document("The two capitals signed on Monday.", headline)) == ("health",)
    assert theme_topics(document("The two capitals signed on Monday.")) == ()


def test_a_survey_of_other_issues_inherits_nothing() -> None:
    assert last_topics("They spoke of vaccines. They also discussed regional issues.") == ()


def test_own_words_come_first() -> None:
    assert last_topics("They spoke of vaccines. Both want tariffs cut by May.") == ("trade",)


def test_the_name_of_a_main_party_is_no_crisis() -> None:
    [one] = document("They will send teachers to Somalia.")
    one.parties.append(PartyMark(5, 6, "SO", PartyForm.NAME))
    span = (one, 0, len(one.sentence.tokens))
    assert "conflicts" in act_topics([one], (), [span], ())
    assert "conflicts" not in act_topics([one], ("KE", "SO"), [span], ())


@settings(max_examples=100)
@given(st.text(alphabet="they agreed on. Trade\n:issues", max_size=120))
def test_any_text_inherits_one_topic_at_most(text: str) -> None:
    marked = document(text)
    for one in marked:
        assert len(inherited_topics(marked, one, 0, len(one.sentence.tokens))) <= 1


def test_a_document_of_one_matter_gives_it_to_sentences_that_do_not_name_it() -> None:
    story = "Peru sent vaccines.\n\nThe vaccines came in May.\n\nBoth are glad.\n\nMore vaccines are on their way."
    assert dominant_topic(document(story)) == ("health",)
    mixed = "They spoke of vaccines.\n\nThey spoke of tariffs.\n\nThey spoke of railways.\n\nThey spoke of vaccines."
    assert dominant_topic(document(mixed)) == ()
    assert dominant_topic([]) == ()
    [one] = document("Both want it done by May.")
    span = (one, 0, len(one.sentence.tokens))
    assert act_topics([one], (), [span], (), ("health",)) == ("health",)
    [own] = document("Both want tariffs cut by May.")
    span = (own, 0, len(own.sentence.tokens))
    assert act_topics([own], (), [span], (), ("health",)) == ("trade",)
    assert act_topics([own], (), [span], (), ("health",), ("health",)) == ("trade", "health")


def test_words_without_a_topic_have_those_of_their_sentence() -> None:
    (one,) = document("Peru will give half and Ghana will build the railway and the clinic.")
    half = [(one, 0, 4)]
    assert set(act_topics([one], (), half, ())) == {"transport", "health"}
    assert set(act_topics([one], (), half, (), ("trade",))) == {
        "transport",
        "health",
    }  # narrower than the story's theme


def test_one_matter_is_named_where_the_story_opens() -> None:
    fields = ["They signed a note on tariffs and market access."] * 3
    matter = document("The tariffs were cut.\n\n" + "\n\n".join(fields))
    other = document("The ministers met on Friday.\n\nThey sat by the sea.\n\n" + "\n\n".join(fields))
    assert one_matter(matter) == ("trade",)
    assert dominant_topic(other) == ("trade",)
    assert one_matter(other) == ()
