"""What is announced, and whether later documents tell that it was held, put off, called off, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from verbale.language.dates import date_marks
from verbale.language.marks import DateMark, Marked
from verbale.language.sentences import sentences
from verbale.ledger.view import View
from verbale.model.dates import PartialDate, parse
from verbale.model.days import days
from verbale.model.merged import Merged
from verbale.model.planned import Planned
from verbale.model.reading import Act, Engagement, Entry
from verbale.model.records import DocumentRecord, Fact, Filters
from verbale.threads.planned import Later, engagement_outcome, says_no, step_outcome
from verbale.views.asking import Request, day_of, filters_of
from verbale.views.listing import Listing, why_nothing
from verbale.views.naming import occasion

Dates = tuple[str | None, str | None]
LONGEST = 160  # characters of a step's words


def list_planned(view: View, request: Request, on: str | None = None) -> Listing[Planned]:
    """What is announced for the time that the request names, by date; `on`: the day from which to look, else today.

    Raises UsageError for a filter or a day that makes no sense.
    """
    filters = filters_of(request)
    day = days(day_of(on, "--on"))[1] or date.today().isoformat()
    found = sorted(_planned(view, replace(filters, limit=None), day), key=lambda one: (one.first or "~", one.id))
    shown = tuple(found[: filters.limit])
    reason = "" if found else why_nothing(view, "plans", request, "planned")
    return Listing("planned", shown, len(found) > len(shown), reason)


def _planned(view: View, filters: Filters, on: str) -> Iterator[Planned]:
    documents = {one.id: one for one in view.documents()}
    plans = [one for one in view.merged_engagements(filters) if _is_plan(one)]
    later = _later(view, Filters(parties=filters.parties), documents)
    for record in plans:
        yield engagement_outcome(record, occasion(record.entry), later, on)
    steps = _lone_steps(view, plans, replace(filters, after=None, before=None))
    for act, found in _dated(view, steps, documents):
        if _within(found, filters):
            yield step_outcome(act, _short(act.words), found, later, on)


def _is_plan(record: Merged[Engagement]) -> bool:
    return any(fact.entry.status == "planned" for fact in record.reports)


def _later(view: View, filters: Filters, documents: dict[str, DocumentRecord]) -> Later:
    records = {one.id: one for one in view.merged_engagements(filters)}
    acts = view.acts(filters)
    refusals: list[Fact[Entry]] = [fact for fact in acts if says_no(fact.words)]
    refusals += [fact for record in records.values() for fact in record.reports if says_no(fact.words)]
    maybe: dict[str, list[str]] = defaultdict(list)
    for pair in view.suggestions():
        if pair.kind == "engagement":
            maybe[pair.records[0]].append(pair.records[1])
            maybe[pair.records[1]].append(pair.records[0])
    return Later({name: one.first for name, one in documents.items()}, records, maybe, acts, refusals)


def _lone_steps(view: View, plans: Sequence[Merged[Engagement]], filters: Filters) -> list[Fact[Act]]:
    """Planned steps that are no engagement: those whose words hold the evidence of one are told with it."""
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for record in plans:
        for fact in record.reports:
            taken[fact.document] += [(one.start, one.end) for one in fact.entry.evidence]
    return [
        act for act in view.acts(filters)
        if act.entry.type == "plan" and not any(
            one.start < end and start < one.end for one in act.entry.evidence for start, end in taken[act.document]
        )
    ]  # fmt: skip


def _dated(
    view: View, steps: Sequence[Fact[Act]], documents: dict[str, DocumentRecord]
) -> Iterator[tuple[Fact[Act], Dates]]:
    """Each step with the date that its words give."""
    within: dict[str, list[Fact[Act]]] = defaultdict(list)
    for step in steps:
        within[step.document].append(step)
    for identifier, found in within.items():
        document = documents[identifier]
        marked = [Marked(sentence) for sentence in sentences(view.text(identifier), document.passages)]
        marks = date_marks(marked, _published(document))
        for step in found:
            yield step, _date_in(step, marked, marks, document.first)


def _published(document: DocumentRecord) -> PartialDate | None:
    value = parse(document.published or document.first) if document.published or document.first else None
    return value if isinstance(value, PartialDate) else None


def _date_in(
    step: Fact[Act], marked: Sequence[Marked], marks: Sequence[Sequence[DateMark]], since: str | None
) -> Dates:
    """The first date in the words that does not lie before the document."""
    for one, found in zip(marked, marks, strict=True):
        for mark in found:
            start, end = one.span(mark)
            inside = any(piece.start <= start and end <= piece.end for piece in step.entry.evidence)
            if inside and mark.start is not None:
                dates = mark.start.edtf, mark.end.edtf if mark.end is not None else None
                last = days(*dates)[1]
                if last is not None and (since is None or last >= since):
                    return dates
    return None, None


def _within(found: Dates, filters: Filters) -> bool:
    first, last = days(*found)
    if filters.after is not None and (last is None or last < cast(str, days(filters.after)[0])):
        return False
    return filters.before is None or (first is not None and first <= cast(str, days(filters.before)[1]))


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]}…"


def calendar_rows(listing: Listing[Any]) -> tuple[list[Planned], int]:
    """What of a list can stand in a calendar, and how many entries have no date."""
    dated = [one for one in listing.rows if one.first and one.last]
    return dated, len(listing.rows) - len(dated)
