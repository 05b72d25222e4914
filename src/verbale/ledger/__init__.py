"""The store: append and close, never overwrite. SQLite in one file; PostgreSQL is a second dialect, not a second design."""
