"""What a speaker is reported to have said: typed by the clause that was said, given to who acts in it."""

from __future__ import annotations

from dataclasses import replace

from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK, LOOKING_FORWARD
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.blaming import did_wrong, is_blamed, is_owed, is_up_to
from verbale.reader.acts.by_verb import NOTING
from verbale.reader.acts.cues import cues
from verbale.reader.acts.dating import is_dated
from verbale.reader.acts.direct import is_deserved
from verbale.reader.acts.drafts import Draft
from verbale.reader.acts.frames import classes, lemmas, speech
from verbale.reader.acts.handing import giver_of_received
from verbale.reader.acts.of_party import of_party
from verbale.reader.acts.of_thing import of_thing
from verbale.reader.acts.records import names_rank
from verbale.reader.acts.state import State
from verbale.reader.acts.terms import opens_under_deal
from verbale.reader.acts.texts import names_text
from verbale.reader.acts.verdict import Verdict
from verbale.reader.acts.wording import is_occasion, measured
from verbale.reader.scene import Scene

_TOGETHER = frozenset({"sign", "hold", "convene", "meet", "conclude", "negotiate", "finalize", "agree", "take-place"})


def reported_acts(
    scene: Scene,
    parsed: Parse,
    clause: Clause,
    speaker: Agent,
    embedded: Agent | None,
    state: State,
    governor: Clause | None = None,
    spoken: bool = False,
) -> list[Draft]:
    """What a speaker is reported to have said, typed by the clause that was said."""
    start = (
        min(governor.start, clause.start) if governor is not None and governor.complement is clause else clause.start
    )
    clause = _backshifted(clause, governor)
    if is_deserved(clause):
        return _one(parsed, start, clause, Verdict("appreciate", "thank.deserved"), speaker)
    if clause.subject is None and clause.inherits is None and clause.predicate.lemma == "let" and not speaker.joint:
        return _one(parsed, start, clause, Verdict("request", "reported.let-us"), speaker)
    if embedded is not None and embedded.joint and not speaker.joint and _is_thanked(parsed, clause):
        embedded = speaker  # 'We thank our hosts'
    giver = giver_of_received(scene, parsed, clause, embedded) if embedded is not None else None
    if giver is not None:
        return _one(parsed, start, clause, Verdict("deliver", "deliver.received"), giver)
    own = embedded is not None and (embedded.codes == speaker.codes or embedded.person == speaker.person is not None)
    dated = is_dated(scene, parsed, clause)
    if embedded is None and not speaker.joint and _is_ready(parsed, clause):
        embedded, own = speaker, True  # 'said it was prepared to': only a side can be
    if embedded is None:
        verdict = _of_thing_said(parsed, clause, speaker, dated, spoken, governor)
        return _one(parsed, start, clause, *_whose(scene, parsed, clause, speaker, verdict, governor))
    verdict = of_party(parsed, clause, embedded.joint, dated)
    if verdict is not None and verdict.rule == "copula.state" and _is_judgement(parsed, clause, governor):
        verdict = Verdict("affirm", "reported.was-so")
    lasting = clause.predicate.tense == "present" and not dated and not clause.predicate.progressive
    if verdict is not None and not verdict.type and (clause.predicate.negated or lasting):
        verdict = Verdict("affirm", "reported.not")  # 'it does not take part in alliances', 'we speak up for peace'
    if verdict is not None and not verdict.type:
        verdict = Verdict(
            "plan" if dated and clause.predicate.tense in LOOKING_FORWARD else "report", "reported.meeting"
        )
    if verdict is None:
        return []
    if own and not embedded.joint and _is_promised(parsed, clause, governor):
        verdict = Verdict("commit", "reported.assured")
    if own and embedded.joint and scene.genre != "news":
        return _one(parsed, start, clause, verdict, embedded)  # 'I can confirm that we will'
    if verdict.type == "commit" and governor is not None and _only_said(parsed, governor):
        verdict = Verdict("affirm", "reported.only")
    if own or (embedded.joint and speaker.joint):
        return _one(parsed, start, clause, verdict, speaker)
    if scene.genre == "news" and embedded.joint and verdict.type == "plan" and verdict.rule.startswith("future"):
        return _one(parsed, start, clause, verdict, Agent(embedded.codes, speaker.person))
    if embedded.joint and governor is not None and governor.predicate.lemma in {"announce", "declare"}:
        return _one(parsed, start, clause, verdict, embedded)
    done = classes(clause.predicate.lemma) & {"undertake", "sign"} and clause.predicate.tense in LOOKING_BACK
    if embedded.joint and done and verdict.type in {"agree", "sign"}:
        return _one(parsed, start, clause, verdict, embedded)  # 'the two sides have agreed, he told reporters'
    if embedded.joint:
        return _one(parsed, start, clause, _of_both(parsed, clause, verdict, governor), speaker)
    return _of_other(parsed, start, clause, verdict, speaker, embedded)


def _of_thing_said(
    parsed: Parse, clause: Clause, speaker: Agent, dated: bool, spoken: bool, governor: Clause | None
) -> Verdict | None:
    """What somebody's words about a thing make."""
    verdict = of_thing(parsed, clause, dated)
    if verdict is None:
        return None
    if not speaker.joint and is_up_to(parsed, clause):
        return Verdict("request", "reported.up-to")
    if is_blamed(parsed, clause):
        return Verdict("object", "reported.blamed")
    told = (spoken and clause.predicate.tense == "perfect") or _is_judgement(parsed, clause, governor)
    if verdict.rule == "thing.past" and told:
        return Verdict("affirm", "reported.was-so")
    if verdict.rule == "thing.copula" and cues(parsed, clause).adjective == "object":
        return Verdict("object", "reported.unacceptable")
    if _is_promised(parsed, clause, governor):
        return Verdict("commit", "reported.assured")
    if not verdict.type:
        return Verdict("report" if clause.predicate.tense != "future" else "plan", "reported.meeting")
    if verdict.type == "affirm" and not opens_under_deal(parsed) and _is_granted(parsed, clause) and not speaker.joint:
        return Verdict("commit", "reported.granted")
    return verdict


def _whose(
    scene: Scene, parsed: Parse, clause: Clause, speaker: Agent, verdict: Verdict | None, governor: Clause | None
) -> tuple[Verdict | None, Agent]:
    """The act that words about a thing make, and whose it is: of both what they agreed, discussed or will hold."""
    if verdict is None:
        return None, speaker
    if verdict.type == "affirm" and scene.genre == "news" and _is_term(parsed, clause):
        return Verdict("agree", "terms.under-deal"), Agent(scene.sides)
    shared = verdict.type == "discuss" or (verdict.type == "plan" and _is_of_both(parsed, clause, governor))
    if shared and scene.sides:
        return verdict, Agent(scene.sides)
    if verdict.type in {"sign", "agree"} and scene.genre == "news" and len(scene.sides) > 1:
        return verdict, Agent(scene.sides)  # 'The terms had been agreed, he announced'
    together = speaker.joint and verdict.type in {"sign", "agree"}
    if verdict.type in {"discuss", "sign", "deliver", "agree"} and not together:
        return Verdict("report", "reported." + verdict.rule), speaker
    return verdict, speaker


def _is_of_both(parsed: Parse, clause: Clause, governor: Clause | None) -> bool:
    """'The next round will be held in May, she said': a meeting or a text ahead is both sides', unless announced."""
    outer = governor or clause.governor
    if outer is not None and outer.predicate.lemma in {"announce", "declare", "reveal", "unveil"}:
        return False
    subject = range(*clause.subject) if clause.subject is not None else range(0)
    negotiated = any(parsed.words[i].key in {"negotiators", "negotiations", "teams", "delegations"} for i in subject)
    return (
        negotiated or clause.predicate.lemma in _TOGETHER or names_text(parsed, clause) or is_occasion(parsed, clause)
    )


def _is_term(parsed: Parse, clause: Clause) -> bool:
    """'Under the deal, Chilean boats may land there, she said': what both agreed."""
    return opens_under_deal(parsed) and clause.predicate.tense in {*LOOKING_FORWARD, "modal"}


def _is_granted(parsed: Parse, clause: Clause) -> bool:
    """'said employers would pay for the flights', 'that loans would not be tied any more': what is in his gift; not
    'would be freed once'."""
    predicate = clause.predicate
    if any(parsed.words[i].key in {"once", "if", "unless"} for i in range(predicate.last, clause.end)):
        return False
    thing = predicate.passive or predicate.lemma in {"bear", "pay", "cover", "give", "sell"}
    return predicate.lemma in lemmas("granting") and predicate.tense in LOOKING_FORWARD and thing


def _is_judgement(parsed: Parse, clause: Clause, governor: Clause | None) -> bool:
    """'said the meeting had been a success': what somebody finds that something was; not 'noted that visits had become
    more frequent', no count and no rank."""
    outer = governor or clause.governor
    predicate = clause.predicate
    if predicate.lemma not in {"be", "become", "remain"} or (outer is not None and outer.predicate.lemma in NOTING):
        return False
    grown = any(parsed.words[i].key in {"more", "fully", "less"} for i in range(predicate.last, predicate.last + 1))
    return not grown and not measured(parsed, clause) and not names_rank(parsed, clause)


def _is_thanked(parsed: Parse, clause: Clause) -> bool:
    lemma = clause.predicate.lemma
    spoken = clause.subject is not None and parsed.words[clause.subject[0]].key == "we"
    return spoken and "thank" in classes(lemma) and lemma not in {"value", "welcome", "greet"}


def _is_ready(parsed: Parse, clause: Clause) -> bool:
    """'it was prepared to open its stores': an adjective of the will with an infinitive, of a pronoun."""
    if clause.subject is None or clause.subject[1] - clause.subject[0] != 1:
        return False
    found = cues(parsed, clause)
    pronoun = parsed.words[clause.subject[0]].key in {"it", "they"}
    return pronoun and found.adjective in {"offer", "undertake"} and found.to_do


def _only_said(parsed: Parse, governor: Clause) -> bool:
    """'Rojas only said that Chile would look into it': no undertaking."""
    group = range(max(governor.predicate.first - 1, 0), governor.predicate.last)
    return any(parsed.words[i].key == "only" for i in group)


def _able(parsed: Parse, clause: Clause) -> bool:
    return [word.key for word in parsed.words[clause.predicate.last : clause.predicate.last + 1]] == ["able"]


def _is_promised(parsed: Parse, clause: Clause, governor: Clause | None) -> bool:
    """'Rojas assured Oslo that the ships would be freed by May': what one side will do, assured."""
    outer = governor or clause.governor
    return (
        outer is not None
        and outer.predicate.lemma in {"assure", "reassure", "vouch", "guarantee"}
        and clause.predicate.tense in LOOKING_FORWARD
        and (clause.predicate.lemma != "be" or _able(parsed, clause))
    )


def _backshifted(clause: Clause, governor: Clause | None) -> Clause:
    """'said the approach was efficient': behind a past verb of speech, 'was' means 'is'."""
    outer = governor or clause.governor
    predicate = clause.predicate
    lasting = predicate.lemma in lemmas("lasting") or classes(predicate.lemma) & {"back", "ask"}
    if outer is None or outer.predicate.tense == "present" or not lasting:
        return clause
    if predicate.tense != "past" or predicate.passive:
        return clause
    return replace(clause, predicate=replace(predicate, tense="present"))


def _of_both(parsed: Parse, clause: Clause, verdict: Verdict, governor: Clause | None) -> Verdict:
    """One speaker says what both sides did, do or should do."""
    if is_owed(parsed, clause):
        if clause.subject is not None and parsed.words[clause.subject[1] - 1].key in {"we", "together"}:
            return Verdict("affirm", "reported.we-must")  # addressed to nobody
        return Verdict("request", "reported.both-should")
    if verdict.type in {"agree", "commit", "offer"}:
        return Verdict("affirm", "reported.both-will")
    return verdict


def _of_other(
    parsed: Parse, start: int, clause: Clause, verdict: Verdict, speaker: Agent, embedded: Agent
) -> list[Draft]:
    """One side speaks of the other: its past deeds are reported, its stated stances stay its own."""
    if is_owed(parsed, clause) or _is_demanded(parsed, clause):
        return _one(parsed, start, clause, Verdict("request", "reported.other-should"), speaker)
    if clause.predicate.lemma in speech() and clause.predicate.tense in {"past", "pluperfect", "perfect"}:
        return _one(parsed, start, clause, verdict, embedded)
    if verdict.type in {"commit", "offer", "plan"}:
        return _one(parsed, start, clause, verdict, embedded)
    if did_wrong(clause):
        return _one(parsed, start, clause, Verdict("object", "reported.other-wronged"), speaker)
    if verdict.type in {"report", "deliver", "sign", "discuss"}:
        return _one(parsed, start, clause, Verdict("report", "reported.other-did"), speaker)
    return _one(parsed, start, clause, Verdict("affirm", "reported.other-is"), speaker)


def _is_demanded(parsed: Parse, clause: Clause) -> bool:
    """'insisted that Norway release the crew': a base form behind one party."""
    predicate = clause.predicate
    bare = predicate.tense == "present" and parsed.words[predicate.head].key == predicate.lemma
    outer = clause.governor.predicate.lemma if clause.governor is not None else ""
    one = clause.subject is not None and clause.subject[1] - clause.subject[0] == 1
    return bare and one and predicate.first == predicate.head and outer in {"insist", "demand", "stipulate"}


def _one(parsed: Parse, start: int, clause: Clause, verdict: Verdict | None, agent: Agent) -> list[Draft]:
    if verdict is None or not verdict.type:
        return []
    return [Draft(parsed.marked, start, clause.end, verdict.type, agent, verdict.rule)]
