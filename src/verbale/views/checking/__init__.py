"""A user's own draft held against the ledger: what is supported, what is contradicted, what is not in the record."""

from verbale.views.checking.draft import Checked, check, draft_of
from verbale.views.checking.findings import ABSENT, CONTRADICTED, NOTHING, SUPPORTED, Finding

__all__ = ["ABSENT", "CONTRADICTED", "NOTHING", "SUPPORTED", "Checked", "Finding", "check", "draft_of"]
