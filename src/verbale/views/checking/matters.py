"""Claims about texts, amounts, deeds and posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from verbale.identities import instruments
from verbale.identities.fields import periods
from verbale.identities.posts import is_single, nearness
from verbale.identities.record_names import title_key, title_words
from verbale.model.days import days
from verbale.model.merged import Merged
from verbale.model.reading import Act, Figure, Instrument
from verbale.model.records import Fact, PersonRecord
from verbale.model.spelling import comparable
from verbale.model.vocabulary import load
from verbale.threads.wording import in_common
from verbale.views.amounts import amount
from verbale.views.checking.details import Details, telling
from verbale.views.checking.findings import ABSENT, CONTRADICTED, SUPPORTED, Finding, Quote, quotes_of

ONE_MATTER = 0.5  # of the telling words in common (Dice), from which two sentences tell of one matter
_KIN = ({"agree", "commit", "plan", "affirm"}, {"affirm", "appreciate", "discuss", "report"}, {"report", "deliver"},
        {"sign", "agree", "deliver"}, {"commit", "offer"})  # fmt: skip


def check_instrument(claim: Instrument, said: Details, signs: bool, records: Sequence[Merged[Instrument]]) -> Finding:
    """A text: whether it is known, its date, and whether it was signed or only sought."""
    possible = [one for one in records if not claim.parties or not one.entry.parties
                or set(claim.parties) & set(one.entry.parties)]  # fmt: skip
    best = max(((_title(claim, one.entry), one.id, one) for one in possible), default=None, key=lambda item: item[:2])
    if best is None or best[0] < ONE_MATTER:
        return Finding(ABSENT, f"The record has no {claim.title}.")
    record = best[2]
    entry, quotes = record.entry, quotes_of(record.reports)
    if signs and not said.negated and entry.status == "sought":
        return Finding(CONTRADICTED, f"The record has {entry.title} only as sought, not as signed.", quotes)
    if said.periods and entry.date:
        first, last = days(entry.date)
        if periods(said.periods[0], (entry.date, None, first, last)) == "conflict":
            return Finding(CONTRADICTED, f"The record dates {entry.title} {entry.date}.", quotes)
        if len(entry.date) < len(said.periods[0][0]):
            return Finding(ABSENT, f"The record dates {entry.title} only {entry.date}.", quotes)
    elif said.periods:
        return Finding(ABSENT, f"The record gives no date for {entry.title}.", quotes)
    if claim.parties and entry.parties and not set(claim.parties) <= set(entry.parties):
        return Finding(CONTRADICTED, f"The record has {entry.title} between {', '.join(entry.parties)}.", quotes)
    return Finding(SUPPORTED, entry.title, quotes)


def check_figure(claim: Figure, said: Details, facts: Sequence[Fact[Figure]]) -> Finding:
    """An amount: the same amount of the same matter supports it, another amount of the same kind contradicts it."""
    about = [
        (score, fact) for fact in facts
        if _one_unit(claim.unit, fact.entry.unit) and (score := _matter(claim, said, fact)) >= ONE_MATTER / 2
    ]  # fmt: skip
    same = [fact for _, fact in about if fact.entry.value == claim.value and claim.of in (None, fact.entry.of)]
    if same:
        kinds = {fact.entry.kind for fact in same}
        stated = _stated_kind(said)
        if stated and stated not in kinds and kinds <= {"increment", "total"}:
            told = " and ".join(sorted(kinds))
            return Finding(CONTRADICTED, f"The record has {amount(claim)} as {told}, not as {stated}.", quotes_of(same))
        return Finding(SUPPORTED, amount(claim), quotes_of(same))
    near = sorted(about, key=lambda item: -item[0])
    alike = [fact for score, fact in near if score >= ONE_MATTER]
    if alike:
        told = ", ".join(dict.fromkeys(f"{amount(fact.entry)} ({fact.entry.kind})" for fact in alike[:3]))
        return Finding(CONTRADICTED, f"The record gives for this: {told}.", quotes_of(alike))
    return Finding(ABSENT, f"The record has no {amount(claim)} for this.", quotes_of(fact for _, fact in near))


def check_act(
    claim: Act, said: Details, facts: Sequence[Fact[Act]], concerned: Mapping[str, frozenset[str]]
) -> Finding | None:
    """A deed: who did what; None where the record has nothing like it, which other claims may make good.

    `concerned`: of each document the parties that it is about; another's deed contradicts only where it is told of
    the same relationship.
    """
    scored = sorted(((_words(said, claim, fact), fact) for fact in facts), key=lambda item: (-item[0], item[1].id))
    alike = [(score, fact) for score, fact in scored if score >= ONE_MATTER]
    if not alike:
        return None
    kin = [fact for _, fact in alike if _kin(claim.type, fact.entry.type)]
    same = [fact for fact in kin if set(claim.actors) <= set(fact.entry.actors) or not claim.actors]
    if same:
        return Finding(SUPPORTED, f"{', '.join(claim.actors)} {claim.type}".strip(), quotes_of(same))
    others = [
        fact for fact in kin
        if fact.entry.actors and set(claim.actors) <= concerned.get(fact.document, frozenset())
    ]  # fmt: skip
    if others and claim.actors:
        told = ", ".join(others[0].entry.actors)
        return Finding(CONTRADICTED, f"The record has this of {told}, not of {', '.join(claim.actors)}.",
                       quotes_of(others))  # fmt: skip
    if alike[0][0] >= ONE_MATTER + 0.1 and set(claim.actors) & set(alike[0][1].entry.actors):
        return Finding(CONTRADICTED, f"In the record this is to {alike[0][1].entry.type}, not to {claim.type}.",
                       quotes_of([alike[0][1]]))  # fmt: skip
    return None


def check_posts(said: Details, people: Sequence[PersonRecord]) -> list[Finding]:
    """A person with a post and a date: against the posts that documents give the person, and against other holders."""
    named = [
        person for person in people if any(name in said.text for name in (person.name, *person.names) if " " in name)
    ]
    if len(named) != 1 or len(said.posts) != 1:
        return []  # whose post it is cannot be told
    post, party = said.posts[0]
    return [_held(named[0], post, party, said, people)]


def _held(person: PersonRecord, post: str, party: str | None, said: Details, people: Sequence[PersonRecord]) -> Finding:
    period = said.periods[0] if said.periods else None
    given = [one for one in person.posts if one.post and nearness(one.post, post, person.party or party) != "none"]
    if period:
        given_then = [one for one in given if _overlaps(one.first, one.last, period)]
        if given and not given_then:
            return Finding(ABSENT, f"The record gives {person.name} this post, but not at that time.")
        given = given_then
    if given:
        return Finding(SUPPORTED, f"{person.name}: {given[0].post}", (Quote(person.id, "", given[0].post or ""),))
    told = ", ".join(one.post for one in person.posts if one.post)
    holder = next(
        (
            p
            for p in people
            if p.id != person.id
            and p.party == person.party
            and is_single(post)
            and any(
                one.post
                and nearness(one.post, post, p.party) == "same"
                and (period is None or _overlaps(one.first, one.last, period))
                for one in p.posts
            )
        ),
        None,
    )
    if holder is not None:
        return Finding(CONTRADICTED, f"The record has {holder.name} in this post, and {person.name} as {told}.")
    then = [one.post for one in person.posts if one.post and (not period or _overlaps(one.first, one.last, period))]
    if then and (period is None or is_single(post)):
        return Finding(CONTRADICTED, f"The record has {person.name} as {', '.join(then)}.")
    return Finding(ABSENT, f"The record does not give {person.name} this post.")


def _overlaps(first: str | None, last: str | None, period: tuple[str, str | None, str, str]) -> bool:
    return bool(first and last and first <= period[3] and period[2] <= last)


def _title(claim: Instrument, entry: Instrument) -> float:
    features = [
        instruments.features("", one.type, one.title, one.parties, None, None, one.status) for one in (claim, entry)
    ]
    if claim.type != entry.type and instruments.compare({**features[0], "type": entry.type}, features[1]) is None:
        return 0.0
    type_counts = 1.0 if claim.type == entry.type else 0.7
    parties = claim.parties or entry.parties
    own = title_words(claim.title, parties), title_words(entry.title, entry.parties)
    if all(own):  # both have words that tell them from others of their type
        return type_counts * in_common(*own)
    mine, theirs = (set(title_key(one.title, parties).split()) for one in (claim, entry))
    return type_counts * in_common(mine, theirs)


def _matter(claim: Figure, said: Details, fact: Fact[Figure]) -> float:
    """How many of the telling words of a figure's label stand in the sentence; a part of the same whole is of it."""
    if claim.of is not None and claim.of == fact.entry.of:
        return 1.0
    words = telling(comparable(f"{fact.entry.label} {fact.words}"))
    return in_common(words, said.telling)


def _one_unit(unit: str, other: str) -> bool:
    """Whether two units may be one: a currency by its code and by its everyday name are."""
    codes = [one for one in (unit, other) if len(one) == 3 and one.isupper()]
    names = [one for one in (unit, other) if one in _everyday_money()]
    return unit == other or (len(codes) == 1 and len(names) == 1)


@cache
def _everyday_money() -> frozenset[str]:
    """The everyday nouns of money, singular and plural."""
    return frozenset(word for noun in load("record-names")["money"].split() for word in (noun, f"{noun}s"))


def _stated_kind(said: Details) -> str:
    if said.words & {"additional", "extra", "further", "another", "more"}:
        return "increment"
    return "total" if said.words & {"total", "totalling", "totaling", "altogether"} else ""


def _words(said: Details, claim: Act, fact: Fact[Act]) -> float:
    """The share of telling words in common (Dice); of one topic a short sentence may lie within a longer one."""
    theirs = telling(comparable(fact.words))
    shared = len(said.telling & theirs)
    dice = 2 * shared / max(1, len(said.telling) + len(theirs))
    within = shared / max(1, min(len(said.telling), len(theirs)))
    one_topic = bool(set(claim.topics) & set(fact.entry.topics))
    return max(dice, within * 0.8) if one_topic and shared >= 3 else dice


def _kin(kind: str, other: str) -> bool:
    return kind == other or any({kind, other} <= kin for kin in _KIN)
