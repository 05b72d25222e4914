"""What the words after a verb say of its act: the object noun, an adjective, an infinitive, a date to come."""

from __future__ import annotations

from dataclasses import dataclass

from verbale.language import tag_letters as t
from verbale.language.clauses import Clause, Parse
from verbale.language.tokens import QUOTES
from verbale.reader.acts.frames import deeds, object_nouns, predicative

_REACH = 9  # words between a verb and the head of its object
_AMOUNTS = frozenset({"number", "range", "series", "set", "variety", "array", "host", "lot", "couple", "majority"})
_CARRIERS = frozenset({"note", "notes", "word", "words", "message", "messages", "debt", "expression"})  # 'of protest'
_CIRCUMSTANCES = frozenset({"during", "at", "after", "following", "before"})
_STOPS = frozenset({t.RELATIVE, t.FINITE, t.MODAL, t.BE, t.HAVE})


@dataclass(frozen=True, slots=True)
class Cues:
    """`noun` and `adjective` are acts named by the object or predicate ('expressed its *readiness*'), `key` and `at`
    the word itself and its place; `to_do` is set where an infinitive or -ing form follows it; `deed` where the noun
    after 'to' names something to be done."""

    noun: str | None = None
    adjective: str | None = None
    key: str = ""
    at: int = -1
    to_do: bool = False
    deed: bool = False


def cues(parse: Parse, clause: Clause) -> Cues:
    """The cues in the first words after the clause's verb group."""
    words, tags = parse.words, parse.tags
    head = words[clause.predicate.head].key
    if (
        clause.predicate.passive and head in predicative() and "-" not in clause.predicate.lemma
    ):  # 'is prepared to', 'are determined to'
        to_do, deed = _aim(parse, clause.predicate.last)
        return Cues(adjective=predicative()[head], key=head, at=clause.predicate.head, to_do=to_do, deed=deed)
    stop = min(clause.end, clause.predicate.last + _REACH, len(words))
    if clause.complement is not None and clause.complement.start >= clause.predicate.last:
        stop = min(stop, clause.complement.start)  # 'said no decision had been taken'
    if clause.predicate.lemma in {"be", "remain", "stand", "feel", "become", "stay"} and not clause.predicate.passive:
        return _predicate_adjective(parse, clause, stop)
    if clause.predicate.last < stop and words[clause.predicate.last].key in _CIRCUMSTANCES:
        stop = clause.predicate.last  # 'announced during the visit'
    for i in range(clause.predicate.last, stop):
        key = words[i].key
        if tags[i] == t.PREPOSITION and i > clause.predicate.last and tags[i - 1] in (t.NOUN, t.ENTITY):
            if words[i].key == "of" and words[i - 1].key in _AMOUNTS | _CARRIERS:
                continue
            break
        if tags[i] == t.FINITE and i == clause.predicate.last + 1 and tags[i - 1] == t.COORDINATOR:
            continue  # 'reaffirm and strengthen our commitment'
        if tags[i] in _STOPS or key == "that" or words[i].text in {";", ":", "–", "—", "("}:
            break
        act = object_nouns().get(key)
        named = words[i].capital and words[i - 1].capital  # part of a name: 'the Industry Alliance'
        if act is not None and not named and tags[i] not in (t.GERUND, t.PLAIN) and not _modifies(parse, i):
            to_do, deed = _aim(parse, i + 1)
            return Cues(noun=act, key=key, at=i, to_do=to_do, deed=deed)
    to_do, deed = _aim(parse, clause.predicate.last)
    return Cues(to_do=to_do, deed=deed)


def _modifies(parse: Parse, i: int) -> bool:
    """'support measures', 'progress report': the noun only modifies the next one."""
    return i + 1 < len(parse.words) and parse.tags[i + 1] == t.NOUN and parse.words[i + 1].key not in object_nouns()


def _predicate_adjective(parse: Parse, clause: Clause, stop: int) -> Cues:
    for i in range(clause.predicate.last, stop):
        key = parse.words[i].key
        act = predicative().get(key)
        if act is not None:
            to_do, deed = _aim(parse, i + 1)
            return Cues(adjective=act, key=key, at=i, to_do=to_do, deed=deed)
        if parse.tags[i] not in (t.ADVERB, t.ADJECTIVE, t.DETERMINER) and key not in {"and", ","}:
            if parse.words[i].text in QUOTES:
                continue  # 'was "disappointed"'
            break
    return Cues()


def _aim(parse: Parse, i: int) -> tuple[bool, bool]:
    """Whether an infinitive or -ing form follows at i, and whether a deed does ('to', 'to the', 'for')."""
    words, tags = parse.words, parse.tags
    if i < len(words) and words[i].text in QUOTES:
        i += 1  # 'would be “delighted” to'
    if i + 1 < len(words) and words[i].text == "," and words[i + 1].key in {"as", "in"}:
        i = next((k + 1 for k in range(i + 1, min(i + 14, len(words))) if words[k].text == ","), i)
    if i >= len(words) or words[i].key not in {"to", "of", "for", "in", "on", "and"}:
        return False, False
    j = i + 1
    while j < len(words) and tags[j] in (t.ADVERB, t.DETERMINER, t.ADJECTIVE):
        j += 1
    if j >= len(words):
        return False, False
    verbal = tags[j] in (t.PLAIN, t.GERUND) or (words[i].key == "to" and tags[j] in (t.BE, t.HAVE))
    while j < len(words) and tags[j] in (t.NOUN, t.ADJECTIVE, t.ENTITY) and j - i < 6:
        if words[j].key in deeds():
            return verbal, True
        j += 1
    return verbal, False
