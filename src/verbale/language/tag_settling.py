"""What only a whole sentence settles: 'that', 'to', passives, and past forms that merely modify a noun."""

from __future__ import annotations

from verbale.language.tag_letters import (
    ADJECTIVE,
    ADVERB,
    BE,
    COORDINATOR,
    DATE,
    DETERMINER,
    DO,
    ENTITY,
    FINITE,
    FINITES,
    GERUND,
    HAVE,
    MODAL,
    NOMINAL,
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
)
from verbale.language.tag_participles import (
    after_adverbs,
    in_commas,
    in_series,
    is_agent,
    is_attributive,
    is_participle,
    is_past_form,
    modifies,
    names_thing,
    tells,
)
from verbale.language.tag_verbs import index_before, tag_before
from verbale.language.tokens import QUOTES, Token
from verbale.language.verbs import verb

_WORKING = frozenset({"group", "groups", "level", "session", "sessions", "party", "visit", "lunch", "dinner", "paper"})
_TWO_CLASSES = frozenset({"since", "until", "till", "than"})
_HELPED = frozenset({NOUN, ENTITY, NUMBER, ADJECTIVE, DETERMINER, POSSESSIVE, OBJECT, PRONOUN, COORDINATOR})
# Verbs of speech that no clause without 'that' follows: what is 'extended' behind 'expressed thanks' modifies a noun.
_NO_CLAUSE = frozenset(
    "express voice convey extend thank praise commend welcome appreciate applaud congratulate condemn criticize offer "
    "discuss review invite sign examine explore".split()
)
_HELPING = frozenset({"help", "let", "make", "see", "watch"})
_NOUN_PHRASE = frozenset({NOUN, ENTITY, NUMBER, DATE, ADJECTIVE, DETERMINER, POSSESSIVE, PREPOSITION, ADVERB})

_PHRASE = frozenset({NOUN, ENTITY, ADJECTIVE, DETERMINER, POSSESSIVE, ADVERB, COORDINATOR})


def settle(words: tuple[Token, ...], tags: list[str]) -> None:
    """What only both sides of a word can settle."""
    for i, word in enumerate(words):
        if word.key == "that":
            _settle_that(words, tags, i)
            if tags[i] == SUBORDINATOR and _behind_infinitive(tags, i) and not _verb_ahead(tags, words, i):
                tags[i] = DETERMINER  # 'to expand that cooperation'
        elif word.key == "as" and i and words[i - 1].key == "such" and not _such_as_by(words, tags, i):
            tags[i] = PREPOSITION  # 'areas such as space demonstrate'
        elif tags[i] == PREPOSITION and word.key in _TWO_CLASSES and _clause_follows(tags, words, i):
            tags[i] = SUBORDINATOR
        elif word.key == "working" and tags[i] == GERUND and words[i + 1 : i + 2] and words[i + 1].key in _WORKING:
            tags[i] = ADJECTIVE
        elif tags[i] == TO and after_adverbs(tags, i + 1) not in (PLAIN, BE, HAVE, DO):
            tags[i] = PREPOSITION
        elif tags[i] == FINITE and i + 1 < len(words) and is_participle(word) and _is_passive(words, tags, i):
            tags[i] = PAST_PARTICIPLE
        elif tags[i] == FINITE and _closes_phrase(words, tags, i):
            tags[i] = NOUN
        elif tags[i] == FINITE and _is_helped(words, tags, i):
            tags[i] = PLAIN


def _such_as_by(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'…, such as through a fund': behind a comma, an aside of its own."""
    return i > 1 and words[i - 2].text == "," and tags[i + 1 : i + 2] == [PREPOSITION]


def _is_helped(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'helped Chile *build* a port': a base form behind the object of a verb that takes one."""
    known = verb(words[i].key)
    if known is None or words[i].key != known.lemma:
        return False
    k = i - 1
    while k >= 0 and tags[k] in _HELPED:
        k -= 1
    helper = verb(words[k].key) if 0 <= k < i - 1 and tags[k] in (FINITE, PLAIN, GERUND, PAST_PARTICIPLE) else None
    return helper is not None and helper.lemma in _HELPING


def _closes_phrase(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'… in its council and assembly *remarks*.': a form in -s that ends what a preposition governs is a noun."""
    ends = i + 1 == len(words) or words[i + 1].text in {".", ";"}
    if not ends or not words[i].key.endswith("s") or tags[i - 1] not in (NOUN, ADJECTIVE, ENTITY, ADVERB):
        return False
    k = i - 1
    while k >= 0 and tags[k] in _PHRASE:
        k -= 1
    return k >= 0 and tags[k] == PREPOSITION


def _is_passive(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'marked by …', 'Also discussed were …', 'Asked whether …'."""
    if i == 0 and words[1].key in {"on", "upon", "for", "that"} and words[0].key not in {"told", "informed", "assured"}:
        return False  # an item: 'Called on all parties to …', 'Agreed that …'
    if i == 0 and (tags[1] in (PREPOSITION, SUBORDINATOR, TO) or words[1].key == "about"):
        return bool(FINITES & set(tags[2:]))
    return words[i + 1].key == "by" or (tags[i + 1] == BE and tag_before(tags, i) in ("^", PUNCTUATION))


def _clause_follows(tags: list[str], words: tuple[Token, ...], i: int) -> bool:
    """Whether a clause, not a phrase, stands behind 'since', 'until', 'than': a verb before the next sign."""
    if words[i].key == "than" and i + 1 < len(words) and tags[i + 1] == NUMBER:
        return False  # 'more than 34 agreements have been signed'
    if i + 1 < len(words) and tags[i + 1] == DATE:
        end = i + 1
        while end < len(words) and tags[end] == DATE:
            end += 1
        if end == len(words) or tags[end] != POSSESSIVE:
            return False  # 'the results gained since 2020 were noted'
    for j in range(i + 2, min(i + 9, len(words))):
        if tags[j] == PRONOUN and tags[j - 1] == NOUN and words[i].key == "since":
            return False  # 'Since the election we have'
        if tags[j] in FINITES:
            return True
        if tags[j] in (PUNCTUATION, PREPOSITION, COORDINATOR):
            return False
    return False


def _behind_infinitive(tags: list[str], i: int) -> bool:
    """Whether an infinitive, or one that 'and' adds to it, stands before i."""
    return i > 0 and (tags[i - 1] == PLAIN or tags[max(i - 3, 0) : i] == [PLAIN, COORDINATOR, FINITE])


def _verb_ahead(tags: list[str], words: tuple[Token, ...], i: int) -> bool:
    """Whether a finite verb stands behind i before the next comma or stop."""
    for j in range(i + 1, len(words)):
        if tags[j] in FINITES:
            return True
        if words[j].text in {",", ".", ";", ":"}:
            return False
    return False


def _settle_that(words: tuple[Token, ...], tags: list[str], i: int) -> None:
    follows = tags[i + 1] if i + 1 < len(tags) else PUNCTUATION
    before = tags[i - 1] if i else "^"
    if i > 1 and tags[i - 1] == PREPOSITION and tags[i - 2] == FINITE and words[i - 1].key in {"out", "back"}:
        return  # 'pointed out that exports had doubled'
    if set(tags[:i]) <= {PUNCTUATION} and follows in FINITES:
        tags[i] = PRONOUN  # '"That is what we want.'
    elif before == PREPOSITION or (before in ("^", PUNCTUATION) and follows in (NOUN, ADJECTIVE, NUMBER)):
        tags[i] = DETERMINER
    elif (before in NOMINAL or before in (PUNCTUATION, ADJECTIVE)) and follows in (
        FINITE,
        MODAL,
        BE,
        HAVE,
        ADVERB,
        DO,
    ):
        tags[i] = RELATIVE


def reduce_participles(words: tuple[Token, ...], tags: list[str], speech: frozenset[str]) -> None:
    """Past forms that only modify the noun before them: 'the results *gained*', 'a treaty, *signed* in 2011'."""
    for i in range(len(words) - 1, 0, -1):
        if not is_past_form(words, tags, i):
            continue
        if modifies(words, tags, i) or in_series(words, tags, i) or names_thing(words, tags, i):
            tags[i] = PAST_PARTICIPLE
        elif is_attributive(words, tags, i, speech):
            tags[i] = ADJECTIVE
        elif words[i - 1].text in QUOTES and i > 1 and tags[i - 2] in NOMINAL and _phrase_follows(tags, words, i):
            tags[i] = PAST_PARTICIPLE  # 'the “Action Plan” annexed to'
        elif words[i - 1].text == "," and i > 1 and tags[i - 2] in NOMINAL:
            if _apposed(words, tags, i) or _resumes(words, tags, i):
                tags[i] = PAST_PARTICIPLE
        elif tells(words, tags, i):
            continue  # 'Iwata said she had'
        elif in_commas(words, tags, i):
            tags[i] = PAST_PARTICIPLE
        elif tag_before(tags, i) in (NOUN, ENTITY) and not _opens_clause(words, tags, i, speech):
            tags[i] = PAST_PARTICIPLE
            if i + 1 < len(words) and words[i + 1].key in {"after", "before"}:
                tags[i + 1] = PREPOSITION  # 'a statement issued after the talks said'

    if tags[0] == GERUND and _describes(words, tags):
        tags[0] = ADJECTIVE  # 'Negotiating teams of both sides are to meet'


def _describes(words: tuple[Token, ...], tags: list[str]) -> bool:
    """Whether an -ing form that opens the sentence stands before a plural that has its own verb without a comma."""
    if len(words) < 4 or tags[1] != NOUN or not words[1].key.endswith("s"):
        return False
    stop = next((i for i, word in enumerate(words) if word.text == "," or tags[i] in FINITES), 0)
    plural = tags[stop] in (HAVE, BE) and words[stop].key in {"are", "were", "have"}
    return plural


def _phrase_follows(tags: list[str], words: tuple[Token, ...], i: int) -> bool:
    """Whether a preposition and a noun stand behind a past form, and an earlier verb before it."""
    return tags[i + 1 : i + 2] == [PREPOSITION] and FINITE in tags[:i] and words[i - 1].end != words[i].start


def _apposed(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """', signed in 2011': a past form behind a thing and a comma, with a preposition."""
    following = after_adverbs(tags, i + 1)
    if words[i + 2 : i + 3] and words[i + 2].key == "by" and tags[i + 1] != DETERMINER:
        return True  # ', put forward by Norway'
    prepositional = following == PREPOSITION and words[i + 1].key != "to"
    prepositional = prepositional or (following == DATE and _date_closes(words, tags, i + 1))
    prepositional = prepositional or (following == SUBORDINATOR and words[i + 1].key in {"after", "before"})
    k = i - 2
    while k > 0 and (tags[k] == DATE or words[k].text == "," or words[k].key in {"on", "in"}):
        k -= 1  # 'The ministers on Tuesday, May 13, wrapped up their talks'
    return prepositional and tags[k] != ENTITY and not is_agent(words[k])


def _date_closes(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'Under the agreement, *reached* last week, Chile will': a day and a comma behind."""
    while i < len(words) and tags[i] == DATE:
        i += 1
    return i < len(words) and words[i].text == ","


def _resumes(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'the council, launched in 2021, had become': the clause goes on with its own verb after the next comma."""
    if after_adverbs(tags, i + 1) != PREPOSITION:
        return False
    for j in range(i + 1, min(i + 14, len(words) - 1)):
        if words[j].text == ",":
            return after_adverbs(tags, j + 1) in (FINITE, BE, HAVE, MODAL)
    return False


def _after_preposition(tags: list[str], i: int) -> bool:
    """Whether the noun before i is itself what a preposition governs: 'in a *release*', not 'in June *trade*'."""
    k = i - 1
    while k >= 0 and tags[k] in (NOUN, ENTITY, ADJECTIVE, DETERMINER, POSSESSIVE, NUMBER, ADVERB):
        k -= 1
    return k >= 0 and tags[k] == PREPOSITION


def _named_anew(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'At the meeting *Rojas* thanked': a name right behind the common noun that ends an opening phrase."""
    k = i - 1
    while k >= 0 and (tags[k] in (ENTITY, DETERMINER, ADJECTIVE) or is_agent(words[k])):
        k -= 1
    return k > 0 and tags[k] in (NOUN, DATE) and (tags[k] == DATE or words[k].text.islower())


def _has_object(tags: list[str], j: int) -> bool:
    """Whether a noun phrase stands right behind a past form: it is a verb, not a participle."""
    return tags[j - 1] in (NOUN, ENTITY, DATE) and j + 1 < len(tags) and tags[j + 1] in (
        DETERMINER, ADJECTIVE, NUMBER, NOUN, ENTITY
    )  # fmt: skip


def _opens_clause(words: tuple[Token, ...], tags: list[str], i: int, speech: frozenset[str]) -> bool:
    """Whether a past form at i can be the verb of its own clause: nothing governs its noun, no other verb follows."""
    k = i - 1
    while k >= 0 and tags[k] in _NOUN_PHRASE:
        k -= 1
    if k >= 0 and tags[k] in (FINITE, PLAIN, GERUND, PAST_PARTICIPLE):
        known = verb(words[k].key)
        governs = tags[k] == FINITE and known is not None and known.lemma in speech
        modifies = tags[i - 1] == NOUN and after_adverbs(tags, i + 1) in (PREPOSITION, TO)
        if governs and modifies and known is not None and known.lemma in _NO_CLAUSE:
            return False  # 'expressed thanks for the hospitality extended to'
        return governs or (tags[k] in (FINITE, PAST_PARTICIPLE) and DATE in tags[k:i] and _named_anew(words, tags, i))
    subject = max(index_before(tags, i), 0)  # 'the two ministers also agreed to'
    if is_agent(words[subject]) or (
        tags[i - 1] == ENTITY and (tags[k + 1] != PREPOSITION or _named_anew(words, tags, i))
    ):
        return True
    if k >= 0 and tags[k] == BE:
        return False  # 'These were the documents signed.'
    if k >= 0 and tags[k] == COORDINATOR:
        earlier = any(letter in (FINITE, BE, HAVE, MODAL) for letter in tags[:k])
        return not (earlier and after_adverbs(tags, i + 1) == PREPOSITION)
    if tags[k + 1] == PREPOSITION and _after_preposition(tags, i):  # 'In a release issued afterward, …'
        return False
    if k > 0 and words[k].text == "," and _after_preposition(tags, i) and FINITE in tags[:k]:
        return False  # '…, for their efforts aimed at …'
    phrase = i + 1 < len(words) and (
        (tags[i + 1] == PREPOSITION and words[i + 1].key != "to") or words[i + 1].key in {"after", "before"}
    )
    for j in range(i + 1 + phrase, len(words)):
        infinitive = tags[j] in (BE, HAVE, DO) and tags[j - 1] == TO  # 'appealed to donors to do more'
        if (tags[j] in (MODAL, BE, HAVE, DO) and not infinitive) or (tags[j] == FINITE and not is_participle(words[j])):
            return False
        if phrase and tags[j] == FINITE and _has_object(tags, j):
            return False  # 'Topics discussed during the talks included fisheries'
        if tags[j] in (COORDINATOR, SUBORDINATOR, RELATIVE) or words[j].text in {",", ";", ":", "–", "—"}:
            break
    return True
