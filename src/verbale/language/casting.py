"""From mentions to people: which names of a document are one person's, and what is known of each.

Full names are cast first, in the order of the text; a short form joins the one person that it can mean. Two candidates
mean none: such a mention stays without a person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verbale.language.cast import Person
from verbale.language.cues import SEATS
from verbale.language.mentions import USUAL, Mention
from verbale.language.name_forms import covers, full_parts, plain, shown
from verbale.language.post_words import folded

_MOST_NAMESAKES = 24  # people with a like part of a name that are compared: keeps odd texts linear
_WEIGHTS = {"office": 4, "counterpart": 4, "possessive": 4, "of the country": 4, "delegation": 3, "list": 1, USUAL: 2}


@dataclass(slots=True, eq=False)
class Role:
    """A person being cast: all mentions so far and the fullest form of the name, folded."""

    parts: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    votes: Counter[str] = field(default_factory=Counter)
    office: set[str] = field(default_factory=set)

    def add(self, mention: Mention, parts: tuple[str, ...]) -> None:
        """Take a mention in: its name, and what it says of party (weighed by how it says it) and office."""
        self.mentions.append(mention)
        if len(parts) > len(self.parts):
            self.parts = parts
        if mention.party:
            self.votes[mention.party] = max(self.votes[mention.party], _WEIGHTS.get(mention.reason, 2))
        if mention.post:
            self.office.update(folded(mention.post).split())


def cast_roles(mentions: Iterable[Mention]) -> list[Role]:
    """The people whom the mentions name, in the order of the text."""
    roles: list[Role] = []
    index: dict[str, dict[Role, None]] = {}
    ordered = sorted(
        (m for m in mentions if m.strong or m.weak),
        key=lambda m: (-min(full_parts(plain(m.name.parts)), 2), m.heading, m.sentence, m.name.first),
    )
    for mention in ordered:
        parts = plain(mention.name.parts)
        candidates = _candidates(index, parts, mention)
        if len(candidates) > 1:
            candidates = _decide(candidates, mention)
        if len(candidates) > 1:
            continue
        if candidates:
            role = candidates[0]
        elif not (mention.strong or mention.weak):
            continue
        else:
            role = Role(parts)
            roles.append(role)
        role.add(mention, parts)
        for part in parts:
            known = index.setdefault(part[:3], {})
            if len(known) < _MOST_NAMESAKES:
                known[role] = None
    roles.sort(key=lambda role: min((m.sentence, m.name.first) for m in role.mentions))
    return roles


def _candidates(index: dict[str, dict[Role, None]], parts: tuple[str, ...], mention: Mention) -> list[Role]:
    """The people that a mention can mean: by its name, without contradicting what it says of the party."""
    near = dict.fromkeys(role for part in parts for role in index.get(part[:3], ()))
    fitting = [role for role in near if _same(role, parts, mention)]
    exact = [role for role in fitting if sorted(role.parts) == sorted(parts)]
    return exact or fitting


def _same(role: Role, parts: tuple[str, ...], mention: Mention) -> bool:
    told = {code for code, weight in role.votes.items() if weight > _WEIGHTS["list"]}  # a place in a list parts nobody
    weighs = _WEIGHTS.get(mention.reason, 0) > _WEIGHTS["list"]
    if mention.party and told and mention.party not in told and weighs:
        return False
    longer, shorter = (role.parts, parts) if len(role.parts) >= len(parts) else (parts, role.parts)
    initials = [part[0] for part in longer]
    if shorter and (shorter[0][0] not in initials or shorter[-1][0] not in initials):
        return False
    if covers(longer, shorter):
        return True
    same_office = mention.post is not None and set(folded(mention.post).split()) <= role.office
    return same_office and len(parts) > 1 and len(role.parts) > 1 and parts[-1] == role.parts[-1] and (
        parts[0][:2] == role.parts[0][:2]
    )  # fmt: skip


def _decide(candidates: Sequence[Role], mention: Mention) -> list[Role]:
    """Those of several candidates that hold the mention's office and party."""
    fitting = list(candidates)
    if mention.post:
        wanted = set(folded(mention.post).split())
        fitting = [role for role in fitting if wanted <= role.office] or fitting
    if mention.party:
        fitting = [role for role in fitting if mention.party in role.votes] or fitting
    return fitting


def person(role: Role) -> Person:
    """What the mentions say of one person, the fullest name and the most specific office."""
    mentions = sorted(role.mentions, key=lambda m: (m.sentence, m.name.first))
    named = max(mentions, key=_fullness)
    party, reason = _party(role)
    names = dict.fromkeys(shown(m.name.parts, _loud(m)) for m in sorted(mentions, key=lambda m: -len(m.name.parts)))
    name = shown(named.name.parts, _loud(named))
    return Person(
        name=name,
        party=party,
        post=_post(mentions),
        rank=next((m.rank for m in mentions if m.rank), None),
        side_reason=reason,
        first_sentence=mentions[0].sentence,
        aliases=(name, *(alias for alias in names if alias != name)),
        posts=tuple(dict.fromkeys(m.post for m in mentions if m.post)),
    )


def _loud(mention: Mention) -> bool:
    """Whether a name is in capitals for emphasis: its line is, or its office, or each of its several parts."""
    office = mention.post is not None and len(mention.post) > 4 and mention.post.isupper()
    long = [part for part in mention.name.parts if len(part.strip(".")) > 1]
    return mention.shouting or office or (len(long) > 1 and all(part.isupper() for part in long))


def _fullness(mention: Mention) -> tuple[int, int, int, bool, int]:
    """How full a form of the name is: real parts first, then initials, then proper case, then the earlier."""
    parts = mention.name.parts
    return full_parts(plain(parts)), len(plain(parts)), len(parts), not _loud(mention), -mention.sentence


def _party(role: Role) -> tuple[str | None, str]:
    votes = role.votes
    if not votes:
        return None, ""
    best = max(votes.values())
    leading = [code for code, weight in votes.items() if weight == best]
    if len(leading) > 1:
        counts = Counter(m.party for m in role.mentions if m.party in leading)
        (first, many), *rest = counts.most_common()
        if rest and rest[0][1] == many:
            return None, ""
        leading = [str(first)]
    return leading[0], next(m.reason for m in role.mentions if m.party == leading[0])


def _post(mentions: Sequence[Mention]) -> str | None:
    """The office of the first full mention, made more specific where another says more in the same words."""
    told = [m for m in mentions if m.post]
    if not told:
        return None
    told = [m for m in told if not m.borrowed] or told
    told = [m for m in told if m.post and not m.post.isupper()] or told
    told = [m for m in told if m.post not in SEATS] or told
    body = [m for m in told if not m.heading] or told
    full = [m for m in body if len(m.name.parts) > 1] or body
    best = full[0].post
    wider = told if best and " " not in best else ()  # 'Secretary' of a headline's 'Secretary of State'
    for mention in (*full, *body, *wider):
        if best and mention.post and set(folded(best).split()) < set(folded(mention.post).split()):
            best = mention.post
    return _restored(best) if best and best.isupper() and len(best) > 4 else best


def _restored(title: str) -> str:
    """A title of a text in capitals, as it is written elsewhere."""
    small = {"OF", "FOR", "AND", "THE", "TO", "AT", "IN"}
    return " ".join(word.lower() if word in small else word.capitalize() for word in title.split(" "))
