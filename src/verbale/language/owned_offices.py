"""Office holders told by whose the office is without a name: 'Its culture commissioner, A', 'our arts minister, B'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from verbale.language.cast import Cast
from verbale.language.marks import Marked, PartyForm, PartyMark, PersonMark, PostMark
from verbale.language.tokens import Token
from verbale.language.verbs import verb
from verbale.model.vocabulary import load

_HOUSES = frozenset({PartyForm.METONYM, PartyForm.INSTITUTION})
_NAMES = _HOUSES | {PartyForm.NAME}
_MET = frozenset({"met", "meet", "meeting", "with", "received", "by"})
_OPENING = 3  # tokens from the start of a sentence to the state that is its subject
_STYLE = 3  # tokens between an office and its holder: a comma, 'Mr'
_NOUN = 6  # tokens of an institution's name behind its country: 'Latvian National Armed Forces'
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_TELLING = frozenset({"say", "announce", "confirm", "add"})


def owned_offices(cast: Cast, marked: Sequence[Marked], own: str | None, known: Mapping[int, str]) -> dict[int, str]:
    """The parties of people whose office a pronoun owns: 'its' is the state or institution that opens this sentence or
    the one before, 'our' in a newspaper the newspaper's country, `own`; and of those for whom a palace speaks."""
    found: dict[int, str] = {}
    before: str | None = None
    for sentence, marks in zip(marked, cast.marks, strict=True):
        named = _subject(sentence)
        for mark in marks:
            if mark.person in known or mark.person in found:
                continue
            code = _owner(sentence, mark, named, before, own)
            if code is not None:
                found[mark.person] = code
        before = named
    return found


def _owner(sentence: Marked, mark: PersonMark, named: str | None, before: str | None, own: str | None) -> str | None:
    """Whose office the person holds whom the mark names, by the word that leads in."""
    words, post = sentence.sentence.tokens, _office(sentence, mark)
    first = post.first if post is not None else _rank_start(words, mark)
    pronoun = words[first - 1].key if first else ""
    if pronoun in {"its", "their"}:
        met = _nearest(sentence, mark) if pronoun == "its" and post is not None else None
        return met or (named if first > 1 else None) or before
    if pronoun == "our" and post is not None:
        return own
    if post is None or post.party:
        return None
    if _SPEAKING & set(post.title.casefold().split()) and pronoun not in {"a", "an", "another"} and named is None:
        return before  # 'The palace refused. Spokesman A said'
    return _spoken_for(sentence, first)


def _office(sentence: Marked, mark: PersonMark) -> PostMark | None:
    """The office before a name, with its comma or a style between."""
    posts = [post for post in sentence.posts if 0 <= mark.first - post.last <= _STYLE and post.first > -1]
    return posts[-1] if posts else None


def _rank_start(words: Sequence[Token], mark: PersonMark) -> int:
    """The first word of 'commander, Lieutenant General' before a name; where no office of its own stands there."""
    start = next((i for i in range(mark.first - 1, max(-1, mark.first - _NOUN), -1) if words[i].text == ","), 0)
    return start - 1 if start > 1 and words[start - 1].key in _commanders() else mark.first


@cache
def _commanders() -> frozenset[str]:
    return frozenset(load("agents")["singular"].split())


def _spoken_for(sentence: Marked, first: int) -> str | None:
    """'The palace said President A would come': of the government that tells of him."""
    words = sentence.sentence.tokens
    opening = next((m for m in sentence.parties if m.first < _OPENING and m.form in _HOUSES), None)
    if opening is None or opening.last >= len(words):
        return None
    told = verb(words[opening.last].key)
    start = opening.last + 1 + (words[opening.last + 1 : first] != () and words[opening.last + 1].key == "that")
    return opening.code if told is not None and told.lemma in _TELLING and start == first else None


def _nearest(sentence: Marked, mark: PersonMark) -> str | None:
    """The body or state that was met: 'went to the seat of the Arab League and met its head, A'."""
    before = [
        party for party in sentence.parties if party.last < mark.first and party.form in _NAMES | {PartyForm.BODY}
    ]
    words = sentence.sentence.tokens[before[-1].last : mark.first] if before else ()
    return before[-1].code if _MET & {word.key for word in words} else None


def _subject(sentence: Marked) -> str | None:
    """The state or institution that a sentence begins with."""
    words = sentence.sentence.tokens
    opening = [mark for mark in sentence.parties if mark.first < _OPENING]
    codes = {m.code for m in opening if m.form in _NAMES | {PartyForm.BODY} or _institution(words, m)}
    return codes.pop() if len(codes) == 1 else None


def _institution(words: Sequence[Token], mark: PartyMark) -> bool:
    """'The Congolese army', 'The Latvian National Armed Forces': an institution with its country's adjective."""
    if mark.form is not PartyForm.ADJECTIVE:
        return False
    ahead = words[mark.last : mark.last + _NOUN]
    noun = next((i for i, word in enumerate(ahead) if word.key in _institutions()), None)
    return noun is not None and all(word.capital or i == noun or i == 0 for i, word in enumerate(ahead[: noun + 1]))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(load("references")["institutions"])
