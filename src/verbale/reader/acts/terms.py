"""The terms of a deal as a news story tells them: 'Under the agreement, boats will be returned within 14 days'."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.frames import lemmas, things
from verbale.reader.acts.texts import names_subject
from verbale.reader.acts.verdict import Verdict
from verbale.reader.acts.wording import is_occasion

_ORIGINS = (
    ("go", ("back", "to")), ("date", ("back", "to")), ("date", ("from",)), ("build", ("on",)), ("build", ("upon",)),
    ("stem", ("from",)), ("derive", ("from",)), ("originate", ("in",)), ("grow", ("out", "of")),
)  # fmt: skip
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


def of_text(parsed: Parse, clause: Clause) -> Verdict | None:
    """'The agreement provides for joint patrols', 'The letter names three fields', 'The plan goes back to a declaration
    of 2018': what a text says of itself as a story tells it; None for other clauses."""
    predicate = clause.predicate
    if predicate.passive or predicate.negated or predicate.tense not in {"present", "past", "perfect"}:
        return None
    if _traces_back(parsed, clause):
        return Verdict("report", "terms.traces-back")
    if predicate.lemma in lemmas("providing") and predicate.tense == "present" and names_subject(parsed, clause):
        return Verdict("agree", "terms.provides")
    return None


def _traces_back(parsed: Parse, clause: Clause) -> bool:
    predicate = clause.predicate
    ahead = tuple(parsed.words[i].key for i in range(predicate.last, min(clause.end, predicate.last + 2)))
    runs = predicate.lemma in {"expire", "lapse"} or (predicate.lemma == "run" and ahead[:1] == ("out",))
    if runs:
        return names_subject(parsed, clause)
    came = any(predicate.lemma == lemma and ahead[: len(rest)] == rest for lemma, rest in _ORIGINS)
    subject = range(*clause.subject) if clause.subject is not None else range(0)
    forum = any(parsed.words[i].key in things("forums") for i in subject)
    return came and not forum and not is_occasion(parsed, clause)
