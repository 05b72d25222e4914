"""What stands behind a verb of asking, thanking or telling: somebody addressed, a guest, a matter, something done."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.mark_spans import marks_of
from verbale.language.predicates import LOOKING_BACK
from verbale.language.tokens import QUOTES
from verbale.reader.acts.frames import lemmas, things

_ADDRESSED = 7  # tokens between a verb of asking and what somebody is asked to do
_CONCLUDING = frozenset(
    "finalize finalizing conclude concluding complete completing sign signing adopt adopting".split()
)
_CALLED = 10  # tokens between 'called' and what somebody was called
_LEARNING = frozenset({"study", "train", "learn", "studies", "training", "courses"})


def tells_done(parse: Parse, clause: Clause) -> bool:
    """'outlined the steps taken by', 'outlined past efforts': what is told is done."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 5))
    return any(parse.tags[i] == t.PAST_PARTICIPLE or parse.words[i].key in {"past", "previous"} for i in span)


def names_trip(parse: Parse, clause: Clause) -> bool:
    """'outlined his upcoming trip': a journey to come."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    keys = {parse.words[i].key for i in span}
    return bool(keys & {"upcoming", "forthcoming", "planned"}) and bool(keys & {"trip", "visit", "tour", "summit"})


def comes_to_learn(parse: Parse, clause: Clause) -> bool:
    """'welcomed officers coming to study', 'welcomes more students to train in': people are asked in."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 8))
    people = next((i for i in span if parse.words[i].key in lemmas("learners")), None)
    if people is None or people + 1 >= len(parse.words):
        return False
    after = {parse.words[i].key for i in range(people + 1, min(people + 5, clause.end))}
    return parse.words[people + 1].key in {"coming", "to", "who", "for"} and bool(after & _LEARNING)


def says_needed(parse: Parse, clause: Clause) -> bool:
    """'agreed that efforts were needed', 'agreed the military must': what is to be done."""
    span = range(clause.predicate.first, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"need", "needs", "needed", "necessary", "must", "should"} for i in span)


def names_doer(parse: Parse, clause: Clause) -> bool:
    """Whether somebody is named as the one who must act."""
    return clause.subject is not None and any(
        clause.subject[0] <= m.first < clause.subject[1] for m in parse.marked.parties
    )


def to_meet(parse: Parse, clause: Clause) -> bool:
    """'agreed to hold the next round in May': the infinitive right behind the verb names an event."""
    return any(
        p.form == "infinitive" and p.first == clause.predicate.last and p.lemma in {"hold", "meet", "convene", "host"}
        for p in parse.predicates
    )


def to_see(parse: Parse, clause: Clause) -> bool:
    """'looks forward to meeting President Rojas', 'to discussing trade with the Minister': a meeting with somebody."""
    first = clause.predicate.last
    meeting = {"meeting", "discussing", "welcoming", "hosting", "seeing", "visiting", "receiving"}
    span = range(first, min(clause.end, first + 12))
    named = marks_of(parse.marked.people, parse.marked.posts)
    met = any(parse.words[i].key in meeting for i in range(first, min(first + 3, clause.end)))
    return met and any(m.first in span for m in named)


def says_should(parse: Parse, clause: Clause) -> bool:
    return parse.words[clause.predicate.first].key in {"should", "must"}


def pays_call(parse: Parse, clause: Clause) -> bool:
    """'called on the Prime Minister' without anything asked: a courtesy call."""
    asked = any(p.form == "infinitive" and clause.predicate.last <= p.first < clause.end for p in parse.predicates)
    near = range(clause.predicate.last, clause.predicate.last + 4)
    named = marks_of(parse.marked.people, parse.marked.posts)
    return not asked and any(m.first in near for m in named)


def names_gathering(parse: Parse, clause: Clause) -> bool:
    """'welcomed the second Summit for Peace', not 'the outcome of the Review': a visit or meeting is the object."""
    for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 7)):
        if parse.tags[i] == t.PREPOSITION:
            return False
        if parse.words[i].key in things("occasions") | things("forums"):
            return True
    return False


def names_anybody(parse: Parse, clause: Clause) -> bool:
    """'called for Russia to leave', 'for the text to be signed': somebody is named of whom it is asked, or a deed."""
    span = range(clause.predicate.last, clause.end)
    if any(p.form == "infinitive" and p.first in span for p in parse.predicates):
        return True
    asked = {"parties", "sides", "countries", "states", "authorities", "community", "government", "governments", "all"}
    return any(m.first in span for m in parse.marked.parties) or any(parse.words[i].key in asked for i in span)


def names_other(parse: Parse, clause: Clause) -> bool:
    """'wants Jakarta to': somebody stands between the verb and its infinitive."""
    first = clause.predicate.last
    return first < len(parse.words) and parse.words[first].key != "to"


def dated_event(parse: Parse, clause: Clause) -> bool:
    """'expects to sign it in May', 'expects a visit in May', not 'expects growth of 3 percent': what happens."""
    first = clause.predicate.last
    span = range(first, min(clause.end, first + 6))
    happens = things("occasions") | things("forums") | lemmas("journeys")
    return any(p.form == "infinitive" and p.first in span for p in parse.predicates) or any(
        parse.words[i].key in happens for i in span
    )


def expects_of_party(parse: Parse, clause: Clause) -> bool:
    """'expects Tehran to comply', 'expects the other side to': the expectation is addressed, not an event foreseen."""
    first = clause.predicate.last
    named = any(first <= m.first <= first + 2 for m in parse.marked.parties)
    return named or any(word.key in {"side", "party", "parties"} for word in parse.words[first : first + 3])


def names_third(parse: Parse, clause: Clause) -> bool:
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


def receives_guest(parse: Parse, clause: Clause) -> bool:
    """'welcomed the minister to the White House': received, not praised."""
    first = clause.predicate.last
    if first < len(parse.words) and parse.words[first].key == "by":
        return False  # 'was welcomed by Rojas'
    marks = parse.marked
    people = [m for m in marks_of(marks.people, marks.posts) if first <= m.first <= first + 6 and m.last <= clause.end]
    if not people:
        return False
    last = max(m.last for m in people if m.first <= first + 6)
    return last >= len(parse.words) or parse.words[last].key in {"to", "at", "in", "on", "for", "of", ",", ".", "and"}


def agrees_text(parse: Parse, clause: Clause) -> bool:
    """'have agreed to a Framework for', 'have reached an Agreement on Reciprocal Trade': a text in capitals, agreed."""
    reached = parse.words[clause.predicate.head].key.startswith("reach")
    first = clause.predicate.head + 1 if reached else clause.predicate.last
    if first >= len(parse.words) or not (reached or parse.words[first].key == "to"):
        return False
    span = range(first, min(clause.end, first + 6))
    return any(parse.words[i].capital and parse.words[i].key in things("texts") for i in span)


def leads_to_list(parse: Parse, clause: Clause) -> bool:
    """'The two leaders state the following:': only what leads to the items."""
    ahead = parse.words[clause.predicate.last : clause.predicate.last + 3]
    return [word.key for word in ahead][:2] == ["the", "following"] and parse.words[-1].text == ":"


def is_deed(parse: Parse, clause: Clause) -> bool:
    """'made seizures', 'opened an embassy', not 'made a visit', 'joined the minister': done, not met."""
    first = clause.predicate.last
    span = range(first, min(clause.end, first + 6))
    if clause.predicate.tense not in LOOKING_BACK or clause.predicate.passive or not len(span):
        return False
    named = marks_of(parse.marked.people, parse.marked.posts)
    if any(m.first in span for m in named) or parse.tags[first] in (
        t.PREPOSITION,
        t.ADVERB,
        t.PUNCTUATION,
        t.OBJECT,
        t.PRONOUN,
    ):
        return False
    keys = {parse.words[i].key for i in span}
    return not keys & (things("occasions") | things("forums") | things("audiences") | lemmas("journeys"))


def wishes_well(parse: Parse, clause: Clause) -> bool:
    """'wished Chile success in hosting', 'wished peace to both peoples'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 7))
    keys = {parse.words[i].key for i in span}
    asked = any(p.form == "infinitive" and p.first in span for p in parse.predicates)
    return bool(keys & {"success", "well", "luck", "peace", "prosperity", "health", "recovery"}) and not asked


def names_as(parse: Parse, clause: Clause) -> bool:
    """'called Japan a key partner', 'called the text on ports "decent"': an object and what it is said to be."""
    for i in range(clause.predicate.last + 1, min(clause.end, clause.predicate.last + 6)):
        if parse.words[i].key in {"a", "an"} and parse.tags[i - 1] in t.NOUN_LIKE | {t.PUNCTUATION}:
            return True
        if parse.tags[i] in (t.PREPOSITION, t.TO):
            break
    span = range(clause.predicate.last + 1, min(clause.end, clause.predicate.last + _CALLED))
    return any(parse.words[i].text in QUOTES and parse.tags[i - 1] in t.NOUN_LIKE for i in span)


def names_matter(parse: Parse, clause: Clause) -> bool:
    """Whether a matter is named: 'spoke about trade', 'addressed the crisis', not 'spoke to reporters'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 9))
    keys = {parse.words[i].key for i in span}
    if clause.predicate.lemma == "address":
        return not keys & things("audiences")
    if keys & {"about", "regarding", "concerning"}:
        return True
    if keys & {"margins", "sidelines", "phone", "telephone"}:
        return False  # 'spoke on the margins of'
    dated = {m.first for m in parse.marked.dates}
    return any(parse.words[i].key == "on" and i + 1 not in dated for i in span)


def raises_ties(parse: Parse, clause: Clause) -> bool:
    """'raised their ties to a strategic partnership': the relationship, and to what."""
    keys = [parse.words[i].key for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 8))]
    ties = next((i for i, key in enumerate(keys) if key in {"ties", "relations", "relationship", "partnership"}), None)
    return ties is not None and "to" in keys[ties + 1 : ties + 3]


def tells_to(parse: Parse, clause: Clause) -> bool:
    """'pressed Hauge to lift', 'told his hosts to open': somebody stands between the verb and an infinitive."""
    first = clause.predicate.last
    infinitive = next((p for p in parse.predicates if p.form == "infinitive" and first < p.first < clause.end), None)
    if infinitive is None or infinitive.first > first + _ADDRESSED:
        return False
    between = range(first, infinitive.first)
    if any(parse.tags[i] in (t.PREPOSITION, t.PUNCTUATION, t.COORDINATOR, t.FINITE) for i in between):
        return False
    marks = parse.marked
    named = any(m.first in between for m in marks_of(marks.people, marks.posts, marks.parties))
    return named or any(parse.words[i].key in things("addressed") or parse.tags[i] == t.OBJECT for i in between)


def works_to_conclude(parse: Parse, clause: Clause) -> bool:
    """'are working to finalize the Agreement', 'are working towards concluding': a text that both mean to have."""
    if clause.predicate.lemma not in {"work", "look", "move"}:
        return False
    ahead = [parse.words[i].key for i in range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))]
    return ahead[:1] in (["to"], ["towards"], ["toward"]) and bool(_CONCLUDING & set(ahead[1:]))


def names_idea(parse: Parse, clause: Clause) -> bool:
    """'raised the possibility of a joint fund', 'raised the idea of': proposed, not only talked about."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"possibility", "idea", "prospect", "option"} for i in span)


def talks_of_matter(parse: Parse, clause: Clause) -> bool:
    """'held talks on fishing', 'held talks with Hauge about cod', not 'held talks on Monday', 'on the margins of'."""
    dated = {m.first for m in parse.marked.dates}
    places = {"margins", "sidelines", "phone", "fringes", "occasion"}
    for i in range(clause.predicate.last, min(clause.end, len(parse.words) - 2)):
        if parse.words[i].key in {"on", "about", "regarding", "concerning", "over"}:
            ahead = {parse.words[i + 1].key, parse.words[i + 2].key}
            if i + 1 not in dated and not ahead & places:
                return True
    return False
