"""Who appears in a document: people with their party, office and rank, and what else they are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, PersonMark
from verbale.language.post_words import folded, singular
from verbale.language.ranks import rank_at
from verbale.language.spelling import fold
from verbale.language.tokens import Token, tokens

_GENERIC = frozenset({"official", "leader", "diplomat", "guest", "host", "chief", "head", "envoy", "visitor"})


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the story. `post` is the office as worded, without its country; `side_reason` says by what words the
    party is known; `aliases` are the forms under which the document names the person, the fullest first."""

    name: str
    party: str | None = None
    post: str | None = None
    rank: str | None = None
    side_reason: str = ""
    first_sentence: int = 0
    aliases: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cast:
    """The people of a document and, sentence by sentence, where they are named. Indices into `people` identify them."""

    people: tuple[Person, ...] = ()
    marks: tuple[tuple[PersonMark, ...], ...] = ()

    @cached_property
    def _offices(self) -> list[frozenset[str]]:
        """For each person, the words of all offices and the rank."""
        return [
            frozenset(word for title in (*person.posts, person.rank or "") for word in folded(title).split())
            for person in self.people
        ]

    def by_post(self, words: str, party: str | None = None) -> int | None:
        """The one person whose office holds all these words ('deputy minister', 'general'), or None.

        With `party`, only people of that party count; without, the office must be held by one person alone.
        """
        candidates = self.with_post(words, party)
        if len(candidates) > 1:  # 'the Defence Secretary' is no 'Secretary General in the Ministry of Defence'
            exact = {i for i in self.by_office.get(tuple(fold(words).split()), ()) if i in candidates}
            candidates = list(exact)
        return candidates[0] if len(candidates) == 1 else None

    def with_post(self, words: str, party: str | None = None) -> list[int]:
        """All people whose office holds all these words, of `party` where it is given."""
        key = (words, party)
        if key not in self._answered:
            self._answered[key] = self._look_up(words, party)
        return self._answered[key]

    @cached_property
    def _answered(self) -> dict[tuple[str, str | None], list[int]]:
        """What was asked before: the same descriptions come again and again."""
        return {}

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """For each word of an office, those who hold one with it."""
        found: dict[str, list[int]] = {}
        for index, words in enumerate(self._offices):
            for word in words:
                found.setdefault(word, []).append(index)
        return found

    def _look_up(self, words: str, party: str | None) -> list[int]:
        wanted = set(folded(singular(words)).split())
        if not wanted:
            return []
        rarest = min((self._by_word.get(word, []) for word in wanted), key=len)
        return [i for i in rarest if wanted <= self._offices[i] and party in (None, self.people[i].party)]

    @cached_property
    def by_office(self) -> dict[tuple[str, ...], list[int]]:
        """For each office, its words folded, those who hold just this."""
        found: dict[tuple[str, ...], list[int]] = {}
        for index, person in enumerate(self.people):
            found.setdefault(tuple(fold(person.post or "").split()), []).append(index)
        return found

    @cached_property
    def by_name(self) -> dict[str, list[int]]:
        """For each part of a name, folded, those who have it."""
        found: dict[str, list[int]] = {}
        for index, person in enumerate(self.people):
            for part in dict.fromkeys(fold(person.name).split()):
                found.setdefault(part, []).append(index)
        return found


def assign_party(cast: Cast, person: int, code: str, reason: str) -> Cast:
    """The cast with the party of one person set, and the reason for it; raises IndexError for an unknown person."""
    people = list(cast.people)
    people[person] = replace(people[person], party=code, side_reason=reason)
    return Cast(tuple(people), cast.marks)


def resolve_description(cast: Cast, marked: Marked, first: int, last: int, recent: Sequence[int] = ()) -> int | None:
    """The person meant by tokens `first` to `last` of a sentence: 'the Vietnamese minister', 'the ambassador'.

    `recent` lists people named before, the latest first; it decides between several that fit. None where nobody fits,
    where the words are plural, or where two fit and neither was named lately.
    """
    words = marked.sentence.tokens[first:last]
    parties = {mark.code for mark in marked.parties if first <= mark.first and mark.last <= last}
    if len(parties) > 1 or any(singular(token.key) != token.key for token in words):
        return None
    party = next(iter(parties), None)
    taken = covered(marked.parties)
    office = _office_words([token for i, token in enumerate(words, first) if i not in taken])
    if office in _GENERIC:
        candidates = [i for i, person in enumerate(cast.people) if party and person.party == party]
    else:
        candidates = cast.with_post(office, party) if office else []
    if len(candidates) == 1:
        return candidates[0]
    return next((index for index in recent if index in candidates), None)


def _office_words(words: Sequence[Token]) -> str:
    """The office in a description, without determiners: 'the then deputy minister' → 'deputy minister'."""
    kept: list[str] = []
    index = 0
    while index < len(words):
        rank = rank_at(words, index)
        if rank is not None and rank.last - index > 1:
            kept.extend(part.key for part in tokens(rank.name))
            index = rank.last
            continue
        if words[index].text[:1].isalnum() and words[index].key not in _DETERMINERS:
            kept.append(words[index].key)
        index += 1
    return " ".join(kept)


_DETERMINERS = frozenset(
    "the a an his her their its this that our my your then former current visiting new senior top both said".split()
)
