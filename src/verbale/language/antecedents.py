"""Whom 'he' and 'she' mean at the opening of a sentence: the subject of the one before, or the last one told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.language.marks import Marked, PersonMark
from verbale.language.tokens import QUOTES

_PRONOUNS = frozenset({"he", "she"})
_OPENING = 6  # tokens from the start of a sentence to the name that is its subject
_PRONOUN_NEAR = 5  # tokens before the pronoun that opens the main clause: 'In this ocean, he said'
_GOVERNING = frozenset("with by to of from between for after against as than including alongside".split())


def with_pronouns(
    marked: Sequence[Marked], marks: Sequence[Sequence[PersonMark]]
) -> Iterator[tuple[Marked, Sequence[PersonMark]]]:
    """The sentences, each with the marks of its people; the 'he' or 'she' that opens one is a mark of whom it means.

    'Minister A went further. He thanked Peru.' The subject holds through sentences that name nobody but him.
    """
    subject: int | None = None
    for sentence, named in zip(marked, marks, strict=True):
        pronoun = _pronoun(sentence, named)
        if subject is not None and pronoun is not None:
            found = [PersonMark(pronoun, pronoun + 1, subject), *named]
            yield sentence, sorted(found, key=lambda mark: mark.first)
            continue
        yield sentence, named
        if named:
            subject = _subject(sentence, named)
        elif not _PRONOUNS & {token.key for token in sentence.sentence.tokens}:
            subject = None


def _pronoun(sentence: Marked, named: Sequence[PersonMark]) -> int | None:
    """Where the pronoun that opens the sentence stands, nobody being named before it."""
    words = sentence.sentence.tokens
    first = next((i for i, token in enumerate(words[: _PRONOUN_NEAR + 1]) if token.key in _PRONOUNS), None)
    if first is None or any(mark.first < first for mark in named):
        return None
    if any(token.text in QUOTES for token in words[:first]):
        return None
    return first


def _subject(sentence: Marked, named: Sequence[PersonMark]) -> int | None:
    """The person with whom a sentence begins, no preposition leading in."""
    mark = named[0]
    words = sentence.sentence.tokens
    lead = [token.key for token in words[: mark.first]]
    if mark.first > _OPENING and not any(post.last == mark.first for post in sentence.posts):
        return None
    return None if _GOVERNING & set(lead[:1]) else mark.person
