"""On whose side people of a sentence stand: delegations, 'on the Vietnamese side', lists of one government."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verbale.language.marks import Marked, PartyForm, PartyMark
from verbale.language.mentions import Mention
from verbale.language.post_words import folded
from verbale.language.tokens import Token

_GROUPS = frozenset(
    {"delegation", "side", "team", "representatives", "officials", "delegates", "participants", "party", "one"}
)
_HEADING = frozenset({"led", "headed", "chaired", "heading", "leading", "represented", "head", "heads", "leader"})
_OPENERS = frozenset({"led", "headed", "included", "comprised", "chaired", "co-led", "coled", "represented", "includes",
                      "comprises", "were", "was", "consisted", "featured", "cochaired", "including"})  # fmt: skip
_MINISTERS = frozenset({"minister", "ministers", "premier", "taoiseach", "chancellor", "king", "sultan"})


def add_sides(marked: Marked, mentions: Sequence[Mention]) -> None:
    """Give the people of a sentence the party that the sentence says of their side, where their office did not say."""
    if not mentions or not marked.parties:
        return
    _add_delegations(marked, mentions)
    _add_lists(marked, mentions)


def _add_delegations(marked: Marked, mentions: Sequence[Mention]) -> None:
    words = marked.sentence.tokens
    groups = [(at, party) for at, token in enumerate(words) if token.key in _GROUPS
              and (party := _party_of(marked, words, at)) is not None]  # fmt: skip
    for order, (at, party) in enumerate(groups):
        if words[at].key == "one" and not order:
            continue
        stop = groups[order + 1][0] if order + 1 < len(groups) else len(words)
        if _opens(words, at):
            _give(mentions, party, at, min(stop, _clause_end(words, at)))
        else:
            _give_before(words, mentions, party, at)


def _party_of(marked: Marked, words: Sequence[Token], at: int) -> str | None:
    """The party of a delegation: the adjective or possessive before it, or 'of/from' the country after it."""
    mark = _nearby(marked.parties, at)
    if mark is not None:
        return mark.code
    after = at + 1
    if after < len(words) and words[after].key in {"of", "from"}:
        for party in marked.parties:
            if after < party.first <= after + 5 and all(
                words[i].key in {"the", "government", "of", "republic"} for i in range(after + 1, party.first)
            ):
                return party.code
    return None


def _nearby(parties: Sequence[PartyMark], at: int) -> PartyMark | None:
    return next((mark for mark in parties if 0 <= at - mark.last <= 2 and mark.form is not PartyForm.BODY), None)


def _opens(words: Sequence[Token], at: int) -> bool:
    """Whether the group is followed by who is in it: 'was led by', 'included', 'was headed by'."""
    ahead = [token.key for token in words[at + 1 : at + 9]]
    if words[at].key == "one":
        return bool(ahead) and (ahead[0] == "by" or ahead[0] in _OPENERS)
    return any(key in _OPENERS for key in ahead) or ":" in ahead[:2]


def _give(mentions: Sequence[Mention], party: str, first: int, last: int) -> None:
    for mention in mentions:
        if first < mention.name.first < last and mention.party is None:
            mention.party, mention.reason = party, "delegation"


def _give_before(words: Sequence[Token], mentions: Sequence[Mention], party: str, at: int) -> None:
    """'X led the Pakistan delegation', 'X, head of the Indian delegation', 'by X on the Vietnamese side'."""
    window = range(max(0, at - 7), at)
    led = next((i for i in window if words[i].key in _HEADING), None)
    on_side = next((i for i in window if words[i].key in {"on", "from", "for"}), None)
    pivot = led if led is not None else (on_side if words[at].key == "side" else None)
    if pivot is None:
        return
    before = [mention for mention in mentions if mention.name.last <= pivot]
    if led is not None and words[led].key.endswith("ing") and not (before and before[-1].name.last >= led - 2):
        _give(mentions, party, at, _clause_end(words, at))
        return
    if before and pivot - before[-1].name.last <= 12:
        _set(before[-1], party)
        if len(before) > 1 and words[before[-1].name.first - 1].key == "and":
            _set(before[-2], party)
    elif on_side is not None and words[at].key == "side":
        _give(mentions, party, at, len(words))


def _clause_end(words: Sequence[Token], at: int) -> int:
    return next((i for i in range(at, len(words)) if words[i].text in {";", "."}), len(words))


def _set(mention: Mention, party: str) -> None:
    if mention.party is None:
        mention.party, mention.reason = party, "delegation"


def _add_lists(marked: Marked, mentions: Sequence[Mention]) -> None:
    """In 'Japanese Foreign Minister A and Defence Minister B', B is of A's party: another office of the same kind."""
    words = marked.sentence.tokens
    for before, mention in pairwise(mentions):
        if mention.party or not before.party or not mention.post or not before.post:
            continue
        if before.reason not in {"office", "list"} or not _next_in_list(words, before, mention):
            continue
        here, there = set(folded(mention.post).split()), set(folded(before.post).split())
        if here != there and before.party != "US" and bool(here & _MINISTERS) == bool(there & _MINISTERS):
            mention.party, mention.reason = before.party, "list"


def _next_in_list(words: Sequence[Token], before: Mention, mention: Mention) -> bool:
    between = [token.key for token in words[before.name.last : mention.name.first]]
    if not between or between[0] not in {"and", ","} or any(key in {"met", "with", "said"} for key in between):
        return False
    return len(between) <= 14
