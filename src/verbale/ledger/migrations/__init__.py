"""The history of the ledger's schema: one file a step in `versions/`, applied in order by `verbale.ledger.migrate`.

To change the schema: change `schema.py`, add a file `versions/NNNN_what.py` with the next revision, and add that
revision to `schema.REVISIONS`. A test compares the tables that the steps make with those of `schema.py`.
"""
