"""One tag a token: closed classes by table, verbs by form and context, marked entities as nouns.

A small rule tagger, made for finding predicates and their subjects, not for full parsing. Tags are single letters so
that a sentence's tags read as a string.
"""

from __future__ import annotations

from functools import cache

from verbale.language.marks import Kind, Marked, PartyForm
from verbale.language.tokens import Token
from verbale.language.verbs import BASE, ING, PARTICIPLE, PAST, S, Verb, verb
from verbale.model.vocabulary import load

NOUN, ENTITY, ADJECTIVE, DETERMINER = "N", "E", "J", "D"
PREPOSITION, COORDINATOR, SUBORDINATOR, RELATIVE = "P", "C", "S", "W"
PRONOUN, OBJECT, MODAL, BE, HAVE, DO, TO = "R", "O", "M", "A", "H", "Q", "T"
ADVERB, NUMBER, POSSESSIVE, PUNCTUATION, DATE = "B", "U", "G", "X", "Z"
FINITE, PLAIN, PAST_PARTICIPLE, GERUND = "V", "I", "K", "L"
# V finite verb; I base form after to, a modal or do; K participle after be or have, or one that modifies a noun
# before it; L an -ing form.

_CLASS = {
    "determiner": DETERMINER, "preposition": PREPOSITION, "coordinator": COORDINATOR, "subordinator": SUBORDINATOR,
    "relative": RELATIVE, "pronoun": PRONOUN, "object": OBJECT, "modal": MODAL, "be": BE, "have": HAVE, "do": DO,
    "adverb": ADVERB, "adjective": ADJECTIVE,
}  # fmt: skip
_NOMINAL = frozenset("NEUZ")
_STANDING = frozenset({"ready", "by", "with", "firm", "for", "at"})
_DEMONSTRATIVES = frozenset({"this", "that"})
_TWO_CLASSES = frozenset({"since", "until", "till", "than"})
_PLURAL_PRONOUNS = frozenset({"i", "we", "they", "you", "who"})
_MASKING = ("people", "posts")
_THINGS = ("mechanisms", "instruments", "places")
_ADJECTIVE_ENDINGS = ("al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ary")


@cache
def _closed() -> dict[str, str]:
    table = load("word-classes")
    closed: dict[str, str] = {}
    for name in _CLASS:
        words = table[name]
        for word in words.split():
            closed.setdefault(word, _CLASS[name])
    closed["to"] = TO
    closed["that"] = SUBORDINATOR
    closed["who"] = RELATIVE
    return closed


@cache
def agent_plurals() -> frozenset[str]:
    """Keys of plural nouns that act ('sides', 'ministers')."""
    return frozenset(load("agents")["plural"].split())


@cache
def agent_singulars() -> frozenset[str]:
    """Keys of singular nouns that act ('minister', 'delegation')."""
    return frozenset(load("agents")["singular"].split())


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
        money = len(mark.unit) == 3 and mark.unit.isupper()
        last = mark.last if money or mark.unit == "percent" else mark.first + 1
        tags[mark.first : last] = [NUMBER] * (last - mark.first)
    for mark in marked.parties:
        letter = ADJECTIVE if mark.form is PartyForm.ADJECTIVE and mark.kind is Kind.PARTY else ENTITY
        for i in range(mark.first, mark.last):
            tags[i] = tags[i] or letter
    closed = _closed()
    for i, word in enumerate(words):
        if not tags[i]:
            tags[i] = closed.get(word.key) or _open(words, tags, i)
            if word.key == "once" and i + 1 < len(words) and words[i + 1].key in {"again", "more"}:
                tags[i] = ADVERB
            if word.key == "first" and i and tags[i - 1] in (PRONOUN, ENTITY) and i + 1 < len(words):
                known = verb(words[i + 1].key)
                tags[i] = ADVERB if known is not None and PAST in known.forms else tags[i]
            if word.key == "both" and i + 1 < len(words) and _verb_follows(words[i + 1], closed):
                tags[i] = PRONOUN
    _settle(words, tags)
    _reduce(words, tags, speech)
    return tags


def _verb_follows(word: Token, closed: dict[str, str]) -> bool:
    """Whether 'both' before this word stands alone: 'both pledged', 'both also noted', 'both have agreed'."""
    known = verb(word.key)
    return closed.get(word.key) in (ADVERB, HAVE, BE, MODAL) or (known is not None and PAST in known.forms)


def _open(words: tuple[Token, ...], tags: list[str], i: int) -> str:
    """The tag of an open-class word, from its form and what stands before it."""
    word = words[i]
    if not word.text[0].isalnum():
        if word.key == "'s":
            return BE if i and tags[i - 1] == PRONOUN else POSSESSIVE
        if word.key in _closed():
            return _closed()[word.key]
        return POSSESSIVE if word.key == "'" and i and tags[i - 1] in _NOMINAL else PUNCTUATION
    if word.text[0].isdigit():
        return NUMBER
    known = verb(word.key)
    if known is None:
        if i and tags[i - 1] == TO and word.text.islower():
            return PLAIN
        if word.key.endswith("ly") and len(word.key) > 4:
            return ADVERB
        return ADJECTIVE if word.key.endswith(_ADJECTIVE_ENDINGS) and len(word.key) > 5 else NOUN
    before = _before(tags, i)
    if word.capital and i and before in (NOUN, ENTITY, ADJECTIVE) and words[i - 1].capital and ING not in known.forms:
        return NOUN  # inside a capitalised name
    return _verbal(words, tags, i, known, before)


def _before(tags: list[str], i: int) -> str:
    """The tag before token i, adverbs skipped; '^' at the start."""
    j = i - 1
    while j >= 0 and tags[j] == ADVERB:
        j -= 1
    return tags[j] if j >= 0 else "^"


def _verbal(words: tuple[Token, ...], tags: list[str], i: int, known: Verb, before: str) -> str:
    forms = known.forms
    if before in (TO, MODAL, DO) and BASE in forms:
        return PLAIN
    if (
        known.lemma in _adjectivelike()
        and words[i].key == known.lemma
        and before not in (TO, MODAL, DO, PRONOUN, RELATIVE)
    ):
        return ADJECTIVE
    if words[i].key == "back" and i and tags[i - 1] in (FINITE, PAST_PARTICIPLE, PLAIN):
        return ADVERB
    if ING in forms:
        return NOUN if before in (DETERMINER, ADJECTIVE, POSSESSIVE) and not _takes_object(words, i) else GERUND
    if PARTICIPLE in forms and before in (BE, HAVE):
        return PAST_PARTICIPLE
    if i and words[i - 1].text == "-" and (PAST in forms or PARTICIPLE in forms):
        return ADJECTIVE  # 'U.S.-led', 'people-oriented'
    if PAST in forms or PARTICIPLE in forms:
        return _past(words, tags, i, forms, before)
    if (
        i
        and tags[i - 1] == ADVERB
        and words[i - 1].key.endswith("ly")
        and before not in (GERUND, PLAIN, DETERMINER, PREPOSITION)
    ):
        return FINITE
    if i and words[i - 1].key in _DEMONSTRATIVES and S in known.forms and not known.nounlike:
        return FINITE
    if i + 1 < len(words) and words[i + 1].key == "forward" and known.lemma == "look":
        return FINITE
    if before in (DETERMINER, PREPOSITION, POSSESSIVE, NUMBER, TO) or (before == ADJECTIVE and known.nounlike):
        return NOUN
    return _present(words, tags, i, known, before)


def _takes_object(words: tuple[Token, ...], i: int) -> bool:
    """'supporting a strong Vietnam' after 'its': the -ing form governs what follows."""
    return i + 1 < len(words) and words[i + 1].key in {"the", "a", "an", "its", "their", "our", "that", "each"}


def _past(words: tuple[Token, ...], tags: list[str], i: int, forms: str, before: str) -> str:
    if before in (PLAIN, GERUND, FINITE) or (before in (COORDINATOR, PUNCTUATION) and _is_adjectival(words, tags, i)):
        return ADJECTIVE
    if before == SUBORDINATOR and words[i - 1].key == "as":  # 'as agreed', 'as amended'
        return PAST_PARTICIPLE
    if before == NUMBER and i > 1 and words[i - 2].key == "the" and _complement_follows(words, i):
        return FINITE  # 'The two agreed to'
    if before in (DETERMINER, POSSESSIVE, NUMBER) or (before == PREPOSITION and tags[i - 1] != ADVERB):
        return ADJECTIVE
    if BASE in forms and before in (NOUN, ADJECTIVE):  # 'set', 'cut', 'put' after a noun
        return NOUN
    if PAST not in forms:
        return PAST_PARTICIPLE
    return FINITE if before != ADJECTIVE or _is_party_head(words, i) else ADJECTIVE


@cache
def _adjectivelike() -> frozenset[str]:
    return frozenset(load("word-classes")["adjectivelike"].split())


@cache
def _adjectival() -> frozenset[str]:
    return frozenset(load("word-classes")["adjectival"].split())


def _complement_follows(words: tuple[Token, ...], i: int) -> bool:
    follows = _closed().get(words[i + 1].key) if i + 1 < len(words) else None
    return follows in (TO, PREPOSITION, SUBORDINATOR, DETERMINER, ADVERB)


def _is_adjectival(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'common interests and shared values': a participle that a noun follows, behind a noun or adjective."""
    if words[i].key not in _adjectival() or i + 1 >= len(words) or i < 2 or tags[i - 2] not in (NOUN, ADJECTIVE):
        return False
    following = words[i + 1]
    return following.text[0].isalpha() and following.key not in _closed()


def _is_party_head(words: tuple[Token, ...], i: int) -> bool:
    """'the U.S. reaffirmed': a party's short name that looks like an adjective."""
    return words[i - 1].text.isupper() or words[i - 1].key.endswith(".") or words[i - 1].text.endswith("side")


def _present(words: tuple[Token, ...], tags: list[str], i: int, known: Verb, before: str) -> str:
    previous = words[i - 1] if i else None
    if before in (FINITE, PLAIN, HAVE, BE, GERUND) and (S in known.forms or tags[i - 1] != ADVERB):
        return NOUN
    if S in known.forms:
        if before == ADJECTIVE and not _is_party_head(words, i):
            return NOUN
        if known.lemma == "stand" and i + 1 < len(words) and words[i + 1].key in _STANDING:
            return FINITE
        if before == ENTITY and known.nounlike:
            return FINITE if _object_follows(words, i) else NOUN
        if before in (PRONOUN, RELATIVE, ENTITY) or (before in (NOUN, PUNCTUATION, COORDINATOR) and not known.nounlike):
            return FINITE
        if known.nounlike and before == NOUN and previous is not None and not previous.key.endswith("s"):
            follows = words[i + 1].key if i + 1 < len(words) else ""
            return FINITE if _closed().get(follows) in (DETERMINER, SUBORDINATOR) else NOUN
        if known.nounlike and before == ADJECTIVE and _is_party_head(words, i):
            follows = words[i + 1].key if i + 1 < len(words) else ""
            return FINITE if _closed().get(follows) in (DETERMINER, SUBORDINATOR, TO) else NOUN
        return NOUN if known.nounlike else FINITE
    plural = previous is not None and (previous.key in agent_plurals() or previous.key in _PLURAL_PRONOUNS)
    if before == RELATIVE and i > 1 and tags[i - 2] == PREPOSITION:
        return NOUN if known.nounlike else FINITE  # 'on which trust has grown'
    if plural or before in (PRONOUN, RELATIVE):
        return FINITE
    if known.nounlike:
        opens = i + 1 < len(words) and _closed().get(words[i + 1].key) == DETERMINER
        if before == ENTITY and not opens:
            opens = _joined_subject(words, tags, i) and _object_follows(words, i)
        subject = before == ENTITY or (before in (COORDINATOR, PUNCTUATION) and _plural_verb_before(words, tags, i))
        return FINITE if opens and subject else NOUN
    if before in (NOUN, ENTITY) and previous is not None and (previous.key.endswith("s") or before == ENTITY):
        return FINITE
    return FINITE if before in (COORDINATOR, PUNCTUATION) else NOUN if before in (NOUN, ADJECTIVE) else FINITE


def _joined_subject(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'The United States and Korea share …': two joined names, and no verb before them."""
    if FINITE in tags[:i] or MODAL in tags[:i]:
        return False
    return any(words[j].key in {"and", ","} for j in range(max(0, i - 6), i))


def _plural_verb_before(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """Whether an earlier verb of the sentence stands in its base form: 'We acknowledge X, welcome Y and support Z'."""
    for j in range(i - 1, max(i - 40, -1), -1):
        if tags[j] == FINITE:
            known = verb(words[j].key)
            return known is not None and BASE in known.forms
    return False


def _object_follows(words: tuple[Token, ...], i: int) -> bool:
    """Whether what follows can be a word's object: 'Vietnam supports peaceful …', not 'United Nations figures,'."""
    if i + 1 >= len(words) or not words[i + 1].text[0].isalnum():
        return False
    letter = _closed().get(words[i + 1].key)
    known = verb(words[i + 1].key)
    if letter in (PREPOSITION, COORDINATOR, BE, HAVE, MODAL, RELATIVE):
        return False
    return known is None or known.nounlike or ING in known.forms


def _settle(words: tuple[Token, ...], tags: list[str]) -> None:
    """What only both sides of a word can settle."""
    for i, word in enumerate(words):
        if word.key == "that":
            _settle_that(tags, i)
        elif tags[i] == PREPOSITION and word.key in _TWO_CLASSES and _clause_follows(tags, words, i):
            tags[i] = SUBORDINATOR
        elif tags[i] == TO and _after_adverbs(tags, i + 1) not in (PLAIN, BE, HAVE, DO):
            tags[i] = PREPOSITION
        elif tags[i] == FINITE and i + 1 < len(words) and _is_participle(word) and _is_passive(words, tags, i):
            tags[i] = PAST_PARTICIPLE


def _is_passive(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'marked by …', 'Also discussed were …', 'Asked whether …'."""
    if i == 0 and words[i + 1].key in {"about", "whether", "if", "to", "on", "in", "as", "at", "by"}:
        return True
    return words[i + 1].key == "by" or (tags[i + 1] == BE and _before(tags, i) in ("^", PUNCTUATION))


def _clause_follows(tags: list[str], words: tuple[Token, ...], i: int) -> bool:
    """Whether a clause, not a phrase, stands behind 'since', 'until', 'than': a verb before the next sign."""
    for j in range(i + 2, min(i + 9, len(words))):
        if tags[j] in (FINITE, MODAL, BE, HAVE, DO):
            return True
        if tags[j] in (PUNCTUATION, PREPOSITION, COORDINATOR):
            return False
    return False


def _settle_that(tags: list[str], i: int) -> None:
    follows = tags[i + 1] if i + 1 < len(tags) else PUNCTUATION
    before = tags[i - 1] if i else "^"
    if before == PREPOSITION or (before in ("^", PUNCTUATION) and follows in (NOUN, ADJECTIVE)):
        tags[i] = DETERMINER
    elif (before in _NOMINAL or before in (PUNCTUATION, ADJECTIVE)) and follows in (
        FINITE,
        MODAL,
        BE,
        HAVE,
        ADVERB,
        DO,
    ):
        tags[i] = RELATIVE


def _after_adverbs(tags: list[str], i: int) -> str:
    while i < len(tags) and tags[i] == ADVERB:
        i += 1
    return tags[i] if i < len(tags) else "$"


def _is_participle(word: Token) -> bool:
    known = verb(word.key)
    return known is not None and PARTICIPLE in known.forms


def _reduce(words: tuple[Token, ...], tags: list[str], speech: frozenset[str]) -> None:
    """Past forms that only modify the noun before them: 'the results *gained*', 'a treaty, *signed* in 2011'."""
    for i in range(len(words) - 1, 0, -1):
        if tags[i] != FINITE or not _is_participle(words[i]):
            continue
        if words[i - 1].text == "," and i > 1 and tags[i - 2] in _NOMINAL:
            if _apposed(words, tags, i) or _resumes(words, tags, i):
                tags[i] = PAST_PARTICIPLE
        elif _before(tags, i) in (NOUN, ENTITY) and not _opens_clause(words, tags, i, speech):
            tags[i] = PAST_PARTICIPLE


def _apposed(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """', signed in 2011': a past form behind a thing and a comma, with a preposition."""
    following = _after_adverbs(tags, i + 1)
    prepositional = following == PREPOSITION and words[i + 1].key != "to"
    prepositional = prepositional or (following == SUBORDINATOR and words[i + 1].key in {"after", "before"})
    return prepositional and tags[i - 2] != ENTITY and not _agent_word(words[i - 2])


def _resumes(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'the council, launched in 2021, had become': the clause goes on with its own verb after the next comma."""
    if _after_adverbs(tags, i + 1) != PREPOSITION:
        return False
    for j in range(i + 1, min(i + 14, len(words) - 1)):
        if words[j].text == ",":
            return _after_adverbs(tags, j + 1) in (FINITE, BE, HAVE, MODAL)
    return False


def _agent_word(word: Token) -> bool:
    return word.key in agent_plurals() or word.key in agent_singulars()


def _after_preposition(tags: list[str], i: int) -> bool:
    """Whether the noun before i is itself what a preposition governs: 'in a *release*', not 'in June *trade*'."""
    k = i - 1
    while k >= 0 and tags[k] in (NOUN, ENTITY, ADJECTIVE, DETERMINER, POSSESSIVE, NUMBER):
        k -= 1
    return k >= 0 and tags[k] == PREPOSITION


def _opens_clause(words: tuple[Token, ...], tags: list[str], i: int, speech: frozenset[str]) -> bool:
    """Whether a past form at i can be the verb of its own clause: nothing governs its noun, no other verb follows."""
    k = i - 1
    while k >= 0 and tags[k] in _NOUN_PHRASE:
        k -= 1
    if k >= 0 and tags[k] in (FINITE, PLAIN, GERUND, PAST_PARTICIPLE):
        known = verb(words[k].key)
        return tags[k] == FINITE and known is not None and known.lemma in speech
    if _agent_word(words[i - 1]) or (tags[i - 1] == ENTITY and tags[k + 1] != PREPOSITION):
        return True
    if k >= 0 and tags[k] == COORDINATOR:
        return not (FINITE in tags[:k] and _after_adverbs(tags, i + 1) == PREPOSITION)
    if tags[k + 1] == PREPOSITION and _after_preposition(tags, i):  # 'In a release issued afterward, …'
        return False
    for j in range(i + 1, len(words)):
        if tags[j] in (MODAL, BE, HAVE, DO) or (tags[j] == FINITE and not _is_participle(words[j])):
            return False
        if tags[j] in (COORDINATOR, SUBORDINATOR, RELATIVE) or words[j].text in {",", ";", ":", "–", "—"}:
            break
    return True


_NOUN_PHRASE = frozenset({NOUN, ENTITY, NUMBER, DATE, ADJECTIVE, DETERMINER, POSSESSIVE, PREPOSITION, ADVERB})
