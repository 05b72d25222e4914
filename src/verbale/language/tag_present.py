"""Whether a present form is a verb or a noun: 'Chile supports talks' against 'the talks'."""

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
    NOUN,
    NUMBER,
    PLAIN,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    TO,
    agent_plurals,
    agent_singulars,
    closed_classes,
)
from verbale.language.tokens import Token
from verbale.language.verbs import BASE, ING, PAST, S, Verb, verb

_OF_VERBS = frozenset(
    {"speak", "think", "approve", "disapprove", "consist", "dispose", "complain", "hear", "conceive", "boast"}
)
_PLACING = frozenset({"in", "on", "at", "with", "for", "from"})
_WORKING = frozenset({"in", "with", "closely", "to", "together", "alongside", "hard", "tirelessly"})  # 'Chile works in'
_STANDING = frozenset({"ready", "by", "with", "firm", "for", "at"})
_PLURAL_PRONOUNS = frozenset({"i", "we", "they", "you", "who"})


def is_party_head(words: tuple[Token, ...], i: int) -> bool:
    """'the U.S. reaffirmed': a party's short name that looks like an adjective."""
    word = words[i - 1]
    official = word.key == "official" and i > 1 and words[i - 2].capital  # 'the Kuwaiti official said'
    return word.text.isupper() or word.key.endswith(".") or word.text.endswith("side") or official


def present(words: tuple[Token, ...], tags: list[str], i: int, known: Verb, before: str) -> str:
    """The tag of a word that can be a present form, from what stands before and behind it."""
    previous = words[i - 1] if i else None
    if before == "^" and class_behind(words, i) == BE:
        return NOUN  # 'Regret was voiced'
    if S in known.forms:
        return _in_s(words, tags, i, known, before)
    if before in (FINITE, PLAIN, HAVE, BE, GERUND) and tags[i - 1] != ADVERB:
        return NOUN
    if i + 1 < len(words) and words[i + 1].key == "of" and known.lemma not in _OF_VERBS:
        return NOUN  # 'and lack of access'
    plural = previous is not None and (previous.key in agent_plurals() or previous.key in _PLURAL_PRONOUNS)
    if before == RELATIVE and i > 1 and tags[i - 2] == PREPOSITION:
        return NOUN if known.nounlike else FINITE  # 'on which trust has grown'
    if plural or before in (PRONOUN, RELATIVE):
        return FINITE
    if known.nounlike:
        opens = class_behind(words, i) == DETERMINER
        if before == ENTITY and not opens:
            opens = _joined_subject(words, tags, i) and _object_follows(words, i)
        subject = before == ENTITY or (before in (COORDINATOR, PUNCTUATION) and _plural_verb_before(words, tags, i))
        return FINITE if opens and subject else NOUN
    if before in (NOUN, ENTITY) and previous is not None and (previous.key.endswith("s") or before == ENTITY):
        return FINITE
    return FINITE if before in (COORDINATOR, PUNCTUATION) else NOUN if before in (NOUN, ADJECTIVE) else FINITE


def _in_s(words: tuple[Token, ...], tags: list[str], i: int, known: Verb, before: str) -> str:
    """The tag of a form in -s: 'supports', 'claims', 'marks'."""
    if _around_telling(words, tags, i):
        return FINITE
    if before in (FINITE, PLAIN, HAVE, BE, GERUND):
        return NOUN
    follows = words[i + 1].key if i + 1 < len(words) else ""
    behind = class_behind(words, i)
    if before == PUNCTUATION and follows in {",", "and"}:
        return NOUN  # 'objectives, approaches, and policies'
    if words[i].key in agent_plurals() and _acts_next(words, i):
        return NOUN  # 'the Chilean co-chairs stressed'
    if before == DATE and behind == DETERMINER:
        return FINITE  # 'this year marks the start'
    if known.nounlike and before in (NOUN, NUMBER) and _relative_follows(words, tags, i):
        return NOUN
    if known.lemma == "thank" and before == NOUN and words[i - 1].key not in agent_singulars():
        return NOUN  # 'expressed its sincere thanks'
    if before == PUNCTUATION and known.nounlike and (_resumes_subject(words, tags, i) or _in_turn(words, tags, i)):
        return FINITE
    named = not known.nounlike and words[i - 1].capital  # 'the Bicentennial begins'
    if before == ADJECTIVE and not named and not is_party_head(words, i):
        return NOUN
    if known.lemma == "stand" and follows in _STANDING:
        return FINITE
    if before == ENTITY and known.lemma == "work" and follows in _WORKING:
        return FINITE
    if before in (ENTITY, PRONOUN) and follows == "and" and _pairs_with_verb(words, i):
        return FINITE  # 'Chile welcomes and supports the plan'
    if before == ENTITY and known.nounlike:
        return FINITE if follows == "that" or _object_follows(words, i) else NOUN  # 'Norway claims that'
    if before in (PRONOUN, RELATIVE, ENTITY) or (before in (NOUN, PUNCTUATION, COORDINATOR) and not known.nounlike):
        return FINITE
    if known.nounlike and before == NOUN and i and not words[i - 1].key.endswith("s"):
        return FINITE if behind in (DETERMINER, SUBORDINATOR) else NOUN
    if known.nounlike and before == ADJECTIVE and is_party_head(words, i):
        return FINITE if behind in (DETERMINER, SUBORDINATOR, TO) else NOUN
    return NOUN if known.nounlike else FINITE


def _pairs_with_verb(words: tuple[Token, ...], i: int) -> bool:
    """Whether 'and' joins the form at i with another one in -s that has an object."""
    second = verb(words[i + 2].key) if i + 3 < len(words) else None
    letter = closed_classes().get(words[i + 3].key) if i + 3 < len(words) else None
    return second is not None and S in second.forms and letter in (DETERMINER, ADJECTIVE)


def _around_telling(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'The lake, he reported, *holds* nine tonnes': behind the commas of whoever tells it."""
    if i < 5 or words[i - 1].text != "," or words[i - 4].text != ",":
        return False
    return tags[i - 2] == FINITE and tags[i - 3] in (PRONOUN, ENTITY) and tags[i - 5] in (NOUN, ENTITY)


def _acts_next(words: tuple[Token, ...], i: int) -> bool:
    """Whether a past form, an auxiliary or an adverb before one stands behind i."""
    j = i + 1
    while j < len(words) and closed_classes().get(words[j].key) == ADVERB:
        j += 1
    known = verb(words[j].key) if j < len(words) else None
    if j < len(words) and closed_classes().get(words[j].key) in (HAVE, BE, MODAL):
        return True
    return known is not None and PAST in known.forms


def class_behind(words: tuple[Token, ...], i: int) -> str | None:
    """The class of the word right behind i, where that is a closed one."""
    return closed_classes().get(words[i + 1].key) if i + 1 < len(words) else None


def _relative_follows(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'8 million tonnes that have passed', 'concern about research ships that call': a noun and its relative clause."""
    if i + 2 >= len(words) or words[i + 1].key != "that":
        return False
    governed = i > 1 and tags[i - 2] == PREPOSITION
    return governed or closed_classes().get(words[i + 2].key) in (HAVE, BE, MODAL, DO)


def _resumes_subject(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'The exercise, the sixth of its kind, *opens* in Hanoi': the first verb, behind the comma of an apposition."""
    if words[i - 1].text != "," or i + 1 >= len(words) or words[i + 1].key not in _PLACING:
        return False
    return "," in {word.text for word in words[: i - 1]} and not FINITES & set(tags[:i])


def _in_turn(words: tuple[Token, ...], tags: list[str], i: int) -> bool:
    """'Chile, in turn, *objects* to': the verb behind a name and an aside that opens with a preposition."""
    if words[i - 1].text != "," or FINITES & set(tags[:i]):
        return False
    opening = next((k for k in range(i - 2, 0, -1) if words[k].text == ","), 0)
    return opening > 0 and tags[opening + 1] in (PREPOSITION, ADVERB) and set(tags[:opening]) == {ENTITY}


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
    letter = closed_classes().get(words[i + 1].key)
    known = verb(words[i + 1].key)
    if letter in (PREPOSITION, COORDINATOR, SUBORDINATOR, BE, HAVE, MODAL, RELATIVE):
        return False
    if letter == TO and i + 2 < len(words) and closed_classes().get(words[i + 2].key) == DETERMINER:
        return False  # 'AUKUS partners to the peace', not 'Norway plans to build'
    return known is None or known.nounlike or ING in known.forms
