"""Who attended for somebody else, as the words of the reports say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from verbale.model.reading import Engagement
from verbale.model.records import Fact
from verbale.model.vocabulary import load

REACH = 90  # characters between a name and the words that say for whom


def behalf_notes(entry: Engagement, reports: Sequence[Fact[Engagement]]) -> tuple[str, ...]:
    """A sentence for each participant whom a report's words send for somebody else.

    A person or body must follow the words with a capital: 'on behalf of peace' sends nobody.
    """
    found: dict[str, None] = {}
    for fact in reports:
        for person in entry.participants:
            last_name = re.escape(person.name.split()[-1])
            told = re.search(rf"{last_name}\b[^.;\n]{{0,{REACH}}}?\b({_words()})\s+(?:the\s+)?([^.,;:\n]+)", fact.words)
            if told and told[2][0].isupper():
                found[f"{person.name} {told[1]} {' '.join(told[2].split())}"] = None
    return tuple(found)


@cache
def _words() -> str:
    return "|".join(map(re.escape, load("record-names")["behalf"]))
