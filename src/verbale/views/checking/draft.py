"""Sentence by sentence: what a draft claims, and what the ledger says of it.

A sentence is supported only where every claim in it is, and every number and date of it stands in what supports it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verbale.ledger.view import View
from verbale.model.document import Document
from verbale.model.evidence import quote
from verbale.model.merged import Merged
from verbale.model.reading import Act, Engagement, Figure, Instrument, Participant
from verbale.model.records import Fact, Filters, PersonRecord
from verbale.reader.explain import Explained, account
from verbale.views.checking.details import Details, details_of
from verbale.views.checking.findings import ABSENT, NOTHING, SUPPORTED, Finding, verdict_of
from verbale.views.checking.matters import check_act, check_figure, check_instrument, check_posts
from verbale.views.checking.meetings import check_meeting

_MEETING = frozenset({"meet", "receive", "host", "welcome", "see"})


@dataclass(frozen=True, slots=True)
class Checked:
    """A sentence of the draft with its verdict and what it rests on."""

    start: int
    end: int
    words: str
    verdict: str
    findings: tuple[Finding, ...]

    def to_json(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "words": self.words, "verdict": self.verdict,
                "findings": [finding.to_json() for finding in self.findings]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """What was recognised in a draft."""

    document: Document
    sentences: tuple[Explained, ...]
    engagements: tuple[Engagement, ...]


def draft_of(document: Document) -> Draft:
    """Read a draft as any document is read."""
    read = account(document)
    return Draft(document, read.sentences, read.reading.engagements)


def check(view: View, draft: Draft) -> list[Checked]:
    """Every sentence of the draft with its verdict, in the order of the text."""
    record = _Record(view)
    return [_checked(record, draft, sentence) for sentence in draft.sentences if not sentence.heading]


class _Record:
    """What the ledger holds, loaded once."""

    def __init__(self, view: View) -> None:
        everything = Filters()
        self.engagements: list[Merged[Engagement]] = view.merged_engagements(everything)
        self.instruments: list[Merged[Instrument]] = view.merged_instruments(everything)
        self.acts: list[Fact[Act]] = view.acts(everything)
        self.figures: list[Fact[Figure]] = view.figures(everything)
        self.people: list[PersonRecord] = view.people(everything)
        self.concerned = {one.id: frozenset(one.parties) for one in view.documents(everything)}


def _checked(record: _Record, draft: Draft, sentence: Explained) -> Checked:
    said = details_of(sentence)
    findings = tuple(_findings(record, draft, sentence, said)) or tuple(check_posts(said, record.people))
    verdict = verdict_of(findings)
    if verdict == SUPPORTED and not _all_numbers_stand(said, findings):
        findings += (Finding(ABSENT, "A number or date of the sentence is not in what supports the rest."),)
        verdict = ABSENT
    if verdict == NOTHING and sentence.entries:
        findings, verdict = (Finding(ABSENT, "Nothing like it is in the record."),), ABSENT
    return Checked(sentence.start, sentence.end, " ".join(sentence.text.split()), verdict, findings)


def _findings(record: _Record, draft: Draft, sentence: Explained, said: Details) -> Iterator[Finding]:
    acts = [entry for entry in sentence.entries if isinstance(entry, Act)]
    signs = any(act.type == "sign" for act in acts)
    texts = [entry for entry in sentence.entries if isinstance(entry, Instrument)]
    meetings = _meetings(record, draft, sentence, said)
    for entry in meetings:
        if entry.kind == "signing" and texts:
            continue  # the text itself says what was signed
        finding = check_meeting(entry, said, record.engagements)
        if finding is not None:
            yield finding
    for text in texts:
        yield check_instrument(text, said, signs, record.instruments)
    figures = [entry for entry in sentence.entries if isinstance(entry, Figure)]
    for figure in figures:
        yield check_figure(figure, said, record.figures)
    if not texts:
        for act in acts:
            found = check_act(act, said, record.acts, record.concerned)
            if found is not None and (found.verdict != SUPPORTED or not figures):
                yield found


def _meetings(record: _Record, draft: Draft, sentence: Explained, said: Details) -> Sequence[Engagement]:
    """The meetings that the sentence tells of, or whose people it names with their posts."""
    own = [entry for entry in sentence.entries if isinstance(entry, Engagement)]
    if own:
        return own
    if said.posts:
        return [e for e in draft.engagements if any(said.names(person.name) for person in e.participants)][:1]
    return _between_people(record, draft, sentence, said)


def _between_people(record: _Record, draft: Draft, sentence: Explained, said: Details) -> list[Engagement]:
    """A meeting of people whom the ledger knows: their sides need not stand in the sentence."""
    named = [person for person in record.people if person.party and _is_named(person, said.text)]
    if len({person.party for person in named}) < 2 or not sentence.clauses or sentence.clauses[0].lemma not in _MEETING:
        return []
    evidence = quote(draft.document.text, draft.document.hash, sentence.start, sentence.end)
    people = tuple(Participant(person.name, person.party) for person in named)
    parties = tuple(sorted({str(person.party) for person in named}))
    return [Engagement("talks", (evidence,), parties=parties, participants=people)]


def _is_named(person: PersonRecord, text: str) -> bool:
    """Whether a full form of the name stands in the text, or its first and last word together."""
    words = person.name.split()
    forms = [name for name in (person.name, *person.names, f"{words[0]} {words[-1]}") if " " in name]
    return any(form in text for form in forms)


def _all_numbers_stand(said: Details, findings: Sequence[Finding]) -> bool:
    """Whether the amounts that the sentence states stand in the quotes of what supports it."""
    if not said.amounts:
        return True
    digits = {piece for finding in findings for quote in finding.quotes for piece in _numbers(quote.words)}
    reasons = {piece for finding in findings for piece in _numbers(finding.reason)}
    return all(_short(value) & (digits | reasons) for value, _ in said.amounts)


def _numbers(words: str) -> set[str]:
    return {"".join(c for c in word if c.isdigit() or c == ".").strip(".") for word in words.replace(",", "").split()}


def _short(value: float) -> set[str]:
    """The ways in which a number may be written: 130000000, 130."""
    forms = {value, value / 1e3, value / 1e6, value / 1e9, value / 1e12}
    return {f"{form:g}" for form in forms if form >= 1} | {f"{value:.0f}"}
