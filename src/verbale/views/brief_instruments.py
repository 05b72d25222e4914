"""The instruments of a briefing: signed, named as being there, and sought."""

from __future__ import annotations

from verbale.model.folding import fold
from verbale.model.reading import Act, Instrument
from verbale.views.brief_acts import act_lines, is_new
from verbale.views.brief_basis import Basis
from verbale.views.brief_material import Told
from verbale.views.brief_meetings import between
from verbale.views.brief_sections import Line
from verbale.views.naming import spoken, when

GROUPS = {"signed": "Signed", "cited": "Cited as existing", "sought": "Sought, not concluded"}


def instrument_lines(basis: Basis) -> list[Line]:
    """Each instrument once, the newest first; the parties' own before those that others share."""
    found = sorted(basis.material.instruments, key=lambda told: not _own(told.entry, basis))
    lines = [_line(told, basis, group) for status, group in GROUPS.items() for told in found
             if told.entry.status == status]  # fmt: skip
    loose = [told for told in basis.material.acts_of("sign") if is_new(told, basis.woven) and not _named(told, found)]
    signed = [line for line in lines if line.group == GROUPS["signed"]]
    return [*signed, *act_lines(loose, GROUPS["signed"]), *lines[len(signed) :]]


def _own(entry: Instrument, basis: Basis) -> bool:
    return bool(basis.parties) and entry.parties == basis.parties


def _named(act: Told[Act], instruments: list[Told[Instrument]]) -> bool:
    """Whether an act of signing rests on words that an instrument is read from."""
    spans = {(one.document, one.start, one.end) for note in act.notes for one in note.fact.entry.evidence}
    read = [one for told in instruments for note in told.notes for one in note.fact.entry.evidence]
    return any(one.document == there and one.start < end and start < one.end
               for there, start, end in spans for one in read)  # fmt: skip


def _line(told: Told[Instrument], basis: Basis, group: str) -> Line:
    entry = told.entry
    kind = "memorandum of understanding" if entry.type == "mou" else entry.type.replace("-", " ")
    detail = "" if fold(kind) in fold(entry.title) else kind
    lead = between(entry.title, entry.parties, basis.parties)
    return Line(lead, spoken(when(entry.date)), "", "", detail, told.notes, group=group)
