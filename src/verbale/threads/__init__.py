"""Stories that no document tells whole, followed from document to document: pure functions over rows of the ledger."""
