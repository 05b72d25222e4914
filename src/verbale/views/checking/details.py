"""The details that a sentence of a draft states, from what was recognised in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from verbale.model.days import days
from verbale.model.folding import fold
from verbale.model.spelling import comparable
from verbale.model.vocabulary import load
from verbale.reader.explain import Explained
from verbale.threads.wording import in_any_account

_NO_MEASURE = frozenset(
    {"side", "country", "nation", "party", "day", "year", "month", "week", "hour", "minute", "state"}
)


@dataclass(frozen=True, slots=True)
class Details:
    """What a sentence states: dates as periods, rounds, places, amounts, parties, posts, and its words."""

    periods: tuple[tuple[str, str | None, str, str], ...]  # start, end, first and last day
    rounds: tuple[int, ...]
    places: tuple[tuple[str, str | None], ...]  # name and country; not states
    countries: tuple[str, ...]
    amounts: tuple[tuple[float, str], ...]
    parties: tuple[str, ...]
    posts: tuple[tuple[str, str | None], ...]
    words: frozenset[str]
    telling: frozenset[str]  # without the names of parties, empty words and numbers
    text: str
    negated: bool

    def names(self, name: str) -> bool:
        """Whether the sentence names a person by full name, or by the last or first word of it.

        A single word must stand with a capital, so that no common word is taken for a name.
        """
        if fold(name) in fold(self.text):
            return True
        return any(len(word) > 2 and f" {word}" in f" {self.text}" for word in (name.split()[-1], name.split()[0]))


def details_of(sentence: Explained) -> Details:
    """The details of a sentence.

    Dates without a year and quantities that measure nothing are left out: they can be neither right nor wrong.
    """
    marks = sentence.marks
    values = {kind: [mark.value for mark in marks if mark.kind == kind] for kind in ("mechanism", "place", "quantity",
              "party", "post", "date")}  # fmt: skip
    named = " ".join(mark.words for mark in marks if mark.kind == "party")
    return Details(
        periods=tuple(found for value in values["date"] if (found := _period(value))),
        rounds=tuple(int(value["round"]) for value in values["mechanism"] if "round" in value),
        places=tuple(
            (str(mark.value["name"]), mark.value.get("country")) for mark in marks
            if mark.kind == "place" and "name" in mark.value and not _is_state(mark.words, marks)
        ),
        countries=tuple(str(value["country"]) for value in values["place"] if "country" in value),
        amounts=tuple(
            (float(value["value"]), str(value.get("unit", ""))) for value in values["quantity"]
            if "value" in value and value.get("unit") not in _NO_MEASURE
        ),
        parties=tuple(sorted({str(value["code"]) for value in values["party"] if "code" in value})),
        posts=tuple((str(value["title"]), value.get("party")) for value in values["post"] if "title" in value),
        words=frozenset(comparable(sentence.text).split()),
        telling=telling(comparable(sentence.text)) - frozenset(comparable(named).split()),
        text=sentence.text,
        negated=any(clause.negated for clause in sentence.clauses),
    )  # fmt: skip


def telling(words: str) -> frozenset[str]:
    """The words, already in comparable form, that tell one matter from another."""
    return frozenset(word for word in words.split() if word not in _empty() and not word.isdigit())


@cache
def _empty() -> frozenset[str]:
    return in_any_account() | frozenset(load("matter-words")["in_any_claim"].split())


def _period(value: Any) -> tuple[str, str | None, str, str] | None:
    start, end = value.get("start"), value.get("end")
    first, last = days(start, end)
    return (start, end, first, last) if start and first and last else None


def _is_state(words: str, marks: Sequence[Any]) -> bool:
    """Whether the same words are a party as well: 'visited Viet Nam'."""
    return any(mark.kind == "party" and mark.words == words for mark in marks)
