"""What was recognised in a sentence: one frozen value per kind of mark, over token indices.

Entities are found once, on tokens, and mask their words for everything that follows: a grammar that looks for verbs or
topics asks `Marked.kind_at` first. `first` is the index of the first token, `last` one past the last.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from verbale.language.sentences import Sentence
from verbale.model.dates import AnyDate, PartialDate


class Kind(StrEnum):
    """The kinds of marks."""

    PARTY = "party"
    PLACE = "place"
    DATE = "date"
    QUANTITY = "quantity"
    POST = "post"
    PERSON = "person"
    MECHANISM = "mechanism"
    INSTRUMENT = "instrument"


class PartyForm(StrEnum):
    """How a party was named."""

    NAME = "name"  # Viet Nam, the United States, ASEAN
    ADJECTIVE = "adjective"  # Vietnamese, American, U.S. before a noun
    DEMONYM = "demonym"  # Australians
    METONYM = "metonym"  # Washington, the Kremlin, the Pentagon as a government
    INSTITUTION = "institution"  # the Bundestag, the PLA: acts for its state, and is nowhere
    BODY = "body"  # ASEAN, NATO


@dataclass(frozen=True, slots=True)
class PartyMark:
    """A state or body. `code` is ISO 3166-1 alpha-2 or the body's short name."""

    first: int
    last: int
    code: str
    form: PartyForm
    kind: Kind = Kind.PARTY


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """A city, building or country as a place. `name` is the English form: Hanoi, Washington, D.C., Pentagon."""

    first: int
    last: int
    name: str
    country: str | None
    kind: Kind = Kind.PLACE


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date expression. `start` and `end` are resolved values, None while the document cannot settle them;
    a vague time ('late 2026') is an interval in `start`;
    `reason` says by what the value was reached ('year from the date line'). `deadline` is set for 'by 2030',
    `since` for 'since August 2024'."""

    first: int
    last: int
    start: AnyDate | None
    end: PartialDate | None = None
    reason: str = ""
    since: bool = False
    deadline: bool = False
    future: bool = False
    kind: Kind = Kind.DATE


@dataclass(frozen=True, slots=True)
class QuantityMark:
    """A number with its unit: ISO 4217 code for money ('XXX' where no currency is named), 'percent', or the
    singular noun that is counted ('mission')."""

    first: int
    last: int
    value: float
    unit: str
    approximate: bool = False
    kind: Kind = Kind.QUANTITY


@dataclass(frozen=True, slots=True)
class PostMark:
    """An office: 'Deputy Minister of National Defense', without its country, which is `party` where it is known."""

    first: int
    last: int
    title: str
    party: str | None = None
    plural: bool = False
    kind: Kind = Kind.POST


@dataclass(frozen=True, slots=True)
class PersonMark:
    """A person named, by full or short name. `person` is the index of the person in the document's cast."""

    first: int
    last: int
    person: int
    kind: Kind = Kind.PERSON


@dataclass(frozen=True, slots=True)
class MechanismMark:
    """A standing series named: 'Defense Policy Dialogue', its round where given, the parties in its name."""

    first: int
    last: int
    name: str
    round: int | None = None
    parties: tuple[str, ...] = ()
    event: str = "dialogue"
    kind: Kind = Kind.MECHANISM


@dataclass(frozen=True, slots=True)
class InstrumentMark:
    """A text between parties named: its type (as in a reading) and title as worded."""

    first: int
    last: int
    type: str
    title: str
    parties: tuple[str, ...] = ()
    kind: Kind = Kind.INSTRUMENT


Mark = PartyMark | PlaceMark | DateMark | QuantityMark | PostMark | PersonMark | MechanismMark | InstrumentMark


class BaseWords(NamedTuple):
    """A sentence as base forms: the places of its words among the tokens, their forms, and which of them (indices into
    both) begin a phrase."""

    places: list[int]
    bases: list[str]
    starts: list[int]


@dataclass(slots=True)
class Marked:
    """A sentence with its marks. Filled by the finders in turn, read-only afterwards; `base_words` is made when topics
    are first asked for, since they are asked for many parts of one sentence."""

    sentence: Sentence
    parties: list[PartyMark] = field(default_factory=list)
    places: list[PlaceMark] = field(default_factory=list)
    dates: list[DateMark] = field(default_factory=list)
    quantities: list[QuantityMark] = field(default_factory=list)
    posts: list[PostMark] = field(default_factory=list)
    people: list[PersonMark] = field(default_factory=list)
    mechanisms: list[MechanismMark] = field(default_factory=list)
    instruments: list[InstrumentMark] = field(default_factory=list)
    base_words: BaseWords | None = field(default=None, repr=False, compare=False)

    def words(self, mark: Mark) -> str:
        """The words of a mark, as they stand in the sentence, tokens joined by single spaces."""
        return " ".join(t.text for t in self.sentence.tokens[mark.first : mark.last])

    def span(self, mark: Mark) -> tuple[int, int]:
        """The mark's character range in the document's text."""
        words = self.sentence.tokens
        return words[mark.first].start, words[mark.last - 1].end
