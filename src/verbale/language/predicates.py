"""Verb groups of a sentence: 'has agreed', 'will continue to support', 'was co-chaired', 'adding'."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from verbale.language import tag_letters as t
from verbale.language.phrasal_verbs import phrasal
from verbale.language.tokens import Token
from verbale.language.verbs import verb
from verbale.model.vocabulary import load

LOOKING_BACK = frozenset({"past", "perfect", "pluperfect"})  # tenses of what is done
LOOKING_FORWARD = frozenset({"future", "would"})  # of what is to come
_WILL = frozenset({"will", "shall", "'ll", "won't", "shan't"})
_WOULD = frozenset({"would", "'d", "wouldn't"})
_FINITE_BE = frozenset({"is", "are", "was", "were", "am"})
_NOT = frozenset({"not", "never", "n't", "no"})
_COURTESIES = frozenset(
    "thank express congratulate emphasize stress underline commend extend convey welcome reiterate "
    "reaffirm announce highlight acknowledge recognize say pay assure note underscore praise report "
    "inform".split()
)
_GLADLY = frozenset({"pleased", "glad", "happy", "delighted", "proud", "honored", "privileged", "able"})
_SPOKEN = frozenset({"say", "add", "stress", "emphasize", "admit", "mention", "note"})
_APPEARANCES = frozenset("visit trip speech address meeting talks remarks statement call tour stop appearance".split())
_SILENCE = frozenset(
    "discuss comment answer say elaborate respond speculate disclose reveal confirm specify explain".split()
)
_OPENING = frozenset({t.GERUND, t.TO, t.FINITE, t.HAVE, t.BE, t.MODAL, t.DO, t.PAST_PARTICIPLE})  # of a verb group
_LEADING_UP = frozenset({"have", "be", "take", "use"})  # 'is pleased to', 'take this opportunity to'
_PARENTHESIS = 9  # tokens between commas inside a verb group: 'has, since August 2024, been given'


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group. `head` is the index of its main verb; `lemma` stands for a phrasal verb as a whole, whose last
    token is `last - 1`. `tense`: past, present, perfect, pluperfect, future (will), would, modal, none."""

    first: int
    last: int
    head: int
    lemma: str
    tense: str
    passive: bool = False
    negated: bool = False
    form: str = "finite"  # finite, gerund, infinitive, participle
    progressive: bool = False


def predicates(words: tuple[Token, ...], tags: list[str]) -> list[Predicate]:
    """All verb groups of a sentence, in order; an infinitive after 'to' is one of its own."""
    found: list[Predicate] = []
    i = 0
    while i < len(words):
        group = _group(words, tags, i) if tags[i] in _OPENING else None
        if group is None:
            i += 1
            continue
        to = group.last if _raises(words, group) else _courteous(words, tags, group)
        inner = _group(words, tags, to) if to is not None else None
        withheld = _withheld(words, tags, group)
        if withheld is not None:
            group = withheld
        elif inner is not None and inner.form in {
            "infinitive",
            "gerund",
        }:  # 'went on to discuss', 'would like to thank'
            tense = "present" if group.tense in {"would", "present"} else group.tense
            group = replace(inner, first=group.first, tense=tense, form=group.form, negated=group.negated)
        found.append(group)
        i = max(group.last, i + 1)
    return found


@cache
def _raising() -> frozenset[str]:
    return frozenset(load("verbs")["raising"])


def _courteous(words: tuple[Token, ...], tags: list[str], group: Predicate) -> int | None:
    """Where the infinitive stands in 'is pleased to announce', 'take this opportunity to thank'; None elsewhere."""
    if group.lemma not in _LEADING_UP and not group.passive:
        return None
    i = group.last
    if group.lemma == "have" and {w.key for w in words[i : i + 4]} & {"pleasure", "honor", "privilege"}:
        for k in range(i, min(i + 7, len(words))):
            follows = verb(words[k].key)
            if tags[k] == t.GERUND and follows is not None and follows.lemma in _COURTESIES:
                return k  # 'have great pleasure in announcing'
        return None
    reach = 9 if group.lemma == "use" else 4
    while i < len(words) and i < group.last + reach and tags[i] != t.TO:
        i += 1
    if i >= len(words) - 1 or tags[i] != t.TO:
        return None
    between = {w.key for w in words[group.first : i]}
    if group.lemma == "be" or (group.passive and words[group.head].key in _GLADLY):
        fits = bool(between & _GLADLY)
    else:
        fits = group.lemma in {"take", "use"} and bool(between & {"opportunity", "occasion", "chance"})
        if group.lemma == "use" and between & _APPEARANCES:  # 'used his visit to accuse'
            return i if tags[i + 1] == t.PLAIN else None
    follows = verb(words[i + 1].key)
    return i if fits and follows is not None and follows.lemma in _COURTESIES else None


def _withheld(words: tuple[Token, ...], tags: list[str], group: Predicate) -> Predicate | None:
    """'declined to comment', 'refused to say': what was not said, as the negated verb of saying."""
    to = group.last if group.lemma == "refuse" and words[group.last - 1].key != "to" else group.last - 1
    if group.lemma != "refuse" or to >= len(words) or words[to].key != "to":
        return None
    inner = _group(words, tags, to)
    if inner is None or inner.lemma not in _SILENCE:
        return None
    lemma = "comment" if inner.lemma == "discuss" else inner.lemma  # 'declined to discuss the price' tells nothing
    return replace(inner, first=group.first, tense=group.tense, form=group.form, negated=True, lemma=lemma)


def _raises(words: tuple[Token, ...], group: Predicate) -> bool:
    """Whether a verb only leads up to the infinitive behind it."""
    if group.last >= len(words) or words[group.last].key != "to":
        return False
    if group.lemma in {"wish", "want", "like", "have"}:  # 'wish to thank', 'have to say', but 'wants to build'
        follows = verb(words[group.last + 1].key) if group.last + 1 < len(words) else None
        return follows is not None and follows.lemma in _COURTESIES
    return group.lemma in _raising()


def _group(words: tuple[Token, ...], tags: list[str], i: int) -> Predicate | None:
    letter = tags[i]
    if letter == t.GERUND:
        return _finish(words, i, i, "none", form="gerund")
    if letter == t.TO and i + 1 < len(words):
        j = i + 1
        while j + 1 < len(words) and tags[j] == t.ADVERB:
            j += 1
        if tags[j] in (t.PLAIN, t.BE, t.HAVE, t.DO):
            return _finish(words, i, j, "none", form="infinitive")
        return None
    if letter == t.FINITE:
        known = verb(words[i].key)
        past = known is not None and "d" in known.forms
        return _finish(words, i, i, "past" if past else "present")
    if letter == t.HAVE and words[i].key == "having" and (done := _having_done(words, tags, i)) is not None:
        return done
    if letter in (t.HAVE, t.BE) and words[i].key in {"having", "being"}:
        return _finish(words, i, i, "none", form="gerund")
    if (
        letter == t.MODAL
        and words[i].key == "should"
        and i + 2 < len(words)
        and tags[i + 1] in (t.DETERMINER, t.PRONOUN)
    ):
        return None  # 'should the need arise'
    if letter in (t.MODAL, t.BE, t.HAVE, t.DO):
        return _auxiliary(words, tags, i)
    if letter == t.PAST_PARTICIPLE:
        if i + 1 < len(words) and tags[i + 1] == t.BE and words[i + 1].key not in {"being", "been"}:
            inverted = _finish(words, i, i, _first_tense(words[i + 1], t.BE), passive=True)  # 'Also discussed were'
            return replace(inverted, last=i + 2)
        return _finish(words, i, i, "none", form="participle")
    return None


def _having_done(words: tuple[Token, ...], tags: list[str], i: int) -> Predicate | None:
    """'Having thanked Norway, …', 'having been asked': a perfect participle, as a gerund of its main verb."""
    j, passive = i + 1, False
    while j < len(words) and (tags[j] == t.ADVERB or words[j].key == "been"):
        passive = passive or words[j].key == "been"
        j += 1
    if j >= len(words) or tags[j] != t.PAST_PARTICIPLE:
        return None
    return _finish(words, i, j, "none", passive, form="gerund")


def _auxiliary(words: tuple[Token, ...], tags: list[str], i: int) -> Predicate:
    """A group that opens with a modal or auxiliary, up to its main verb; 'be' alone is a copula."""
    tense, passive, negated = _first_tense(words[i], tags[i]), False, _contracted(words[i])
    j, last_aux = i, i
    while j + 1 < len(words):
        j += 1
        if tags[j] in (t.ADVERB, t.DATE) or words[j].key in {"since", "yet"}:
            negated = negated or words[j].key in _NOT
        elif tags[j] in (t.BE, t.HAVE, t.DO):
            if tags[last_aux] in (t.HAVE, t.MODAL) and words[j].key in _FINITE_BE:
                break  # 'the talks we had yesterday were'
            last_aux = j
            negated = negated or _contracted(words[j])
        elif tags[j] == t.PREPOSITION and tags[last_aux] == t.HAVE:  # 'has in the past hosted'
            resumed = _after_phrase(words, tags, j)
            if resumed is None:
                break
            j = resumed - 1
        elif words[j].text == ",":
            resumed = _after_parenthesis(words, tags, j)
            if resumed is None:
                break
            j = resumed - 1
        else:
            break
    letter = tags[j] if j < len(words) else ""
    if letter == t.TO and words[j - 1].key == "yet" and tags[last_aux] == t.HAVE:  # 'has yet to take effect'
        inner = _group(words, tags, j)
        if inner is not None:
            return replace(inner, first=i, tense="perfect", form="finite", negated=True)
    if letter == t.TO and words[last_aux].key == "ought":
        inner = _group(words, tags, j)
        if inner is not None:
            return replace(inner, first=i, tense="modal", form="finite", negated=negated)
    if letter == t.TO and tags[last_aux] == t.BE:
        announced = _announced(words, tags, i, j, negated)
        if announced is not None:
            return announced
    if tense == "modal" and letter == t.PLAIN and j == i + 1 and words[j].key in _SPOKEN:
        tense = "present"  # 'I must say', 'may I add'
    if letter in (t.PLAIN, t.PAST_PARTICIPLE, t.GERUND, t.FINITE) and j > last_aux:
        passive = tags[last_aux] == t.BE and letter in (t.PAST_PARTICIPLE, t.FINITE)
        if passive and last_aux == i and words[i].key == "'s" and _object_at(tags, j + 1):
            tense, passive = "perfect", False  # "he's proposed a limit"
        group = _finish(words, i, j, tense, passive, negated)
        progressive = tags[last_aux] == t.BE and letter == t.GERUND
        inner = _group(words, tags, j + 1) if progressive and words[j].key == "going" and j + 1 < len(words) else None
        if inner is not None and inner.form == "infinitive":  # 'is going to defend'
            ahead = "would" if tense == "past" else "future"
            return replace(inner, first=i, tense=ahead, form="finite", negated=negated)
        return replace(group, progressive=True) if progressive else group
    if tags[last_aux] == t.BE and letter == t.ADJECTIVE and _participle(words[j]):
        return _finish(words, i, j, tense, True, negated)
    if tags[last_aux] == t.HAVE and last_aux == i:
        tense = "past" if words[i].key in {"had", "hadn't"} else "present"
    return _finish(words, i, last_aux, tense, False, negated)


def _object_at(tags: list[str], i: int) -> bool:
    return i < len(tags) and tags[i] in (t.DETERMINER, t.NUMBER, t.OBJECT)


def _contracted(word: Token) -> bool:
    """'doesn't', 'can't', 'cannot': an auxiliary with its 'not'."""
    return word.key.endswith("n't") or word.key == "cannot"


def _announced(words: tuple[Token, ...], tags: list[str], first: int, to: int, negated: bool) -> Predicate | None:
    """'is to gather', 'are to be signed': what is arranged for the future."""
    inner = _group(words, tags, to)
    if inner is None or inner.form != "infinitive":
        return None
    if tags[inner.head] == t.BE and inner.last < len(words) and tags[inner.last] == t.PAST_PARTICIPLE:
        return _finish(words, first, inner.last, "future", True, negated)
    return replace(inner, first=first, tense="future", form="finite", negated=negated)


def _participle(word: Token) -> bool:
    known = verb(word.key)
    return known is not None and "n" in known.forms and "b" not in known.forms


def _after_phrase(words: tuple[Token, ...], tags: list[str], preposition: int) -> int | None:
    """The participle behind a short phrase inside a verb group: 'in recent years', 'over the past decade'."""
    for k in range(preposition + 1, min(preposition + 5, len(words))):
        if k > preposition + 1 and _participle(words[k]):
            return k
        if tags[k] not in (t.DETERMINER, t.ADJECTIVE, t.NOUN, t.DATE, t.NUMBER):
            return None
    return None


def _after_parenthesis(words: tuple[Token, ...], tags: list[str], comma: int) -> int | None:
    """The index after a parenthesis between commas, if the verb group goes on there."""
    for k in range(comma + 1, min(comma + _PARENTHESIS, len(words) - 1)):
        if words[k].text == ",":
            return k + 1 if tags[k + 1] in (t.BE, t.PAST_PARTICIPLE, t.PLAIN) or _participle(words[k + 1]) else None
    return None


def _first_tense(word: Token, letter: str) -> str:
    key = word.key
    if letter == t.MODAL:
        return "would" if key in _WOULD else "future" if key in _WILL else "modal"
    if letter == t.HAVE:
        return "pluperfect" if key in {"had", "hadn't"} else "perfect"
    past = key in {"was", "were", "did", "had", "didn't", "wasn't", "weren't", "hadn't"}
    return "past" if past else "present"


def _finish(
    words: tuple[Token, ...],
    first: int,
    head: int,
    tense: str,
    passive: bool = False,
    negated: bool = False,
    form: str = "finite",
) -> Predicate:
    known = verb(words[head].key)
    lemma = known.lemma if known else _auxiliary_lemma(words[head].key)
    last, whole = phrasal(words, head, lemma)
    return Predicate(first, last, head, whole, tense, passive, negated, form)


def _auxiliary_lemma(key: str) -> str:
    if key in {"has", "have", "had", "having", "'ve", "hasn't", "haven't", "hadn't"}:
        return "have"
    if key in {"do", "does", "did", "doing", "don't", "doesn't", "didn't"}:
        return "do"
    return "be"
