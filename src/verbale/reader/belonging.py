"""Which side a person is on, where neither office nor name of the country stands with the person.

In a document between two sides the other side of a meeting settles it: who meets, signs with or visits one side is of
the other. Each conclusion keeps its reason; where two sides remain possible the party stays unknown.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from verbale.language.marks import Marked
from verbale.language.people import assign_party
from verbale.language.phrases import PhraseTable
from verbale.model.vocabulary import load
from verbale.reader.scene import Scene

_VISITS = frozenset({"visited", "visit", "visits", "visiting", "arrived", "traveled", "travels", "toured"})
_JOINS = frozenset({"met", "meet", "meets", "cochaired", "cochair", "cochairs", "signed", "sign", "held", "welcomed", "hosted", "received",
                    "spoke", "discussed", "between", "counterpart", "exchanged", "and", "with", "cochaired", "led", "headed", "agreed"})  # fmt: skip


def settle_parties(scene: Scene) -> None:
    """Give people of unknown party the side that the document leaves them."""
    if len(scene.sides) != 2:
        return
    for _ in range(2):  # what is settled first may settle others
        for index, (code, reason) in _conclusions(scene).items():
            scene.cast = assign_party(scene.cast, index, code, reason)


def _conclusions(scene: Scene) -> dict[int, tuple[str, str]]:
    votes: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for marked in scene.marked:
        _by_ministry(scene, marked, votes)
        _by_visit(scene, marked, votes)
        _by_meeting(scene, marked, votes)
    settled: dict[int, tuple[str, str]] = {}
    for index, found in votes.items():
        if len({code for code, _ in found}) == 1:
            settled[index] = min(found)
    return settled


def _unknown(scene: Scene, marked: Marked) -> list[int]:
    """People of the sentence whose party is not known but whose office is."""
    people = dict.fromkeys(m.person for m in marked.people)
    return [p for p in people if scene.cast.people[p].party is None and scene.cast.people[p].post]


def _other(scene: Scene, code: str) -> str:
    return next(side for side in scene.sides if side != code)


def _by_meeting(scene: Scene, marked: Marked, votes: dict[int, set[tuple[str, str]]]) -> None:
    """One of two who meet, sign or preside together is known: the other is of the other side."""
    unknown = _unknown(scene, marked)
    if not unknown:
        return
    keys = {w.key for w in marked.sentence.tokens}
    known = {scene.cast.people[m.person].party for m in marked.people} - {None}
    own = {m.person for m in marked.people}
    if len(known) == 1 and len(unknown) == 1 and len(own) == 2 and keys & _JOINS:
        code = next(iter(known))
        if code in scene.sides:
            votes[unknown[0]].add((_other(scene, str(code)), "met one of the other side"))


def _by_visit(scene: Scene, marked: Marked, votes: dict[int, set[tuple[str, str]]]) -> None:
    """Who visits one of two sides is of the other: 'when President X visited Vietnam'."""
    words = marked.sentence.tokens
    for mark in marked.people:
        if scene.cast.people[mark.person].party is not None or not scene.cast.people[mark.person].post:
            continue
        if mark.last < len(words) and words[mark.last].key in _VISITS:
            near = {p.code for p in marked.parties if mark.last < p.first <= mark.last + 4}
            if len(near) == 1 and (code := near.pop()) in scene.sides:
                votes[mark.person].add((_other(scene, code), "visited the other side"))


def _by_ministry(scene: Scene, marked: Marked, votes: dict[int, set[tuple[str, str]]]) -> None:
    """'the Vietnamese Ministry of National Defence': its ministers, where only one side's ministry is so called."""
    words = marked.sentence.tokens
    for hit in _ministries().find(words):
        sides = {p.code for p in marked.parties if p.last in (hit.first, hit.first - 1)} & set(scene.sides)
        tail = " ".join(w.key for w in words[hit.last : hit.last + 5])
        if len(sides) != 1 or not tail:
            continue
        for index, person in enumerate(scene.cast.people):
            if person.party is None and person.post and " of " in person.post:
                field = " ".join(
                    w for w in person.post.casefold().replace("defence", "defense").split(" of ", 1)[1].split()
                )
                if tail.startswith(field):
                    votes[index].add((next(iter(sides)), "of the ministry of that country"))


@cache
def _ministries() -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in load("references")["ministries"])
