"""The statement that a document reproduces: itself an instrument, with the document's title and date."""

from __future__ import annotations

from verbale.language.marks import InstrumentMark, Marked
from verbale.language.tokens import APOSTROPHE_S
from verbale.model.document import Role
from verbale.model.reading import Engagement, Instrument
from verbale.reader.scene import Scene
from verbale.reader.sides import joint_lead, two_governments

_TYPES = frozenset({"joint-statement", "joint-vision", "declaration"})


def own_statement(scene: Scene, main: Engagement | None) -> Instrument | None:
    """The document's own joint statement, or None: a readout, a speech, a story, a statement of one government."""
    if scene.genre != "joint" or scene.head.title is None:
        return None
    found = _in_headline(scene) or _in_lead(scene)
    if found is None:
        return None
    marked, mark = found
    kind = mark.type if mark is not None else "joint-statement"
    parties = set(main.parties) if main is not None and len(main.parties) > 1 else set(scene.sides)
    if len(parties) < 2 or (mark is not None and _of_one_government(marked, mark)):
        return None
    date = scene.published.edtf if scene.published else main.start if main is not None else None
    evidence = scene.quote(marked.sentence.start, marked.sentence.end)
    title = scene.head.title
    return Instrument(kind, title, (evidence,), date, tuple(sorted(parties)), "signed", {}, "instrument.own")


def _in_headline(scene: Scene) -> tuple[Marked, InstrumentMark] | None:
    for marked in scene.marked:
        if marked.sentence.role is Role.HEADLINE:
            for mark in marked.instruments:
                if mark.type in _TYPES:
                    return marked, mark
    return None


def _in_lead(scene: Scene) -> tuple[Marked, InstrumentMark | None] | None:
    """The sentence that says that the text follows, with what it calls it: 'the text of the following statement …'."""
    marked = joint_lead(scene.marked)
    if marked is None:
        return None
    return marked, next((mark for mark in marked.instruments if mark.type in _TYPES), None)


def _of_one_government(marked: Marked, mark: InstrumentMark) -> bool:
    """'Joint statement by the Prime Minister and the Minister for …': two offices, no second country."""
    words = marked.sentence.tokens
    by = next((i for i in range(mark.first, len(words)) if words[i].key in {"by", "from", "of"}), None)
    near = words[max(0, mark.first - 1) : mark.first + 3]
    if any(word.text in APOSTROPHE_S for word in near) and len(marked.parties) < 2:
        return True
    if by is None:
        return False
    offices = [p for p in marked.posts if p.first > by]
    if two_governments(offices):
        return False
    countries = {p.code for p in marked.parties if p.first > by and p.last <= (offices[-1].last + 4 if offices else 0)}
    return len(offices) > 1 and len(countries | {p.party for p in offices if p.party}) < 2
