"""The act that a verb makes by its frame class, one rule a class (verb-frames.yaml)."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK
from verbale.reader.acts.cues import Cues, cues
from verbale.reader.acts.frames import lemmas, things
from verbale.reader.acts.objects import (
    agrees_text,
    comes_to_learn,
    dated_event,
    expects_of_party,
    is_deed,
    leads_to_list,
    names_anybody,
    names_as,
    names_doer,
    names_gathering,
    names_idea,
    names_matter,
    names_other,
    names_third,
    names_trip,
    pays_call,
    receives_guest,
    says_needed,
    says_should,
    talks_of_matter,
    tells_done,
    tells_to,
    to_meet,
    to_see,
    wishes_well,
)
from verbale.reader.acts.records import goes_back
from verbale.reader.acts.texts import names_text
from verbale.reader.acts.turns import gives_money
from verbale.reader.acts.verdict import Verdict
from verbale.reader.acts.wording import measured

_ADDRESSING = frozenset({"press", "push", "call", "challenge", "count-on"})  # they ask where somebody is addressed
NOTING = frozenset(
    "brief update inform apprise outline note acknowledge recognize "
    "record point-out point-to recall cite mention report review observe".split()
)


def _undertake(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    inner = clause.complement
    if (
        inner is not None
        and dated
        and inner.predicate.lemma in lemmas("events") | lemmas("departures") | {"sign", "take-place"}
    ):
        return Verdict("plan", "undertake.event")
    if joint and clause.predicate.tense in LOOKING_BACK and agrees_text(parse, clause):
        return Verdict("sign", "undertake.text")
    if inner is not None and clause.predicate.lemma in {"agree", "concur"}:
        if says_needed(parse, inner):
            return Verdict("request" if names_doer(parse, inner) else "agree", "undertake.need")
        if inner.predicate.tense in {"perfect", "past", "pluperfect"}:
            return Verdict("report", "undertake.shared-finding")
        if inner.predicate.lemma == "share" and cues(parse, inner).noun == "undertake":
            return Verdict("agree" if joint else "commit", "undertake.shared-aim")
        if inner.predicate.tense == "modal" and parse.words[inner.predicate.first].key == "may":
            return Verdict("agree" if joint else "commit", "undertake.allowed")  # 'agreed that either side may'
        if inner.predicate.tense in {"present", "modal"} and not says_should(parse, inner):
            return Verdict("affirm", "undertake.shared-view")
    if dated and to_meet(parse, clause):
        return Verdict("plan", "undertake.meeting")
    if clause.predicate.lemma == "seek" and not found.to_do:
        return Verdict("affirm" if joint else "request", "undertake.seek")
    if (
        clause.predicate.lemma in {"establish", "launch", "set-up", "elevate", "upgrade", "instruct", "task"}
        and not joint
    ):
        return Verdict("report", "undertake.done")
    if clause.predicate.lemma in {"agree", "concur"} and clause.predicate.passive and joint is False:
        return Verdict("agree", "undertake.passive")
    return Verdict("agree" if joint else "commit", "undertake")


def _ask(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    lemma = clause.predicate.lemma
    if clause.predicate.negated and lemma in {"want", "wish", "desire", "seek"}:
        return Verdict("affirm", "ask.not-wanted")  # 'does not want any foreign base'
    if clause.predicate.negated and lemma in {"ask", "ask-for", "request", "demand", "call-for", "require"}:
        return Verdict("affirm", "ask.not-asked")  # 'We did not ask for a discount'
    if (
        lemma in {"hope", "wish", "want", "desire", "expect", "seek"}
        and clause.complement is None
        and found.to_do
        and not names_other(parse, clause)
    ):
        if lemma == "expect" and dated:
            return Verdict("plan", "ask.expected")
        if lemma == "hope" and parse.words[min(clause.predicate.last + 1, len(parse.words) - 1)].key == "see":
            return Verdict("request", "ask.hope-to-see")
        if lemma in {"want", "wish"} and not joint and _to_look_on(parse, clause):
            return Verdict("affirm", "ask.wants-to-see")  # 'wanted to see the dispute settled'
        to = next((i for i in range(clause.predicate.last, len(parse.words) - 1) if parse.words[i].key == "to"), None)
        if to is not None and parse.words[to + 1].key in {"have", "be"} and lemma in {"want", "wish"}:
            return Verdict("affirm", "ask.wants-to-have")  # 'wants to have the line running by 2033'
        return Verdict("agree" if joint else "offer", "ask.own-wish")
    if lemma == "wish" and clause.complement is None and wishes_well(parse, clause):
        return Verdict("affirm", "ask.wishes-well")  # 'wished Chile success'
    if lemma == "call" and names_as(parse, clause):
        return Verdict("affirm", "ask.called-so")
    if joint and lemma in {"call-for", "hope"} and clause.complement is None and not names_anybody(parse, clause):
        return Verdict("affirm", "ask.of-nobody")  # 'called for a just peace'
    if lemma in _ADDRESSING and not found.to_do:
        return Verdict("request", "ask.pressed") if tells_to(parse, clause) else None
    if lemma == "expect" and not expects_of_party(parse, clause):
        foreseen = not joint and not dated_event(parse, clause)
        return Verdict("affirm" if foreseen else "plan", "ask.expected")
    if lemma == "call-on" and pays_call(parse, clause):
        return Verdict("", "meet")
    return Verdict("request", "ask")


def _to_look_on(parse: Parse, clause: Clause) -> bool:
    ahead = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 2]]
    return ahead == ["to", "see"]


def _offer(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    return Verdict("offer", "offer")


def _thank(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    third = clause.predicate.lemma != "welcome" and names_third(parse, clause)
    if clause.predicate.lemma in {"welcome", "greet"} and receives_guest(parse, clause):
        return None
    if clause.predicate.lemma == "welcome" and comes_to_learn(parse, clause):
        return Verdict("agree" if joint else "offer", "thank.welcome-to-study")
    if joint and clause.predicate.lemma == "value" and clause.predicate.tense == "present":
        return Verdict("affirm", "thank.value")  # 'we value the rules of trade'
    if joint and not third:
        coming = clause.predicate.lemma == "welcome" and dated and names_gathering(parse, clause)
        return Verdict("affirm" if coming else "report", "thank.both-ahead" if coming else "thank.both")
    return Verdict("appreciate", "thank")


def _deliver(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.tense not in LOOKING_BACK:
        return None
    if clause.predicate.lemma == "return" and not clause.predicate.passive and _comes_back(parse, clause):
        return Verdict("", "meet")
    if clause.predicate.lemma == "lend" and not gives_money(parse, clause):
        return None
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 7)):
        if parse.words[i].key in things("no-gift") or (
            clause.predicate.lemma == "present" and parse.words[i].key in things("views")
        ):
            return Verdict("report", "deliver.no-thing")
    return Verdict("deliver", "deliver")


def _comes_back(parse: Parse, clause: Clause) -> bool:
    """'had returned the night before from Oslo', 'returned to the table': nothing is handed over."""
    at = clause.predicate.last
    if at >= clause.end or parse.tags[at] in {t.PREPOSITION, t.ADVERB} or parse.words[at].key in {"home", ",", "."}:
        return True
    days = any(mark.first == at for mark in parse.marked.dates)
    return days or parse.words[min(at + 1, len(parse.words) - 1)].key in {"night", "day", "evening", "week", "morning"}


def _sign(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.lemma in {"finalize", "conclude"} and found.noun == "undertake" and found.key != "agreement":
        return Verdict("agree" if joint else "commit", "sign.commitments")
    if clause.predicate.lemma not in {"sign", "ink", "initial"} and not names_text(parse, clause):
        return None
    if clause.predicate.negated or (clause.predicate.lemma == "ratify" and not joint):
        return Verdict("report", "sign.not-both")  # 'has not signed', 'Chile has ratified the treaty'
    if clause.predicate.tense == "present":
        return None
    if clause.predicate.lemma == "approve" and not joint:
        return None  # what a parliament or a cabinet approved
    return Verdict("sign", "sign")


def _object(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.negated:
        return Verdict("affirm", "object.not")  # 'does not oppose'
    follows = parse.tags[clause.predicate.last] if clause.predicate.last < len(parse.words) else ""
    if clause.predicate.lemma == "deny" and (clause.complement is not None or follows == t.GERUND):
        return Verdict("affirm", "object.denied-that")  # 'denied that the pact was aimed at anybody'
    return Verdict("object", "object")


def _discuss(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.lemma in {"speak", "talk", "address"} and not names_matter(parse, clause):
        return Verdict("", "meet")
    if clause.predicate.lemma == "consider" and not joint and clause.predicate.tense == "present":
        return Verdict("affirm", "discuss.considers")  # 'considers the reef its own', 'is considering a ban'
    return Verdict("discuss", "discuss")


def _plan(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.lemma == "look-forward":
        if _to_work(parse, clause):
            return Verdict("affirm", "plan.looks-forward-to-work")
        return Verdict("plan" if dated or (not joint and to_see(parse, clause)) else "affirm", "plan.look-forward")
    if dated or clause.predicate.passive:
        return Verdict("plan", "plan.dated")
    return Verdict("agree" if joint else "commit", "plan.undated")


def _to_work(parse: Parse, clause: Clause) -> bool:
    """'looks forward to working with the government that takes office in May': no event."""
    ahead = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 3]]
    return any(key in {"working", "cooperating", "collaborating", "partnering"} for key in ahead)


def _stress(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if found.noun is None and found.to_do and clause.predicate.lemma in {"reaffirm", "affirm", "reiterate"}:
        return Verdict("agree" if joint else "commit", "stress.to-do")
    if clause.predicate.lemma == "declare" and clause.complement is None and found.noun is None and not found.to_do:
        return Verdict("report", "stress.declared")  # 'declared an emergency'
    if clause.predicate.lemma == "raise" and found.noun is None and not clause.parts:
        idea = names_idea(parse, clause)
        return Verdict("request" if idea else "discuss", "stress.raised-idea" if idea else "stress.raised")
    return Verdict("affirm", "stress")


def _say(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    lemma = clause.predicate.lemma
    if clause.predicate.negated and lemma in {"recognize", "acknowledge"}:
        return Verdict("object", "say.not-recognized")
    if (lemma == "conclude" and clause.complement is None) or leads_to_list(parse, clause):
        return Verdict("", "meet")
    if lemma in {"tell", "advise"} and clause.complement is None and tells_to(parse, clause):
        return Verdict("request", "say.told-to")
    if lemma == "note" and parse.words[clause.predicate.head].key in {"take", "takes"}:
        return Verdict("affirm", "say.takes-note")
    if lemma in {"announce", "unveil"} and clause.complement is None:
        return Verdict("agree" if joint else "commit", "say.announced")
    if lemma == "recognize":
        return Verdict("affirm", "say.recognizing")  # progress recognized is found by its noun before
    if lemma == "outline" and clause.complement is None and found.noun != "report" and not tells_done(parse, clause):
        return Verdict("plan" if names_trip(parse, clause) else "discuss", "say.outlined")
    if lemma in NOTING:
        return Verdict("report", "say.noting")
    return Verdict("affirm", "say") if clause.predicate.tense != "none" or clause.kind == "participle" else None


def _back(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    if clause.predicate.lemma in {"extend", "enjoy"} and found.noun is None and clause.predicate.tense in LOOKING_BACK:
        return told_plainly(clause)
    return Verdict("affirm", "back")


def _meet(parse: Parse, clause: Clause, found: Cues, joint: bool, dated: bool) -> Verdict | None:
    talked = parse.words[clause.predicate.head].key in {"held", "hold"} and clause.predicate.lemma == "meet"
    if talked and talks_of_matter(parse, clause):
        return Verdict("discuss", "meet.talks-on")  # 'held talks on fishing'
    if clause.predicate.lemma in lemmas("deeds-too") and is_deed(parse, clause):
        return told_plainly(clause)
    if goes_back(parse, clause):
        return Verdict("report", "meet.over-years")
    if clause.predicate.lemma == "receive" and clause.predicate.tense in LOOKING_BACK and measured(parse, clause):
        return Verdict("report", "meet.received")  # 'has received 37 of the 52 aircraft'
    return Verdict("", "meet")


def told_plainly(clause: Clause) -> Verdict | None:
    """A verb of no frame: what was done or is being done is a report, what holds is a stance."""
    tense = clause.predicate.tense
    if tense in LOOKING_BACK or tense == "none":
        return Verdict("report", "told.past")
    return Verdict("affirm", "told.present")


RULES = (
    ("undertake", _undertake), ("ask", _ask), ("offer", _offer), ("thank", _thank), ("deliver", _deliver),
    ("sign", _sign), ("object", _object), ("discuss", _discuss), ("plan", _plan), ("stress", _stress), ("say", _say),
    ("meet", _meet), ("back", _back),
)  # fmt: skip
