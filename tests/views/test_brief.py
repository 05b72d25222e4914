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


def section(brief, heading):
    return next(section for section in brief.sections if section.heading == heading)


def test_sections_hold_what_the_record_says(filled):
    brief = write_brief(filled.view(), "Portugal, Morocco", 8)
    assert brief.subject == Subject(PAIR)
    assert headings(brief) == [
        "The relationship on a page", "Last rounds", "Counterparts", "Agenda by topic", "Open commitments",
        "Also delivered",
        "Figures", "Instruments", "What to expect",
    ]  # fmt: skip
    (last,) = section(brief, "Last rounds").lines
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
    assert not any(
        "fair" in line.quote for line in section(write_brief(filled.view(), "PT", 8), "Open commitments").lines
    )
    (offer,) = section(write_brief(filled.view(), "VN", 8), "Open commitments").lines
    assert (offer.group, offer.quote) == ("Vietnam to Morocco", "She invited Morocco to a fair in Đà Nẵng.")


def test_two_reports_of_one_round_are_one_line_with_two_sources(filled):
    def again(says):
        round_ = Engagement("dialogue", says("Maritime dialogue"), mechanism="Maritime dialogue", round=3, parties=PAIR,
                            start="2024-05", participants=(Participant("I. Cordeiro"),))  # fmt: skip
        return {"engagements": (round_,)}

    add(filled, "again.txt", "The third Maritime dialogue was held in May.", again, published="2024-05-20")
    (last,) = section(write_brief(filled.view(), "MA,PT", 8), "Last rounds").lines
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
    people = section(brief, "Counterparts")
    assert (len(people.lines), people.more) == (1, 1)
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
    people = section(write_brief(filled.view(), "MA,PT", 0), "Counterparts")
    assert [(line.lead, line.text) for line in people.lines] == [
        ("Youssef Lahlou, Morocco", "Secretary-General"), ("Inês Cordeiro, Portugal", "Deputy Foreign Minister"),
    ]  # fmt: skip
    assert people.lines[0].detail == "met once, last 2024-05-14 (3rd Maritime Dialogue)"


def test_the_agenda_keeps_to_the_topics_that_were_asked_for(filled):
    def topics(*wanted):
        agenda = section(write_brief(filled.view(), "MA,PT", 0, Wanted(topics=wanted)), "Agenda by topic")
        return [(line.lead, line.text) for line in agenda.lines]

    assert topics("maritime") == [("Only commitments", "Maritime security and capacity (1, 2)")]
    assert topics("disaster") == [("Only commitments", "Humanitarian assistance and disaster relief (2)")]
    with pytest.raises(UsageError, match="not a topic"):
        topics("gardening")


def test_the_short_form_is_a_page_and_its_notes_have_no_words(filled):
    brief = write_brief(filled.view(), "MA,PT", 8, Wanted(PAGE))
    assert sum(len(section.lines) for section in brief.sections) < 20
    text = markdown(brief)
    assert "Not in the record" not in text
    assert "[^1]: Portugal and Morocco hold third Maritime Dialogue, Lisbon Courier, 2024-05-14 (fact" in text


def test_since_leaves_out_older_documents(filled):
    assert "No document" in write_brief(filled.view(), "MA,PT", 8, Wanted(since="2025")).reason
    assert write_brief(filled.view(), "MA,PT", 8, Wanted(since="2024-05")).documents


def told(day, text, *acts):
    """A document of the pair with these acts: type, actors, words, topics."""
    return {
        "name": f"{day}.txt", "text": text,
        "build": lambda says: {
            "engagements": (Engagement("talks", says(text.split(".")[0]), main=True, parties=PAIR, start=day),),
            "acts": tuple(Act(kind, (who,), says(words), topics=(topic,)) for kind, who, words, topic in acts),
        },
        "published": day,
    }  # fmt: skip


@pytest.fixture
def promised(filled):
    """The ledger with a promise that is given again and kept, one that is overdue, and a position worded anew."""
    first = """They met in Faro. Portugal will lend Morocco three tugs for the port of Nador by 2024-09.
Portugal will dredge the harbour of Larache. Portugal holds that fishing rights in the strait must be shared fairly."""
    second = """They met in Nador. Portugal will again dredge the harbour of Larache.
Portugal holds that fishing rights in the strait must be shared equally. Morocco spoke of cod."""
    add(filled, **told(
        "2024-06-01", first,
        ("commit", "PT", "Portugal will lend Morocco three tugs for the port of Nador by 2024-09.", "transport"),
        ("commit", "PT", "Portugal will dredge the harbour of Larache.", "maritime"),
        ("affirm", "PT", "Portugal holds that fishing rights in the strait must be shared fairly.", "fisheries"),
    ))  # fmt: skip
    add(filled, **told(
        "2025-03-01", second,
        ("commit", "PT", "Portugal will again dredge the harbour of Larache.", "maritime"),
        ("affirm", "PT", "Portugal holds that fishing rights in the strait must be shared equally.", "fisheries"),
        ("discuss", "MA", "Morocco spoke of cod.", "agriculture"),
    ))  # fmt: skip
    return filled.view()


def test_open_commitments_stand_by_side_with_status_rule_and_steps(promised):
    lines = section(write_brief(promised, "MA,PT", 8), "Open commitments").lines
    assert [(line.lead, line.group) for line in lines[:2]] == [
        ("1. Overdue, due 2024-09", "Portugal to Morocco"), ("2. Reaffirmed", "Portugal to Morocco"),
    ]  # fmt: skip
    assert lines[1].detail == ("rule “promised again”: promised 2024-06-01, reaffirmed 2025-03-01; no newer document")
    assert [note.document.published for note in lines[1].notes] == ["2024-06-01", "2025-03-01"]


def test_what_is_not_done_is_told_apart_from_no_evidence(promised, filled):
    add(filled, **told(
        "2025-06-01", "They met in Rabat. Portugal has not yet lent Morocco three tugs for the port of Nador.",
        ("report", "PT", "Portugal has not yet lent Morocco three tugs for the port of Nador.", "transport"),
    ))  # fmt: skip
    lines = section(write_brief(filled.view(), "MA,PT", 8), "Open commitments").lines
    details = {line.quote[:21]: line.detail for line in lines}
    assert details["Portugal will lend Mo"].endswith("a document tells that it is not done")
    assert details["Portugal will dredge "].endswith("no evidence in 1 newer document")


def test_nothing_that_is_a_commitment_is_said_again(promised):
    brief = write_brief(promised, "MA,PT", 0)
    quotes = [line.quote for one in brief.sections if one.heading != "Figures" for line in one.lines if line.quote]
    assert len(quotes) == len(set(quotes))
    assert "Also committed" not in headings(brief)


def test_the_agenda_tells_what_changed_in_wording(promised):
    lines = section(write_brief(promised, "MA,PT", 8), "Agenda by topic").lines
    (line,) = [line for line in lines if "equally" in line.quote]
    assert line.detail == "worded anew since 2024-06-01: + equally; − fairly"
    assert [note.document.published for note in line.notes] == ["2025-03-01", "2024-06-01"]


def test_the_relationship_on_a_page_counts_what_is_open_each_way(promised):
    page = write_brief(promised, "MA,PT", 8, Wanted(PAGE))
    lines = {line.lead: line.text for line in section(page, "The relationship on a page").lines}
    assert lines["Open commitments"].startswith("Portugal to Morocco: 3; Both sides: 1")
    assert lines["3rd Maritime Dialogue"].startswith("Lisbon, Portugal; led by Inês Cordeiro (Portugal) and Youssef")
    assert lines["Overdue"] == "1: commitment 1 below"


def test_what_to_expect_tells_what_is_due_asked_and_was_raised(promised):
    lines = section(write_brief(promised, "MA,PT", 8), "What to expect").lines
    assert ("Due", "Portugal to Morocco – overdue", "commitment 1") in [
        (line.group, line.lead, line.text) for line in lines
    ]  # fmt: skip
    assert [(line.lead, line.text) for line in lines if line.group == "Asked and not answered"] == [
        ("Portugal", "commitment 3")
    ]
    assert all(line.notes for line in lines)


@pytest.mark.parametrize("subject", ["PT", "maritime dialogue"])
def test_a_briefing_on_one_party_or_a_mechanism_has_both_sides(filled, subject):
    brief = write_brief(filled.view(), subject, 8)
    people = [line.lead for line in section(brief, "Counterparts").lines]
    assert people == ["Youssef Lahlou, Morocco", "Inês Cordeiro, Portugal"]
    assert {line.group for line in section(brief, "Open commitments").lines} == {
        "Portugal to Morocco", "Morocco and Portugal, to each other",
    }  # fmt: skip


def test_talks_during_a_visit_are_one_occasion(filled):
    def build(says):
        people = (Participant("Rui Sampaio", "PT", "Minister for the Sea"),)
        visit = Engagement("visit", says("visit"), parties=PAIR, start="2024-07-01", end="2024-07-03",
                           country="MA", participants=people, main=True)  # fmt: skip
        talks = Engagement("talks", says("talks"), parties=PAIR, start="2024-07-02", place="Rabat", country="MA",
                           participants=people)  # fmt: skip
        return {"engagements": (visit, talks)}

    add(filled, "visit2.txt", "A visit with talks.", build, published="2024-07-04")
    brief = write_brief(filled.view(), "MA,PT", 8)
    (met,) = section(brief, "Other meetings").lines
    assert (met.date, met.detail, len(met.notes)) == (
        "2024-07-02", "during a visit, 2024-07-01 to 2024-07-03", 2,
    )  # fmt: skip
    assert section(brief, "The relationship on a page").lines[0].lead == "Last met: talks"
    (minister,) = [line for line in section(brief, "Counterparts").lines if line.lead.startswith("Rui")]
    assert minister.detail == "met once, last 2024-07-02"


def test_what_was_announced_and_then_held_is_held_whoever_says_more(filled):
    def held(says):
        fourth = Engagement("dialogue", says("Maritime Dialogue"), mechanism="Maritime Dialogue", round=4, parties=PAIR,
                            start="2025", country="MA")  # fmt: skip
        return {"engagements": (fourth,)}

    add(filled, "fourth.txt", "The fourth Maritime Dialogue was held.", held, published="2025-11-02")
    brief = write_brief(filled.view(), "MA,PT", 8)
    assert section(brief, "Last rounds").lines[0].lead == "4th Maritime Dialogue"
    assert not any("no document says it was held" in gap for gap in brief.gaps)
    assert not any("4th" in line.lead for line in section(brief, "What to expect").lines)


def test_what_several_documents_tell_of_a_round_is_put_together(filled):
    def without_lead(says):
        fifth = Engagement("dialogue", says("Maritime Dialogue"), mechanism="Maritime Dialogue", round=5, parties=PAIR,
                           start="2026-03-02", place="Rabat", country="MA", main=True)  # fmt: skip
        return {"engagements": (fifth,)}

    def with_lead(says):
        head = Participant("Rui Sampaio", "PT", "Minister for the Sea", role="co-chair")
        fifth = Engagement("dialogue", says("Maritime Dialogue"), mechanism="Maritime Dialogue", round=5, parties=PAIR,
                           participants=(head,), main=True)  # fmt: skip
        return {"engagements": (fifth,)}

    add(filled, "a.txt", "The fifth Maritime Dialogue was held in Rabat.", without_lead, published="2026-03-02")
    add(filled, "b.txt", "Rui Sampaio led the fifth Maritime Dialogue.", with_lead, published="2026-03-03")
    line = section(write_brief(filled.view(), "MA,PT", 8), "Last rounds").lines[0]
    assert (line.date, line.text) == (
        "2026-03-02",
        "Rabat, Morocco. Led by Rui Sampaio (Minister for the Sea, Portugal)",
    )
    assert {note.document.published for note in line.notes[:2]} == {"2026-03-02", "2026-03-03"}


def test_the_next_round_follows_from_the_interval_until_it_is_long_past(filled):
    def numbered(number, day):
        def build(says):
            return {"engagements": (Engagement("dialogue", says("Maritime Dialogue"), mechanism="Maritime Dialogue",
                                               round=number, parties=PAIR, start=day, main=True),)}  # fmt: skip

        return build

    add(filled, "fourth.txt", "The fourth Maritime Dialogue met.", numbered(4, "2025-05-14"), published="2025-05-14")
    brief = write_brief(filled.view(), "MA,PT", 8)
    line = section(brief, "The relationship on a page").lines[0]
    assert line.text.endswith("about every 12 months, so that the next falls about 2026-05")
    assert "about 2026-05" in [line.date for line in section(brief, "What to expect").lines]
    add(filled, "visit3.txt", "A visit.", lambda says: {
        "engagements": (Engagement("visit", says("visit"), parties=PAIR, start="2029-01-01", country="PT", main=True),),
    }, published="2029-01-02")  # fmt: skip
    brief = write_brief(filled.view(), "MA,PT", 8)
    (line,) = [line for line in section(brief, "The relationship on a page").lines if "4th" in line.lead]
    assert line.text.endswith("so that the next was due about 2026-05")
    assert not any(line.date == "about 2026-05" for line in section(brief, "What to expect").lines)


def test_a_page_has_two_commitments_of_each_side_and_numbers_them(promised):
    lines = section(write_brief(promised, "MA,PT", 8, Wanted(PAGE)), "Open commitments").lines
    assert [line.lead.split(".")[0] for line in lines] == [
        "Portugal to Morocco – 1", "Portugal to Morocco – 2", "Both sides – 3",
    ]  # fmt: skip
