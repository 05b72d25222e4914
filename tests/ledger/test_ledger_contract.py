"""What every ledger promises, whatever the database under it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from ledger_samples import READER, TEXT, sample, sentences_of

from verbale.errors import NotFoundError, UsageError
from verbale.ledger import Added, Known, Ledger
from verbale.model.document import Document, Passage, Role
from verbale.model.reading import Engagement, Reading
from verbale.model.records import DocumentRecord, Fact, Filters, PersonRecord

Export = Callable[[Ledger], str]


def add(ledger: Ledger, *given: object, **named: str) -> Added | Known:
    document, reading, content = given or sample(**named)  # type: ignore[misc]
    return ledger.writer().add(document, reading, content, sentences_of(document.text))


class TestWriting:
    def test_a_document_comes_back_as_it_was_read(self, ledger: Ledger) -> None:
        document, reading, content = sample()
        added = add(ledger, document, reading, content)
        view = ledger.view()
        assert added == Added(added.document, facts=5)
        assert [fact.entry for fact in view.engagements()] == list(reading.engagements)
        assert [fact.entry for fact in view.instruments()] == list(reading.instruments)
        assert [fact.entry for fact in view.acts()] == list(reading.acts)
        assert [fact.entry for fact in view.figures()] == list(reading.figures)
        assert view.engagements()[0].entry.spans == reading.engagements[0].spans
        assert view.text(added.document) == TEXT
        record = view.document(added.document)
        assert (record.title, record.published, record.language) == (reading.title, "2024-03-05", "en")
        assert record.passages == reading.passages
        assert record.parties == ("PH", "VN")
        assert record.source == "coast.txt"

    def test_reading_again_writes_nothing(self, ledger: Ledger, exported: Export) -> None:
        add(ledger)
        before = exported(ledger)
        assert isinstance(add(ledger), Known)
        assert exported(ledger) == before
        assert ledger.view().counts()["documents"] == 1

    def test_folders_do_not_count_but_names_do(self, ledger: Ledger) -> None:
        add(ledger, name="/here/coast.txt")
        assert isinstance(add(ledger, name="C:\\there\\coast.txt"), Known)
        assert isinstance(add(ledger, name="copy.txt"), Known)
        assert isinstance(add(ledger, name="a copy.txt"), Known)
        (record,) = ledger.view().documents()
        assert [source.name for source in record.sources] == ["a copy.txt", "coast.txt", "copy.txt"]

    def test_a_newer_reader_replaces_the_reading(self, ledger: Ledger) -> None:
        document, reading, content = sample(reader="rules-9")
        add(ledger, document, reading, content)
        newer = replace(reading, reader="rules-10", acts=reading.acts[:1], title="Better")
        assert add(ledger, document, newer, content) == Added(ledger.view().documents()[0].id, 4, replaced=True)
        view = ledger.view()
        assert [fact.entry.type for fact in view.acts()] == ["agree"]
        assert view.documents()[0].title == "Better"
        assert view.search("urged hotline")[0].layer == "sentence"
        assert all(hit.layer == "sentence" for hit in view.search("urged hotline"))
        assert view.health().problems == ()

    def test_an_older_reader_changes_nothing(self, ledger: Ledger, exported: Export) -> None:
        document, reading, content = sample(reader="rules-10")
        add(ledger, document, reading, content)
        before = exported(ledger)
        assert isinstance(add(ledger, document, replace(reading, reader="rules-9", acts=()), content), Known)
        assert exported(ledger) == before

    def test_a_newer_reader_that_takes_another_text_from_the_same_bytes(self, ledger: Ledger) -> None:
        document, reading, content = sample(reader="rules-1")
        add(ledger, document, reading, content)
        longer = Document(source="coast.txt", text="Menu\n" + TEXT, content=document.content)
        add(ledger, longer, Reading("coast.txt", reader="rules-2"), content)
        assert [record.hash for record in ledger.view().documents()] == [longer.hash]
        assert ledger.view().search("menu")
        assert ledger.view().counts()["acts"] == 0
        assert ledger.view().health().problems == ()

    def test_what_is_said_twice_in_one_place_is_one_fact(self, ledger: Ledger) -> None:
        document, reading, content = sample()
        assert add(ledger, document, replace(reading, acts=reading.acts * 2), content) == Added(
            ledger.view().documents()[0].id, 5
        )

    def test_an_error_in_the_middle_writes_nothing(self, ledger: Ledger, exported: Export) -> None:
        document, reading, content = sample()
        huge = replace(reading.engagements[0], round=10**30)
        with pytest.raises(OverflowError):
            add(ledger, document, replace(reading, engagements=(huge,)), content)
        assert exported(ledger) == ""
        assert ledger.view().search("hotline") == []
        assert isinstance(add(ledger), Added)


class TestOrder:
    def test_two_sources_of_one_text(self, new_ledger: Callable[[], Ledger], exported: Export) -> None:
        document, reading, _ = sample()
        page = replace(document, source="coast.html", media_type="text/html", content="", title="Page")
        from_page = replace(reading, source="coast.html", title="Page", figures=())
        one, other = new_ledger(), new_ledger()
        add(one, document, reading, b"text")
        add(one, page, from_page, b"<html>")
        add(other, page, from_page, b"<html>")
        add(other, document, reading, b"text")
        assert exported(one) == exported(other)
        assert len(one.view().documents()[0].sources) == 2
        assert one.view().health().problems == ()

    def test_the_document_can_be_read_again_as_it_was_given(self, ledger: Ledger) -> None:
        document, reading, content = sample()
        marked = replace(document, title="As declared", passages=(Passage(3, 9, Role.BODY),), media_type="text/html")
        added = add(ledger, marked, reading, content)
        again = ledger.view().source_document(added.document)
        assert replace(again, content="") == marked
        assert again.hash == document.hash

    def test_the_export_is_json_lines_with_evidence(self, ledger: Ledger, exported: Export) -> None:
        add(ledger)
        lines = [json.loads(line) for line in exported(ledger).splitlines()]
        assert [line["record"] for line in lines] == [
            "document", "engagement", "instrument", "act", "act", "figure", "content",
        ]  # fmt: skip
        for line in lines[1:-1]:
            for evidence in line["evidence"]:
                assert lines[0]["text"][evidence["start"] : evidence["end"]] == evidence["exact"]
        assert lines[5]["value"] == 40


class TestViewing:
    @pytest.fixture(autouse=True)
    def _filled(self, ledger: Ledger) -> None:
        add(ledger)
        text = "Kenya and Japan met in Nairobi in June 2022.\nThe sides discussed dioxin."
        document = Document(source="kenya.txt", text=text)
        base = sample()[1]
        span = (replace(base.acts[0].evidence[0], document=document.hash, start=0, end=5, exact="Kenya"),)
        meeting = Engagement("talks", span, main=True, parties=("JP", "KE"), start="2022-06")
        undated = Engagement("visit", span, parties=("KE",))
        reading = Reading("kenya.txt", reader=READER, engagements=(undated, meeting))
        add(ledger, document, reading, text.encode())

    @pytest.mark.parametrize(
        ("filters", "kinds"),
        [
            (Filters(), ["visit", "talks", "dialogue"]),
            (Filters(limit=1), ["visit"]),
            (Filters(parties=("VN",)), ["dialogue"]),
            (Filters(parties=("JP", "KE")), ["talks"]),
            (Filters(parties=("JP", "VN")), []),
            (Filters(mechanism="coastal AFFAIRS"), ["dialogue"]),
            (Filters(mechanism="%"), []),
            (Filters(after="2024"), ["dialogue"]),
            (Filters(after="2024-03-04", before="2024-03-04"), ["dialogue"]),
            (Filters(after="2024-03-05"), []),
            (Filters(before="2022-06-01"), ["visit", "talks"]),
            (Filters(topics=("dioxin", "maritime")), ["dialogue"]),
            (Filters(document="kenya.txt"), ["visit", "talks"]),
        ],
    )
    def test_filters(self, ledger: Ledger, filters: Filters, kinds: list[str]) -> None:
        assert [fact.entry.kind for fact in ledger.view().engagements(filters)] == kinds

    def test_filters_of_the_other_layers(self, ledger: Ledger) -> None:
        view = ledger.view()
        assert len(view.acts(Filters(parties=("VN",)))) == 1
        assert len(view.acts(Filters(parties=("PH",), topics=("maritime",)))) == 1
        assert len(view.acts(Filters(mechanism="coastal"))) == 2
        assert len(view.figures(Filters(parties=("VN", "PH"), topics=("training",), mechanism="dialogue"))) == 1
        assert view.figures(Filters(parties=("KE",))) == []
        assert len(view.instruments(Filters(parties=("PH",), before="2024"))) == 1
        assert [d.source for d in view.documents(Filters(parties=("KE",)))] == ["kenya.txt"]
        assert [d.source for d in view.documents()] == ["kenya.txt", "coast.txt"]
        assert [p.name for p in view.people(Filters(parties=("PH", "VN")))] == ["Carla Reyes", "Bùi Văn Sơn"]
        assert [p.name for p in view.people(Filters(mechanism="coastal", limit=1))] == ["Carla Reyes"]

    def test_a_date_that_is_none_is_said(self, ledger: Ledger) -> None:
        with pytest.raises(UsageError, match="not a date"):
            ledger.view().acts(Filters(after="March"))

    def test_ids_by_their_beginning(self, ledger: Ledger) -> None:
        view = ledger.view()
        fact = view.acts()[0]
        assert view.fact(fact.id[:8]) == fact
        assert isinstance(view.find(view.people()[0].id), PersonRecord)
        assert isinstance(view.find("coast.txt"), DocumentRecord)
        assert isinstance(view.find(fact.id), Fact)
        with pytest.raises(UsageError, match="Several ids"):
            view.fact("e")
        for nothing in ("a000000000", "hello", "d0000000000", "", "p00", "e%"):
            with pytest.raises(NotFoundError):
                view.find(nothing)

    @pytest.mark.parametrize("words", ["da nang", "Đà Nẵng", "DA NANG", '"in da nang"'])
    def test_search_without_diacritics(self, ledger: Ledger, words: str) -> None:
        hits = ledger.view().search(words)
        assert {"engagement", "sentence"} <= {hit.layer for hit in hits}
        assert all("Đà Nẵng" in hit.words for hit in hits)

    @pytest.mark.parametrize("words", ["NOT", 'a" OR "b', "folded:x", "nang*da", "a AND", "NEAR(a b)"])
    def test_search_takes_any_words_as_words(self, ledger: Ledger, words: str) -> None:
        assert ledger.view().search(words) == []

    @pytest.mark.parametrize("words", ['"', "*", "(", "-", "", "\0", '""'])
    def test_search_needs_a_word(self, ledger: Ledger, words: str) -> None:
        with pytest.raises(UsageError, match="no word"):
            ledger.view().search(words)

    def test_search_finds_what_a_fact_was_resolved_to(self, ledger: Ledger) -> None:
        assert [hit.layer for hit in ledger.view().search("reyes hotline") if hit.layer == "act"] == ["act"]
        assert len(ledger.view().search("the", limit=2)) == 2

    def test_british_and_american_spelling_are_one(self, ledger: Ledger) -> None:
        text = "Officials\nThe Defence Programme was organised in the Harbour."
        document = Document(source="uk.txt", text=text)
        span = (replace(sample()[1].acts[0].evidence[0], document=document.hash, start=0, end=5, exact="Offic"),)
        meeting = Engagement("talks", span, main=True, mechanism="Defence Policy Dialogue")
        add(ledger, document, Reading("uk.txt", engagements=(meeting,)), text.encode())
        assert [hit.source for hit in ledger.view().search("defense program organized")] == ["uk.txt"]
        assert len(ledger.view().engagements(Filters(mechanism="defense policy"))) == 1

    def test_people_across_documents(self, ledger: Ledger) -> None:
        document, reading, _ = sample(name="later.txt", text=TEXT + " Later.")
        person = replace(reading.engagements[0].participants[1], name="CARLA REYES", post="President")
        meeting = replace(reading.engagements[0], participants=(person,), start="2025-01-02")
        add(ledger, document, replace(reading, engagements=(meeting,)), b"later")
        (found,) = ledger.view().people(Filters(parties=("PH",)))
        assert (found.name, found.party, len(found.documents), len(found.engagements)) == ("Carla Reyes", "PH", 2, 2)
        assert [(p.post, p.first, p.last) for p in found.posts] == [
            ("Minister", "2024-03-04", "2024-03-04"), ("President", "2025-01-02", "2025-01-02"),
        ]  # fmt: skip

    def test_evidence_in_context(self, ledger: Ledger) -> None:
        evidence = ledger.view().figures()[0].entry.evidence[0]
        assert ledger.view().evidence_in_context(evidence, 6) == ("train ", "40 officers", ". They")

    def test_counts(self, ledger: Ledger) -> None:
        assert ledger.view().counts() == {
            "documents": 2, "people": 2, "engagements": 3, "instruments": 1, "acts": 2, "figures": 1,
        }  # fmt: skip

    def test_holds_what_was_read_by_this_or_a_newer_reader(self, ledger: Ledger) -> None:
        view = ledger.view()
        content = view.document("coast.txt").sources[0].content
        assert view.holds("coast.txt", content, READER) == view.document("coast.txt").id
        assert view.holds("coast.txt", content, "test-2") is None
        assert view.holds("other.txt", content, READER) is None

    def test_a_view_does_not_keep_writers_out(self, ledger: Ledger) -> None:
        view = ledger.view()
        view.engagements()
        assert isinstance(add(ledger, name="new.txt", text=TEXT + " New."), Added)
        assert view.counts()["documents"] == 3
