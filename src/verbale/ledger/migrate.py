"""Bring a database to the newest schema with Alembic.

Imported only where there is something to migrate: Alembic costs a third of a second, which a command that opens an
up-to-date ledger must not pay. `verbale.ledger.store` therefore loads this module by name.
"""

from __future__ import annotations

import threading
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from verbale.ledger import migrations
from verbale.ledger.dialects.base import Dialect

_ALONE = threading.Lock()  # Alembic keeps what it works on in one place for all threads


def configuration(dialect: Dialect, connection: sa.Connection) -> Config:
    """Alembic's configuration for the migrations of this package over an open connection."""
    config = Config()
    # A percent sign begins an interpolation in Alembic's configuration.
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["dialect"] = dialect
    return config


def migrate(dialect: Dialect, connection: sa.Connection) -> None:
    """Apply every step that the database lacks, inside the connection's transaction."""
    with _ALONE:
        command.upgrade(configuration(dialect, connection), "head")
