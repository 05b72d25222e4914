"""From mentions to events: those that speak of the same meeting become one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from verbale.language.spelling import fold
from verbale.model.dates import AnyDate, DateInterval, PartialDate, Precision
from verbale.reader.engagements.mention import Mention

_TALKS = frozenset({"talks", "dialogue", "summit"})
_MOST = 200  # events that one document can tell of; more is a table
_FAR = 8  # sentences between two mentions, beyond which the second tells no place and time of the first
_BEGINNING = frozenset({"begin", "open", "start", "launch"})
RECENT = 45  # days before the date line that a lead may look back


@dataclass(slots=True)
class Event:
    """Mentions of one event, with what they say together."""

    mentions: list[Mention]
    kind: str
    mechanism: str | None = None
    round: int | None = None
    parties: set[str] = field(default_factory=set)
    people: dict[int, str] = field(default_factory=dict)
    start: AnyDate | None = None
    end: PartialDate | None = None
    place: str | None = None
    country: str | None = None
    planned: bool = False
    turn: str = ""
    rule: str = ""
    for_talks: bool = False  # 'flies to Lima for talks with X': a journey told only for the talks

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    def add(self, mention: Mention) -> None:
        """Take over what a further mention says and this event does not know yet."""
        if all(known.headline or known.caption for known in self.mentions) and mention.event:
            self.planned = mention.planned
        self.mentions.append(mention)
        fill(self, mention)


def fill(event: Event, mention: Mention) -> None:
    """Complete an event from a mention."""
    titles = all(m.headline or m.caption for m in islice(event.mentions, len(event.mentions) - 1))
    if mention.mechanism:
        known, told = name_words(event.mechanism or ""), name_words(mention.mechanism)
        if known < told or (titles and len(told) > len(known)):
            event.mechanism = mention.mechanism
    event.mechanism = event.mechanism or mention.mechanism
    event.round = event.round if event.round is not None else mention.round
    event.parties |= mention.parties
    for person, role in mention.people.items():
        if event.people.get(person, "participant") == "participant":
            event.people[person] = role
    far = mention.marked.sentence.index - event.first.marked.sentence.index > _FAR and not mention.caption
    if far and event.people and mention.start is not None and mention.start.precision is Precision.YEAR:
        return  # the talks of the lead are not placed by what is told far below with a year
    if mention.start is not None and finer(mention.start, event.start):
        event.start, event.end = mention.start, mention.end
    later = mention is not event.first and mention.start is None and bool(event.parties) and not mention.definite
    led = event.kind == "visit" and bool(event.people.keys() & mention.people.keys())
    if led or not (later and mention.country not in event.parties):  # 'to return to peace talks in Yemen'
        if mention.place is not None and (event.place is None or (titles and mention.place.country != event.country)):
            event.place = mention.place.name
            event.country = mention.place.country or event.country
        event.country = event.country or mention.country
    if mention.mechanism and mention.segment.trigger.kind == "dialogue" and event.kind == "talks":
        event.kind = "dialogue"


def finer(new: AnyDate, old: AnyDate | None) -> bool:
    """Whether a date says more than the one that is known."""
    if old is None:
        return True
    if isinstance(new, DateInterval) or isinstance(old, DateInterval):
        return isinstance(old, DateInterval) and not isinstance(new, DateInterval)
    return new.precision > old.precision


def compatible(left: AnyDate | None, right: AnyDate | None) -> bool:
    """Whether two dates may be one, at the coarser of their precisions."""
    if left is None or right is None:
        return True
    if isinstance(left, DateInterval) or isinstance(right, DateInterval):
        return _overlap(left, right)
    if left.year is not None and right.year is not None and left.year != right.year:
        return False
    if left.month is None or right.month is None:
        return left.precision != Precision.NONE or left.month == right.month
    return left.month == right.month and (left.day is None or right.day is None or left.day == right.day)


def during(visit: Event, start: AnyDate | None) -> bool:
    """Whether a date may lie in the time of a visit."""
    if compatible(visit.start, start):
        return True
    first = visit.start.earliest() if visit.start is not None else None
    last, day = visit.end.latest() if visit.end is not None else None, start.earliest() if start is not None else None
    return first is not None and last is not None and day is not None and first <= day <= last


def _overlap(left: AnyDate, right: AnyDate) -> bool:
    starts, ends = (left.earliest(), right.earliest()), (left.latest(), right.latest())
    if None in starts or None in ends:
        return True
    return max(d for d in starts if d) <= min(d for d in ends if d)


def similar(left: str, right: str) -> bool:
    """Whether two names of series are one: half of their words shared, or one a shortened form of the other."""
    one, two = name_words(left), name_words(right)
    if not one or not two:
        return one == two
    return len(one & two) / len(one | two) >= 0.5 or one <= two or two <= one


def name_words(name: str) -> frozenset[str]:
    """The telling words of a series' name."""
    plain = fold(name).replace("defence", "defense").replace("two-plus-two", "2+2").replace("two plus two", "2+2")
    words = plain.replace("-", " ").replace(",", " ").replace("consultations", "consultation").split()
    telling = frozenset(w for w in words if w not in {"and", "of", "the", "on", "for", "annual", "joint", "meeting"})
    return telling - {"dialogue", "talks", "ministerial"} if "2+2" in telling else telling


class Gathering:
    """Collects mentions into events, in the order of the text. `lead` holds the indices of the sentences that open
    the story: what they tell is recent."""

    def __init__(self, published: PartialDate | None, lead: Iterable[int]) -> None:
        self.events: list[Event] = []
        self.published = published
        self.lead = frozenset(lead)

    def take(self, mention: Mention) -> Event | None:
        """Put a mention with its event, or begin a new one; None where it says nothing of an event."""
        if mention.segment.trigger.lemma == "edition" and mention.mechanism is None:
            mention.kind = self._numbered() or mention.kind
        event = next((e for e in self._order(mention) if self._fits(e, mention)), None)
        if event is not None:
            event.add(mention)
            return event
        aimed = mention.segment.link == "aim" and mention.mechanism is not None
        if not (mention.event or mention.headline or aimed) or len(self.events) >= _MOST:
            return None
        event = Event([mention], mention.kind, planned=mention.planned, turn=mention.turn)
        fill(event, mention)
        self.events.append(event)
        return event

    def _numbered(self) -> str | None:
        """The kind of the exercise or show whose editions the text counts, where it names no other series."""
        named = {e.kind for e in self.events if e.mechanism is not None}
        return next(iter(named)) if len(named) == 1 and named <= {"exercise", "exhibition"} else None

    def _order(self, mention: Mention) -> list[Event]:
        """The events to compare with: for a mention that points back the latest first, else as they came."""
        return self.events[::-1] if mention.definite and not mention.mechanism else self.events

    def _fits(self, event: Event, mention: Mention) -> bool:
        if (
            not compatible(event.start, mention.start)
            or self._too_old(event, mention)
            or self._recalled(event, mention)
        ):
            return False
        if mention.beside and event.mentions[-1].marked is mention.marked and event.kind != mention.kind:
            return False
        deeds = [x.segment.trigger.lemma == "hand" for x in (event.first, mention)]
        if any(deeds):
            return all(deeds)  # a handover is no other ceremony
        if mention.round is not None and event.round is not None and mention.round != event.round:
            return False
        if _of_course(event, mention) and not self.opens(mention):
            return False
        if self._elsewhere(event, mention) or (mention.dated_meal and event.start is None and not self.opens(mention)):
            return False
        return (
            self._kinds_fit(event, mention)
            and _turns_fit(event, mention)
            and _parties_fit(event, mention)
            and _people_fit(event, mention)
        )

    def _elsewhere(self, event: Event, mention: Mention) -> bool:
        """A dated meeting in another country is another meeting."""
        apart = event.country and mention.country and event.country != mention.country
        visits = event.kind == mention.kind == "visit"
        if not apart or (mention.start is None and not visits) or self.opens(mention):
            return False
        return visits or "visit" not in (event.kind, mention.kind)

    def opens(self, mention: Mention) -> bool:
        """Whether a mention stands in the headline, a caption or the first sentences."""
        return mention.headline or mention.caption or mention.marked.sentence.index in self.lead

    def _too_old(self, event: Event, mention: Mention) -> bool:
        """A story's lead tells of something recent: a date long before the date line is another event's."""
        if event.start is not None or mention.start is None or self.published is None or not self.opens(event.first):
            return False
        last, opens = mention.start.latest(), self.published.earliest()
        old = last is not None and opens is not None and (opens - last).days > RECENT
        return old and mention.marked is not event.first.marked

    def _recalled(self, event: Event, mention: Mention) -> bool:
        """What is told of long ago without people is not the meeting now, of A and B: 'A was received by B'."""
        last = event.start.latest() if event.start is not None else None
        today = self.published.earliest() if self.published is not None else None
        if last is None or today is None or event.people or mention.start is not None or mention.definite:
            return False
        carried = mention.segment.trigger.verbal or mention.segment.verb_at >= 0
        now = len(mention.people) > 1 and carried and mention.marked is not event.first.marked
        return now and (today - last).days > RECENT

    def _kinds_fit(self, event: Event, mention: Mention) -> bool:
        if event.people and event.mechanism is None and event.round is None and _of_number(mention):
            return False
        if mention.mechanism and event.mechanism:
            return similar(mention.mechanism, event.mechanism) or self._renamed(event, mention)
        if event.kind == mention.kind:
            return not (mention.mechanism or event.mechanism) or mention.definite or self._titles(event, mention)
        if "call" in (event.kind, mention.kind):
            return mention.kind == "talks" and mention.definite and not mention.people and mention.when is None
        if not {event.kind, mention.kind} <= _TALKS or ("summit" in (mention.kind, event.kind) and mention.mechanism):
            return False
        if mention.mechanism:
            return self._titles(event, mention)
        if event.people and event.mechanism is None and _by_number(mention):
            return False  # 'The first took place in May': a round of a series, not the talks told before
        if mention.series:
            return event.mechanism is not None and mention.series in fold(event.mechanism)
        return mention.definite or mention.headline or self._delegates(event, mention) or self._first(event, mention)

    def _renamed(self, event: Event, mention: Mention) -> bool:
        """A headline's short name for the series that the lead names in full."""
        rounds = event.round == mention.round or None in (event.round, mention.round)
        return rounds and event.kind == mention.kind == "dialogue" and self._titles(event, mention)

    def _titles(self, event: Event, mention: Mention) -> bool:
        """Whether the event so far stands only in the headline and the mention opens the body."""
        return all(m.headline or m.caption for m in event.mentions) and self.opens(mention)

    def _first(self, event: Event, mention: Mention) -> bool:
        """A headline names the series, the first sentence says who met."""
        opens = bool(self.lead) and mention.marked.sentence.index == min(self.lead)
        return opens and event.first.headline and len({m.marked.sentence.index for m in event.mentions}) == 1

    def _delegates(self, event: Event, mention: Mention) -> bool:
        """'… met in Ankara with their delegations' tells who sat in the dialogue that the lead named without people."""
        if event.kind != "dialogue" or not self.opens(event.first) or mention.start is not None:
            return False
        if event.planned and mention.planned and mention.people.keys() <= event.people.keys():
            return mention.country is None or mention.country == event.country
        return not event.people and mention.segment.verb == "meet" and not _further(mention)


def _of_course(event: Event, mention: Mention) -> bool:
    """'Negotiations on the pact opened in January': a course of talks with a date, not the meeting of A and B."""
    words, trigger = mention.marked.sentence.tokens, mention.segment.trigger
    course = trigger.lemma in {"negotiations", "talks", "consultations"} and mention.segment.verb in _BEGINNING
    bare = trigger.first == 0 or words[trigger.first - 1].key not in {"the", "their", "these"}
    return course and bare and bool(event.people) and event.start is None and mention.start is not None


def _further(mention: Mention) -> bool:
    """'…, when he met the President', 'A also met B': a meeting of its own."""
    words, first = mention.marked.sentence.tokens, mention.segment.trigger.first
    return mention.segment.link == "time" or any(word.key == "also" for word in words[max(0, first - 2) : first])


def _of_number(mention: Mention) -> bool:
    """'The 11th meeting was held in Lima in May 2022': a round of a series, and not the talks of A and B."""
    dated = mention.start is not None and not mention.people and not mention.headline
    return dated and mention.definite and (mention.round or 0) > 1


def _by_number(mention: Mention) -> bool:
    """'The first', 'the next one': a round told by its number alone."""
    trigger = mention.segment.trigger
    return trigger.lemma == "round" and trigger.last - trigger.first == 1 and mention.round is not None


def _turns_fit(event: Event, mention: Mention) -> bool:
    """The next round is not this one, nor is the last."""
    if event.kind == mention.kind == "signing" and event.planned != mention.planned:
        return False  # what the headline has as signed is not what will be
    if mention.turn == event.turn:
        titles = all(m.headline or m.caption for m in event.mentions) or mention.headline or mention.caption
        back = mention.definite and mention.start is None and event.planned and event.kind == mention.kind == "visit"
        same = event.start == mention.start is not None
        return event.planned == mention.planned or titles or mention.open or same or back
    if not mention.turn and event.turn == "previous":
        return mention.definite and mention.start is None and not (mention.mechanism or mention.planned)
    return bool(event.start and mention.start and event.start == mention.start)


def _parties_fit(event: Event, mention: Mention) -> bool:
    left, right = event.parties, mention.parties
    titles = all(known.headline for known in event.mentions)
    if mention.kind == "visit" and event.country is not None and right == {event.country} and not titles:
        return False  # nobody visits the own country
    if not left or not right or left == right:
        return True
    if not (left <= right or right <= left):
        shown = all(known.headline for known in event.mentions) and mention.caption
        return shown and event.kind == mention.kind and len(left) == len(right) == 1
    return len(left | right) <= 2 or mention.definite or titles


def _people_fit(event: Event, mention: Mention) -> bool:
    """Two meetings of different people are two, unless a name or a round makes them one."""
    if _of_other_side(event, mention) or _the_same(mention):
        return True
    if not mention.people or not event.people or mention.mechanism:
        return True
    shared = event.people.keys() & mention.people.keys()
    if mention.kind == "visit":
        bare = mention.place is None and mention.country is None and mention.start is None
        other = mention.segment.link == "frame" and not (mention.definite or mention.turn)
        return bool(shared) or (bare and not other)  # 'signed in May, during a visit by B'
    if len(mention.people) == 1:
        return bool(shared) or mention.definite
    titles = all(m.headline or m.caption for m in event.mentions)
    return bool(shared) if titles or mention.definite else len(mention.people.keys() - shared) == 0


def _of_other_side(event: Event, mention: Mention) -> bool:
    """'B chaired the meeting for Peru', 'D signed for Peru': the other side's people, told after the first side's."""
    words, segment = mention.marked.sentence.tokens, mention.segment
    chaired = mention.definite and "co-chair" in mention.people.values() and "co-chair" in event.people.values()
    last = segment.verb_at + 1
    signed = event.kind == mention.kind == "signing" and last < len(words) and words[last].key in {"for", "on"}
    return mention.start is None and (chaired or signed)


def _the_same(mention: Mention) -> bool:
    """'The dialogue was opened by C': the meeting that was told of, whoever is named now."""
    words, trigger = mention.marked.sentence.tokens, mention.segment.trigger
    following = words[trigger.last].key if trigger.last < len(words) else ""
    noun = mention.definite and not trigger.verbal and mention.kind in _TALKS
    return noun and mention.start is None and not mention.turn and following not in {"with", "between", "of", "by"}
