"""What a speaker holds against the other side: 'said the tariff was unfair', 'that Chile had broken the treaty'."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.frames import lemmas, things

_STANDING = frozenset({"be", "remain", "seem", "look"})
_OWNED = frozenset({"mistake", "error", "failure"})  # that a speaker may own up to
_ADVERBIAL = frozenset({t.ADVERB, t.DETERMINER})


def is_blamed(parse: Parse, clause: Clause) -> bool:
    """'was unfair', 'is a violation of', 'was not acceptable': what somebody says of a thing to its blame."""
    if clause.predicate.lemma not in _STANDING or clause.predicate.passive:
        return False
    said = _said_of(parse, clause)
    bad, good = said in things("blame") - _OWNED, said in things("fairness")
    return (bad and not clause.predicate.negated) or (good and clause.predicate.negated)


def _said_of(parse: Parse, clause: Clause) -> str:
    """The key of the first word behind 'be' that is no adverb and no article; '' for none."""
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 4)):
        if parse.tags[i] not in _ADVERBIAL:
            return parse.words[i].key
    return ""


def did_wrong(clause: Clause) -> bool:
    """'had broken the treaty', 'has ignored the ruling', 'failed to': told of the other side, a reproach."""
    predicate = clause.predicate
    return predicate.lemma in lemmas("wronging") and not predicate.negated and not predicate.passive


def is_owed(parse: Parse, clause: Clause) -> bool:
    """'should release', 'needed to release', 'had to', 'ought to': what somebody is to do."""
    if parse.words[clause.predicate.first].key in {"should", "must", "ought"}:
        return True
    bound = clause.predicate.lemma in {"need", "have"} and not clause.predicate.negated
    ahead = parse.words[clause.predicate.last : clause.predicate.last + 1]
    return bound and [word.key for word in ahead] == ["to"]


def is_up_to(parse: Parse, clause: Clause) -> bool:
    """'it was up to Norway to', 'it was time for Norway to', 'it was for Norway to': somebody is told to act."""
    if clause.subject is None or parse.words[clause.subject[0]].key != "it" or clause.predicate.lemma != "be":
        return False
    ahead = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 3]]
    if ahead[:1] == ["now"]:
        ahead = ahead[1:]
    return ahead[:2] in (["up", "to"], ["time", "for"], ["time", "to"]) or ahead[:1] == ["for"]
