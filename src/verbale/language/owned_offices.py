"""Office holders told by whose the office is without a name: 'Its culture commissioner, A', 'our arts minister, B'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from verbale.language.cast import Cast
from verbale.language.marks import Marked, PartyForm, PersonMark

_NAMES = frozenset({PartyForm.NAME, PartyForm.METONYM})
_MET = frozenset({"met", "meet", "meeting", "with", "received", "by"})
_OPENING = 3  # tokens from the start of a sentence to the state that is its subject
_STYLE = 3  # tokens between an office and its holder: a comma, 'Mr'


def owned_offices(cast: Cast, marked: Sequence[Marked], own: str | None, known: Mapping[int, str]) -> dict[int, str]:
    """The parties of people whose office a pronoun owns: 'its' is the state that opens this sentence or the one
    before, 'our' in a newspaper the newspaper's country, `own`."""
    found: dict[int, str] = {}
    before: str | None = None
    for sentence, marks in zip(marked, cast.marks, strict=True):
        named = _subject(sentence)
        subject = named or before
        for mark in marks:
            if mark.person in known or mark.person in found:
                continue
            pronoun = _pronoun(sentence, mark)
            its = (_nearest(sentence, mark) or subject) if pronoun == "its" else None
            code = its or (own if pronoun == "our" else None)
            if code is not None:
                found[mark.person] = code
        before = named
    return found


def _nearest(sentence: Marked, mark: PersonMark) -> str | None:
    """The body or state that was met: 'went to the seat of the Arab League and met its head, A'."""
    before = [
        party for party in sentence.parties if party.last < mark.first and party.form in _NAMES | {PartyForm.BODY}
    ]
    words = sentence.sentence.tokens[before[-1].last : mark.first] if before else ()
    return before[-1].code if _MET & {word.key for word in words} else None


def _pronoun(sentence: Marked, mark: PersonMark) -> str:
    """The word before the office that leads into the name."""
    posts = [post for post in sentence.posts if 0 <= mark.first - post.last <= _STYLE and post.first > 0]
    return sentence.sentence.tokens[posts[-1].first - 1].key if posts else ""


def _subject(sentence: Marked) -> str | None:
    """The state that a sentence begins with."""
    opening = [mark.code for mark in sentence.parties if mark.first < _OPENING and mark.form in _NAMES]
    return opening[0] if len(set(opening)) == 1 else None
