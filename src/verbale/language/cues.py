"""What leads into a person's name: an office, a rank, a title of respect, 'counterpart', a country's possessive."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from verbale.language.marks import Marked, PartyForm, PartyMark, PostMark
from verbale.language.name_words import name_words
from verbale.language.names import Name, NameReader
from verbale.language.post_words import is_usual, national_party
from verbale.language.ranks import begins_rank, force_words, rank_at
from verbale.language.tokens import APOSTROPHE_S

USUAL = "usual office"
COUNTERPARTS = frozenset({"counterpart", "counterparts"})
FELLOWS = frozenset({"colleague", "colleagues", "number", "homologue"})  # 'his Ukrainian colleague', 'opposite number'
PERSONAGES = frozenset("leader strongman ruler monarch diplomat negotiator delegate official statesman".split())
PRONOUNS = frozenset({"his", "her", "their", "your", "the", "royal", "imperial", "serene"})
_DETERMINERS = frozenset({"the", "his", "her", "its", "their", "visiting", "whose", "two", "three", "four", "both"})
_OCCASIONS = frozenset({"talks", "meeting", "negotiations", "discussions", "commission", "committee"})
SEATS = frozenset({"Senator", "Congressman", "Congresswoman"})  # before a name, beside the office
_UPPER_TITLES = frozenset({"HE", "HH", "HRH", "HM", "HON", "H.E."})


@dataclass(frozen=True, slots=True)
class Cue:
    """What led up to here: an office, a rank, a title, a counterpart, 'led by', a possessive."""

    post: PostMark | None = None
    rank: str | None = None
    honorific: bool = False
    counterpart: bool = False
    borrowed: bool = False
    agent: bool = False
    party: str | None = None
    reason: str = ""
    plural: bool = False
    parties: tuple[str, ...] = ()  # those whose office holders are named in the same order

    @property
    def strong(self) -> bool:
        return self.post is not None or self.rank is not None or self.honorific or self.counterpart


NO_CUE = Cue()


@dataclass(slots=True)
class Mention:
    """A name in sentence `sentence` (an index into the document's sentences), and what its context says."""

    sentence: int
    name: Name
    post: str | None = None
    party: str | None = None
    reason: str = ""
    rank: str | None = None
    strong: bool = False
    weak: bool = False
    spoken: bool = False  # one name alone that does what people do: 'Mori told reporters'
    heading: bool = False
    counterpart: bool = False
    shouting: bool = False
    borrowed: bool = False


@lru_cache(maxsize=16384)
def _may_lead(key: str) -> bool:
    """Whether a word may be part of a rank or a title of respect: most words are not."""
    words = name_words()
    titles = key in words.leading or key in words.honorifics or key in {"right", "tan"}
    return titles or key in PRONOUNS or key in force_words() or begins_rank(key)


class CueReader:
    """Reads what leads into the names of one sentence."""

    def __init__(self, marked: Marked, at: int) -> None:
        self.marked = marked
        self.at = at
        self.tokens = marked.sentence.tokens
        self.words = name_words()
        self.reader = NameReader(marked)
        self.posts = {mark.first: mark for mark in marked.posts}
        self.party_at: dict[int, PartyMark] = {mark.first: mark for mark in marked.parties}
        self.party_before: dict[int, PartyMark] = {mark.last: mark for mark in marked.parties}
        self.apposed: set[int] = set()
        self.found: list[Mention] = []

    def _at_post(self, cue: Cue, post: PostMark) -> tuple[Cue, int]:
        if post.first in self.apposed:
            return NO_CUE, post.last
        if cue.post is not None and post.title in SEATS and post.party is None:
            return cue, post.last  # 'the Minister for Trade, Senator Jane Moore'
        if cue.post is not None and cue.post.last == post.first:
            post = replace(cue.post, last=post.last, party=cue.post.party or post.party)
        rank = cue.rank if cue.post is None else None
        if post.party is None and post.first > 1 and self.tokens[post.first - 1].key == "whose":
            mark = self.party_before.get(post.first - 2)
            post = replace(post, party=mark.code if mark else None)
        reason = self._reason(post)
        led = Cue(post=post, rank=rank, party=post.party or cue.party, reason=reason or cue.reason, plural=post.plural)
        if post.plural and (other := self._second_country(post.last)) is not None:
            led = replace(led, parties=(self.party_before[post.last].code, other.code))
            return led, self._over_comma(other.last, True)
        return led, self._over_comma(post.last, self._definite(post))

    def _second_country(self, index: int) -> PartyMark | None:
        """'the foreign ministers of Chile and Norway, A and B': the country behind the 'and'."""
        joined = index < len(self.tokens) and self.tokens[index].key == "and" and index in self.party_before
        return self._party_from(index + 1) if joined else None

    def _reason(self, post: PostMark) -> str:
        """How the party of an office is known: by a country beside it, or by the office alone."""
        if post.party is None:
            return ""
        beside = any(
            mark is not None and mark.code == post.party
            for index in range(max(0, post.first - 2), post.last + 1)
            for mark in (self.party_before.get(index), self.party_at.get(index))
        )
        return USUAL if not beside and is_usual(post.title) and national_party(post.title) == post.party else "office"

    def _definite(self, post: PostMark) -> bool:
        """Whether the office is said to be the one of its country, so that a comma may part it from the name."""
        before = self.tokens[post.first - 1] if post.first else None
        if before is not None and before.text in APOSTROPHE_S:
            return True  # "the port's director, A"
        return bool(post.party) or (before is not None and before.key in _DETERMINERS)

    def _over_comma(self, index: int, allowed: bool) -> int:
        """Past a comma where a name, a rank or a title follows it."""
        if not allowed or index + 1 >= len(self.tokens) or self.tokens[index].text != ",":
            return index
        return index + 1 if self._leads_to_name(index + 1) else index

    def _leads_to_name(self, index: int) -> bool:
        if index >= len(self.tokens):
            return False
        if index in self.posts:
            return self._leads_to_name(self.posts[index].last)
        if self._lead(NO_CUE, index) is not None:
            return True
        if not self.tokens[index].capital or (index in self.reader.places and not self.reader.free(index + 1)):
            return False
        return self.reader.name_at(index, True) is not None

    def _is_fellow(self, index: int) -> bool:
        """'his Ukrainian colleague', 'her Kuwaiti opposite number': a counterpart, where a country says so."""
        opposite = self.tokens[index - 1].key == "opposite" if index else False
        if (self.tokens[index].key == "number") is not opposite:
            return False
        return index - opposite in self.party_before

    def _at_counterpart(self, cue: Cue, index: int) -> tuple[Cue, int]:
        plural = self.tokens[index].key in {"counterparts", "colleagues"}
        mark = self.party_before.get(index - (self.tokens[index].key == "number"))
        party = mark.code if mark else cue.party
        last = self._over_occasion(index + 1)
        if last + 1 < len(self.tokens) and self.tokens[last].key in {"from", "of", "in"}:
            other = self._party_from(last + 1)
            if other is not None:
                party, last = other.code, other.last
        post, borrowed = cue.post, False
        offices = {mention.post for mention in self.found[-4:] if mention.post}
        if post is None and self.found and self.found[-1].post and (not plural or len(offices) == 1):
            post, borrowed = PostMark(index, index + 1, self.found[-1].post), True
        led = Cue(
            post=post,
            counterpart=True,
            borrowed=borrowed,
            party=party,
            reason="counterpart" if party else "",
            plural=plural,
        )
        return led, self._over_comma(last, True)

    def _over_occasion(self, index: int) -> int:
        """Past 'in the talks' behind 'counterpart'."""
        keys = [token.key for token in self.tokens[index : index + 3]]
        inside = len(keys) == 3 and keys[:2] in (["in", "the"], ["at", "the"])
        return index + 3 if inside and keys[2] in _OCCASIONS else index

    def _at_personage(self, index: int) -> tuple[Cue, int] | None:
        """'the Algerian leader, A', "Japan's negotiator B": a person of the country, without an office."""
        before = index - 1 if self.tokens[index - 1].text in APOSTROPHE_S else index
        mark = self.party_before.get(before)
        if mark is None or not index:
            return None
        word = self.tokens[index].key
        post = PostMark(index, index + 1, word, mark.code) if word == "leader" else None
        return Cue(post=post, honorific=True, party=mark.code, reason="office"), self._over_comma(index + 1, True)

    def _party_from(self, index: int) -> PartyMark | None:
        mark = self.party_at.get(index)
        if mark is None and index + 1 < len(self.tokens) and self.tokens[index].key == "the":
            mark = self.party_at.get(index + 1)
        return mark

    def _lead(self, cue: Cue, index: int) -> tuple[Cue, int] | None:
        """A rank or a title of respect at `index`, added to the cue."""
        token = self.tokens[index]
        if not _may_lead(token.key) and token.text not in _UPPER_TITLES:
            return None
        if token.key in force_words() and token.capital and index + 1 < len(self.tokens):
            rank = rank_at(self.tokens, index + 1)
            if rank is not None and not rank.common:
                return replace(cue, rank=rank.name), rank.last
        if token.key in PRONOUNS and index + 1 < len(self.tokens) and self._is_honorific(index + 1):
            return cue, index + 1
        rank = rank_at(self.tokens, index) if index not in self.reader.blocked else None
        if rank is not None and token.capital and rank.last < len(self.tokens):
            led = replace(cue, rank=rank.name, plural=cue.plural or token.text.endswith("s"))
            return self._of_force(led, index), self._over_retired(rank.last)
        if not self._is_honorific(index):
            return None
        last = index + 1
        while last < len(self.tokens) and self.tokens[last].text in {".", "-"} and token.text != token.text.lower():
            last += 1
        if last < len(self.tokens) and self.tokens[last].text == "," and self._is_honorific(index):
            last = self._over_comma(last, token.key in {"excellency", "majesty", "highness"})
        return replace(cue, honorific=True), last

    def _of_force(self, cue: Cue, index: int) -> Cue:
        """'Pakistani General A', 'IDF Major General B': of the country that stands before the rank."""
        mark = self.party_before.get(index)
        if mark is None or cue.party or mark.form in (PartyForm.BODY, PartyForm.DEMONYM):
            return cue
        return replace(cue, party=mark.code, reason="office")

    def _over_retired(self, index: int) -> int:
        """Past '(Retd)' behind a rank."""
        inside = self.tokens[index : index + 4]
        bracket = len(inside) > 2 and inside[0].text == "(" and inside[1].key in {"retd", "ret", "retired"}
        if not bracket:
            return index
        close = next((i for i, token in enumerate(inside) if token.text == ")"), None)
        return index if close is None else index + close + 1

    def _is_honorific(self, index: int) -> bool:
        token = self.tokens[index]
        if not token.capital or index in self.reader.blocked:
            return False
        if token.text in _UPPER_TITLES:
            return True
        if token.key == "right":
            return index + 1 < len(self.tokens) and self.tokens[index + 1].key in {"hon", "honorable", "honourable"}
        if token.key == "tan":
            return index + 1 < len(self.tokens) and self.tokens[index + 1].key in {"sri", "seri"}
        return token.key in self.words.leading or (token.key in self.words.honorifics and token.key not in PRONOUNS)
