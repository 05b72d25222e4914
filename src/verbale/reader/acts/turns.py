"""Turns of phrase in which reporters tell what a side did: they are judged before the verb's own frame."""

from __future__ import annotations

from dataclasses import replace

from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK, LOOKING_FORWARD
from verbale.language.quantities_money import is_money
from verbale.reader.acts.cues import Cues
from verbale.reader.acts.frames import classes, things
from verbale.reader.acts.objects import tells_to
from verbale.reader.acts.verdict import Verdict
from verbale.reader.acts.wording import measured

_SETTLING = frozenset({"agree", "resolve", "settle", "reach", "bridge", "overcome", "find", "decide"})
_GIVING = frozenset(
    "put provide give spend invest release contribute donate allocate grant lend set-aside commit send pay add".split()
)
_UNWILLING = frozenset({"keen", "willing", "happy", "eager", "interested", "prepared", "open"})
_GLAD = frozenset({"delighted", "happy", "glad", "pleased", "honored"})
_GLADLY = frozenset({"gladly", "happily", "willingly"})
_LASTING = frozenset("mandate agreement memorandum contract arrangement licence license protocol treaty lease".split())
_CHARGING = frozenset({"name", "appoint", "designate", "assign", "order", "dispatch", "authorize", "empower"})
_ENVOYS = frozenset({"ambassador", "ambassadors", "envoy", "diplomat", "diplomats", "attaché", "consul"})
_CHAIRS = frozenset({"chair", "chairmanship", "presidency", "seat"})
_AIMS = frozenset({"target", "targets", "goal", "goals", "ceiling", "deadline"})
_PEOPLE = frozenset(
    "prisoners prisoner fishermen fisherman soldiers soldier sailors sailor detainees hostages captives crew crews "
    "nationals citizens pilgrims civilians".split()
)
_VESSELS = frozenset("boat boats trawler trawlers vessel vessels ship ships tanker tankers aircraft".split())
_BEGUN = frozenset("development negotiations work process talks study studies search preparations planning".split())
_FAULTS = frozenset("delay delays failure failures violations breaches shortcomings lack abuses".split())
_PROVIDING = frozenset("supply provide deliver donate grant give disburse contribute award".split())
_KEEPING = frozenset(
    "keep put spend fly field operate pay owe count number employ station earn buy import export produce own".split()
)
_CHANCES = frozenset({"occasion", "opportunity", "chance", "moment", "stop", "trip", "speech", "stay"})
_OBJECT = 6  # tokens behind the verb in which its object stands


def reporters_turn(parse: Parse, clause: Clause, found: Cues, joint: bool) -> Verdict | None:
    """The act of a clause whose words decide before its verb does; None where the verb decides."""
    predicate = clause.predicate
    if is_outstanding(parse, clause):
        return Verdict("report", "turn.has-yet-to")
    if predicate.lemma == "contribute" and predicate.tense == "future" and not predicate.negated:
        ahead = parse.words[predicate.last : predicate.last + 1]
        if ahead and ahead[0].key not in {"to", "towards", "significantly", "greatly"}:
            return Verdict("agree" if joint else "commit", "turn.contributes")  # 'is to contribute half'
    if predicate.lemma == "coordinate" and joint and predicate.tense in LOOKING_FORWARD and not predicate.negated:
        return Verdict("agree", "turn.will-coordinate")
    if predicate.tense in LOOKING_FORWARD:
        return _gladly(parse, clause, found, joint)
    if predicate.tense == "modal":
        could = parse.words[predicate.first].key in {"could", "couldn't"}
        unsettled = could and predicate.negated and predicate.lemma in _SETTLING
        return Verdict("report", "turn.could-not-agree") if unsettled else None
    if predicate.negated:
        unsettled = joint and predicate.lemma == "agree" and predicate.tense in LOOKING_BACK
        return Verdict("report", "turn.did-not-agree") if unsettled else _withheld(clause, found)
    if predicate.progressive and predicate.lemma in _GIVING and not joint and gives_money(parse, clause):
        return Verdict("commit", "turn.is-giving")
    talking = predicate.progressive and "discuss" in classes(predicate.lemma)
    if talking and (predicate.tense == "perfect" or (predicate.tense == "present" and predicate.lemma == "negotiate")):
        return Verdict("report", "turn.have-been-talking")
    if predicate.lemma == "date-back":
        return Verdict("report", "turn.dates-back")
    if predicate.tense == "present":
        return _lasting(parse, clause, joint)
    if predicate.tense not in LOOKING_BACK or predicate.passive:
        return None
    return _done(parse, clause, joint)


def _lasting(parse: Parse, clause: Clause, joint: bool) -> Verdict | None:
    """'bears half of the cost', 'holds the chair', 'keeps 11,000 soldiers there', 'puts the damage at 3 billion'."""
    lemma = clause.predicate.lemma
    if lemma in {"pay", "bear"} and not joint and gives_money(parse, clause):
        return Verdict("commit", "turn.pays")
    if lemma == "hold" and _ahead(parse, clause) & _CHAIRS:
        return Verdict("report", "turn.holds-chair")
    return Verdict("report", "turn.keeps") if lemma in _KEEPING and measured(parse, clause) else None


def is_outstanding(parse: Parse, clause: Clause) -> bool:
    """'has yet to ratify the treaty': what has not been done so far."""
    group = [parse.words[i].key for i in range(clause.predicate.first, clause.predicate.last)]
    return "yet" in group and group[group.index("yet") + 1 :][:1] == ["to"]


def seized(parse: Parse, clause: Clause) -> Clause | None:
    """'used the visit to ask for', 'took the occasion to thank': the clause of what was done there; None for others."""
    predicate = clause.predicate
    if predicate.lemma not in {"use", "take", "seize"} or predicate.passive or predicate.negated:
        return None
    inner = next((p for p in parse.predicates if p.form == "infinitive" and p.first > predicate.last), None)
    if inner is None or inner.first >= min(clause.end, predicate.last + _OBJECT + 2):
        return None
    chance = {parse.words[i].key for i in range(predicate.last, inner.first)}
    if not chance & (things("occasions") | things("talking") | _CHANCES) or not classes(inner.lemma):
        return None
    return replace(clause, predicate=replace(inner, form="finite", tense=predicate.tense))


def _gladly(parse: Parse, clause: Clause, found: Cues, joint: bool) -> Verdict | None:
    """'would be delighted to host', 'would gladly share': a door opened."""
    predicate = clause.predicate
    group = {parse.words[i].key for i in range(predicate.first, predicate.last)}
    glad = (group & _GLAD or found.key in _GLAD) and found.to_do
    if "rather" in group and not joint:
        return Verdict("affirm", "turn.rather")  # 'would rather wait'
    if predicate.negated or joint or not (glad or group & _GLADLY):
        return None
    return Verdict("offer", "turn.gladly")


def _withheld(clause: Clause, found: Cues) -> Verdict | None:
    """'is not at all keen', 'did not touch on Ceuta': a refusal, and a matter left out."""
    if found.adjective == "offer" and found.key in _UNWILLING:
        return Verdict("object", "turn.unwilling")
    if clause.predicate.lemma in {"respond", "reply", "answer"} and clause.predicate.tense == "perfect":
        return Verdict("report", "turn.not-answered")  # 'has never responded to the offer'
    if "discuss" in classes(clause.predicate.lemma) and clause.predicate.tense in {"past", "perfect"}:
        return Verdict("report", "turn.left-out")
    return None


def _done(parse: Parse, clause: Clause, joint: bool) -> Verdict | None:
    """'renewed the mandate', 'set a target', 'gave an assurance', 'freed 27 fishermen': what was done with them."""
    lemma, ahead = clause.predicate.lemma, _ahead(parse, clause)
    if clause.predicate.tense == "perfect" and lemma in _PROVIDING and _since(parse, clause):
        return Verdict("report", "turn.has-given-since")  # 'Since 2019 Norway has supplied 40 boats'
    kind = "agree" if joint else "commit"
    if lemma in {"renew", "prolong"} and ahead & _LASTING:
        return Verdict(kind, "turn.renewed")
    if lemma == "set" and ahead & _AIMS:
        return Verdict(kind, "turn.set-target")
    if lemma == "launch" and joint and ahead & _BEGUN:
        return Verdict("agree", "turn.launched")
    if joint and (lemma == "draw-up" or (lemma in {"set", "fix"} and "at" in ahead)):
        return Verdict("agree", "turn.fixed")  # 'fixed the quota at 40,000 tonnes'
    if lemma in {"recall", "expel", "withdraw"} and ahead & _ENVOYS:
        return Verdict("object", "turn.sent-away")
    if lemma in _CHARGING and tells_to(parse, clause):
        return Verdict(kind, "turn.charged")  # 'named Admiral Berg to carry on the talks'
    told = clause.complement is not None or "its" in ahead
    if lemma == "point-to" and ahead & _FAULTS:
        return Verdict("object", "turn.pointed-to-faults")
    if lemma == "give" and ahead & {"assurance", "assurances", "undertaking"} and not told:
        return Verdict(kind, "turn.gave-assurance")
    if lemma in {"release", "free"} and (
        ahead & (_PEOPLE | _VESSELS) or (lemma == "release" and gives_money(parse, clause))
    ):
        return Verdict("deliver", "turn.released")
    return None


def _since(parse: Parse, clause: Clause) -> bool:
    return any(m.since and (m.first < clause.end) for m in parse.marked.dates)


def _ahead(parse: Parse, clause: Clause) -> set[str]:
    last = min(clause.end, clause.predicate.last + _OBJECT)
    return {parse.words[i].key for i in range(clause.predicate.last, last)}


def gives_money(parse: Parse, clause: Clause) -> bool:
    """Whether a sum stands right behind the verb: 'is putting another 12 million dollars into'."""
    first = clause.predicate.last
    return any(first <= m.first < first + 4 and is_money(m.unit) for m in parse.marked.quantities)
