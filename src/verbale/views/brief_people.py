"""The counterparts of a briefing: who speaks for each side, in which post, and when they met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from verbale.identities.person_names import is_short
from verbale.model.reading import Engagement
from verbale.model.records import PersonRecord
from verbale.views.brief_basis import Basis
from verbale.views.brief_material import Told
from verbale.views.brief_meetings import held_in, occasions, record_of
from verbale.views.brief_sections import Line
from verbale.views.naming import occasion
from verbale.views.parties import party_name

MEETINGS = 3  # that are named, the newest


def counterparts(basis: Basis) -> list[Line]:
    """A line for each person of these parties who took part in a meeting that was held, the latest met first,
    one of each side in turn.
    """
    held = {record_of(basis, told): told for told in held_in(basis.material)}
    by_party: Mapping[str, list[Line]] = defaultdict(list)
    newest: dict[str, str] = {}  # of each party its last meeting
    met = [(person, [held[one] for one in person.engagements if one in held]) for person in basis.people]
    met = [(person, occasions(at)) for person, at in met if at]
    for person, at in sorted(met, key=lambda item: (item[1][0].day or "", len(item[1]), item[0].id), reverse=True):
        if person.party and (len(basis.parties) < 2 or person.party in basis.parties) and not is_short(person.name):
            by_party[person.party].append(_line(person, at))
            newest.setdefault(person.party, at[0].day or "")
    sides = sorted(by_party)
    sides.sort(key=lambda party: newest[party], reverse=True)
    in_turn = zip_longest(*(by_party[party] for party in sides))
    return [line for pair in in_turn for line in pair if line is not None]


def _line(person: PersonRecord, at: Sequence[Told[Engagement]]) -> Line:
    """Name, newest post, and the last meetings, each with a source that tells of it."""
    named = [_met(one) for one in at[:MEETINGS]]
    times = "met once" if len(at) == 1 else f"met {len(at)} times"
    earlier = f"; before that {', '.join(named[1:])}" if named[1:] else ""
    return Line(
        lead=f"{person.name}, {party_name(person.party or '')}", date="", text=_post(person), quote="",
        detail=f"{times}, last {named[0]}{earlier}", notes=tuple(one.notes[0] for one in at[:MEETINGS]),
    )  # fmt: skip


def _met(told: Told[Engagement]) -> str:
    """'2025-05-08 (13th Defence Policy Dialogue)'."""
    day = told.entry.start or "undated"
    return f"{day} ({occasion(told.entry)})" if told.entry.mechanism else day


def _post(person: PersonRecord) -> str:
    """The newest post that a document gives, in its fullest form."""
    posts = [post for post in person.posts if post.post]
    newest = max(posts, key=lambda post: (post.last or "", len(post.post or "")), default=None)
    return newest.post or "post not given" if newest else "post not given"
