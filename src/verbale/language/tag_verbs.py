"""Whether a word that can be a verb is one here, and which form: from what stands before and behind it."""

from __future__ import annotations

from functools import cache

from verbale.language.tag_letters import (
    ADJECTIVE,
    ADVERB,
    BE,
    COORDINATOR,
    DETERMINER,
    DO,
    ENTITY,
    FINITE,
    GERUND,
    HAVE,
    MODAL,
    NOUN,
    NUMBER,
    OBJECT,
    PAST_PARTICIPLE,
    PLAIN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    TO,
    agent_plurals,
    closed_classes,
)
from verbale.language.tag_present import class_behind, is_party_head, present
from verbale.language.tokens import QUOTES, Token
from verbale.language.verbs import BASE, ING, PARTICIPLE, PAST, S, Verb, verb
from verbale.model.vocabulary import load

_NEWLY = frozenset({"new", "further", "additional", "more", "up", "two", "three", "four", "five"})
_TOGETHER = frozenset({"common", "joint", "mutual"})
_INSIDE_CLAUSE = frozenset({"also", "still", "already", "always", "often", "never", "thus", "therefore"})
_NAMES = frozenset({NOUN, ENTITY, PRONOUN})
_DEMONSTRATIVES = frozenset({"this", "that"})


def index_before(tags: list[str], i: int) -> int:
    """The index of the token before i, adverbs skipped; -1 at the start."""
    j = i - 1
    while j >= 0 and tags[j] == ADVERB:
        j -= 1
    return j


def tag_before(tags: list[str], i: int) -> str:
    """The tag before token i, adverbs skipped; '^' at the start."""
    j = index_before(tags, i)
    return tags[j] if j >= 0 else "^"


def opens_as_verb(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'would open two stations', 'agreed to open an office', not 'commitment to open markets': a closed adjective that
    is a verb here."""
    known = verb(words[i].key)
    if known is None or BASE not in known.forms or not i:
        return False
    before = tag_before(tags, i)
    if before in (MODAL, DO):
        return True
    if before != TO or i + 1 >= len(words):
        return False
    if i > 1 and tag_before(tags, i - 1) == BE:
        return True  # 'a hub is to open in Bergen'
    follows = words[i + 1]
    return (
        closed_classes().get(follows.key) in (DETERMINER, OBJECT) or follows.key in _NEWLY or follows.text[0].isdigit()
    )


def verbal_tag(words: tuple[Token, ...], tags: list[str], i: int, known: Verb, before: str) -> str:
    forms = known.forms
    if before in (TO, MODAL, DO) and BASE in forms:
        return PLAIN
    if words[i].key == "live" and i + 1 < len(words) and words[i + 1].key in {"in", "on", "at", "with", "together"}:
        return FINITE if before in (ENTITY, NOUN, NUMBER, PRONOUN, RELATIVE) else ADJECTIVE
    if (
        known.lemma in _adjectivelike()
        and words[i].key == known.lemma
        and before not in (TO, MODAL, DO, PRONOUN, RELATIVE)
    ):
        return ADJECTIVE
    if words[i].key == "back" and ((i and tags[i - 1] in (FINITE, PAST_PARTICIPLE, PLAIN)) or _homeward(words, i)):
        return ADVERB
    noun = before in (NOUN, ADJECTIVE, ENTITY) or (before == "^" and _verb_right_behind(words, i))
    if ING in forms and words[i].key in _gerundlike() and noun and not _takes_any(words, i):
        return NOUN
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
        and (words[i - 1].key.endswith("ly") or (words[i - 1].key in _INSIDE_CLAUSE and before in _NAMES))
        and before not in (GERUND, PLAIN, DETERMINER, PREPOSITION)
    ):
        return FINITE
    if i and words[i - 1].key in _DEMONSTRATIVES and S in known.forms and not known.nounlike:
        return FINITE
    ahead = words[i + 1].key if i + 1 < len(words) else ""
    if (ahead == "forward" and known.lemma == "look") or (ahead == "you" and known.lemma == "thank" and before != TO):
        return FINITE
    if before in (DETERMINER, PREPOSITION, POSSESSIVE, NUMBER, TO) or (before == ADJECTIVE and known.nounlike):
        return NOUN
    return present(words, tags, i, known, before)


def _homeward(words: tuple[Token, ...], i: int) -> bool:
    """'Back home, the minister …', 'Back in Oslo, …'."""
    return words[i].capital and i + 1 < len(words) and words[i + 1].key in {"home", "in", "at"}


@cache
def _gerundlike() -> frozenset[str]:
    return frozenset(load("word-classes")["gerundlike"].split())


def _verb_right_behind(words: tuple[Token, ...], i: int) -> bool:
    """'Fishing topped the agenda', 'Funding was discussed'."""
    known = verb(words[i + 1].key) if i + 1 < len(words) else None
    return class_behind(words, i) in (BE, HAVE, MODAL) or (known is not None and PAST in known.forms)


def _takes_any(words: tuple[Token, ...], i: int) -> bool:
    """Whether something that an -ing form can govern stands right behind it: 'firms building ports'."""
    ahead = words[i + 1] if i + 1 < len(words) else None
    if ahead is None or not ahead.text[0].isalnum():
        return False
    known = verb(ahead.key)
    if known is not None and PAST in known.forms and BASE not in known.forms and ahead.key not in _adjectival():
        return False  # 'The first meeting addressed trade'
    return closed_classes().get(ahead.key) not in (PREPOSITION, COORDINATOR, BE, HAVE, MODAL, RELATIVE, TO, ADVERB)


def _takes_object(words: tuple[Token, ...], i: int) -> bool:
    """'supporting a strong Vietnam' after 'its': the -ing form governs what follows; not 'At the meeting the two'."""
    return (
        words[i - 1].key != "the"
        and i + 1 < len(words)
        and words[i + 1].key in {"the", "a", "an", "its", "their", "our", "that", "each"}
    )


def _past(words: tuple[Token, ...], tags: list[str], i: int, forms: str, before: str) -> str:
    if i > 1 and words[i - 1].text in QUOTES and tags[i - 2] == BE:
        return ADJECTIVE  # 'was "dismayed"'
    if before in (PLAIN, GERUND, FINITE, TO) or (
        before in (COORDINATOR, PUNCTUATION) and _is_adjectival(words, tags, i)
    ):
        return ADJECTIVE
    if before == COORDINATOR and _is_predicative(words, tags, i):
        return PAST_PARTICIPLE
    if before == SUBORDINATOR and words[i - 1].key == "as":  # 'as agreed', 'as amended'
        return PAST_PARTICIPLE
    counted = next((k for k in range(i - 1, 0, -1) if tags[k] != ADVERB), 0)
    if before == NUMBER and words[counted - 1].key == "the" and (counted == 1 or _complement_follows(words, i)):
        return FINITE  # 'The two agreed to', 'The two also talked about'
    if (
        BASE in forms
        and before in (DETERMINER, POSSESSIVE)
        and (i + 1 == len(words) or not words[i + 1].text[0].isalpha() or words[i + 1].key in closed_classes())
    ):
        return NOUN  # "Norway's bid for", 'the cost of'
    if before in (DETERMINER, POSSESSIVE, NUMBER) or (before == PREPOSITION and tags[i - 1] != ADVERB):
        return ADJECTIVE
    if before == PREPOSITION and words[i - 1].key.endswith("ly") and _modifies_noun(words, i):
        return ADJECTIVE  # 'trade in illegally harvested timber'
    acts = i > 0 and before == NOUN and words[i - 1].key in agent_plurals()  # 'the leaders set a goal'
    if (
        BASE in forms
        and not acts
        and (before in (NOUN, ADJECTIVE) or (before == ENTITY and POSSESSIVE in tags[max(i - 3, 0) : i]))
    ):
        return NOUN  # 'set', 'cut', 'bid' after a noun or in "Vietnam's WTO bid"
    if PAST not in forms:
        return PAST_PARTICIPLE
    return FINITE if before != ADJECTIVE or is_party_head(words, i) else ADJECTIVE


@cache
def _adjectivelike() -> frozenset[str]:
    return frozenset(load("word-classes")["adjectivelike"].split())


@cache
def _adjectival() -> frozenset[str]:
    return frozenset(load("word-classes")["adjectival"].split())


def _complement_follows(words: tuple[Token, ...], i: int) -> bool:
    return class_behind(words, i) in (TO, PREPOSITION, SUBORDINATOR, DETERMINER, ADVERB)


def _is_predicative(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'are global but also closely *integrated* into': a participle joined to the adjective behind 'be'."""
    if words[i].key not in _adjectival():
        return False
    verbal = next((x for x in reversed(tags[max(i - 12, 0) : i]) if x in (BE, FINITE, MODAL, HAVE)), "")
    joined = next((k for k in range(i - 1, max(i - 5, 0), -1) if tags[k] == COORDINATOR), 0)
    return verbal == BE and joined > 0 and tags[joined - 1] == ADJECTIVE


def _is_adjectival(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'common interests and shared values': a participle that a noun follows, behind a noun or adjective."""
    if words[i].key not in _adjectival() or not 2 <= i < len(words) - 1:
        return False
    if tags[i - 2] not in (NOUN, ADJECTIVE, PUNCTUATION, GERUND):
        return False
    following = words[i + 1]
    if following.key in _TOGETHER:
        return False  # 'and renewed common efforts'
    return following.text[0].isalpha() and closed_classes().get(following.key, ADJECTIVE) == ADJECTIVE


def _modifies_noun(words: tuple[Token, ...], i: int) -> bool:
    """Whether a word that is no closed one stands right behind i."""
    ahead = words[i + 1] if i + 1 < len(words) else None
    return ahead is not None and ahead.text[0].isalpha() and ahead.key not in closed_classes()
