"""What differs between databases, one file each; all other SQL of the ledger is SQLAlchemy Core."""
