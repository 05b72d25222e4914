"""What Alembic runs: the steps, over the connection that `verbale.ledger.migrate` hands in."""

from __future__ import annotations

from alembic import context

from verbale.ledger.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
