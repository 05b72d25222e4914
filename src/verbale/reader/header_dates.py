"""Full dates as headers and bylines write them, with time and offset, as ISO 8601.

Only for header lines: dates inside sentences, their precision and resolution are the business of `language`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ), 1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_MONTH}\s*,?\s+{_DAY}\s*,?\s*{_YEAR}\b",
        rf"\b{_DAY}\.?(?:\s+of)?[\s/-]+{_MONTH}[\s,/-]+{_YEAR}\b",
        rf"\b{_YEAR}[\s/-]+{_MONTH}[\s/-]+{_DAY}\b",
        rf"\b{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        rf"\b{_YEAR}年\s*(?P<month>\d{{1,2}})月\s*(?P<day>\d{{1,2}})日",
    )
)
_NAMED_DAYS = (re.compile(rf"\b{_MONTH}\s+{_DAY}\b", re.I), re.compile(rf"\b{_DAY}\s+{_MONTH}\b", re.I))
_NUMBERS = re.compile(
    r"(?P<first>\d(?<![\d/.-]\d)\d?)(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)(?![\d/])"
)
MONTH_AND_YEAR = re.compile(rf"\b{_MONTH}\s*,?\s*{_YEAR}\b", re.I)
_TIME = re.compile(
    r"(?<![\d:+-])(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2}))?|(?=\s*[ap]\.?m\b))"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.I,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC)\s*(?P<sign>[+−-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?"
    r"|(?P<plain>[+-]\d{2}:?\d{2}\b)"
    r"|(?P<name>\bUTC\b|\bGMT\b|(?<![A-Za-z])Z\b|\b[A-Z]{2,4}T\b|\b[PECM]T\b)"
)
# Only names that mean one offset; 'PT' and 'ET' depend on the season and are settled by the date.
_ZONES = {
    "UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00", "JST": "+09:00", "KST": "+09:00", "SGT": "+08:00",
    "MYT": "+08:00", "HKT": "+08:00", "PHT": "+08:00", "WIB": "+07:00", "ICT": "+07:00", "NPT": "+05:45",
    "PKT": "+05:00", "EAT": "+03:00", "MSK": "+03:00", "TRT": "+03:00", "WAT": "+01:00", "CAT": "+02:00",
    "SAST": "+02:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00", "WEST": "+01:00",
    "EST": "-05:00", "EDT": "-04:00", "CDT": "-05:00", "MDT": "-06:00", "MST": "-07:00", "PST": "-08:00",
    "PDT": "-07:00", "AEST": "+10:00", "AEDT": "+11:00", "ACST": "+09:30", "AWST": "+08:00", "NZST": "+12:00",
    "NZDT": "+13:00", "BRT": "-03:00", "ART": "-03:00", "GST": "+04:00",
}  # fmt: skip
# The United States' own times: standard and summer offset from UTC.
_SEASONAL = {"PT": (-8, -7), "MT": (-7, -6), "CT": (-6, -5), "ET": (-5, -4)}


class Moment(NamedTuple):
    """A full date found in a line: ISO 8601, and where it stands."""

    iso: str
    start: int
    end: int


def date_in(line: str, month_first: bool | None = None) -> Moment | None:
    """The first full date of a line with its time and offset, where they stand beside it.

    >>> date_in("May 08, 2025 7:29 PM GMT+7").iso
    '2025-05-08T19:29+07:00'

    '05/06/2024' is read only where `month_first` says how; '25/06/2024' tells by itself.
    """
    found = _calendar_date(line, month_first)
    if found is None:
        return None
    year, month, day, start, end = found
    iso = f"{year:04d}-{month:02d}-{day:02d}"
    time = _time_beside(line, start, end)
    if time is None:
        return Moment(iso, start, end)
    match, clock = time
    zone, zone_end = _zone_after(line, match.end(), year, month, day)
    return Moment(f"{iso}T{clock}{zone}", min(start, match.start()), max(end, zone_end, match.end()))


def _calendar_date(line: str, month_first: bool | None) -> tuple[int, int, int, int, int] | None:
    if _ANY_YEAR.search(line) is None:
        return None
    best: tuple[int, int, int, int, int] | None = None
    for form in _FORMS:
        for match in form.finditer(line):
            month = _MONTHS.get(match["month"].lower().rstrip(".")) or _number(match["month"])
            day = int(match["day"])
            if _is_day(month, day) and (best is None or match.start() < best[3]):
                best = (int(match["year"]), month, day, match.start(), match.end())
                break
    if best is not None:
        return best
    for match in _NUMBERS.finditer(line):
        pair = _day_and_month(int(match["first"]), int(match["second"]), match["sign"], month_first)
        if pair is not None:
            return int(match["year"]), pair[1], pair[0], match.start(), match.end()
    return None


def is_time(line: str) -> bool:
    """Whether a line is no more than a time of day with its zone.

    >>> is_time("10:20 AM GMT+7"), is_time("10:20 talks")
    (True, False)
    """
    match = _TIME.match(line)
    if match is None or len(line) > 24:
        return False
    rest = line[match.end() :].strip(" ,;()")
    return not rest or _ZONE.fullmatch(rest) is not None


def month_in(line: str) -> str | None:
    """The first month of a line with its year, in ISO 8601.

    >>> month_in("LIMA MAY 1995")
    '1995-05'
    """
    match = MONTH_AND_YEAR.search(line)
    return f"{match['year']}-{_MONTHS[match['month'].lower()]:02d}" if match else None


def day_in(line: str) -> tuple[int, int] | None:
    """The month and day of the first day that a line names without its year.

    >>> day_in("LIMA, May 4 (Agency) -")
    (5, 4)
    """
    for form in _NAMED_DAYS:
        match = form.search(line)
        if match is not None:
            return _MONTHS[match["month"].lower().rstrip(".")], int(match["day"])
    return None


def on_day(year: int, month: int, day: int) -> date | None:
    """The day of a year, None for 29 February of a common year and for what is no day."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month, day) if _is_day(month, day) and (leap or (month, day) != (2, 29)) else None


def numeric_order(text: str) -> bool | None:
    """Whether dates in numbers have the month first, from those of the text that tell; None where none or both do."""
    orders = set()
    for match in _NUMBERS.finditer(text, 0, 50_000):
        first, second = int(match["first"]), int(match["second"])
        if (first > 12) != (second > 12):
            orders.add(second > 12)
    return orders.pop() if len(orders) == 1 else None


def order_by_words(line: str, text: str) -> bool | None:
    """Whether the month stands first in an ambiguous date of `line`, from the days that `text` names in words.

    >>> order_by_words("10/11/2025", "The talks were held on November 10.")
    False
    """
    match = _NUMBERS.search(line)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    named = {
        (_MONTHS[day["month"].lower()], int(day["day"]))
        for form in _NAMED_DAYS
        for day in form.finditer(text, 0, 20_000)
    }
    month_first = any(abs(second - day) <= 2 for month, day in named if month == first)
    day_first = any(abs(first - day) <= 2 for month, day in named if month == second)
    return None if month_first == day_first else month_first


def _day_and_month(first: int, second: int, sign: str, month_first: bool | None) -> tuple[int, int] | None:
    if first > 12 and _is_day(second, first):
        return first, second
    if second > 12 and _is_day(first, second):
        return second, first
    if first == second and _is_day(first, second):
        return first, second
    if sign == "." and _is_day(second, first):  # no one writes the month first with points
        return first, second
    if month_first is None:
        return None
    return (second, first) if month_first else (first, second)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 0


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _time_beside(line: str, start: int, end: int) -> tuple[re.Match[str], str] | None:
    for match in _TIME.finditer(line):
        if start <= match.start() < end:
            continue
        gap = line[end : match.start()] if match.start() >= end else line[match.end() : start]
        if len(gap) > 16:
            continue
        clock = _clock(match)
        if clock is not None:
            return match, clock
    return None


def _clock(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12 and hour != 0:
            half = ""
        else:
            hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    seconds = f":{match['second']}" if match["second"] and int(match["second"]) < 60 else ""
    return f"{hour:02d}:{minute:02d}{seconds}"


def _zone_after(line: str, at: int, year: int, month: int, day: int) -> tuple[str, int]:
    match = _ZONE.search(line, at, min(len(line), at + 14))
    if match is None:
        return "", at
    if match["hours"]:
        sign = "+" if match["sign"] == "+" else "-"
        return f"{sign}{int(match['hours']):02d}:{match['minutes'] or '00'}", match.end()
    if match["plain"]:
        digits = match["plain"].replace(":", "")
        return f"{digits[:3]}:{digits[3:]}", match.end()
    name = match["name"]
    if name in _SEASONAL:
        standard, summer = _SEASONAL[name]
        return f"-{-(summer if _american_summer(year, month, day) else standard):02d}:00", match.end()
    return _ZONES.get(name, ""), match.end()


def _american_summer(year: int, month: int, day: int) -> bool:
    """Whether the clocks of the United States are an hour ahead: second Sunday of March to first of November."""
    march, november = date(year, 3, 1).weekday(), date(year, 11, 1).weekday()
    starts, ends = date(year, 3, 14 - march), date(year, 11, 7 - november)
    return starts <= date(year, month, day) < ends
