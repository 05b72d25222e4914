"""The list of commands: name, where it lives, one line of help, and the heading that it stands under.

`verbale --help` is written from this list alone; a command's module is imported when the command is run.
"""

from __future__ import annotations

from typing import NamedTuple

READING = "Read"
ASKING = "Ask"
DECIDING = "Decide"
KEEPING = "Keep"


class Entry(NamedTuple):
    """One command of the command line."""

    name: str
    summary: str
    heading: str

    @property
    def module(self) -> str:
        return f"verbale.cli.{self.name}"


ENTRIES = (
    Entry("demo", "Read the shipped samples and show what they say.", READING),
    Entry("read", "Read documents into the ledger.", READING),
    Entry("parse", "Write what documents say as JSON, without a ledger.", READING),
    Entry("brief", "Write a cited briefing on a relationship or a mechanism.", ASKING),
    Entry("engagements", "List meetings, rounds, visits, calls and ceremonies.", ASKING),
    Entry("people", "List people, their posts and when they held them.", ASKING),
    Entry("posts", "List posts, what they were called and who held them.", ASKING),
    Entry("instruments", "List agreements, statements, letters and other instruments.", ASKING),
    Entry("mechanisms", "List mechanisms as series of rounds.", ASKING),
    Entry("acts", "List what each side agreed, asked, offered, gave or said.", ASKING),
    Entry("commitments", "List what each side promised, asked and offered.", ASKING),
    Entry("figures", "List the numbers that measure a relationship.", ASKING),
    Entry("positions", "List what each side holds on a topic.", ASKING),
    Entry("since", "Tell what changed.", ASKING),
    Entry("planned", "List what is announced, and what became of it.", ASKING),
    Entry("search", "Find words in facts and in sentences.", ASKING),
    Entry("show", "Show one fact, person or document with its words.", ASKING),
    Entry("compare", "Lay two readouts of one meeting side by side.", ASKING),
    Entry("conflicts", "List what documents contradict each other on.", ASKING),
    Entry("check", "Hold a draft of your own against the ledger.", ASKING),
    Entry("review", "Go through what is open, one thing at a time.", DECIDING),
    Entry("decide", "Decide on a fact or on what is one thing.", DECIDING),
    Entry("decisions", "List what people decided.", DECIDING),
    Entry("undo", "Take a decision back.", DECIDING),
    Entry("documents", "List the documents that the ledger holds.", KEEPING),
    Entry("export", "Write the whole ledger, or a list for another program.", KEEPING),
    Entry("copy", "Copy a ledger, between SQLite and PostgreSQL either way.", KEEPING),
    Entry("backup", "Write a verified copy of the ledger to one file.", KEEPING),
    Entry("restore", "Put a backup into a ledger, once it is verified.", KEEPING),
    Entry("doctor", "Check the installation and the ledger.", KEEPING),
)

BY_NAME = {entry.name: entry for entry in ENTRIES}
