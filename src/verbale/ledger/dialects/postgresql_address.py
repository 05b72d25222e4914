"""`postgresql://user:password@host:port/database?option=value` → how to connect, and a name that can be shown.

What the address leaves out is taken as other programs for PostgreSQL take it: the server's socket on this machine,
port 5432, the user's own name, a database of that name, and the password from PGPASSWORD. A host that begins with a
slash (in the address: `?host=/run/postgresql`) is the folder of a socket.
"""

from __future__ import annotations

import getpass
import os
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from verbale.errors import LedgerError

CONNECT_SECONDS = 10.0
_SOCKET_FOLDERS = ("/var/run/postgresql", "/tmp")
_OPTIONS = ("host", "port", "user", "password", "dbname", "sslmode", "sslrootcert", "options")
_MODES = ("disable", "prefer", "require", "verify-ca", "verify-full")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is. `shown` names it without the password."""

    shown: str
    host: str
    port: int
    user: str
    password: str
    database: str
    mode: str = "prefer"
    authorities: str | None = None
    options: str | None = None

    def arguments(self) -> dict[str, Any]:
        """What the driver is called with, beside the socket."""
        return {
            "user": self.user, "password": self.password, "database": self.database, "host": self.host,
            "ssl_context": self._encryption(), "application_name": "verbale",
        }  # fmt: skip

    def connect(self) -> socket.socket:
        """A connection to the server that waits for answers as long as they take; raises OSError for none."""
        if self.host.startswith("/"):
            found = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                found.connect(f"{self.host}/.s.PGSQL.{self.port}")
            except BaseException:
                found.close()
                raise
        else:
            found = socket.create_connection((self.host, self.port), CONNECT_SECONDS)
            found.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            # The driver writes a question in several pieces: each would wait 40 ms for the answer to the last.
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        found.settimeout(None)
        return found

    def _encryption(self) -> ssl.SSLContext | bool | None:
        """The driver takes False for none, None for encryption where the server has it."""
        if self.mode == "disable" or self.host.startswith("/"):
            return False
        if self.mode == "prefer":
            return None
        context = ssl.create_default_context(cafile=self.authorities)
        context.check_hostname = self.mode == "verify-full"
        if self.mode == "require":
            context.verify_mode = ssl.CERT_NONE
        return context


def parse(address: str, environment: Mapping[str, str] = os.environ) -> Address:
    """The parts of an address; raises LedgerError, which never repeats the password, for one that is not whole.

    >>> parse("postgresql://ann:secret@db.example/readouts").shown
    'postgresql://ann@db.example/readouts'
    """
    try:
        parts = urlsplit(address)
        given = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
        port = int(given.get("port") or parts.port or 5432)
    except ValueError as error:
        raise _unreadable("it cannot be taken apart") from error
    _check(given)
    user = given.get("user") or unquote(parts.username or "") or _own_name()
    host = given.get("host") or unquote(parts.hostname or "") or _local_host(port)
    database = given.get("dbname") or unquote(parts.path.removeprefix("/")) or user
    password = given.get("password") or unquote(parts.password or "") or environment.get("PGPASSWORD") or ""
    return Address(
        _shown(user, host, port, database), host, port, user, password, database,
        given.get("sslmode", "prefer"), given.get("sslrootcert"), given.get("options"),
    )  # fmt: skip


def _check(given: Mapping[str, str]) -> None:
    for name in given:
        if name not in _OPTIONS:
            raise _unreadable(f"it has an unknown option {name!r}; known are {', '.join(_OPTIONS)}")
    if given.get("sslmode", "prefer") not in _MODES:
        raise _unreadable(f"its sslmode is none of {', '.join(_MODES)}")


def _unreadable(reason: str) -> LedgerError:
    return LedgerError(
        f"The address of the PostgreSQL ledger is not understood: {reason}.",
        "Write postgresql://user@host:port/database, with %40 for @ and %2F for / in names.",
    )


def _own_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "postgres"


def _local_host(port: int) -> str:
    """The folder of the server's socket on this machine, else this machine by its name."""
    there = (folder for folder in _SOCKET_FOLDERS if Path(folder, f".s.PGSQL.{port}").exists())
    return next(there, "localhost")


def _shown(user: str, host: str, port: int, database: str) -> str:
    where = quote(host, safe="") if host.startswith("/") else f"[{host}]" if ":" in host else host
    number = "" if port == 5432 else f":{port}"
    return f"postgresql://{quote(user, safe='')}@{where}{number}/{quote(database, safe='')}"
