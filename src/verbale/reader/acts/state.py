"""What is remembered while a document is read on, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.reader.acts.agent import Agent, Memory
from verbale.reader.acts.drafts import Draft
from verbale.reader.acts.items import Listing


@dataclass(slots=True)
class State:
    memory: Memory = field(default_factory=Memory)
    quote_agent: Agent | None = None
    last: Draft | None = None
    list_of: int | None = None
    asking: bool = False
    opening: Agent | None = None  # who acts in the items behind 'The two ministers:'
    listing: Listing | None = None  # the list whose items are acts of their own
