"""What the words before a city's or a house's name say of it: 'in Washington', 'urged Beijing', 'George Washington'."""

from __future__ import annotations

from verbale.language import geography
from verbale.language.after_place import possessed
from verbale.language.geography import AUXILIARIES, BUILDINGS, Geo, Role, Sense
from verbale.language.phrases import Hit
from verbale.language.tokens import Token
from verbale.language.verbs import verb

_PLACE_PREPOSITIONS = frozenset("in at from to into near outside inside around across within throughout via".split())
_AT = frozenset("in at to into near outside inside around".split())  # what makes a building a place
_PARTY_PREPOSITIONS = frozenset("with by for against between on over toward towards upon about like than".split())


def before_place(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """What the words right before the name say."""
    first = hit.first
    if first and hit.value.role is Role.HOUSE and _is_of(words[first - 1], hit):
        first -= 1  # 'at the U.S. Department of State'
    if first and words[first - 1].key == "the":
        first -= 1
    if not first:
        return None
    word = words[first - 1]
    governing = words[first - 2].key if first > 1 else ""
    if word.key == "'s" and hit.value.role in (Role.HALL, Role.CITY) and "*" not in hit.value.countries:
        return Sense.PLACE  # 'Mexico's National Palace'
    if word.text == "-" and hit.value.role is not Role.CAPITAL and first > 1 and words[first - 2].capital:
        return Sense.NEITHER if geography.at(words, first - 2) is None else None  # 'Al-Sabah'
    if word.key in _PLACE_PREPOSITIONS:
        return _after_preposition(words, hit, word.key, governing)
    if word.key in _PARTY_PREPOSITIONS:
        return _after_party_preposition(words, first - 1, hit)
    if word.key == "of":
        return _after_of(hit, governing)
    if word.key in geography.words("going") or word.key in {"capital", "city", "town", "port"}:
        return Sense.PLACE
    if word.capital and word.text.isalpha() and len(word.text) > 1:
        return None if words[hit.first].text.isupper() and word.text.isupper() else _after_capital(words, first, hit)
    if word.text == "." and first > 1 and len(words[first - 2].text) == 1 and words[first - 2].capital:
        return Sense.NEITHER  # 'Booker T. Washington'
    return None


def _is_of(word: Token, hit: Hit[Geo]) -> bool:
    named = geography.lookup(word.text)
    return named is not None and named.code == hit.value.code


def _after_preposition(words: tuple[Token, ...], hit: Hit[Geo], preposition: str, governing: str) -> Sense:
    if hit.value.role in BUILDINGS and preposition not in _AT:
        return Sense.PARTY if hit.value.role is Role.HOUSE else Sense.NEITHER
    possessive = hit.last < len(words) and words[hit.last].key == "'s"
    if possessive and hit.value.role in (Role.CAPITAL, Role.HOUSE):
        return possessed(words, hit) or Sense.PLACE
    if preposition in {"to", "from", "at"} and governing in geography.words("dealings"):
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
    if hit.value.role in BUILDINGS:
        return (
            Sense.PARTY if hit.value.role is Role.HOUSE else Sense.NEITHER
        )  # 'courtesy of the Prime Minister's Office'
    if governing in geography.words("institutions_before"):
        return Sense.NEITHER
    if governing in geography.words("of_governments"):
        return Sense.PARTY
    return Sense.PLACE


def _after_capital(words: tuple[Token, ...], first: int, hit: Hit[Geo]) -> Sense | None:
    """A capitalised word before the name: a person's forename, unless it is an ordinary word that may stand there."""
    word = words[first - 1]
    if first == 1 and (word.key in AUXILIARIES or verb(word.key) is not None):
        return None
    if word.key in geography.words("titles"):
        return Sense.NEITHER  # 'President Lagos'
    named = geography.lookup(word.text)
    if named is not None and named.role in (Role.ADJECTIVE, Role.STATE, Role.SHORT):
        return None
    return Sense.NEITHER
