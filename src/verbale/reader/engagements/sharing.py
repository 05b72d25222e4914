"""What mentions of one sentence lend each other: the subject, the journey, one meeting told as several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verbale.language.mark_spans import marks_of
from verbale.language.marks import Marked
from verbale.language.tokens import Token
from verbale.reader.engagements.mention import Mention
from verbale.reader.engagements.words import MARGINS, lemma
from verbale.reader.scene import Scene

_RELATIVE = 10  # tokens between 'who' and 'visit'
_HELPED = 4  # tokens between 'who' and its verb: 'who had last visited'
_MEETINGS = frozenset({"talks", "dialogue", "signing"})
_DUE = frozenset({"expect", "schedule", "set", "plan", "hope"})


def share(scene: Scene, marked: Marked, before: Mention, mention: Mention) -> None:
    """Let a mention take over what the one before it in the sentence says of both."""
    if mention.segment.trigger.again and not mention.series:
        _of_same_series(before, mention)
        return
    _who_went(scene, marked, mention)
    inherit_subject(marked, before, mention)
    named = mention.mechanism is not None and mention.segment.link == "aim"
    if named and before.kind == "visit" and before.event and (mention.round is not None or before.when is not None):
        mention.event = True  # 'will visit Tokyo in July for the first Defence Dialogue'
    _during(marked, before, mention)
    _on_margins(marked, before, mention)
    if _journey(marked, before, mention):
        _on_arrival(scene, before, mention)


def _of_same_series(before: Mention, mention: Mention) -> None:
    """'the 10th session in the format, which had last convened in Lima': between the same, under the same name."""
    mention.mechanism = mention.mechanism or before.mechanism
    mention.parties, mention.kind, mention.people = before.parties, before.kind, {}
    mention.event = True


def _during(marked: Marked, before: Mention, mention: Mention) -> None:
    """'During a stopover in Muscat on Monday, A met B': the day and the place are the talks'."""
    opens = marked.sentence.tokens[before.segment.start].key
    if opens != "during" or before.kind != "visit" or mention.kind != "talks" or mention.when is not None:
        return
    if before.when is not None and before.end is None:
        mention.when, mention.planned = before.when, before.planned
        mention.place, mention.country = mention.place or before.place, mention.country or before.country


def _on_margins(marked: Marked, before: Mention, mention: Mention) -> None:
    """'A met B on the margins of the Trade Forum in Oslo in May', 'at the summit in Lima': day and place are one."""
    if before.kind not in _MEETINGS or mention.kind == "visit" or before.when is not None:
        return
    opening = {word.key for word in marked.sentence.tokens[mention.segment.start : mention.segment.trigger.first]}
    beside = mention.segment.link == "frame" and opening & MARGINS
    if not beside and not (mention.kind in {"summit", "other"} and before.segment.trigger.verbal and "at" in opening):
        return
    mention.beside = True
    mention.parties = mention.parties or before.parties
    before.when, before.planned = mention.when, mention.planned if mention.when is not None else before.planned
    if before.place is None and before.country is None:
        before.place, before.country = mention.place, mention.country


def in_pairs(scene: Scene, mention: Mention) -> list[Mention]:
    """'met bilaterally with A of Japan and B of Korea' is a meeting with each."""
    words = {w.key for w in mention.marked.sentence.tokens[mention.segment.start : mention.segment.end]}
    known = {p: scene.cast.people[p].party for p in mention.people}
    subject = next(iter(mention.people), None)
    own = known.get(subject) if subject is not None else None
    others = sorted({party for party in known.values() if party and party != own})
    if (
        own is None
        or len(others) < 2
        or not words & {"bilaterally", "separately", "respectively", "separate", "bilateral"}
    ):
        return [mention]
    parts = []
    for party in others:
        people = {p: role for p, role in mention.people.items() if known[p] in (own, party)}
        parts.append(replace(mention, people=people, parties=frozenset({own, party})))
    return parts


def inherit_subject(marked: Marked, before: Mention, mention: Mention) -> None:
    """'X will travel to Lima, where he will meet Y', 'X, who is on a visit, met Y': X is in both."""
    segment = mention.segment
    if mention.kind == "visit" and guest_before(marked, mention):
        mention.country = mention.country or before.country
        mention.parties |= before.parties
        return
    if segment.verb_at < 0 or segment.link == "frame" or (mention.kind == "visit" and segment.trigger.verbal):
        return
    stop = segment.verb_at
    own = marks_of(marked.people, marked.posts, marked.parties)
    if any(segment.start <= m.first < stop for m in own):
        return
    for mark in marked.people:
        if mark.person in before.people and mark.first < before.segment.trigger.first:
            mention.people.setdefault(mark.person, "participant")
            mention.parties |= before.parties if len(before.parties) == 1 else frozenset()


def guest_before(marked: Marked, mention: Mention) -> bool:
    """'X, who is on a two-day visit': told of whoever is named just before, who is made its guest."""
    words, first = marked.sentence.tokens, mention.segment.trigger.first
    if mention.kind != "visit" or mention.segment.trigger.verbal:
        return False
    who = next((i for i in range(first - 1, max(0, first - _RELATIVE), -1) if words[i].key == "who"), 0)
    if not who or words[who + 1].key not in {"is", "was"}:
        return False
    guests = [mark.person for mark in marked.people if mark.last <= who]
    if guests and not mention.people:
        mention.people[guests[-1]] = "guest"
        mention.event = True
    return True


def _who_went(scene: Scene, marked: Marked, mention: Mention) -> None:
    """'a meeting with A, who was last in Oslo in May', 'B, who had visited Lima': whoever stands before 'who'."""
    words, trigger = marked.sentence.tokens, mention.segment.trigger
    if mention.kind != "visit" or not trigger.verbal or mention.people:
        return
    who = next((i for i in range(trigger.first - 1, max(0, trigger.first - _HELPED), -1) if words[i].key == "who"), 0)
    guest = next((mark.person for mark in marked.people if who and who - 1 <= mark.last <= who), None)
    party = scene.cast.people[guest].party if guest is not None else None
    if guest is None or party == mention.country:
        return
    mention.people[guest] = "guest"
    mention.parties |= frozenset(code for code in (party, mention.country) if code)
    mention.event = True


def _journey(marked: Marked, before: Mention, mention: Mention) -> bool:
    """'flies to Lima for talks with X', 'travels to Lima to meet X', 'to Lima, where she met X': met on arrival."""
    words, trigger = marked.sentence.tokens, mention.segment.trigger
    told = mention.people or mention.when is None or before.country in mention.parties
    if trigger.plural or mention.kind != "talks" or mention.mechanism is not None or not told:
        return False
    if before.kind != "visit" or before.country is None or not before.segment.trigger.verbal:
        return False
    if any(word.key == "where" for word in words[mention.segment.start : mention.segment.start + 2]):
        return True
    if trigger.verbal:
        return trigger.lemma == "meet" and words[trigger.first - 1].key == "to" and not _is_due(words, trigger.first)
    return mention.segment.link == "aim" and any(w.key == "with" for w in words[trigger.last : trigger.last + 1])


def _is_due(words: Sequence[Token], first: int) -> bool:
    """'arrived on Sunday and is expected to meet X': a meeting of its own."""
    return first > 2 and (lemma(words[first - 2]) in _DUE or words[first - 2].key == "due")


def _on_arrival(scene: Scene, before: Mention, mention: Mention) -> None:
    """Talks to which somebody travels are where and when the journey is, and the traveller takes part."""
    mention.journey = mention.event = True
    mention.place, mention.country = before.place, before.country
    if mention.when is None:
        mention.when, mention.planned = before.when, mention.planned or before.planned
    for person in before.people:
        mention.people.setdefault(person, "participant")
    known = {party for p in mention.people if (party := scene.cast.people[p].party)}
    mention.parties |= known | ({str(before.country)} if len(known) == 1 else set())
