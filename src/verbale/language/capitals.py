"""Whether a capital or a house of government stands for its government or is the place where something happens.

'Washington and Hanoi agreed' and 'urged Beijing to' name governments; 'in Washington', 'Hanoi, 8 May' and 'the Hanoi
summit' name places; 'Hanoi University' and 'George Washington' name neither.
"""

from __future__ import annotations

from typing import NamedTuple

from verbale.language import geography
from verbale.language.after_place import after_place
from verbale.language.before_place import before_place
from verbale.language.geography import AUXILIARIES, DASHES, Geo, Role, Sense
from verbale.language.phrases import Hit
from verbale.language.sentences import Sentence
from verbale.language.tokens import Token
from verbale.language.verbs import verb

_CITYLIKE = frozenset({Role.CAPITAL, Role.CITY, Role.HOUSE, Role.HALL, Role.REGION})
_LINKS = frozenset({"and", "or", ",", "&", "/", "-", "–", "—"})


class Names(NamedTuple):
    """The geographic names of a sentence, and the senses of those that may be places, by index of their first token."""

    hits: list[Hit[Geo]]
    senses: dict[int, Sense]


def names_of(sentence: Sentence) -> Names:
    """The geographic names of a sentence, for the finders of parties and of places alike."""
    hits = geography.find(sentence.tokens)
    return Names(hits, senses(sentence, hits))


def senses(sentence: Sentence, hits: list[Hit[Geo]]) -> dict[int, Sense]:
    """The sense of every city, house and hall among `hits`, by index of its first token."""
    found: dict[int, Sense] = {}
    for number, hit in enumerate(hits):
        if hit.value.role in _CITYLIKE:
            before = hits[number - 1] if number else None
            after = hits[number + 1] if number + 1 < len(hits) else None
            sense = _sense(sentence, hit, before, after, found)
            found[hit.first] = sense
    return found


def _sense(
    sentence: Sentence, hit: Hit[Geo], before: Hit[Geo] | None, after: Hit[Geo] | None, found: dict[int, Sense]
) -> Sense:
    words = sentence.tokens
    governs = hit.value.role in (Role.CAPITAL, Role.HOUSE)
    if words[hit.last - 1].key in {"d.c.", "dc"} or _stands_alone(words, hit):
        return Sense.PLACE
    following = after_place(words, hit)
    if following is Sense.NEITHER:
        return Sense.NEITHER
    before_says = before_place(words, hit)
    if before_says is Sense.NEITHER and following is None and (hit.value.personal or not geography.titled(sentence)):
        return Sense.NEITHER
    if before_says is Sense.PARTY or following is Sense.PARTY:
        return Sense.PARTY if governs else Sense.PLACE
    if before_says is Sense.PLACE or following is Sense.PLACE:
        return Sense.PLACE
    if _ends_line(words, hit, before):
        return Sense.PLACE
    linked = _linked(words, hit, before, after, found)
    if linked is not None and hit.value.role is not Role.HALL:
        return linked if governs else Sense.PLACE
    if hit.value.role is Role.CITY and _names_go_on(sentence, hit):
        return Sense.NEITHER
    if hit.value.role is Role.HALL or (hit.value.role is not Role.CAPITAL and hit.value.personal):
        return Sense.NEITHER
    if not governs:
        return Sense.PLACE
    if _acts(words, hit.last) or _is_acted_on(words, hit.first):
        return Sense.PARTY
    return _remaining(hit, sentence)


def _stands_alone(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """A line of its own that names only the city: where a text was issued."""
    return (
        hit.first == 0 and all(not word.text.isalnum() for word in words[hit.last :]) and hit.value.role is Role.CAPITAL
    )


def _names_go_on(sentence: Sentence, hit: Hit[Geo]) -> bool:
    """'Kano Koji': a capitalised word after a city that no preposition governs makes it a person's."""
    following = sentence.tokens[hit.last] if hit.last < len(sentence.tokens) else None
    if following is None or not following.capital or not following.text.isalpha() or following.text.isupper():
        return False
    return following.key not in geography.words("offices") and not geography.titled(sentence)


def _ends_line(words: tuple[Token, ...], hit: Hit[Geo], before: Hit[Geo] | None) -> bool:
    """'Remarks by the Prime Minister of Australia, Jakarta'."""
    if not hit.first or words[hit.first - 1].text != "," or hit.last < len(words):
        return False
    return before is None or before.last < hit.first - 1 or before.value.role is not Role.CAPITAL


def _remaining(hit: Hit[Geo], sentence: Sentence) -> Sense:
    """No other sign: a house is the government, 'Beijing officials' are, 'the Hanoi book fair' is in the city."""
    if hit.value.role is Role.HOUSE:
        return Sense.PARTY
    following = sentence.tokens[hit.last] if hit.last < len(sentence.tokens) else None
    if following is not None and following.text.isalpha() and not following.capital:
        if following.key in geography.words("heads"):
            return Sense.PARTY
        if following.key not in geography.words("not_nouns"):
            return Sense.PLACE
    return Sense.PARTY if sentence.heading and not hit.value.personal else Sense.NEITHER


def _linked(
    words: tuple[Token, ...],
    hit: Hit[Geo],
    before: Hit[Geo] | None,
    after: Hit[Geo] | None,
    found: dict[int, Sense],
) -> Sense | None:
    """The sense of a name in a list is that of the name beside it."""
    if before is not None and _only_links(words, before.last, hit.first):
        if before.value.role in _CITYLIKE:
            known = found.get(before.first)
            return known if known is not Sense.NEITHER else None
        if before.value.role in (Role.STATE, Role.SHORT, Role.BODY):
            return Sense.PARTY
    if after is None or not _only_links(words, hit.last, after.first):
        return None
    if after.value.role in (Role.STATE, Role.SHORT, Role.BODY):
        return Sense.PARTY
    if after.value.role is Role.CITY:
        return Sense.PLACE
    tight = words[hit.last].text in DASHES
    acting = tight or _acts(words, after.last) or after_place(words, after) is Sense.PARTY
    return Sense.PARTY if after.value.role in (Role.CAPITAL, Role.HOUSE) and acting else None


def _only_links(words: tuple[Token, ...], first: int, last: int) -> bool:
    between = [w.key for w in words[first:last] if w.key != "the"]
    return 0 < len(between) <= 2 and all(word in _LINKS for word in between)


_ASIDES = frozenset({"however", "meanwhile", "though", "too", "which", "whose"})  # 'Tehran, however, refused'

_TURNS = frozenset({("on", "the"), ("for", "its"), ("in", "turn"), ("he", "said"), ("she", "said"), ("in", "return")})
_ADDED = frozenset({"too", "also", "alone", "itself"})


_BETWEEN = frozenset(
    "too also again already still now later soon then swiftly promptly itself long repeatedly recently previously "
    "initially formally officially reportedly".split()
)


def _acts(words: tuple[Token, ...], last: int) -> bool:
    """Whether a verb follows: the name is its subject."""
    if last >= len(words):
        return False
    if words[last].key in _BETWEEN and last + 1 < len(words):
        last += 1  # 'Moscow too welcomed', 'Hanoi again rejected'
    word = words[last]
    if word.text == "," and last + 1 < len(words):
        aside = tuple(w.key for w in words[last + 1 : last + 3])
        return words[last + 1].key in _ASIDES or aside in _TURNS
    if word.key in _ADDED and last + 1 < len(words):
        return _acts(words, last + 1)  # 'Tehran too refused'
    if word.key in AUXILIARIES:
        return True
    known = verb(word.key)
    return known is not None and known.forms != "g" and not word.capital


_CLAUSE_STARTS = frozenset(
    "both that but while which whom what how why whether as if when because since although".split()
)


def _is_acted_on(words: tuple[Token, ...], first: int) -> bool:
    """Whether a transitive verb stands before: 'urged Beijing', 'pressing Washington', 'both Hanoi and'."""
    if not first:
        return False
    word = words[first - 1]
    return word.key in _CLAUSE_STARTS or (not word.capital and (verb(word.key) is not None or word.key.endswith("ed")))
