"""The words of an act that tell which promise it is about: stems without grammar, diplomacy, parties and people.

Names, sums, numbers of editions and narrow topics are kept apart from the other words, because they decide more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from verbale.model.spelling import comparable
from verbale.model.vocabulary import load
from verbale.threads.wording import stem

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)[-\s]?(million|billion|trillion|[mb]n)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"(?:[$€£¥]|\b(?:USD|EUR|AUD|JPY)\s?)\s?(\d[\d,]*(?:\.\d+)?)(?!\s?(?:million|billion|trillion|[mb]n))"
)
_ORDINAL = re.compile(r"\b(?:(\d{1,3})(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
                      r"tenth))\b", re.IGNORECASE)  # fmt: skip
_NAMED_YEAR = re.compile(r"([A-Z][\w’']+),? ((?:19|20)\d\d)\b|\b((?:19|20)\d\d) (?:\w+ ){0,2}([A-Z]\w+)")
_NUMBERS = {name: number for number, name in enumerate(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1)}  # fmt: skip
_SCALES = {"m": 10**6, "b": 10**9, "t": 10**12}
_COUNTED = 5  # words after an ordinal among which the thing that it counts is named
_SMALL_SUM = 1000


@dataclass(frozen=True, slots=True)
class Words:
    """What an act's words tell of its matter.

    `stems`: all words that tell something; `names`: those that are written with a capital inside a sentence; `sums`:
    amounts of money; `editions`: what an ordinal or a year counts, with its number; `topics`: the narrow ones.
    """

    stems: frozenset[str]
    names: frozenset[str]
    sums: frozenset[float]
    editions: frozenset[tuple[str, int]]
    topics: frozenset[str]


def words_of(text: str, topics: Iterable[str], parties: tuple[str, ...] = (), people: tuple[str, ...] = ()) -> Words:
    """The telling words of an act's text. The names of its parties and of people tell nothing of its matter.

    >>> found = words_of("He pledged $130 million more for dioxin removal at Bien Hoa.", ["dioxin"])
    >>> sorted(found.stems), sorted(found.names), sorted(found.sums)
    (['bien', 'dioxin', 'hoa', 'remedi'], ['bien', 'hoa'], [130000000.0])
    """
    left_out = _left_out(parties, people)
    stems: set[str] = set()
    names: set[str] = set()
    opening = True
    for match in _WORD.finditer(text):
        word = re.sub(r"['’]s?$", "", match[0])
        found = stem(word)
        if found not in left_out and not found[:1].isdecimal() and len(found) > 2:
            found = _alike().get(found, found)
            stems.add(found)
            if word[0].isupper() and (not opening or word.isupper()):
                names.add(found)
        opening = text[match.end() : match.end() + 1] in '.!?:“"'
    return Words(
        frozenset(stems), frozenset(names), frozenset(_sums(text)), frozenset(_editions(text)),
        frozenset(topics) - listed("broad"),
    )  # fmt: skip


def says(text: str, kind: str) -> bool:
    """Whether the text holds one of the phrases of a list in `promise-words.yaml`: 'withdrawn', 'done', 'part' …"""
    return bool(_phrases(kind).search(comparable(text)))


def matter_topic(topics: frozenset[str]) -> str | None:
    """The topic that is a matter of its own: one of the narrowest, or the one above several; None for others.

    >>> matter_topic(frozenset({"dioxin"})), matter_topic(frozenset({"dioxin", "disability"}))
    ('dioxin', 'war-legacy')
    """
    above = {str(load("topics").get(topic, {}).get("broader", topic)) for topic in topics}
    if len(above) != 1 or not above <= listed("single"):
        return None
    return next(iter(topics if len(topics) == 1 else above))


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list in `promise-words.yaml`."""
    return frozenset(load("promise-words")[name].split())


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    phrases = {comparable(phrase) for phrase in load("promise-words")[kind].split(",")}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, phrases), key=len, reverse=True))})\b")


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(stem, load("promise-words")["empty"].split()))


@lru_cache(maxsize=64)
def _left_out(parties: tuple[str, ...], people: tuple[str, ...]) -> frozenset[str]:
    return _empty() | _party_words(parties) | {stem(part) for name in people for part in comparable(name).split()}


@cache
def _alike() -> dict[str, str]:
    groups = load("promise-words")["alike"]
    return {stem(part): stem(group[0]) for group in groups for word in group for part in (word, *word.split("-"))
            if len(part) > 4 or part == word}  # fmt: skip


@cache
def _party_words(parties: tuple[str, ...]) -> frozenset[str]:
    found: set[str] = set()
    for party in parties:
        state = load("countries")["states"].get(party) or {"name": party}
        for field in ("name", "official", "also", "short", "adjective", "people", "capital"):
            value = state.get(field) or ()
            for name in (value,) if isinstance(value, str) else value:
                found.update(comparable(name).split())
    return frozenset(map(stem, found | {"us", "usa", "u.s."}))


def _sums(text: str) -> Iterable[float]:
    for number, scale in _SCALED.findall(text):
        yield float(number.replace(",", "")) * _SCALES[scale[0].lower()]
    for number in _MONEY.findall(text):
        if (value := float(number.replace(",", ""))) >= _SMALL_SUM:
            yield value


def _editions(text: str) -> Iterable[tuple[str, int]]:
    """Things that are counted: the words that follow an ordinal with its number, a name with the year beside it."""
    for match in _ORDINAL.finditer(text):
        number = int(match[1]) if match[1] else _NUMBERS[match[2].lower()]
        for word in _WORD.findall(text[match.end() : match.end() + 80])[:_COUNTED]:
            if stem(word) not in _empty() or stem(word) in _COUNTABLE:
                yield _alike().get(stem(word), stem(word)), number
    for match in _NAMED_YEAR.finditer(text):
        word, year = match[1] or match[4], int(match[2] or match[3])
        if stem(word) not in _empty():
            yield f"{_alike().get(stem(word), stem(word))} of", year


_COUNTABLE = frozenset(map(stem, ("phase", "dialogue", "meeting", "consultation", "tranche", "visit", "project")))
