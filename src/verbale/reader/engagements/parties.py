"""Between whom: the parties that an event's words give, and the country it takes place in."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.language.marks import Marked, PartyForm, PartyMark
from verbale.language.mechanism_words import mechanism_words
from verbale.language.tokens import POSSESSIVES, Token
from verbale.language.verbs import verb
from verbale.reader.engagements.people import acts, mention_people, other_deed
from verbale.reader.engagements.segments import Segment
from verbale.reader.engagements.words import engagement_words, lemma
from verbale.reader.scene import Scene

_PLACES = frozenset({"in", "to", "visit", "visits", "visited", "visiting", "into", "at", "tour", "toured"})
_CHAIN = frozenset({"-", "–", "—", "and", "/", ",", "&", "the", "republic", "kingdom", "our", "their", "its"})
_PLURALS = frozenset(
    "ministers leaders premiers chancellors ambassadors delegates officials "
    "presidents sides countries nations governments parties states delegations "
    "chiefs ministries secretaries".split()
)
_AWAY = frozenset(
    "in to from toward towards into against on at visit visited for with between about over across by through".split()
)
_OF_LEADERS = 6  # tokens between 'meeting' and 'from Chile and Peru'
_ASIDES = frozenset({"–", "—", "-", "(", ":"})
_TOPICS = frozenset({"about", "regarding", "concerning", "discuss", "including", "that", "discussed", "discussing"})
_GROUPS = frozenset({"delegation", "mission", "team", "officials", "ministers", "experts", "lawmakers"})
_RELATIONS = frozenset({"ties", "relations", "cooperation", "relationship", "partnership", "alliance"})
_LEAVING = frozenset({"leave", "depart", "head", "bind"})
_SIDES = frozenset(
    "government governments republic kingdom sides ministries representatives officials delegations "
    "delegation leaders ministers counterparts presidents authorities negotiators experts diplomats".split()
)

__all__ = ["country_at", "mention_parties", "mention_people", "stands_for_both"]


def mention_parties(
    scene: Scene, marked: Marked, segment: Segment, people: dict[int, str], country: str | None
) -> frozenset[str]:
    """The parties of the event: of its people, of its name, and those that its words put beside it."""
    codes = {party for i in people if (party := scene.cast.people[i].party)}
    mechanism = segment.trigger.mechanism
    if mechanism is not None:
        codes.update(mechanism.parties)
        if len(mechanism.parties) > 1:
            return frozenset(codes)
    codes.update(_actors(marked, segment))
    if segment.trigger.kind == "visit" and country and codes:
        codes.add(country)
    return frozenset(codes)


def stands_for_both(marked: Marked, segment: Segment) -> bool:
    """'the two sides', 'both ministers' beside the event."""
    series = segment.trigger.mechanism
    if series is not None and series.event == "summit" and len(series.parties) == 1:
        return False  # 'The two agreed that it should be ready for the NATO Summit'
    first, last = max(segment.start, segment.trigger.first - 8), min(segment.end, segment.trigger.last + 8)
    words = marked.sentence.tokens
    if engagement_words().together.find(words, first, last):
        return True
    if any(word.key == "who" for word in words[segment.start : segment.start + 2]):
        first = max(0, segment.start - _OF_LEADERS)  # 'the two presidents, who last met in Lima'
    pairs = [i for i in range(first, last) if words[i].key in {"two", "both", "their"}]
    if any(w.key in _PLURALS for i in pairs for w in words[i + 1 : i + 4]):
        return True
    stop = segment.trigger.first
    if not segment.trigger.verbal:
        if not 0 <= segment.verb_at < stop:
            return False
        stop = segment.verb_at
    return any(_two_alone(words, i) and not other_deed(marked, i + 1, stop) for i in range(first, stop))


def _two_alone(words: Sequence[Token], index: int) -> bool:
    """'they will meet again', 'the two last met', 'both spoke by phone': the two sides, with no noun behind."""
    if words[index].key == "they":
        return True
    alone = words[index].key == "two" and index > 0 and words[index - 1].key in {"the", "these"}
    following = words[index + 1].key if index + 1 < len(words) else ""
    return alone and (
        following in {"last", "will", "had", "have", "also", "are", "were", "agreed"} or verb(following) is not None
    )


def _actors(marked: Marked, segment: Segment) -> set[str]:
    codes: set[str] = set()
    for mark in marked.parties:
        if not (segment.start <= mark.first and mark.last <= segment.end) or _in_title(marked, mark):
            continue
        if _is_actor(marked, segment, mark):
            codes.add(mark.code)
    codes.update(_of_region(marked, segment))
    codes.update(_speaks_at(marked, segment))
    for post in marked.posts:
        if (
            post.party
            and segment.start <= post.first
            and post.last <= segment.end
            and _near(segment, post.first, post.last)
        ):
            codes.add(post.party)
    return codes


def _in_title(marked: Marked, mark: PartyMark) -> bool:
    """'the G7 Sherpa': a body in the title of a state's office."""
    body = mark.form is PartyForm.BODY
    return body and any(p.first <= mark.first < p.last and p.party != mark.code for p in marked.posts)


def _speaks_at(marked: Marked, segment: Segment) -> set[str]:
    """'Chile will build a port, it announced at a meeting with Peru': whoever says so there takes part."""
    words, trigger = marked.sentence.tokens, segment.trigger
    beside = trigger.last < len(words) and words[trigger.last].key == "with"
    if not beside or not any(w.key in {"at", "in", "during"} for w in words[max(0, trigger.first - 3) : trigger.first]):
        return set()
    opening = [m for m in marked.parties if m.first <= 1 and m.last < trigger.first]
    named = [m for m in opening if m.form is not PartyForm.ADJECTIVE and words[m.last].text not in POSSESSIVES]
    return {mark.code for mark in named}


def _of_region(marked: Marked, segment: Segment) -> set[str]:
    """'the Nordic defence ministers', 'a meeting of the Baltic states': the states of a region together."""
    words, codes = marked.sentence.tokens, set[str]()
    for hit in mechanism_words().groups.find(words, segment.start, segment.end):
        ahead = {word.key for word in words[hit.last : hit.last + 3]}
        named = ahead & (_PLURALS | _SIDES) or hit.last == segment.trigger.first
        if named and _near(segment, hit.first, hit.last):
            codes.update(hit.value)
    return codes


def _near(segment: Segment, first: int, last: int) -> bool:
    trigger = segment.trigger
    return 0 <= trigger.first - last <= 6 or 0 <= first - trigger.last <= 8


def _list_end(marked: Marked, mark: PartyMark) -> int:
    """Where the list of parties ends that a mark stands in: 'Chilean, Peruvian and Fijian officials'."""
    words, starts, last = marked.sentence.tokens, {m.first: m.last for m in marked.parties}, mark.last
    while last < len(words):
        ahead = last
        while ahead < len(words) and words[ahead].key in {",", "and", "&", "the"}:
            ahead += 1
        if ahead == last or ahead not in starts:
            return last
        last = starts[ahead]
    return last


def _is_actor(marked: Marked, segment: Segment, mark: PartyMark) -> bool:
    """Whether a party stands as subject, after 'between' or 'with', or as 'U.S.-Vietnam talks'."""
    words, trigger = marked.sentence.tokens, segment.trigger
    i = mark.first - 1
    chain = _CHAIN | {"(", ")"} if mark.first >= trigger.last else _CHAIN  # 'with the leaders of ASEAN (…) and Peru'
    while i >= segment.start and (words[i].key in chain or any(m.first <= i < m.last for m in marked.parties)):
        i -= 1
    lead = words[i].key if i >= 0 else ""
    if mark.last <= trigger.first:
        if mark.form is PartyForm.BODY and mark.last == trigger.first and trigger.kind == "summit":
            return True  # 'preparations for the OIC summit'
        if i >= segment.start and acts(marked, i) and mark.form is not PartyForm.ADJECTIVE:
            return False  # 'congratulated Japan on the summit'
        adjacent = trigger.first - _list_end(marked, mark) <= 3
        people = lead in {"of", "from"} and i > 0 and words[i - 1].key in _SIDES
        if (lead in _AWAY or lead == "of") and not people:
            return False
        if mark.form is PartyForm.ADJECTIVE and trigger.kind == "visit":
            adjacent = adjacent or any(w.key in _GROUPS for w in words[mark.last : mark.last + 3])
        return adjacent or (mark.form is not PartyForm.ADJECTIVE and not other_deed(marked, mark.last, trigger.first))
    if lead == "with" and words[i - 1].key in _RELATIONS and i > trigger.last:
        return False  # 'a visit by B, and Chile's defence ties with Peru'
    if lead in {"with", "between"} and any(w.key in _TOPICS for w in words[trigger.last : max(i, 0)]):
        return False  # 'a call to discuss cooperation with Chile'
    listed = _list_end(marked, mark) > mark.last or (mark.first > 0 and words[mark.first - 1].key in {",", "and"})
    if listed and i < trigger.last < len(words) and words[trigger.last].text in _ASIDES:
        return True  # 'trilateral talks – Chile, Peru, Fiji – were held'
    if listed and lead == "from" and trigger.last < i < trigger.last + _OF_LEADERS and words[i - 1].key in _SIDES:
        return True  # 'a meeting of leaders from Chile and Peru'
    if lead == "of" and words[i - 1].key in _SIDES and trigger.last < i - 1 <= trigger.last + _OF_LEADERS:
        return any(words[k].key in {"between", "with", "among"} for k in range(trigger.last, i - 1))
    return lead in {"between", "with", "among", "by"} or (
        lead in _SIDES and any(words[k].key in {"between", "with", "among", "by"} for k in range(trigger.last, i))
    )


def country_at(marked: Marked, segment: Segment) -> str | None:
    """The country that the words put the event in: 'in Mexico', 'visit to Australia'."""
    words = marked.sentence.tokens
    after = [m for m in marked.parties if segment.start <= m.first and m.last <= segment.end]
    after.sort(key=lambda m: (m.first < segment.trigger.last, m.first))
    for mark in after:
        if len(mark.code) != 2 or mark.code in {"EU", "UN"}:
            continue
        if mark.last < len(words) and words[mark.last].key == "capital" and words[mark.first - 1].key == "the":
            return mark.code
        if mark.form not in (PartyForm.NAME, PartyForm.METONYM):
            continue
        i = mark.first - 1
        while i >= 0 and words[i].key in {"the", "republic", "of", "kingdom", "socialist"}:
            i -= 1
        if any(0 <= mark.first - p.last <= 3 and "mbassador" in p.title for p in marked.posts):
            continue
        going = segment.trigger.kind == "visit" or words[i].key not in {"to", "into"}
        leaves = words[i].key == "for" and i > 0 and lemma(words[i - 1]) in _LEAVING
        if i >= 0 and (words[i].key in _PLACES or leaves) and going and not _modifies(marked, mark):
            return mark.code
    return _hosts_at_home(marked, segment)


def _hosts_at_home(marked: Marked, segment: Segment) -> str | None:
    """'will be hosted by India', 'Japan hosted the first round': the host's own country."""
    if segment.verb != "host":
        return None
    words = marked.sentence.tokens
    passive = segment.verb_at + 1 < len(words) and words[segment.verb_at + 1].key == "by"
    for mark in marked.parties:
        near = 1 <= mark.first - segment.verb_at <= 3 if passive else 0 <= segment.verb_at - mark.last <= 2
        if near and mark.form is not PartyForm.ADJECTIVE and len(mark.code) == 2:
            return mark.code
    return None


def _modifies(marked: Marked, mark: PartyMark) -> bool:
    """'in U.S.-Vietnam relations' is no place."""
    words = marked.sentence.tokens
    if mark.last >= len(words):
        return False
    following = words[mark.last]
    return following.text in {"-", "–", "'s", "’s"} or (
        following.text.isalpha() and following.key in {"relations", "ties", "policy", "cooperation", "relationship"}
    )
