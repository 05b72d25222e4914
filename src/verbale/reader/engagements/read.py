"""The engagements of one document: mentions gathered into events, one of them the main one."""

from __future__ import annotations

from verbale.language.marks import Marked, MechanismMark
from verbale.language.mechanism_words import abbreviation
from verbale.model.document import Role
from verbale.model.reading import Engagement
from verbale.reader.engagements.beside import complete_beside
from verbale.reader.engagements.build import build
from verbale.reader.engagements.delegations import add_delegations
from verbale.reader.engagements.events import Event, Gathering
from verbale.reader.engagements.frames import add_visit, link_frames
from verbale.reader.engagements.joining import (
    caption_country,
    dateline_place,
    full_names,
    one_visit,
    round_of_talks,
    span_of_days,
    town_line,
)
from verbale.reader.engagements.main_event import choose_main, complete_main
from verbale.reader.engagements.mention import Mention
from verbale.reader.engagements.mentions import mentions
from verbale.reader.engagements.recalled import add_signatories, complete_others, worth_telling
from verbale.reader.engagements.sharing import in_pairs
from verbale.reader.scene import Scene

# Last words of names by which a text calls the series again, with a capital: 'co-chaired the Review'.
_SHORT = frozenset({"Review", "Commission", "Committee", "Council", "Mechanism", "Forum", "Group"})
_LEAD = 3  # sentences of the body that open the story


def read_engagements(scene: Scene) -> list[Engagement]:
    """What met, when and where, the main engagement first, then as the text goes.

    There is exactly one main engagement for a document that names a party: a text that reports and announces no
    meeting is itself the event, of kind 'other'. Where nobody is named as a party, nothing is told of states.
    """
    told = [m for m in scene.marked if m.sentence.role is not Role.BYLINE]
    if not told:
        return []
    aliases = short_forms(told)
    gathering = Gathering(scene.published, opening(told))
    placed: list[tuple[Mention, Event | None]] = []
    for marked in told:
        for mention in mentions(scene, marked, aliases):
            placed.extend((part, gathering.take(part)) for part in in_pairs(scene, mention))
    link_frames(scene, placed)
    full_names(gathering.events)
    main = round_of_talks(scene, choose_main(scene, gathering.events), gathering.events)
    add_delegations(scene, main, gathering.events)
    dateline_place(scene, main)
    town_line(scene, main)
    one_visit(main, gathering.events)
    caption_country(scene, main)
    complete_main(scene, main, gathering.events)
    span_of_days(scene, main)
    add_visit(scene, main, gathering.events, [m for m, event in placed if event is None or _bare(event, main)])
    complete_beside(main, gathering.events)
    complete_others(scene, main, gathering.events)
    kept = [e for e in gathering.events if e is main or worth_telling(scene, main, e)]
    add_signatories(main, [e for e in gathering.events if e not in kept])
    kept = [main, *(e for e in kept if e is not main)]
    told_of = [build(scene, event, main=event is main) for event in kept]
    return told_of if any(engagement.parties for engagement in told_of) else []


def _bare(event: Event, main: Event) -> bool:
    """'The visit, the first in ten years, came as …': a visit of which the text says neither who, when nor where."""
    known = event.people or event.start is not None or event.country is not None or event.place is not None
    return event.kind == "visit" and event is not main and not known


def opening(told: list[Marked]) -> list[int]:
    """The indices of the first sentences of the body; a list of main points above the story is no lead."""
    return [m.sentence.index for m in told if m.sentence.role is Role.BODY and m.sentence.running][:_LEAD]


def short_forms(told: list[Marked]) -> dict[str, MechanismMark]:
    """The bracketed abbreviations of series: 'Nuclear Consultative Group (NCG)'."""
    found: dict[str, MechanismMark] = {}
    for marked in told:
        words = marked.sentence.tokens
        for mark in marked.mechanisms:
            if mark.last - mark.first > 3 and words[mark.last - 1].text == ")" and abbreviation(words[mark.last - 2]):
                found.setdefault(words[mark.last - 2].text, mark)
            after = words[mark.last : mark.last + 3]
            if len(after) == 3 and after[0].text == after[2].text == "," and after[1].text.isupper():
                found.setdefault(after[1].text, mark)
    for marked in told:
        for mark in marked.mechanisms:
            head = mark.name.split()[-1]
            if head in _SHORT and len(mark.name.split()) > 1:
                rival = found.setdefault(head, mark)
                if rival.name != mark.name:
                    found[head] = max(rival, mark, key=lambda m: len(m.name))
    return found
