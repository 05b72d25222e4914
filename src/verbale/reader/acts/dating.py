"""Whether a clause speaks of a day to come."""

from __future__ import annotations

from itertools import pairwise

from verbale.language.clauses import Clause, Parse
from verbale.language.predicates import LOOKING_BACK, LOOKING_FORWARD
from verbale.reader.scene import Scene

_PERIODS = frozenset({"days", "weeks", "months"})

_DATELINE = 12  # tokens


def is_dated(scene: Scene, parsed: Parse, clause: Clause) -> bool:
    """Whether a date to come stands in the clause."""
    today = scene.published.earliest() if scene.published is not None else None
    first = 0 if clause is parsed.clauses[0] or clause.predicate is parsed.clauses[0].predicate else clause.start
    governor = clause.governor
    told_at = governor.start if governor is not None and governor.kind == "attribution" else None
    for mark in parsed.marked.dates:
        began = mark.since and clause.predicate.tense not in LOOKING_FORWARD  # 'will be open from October'
        if began or not first <= mark.first < clause.end or mark.first < _behind_dateline(parsed):
            continue
        past = clause.predicate.tense in LOOKING_BACK
        if past and clause.parts and clause.predicate.last <= mark.first <= clause.predicate.last + 1:
            continue  # 'agreed on Tuesday that'
        if told_at is not None and clause.predicate.last <= told_at <= mark.first:
            continue  # '…, it announced on Wednesday'
        if mark.future or mark.deadline or mark.start is None or today is None:
            return True
        latest = mark.start.latest()
        if latest is None or latest >= today:
            return True
    return _soon(parsed, first, clause.end)


def _soon(parsed: Parse, first: int, last: int) -> bool:
    """'in the coming weeks', 'in the months ahead': a period to come without a date."""
    keys = [parsed.words[i].key for i in range(first, last)]
    return any(
        (key in _PERIODS and before == "coming") or (key == "ahead" and before in _PERIODS)
        for before, key in pairwise(keys)
    )


def _behind_dateline(parsed: Parse) -> int:
    """Where the story begins behind 'LIMA, 12 May (Agency) –'; 0 without such an opening."""
    words = parsed.words
    dash = next((i for i, word in enumerate(words[:_DATELINE]) if word.text in {"–", "—", "--"}), 0)
    return dash if words[0].text.isupper() and len(words[0].text) > 1 else 0
