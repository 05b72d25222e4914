"""Whether a past form is a verb of its own or only modifies what stands beside it: 'ties *based* on trust'."""

from __future__ import annotations

from functools import cache

from verbale.language.tag_letters import (
    ADJECTIVE,
    ADVERB,
    BE,
    COORDINATOR,
    DETERMINER,
    ENTITY,
    FINITE,
    HAVE,
    MODAL,
    NOUN,
    OBJECT,
    PAST_PARTICIPLE,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    TO,
    agent_plurals,
    agent_singulars,
)
from verbale.language.tag_verbs import index_before, tag_before
from verbale.language.tokens import QUOTES, Token
from verbale.language.verbs import PARTICIPLE, verb
from verbale.model.vocabulary import load

_WANTING = frozenset({"intended", "needed"})  # that a party does: 'the parties intended to'
_NAMING = frozenset(
    {"dubbed", "titled", "entitled", "nicknamed", "codenamed", "christened", "called", "named", "styled"}
)
_TELLING = frozenset({"said", "added", "told", "stressed", "argued", "replied", "insisted", "warned", "noted"})
_TOLD_OPENS = frozenset({PRONOUN, SUBORDINATOR})  # with what the words open that were told
_SAID_OPENS = _TOLD_OPENS | {ENTITY, DETERMINER}


def past_adverbs(tags: list[str], i: int) -> int:
    """The first index from i on that no adverb holds; the length at the end."""
    while i < len(tags) and tags[i] == ADVERB:
        i += 1
    return i


def after_adverbs(tags: list[str], i: int) -> str:
    """The tag at i or behind the adverbs that stand there; '$' at the end."""
    i = past_adverbs(tags, i)
    return tags[i] if i < len(tags) else "$"


def is_participle(word: Token) -> bool:
    """Whether a word can be a past participle."""
    known = verb(word.key)
    return known is not None and PARTICIPLE in known.forms


def is_agent(word: Token) -> bool:
    """Whether a noun names those who act: 'ministers', 'side'."""
    return word.key in agent_plurals() or word.key in agent_singulars()


@cache
def _participial() -> dict[str, frozenset[str]]:
    """Preposition → the past forms that modify what they stand behind where it follows."""
    return {following: frozenset(forms.split()) for following, forms in load("word-classes")["participial"].items()}


def modifies(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'ties *based* on trust', 'companies *suspected* of fraud', 'aid *needed* to rebuild': never a verb of its own."""
    j = past_adverbs(tags, i + 1)
    if j >= len(words) or words[i].key not in _participial().get(words[j].key, ()):
        return False
    wants = words[i].key in _WANTING and (is_agent(words[i - 1]) or tags[i - 1] == ENTITY)
    return not wants and tag_before(tags, i) not in (PRONOUN, RELATIVE, "^")


def names_thing(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'a missile, *dubbed* Spear', 'a plan *titled* “Horizon”': a past form that gives the noun before it a name."""
    if words[i].key not in _NAMING or i + 1 >= len(words) or is_agent(words[i - 1]) or words[i - 1].capital:
        return False
    named = words[i + 1].capital or words[i + 1].text in QUOTES
    return named and (words[i - 1].text == "," or tag_before(tags, i) == NOUN)


def tells(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'Iwata said she had', 'the office said Oslo had': what is said never stands behind a mere modifier."""
    opens = _SAID_OPENS if words[i].key == "said" else _TOLD_OPENS
    return words[i].key in _TELLING and i + 1 < len(words) and tags[i + 1] in opens


def in_commas(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'The minister, then newly *elected*, said': alone between commas, the verb behind them."""
    opening = index_before(tags, i)
    if opening < 1 or words[opening].text != "," or i + 2 >= len(words) or words[i + 1].text != ",":
        return False
    return after_adverbs(tags, i + 2) in (FINITE, HAVE, BE, MODAL)


def in_series(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'cannot be grown, mined or *produced* in': one of a row of participles behind one 'be'."""
    if i + 1 < len(words) and tags[i + 1] in (DETERMINER, NOUN, ENTITY, OBJECT, SUBORDINATOR, TO):
        return False
    k = i - 1
    while k > 0 and (tags[k] in (ADVERB, COORDINATOR) or words[k].text == "," or is_past_form(words, tags, k)):
        k -= 1
    return k < i - 1 and tags[k] == PAST_PARTICIPLE and tag_before(tags, k) == BE


def is_past_form(words: tuple[Token, ...], tags: list[str], k: int) -> bool:
    """Whether the word at k is tagged as a verb and can be a participle as well."""
    return tags[k] == FINITE and is_participle(words[k])


def is_attributive(words: tuple[Token, ...], tags: list[str], i: int, speech: frozenset[str]) -> bool:
    """'fresh and *processed* fruit', 'secure and *diversified* supply': beside an adjective, before a noun."""
    known = verb(words[i].key)
    joined = i > 2 and words[i - 1].key == "and" and words[i - 3].key in {"a", "an"}  # 'a calm and considered manner'
    if (
        known is None
        or (known.lemma in speech and not joined)
        or i + 1 >= len(words)
        or tags[i + 1] not in (NOUN, ADJECTIVE)
    ):
        return False
    k = i - 1
    if tags[k] == COORDINATOR:
        k -= 1
    if k > 0 and words[k].text == ",":
        k -= 1
    if k < 1 or k == i - 1 or tags[k] != ADJECTIVE:
        return False
    while k > 0 and tags[k] in (ADJECTIVE, ADVERB, COORDINATOR, PUNCTUATION):
        k -= 1
    return tags[k] not in (BE, NOUN)
