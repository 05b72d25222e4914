"""Where people are named in a sentence, and what the words around the name say of them.

A name is read where something leads into it (office, rank, title, 'counterpart', 'led by') or follows it (office in
apposition, a verb of speech or meeting). A run of capitals without any of these is kept as a loose run, for names that
other sentences introduce.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from verbale.language.marks import Marked, PartyForm, PartyMark, PostMark
from verbale.language.name_words import name_words
from verbale.language.names import Name, NameReader
from verbale.language.post_words import is_usual, national_party, singular
from verbale.language.ranks import force_words, rank_at
from verbale.language.verbs import verb
from verbale.model.document import Role

USUAL = "usual office"
_COUNTERPARTS = frozenset({"counterpart", "counterparts"})
_CONNECTORS = frozenset({",", "and", "&"})
_CLAUSE_OPENERS = frozenset("and that where as while which when after before because if but since so then whom".split())
_OPENING_MARKS = frozenset("\"“”,;:'‘’—")
_UPPER_TITLES = frozenset({"HE", "HH", "HRH", "HM", "HON", "H.E."})
_PRONOUNS = frozenset({"his", "her", "their", "your", "the", "royal", "imperial", "serene"})
_DETERMINERS = frozenset({"the", "his", "her", "its", "their", "visiting", "whose"})
_POSSESSIVES = frozenset({"'s", "’s"})


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

    @property
    def strong(self) -> bool:
        return self.post is not None or self.rank is not None or self.honorific or self.counterpart


_NO_CUE = Cue()
_LOWER_STARTS = _COUNTERPARTS | _POSSESSIVES | _PRONOUNS | {"by"}


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
    heading: bool = False
    counterpart: bool = False
    shouting: bool = False
    borrowed: bool = False


def find_mentions(marked: Marked, at: int) -> list[Mention]:
    """All names in the sentence, in order; `strong` and `weak` say how well the context vouches for each."""
    if marked.sentence.role is Role.BYLINE or not marked.sentence.tokens:
        return []
    return _Finder(marked, at).run()


class _Finder:
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

    def run(self) -> list[Mention]:
        cue, index = _NO_CUE, 0
        tokens, posts, blocked = self.tokens, self.posts, self.reader.blocked
        while index < len(tokens):
            token = tokens[index]
            plain = not token.text[0].isupper() and token.key not in _LOWER_STARTS and index not in posts
            if plain and not (cue.strong and token.key in self.words.particles):
                cue, index = _NO_CUE, blocked.get(index, index + 1)
            else:
                cue, index = self._step(cue, index)
        return self.found

    def _step(self, cue: Cue, index: int) -> tuple[Cue, int]:
        """Read what stands at `index`: part of a cue, a name, or a word that ends the cue."""
        token = self.tokens[index]
        post = self.posts.get(index)
        if post is not None:
            return self._at_post(cue, post)
        if token.key in _COUNTERPARTS:
            return self._at_counterpart(cue, index)
        led = self._lead(cue, index)
        if led is not None:
            return led
        if token.capital or token.key in self.words.particles:
            name = self.reader.name_at(index, cue.strong)
            if name is not None:
                return self._at_name(cue, name)
        if token.text in _POSSESSIVES and index in self.party_before:
            return Cue(party=self.party_before[index].code, reason="possessive"), index + 1
        if token.key == "by" and index and self.tokens[index - 1].key in self.words.agents:
            return Cue(agent=True), index + 1
        if index in self.reader.blocked:
            return _NO_CUE, self.reader.blocked[index]
        return _NO_CUE, index + 1

    # -- what leads into a name ------------------------------------------------------------------------------------

    def _at_post(self, cue: Cue, post: PostMark) -> tuple[Cue, int]:
        if post.first in self.apposed:
            return _NO_CUE, post.last
        if cue.post is not None and cue.post.last == post.first:
            post = replace(cue.post, last=post.last, party=cue.post.party or post.party)
        rank = cue.rank if cue.post is None else None
        if post.party is None and post.first > 1 and self.tokens[post.first - 1].key == "whose":
            mark = self.party_before.get(post.first - 2)
            post = replace(post, party=mark.code if mark else None)
        reason = self._reason(post)
        led = Cue(post=post, rank=rank, party=post.party or cue.party, reason=reason or cue.reason, plural=post.plural)
        return led, self._over_comma(post.last, self._definite(post))

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
        if self._lead(_NO_CUE, index) is not None:
            return True
        if not self.tokens[index].capital or (index in self.reader.places and not self.reader.free(index + 1)):
            return False
        return self.reader.name_at(index, True) is not None

    def _at_counterpart(self, cue: Cue, index: int) -> tuple[Cue, int]:
        plural = self.tokens[index].key == "counterparts"
        mark = self.party_before.get(index)
        party = mark.code if mark else cue.party
        last = index + 1
        if last + 1 < len(self.tokens) and self.tokens[last].key in {"from", "of", "in"}:
            other = self._party_from(last + 1)
            if other is not None:
                party, last = other.code, other.last
        post, borrowed = cue.post, False
        if post is None and self.found and self.found[-1].post:
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

    def _lead(self, cue: Cue, index: int) -> tuple[Cue, int] | None:
        """A rank or a title of respect at `index`, added to the cue."""
        token = self.tokens[index]
        if token.key in force_words() and token.capital and index + 1 < len(self.tokens):
            rank = rank_at(self.tokens, index + 1)
            if rank is not None and not rank.common:
                return replace(cue, rank=rank.name), rank.last
        if token.key in _PRONOUNS and index + 1 < len(self.tokens) and self._is_honorific(index + 1):
            return cue, index + 1
        rank = rank_at(self.tokens, index) if index not in self.reader.blocked else None
        if rank is not None and token.capital and rank.last < len(self.tokens):
            plural = token.text.endswith("s")
            return replace(cue, rank=rank.name, plural=cue.plural or plural), rank.last
        if not self._is_honorific(index):
            return None
        last = index + 1
        while last < len(self.tokens) and self.tokens[last].text in {".", "-"} and token.text != token.text.lower():
            last += 1
        if last < len(self.tokens) and self.tokens[last].text == "," and self._is_honorific(index):
            last = self._over_comma(last, token.key in {"excellency", "majesty", "highness"})
        return replace(cue, honorific=True), last

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
        return token.key in self.words.leading or (token.key in self.words.honorifics and token.key not in _PRONOUNS)

    # -- the name and what follows ---------------------------------------------------------------------------------

    def _at_name(self, cue: Cue, name: Name) -> tuple[Cue, int]:
        post = cue.post
        mention = Mention(
            self.at, name, post=singular(post.title) if post else None, party=cue.party, reason=cue.reason,
            rank=cue.rank, strong=cue.strong, heading=self.reader.titled or self._outside_body(),
            counterpart=cue.counterpart, borrowed=cue.borrowed, shouting=self.reader.shouting,
        )  # fmt: skip
        last = self._after_name(name.last)
        last = self._follow(mention, last)
        parts = len(name.parts)
        mention.weak = mention.strong or (parts > 1 and not mention.heading and self._vouched(cue, name, last))
        self.found.append(mention)
        if cue.plural and last < len(self.tokens) and self.tokens[last].key in _CONNECTORS:
            while last < len(self.tokens) and self.tokens[last].key in _CONNECTORS:
                last += 1
            return cue, last
        return _NO_CUE, last

    def _vouched(self, cue: Cue, name: Name, last: int) -> bool:
        """Whether the words around a name without office or title make it a person's."""
        if cue.agent:
            return True
        return self._verb_at(name.first, last) or self._joined(name.first)

    def _outside_body(self) -> bool:
        return self.marked.sentence.role is Role.HEADLINE

    def _after_name(self, index: int) -> int:
        """Past letters after the name and one bracket: 'MP', '(right)'."""
        tokens = self.tokens
        while index < len(tokens) and tokens[index].key in self.words.post_nominals and tokens[index].text.isupper():
            index += 1
        if index < len(tokens) and tokens[index].text == "(":
            for close in range(index + 1, min(index + 6, len(tokens))):
                if tokens[close].text == ")":
                    return close + 1
        return index

    def _follow(self, mention: Mention, index: int) -> int:
        """Take the party and the office that follow the name; where reading goes on."""
        tokens = self.tokens
        if index + 1 < len(tokens) and tokens[index].key in {"of", "from"}:
            mark = self._party_from(index + 1)
            if mark is not None and (mark.form is PartyForm.NAME or mention.strong):
                mention.party, mention.reason = mention.party or mark.code, mention.reason or "of the country"
                index = mark.last
        post = self._apposition(index)
        if post is not None and (mention.post is None or mention.counterpart or mention.post == "Ambassador"):
            self.apposed.add(post.first)
            mention.post, mention.borrowed = singular(post.title), False
            mention.strong = True
            if post.party and not mention.party:
                mention.party, mention.reason = post.party, self._reason(post)
        elif post is not None and mention.strong:
            self.apposed.add(post.first)
        return index

    def _party_from(self, index: int) -> PartyMark | None:
        mark = self.party_at.get(index)
        if mark is None and index + 1 < len(self.tokens) and self.tokens[index].key == "the":
            mark = self.party_at.get(index + 1)
        return mark

    def _apposition(self, index: int) -> PostMark | None:
        """The office that stands behind a name's comma or in brackets, unless it leads into another name."""
        tokens = self.tokens
        if index >= len(tokens) or tokens[index].text not in {",", "(", "–", "—"}:
            return None
        for ahead in range(index + 1, min(index + 8, len(tokens))):
            post = self.posts.get(ahead)
            if post is not None:
                free = not post.plural and not self._leads_to_name(post.last)
                return post if free else None
            party = ahead in self.reader.blocked and ahead not in self.posts
            if not party and tokens[ahead].key not in self.words.bridges and tokens[ahead].text not in _POSSESSIVES:
                rank = rank_at(tokens, ahead)
                if rank is None:
                    return None
        return None

    def _verb_at(self, first: int, index: int) -> bool:
        """Whether a verb of persons, or an auxiliary, stands here."""
        if index < len(self.tokens) and self.tokens[index].text == ",":
            index += 1
        if index >= len(self.tokens) or self.tokens[index].capital:
            return False
        helped = self.tokens[index].key in self.words.auxiliaries
        if helped and index + 1 < len(self.tokens):
            index += 1
        if not self._subject(first):
            return False
        word = self.tokens[index].key
        known = verb(word)
        return known is not None and known.lemma in self.words.verbs and (helped or known.lemma != word)

    def _subject(self, first: int) -> bool:
        """Whether a clause may begin with what stands at `first`: nothing before it governs it."""
        if first == 0:
            return True
        before = self.tokens[first - 1]
        if before.text in _POSSESSIVES:
            return first - 1 in self.party_before
        return before.key in _CLAUSE_OPENERS or before.text in _OPENING_MARKS

    def _joined(self, first: int) -> bool:
        """Whether the name is joined by 'and' to one that the context vouches for."""
        if first < 2 or self.tokens[first - 1].key != "and" or not self.found:
            return False
        before = self.found[-1]
        return before.strong and before.name.last >= first - 2
