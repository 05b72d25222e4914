"""What a news story tells for the scene alone: how often somebody came, how guarded somebody was, what was not told."""

from __future__ import annotations

from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK
from verbale.language.verbs import verb
from verbale.reader.acts.frames import things

_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
_TIMES = frozenset("contact contacts such time".split())
_WITHHELD = frozenset(
    "question questions figure figures promise promises commitment commitments detail details answer answers date "
    "dates mention text texts reason reasons name names number numbers timetable".split()
)
_TELLING = frozenset({"take", "give", "make", "provide", "offer", "hide", "name", "release", "publish", "disclose"})
_WRITERS = frozenset(
    "journalist correspondent reporter editor columnist writer analyst researcher fellow contributor lecturer".split()
)
_MET = frozenset("ministers negotiators officials leaders delegations envoys ambassadors commissioners".split())
_BRINGING = frozenset({"decide", "reach", "announce", "take", "make", "strike", "agree"})
_RESULTS = frozenset("decision decisions agreement agreements deal announcement announcements step steps move accord "
                     "understanding compromise measures".split())  # fmt: skip
_OCCASION = frozenset({"at", "in", "after", "during", "on", "by", "following", "when", "as", "here", "yesterday"})
_FOUNDING = frozenset({"establish", "found", "launch", "create", "set-up", "inaugurate", "institute"})
_LOOKING = frozenset({"inspect", "watch", "smile", "nod", "kneel", "stroll", "pose", "dine"})
_FLOWERS = frozenset({"wreath", "wreaths", "flowers"})
_REACH = 7  # tokens behind 'was' in which its noun stands


def is_scenery(parsed: Parse, clause: Clause) -> bool:
    """'It was their third meeting', 'Hauge was more guarded', 'Rojas did not take questions', 'X is a journalist'."""
    predicate = clause.predicate
    if predicate.lemma == "be" and not predicate.passive and predicate.tense in {"past", "present", "perfect"}:
        told = _counts_occasion(parsed, clause) or _is_mood(parsed, clause) or _is_writer(parsed, clause)
        return told or _was_founded(parsed, clause)
    if predicate.lemma == "announce" and not clause.parts and not predicate.passive:
        return [word.key for word in parsed.words[predicate.last : predicate.last + 1]] in (["it"], ["this"])
    if predicate.passive and predicate.lemma == "quote":
        return True  # 'Hauge was quoted as saying'
    if _was_founded(parsed, clause) or _looks_on(parsed, clause):
        return True
    return _withheld(parsed, clause) or _sees_people(parsed, clause) or _came_about(parsed, clause)


def _was_founded(parsed: Parse, clause: Clause) -> bool:
    """'The commission was established in 2018', 'The exercise was first held in 1999': since when a thing has been."""
    predicate = clause.predicate
    if predicate.negated or predicate.tense != "past":
        return False
    ahead = _ahead(parsed, clause)
    lemma, at = predicate.lemma, predicate.last
    if lemma == "be" and ahead[:1] == ["first"] and len(ahead) > 1:
        done = verb(ahead[1])
        lemma, at = done.lemma if done is not None else "", predicate.last + 2  # 'was first held'
    elif not predicate.passive or lemma == "hold" or parsed.words[at].key == "under":
        return False  # 'was set up under the treaty' is a fact of the treaty
    if lemma not in _FOUNDING | {"hold", "set"}:
        return False
    behind = range(at, min(clause.end, at + _REACH))
    dated = any(mark.first in behind for mark in parsed.marked.dates)
    return dated and not any(parsed.words[i].text == "," for i in behind)


def _looks_on(parsed: Parse, clause: Clause) -> bool:
    """'inspected the dam', 'laid a wreath', 'the king did not': nothing is said or done to the other side by it."""
    predicate = clause.predicate
    if predicate.tense not in LOOKING_BACK or predicate.passive or clause.parts:
        return False
    ahead = _ahead(parsed, clause, 4)
    if predicate.lemma == "do":
        return predicate.negated and ahead[:1] in ([], ["."])
    return predicate.lemma in _LOOKING or (predicate.lemma in {"lay", "place"} and bool(_FLOWERS & set(ahead)))


def _came_about(parsed: Parse, clause: Clause) -> bool:
    """'The agreement was reached at the ninth meeting', 'The decision came on Tuesday': where what was told before
    came about."""
    predicate = clause.predicate
    if clause.subject is None or predicate.tense != "past" or predicate.negated:
        return False
    if not (predicate.passive and predicate.lemma in _BRINGING) and predicate.lemma != "come":
        return False
    first, last = clause.subject
    subject = [parsed.words[i].key for i in range(first, last)]
    result = subject[-1] in _RESULTS and len(subject) <= 2 and subject[0] in {"the", "this", "these", *_RESULTS}
    told = result or (subject in (["this"], ["it"]) and predicate.lemma in {"decide", "announce", "agree"})
    ahead = _ahead(parsed, clause, 1)
    return told and bool(set(ahead) & _OCCASION or any(d.first == predicate.last for d in parsed.marked.dates))


def _ahead(parsed: Parse, clause: Clause, reach: int = _REACH) -> list[str]:
    return [parsed.words[i].key for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + reach))]


def _counts_occasion(parsed: Parse, clause: Clause) -> bool:
    """'It was the second visit to', 'The meeting was the first formal contact between'."""
    if clause.subject is None or clause.predicate.tense != "past":
        return False
    first, last = clause.subject
    subject = {parsed.words[i].key for i in range(first, last)}
    ahead = _ahead(parsed, clause)
    return (
        bool(subject & ({"it", "this"} | things("occasions")))
        and ahead[:1] in (["the"], ["their"], ["his"], ["her"], ["its"], ["a"])
        and bool(set(ahead[1:3]) & _ORDINALS or (ahead[2:3] == ["'s"] and set(ahead[3:4]) & _ORDINALS))
        and bool(set(ahead) & (things("occasions") | _TIMES))
    )


def _is_mood(parsed: Parse, clause: Clause) -> bool:
    """'Hauge was more gracious.'"""
    ahead = _ahead(parsed, clause, 3)
    return (
        clause.predicate.tense == "past" and ahead[:1] in (["more"], ["less"]) and len(ahead) == 3 and ahead[2] == "."
    )


def _is_writer(parsed: Parse, clause: Clause) -> bool:
    """'Kari Lund is the Europe correspondent of the paper.'"""
    ahead = _ahead(parsed, clause, 5)
    return ahead[:1] in (["a"], ["an"], ["the"]) and bool(set(ahead) & _WRITERS)


def _withheld(parsed: Parse, clause: Clause) -> bool:
    """'did not take questions', 'would not give a promise', 'made no promise'."""
    ahead = _ahead(parsed, clause, 4)
    nobody = clause.subject is not None and parsed.words[clause.subject[0]].key == "neither"
    denied = clause.predicate.negated or ahead[:1] == ["no"] or nobody
    if clause.predicate.lemma not in _TELLING or not denied or clause.predicate.passive:
        return False
    return bool(set(ahead) & _WITHHELD) or (clause.predicate.lemma == "hide" and ahead[:1] == ["it"])


def _sees_people(parsed: Parse, clause: Clause) -> bool:
    """'Hauge saw the two negotiators separately': a meeting."""
    if clause.predicate.lemma != "see" or clause.predicate.tense != "past" or clause.parts:
        return False
    first = clause.predicate.last
    people = {mark.first for mark in parsed.marked.people}
    near = range(first, min(clause.end, first + 4))
    return any(i in people or parsed.words[i].key in _MET for i in near)
