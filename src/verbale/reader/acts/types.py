"""From verb, object, tense and agent to the type of an act, as the annotation guide rules.

Where two readings are fair the weaker claim is chosen: `report` over `appreciate`, `affirm` over `commit`.
"""

from __future__ import annotations

from dataclasses import dataclass

from verbale.language import tags as t
from verbale.language.clauses import Clause, Parse
from verbale.language.marks import PersonMark, PostMark
from verbale.reader.acts.cues import Cues, cues
from verbale.reader.acts.frames import classes, lemmas, object_nouns, things

_LOOKING_BACK = frozenset({"past", "perfect", "pluperfect"})
_LOOKING_FORWARD = frozenset({"future", "would"})
_EXPRESSING = frozenset({
    "express", "voice", "convey", "renew", "extend", "share", "have", "make", "issue", "register", "declare", "offer",
    "give", "put", "raise", "show", "signal", "indicate", "demonstrate", "state", "announce", "relay", "deliver", "send", "lodge", "reflect",
})  # fmt: skip
_NOTING = frozenset({"outline", "note", "acknowledge", "recognize", "record", "point-out", "point-to", "recall", "cite", "mention",
                     "report", "review", "observe"})  # fmt: skip
_LARGE = 20  # a count from here on is a figure
_RESOLVES = frozenset({"determination", "resolve", "decision", "consensus", "objective", "objectives", "goal", "goals"})
_SPEAKING = frozenset({"plan", "undertake", "ask", "offer", "thank", "object", "discuss", "say", "stress"})
_MEMBER = frozenset(
    {"member", "members", "participant", "participants", "party", "parties", "signatory", "signatories"}
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type of an act and the rule that gave it."""

    type: str
    rule: str


def of_party(parse: Parse, clause: Clause, joint: bool, dated: bool) -> Verdict | None:
    """The act of a clause whose subject is one party (or one side's person), or several parties (`joint`).

    `dated` tells that the clause holds a date to come. None for a clause that is no act of its own.
    """
    predicate, found = clause.predicate, cues(parse, clause)
    names = classes(predicate.lemma)
    if predicate.tense in _LOOKING_FORWARD and predicate.lemma not in {"like", "hope"}:
        return _future(parse, clause, joint, dated)
    if predicate.tense == "modal":
        return Verdict("affirm", "modal")
    if predicate.lemma == "reach" and names_text(parse, clause):
        return Verdict("sign", "reach.text")
    if predicate.lemma in {"witness", "oversee"} and _a_signing(parse, clause):
        return Verdict("sign", "witness.signing")
    if predicate.tense == "present" and dated and predicate.lemma in lemmas("departures"):
        return Verdict("plan", "departure")
    if predicate.tense == "present" and (
        (predicate.progressive and not names & _SPEAKING) or predicate.lemma in lemmas("ongoing")
    ):
        return Verdict("report", "told.ongoing")
    if predicate.lemma in {"have", "hold", "conduct", "engage"}:
        return _light(parse, clause)
    if _with(parse, clause, {"concern", "concerns", "alarm", "regret"}):
        return Verdict("object", "with-concern")
    if _prepares(parse, clause):
        return Verdict("plan" if dated else "discuss", "preparations")
    if _lists_people(parse, clause) or _is_somewhere(parse, clause):
        return Verdict("", "meet")
    if predicate.lemma in {"be", "remain", "stand", "feel", "stay", "become"} or predicate.passive:
        return _copula(parse, clause, found, joint, dated)
    if found.noun is not None and (predicate.lemma in _EXPRESSING or names & {"stress", "say"}):
        verdict = _expressed(predicate.lemma, found, joint, bool(names & {"say"}))
        if verdict is not None:
            return verdict
    for name, rule in _RULES:
        if name in names:
            verdict = rule(parse, clause, found, joint, dated)
            if verdict is not None:
                return verdict
    return _told(clause)


def _a_signing(parse: Parse, clause: Clause) -> bool:
    """'witnessed the signing of', 'witnessed the exchange of notes'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 5))
    return any(parse.words[i].key in {"signing", "exchange", "conclusion", "inking"} for i in span)


def _light(parse: Parse, clause: Clause) -> Verdict | None:
    """'had a robust dialogue on …' is talk of something; 'had meetings with …' only a meeting."""
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 6)):
        if parse.words[i].key in things("talking"):
            about = any(
                parse.words[k].key in {"on", "about", "regarding", "concerning", "over"}
                for k in (i + 1, i + 2)
                if k < clause.end
            )
            return Verdict("discuss", "light.on") if about else Verdict("", "meet")
    if clause.predicate.lemma == "have":
        if measured(parse, clause):
            return Verdict("report", "have.measured")
        return Verdict("affirm", "have") if clause.predicate.tense == "present" else Verdict("report", "have.past")
    return Verdict("", "meet")


def _with(parse: Parse, clause: Clause, nouns: set[str]) -> bool:
    """'noted with grave concern': what stands between the verb and its object colours the act."""
    first = clause.predicate.last
    if first >= len(parse.words) or parse.words[first].key != "with":
        return False
    return any(parse.words[i].key in nouns for i in range(first, min(first + 4, clause.end)))


def _prepares(parse: Parse, clause: Clause) -> bool:
    """'advanced preparations for', 'reviewed preparations for'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"preparations", "preparation"} for i in span)


def _future(parse: Parse, clause: Clause, joint: bool, dated: bool) -> Verdict | None:
    lemma = clause.predicate.lemma
    if clause.predicate.negated:
        return Verdict("affirm", "future.refused")
    if lemma in lemmas("events"):
        return Verdict("plan", "future.event")
    if dated:
        return Verdict("plan", "future.dated")
    found = cues(parse, clause)
    if found.adjective is not None:
        return _copula(parse, clause, found, joint, dated)
    if "discuss" in classes(lemma) or _talks_on(parse, clause):
        return Verdict("plan", "future.talks")
    if lemma in lemmas("assessing"):
        return Verdict("affirm", "future.assessment")
    return Verdict("agree" if joint else "commit", "future.undertaking")


def _talks_on(parse: Parse, clause: Clause) -> bool:
    """'will continue discussions on'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 3))
    return any(parse.words[i].key in {"discussions", "talks", "consultations", "negotiations"} for i in span)


def _is_member(parse: Parse, clause: Clause) -> bool:
    """'is a member of', 'are parties to': a fact, not a stance."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in _MEMBER for i in span)


def _is_somewhere(parse: Parse, clause: Clause) -> bool:
    """'was in Washington', 'is on a three-day visit', 'Heading the delegation were …': who was where."""
    if clause.predicate.lemma != "be" or clause.predicate.passive:
        return False
    if clause.subject is not None and parse.tags[clause.subject[0]] == t.GERUND:
        return True
    first = clause.predicate.last
    if first + 1 >= len(parse.words) or parse.words[first].key not in {"in", "at", "on"}:
        return False
    places = {m.first for m in parse.marked.places}
    span = range(first + 1, min(first + 6, len(parse.words)))
    return any(i in places or parse.words[i].key in {"visit", "trip", "tour", "attendance"} for i in span)


def _ranks(parse: Parse, clause: Clause) -> bool:
    """'is the third largest partner of', 'is the first agreement that': a rank is a fact."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 6))
    keys = {parse.words[i].key for i in span}
    return bool(keys & lemmas("ranks")) or {"trading", "partner"} <= keys


def _copula(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if found.adjective == "undertake":
        if found.to_do or found.deed:
            return Verdict("agree" if joint else "commit", "copula.committed")
        return Verdict("affirm", "copula.committed-to")
    if found.adjective == "offer":
        return Verdict("agree" if joint else "offer", "copula.ready")
    if found.adjective == "appreciate":
        return Verdict("report" if joint else "appreciate", "copula.grateful")
    if found.adjective is not None:
        return Verdict(found.adjective, "copula.adjective")
    if clause.predicate.tense in _LOOKING_BACK or _ranks(parse, clause) or _is_member(parse, clause):
        return Verdict("report", "copula.state")
    if measured(parse, clause):
        return Verdict("report", "copula.state")
    return Verdict("affirm", "copula")


def _expressed(lemma: str, found: Cues, joint: bool, saying: bool) -> Verdict | None:
    """'expressed concern', 'reaffirmed their commitment to …', 'noted the progress'."""
    noun = found.noun
    if noun == "undertake":
        if found.to_do or found.deed or found.key in _RESOLVES:
            return Verdict("agree" if joint else "commit", "noun.commitment")
        return Verdict("affirm", "noun.commitment-to")
    if noun == "request":
        if found.key in {"wish", "desire"} and found.to_do:
            return Verdict("agree" if joint else "offer", "noun.own-wish")
        return Verdict("affirm" if joint and found.key.startswith("hope") else "request", "noun.request")
    if noun == "offer":
        if joint and found.key in {"openness", "interest", "eagerness", "availability"}:
            return Verdict("affirm", "noun.interest")
        return Verdict("agree" if joint and not found.key.startswith("invit") else "offer", "noun.offer")
    if noun == "appreciate":
        return Verdict("report" if joint else "appreciate", "noun.appreciation")
    if noun == "report":
        if lemma in _NOTING or joint or classes(lemma) & {"stress", "say"}:
            if lemma in {"express", "voice", "convey"} and not joint:
                return Verdict("appreciate", "noun.satisfaction")
            return Verdict("report", "noun.results")
        return None
    return Verdict(noun, "noun.stance") if noun is not None else None


# -- by class of verb -------------------------------------------------------------------------------------------------


def _undertake(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    inner = clause.complement
    if inner is not None and inner.predicate.lemma in {"hold", "convene", "host", "sign", "visit", "meet"} and dated:
        return Verdict("plan", "undertake.event")
    if inner is not None and clause.predicate.lemma in {"agree", "concur"}:
        if _needs(parse, inner):
            return Verdict("request" if _outsider(parse, inner) else "agree", "undertake.need")
        if inner.predicate.tense in {"perfect", "past", "pluperfect"}:
            return Verdict("report", "undertake.shared-finding")
        if inner.predicate.tense in {"present", "modal"} and not _obliges(parse, inner):
            return Verdict("affirm", "undertake.shared-view")
    if dated and _to_meet(parse, clause):
        return Verdict("plan", "undertake.meeting")
    if clause.predicate.lemma == "seek" and not found.to_do:
        return Verdict("request", "undertake.seek")
    if (
        clause.predicate.lemma in {"establish", "launch", "set-up", "elevate", "upgrade", "instruct", "task"}
        and not joint
    ):
        return Verdict("report", "undertake.done")
    if clause.predicate.lemma in {"agree", "concur"} and clause.predicate.passive and joint is False:
        return Verdict("agree", "undertake.passive")
    return Verdict("agree" if joint else "commit", "undertake")


def _needs(parse: Parse, clause: Clause) -> bool:
    """'agreed that efforts were needed', 'agreed the military must': what is to be done."""
    span = range(clause.predicate.first, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"need", "needs", "needed", "necessary", "must", "should"} for i in span)


def _outsider(parse: Parse, clause: Clause) -> bool:
    """Whether somebody is named as the one who must act."""
    return clause.subject is not None and any(
        clause.subject[0] <= m.first < clause.subject[1] for m in parse.marked.parties
    )


def _to_meet(parse: Parse, clause: Clause) -> bool:
    """'agreed to hold the next round in May': the infinitive right behind the verb names an event."""
    return any(
        p.form == "infinitive" and p.first == clause.predicate.last and p.lemma in {"hold", "meet", "convene", "host"}
        for p in parse.predicates
    )


def _agrees_text(parse: Parse, clause: Clause) -> bool:
    """'have agreed to a Framework for …': the text agreed stands right behind the verb."""
    first = clause.predicate.last
    if first >= len(parse.words) or parse.words[first].key not in {"to", "on"} or parse.tags[first] == t.TO:
        return False
    return any(m.first <= first + 4 and m.first > first for m in parse.marked.instruments)


def _obliges(parse: Parse, clause: Clause) -> bool:
    return parse.words[clause.predicate.first].key in {"should", "must"}


def _ask(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    lemma = clause.predicate.lemma
    if (
        lemma in {"hope", "wish", "want", "desire", "expect", "seek"}
        and clause.complement is None
        and found.to_do
        and not _names_other(parse, clause)
    ):
        if lemma == "hope" and parse.words[min(clause.predicate.last + 1, len(parse.words) - 1)].key == "see":
            return Verdict("request", "ask.hope-to-see")
        return Verdict("agree" if joint else "offer", "ask.own-wish")
    if lemma in {"press", "push", "call"} and not found.to_do:
        return None
    if lemma == "call-on" and _visits(parse, clause):
        return Verdict("", "meet")
    return Verdict("request", "ask")


def _visits(parse: Parse, clause: Clause) -> bool:
    """'called on the Prime Minister' without anything asked: a courtesy call."""
    asked = any(p.form == "infinitive" and clause.predicate.last <= p.first < clause.end for p in parse.predicates)
    near = range(clause.predicate.last, clause.predicate.last + 4)
    named: list[PersonMark | PostMark] = [*parse.marked.people, *parse.marked.posts]
    return not asked and any(m.first in near for m in named)


def _names_other(parse: Parse, clause: Clause) -> bool:
    """'wants Jakarta to': somebody stands between the verb and its infinitive."""
    first = clause.predicate.last
    return first < len(parse.words) and parse.words[first].key != "to"


def _offer(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    return Verdict("offer", "offer")


def _thank(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    third = clause.predicate.lemma != "welcome" and _names_third(parse, clause)
    if clause.predicate.lemma in {"welcome", "greet"} and _receives(parse, clause):
        return None
    if joint and not third:
        return Verdict("report", "thank.both")
    return Verdict("appreciate", "thank")


def _names_third(parse: Parse, clause: Clause) -> bool:
    """'commend the mediation of Qatar': the thanks go to a party that is not the subject's own."""
    object_ = {
        m.code
        for m in parse.marked.parties
        if clause.predicate.last <= m.first < min(clause.end, clause.predicate.last + 12)
    }
    subject = {
        m.code for m in parse.marked.parties if clause.subject and clause.subject[0] <= m.first < clause.subject[1]
    }
    return bool(object_) and not object_ & subject and len(object_) == 1


def _receives(parse: Parse, clause: Clause) -> bool:
    """'welcomed the minister to the White House': received, not praised."""
    first = clause.predicate.last
    marks = parse.marked
    named: list[PersonMark | PostMark] = [*marks.people, *marks.posts]
    people = [m for m in named if first <= m.first <= first + 6 and m.last <= clause.end]
    if not people:
        return False
    last = max(m.last for m in people if m.first <= first + 6)
    return last >= len(parse.words) or parse.words[last].key in {"to", "at", "in", "on", "for", "of", ",", ".", "and"}


def _deliver(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.tense not in _LOOKING_BACK:
        return None
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 7)):
        if parse.words[i].key in things("no-gift"):
            return Verdict("report", "deliver.no-thing")
    return Verdict("deliver", "deliver")


def _sign(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.lemma not in {"sign", "ink", "initial"} and not names_text(parse, clause):
        return None
    if clause.predicate.tense == "present":
        return None
    return Verdict("sign", "sign")


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


def _object(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    return Verdict("object", "object")


def _discuss(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.lemma in {"speak", "talk", "address"} and not _about(parse, clause):
        return Verdict("", "meet")
    return Verdict("discuss", "discuss")


def _about(parse: Parse, clause: Clause) -> bool:
    """Whether a matter is named: 'spoke about trade', 'addressed the crisis', not 'spoke to reporters'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 9))
    keys = {parse.words[i].key for i in span}
    if clause.predicate.lemma == "address":
        return not keys & things("audiences")
    return bool(keys & {"about", "on", "of", "regarding", "concerning"})


def _plan(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.lemma == "look-forward":
        return Verdict("plan" if dated else "affirm", "plan.look-forward")
    if dated or clause.predicate.passive:
        return Verdict("plan", "plan.dated")
    return Verdict("agree" if joint else "commit", "plan.undated")


def _stress(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if found.noun is None and found.to_do and clause.predicate.lemma in {"reaffirm", "affirm", "reiterate"}:
        return Verdict("agree" if joint else "commit", "stress.to-do")
    return Verdict("affirm", "stress")


def _say(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    lemma = clause.predicate.lemma
    if lemma == "conclude" and clause.complement is None:
        return Verdict("", "meet")
    if lemma in {"announce", "unveil"} and clause.complement is None:
        return Verdict("agree" if joint else "commit", "say.announced")
    if lemma in _NOTING:
        return Verdict("report", "say.noting")
    return Verdict("affirm", "say") if clause.predicate.tense != "none" or clause.kind == "participle" else None


def _back(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    return Verdict("affirm", "back")


def _meet(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    return Verdict("", "meet")


_RULES = (
    ("undertake", _undertake), ("ask", _ask), ("offer", _offer), ("thank", _thank), ("deliver", _deliver),
    ("sign", _sign), ("object", _object), ("discuss", _discuss), ("plan", _plan), ("stress", _stress), ("say", _say),
    ("meet", _meet), ("back", _back),
)  # fmt: skip


def _told(clause: Clause) -> Verdict | None:
    """A verb of no frame: what was done or is being done is a report, what holds is a stance."""
    tense = clause.predicate.tense
    if tense in _LOOKING_BACK or tense == "none":
        return Verdict("report", "told.past")
    return Verdict("affirm", "told.present")


def of_thing(parse: Parse, clause: Clause, dated: bool) -> Verdict | None:
    """The act that a statement about a thing makes: what was achieved, what holds, what is to come."""
    predicate = clause.predicate
    names = classes(predicate.lemma)
    if _lists_people(parse, clause):
        return Verdict("", "thing.attendance")
    if "sign" in names and not predicate.passive and predicate.tense in _LOOKING_BACK and names_text(parse, clause):
        return Verdict("sign", "thing.signed")
    if _includes(parse, clause):
        return Verdict("discuss", "thing.topics-included")
    if cues(parse, clause).adjective == "plan":
        return Verdict("plan", "thing.due")
    if _on_the_table(parse, clause):
        return Verdict("discuss", "thing.on-the-table")
    if predicate.lemma == "change-hands":
        return Verdict("deliver", "thing.changed-hands")
    if predicate.lemma in {"plan", "schedule"} and predicate.passive:
        return Verdict("plan" if dated or predicate.lemma == "schedule" else "commit", "thing.planned")
    if predicate.tense not in _LOOKING_FORWARD and measured(parse, clause):
        return Verdict("report", "thing.measured")
    if predicate.tense == "present" and dated and predicate.lemma in lemmas("departures"):
        return Verdict("plan", "thing.departure")
    if (
        predicate.lemma in {"commit", "oblige", "bind", "require"}
        and not predicate.passive
        and _names_subject(parse, clause)
    ):
        return Verdict("agree", "thing.binds")
    if predicate.tense in _LOOKING_FORWARD and predicate.passive and predicate.lemma in {"sign", "ink", "initial"}:
        return Verdict("plan", "thing.to-be-signed")
    if predicate.tense in _LOOKING_FORWARD and predicate.lemma in lemmas("assessing") and not predicate.passive:
        return Verdict("affirm", "thing.assessment")
    if predicate.tense in _LOOKING_FORWARD:
        return Verdict("plan" if dated or "meet" in names else "affirm", "thing.future")
    if predicate.tense == "modal":
        return Verdict("affirm", "thing.modal")
    if predicate.passive:
        return _passive(parse, clause, names)
    if predicate.lemma in {"be", "stand"} and _presents(parse, clause):
        return Verdict("", "thing.presiding")
    if predicate.lemma in {"open", "begin", "start", "end", "conclude", "close"} and _occasion(parse, clause):
        return Verdict("", "thing.occasion")
    if "meet" in names and predicate.lemma not in {"include", "make", "open", "begin", "start", "end", "conclude"}:
        return Verdict("", "thing.meeting")
    if predicate.lemma in {"be", "remain"} and _topic_of_talk(parse, clause):
        return Verdict("discuss", "thing.topic-of-talk")
    if predicate.lemma in {"be", "remain"} and predicate.tense == "present" and _ranks(parse, clause):
        return Verdict("report", "thing.rank")
    if predicate.lemma in {"be", "remain"} and predicate.tense in {"present", "none"}:
        return Verdict("affirm", "thing.copula")
    if predicate.progressive or predicate.lemma in {"follow", "precede", "continue"}:
        return Verdict("report", "thing.ongoing")
    if predicate.tense in _LOOKING_BACK:
        return Verdict("report", "thing.past")
    return Verdict("affirm", "thing.present")


def _includes(parse: Parse, clause: Clause) -> bool:
    """'Topics included …', 'The talks covered …'."""
    if clause.subject is None or clause.predicate.lemma not in {"include", "range", "cover", "span"}:
        return False
    return any(parse.words[i].key in things("matters") for i in range(*clause.subject))


def _occasion(parse: Parse, clause: Clause) -> bool:
    """'The 32nd edition of the exercise concluded': an event that begins or ends."""
    if clause.subject is None:
        return False
    named = {m.last - 1 for m in parse.marked.mechanisms}
    return any(parse.words[i].key in things("occasions") or i in named for i in range(*clause.subject))


def _names_subject(parse: Parse, clause: Clause) -> bool:
    """Whether an instrument is the subject: 'The agreement commits the two governments to'."""
    if clause.subject is None:
        return False
    first, last = clause.subject
    named = any(first <= m.first < last for m in parse.marked.instruments)
    return named or any(parse.words[i].key in things("texts") for i in range(first, last))


def _lists_people(parse: Parse, clause: Clause) -> bool:
    """'The delegation included representatives of', 'The meeting featured senior officials'."""
    if clause.predicate.lemma not in {"include", "feature", "comprise", "involve"}:
        return False
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 5))
    people = {m.first for m in parse.marked.people}
    return any(parse.words[i].key in lemmas("attendants") or i in people for i in span)


def _presents(parse: Parse, clause: Clause) -> bool:
    """'In the chair for Vietnam was General X', 'Heading the delegation were …'."""
    if clause.subject is not None and parse.tags[clause.subject[0]] not in (t.PREPOSITION, t.GERUND):
        return False
    span = range(clause.predicate.last, min(clause.predicate.last + 3, clause.end))
    starts = {m.first for m in parse.marked.people} | {m.first for m in parse.marked.posts}
    return any(i in starts for i in span)


def measured(parse: Parse, clause: Clause) -> bool:
    """Whether money, a percentage or a large count stands in the clause: a figure is reported."""
    return any(
        clause.start <= m.first < clause.end and m.value >= _LARGE and m.unit not in {"year", "day", "month", "week"}
        for m in parse.marked.quantities
    ) or any(
        clause.start <= m.first < clause.end and (len(m.unit) == 3 and m.unit.isupper() or m.unit == "percent")
        for m in parse.marked.quantities
    )


def _topic_of_talk(parse: Parse, clause: Clause) -> bool:
    """'were a key topic of discussion', 'was the focus of the talks'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 8))
    keys = [parse.words[i].key for i in span]
    return bool({"topic", "topics", "focus", "subject"} & set(keys)) and bool(things("talking") & set(keys))


def _on_the_table(parse: Parse, clause: Clause) -> bool:
    """'Also on the table were …', 'High on the agenda stood …'."""
    if clause.subject is None or clause.predicate.lemma not in {"be", "stand", "figure", "feature", "rank", "loom"}:
        return False
    return any(parse.words[i].key in {"table", "agenda"} for i in range(*clause.subject))


def _passive(parse: Parse, clause: Clause, names: frozenset[str]) -> Verdict | None:
    lemma = clause.predicate.lemma
    expressed = _expressed_in_subject(parse, clause, names)
    if expressed is not None:
        return expressed
    if lemma in {"sign", "ink", "initial"} and clause.predicate.tense == "perfect" and _counted(parse, clause):
        return Verdict("report", "passive.signed-so-far")
    if lemma in {"sign", "ink", "initial"} or (
        lemma in {"adopt", "conclude", "issue", "ratify"} and names_text(parse, clause)
    ):
        return Verdict("sign" if clause.predicate.tense in _LOOKING_BACK else "plan", "passive.signed")
    if (names & {"meet"} and not names & {"deliver", "discuss"}) or lemma in {
        "release",
        "organize",
        "invite",
        "represent",
    }:
        return Verdict("plan" if clause.predicate.tense in _LOOKING_FORWARD else "", "passive.meeting")
    if "discuss" in names:
        return Verdict("discuss", "passive.discussed")
    if "deliver" in names and clause.predicate.tense in _LOOKING_BACK:
        return Verdict("deliver", "passive.delivered")
    if names & {"undertake"} and lemma in {"agree", "decide"}:
        return Verdict("agree", "passive.agreed")
    if names & {"stress"}:
        return Verdict("affirm", "passive.stressed")
    if names & {"object"}:
        return Verdict("object", "passive.objected")
    if clause.predicate.tense in _LOOKING_BACK:
        return Verdict("report", "passive.past")
    return Verdict("affirm", "passive.present")


def _counted(parse: Parse, clause: Clause) -> bool:
    """'More than 34 agreements have been signed': a count of what was done over time."""
    return clause.subject is not None and any(
        clause.subject[0] <= m.first < clause.subject[1] for m in parse.marked.quantities
    )


def _expressed_in_subject(parse: Parse, clause: Clause, names: frozenset[str]) -> Verdict | None:
    """'Strong backing … was expressed by', 'was met with gratitude': the noun makes the act."""
    lemma = clause.predicate.lemma
    if (
        lemma == "meet"
        and clause.predicate.last < len(parse.words)
        and parse.words[clause.predicate.last].key == "with"
    ):
        span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    elif clause.subject is not None and (lemma in _EXPRESSING or names & {"say", "stress"}) and lemma not in _NOTING:
        span = range(*clause.subject)
    else:
        return None
    nouns = object_nouns()
    act = next((nouns[parse.words[i].key] for i in span if parse.words[i].key in nouns), None)
    return Verdict("agree" if act == "undertake" else act, "passive.expressed") if act is not None else None


def exchanges(parse: Parse, clause: Clause) -> bool:
    """'exchanged mementoes': things change hands."""
    if clause.predicate.lemma != "exchange":
        return False
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 8))
    return any(parse.words[i].key in things("tokens") for i in span)
