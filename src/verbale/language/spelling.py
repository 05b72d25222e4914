"""One key for the many spellings of a word; it lives under the model, where the ledger can reach it too."""

from verbale.model.folding import fold
from verbale.model.spelling import key

__all__ = ["fold", "key"]
