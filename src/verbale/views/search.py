"""Words looked for in facts and in sentences, with what stands around them; searches kept under a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from verbale.errors import UsageError
from verbale.ledger import Ledger
from verbale.ledger.search import phrases
from verbale.ledger.view import View
from verbale.model.folding import fold
from verbale.model.reading import ACT_TYPES
from verbale.model.records import Hit
from verbale.model.searching import ENTRIES, Narrowing
from verbale.model.spelling import key
from verbale.views.asking import Request, filters_of
from verbale.views.listing import Listing, why_nothing

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it was typed: words, and what narrows it."""

    words: str
    request: Request = field(default_factory=Request)
    person: str | None = None
    act: str | None = None
    layer: str | None = None

    @property
    def narrow(self) -> bool:
        """Whether anything but the words decides."""
        return bool(self.request.narrow or self.person or self.act or self.layer)

    def to_json(self) -> dict[str, Any]:
        """What is kept of it under a name: all but how many to show."""
        request = {name: value for name, value in asdict(self.request).items() if value and name != "limit"}
        own = {"words": self.words, "person": self.person, "act": self.act, "layer": self.layer}
        return {**request, **{name: value for name, value in own.items() if value}}


def query_from_json(asked: Mapping[str, Any], limit: int) -> Query:
    """The inverse of `Query.to_json`."""
    own = {name: asked.get(name) for name in ("person", "act", "layer")}
    request = {name: value for name, value in asked.items() if name not in (*own, "words")}
    return Query(asked.get("words", ""), Request(**request, limit=limit), **own)


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with the parts of its words that answer the query, as ranges of `hit.words`."""

    hit: Hit
    marks: tuple[tuple[int, int], ...]

    def to_json(self) -> dict[str, Any]:
        return {**self.hit.to_json(), "marks": [list(mark) for mark in self.marks]}


def search(view: View, query: Query, without: Collection[str] = ()) -> Listing[Found]:
    """What holds the words, best first, in documents other than `without`; 'da nang' finds 'Đà Nẵng'.

    Raises UsageError for a query without a letter or digit and without a filter, and for a filter that makes no sense.
    """
    if not any(character.isalnum() for character in query.words) and (query.words.strip() or not query.narrow):
        raise UsageError(f"There is nothing to look for in '{query.words}'.", "Give one or more words, or a filter.")
    limit = query.request.limit
    hits = view.search(query.words, limit + 1 if limit else 0, narrowing_of(query), without)
    shown = hits[:limit] if limit else hits
    words = query.words.split()
    found = tuple(Found(hit, marks_in(hit.words, words)) for hit in shown)
    return Listing("hits", found, len(hits) > len(shown), "" if hits else _why_not(view, query, bool(without)))


def narrowing_of(query: Query) -> Narrowing:
    """What the query is narrowed to, in the ledger's terms; raises UsageError for what makes no sense."""
    for what, asked, known in (("act", query.act, ACT_TYPES), ("layer", query.layer, ENTRIES)):
        if asked and asked not in known:
            raise UsageError(f"There is no {what} '{asked}'.", f"It is one of: {', '.join(known)}.")
    filters = replace(filters_of(query.request), limit=None)
    return Narrowing(filters, query.person or None, query.act or None, query.layer or None)


def save_search(ledger: Ledger, name: str, query: Query) -> Listing[Found]:
    """Run a search and keep it under a name; what it finds now is not new later. Raises as `search` does."""
    if not name.strip():
        raise UsageError("A search cannot be kept without a name.", "Give one: --save visits")
    listing = search(ledger.view(), query)
    ledger.saved_searches().save(name, query.to_json())
    _note_all(ledger, name, query)
    return listing


def run_saved(ledger: Ledger, name: str, limit: int, only_new: bool = False) -> Listing[Found]:
    """Run a search that is kept; `only_new` leaves out the documents in which it has found something before.

    What a limit cuts off stays new. Raises NotFoundError where no search is kept under this name.
    """
    saved, seen = ledger.view().saved_search(name)
    query = query_from_json(saved.asked, limit)
    listing = search(ledger.view(), query, seen if only_new else ())
    if only_new and listing.more:
        ledger.saved_searches().shown(name, {found.hit.document for found in listing.rows})
    else:
        _note_all(ledger, name, query)
    return listing


def _note_all(ledger: Ledger, name: str, query: Query) -> None:
    documents = ledger.view().documents_found(query.words, narrowing_of(query))
    ledger.saved_searches().shown(name, documents)


def marks_in(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the text, case, diacritics and spelling aside; words in quotes as one.

    >>> marks_in("Talks in Đà Nẵng", ["da", "nang"])
    ((9, 11), (12, 16))
    """
    folded, origin = _folded_with_origin(text)
    places = [match.span() for match in _WORD.finditer(folded)]
    keys = [key(folded[start:end]) for start, end in places]
    ranges: set[tuple[int, int]] = set()
    for phrase in phrases(" ".join(words)):
        for first in range(len(keys) - len(phrase) + 1):
            if keys[first : first + len(phrase)] == phrase:
                last = first + len(phrase) - 1
                ranges.add((origin[places[first][0]], origin[places[last][1] - 1] + 1))
    return tuple(sorted(ranges))


def _folded_with_origin(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the index it comes from."""
    pieces = [fold(character) for character in text]
    return "".join(pieces), [index for index, piece in enumerate(pieces) for _ in piece]


def _why_not(view: View, query: Query, new: bool) -> str:
    if not view.counts().get("documents", 0):
        return why_nothing(view, "hits", Request())
    if new:
        return "Nothing has come since this search was last run."
    if query.narrow and not query.words:
        return "Nothing in the ledger fits all the filters. Try fewer."
    if query.narrow:
        return f"Nothing in the ledger that fits the filters holds '{query.words}'. Try fewer filters or words."
    return f"Neither a fact nor a sentence in the ledger holds '{query.words}'. Try fewer or other words."
