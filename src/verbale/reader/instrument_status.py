"""What a sentence says became of an instrument: signed there and then, existing already, still sought; its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from verbale.language.instrument_words import instrument_words
from verbale.language.mark_spans import covered, marks_of
from verbale.language.marks import DateMark, InstrumentMark, Mark, Marked
from verbale.language.spelling import key
from verbale.language.tokens import APOSTROPHE_S, Token
from verbale.language.verbs import ING, PARTICIPLE, PAST, verb
from verbale.model.dates import AnyDate
from verbale.reader.instrument_company import done_inside, first_of_list, last_of_list

SIGNED, CITED, SOUGHT = "signed", "cited", "sought"
_BACK, _AHEAD = 14, 9  # tokens before and after a name in which a verb speaks of it
_BESIDE = 3  # tokens between 'exchanged' and 'four memoranda'
_GOVERNED = 6  # tokens before 'the signing of' in which its verb stands
_BREAKS = frozenset({";", ":", "while", "whereas", "which", "who", "where"})
_AFTER = frozenset(
    "signed inked adopted reached concluded issued dated established released agreed in on of ( , that "
    "which was were been they both sides the two countries leaders as early late earlier later their its "
    "back at during had have since force effect took entered into dates dating to from by "
    "and ministers leaders governments presidents parties states".split()
)
_ONLY_BESIDE = {
    "since": frozenset({"force", "effect"}),
    "to": frozenset({"back"}),
    "from": frozenset({"dates", "dating", "dated"}),
}  # 'in force since', 'back to'
_MADE_THEN = frozenset({"signed", "inked", "concluded", "adopted", "reached", "issued", "released", "initialled"})
_PARTING = frozenset(
    {",", ";", ":", "that", "which", "who", "while", "and", "but", "to", "will", "has", "have", "said"}
)
_NEAR = 16  # tokens after a name within which its date stands, the signatories between
_NOMINALS = frozenset({"signing", "signature", "conclusion", "adoption"})
_ACHIEVED = frozenset(
    "welcome witness note hail applaud commend celebrate mark congratulate appreciate oversee attend announce praise "
    "see acknowledge recognize include culminate cite recall highlight refer mention underscore".split()
)
_OPENS_OBJECT = frozenset({"of", "by"})  # 'the signing of', 'the signing by both ministers of'
_SINCE = frozenset({"since", "after", "following", "anniversary", "before", "prior"})
_NOT_YET = frozenset(
    {"to", "will", "would", "shall", "should", "must", "can", "could", "may", "not", "plan", "intend", "be"}
)
_EARLIER = frozenset(
    {"previously", "earlier", "recently", "recent", "already", "existing", "last", "prior", "formerly"}
)
_IN_MAKING = frozenset(
    {"negotiated", "finalized", "drafted", "considered", "explored", "prepared", "discussed", "studied"}
)
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "their", "its", "our", "existing", "current"})
_GROUNDS = frozenset({"under", "within", "via", "per", "pursuant", "by"})
_STANDING = frozenset("ratify uphold respect implement observe honor apply extend renew review amend".split())
_UNDER_WAY = frozenset({"negotiations", "talks", "negotiation"})
_DELIVERY = frozenset({"hand", "present", "deliver", "convey", "exchange", "pen", "send"})


class Told(NamedTuple):
    """What one mention says: a status, whether words say so rather than silence, and the instrument's own date."""

    status: str
    explicit: bool
    date: AnyDate | None
    mark: DateMark | None


def tell(marked: Marked, mark: InstrumentMark) -> Told:
    """The status and date that the words around a name give it."""
    when, bound = own_date(marked, mark)
    date = when.start if when is not None else None
    status, explicit = _status(marked, mark)
    first = first_of_list(marked, mark)
    if first is not mark and not explicit:
        status, explicit = _status(marked, first)
    if when is not None and bound and status == SIGNED and when.future:
        status = SOUGHT
    return Told(status, explicit, date, when)


def own_date(marked: Marked, mark: InstrumentMark) -> tuple[DateMark | None, bool]:
    """The date of the instrument itself, and whether it stands in its own phrase ('the 2015 …', 'signed in May')."""
    words = marked.sentence.tokens
    for date in marked.dates:
        inside = mark.first <= date.first < mark.last and words[date.first - 1].key not in {
            "towards",
            "to",
            "until",
            "for",
        }
        if date.last == mark.first or inside or _possessive(marked, date, mark):
            return date, True
    for date in marked.dates:
        if _dates_after(marked, mark, date):
            return date, True
    bound = {
        d
        for d in marked.dates
        for m in marked.instruments
        if m is not mark and (d.last == m.first or m.first <= d.first < m.last or _dates_after(marked, m, d))
    }
    near = [d for d in marked.dates if not (d.since or d.deadline or d in bound or _spans_years(d))]
    passive = _passive_at(marked, mark)
    if passive is not None:
        close = [d for d in near if 0 < d.first - passive <= 6 or _in_clause(marked, passive, d)]
        alone = near[0] if len(near) == 1 and not _said_between(words, passive, near[0].first) else None
        return (close[0] if close else alone), bool(close)
    verb_at = _made_before(marked, mark.first)
    if verb_at is None or len(near) != 1 or _leans_on(marked, mark):
        return None, False
    date = near[0]
    return (date, False) if date.last <= mark.first or date.first - mark.last <= 3 else (None, False)


def _said_between(words: Sequence[Token], first: int, last: int) -> bool:
    """'A statement issued in Lima said that the report would come on 15 April': the day of what it says."""
    return any(word.key in {"said", "says", "stated", "announced"} for word in words[first:last])


def _is_finite(word: str) -> bool:
    known = verb(word)
    return known is not None and PAST in known.forms and not known.nounlike


def _in_clause(marked: Marked, passive: int, date: DateMark) -> bool:
    """'was signed at the Sola air base, Norway, on 16 March, the ministry said': no verb parts the date from it."""
    between = marked.sentence.tokens[passive + 1 : date.first]
    plain = 0 < len(between) <= _NEAR and not any(_is_finite(word.key) for word in between)
    return plain and date is _first_after(marked, passive)


def _dates_after(marked: Marked, mark: InstrumentMark, date: DateMark) -> bool:
    """'… of 7 May 2016', '… signed in 2019', '…, in force since July 2024', '…, which dates back to 2007'."""
    if not mark.last <= date.first <= mark.last + _NEAR or _spans_years(date):
        return False
    actors = covered(marked.posts, marked.people, marked.parties)
    words = marked.sentence.tokens
    keys = [words[i].key for i in range(mark.last, date.first) if i not in actors]
    between = set(keys)
    if keys and keys[0] in _MADE_THEN and not between & _PARTING and date is _first_after(marked, mark.last):
        return True  # 'signed at the air show in June 2023'
    return between <= _AFTER and all(word not in between or between & beside for word, beside in _ONLY_BESIDE.items())


def _spans_years(date: DateMark) -> bool:
    """'the roadmap for cooperation in 2025-2027' says what it covers, not when it was made."""
    return date.end is not None and date.start is not None and len(date.start.edtf) == len("2025")


def _first_after(marked: Marked, index: int) -> DateMark | None:
    return next((date for date in marked.dates if date.first >= index), None)


def _possessive(marked: Marked, date: DateMark, mark: InstrumentMark) -> bool:
    """'the 1982 UN …' with a word or two of another kind between."""
    return 0 < mark.first - date.last <= 2 and marked.sentence.tokens[date.last].text in APOSTROPHE_S


def _status(marked: Marked, mark: InstrumentMark) -> tuple[str, bool]:
    if mark.type in {"convention", "law"}:
        return CITED, False
    words, vocabulary = marked.sentence.tokens, instrument_words()
    passive = _passive(marked, mark)
    if passive is not None:
        return passive, True
    if _leans_on(marked, mark):
        return CITED, True
    for i in range(mark.first - 1, max(-1, mark.first - _BACK), -1):
        word = words[i]
        if word.key in _BREAKS:
            break
        if word.key in _NOMINALS and mark.first - i <= 7 and (done := _nominal(marked, i, mark.first)):
            return done, True
        made = _is_made(marked, i)
        handed = word.key == "exchanged" and mark.type != "letter" and mark.first - i <= _BESIDE
        if handed or (made is not None and (made in _DELIVERY) == (mark.type == "letter")):
            return _of_verb(marked, i, mark)
        if word.key in {"work", "working"} and words[i + 1].key not in {"on", "to", "toward", "towards"}:
            continue
        if word.key in vocabulary.sought and mark.first - i <= 7 and not word.capital:
            return (CITED, True) if any(w.key in _EARLIER for w in words[max(0, i - 2) : i]) else (SOUGHT, True)
        if _ends_reach(marked, i):
            break
    if mark.type == "joint-statement" and _is_its_own(marked, mark):
        return SIGNED, True
    return (SOUGHT, False) if mark.type == "code" else (CITED, False)


def _leans_on(marked: Marked, mark: InstrumentMark) -> bool:
    """'cooperation under the Agreement', 'within the Strategy': what is done on its ground exists."""
    words = marked.sentence.tokens
    before = next(
        (w.key for w in reversed(words[max(0, mark.first - 4) : mark.first]) if w.key not in _DETERMINERS), ""
    )
    return before in _GROUNDS


def _is_its_own(marked: Marked, mark: InstrumentMark) -> bool:
    """'In a joint statement, …', 'said in their joint statement', 'According to the joint statement': of the meeting
    told."""
    words = marked.sentence.tokens
    if mark.first < 2:
        return False
    own, before = words[mark.first - 1].key, [word.key for word in words[max(0, mark.first - 3) : mark.first - 1]]
    if own in {"a", "the"} and before == ["according", "to"]:
        return True
    return own in {"a", "their"} and before[-1] in {"in", "through", "by", "with"}


def _nominal(marked: Marked, i: int, first: int) -> str | None:
    """What 'the signing of …' at token `i` tells of the name from `first`: done where it is welcomed, older where
    things are counted from it."""
    words = marked.sentence.tokens
    named = {k for other in marked.instruments for k in range(other.first, other.last)}
    after = [words[k].key for k in range(i + 1, first) if k not in named]
    if after.count("of") != 1 or not set(after[:4]) & _OPENS_OBJECT:  # not 'the conclusion of the first round of …'
        return None
    before = words[max(0, i - _GOVERNED) : i]
    keys = {word.key for word in before}
    if keys & _EARLIER or keys & _SINCE:
        return CITED
    lemmas = {found.lemma for word in before if (found := verb(word.key)) is not None}
    achieved = lemmas & _ACHIEVED and not keys & _NOT_YET
    return SIGNED if achieved or "with" in keys else None


def _is_made(marked: Marked, i: int) -> str | None:
    """The lemma of a verb of signing at token `i`."""
    if any(m.first <= i < m.last for m in marks_of(marked.instruments, marked.posts, marked.mechanisms)):
        return None
    found = verb(marked.sentence.tokens[i].key)
    stem = key(found.lemma) if found else ""
    return stem if stem in instrument_words().made else None


def _of_verb(marked: Marked, i: int, mark: InstrumentMark) -> tuple[str, bool]:
    words = marked.sentence.tokens
    found = verb(words[i].key)
    before = {w.key for w in words[max(0, i - 3) : i]}
    forms = found.forms if found else ""
    if (
        found is not None
        and found.lemma == "agree"
        and not (i + 1 < len(words) and words[i + 1].key in {"to", "on", "upon"})
    ):
        return CITED, False
    if found is not None and found.lemma == "agree" and _stands(words[i + 1 : i + 3]):
        return CITED, True
    if found is not None and found.lemma == "agree" and mark.first - i > 4:
        return SOUGHT, True
    headline = marked.sentence.heading and PAST not in forms and ING not in forms and "to" not in before
    if before & _EARLIER:
        return CITED, True
    if ING in forms:
        return (SIGNED, True) if i == 0 or words[i - 1].text == "," or "by" in before else (SOUGHT, True)
    if before & _NOT_YET and not before & {"been", "was", "were"}:
        return SOUGHT, True
    return (SIGNED, True) if PAST in forms or PARTICIPLE in forms or headline else (CITED, False)


def _stands(ahead: tuple[Token, ...]) -> bool:
    """'agreed to ratify the treaty', 'agreed to uphold the pact': what is ratified or upheld exists."""
    known = verb(ahead[1].key) if len(ahead) == 2 and ahead[0].key == "to" else None
    return known is not None and known.lemma in _STANDING


def _passive(marked: Marked, mark: InstrumentMark) -> str | None:
    """'… was signed', '… are to be signed', '… is being negotiated', '… issued after the meeting'."""
    words = marked.sentence.tokens
    if done_inside(marked, mark):
        return SIGNED
    at = _passive_at(marked, mark)
    if at is None:
        following = words[mark.last].key if mark.last < len(words) else ""
        return SOUGHT if following in _IN_MAKING | _UNDER_WAY or _is_in_making(marked, mark) else None
    if at == mark.last:
        return SIGNED
    before = {w.key for w in words[max(mark.last, at - 5) : at]}
    return SOUGHT if before & {"will", "would", "should", "be", "could", "being"} else SIGNED


def _is_in_making(marked: Marked, mark: InstrumentMark) -> bool:
    """'… could be considered', '… is being negotiated', an aside between commas passed over."""
    words = marked.sentence.tokens
    i = mark.last
    if i < len(words) and words[i].text == ",":
        i = next((k + 1 for k in range(i + 1, min(len(words), i + 20)) if words[k].text == ","), len(words))
    near = [w.key for w in words[i : i + 5]]
    return any(k in _IN_MAKING and n and near[n - 1] in {"be", "being"} for n, k in enumerate(near))


def _passive_at(marked: Marked, mark: InstrumentMark) -> int | None:
    """Where the verb stands that says what was done to the instrument; an aside between commas is passed over."""
    words = marked.sentence.tokens
    mark = last_of_list(marked, mark)
    i, reach = mark.last, _AHEAD
    if i < len(words) and words[i].key in {"under", "aimed", "between", "to"}:
        reach = 30
    if i < len(words) and _is_made(marked, i) in {"issue", "release", "adopt"}:
        return i
    if i < len(words) and words[i].text == ",":
        closing = next((k for k in range(i + 1, min(len(words), i + 16)) if words[k].text == ","), None)
        i = closing + 1 if closing is not None and words[i + 1].key not in {"and", "as", "which"} else i + 1
        reach += i - mark.last
    for k in range(i, min(len(words), mark.last + reach)):
        if words[k].text in {",", ".", ";"} or words[k].key in {"while", "whereas"}:
            return None
        found = verb(words[k].key)
        made = found is not None and PARTICIPLE in found.forms and _is_made(marked, k) is not None
        if made and {w.key for w in words[max(mark.last, k - 3) : k]} & {"was", "were", "been", "being", "be"}:
            return k
    return None


def _names(marked: Marked) -> Iterator[Mark]:
    return marks_of(marked.instruments, marked.posts, marked.people, marked.mechanisms)


def _ends_reach(marked: Marked, i: int) -> bool:
    """A finite verb of another kind: what stands before it speaks of something else."""
    word = marked.sentence.tokens[i]
    if any(m.first <= i < m.last for m in _names(marked)):
        return False
    found = verb(word.key)
    return found is not None and not found.nounlike and PAST in found.forms and found.lemma not in {"be", "have"}


def _made_before(marked: Marked, first: int) -> int | None:
    for i in range(first - 1, max(-1, first - _BACK), -1):
        if _is_made(marked, i) is not None:
            return i
    return None
