"""The terms of a deal as a news story tells them: 'Under the agreement, boats will be returned within 14 days'."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.frames import things
from verbale.reader.acts.verdict import Verdict

_REACH = 9  # tokens from 'under' to the noun of the deal
_DEALS = frozenset({"scheme", "terms", "package", "formula", "compromise", "mechanism"})
_SHARING = frozenset({"receive", "go", "pay", "make", "include", "close"})  # 'Farmers are to receive 70 percent'
_AHEAD = frozenset({"future", "would", "modal", "present"})


def opens_under_deal(parsed: Parse) -> bool:
    """'Under the terms of the deal, …': the sentence begins with the text that it tells the content of."""
    words = parsed.words
    if (
        len(words) < 3
        or words[0].key != "under"
        or words[1].key not in {"the", "this", "its", "a", "an", "their", "one"}
    ):
        return False
    ahead = words[1:_REACH]
    comma = next((i for i, word in enumerate(ahead) if word.text == ","), len(ahead))
    return any(word.key in things("texts") | _DEALS for word in ahead[:comma])


def of_terms(parsed: Parse, clause: Clause, verdict: Verdict, dated: bool) -> Verdict:
    """What is to be under a deal is agreed by both; what a thing ahead will be, told by nobody, is of the deal too."""
    if clause.predicate.negated or clause.predicate.tense not in _AHEAD:
        return verdict
    if opens_under_deal(parsed) and verdict.type in {"affirm", "plan", "report"}:
        return Verdict("agree", "terms.under-deal")
    if verdict.rule == "thing.future" and verdict.type == "plan" and not dated and clause.predicate.lemma in _SHARING:
        return Verdict("agree", "terms.share")
    if verdict.rule == "thing.future" and verdict.type == "affirm":
        return Verdict("agree", "terms.future")
    return verdict
