"""The relationship on a page: a few lines, each cited, that say how things stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from verbale.model.commitments import Thread
from verbale.model.reading import Engagement
from verbale.views.amounts import counted
from verbale.views.brief_basis import Basis
from verbale.views.brief_commitments import named, nos, open_threads, step_notes, whose
from verbale.views.brief_material import Told
from verbale.views.brief_meetings import between, held_in, last_rounds, mechanisms_by_round, occasions, record_of
from verbale.views.brief_sections import Line
from verbale.views.naming import LEADING, occasion, spoken, when, where
from verbale.views.parties import party_name
from verbale.views.series import Series

LEADERS = 4
SIDES = 4  # whose commitments are counted apart


def summary(basis: Basis, numbered: Mapping[str, int], mechanisms: int) -> list[Line]:
    """When they last met, the mechanisms with their leaders, what is open each way, what is signed, what is next."""
    return [
        *_last_met(basis), *_mechanisms(basis, mechanisms), *_open(basis), *_overdue(basis, numbered), *_signed(basis),
        *_next(basis),
    ]  # fmt: skip


def _last_met(basis: Basis) -> list[Line]:
    told_of = [told for told in held_in(basis.material) if told.entry.participants or where(told.entry)]
    held = occasions([told for told in told_of if told.day and told.entry.kind != "exercise"])
    rounds = {record_of(basis, told) for told in last_rounds(held)}
    if not held or record_of(basis, held[0]) in rounds:
        return []  # it is told with its mechanism
    return [_met(held[0], f"Last met: {occasion(held[0].entry).lower()}")]


def _met(told: Told[Engagement], lead: str, more: str = "") -> Line:
    entry = told.entry
    text = "; ".join(filter(None, (where(entry), _led(entry), more)))
    return Line(lead, spoken(when(entry.start, entry.end)), text, "", "", told.notes[:2])


def _led(entry: Engagement) -> str:
    """'led by A (Portugal) and B (Morocco)'; where no lead is told, who took part."""
    leaders = [one for one in entry.participants if one.role in LEADING]
    shown = [f"{one.name} ({party_name(one.party)})" if one.party else one.name
             for one in (leaders or entry.participants)[:LEADERS]]  # fmt: skip
    names = f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)
    return f"{'led by' if leaders else 'with'} {names}" if names else ""


def _mechanisms(basis: Basis, most: int) -> list[Line]:
    """The last round of each mechanism, who led it, and how often it meets."""
    of_record = mechanisms_by_round(basis)
    rounds = [told for told in last_rounds(held_in(basis.material)) if told.day][:most]
    return [
        _met(told, between(occasion(told.entry), told.entry.parties, basis.parties),
             _cadence(of_record.get(record_of(basis, told)), basis.as_of))
        for told in rounds
    ]  # fmt: skip


def _cadence(one: Series | None, as_of: str) -> str:
    """'about every 20 months, so that the next falls about 2027-01'."""
    if one is None or not one.interval:
        return ""
    falls = "falls" if one.due and one.due >= as_of[:7] else "was due"
    due = f", so that the next {falls} {spoken(one.due)}" if one.due else ""
    return f"about every {round(one.interval)} months{due}"


def _open(basis: Basis) -> list[Line]:
    """How many commitments are open each way, with the newest of each as its source."""
    found = open_threads(basis)
    if not found:
        return []
    owed = Counter(whose(basis, one) for one in found)
    newest: dict[str, Thread] = {}
    for one in sorted(found, key=lambda one: one.last or "", reverse=True):
        newest.setdefault(whose(basis, one), one)
    most = [side for side, _ in owed.most_common(SIDES)]
    told = "; ".join(f"{side}: {number}" for side, number in owed.items() if side in most)
    rest = len(found) - sum(owed[side] for side in most)
    told += f"; others: {rest}" if rest else ""
    asked = sum(one.status == "asked for" for one in found)
    more = f"; {asked} of them asked for and not promised" if asked else ""
    notes = step_notes(basis, [newest[side].steps[-1] for side in most])
    return [Line("Open commitments", "", told + more, "", "the newest of each is cited", notes)]


def _overdue(basis: Basis, numbered: Mapping[str, int]) -> list[Line]:
    late = [one for one in open_threads(basis) if one.status == "overdue"]
    if not late:
        return []
    shown = nos(numbered, late)
    told = f"{len(late)}" + (f": {named(shown)} below" if shown else "")
    return [Line("Overdue", "", told, "", "", step_notes(basis, [one.steps[-1] for one in late[:3]]))]


def _signed(basis: Basis) -> list[Line]:
    """How many instruments are told to be signed, and the newest of them."""
    signed = [told for told in basis.material.instruments if told.entry.status == "signed"]
    if not signed:
        return []
    sought = sum(told.entry.status == "sought" for told in basis.material.instruments)
    newest = signed[0]
    text = f"{len(signed)} {counted('instrument', len(signed))}, the newest: {newest.entry.title}"
    more = f"; {sought} sought and not concluded" if sought else ""
    return [Line("Signed", when(newest.entry.date), text + more, "", "", newest.notes[:2])]


def _next(basis: Basis) -> list[Line]:
    """The next meeting that is announced."""
    ahead = [
        told for told in basis.material.engagements
        if told.entry.status == "planned" and told.day and (told.last_day or "") >= basis.as_of
    ]  # fmt: skip
    soonest = sorted(ahead, key=lambda told: (told.day or "", told.notes[0].fact.id))
    return [_met(told, f"Next: {occasion(told.entry)}") for told in soonest[:1]]
