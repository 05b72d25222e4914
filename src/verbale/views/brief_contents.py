"""What a briefing holds and in which order: in full, or on a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from verbale.ledger.view import View
from verbale.model.records import DocumentRecord, Filters
from verbale.views.brief_agenda import agenda
from verbale.views.brief_material import Material, Note
from verbale.views.brief_people import counterparts
from verbale.views.brief_sections import Line, Section, cut_to, drafts
from verbale.views.conflicts import conflict_of

FULL, PAGE = "full", "page"
AGENDA_LINES = 3  # times the limit: three lines a topic

_FULL = ("Last rounds", "Counterparts", "Agenda by topic", "Other meetings", "Agreed", "Committed", "Asked", "Offered",
         "Signed", "Delivered", "Figures", "Planned", "Raised", "Positions", "Instruments cited or sought",
         "Where documents disagree")  # fmt: skip
# Of each, how many lines a page has room for.
_PAGE = {"Last rounds": 2, "Counterparts": 4, "Agenda by topic": 3, "Asked": 2, "Committed": 2, "Figures": 2,
         "Planned": 2, "Where documents disagree": 1}  # fmt: skip


def contents(
    view: View, material: Material, parties: Sequence[str], documents: Sequence[DocumentRecord], topics: Sequence[str],
    form: str, limit: int,
) -> tuple[Section, ...]:  # fmt: skip
    """Every section that has a line, in the order in which a reader needs them."""
    found = {
        **drafts(_ahead(material, documents), parties),
        "Counterparts": counterparts(material, parties),
        "Agenda by topic": agenda(material, topics),
        "Where documents disagree": _disagreements(view, parties, {one.id: one for one in documents}),
    }
    if form == PAGE:
        cut = (cut_to(heading, found[heading], most) for heading, most in _PAGE.items() if found[heading])
        return tuple(
            replace(section, more=0) for section in cut
        )  # a page says what matters, not how much it leaves out
    limits = {"Agenda by topic": limit * AGENDA_LINES, "Counterparts": limit * 2}
    return tuple(cut_to(heading, found[heading], limits.get(heading, limit)) for heading in _FULL if found[heading])


def _ahead(material: Material, documents: Sequence[DocumentRecord]) -> Material:
    """The material without plans for a time that the newest document has passed: these are told as gaps."""
    newest = max((one.last for one in documents if one.last), default="")
    kept = tuple(
        told for told in material.engagements
        if told.entry.status != "planned" or told.last_day is None or told.last_day >= newest
    )  # fmt: skip
    return replace(material, engagements=kept)


def _disagreements(view: View, parties: Sequence[str], documents: Mapping[str, DocumentRecord]) -> list[Line]:
    """The conflicts of meetings and instruments that these documents tell of, each value with its sources."""
    lines = []
    for layer in ("engagement", "instrument"):
        for record in view.told_several_times(layer, Filters(parties=tuple(parties))):
            for field in record.with_status("conflict"):
                conflict = conflict_of(record, field)
                said = "; ".join(f"{one.value} ({one.support})" for one in conflict.claims)
                notes = tuple(
                    Note(fact, documents[fact.document]) for fact in record.reports
                    if fact.document in documents and any(fact.id in value.reports for value in field.values)
                )  # fmt: skip
                if notes:
                    name = f"{conflict.name}: {conflict.field}"
                    lines.append(
                        Line(name, record.entry.start or "" if layer == "engagement" else "", said, "", "", notes)
                    )
    return lines
