"""Where a sentence speaks of an event: the nouns, verbs and names of series that can be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, MechanismMark
from verbale.language.mechanism_rounds import round_of
from verbale.language.tokens import Token
from verbale.reader.engagements.again import (
    called_again,
    called_short,
    counts_alone,
    may_count,
    numbered,
    of_series,
    own_session,
)
from verbale.reader.engagements.going import goes, may_go
from verbale.reader.engagements.idioms import idiom, may_be_idiom
from verbale.reader.engagements.receiving import BEING, has_person, passive, receives
from verbale.reader.engagements.recurring import CONVENING, recalled
from verbale.reader.engagements.shells import Trigger, without_shells
from verbale.reader.engagements.visits import by_crowd
from verbale.reader.engagements.words import engagement_words, lemma, lemma_of

LONGEST_SENTENCE = 500  # tokens; what is longer is a table or noise
DETERMINERS = frozenset(
    "the a an this that his her their its our my your 's ’s ' ’ no any each both another next last previous".split()
)
_CALL_FOLLOWERS = frozenset("with between to from today on in this late early . , ) ; : as".split())
_FULFILLED = frozenset(
    "requirement requirements need needs demand demands target targets goal goals challenge challenges standards "
    "commitments obligations criteria deadline conditions expectations objectives threats aspirations".split()
)
_BEFORE_NOUNS = frozenset(
    "of for to on in and or such port level many more several two three other these those".split()
)
_NO_TRIP = frozenset("free air business rail foreign of on for restrict restricting ease -".split())
_OF_TRAVEL = frozenset(
    "ban bans advisory advisories document documents restrictions agency agencies warning warnings permit permits "
    "rules requirements industry and".split()
)
_MEMBERS = frozenset("member members secretary secretariat spokesman spokesperson spokeswoman".split())
_MEMBERS_REACH = 4  # tokens of 'of the'
_VISITING = frozenset("force forces fellow fellows scholar scholars professor professors student students".split())
_TEAMS = frozenset({"delegation", "delegations", "side", "sides"})
_HABITS = frozenset(
    "annually regularly biannually semiannually biennially quarterly monthly yearly frequently every".split()
)
_LEADING = frozenset({"chair", "cochair", "preside", "colead", "head", "lead"})
_RECEIVING = frozenset({"receive", "welcome", "greet", "host"})
_ADVERBS = frozenset({"then", "also", "next", "later", "now", "first", "soon", "again", "not", "jointly", "today"})
_AUXILIARIES = frozenset({"to", "will", "would", "can", "not", "should", "may", "shall", "might", "could"})


@lru_cache(maxsize=16384)
def _may_begin(word: str) -> bool:
    """Whether a word can begin a trigger: most cannot, and are passed over at once."""
    vocabulary = engagement_words()
    stem = lemma_of(word)
    return (
        stem in vocabulary.verbs
        or stem == "call"
        or word in vocabulary.verbs
        or word in vocabulary.plurals
        or may_count(word)
        or may_go(stem, word)
        or may_be_idiom(stem)
        or vocabulary.begins(word)
    )


def triggers(marked: Marked, aliases: Mapping[str, MechanismMark]) -> list[Trigger]:
    """The triggers of a sentence, in order, not overlapping. A verb of holding is no trigger of its own."""
    words = marked.sentence.tokens
    masked = _masked(marked)
    named = {mark.first: mark for mark in _with_aliases(marked, aliases, masked)}
    found: list[Trigger] = []
    for index in [i for i, word in enumerate(words) if _may_begin(word.key) or i in named]:
        if found and index < found[-1].last:
            continue
        mark = named.get(index)
        if mark is not None:
            found.append(Trigger(mark.first, mark.last, mark.event, mechanism=mark))
        elif index not in masked:
            trigger = _noun(words, index) or _verb(marked, index)
            if trigger is not None:
                found.append(_with_name(trigger, named))
    found = without_shells(found, words)
    return found or _chaired(words, masked)


def _with_name(trigger: Trigger, named: Mapping[int, MechanismMark]) -> Trigger:
    """'a joint exercise, Blue Tide': the noun with the name that begins inside it."""
    inside = next((named[i] for i in range(trigger.first + 1, trigger.last) if i in named), None)
    if inside is not None and inside.event == trigger.kind:
        trigger.mechanism, trigger.last = inside, max(trigger.last, inside.last)
    return trigger


def _chaired(words: Sequence[Token], masked: set[int]) -> list[Trigger]:
    """'In the chair was …', 'the delegation was headed by …': the event is the one that was spoken of before."""
    for i, word in enumerate(words):
        stem = lemma_of(word.key)
        if stem not in _LEADING or i in masked:
            continue
        if stem in {"cochair", "preside", "colead"} or (word.key == "chair" and i and words[i - 1].key == "the"):
            return [Trigger(i, i + 1, "dialogue", lemma="cochair")]
        if stem in {"head", "lead", "chair"} and any(w.key in _TEAMS for w in words[max(0, i - 4) : i + 5]):
            return [Trigger(i, i + 1, "dialogue", lemma=stem)]
    return []


def _masked(marked: Marked) -> set[int]:
    return covered(marked.people, marked.posts, marked.instruments)


def _with_aliases(marked: Marked, aliases: Mapping[str, MechanismMark], masked: set[int]) -> list[MechanismMark]:
    """The marks of series, and their short forms where these stand alone: 'the NCG'."""
    named = {
        mark.first for mark in marked.mechanisms if not _of_members(marked, mark)
    }  # 'the Joint Commission of Foreign Ministers' is no office
    offices = covered([post for post in marked.posts if not (post.plural and post.first in named)])
    marks = [mark for mark in marked.mechanisms if mark.first in named]
    marks = [mark for mark in marks if mark.first not in offices or mark.last - 1 not in offices]
    if not aliases:
        return marks
    taken = covered(marks) | masked
    for i, word in enumerate(marked.sentence.tokens):
        known = aliases.get(word.text)
        if known is None or i in taken:
            continue
        if word.text.isupper() or called_short(marked.sentence.tokens, i):
            first, value = round_of(marked.sentence.tokens, i, i + 1)
            marks.append(MechanismMark(first, i + 1, known.name, value, known.parties, known.event))
    return marks


def _of_members(marked: Marked, mark: MechanismMark) -> bool:
    """'three members of the Trade Committee', 'the chair of the Forum': people, and no meeting of the body."""
    words, i = marked.sentence.tokens, mark.first - 1
    while i > 0 and words[i].key in {"the", "their", "its"} | {"of"} and mark.first - i < _MEMBERS_REACH:
        i -= 1
    return mark.round is None and words[i].key in _MEMBERS and words[i + 1].key == "of"


def _noun(words: Sequence[Token], index: int) -> Trigger | None:
    vocabulary = engagement_words()
    hit = vocabulary.nouns.at(words, index)
    if hit is not None:
        word, kind = words[hit.last - 1], hit.value
        if hit.last - index == 1 and not _is_noun(words, index, kind):
            return None
        if word.key in {"edition", "round", "session"}:
            kind = _edition_kind(words, hit.last) or kind
        series = own_session(words, index) if hit.last - index == 1 else ""
        return Trigger(index, hit.last, "dialogue" if series else kind, lemma=word.key, series=series)
    if counts_alone(words, index):
        return Trigger(index, index + 1, "dialogue", lemma="round")
    if numbered(words, index):
        return Trigger(index, index + 1, "dialogue", lemma="round", series=words[index].key)
    if words[index].key in vocabulary.plurals and index + 1 < len(words):
        beside = words[index + 1].key in {"with", "between", "by"}
        if beside:
            return Trigger(index, index + 1, _singular_kind(words[index].key), lemma=words[index].key, plural=True)
    return None


def _edition_kind(words: Sequence[Token], last: int) -> str:
    """'the sixth edition of the bilateral army exercise' is an exercise."""
    for word in words[last : last + 7]:
        if word.key in {"exercise", "drill"}:
            return "exercise"
        if word.key in {"expo", "exhibition", "airshow"}:
            return "exhibition"
        if word.text in {",", "."}:
            break
    return ""


def _singular_kind(plural: str) -> str:
    return {"calls": "call", "visits": "visit", "trips": "visit", "dialogues": "dialogue", "summits": "summit"}.get(
        plural, "talks"
    )


def _is_noun(words: Sequence[Token], index: int, kind: str) -> bool:
    """Whether a word that is a verb as often ('visit', 'call', 'meeting', 'signing') is a noun here."""
    word = words[index]
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if (
        word.key == "call"
        and after is not None
        and after.key == "on"
        and (before is None or before.key not in DETERMINERS)
    ):
        return False
    if word.key == "call":
        if after is not None and after.key == "to" and index + 2 < len(words) and not words[index + 2].capital:
            return False
        if word.capital and before is not None and before.capital and after is not None and after.key == "to":
            return False
        return after is None or (after.key in _CALL_FOLLOWERS and after.key != "for")
    if word.key == "signing":
        return before is not None and before.key in DETERMINERS and (after is None or after.key != "ceremony")
    if word.key == "meeting" and before is not None and before.key in BEING:
        return False  # 'the ministers were meeting in Lima'
    if word.key == "meeting" and (before is None or before.key not in DETERMINERS):
        return not (after is not None and after.key in {"the", "our", "their", "its", "this", "these", "all"})
    if kind == "visit":
        if _no_trip(words, index):
            return False
        at = index - 1 - (index > 1 and words[index - 1].key in _ADVERBS)
        month = words[at].text == "May" and at > 0  # 'the President's May visit to Lima'
        return before is not None and (month or words[at].key not in _AUXILIARIES)
    if word.key == "talks" and after is not None and after.key == "of":
        return not (before is not None and before.capital)  # 'Vega talks of it as of the weather'
    if word.key == "conference":
        return before is not None and before.key not in {"press", "news", "media", "video", "peace"}
    if word.key in {"event", "gathering"}:
        return before is not None and before.key in {"the", "this"}
    if word.key in {"round", "edition", "session"}:
        around = after is not None and after.key in {"a", "an", "the"}  # 'to get round a table'
        return before is not None and not around and of_series(words, index)
    return True


def _verb(marked: Marked, index: int) -> Trigger | None:
    words, vocabulary = marked.sentence.tokens, engagement_words()
    word = words[index]
    stem = lemma(word)
    if stem == "call" and index + 1 < len(words) and words[index + 1].key == "on" and has_person(marked, index + 1):
        return Trigger(index, index + 2, "talks", verbal=True, lemma="call")
    if may_go(stem, word.key) and goes(marked, index):
        return Trigger(index, index + 1, "visit", verbal=True, lemma=stem)
    if stem in CONVENING and (again := recalled(words, index)) is not None:
        return again
    if may_be_idiom(stem) and stem not in vocabulary.verbs:
        return idiom(marked, index)
    kind = vocabulary.verbs.get(stem) or vocabulary.verbs.get(word.key)
    if kind is None or (index and words[index - 1].key in DETERMINERS and word.key != "met"):
        return None
    if kind == "call" and not (_speaks_to(words, index) or _spoke_together(marked, index)):
        return None
    if word.key == "met" and index and words[index - 1].key in BEING:
        return None
    if kind == "visit" and (by_crowd(marked, index) or _plural(words, index) or _no_trip(words, index)):
        return None
    if stem == "meet" and (_fulfils(words, index) or _regularly(words, index)):
        return None
    if stem in _RECEIVING and not (receives(marked, index) and not _relative(words, index)):
        return None
    if (
        stem in {"sign", "ink"}
        and any(0 <= index - m.last <= 1 for m in marked.instruments)
        and not passive(words, index)
    ):
        return None
    series = called_again(words, index) if stem == "meet" else ""
    return Trigger(index, index + 1, "dialogue" if series else kind, verbal=True, lemma=stem or word.key, series=series)


def _plural(words: Sequence[Token], index: int) -> bool:
    """'the number of visits', 'port visits', 'mutual visits': a noun, not what somebody does."""
    if words[index].key not in {"visits", "tours"}:
        return False
    before = words[index - 1]
    adjective = before.text.islower() and before.key.endswith(("al", "ent", "ular", "ual", "ive"))
    return before.key in _BEFORE_NOUNS or (adjective and before.key not in engagement_words().described)


def _no_trip(words: Sequence[Token], index: int) -> bool:
    """'visa-free travel', 'a travel ban', 'the visiting forces agreement': no one's journey."""
    word, before = words[index].key, words[index - 1].key if index else ""
    after = words[index + 1].key if index + 1 < len(words) else ""
    if word == "visiting":
        return after in _VISITING
    return word == "travel" and (before in _NO_TRIP or after in _OF_TRAVEL)


def _fulfils(words: Sequence[Token], index: int) -> bool:
    """'meet the requirements of industry', 'meeting their targets': what is met is no one."""
    return any(word.key in _FULFILLED for word in words[index + 1 : index + 6]) and "with" not in {
        word.key for word in words[index + 1 : index + 6]
    }


def _regularly(words: Sequence[Token], index: int) -> bool:
    """'to meet annually', 'will meet at least twice a year': a habit, not an event."""
    return any(word.key in _HABITS for word in words[index + 1 : index + 5])


def _relative(words: Sequence[Token], index: int) -> bool:
    """'…, which was hosted by X': of the event named just before."""
    return index > 1 and words[index - 1].key in {"was", "were", "is"} and words[index - 2].key in {"which", "that"}


def _speaks_to(words: Sequence[Token], index: int) -> bool:
    """'spoke with', 'spoke today by phone', not 'speaking at the ceremony'."""
    if words[index].key in {"phoned", "telephoned"}:
        return True
    near = {w.key for w in words[index + 1 : index + 5]}
    return bool(near & {"with", "phone", "telephone"}) and not near & {"at", "reporters", "media", "press"}


def _spoke_together(marked: Marked, index: int) -> bool:
    """'President X of A and President Y of B spoke on Monday': two people, each the other's company."""
    words = marked.sentence.tokens
    dated = any(0 <= mark.first - index <= 2 for mark in marked.dates)
    before = [mark for mark in marked.people if mark.last <= index]
    joined = len(before) == 2 and any(w.key == "and" for w in words[before[0].last : before[1].first])
    return dated and joined and index - before[1].last <= 8 and words[index].key == "spoke"
