"""What the words around a verb show: a text, a figure, an event, people who only attend."""

from __future__ import annotations

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.marks import QuantityMark
from verbale.language.quantities_money import is_money
from verbale.reader.acts.frames import lemmas, object_nouns, things

_OLDEST = 115  # years that somebody can have lived
_LARGE = 20  # a count from here on is a figure
_MEMBER = frozenset(
    {"member", "members", "participant", "participants", "party", "parties", "signatory", "signatories"}
)
_UNTOLD = frozenset({"date", "dates", "details", "timetable", "agreement", "figure", "figures"})
_PRESENT = frozenset({"participants", "attendees", "delegation", "delegations", "members"})
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tomorrow".split())


def coloured_by(parse: Parse, clause: Clause, nouns: set[str]) -> bool:
    """'noted with grave concern': what stands between the verb and its object colours the act."""
    first = clause.predicate.last
    if first >= len(parse.words) or parse.words[first].key != "with":
        return False
    return any(parse.words[i].key in nouns for i in range(first, min(first + 4, clause.end)))


def greets_only(parse: Parse, clause: Clause) -> bool:
    """'conveyed greetings from the President': a courtesy."""
    if clause.predicate.lemma not in {"convey", "relay", "extend", "send", "deliver", "pass", "bring"}:
        return False
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"greetings", "regards"} for i in span)


def with_results(parse: Parse, at: int) -> bool:
    """'pleased with the progress': gladness at what was achieved."""
    ahead = [word.key for word in parse.words[at + 1 : at + 6]]
    return ahead[:1] == ["with"] and any(
        object_nouns().get(key) in {"report", "offer", "undertake"} or key in {"reply", "answer", "help", "deal"}
        for key in ahead[1:]
    )


def names_preparations(parse: Parse, clause: Clause) -> bool:
    """'advanced preparations for', 'reviewed preparations for'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"preparations", "preparation"} for i in span)


def talks_on(parse: Parse, clause: Clause) -> bool:
    """'will continue discussions on'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 3))
    return any(parse.words[i].key in {"discussions", "talks", "consultations", "negotiations"} for i in span)


def is_member(parse: Parse, clause: Clause) -> bool:
    """'is a member of', 'are parties to': a fact, not a stance."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in _MEMBER for i in span)


def is_somewhere(parse: Parse, clause: Clause) -> bool:
    """'was in Washington', 'is on a three-day visit', 'Heading the delegation were …': who was where."""
    if clause.predicate.lemma != "be" or clause.predicate.passive:
        return False
    if clause.subject is not None and parse.tags[clause.subject[0]] == t.GERUND:
        return True
    first = clause.predicate.last
    if first + 1 >= len(parse.words) or parse.words[first].key not in {"in", "at", "on"}:
        return False
    places = {m.first for m in parse.marked.places}
    span = range(first + 1, min(first + 9, len(parse.words)))
    return any(i in places or parse.words[i].key in {"visit", "trip", "tour", "attendance"} for i in span)


def mourns(parse: Parse, clause: Clause) -> bool:
    """'expressed deep regret at the loss of life': condolences, no complaint."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 12))
    return any(parse.words[i].key in {"loss", "losses", "death", "deaths", "passing", "victims"} for i in span)


def gives(parse: Parse, clause: Clause) -> bool:
    """'made a donation to the museum'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"donation", "donations", "gift", "bequest"} for i in span)


def is_expletive(parse: Parse, clause: Clause) -> bool:
    """'It is fitting that …', 'It was an honour to …': 'it' stands for what follows, not for a party."""
    if clause.subject is None or parse.words[clause.subject[0]].key != "it":
        return False
    ahead = {word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 4]}
    valued = "honor honour pleasure privilege important essential vital clear appropriate right crucial significant"
    return clause.predicate.lemma == "fit" or (clause.predicate.lemma == "be" and bool(ahead & set(valued.split())))


def names_fields(parse: Parse, clause: Clause) -> bool:
    """'identified health and energy as areas for further cooperation': what the two will work on."""
    keys = [parse.words[i].key for i in range(clause.predicate.last, min(clause.end, len(parse.words)))]
    for i, key in enumerate(keys):
        if key in {"areas", "fields", "sectors", "priorities", "avenues"} and keys[i + 1 : i + 2] in (["for"], ["of"]):
            ahead = {"as", "future", "further", "closer"} & {*keys[max(0, i - 2) : i], *keys[i + 2 : i + 5]}
            if ahead and not {"cooperation", "collaboration", "work"}.isdisjoint(keys[i + 2 : i + 6]):
                return True
    return False


def on_weekday(parse: Parse, clause: Clause) -> bool:
    """'flies to Suva on Thursday': a weekday behind a verb in the present is one to come."""
    return any(
        clause.predicate.last <= m.first < clause.end and parse.words[m.last - 1].key in _WEEKDAYS
        for m in parse.marked.dates
    )


def lists_matters(parse: Parse, clause: Clause) -> bool:
    """'Topics included …', 'The talks covered …'."""
    if clause.subject is None or clause.predicate.lemma not in {"include", "range", "cover", "span"}:
        return False
    return any(parse.words[i].key in things("matters") for i in range(*clause.subject))


def is_occasion(parse: Parse, clause: Clause) -> bool:
    """'The 32nd edition of the exercise concluded': an event that begins or ends."""
    if clause.subject is None:
        return False
    named = {m.last - 1 for m in parse.marked.mechanisms}
    return any(parse.words[i].key in things("occasions") or i in named for i in range(*clause.subject))


def lists_people(parse: Parse, clause: Clause) -> bool:
    """'The delegation included representatives of', 'The meeting featured senior officials'."""
    if clause.predicate.lemma not in {"include", "feature", "comprise", "involve"}:
        return False
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 8))
    people = {m.first for m in parse.marked.people}
    present = clause.subject is not None and any(parse.words[i].key in _PRESENT for i in range(*clause.subject))
    return present or any(parse.words[i].key in lemmas("attendants") or i in people for i in span)


def presents_people(parse: Parse, clause: Clause) -> bool:
    """'In the chair for Vietnam was General X', 'Heading the delegation were …'."""
    if clause.subject is not None and parse.tags[clause.subject[0]] not in (t.PREPOSITION, t.GERUND):
        return False
    span = range(clause.predicate.last, min(clause.predicate.last + 5, clause.end))  # a rank may stand before the name
    starts = {m.first for m in parse.marked.people} | {m.first for m in parse.marked.posts}
    return any(i in starts for i in span)


def nothing_set(parse: Parse, clause: Clause) -> bool:
    """'No date has been set', 'No details were given': nothing is told."""
    if clause.subject is None:
        return False
    first = clause.subject[0]
    if clause.predicate.negated and clause.predicate.passive and parse.words[first].key in {"a", "the"}:
        return parse.words[first + 1].key in {"date", "dates", "timetable", "venue"}  # 'A date has not been set'
    return parse.words[first].key == "no" and parse.words[first + 1].key in _UNTOLD


def _is_age(parse: Parse, mark: QuantityMark) -> bool:
    """'Kari Lund, 61, said': a small number between commas behind a name."""
    words = parse.words
    between = mark.first > 1 and words[mark.first - 1].text == "," and words[mark.first - 2].capital
    return between and mark.value < _OLDEST and mark.last < len(words) and words[mark.last].text in {",", "."}


def _slipped_in(parse: Parse, clause: Clause) -> range:
    """The tokens of a relative clause between a subject and its verb: 'the project, *which cost £1m*, was'."""
    if clause.subject is None or clause.predicate.first <= clause.subject[1]:
        return range(0)
    at = clause.subject[1]
    relative = parse.words[at].text == "," and parse.words[at + 1].key in {"which", "who", "whose"}
    return range(at, clause.predicate.first) if relative else range(0)


def measured(parse: Parse, clause: Clause) -> bool:
    """Whether money, a percentage or a large count stands in the clause: a figure is reported."""
    slipped = {*_slipped_in(parse, clause), *(m.first for m in parse.marked.quantities if _is_age(parse, m))}
    return any(
        clause.start <= m.first < clause.end
        and m.first not in slipped
        and m.value >= _LARGE
        and m.unit not in {"year", "day", "month", "week"}
        for m in parse.marked.quantities
    ) or any(
        clause.start <= m.first < clause.end and m.first not in slipped and (is_money(m.unit) or m.unit == "percent")
        for m in parse.marked.quantities
    )


def topic_of_talk(parse: Parse, clause: Clause) -> bool:
    """'were a key topic of discussion', 'was the focus of the talks'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 8))
    keys = {parse.words[i].key for i in span}
    if keys & {"discussed", "raised", "tackled", "addressed"} and keys & things("matters"):
        return True  # 'was among the matters discussed'
    return bool({"topic", "topics", "focus", "subject"} & keys) and bool(things("talking") & keys)


def on_the_table(parse: Parse, clause: Clause) -> bool:
    """'Also on the table were …', 'High on the agenda stood …'."""
    if clause.subject is None or clause.predicate.lemma not in {"be", "stand", "figure", "feature", "rank", "loom"}:
        return False
    ahead = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 4]]
    named = ahead[-3:] == ["on", "the", "agenda"] or ahead[:3] == ["on", "the", "agenda"]
    if named and not clause.predicate.negated:
        return True  # 'Whales were also on the agenda'
    return any(parse.words[i].key in {"table", "agenda"} for i in range(*clause.subject))


def heads_agenda(parse: Parse, clause: Clause) -> bool:
    """'Cod topped the agenda', 'Visas dominated the talks', 'was high on the agenda', 'was the main topic'."""
    if clause.subject is None or clause.predicate.negated or clause.predicate.passive:
        return False
    ahead = [word.key for word in parse.words[clause.predicate.last : min(clause.end, clause.predicate.last + 6)]]
    if clause.predicate.lemma in {"top", "dominate", "head"}:
        return bool({"agenda", "talks", "discussions", "meeting"} & set(ahead[:4]))
    if clause.predicate.lemma != "be":
        return False
    first = {"main", "key", "central", "chief", "principal"} & set(ahead[:3])
    listed = ["on", "the", "agenda"] in (ahead[0:3], ahead[1:4], ahead[2:5])
    return listed or bool(first and {"topic", "topics", "theme", "item"} & set(ahead[:4]))


def takes_effect(parse: Parse, clause: Clause) -> bool:
    """'The treaty takes effect on 1 July', 'enters into force in May', 'expires in 2030'."""
    ahead = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 2]]
    lemma = clause.predicate.lemma
    return (
        lemma in {"expire", "lapse"}
        or (lemma == "take" and ahead[:1] == ["effect"])
        or (lemma in {"enter", "come"} and ahead in (["into", "force"], ["into", "effect"]))
    )


def will_be_then(parse: Parse, clause: Clause) -> bool:
    """'There will be a service on 21 May', 'The canal will be open from October', not 'will be a great day'."""
    ahead = clause.predicate.last
    named = ahead < len(parse.words) and parse.tags[ahead] == t.DETERMINER
    return clause.predicate.lemma == "be" and (clause.subject is None or not named)


def will_be_at(parse: Parse, clause: Clause) -> bool:
    """'The next round will be in Lima'."""
    if clause.predicate.lemma != "be" or not is_occasion(parse, clause):
        return False
    return any(m.first == clause.predicate.last + 1 for m in parse.marked.places)


def out_of_question(parse: Parse, clause: Clause) -> bool:
    """'Digging there is out of the question', 'is groundless': refused."""
    if clause.predicate.lemma not in {"be", "remain"} or clause.predicate.negated:
        return False
    ahead = [w.key for w in parse.words[clause.predicate.last : min(clause.end, clause.predicate.last + 5)]]
    return ahead[:4] == ["out", "of", "the", "question"] or bool(
        {"unjustified", "groundless", "baseless", "unfounded"} & set(ahead[:2])
    )


def of_concern(parse: Parse, clause: Clause) -> bool:
    """'remains of serious concern to', 'is a source of concern', 'is a matter of grave concern'."""
    if clause.predicate.lemma not in {"be", "remain"} or clause.predicate.negated:
        return False
    ahead = [w.key for w in parse.words[clause.predicate.last : min(clause.end, clause.predicate.last + 6)]]
    return "of" in ahead and not {"concern", "alarm", "worry"}.isdisjoint(
        ahead[ahead.index("of") : ahead.index("of") + 3]
    )


def is_open_door(parse: Parse, clause: Clause) -> bool:
    """'Our door remains open', 'The door is still open'."""
    if clause.subject is None or clause.predicate.lemma not in {"be", "remain", "stay", "stand"}:
        return False
    head = parse.words[clause.subject[1] - 1].key
    ahead = [word.key for word in parse.words[clause.predicate.last : clause.predicate.last + 2]]
    return head in {"door", "doors"} and "open" in ahead and not clause.predicate.negated


def no_result(parse: Parse, clause: Clause) -> bool:
    """'No result was achieved', 'No progress was made', 'No breakthrough has been reached'."""
    if clause.subject is None or not clause.predicate.passive or parse.words[clause.subject[0]].key != "no":
        return False
    return parse.words[clause.subject[0] + 1].key in {"result", "results", "progress", "breakthrough", "headway"}


def talks_held(parse: Parse, clause: Clause) -> bool:
    """'A thorough exchange of views was held on transit': talks with their matter."""
    if clause.subject is None:
        return False
    talk = any(parse.words[i].key in things("talking") for i in range(*clause.subject))
    dated = {m.first for m in parse.marked.dates}
    first = clause.predicate.last
    ahead = range(first, min(clause.end, first + 3))
    return talk and any(parse.words[i].key in {"on", "about", "over"} and i + 1 not in dated for i in ahead)


def apart(parse: Parse, clause: Clause) -> bool:
    """'remain far apart on cod', 'are still at odds over': where two sides have not come together."""
    ahead = [w.key for w in parse.words[clause.predicate.last : min(clause.end, clause.predicate.last + 4)]]
    return "odds" in ahead or "apart" in ahead or ahead[:1] in (["divided"], ["split"])


def keeps_touch(parse: Parse, clause: Clause) -> bool:
    """'will remain in close contact', 'stay in touch'."""
    span = range(clause.predicate.last, min(clause.end, clause.predicate.last + 4))
    return any(parse.words[i].key in {"contact", "touch", "communication"} for i in span)


def talks_about(parse: Parse, clause: Clause) -> bool:
    """'met in Geneva for discussions on the peace proposal': what the meeting was for."""
    words = parse.words
    for i in range(clause.predicate.last, min(clause.end, len(words)) - 2):
        if words[i].key == "for":
            ahead = [words[k].key for k in range(i + 1, min(i + 6, clause.end))]
            talk = any(key in things("talking") for key in ahead[:3])
            return talk and any(key in {"on", "about", "over", "regarding"} for key in ahead[1:])
    return False
