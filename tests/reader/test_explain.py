"""The reader's account of itself: what it recognised, sentence by sentence, and which rule made what."""

from verbale.model.document import Document, Role
from verbale.reader import rules
from verbale.reader.explain import Explained, account, explain

STORY = """Chile and Norway hold talks on fisheries

Fjord Gazette, 14 May 2024

Foreign Minister Ana Rojas of Chile met her Norwegian counterpart Per Hauge in Oslo on 13 May. Rojas said that
Chile would build two research stations and thanked Norway for NOK 40 million in aid. The two sides signed a memorandum
of understanding on fisheries.
"""


def sentence(words: str) -> Explained:
    return next(s for s in explain(Document("a.txt", STORY)) if words in s.text)


def test_sentences_are_the_words_of_the_document_in_order():
    told = explain(Document("a.txt", STORY))
    assert [s.role for s in told] == [Role.HEADLINE, Role.BYLINE, Role.BODY, Role.BODY, Role.BODY]
    for s in told:
        assert s.text == STORY[s.start : s.end]
        assert all(m.words == STORY[m.start : m.end] for m in s.marks)
        assert all(c.verb in STORY[c.start : c.end] for c in s.clauses)


def test_marks_say_for_what_the_words_were_taken():
    marks = {(m.kind, m.words): dict(m.value) for m in sentence("met her Norwegian counterpart").marks}
    assert marks["party", "Chile"] == {"code": "CL", "form": "name"}
    assert marks["place", "Oslo"] == {"name": "Oslo", "country": "NO"}
    hauge = marks["person", "Per Hauge"]
    assert (hauge["name"], hauge["party"]) == ("Per Hauge", "NO")
    assert hauge["reason"], "why he is Norwegian"
    date = next(value for (kind, _), value in marks.items() if kind == "date")
    assert date["start"] == "2024-05-13"
    assert date["reason"]


def test_a_clause_names_its_verb_its_subject_and_what_reports_it():
    clauses = {c.lemma: c for c in sentence("would build").clauses}
    assert clauses["say"].subject == "Rojas"
    assert (clauses["build"].kind, clauses["build"].tense) == ("complement", "would")
    assert (clauses["build"].subject, clauses["build"].governed_by) == ("Chile", "said")
    assert clauses["thank"].subject == "Rojas", "the subject that a coordinated verb takes over"


def test_every_entry_stands_under_a_sentence_with_its_rule():
    told = account(Document("a.txt", STORY))
    reading = rules.read(Document("a.txt", STORY))
    under = [entry for s in told.sentences for entry in s.entries]
    for entry in (*reading.engagements, *reading.instruments, *reading.acts, *reading.figures):
        assert entry in under
        assert entry.rule
    assert told.reading == reading
    assert (told.genre, told.sides, told.home) == ("news", ("CL", "NO"), None)


def test_headlines_are_marked_but_not_taken_apart():
    title = sentence("hold talks on")
    assert {m.value["code"] for m in title.marks} == {"CL", "NO"}
    assert (title.tags, title.clauses) == ("", ())
    signed = sentence("The two sides")
    assert len(signed.tags) == len([*signed.text.rstrip(".").split(), "."])


def test_a_text_without_a_story_has_no_account_and_no_error():
    assert explain(Document("a.txt", "")) == []
    assert explain(Document("a.txt", "\0\ud800 ...")) is not None
