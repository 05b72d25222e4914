"""The store: documents, their facts and the words that support them, in one file."""

from verbale.ledger.store import Ledger
from verbale.ledger.view import View
from verbale.ledger.writer import Added, Known, Writer

__all__ = ["Added", "Known", "Ledger", "View", "Writer"]
