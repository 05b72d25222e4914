"""Texts in a clause: named, signed, exchanged, or only led up to."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.frames import things

_SIGNED_TEXTS = frozenset("memorandum memoranda memorandums mou mous agreement agreements treaty contracts".split())


def a_signing(parse: Parse, clause: Clause) -> bool:
    """'witnessed the signing of', 'witnessed the exchange of notes', 'culminated in the signing of'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 5))
    return any(parse.words[i].key in {"signing", "exchange", "conclusion", "inking"} for i in span)


def names_text(parse: Parse, clause: Clause) -> bool:
    """Whether an instrument stands in the first words after the verb, or is its subject."""
    first, last = clause.predicate.last, min(clause.end, clause.predicate.last + 10)
    spans = [(first, last)] + ([clause.subject] if clause.subject else [])
    for a, b in spans:
        if any(parse.words[i].key in things("texts") for i in range(a, b)):
            return True
        if any(a <= m.first < b for m in parse.marked.instruments):
            return True
    return False


def names_subject(parse: Parse, clause: Clause) -> bool:
    """Whether an instrument is the subject: 'The agreement commits the two governments to'."""
    if clause.subject is None:
        return False
    first, last = clause.subject
    named = any(first <= m.first < last for m in parse.marked.instruments)
    return named or any(parse.words[i].key in things("texts") for i in range(first, last))


def presents_text(parse: Parse, clause: Clause) -> bool:
    """'The following is the text of', 'The text of the statement follows': what leads to a text."""
    if clause.subject is None:
        text = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 3]]
        return clause.predicate.lemma == "be" and text == ["the", "text", "of"]
    keys = {parse.words[i].key for i in range(*clause.subject)}
    if clause.predicate.lemma == "include" and "terms" in keys and parse.words[-1].text == ":":
        return True  # 'Key terms of the agreement include:'
    return ("following" in keys and clause.predicate.lemma in {"be", "read", "release"}) or (
        clause.predicate.lemma == "follow" and bool(keys & things("texts"))
    )


def among_signed(parse: Parse, clause: Clause) -> bool:
    """'were the other documents signed', 'Among the documents signed were two treaties': texts told as signed."""
    if clause.predicate.lemma != "be" or clause.predicate.passive:
        return False
    behind = range(clause.predicate.last, min(clause.end, clause.predicate.last + 7))
    opening = range(min(clause.predicate.first, 7)) if parse.words[0].key == "among" else range(0)
    return any(
        any(parse.words[i].key in {"signed", "inked", "concluded", "adopted"} for i in span)
        and any(parse.words[i].key in things("texts") for i in span)
        for span in (behind, opening)
    )


def exchanges(parse: Parse, clause: Clause) -> bool:
    """'exchanged mementoes': things change hands."""
    if clause.predicate.lemma not in {"exchange", "swap", "trade"}:
        return False
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 8))
    return any(parse.words[i].key in things("tokens") for i in span)


def trades_texts(parse: Parse, clause: Clause) -> bool:
    """'exchanged the agreement', 'Six memoranda were exchanged': texts signed on both sides change hands."""
    behind = range(clause.predicate.last, min(clause.end, clause.predicate.last + 6))
    spans = [behind, range(*clause.subject)] if clause.subject is not None and clause.predicate.passive else [behind]
    if len(spans) > 1 and "notes" in {parse.words[i].key for i in spans[1]}:
        return True  # 'Notes on the loan were exchanged'
    return any(parse.words[i].key in _SIGNED_TEXTS for span in spans for i in span)
