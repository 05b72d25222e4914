"""Whether a capital or a house of government stands for its government or is the place where something happens.

'Washington and Hanoi agreed' and 'urged Beijing to' name governments; 'in Washington', 'Hanoi, 8 May' and 'the Hanoi
summit' name places; 'Hanoi University' and 'George Washington' name neither.
"""

from __future__ import annotations

from enum import Enum

from verbale.language import geography
from verbale.language.geography import Geo, Role
from verbale.language.naming import is_titled
from verbale.language.phrases import Hit
from verbale.language.sentences import Sentence
from verbale.language.tokens import Token
from verbale.language.verbs import verb


class Sense(Enum):
    """What a name stands for in its sentence."""

    PARTY = 1
    PLACE = 2
    NEITHER = 3


_CITYLIKE = frozenset({Role.CAPITAL, Role.CITY, Role.HOUSE, Role.HALL, Role.REGION})
_PLACE_PREPOSITIONS = frozenset("in at from to into near outside inside around across within throughout via".split())
_PARTY_PREPOSITIONS = frozenset("with by for against between on over toward towards upon about like than".split())
_LINKS = frozenset({"and", "or", ",", "&", "/", "-", "–", "—"})
_GATHERINGS = frozenset({"summit", "conference", "meeting"})
_DASHES = frozenset({"-", "–", "—", "―"})
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)
_AUXILIARIES = frozenset(
    "is are was were has have had will would shall should can could may might must do does did also not now".split()
)


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
    following = _following(words, hit)
    if following is Sense.NEITHER:
        return Sense.NEITHER
    by_left = _by_left(words, hit)
    if by_left is Sense.NEITHER and following is None and (hit.value.personal or not is_titled(sentence)):
        return Sense.NEITHER
    if by_left is Sense.PARTY or following is Sense.PARTY:
        return Sense.PARTY if governs else Sense.PLACE
    if by_left is Sense.PLACE or following is Sense.PLACE:
        return Sense.PLACE
    linked = _linked(words, hit, before, after, found)
    if linked is not None:
        return linked if governs else Sense.PLACE
    if hit.value.role is Role.HALL or (hit.value.role is not Role.CAPITAL and hit.value.personal):
        return Sense.NEITHER
    if not governs:
        return Sense.PLACE
    return Sense.PARTY if _acts(words, hit.last) or _is_acted_on(words, hit.first) else _remaining(hit, sentence)


def _stands_alone(words: tuple[Token, ...], hit: Hit[Geo]) -> bool:
    """A line of its own that names only the city: where a text was issued."""
    return (
        hit.first == 0 and all(not word.text.isalnum() for word in words[hit.last :]) and hit.value.role is Role.CAPITAL
    )


def _remaining(hit: Hit[Geo], sentence: Sentence) -> Sense:
    """No sign either way: a house of government is the government; a capital is left open outside headlines."""
    if hit.value.role is Role.HOUSE or (sentence.heading and not hit.value.personal):
        return Sense.PARTY
    return Sense.NEITHER


def _following(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """What the words right after the name say."""
    if hit.last >= len(words):
        return None
    word = words[hit.last]
    if word.key == "'s":
        return _possessed(words, hit)
    if word.text in _DASHES:
        return _before_dash(words, hit)
    if word.text == "(":
        return Sense.PLACE if hit.first == 0 else None
    if word.text == ",":
        return _before_comma(words, hit)
    if word.key in geography.words("events") and hit.value.role is not Role.HOUSE:
        return Sense.PLACE
    if word.capital and word.text.isalpha():
        return _before_capital(words, hit)
    return None


def _possessed(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """'Hanoi's Old Quarter' is of the city, 'Hanoi's support' of the government."""
    sites = geography.words("sites")
    for index, word in enumerate(words[hit.last + 1 : hit.last + 6]):
        if word.key in sites and (index or word.capital):
            return Sense.PLACE
        if not word.capital:
            break
    if hit.value.role in (Role.CAPITAL, Role.HOUSE):
        return Sense.PARTY
    return None if hit.value.personal else Sense.PLACE  # 'Clark's visit'


def _before_dash(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    after = hit.last + 1
    if after >= len(words):
        return None
    tight = words[hit.last - 1].end == words[hit.last].start and words[hit.last].end == words[after].start
    if hit.first == 0 and not tight:
        return Sense.PLACE  # 'HANOI – The minister said'
    if tight and words[after].key in {"based", "born", "area", "educated"}:
        return Sense.PLACE
    return None


def _before_comma(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """'Hanoi, Vietnam' and 'Hanoi, 8 May 2025'."""
    after = hit.last + 1
    if after >= len(words):
        return None
    word = words[after]
    if word.key in _MONTHS or (word.text[:1].isdigit() and hit.first == 0):
        return Sense.PLACE
    named = geography.at(words, after)
    if named is None or named.role not in (Role.STATE, Role.SHORT, Role.REGION):
        return None
    return Sense.PLACE if set(named.countries) & set(hit.value.countries) else None


def _before_capital(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """'Hanoi Convention' is no place, 'Hanoi Opera House' is one, 'Sydney Smith' is a person."""
    word = words[hit.last]
    if words[hit.last - 1].text.isupper() and len(words[hit.last - 1].text) > 3 and word.text.isupper():
        return None  # a line in capitals
    for other in words[hit.last : hit.last + 4]:
        if other.key in _GATHERINGS:
            return Sense.PLACE
        if other.text in _DASHES or other.text == "/":
            continue
        if not other.capital or not other.text.isalpha():
            break
        if other.key in geography.words("texts_after"):
            return Sense.NEITHER
    if word.key in geography.words("venues_after"):
        return Sense.PLACE
    if word.key in geography.words("titles") or word.key in geography.words("offices") or word.key in _MONTHS:
        return None
    return Sense.NEITHER if hit.value.personal else None


def _by_left(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """What the words right before the name say."""
    first = hit.first
    if first and words[first - 1].key == "the":
        first -= 1
    if not first:
        return None
    word = words[first - 1]
    governing = words[first - 2].key if first > 1 else ""
    if word.key == "'s" and hit.value.role in (Role.HALL, Role.CITY):
        return Sense.PLACE  # 'Mexico's National Palace'
    if word.key in _PLACE_PREPOSITIONS:
        return _after_preposition(words, hit, word.key, governing)
    if word.key in _PARTY_PREPOSITIONS:
        return _after_party_preposition(words, first - 1, hit)
    if word.key == "of":
        return _after_of(hit, governing)
    if word.key in geography.words("going") or word.key in {"capital", "city", "town", "port"}:
        return Sense.PLACE
    if word.capital and word.text.isalpha() and len(word.text) > 1 and not word.text.isupper():
        return _after_capital(words, first, hit)
    if word.text == "." and first > 1 and len(words[first - 2].text) == 1 and words[first - 2].capital:
        return Sense.NEITHER  # 'Booker T. Washington'
    return None


def _after_preposition(words: tuple[Token, ...], hit: Hit[Geo], preposition: str, governing: str) -> Sense:
    possessive = hit.last < len(words) and words[hit.last].key == "'s"
    if possessive and hit.value.role in (Role.CAPITAL, Role.HOUSE):
        return _possessed(words, hit) or Sense.PLACE
    if preposition in {"to", "from"} and governing in geography.words("dealings"):
        return Sense.PARTY if hit.value.role in (Role.CAPITAL, Role.HOUSE) else Sense.PLACE
    return Sense.PLACE


_LEAVING = frozenset({"leave", "depart", "head", "fly"})


def _after_party_preposition(words: tuple[Token, ...], at: int, hit: Hit[Geo]) -> Sense | None:
    """'with Hanoi' names a government, 'left Hanoi for Washington' and 'between Hanoi and Da Nang' cities."""
    if hit.value.role not in (Role.CAPITAL, Role.HOUSE):
        return None
    before = words[max(0, at - 4) : at]
    if words[at].key in {"for", "towards", "toward"}:
        known = (verb(word.key) for word in before if not word.capital)
        return Sense.PLACE if any(k is not None and k.lemma in _LEAVING for k in known) else Sense.PARTY
    if words[at].key == "between" and hit.last + 1 < len(words):
        other = geography.at(words, hit.last + 1)
        return Sense.PLACE if other is not None and other.role is Role.CITY else Sense.PARTY
    return None if before and before[-1].key == "based" else Sense.PARTY


def _after_of(hit: Hit[Geo], governing: str) -> Sense | None:
    if governing in geography.words("institutions_before"):
        return Sense.NEITHER
    if governing in geography.words("of_governments"):
        return Sense.PARTY
    return Sense.PLACE


def _after_capital(words: tuple[Token, ...], first: int, hit: Hit[Geo]) -> Sense | None:
    """A capitalised word before the name: a person's forename, unless it is an ordinary word that may stand there."""
    word = words[first - 1]
    if first == 1 and (word.key in _AUXILIARIES or verb(word.key) is not None):
        return None
    if word.key in geography.words("titles"):
        return Sense.NEITHER  # 'President Lagos'
    named = geography.lookup(word.text)
    if named is not None and named.role in (Role.ADJECTIVE, Role.STATE, Role.SHORT):
        return None
    return Sense.NEITHER


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
    tight = words[hit.last].text in _DASHES
    acting = tight or _acts(words, after.last) or _following(words, after) is Sense.PARTY
    return Sense.PARTY if after.value.role in (Role.CAPITAL, Role.HOUSE) and acting else None


def _only_links(words: tuple[Token, ...], first: int, last: int) -> bool:
    between = [w.key for w in words[first:last] if w.key != "the"]
    return 0 < len(between) <= 2 and all(word in _LINKS for word in between)


def _acts(words: tuple[Token, ...], last: int) -> bool:
    """Whether a verb follows: the name is its subject."""
    if last >= len(words):
        return False
    word = words[last]
    if word.key in _AUXILIARIES:
        return True
    known = verb(word.key)
    return known is not None and known.forms != "g" and not word.capital


def _is_acted_on(words: tuple[Token, ...], first: int) -> bool:
    """Whether a transitive verb stands before: 'urged Beijing', 'pressing Washington', 'both Hanoi and'."""
    if not first:
        return False
    word = words[first - 1]
    return word.key in {"both", "that", "but", "while"} or (verb(word.key) is not None and not word.capital)
