"""Errors of the database, whatever it is, leave this room as LedgerErrors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from verbale.errors import LedgerError
from verbale.ledger.dialects.base import Dialect


@contextmanager
def explained(dialect: Dialect) -> Iterator[None]:
    """Turn what the database raises inside into a LedgerError with the next step."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise dialect.explain(error) from error
    except dialect.errors as error:
        raise dialect.explain(error) from error
    except sa.exc.SQLAlchemyError as error:
        raise LedgerError(
            f"The ledger {dialect.address} cannot be used: {error}.", "verbale doctor examines it."
        ) from error


def is_foreign(address: str) -> LedgerError:
    """What to say of a database that was not made by Verbale."""
    return LedgerError(
        f"{address} is a database of another program, not a ledger.", "Name another with --ledger or VERBALE_LEDGER."
    )
