"""What a side says of something by naming it: 'described the offer as generous', 'called the list a sham'."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.reader.acts.frames import things
from verbale.reader.acts.verdict import Verdict

NAMING = frozenset({"describe", "call", "characterize", "label", "term", "brand", "dub"})
_AGAINST = ({"critical", "of"}, {"opposed", "to"}, {"against"}, {"dissatisfied"}, {"unhappy"}, {"displeased"})
_REACH = 20  # tokens behind the verb in which the judgement stands


def judged(parse: Parse, clause: Clause) -> Verdict | None:
    """Praise as appreciation, blame as an objection, other names as a stance; None for a clause of another verb."""
    predicate = clause.predicate
    ahead = [parse.words[i].key for i in range(predicate.last, min(clause.end, predicate.last + _REACH))]
    if predicate.lemma in NAMING and not predicate.passive and not predicate.negated:
        return _named(predicate.lemma, ahead)
    if predicate.lemma == "be" and not predicate.negated and any(words <= set(ahead[:2]) for words in _AGAINST):
        return Verdict("object", "judged.against")
    if predicate.lemma == "say" and ahead[:1] == ["no"] and (len(ahead) == 1 or ahead[1] in {".", ",", ";", "to"}):
        return Verdict("object", "judged.said-no")
    if predicate.lemma == "have" and ahead[:2] in (["no", "objection"], ["no", "objections"]):
        return Verdict("affirm", "judged.no-objection")
    return None


def _named(lemma: str, ahead: list[str]) -> Verdict | None:
    if lemma != "call" and "as" not in ahead:
        return None
    said = set(ahead[ahead.index("as") :] if "as" in ahead else ahead)
    good, bad = bool(said & things("praise")), bool(said & things("blame"))
    if good == bad:
        return None if lemma == "call" else Verdict("affirm", "judged.named")
    return Verdict("appreciate" if good else "object", "judged.praised" if good else "judged.blamed")
