"""The act of a clause whose subject is a party: from verb, object, tense and agent, as the annotation guide rules.

Where two readings are fair the weaker claim is chosen: `report` over `appreciate`, `affirm` over `commit`.
"""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK, LOOKING_FORWARD
from verbale.reader.acts.by_verb import NOTING, RULES, told_plainly
from verbale.reader.acts.cues import Cues, cues
from verbale.reader.acts.frames import classes, lemmas, things
from verbale.reader.acts.judging import judged
from verbale.reader.acts.objects import names_third, raises_ties, tells_to, works_to_conclude
from verbale.reader.acts.records import goes_back, names_rank
from verbale.reader.acts.texts import a_signing, names_text
from verbale.reader.acts.turns import gives_money, reporters_turn, seized
from verbale.reader.acts.verdict import Verdict
from verbale.reader.acts.wording import (
    apart,
    coloured_by,
    gives,
    greets_only,
    is_member,
    is_somewhere,
    keeps_touch,
    lists_people,
    measured,
    mourns,
    names_fields,
    names_preparations,
    on_weekday,
    talks_on,
    with_results,
)

_PUTTING = frozenset({"file", "submit", "table", "present", "hand", "hand-over", "circulate", "transmit", "owe"})
EXPRESSING = frozenset(
    "express voice convey renew extend share have make issue register declare offer give put raise show signal "
    "record celebrate unveil indicate set demonstrate state announce relay deliver send lodge reflect evince".split()
)
_GLAD = frozenset({"pleased", "happy", "glad", "delighted", "proud", "honored"})
_RESOLVES = frozenset(
    {
        "determination",
        "resolve",
        "intent",
        "intention",
        "intentions",
        "decision",
        "consensus",
        "objective",
        "objectives",
        "goal",
        "goals",
    }
)
_STEPS = frozenset(
    "contribution contributions increase expansion launch establishment improvement improvements partnership alliance "
    "vision opportunities".split()
)
# 'are launching': a step announced, not what goes on
_ACCEPTING = frozenset({"accept", "agree", "tolerate", "allow", "condone"})  # 'cannot accept that'
_HELPING = frozenset({"assist", "help", "provide", "supply", "lend", "donate", "train", "host"})  # 'could assist with'
_ABSTAINING = frozenset(
    "interfere intervene relent denounce attack invade abandon rest waver threaten escalate deploy".split()
)
_LIFTING = frozenset({"raise", "lift", "bring", "promote"})
_STARTING = frozenset({"launch", "initiate", "announce", "unveil", "institute", "inaugurate"})
_SPEAKING = frozenset({"plan", "undertake", "ask", "offer", "thank", "object", "discuss", "say", "stress"})


def of_party(parse: Parse, clause: Clause, joint: bool, dated: bool) -> Verdict | None:
    """The act of a clause whose subject is one party (or one side's person), or several parties (`joint`).

    `dated` tells that the clause holds a date to come. None for a clause that is no act of its own.
    """
    predicate, found = clause.predicate, cues(parse, clause)
    names = classes(predicate.lemma)
    deed = seized(parse, clause)
    if deed is not None:
        return of_party(parse, deed, joint, dated)
    turn = reporters_turn(parse, clause, found, joint)
    turn = turn or judged(parse, clause)
    if turn is not None:
        return turn
    if predicate.lemma == "like" and predicate.tense == "would" and not predicate.negated:
        return _would_like(parse, clause, joint)
    if predicate.tense in LOOKING_FORWARD and predicate.lemma not in {"like", "hope"}:
        return _future(parse, clause, joint, dated)
    if predicate.tense == "modal":
        refused = predicate.negated and predicate.lemma in _ACCEPTING
        if not joint and predicate.lemma in _HELPING and parse.words[predicate.first].key in {"can", "could"}:
            return Verdict("affirm" if predicate.negated else "offer", "modal.could-help")
        return Verdict("object" if refused else "affirm", "modal.refused" if refused else "modal")
    if predicate.lemma == "reach" and names_text(parse, clause):
        return Verdict("sign", "reach.text")
    if predicate.lemma in {"witness", "oversee", "see", "feature", "observe", "culminate"} and a_signing(parse, clause):
        return Verdict("sign", "witness.signing")
    leaving = predicate.progressive and predicate.lemma in {"leave", "depart", "travel", "fly", "head"}
    if (
        predicate.tense == "present"
        and (dated or leaving or on_weekday(parse, clause))
        and (predicate.lemma in lemmas("departures"))
    ):
        return Verdict("plan", "departure")
    if predicate.progressive and predicate.tense == "present" and predicate.lemma == "explore":
        return Verdict("report", "exploring")
    if predicate.progressive and predicate.tense == "present" and predicate.lemma in _STARTING:
        return Verdict("agree" if joint else "commit", "starting")
    if joint and predicate.progressive and predicate.tense == "present" and works_to_conclude(parse, clause):
        return Verdict("agree", "working-to-conclude")
    if (
        predicate.tense == "present"
        and not predicate.negated
        and ((predicate.progressive and not names & _SPEAKING) or predicate.lemma in lemmas("ongoing"))
    ):
        return Verdict(_goes_on(parse, clause), "told.ongoing")
    if predicate.lemma in {"have", "hold", "conduct", "engage"}:
        return Verdict("report", "meet.over-years") if goes_back(parse, clause) else _light(parse, clause)
    if coloured_by(parse, clause, {"concern", "concerns", "alarm", "regret"}):
        return Verdict("object", "with-concern")
    if names_preparations(parse, clause):
        return Verdict("plan" if dated and "discuss" not in names else "discuss", "preparations")
    if lists_people(parse, clause) or is_somewhere(parse, clause):
        return Verdict("", "meet")
    if predicate.lemma in {"be", "remain", "stand", "feel", "stay", "become"} or predicate.passive:
        return _copula(parse, clause, found, joint, dated)
    if (
        predicate.negated
        and predicate.tense == "present"
        and names & {"discuss", "undertake", "offer", "plan", "deliver"}
    ):
        return Verdict("affirm", "negated.present")
    if greets_only(parse, clause):
        return Verdict("", "meet")
    if found.key in {"regret", "sorrow", "sadness"} and mourns(parse, clause):
        return Verdict("affirm", "noun.condolence")
    if predicate.lemma == "make" and predicate.tense in LOOKING_BACK and gives(parse, clause):
        return Verdict("deliver", "deliver.donation")
    if joint and predicate.lemma in {"identify", "designate", "single-out"} and names_fields(parse, clause):
        return Verdict("agree", "identified-fields")
    if joint and predicate.lemma in _LIFTING and raises_ties(parse, clause):
        return Verdict("agree", "raised-ties")
    put = predicate.lemma in _PUTTING and found.noun in {"request", "object", "appreciate"}  # 'filed a request for'
    if found.noun is not None and (put or predicate.lemma in EXPRESSING or names & {"stress", "say"}):
        planned = predicate.lemma in {"unveil", "announce"} and found.key in {"plan", "plans"} and found.to_do
        if planned and not dated:
            return Verdict("agree" if joint else "commit", "noun.plans")
        if dated and predicate.lemma in {"announce", "unveil"} and found.key in {"plan", "plans"} and found.to_do:
            return Verdict("plan", "noun.plans-dated")
        if joint and found.key in {"desire", "wish"} and clause.complement is not None:
            return Verdict("agree", "noun.shared-wish")  # 'expressed their desire that both countries enhance'
        third = found.noun == "appreciate" and joint and names_third(parse, clause)  # what both owe to another
        verdict = _expressed(predicate.lemma, found, joint and not third, bool(names & {"say"}))
        if verdict is not None:
            return verdict
    for name, rule in RULES:
        if name in names:
            verdict = rule(parse, clause, found, joint, dated)
            if verdict is not None:
                return verdict
    return told_plainly(clause)


def _would_like(parse: Parse, clause: Clause, joint: bool) -> Verdict:
    """'would like to see the list cut', 'would like Norway to pay', 'would like to buy ferries'."""
    ahead = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 2]]
    if ahead == ["to", "see"] or tells_to(parse, clause):
        return Verdict("request", "like-to-see")
    return Verdict("agree", "like-to") if joint and ahead[:1] == ["to"] else Verdict("affirm", "like")


def _goes_on(parse: Parse, clause: Clause) -> str:
    """'continue to reject violence', 'continue to support the commission': the stance that goes on; else a report."""
    if clause.predicate.lemma != "continue":
        return "report"
    inner = next((p for p in parse.predicates if p.form == "infinitive" and p.first == clause.predicate.last), None)
    names = classes(inner.lemma) if inner is not None else frozenset[str]()
    return "object" if "object" in names else "request" if "ask" in names else "affirm" if "back" in names else "report"


def _light(parse: Parse, clause: Clause) -> Verdict | None:
    """'had a robust dialogue on …' is talk of something; 'had meetings with …' only a meeting."""
    first = clause.predicate.last
    if clause.predicate.lemma == "engage" and first < clause.end and parse.words[first].key == "on":
        return Verdict("discuss", "light.engage-on")
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 6)):
        if parse.words[i].key in things("talking"):
            about = _names_matter(parse, clause, i)
            return Verdict("discuss", "light.on") if about else Verdict("", "meet")
    if clause.predicate.lemma == "have":
        if measured(parse, clause):
            return Verdict("report", "have.measured")
        return Verdict("affirm", "have") if clause.predicate.tense == "present" else Verdict("report", "have.past")
    return Verdict("", "meet")


def _names_matter(parse: Parse, clause: Clause, at: int) -> bool:
    """'talks on trade', 'a conversation with the President of Chile about trade': what the talk at `at` was of."""
    near = range(at + 1, min(at + 3, clause.end))
    if any(parse.words[k].key in {"on", "about", "regarding", "concerning", "over"} for k in near):
        return True
    rest = [parse.words[k].key for k in range(at + 1, clause.end)]
    return rest[:1] == ["with"] and not {"about", "regarding", "concerning"}.isdisjoint(rest)


def _future(parse: Parse, clause: Clause, joint: bool, dated: bool) -> Verdict | None:
    lemma = clause.predicate.lemma
    unreal = any(parse.words[i].key == "have" for i in range(clause.predicate.first, clause.predicate.head))
    if clause.predicate.negated and not unreal and lemma in _ABSTAINING:
        return Verdict("agree" if joint else "commit", "future.abstaining")  # 'will not interfere'
    if clause.predicate.negated or unreal:  # 'would have signed'
        return Verdict("affirm", "future.refused")
    if lemma == "welcome" and clause.predicate.tense == "would" and not joint:
        return Verdict("offer", "future.would-welcome")
    if lemma in lemmas("events"):
        return Verdict("plan", "future.event")
    if dated and not joint and gives_money(parse, clause):
        return Verdict("commit", "future.money")  # 'will invest 40 million dollars by 2026'
    if dated:
        return Verdict("plan", "future.dated")
    found = cues(parse, clause)
    if found.adjective is not None:
        return _copula(parse, clause, found, joint, dated)
    if lemma in {"explore", "address", "tackle", "consult"} or (lemma == "raise" and found.noun is None):
        return Verdict("agree" if joint else "commit", "future.undertaking")
    if classes(lemma) & {"stress", "thank"} and not joint:
        return Verdict("plan", "future.to-say")
    if "discuss" in classes(lemma) or talks_on(parse, clause):
        return Verdict("plan", "future.talks")
    if joint and lemma in {"remain", "stay"} and keeps_touch(parse, clause):
        return Verdict("agree", "future.contact")
    if lemma in lemmas("assessing") and not (lemma == "contribute" and measured(parse, clause)):
        return Verdict("affirm", "future.assessment")
    return Verdict("agree" if joint else "commit", "future.undertaking")


def _copula(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if found.adjective == "undertake":
        if found.to_do or found.deed:
            return Verdict("agree" if joint else "commit", "copula.committed")
        return Verdict("affirm", "copula.committed-to")
    if joint and apart(parse, clause):
        return Verdict("report", "copula.apart")
    if found.adjective == "offer":
        return Verdict("agree" if joint else "offer", "copula.ready")
    if found.adjective == "appreciate":
        return Verdict("report" if joint else "appreciate", "copula.grateful")
    if found.key in {"pleased", "happy", "glad"} and with_results(parse, found.at):
        return Verdict("report" if joint else "appreciate", "copula.pleased-with")
    if found.key in _GLAD and _of_done(parse, clause, found.at):
        return Verdict("report", "copula.glad-of-done")
    if found.adjective is not None and not (found.adjective == "affirm" and measured(parse, clause)):
        return Verdict(found.adjective, "copula.adjective")
    if clause.predicate.tense in LOOKING_BACK or names_rank(parse, clause) or is_member(parse, clause):
        return Verdict("report", "copula.state")
    if measured(parse, clause):
        return Verdict("report", "copula.state")
    return Verdict("affirm", "copula")


def _of_done(parse: Parse, clause: Clause, at: int) -> bool:
    """'pleased to have launched two programmes', 'happy that we have signed': gladness at what is done."""
    ahead = [word.key for word in parse.words[at + 1 : at + 3]]
    if ahead == ["to", "have"]:
        return at + 3 < len(parse.words) and parse.tags[at + 3] in (t.PAST_PARTICIPLE, t.FINITE)
    if ahead[:1] != ["that"]:
        return False
    inner = next((p for p in parse.predicates if p.form == "finite" and p.first > at + 1), None)
    return inner is not None and inner.first < clause.end and inner.tense == "perfect"


def _expressed(lemma: str, found: Cues, joint: bool, saying: bool) -> Verdict | None:
    """'expressed concern', 'reaffirmed their commitment to …', 'noted the progress'."""
    noun = found.noun
    if noun == "undertake" and lemma in NOTING and found.key in {"decision", "decisions", "agreement", "agreements"}:
        return Verdict("report", "noun.noted-decision")
    if noun == "undertake":
        if found.to_do or found.deed or found.key in _RESOLVES:
            return Verdict("agree" if joint else "commit", "noun.commitment")
        return Verdict("affirm", "noun.commitment-to")
    if noun == "request":
        if found.key in {"wish", "desire", "hope"} and found.to_do:
            return Verdict("agree" if joint else "offer", "noun.own-wish")
        return Verdict("affirm" if joint and found.key.startswith("hope") else "request", "noun.request")
    if noun == "offer":
        if joint and found.key in {"openness", "interest", "eagerness", "availability"}:
            return Verdict("affirm", "noun.interest")
        return Verdict("agree" if joint and not found.key.startswith("invit") else "offer", "noun.offer")
    if noun == "appreciate":
        return Verdict("report" if joint else "appreciate", "noun.appreciation")
    if noun in {"report", "affirm"} and lemma in {"announce", "unveil"} and found.key in _STEPS:
        return Verdict("agree" if joint else "commit", "noun.announced")
    if noun == "report":
        if lemma in NOTING or joint or classes(lemma) & {"stress", "say"}:
            if lemma in {"express", "voice", "convey"} and not joint:
                return Verdict("appreciate", "noun.satisfaction")
            return Verdict("report", "noun.results")
        return None
    return Verdict(noun, "noun.stance") if noun is not None else None
