"""Who else is at an event of a text of two sides: the one whose team comes, who is asked, who hands over."""

from __future__ import annotations

from itertools import pairwise

from verbale.language.geography import states
from verbale.language.marks import PartyForm
from verbale.language.parties import party_code
from verbale.reader.engagements.events import Event
from verbale.reader.engagements.mention import Mention
from verbale.reader.engagements.visits import told_by_guest

_OF_THREE = 8  # tokens before and behind a meeting in which 'the three' stands
_AT_SHOW = 4  # tokens between 'signed at' and the name of a show


def add_company(event: Event, sides: set[str]) -> None:
    """Add the document's two sides to an event that can only be between them, where its words name one or none."""
    _of_three(event, sides)
    if event.parties < sides and any(map(_with_these, event.mentions)):
        event.parties |= sides
    if len(sides) == 3 and len(event.parties & sides) == 1 and any(map(_both_others, event.mentions)):
        event.parties |= sides
    if len(sides) != 2:
        return
    _by_team(event, sides)
    if event.kind == "dialogue" and any(map(_mediated, event.mentions)):
        event.parties |= sides
    if not event.parties <= sides:
        return
    invited = event.kind in {"other", "summit"} and event.planned and event.people
    handed = event.kind == "other" and event.first.segment.trigger.lemma == "hand"
    if handed or (invited and any(map(_invited, event.mentions))):
        event.parties |= sides
    by_office = event.kind == "visit" and not event.people and event.country in sides
    if by_office and any(told_by_guest(m.marked, m.segment) for m in event.mentions):
        event.parties |= sides


def add_host(event: Event) -> None:
    """A summit or conference that is to come, by name with nobody named at it, is its body's, 'the ASEAN Regional
    Forum', else its host's; one that a state hosts is the host's: 'Peru will host the APEC summit'."""
    if event.kind not in {"summit", "other"} or event.mechanism is None:
        return
    hosted = event.planned and len(event.parties) == 2 and event.country in event.parties
    if hosted and not event.people and any(m.segment.verb == "host" for m in event.mentions):
        body = next(iter(event.parties - {str(event.country)}))
        event.parties = {str(event.country)} if body not in states() else event.parties
    if event.parties or event.start is None or not event.planned:
        return
    body_code = party_code(event.mechanism.split()[0])
    if body_code is not None and body_code not in states():
        event.parties = {body_code}
    elif event.country is not None:
        event.parties = {event.country}


def _of_three(event: Event, sides: set[str]) -> None:
    """'their trilateral meeting with Minister C', 'officials of the three countries': the document's sides and C."""
    if len(event.parties) > 2 or len(event.parties | sides) != 3 or not any(map(told_of_three, event.mentions)):
        return
    event.parties |= sides


def _with_these(mention: Mention) -> bool:
    """'her meeting with these leaders in April': with those who met this time."""
    words, last = mention.marked.sentence.tokens, mention.segment.trigger.last
    return [word.key for word in words[last : last + 2]] == ["with", "these"]


def _both_others(mention: Mention) -> bool:
    """'A received the heads of the two delegations', in a text of three sides."""
    words, last = mention.marked.sentence.tokens, mention.segment.trigger.last
    pairs = pairwise(word.key for word in words[last : last + _OF_THREE])
    return mention.segment.trigger.verbal and not {("two", "delegations"), ("both", "delegations")}.isdisjoint(pairs)


def told_of_three(mention: Mention) -> bool:
    """Whether the words of a meeting make it one of three: 'the seventh trilateral round'."""
    words, segment = mention.marked.sentence.tokens, mention.segment
    near = [word.key for word in words[max(segment.start, segment.trigger.first - _AT_SHOW) : segment.end]]
    three = ("the", "three") in pairwise(near[: _OF_THREE + _AT_SHOW])
    return three or "trilateral" in near[: _AT_SHOW + segment.trigger.last - segment.trigger.first]


def signed_there(mention: Mention) -> bool:
    """'a letter signed at the Air Show in June': those who signed were there."""
    words, first = mention.marked.sentence.tokens, mention.segment.trigger.first
    before = [word.key for word in words[max(0, first - _AT_SHOW) : first]]
    return mention.at or ("signed", "at") in pairwise(before)


def _mediated(mention: Mention) -> bool:
    """'The Tripartite Committee, which is chaired by the ICRC': a body sits between the document's two sides."""
    bodies = {mark.code for mark in mention.marked.parties if mark.form is PartyForm.BODY}
    words = [word.key for word in mention.marked.sentence.tokens]
    chaired = any(pair in pairwise(words) for pair in (("chaired", "by"), ("mediated", "by"), ("facilitated", "by")))
    return chaired and bool(mention.parties) and mention.parties <= bodies


def _by_team(event: Event, sides: set[str]) -> None:
    """'A Peruvian team will tour the basin in May': in a text of two sides the basin is the other's."""
    own = event.country is None and len(event.parties) == 1 and event.parties <= sides and len(sides) == 2
    if event.kind == "visit" and own and any(told_by_guest(m.marked, m.segment) for m in event.mentions):
        event.country = next(iter(sides - event.parties))
        event.parties = set(sides)


def _invited(mention: Mention) -> bool:
    """'invited Minister A to the conference in May': the one who asks and the one who is asked are both there."""
    words, first = mention.marked.sentence.tokens, mention.segment.trigger.first
    return any(word.key == "invited" for word in words[mention.segment.start : first])
