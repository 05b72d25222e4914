"""People whom a sentence names as taking part: 'accompanied by …', 'participants included …'."""

from __future__ import annotations

from verbale.language.marks import Marked, PersonMark
from verbale.language.tokens import APOSTROPHE_S
from verbale.model.document import Role
from verbale.reader.engagements.events import Event
from verbale.reader.engagements.people import phrase_start
from verbale.reader.engagements.words import engagement_words
from verbale.reader.scene import Scene

_VERBS = frozenset(
    "accompanied joined attended included participated comprised including attending witnessed flanked present "
    "accompanying represented".split()
)
# Verbs whose subjects take part as well as, or rather than, those named behind them.
_OF_SUBJECTS = frozenset({"attended", "participated", "witnessed", "accompanied", "joined", "accompanying"})
_LISTING = frozenset({"participants", "attendees", "delegation", "delegations", "included", "attended", "attendance",
                      "present", "attending", "comprised", "side", "from"})  # fmt: skip
_STYLES = 4  # tokens before the name that an item begins with: '- Rev. Al Gray'
_LONGEST_HEAD = 12  # tokens of a line above a list: 'From the Administration:'


def add_delegations(scene: Scene, main: Event, events: list[Event]) -> None:
    """Add the people of delegation lists to the event of their sentence, or to the main one."""
    owners = {id(m.marked): e for e in reversed(events) for m in e.mentions}
    _add_listed(scene, main)
    for marked in scene.marked:
        if marked.sentence.role is Role.BYLINE or not marked.people:
            continue
        words = marked.sentence.tokens
        at = next((i for i, word in enumerate(words) if word.key in _VERBS), None)
        if at is None:
            continue
        event = owners.get(id(marked), main)
        if event is not main and event.turn:
            continue
        for mark in marked.people:
            if _listed(marked, mark, at):
                event.people.setdefault(mark.person, "participant")


def _listed(marked: Marked, mark: PersonMark, at: int) -> bool:
    words = marked.sentence.tokens
    first = phrase_start(marked, mark)
    if mark.last < len(words) and words[mark.last].text in APOSTROPHE_S:
        return False
    before = {w.key for w in words[max(0, first - 2) : first]}
    active = words[at].key in _OF_SUBJECTS and words[at + 1 : at + 2] != () and words[at + 1].key != "by"
    return not before & engagement_words().absent and (first > at or active or _represented(marked, at))


def _represented(marked: Marked, at: int) -> bool:
    """'Minister A represented Chile': the subject takes part."""
    ahead = at + 1 + (marked.sentence.tokens[at + 1 : at + 2] != () and marked.sentence.tokens[at + 1].key == "the")
    return marked.sentence.tokens[at].key == "represented" and any(mark.first == ahead for mark in marked.parties)


def _add_listed(scene: Scene, main: Event) -> None:
    """'The participants included:' and the people of the items below it, one a line."""
    listing = False
    for marked in scene.body():
        if marked.sentence.bullet:
            if listing and marked.people and marked.people[0].first <= _STYLES:
                main.people.setdefault(marked.people[0].person, "participant")
            continue
        words = marked.sentence.tokens
        opens = len(words) > 1 and words[-1].text == ":"
        listing = opens and bool({w.key for w in words[-_LONGEST_HEAD:]} & _LISTING)
