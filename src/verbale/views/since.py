"""What changed since the last round of a mechanism, or since a day. Every line carries the facts that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from verbale.errors import UsageError
from verbale.ledger.view import View
from verbale.model.days import days
from verbale.model.merged import Merged, SeriesRecord
from verbale.model.reading import Act, Engagement
from verbale.model.records import DocumentRecord, Fact, Filters
from verbale.model.spelling import comparable
from verbale.views.asking import Request, day_of, filters_of
from verbale.views.naming import ordinal, party_names
from verbale.views.since_acts import act_lines, answer_lines, topic_lines
from verbale.views.since_ledger import Period, figure_lines, instrument_lines, people_lines
from verbale.views.since_parts import SECTIONS, Line, Since
from verbale.views.since_promises import promises_of

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}$")
LOOK_BACK = 730  # days before a given day that are compared with what came after
Documents = Sequence[DocumentRecord]


def since(view: View, subject: str, parties: Sequence[str] = (), now: bool = False) -> Since:
    """What changed since `subject`: a day, or words of a mechanism's name.

    Of a mechanism the two newest rounds are compared; with `now`, or where one round is known, the newest round with
    all that came after it. Raises UsageError where no mechanism or several are meant, and for an unknown party.
    """
    wanted = filters_of(Request(parties=parties)).parties
    if _DATE.match(subject.strip()):
        return _since_day(view, subject.strip(), wanted)
    series = _mechanism(view, subject, wanted)
    rounds = sorted((one for one in series.rounds if _told(one)), key=lambda one: (one.first or "", one.id))
    if not rounds:
        raise UsageError(f"No round of '{series.name}' has a date and a document.", "Give a day instead: 2024-08-26.")
    if now or len(rounds) < 2:
        return _since_round(view, series, rounds[-1], wanted or series.parties)
    return _between(view, series, rounds[-2], rounds[-1], wanted or series.parties)


def _mechanism(view: View, subject: str, parties: Sequence[str]) -> SeriesRecord:
    """The one mechanism that the words name; of several the one whose name they are."""
    found = view.mechanisms(Filters(mechanism=subject, parties=tuple(parties)))
    if len(found) > 1:
        exact = [one for one in found if comparable(subject) in {comparable(name) for name, _ in one.names}]
        found = exact if len(exact) == 1 else found
    if not found:
        raise UsageError(f"The ledger knows no mechanism '{subject}'.", "'verbale mechanisms' lists them.")
    if len(found) > 1:
        names = ", ".join(f"{one.name} ({party_names(one.parties)})" for one in found[:5])
        raise UsageError(f"'{subject}' names {len(found)} mechanisms: {names}.", "Give more of the name, or --for.")
    return found[0]


def _told(one: Merged[Engagement]) -> bool:
    """Whether it was held, its day is known, and a document is about it."""
    return one.entry.status == "held" and one.first is not None and any(fact.entry.main for fact in one.reports)


def _between(
    view: View, series: SeriesRecord, old: Merged[Engagement], new: Merged[Engagement], parties: Sequence[str]
) -> Since:
    before, now = _about(view, old), _about(view, new)
    known, end = {one.id for one in before}, _end(new, now)
    told = [one for one in _of_parties(view, parties) if one.id not in known]
    period = [one for one in told if (old.last or "") < (one.first or "") <= end]
    title = f"{series.name} ({party_names(parties)}): {_called(old)} and {_called(new)}"
    return _compared(view, title, before, now, _joined(period, now), parties)


def _since_round(view: View, series: SeriesRecord, old: Merged[Engagement], parties: Sequence[str]) -> Since:
    before = _about(view, old)
    known = {one.id for one in before}
    after = [one for one in _of_parties(view, parties) if (one.first or "") > (old.last or "") and one.id not in known]
    title = f"{series.name} ({party_names(parties)}): since {_called(old)}"
    return _compared(view, title, before, after, after, parties)


def _since_day(view: View, subject: str, parties: Sequence[str]) -> Since:
    day = days(day_of(subject, "since"))[1] or ""
    back = (date.fromisoformat(day) - timedelta(days=LOOK_BACK)).isoformat()
    told = view.documents(Filters(parties=tuple(parties), after=back))
    before = [one for one in told if back <= (one.first or "") <= day]
    after = [one for one in told if (one.first or "") > day]
    who = f" ({party_names(parties)})" if parties else ""
    return _compared(view, f"Since {subject}{who}, against the two years before", before, after, after, parties)


def _compared(
    view: View, title: str, before: Documents, now: Documents, period: Documents, parties: Sequence[str]
) -> Since:
    old, new = _acts(view, before), _acts(view, now)
    later = new if period is now else _acts(view, period)
    came, went = topic_lines(old, new)
    within = {one.id for one in period}
    last = max((one.first for one in period if one.first), default=None)
    promises = promises_of(view, parties, {one.id for one in before}, {one.id for one in now}, within, last)
    delivered, waiting = answer_lines(old, later, promises)
    start = min((one.first for one in period if one.first), default="")
    dated = view.first_days(Filters(parties=tuple(parties)))
    earlier = {document for document, first in dated.items() if document not in within and (first or "") <= start}
    firsts = [one.first for one in before if one.first]
    moved = Period(within, earlier | {one.id for one in before}, max(firsts, default=None))
    lines: dict[str, Iterable[Line]] = {
        "new-topics": came, **act_lines(old, new, promises), "delivered": delivered, "open": waiting,
        "not-raised": went,
        "people": people_lines(view, moved, parties), "instruments": instrument_lines(view, moved, parties),
        "figures": figure_lines(view, moved, parties),
    }  # fmt: skip
    return Since(
        title, moved.first, last, tuple(before), tuple(now), tuple(now),
        tuple((name, tuple(lines[name])) for name in SECTIONS),
    )  # fmt: skip


def _about(view: View, one: Merged[Engagement]) -> Documents:
    """The documents that are about a round, not those that only recall it."""
    wanted = sorted({fact.document for fact in one.reports if fact.entry.main})
    return [view.document(document) for document in wanted]


def _of_parties(view: View, parties: Sequence[str]) -> Documents:
    return view.documents(Filters(parties=tuple(parties)))


def _acts(view: View, documents: Documents) -> list[Fact[Act]]:
    """The acts of some documents, by date."""
    if len(documents) > 40:
        wanted = {one.id for one in documents}
        first = min((one.first for one in documents if one.first), default=None)
        return [act for act in view.acts(Filters(after=first)) if act.document in wanted]
    return [act for one in documents for act in view.acts(Filters(document=one.id))]


def _joined(first: Documents, second: Documents) -> Documents:
    return sorted({one.id: one for one in (*first, *second)}.values(), key=lambda one: (one.first or "~", one.id))


def _end(new: Merged[Engagement], now: Documents) -> str:
    """The last day of a round, and of the documents about it: the news may come a day later."""
    return max([new.last or "", *(one.last or "" for one in now)])


def _called(one: Merged[Engagement]) -> str:
    number = f"the {ordinal(one.entry.round)} round" if one.entry.round else "the round"
    return f"{number} ({one.entry.start})"
