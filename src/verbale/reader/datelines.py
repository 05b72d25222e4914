"""Bylines: date lines, 'By …' lines, outlet and office lines, credits, as whole lines."""

from __future__ import annotations

import re

from verbale.reader.header_dates import MONTH_AND_YEAR, date_in, is_time

_BY = re.compile(
    r"(?i:(?:written |reported |compiled |edited |report |story |text )?by:?) (?:[A-Z@\u00c0-\u1ef9]|[Oo]ur |a staff )"
)
_CREDITS = re.compile(
    r"\W?(?:(?:additional |further )?(?:reporting|writing|editing|translation|compiled|translated|edited|written|"
    r"reported|research)\b[\w ,.&'-]{0,60}? by\b"
    r"|with (?:additional )?(?:inputs?|reporting|files|contributions?) (?:from|by)\b|"
    r"(?:web |photo |copy )?(?:editors?|authors?|reporters?|writers?|translators?|correspondents?)\s?:)",
    re.I,
)
_ROLE_LINE = re.compile(
    r"\b(?:journalist|reporter|correspondent|staff writer|editor|contributor|news agency|newsroom|bureau|columnist)\b",
    re.I,
)
_OFFICE = re.compile(
    r"(?:(?:office|bureau|department|ministry) of (?:the )?[A-Z][\w' ,&-]+"
    r"|(?:press|media|news|communications?) (?:office|release|statement|service|centre|center|department)(?: .*)?"
    r"|(?:for )?immediate release|embargoed .*|(?:the (?:following|below) is |attributable to ).*"
    r"|spokesperson .{0,40}|(?:remarks )?as (?:prepared|delivered)\b.*)[.:]?",
    re.I,
)
_CREDIT = re.compile(r"(?:==?|[-–—]{1,2}|\(|\[|/{2})\s?[A-Z][\w. /&-]{1,30}\s?(?:[)\]]|==?|/{2})?")
_IN_NAMES = frozenset("of the and for de news agency agencies online staff".split())
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?:com|org|net|info|gov|int|eu|[a-z]{2})(?:\.[a-z]{2})?/?", re.I)
_SOURCE = re.compile(r"(?:source|sources|via|nguồn|theo|quelle|fuente)\s?: ?\S.{0,60}", re.I)
_ONLY_DATE_WORDS = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b(?:on|at|the|of|and|by|updated?|published|posted|last|first|modified|issued|date|time|release)\b"
    r"|\b(?:minutes?|ago|read|hours?|min|am|pm|gmt|utc|local|[a-z]{2,4}t|[pemc]t)\b|[\d\W_]+",
    re.I,
)


def is_byline(line: str) -> bool:
    """Whether a whole line says who published it, where and when, and nothing else.

    >>> is_byline("By Amina Diallo, Dakar | 4 March 2021"), is_byline("They met on 4 March 2021 in Dakar.")
    (True, False)
    """
    if not 4 <= len(line) <= 140 or "©" in line or line[:9].lower() == "copyright":
        return False
    if _BY.match(line) and len(line.split()) <= 14 and not (line.endswith(".") and len(line.split()) > 8):
        return True
    if _has_digits(line) and (_is_date_line(line) or is_time(line)):
        return True
    words = len(line.split())
    if words <= 12 and _OFFICE.fullmatch(line):
        return True
    if words <= 24 and _CREDITS.match(line):
        return True
    if words <= 8 and not line.endswith(".") and _ROLE_LINE.search(line) and "," in line:
        return True
    return bool(
        (_CREDIT.fullmatch(line) and not _is_point(line))
        or _DOMAIN.fullmatch(line)
        or (words <= 8 and _SOURCE.fullmatch(line))
    )


def _is_point(line: str) -> bool:
    """'- Clean energy for all.': the point of a list, where a name has capitals."""
    small = (word.strip(".") for word in line.split() if word[:1].islower())
    return line[0] in "-–—" and any(word not in _IN_NAMES for word in small)


def _has_digits(line: str) -> bool:
    return any(map(str.isdigit, line))


def _is_date_line(line: str) -> bool:
    """A date with at most a short outlet, place or author around it, and no sentence."""
    moment = date_in(line, True)
    if moment is None:
        month = MONTH_AND_YEAR.search(line)
        if month is None or line.endswith(".") or len(line.split()) > 5:
            return False
        rest = line[: month.start()] + line[month.end() :]
        return not any(c.islower() for c in rest[:1]) and len(rest.split()) <= 3 and _place_or_number(rest)
    rest = _ONLY_DATE_WORDS.sub(" ", line[: moment.start] + " " + line[moment.end :])
    return len(rest.split()) <= (9 if _SEPARATED.search(line) else 5) and not _SENTENCE.search(line)


_SEPARATED = re.compile(r"[|,–—•·/-]")
_SENTENCE = re.compile(
    r"\b(?:is|was|were|are|met|held|said|has|have|will|visit(?:ed|s)?|meeting|signed|talks|from)\b|[a-z]{3}\.$", re.I
)


def _place_or_number(rest: str) -> bool:
    return all(word[:1].isupper() or not word[:1].isalpha() for word in rest.split())
