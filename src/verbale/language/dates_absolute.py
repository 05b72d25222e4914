"""Dates by the calendar: days, months, years and their ranges, with or without a year."""

from __future__ import annotations

from dataclasses import replace

from verbale.language.dates_calendar import (
    DASHES,
    RANGE,
    calendar,
    day_number,
    month_at,
    partial,
    shifted_year,
    year_at,
)
from verbale.language.dates_numeric import numeric_date
from verbale.language.dates_values import Form, RawDate
from verbale.language.numbers import Words, key_at, touches
from verbale.model.dates import PartialDate

# After 'May 8 and 9' these show that 9 was a day, not a count of what follows.
_AFTER_DAYS = frozenset(", . ; : ) in at for to with by under during on as , - – — and the of when where".split()) | {
    ""
}
_TIME_PREPOSITIONS = frozenset("in since of from by until till before after during year years between to and (".split())
_HOLIDAYS = frozenset("good black ash bloody palm easter super cyber holy".split())


def month_first(words: Words, index: int) -> RawDate | None:
    """'May 8', 'Nov. 2–3, 2025', 'November 29 to December 1', 'January to June this year', 'March 2021', 'in March'."""
    found = month_at(words, index)
    if found is None:
        return None
    month, after = found
    place = after + (key_at(words, after) == "the")
    day = day_number(words, place)
    if day is not None:
        end_month, end_day, after = _end_of_days(words, place + 1, month, day)
        return _dated(words, index, after, (month, day), (end_month, end_day) if end_day else None)
    first_year = year_at(words, after)
    middle = after + (first_year is not None)
    if key_at(words, middle) in RANGE or (key_at(words, middle) == "and" and key_at(words, index - 1) == "between"):
        second = month_at(words, middle + 1)
        if second is not None and day_number(words, second[1]) is None:
            raw = _dated(words, index, second[1], (month, None), (second[0], None))
            if raw and first_year and raw.start:
                raw = replace(raw, start=replace(raw.start, year=first_year))
            return raw
    raw = _dated(words, index, after, (month, None), None)
    if raw and raw.last == after and not _stands_alone(words, index):
        return None
    return raw


def _stands_alone(words: Words, index: int) -> bool:
    """Whether a month without a day or year is one: 'in May', 'their August meeting', not 'May God bless'."""
    tables, before = calendar().lists, key_at(words, index - 1)
    if before in DASHES:
        before = key_at(words, index - 2)  # 'in mid-March'
    if words[index].key not in tables["ambiguous_months"]:
        return True
    if before in tables["month_cues"]:
        return True
    following = words[index + 1].text if index + 1 < len(words) else ""
    return before in tables["determiners"] and following[:1].islower() and words[index].key in ("may", "march", "april")


def _end_of_days(words: Words, index: int, month: int, day: int) -> tuple[int, int | None, int]:
    """What follows 'May 8': the last day's month and number, and the index after them."""
    sign = key_at(words, index)
    if sign in RANGE:
        second = month_at(words, index + 1)
        if second is not None:
            last = day_number(words, second[1])
            return (second[0], last, second[1] + 1) if last else (month, None, index)
        last = day_number(words, index + 1)
        if last is not None and last > day:
            return month, last, index + 2
    if sign == "," and day_number(words, index + 1) and key_at(words, index + 2) in ("and", "&", ","):
        following = _end_of_days(words, index + 2, month, day_number(words, index + 1) or day)
        return following if following[1] else (month, None, index)
    if sign in ("and", "&"):
        last = day_number(words, index + 1)
        if last is not None and last > day and (key_at(words, index + 2) in _AFTER_DAYS or year_at(words, index + 2)):
            return month, last, index + 2
    return month, None, index


def day_first(words: Words, index: int) -> RawDate | None:
    """'8 May 2025', '8th of May', '2-4 July 2012', '30 March – 1 April', '2 and 3 July'."""
    day = day_number(words, index)
    if day is None:
        return None
    days, place = [day], index + 1
    while key_at(words, place) in RANGE | {"and", "&", ","} and len(days) < 5:
        following = day_number(words, place + 1)
        if following is None or following <= days[-1]:
            break
        days.append(following)
        place += 2
    place += key_at(words, place) == "of"
    place += key_at(words, place) == "the" and key_at(words, place - 1) == "of"
    found = month_at(words, place)
    if found is None:
        return _of_the_month(words, index, day)
    month, after = found
    last = (month, days[-1]) if len(days) > 1 else None
    if last is None and key_at(words, after) in RANGE:
        end_day = day_number(words, after + 1)
        second = month_at(words, after + 2 + (key_at(words, after + 2) == "of")) if end_day else None
        if second is not None:
            last, after = (second[0], end_day), second[1]  # type: ignore[assignment]
    return _dated(words, index, after, (month, day), last)


def _of_the_month(words: Words, index: int, day: int) -> RawDate | None:
    """'on the 3rd of this month', 'the 20th of next month'."""
    direction = calendar().maps["directions"].get(key_at(words, index + 2))
    if direction is None or key_at(words, index + 1) != "of" or key_at(words, index + 3) != "month":
        return None
    return RawDate(index, index + 4, Form.UNIT, unit="month", amount=direction, day=day)


def _dated(
    words: Words,
    first: int,
    after: int,
    start: tuple[int, int | None],
    end: tuple[int, int | None] | None,
) -> RawDate | None:
    """The date of these parts, with the year that follows them, if one does."""
    year, shift, last = _following_year(words, after)
    start_year = year - (end is not None and end[0] < start[0]) if year else None
    begin = partial(start_year, *start)
    if begin is None:
        return None
    return RawDate(first, last, start=begin, end=partial(year, *end) if end else None, shift=shift)


def _following_year(words: Words, index: int) -> tuple[int | None, int | None, int]:
    shift = shifted_year(words, index)
    if shift is not None:
        return None, shift[0], shift[1]
    place = index + (key_at(words, index) in (",", "of"))
    year = year_at(words, place)
    if year is None or (place > index and year < 1900):
        return None, None, index
    return year, None, place + 1


def weekday(words: Words, index: int) -> RawDate | None:
    """'Monday', 'Thursday, May 8', 'Thursday (8 May)'."""
    number = calendar().weekdays.get(words[index].key)
    if number is None or not words[index].capital or key_at(words, index - 1) in _HOLIDAYS:
        return None
    short = not words[index].key.endswith("day")
    after = index + 1 + (short and key_at(words, index + 1) == ".")
    bracket = key_at(words, after) == "("
    place = after + (bracket or key_at(words, after) == ",")
    place += key_at(words, place) == "the"
    if place < len(words):
        date = month_first(words, place) or day_first(words, place) or numeric_date(words, place)
        if date is not None and (date.numbers or (date.start and date.start.day)):
            closes = bracket and key_at(words, date.last) == ")"
            return replace(date, first=index, last=date.last + closes)
    return None if short else RawDate(index, index + 1, Form.WEEKDAY, amount=number)


def years(words: Words, index: int) -> RawDate | None:
    """'in 1995', '2021-2025', 'from 2021 to 2025', '2023-24'; not 'Resolution 1950' or '2000 soldiers'."""
    year = year_at(words, index)
    if year is None or not _is_year(words, index, year):
        return None
    sign = key_at(words, index + 1)
    if sign in RANGE | {"/"} or (sign == "and" and key_at(words, index - 1) == "between"):
        last = year_at(words, index + 2)
        short = key_at(words, index + 2)
        if last is None and sign in DASHES | {"/"} and len(short) == 2 and short.isdecimal():
            last = year - year % 100 + int(short)
        if last is not None and year < last <= year + 100:
            return RawDate(index, index + 3, start=PartialDate(year), end=PartialDate(last))
    return RawDate(index, index + 1, start=PartialDate(year))


def _is_year(words: Words, index: int, year: int) -> bool:
    tables, before, following = calendar().lists, key_at(words, index - 1), key_at(words, index + 1)
    if before in tables["not_a_year_before"] or following in tables["not_a_year_after"]:
        return before == "than" and key_at(words, index - 2) in ("later", "earlier")
    if touches(words, index) and before in DASHES and key_at(words, index - 2) in ("post", "pre"):
        return False
    if touches(words, index + 1) and following not in DASHES | frozenset(",.;:)/'\"”’]?!…") | {"'s"}:
        return False
    if following in DASHES and touches(words, index + 2) and key_at(words, index + 2)[:1].isalpha():
        return False
    if not 1900 <= year <= 2100 or year % 50 == 0:
        plain = following[:1].isalpha() and words[index + 1].text[:1].islower() and year % 50 == 0
        return before in _TIME_PREPOSITIONS and not (plain and before in ("of", "to", "and", "from"))
    return True


def as_year(year: int, first: int, last: int) -> RawDate:
    """A whole year as an expression over the tokens given."""
    return RawDate(first, last, start=PartialDate(year))
