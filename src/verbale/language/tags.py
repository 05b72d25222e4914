"""One tag a token: closed classes by table, verbs by form and context, marked entities as nouns.

A small rule tagger, made for finding predicates and their subjects, not for full parsing. Tags are single letters so
that a sentence's tags read as a string.
"""

from __future__ import annotations

from functools import lru_cache

from verbale.language.marks import Kind, Marked, PartyForm
from verbale.language.quantities_money import is_money
from verbale.language.tag_letters import (
    ADJECTIVE,
    ADVERB,
    BE,
    DATE,
    DETERMINER,
    ENTITY,
    FINITES,
    HAVE,
    MODAL,
    NOMINAL,
    NOUN,
    NUMBER,
    PLAIN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    TO,
    closed_classes,
)
from verbale.language.tag_rescue import rescue
from verbale.language.tag_settling import reduce_participles, settle
from verbale.language.tag_verbs import opens_as_verb, tag_before, verbal_tag
from verbale.language.tokens import Token
from verbale.language.verbs import BASE, ING, PAST, S, verb

_MASKING = ("people", "posts")
# Words whose tag the next one decides.
_BY_NEIGHBOUR = frozenset("once no first last both all each long since together like".split())
_SET_PHRASES = {("so", "far"), ("to", "date"), ("by", "then"), ("by", "now"), ("since", "then"), ("of", "late"),
                ("at", "last"), ("at", "least"), ("in", "part"), ("once", "more"), ("once", "again")}  # fmt: skip
_BEGIN_PHRASE = frozenset(first for first, _ in _SET_PHRASES)
_MEASURES = frozenset({"far", "long", "soon", "much", "early", "well"})  # 'as far as', 'as well as'
_THINGS = ("mechanisms", "instruments", "places")
_ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ary")


def tag(marked: Marked, speech: frozenset[str] = frozenset()) -> list[str]:
    """A tag for every token of the sentence; `speech`: lemmas that may govern a clause without "that"."""
    words = marked.sentence.tokens
    tags = [""] * len(words)
    for name in _MASKING:
        for mark in getattr(marked, name):
            tags[mark.first : mark.last] = [ENTITY] * (mark.last - mark.first)
    for name in _THINGS:
        for mark in getattr(marked, name):
            tags[mark.first : mark.last] = [tags[i] or NOUN for i in range(mark.first, mark.last)]
    for day in marked.dates:
        tags[day.first : day.last] = [DATE] * (day.last - day.first)
    for mark in marked.quantities:
        last = mark.last if is_money(mark.unit) or mark.unit == "percent" else mark.first + 1
        tags[mark.first : last] = [NUMBER] * (last - mark.first)
    for mark in marked.parties:
        letter = ADJECTIVE if mark.form is PartyForm.ADJECTIVE and mark.kind is Kind.PARTY else ENTITY
        for i in range(mark.first, mark.last):
            tags[i] = tags[i] or letter
    closed = closed_classes()
    _set_phrases(words, tags)
    for i, word in enumerate(words):
        if not tags[i]:
            tags[i] = closed.get(word.key) or _open(words, tags, i)
            if tags[i] == ADJECTIVE and opens_as_verb(words, tags, i):
                tags[i] = PLAIN
            if word.key in _BY_NEIGHBOUR:
                tags[i] = _by_neighbour(words, tags, i)
    settle(words, tags)
    reduce_participles(words, tags, speech)
    rescue(words, tags)
    return tags


def _set_phrases(words: tuple[Token, ...], tags: list[str]) -> None:
    """'has so far trained', 'had by then agreed': two words that stand as one adverb inside a verb."""
    for i, word in enumerate(words[:-3]):
        if word.key == "as" and words[i + 1].key in _MEASURES and words[i + 2].key == "as":
            tags[i : i + 3] = [ADVERB, ADVERB, PREPOSITION if words[i + 1].key in {"well", "far"} else SUBORDINATOR]
    if words[0].key == "so" and len(words) > 1 and words[1].key not in {"that", "as", "long"}:
        tags[0] = ADVERB  # 'So we have agreed', 'So far Chile has'
    for i in range(1, len(words) - 2):
        inside = words[i].key in _BEGIN_PHRASE and (words[i].key, words[i + 1].key) in _SET_PHRASES
        if inside and closed_classes().get(words[i - 1].key) in (HAVE, BE, MODAL):
            tags[i] = tags[i + 1] = ADVERB


def _by_neighbour(words: tuple[Token, ...], tags: list[str], i: int) -> str:
    """The tag of 'once', 'no', 'first', 'both' and the like, which the next word decides."""
    if i + 1 >= len(words):
        return tags[i]
    word, ahead = words[i].key, words[i + 1]
    if (word == "once" and ahead.key in {"again", "more"}) or (word == "no" and ahead.key == "longer"):
        return ADVERB
    if word == "long" and i and tags[i - 1] in (HAVE, BE):
        return ADVERB if verb(ahead.key) else tags[i]  # 'has long opposed'
    if word in {"all", "both", "each"} and i and tags[i - 1] in (HAVE, MODAL):
        return ADVERB if verb(ahead.key) or ahead.key == "be" else tags[i]  # 'have all pledged', 'will both be'
    if word in {"all", "both", "each"} and i and _floats(words, tags, i):
        return ADVERB  # 'We both support', 'Chile and Peru each reaffirmed'
    if word == "since" and i and tags[i - 1] == HAVE:
        return ADVERB  # 'have since held talks'
    if word == "like":
        noun = i and tags[i - 1] == NOUN and closed_classes().get(ahead.key) not in (TO, PRONOUN)
        return PREPOSITION if noun else tags[i]  # 'areas like gas', not 'firms like to trade'
    if word == "together":
        return PREPOSITION if ahead.key == "with" else ADVERB
    if word in {"first", "last"} and i and tags[i - 1] in (PRONOUN, ENTITY, BE):
        known = verb(ahead.key)
        return ADVERB if known is not None and PAST in known.forms else tags[i]  # 'was first held', 'Peru last sent'
    return PRONOUN if word == "both" and _verb_follows(ahead, closed_classes()) else tags[i]


def _floats(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """Whether 'both', 'all' or 'each' stands between a subject and its verb."""
    subject = tags[i - 1] == PRONOUN or (tags[i - 1] == ENTITY and FINITES.isdisjoint(tags[:i]))
    known = verb(words[i + 1].key)
    acts = known is not None and (PAST in known.forms or BASE in known.forms)
    return subject and (acts or closed_classes().get(words[i + 1].key) in (ADVERB, HAVE, BE, MODAL))


def _verb_follows(word: Token, closed: dict[str, str]) -> bool:
    """Whether 'both' before this word stands alone: 'both pledged', 'both also noted', 'both have agreed'."""
    known = verb(word.key)
    return closed.get(word.key) in (ADVERB, HAVE, BE, MODAL) or (known is not None and PAST in known.forms)


def _governs(words: tuple[Token, ...], i: int) -> bool:
    """Whether an unknown word behind 'to' has an object: 'to digitise the ports', not 'to human rights'."""
    ahead = words[i + 1] if i + 1 < len(words) else None
    return ahead is not None and (ahead.key in closed_classes() or ahead.capital)


def _ends_phrase(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'the *removal* of mines', 'the *initiative* has': an adjective by its look with no noun behind it."""
    if tag_before(tags, i) not in (DETERMINER, POSSESSIVE, ADJECTIVE, NOUN, ENTITY):
        return False
    if i + 1 >= len(words) or words[i + 1].text in {".", ",", ";", ":", ")"}:
        return i + 1 >= len(words) or words[i + 1].text != ","
    known = verb(words[i + 1].key)
    if known is not None and S in known.forms and not known.nounlike and i + 2 < len(words):
        follows = closed_classes().get(words[i + 2].key, NOUN)  # 'the initiative involves enhanced …'
        return words[i + 2].text[0].isalpha() and follows in (NOUN, DETERMINER, ADJECTIVE)
    return closed_classes().get(words[i + 1].key) in (PREPOSITION, BE, HAVE, MODAL, RELATIVE, SUBORDINATOR, TO)


@lru_cache(maxsize=16384)
def _look(key: str) -> str:
    """The tag that the ending of a word suggests."""
    if key.endswith("ly") and len(key) > 4:
        return ADVERB
    return ADJECTIVE if key.endswith(_ADJECTIVE_ENDINGS) and len(key) > 5 else NOUN


def _open(words: tuple[Token, ...], tags: list[str], i: int) -> str:
    """The tag of an open-class word, from its form and what stands before it."""
    word = words[i]
    if not word.text[0].isalnum():
        if word.key == "'s":
            return BE if i and (tags[i - 1] == PRONOUN or words[i - 1].key in {"that", "there", "here"}) else POSSESSIVE
        if word.key in closed_classes():
            return closed_classes()[word.key]
        if word.text == "[" and i + 1 < len(words) and words[i + 1].text[0].isalpha():
            return ADVERB  # a link opens: 'have [launched a partnership](…)'
        return POSSESSIVE if word.key == "'" and i and tags[i - 1] in NOMINAL else PUNCTUATION
    if word.text[0].isdigit():
        return NUMBER
    known = verb(word.key)
    if known is None:
        if i and tags[i - 1] == TO and word.text.islower() and _governs(words, i):
            return PLAIN
        look = _look(word.key)
        return NOUN if look == ADJECTIVE and _ends_phrase(words, tags, i) else look
    before = tag_before(tags, i)
    if word.capital and i and before in (NOUN, ENTITY, ADJECTIVE) and words[i - 1].capital and ING not in known.forms:
        return NOUN  # inside a capitalised name
    return verbal_tag(words, tags, i, known, before)
