"""The last one of its kind: 'the first visit by a Norwegian prime minister since 2011' tells of that of 2011."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.language.marks import DateMark, Marked
from verbale.language.tokens import Token
from verbale.language.verbs import verb
from verbale.model.dates import PartialDate
from verbale.reader.engagements.mention import Mention
from verbale.reader.scene import Scene

_REACH = 24  # tokens between 'first' and 'since'
_KINDS = frozenset({"visit", "dialogue", "talks", "call"})
_NEAR = 4  # tokens between 'first' and 'meeting'
_BETWEEN = 12  # tokens between 'meeting' and 'since May 2021'


def visit_before(scene: Scene, marked: Marked, mention: Mention) -> Mention | None:
    """The earlier visit that a sentence on the first one since then tells of, or None."""
    when = _since(marked) if mention.kind in _KINDS else None
    if when is None:
        return None
    words = marked.sentence.tokens
    if mention.kind != "visit":
        return _round_before(words, mention, when) or _talks_before(words, mention, when)
    opening = [i for i in range(max(0, when.first - _REACH), when.first) if words[i].key == "first"]
    by = next((i for i in range(opening[0], when.first) if words[i].key == "by"), None) if opening else None
    guests = _named(marked, by, when.first) if by is not None else set()
    if len(guests) != 1:
        return None
    guest = guests.pop()
    others = [side for side in scene.sides if side != guest]
    host = others[0] if len(others) == 1 and len(scene.sides) == 2 else mention.country
    if host is None or host == guest:
        return None
    return replace(
        mention, parties=frozenset({guest, host}), people={}, when=replace(when, since=False), place=None,
        country=host, planned=False, definite=False, turn="previous", event=True, open=False, both=False, round=None,
    )  # fmt: skip


def _round_before(words: Sequence[Token], mention: Mention, when: DateMark) -> Mention | None:
    """'the committee's first meeting since 2012', 'the first Maritime Dialogue since May 2019'."""
    trigger = mention.segment.trigger
    named = mention.mechanism is not None or mention.series
    first = any(word.key == "first" for word in words[max(0, trigger.first - 2) : trigger.last])
    if not (named and first and when.first == trigger.last + 1):
        return None
    return replace(
        mention, people={}, when=replace(when, since=False), place=None, country=None, planned=False, definite=False,
        turn="previous", event=True, open=False, round=None,
    )  # fmt: skip


def _talks_before(words: Sequence[Token], mention: Mention, when: DateMark) -> Mention | None:
    """'It was the first meeting between the two ministers since May 2021', 'their first call since January'."""
    trigger = mention.segment.trigger
    first = any(word.key == "first" for word in words[max(0, trigger.first - _NEAR) : trigger.first + 1])
    close = 0 < when.first - trigger.last <= _BETWEEN and not trigger.verbal and mention.mechanism is None
    plain = not any(verb(word.key) for word in words[trigger.last : when.first] if not word.capital)
    if not (first and close and plain and _ends_clause(words, when.last)):
        return None
    return replace(
        mention, people={}, when=replace(when, since=False), place=None, country=None, planned=False, definite=False,
        turn="previous", event=True, open=False, round=None, both=mention.both or len(mention.parties) < 2,
    )  # fmt: skip


def _ends_clause(words: Sequence[Token], index: int) -> bool:
    """Nothing is told behind the date but an aside: not 'since May 2021 began', 'since 2019 elections'."""
    return index >= len(words) or words[index].text in {".", ",", ";", ")"} or words[index].key == "and"


def _named(marked: Marked, first: int, last: int) -> set[str]:
    """The parties of the people between: 'by a Norwegian prime minister'."""
    posts = {post.party for post in marked.posts if first < post.first < last and post.party}
    return posts or {mark.code for mark in marked.parties if first < mark.first < last}


def _since(marked: Marked) -> DateMark | None:
    """The date of 'since 2011'; a day or month without its year says too little."""
    for date in marked.dates:
        known = isinstance(date.start, PartialDate) and date.start.year is not None
        if known and date.since and date.first and marked.sentence.tokens[date.first - 1].key == "since":
            return date
    return None
