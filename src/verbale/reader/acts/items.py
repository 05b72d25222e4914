"""Items of a list that are acts of their own: 'Establishing a joint council on energy.', 'Visit of the Minister in
May.' behind 'The two governments will take the following steps:'. Their actors are those of the line that opens the
list; what an item makes is told by its own verb where that is one of signing, noting, thanking or asking, else by the
line that opens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.mark_spans import marks_of
from verbale.language.predicates import LOOKING_FORWARD, Predicate
from verbale.language.verbs import verb
from verbale.model.reading import Act
from verbale.reader.acts.agent import Agent
from verbale.reader.acts.by_verb import NOTING
from verbale.reader.acts.cues import cues
from verbale.reader.acts.drafts import Draft
from verbale.reader.acts.frames import classes, speech
from verbale.reader.acts.of_party import of_party
from verbale.reader.acts.texts import names_text
from verbale.reader.scene import Scene

_LEAST_WORDS = 4
_AHEAD = frozenset({"agree", "commit", "plan"})
_ASIDES = frozenset({"act.told.present", "act.thing.present"})  # what holds, told beside the act of the line
_BACK = {"appreciate": "report"}
_NO_VERBS = frozenset({"according", "including", "following", "regarding", "concerning", "pending"})
_DONE = frozenset(
    "accomplishments achievements progress highlights results outcomes successes milestones examples achieved "
    "completed accomplished taken".split()
)
_SHARED = frozenset("both two our joint jointly bilateral together".split())
_ACTING = frozenset("they we both sides countries governments ministers leaders parties".split())
_UNDERTAKING = frozenset(
    "commit agree decide pledge continue plan intend aim announce seek promise undertake resolve".split()
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that a line has opened: whose acts its items are, and of which type unless an item says so itself."""

    agent: Agent
    type: str
    promised: bool = False  # the line tells of what is to come: 'agreed to', 'will'
    colon: bool = False  # noun phrases behind it belong to the act of the line
    preamble: bool = False  # 'Norway and Chile,' / 'Recalling …;'
    infinitive: bool = False  # 'pledged to:', which its items end, all as one act


def own_item(scene: Scene, parsed: Parse, listing: Listing | None) -> Draft | None:
    """The act of an item that ends like a sentence, in a list that a line before has opened; None for other lines."""
    if listing is None or not _is_own(parsed, listing):
        return None
    if not parsed.marked.sentence.bullet and (
        scene.genre not in {"joint", "fact-sheet"} or parsed.words[0].text[0].islower()
    ):
        return None
    return Draft(parsed.marked, 0, len(parsed.words), item_type(parsed, listing), listing.agent, "item")


def listing_after(
    scene: Scene, parsed: Parse, fresh: list[Act], before: Listing | None, opening: Agent | None
) -> Listing | None:
    """The list that is open behind a line: a line that opens one begins it, other running text ends it. `opening` is
    whoever is named right before the colon: 'To this end, the two governments:'."""
    if _opens(parsed):
        shared = _listing_of_all(scene, parsed, opening)
        if shared is not None and all(act.rule in _ASIDES for act in fresh):
            return before or shared  # 'Highlights of our work include:'
        return _listing_of(fresh, parsed) or before
    codes = tuple(sorted({mark.code for mark in parsed.marked.parties}))
    if parsed.words[-1].text == "," and len(codes) > 1 and not parsed.clauses:
        return Listing(Agent(codes), "affirm", preamble=True)
    stops = len(parsed.words) >= _LEAST_WORDS and parsed.words[-1].text not in {")", "]"}  # no title '… (AI)'
    numbered = parsed.words[0].text.isdigit() and any(
        c.kind == "main" and c.subject is not None and c.predicate.form == "finite" for c in parsed.clauses
    )  # a numbered paragraph
    ends = (not parsed.marked.sentence.bullet and stops) or numbered
    return None if ends else before


def _opens(parsed: Parse) -> bool:
    """'The two sides agreed to:', 'The governments will take the following actions.'"""
    words = parsed.words
    if words[-1].text == ":":
        return True
    return any(a.key == "the" and b.key == "following" for a, b in pairwise(words))


def _listing_of(fresh: list[Act], parsed: Parse) -> Listing | None:
    """The list that a line opens by the act it makes; None for a line that makes none."""
    if not fresh:
        return None
    act = next((a for a in reversed(fresh) if a.rule not in _ASIDES), fresh[-1])
    agent = Agent(act.actors)
    kind = _BACK.get(act.type, act.type)
    if act.type == "plan" or (act.type == "affirm" and act.rule == "act.modal"):
        kind = "agree" if agent.joint else "commit"  # 'we must redouble our efforts through:'
    ongoing = any(c.predicate.progressive for c in parsed.clauses)
    keys = [word.key for word in parsed.words]
    promised = kind in _AHEAD and not ongoing
    return Listing(agent, kind, promised, colon=keys[-1] == ":", infinitive=keys[-2:] == ["to", ":"])


def _listing_of_all(scene: Scene, parsed: Parse, opening: Agent | None) -> Listing | None:
    """'Key outcomes include:', 'The leaders announced the following:': a list of what both sides of the text have done
    or will do, where its first line makes no act."""
    keys = {word.key for word in parsed.words}
    shared = scene.genre == "joint" or bool(keys & _SHARED)
    if parsed.words[-1].text != ":" or not scene.sides or scene.genre not in {"joint", "fact-sheet"} or not shared:
        return None
    done = bool(keys & _DONE) and not any(c.predicate.tense == "future" for c in parsed.clauses)
    agent = opening or Agent(scene.sides)
    ahead = "agree" if agent.joint else "commit"
    return Listing(agent, "report" if done else ahead, colon=True)


def _is_own(parsed: Parse, listing: Listing) -> bool:
    """Whether a line is an item that is an act of its own: it ends as a sentence does, and begins with its verb or
    stands in a programme; noun phrases behind a colon, and what ends 'agreed to:', are parts of one act."""
    ends = parsed.words[-1].text in {".", "!"}
    if len(parsed.words) < _LEAST_WORDS or not (ends or listing.preamble):
        return False
    opening = _opening(parsed)
    if listing.preamble and (opening is None or opening.form == "finite" or not ends):
        return opening is not None and opening.form != "finite"
    start = parsed.words[_first(parsed)]
    if start.key in _NO_VERBS or _is_capitals(parsed):
        return False  # 'According to …', 'LEADING ACTION ON …'
    if any(word.text == ":" for word in parsed.words[:-1]):
        return False  # '**Building ports:** The agency plans to …'
    if opening is None and listing.colon and not _orders(parsed):
        return False
    says = opening is not None and opening.lemma in speech()
    if opening is not None and opening.form == "finite" and (listing.infinitive or (opening.tense == "past" and says)):
        return False  # 'Underlined the value of …' says itself what it makes
    finite = [c for c in parsed.clauses if c.kind in {"main", "coordinate"} and c.predicate.form == "finite"]
    if opening is not None and opening.form in {"gerund", "participle"} and (says or listing.colon):
        return not any(_is_main(parsed, clause) for clause in finite)
    return all(c.subject is None and c.predicate.first <= _first(parsed) + 4 for c in finite[:1])


def _is_main(parsed: Parse, clause: Clause) -> bool:
    """'Noting the report, both sides agreed …', 'Training officers will help': the line has a verb of its own."""
    if clause.subject is None:
        return False
    ahead = clause.predicate.tense in LOOKING_FORWARD
    if parsed.words[clause.start - 1].text == ",":
        span = range(*clause.subject)
        marked = parsed.marked
        named = any(mark.first in span for mark in marks_of(marked.parties, marked.people, marked.posts))
        acting = named or not _ACTING.isdisjoint(parsed.words[i].key for i in span)
        return acting or ahead or (parsed.words[span[0]].capital and clause.predicate.tense != "past")
    lemma = clause.predicate.lemma
    plainly = ahead or clause.predicate.tense == "modal" or lemma in {"be", "remain"} or lemma in speech()
    return clause.subject[0] <= _first(parsed) and plainly


def _is_capitals(parsed: Parse) -> bool:
    """'LEADING ACTION ON CLIMATE': a title that runs on, no item."""
    first = _first(parsed)
    return all(word.text.isupper() and len(word.text) > 3 for word in parsed.words[first : first + 2])


def item_type(parsed: Parse, listing: Listing) -> str:
    """What an item makes: by its own verb, else by the line that opens the list."""
    opening = _opening(parsed)
    joint = listing.agent.joint
    undertaken = "agree" if joint else "commit"
    if opening is not None and opening.form == "finite" and not listing.promised and opening.lemma in speech():
        clause = Clause(opening, "main", opening.first, len(parsed.words))
        verdict = of_party(parsed, clause, joint, False)  # 'The ministers:' / 'Underscore the value of …'
        return verdict.type if verdict is not None and verdict.type else listing.type
    if opening is None or opening.form == "finite":
        return undertaken if listing.type == "report" and _orders(parsed) else listing.type
    clause = Clause(replace(opening, form="finite"), "participle", opening.first, len(parsed.words))
    names = classes(opening.lemma)
    if "sign" in names and names_text(parsed, clause):
        return listing.type if listing.promised else "sign"
    if (
        listing.preamble
        and opening.lemma != "recall"
        and opening.last < len(parsed.words)
        and parsed.words[opening.last].key == "that"
    ):
        return listing.type  # 'Appreciating that …'
    if opening.lemma in NOTING or opening.lemma in {"highlight", "celebrate"}:
        return "report"
    if opening.lemma in _UNDERTAKING or _works_toward(parsed, opening):
        return undertaken
    told = names & {"thank", "ask", "object", "offer", "stress"} and opening.lemma not in {"draw", "raise", "push"}
    if told or (opening.lemma in {"express", "voice", "convey", "extend"} and cues(parsed, clause).noun is not None):
        verdict = of_party(parsed, clause, joint, False)
        if verdict is not None and verdict.type:
            return verdict.type
    return "affirm" if opening.lemma == "welcome" else listing.type  # 'Welcoming the visit of the King.'


def _orders(parsed: Parse) -> bool:
    """'Continue joint work', 'Increase the number of teachers': the bare verb, also one that could be a noun."""
    first = _first(parsed)
    opening = _opening(parsed)
    if opening is not None or first + 1 >= len(parsed.words):
        return opening is not None and opening.form == "finite" and opening.tense == "present"
    found = verb(parsed.words[first].key)
    articled = parsed.words[first + 1].key in {"a", "an", "the", "our", "their", "its"}
    return found is not None and found.lemma == parsed.words[first].key and articled


def _works_toward(parsed: Parse, opening: Predicate) -> bool:
    follows = parsed.words[opening.last].key if opening.last < len(parsed.words) else ""
    return opening.lemma == "work" and follows in {"toward", "towards"}


def _first(parsed: Parse) -> int:
    """Where an item begins behind its sign or number."""
    words = parsed.words
    for i, word in enumerate(words):
        marker = i + 1 < len(words) and words[i + 1].text in {".", ")"} and len(word.text) <= 2
        if word.text[0].isalpha() and not (marker and i < 2):
            return i
    return 0


def _opening(parsed: Parse) -> Predicate | None:
    """The verb that an item begins with."""
    first = _first(parsed)
    if parsed.tags[first] == t.ADVERB and first + 1 < len(parsed.words):
        first += 1  # 'Jointly developing'
    return next((p for p in parsed.predicates if p.first == first), None)
