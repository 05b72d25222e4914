"""The instruments of a document: treaties, memoranda, statements, letters that it signs, cites or seeks.

Mentions of one instrument become one entry: by type, name and date. The joint statement that a document reproduces is
itself an instrument, signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from verbale.language.instrument_words import instrument_words
from verbale.language.marks import InstrumentMark, Marked
from verbale.language.spelling import fold
from verbale.model.dates import AnyDate
from verbale.model.document import Role
from verbale.model.evidence import Span
from verbale.model.reading import Engagement, Instrument
from verbale.reader.engagements.events import compatible
from verbale.reader.engagements.triggers import LONGEST_SENTENCE
from verbale.reader.instrument_self import own_statement
from verbale.reader.instrument_status import CITED, SIGNED, SOUGHT, Told, tell
from verbale.reader.scene import Scene

_MOST_AT_ONCE = 40  # instruments in one sentence; more is noise
_MOST = 300  # instruments that a document can name; longer lists are tables
_OPEN_TO_ALL = frozenset({"convention", "code", "law", "declaration"})
_SMALL_WORDS = frozenset(
    "of on for the and to in a an between with updated new joint memorandum understanding mou agreement statement "
    "treaty pact vision letter intent plan action declaration accord press media our their its".split()
)


@dataclass(slots=True)
class Draft:
    """Mentions of one instrument; `known` is its title in the vocabulary, empty where that does not know it."""

    type: str
    title: str
    marked: Marked
    mark: InstrumentMark
    told: Told
    parties: set[str] = field(default_factory=set)
    headline: bool = False
    words: frozenset[str] = frozenset()
    known: str = ""


def read_instruments(scene: Scene, engagements: Sequence[Engagement] = ()) -> list[Instrument]:
    """The instruments that a document signs, cites or seeks, in the order of the text.

    `engagements` are the document's, the main one among them: what is signed without a date of its own has its day.
    """
    main = next((e for e in engagements if e.main), None)
    own = own_statement(scene, main)
    drafts: list[Draft] = []
    occasion = _Occasion(frozenset(_sides(scene, main)), (main.start or "") if main and main.status == "held" else "")
    listing = False
    for marked in scene.marked:
        listing = _lists_signed(marked) or (listing and marked.sentence.bullet)
        if marked.sentence.role is Role.BYLINE or (own is not None and marked.sentence.role is Role.HEADLINE):
            continue
        if len(marked.sentence.tokens) > LONGEST_SENTENCE or len(marked.instruments) > _MOST_AT_ONCE:
            continue
        for mark in marked.instruments:
            if marked.sentence.role is Role.HEADLINE and mark.first == 0 and mark.type == "joint-statement":
                continue  # 'Joint press statement with …': the headline says what kind of text this is
            told = tell(marked, mark)
            if listing and marked.sentence.bullet and not told.explicit:
                told = told._replace(status=SIGNED, explicit=True)
            _take(drafts, marked, mark, told, own, occasion)
    entries = [_entry(scene, draft, main) for draft in drafts if _tells(draft) and not _echoes(draft, drafts)]
    return ([own] if own is not None else []) + entries


class _Occasion(NamedTuple):
    """Who and when the document is about: what a mention that says neither belongs to."""

    sides: frozenset[str]
    start: str


def _lists_signed(marked: Marked) -> bool:
    """'The following documents were signed during the visit:': the points below it were."""
    words = marked.sentence.tokens
    return words[-1].text == ":" and any(word.key in {"signed", "initialled", "inked", "concluded"} for word in words)


def _take(
    drafts: list[Draft],
    marked: Marked,
    mark: InstrumentMark,
    told: Told,
    own: Instrument | None,
    occasion: _Occasion,
) -> None:
    if own is not None and mark.type == own.type and _repeats(own, marked, mark, told):
        return
    headline = marked.sentence.role is Role.HEADLINE or marked.sentence.role is Role.CAPTION
    words, known = words_of(marked, mark), _known_name(marked, mark)
    seen = Draft(mark.type, mark.title, marked, mark, told, set(mark.parties), headline, words, known)
    for draft in reversed(drafts):
        if draft.type == mark.type and not _parted(draft, seen, occasion) and _same(draft, seen):
            _join(draft, seen)
            return
    if len(drafts) < _MOST:
        drafts.append(seen)


def _repeats(own: Instrument, marked: Marked, mark: InstrumentMark, told: Told) -> bool:
    """'adopted the following joint statement on …': what the document reproduces, named again in its text."""
    if marked.sentence.start == own.evidence[0].start:
        return True
    if told.date is not None:
        return False
    return _is_bare(mark.title) or (told.status == SIGNED and words_of(marked, mark) <= telling(own.title))


def _parted(draft: Draft, seen: Draft, occasion: _Occasion) -> bool:
    """Whether two mentions are of two instruments: known by two names, of other parties, of another month than that
    of what was signed."""
    if draft.known and seen.known:
        return draft.known != seen.known
    if draft.type not in _OPEN_TO_ALL and (draft.parties or seen.parties):
        one, two = draft.parties or occasion.sides, seen.parties or occasion.sides
        if one and two and not one & two:
            return True
    if ("framework" in draft.title.casefold().split()) != ("framework" in seen.title.casefold().split()):
        return not _is_bare(seen.title) and not _is_bare(draft.title)
    month = occasion.start[: len("2024-05")]
    for now, other in ((draft.told, seen.told), (seen.told, draft.told)):
        if month and now.status == SIGNED and now.date is None and other.date and not _meets(other.date, month):
            return True
    return False


def _renames(draft: Draft, seen: Draft) -> bool:
    """'the mutual defence treaty, known as the Coral Treaty'."""
    if draft.marked is not seen.marked or not 0 < seen.mark.first - draft.mark.last <= 5:
        return False
    between = {w.key for w in seen.marked.sentence.tokens[draft.mark.last : seen.mark.first]}
    return bool(between & {"known", "called", "dubbed", "named"})


def _describes(draft: Draft, seen: Draft) -> bool:
    """'signed a mutual defence treaty … The Coral Treaty was signed': first by what it is, then by its name."""
    if not seen.told.status == draft.told.status == SIGNED or seen.type not in {"agreement", "declaration"}:
        return False
    return draft.title[1:].islower() and " on " not in draft.title and not seen.title[1:].islower()


def words_of(marked: Marked, mark: InstrumentMark) -> frozenset[str]:
    """The words of a title that tell it from others of its type, without the parties' names."""
    parties = {w.key for p in marked.parties for w in marked.sentence.tokens[p.first : p.last]}
    return telling(mark.title) - frozenset(w.replace(".", "") for w in parties)


def _same(draft: Draft, seen: Draft) -> bool:
    """Whether two mentions of one type are of one instrument."""
    one, two, told = draft.words, seen.words, seen.told
    if seen.type in {"law", "convention"} and one == two:
        return _numbers(draft.title) == _numbers(seen.title)
    if not compatible(draft.told.date, told.date):
        return False
    if draft.headline and not seen.headline and SIGNED in (draft.told.status, told.status):
        return True
    if not two and told.date is not None and draft.told.date is None and draft.told.status != SIGNED:
        return False
    if _renames(draft, seen) or _describes(draft, seen):
        return True
    if not two or not one:
        return (told.status, draft.told.status) != (SOUGHT, SIGNED) or not two
    return one <= two or two <= one or len(one & two) / len(one | two) >= 0.5


def _numbers(title: str) -> list[str]:
    """'Executive Order 14257' and 'Executive Order 14346' are two."""
    return [word for word in title.split() if word.isdigit()]


@lru_cache(maxsize=4096)
def telling(title: str) -> frozenset[str]:
    """The words of a title that tell it from others of its type."""
    words = "".join(c if c.isalnum() else " " for c in fold(title).replace("defence", "defense")).split()
    return frozenset(w for w in words if w not in _SMALL_WORDS and not w.isdigit())


def _is_bare(title: str) -> bool:
    return not telling(title)


def _join(draft: Draft, seen: Draft) -> None:
    told = seen.told
    draft.parties |= seen.parties
    better = draft.headline and not seen.headline
    named = not seen.title[1:].islower() and draft.title[1:].islower()
    if better or named or len(seen.words) > len(draft.words):
        draft.title, draft.marked, draft.mark = seen.title, seen.marked, seen.mark
        draft.words, draft.known = seen.words, seen.known
    status = draft.told.status if draft.told.explicit or not told.explicit else told.status
    if told.explicit and told.status == SIGNED and draft.told.status == CITED:
        status = SIGNED
    draft.headline = draft.headline and seen.headline
    date, when = (draft.told.date, draft.told.mark) if draft.told.date else (told.date, told.mark)
    draft.told = Told(status, draft.told.explicit or told.explicit, date, when)


def _echoes(draft: Draft, drafts: list[Draft]) -> bool:
    """A headline's 'pact' that the body calls by another name."""
    return draft.headline and any(d is not draft and not d.headline and d.words & draft.words for d in drafts)


def _tells(draft: Draft) -> bool:
    """A bare 'the agreement' or 'a joint statement' tells only with a date or a signature."""
    if not _is_bare(draft.title) or draft.type in {"minutes", "letter", "code"}:
        return True
    return draft.told.date is not None or draft.told.status == SIGNED


def _entry(scene: Scene, draft: Draft, main: Engagement | None) -> Instrument:
    status, date = _settled(draft, main)
    open_to_all = draft.type in _OPEN_TO_ALL and not (status == SIGNED and draft.type == "declaration")
    parties = draft.parties or (set() if open_to_all else _sides(scene, main))
    if draft.known:
        parties = draft.parties
    if len(parties) == 1 and draft.type not in _OPEN_TO_ALL and parties < _sides(scene, main):
        parties = _sides(scene, main)
    if draft.type == "law" and not draft.parties and scene.home:
        parties = {scene.home}
    spans = {"title": Span(*draft.marked.span(draft.mark))}
    if draft.told.mark is not None and draft.told.mark.start is not None and date == draft.told.mark.start.edtf:
        spans["date"] = Span(*_date_span(draft))
    return Instrument(
        draft.type,
        draft.title,
        (scene.quote(*draft.marked.span(draft.mark)),),
        date=date,
        parties=tuple(sorted(parties)),
        status=status,
        spans=spans,
        rule=f"instrument.{status}",
    )


def _date_span(draft: Draft) -> tuple[int, int]:
    for marked in (draft.marked,):
        if draft.told.mark in marked.dates and draft.told.mark is not None:
            return marked.span(draft.told.mark)
    return draft.marked.span(draft.mark)


def _settled(draft: Draft, main: Engagement | None) -> tuple[str, str | None]:
    """Signed at the main engagement, or before it: then it is only cited."""
    status, date = draft.told.status, draft.told.date
    known = _known_status(draft)
    if status != SIGNED:
        return _unsigned(known or status, date)
    # What closes a meeting of several days is signed on its last.
    start = (main.end or main.start) if main is not None and main.status == "held" else None
    begun = main.start if main is not None and main.status == "held" else None
    if draft.parties and main is not None and main.parties and draft.parties.isdisjoint(main.parties):
        return CITED, date.edtf if date else None
    if date is not None:
        return (
            SIGNED if start is None or begun is None or _meets(date, start) or _meets(date, begun) else CITED
        ), date.edtf
    return (SIGNED, start) if start is not None else (CITED, None)


def _unsigned(status: str, date: AnyDate | None) -> tuple[str, str | None]:
    """What is still sought has no date yet: 'the treaty will be signed in May'."""
    return status, date.edtf if date is not None and status != SOUGHT else None


def _known_name(marked: Marked, mark: InstrumentMark) -> str:
    """The title of the vocabulary where the name is one that it knows: its parties are not those of the document."""
    hit = instrument_words().heads.at(marked.sentence.tokens, mark.first)
    return hit.value.title if hit is not None and hit.value.weight == "known" else ""


def _known_status(draft: Draft) -> str:
    hit = instrument_words().heads.at(draft.marked.sentence.tokens, draft.mark.first)
    return hit.value.status if hit is not None else ""


def _meets(date: AnyDate, start: str) -> bool:
    text = date.edtf
    shared = min(len(text), len(start))
    return text[:shared] == start[:shared]


def _sides(scene: Scene, main: Engagement | None) -> set[str]:
    return set(main.parties) if main is not None and main.parties else set(scene.sides)
