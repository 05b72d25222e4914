"""What a person asks for, as filters that the ledger understands. Whatever makes no sense is said at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from verbale.errors import UsageError
from verbale.model.dates import PartialDate, parse
from verbale.model.folding import fold
from verbale.model.records import Filters
from verbale.model.vocabulary import load
from verbale.views.parties import party_code


@dataclass(frozen=True, slots=True)
class Request:
    """The filters as they were typed; `limit` 0 asks for everything."""

    parties: Sequence[str] = ()
    mechanism: str | None = None
    topic: str | None = None
    after: str | None = None
    before: str | None = None
    limit: int = 0

    @property
    def narrow(self) -> bool:
        """Whether it leaves anything out but by number."""
        return bool(self.parties or self.mechanism or self.topic or self.after or self.before)


def filters_of(request: Request) -> Filters:
    """The request in the ledger's terms; 'US,VN' is the same as two parties.

    Raises UsageError for an unknown party or topic, for what is no date, and for a period that ends before it begins.
    """
    names = [name for words in request.parties for name in words.split(",") if name.strip()]
    after, before = day_of(request.after, "--after"), day_of(request.before, "--before")
    if after and before and after > before and not after.startswith(before):
        raise UsageError(f"Nothing is both after {after} and before {before}.", "Swap the two dates.")
    return Filters(
        parties=tuple(sorted({party_code(name) for name in names})),
        mechanism=request.mechanism or None,
        topic=topic_of(request.topic) if request.topic else None,
        after=after,
        before=before,
        limit=request.limit or None,
    )


def day_of(words: str | None, option: str) -> str | None:
    """A year, month or day as typed; raises UsageError for anything else."""
    if not words:
        return None
    try:
        value = parse(words.strip())
    except ValueError:
        value = None
    if not isinstance(value, PartialDate) or value.year is None or value.approximate:
        raise UsageError(f"{option} {words!r} is no date.", "Give a year, month or day: 2024, 2024-08 or 2024-08-26.")
    return value.edtf


def topic_of(words: str) -> str:
    """The id of a topic, from its id or its label in any case; raises UsageError for an unknown one."""
    topics: dict[str, Any] = load("topics")
    names = {fold(str(entry["label"])): topic for topic, entry in topics.items()} | {topic: topic for topic in topics}
    asked = fold(" ".join(words.split()))
    if asked in names or (asked := asked.replace(" ", "-")) in names:
        return names[asked]
    inside = [topic for name, topic in names.items() if asked and asked.replace("-", " ") in name]
    near = sorted(set(inside)) or get_close_matches(asked, names, n=3, cutoff=0.6)
    hint = f"Did you mean {', '.join(near[:5])}?" if near else f"The topics are: {', '.join(topics)}."
    raise UsageError(f"'{words}' is not a topic that Verbale knows.", hint)
