"""What the record does not say: told as plainly as what it does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verbale.model.reading import Engagement
from verbale.model.records import DocumentRecord
from verbale.model.spelling import name_key
from verbale.views.amounts import counted
from verbale.views.brief_acts import ACT_SECTIONS, is_new
from verbale.views.brief_basis import Basis
from verbale.views.brief_expect import is_overtaken
from verbale.views.brief_material import Material, Told
from verbale.views.brief_meetings import held_in, last_rounds
from verbale.views.brief_sections import Section
from verbale.views.naming import LEADING, occasion, ranges, when

NOUNS = {"agree": "agreement", "commit": "commitment", "request": "request", "offer": "offer", "deliver": "delivery"}


def gaps(basis: Basis, documents: Sequence[DocumentRecord], shown: Sequence[Section]) -> tuple[str, ...]:
    """One sentence for each thing that a reader may miss in the sections that are shown."""
    held = held_in(basis.material)
    return (
        *_missing_layers(basis.material, held),
        *(line for told in last_rounds(held) for line in _missing_in_round(told)),
        *_missing_rounds(held),
        *_without_outcome(basis, held),
        *_missing_sources(documents),
        *_left_out(basis, shown),
    )


def _missing_layers(material: Material, held: Sequence[Told[Engagement]]) -> Iterable[str]:
    absent = [NOUNS[t] for _, types in ACT_SECTIONS for t in types if not material.acts_of(t)]
    if absent:
        yield f"No {_any_of(absent)} was recognised in these documents."
    if not held:
        yield "No meeting that was held was recognised in these documents."
    if not material.instruments:
        yield "No instrument is named."
    if not material.figures:
        yield "No figure is given."
    if not any(told.entry.status == "planned" for told in material.engagements) and not material.acts_of("plan"):
        yield "No next meeting or step is announced with a date."


def _missing_in_round(told: Told[Engagement]) -> Iterable[str]:
    entry = told.entry
    lacking = [
        what
        for what, known in (
            ("its date", entry.start),
            ("its place", entry.place or entry.country),
            ("who led it", any(p.role in LEADING for p in entry.participants)),
            ("its number in the series", entry.round),
        )
        if not known
    ]
    if lacking:
        yield f"{occasion(entry)}: the record does not say {_any_of(lacking)}."


def _missing_rounds(held: Sequence[Told[Engagement]]) -> Iterable[str]:
    """Rounds that must have been, by the number of a later one, and that no document tells of."""
    for last in last_rounds(held):
        known = {told.entry.round for told in held if _series(told.entry) == _series(last.entry)} - {None}
        absent = [number for number in range(1, max(filter(None, known), default=1)) if number not in known]
        if absent:
            rounds = f"{counted('round', len(absent))} {ranges(absent)}"
            yield f"{last.entry.mechanism}: the record holds nothing of {rounds}."


def _without_outcome(basis: Basis, held: Sequence[Told[Engagement]]) -> Iterable[str]:
    """What was planned for a time that later documents have passed, without a word on whether it took place."""
    for told in basis.material.engagements:
        entry = told.entry
        if is_overtaken(told, basis.as_of) and entry.mechanism and not any(_may_be(told, one) for one in held):
            yield f"{occasion(entry)}, planned for {when(entry.start, entry.end)}: no document says it was held."


def _may_be(planned: Told[Engagement], held: Told[Engagement]) -> bool:
    """Whether the meeting that was held may be the planned one: of the series, and the same round or an equal time."""
    if _series_name(planned.entry) != _series_name(held.entry):
        return False
    if planned.entry.round and held.entry.round:
        return planned.entry.round == held.entry.round
    return (held.day or "") <= (planned.last_day or "9999") and (planned.day or "") <= (held.last_day or "9999")


def _missing_sources(documents: Sequence[DocumentRecord]) -> Iterable[str]:
    yield from _unsaid("outlet", [d.source for d in documents if not d.outlet], len(documents))
    yield from _unsaid("date", [d.source for d in documents if not d.published], len(documents))


def _unsaid(what: str, names: Sequence[str], number: int) -> Iterable[str]:
    """Which documents leave something out that a citation needs."""
    listed = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
    if len(names) == 1:
        yield f"One of {number} documents does not give its {what} ({listed})."
    elif names:
        yield f"{len(names)} of {number} documents do not give their {what} ({listed})."


def _left_out(basis: Basis, shown: Sequence[Section]) -> Iterable[str]:
    cited = basis.woven | {note.fact.id for section in shown for line in section.lines for note in line.notes}
    rest = sum(is_new(told, cited) for told in basis.material.acts)
    if rest:
        yield f"Not listed above: {rest} {counted('statement', rest)}. 'verbale acts' lists them."


def _series(engagement: Engagement) -> tuple[str, tuple[str, ...]]:
    return _series_name(engagement), engagement.parties


def _series_name(engagement: Engagement) -> str:
    return name_key(engagement.mechanism or "")


def _any_of(words: Sequence[str]) -> str:
    """'a', 'a or b', 'a, b or c'."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
