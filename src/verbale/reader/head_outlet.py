"""Who published a document: from its byline, the slug before its first words, a sign-off, or the name on its page.

Outlets are recognised by where they stand and how they are set, never from a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.language import geography
from verbale.language.geography import Role as Geo
from verbale.model.document import Passage, Role
from verbale.reader.header_dates import MONTH_AND_YEAR, date_in, month_in
from verbale.reader.passages_junk import Look, is_section_name
from verbale.reader.passages_lines import look_of

_SEPARATORS = re.compile(r"\s*[|•·»]\s*|\s+[-–—]+\s+|\s{2,}|\t|,\s+")
_WEEKDAYS = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.I)
_DATE_WORDS = re.compile(
    r"^(?:published|updated|posted|last (?:updated|modified)|issued|released?|date|time|first published)\b"
    r"(?:\s+(?:on|at))?\s*:?|\b(?:am|pm|a\.m\.|p\.m\.|on|at)$|\b(?-i:GMT|UTC|[A-Z]{2,4}T|[PECM]T)$",
    re.I,
)
_BY = re.compile(r"^(?i:(?:written|reported|story|text|report|compiled|edited) )?(?i:by):?\s+")
_WITH = re.compile(r"\b(?:with|for|of|via)\s+((?:The |the )?[A-Z][\w.&'-]*(?:\s+(?:of|and|&|[A-Z][\w.&'-]*))*)$")
_SOURCE = re.compile(r"^(?:source|sources|via|nguồn|theo|quelle|fuente)\s?:\s*", re.I)
_PERSONAL = re.compile(
    r"\b(?:journalist|reporter|correspondent|staff writer|editor|contributor|writer|columnist|spokesperson"
    r"|bureau chief)\b",
    re.I,
)
_NO_OUTLET = re.compile(
    r"^(?:office|bureau) of\b|\bspokesperson\b|\battributable\b|\bimmediate release\b|^as |^(?:end|more|ends)$"
    r"|^(?:press|media|news) (?:release|statement|communiqu.)s?$|\bstatement$",
    re.I,
)
_GENERIC = frozenset(
    "all news latest top home breaking world national local press media update updates live story stories "
    "report reports service more international daily politics today online read the of and".split()
)
_PLACES = frozenset({Geo.STATE, Geo.CAPITAL, Geo.CITY, Geo.REGION, Geo.HALL, Geo.SHORT})
_HOUSE = re.compile(
    r"\b(?:news|newsroom|times|daily|post|herald|press|mail|agency|agence|wire|tribune|gazette|journal|report|dispatch|"
    r"observer|guardian|sentinel|standard|star|sun|globe|review|online|network|media|radio|tv|television|today|express|"
    r"chronicle|monitor|bulletin|echo|independent|telegraph|courier|ministry|department|government|embassy|"
    r"mission|council|commission|office|house|secretariat|cabinet|presidency|service|services|information|"
    r"broadcasting|corporation|magazine|minister|president|chancellor|parliament|kremlin|palace|weekly|point|voice|nation|reporter|newspaper|desk|portal)\b",
    re.I,
)
_ACRONYM = re.compile(r"[A-Z][A-Z&.]{1,6}(?:\.[A-Z]{2,3})?")
_DOMAIN = re.compile(r"(?:https?://)?((?:[\w-]+\.)+(?:com|org|net|info|gov|int|eu|[a-z]{2})(?:\.[a-z]{2})?)/?", re.I)
_NAME = r"(?:The )?[A-ZÀ-Ỹ][\w.&'’+-]*(?: (?:of|and|&|[A-ZÀ-Ỹ][\w.&'’+-]*)){0,5}"
_DATE = r"(?:[A-Z][a-z]{2,8}\.? ?\d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? ?\d{4})?"
_PLACE = r"[A-ZÀ-Ỹ][\w.'’ À-ỹ-]{1,30}(?:, [A-ZÀ-Ỹ][\w.'’ À-ỹ-]{1,20})?"
# 'TOKYO (Agency), May 4, 2021 – ', 'LIMA, May 4 (Agency) -- ', 'Lima (Agency) - '
_PLACE_IN_FRONT = re.compile(rf"{_PLACE}(?:,? {_DATE})?,? ?[(/]({_NAME})[)/](?:,? {_DATE})?\s?[-–—:]{{1,2}}")
# 'LIMA. May 4. AGENCY – ', 'LIMA, May 4. /AGENCY/. '
_POINTS_IN_FRONT = re.compile(rf"{_PLACE}[.,] {_DATE}\. ?/?({_NAME})\s?[-–—/]+\.?\s")
# 'Agency - ', 'Agency – '
_SLUG = re.compile(rf"({_NAME})\s?(?: [-–—]{{1,2}}|–|—) ?(?=[A-ZÀ-Ỹ“\"‘'0-9])")
_SIGN_OFF = re.compile(rf"(?:[-–—]{{1,2}}|==?|/{{1,2}}|\()\s?({_NAME})\s?(?:\)|==?|/{{1,2}})?\.?\s*$")
_COPYRIGHT = re.compile(
    rf"^(?:copyright\s*)?(?:©|\(c\))?\s*(?:copyright)?\s*(?:\d{{4}})?(?:[-–]\d{{4}})?,?\s*(?:by )?({_NAME})", re.I
)
_COPYRIGHT_SIGN = re.compile(r"©|copyright|\(c\)", re.I)
_COMPANY = re.compile(r"\b(?:corporation|corp|limited|ltd|inc|llc|company|co|group|holdings?|rights|partners)\b", re.I)
_CAPITALS = re.compile(r"\b[A-Z]{3,}\b")
_MONTH_WORD = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?(?:\s|$)", re.I)
_COMMANDS = re.compile(r"(?:skip|sign|log|subscribe|search|support|select|contact|about|my|follow|advertise)\b", re.I)
_SMALL = frozenset({"of", "the", "and", "&", "de", "del", "la", "le"})
_EDGE_LINES = 12
_EDGE_PASSAGES = 24  # passages at either end among which a byline is looked for


def find_outlet(text: str, passages: Sequence[Passage]) -> str | None:
    """The outlet that the text names, or None."""
    if not passages:
        return None
    passages = (*passages[:_EDGE_PASSAGES], *passages[_EDGE_PASSAGES:][-_EDGE_PASSAGES:])
    bylines = [p.span.of(text) for p in passages if p.role is Role.BYLINE]
    bodies = [p for p in passages if p.role is Role.BODY]
    first = bodies[0].start if bodies else 0
    headers = [p.span.of(text) for p in passages if p.role is Role.BYLINE and p.start < first]
    found = _from_headers(headers, clean=passages[0].start == 0) or (
        _from_lead(bodies[0].span.of(text)) if bodies else None
    )
    found = found or _from_page(text, passages)
    found = found or (_from_sign_off(bodies[-1].span.of(text)) if bodies else None) or _from_headers(bylines)
    found = found or _from_domain(bylines)
    return _as_set(found) if found and _may_be_outlet(found) else None


def _from_headers(lines: Sequence[str], clean: bool = False) -> str | None:
    """The outlet of a byline. In a clean text the header 'Outlet, date' under the title is one whatever its name."""
    candidates = [(line, piece) for line in lines for piece in _pieces(line)]
    for line, piece in candidates:
        given = _BY.match(line) and f" with {piece}" in line
        if (given or _HOUSE.search(piece)) and _may_be_outlet(piece):
            return piece
    for line, piece in candidates:
        if _ACRONYM.fullmatch(piece) and _may_be_outlet(piece):
            return piece
        if _BY.match(line) or not _may_be_outlet(piece) or not _dated(line):
            continue
        if clean or " " not in piece or _CAPITALS.search(piece):
            return piece
    return None


def _may_be_outlet(name: str) -> bool:
    """Whether a name is neither an office, a kind of text nor a place."""
    if all(word in _GENERIC for word in name.lower().split()):
        return False
    if _NO_OUTLET.search(name) or is_section_name(name) or _MONTH_WORD.match(name) or len(name) > 60:
        return False
    place = geography.lookup(name)
    return place is None or place.role not in _PLACES


def _dated(line: str) -> bool:
    return date_in(line, True) is not None or month_in(line) is not None


def _pieces(line: str) -> list[str]:
    """The parts of a byline without dates, times, 'By', and people's jobs."""
    moment = date_in(line, True)
    line = f"{line[: moment.start]} | {line[moment.end :]}" if moment else MONTH_AND_YEAR.sub(" | ", line)
    whole = []
    line = _WEEKDAYS.sub(" | ", line)
    parts = [part for part in _SEPARATORS.split(_SOURCE.sub("", line)) if part and part.strip()]
    for part in parts:
        words = _DATE_WORDS.sub("", part.strip(" ,;:()[]=")).strip(" ,;:-–—()")
        given = _WITH.search(words)
        if given and (_BY.match(words) or len(parts) == 1) and not _HOUSE.search(words[: given.start()]):
            words = given.group(1)
        words = _BY.sub("", words).strip()
        words = _PERSONAL.sub("", words).strip(" ,")
        if len(words) > 1 and any(c.isalpha() for c in words) and not words[0].isdigit() and words[0].isupper():
            whole.append(words)
    return whole


def _from_lead(body: str) -> str | None:
    lead = body[:160].split("\n", 1)[0]
    for form in (_PLACE_IN_FRONT, _POINTS_IN_FRONT):
        match = form.match(lead)
        if match:
            return match[1]
    match = _SLUG.match(lead)
    if match is None or match.end() > 60:
        return None
    name = match[1]
    if _HOUSE.search(name) or "." in name.strip(".") or (_ACRONYM.fullmatch(name) and len(name) <= 5):
        return name
    return None


def _from_page(text: str, passages: Sequence[Passage]) -> str | None:
    """The name at the top of a page that its copyright line gives too."""
    if not passages:
        return None
    above = [line.strip() for line in text[: passages[0].start][:4000].split("\n") if line.strip()][:_EDGE_LINES]
    below = [line.strip() for line in text[passages[-1].end :][-4000:].split("\n") if line.strip()][-_EDGE_LINES:]
    tops = {line.casefold() for line in above if len(line.split()) <= 6}
    for line in reversed(below):
        match = _COPYRIGHT.match(line) if _COPYRIGHT_SIGN.search(line) else None
        name = match[1].strip() if match else ""
        if name.casefold() in tops or (_HOUSE.search(name) and len(name.split()) <= 5 and not _COMPANY.search(name)):
            return name
    masthead = _masthead(above)
    if masthead is not None:
        return masthead
    top = above[0] if above else ""
    named = _HOUSE.search(top) and 2 <= len(top.split()) <= 5 and top[:1].isupper() and _may_be_outlet(top)
    return top if named and look_of(top)[0] is Look.SHORT else None


def _masthead(above: Sequence[str]) -> str | None:
    """The name in capitals at the top of a page, right above its menu: 'THE LIMA POST', 'Harbour Watch'."""
    for line, *below in zip(above, above[1:], (*above[2:], ""), strict=False):
        words = line.split()
        if look_of(line)[0] is not Look.SHORT or not 2 <= len(words) <= 4 or any(c.isdigit() for c in line):
            continue
        named = all(word[:1].isupper() or word in _SMALL for word in words) and not line.endswith((":", "."))
        menu = any(look_of(under)[0] is Look.FURNITURE for under in below if under)
        if named and menu and _may_be_outlet(line) and not _COMMANDS.match(line):
            return line
    return None


def _from_sign_off(body: str) -> str | None:
    last = body.rstrip().rsplit("\n", 1)[-1][-60:]
    match = _SIGN_OFF.search(last)
    if match is None:
        return None
    before = last[: match.start()].rstrip()
    return match[1] if not before or before[-1] in '.!?”"’' else None


def _from_domain(bylines: Sequence[str]) -> str | None:
    for line in reversed(bylines):
        match = _DOMAIN.fullmatch(line.strip())
        if match:
            return match[1]
    return None


def _as_set(name: str) -> str:
    """A name in capitals as it is usually written: 'THE LIMA POST' → 'The Lima Post'; short ones are initials."""
    name = name.strip(" .,;:-–—|")
    if not name.isupper() or (len(name) <= 6 and " " not in name) or "." in name:
        return name
    small = {"OF", "AND", "THE", "FOR", "IN", "ON"}
    words = [w.lower() if w in small and i else w.capitalize() for i, w in enumerate(name.split())]
    return " ".join(words)
