"""The verb of a sentence that seems to have none: 'The government supports schools.', 'This year marks the start.'

Words that can be a noun as well are tagged by their neighbours, for which a noun is the safer guess. Where that leaves
a whole sentence without a finite verb, the first word that stands like one is it.
"""

from __future__ import annotations

from verbale.language.tag_letters import (
    ADJECTIVE,
    ADVERB,
    COORDINATOR,
    DATE,
    DETERMINER,
    ENTITY,
    FINITE,
    FINITES,
    GERUND,
    NOUN,
    NUMBER,
    OBJECT,
    PAST_PARTICIPLE,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    TO,
)
from verbale.language.tag_verbs import tag_before
from verbale.language.tokens import Token
from verbale.language.verbs import PAST, S, verb

_LEAST_WORDS = 5
_SUBJECTS = frozenset({NOUN, ENTITY, PRONOUN, DATE, OBJECT, DETERMINER})
_OBJECTS = frozenset({DETERMINER, ADJECTIVE, ENTITY, NUMBER})


def rescue(words: tuple[Token, ...], tags: list[str]) -> None:
    """Tag the verb of a sentence that ends with a full stop and has no finite verb; leave all others alone."""
    if len(words) < _LEAST_WORDS or words[-1].text != "." or _has_verb(words, tags):
        return
    start = next((i for i, word in enumerate(words) if word.text[0].isalpha()), 0)
    item = tags[start] in (GERUND, PLAIN, TO) or start > 0  # '- Identifying ways to train together.'
    for fits in (_is_verb,) if item else (_is_verb, _may_be_verb):
        for i in range(start + 1, len(words) - 2):
            if tags[i] in (NOUN, PAST_PARTICIPLE) and _behind_subject(tags, i, start) and fits(words, tags, i):
                tags[i] = FINITE
                return


def _has_verb(words: tuple[Token, ...], tags: list[str]) -> bool:
    """Whether a finite verb stands in the sentence that no relative or subordinate clause takes for its own."""
    waiting = 0
    for i, letter in enumerate(tags):
        if letter in (RELATIVE, SUBORDINATOR):
            waiting += tags[i + 1 : i + 2] not in ([GERUND], [PAST_PARTICIPLE])  # 'Before returning to Oslo, she is'
        elif letter in FINITES and tag_before(tags, i) not in (*FINITES, TO) and not _is_added(words, tags, i):
            if not waiting:
                return True
            waiting -= 1
    return False


def _is_added(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'helps to use energy and *implement* policies': a base form that 'and' adds to an infinitive."""
    known = verb(words[i].key)
    return tags[i - 1] == COORDINATOR and known is not None and words[i].key == known.lemma and PLAIN in tags[:i]


def _behind_subject(tags: list[str], i: int, start: int) -> bool:
    """Whether a noun stands before i, with at most adverbs between, and no sign or preposition opens the line."""
    k = i - 1
    while k > start and tags[k] == ADVERB:
        k -= 1
    if k > start + 2 and tags[k] == PUNCTUATION and tags[k - 1] in _SUBJECTS:
        k = next((j - 1 for j in range(k - 1, start, -1) if tags[j] == PUNCTUATION), k)  # 'The fund, created in 2012,'
    return tags[k] in _SUBJECTS and tags[start] != PUNCTUATION


def _is_verb(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'supports schools', 'marks the start', 'reached 25 million', 'continue to grow': a form with its object."""
    known, key = verb(words[i].key), words[i].key
    if known is None or words[i].capital:
        return False
    ahead = tags[i + 1]
    if tags[i] == PAST_PARTICIPLE:
        return PAST in known.forms and (ahead in _OBJECTS or (words[i + 1].key == "over" and tags[i + 2] == NUMBER))
    if S in known.forms and key != known.lemma:
        return ahead in _OBJECTS or (ahead == NOUN and tags[i - 1] in (NOUN, ENTITY, ADVERB))
    plural = any(words[k].key.endswith("s") and tags[k] == NOUN for k in range(i))
    return key == known.lemma and plural and (ahead in _OBJECTS or (ahead == TO and not known.nounlike))


def _may_be_verb(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'The negotiators meet again', 'Officials hope to', 'This opens the market': the likeliest verb of all words."""
    known, key = verb(words[i].key), words[i].key
    if known is None or words[i].capital or tags[i] == PAST_PARTICIPLE:
        return False
    goes_on = tags[i + 1] in (TO, ADVERB, DATE, *_OBJECTS) or (tags[i + 1] == PREPOSITION and tags[i + 2] == DATE)
    goes_on = goes_on or words[i + 1].key in {"up", "together"}
    if S in known.forms and key != known.lemma:
        singular = words[i - 1].key in {"this", "that", "itself"} or not words[i - 1].key.endswith("s")
        return singular and goes_on
    plural = any(words[k].key.endswith("s") and tags[k] == NOUN for k in range(i))
    return key == known.lemma and plural and goes_on
