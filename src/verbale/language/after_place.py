"""What the words after a city's or a house's name say of it: 'Hanoi, 8 May', 'Hanoi's support', 'Hanoi University'."""

from __future__ import annotations

from verbale.language import geography
from verbale.language.geography import BUILDINGS, DASHES, Geo, Role, Sense
from verbale.language.phrases import Hit
from verbale.language.tokens import Token

_GATHERINGS = frozenset({"summit", "conference", "meeting"})
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul "
    "aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday".split()
)


def after_place(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """What the words right after the name say."""
    if hit.last >= len(words):
        return None
    word = words[hit.last]
    if word.key == "'s":
        return possessed(words, hit)
    if hit.value.role not in BUILDINGS and _is_date(words, hit.last):
        return Sense.PLACE  # 'CANBERRA 11 August'
    if word.text == ":" and hit.first == 0 and words[0].text.isupper():
        return Sense.PLACE  # 'DOHA: The minister said'
    if word.text in DASHES:
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


def possessed(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """'Hanoi's Old Quarter' is of the city, 'Hanoi's support' of the government."""
    sites = geography.words("sites")
    if hit.last + 1 < len(words) and words[hit.last + 1].key in geography.words("city_parts"):
        return Sense.PLACE
    for index, word in enumerate(words[hit.last + 1 : hit.last + 6]):
        if word.key in sites and (index or word.capital):
            return Sense.PLACE
        if not word.capital:
            break
    if hit.value.personal or hit.value.role is Role.HALL:
        return None  # 'Clark's visit'
    return Sense.PARTY if hit.value.role in (Role.CAPITAL, Role.HOUSE) else Sense.PLACE


def _before_dash(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    after = hit.last + 1
    if after >= len(words):
        return None
    tight = words[hit.last - 1].end == words[hit.last].start and words[hit.last].end == words[after].start
    if hit.first == 0 and not tight:
        return Sense.PLACE  # 'HANOI – The minister said'
    if tight and words[after].key in {"based", "born", "area", "educated"}:
        return Sense.PLACE
    if tight and words[after].text[0].islower() and hit.value.role is Role.CAPITAL:
        return Sense.PARTY  # 'the Washington-led coalition'
    return None


def _before_comma(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """'Hanoi, Vietnam' and 'Hanoi, 8 May 2025'; 'The White House, 8 May' is who issued a text."""
    after = hit.last + 1
    if after >= len(words) or hit.value.role is Role.HOUSE:
        return None
    if hit.value.role is Role.HALL:
        city = geography.at(words, after)
        return Sense.PLACE if city is not None and city.countries == hit.value.countries else None
    if _is_date(words, after) or (words[after].text[:1].isdigit() and hit.first == 0):
        return Sense.PLACE
    named = geography.at(words, after)
    if named is None and hit.first == 0 and words[after].text.isupper() and words[after].text.isalpha():
        return Sense.PLACE  # 'Hanoi, VNA'
    if named is None or named.role not in (Role.STATE, Role.SHORT, Role.REGION):
        return None
    return Sense.PLACE if set(named.countries) & set(hit.value.countries) else None


def _is_date(words: tuple[Token, ...], index: int) -> bool:
    """A date starts here: '8 May', 'May 8', 'Tuesday'."""
    if words[index].text[:1].isdigit() and index + 1 < len(words):
        index += 1
    word = words[index]
    return (word.key in _MONTHS and word.capital and word.key not in {"may", "mar", "sun"}) or word.text in {
        "May",
        "MAY",
    }


def _before_capital(words: tuple[Token, ...], hit: Hit[Geo]) -> Sense | None:
    """'Hanoi Convention' is no place, 'Hanoi Opera House' is one, 'Sydney Smith' is a person."""
    word = words[hit.last]
    for other in words[hit.last : hit.last + 4]:
        if other.key in _GATHERINGS:
            return Sense.PLACE
        if other.text in DASHES or other.text == "/":
            continue
        if not other.capital or not other.text.isalpha():
            break
        if other.key in geography.words("texts_after"):
            return Sense.NEITHER
    if word.key in geography.words("venues_after"):
        return Sense.PLACE
    if word.key in geography.words("titles") or word.key in geography.words("offices") or word.key in _MONTHS:
        return None
    if word.text.isupper():
        return None  # a line in capitals
    return Sense.NEITHER if hit.value.personal else None
