"""A briefing from a ledger whose content is known."""

import hashlib

import pytest

from verbale.errors import UsageError
from verbale.ledger import Ledger
from verbale.model.document import Document, Passage, Role
from verbale.model.evidence import quote
from verbale.model.reading import Act, Engagement, Participant, Reading
from verbale.views.brief import Subject, Wanted, write_brief
from verbale.views.brief_contents import PAGE
from verbale.views.brief_markdown import markdown

PAIR = ("MA", "PT")


def add(ledger, name, text, build, **head):
    """Write a document; `build` makes its layers from a function that quotes it."""
    content = text.encode()
    document = Document(source=name, text=text, content=hashlib.sha256(content).hexdigest())

    def says(words):
        start = text.index(words)
        return (quote(text, document.hash, start, start + len(words)),)

    passages = (Passage(0, len(text), Role.BODY),)
    with ledger.writer() as writer:
        writer.add(document, Reading(source=name, passages=passages, reader="by-hand", **head, **build(says)), content)


def headings(brief):
    return [section.heading for section in brief.sections]


def test_sections_hold_what_the_record_says(filled):
    brief = write_brief(filled.view(), "Portugal, Morocco", 8)
    assert brief.subject == Subject(PAIR)
    assert headings(brief) == [
        "Last rounds", "Counterparts", "Agenda by topic", "Agreed", "Asked", "Signed", "Delivered", "Figures",
        "Planned",
    ]  # fmt: skip
    (last,) = brief.sections[0].lines
    assert (last.lead, last.date) == ("3rd Maritime Dialogue", "2024-05-14")
    assert last.text == (
        "Lisbon, Portugal. Led by Inês Cordeiro (Deputy Foreign Minister, Portugal); "
        "Youssef Lahlou (Secretary-General, Morocco)"
    )


def test_what_the_record_lacks_is_said(filled):
    gaps = " ".join(write_brief(filled.view(), "MA,PT", 8).gaps)
    assert "No commitment or offer was recognised" in gaps
    assert "the record holds nothing of rounds 1–2" in gaps
    other = " ".join(write_brief(filled.view(), "MA,VN", 8).gaps)
    assert "One of 1 documents does not give its outlet (visit.txt)." in other
    assert "No instrument is named." in other
    assert "No next meeting or step is announced" in other


def test_an_act_of_a_third_party_is_left_out(filled):
    assert "Offered" not in headings(write_brief(filled.view(), "PT", 8))
    assert "Offered" in headings(write_brief(filled.view(), "VN", 8))


def test_two_reports_of_one_round_are_one_line_with_two_sources(filled):
    def again(says):
        round_ = Engagement("dialogue", says("Maritime dialogue"), mechanism="Maritime dialogue", round=3, parties=PAIR,
                            start="2024-05", participants=(Participant("I. Cordeiro"),))  # fmt: skip
        return {"engagements": (round_,)}

    add(filled, "again.txt", "The third Maritime dialogue was held in May.", again, published="2024-05-20")
    (last,) = write_brief(filled.view(), "MA,PT", 8).sections[0].lines
    assert len(last.notes) == 2
    assert last.date == "2024-05-14", "the fullest report speaks"


def test_what_was_planned_and_never_reported_is_a_gap(filled):
    def later(says):
        return {"engagements": (Engagement("visit", says("visited"), parties=PAIR, start="2026-02-01", main=True),)}

    add(filled, "later.txt", "The minister visited Faro.", later, published="2026-02-02")
    gaps = write_brief(filled.view(), "MA,PT", 8).gaps
    assert "4th Maritime Dialogue, planned for 2025: no document says it was held." in gaps


def test_a_limit_counts_what_it_leaves_out(filled):
    brief = write_brief(filled.view(), "MA,PT", 1)
    figures = next(s for s in brief.sections if s.heading == "Figures")
    assert (len(figures.lines), figures.more) == (1, 1)
    assert "… and 1 more; `--limit 0` shows all." in markdown(brief)
    assert all(section.more == 0 for section in write_brief(filled.view(), "MA,PT", 0).sections)


def test_order_of_reading_does_not_matter(filled, filled_backwards):
    for subject in ("MA,PT", "VN", "maritime", None):
        one, other = (markdown(write_brief(ledger.view(), subject, 0)) for ledger in (filled, filled_backwards))
        assert one == other


def test_a_subject_is_chosen_where_none_is_named(filled):
    brief = write_brief(filled.view(), None, 8)
    assert brief.subject == Subject(PAIR, chosen=True)
    assert brief.others == ("MA,VN",)


def test_nothing_to_tell_has_a_reason(tmp_path, filled):
    assert "No document in the ledger is about Japan" in write_brief(filled.view(), "Japan", 8).reason
    with Ledger.open(tmp_path / "empty.db") as empty:
        assert "holds no documents yet" in write_brief(empty.view(), None, 8).reason
        assert "holds no documents yet" in markdown(write_brief(empty.view(), "Japan", 8))


def test_words_that_name_nothing_are_refused(filled):
    with pytest.raises(UsageError, match="neither a party nor a mechanism"):
        write_brief(filled.view(), "Elbonian Dialogue", 8)
    with pytest.raises(UsageError, match="not a party"):
        write_brief(filled.view(), "US,Elbonia", 8)


def test_a_document_cannot_write_markdown_into_a_briefing(filled):
    text = "They agreed to <script>alert(1)</script> and [click](http://example.org) `now`.\n\n# Not a heading"

    def build(says):
        visit = Engagement("visit", says("They"), parties=PAIR, main=True)
        return {"engagements": (visit,), "acts": (Act("agree", PAIR, says(text)),)}

    add(filled, "evil.txt", text, build, title="*Bold* <b>title</b>")
    out = markdown(write_brief(filled.view(), "MA,PT", 0))
    assert "\\<script\\>" in out
    assert "\\[click\\](http" in out
    assert "<b>" not in out.replace("\\<b", "")
    assert "\n# Not" not in out


def test_counterparts_have_their_post_and_the_last_meeting(filled):
    (people,) = [
        section for section in write_brief(filled.view(), "MA,PT", 0).sections if section.heading == "Counterparts"
    ]
    assert [(line.lead, line.text) for line in people.lines] == [
        ("Youssef Lahlou, Morocco", "Secretary-General"), ("Inês Cordeiro, Portugal", "Deputy Foreign Minister"),
    ]  # fmt: skip
    assert people.lines[0].detail == "met once, last at the 3rd Maritime Dialogue, 2024-05-14"


def test_the_agenda_keeps_to_the_topics_that_were_asked_for(filled):
    def topics(*wanted):
        brief = write_brief(filled.view(), "MA,PT", 0, Wanted(topics=wanted))
        lines = next((s.lines for s in brief.sections if s.heading == "Agenda by topic"), ())
        return [line.lead for line in lines]

    assert topics("maritime") == [
        "Maritime security and capacity – Morocco and Portugal", "Maritime security and capacity – Morocco",
    ]  # fmt: skip
    assert all(lead.startswith("Humanitarian") for lead in topics("disaster"))
    with pytest.raises(UsageError, match="not a topic"):
        topics("gardening")


def test_the_short_form_is_a_page_and_its_notes_have_no_words(filled):
    brief = write_brief(filled.view(), "MA,PT", 8, Wanted(PAGE))
    assert sum(len(section.lines) for section in brief.sections) < 20
    text = markdown(brief)
    assert "Not in the record" not in text
    assert "[^1]: *Portugal and Morocco hold third Maritime Dialogue*, Lisbon Courier, 2024-05-14 (fact" in text


def test_since_leaves_out_older_documents(filled):
    assert "No document" in write_brief(filled.view(), "MA,PT", 8, Wanted(since="2025")).reason
    assert write_brief(filled.view(), "MA,PT", 8, Wanted(since="2024-05")).documents
