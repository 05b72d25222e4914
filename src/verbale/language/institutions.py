"""Institutions that a document calls by a name that several states use, or by initials: 'the MEA', 'PCG', 'the DFA'.

Whose they are is told by the document alone: by the states that it is about, or by the words that it abbreviates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from verbale.language import geography
from verbale.language.geography import DASHES
from verbale.language.mark_spans import covered
from verbale.language.marks import Marked, PartyForm, PartyMark
from verbale.language.phrases import PhraseTable
from verbale.language.post_words import post_words
from verbale.language.tokens import APOSTROPHE_S, Token
from verbale.model.vocabulary import load

_LINKS = frozenset({"of", "and", "for", "the", "on", "to", "in", "de"})
_LONGEST_NAME = 8  # words beside a country that may be one institution's name
_LETTERS = range(3, 8)  # in an abbreviation


def name_institutions(told: Sequence[Marked]) -> None:
    """Mark shared and abbreviated names of institutions as the state's that the document lets be told."""
    counts = Counter(mark.code for marked in told for mark in marked.parties)
    explained = _explained(told)
    for marked in told:
        for finder in (_doubtful(marked, counts), _shared(marked, counts), _abbreviated(marked, explained)):
            if found := list(finder):
                marked.parties = sorted([*marked.parties, *found], key=lambda mark: mark.first)


@cache
def _names() -> PhraseTable[tuple[str, ...]]:
    """Names that need the document to tell whose they are, with the states that have such an institution."""
    table = load("institutions")
    short = {
        phrase: (code,)
        for code, lines in table["names"].items()
        for line in lines
        for phrase in line.split(" / ")
        if geography.is_short(phrase)
    }
    shared = short | {phrase: tuple(states) for phrase, states in table["shared"].items()}
    return PhraseTable(shared.items(), exact_case=shared)


@cache
def _with_article() -> frozenset[str]:
    return frozenset(load("institutions")["with_article"])


def _shared(marked: Marked, counts: Counter[str]) -> Iterator[PartyMark]:
    """'The MEA' in a story on India; 'Congress' in one on the United States and Japan."""
    words, taken = marked.sentence.tokens, covered(marked.parties)
    for hit in _names().find(words):
        bare = words[hit.first].text in _with_article() and not (hit.first and words[hit.first - 1].key == "the")
        if bare or taken & set(range(hit.first, hit.last)) or _goes_on(words, hit.first, hit.last):
            continue
        code = _meant(hit.value, counts)
        if code is not None:
            yield PartyMark(hit.first, hit.last, code, PartyForm.INSTITUTION)


@cache
def _states() -> dict[str, tuple[str, ...]]:
    return {name: tuple(codes) for name, codes in load("countries")["doubtful"].items()}


def _doubtful(marked: Marked, counts: Counter[str]) -> Iterator[PartyMark]:
    """'The Congolese army', 'Congo said': of the two states, the one that the document names in full."""
    words, taken = marked.sentence.tokens, covered(marked.parties)
    for i, word in enumerate(words):
        if word.text not in _states() or i in taken:
            continue
        noun = i + 1 < len(words) and words[i + 1].capital and words[i + 1].text.isalpha()
        adjective = word.text.endswith("ese")
        code = None if noun and not adjective else _meant(_states()[word.text], counts)
        if code is not None:
            yield PartyMark(i, i + 1, code, PartyForm.ADJECTIVE if adjective else PartyForm.NAME)


def _meant(states: Sequence[str], counts: Counter[str]) -> str | None:
    """The one of these states that the document names; of several, the one that it is about."""
    named = [code for code in states if code in counts]
    if len(named) > 1:
        leading = {code for code, _ in counts.most_common(2)}
        named = [code for code in named if code in leading]
    return named[0] if len(named) == 1 else None


def _goes_on(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words are part of a longer name: 'World Congress', 'Congress Centre'."""
    if words[first].text.isupper():
        return False
    before = first > 1 and words[first - 1].capital and words[first - 1].text.isalpha()
    return before or (last < len(words) and words[last].capital and words[last].key in post_words().bodies)


def _explained(told: Sequence[Marked]) -> dict[str, str]:
    """The abbreviations of institutions that the document names with their country, and whose they are."""
    candidates: dict[str, set[str]] = {}
    for marked in told:
        for mark in marked.parties:
            if mark.form is PartyForm.BODY or _paired(marked.sentence.tokens, mark):
                continue
            for letters in _initials(marked, mark):
                candidates.setdefault(letters, set()).add(mark.code)
    return {letters: next(iter(codes)) for letters, codes in candidates.items() if len(codes) == 1}


def _paired(words: Sequence[Token], mark: PartyMark) -> bool:
    """'the U.S.-Canada Task Force': of two states, no one's own."""
    before = words[mark.first - 1].text if mark.first else ""
    return before in DASHES or (mark.last < len(words) and words[mark.last].text in DASHES)


def _initials(marked: Marked, mark: PartyMark) -> Iterator[str]:
    """'the Philippine Coast Guard' as PCG and CG, 'Border Guard Bangladesh' as BGB; what stands in brackets behind."""
    words = marked.sentence.tokens
    others = {other.first for other in marked.parties if other.first >= mark.last}
    whole = own = ""
    named = False
    for i in range(_beginning(words, mark), min(len(words), mark.last + _LONGEST_NAME)):
        word = words[i]
        if i in others:
            return
        if _in_name(word):
            whole += word.text[0]
            own += "" if mark.first <= i < mark.last else word.text[0]
            named = named or word.key in post_words().bodies
            if named and i >= mark.last - 1:
                yield from (whole, own)
        elif word.key not in _LINKS and word.text not in APOSTROPHE_S:
            if named and word.text == "(" and i + 2 < len(words) and words[i + 2].text == ")":
                yield words[i + 1].text
            return


def _beginning(words: Sequence[Token], mark: PartyMark) -> int:
    """The first of the capitalised words that lead into a country's name."""
    first = mark.first
    while first > max(0, mark.first - _LONGEST_NAME) and _in_name(words[first - 1]):
        first -= 1
    return first


def _in_name(word: Token) -> bool:
    return word.capital and word.text.isalpha() and word.key not in _LINKS


def _abbreviated(marked: Marked, explained: Mapping[str, str]) -> Iterator[PartyMark]:
    """Wherever an abbreviation stands that the document has explained."""
    if not explained:
        return
    taken = covered(marked.parties)
    for i, word in enumerate(marked.sentence.tokens):
        code = explained.get(word.text)
        if code is not None and i not in taken and _is_letters(word.text) and geography.lookup(word.text) is None:
            yield PartyMark(i, i + 1, code, PartyForm.INSTITUTION)


def _is_letters(text: str) -> bool:
    return text.isupper() and text.isalpha() and len(text) in _LETTERS
