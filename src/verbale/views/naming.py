"""Codes and ids as people say them: parties, topics, kinds, rounds, dates."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.model.reading import Engagement, Participant
from verbale.model.vocabulary import load
from verbale.views.parties import party_name

LEADING = ("co-chair", "head", "host")


def party_names(codes: Iterable[str]) -> str:
    """Several parties in one phrase.

    >>> party_names(["US", "VN"]), party_names(["JP", "US", "VN"]), party_names([])
    ('United States and Vietnam', 'Japan, United States and Vietnam', 'party not named')
    """
    names = [party_name(code) for code in codes]
    if len(names) < 2:
        return names[0] if names else "party not named"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def topic_label(topic: str) -> str:
    """What a topic is called; the id itself for one that the vocabulary no longer has."""
    entry = load("topics").get(topic)
    return str(entry["label"]) if entry else topic


def ordinal(number: int) -> str:
    """The number in order.

    >>> [ordinal(n) for n in (1, 2, 3, 11, 13, 21, 112)]
    ['1st', '2nd', '3rd', '11th', '13th', '21st', '112th']
    """
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def ranges(numbers: Iterable[int]) -> str:
    """Numbers in order, those in a row as 'first–last'.

    >>> ranges([1, 2, 3, 5])
    '1–3, 5'
    """
    groups: list[list[int]] = []
    for number in numbers:
        if groups and number == groups[-1][-1] + 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(str(group[0]) if len(group) == 1 else f"{group[0]}–{group[-1]}" for group in groups)


def occasion(engagement: Engagement) -> str:
    """What the engagement was: '13th Defense Policy Dialogue', 'Visit'."""
    if not engagement.mechanism:
        name = engagement.kind.capitalize() if engagement.kind != "other" else "Engagement"
    else:
        name = engagement.mechanism
    return f"{ordinal(engagement.round)} {name}" if engagement.round else name


def when(start: str | None, end: str | None = None) -> str:
    """A date or a period; 'undated' where there is none."""
    if not start:
        return "undated"
    return f"{start} to {end}" if end and end != start else start


def shortened(words: str, most: int) -> str:
    """The words on one line, cut at a word's end where they are too long.

    >>> shortened("The two sides agreed to meet again", 20)
    'The two sides agreed…'
    """
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    cut = line[: most + 1].rsplit(" ", 1)[0] if " " in line[: most + 1] else line[:most]
    return cut.rstrip(" ,;:—–-”’") + "…"


def spoken(date: str) -> str:
    """A date in EDTF as people say it.

    >>> spoken("2026-09~/2026-12~"), spoken("2027-01~"), spoken("../2025"), spoken("2024-05-14")
    ('about 2026-09 to 2026-12', 'about 2027-01', 'until 2025', '2024-05-14')
    """
    start, slash, end = date.partition("/")
    about = "about " if "~" in date else ""
    if not slash:
        return about + start.replace("~", "")
    told = f"until {end}" if start in ("", "..") else f"from {start}" if end in ("", "..") else f"{start} to {end}"
    return about + told.replace("~", "")


def where(engagement: Engagement) -> str:
    """Place and country: 'Hanoi, Vietnam'; empty where neither is known."""
    country = party_name(engagement.country) if engagement.country else None
    return ", ".join(dict.fromkeys(part for part in (engagement.place, country) if part))


def who(participant: Participant) -> str:
    """A person with post and party: 'General Phan Van Giang (Minister of National Defence, Vietnam)'."""
    name = f"{participant.rank} {participant.name}" if participant.rank else participant.name
    office = [participant.post, party_name(participant.party) if participant.party else None]
    said = ", ".join(part for part in office if part)
    return f"{name} ({said})" if said else name
