"""What a document says of itself: its title, outlet and date, from its headline, bylines, first words and sign-off.

What the source declares (HTML meta) is taken first, except for the title, where the headline that a reader sees is
better. A date that the text does not give in full stays None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verbale.model.document import Document, Passage, Role
from verbale.reader.head_outlet import find_outlet
from verbale.reader.header_dates import Moment, date_in, day_in, month_in, numeric_order, on_day, order_by_words
from verbale.reader.tongue import language_of

_BYLINES = 40  # bylines in which a date is looked for
_LEAD = 160  # characters of the first paragraph in which a dateline stands: 'TOKYO (Agency), May 4, 2021 – '
_DATELINE_END = re.compile(r"\s(?:[-–—]{1,2}|/-)\s|:\s|\)\s?[-–—]|\.\s?/[A-Z][\w ]+/")  # 'LIMA, May 4, 2021. /AGENCY/.'
_OPENING = 6  # lines at the start of the body, where a date may stand on a short line of its own
_SHORT_LINE = 10  # words
_SPACES = re.compile(r"\s+")
_ABOVE = 1500  # characters above the body in which the page may tell its date
_OPENS = 500  # characters of the body in which the day of the story is told
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")
_RECALLED = re.compile(r"(?<!by )(?<!until )(?<!to )(?<!–)(?<!-)\b((?:19|20)\d\d)\b(?!-)")


@dataclass(frozen=True, slots=True)
class Head:
    """Title, outlet, date of publication (ISO 8601, a date or a date with time), language (ISO 639-1)."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None

    @property
    def foreign(self) -> bool:
        """Whether the text is in a language other than English, which the reader does not read."""
        return self.language not in (None, "en")


def find_head(document: Document, passages: Sequence[Passage]) -> Head:
    """The head of a document whose passages are known.

    >>> text = "Lima talks\\nThe Andean Post, 4 May 2021\\nMinisters met."
    >>> parts = [Passage(0, 10, Role.HEADLINE), Passage(11, 38, Role.BYLINE), Passage(39, 53, Role.BODY)]
    >>> head = find_head(Document("x", text), parts)
    >>> head.outlet, head.published
    ('The Andean Post', '2021-05-04')
    """
    text = document.text
    return Head(
        title=_title(document, passages),
        outlet=document.outlet or find_outlet(text, passages),
        published=document.published or _published(text, passages),
        language=_language(document, passages),
    )


def _title(document: Document, passages: Sequence[Passage]) -> str | None:
    for passage in passages:
        if passage.role is Role.HEADLINE:
            return _SPACES.sub(" ", passage.span.of(document.text)).strip()
    return document.title


def _language(document: Document, passages: Sequence[Passage]) -> str | None:
    body = " ".join(p.span.of(document.text)[:6000] for p in passages[:40] if p.role is Role.BODY)
    found = language_of(body) or language_of(document.text)
    return found or (document.language or "")[:2].lower() or None


def _published(text: str, passages: Sequence[Passage]) -> str | None:
    """The first full date of a byline; else of the dateline that opens the body; else a month."""
    month_first = numeric_order(text)
    bylines = [p.span.of(text) for p in passages if p.role is Role.BYLINE][:_BYLINES]
    for line in bylines:
        moment = date_in(line, order_by_words(line, text) if month_first is None else month_first)
        if moment is not None:
            return _with_time(moment, line, bylines)
    moment = _dateline(text, passages, month_first)
    if moment is not None:
        return moment.iso
    month = next((month for line in bylines if (month := month_in(line))), None)
    return month or _above_body(text, passages, month_first) or _by_weekday(text, passages)


def _above_body(text: str, passages: Sequence[Passage], month_first: bool | None) -> str | None:
    """The first full date of the lines above the body, among the page's menus: '(Lima) Tuesday, 4 May 2021. No. 7'."""
    body = next((p.start for p in passages if p.role is Role.BODY), 0)
    for line in text[:body][-_ABOVE:].splitlines():
        moment = date_in(line, month_first)
        if moment is not None:
            return moment.iso
    return None


def _by_weekday(text: str, passages: Sequence[Passage]) -> str | None:
    """The year of a dateline that tells none, by the weekday of its first sentence and the years that the text recalls.

    'LIMA, May 4 (Agency) - Peru on Tuesday …' in a text that recalls July 2020: May 4 was a Tuesday in 2021.
    """
    opening = next((p.span.of(text) for p in passages if p.role is Role.BODY), "")[:_OPENS]
    end = _DATELINE_END.search(opening[:_LEAD])
    weekday = _WEEKDAY.search(opening, end.end()) if end else None
    day = day_in(opening[: end.start() + 1]) if end else None
    if weekday is None or day is None:
        return None
    named = sorted({int(year) for year in _RECALLED.findall(text)}, reverse=True)
    number = _WEEKDAYS.index(weekday[1])
    for year in (year + later for year in named for later in (0, 1)):
        found = on_day(year, *day)
        if found is not None and found.weekday() == number:
            return found.isoformat()
    return None


def _dateline(text: str, passages: Sequence[Passage], month_first: bool | None) -> Moment | None:
    """The date in the words that open the body, or on a short line of its own above its first paragraph."""
    opening = "\n".join(p.span.of(text)[:4000] for p in passages if p.role is Role.BODY).splitlines()
    for line in [line for line in opening if line.strip()][:_OPENING]:
        end = _DATELINE_END.search(line[:_LEAD])
        moment = date_in(line[: end.start() + 1], month_first) if end else None
        if moment is None and len(line.split()) <= _SHORT_LINE and not line.rstrip().endswith((".", ":")):
            moment = date_in(line, month_first)
        if moment is not None or len(line.split()) > 4 * _SHORT_LINE:
            return moment
    return None


def _with_time(moment: Moment, line: str, bylines: list[str]) -> str:
    """The date, with the time of the next byline where that is only a time: 'May 4, 2021' / '10:20 am'."""
    at = bylines.index(line)
    if "T" in moment.iso or at + 1 >= len(bylines) or len(bylines[at + 1]) > 24:
        return moment.iso
    joined = date_in(f"{moment.iso} {bylines[at + 1]}")
    return joined.iso if joined else moment.iso
