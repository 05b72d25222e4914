"""The tables of the ledger, as the newest migration leaves them.

Every row of a reading names its document, so that a document's facts can be replaced or loaded as one. `first` and
`last` are days (YYYY-MM-DD) derived from EDTF dates, for ordering and filtering. `folded` columns hold names without
case and diacritics, and words for finding in one spelling. Values in `spans`, `passages` and `declared` are canonical
JSON. `nodes` and what follows is worked out from the readings and from what people have decided; so are `threads`.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

# Oldest first; the last is what these tables describe.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")

metadata = sa.MetaData()


def _document(primary: bool = False) -> sa.Column[str]:
    reference = sa.ForeignKey("documents.id", ondelete="CASCADE")
    return sa.Column("document", sa.String(17), reference, primary_key=primary, nullable=False, index=not primary)


def _text(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text) for name in names]


def _fact(name: str, *columns: sa.Column[Any]) -> sa.Table:
    """A table of one layer: the columns that all layers share, and its own."""
    shared = (
        sa.Column("id", sa.String(17), primary_key=True),
        _document(),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("first", sa.String(10)),
        sa.Column("last", sa.String(10)),
        sa.Column("spans", sa.Text, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
    )
    return sa.Table(name, metadata, *shared, *columns)


def _part(name: str, owner: str, *columns: sa.Column[Any]) -> sa.Table:
    """A table of what belongs to facts. The key begins with the document, so that its rows lie side by side."""
    key = (
        _document(primary=True),
        sa.Column(owner, sa.String(17), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
    )
    return sa.Table(name, metadata, *key, *columns, sqlite_with_rowid=False)


contents = sa.Table(
    "contents",
    metadata,
    sa.Column("hash", sa.String(64), primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),  # zlib
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.String(17), primary_key=True),
    sa.Column("hash", sa.String(64), nullable=False, unique=True),
    *_text("title", "outlet", "published", "language"),
    sa.Column("passages", sa.Text, nullable=False),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("read_from", sa.Text, nullable=False),  # the source whose reading this is, as `writer.source_key`
    sa.Column("first", sa.String(10)),
    sa.Column("last", sa.String(10)),
    sa.Column("recorded", sa.String(27)),  # when it was first written, as `moments`; never exported
)

texts = sa.Table(
    "texts",
    metadata,
    _document(primary=True),
    sa.Column("body", sa.LargeBinary, nullable=False),  # UTF-8, zlib
)

sources = sa.Table(
    "sources",
    metadata,
    _document(primary=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("content", sa.String(64), sa.ForeignKey("contents.hash"), primary_key=True, index=True),
    sa.Column("media_type", sa.Text, primary_key=True),
    sa.Column("declared", sa.Text, nullable=False),
    sa.Column("recorded", sa.String(27)),
)

document_parties = sa.Table(
    "document_parties",
    metadata,
    _document(primary=True),
    sa.Column("party", sa.Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

engagements = _fact(
    "engagements",
    sa.Column("main", sa.Boolean, nullable=False),
    *_text("kind", "status", "mechanism", "folded"),
    sa.Column("round", sa.Integer),
    *_text("start", "end", "place", "country"),
    sa.Column("series", sa.String(17), index=True),  # the node of its mechanism
)

participants = _part(
    "participants",
    "engagement",
    sa.Column("person", sa.String(17), nullable=False, index=True),
    *_text("name", "party", "post", "rank", "role"),
)

people = sa.Table(
    "people",
    metadata,
    _document(primary=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("person", sa.String(17), nullable=False, index=True),
    *_text("name", "folded", "party", "post", "rank"),
    sa.Column("first", sa.String(10)),
    sa.Column("last", sa.String(10)),
    sa.Column("office", sa.String(17), index=True),  # the node of the post
)

instruments = _fact("instruments", *_text("type", "title", "date", "status"))

acts = _fact("acts", *_text("type", "speaker"))

figures = _fact(
    "figures",
    sa.Column("value", sa.Double, nullable=False),
    *_text("unit", "kind"),
    sa.Column("of", sa.Double),
    *_text("topic", "label", "since", "as_of"),
)

evidence = _part(
    "evidence",
    "fact",
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("exact", sa.Text, nullable=False),
)

act_topics = _part("act_topics", "act", sa.Column("topic", sa.Text, nullable=False, index=True))

fact_parties = _part("fact_parties", "fact", sa.Column("party", sa.Text, nullable=False, index=True))

search_entries = sa.Table(
    "search_entries",
    metadata,
    # Of the day and the place, as `search_marks`. Only an INTEGER is SQLite's own number of the row.
    sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    _document(),
    sa.Column("layer", sa.Text, nullable=False),  # a layer of facts, or `sentence`
    sa.Column("fact", sa.String(17)),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.Column("folded", sa.Text, nullable=False),
    sa.Column("first", sa.String(10)),
    sa.Column("last", sa.String(10)),
    sa.Column("marks", sa.Text, nullable=False),  # what a search is narrowed by, as `search_marks`
)

# Searches that people keep: what was asked for, as JSON, and the documents that each has shown.
saved_searches = sa.Table(
    "saved_searches",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("asked", sa.Text, nullable=False),
)

saved_search_documents = sa.Table(
    "saved_search_documents",
    metadata,
    sa.Column("name", sa.Text, sa.ForeignKey("saved_searches.name", ondelete="CASCADE"), primary_key=True),
    sa.Column("document", sa.String(17), primary_key=True),
    sqlite_with_rowid=False,
)

nodes = sa.Table(
    "nodes",
    metadata,
    sa.Column("id", sa.String(17), primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("features", sa.Text, nullable=False),
    sa.Column("component", sa.String(17), nullable=False, index=True),
    sa.Column("record", sa.String(17), nullable=False, index=True),
    sa.Column("document", sa.String(17), index=True),  # of nodes that one document tells of
)

node_keys = sa.Table(
    "node_keys",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("node", sa.String(17), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# In how many mentions documents name a person, post or mechanism in one way; what follows from it is in `nodes`.
tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column("node", sa.String(17), primary_key=True),
    sa.Column("form", sa.String(16), primary_key=True),  # a hash of what follows
    sa.Column("parties", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("post", sa.Text),
    sa.Column("round", sa.Integer),
    sa.Column("start", sa.Text),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("first", sa.String(10)),
    sa.Column("last", sa.String(10)),
    sqlite_with_rowid=False,
)

suggestions = sa.Table(
    "suggestions",
    metadata,
    sa.Column("left", sa.String(17), primary_key=True),
    sa.Column("right", sa.String(17), primary_key=True, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("score", sa.Double, nullable=False),
    sa.Column("reasons", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)

# What people have decided of pairs of nodes, as the log of decisions leaves it.
rulings = sa.Table(
    "rulings",
    metadata,
    sa.Column("left", sa.String(17), primary_key=True),
    sa.Column("right", sa.String(17), primary_key=True, index=True),
    sa.Column("same", sa.Boolean, nullable=False),
    sqlite_with_rowid=False,
)

# What the machine read, before people decided anything of it. The current reading is not closed.
readings = sa.Table(
    "readings",
    metadata,
    _document(primary=True),
    sa.Column("recorded", sa.String(27), primary_key=True),
    sa.Column("closed", sa.String(27)),
    sa.Column("reader", sa.Text, nullable=False),
    sa.Column("read_from", sa.Text, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),  # JSON, zlib
)

# The log: rows are added and never changed. It may tell of documents that the ledger does not hold yet.
decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("id", sa.String(17), primary_key=True),
    sa.Column("at", sa.String(27), nullable=False, index=True),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("by", "why", "action", "kind", "targets", "value")),
    sa.Column("based_on", sa.Text),
    sa.Column("undoes", sa.String(17), index=True),
)

# Where to look for the decisions about a fact, node or document: what `decisions.targets` says, as rows.
decision_targets = sa.Table(
    "decision_targets",
    metadata,
    sa.Column("decision", sa.String(17), sa.ForeignKey("decisions.id"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("node", sa.String(17), nullable=False, index=True),
    sa.Column("document", sa.String(17), index=True),
    sa.Column("name", sa.Text, index=True),  # of a person, post or mechanism, as `anchors.name_of` writes it
    sqlite_with_rowid=False,
)

settled = sa.Table(
    "settled",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)


def _of_thread(name: str, *columns: sa.Column[Any]) -> sa.Table:
    """A table of what belongs to threads."""
    key = sa.Column("thread", sa.String(17), sa.ForeignKey("threads.id", ondelete="CASCADE"), primary_key=True)
    return sa.Table(name, metadata, key, *columns, sqlite_with_rowid=False)


# Commitments as they were woven last. `relationship` and `owner` are codes with commas between them.
threads = sa.Table(
    "threads",
    metadata,
    sa.Column("id", sa.String(17), primary_key=True),
    sa.Column("relationship", sa.Text, nullable=False, index=True),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("owner", "beneficiary", "object", "topics")),
    *_text("due"),
    *(sa.Column(name, sa.Text, nullable=False) for name in ("status", "rule", "rests_on", "outcome")),
    sa.Column("searched", sa.Integer, nullable=False),
    sa.Column("last", sa.String(10), nullable=False, index=True),  # empty where no step has a day
)

thread_parties = _of_thread(
    "thread_parties",
    sa.Column("party", sa.Text, primary_key=True, index=True),
    sa.Column("owns", sa.Boolean, nullable=False),
)

thread_topics = _of_thread("thread_topics", sa.Column("topic", sa.Text, primary_key=True, index=True))

thread_steps = _of_thread(
    "thread_steps",
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("day", sa.String(10)),
    sa.Column("sources", sa.Integer, nullable=False),
    sa.Column("among_others", sa.Boolean, nullable=False),
    *_text("held"),  # JSON: the event that was held
)

thread_acts = _of_thread(
    "thread_acts",
    sa.Column("step", sa.Integer, primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("act", sa.String(17), nullable=False, index=True),
    sa.Column("document", sa.String(17), nullable=False, index=True),
)

# Which documents were woven into the threads of which relationship, and those that have changed since.
woven = sa.Table(
    "woven",
    metadata,
    sa.Column("document", sa.String(17), primary_key=True),
    sa.Column("relationship", sa.Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

unwoven = sa.Table(
    "unwoven",
    metadata,
    sa.Column("document", sa.String(17), primary_key=True),
    sa.Column("change", sa.String(16), nullable=False),  # another at every change
    sqlite_with_rowid=False,
)

FACTS = {"engagement": engagements, "instrument": instruments, "act": acts, "figure": figures}

# What one reading fills, in an order that keeps foreign keys; all but `documents` name their document.
READING_TABLES = (
    document_parties, engagements, participants, people, instruments, acts, act_topics, figures, evidence,
    fact_parties, search_entries,
)  # fmt: skip
