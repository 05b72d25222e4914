"""Which parties a document is about, who issued it, and what kind of text it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from verbale.language.marks import Marked, PartyForm, PostMark
from verbale.language.people import Cast
from verbale.language.phrases import PhraseTable
from verbale.language.tokens import QUOTES, tokens
from verbale.model.document import Role
from verbale.model.vocabulary import load

_HEADLINE, _LEAD, _BODY = 6, 3, 1  # weights of a mention by where it stands
_LEAD_SENTENCES = 3
_OPENING = 6  # among how many first sentences of the body a joint text is announced
_JOINED = 6  # for a party that the headline or the lead joins to another: 'Germany and Japan'
_TWICE = 2  # times as much as a second state: then the European Union, which acts as states do, is a side
_OFFICIAL = 2  # for each person of the party who holds an office
_LIST_SIGNS = frozenset({",", "-", "–", "—", "/", "&", "(", ")"})
_OF_THREE = frozenset({"trilateral", "tripartite", "three-way", "three-nation"})
_EVENTS = frozenset("call meeting talks summit dialogue round session commission committee ministerial".split())
_FIRST_PERSON = frozenset({"i", "my", "me", "myself"})


def weigh(marked: list[Marked], cast: Cast) -> Counter[str]:
    """How much each party is mentioned, itself or through its people, the headline and the lead counting more."""
    weights: Counter[str] = Counter()
    seen_body = 0
    for m in marked:
        if m.sentence.role is Role.BYLINE:
            continue
        headline = m.sentence.role is Role.HEADLINE
        weight = _HEADLINE if headline else _LEAD if seen_body < _LEAD_SENTENCES else _BODY
        seen_body += m.sentence.role is Role.BODY and m.sentence.running
        people = {code for p in m.people if (code := cast.people[p.person].party)}
        for code in sorted({p.code for p in m.parties} | people):
            weights[code] += weight
    for person in cast.people:
        if person.party is not None and person.party in weights and person.post:
            weights[person.party] += _OFFICIAL
    for role in (Role.HEADLINE, Role.BODY):
        for code in sorted(_run(marked, role)):
            weights[code] += _JOINED
    return weights


def sides(marked: list[Marked], weights: Counter[str], home: str | None, genre: str) -> tuple[str, ...]:
    """The main parties, sorted: two as a rule; more where a list joins them; one where only one is there."""
    authors = _authors(marked) if genre == "joint" else set()
    if authors:
        return tuple(sorted(authors))
    bodies = {p.code for m in marked for p in m.parties if p.form is PartyForm.BODY}
    unions = _run(marked, Role.HEADLINE)
    if len(unions) == 2 and unions <= bodies and genre == "news":
        return tuple(sorted(unions))  # 'ASEAN, EU ministers back trade deal'
    weights = weights + _placed(marked) if genre == "news" else weights
    states = [code for code, _ in weights.most_common() if code not in bodies]
    headline = {p.code for m in marked if m.sentence.role is Role.HEADLINE for p in m.parties}
    chosen = states[:2]
    if len(headline - bodies) < 2:
        chosen = _with_body(states, [code for code, _ in weights.most_common() if code in bodies], weights, headline)
    if home and home not in chosen and home not in bodies:
        chosen = [*chosen[:1], home]
    pair = genre == "joint" and len(headline - bodies) == 2  # 'Joint Statement of A and B' has no third author
    for role in (Role.HEADLINE,) if pair else (Role.HEADLINE, Role.BODY):
        joined = _run(marked, role) & {*chosen, *states[2:4]}
        if len(joined) >= 3 and set(chosen) <= joined:
            chosen += [code for code in states[2:4] if code in joined]
            break
    if genre == "news" and len(chosen) == 2 and not bodies & set(chosen) and _tells_of_three(marked):
        chosen += [code for code in states[2:3] if code not in chosen]
    return tuple(sorted(dict.fromkeys(chosen)))


def _tells_of_three(marked: list[Marked]) -> bool:
    """Whether the headline or the lead tells of an event of three: 'a trilateral phone call', 'three-way talks'."""
    lead = [m.sentence.tokens for m in marked if m.sentence.role is Role.HEADLINE]
    lead += [m.sentence.tokens for m in marked if m.sentence.role is Role.BODY and m.sentence.running][:_LEAD_SENTENCES]
    return any(
        word.key in _OF_THREE and not _EVENTS.isdisjoint(after.key for after in words[i + 1 : i + 3])
        for words in lead
        for i, word in enumerate(words)
    )


def _placed(marked: list[Marked]) -> Counter[str]:
    """How many sentences have a place of each country: a newspaper names its own country by its towns."""
    return Counter(country for m in marked for country in {place.country for place in m.places if place.country})


def _with_body(states: list[str], bodies: list[str], weights: Counter[str], headline: set[str]) -> list[str]:
    """A state and a body, where the headline names the body and no second state weighs as much."""
    second = weights[states[1]] if len(states) > 1 else 0
    strong = [code for code in bodies if code in headline or (code == "EU" and weights[code] >= _TWICE * second > 0)]
    if strong and (len(states) < 2 or weights[states[1]] < weights[strong[0]]):
        return [*states[:1], strong[0]]
    return states[:2] or bodies[:2]


def _authors(marked: list[Marked]) -> set[str]:
    """The parties that a joint text lists as its authors, where they are three or more."""
    for role in (Role.HEADLINE, Role.BODY):
        run = _run(marked, role)
        if len(run) >= 3:
            return run
        if len({p.code for m in marked if m.sentence.role is Role.HEADLINE for p in m.parties}) == 2:
            return set()
    return set()


def _run(marked: list[Marked], role: Role) -> set[str]:
    """The longest list of parties in the headline or the lead: 'Japan, Philippines, U.S.', 'China–Japan–ROK'."""
    longest: set[str] = set()
    for m in [m for m in marked if m.sentence.role is role][:_LEAD_SENTENCES]:
        words, run, last = m.sentence.tokens, set[str](), 0
        for mark in m.parties:
            between = words[last : mark.first]
            if any(w.text not in _LIST_SIGNS and w.key not in {"and", "the"} for w in between):
                run = set()
            run.add(mark.code)
            last = mark.last
            longest = max(longest, set(run), key=len)
    return longest if len(longest) > 1 else set()


_MISSIONS = frozenset({"embassy", "high commission", "consulate", "permanent mission", "us mission"})


@cache
def _offices() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("genres")["offices"])


def issuer(outlet: str | None, parties: list[str]) -> str | None:
    """The government whose office issued the text, or None for a newspaper; `parties` are those named in the outlet.

    Of a mission ('Embassy of Japan in Kenya') it is the sending state, which is named first.
    """
    hits = [hit.value for hit in _offices().find(tokens(outlet))] if outlet else []
    if not hits or not parties:
        return None
    return parties[0] if len(parties) == 1 or any(hit in _MISSIONS for hit in hits) else None


@cache
def _titles() -> PhraseTable[str]:
    table = load("genres")
    order = ("joint", "fact-sheet", "speech", "readout")
    return PhraseTable((phrase, name) for name in order for phrase in table[name].get("title", ()))


def genre(marked: list[Marked], title: str | None, home: str | None) -> str:
    """One of joint, fact-sheet, speech, readout, news, from the title, the issuer and the person of the text."""
    hits = [hit.value for hit in _titles().find(tokens(title or ""))]
    joint = joint_lead(marked) is not None or ("joint" in hits and not _one_government(marked, home))
    if joint and not _first_person(marked):
        return "joint"
    if "fact-sheet" in hits:
        return "fact-sheet"
    if _first_person(marked):
        return "speech"
    if home is not None:
        return "readout"
    return "news"


def joint_lead(marked: list[Marked]) -> Marked | None:
    """The sentence of the lead that says that a joint text follows, or None."""
    lead = [m for m in marked if m.sentence.role is Role.BODY][:_OPENING]
    return next((m for m in lead if _leads().find(m.sentence.tokens)), None)


@cache
def _leads() -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in load("genres")["joint"]["lead"])


def _one_government(marked: list[Marked], home: str | None) -> bool:
    """A joint statement *of* two ministers of the issuing government: its headline names no office of another party."""
    if home is None:
        return False
    headlines = [m.posts for m in marked if m.sentence.role is Role.HEADLINE]
    if any(two_governments(posts) for posts in headlines):
        return False
    if any(_with_colleague(m, home) for m in marked if m.sentence.role is Role.HEADLINE):
        return not any(_tells_of_two(m) for m in marked if m.sentence.role is Role.BODY)
    posts = [p for posts in headlines for p in posts]
    singular = [p for p in posts if not p.plural]
    return len({p.title.casefold() for p in singular}) >= 2 and all(p.party in (None, home) for p in posts)


def _with_colleague(headline: Marked, home: str) -> bool:
    """'Joint media release with Jane Moore, Minister for Trade': one office, no leader's, and no other country."""
    words = headline.sentence.tokens
    start = next((i for i, word in enumerate(words) if word.key == "with"), len(words))
    end = next((i for i in range(start, len(words)) if words[i].text in {":", "–", "—"}), len(words))
    offices = [post for post in headline.posts if start < post.first < end]
    if not offices or any(party.code != home for party in headline.parties if start < party.first < end):
        return False
    return all(post.party in (None, home) and post.title.casefold() not in _leaders() for post in offices)


def _tells_of_two(m: Marked) -> bool:
    """Whether a sentence speaks of two sides: 'both ministers', 'the two countries', 'our two nations'."""
    keys = [word.key for word in m.sentence.tokens]
    return any(
        key == "both" or (key == "two" and keys[max(i - 1, 0)] in {"the", "our", "these"}) for i, key in enumerate(keys)
    )


def two_governments(posts: Iterable[PostMark]) -> bool:
    """Whether two of the offices each lead a state: 'President Lind and Prime Minister Okello'."""
    return sum(not post.plural and post.title.casefold() in _leaders() for post in posts) > 1


@cache
def _leaders() -> frozenset[str]:
    return frozenset(load("genres")["leaders"])


def _first_person(marked: list[Marked]) -> bool:
    """Whether the text itself, outside quotation marks, speaks as I."""
    sentences = [m for m in marked if m.sentence.role is Role.BODY]
    spoken = 0
    for m in sentences:
        words = m.sentence.tokens
        own = [w for w in words if w.key in _FIRST_PERSON and (w.text == "I" or w.key != "i")]
        spoken += bool(own) and not any(w.text in QUOTES for w in words)
    return spoken >= 3 and spoken >= 0.12 * max(1, len(sentences))
