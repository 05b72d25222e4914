"""The act that a statement about a thing makes: what was achieved, what holds, what is to come."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK, LOOKING_FORWARD
from verbale.reader.acts.by_verb import NOTING
from verbale.reader.acts.cues import cues
from verbale.reader.acts.frames import classes, lemmas, object_nouns
from verbale.reader.acts.of_party import EXPRESSING
from verbale.reader.acts.records import counts_subject, goes_back, makes_progress, names_rank
from verbale.reader.acts.texts import a_signing, among_signed, names_subject, names_text, presents_text, trades_texts
from verbale.reader.acts.turns import is_outstanding
from verbale.reader.acts.verdict import Verdict
from verbale.reader.acts.wording import (
    heads_agenda,
    is_occasion,
    is_open_door,
    lists_matters,
    lists_people,
    measured,
    no_result,
    nothing_set,
    of_concern,
    on_the_table,
    on_weekday,
    out_of_question,
    presents_people,
    takes_effect,
    talks_held,
    topic_of_talk,
    will_be_at,
    will_be_then,
)

_DEALS = frozenset({"agreement", "understanding", "accord", "deal", "compromise", "consensus"})
_CONCLUDING = frozenset({"conclude", "adopt", "issue", "ratify", "seal", "clinch"})
_NEAR_SUBJECT = 6  # tokens of a subject in which the deal is named
_NO_EVENTS = frozenset({"make", "include", "comprise", "represent", "pay", "interact", "call", "go", "speak"})


def of_thing(parse: Parse, clause: Clause, dated: bool) -> Verdict | None:
    """The act that a statement about a thing makes: what was achieved, what holds, what is to come."""
    predicate = clause.predicate
    names = classes(predicate.lemma)
    if lists_people(parse, clause) or (predicate.lemma in {"follow", "precede"} and is_occasion(parse, clause)):
        return Verdict("", "thing.attendance")
    leads_on = predicate.last < len(parse.words) and parse.words[predicate.last].key == "why"  # "That's why we …"
    if predicate.lemma == "date-back":
        return Verdict("report", "thing.dates-back")
    if no_result(parse, clause):
        return Verdict("report", "thing.no-result")
    if presents_text(parse, clause) or leads_on or nothing_set(parse, clause):
        return None
    if "sign" in names and not predicate.passive and predicate.tense in LOOKING_BACK and names_text(parse, clause):
        return Verdict("sign", "thing.signed")
    if (
        predicate.lemma in {"see", "witness", "feature", "end", "conclude", "culminate", "close", "finish"}
        and a_signing(parse, clause)
        and predicate.tense in LOOKING_BACK
    ):
        return Verdict("sign", "thing.saw-signing")
    if lists_matters(parse, clause):
        return Verdict("discuss", "thing.topics-included")
    found = cues(parse, clause)
    if found.adjective == "plan":
        return Verdict("plan", "thing.due")
    if is_open_door(parse, clause):
        return Verdict("offer", "thing.open-door")
    if out_of_question(parse, clause):
        return Verdict("object", "thing.out-of-question")
    if of_concern(parse, clause):
        return Verdict("object", "thing.of-concern")
    if among_signed(parse, clause) and predicate.tense in LOOKING_BACK:
        return Verdict("sign", "thing.among-signed")
    if on_the_table(parse, clause) or heads_agenda(parse, clause):
        return Verdict("discuss", "thing.on-the-table")
    if is_outstanding(parse, clause):
        return Verdict("report", "thing.has-yet-to")
    exchanged = predicate.passive and predicate.lemma == "exchange" and predicate.tense in LOOKING_BACK
    if exchanged and trades_texts(parse, clause):
        return Verdict("sign", "thing.exchanged-texts")
    if predicate.lemma == "change-hands":
        return Verdict("deliver", "thing.changed-hands")
    if predicate.lemma in {"plan", "schedule", "foresee"} and predicate.passive:
        return Verdict("plan" if dated or predicate.lemma == "schedule" else "commit", "thing.planned")
    if predicate.passive and predicate.lemma == "agree" and predicate.tense in LOOKING_BACK:
        return Verdict("agree", "passive.agreed")
    signed = predicate.passive and predicate.lemma in {"sign", "ink", "initial"} and not counts_subject(parse, clause)
    handed = predicate.passive and predicate.lemma in {"hand-over", "repatriate"} and predicate.tense in LOOKING_BACK
    if handed:
        return Verdict("deliver", "passive.delivered")
    if predicate.lemma == "cost" and predicate.tense in LOOKING_FORWARD and measured(parse, clause):
        return Verdict("report", "thing.costs")
    if makes_progress(parse, clause):
        return Verdict("report", "thing.on-schedule")
    if predicate.tense not in LOOKING_FORWARD and measured(parse, clause) and not signed:
        return Verdict("report", "thing.measured")
    if (
        predicate.tense == "present"
        and (dated or on_weekday(parse, clause))
        and (predicate.lemma in lemmas("departures") or takes_effect(parse, clause))
    ):
        return Verdict("plan", "thing.departure")
    binding = predicate.lemma in {"commit", "oblige", "bind", "require"} and not predicate.passive
    if binding and names_subject(parse, clause):
        return Verdict("agree", "thing.binds")
    if predicate.tense in LOOKING_FORWARD and predicate.passive and predicate.lemma in {"sign", "ink", "initial"}:
        return Verdict("plan", "thing.to-be-signed")
    ahead = predicate.tense == "future" and not predicate.negated
    if ahead and ((dated and will_be_then(parse, clause)) or will_be_at(parse, clause)):
        return Verdict("plan", "thing.will-be")  # 'The canal will be open from October'
    if predicate.tense in LOOKING_FORWARD and predicate.lemma in lemmas("assessing") and not predicate.passive:
        return Verdict("affirm", "thing.assessment")
    if predicate.tense in LOOKING_FORWARD:
        forced = predicate.passive and predicate.lemma == "meet"  # 'will be met with force'
        event = "meet" in names and not predicate.negated and predicate.lemma not in _NO_EVENTS and not forced
        return Verdict("plan" if dated or event else "affirm", "thing.future")
    if predicate.tense == "modal":
        return Verdict("affirm", "thing.modal")
    if "meet" in names and goes_back(parse, clause):
        return Verdict("report", "thing.over-years")
    if predicate.passive:
        return _passive(parse, clause, names)
    if "stress" in names and predicate.tense in LOOKING_BACK:
        return _stressed(parse, clause)
    if predicate.lemma in {"be", "stand"} and presents_people(parse, clause):
        return Verdict("", "thing.presiding")
    if predicate.lemma in {"open", "begin", "start", "end", "conclude", "close"} and is_occasion(parse, clause):
        return Verdict("", "thing.occasion")
    return _standing(parse, clause, names)


def _stressed(parse: Parse, clause: Clause) -> Verdict:
    """'The framework reaffirmed our commitment to train officers', 'The visit underscored the strength of …'."""
    found = cues(parse, clause)
    if found.noun == "undertake" and (found.to_do or found.deed):
        return Verdict("agree", "thing.commitment")
    return Verdict("affirm" if found.noun in {"affirm", "undertake"} else "report", "thing.stressed")


def _standing(parse: Parse, clause: Clause, names: frozenset[str]) -> Verdict:
    """What is neither ahead nor passive: a copula, something under way, something past, or what holds."""
    predicate = clause.predicate
    honor = {"honor", "honour", "pleasure", "privilege", "delight"}
    if predicate.lemma == "fit" or (
        predicate.lemma == "be" and honor & {w.key for w in parse.words[predicate.last : predicate.last + 4]}
    ):
        return Verdict("affirm", "thing.courtesy")  # 'It is fitting that …', 'It was an honour to welcome …'
    grand = {"historic", "significant", "special", "momentous"}
    valued = grand & {w.key for w in parse.words[predicate.last : predicate.last + 4]}
    if predicate.lemma == "be" and predicate.tense == "past" and valued and parse.words[clause.start].key != "there":
        return Verdict("affirm", "thing.grand")  # 'The visit was especially significant'
    if "meet" in names and predicate.lemma not in {"include", "make", "open", "begin", "start", "end", "conclude"}:
        return Verdict("", "thing.meeting")
    if predicate.lemma == "be" and "never" in {w.key for w in parse.words[predicate.first : predicate.last + 1]}:
        return Verdict("affirm", "thing.never-been")  # 'ties have never been closer'
    if predicate.lemma in {"be", "remain"} and topic_of_talk(parse, clause):
        return Verdict("discuss", "thing.topic-of-talk")
    if predicate.lemma in {"be", "remain"} and predicate.tense == "present" and names_rank(parse, clause):
        return Verdict("report", "thing.rank")
    if predicate.lemma in {"be", "remain"} and predicate.tense in {"present", "none"}:
        return Verdict("affirm", "thing.copula")
    if predicate.progressive or predicate.lemma in {"follow", "precede", "continue"}:
        return Verdict("report", "thing.ongoing")
    if predicate.tense in LOOKING_BACK:
        return Verdict("report", "thing.past")
    return Verdict("affirm", "thing.present")


def _passive(parse: Parse, clause: Clause, names: frozenset[str]) -> Verdict | None:
    lemma = clause.predicate.lemma
    concluded = lemma in _CONCLUDING and names_text(parse, clause)
    expressed = _expressed_in_subject(parse, clause, names) if not concluded else None
    if expressed is not None:
        return expressed
    if lemma in {"sign", "ink", "initial"} and clause.predicate.tense == "perfect" and counts_subject(parse, clause):
        return Verdict("report", "passive.signed-so-far")
    if lemma in {"sign", "ink", "initial"} and clause.predicate.negated:
        return Verdict("report" if clause.predicate.tense in LOOKING_BACK else "affirm", "passive.not-signed")
    if lemma in {"sign", "ink", "initial"} or (lemma in _CONCLUDING and names_text(parse, clause)):
        return Verdict("sign" if clause.predicate.tense in LOOKING_BACK else "plan", "passive.signed")
    if lemma in {"hold", "conduct"} and talks_held(parse, clause):
        return Verdict("discuss", "passive.talks-held")
    if (names & {"meet"} and not names & {"deliver", "discuss"}) or lemma in {
        "release",
        "organize",
        "invite",
        "represent",
    }:
        return Verdict("plan" if clause.predicate.tense in LOOKING_FORWARD else "", "passive.meeting")
    if "discuss" in names or (lemma in {"devote", "dedicate"} and is_occasion(parse, clause)):
        return Verdict("discuss", "passive.discussed")
    if clause.predicate.progressive and clause.predicate.tense == "present":
        return Verdict("report", "passive.ongoing")  # 'The dam is being built by'
    if "deliver" in names and clause.predicate.tense in LOOKING_BACK:
        return Verdict("deliver", "passive.delivered")
    if names & {"undertake"} and lemma in {"agree", "decide"}:
        return Verdict("agree", "passive.agreed")
    if names & {"stress"} or lemma in {"support", "back", "endorse", "uphold", "favor"}:
        return Verdict("affirm", "passive.stressed")
    if names & {"object"}:
        return Verdict("object", "passive.objected")
    if names & {"ask"} and parse.words[min(clause.predicate.last, len(parse.words) - 1)].key == "by":
        return Verdict("request", "passive.asked")
    if lemma in {"reach", "conclude", "strike"} and clause.predicate.tense == "past" and _is_deal(parse, clause):
        return Verdict("agree", "passive.reached")
    if clause.predicate.tense in LOOKING_BACK or lemma in {"locate", "base", "station", "situate", "deploy"}:
        return Verdict("report", "passive.past")
    return Verdict("affirm", "passive.present")


def _is_deal(parse: Parse, clause: Clause) -> bool:
    """'An agreement on the metering of flows was reached': one that is told here first."""
    if clause.subject is None:
        return False
    first, last = clause.subject
    words = [parse.words[i].key for i in range(first, min(last, first + _NEAR_SUBJECT))]
    return words[:1] in (["a"], ["an"], ["agreement"]) and bool(_DEALS & set(words)) and "no" not in words


def _expressed_in_subject(parse: Parse, clause: Clause, names: frozenset[str]) -> Verdict | None:
    """'Strong backing … was expressed by', 'was met with gratitude': the noun makes the act."""
    lemma = clause.predicate.lemma
    if (
        lemma == "meet"
        and clause.predicate.last < len(parse.words)
        and parse.words[clause.predicate.last].key == "with"
    ):
        span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    elif clause.subject is not None and (lemma in EXPRESSING or names & {"say", "stress"}) and lemma not in NOTING:
        span = range(*clause.subject)
    else:
        return None
    nouns = object_nouns()
    act = next((nouns[parse.words[i].key] for i in span if parse.words[i].key in nouns), None)
    return Verdict("agree" if act == "undertake" else act, "passive.expressed") if act is not None else None
