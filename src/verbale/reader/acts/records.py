"""Records and states: since when, how often, how far along, of what rank."""

from __future__ import annotations

from itertools import pairwise

from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.frames import lemmas

_CYCLES = frozenset(
    "year two three four five six month week january february march april may june july august september october "
    "november december spring summer autumn winter".split()
)


def goes_back(parse: Parse, clause: Clause) -> bool:
    """'has led the patrol since 2017', 'have held talks every January', 'has hosted it four times', 'first took part':
    who met whom over the years is a record, not a meeting."""
    predicate = clause.predicate
    if predicate.tense == "past":
        joined = predicate.lemma in {"participate", "join", "host"} and predicate.first > 0
        return joined and parse.words[predicate.first - 1].key == "first"
    if predicate.tense != "perfect":
        return False
    span = range(predicate.first, clause.end)
    if any(m.since and m.first in span for m in parse.marked.dates):
        return True
    keys = [parse.words[i].key for i in span]
    return any(
        (key == "every" and following in _CYCLES) or key in {"times", "regularly", "annually"} or key == "ever"
        for key, following in pairwise([*keys, ""])
    )


def makes_progress(parse: Parse, clause: Clause) -> bool:
    """'Work is on schedule', 'the line is under way', 'the road is now complete': how far a thing has come."""
    if clause.predicate.lemma not in {"be", "remain"} or clause.predicate.tense not in {"present", "past"}:
        return False
    ahead = [w.key for w in parse.words[clause.predicate.last : min(clause.end, clause.predicate.last + 5)]]
    if ahead[:1] == ["now"]:
        ahead = ahead[1:]
    pairs = {("on", "schedule"), ("on", "track"), ("on", "course"), ("under", "way"), ("well", "advanced")}
    return (
        tuple(ahead[:2]) in pairs
        or ahead[:4] == ["on", "the", "home", "stretch"]
        or (ahead[:1] in (["underway"], ["complete"], ["operational"]))
    )


def names_rank(parse: Parse, clause: Clause) -> bool:
    """'is the third largest partner of', 'is the first agreement that': a rank is a fact."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 6))
    keys = {parse.words[i].key for i in span}
    return bool(keys & lemmas("ranks")) or {"trading", "partner"} <= keys


def counts_subject(parse: Parse, clause: Clause) -> bool:
    """'More than 34 agreements have been signed': a count of what was done over time."""
    return clause.subject is not None and any(
        clause.subject[0] <= m.first < min(clause.subject[1], clause.subject[0] + 4) for m in parse.marked.quantities
    )
